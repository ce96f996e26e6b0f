// The line above the lanes: play and its steps, what is shown in numbers, typed days, the resets.
import { change, el, openLease, timeButton, writeText } from "../base/index.js";
import { timelineCount } from "./count.js";
import { typedDays } from "./dates.js";
import { timelineFollow } from "./follow.js";
import { SPEEDS } from "./player.js";
import { timelineTray } from "./tray.js";

const UNTOUCHED = ["first_day", "last_day", "imported_until"];
const STEP_KEYS = { ",": -1, ".": 1 };

// What takes letters and signs for itself.
const isTyping = ({ target }) => target.closest("input:not([type=checkbox], [type=radio]), select");

function stepButton(className, text, label, key) {
  return timeButton(`atlas-time-step ${className}`, text,
    { "aria-label": label, title: `${label} (${key})`, "aria-keyshortcuts": key });
}

function speedChoice(player, lease) {
  const node = el("label", "atlas-time-speed");
  // The word beside it goes where there is no room; the name stays.
  const select = el("select", "atlas-time-select", null, { "aria-label": "Speed" });
  for (const { id, label } of SPEEDS) select.append(el("option", null, label, { value: id }));
  select.value = player.speed;
  lease.on(select, "change", () => { player.speed = select.value; });
  node.append(el("span", "atlas-time-speed-label", "Speed"), select);
  return node;
}

export function timelineHead(view, player, chartToggle) {
  const { store } = view;
  const lease = openLease();
  const node = el("div", "atlas-time-head");
  const play = timeButton("atlas-time-play", "Play all");
  const back = stepButton("atlas-time-back", "‹", "One event back", ",");
  const on = stepButton("atlas-time-on", "›", "One event on", ".");
  const count = timelineCount(view);
  const tray = timelineTray(view, count.openers);
  const follow = timelineFollow(view);
  const days = typedDays(view, lease);
  const reset = timeButton("atlas-time-reset", "Reset time");
  node.append(play, back, on, speedChoice(player, lease), ...count.nodes, follow.node,
    chartToggle, days.toggle, days.form, reset);

  lease.on(play, "click", () => player.toggle("all"));
  lease.on(back, "click", () => player.step(-1));
  lease.on(on, "click", () => player.step(1));
  lease.on(view.root, "keydown", (event) => {
    const by = STEP_KEYS[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
    event.preventDefault();
    player.step(by);
  });
  lease.on(reset, "click", () => {
    player.stop();
    const { current, event } = store.state;
    const patch = { cursors: {}, first_day: null, last_day: null, imported_until: null,
      current: null };
    // What a slider opened goes with it; a card that the reader opened stays.
    store.set(event && event === current ? { ...patch, event: null } : patch);
  });
  for (const part of [count, tray, follow]) lease.add(part.destroy);

  return {
    node,
    fit: count.fit,
    draw() {
      const { state } = store;
      const playing = state.playing === "all";
      count.draw();
      writeText(play, playing ? "Pause" : "Play all");
      play.classList.toggle("atlas-is-playing", playing);
      // Not `disabled`: that would take the focus from whoever has just pressed it.
      change(play, "aria-disabled", String(!player.hasSteps("all")));
      change(back, "aria-disabled", String(!player.hasStep(-1)));
      change(on, "aria-disabled", String(!player.hasStep(1)));
      change(reset, "aria-disabled", String(!Object.keys(state.cursors).length &&
        UNTOUCHED.every((name) => state[name] === null)));
      days.draw(state);
    },
    destroy() {
      lease.end();
      node.remove();
    },
  };
}

// The line above the lanes: play and its steps, what is shown in numbers, typed days, the resets.
(function (A) {
  "use strict";

  const UNTOUCHED = ["first_day", "last_day", "imported_until"];
  const STEP_KEYS = { ",": -1, ".": 1 };

  // What takes letters and signs for itself.
  const isTyping = ({ target }) => target.closest("input:not([type=checkbox], [type=radio]), select");

  function stepButton(className, text, label, key) {
    return A.timeButton(`atlas-time-step ${className}`, text,
      { "aria-label": label, title: `${label} (${key})`, "aria-keyshortcuts": key });
  }

  function speedChoice(player, lease) {
    const node = A.el("label", "atlas-time-speed");
    // The word beside it goes where there is no room; the name stays.
    const select = A.el("select", "atlas-time-select", null, { "aria-label": "Speed" });
    for (const { id, label } of A.SPEEDS) select.append(A.el("option", null, label, { value: id }));
    select.value = player.speed;
    lease.on(select, "change", () => { player.speed = select.value; });
    node.append(A.el("span", "atlas-time-speed-label", "Speed"), select);
    return node;
  }

  A.timelineHead = function (view, player, chartToggle) {
    const { store } = view;
    const lease = A.lease();
    const node = A.el("div", "atlas-time-head");
    const play = A.timeButton("atlas-time-play", "Play all");
    const back = stepButton("atlas-time-back", "‹", "One event back", ",");
    const on = stepButton("atlas-time-on", "›", "One event on", ".");
    const count = A.timelineCount(view);
    const tray = A.tray(view, count.openers);
    const follow = A.timelineFollow(view);
    const days = A.typedDays(view, lease);
    const reset = A.timeButton("atlas-time-reset", "Reset time");
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
        A.write(play, playing ? "Pause" : "Play all");
        play.classList.toggle("atlas-is-playing", playing);
        // Not `disabled`: that would take the focus from whoever has just pressed it.
        A.change(play, "aria-disabled", String(!player.hasSteps("all")));
        A.change(back, "aria-disabled", String(!player.hasStep(-1)));
        A.change(on, "aria-disabled", String(!player.hasStep(1)));
        A.change(reset, "aria-disabled", String(!Object.keys(state.cursors).length &&
          UNTOUCHED.every((name) => state[name] === null)));
        days.draw(state);
      },
      destroy() {
        lease.end();
        node.remove();
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));

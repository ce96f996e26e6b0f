// On a phone, the one line above the lanes: the event a slider has reached, and the way to its card.
import { change, el, openLease, writeText } from "../base/index.js";
import { eventTimeText } from "../rules/index.js";

const HINT = "Tap or drag a lane to move an article through time.";

export function timelineStrip(view) {
  const { atlas, store } = view;
  const lease = openLease();
  const node = el("div", "atlas-strip");
  const title = el("bdi", "atlas-strip-title");
  const when = el("span", "atlas-strip-when");
  const open = el("button", "atlas-time-button atlas-strip-open", "Open", { type: "button" });
  const text = el("p", "atlas-strip-text");
  text.append(title, when);
  node.append(text, open);
  lease.on(open, "click", () => store.set({ event: store.state.current, about: null }));

  return {
    node,
    // The line keeps its height while it is empty, so that no lane moves under a finger.
    draw() {
      const event = atlas.event[store.state.current];
      writeText(title, event ? event.title : HINT);
      writeText(when, event ? eventTimeText(atlas, event, store.state) : "");
      if (open.hidden !== !event) open.hidden = !event;
      if (event) change(open, "aria-label", `Open ${event.title}`);
      node.classList.toggle("atlas-is-idle", !event);
    },
    destroy() {
      lease.end();
      node.remove();
    },
  };
}

// On a phone, the one line above the lanes: the event a slider has reached, and the way to its card.
(function (A) {
  "use strict";

  // Where host.css and card.css turn the card into a sheet, which would lie over the lanes.
  const SHEET = "(max-width: 640px)";
  const HINT = "Tap or drag a lane to move an article through time.";

  A.cardIsSheet = () => matchMedia(SHEET).matches;

  A.timelineStrip = function (view) {
    const { atlas, store } = view;
    const lease = A.lease();
    const node = A.el("div", "atlas-strip");
    const title = A.el("bdi", "atlas-strip-title");
    const when = A.el("span", "atlas-strip-when");
    const open = A.el("button", "atlas-time-button atlas-strip-open", "Open", { type: "button" });
    const text = A.el("p", "atlas-strip-text");
    text.append(title, when);
    node.append(text, open);
    lease.on(open, "click", () => store.set({ event: store.state.current, about: null }));

    return {
      node,
      // The line keeps its height while it is empty, so that no lane moves under a finger.
      draw() {
        const event = atlas.event[store.state.current];
        A.write(title, event ? event.title : HINT);
        A.write(when, event ? A.eventTimeText(atlas, event, store.state) : "");
        if (open.hidden !== !event) open.hidden = !event;
        if (event) A.change(open, "aria-label", `Open ${event.title}`);
        node.classList.toggle("atlas-is-idle", !event);
      },
      destroy() {
        lease.end();
        node.remove();
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));

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
        title.textContent = event ? event.title : HINT;
        when.textContent = event ? A.whenText(event, store.state) : "";
        open.hidden = !event;
        if (event) open.setAttribute("aria-label", `Open ${event.title}`);
        node.classList.toggle("atlas-is-idle", !event);
      },
      destroy() {
        lease.end();
        node.remove();
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));

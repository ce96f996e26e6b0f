// Copy link: the address of what is seen now, with the version of the data it was made from.
(function (A) {
  "use strict";

  const SAID_FOR_MS = 2500;

  // All that is seen: selection, open event or step of a story, view.
  A.seenAddress = function ({ atlas, store, kept, map }) {
    const center = map.getCenter();
    const seen = kept.view || { center: [center.lat, center.lng], zoom: map.getZoom() };
    return A.toAddress(atlas, store.state, seen);
  };

  // The same as a link, with the data version.
  A.shareLink = (view) => view.place.link(`${A.seenAddress(view)}&data=${view.atlas.version}`);

  A.shareButton = function (view) {
    const lease = A.lease();
    const node = A.el("div", "atlas-share");
    const button = A.el("button", "atlas-small", "Copy link", { type: "button" });
    const said = A.el("span", "atlas-share-said", null, { role: "status" });
    // Where a page may not write to the clipboard the link is shown, to be copied by hand.
    const shown = A.el("input", "atlas-share-link", null, { type: "text", readonly: true,
      "aria-label": "Link to what is seen" });
    shown.hidden = true;
    node.append(shown, said, button);
    let timer = null;

    const say = (text) => {
      said.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(() => { said.textContent = ""; }, SAID_FOR_MS);
    };

    lease.on(button, "click", async () => {
      const link = A.shareLink(view);
      try {
        await navigator.clipboard.writeText(link);
        A.hide(shown, true);
        say("Copied");
      } catch {
        shown.value = link;
        A.hide(shown, false);
        shown.select();
      }
    });
    lease.add(() => clearTimeout(timer));
    return { node, destroy: lease.end };
  };
})((globalThis.CorridorAtlas ??= {}));

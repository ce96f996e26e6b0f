// Copy link: the address of what is seen now, with the version of the data it was made from.
import { el, hide, openLease } from "../base/index.js";
import { toAddress } from "../state/index.js";

const SAID_FOR_MS = 2500;

// All that is seen: selection, open event or step of a story, view.
export function seenAddress({ atlas, store, kept, map }) {
  const center = map.getCenter();
  const seen = kept.view || { center: [center.lat, center.lng], zoom: map.getZoom() };
  return toAddress(atlas, store.state, seen);
}

// The same as a link, with the data version.
export const shareLink = (view) => view.place.link(`${seenAddress(view)}&data=${view.atlas.version}`);

export function shareButton(view) {
  const lease = openLease();
  const node = el("div", "atlas-share");
  const button = el("button", "atlas-small", "Copy link", { type: "button" });
  const said = el("span", "atlas-share-said", null, { role: "status" });
  // Where a page may not write to the clipboard the link is shown, to be copied by hand.
  const shown = el("input", "atlas-share-link", null, { type: "text", readonly: true,
    "aria-label": "Link to what is seen" });
  shown.hidden = true;
  node.append(shown, said, button);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const say = (text) => {
    said.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ""; }, SAID_FOR_MS);
  };

  lease.on(button, "click", async () => {
    const link = shareLink(view);
    try {
      await navigator.clipboard.writeText(link);
      hide(shown, true);
      say("Copied");
    } catch {
      shown.value = link;
      hide(shown, false);
      shown.select();
    }
  });
  lease.add(() => clearTimeout(timer));
  return { node, destroy: lease.end };
}

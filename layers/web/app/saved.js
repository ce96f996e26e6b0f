// A saved page: begins as it was saved or as its address says, and tells what copy it is.
import { dayText, el, numberText } from "../base/index.js";
import { pictureCount, pictureWords } from "../out/index.js";
import { select } from "../rules/index.js";
import { fromAddress, hashAddress } from "../state/index.js";

const KEPT = "Everything is in this one file; nothing is fetched and nothing is sent. What you change is kept " +
  "in the address only: Copy link gives the way back to it, for whoever has this file at the same place.";

// {state, view} to begin with: what the address says goes before what was saved.
export function savedStart(atlas, saved) {
  const begun = fromAddress(atlas, hashAddress.read() || saved.query);
  saved.notices = begun.notices;
  return begun;
}

// Somebody put another link in the address of the page that is open.
export function followHash(view) {
  const { store, atlas, lease } = view;
  lease.on(globalThis, "hashchange", () => {
    const asked = hashAddress.read();
    if (asked === view.written) return;
    const { state, view: seen } = fromAddress(atlas, asked);
    store.set({ ...state, playing: false });
    if (seen) view.map.setView(seen.center, seen.zoom, { animate: false });
  });
}

// {shown, words}: what was seen when the page was saved, in the words a picture of it would have.
function seenThen({ atlas, saved }) {
  const { state } = fromAddress(atlas, saved.query);
  const then = { atlas, store: { state, shown: select(atlas, state) }, points: null, isPart: saved.only_selected };
  const words = pictureWords(then);
  if (saved.points) words.push(["Imported", `${saved.points.label}, from none of the articles`]);
  return { shown: then.store.shown, count: pictureCount(then), words };
}

function holds({ atlas, saved }) {
  const count = atlas.events.length;
  const whole = saved.only_selected
    ? `Only ${count} event${count === 1 ? "" : "s"} and ${atlas.routes.length} routes that were selected ` +
      "are in this file; the others are not."
    : `All ${count} events are in this file: filters, days and articles can be set as you like.`;
  const { left_out: left } = saved;
  return left ? `${whole} Left out for its size: ${left.label}, ${numberText(left.count)} imported ` +
    "events." : whole;
}

function row(list, name, text) {
  const value = el("dd", "atlas-saved-value");
  value.append(el("bdi", null, text));
  list.append(el("dt", "atlas-saved-name", name), value);
}

function title({ atlas, saved }, { shown, words }, day) {
  const summary = el("summary", "atlas-saved-title");
  const told = words.filter(([name, text]) => name !== "Days" || !text.startsWith("all,"))
    .map(([name, text]) => `${name}: ${text}`);
  const seen = el("span", "atlas-saved-seen");
  seen.append(el("bdi", null, [`Showed ${shown.size} of ${atlas.events.length} events`, ...told].join(" · ")));
  const version = el("span", "atlas-saved-version");
  version.append(el("span", "atlas-saved-wide", "Data "), `version ${saved.data}`);
  const more = el("span", "atlas-saved-more", "About");
  more.append(el("span", "atlas-saved-wide", " this copy"));
  summary.append(el("span", "atlas-saved-day", `Saved copy, ${day}`), version, seen, more);
  return summary;
}

// In full, for it has to go wherever the typeface goes.
function fontLicence({ saved }) {
  const node = el("details", "atlas-saved-licence");
  node.append(el("summary", null, "Licence of the typeface, in full"),
    el("p", "atlas-saved-licence-text", saved.font_licence));
  return node;
}

function body(view, { count, words }, day) {
  const node = el("div", "atlas-saved-body");
  const list = el("dl", "atlas-saved-list");
  row(list, "Saved with", count.replace(/^Showing /, ""));
  for (const [name, text] of words) row(list, name, text);
  for (const notice of view.saved.notices) row(list, "Link", notice);
  row(list, "Holds", holds(view));
  row(list, "Licence", view.atlas.credits.saved);
  row(list, "Cite as", `Corridor Atlas, data version ${view.saved.data}, copy saved ${day}. What an article ` +
    "says is the article's own: name it as well.");
  node.append(list, fontLicence(view), el("p", "atlas-saved-kept", KEPT));
  return node;
}

// A line that says what copy this is; it opens to the rest, over the map.
export function savedNote(view) {
  const day = dayText(view.saved.saved_on);
  const seen = seenThen(view);
  const node = el("details", "atlas-saved");
  const summary = title(view, seen, day);
  node.append(summary, body(view, seen, day));
  const { lease } = view;
  lease.on(node, "keydown", (event) => {
    if (event.key !== "Escape" || !node.open) return;
    node.open = false;
    summary.focus();
    event.stopPropagation();
  });
  lease.on(view.root, "pointerdown", ({ target }) => {
    if (!node.contains(target)) node.open = false;
  });
  return node;
}

// What only paper has: the key with the lines that matter, the selection in words, where it is from.
import { dayText, el, factList, today } from "../base/index.js";
import { pictureKeys } from "./picture-seen.js";
import { pictureCount, pictureWords } from "./picture-words.js";

const DRAWN = "path, .atlas-pin, .atlas-badge, .atlas-label-dot";
const IMPORTED = ["imported-one", "imported-hollow", "imported-disc"];

// What of the key is on the map as it is laid out now, or on the lanes below it.
function signs(view) {
  const { atlas, panes, store: { shown } } = view;
  const drawn = [...panes.map.querySelectorAll(DRAWN)].filter((one) => one.getClientRects().length);
  const events = atlas.events.filter(({ id }) => shown.has(id));
  return new Set(["timeline", ...pictureKeys(view, drawn, null),
    ...events.map(({ side }) => `side:${side}`), ...IMPORTED]);
}

function part(className, title, ...content) {
  const node = el("section", `atlas-paper ${className}`);
  node.append(el("h2", "atlas-table-heading", title), ...content.filter(Boolean));
  return node;
}

// The map's own key, without the lines that stand for nothing on it.
function key(view) {
  const found = signs(view);
  const has = (sign) => found.has(sign);
  const body = el("div", "atlas-key-body");
  const isImported = view.points && view.points.set;
  body.append(...view.keyOfMap.parts(view.atlas, has),
    ...(isImported ? view.keyOfMap.imported(view.atlas, has) : []),
    ...view.keyOfMap.notes.map((note) => el("p", "atlas-key-note", note)));
  const box = el("div", "atlas-key");
  box.append(body);
  return part("atlas-paper-key", "Key", box);
}

function foot(view, link) {
  const { version } = view.atlas;
  return part("atlas-paper-foot", "Where this is from",
    el("p", null, `Corridor Atlas, data version ${version}, seen on ${dayText(today())}. ` +
      "Tables under CC BY 4.0: name Corridor Atlas and this version. What an article says is the " +
      "article's own: name it as well."),
    el("p", "atlas-paper-link", link));
}

// In the order in which they are read; print.css puts the page's own parts between them.
export const printSheet = (view, link) => [
  key(view),
  part("atlas-paper-words", "What is shown", el("p", null, `${pictureCount(view)}.`),
    factList(pictureWords(view))),
  foot(view, link),
];

// The sheet a picture of the map is printed on: title, room for the map, words, scale, legend, credit.
import { dayText, el, numberText, today } from "../base/index.js";
import { HEADLINE, standfirst } from "../rules/index.js";
import { pictureCount, pictureWords } from "./picture-words.js";

const SCALE_PX = 110;
const M_IN_KM = 1000;
const M_IN_MILE = 1609.344;
const STEPS = [5, 3, 2];

const part = (name, text) => el("div", `atlas-picture-${name}`, text);

// No line ends within a span of years.
const unbroken = (text) => text.replace(/–/g, "\u2060–\u2060");

// {text, width_px}: the greatest round number of a unit that the bar has room for.
export function scaleBar(most_m, unit_m, word) {
  const most = most_m / unit_m;
  const power = 10 ** Math.floor(Math.log10(most));
  const value = power * (STEPS.find((step) => step * power <= most) ?? 1);
  return { text: `${numberText(value)} ${value === 1 ? word.replace(/s$/, "") : word}`,
    width_px: Math.round((SCALE_PX * value) / most) };
}

function scaleLine(most_m, unit_m, word) {
  const { text, width_px } = scaleBar(most_m, unit_m, word);
  const line = part("scale-line", text);
  line.style.width = `${width_px}px`;
  return line;
}

// True at the map's middle, as Web Mercator goes.
function scale({ map }) {
  const middle = map.getSize().y / 2;
  const most_m = map.distance(map.containerPointToLatLng([0, middle]),
    map.containerPointToLatLng([SCALE_PX, middle]));
  const node = part("scale");
  node.append(scaleLine(most_m, M_IN_KM, "km"), scaleLine(most_m, M_IN_MILE, "miles"));
  return node;
}

function words(view) {
  const list = part("words");
  for (const [name, text] of pictureWords(view)) {
    const value = part("value");
    value.append(el("bdi", null, text));
    list.append(part("name", name), value);
  }
  return list;
}

function credit({ atlas, keyOfMap }) {
  const foot = part("credit");
  for (const note of keyOfMap.notes) foot.append(part("note", note));
  foot.append(part("note", `${atlas.credits.tables} Data version ${atlas.version}. Picture made ${dayText(today())}.`));
  return foot;
}

function legend({ atlas, keyOfMap }, keys) {
  const has = (key) => keys.has(key);
  const key = el("div", "atlas-key atlas-picture-key");
  key.append(...keyOfMap.parts(atlas, has), ...keyOfMap.imported(atlas, has));
  return key;
}

// {node, slot}: laid out by the page's own style, in nobody's sight; `slot` is the map's room.
export function pictureSheet(view, keys) {
  const { x, y } = view.map.getSize();
  const node = el("div", "atlas-picture-sheet", null, { "aria-hidden": "true" });
  node.style.setProperty("--atlas-picture-width", `${x}px`);
  const frame = part("frame");
  const slot = part("slot");
  slot.style.height = `${y}px`;
  frame.append(slot);
  const under = part("under");
  const told = part("told");
  told.append(part("count", pictureCount(view)), words(view));
  under.append(told, scale(view));
  node.append(part("title", HEADLINE), part("standfirst", unbroken(standfirst(view.atlas))), frame, under,
    legend(view, keys), credit(view));
  return { node, slot };
}

// What stands in the key: a sample of every sign beside what it means.
import { el, PARTIES_ONLY, pinIcon, SEVERAL_VOICES, svgEl, themeColor } from "../base/index.js";
import { isPlanned, mixedSide } from "../rules/index.js";

const ICON_PX = 18;

export const keyNotes = ({ credits }) => [
  "Lines join reported places; they are no surveyed roads.",
  "The base map is generalised; borders shown are not a position on their status.",
  credits.key,
];

const plain = (picture, text) => {
  const line = el("li", "atlas-key-row");
  line.append(picture, el("span", null, text));
  return line;
};

/**
 * Rows: [key, picture, text, which]; `has` says which keys are wanted, `row` makes the line of a sign
 * that can be switched, which is `which` of the selection. No part where none is wanted.
 *
 * @param {{ has(key: string): boolean, row?: (picture: Element, text: string, which: object) => Element }} asked
 */
function section(asked, title, rows) {
  const { has, row } = asked;
  const wanted = rows.filter(([key]) => has(key));
  if (!wanted.length) return [];
  const list = el("ul", "atlas-key-list");
  list.append(...wanted.map(([, picture, text, which]) =>
    (which && row ? row(picture, text, which) : plain(picture, text))));
  const part = el("div", "atlas-key-part");
  part.append(el("div", "atlas-key-title", title), list);
  return [part];
}

// Samples: each shape {tag, class, ...attributes} in a box of 30 by 14, as the map draws it.
function sample(...shapes) {
  const svg = svgEl("svg", { width: 30, height: 14, "aria-hidden": "true" });
  for (const { tag, ...attributes } of shapes) svg.append(svgEl(tag, attributes));
  return svg;
}

const stroke = (className) => sample({ tag: "path", class: `atlas-key-${className}`, d: "M1 7h28" });

const disc = (className, r) => sample({ tag: "circle", class: `atlas-key-${className}`, cx: 15, cy: 7, r });

const line = (className, head) => sample({ tag: "path", class: `atlas-key-${className}`, d: "M1 7h26" },
  { tag: "path", class: `atlas-key-${className}-head`, d: head });

const badge = () => el("span", "atlas-key-badge", "5", { "aria-hidden": "true" });

const layer = (id) => ({ name: "layers", ids: [id] });

const onTheMap = (asked) => section(asked, "On the map", [
  ["moved", line("moved", "M20 2.5L29 7L20 11.5z"), "movement, as reported"],
  ["planned", line("planned", "M21 3L28 7L21 11"), "movement planned or foreseen"],
  ["shift", line("shift", "M19 1.5L29 7L19 12.5z"), "reported shift of the corridor", layer("corridor-shift")],
  ["ring", disc("ring", 6), "area in which it may lie"],
  ["zone", stroke("zone"), "outline of the deconfliction zone", layer("zone")],
  ["leader", sample({ tag: "path", class: "atlas-key-leader", d: "M4 11L24 3" }),
    "leads from a mark to its place"],
  ["site", disc("site", 5), "one of the four sites", layer("places")],
  ["dot", disc("dot", 3), "other place"],
  ["badge", badge(), "several events at one place or at near ones"],
]);

const courses = (asked) => section(asked, "Courses and routes", [
  ["original", stroke("original"), "corridor, original course", layer("corridor-original")],
  ["shifted", stroke("shifted"), "corridor, shifted course", layer("corridor-shifted")],
  ["road", stroke("road"), "roads, axes and supply routes", layer("routes")],
  ["stated", stroke("stated"), "stretch that an article states"],
  ["external", stroke("external"), "stretch from other reports"],
  ["inferred", stroke("inferred"), "stretch that we inferred"],
  ["disputed", stroke("disputed"), "disputed border or ceasefire line", layer("borders")],
]);

function onTheTimeline(asked) {
  const bar = { tag: "rect", x: 2, y: 5, width: 26, height: 4 };
  const dot = { tag: "circle", cx: 15, cy: 7, r: 4 };
  return section(asked, "Timeline", [
    ["timeline", sample({ ...dot, class: "atlas-key-full" }), "a day"],
    ["timeline", sample({ ...bar, class: "atlas-key-full" }), "a longer span, or a day not known exactly"],
    ["timeline", sample({ ...dot, class: "atlas-key-hollow" }), "may lie outside the days chosen"],
    ["timeline", sample({ ...dot, class: "atlas-key-pale" }), "not yet reached"],
    ["timeline", sample({ tag: "path", class: "atlas-key-break", d: "M3 9l4-5 4 7 4-7 4 7 4-7 4 5" }),
      "years left out"],
  ]);
}

// What a glyph stands for: its kinds of event, or for the plan's all that is not done.
export const switchOf = ({ types, statuses }, glyph) => (glyph === "plan"
  ? { name: "statuses", ids: statuses.map(({ id }) => id).filter((id) => isPlanned({ status: id })) }
  : { name: "types", ids: types.filter((type) => type.glyph === glyph).map(({ id }) => id) });

// Corner signs, and how a mark is filled.
function howSure(atlas, icon) {
  const standings = atlas.standings.filter(({ id }) => id !== "reported").map(({ id, label }) =>
    [`standing:${id}`, icon({ glyph: "airstrike", standing: id }), label, { name: "standings", ids: [id] }]);
  const backing = (id, text) => [`backing:${id}`, icon({ glyph: "airstrike", backing: id, voices: 3 }), text,
    { name: "backings", ids: [id] }];
  return [
    ...standings,
    backing(SEVERAL_VOICES, "so many voices say so"),
    backing(PARTIES_ONLY, "only who took part says so"),
    ["hollow", icon({ glyph: "airstrike", hollow: true }), "may lie outside the days chosen"],
    ["foreseen", icon({ glyph: "plan", planned: true }), "planned or forecast", switchOf(atlas, "plan")],
  ];
}

function marks(atlas, asked) {
  const neutral = { plate: "circle", color: themeColor("sample"), ink: themeColor("paper") };
  const icon = (look) => pinIcon(Object.assign({ side: neutral }, look), ICON_PX);
  // What several sides did together goes with the last of them, so its sign is no switch.
  const several = mixedSide(atlas);
  return [
    ...section(asked, "Side that acted", [...atlas.sides.map((side) =>
      [`side:${side.id}`, icon({ side }), side.actors_label, { name: "sides", ids: [side.id] }]),
    [`side:${several.id}`, icon({ side: several }), "several sides together"]]),
    ...section(asked, "What happened", atlas.glyphs.map(({ id, label }) =>
      [`glyph:${id}`, icon({ glyph: id }), label, switchOf(atlas, id)])),
    ...section(asked, "How sure", howSure(atlas, icon)),
  ];
}

// The key's parts, each with the rows that `has` asks for by their keys; without `row` none is a switch.
export function keyParts(atlas, has, row) {
  const asked = { has, row };
  return [...marks(atlas, asked), ...onTheMap(asked), ...courses(asked), ...onTheTimeline(asked)];
}

// What an imported set adds, a part or none.
export function importedKeyParts(atlas, has) {
  const many = el("span", "atlas-key-badge atlas-key-many", "38", { "aria-hidden": "true" });
  const [side] = atlas.sides;
  const look = { fill: side.color, stroke: themeColor("mark-line") };
  return section({ has }, "Imported events", [
    ["imported-one", sample({ tag: "circle", cx: 15, cy: 7, r: 4.4, ...look }),
      "one event, in the shape and colour of its side"],
    ["imported-hollow", sample({ tag: "circle", cx: 15, cy: 7, r: 4, fill: themeColor("paper"),
      stroke: side.color, "stroke-width": 1.7 }), "may lie outside the days chosen"],
    ["imported-disc", many, "so many events; the ring is parted by side"],
    ["timeline", sample({ tag: "path", d: "M4 14V6h6v8zM12 14V1h6v13zM20 14v-5h6v5z", fill: side.color }),
      "on the timeline: how many, by day and side; the number is the tallest bar's"],
  ]);
}

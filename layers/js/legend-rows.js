// What stands in the key: a sample of every sign beside what it means, and notes on the base map.
(function (A) {
  "use strict";

  const ICON_PX = 18;

  // The first is of no use on paper.
  A.LEGEND_NOTES = [
    "Click a sign to hide what it stands for, and again to show it.",
    "Lines join reported places; they are no surveyed roads.",
    "The base map is generalised; borders shown are not a position on their status.",
    "Base map: Natural Earth (public domain). Town names: GeoNames (CC BY 4.0). " +
      "Map library: Leaflet.",
  ];

  // `sign`: what has to be on the map for the line to be of use on paper; without one it always is.
  const plain = (picture, text, sign) => {
    const line = A.el("li", "atlas-key-row", null, { "data-sign": sign });
    line.append(picture, A.el("span", null, text));
    return line;
  };

  function section(title, rows) {
    const list = A.el("ul", "atlas-key-list");
    list.append(...rows);
    const part = A.el("div", "atlas-key-part");
    part.append(A.el("div", "atlas-key-title", title), list);
    return part;
  }

  // Samples: each shape {tag, class, ...attributes} in a box of 30 by 14, as the map draws it.
  function sample(...shapes) {
    const svg = A.svg("svg", { width: 30, height: 14, "aria-hidden": "true" });
    for (const { tag, ...attributes } of shapes) svg.append(A.svg(tag, attributes));
    return svg;
  }

  const stroke = (className) => sample({ tag: "path", class: `atlas-key-${className}`, d: "M1 7h28" });

  const disc = (className, r) => sample({ tag: "circle", class: `atlas-key-${className}`, cx: 15, cy: 7, r });

  const line = (className, head) => sample({ tag: "path", class: `atlas-key-${className}`, d: "M1 7h26" },
    { tag: "path", class: `atlas-key-${className}-head`, d: head });

  const badge = () => A.el("span", "atlas-key-badge", "5", { "aria-hidden": "true" });

  const layer = (id) => ({ name: "layers", ids: [id] });

  function onTheMap(row) {
    return section("On the map", [
      plain(line("moved", "M20 2.5L29 7L20 11.5z"), "movement, as reported", "moved"),
      plain(line("planned", "M21 3L28 7L21 11"), "movement planned or foreseen", "foreseen"),
      row(line("shift", "M19 1.5L29 7L19 12.5z"), "reported shift of the corridor", layer("corridor-shift")),
      plain(disc("ring", 6), "area in which it may lie", "ring"),
      row(stroke("zone"), "outline of the deconfliction zone", layer("zone")),
      plain(sample({ tag: "path", class: "atlas-key-leader", d: "M4 11L24 3" }), "leads from a mark to its place",
        "leader"),
      row(disc("site", 5), "one of the four sites", layer("places")),
      plain(disc("dot", 3), "other place"),
      plain(badge(), "several events at one place", "badge"),
    ]);
  }

  function onTheTimeline() {
    const bar = { tag: "rect", x: 2, y: 5, width: 26, height: 4 };
    const dot = { tag: "circle", cx: 15, cy: 7, r: 4 };
    return section("Timeline", [
      plain(sample({ ...dot, class: "atlas-key-full" }), "a day"),
      plain(sample({ ...bar, class: "atlas-key-full" }), "a longer span, or a day not known exactly"),
      plain(sample({ ...dot, class: "atlas-key-hollow" }), "may lie outside the days chosen", "possible"),
      plain(sample({ ...dot, class: "atlas-key-pale" }), "not yet reached"),
      plain(sample({ tag: "path", class: "atlas-key-break", d: "M3 9l4-5 4 7 4-7 4 7 4-7 4 5" }), "years left out"),
    ]);
  }

  // What a glyph stands for: its kinds of event, or for the plan's all that is not done.
  const switchOf = ({ types, statuses }, glyph) => (glyph === "plan"
    ? { name: "statuses", ids: statuses.map(({ id }) => id).filter((id) => A.isPlanned({ status: id })) }
    : { name: "types", ids: types.filter((type) => type.glyph === glyph).map(({ id }) => id) });

  // How sure a mark is: its corner signs, and how it is filled.
  function howSure({ atlas }, icon, row) {
    const standings = atlas.standings.filter(({ id }) => id !== "reported").map(({ id, label }) =>
      row(icon({ glyph: "airstrike", standing: id }), label, { name: "standings", ids: [id] }));
    const backing = (id, text) => row(icon({ glyph: "airstrike", backing: id, voices: 3 }), text,
      { name: "backings", ids: [id] });
    return section("How sure", [
      ...standings,
      backing(A.SEVERAL_VOICES, "so many independent voices say so"),
      backing(A.PARTIES_ONLY, "only parties to it say so"),
      plain(icon({ glyph: "airstrike", hollow: true }), "may lie outside the days chosen", "possible"),
      row(icon({ glyph: "plan", planned: true }), "planned or forecast", switchOf(atlas, "plan")),
    ]);
  }

  // All parts; `row` makes a line that switches what it stands for.
  A.legendParts = function (board, row) {
    const { atlas } = board;
    const neutral = { plate: "circle", color: A.color("sample"), ink: A.color("paper") };
    const icon = (look) => A.pinIcon(Object.assign({ side: neutral }, look), ICON_PX);
    return [
      section("Side that acted", atlas.sides.map((side) =>
        row(icon({ side }), side.label, { name: "sides", ids: [side.id] }))),
      section("What happened", atlas.glyphs.map(({ id, label }) =>
        row(icon({ glyph: id }), label, switchOf(atlas, id)))),
      howSure(board, icon, row),
      onTheMap(row),
      section("Courses and routes", [
        row(stroke("original"), "corridor, original course", layer("corridor-original")),
        row(stroke("shifted"), "corridor, shifted course", layer("corridor-shifted")),
        row(stroke("road"), "roads, axes and supply routes", layer("routes")),
        plain(stroke("stated"), "leg between places an article states", "leg-stated"),
        plain(stroke("external"), "leg with a place from elsewhere", "leg-external"),
        plain(stroke("inferred"), "leg with a place we inferred", "leg-inferred"),
        row(stroke("disputed"), "borders; disputed or ceasefire line", layer("borders")),
      ]),
      onTheTimeline(),
    ];
  };

  // What an imported set adds; seen only while there is one.
  A.legendImported = function ({ atlas }) {
    const many = A.el("span", "atlas-key-badge atlas-key-many", "38", { "aria-hidden": "true" });
    const [side] = atlas.sides;
    const look = { fill: side.color, stroke: A.color("mark-line") };
    return section("Imported events", [
      plain(sample({ tag: "circle", cx: 15, cy: 7, r: 4.4, ...look }), "one event, in the shape and colour of its side"),
      plain(sample({ tag: "circle", cx: 15, cy: 7, r: 4, fill: A.color("paper"), stroke: side.color, "stroke-width": 1.7 }),
        "may lie outside the days chosen"),
      plain(many, "so many events; the ring is parted by side"),
      plain(sample({ tag: "path", d: "M4 14V6h6v8zM12 14V1h6v13zM20 14v-5h6v5z", fill: side.color }),
        "on the timeline: how many, by day and side; the number is the tallest bar's"),
    ]);
  };
})((globalThis.CorridorAtlas ??= {}));

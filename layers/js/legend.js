// The key in the map's corner: what shapes, colours, signs and lines mean. It folds away.
(function (A) {
  "use strict";

  const ICON_PX = 18;
  const ABOVE_PX = 12;
  const BELOW_PX = 26;
  const NARROW_PX = 640;
  const SHEET_SHARE = 0.72;

  // `sign`: what has to be on the map for the line to be of use on paper; without one it always is.
  function row(picture, text, sign) {
    const line = A.el("li", "atlas-key-row", null, { "data-sign": sign });
    line.append(picture, A.el("span", null, text));
    return line;
  }

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

  function onTheMap() {
    return section("On the map", [
      row(line("moved", "M20 2.5L29 7L20 11.5z"), "movement, as reported", "moved"),
      row(line("planned", "M21 3L28 7L21 11"), "movement planned or foreseen", "foreseen"),
      row(line("shift", "M19 1.5L29 7L19 12.5z"), "reported shift of the corridor", "shift"),
      row(disc("ring", 6), "area in which it may lie", "ring"),
      row(stroke("zone"), "outline of the deconfliction zone", "zone"),
      row(sample({ tag: "path", class: "atlas-key-leader", d: "M4 11L24 3" }), "leads from a mark to its place",
        "leader"),
      row(disc("site", 5), "one of the four sites"),
      row(disc("dot", 3), "other place"),
      row(badge(), "several events at one place", "badge"),
    ]);
  }

  function onTheTimeline() {
    const bar = { tag: "rect", x: 2, y: 5, width: 26, height: 4 };
    const dot = { tag: "circle", cx: 15, cy: 7, r: 4 };
    return section("Timeline", [
      row(sample({ ...dot, class: "atlas-key-full" }), "a day"),
      row(sample({ ...bar, class: "atlas-key-full" }), "a longer span, or a day not known exactly"),
      row(sample({ ...dot, class: "atlas-key-hollow" }), "may lie outside the days chosen", "possible"),
      row(sample({ ...dot, class: "atlas-key-pale" }), "not yet reached"),
      row(sample({ tag: "path", class: "atlas-key-break", d: "M3 9l4-5 4 7 4-7 4 7 4-7 4 5" }), "years left out"),
    ]);
  }

  function rows(atlas) {
    const neutral = { plate: "circle", color: A.color("sample"), ink: A.color("paper") };
    const icon = (look) => A.pinIcon(Object.assign({ side: neutral }, look), ICON_PX);
    const standings = atlas.standings.filter(({ id }) => id !== "reported").map(({ id, label }) =>
      row(icon({ glyph: "airstrike", standing: id }), label, id));
    return [
      section("Side that acted", atlas.sides.map((side) => row(icon({ side }), side.label, side.id))),
      section("What happened", atlas.glyphs.map(({ id, label }) => row(icon({ glyph: id }), label, id))),
      section("How sure", [
        ...standings,
        row(icon({ glyph: "airstrike", hollow: true }), "may lie outside the days chosen", "possible"),
        row(icon({ glyph: "plan", planned: true }), "planned or forecast", "plan"),
      ]),
      onTheMap(),
      section("Courses and routes", [
        row(stroke("original"), "corridor, original course", "corridor-original"),
        row(stroke("shifted"), "corridor, shifted course", "corridor-shifted"),
        row(stroke("stated"), "leg between places an article states", "leg-stated"),
        row(stroke("external"), "leg with a place from elsewhere", "leg-external"),
        row(stroke("inferred"), "leg with a place we inferred", "leg-inferred"),
        row(stroke("disputed"), "disputed border or ceasefire line", "borders"),
      ]),
      onTheTimeline(),
    ];
  }

  // What an imported set adds; seen only while there is one.
  function imported(atlas) {
    const disc = A.el("span", "atlas-key-badge atlas-key-many", "38", { "aria-hidden": "true" });
    const [side] = atlas.sides;
    const look = { fill: side.color, stroke: A.color("mark-line") };
    return section("Imported events", [
      row(sample({ tag: "circle", cx: 15, cy: 7, r: 4.4, ...look }), "one event, in the shape and colour of its side"),
      row(sample({ tag: "circle", cx: 15, cy: 7, r: 4, fill: A.color("paper"), stroke: side.color, "stroke-width": 1.7 }),
        "may lie outside the days chosen"),
      row(disc, "so many events; the ring is parted by side"),
      row(sample({ tag: "path", d: "M4 14V6h6v8zM12 14V1h6v13zM20 14v-5h6v5z", fill: side.color }),
        "on the timeline: how many, by day and side; the number is the tallest bar's"),
    ]);
  }

  const NOTES = [
    "Lines join reported places; they are no surveyed roads.",
    "The base map is generalised; borders shown are not a position on their status.",
    "Base map: Natural Earth (public domain). Town names: GeoNames (CC BY 4.0). " +
      "Map library: Leaflet.",
  ];

  // As high as the map lets it be; on a phone a sheet over the map's lower part.
  function fit(details, map) {
    const { x, y } = map.getSize();
    const isSheet = x <= NARROW_PX;
    details.classList.toggle("atlas-key-sheet", isSheet);
    details.style.setProperty("--atlas-key-height",
      `${Math.round(isSheet ? y * SHEET_SHARE : y - ABOVE_PX - BELOW_PX)}px`);
    details.style.setProperty("--atlas-map-width", `${x}px`);
  }

  A.legend = function (board, map) {
    const { lease, store } = board;
    const control = new board.L.Control({ position: "bottomright" });
    const details = A.el("details", "atlas-key");
    const summary = A.el("summary", "atlas-key-summary", "Key");
    control.onAdd = () => {
      const body = A.el("div", "atlas-key-body", null, { tabindex: 0, role: "group", "aria-label": "Key" });
      const more = imported(board.atlas);
      body.append(...rows(board.atlas), more);
      const { points } = board.view;
      const follow = () => { more.hidden = !points || !points.set; };
      follow();
      if (points) lease.add(points.subscribe(follow));
      for (const note of NOTES) body.append(A.el("p", "atlas-key-note", note));
      details.append(summary, body);
      board.L.DomEvent.disableClickPropagation(details);
      board.L.DomEvent.disableScrollPropagation(details);
      return details;
    };
    control.addTo(map);
    // The key names the same sources as the credit line, which a sheet would lie over.
    const cover = () => board.view.panes.stage?.classList.toggle("atlas-key-covers",
      details.open && details.classList.contains("atlas-key-sheet"));
    const refit = () => {
      fit(details, map);
      cover();
    };
    refit();
    map.on("resize", refit);
    lease.on(details, "toggle", () => {
      cover();
      if (!board.ended && board.matters) board.reframe();
    });
    // Escape closes the card first, unless one is reading the key.
    lease.on(document, "keydown", (press) => {
      const { state } = store;
      const active = document.activeElement;
      const isReading = details.contains(active);
      const isHere = active === document.body || board.view.root.contains(active);
      if (press.key !== "Escape" || !details.open || !isHere || state.show) return;
      if (!isReading && (state.event || state.about)) return;
      press.preventDefault();
      press.stopPropagation();
      details.open = false;
      if (isReading) summary.focus();
    }, true);
    lease.add(() => {
      map.off("resize", refit);
      control.remove();
    });
  };
})((globalThis.CorridorAtlas ??= {}));

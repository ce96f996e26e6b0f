// The key in the map's corner: what shapes, colours, signs and lines mean. It folds away.
(function (A) {
  "use strict";

  const ICON_PX = 18;

  function row(picture, text) {
    const line = A.el("li", "atlas-key-row");
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

  // A sample of a line; the pattern is the one the drawing uses.
  function stroke(className) {
    const svg = A.svg("svg", { width: 30, height: 12, "aria-hidden": "true" });
    svg.append(A.svg("path", { class: className, d: "M1 6h28" }));
    return svg;
  }

  function rows(atlas) {
    const neutral = { plate: "circle", color: "#5b6068", ink: "#ffffff" };
    const icon = (look) => A.pinIcon(Object.assign({ side: neutral }, look), ICON_PX);
    return [
      section("Side that acted", atlas.sides.map((side) => row(icon({ side }), side.label))),
      section("What happened", atlas.glyphs.map(({ id, label }) => row(icon({ glyph: id }), label))),
      section("How sure", [
        row(icon({ glyph: "airstrike", hollow: true }), "possibly outside the days chosen"),
        row(icon({ glyph: "airstrike", standing: "claimed" }), "only claimed by named parties"),
        row(icon({ glyph: "airstrike", standing: "disputed" }), "disputed or denied"),
        row(icon({ glyph: "plan", planned: true }), "planned or forecast"),
      ]),
      section("Courses and routes", [
        row(stroke("atlas-key-original"), "corridor, original course"),
        row(stroke("atlas-key-shifted"), "corridor, shifted course"),
        row(stroke("atlas-key-stated"), "leg between places an article states"),
        row(stroke("atlas-key-external"), "leg with a place from elsewhere"),
        row(stroke("atlas-key-inferred"), "leg with a place we inferred"),
        row(stroke("atlas-key-disputed"), "disputed border or ceasefire line"),
      ]),
    ];
  }

  const NOTES = [
    "Lines join reported places; they are no surveyed roads.",
    "The base map is generalised; borders shown are not a position on their status.",
    "Base map: Natural Earth (public domain). Town names: GeoNames (CC BY 4.0). " +
      "Map library: Leaflet.",
  ];

  A.legend = function (board, map) {
    const control = new board.L.Control({ position: "bottomright" });
    control.onAdd = () => {
      const details = A.el("details", "atlas-key");
      details.append(A.el("summary", "atlas-key-summary", "Key"));
      const body = A.el("div", "atlas-key-body");
      body.append(...rows(board.atlas));
      for (const note of NOTES) body.append(A.el("p", "atlas-key-note", note));
      details.append(body);
      board.L.DomEvent.disableClickPropagation(details);
      board.L.DomEvent.disableScrollPropagation(details);
      return details;
    };
    control.addTo(map);
    board.lease.add(() => control.remove());
  };
})((globalThis.CorridorAtlas ??= {}));

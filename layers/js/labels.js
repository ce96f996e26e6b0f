// Names on the map: sites first, then countries, towns that matter, areas, rivers; none over another.
(function (A) {
  "use strict";

  const KIND_ORDER = ["site", "country", "sea", "town", "area", "river"];
  const DOT_HALF_PX = { site: 7, town: 4 };
  const GAP_PX = 2;
  const TOWN_FROM_ZOOM = { 1: 5.25, 2: 6.75, 3: 8 };
  const COUNTRY_FROM_ZOOM = { 1: 0, 2: 4.5, 3: 4.5, 4: 7 };
  const RIVER_FROM_ZOOM = { 1: 5.75, 2: 6.5, 3: 6, 4: 8 };
  const AREA_FROM_ZOOM = 6.75;

  // Where a label may stand about its point: right, left, above, below, then the corners.
  const SPOTS = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
  const MIDDLE = [[0, 0]];

  A.shiftWords = function (shift) {
    const km = (value) => `${Math.round(value)} km`;
    return [`about ${shift.reported_miles} miles south, as reported`,
      `${km(shift.offset_km)} (${Math.round(shift.offset_miles)} miles) measured southward, ` +
        `${shift.from} to ${shift.to}: this pair is our inference`];
  };

  function fromZoom(label) {
    if (label.place) return label.kind === "area" ? AREA_FROM_ZOOM : 0;
    const steps = { town: TOWN_FROM_ZOOM, country: COUNTRY_FROM_ZOOM, river: RIVER_FROM_ZOOM,
      sea: COUNTRY_FROM_ZOOM }[label.kind] || {};
    return steps[label.rank] ?? 8;
  }

  A.labelLayer = function (board) {
    const { atlas, lease } = board;
    let pane = null;
    let box = null;
    let shown = false;
    let shift = null;
    const labels = atlas.labels.map((label) => ({ label, element: null, width: 0, height: 0, css: "" }));
    labels.sort((a, b) => KIND_ORDER.indexOf(a.label.kind) - KIND_ORDER.indexOf(b.label.kind) ||
      a.label.rank - b.label.rank);

    function make() {
      pane = board.map.getPane("atlas-labels");
      box = A.el("div", "atlas-labels leaflet-zoom-hide", null, { "aria-hidden": "true" });
      for (const one of labels) {
        one.element = A.el("div", `atlas-label atlas-label-${one.label.kind}`, one.label.text);
        one.element.dataset.rank = one.label.rank;
        // A town of the base map has no mark of its own, so its label brings the dot.
        if (one.label.kind === "town" && !one.label.place) {
          one.dot = A.el("div", "atlas-label-dot");
          box.append(one.dot);
        }
        box.append(one.element);
      }
      pane.append(box);
    }

    function measure(one) {
      if (one.width) return;
      one.element.style.display = "block";
      one.width = one.element.offsetWidth;
      one.height = one.element.offsetHeight;
      one.element.style.display = "";
      one.css = "";
    }

    function write(element, key, css, one) {
      if (one[key] === css) return;
      one[key] = css;
      element.style.cssText = css;
    }

    function hide(one) {
      write(one.element, "css", "", one);
      if (one.dot) write(one.dot, "dotCss", "", one);
    }

    // Put one label at the first spot that is free; a site takes its first spot if none is.
    function put(one, origin) {
      measure(one);
      const { label } = one;
      const point = board.map.project([label.lat, label.lon]);
      const centred = !(label.kind === "site" || label.kind === "town");
      const half = DOT_HALF_PX[label.kind] || 0;
      const reach = [one.width / 2 + half + GAP_PX, one.height / 2 + half - 1];
      const spots = centred ? MIDDLE : SPOTS;
      const boxes = spots.map(([dx, dy]) => A.boxAround(
        point.x + dx * (dy ? one.width / 2 + half * 0.6 : reach[0]), point.y + dy * reach[1],
        one.width / 2 + 1, one.height / 2));
      let chosen = boxes.find((each) => board.room.isFree(each));
      if (!chosen && label.kind === "site") [chosen] = boxes;
      if (!chosen) {
        hide(one);
        return;
      }
      board.room.take(chosen);
      const x = Math.round(chosen.x0 + 1 - origin.x);
      const y = Math.round(chosen.y0 - origin.y);
      write(one.element, "css", `display: block; transform: translate(${x}px, ${y}px)`, one);
      if (one.dot) {
        board.room.take(A.boxAround(point.x, point.y, 3));
        write(one.dot, "dotCss", "display: block; transform: translate(" +
          `${Math.round(point.x - origin.x)}px, ${Math.round(point.y - origin.y)}px)`, one);
      }
    }

    const isDue = ({ label }) => board.map.getZoom() >= fromZoom(label) &&
      (!label.place || label.kind === "site" || board.matters.all.has(label.place));

    function putShift(origin) {
      if (!shift || !shift.group || !board.map.hasLayer(shift.group)) {
        if (shift && shift.element) shift.element.style.cssText = "";
        return;
      }
      shift.element.style.display = "block";
      const [width, height] = [shift.element.offsetWidth, shift.element.offsetHeight];
      const point = board.map.project(shift.at);
      const sides = [[width / 2 + 12, 0], [-width / 2 - 12, 0], [width / 2 + 12, -height],
        [-width / 2 - 12, -height], [width / 2 + 12, height]];
      const boxes = sides.map(([x, y]) => A.boxAround(point.x + x, point.y + y, width / 2, height / 2));
      const chosen = boxes.find((each) => board.room.isFree(each)) || boxes[0];
      board.room.take(chosen);
      shift.element.style.cssText = "display: block; transform: translate(" +
        `${Math.round(chosen.x0 - origin.x)}px, ${Math.round(chosen.y0 - origin.y)}px)`;
    }

    lease.add(() => { if (box) box.remove(); });

    return {
      show(group) {
        make();
        shown = board.map.hasLayer(group);
        group.on("add", () => { shown = true; });
        group.on("remove", () => { shown = false; });
      },
      shift(group, at) {
        if (!atlas.shift) return;
        const [head, more] = A.shiftWords(atlas.shift);
        const element = A.el("div", "atlas-shift-label", null, { "aria-hidden": "true" });
        element.append(A.el("div", "atlas-shift-head", head), A.el("div", "atlas-shift-more", more));
        shift = { group, at, element };
      },
      // The sites keep the best spots; the marks of events then go round them.
      placeFirst() {
        board.room = A.room();
        if (!box) return;
        box.classList.toggle("atlas-gone", !shown);
        if (shift && !shift.element.parentNode) pane.append(shift.element);
        const origin = board.map.getPixelOrigin();
        const sites = labels.filter(({ label }) => label.kind === "site");
        for (const { label } of sites) {
          const point = board.map.project([label.lat, label.lon]);
          board.room.take(A.boxAround(point.x, point.y, DOT_HALF_PX.site));
        }
        if (shown) for (const one of sites) put(one, origin);
        putShift(origin);
      },
      placeRest() {
        if (!box || !shown) return;
        const origin = board.map.getPixelOrigin();
        for (const one of labels) {
          if (one.label.kind === "site") continue;
          if (isDue(one)) put(one, origin);
          else hide(one);
        }
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));

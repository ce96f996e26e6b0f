// Names on the map: sites first, then countries, towns that matter, areas, rivers; none over another.
(function (A) {
  "use strict";

  const KIND_ORDER = ["site", "course", "country", "sea", "town", "area", "river"];
  const DOT_HALF_PX = { site: 7, town: 4 };
  const GAP_PX = 2;
  const TOWN_FROM_ZOOM = { 1: 5.25, 2: 6.75, 3: 8 };
  const COUNTRY_FROM_ZOOM = { 1: 0, 2: 4.5, 3: 4.5, 4: 7 };
  const RIVER_FROM_ZOOM = { 1: 5.75, 2: 6.5, 3: 6, 4: 8 };
  const AREA_FROM_ZOOM = { 2: 5.5, 3: 6.75 };

  const ARROW_STEPS = 12;
  const ARROW_FROM = 0.05;
  const ARROW_TO = 0.9;
  // Beside the arrow's middle: side, gap in px, how many of its heights lower.
  const SHIFT_SPOTS = [12, 28, 48, 72].flatMap((gap) => [-0.6, 0, 0.6].flatMap((up) =>
    [[-1, gap, up], [1, gap, -up]]));

  // Where a label may stand about its point: right, left, above, below, then the corners.
  const SPOTS = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
  const MIDDLE = [[0, 0]];
  const RIBBON_PX_AT_ZOOM_0 = 0.17;
  const ROOM_FOR_PIN_PX = 12;

  A.shiftWords = function (shift) {
    const km = (value) => `${Math.round(value)} km`;
    return [`about ${shift.reported_miles} miles south, as reported`,
      `${km(shift.offset_km)} (${Math.round(shift.offset_miles)} miles) measured southward, ` +
        `${shift.from} to ${shift.to}: this pair is our inference`];
  };

  function fromZoom(label) {
    if (label.place) return label.kind === "area" ? AREA_FROM_ZOOM[label.rank] : 0;
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
        if (one.label.route) {
          one.element.classList.add(`atlas-label-${atlas.route[one.label.route].layer}`);
          one.element.append(A.el("div", "atlas-label-more", one.label.more));
        }
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

    function boxesOf({ label, width, height }, point) {
      const around = (x, y) => A.boxAround(point.x + x, point.y + y, width / 2 + 1, height / 2);
      if (label.kind === "course") return besideLeg(label, width, height);
      const half = DOT_HALF_PX[label.kind];
      if (!half) return MIDDLE.map(([x, y]) => around(x, y));
      // Close to the dot; where a pin sits on it, beside the pin.
      return [half, half + ROOM_FOR_PIN_PX].flatMap((gap) => SPOTS.map(([dx, dy]) =>
        around(dx * (width / 2 + (dy ? gap * 0.6 : gap + GAP_PX)), dy * (height / 2 + gap - 1))));
    }

    // Spots along the longest leg of a course, just outside its ribbon, below it and above.
    function besideLeg(label, width, height) {
      const leg = board.store.state.stated_only ? label.stated_leg : label.leg;
      const [a, b] = leg.map((at) => board.map.project(at));
      const slope = (b.y - a.y) / (b.x - a.x || 1);
      const off = RIBBON_PX_AT_ZOOM_0 * 2 ** board.map.getZoom() * Math.hypot(1, slope) +
        Math.abs(slope) * (width / 2) + height / 2;
      return [0.5, 0.42, 0.58, 0.34, 0.66].flatMap((share) => [1, -1].map((way) =>
        A.boxAround(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share + way * off,
          width / 2 + 1, height / 2)));
    }

    // Put one label at the first spot that is free; a site takes its first spot if none is.
    function put(one, origin) {
      measure(one);
      const { label } = one;
      const point = board.map.project([label.lat, label.lon]);
      const boxes = boxesOf(one, point);
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

    const isDue = ({ label }) => (label.route ? isCourseOn(label.route) : isNameDue(label));

    const isCourseOn = (id) => A.routeOn(atlas, board.store.state, atlas.route[id]);

    const isNameDue = (label) => board.map.getZoom() >= fromZoom(label) &&
      (!label.place || label.kind === "site" || board.matters.all.has(label.place));

    // The arrow keeps itself free of names and marks.
    function keepArrow() {
      if (!shift || !board.map.hasLayer(shift.group)) return;
      const [from, to] = ["from_place", "to_place"].map((end) => atlas.place[atlas.shift[end]])
        .map((place) => board.map.project([place.lat, place.lon]));
      for (let step = 1; step <= ARROW_STEPS; step += 1) {
        const share = ARROW_FROM + (ARROW_TO - ARROW_FROM) * (step / ARROW_STEPS);
        board.room.take(A.boxAround(from.x + (to.x - from.x) * share,
          from.y + (to.y - from.y) * share, 6));
      }
    }

    function putShift(origin) {
      if (!shift || !board.map.hasLayer(shift.group)) {
        if (shift && shift.element) shift.element.style.cssText = "";
        return;
      }
      shift.element.style.display = "block";
      const [width, height] = [shift.element.offsetWidth, shift.element.offsetHeight];
      const point = board.map.project(shift.at);
      const boxes = SHIFT_SPOTS.map(([side, gap, up]) => A.boxAround(
        point.x + side * (width / 2 + gap), point.y + up * height, width / 2, height / 2));
      const seen = board.map.getPixelBounds();
      const isSeen = (each) => each.x0 >= seen.min.x && each.x1 <= seen.max.x &&
        each.y0 >= seen.min.y && each.y1 <= seen.max.y;
      const free = boxes.filter((each) => board.room.isFree(each));
      const chosen = free.find(isSeen) || free[0] || boxes[0];
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
      dimShift(isDim) {
        if (shift) shift.element.classList.toggle("atlas-dim", isDim);
      },
      // The sites keep the best spots; the marks of events then go round them.
      placeFirst() {
        board.room = A.room();
        if (!box) return;
        box.classList.toggle("atlas-gone", !shown);
        if (shift && !shift.element.parentNode) pane.append(shift.element);
        const origin = board.map.getPixelOrigin();
        keepArrow();
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

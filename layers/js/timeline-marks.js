// What a lane shows: dots for days, bars for spans, and its slider under them.
(function (A) {
  "use strict";

  const BEFORE_FIRST_PX = 14;
  // Where the first stop would be on a lane that has none.
  const FIRST_PX = 8 + BEFORE_FIRST_PX;

  const upright = (className, x, size) =>
    A.svg("line", { class: className, x1: x, x2: x, y1: 0, y2: size.marks_px });

  // Filled part, breaks and slider, from the back to the front.
  A.laneGround = function (svg, scale, ticks, size, published) {
    const middle = size.marks_px / 2;
    svg.setAttribute("width", scale.width_px);
    svg.setAttribute("height", A.laneHeight(size));
    const fill = A.svg("rect", { class: "atlas-lane-fill", x: 0, y: 0, height: size.marks_px });
    svg.replaceChildren(fill);
    for (const x of ticks.flatMap(({ lines }) => lines)) {
      svg.append(upright("atlas-lane-grid", x, size));
    }
    for (const part of scale.parts) {
      if (part.kind !== "gap") continue;
      const x = (part.x0 + part.x1) / 2;
      const half = Math.min(9, (part.x1 - part.x0) / 2 - 2);
      const wave = [-1, -0.5, 0, 0.5, 1].map((step, index) =>
        `${x + step * half},${middle + (index % 2 ? -4 : index === 0 || index === 4 ? 0 : 4)}`);
      svg.append(
        A.svg("rect", { class: "atlas-lane-break", x: part.x0, y: 0, width: part.x1 - part.x0,
          height: size.marks_px }),
        A.svg("polyline", { class: "atlas-lane-zigzag", points: wave.join(" ") }));
    }
    if (published !== null) {
      svg.append(upright("atlas-lane-published", scale.mid(published), size));
    }
    return { fill, handle: A.laneHandle(svg, scale, size) };
  };

  // Corners of a side's plate, so that colour never says the side alone; a circle has none.
  const CORNERS = { square: [4, 45], diamond: [4, 0], hexagon: [6, 0], shield: [3, 90],
    octagon: [8, 22.5] };

  A.plate = function (className, x, y, radius_px, plate) {
    const [corners, turned] = CORNERS[plate] || [0, 0];
    if (!corners) return A.svg("circle", { class: className, cx: x, cy: y, r: radius_px });
    const points = Array.from({ length: corners }, (_, index) => {
      const angle = ((turned + (360 / corners) * index) * Math.PI) / 180;
      return `${x + 1.2 * radius_px * Math.cos(angle)},${y + 1.2 * radius_px * Math.sin(angle)}`;
    });
    return A.svg("polygon", { class: className, points: points.join(" ") });
  };

  // A bar with a cap where its stop is; a span of months is a thin one.
  function bar(mark, y, size) {
    const thick_px = mark.long ? size.bar_px / 2 : size.bar_px;
    const [cap, half] = [2.5, size.dot_px + 0.5];
    const [top, low] = [y - thick_px / 2, y + thick_px / 2];
    return A.svg("path", { class: "atlas-mark-body", d: `M${mark.x0} ${y - half}h${cap}V${top}` +
      `H${mark.x1}V${low}H${mark.x0 + cap}V${y + half}H${mark.x0}z` });
  }

  function shape(mark, size, y, side) {
    const group = A.svg("g", { class: "atlas-mark", "data-event": mark.event.id });
    group.style.setProperty("--atlas-side", side ? side.color : A.color("side-other"));
    const halo = A.svg("circle", { class: "atlas-mark-halo", cx: mark.x, cy: y,
      r: size.dot_px + 2.5 });
    const [before, after] = mark.tails;
    if (before || after) {
      group.append(A.svg("line", { class: "atlas-mark-tail", x1: mark.x - before,
        x2: mark.x + after, y1: y, y2: y }));
    }
    group.append(halo, mark.bar ? bar(mark, y, size)
      : A.plate("atlas-mark-body", mark.x, y, size.dot_px, side && side.plate));
    return group;
  }

  // Draw a lane once for a width; `update` afterwards touches only the marks that changed.
  A.drawLane = function (svg, view, article, scale, ticks, size) {
    const { atlas, store } = view;
    const events = article.stops.map((id) => atlas.event[id]);
    const published = A.day(article.published_on);
    const { fill, handle } = A.laneGround(svg, scale, ticks, size, published);
    const marks = A.placeStops(events, store.state, scale, size, published);
    if (A.isCrowded(marks, scale)) {
      return A.drawCrowd(view, article, { fill, handle }, marks, scale, size);
    }
    const rowTop = (row) => size.marks_px / 2 + (row - 1) * size.row_px;
    const groups = marks.map((mark) =>
      shape(mark, size, rowTop(mark.row), atlas.side[mark.event.side]));
    for (const bars of [true, false]) {
      marks.forEach((mark, index) => {
        if (mark.bar === bars) svg.append(groups[index]);
      });
    }
    const drawn = marks.map(() => "");

    const places = marks.map(({ x }) => x);
    const left_px = marks.length ? Math.min(...places) : FIRST_PX;
    handle.span(left_px - BEFORE_FIRST_PX, Math.max(left_px, ...places));
    const words = A.handleWords(marks, size.isShort);

    return {
      marks,
      left_px,
      handle,
      // Under the marks no row is meant, only a place along the track.
      markAt: (px, py) => A.nearestMark(marks, px, py > size.marks_px ? null : py, rowTop),
      update(reached, { state, shown }) {
        const x = reached ? marks[reached - 1].x : left_px - BEFORE_FIRST_PX;
        handle.moveTo(x, words[reached]);
        A.change(fill, "width", String(x));
        // Of what those who are switched off did nothing is left.
        const on = A.partsOn(state);
        marks.forEach((mark, index) => {
          const match = shown.get(mark.event.id);
          const look = ["atlas-mark",
            index < reached ? "atlas-is-reached" : "atlas-is-ahead",
            index < reached && !match ? "atlas-is-out" : "",
            A.isAnyOn(mark.event.counting[state.role], on) ? "" : "atlas-is-gone",
            match === "possible" ? "atlas-is-possible" : "",
            mark.undated ? "atlas-is-undated" : "",
            state.current === mark.event.id || state.event === mark.event.id
              ? "atlas-is-current" : ""].filter(Boolean).join(" ");
          if (look === drawn[index]) return;
          drawn[index] = look;
          groups[index].setAttribute("class", look);
        });
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));

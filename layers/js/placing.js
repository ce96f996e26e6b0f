// Room on the map: boxes already taken, the free spot nearest to a place, lines with arrow heads.
(function (A) {
  "use strict";

  const CELL_PX = 64;
  const RINGS = 12;
  const ARC_STEPS = 14;

  // Boxes {x0, y0, x1, y1} in pixels of the zoomed world, found again by the cells they touch.
  A.room = function () {
    const cells = new Map();
    const each = (box, visit) => {
      for (let x = Math.floor(box.x0 / CELL_PX); x <= Math.floor(box.x1 / CELL_PX); x += 1) {
        for (let y = Math.floor(box.y0 / CELL_PX); y <= Math.floor(box.y1 / CELL_PX); y += 1) {
          if (visit(`${x} ${y}`) === false) return false;
        }
      }
      return true;
    };
    return {
      take(box) {
        each(box, (key) => {
          if (!cells.has(key)) cells.set(key, []);
          cells.get(key).push(box);
        });
      },
      isFree: (box) => each(box, (key) => !(cells.get(key) || []).some((other) =>
        box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1)),
    };
  };

  A.boxAround = (x, y, halfWidth, halfHeight = halfWidth) =>
    ({ x0: x - halfWidth, y0: y - halfHeight, x1: x + halfWidth, y1: y + halfHeight });

  // Offsets from the middle outward, ring by ring, each ring from its top clockwise.
  function spiral(step_px) {
    const slots = [{ x: 0, y: 0 }];
    for (let ring = 1; ring <= RINGS; ring += 1) {
      for (let k = 0; k < 6 * ring; k += 1) {
        const angle = (k / (6 * ring)) * 2 * Math.PI - Math.PI / 2;
        slots.push({ x: ring * step_px * Math.cos(angle), y: ring * step_px * Math.sin(angle) });
      }
    }
    return slots;
  }

  // Where a mark of `size_px` finds room nearest to its point: one place, many marks, none hidden.
  A.fan = function (room, size_px) {
    const slots = spiral(size_px);
    return (point) => {
      for (const slot of slots) {
        const box = A.boxAround(point.x + slot.x, point.y + slot.y, size_px / 2 - 0.5);
        if (room.isFree(box)) {
          room.take(box);
          return slot;
        }
      }
      return slots[0];
    };
  };

  // A path as gentle arcs, so that movements between the same places lie side by side.
  A.arc = function (map, path, bow) {
    const points = path.map((at) => map.options.crs.latLngToPoint(globalThis.L.latLng(at), 12));
    const line = [];
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [points[i - 1], points[i]];
      const middle = { x: (a.x + b.x) / 2 + (b.y - a.y) * bow, y: (a.y + b.y) / 2 - (b.x - a.x) * bow };
      for (let step = i > 1 ? 1 : 0; step <= ARC_STEPS; step += 1) {
        const t = step / ARC_STEPS;
        const [u, v, w] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
        line.push(map.options.crs.pointToLatLng(globalThis.L.point(
          u * a.x + v * middle.x + w * b.x, u * a.y + v * middle.y + w * b.y), 12));
      }
    }
    return line;
  };

  // Corners of a head at the end of a line, for this zoom.
  function headOf(map, line, size_px) {
    const points = line.map((at) => map.project(at));
    const tip = points[points.length - 1];
    let before = points[points.length - 2];
    for (let i = points.length - 2; i >= 0 && tip.distanceTo(before) < size_px; i -= 1) {
      before = points[i];
    }
    const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
    const corner = (turn) => map.unproject([tip.x - size_px * Math.cos(angle + turn),
      tip.y - size_px * Math.sin(angle + turn)]);
    return [corner(0.45), map.unproject(tip), corner(-0.45)];
  }

  // A head that goes with a line on and off the map and keeps its size; open heads mean planned.
  A.arrow = function (board, line, size_px, isOpen) {
    const { L, map } = board;
    const { color, pane, weight } = line.options;
    const style = { pane, color, interactive: false, className: "atlas-head" };
    const head = isOpen
      ? L.polyline([], Object.assign(style, { weight: Math.max(1.5, weight), fill: false }))
      : L.polygon([], Object.assign(style, { weight: 1, fillOpacity: 1 }));
    const fit = () => head.setLatLngs(headOf(map, line.getLatLngs(), size_px));
    const on = () => {
      fit();
      head.addTo(map);
      map.on("zoomend", fit);
    };
    const off = () => {
      head.remove();
      map.off("zoomend", fit);
    };
    line.on("add", on);
    line.on("remove", off);
    if (map.hasLayer(line)) on();
    return head;
  };
})((globalThis.CorridorAtlas ??= {}));

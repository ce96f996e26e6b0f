// Room on the map: boxes already taken, free spots beside a place, and which places gather marks.
(function (A) {
  "use strict";

  const CELL_PX = 64;
  const RING_STEP_PX = 6;
  const FIRST_RING = 0.75;
  const FAR = 2.2;
  const NEIGHBOUR = 4;

  const meet = (box, other) =>
    box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1;

  A.boxesMeet = meet;

  // Boxes {x0, y0, x1, y1} in pixels of the zoomed world, found again by the cells they touch.
  A.room = function (taken = []) {
    const cells = new Map();
    const each = (box, visit) => {
      for (let x = Math.floor(box.x0 / CELL_PX); x <= Math.floor(box.x1 / CELL_PX); x += 1) {
        for (let y = Math.floor(box.y0 / CELL_PX); y <= Math.floor(box.y1 / CELL_PX); y += 1) {
          if (visit(`${x} ${y}`) === false) return false;
        }
      }
      return true;
    };
    const room = {
      take(box) {
        each(box, (key) => {
          if (!cells.has(key)) cells.set(key, []);
          cells.get(key).push(box);
        });
      },
      isFree: (box) => each(box, (key) => !(cells.get(key) || []).some((other) => meet(box, other))),
    };
    taken.forEach(room.take);
    return room;
  };

  A.boxAround = (x, y, halfWidth, halfHeight = halfWidth) =>
    ({ x0: x - halfWidth, y0: y - halfHeight, x1: x + halfWidth, y1: y + halfHeight });

  // Offsets from the middle outward to `reach_px`, ring by ring, each from its top clockwise.
  function spiral(size_px, reach_px) {
    const spots = [{ x: 0, y: 0 }];
    for (let radius = size_px * FIRST_RING; radius <= reach_px; radius += RING_STEP_PX) {
      const count = Math.max(8, Math.floor((4 * Math.PI * radius) / size_px));
      for (let k = 0; k < count; k += 1) {
        const angle = (k / count) * 2 * Math.PI - Math.PI / 2;
        spots.push({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
      }
    }
    return spots;
  }

  // Where a mark finds room nearest to its point; null where none is within reach.
  A.fan = function (room, size_px, reach_px) {
    const spots = spiral(size_px, reach_px);
    return (point) => {
      for (const spot of spots) {
        const box = A.boxAround(point.x + spot.x, point.y + spot.y, size_px / 2 - 0.5);
        if (room.isFree(box)) {
          room.take(box);
          return spot;
        }
      }
      return null;
    };
  };

  // Marks that go first, then those alone at a place, then badges, then fans, the small ones first.
  function units(marks, byPlace, closed) {
    const all = marks.map((mark) => {
      const size = byPlace.get(mark.place).length;
      const rank = mark.first ? 0 : size === 1 ? 1 : 2 + size;
      return { mark, place: mark.place, point: mark.point, rank };
    }).filter(({ mark, place }) => mark.first || !closed.has(place));
    for (const place of closed) {
      all.push({ place, point: byPlace.get(place)[0].point, rank: 2 });
    }
    return all.sort((a, b) => a.rank - b.rank);
  }

  function attempt({ marks, taken, size_px, reach_px }, byPlace, closed) {
    const room = A.room(taken);
    const near = A.fan(room, size_px, reach_px);
    const far = A.fan(room, size_px, reach_px * FAR);
    const canClose = (place) => !closed.has(place) &&
      byPlace.get(place).filter((mark) => !mark.first).length > 1;
    const result = { slots: new Map(), badges: new Map(), crowded: null };
    const put = ({ mark, place }, spot) => {
      if (mark) result.slots.set(mark.id, spot);
      else result.badges.set(place, { slot: spot, ids: [] });
    };
    for (const unit of units(marks, byPlace, closed)) {
      const spot = near(unit.point);
      if (spot) {
        put(unit, spot);
        continue;
      }
      if (unit.mark && closed.has(unit.place)) continue;
      const distance = (place) => {
        const { point } = byPlace.get(place)[0];
        return Math.hypot(point.x - unit.point.x, point.y - unit.point.y);
      };
      result.crowded = canClose(unit.place) ? unit.place : [...byPlace.keys()].filter((place) =>
        canClose(place) && distance(place) < NEIGHBOUR * reach_px)
        .sort((a, b) => distance(a) - distance(b))[0] ?? null;
      if (result.crowded) return result;
      put(unit, far(unit.point) || { x: 0, y: 0 });
    }
    return result;
  }

  // A slot for each mark within reach of its place. Where they do not fit, a place gathers its marks
  // in one badge. `marks`: {id, place, point, first}, the first ones keep a pin of their own.
  A.slots = function (given) {
    const byPlace = new Map();
    for (const mark of given.marks) {
      if (!byPlace.has(mark.place)) byPlace.set(mark.place, []);
      byPlace.get(mark.place).push(mark);
    }
    const closed = new Set(given.closed || []);
    let result = attempt(given, byPlace, closed);
    while (result.crowded) {
      closed.add(result.crowded);
      result = attempt(given, byPlace, closed);
    }
    for (const mark of given.marks) {
      if (!result.slots.has(mark.id)) result.badges.get(mark.place).ids.push(mark.id);
    }
    return result;
  };
})((globalThis.CorridorAtlas ??= {}));

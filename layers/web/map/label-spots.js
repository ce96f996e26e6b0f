// Where a name may stand: about its dot, beside the longest leg of a course, at a line's end.
import { boxAround, dotHalf_px } from "../rules/index.js";
import { ribbonHalf_px } from "./shift-spots.js";

const GAP_PX = 2;
const ROOM_FOR_PIN_PX = 12;
// Right, left, above, below, then the corners.
const AROUND = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];
// So broad that a name that stands a degree aside is still in the middle of it.
const BROAD = ["Syria", "Iraq", "Iran", "Turkey", "Saudi Arabia"];
const ASIDE_DEGREES = [0, 0.5, 1];
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
const BACK_PX = [16, 30, 46, 64, 86, 112, 144];

// Close to the dot; where a pin sits on it, beside the pin. Names without a dot stand in the middle.
function aboutPoint(kind, point, width, height) {
  const around = (x, y) => boxAround(point.x + x, point.y + y, width / 2 + 1, height / 2);
  const half = dotHalf_px(kind);
  if (!half) return [around(0, 0)];
  return [half, half + ROOM_FOR_PIN_PX].flatMap((gap) => AROUND.map(([dx, dy]) =>
    around(dx * (width / 2 + (dy ? gap * 0.6 : gap + GAP_PX)), dy * (height / 2 + gap - 1))));
}

function inCountry(map, { lat, lon }, width, height) {
  return ASIDE_DEGREES.flatMap((aside) => (aside ? AROUND : [[0, 0]]).map(([dx, dy]) => {
    const { x, y } = map.project([lat - dy * aside, lon + dx * aside]);
    return boxAround(x, y, width / 2 + 1, height / 2);
  }));
}

// Just outside the ribbon, below it and above.
function besideLeg(map, leg, width, height) {
  const [a, b] = leg.map((at) => map.project(at));
  const slope = (b.y - a.y) / (b.x - a.x || 1);
  const off = ribbonHalf_px(map) * Math.hypot(1, slope) + Math.abs(slope) * (width / 2) + height / 2;
  return SHARES.flatMap((share) => [1, -1].map((way) =>
    boxAround(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share + way * off,
      width / 2 + 1, height / 2)));
}

// Beside a line, from its tip backward.
function besideEnd(map, line, width, height) {
  const points = line.map((at) => map.project(at)).reverse();
  const spots = [];
  let passed = 0;
  let next = 0;
  for (let i = 1; i < points.length && next < BACK_PX.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    const length = a.distanceTo(b);
    while (next < BACK_PX.length && BACK_PX[next] <= passed + length) {
      const share = (BACK_PX[next] - passed) / length;
      const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
      const off = Math.abs(uy) * (width / 2) + Math.abs(ux) * (height / 2) + 4;
      for (const way of [1, -1]) {
        spots.push(boxAround(a.x + (b.x - a.x) * share - way * uy * off,
          a.y + (b.y - a.y) * share + way * ux * off, width / 2, height / 2));
      }
      next += 1;
    }
    passed += length;
  }
  return spots;
}

export function labelSpots({ map, store }, { label, width, height }) {
  if (label.kind === "note") return besideEnd(map, label.line, width, height);
  if (label.kind === "course") {
    return besideLeg(map, store.state.stated_only ? label.stated_leg : label.leg, width, height);
  }
  if (label.kind === "country" && BROAD.includes(label.text)) return inCountry(map, label, width, height);
  return aboutPoint(label.kind, map.project([label.lat, label.lon]), width, height);
}

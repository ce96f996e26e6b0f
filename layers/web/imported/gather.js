// Where imported events crowd: one counted disc for each cell of a grid, its ring parted by side.
import { sans, themeColor } from "../base/index.js";
import { POINT_NONE } from "../rules/index.js";

const CELL_PX = 46;
const ALONE = 3;
// The most events that a view shows one by one, however close they stand.
const SINGLY = 400;
const LEAST_RADIUS_PX = 6.5;
const PER_DECADE_PX = 4;
const RING_PX = 3.6;
const OUTSIDE = -1;

const radius_px = (count) =>
  Math.min(CELL_PX / 2 - 1, LEAST_RADIUS_PX + PER_DECADE_PX * Math.log10(count));

// "845", "1.2k", "38k": what fits a disc.
export function shortCount(count) {
  if (count < 1000) return String(count);
  const thousands = count / 1000;
  return `${thousands < 9.95 ? thousands.toFixed(1).replace(/\.0$/, "") : Math.round(thousands)}k`;
}

export function pointGather(context, atlas) {
  const sides = atlas.sides.map(({ id }) => id);
  let frame = null;
  let columns = 0;
  let cells = new Int32Array(0);
  let sideOf = new Uint8Array(0);
  let counts = new Int32Array(0);
  let sums = new Float64Array(0);
  let discs = [];

  // The grid stands on the world, not on the canvas, so that panning moves discs and changes none.
  function layout(set, given) {
    frame = given;
    const cell = CELL_PX * frame.ratio;
    const first = Math.floor(frame.left_px / cell);
    const top = Math.floor(frame.top_px / cell);
    columns = Math.ceil(frame.width / cell) + 1;
    const rows = Math.ceil(frame.height / cell) + 1;
    counts = new Int32Array(columns * rows * sides.length);
    sums = new Float64Array(columns * rows * 2);
    sideOf = Uint8Array.from(set.facets, ({ side }) => sides.indexOf(side));
    if (cells.length !== set.count) cells = new Int32Array(set.count);
    for (let i = 0; i < set.count; i += 1) {
      const cx = Math.floor((set.x[i] * frame.world_px) / cell) - first;
      const cy = Math.floor((set.y[i] * frame.world_px) / cell) - top;
      cells[i] = cx >= 0 && cy >= 0 && cx < columns && cy < rows ? cy * columns + cx : OUTSIDE;
    }
  }

  function count({ x, y, facet }, match) {
    counts.fill(0);
    sums.fill(0);
    let all = 0;
    for (let i = 0; i < match.length; i += 1) {
      const cell = cells[i];
      if (match[i] === POINT_NONE || cell === OUTSIDE) continue;
      counts[cell * sides.length + sideOf[facet[i]]] += 1;
      sums[2 * cell] += x[i];
      sums[2 * cell + 1] += y[i];
      all += 1;
    }
    return all;
  }

  // The middle of what a cell holds, moved no further than keeps the disc inside its cell.
  function discOf(cell, bySide, total) {
    const radius = radius_px(total) * frame.ratio;
    const size = CELL_PX * frame.ratio;
    const at = (sum, corner_px, index) => {
      const origin = Math.floor(corner_px / size) * size - corner_px + index * size;
      const middle = (sum / total) * frame.world_px - corner_px;
      return Math.min(Math.max(middle, origin + radius), origin + size - radius);
    };
    return { cell, bySide, total, radius, x: at(sums[2 * cell], frame.left_px, cell % columns),
      y: at(sums[2 * cell + 1], frame.top_px, Math.floor(cell / columns)) };
  }

  function drawDisc({ bySide, total, radius, x, y }) {
    const { paint } = frame;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = paint(themeColor("mark-line"));
    context.fill();
    let from = -Math.PI / 2;
    bySide.forEach((part, index) => {
      if (!part) return;
      const to = from + (2 * Math.PI * part) / total;
      context.beginPath();
      context.moveTo(x, y);
      context.arc(x, y, radius - frame.ratio, from, to);
      context.fillStyle = paint(atlas.sides[index].color);
      context.fill();
      from = to;
    });
    context.beginPath();
    context.arc(x, y, radius - RING_PX * frame.ratio, 0, 2 * Math.PI);
    context.fillStyle = paint(themeColor("paper"));
    context.fill();
    context.fillStyle = paint(themeColor("ink"));
    context.fillText(shortCount(total), x, y + 0.5 * frame.ratio);
  }

  // Parts what `match` shows: `alone` takes the rows that stand singly, the rest goes into discs.
  // Returns how many events the canvas shows.
  function sort(set, match, alone) {
    const all = count(set, match);
    const few = new Uint8Array(counts.length / sides.length);
    discs = [];
    for (let cell = 0; cell < few.length; cell += 1) {
      const bySide = counts.subarray(cell * sides.length, (cell + 1) * sides.length);
      let total = 0;
      for (const part of bySide) total += part;
      if (total > ALONE && all > SINGLY) discs.push(discOf(cell, [...bySide], total));
      else few[cell] = 1;
    }
    for (let i = 0; i < match.length; i += 1) {
      alone[i] = cells[i] !== OUTSIDE && few[cells[i]] ? match[i] : POINT_NONE;
    }
    return all;
  }

  function draw() {
    context.font = sans(600, 10.5 * frame.ratio);
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const disc of discs) drawDisc(disc);
  }

  return {
    layout,
    sort,
    draw,
    clear() {
      discs = [];
    },
    under: (px, py) => discs.find(({ x, y, radius }) => Math.hypot(x - px, y - py) <= radius),
    rowsIn(match, { cell }) {
      const rows = [];
      for (let i = 0; i < match.length; i += 1) {
        if (match[i] !== POINT_NONE && cells[i] === cell) rows.push(i);
      }
      return rows;
    },
    discs: () => discs,
  };
}

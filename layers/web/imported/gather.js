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

/**
 * @typedef {object} Grid The cells of a canvas and what lies in each.
 * @property {any} frame What the canvas shows, as pointFrame says.
 * @property {number} columns
 * @property {Int32Array} cells By row of the set: its cell, or OUTSIDE.
 * @property {number} sides How many sides there are.
 * @property {Uint8Array} sideOf By combination: its side.
 * @property {Int32Array} counts By cell and side.
 * @property {Float64Array} sums By cell: of x and of y.
 */

/**
 * The grid stands on the world, not on the canvas, so that panning moves discs and changes none.
 * @returns {Grid}
 */
function gridOf(set, frame, sides, before) {
  const cell = CELL_PX * frame.ratio;
  const first = Math.floor(frame.left_px / cell);
  const top = Math.floor(frame.top_px / cell);
  const columns = Math.ceil(frame.width / cell) + 1;
  const rows = Math.ceil(frame.height / cell) + 1;
  const cells = before && before.cells.length === set.count ? before.cells : new Int32Array(set.count);
  const { x, y } = set;
  const { world_px } = frame;
  for (let i = 0; i < set.count; i += 1) {
    const cx = Math.floor((x[i] * world_px) / cell) - first;
    const cy = Math.floor((y[i] * world_px) / cell) - top;
    cells[i] = cx >= 0 && cy >= 0 && cx < columns && cy < rows ? cy * columns + cx : OUTSIDE;
  }
  return { frame, columns, cells, sides: sides.length,
    sideOf: Uint8Array.from(set.combinations, ({ side }) => sides.indexOf(side)),
    counts: new Int32Array(columns * rows * sides.length), sums: new Float64Array(columns * rows * 2) };
}

// How many of what `match` shows lie on the canvas; by cell they are counted into the grid.
function countInto({ cells, sides, sideOf, counts, sums }, { x, y, combination }, match) {
  counts.fill(0);
  sums.fill(0);
  let all = 0;
  for (let i = 0; i < match.length; i += 1) {
    const cell = cells[i];
    if (match[i] === POINT_NONE || cell === OUTSIDE) continue;
    counts[cell * sides + sideOf[combination[i]]] += 1;
    sums[2 * cell] += x[i];
    sums[2 * cell + 1] += y[i];
    all += 1;
  }
  return all;
}

// The middle of what a cell holds, moved no further than keeps the disc inside its cell.
function discOf({ frame, columns, sums }, cell, bySide, total) {
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

function drawDisc(context, atlas, { paint, ratio }, { bySide, total, radius, x, y }) {
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
    context.arc(x, y, radius - ratio, from, to);
    context.fillStyle = paint(atlas.sides[index].color);
    context.fill();
    from = to;
  });
  context.beginPath();
  context.arc(x, y, radius - RING_PX * ratio, 0, 2 * Math.PI);
  context.fillStyle = paint(themeColor("paper"));
  context.fill();
  context.fillStyle = paint(themeColor("ink"));
  context.fillText(shortCount(total), x, y + 0.5 * ratio);
}

// The discs for cells that hold more than a few, once there are many; `few` takes 1 for the others.
function discsOf(grid, all, few) {
  const { sides, counts } = grid;
  const discs = [];
  for (let cell = 0; cell < few.length; cell += 1) {
    const bySide = counts.subarray(cell * sides, (cell + 1) * sides);
    let total = 0;
    for (const part of bySide) total += part;
    if (total > ALONE && all > SINGLY) discs.push(discOf(grid, cell, [...bySide], total));
    else few[cell] = 1;
  }
  return discs;
}

export function pointGather(context, atlas) {
  const sides = atlas.sides.map(({ id }) => id);
  /** @type {Grid | null} */
  let grid = null;
  /** @type {ReturnType<typeof discOf>[]} */
  let discs = [];

  return {
    layout(set, frame) {
      grid = gridOf(set, frame, sides, grid);
    },
    // Parts what `match` shows: `alone` takes the rows that stand singly, the rest goes into discs.
    // Returns how many events the canvas shows.
    sort(set, match, alone) {
      if (!grid) return 0;
      const { cells, counts } = grid;
      const all = countInto(grid, set, match);
      const few = new Uint8Array(counts.length / sides.length);
      discs = discsOf(grid, all, few);
      for (let i = 0; i < match.length; i += 1) {
        alone[i] = cells[i] !== OUTSIDE && few[cells[i]] ? match[i] : POINT_NONE;
      }
      return all;
    },
    draw() {
      if (!grid) return;
      const { frame } = grid;
      context.font = sans(600, 10.5 * frame.ratio);
      context.textAlign = "center";
      context.textBaseline = "middle";
      for (const disc of discs) drawDisc(context, atlas, frame, disc);
    },
    clear() {
      discs = [];
    },
    under: (px, py) => discs.find(({ x, y, radius }) => Math.hypot(x - px, y - py) <= radius),
    rowsIn(match, { cell }) {
      const rows = [];
      const cells = grid ? grid.cells : [];
      for (let i = 0; i < match.length; i += 1) {
        if (match[i] !== POINT_NONE && cells[i] === cell) rows.push(i);
      }
      return rows;
    },
    discs: () => discs,
  };
}

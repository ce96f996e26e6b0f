// Where imported events crowd: each is counted in one disc or stands alone, and a disc stands where its events do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { POINT_CERTAIN, POINT_NONE, POINT_POSSIBLE, pointGather, shortCount } from "./modules.js";

const SIDES = [{ id: "one", color: "red" }, { id: "two", color: "green" }, { id: "three", color: "blue" }];
const COMBINATIONS = [{ side: "two" }, { side: "one" }, { side: "three" }, { side: "two" }];
const WORLD_PX = 4096;
const FRAME = { ratio: 1, width: 640, height: 420, left_px: 1010, top_px: 1608, world_px: WORLD_PX,
  paint: (color) => color };
// So many events more at one place that what is near is gathered.
const MANY = 401;

// A repeatable chance from 0 to 1.
function chances(seed) {
  let now = seed;
  return () => {
    now = (Math.imul(now, 1664525) + 1013904223) >>> 0;
    return now / 2 ** 32;
  };
}

// A set with events at these pixels of the canvas.
const setOf = (places, { left_px, top_px } = FRAME) => ({ count: places.length, combinations: COMBINATIONS,
  x: Float64Array.from(places, ([x]) => (left_px + x) / WORLD_PX),
  y: Float64Array.from(places, ([, y]) => (top_px + y) / WORLD_PX),
  combination: Uint8Array.from(places, (_, at) => at % COMBINATIONS.length) });

const allOf = ({ count }) => new Uint8Array(count).fill(POINT_CERTAIN);

function gathered(set, { match = allOf(set), frame = FRAME, context = {} } = {}) {
  const gather = pointGather(context, { sides: SIDES });
  const alone = new Uint8Array(set.count);
  gather.layout(set, frame);
  const standing = gather.sort(set, match, alone);
  return { gather, alone, standing, discs: gather.discs() };
}

const scattered = (count, seed) => {
  const chance = chances(seed);
  return Array.from({ length: count }, () => [20 + 600 * chance(), 20 + 380 * chance()]);
};

const crowdAt = (x, y, count = MANY) => Array.from({ length: count }, () => [x, y]);

test("each event shown is in one disc or alone, and none that is not shown is in either", () => {
  const chance = chances(5);
  const set = setOf(scattered(3000, 9));
  const match = allOf(set).map(() => [POINT_NONE, POINT_CERTAIN, POINT_POSSIBLE][Math.floor(3 * chance())]);
  const { gather, alone, standing, discs } = gathered(set, { match });
  assert.equal(standing, match.filter((one) => one !== POINT_NONE).length);
  assert.ok(discs.length > 50);
  const within = discs.flatMap((disc) => gather.rowsIn(match, disc));
  const single = [...alone.keys()].filter((row) => alone[row] !== POINT_NONE);
  assert.equal(new Set([...within, ...single]).size, within.length + single.length);
  assert.equal(within.length + single.length, standing);
  for (const row of single) assert.equal(alone[row], match[row]);
  for (const row of within) assert.notEqual(match[row], POINT_NONE);
  for (const disc of discs) {
    const rows = gather.rowsIn(match, disc);
    assert.equal(rows.length, disc.total);
    assert.deepEqual(disc.bySide, SIDES.map(({ id }) =>
      rows.filter((row) => COMBINATIONS[set.combination[row]].side === id).length));
  }
});

test("what lies off the canvas is neither counted nor drawn", () => {
  const far = [[-500, 100], [5000, 100], [100, -900], [100, 5000], [NaN, NaN]];
  const set = setOf([...crowdAt(300, 200), ...far]);
  const { alone, standing, discs } = gathered(set);
  assert.equal(standing, MANY);
  assert.deepEqual(discs.map(({ total }) => total), [MANY]);
  assert.ok(alone.every((one) => one === POINT_NONE));
});

test("up to 400 events stand singly, and so do three that are near each other beside a crowd", () => {
  const few = gathered(setOf(crowdAt(300, 200, MANY - 1)));
  assert.deepEqual(few.discs, []);
  assert.ok(few.alone.every((one) => one === POINT_CERTAIN));
  for (const [near, discs] of [[3, 1], [4, 2]]) {
    const found = gathered(setOf([...crowdAt(300, 200), ...crowdAt(100, 100, near)]));
    assert.equal(found.discs.length, discs);
    assert.equal(found.alone.filter((one) => one !== POINT_NONE).length, discs === 1 ? near : 0);
  }
});

test("what was shown before is not counted again", () => {
  const places = [...crowdAt(300, 200, 450), ...crowdAt(100, 100, 450)];
  const set = setOf(places);
  const { gather, alone } = gathered(set);
  const match = allOf(set).fill(POINT_NONE, 450);
  assert.equal(gather.sort(set, match, alone), 450);
  const one = gathered(setOf(places.slice(0, 450))).discs;
  assert.deepEqual(gather.discs().map(({ total, x, y }) => [total, x, y]), one.map(({ total, x, y }) => [total, x, y]));
});

for (const [axis, end] of [["x", FRAME.width], ["y", FRAME.height]]) {
  test(`a crowd anywhere on the canvas is one disc at it, beyond its edge none elsewhere: ${axis}`, () => {
    for (let at = -150; at < end + 150; at += 3) {
      const place = { x: 200, y: 200, [axis]: at };
      const set = setOf(crowdAt(place.x, place.y));
      const { gather, discs } = gathered(set);
      assert.ok(discs.length === 1 || (discs.length === 0 && (at < 0 || at > end)), `${at}`);
      for (const disc of discs) {
        assert.ok(Math.max(Math.abs(disc.x - place.x), Math.abs(disc.y - place.y)) <= disc.radius + 1e-6, `${at}`);
        assert.deepEqual(gather.rowsIn(allOf(set), disc), [...allOf(set).keys()]);
      }
    }
  });
}

test("a crowd in any corner of the canvas is a disc there", () => {
  for (const [x, y] of [[1, 1], [FRAME.width - 1, 1], [1, FRAME.height - 1], [FRAME.width - 1, FRAME.height - 1]]) {
    const { discs, standing } = gathered(setOf(crowdAt(x, y)));
    assert.deepEqual([standing, discs.map(({ total }) => total)], [MANY, [MANY]]);
    assert.ok(Math.max(Math.abs(discs[0].x - x), Math.abs(discs[0].y - y)) <= discs[0].radius + 1e-6);
  }
});

test("no disc lies on another, however many it holds, and more events make it larger", () => {
  const crowds = [[300, 200], [346, 200], [300, 246]].flatMap(([x, y]) => crowdAt(x, y, 30_000));
  const { discs } = gathered(setOf([...scattered(3000, 2), ...crowds]));
  discs.forEach((one, at) => discs.slice(at + 1).forEach((other) =>
    assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius)));
  const sizes = [...discs].sort((a, b) => a.total - b.total).map(({ radius }) => radius);
  assert.deepEqual(sizes, [...sizes].sort((a, b) => a - b));
  assert.ok(sizes[0] < sizes.at(-1));
});

for (const [axis, other] of [["x", "y"], ["y", "x"]]) {
  test(`a disc moves with its events, and no further from them than its cell asks: ${axis}`, () => {
    const moves = Array.from({ length: 200 }, (_, at) => {
      const place = { [axis]: 60 + at, [other]: 171 };
      const { discs: [disc] } = gathered(setOf(crowdAt(place.x, place.y)));
      return { off: disc[axis] - place[axis], at: disc[axis] };
    });
    moves.slice(1).forEach(({ at }, before) => assert.ok(at >= moves[before].at - 1e-6));
    assert.ok(moves.some(({ off }) => Math.abs(off) < 1e-6));
    assert.ok(moves.some(({ off }) => off > 1) && moves.some(({ off }) => off < -1));
  });
}

test("a disc stands in the middle of what it holds", () => {
  const { discs: [{ x }] } = gathered(setOf(crowdAt(300, 200)));
  const pair = [...crowdAt(x - 2, 200, 300), ...crowdAt(x + 4, 200, 300)];
  const { discs } = gathered(setOf(pair));
  assert.equal(discs.length, 1);
  assert.ok(Math.abs(discs[0].x - (x + 1)) < 1e-3);
});

test("a pan moves every disc and changes none", () => {
  const places = scattered(3000, 4).map(([x, y]) => [100 + 0.6 * x, 100 + 0.5 * y]);
  const set = setOf(places);
  const before = gathered(set).discs;
  const frame = { ...FRAME, left_px: FRAME.left_px + 37, top_px: FRAME.top_px - 29 };
  const after = gathered(set, { frame }).discs;
  const said = (discs, dx, dy) => discs.map(({ x, y, total, bySide }) =>
    [Math.round(x + dx), Math.round(y + dy), total, ...bySide].join(" ")).sort();
  assert.ok(before.length > 10);
  assert.deepEqual(said(after, 37, -29), said(before, 0, 0));
});

test("the pointer finds a disc where it lies and nowhere else; cleared there is none", () => {
  const { gather, discs: [disc] } = gathered(setOf(crowdAt(300, 200)));
  const { x, y, radius } = disc;
  for (const [dx, dy] of [[0, 0], [radius - 0.1, 0], [0, 0.1 - radius]]) {
    assert.equal(gather.under(x + dx, y + dy), disc);
  }
  for (const [dx, dy] of [[radius + 0.1, 0], [0, -radius - 0.1], [0.8 * radius, 0.8 * radius]]) {
    assert.equal(gather.under(x + dx, y + dy), undefined);
  }
  gather.clear();
  assert.equal(gather.under(x, y), undefined);
});

// What is drawn of a crowd of 1,234, on a canvas with so many pixels for one of the map's.
function drawnAt(ratio) {
  globalThis.document = { documentElement: null };
  globalThis.getComputedStyle = () => ({ getPropertyValue: () => "sans-serif" });
  const drawn = [];
  let arcs = [];
  const context = {
    beginPath() { arcs = []; },
    moveTo: (x, y) => arcs.push({ x, y }),
    arc: (x, y, radius, from, to) => arcs.push({ x, y, radius, from, to }),
    fill() { drawn.push({ arcs, color: this.fillStyle }); },
    fillText(text, x, y) {
      drawn.push({ text, x, y, color: this.fillStyle, font: this.font, align: [this.textAlign, this.textBaseline] });
    } };
  const frame = { ...FRAME, ratio };
  for (const name of ["width", "height", "left_px", "top_px", "world_px"]) frame[name] *= ratio;
  const { gather, discs: [disc] } = gathered(setOf(crowdAt(300, 200, 1234)), { context, frame });
  gather.draw();
  return { disc, drawn };
}

const isColor = ({ color }, name) => color === `var(--atlas-${name})`;

test("a ring is parted by side, from its top all the way round, and counted in the middle", () => {
  const { disc, drawn: [edge, ...rest] } = drawnAt(1);
  const [parts, [middle, said]] = [rest.slice(0, SIDES.length), rest.slice(SIDES.length)];
  let from = -Math.PI / 2;
  parts.forEach(({ arcs: [start, arc], color }, at) => {
    assert.deepEqual([color, start.x, start.y, arc.x, arc.y], [SIDES[at].color, disc.x, disc.y, disc.x, disc.y]);
    assert.ok(Math.abs(arc.from - from) < 1e-9);
    assert.ok(Math.abs((arc.to - arc.from) / (2 * Math.PI) - disc.bySide[at] / disc.total) < 1e-9);
    from = arc.to;
  });
  assert.ok(Math.abs(from - 1.5 * Math.PI) < 1e-9);
  for (const { arcs } of [edge, middle]) {
    assert.deepEqual(arcs.map((one) => [one.x, one.y, one.to - one.from]), [[disc.x, disc.y, 2 * Math.PI]]);
  }
  const [outer, inner] = [edge.arcs[0].radius, middle.arcs[0].radius];
  assert.equal(outer, disc.radius);
  for (const { arcs } of parts) assert.ok(arcs[1].radius < outer && arcs[1].radius > inner && inner > 0);
  assert.ok(isColor(edge, "mark-line") && isColor(middle, "paper") && isColor(said, "ink"));
  assert.deepEqual([said.text, said.x, said.align], ["1.2k", disc.x, ["center", "middle"]]);
  assert.ok(Math.abs(said.y - disc.y) <= 1);
});

test("on a finer screen all of a disc is as large and in the same place", () => {
  const halved = (value) => {
    if (typeof value === "number") return value / 2;
    if (Array.isArray(value)) return value.map(halved);
    if (typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => {
      if (name === "font") return [name, one.replace(/[\d.]+(?=px)/, (size) => size / 2)];
      return [name, name === "from" || name === "to" ? one : halved(one)];
    }));
  };
  assert.deepEqual(halved(drawnAt(2).drawn), drawnAt(1).drawn);
});

test("a count is written in at most four signs", () => {
  const said = [[1, "1"], [999, "999"], [1000, "1k"], [1049, "1k"], [1250, "1.3k"], [2000, "2k"], [9949, "9.9k"],
    [9950, "10k"], [38_400, "38k"], [845_000, "845k"]];
  for (const [count, text] of said) assert.equal(shortCount(count), text);
});

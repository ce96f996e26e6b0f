// Room on the map and where marks stand in it: none on another, none out of its reach, none lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxAround, boxesMeet, freeSpot, leastSpot, markScale, middleOf, reach_px, roomAmong, spotsOf, spreadNow,
  spreadPlan, squareAt } from "./modules.js";

const SIZE_PX = 25;
const NOTHING_KEPT = () => ({ names: [], dots: [] });
const apart_px = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

const mark = (id, place, x, y, more) =>
  ({ id, place, at: [y, x], point: { x, y }, reach_px: 44, first: false, ...more });

const seen = (marks, { reserve = NOTHING_KEPT, shown = marks, apart = [] } = {}) =>
  spreadNow(spreadPlan(marks, 1, reserve), { homes: shown, apart: new Set(apart) });

test("boxes that only touch do not meet", () => {
  const box = boxAround(0, 0, 10, 5);
  assert.deepEqual(box, { x0: -10, y0: -5, x1: 10, y1: 5 });
  assert.ok(boxesMeet(box, boxAround(19, 0, 10, 5)));
  assert.ok(!boxesMeet(box, boxAround(20, 0, 10, 5)));
  assert.ok(!boxesMeet(box, boxAround(0, 10, 10, 5)));
});

test("room knows what is taken, over cells and below zero", () => {
  const room = roomAmong([boxAround(-64, -64, 10), boxAround(500, 20, 100, 4)]);
  assert.ok(!room.isFree(boxAround(-60, -60, 2)));
  assert.ok(!room.isFree(boxAround(405, 20, 2)));
  assert.ok(room.isFree(boxAround(0, 0, 20)));
  room.take(boxAround(0, 0, 1));
  assert.ok(!room.isFree(boxAround(0, 0, 20)));
});

test("what is taken of a box is counted once, however many cells both touch", () => {
  const room = roomAmong([boxAround(64, 64, 32)]);
  assert.equal(room.taken_px2(boxAround(64, 64, 16)), 32 * 32);
  assert.equal(room.taken_px2(boxAround(96, 64, 16)), 16 * 32);
  assert.equal(room.taken_px2(boxAround(300, 300, 16)), 0);
});

test("spots begin in the middle and stay within reach of all homes", () => {
  const one = [{ place: "a", point: { x: 10, y: 20 }, reach_px: 44 }];
  const alone = spotsOf(one, SIZE_PX);
  assert.deepEqual(alone[0], { x: 10, y: 20 });
  for (const spot of alone) assert.ok(apart_px(spot, one[0].point) <= 44 + 1e-9);
  const two = [...one, { place: "b", point: { x: 60, y: 20 }, reach_px: 44 }];
  const shared = spotsOf(two, SIZE_PX);
  assert.ok(shared.length);
  for (const spot of shared) for (const { point } of two) assert.ok(apart_px(spot, point) <= 44 + 1e-9);
  assert.deepEqual(spotsOf([...one, { place: "c", point: { x: 110, y: 20 }, reach_px: 44 }], SIZE_PX), []);
  assert.deepEqual(middleOf(two.map(({ point }) => point)), { x: 35, y: 20 });
});

test("a free spot is the first that nothing covers, else the one that is covered least", () => {
  const spots = [{ x: 0, y: 0 }, { x: 20, y: 0 }, { x: 60, y: 0 }];
  const taken = boxAround(0, 0, 20);
  assert.deepEqual(freeSpot([roomAmong([taken])], spots, SIZE_PX), spots[2]);
  assert.deepEqual(freeSpot([roomAmong([taken]), roomAmong([boxAround(60, 0, 5)])], spots, SIZE_PX), null);
  assert.deepEqual(leastSpot(roomAmong([taken]), spots.slice(0, 2), SIZE_PX), spots[1]);
});

test("a mark alone stands on its place", () => {
  const { slots, discs, leaders } = seen([mark("a", "x", 100, 100)]);
  assert.deepEqual(slots.get("a"), { x: 0, y: 0 });
  assert.deepEqual([discs, leaders], [[], []]);
});

test("marks of one place stand beside each other, each with a line to it", () => {
  const marks = ["a", "b", "c"].map((id) => mark(id, "x", 100, 100));
  const { slots, within, leaders } = seen(marks);
  assert.equal(within.size, 0);
  const squares = marks.map(({ id }) => squareAt(slots.get(id), SIZE_PX));
  squares.forEach((square, at) => squares.slice(at + 1).forEach((other) => assert.ok(!boxesMeet(square, other))));
  assert.equal(leaders.length, [...slots.values()].filter(({ x, y }) => Math.hypot(x, y) > 1).length);
});

for (const [count, step_px] of [[12, 0], [40, 0], [30, 8], [60, 30]]) {
  test(`of ${count} marks ${step_px} px apart each is seen or counted, within reach, on no name`, () => {
    const marks = Array.from({ length: count }, (_, at) =>
      mark(`m${at}`, `p${step_px ? at : 0}`, 300 + (at % 8) * step_px, 300 + Math.floor(at / 8) * step_px));
    const names = [boxAround(330, 290, 20, 6)];
    const { slots, within, discs } = seen(marks, { reserve: () => ({ names, dots: [] }) });
    assert.deepEqual([...slots.keys()].sort(), marks.map(({ id }) => id).sort());
    const counted = discs.flatMap(({ ids }) => ids);
    assert.deepEqual([...counted].sort(), [...within.keys()].sort());
    assert.equal(new Set(counted).size, counted.length);
    for (const { ids, spot, homes } of discs) {
      assert.ok(ids.length > 1);
      for (const { point } of homes) assert.ok(apart_px(spot, point) <= 44 + 1e-9);
    }
    const alone = marks.filter(({ id }) => !within.has(id)).map(({ id, point }) =>
      ({ x: point.x + slots.get(id).x, y: point.y + slots.get(id).y }));
    const squares = [...alone, ...discs.map(({ spot }) => spot)].map((spot) => squareAt(spot, SIZE_PX));
    squares.forEach((square, at) => {
      assert.ok(!names.some((name) => boxesMeet(square, name)));
      squares.slice(at + 1).forEach((other) => assert.ok(!boxesMeet(square, other)));
    });
  });
}

test("where a disc would hold one, that one stands in its spot; with none left there is no disc", () => {
  const marks = Array.from({ length: 40 }, (_, at) => mark(`m${at}`, "p", 300, 300));
  const [disc] = seen(marks).discs;
  const [id] = disc.ids;
  const { slots, discs } = seen(marks, { shown: marks.filter((one) => one.id === id) });
  assert.deepEqual(discs, []);
  assert.deepEqual({ x: 300 + slots.get(id).x, y: 300 + slots.get(id).y }, disc.spot);
  assert.equal(seen(marks, { shown: [] }).slots.size, 0);
});

test("one that is to stand by itself leaves its disc and covers none", () => {
  const marks = Array.from({ length: 40 }, (_, at) => mark(`m${at}`, "p", 300, 300));
  const id = seen(marks).discs[0].ids[0];
  const { slots, within, discs } = seen(marks, { apart: [id] });
  assert.ok(!within.has(id));
  const pin = squareAt({ x: 300 + slots.get(id).x, y: 300 + slots.get(id).y }, SIZE_PX);
  for (const { spot } of discs) assert.ok(!boxesMeet(pin, squareAt(spot, SIZE_PX)));
});

test("a mark stays within 50 km of its place, and within so many pixels", () => {
  const map = (px_a_degree) => ({ project: ([lat]) => ({ y: -lat * px_a_degree }) });
  assert.ok(Math.abs(reach_px(map(20), [34, 39]) - (20 * 50 / 111.195 - 0.75)) < 1e-6);
  assert.equal(reach_px(map(2000), [34, 39]), 44 - 0.75);
  assert.equal(reach_px(map(0), [34, 39]), 0);
});

test("spots go outward ring by ring, each ring clockwise from its top, none far from the next, the last at the reach", () => {
  const home = { place: "a", point: { x: 0, y: 0 }, reach_px: 44 };
  const spots = spotsOf([home], SIZE_PX);
  const far = spots.map((spot) => apart_px(spot, home.point));
  const rings = [...new Set(far.map((px) => Math.round(px * 1e6) / 1e6))];
  assert.deepEqual(rings, [...rings].sort((a, b) => a - b));
  rings.slice(1).forEach((px, at) => assert.ok(px - rings[at] <= 6 + 1e-6));
  assert.equal(rings.at(-1), 44);
  for (const ring of rings.slice(1)) {
    const here = spots.filter((_spot, at) => Math.abs(far[at] - ring) < 1e-5);
    assert.ok(Math.abs(here[0].x) < 1e-6 && here[0].y < 0 && here[1].x > 0);
    const step_px = apart_px(here[0], here[1]);
    assert.ok(here.length >= 16 && step_px <= Math.max(SIZE_PX / 4, (2 * Math.PI * ring) / 16) * 1.05);
    here.forEach((spot, at) => assert.ok(Math.abs(apart_px(spot, here[(at + 1) % here.length]) - step_px) < 1e-6));
  }
});

test("of two homes the one with less reach says how far, and who hardly reaches has no spot but its own", () => {
  const [near, far] = [{ place: "a", point: { x: 0, y: 0 }, reach_px: 5 }, { place: "b", point: { x: 30, y: 0 }, reach_px: 44 }];
  assert.deepEqual(spotsOf([near, far], SIZE_PX), []);
  for (const spot of spotsOf([near], SIZE_PX)) assert.ok(apart_px(spot, near.point) <= 5 + 1e-9);
});

test("a disc names its places by how much of what is seen it holds of each, and those it holds none of not at all", () => {
  const marks = [...["a1", "a2"].map((id) => mark(id, "a", 300, 300, { reach_px: 5 })),
    ...["b1", "b2", "b3"].map((id) => mark(id, "b", 302, 300, { reach_px: 5 })), mark("c1", "c", 301, 300, { reach_px: 5 })];
  const places = (ids) => seen(marks, { shown: marks.filter(({ id }) => ids.includes(id)) }).discs.map((disc) => disc.places);
  assert.deepEqual(places(["a1", "b1", "b2"]), [["b", "a"]]);
  assert.deepEqual(places(["a1", "a2", "b1"]), [["a", "b"]]);
  assert.deepEqual(places(["a1", "a2", "b1", "b2", "b3", "c1"]), [["b", "a", "c"]]);
});

test("marks are smaller where the map shows most, and what keeps room is told where a mark may cover a dot", () => {
  const scale = (zoom) => markScale({ getZoom: () => zoom });
  assert.ok(scale(4) < 1 && scale(5.25) < 1);
  assert.deepEqual([5.5, 6, 12].map(scale), [1, 1, 1]);
  const told = (marks, size) => {
    const said = [];
    spreadPlan(marks, size, (onDot_px) => { said.push(onDot_px); return { names: [], dots: [] }; });
    return said;
  };
  const [wide, tight] = [mark("a", "x", 0, 0), mark("b", "y", 200, 0, { reach_px: 15 })];
  assert.deepEqual(told([wide], 1), [0]);
  assert.deepEqual(told([wide, tight], 1), [SIZE_PX]);
  assert.deepEqual(told([wide, tight], 0.5), [0]);
});

test("where a kilometre is shorter on the map to one side, that side says how far a mark may stand", () => {
  for (const [north_px, south_px] of [[20, 10], [10, 20]]) {
    const map = { project: ([lat]) => ({ y: (34 - lat) * (lat > 34 ? north_px : south_px) }) };
    assert.ok(Math.abs(reach_px(map, [34, 39]) - (10 * 50 / 111.195 - 0.75)) < 1e-6);
  }
});

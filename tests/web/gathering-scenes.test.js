// Which marks stand by themselves and which gather in discs, at one zoom: who has to give way to whom.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxAround, boxesMeet, gather, squareAt } from "./modules.js";

const SIZE_PX = 20;
const mark = (id, place, x, y, more) => ({ id, place, point: { x, y }, reach_px: 44, first: false, ...more });
const some = (count, place, x, y, more) =>
  Array.from({ length: count }, (_, at) => mark(`${place}${at}`, place, x, y, more));

// Names around a box, so that there is room in it alone.
const onlyIn = (x0, y0, x1, y1) => [{ x0: -900, x1: x0, y0: -900, y1: 900 }, { x0: x1, x1: 900, y0: -900, y1: 900 },
  { x0, x1, y0: -900, y1: y0 }, { x0, x1, y0: y1, y1: 900 }];

// Marks by id and discs by the places they stand for: where each is, and what a disc holds.
function gathered(marks, { names = [], dots = [] } = {}) {
  const { slots, discs } = gather({ marks, names, dots, size_px: SIZE_PX });
  const at = ({ x, y }) => [Math.round(x) + 0, Math.round(y) + 0];
  return { slots: Object.fromEntries([...slots].map(([id, spot]) => [id, at(spot)])),
    discs: Object.fromEntries(discs.map(({ key, spot, ids }) => [key, [...at(spot), ids.join(" ")]])) };
}

const permuted = ([a, b, c]) => [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]];

test("who goes first stands on the point, then who is alone at its place, then the smaller fan", () => {
  const onPoint = (...marks) => Object.entries(gathered(marks).slots)
    .filter(([, [x, y]]) => !x && !y).map(([id]) => id);
  const fan = some(3, "fan", 0, 0);
  const [lone, first] = [mark("lone", "lone", 0, 0), mark("first", "other", 0, 0, { first: true })];
  const small = some(2, "small", 0, 0);
  assert.deepEqual(onPoint(...fan, lone, first), ["first"]);
  assert.deepEqual(onPoint(...fan, ...small, lone), ["lone"]);
  assert.deepEqual(onPoint(...fan, ...small), ["small0"]);
  assert.deepEqual(onPoint(...small, ...fan), ["small0"]);
  assert.deepEqual(onPoint(...fan, ...some(2, "some", 0, 0, { first: true })), ["some0"]);
});

test("marks that find no room at their place gather in one disc, and who goes first stands beside it", () => {
  const many = some(40, "p", 0, 0);
  assert.deepEqual(gathered(many), { slots: {}, discs: { p: [0, 0, many.map(({ id }) => id).join(" ")] } });
  const [one, two, ...rest] = many;
  const { slots, discs } = gathered([...rest, { ...one, first: true }, { ...two, first: true }]);
  assert.deepEqual(Object.keys(slots), ["p0", "p1"]);
  assert.deepEqual(slots.p0, [0, 0]);
  assert.equal(discs.p[2], rest.map(({ id }) => id).join(" "));
});

test("one that is alone is not moved by a disc, and a disc is not by a fan", () => {
  const [crowd, fan] = [some(40, "crowd", 0, 0), some(2, "fan", 0, 0)];
  const beside = gathered([...crowd, mark("lone", "lone", 0, 0)]);
  assert.deepEqual(beside.slots, { lone: [0, 0] });
  assert.deepEqual(Object.keys(beside.discs), ["crowd"]);
  const { slots, discs } = gathered([...fan, ...crowd]);
  assert.deepEqual(discs.crowd.slice(0, 2), [0, 0]);
  assert.deepEqual(Object.keys(slots), ["fan0", "fan1"]);
});

test("of too many that all go first some stand, after a disc that holds the others", () => {
  const all = some(40, "p", 0, 0, { first: true });
  const { slots, discs } = gathered(all);
  const standing = Object.keys(slots);
  assert.deepEqual(Object.keys(discs), ["p"]);
  const [x, y, ids] = discs.p;
  assert.deepEqual([x, y], [0, 0]);
  assert.ok(standing.length > 5 && standing.length < 30);
  // In their order: once one finds none, no later one does.
  assert.deepEqual([...standing, ...ids.split(" ")], all.map(({ id }) => id));
});

test("where there is room for two of three places the two nearest share a disc, in whatever order", () => {
  const names = onlyIn(-12, -12, 42, 12);
  const three = [mark("a", "A", 0, 0), mark("b", "B", 6, 0), mark("c", "C", 30, 0)];
  for (const marks of permuted(three)) {
    const { slots, discs } = gathered(marks, { names });
    assert.deepEqual(slots, { c: [30, 0] });
    const [[key, disc]] = Object.entries(discs);
    assert.deepEqual(key.split(" ").sort(), ["A", "B"]);
    assert.deepEqual(disc[2].split(" ").sort(), ["a", "b"]);
    assert.deepEqual(disc.slice(0, 2), [3, 0]);
  }
});

test("places out of each other's reach share none, and who finds no room covers as little as can be", () => {
  const names = onlyIn(-12, -12, 12, 12);
  const two = [mark("a", "A", 0, 0), mark("far", "F", 60, 0, { reach_px: 10 })];
  const { slots, discs } = gathered(two, { names });
  assert.deepEqual(discs, {});
  assert.deepEqual(slots.a, [0, 0]);
  assert.ok(Math.hypot(slots.far[0] - 60, slots.far[1]) <= 10.5);
});

test("a place with several gathers before places share a disc", () => {
  // Room for two: the lone one and the disc of the others.
  const names = onlyIn(-12, -12, 42, 12);
  const marks = [...some(3, "p", 0, 0), mark("lone", "L", 30, 0)];
  const { slots, discs } = gathered(marks, { names });
  assert.deepEqual([slots, discs], [{ lone: [30, 0] }, { p: [0, 0, "p0 p1 p2"] }]);
});

test("who goes first gathers with another too where there is room for no more than their disc", () => {
  const names = onlyIn(-12, -12, 18, 12);
  const two = [mark("a", "A", 0, 0, { first: true }), mark("b", "B", 6, 0, { first: true })];
  for (const marks of [two, two.toReversed()]) {
    const { slots, discs } = gathered(marks, { names });
    assert.deepEqual(slots, {});
    const [[key, disc], ...more] = Object.entries(discs);
    assert.deepEqual([key.split(" ").sort(), disc[2].split(" ").sort(), more], [["A", "B"], ["a", "b"], []]);
    assert.deepEqual(disc.slice(0, 2), [3, 0]);
  }
});

test("a mark keeps off a dot, but for one that has less reach than it is wide", () => {
  const dots = [boxAround(0, 0, 4)];
  const [far, near] = [44, 15].map((reach_px) => gathered([mark("a", "A", 0, 0, { reach_px })], { dots }).slots.a);
  assert.ok(!boxesMeet(squareAt({ x: far[0], y: far[1] }, SIZE_PX), dots[0]), far.join());
  assert.ok(Math.hypot(...near) <= 15.5);
  assert.deepEqual(gathered([mark("a", "A", 0, 0, { reach_px: 10 })], { dots }).slots.a, [0, 0]);
  // Names are covered by neither while there is room.
  const names = [boxAround(0, -30, 60, 30)];
  const { slots: { a } } = gathered([mark("a", "A", 0, 0, { reach_px: 15 })], { dots, names });
  assert.ok(!boxesMeet(squareAt({ x: a[0], y: a[1] }, SIZE_PX), names[0]), a.join());
});

// A repeatable chance from 0 to 1.
function chances(seed) {
  let now = seed;
  return () => {
    now = (Math.imul(now, 1664525) + 1013904223) >>> 0;
    return now / 2 ** 32;
  };
}

for (const wide_px of [60, 150, 400]) {
  test(`on ${wide_px} px each stands alone or is in one disc, within reach of its place and on no other`, () => {
    const chance = chances(wide_px);
    for (let round = 0; round < 20; round += 1) {
      const places = Array.from({ length: 12 }, () => [wide_px * chance(), wide_px * chance()]);
      const marks = places.flatMap(([x, y], at) =>
        Array.from({ length: Math.ceil(6 * chance() ** 2) }, (_, number) =>
          mark(`${at}.${number}`, `P${at}`, x, y, { first: chance() < 0.2 })));
      const { slots, discs } = gather({ marks, names: [], dots: [], size_px: SIZE_PX });
      const held = discs.flatMap(({ ids }) => ids);
      assert.deepEqual([...slots.keys(), ...held].sort(), marks.map(({ id }) => id).sort());
      for (const { id, point, reach_px } of marks) {
        const spot = slots.get(id) ?? discs.find(({ ids }) => ids.includes(id)).spot;
        assert.ok(Math.hypot(spot.x - point.x, spot.y - point.y) <= reach_px + 1e-6);
      }
      for (const { key, homes, ids } of discs) {
        assert.equal(key, homes.map(({ place }) => place).join(" "));
        const those = new Set(homes.map(({ place }) => place));
        assert.ok(ids.every((id) => those.has(`P${id.split(".")[0]}`)));
      }
      const squares = [...slots.values(), ...discs.map(({ spot }) => spot)].map((spot) => squareAt(spot, SIZE_PX));
      squares.forEach((one, at) => squares.slice(at + 1).forEach((other) => assert.ok(!boxesMeet(one, other))));
      if (wide_px === 400) assert.ok(slots.size > held.length);
    }
  });
}

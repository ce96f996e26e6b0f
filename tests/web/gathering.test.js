// Which marks stand by themselves and which gather: who goes first, who gives way, who shares a disc.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxAround, boxesMeet, distance_px, gather, roomAmong, squareAt } from "./modules.js";

const SIZE_PX = 25;
// A mark with hardly any reach stays where its place is, so that it is plain who covers whom.
const BOUND_PX = 5;
const FAR_PX = 44;

const mark = (id, place, x, reach_px, more) => ({ id, place, point: { x, y: 0 }, reach_px, first: false, ...more });
const some = (count, place, x, reach_px, more) =>
  Array.from({ length: count }, (_, at) => mark(`${place}${at + 1}`, place, x, reach_px, more));

const gathered = (marks, { names = [], dots = [] } = {}) => gather({ marks, names, dots, size_px: SIZE_PX });
const held = ({ discs }) => discs.map(({ key, ids }) => [key, ids.join(" ")]).sort();
const alone = ({ slots }) => [...slots.keys()].sort();
const overlap_px2 = ({ slots, discs }, names = []) => {
  const boxes = [...names, ...[...slots.values(), ...discs.map(({ spot }) => spot)].map((spot) => squareAt(spot, SIZE_PX))];
  return boxes.reduce((sum, box, at) => sum + roomAmong(boxes.slice(at + 1)).taken_px2(box), 0);
};

test("what goes first takes its place, and what comes after it stands aside", () => {
  const [lone, other] = [mark("a", "a", 0, FAR_PX), mark("b", "b", 10, FAR_PX)];
  for (const marks of [[lone, { ...other, first: true }], [{ ...other, first: true }, lone]]) {
    const { slots } = gathered(marks);
    assert.deepEqual(slots.get("b"), other.point);
    assert.ok(distance_px(slots.get("a"), lone.point) > 0);
  }
});

test("one alone at its place goes before a disc, a disc before marks of one place, of which fewer go before more", () => {
  const lone = mark("lone", "lone", 0, FAR_PX);
  const [pair, three] = [some(2, "p", 3, FAR_PX), some(3, "t", -3, FAR_PX)];
  for (const marks of [[...three, ...pair, lone], [lone, ...pair, ...three]]) {
    const { slots, discs } = gathered(marks);
    assert.deepEqual(discs, []);
    assert.deepEqual(slots.get("lone"), lone.point);
    const farthest = (group) => Math.max(...group.map(({ id, point }) => distance_px(slots.get(id), point)));
    assert.ok(farthest(pair) <= farthest(three));
  }
  const crowd = some(60, "c", 0, FAR_PX);
  const beside = some(2, "b", 4, FAR_PX);
  for (const marks of [[...beside, ...crowd], [...crowd, ...beside]]) {
    const { slots, discs } = gathered(marks);
    assert.deepEqual(discs.map(({ ids, spot }) => [ids.length, spot]), [[60, { x: 0, y: 0 }]]);
    assert.deepEqual([...slots.keys()], ["b1", "b2"]);
  }
});

test("marks of a place that do not fit gather, those that go first beside the disc as far as there is room", () => {
  const free = gathered([...some(40, "p", 0, FAR_PX), mark("f", "p", 0, FAR_PX, { first: true })]);
  assert.deepEqual(alone(free), ["f"]);
  assert.deepEqual(free.discs.map(({ ids }) => ids.length), [40]);
  assert.equal(overlap_px2(free), 0);
  const first = { first: true };
  for (const marks of [some(2, "p", 0, BOUND_PX, first), some(3, "p", 0, BOUND_PX, first),
    [...some(2, "p", 0, BOUND_PX), mark("f", "p", 0, BOUND_PX, first)]]) {
    const found = gathered(marks);
    assert.deepEqual(held(found), [["p", marks.map(({ id }) => id).join(" ")]]);
    assert.deepEqual(alone(found), []);
    assert.deepEqual(found.discs[0].spot, { x: 0, y: 0 });
  }
});

test("a full place takes none of another's marks along, and leaves none out", () => {
  const first = { first: true };
  const found = gathered([...some(3, "p", 0, BOUND_PX, first), ...some(3, "q", 200, BOUND_PX, first),
    mark("lone", "lone", 400, BOUND_PX)]);
  assert.deepEqual(held(found), [["p", "p1 p2 p3"], ["q", "q1 q2 q3"]]);
  assert.deepEqual(alone(found), ["lone"]);
});

test("one alone on a name it cannot leave stands there, and is no disc", () => {
  for (const first of [false, true]) {
    const found = gathered([mark("a", "a", 0, BOUND_PX, { first })], { names: [boxAround(0, 0, 60)] });
    assert.deepEqual([held(found), found.slots.get("a")], [[], { x: 0, y: 0 }]);
  }
});

test("the two nearest places of those that are in each other's way share a disc", () => {
  for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) {
    const marks = [mark("a", "a", 0, 12), mark("b", "b", 10, 12), mark("c", "c", 24, 12)];
    const found = gathered(order.map((at) => marks[at]));
    assert.equal(found.discs.length, 1);
    const [{ ids, spot, homes, key }] = found.discs;
    assert.deepEqual([...ids].sort(), ["a", "b"]);
    assert.deepEqual(key.split(" "), homes.map(({ place }) => place));
    for (const { point, reach_px } of homes) assert.ok(distance_px(spot, point) <= reach_px + 1e-6);
    assert.deepEqual([alone(found), homes.length, overlap_px2(found)], [["c"], 2, 0]);
  }
});

test("of places that have no spot in common none share a disc; the one that can stands off", () => {
  const bound = mark("bound", "b", 10, 0);
  const free = mark("free", "f", 0, FAR_PX);
  for (const marks of [[free, bound], [bound, free]]) {
    const found = gathered(marks);
    assert.deepEqual(found.discs, []);
    assert.deepEqual(found.slots.get("bound"), bound.point);
    assert.equal(overlap_px2(found), 0);
  }
  const both = gathered([mark("a", "a", 0, 0), mark("b", "b", 10, 0)]);
  assert.deepEqual([both.discs, both.slots.get("a").x, both.slots.get("b").x], [[], 0, 10]);
});

test("marks of a place gather for others only where they are in their way", () => {
  const stuck = [mark("a", "a", 0, BOUND_PX), mark("b", "b", 1, BOUND_PX)];
  const inTheWay_px = BOUND_PX + FAR_PX + SIZE_PX;
  for (const [x, standing] of [[inTheWay_px + 3, ["far1", "far2"]], [inTheWay_px - 3, []]]) {
    const found = gathered([...stuck, ...some(2, "far", x, FAR_PX)]);
    assert.equal(found.discs.length, standing.length ? 1 : 2);
    assert.deepEqual(alone(found), standing);
  }
});

test("marks keep off names and dots; where their reach is less than they are wide they may cover a dot, never a name", () => {
  const dots = [boxAround(0, 0, 7)];
  const wide = gathered([mark("a", "a", 0, FAR_PX)], { dots });
  assert.ok(!boxesMeet(squareAt(wide.slots.get("a"), SIZE_PX), dots[0]));
  const [narrow] = gathered([mark("a", "a", 0, SIZE_PX - 6)], { dots: [boxAround(0, 0, 60)] }).slots.values();
  assert.deepEqual(narrow, { x: 0, y: 0 });
  const names = [boxAround(0, -20, 40, 22)];
  const off = gathered([mark("a", "a", 0, SIZE_PX - 6)], { names, dots: [boxAround(0, 0, 60)] });
  assert.equal(overlap_px2(off, names), 0);
});

test("those that cover each other give way in turn, as long as one that moved makes room for the next", () => {
  const rows = [[[5, 15], [30, 10], [45, 5]], [[45, 10], [35, 15], [5, 5]], [[20, 10], [35, 5], [50, 10]],
    [[55, 10], [40, 5], [20, 5]]];
  for (const row of rows) {
    const found = gathered(row.map(([x, reach_px], at) => mark(`m${at}`, `p${at}`, x, reach_px)));
    assert.equal(found.slots.size, 3);
    assert.equal(overlap_px2(found), 0, JSON.stringify(row));
    row.forEach(([x, reach_px], at) =>
      assert.ok(distance_px(found.slots.get(`m${at}`), { x, y: 0 }) <= reach_px + 1e-6));
  }
});

// What a click on a side or an actor makes of a selection, asked of the five articles.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, stateOf } from "./cases.js";
import { actingLeaves, howMuchOn, isSideOn, leavesOf, leavesOn, onlyActor, onlySide, roveTo, select, turnActor,
  turnSide } from "./modules.js";

const atlas = fiveArticles();
const all = leavesOn(atlas, stateOf({}));
const sides = atlas.sides.map(({ id }) => id);
const acting = sides.filter((side) => actingLeaves(atlas, side, "did").length);
const parents = atlas.actors.filter(({ id }) => leavesOf(atlas, id).length > 1);
const after = (state, patch) => stateOf({ ...state, ...patch });
const sorted = (set) => [...set].sort();

test("every actor is a leaf once, alone or as a whole", () => {
  assert.ok(acting.length > 3 && parents.length > 3);
  const whole = parents.map(({ id }) => leavesOf(atlas, id)[0]);
  const single = atlas.actors.filter(({ id }) => leavesOf(atlas, id).length === 1).map(({ id }) => id);
  assert.deepEqual(sorted(all), [...whole, ...single].sort());
});

for (const { id, side } of atlas.actors) {
  test(`${id}: off takes it and all below it and nobody else, on brings them back`, () => {
    const mine = leavesOf(atlas, id);
    const off = after({}, turnActor(atlas, stateOf({}), side, id, false));
    assert.deepEqual(sorted(leavesOn(atlas, off)), sorted(all).filter((leaf) => !mine.includes(leaf)));
    assert.ok(off.actors !== null);
    const again = after(off, turnActor(atlas, off, side, id, true));
    assert.equal(again.actors, null);
    assert.equal(again.sides, null);
  });

  test(`${id}: only it is what is left of its side`, () => {
    const only = after({}, onlyActor(atlas, side, id));
    assert.deepEqual(sorted(leavesOn(atlas, only)), leavesOf(atlas, id).sort());
    assert.equal(only.sides, null);
    const below = sides.find((other) => other !== side);
    assert.deepEqual(onlyActor(atlas, below, id).sides, [below]);
  });
}

test("who is on with all below is named alone, who is on without some is named with the others", () => {
  const [one, other] = parents.filter(({ parent }) => !atlas.actor[parent]);
  const [self, ...others] = leavesOf(atlas, one.id);
  const off = after({}, turnActor(atlas, stateOf({}), one.side, others[0], false));
  assert.ok(!off.actors.includes(one.id));
  assert.ok(off.actors.includes(self));
  assert.ok(off.actors.includes(other.id));
  assert.ok(!leavesOf(atlas, other.id).slice(1).some((leaf) => off.actors.includes(leaf)));
});

for (const side of acting) {
  test(`${side}: off shows nothing that it alone did, on brings all of it`, () => {
    const off = after({}, turnSide(atlas, stateOf({}), side, false));
    assert.ok(!isSideOn(atlas, off, side));
    assert.ok(isSideOn(atlas, stateOf({}), side));
    assert.equal(howMuchOn(atlas, off, side, actingLeaves(atlas, side, "did")), "none");
    for (const other of acting) if (other !== side) assert.ok(isSideOn(atlas, off, other), other);
    const shown = select(atlas, off);
    const does = ({ counting }, own) => counting.did.some((part) => (part.side === side) === own);
    for (const event of atlas.events) {
      if (does(event, true) && !does(event, false)) assert.ok(!shown.has(event.id), event.id);
      if (!does(event, true)) assert.ok(shown.has(event.id), event.id);
    }
    assert.deepEqual(turnSide(atlas, off, side, true), { sides: null, actors: null });
    assert.deepEqual(onlySide(side), { sides: [side], actors: null });
    const some = after({}, turnActor(atlas, stateOf({}), side, actingLeaves(atlas, side, "did")[0], false));
    assert.deepEqual(Object.keys(turnSide(atlas, some, side, false)), ["sides"]);
    assert.deepEqual(turnSide(atlas, some, side, true), { sides: null, actors: null });
  });

  test(`${side}: one of it turned on while it is off comes without the others`, () => {
    const [leaf] = actingLeaves(atlas, side, "did").filter((one) => atlas.actor[one]?.side === side);
    if (!leaf) return;
    const off = after({}, turnSide(atlas, stateOf({}), side, false));
    const on = after(off, turnActor(atlas, off, side, leaf, true));
    assert.ok(isSideOn(atlas, on, side));
    const own = actingLeaves(atlas, side, "did").filter((one) => atlas.actor[one]?.side === side);
    assert.equal(howMuchOn(atlas, on, side, [leaf]), "all");
    if (own.length > 1) assert.equal(howMuchOn(atlas, on, side, own), "some");
    const none = after({}, turnActor(atlas, stateOf({}), side, leaf, false));
    assert.equal(howMuchOn(atlas, none, side, [leaf]), "none");
  });
}

const press = (key, held = {}) =>
  ({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

test("a key leads to a neighbour, an end or a page on, and with another key held nowhere", () => {
  const to = (key, held, page) => roveTo(press(key, held), 5, 20, page);
  assert.deepEqual(["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "Home", "End"].map((key) => to(key)),
    [6, 6, 4, 4, 0, 19]);
  assert.deepEqual([to("PageDown"), to("PageUp"), to("Enter"), to("a")], [null, null, null, null]);
  assert.deepEqual([to("PageDown", {}, 7), to("PageUp", {}, 7)], [12, -2]);
  for (const held of ["altKey", "ctrlKey", "metaKey", "shiftKey"]) {
    for (const key of ["ArrowRight", "Home", "End"]) assert.equal(to(key, { [held]: true }), null);
  }
});

// The filters as the payload lists them, asked of the five articles; and that rules need no page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, stateOf } from "./cases.js";
import { emptyState, filterNames, importedSets, inColumns, inLists, inWords, isKnown, passing, routeLength,
  select, setNames, setsOn, turned, usedValues, valuesOf } from "./modules.js";

const atlas = fiveArticles();
const own = atlas.facets.filter(({ rule }) => rule);

test("no rule and no door below the rooms asks for a page while it loads", async () => {
  assert.equal(globalThis.document, undefined);
  for (const room of ["base", "rules", "state"]) {
    const door = await import(`../../layers/web/${room}/index.js`);
    assert.ok(Object.keys(door).length);
  }
});

test("at the start no filter is set and every event is shown", () => {
  const state = emptyState(atlas);
  for (const name of setNames(atlas)) assert.equal(state[name], null);
  assert.equal(select(atlas, state).size, atlas.events.length);
});

for (const facet of own) {
  test(`${facet.name}: a value shows the events that have it, none of them none`, () => {
    const values = usedValues(atlas, facet);
    assert.ok(values.length);
    for (const { id } of values) {
      assert.ok(isKnown(atlas, facet, id));
      const found = [...select(atlas, stateOf({ [facet.name]: [id] })).keys()];
      const expected = atlas.events.filter((event) => valuesOf(facet, event).includes(id)).map((one) => one.id);
      assert.deepEqual(found, expected);
      assert.ok(found.length);
    }
    assert.equal(select(atlas, stateOf({ [facet.name]: [] })).size, 0);
    assert.equal(select(atlas, stateOf({ [facet.name]: facet.values.map(({ id }) => id) })).size, atlas.events.length);
    for (const odd of ["constructor", "__proto__", "", "none"]) assert.ok(!isKnown(atlas, facet, odd));
  });
}

test("lists, words and columns are of filters there are, each once and in order", () => {
  const names = setNames(atlas);
  assert.equal(new Set(names).size, names.length);
  for (const [placed, at] of [[inLists, "list_at"], [inWords, "words_at"], [inColumns, "column_at"]]) {
    const rows = placed(atlas);
    assert.ok(rows.length);
    assert.deepEqual(rows.map((row) => row[at]), [...rows.map((row) => row[at])].sort((a, b) => a - b));
    for (const { name } of rows) assert.ok(names.includes(name));
  }
  for (const name of importedSets(atlas)) assert.ok(names.includes(name));
  for (const name of [...names.filter((one) => one !== "layers"), "role", "find"]) {
    assert.ok(filterNames(atlas).includes(name));
  }
});

const filter = (name, more) => ({ name, rule: "any", row_field: null, column: null, column_at: null, list_at: null,
  words_at: null, limits_events: false, values: [], ...more });

test("each list of filters is of those that say so alone, in the order that they say", () => {
  const facets = [
    filter("tree", { rule: null, limits_events: true, values: null }),
    filter("first", { list_at: 3, words_at: 1, column: "one", column_at: 2 }),
    filter("second", { list_at: 2, limits_events: true, column: "two", column_at: 0 }),
    filter("third", { list_at: 0, words_at: 0 })];
  const named = (rows) => rows.map(({ name }) => name);
  assert.deepEqual(setNames({ facets }), ["tree", "first", "second", "third"]);
  assert.deepEqual(filterNames({ facets }), ["tree", "second", "role", "find"]);
  assert.deepEqual(importedSets({ facets }), ["tree", "first", "second"]);
  assert.deepEqual(named(inLists({ facets })), ["third", "second", "first"]);
  assert.deepEqual(named(inWords({ facets })), ["third", "first"]);
  assert.deepEqual(named(inColumns({ facets })), ["second", "first"]);
});

test("what an event is of stands in its own field or among its facets, and one value on is enough", () => {
  const kind = filter("kinds", { row_field: "kind", values: ["a", "b", "c"].map((id) => ({ id })) });
  const goods = filter("goods", { values: ["x", "y", "z"].map((id) => ({ id })) });
  const whole = filter("whole", { rule: null, values: [{ id: "w" }] });
  const [one, both] = [{ kind: "a", facets: { goods: [] } }, { kind: "b", facets: { goods: ["x", "z"] } }];
  const few = { facets: [kind, goods, whole], events: [one, both] };
  assert.deepEqual([one, both].map((event) => valuesOf(kind, event)), [["a"], ["b"]]);
  assert.deepEqual([one, both].map((event) => valuesOf(goods, event)), [[], ["x", "z"]]);
  assert.deepEqual([kind, goods, whole, filter("tree", { rule: null, values: null })].map((facet) =>
    usedValues(few, facet).map(({ id }) => id)), [["a", "b"], ["x", "z"], ["w"], []]);
  const passed = (chosen) => [one, both].map(passing(few, setsOn(few, { kinds: null, goods: null, whole: null, ...chosen })));
  assert.deepEqual(passed({}), [true, true]);
  assert.deepEqual(passed({ goods: ["z"] }), [false, true]);
  assert.deepEqual(passed({ goods: ["y"] }), [false, false]);
  assert.deepEqual(passed({ goods: ["z"], kinds: ["a"] }), [false, false]);
  assert.deepEqual(passed({ kinds: ["a"] }), [true, false]);
  assert.deepEqual(passed({ whole: [] }), [true, true], "a rule of its own is asked elsewhere");
});

test("a value turned off and on again leaves the filter as it was", () => {
  for (const facet of own) {
    const { id } = facet.values[0];
    const off = stateOf({ [facet.name]: turned(atlas, emptyState(atlas), facet.name, [id], false) });
    assert.ok(!off[facet.name].includes(id));
    assert.equal(off[facet.name].length, facet.values.length - 1);
    assert.equal(turned(atlas, off, facet.name, [id], true), null);
  }
});

test("the cards of a course and of both give one length", () => {
  const compared = Object.values(atlas.comparison).filter(({ route }) => route);
  assert.equal(compared.length, 2);
  const lengths = compared.map(({ route }) => routeLength(atlas.route[route], emptyState(atlas)));
  compared.forEach(({ said }, at) => assert.equal(lengths[at], said[0].replace(" from waypoint to waypoint", "")));
  assert.ok(lengths.some((text) => text.includes("about 1,600 km")));
});

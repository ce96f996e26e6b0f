// The filters as the payload lists them, asked of the five articles; and that rules need no page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, stateOf } from "./cases.js";
import { emptyState, filterNames, importedSets, inColumns, inLists, inWords, isKnown, routeLength, select,
  setNames, turned, usedValues, valuesOf } from "./modules.js";

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

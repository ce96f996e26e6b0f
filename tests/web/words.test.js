// What is typed, what a link holds and what is said of it, in the cases that Python answers too.
import assert from "node:assert/strict";
import { each, fiveArticles, sourceOf, stateOf } from "./cases.js";
import { consonants, foldedWords, fromAddress, renewed, select, soughtWords, statedValue, tidy,
  toAddress, toQuery, traced } from "./modules.js";

const ROUTE = "damascus-baghdad-highway";

each("find", "folding", ({ text, tidy: tidied, words, consonants: bare }) => {
  assert.deepEqual([tidy(text), foldedWords(tidy(text)), consonants(tidy(text))], [tidied, words, bare]);
});

each("find", "sought", ({ text, words, consonants: bare }) => {
  assert.deepEqual(soughtWords(text), { words, consonants: bare });
});

each("find", "finding", ({ text, expected }, atlas) => {
  assert.deepEqual([...select(atlas, stateOf({ find: text })).keys()], expected);
});

each("find", "every", ({ text, place, actor }) => {
  const atlas = fiveArticles();
  const those = atlas.events.filter((event) => event.places.includes(place) ||
    event.parts.some((part) => part.actor === actor)).map(({ id }) => id);
  const found = select(atlas, stateOf({ find: text }));
  assert.ok(those.length);
  assert.deepEqual(those.filter((id) => !found.has(id)), []);
  assert.ok(found.size < atlas.events.length);
});

const pairs = (query) => Object.fromEntries(new URLSearchParams(query));

each("renamed", "cases", ({ query, expected, said }, atlas) => {
  const { asked, notices } = renewed(atlas, query);
  assert.deepEqual([Object.fromEntries(asked), notices], [pairs(expected), said]);
});

// What an address says beyond the start, sets in the order of their ids.
const differing = function ({ state, view }) {
  const start = stateOf({});
  const found = Object.entries(state).filter(([name, of]) =>
    JSON.stringify(of) !== JSON.stringify(start[name]));
  return Object.fromEntries([...found, ...(view ? [["view", view]] : [])]
    .map(([name, of]) => [name, Array.isArray(of) ? [...of].sort() : of]));
};

each("link", "reading", ({ query, expected, said }, atlas) => {
  const found = fromAddress(atlas, query);
  assert.deepEqual(differing(found), expected);
  assert.deepEqual(found.notices, said);
  const again = fromAddress(atlas, toAddress(atlas, found.state, found.view));
  assert.deepEqual(differing(again), expected);
});

each("link", "writing", ({ given, expected }, atlas) => {
  assert.equal(toQuery(atlas, stateOf(given)), expected);
});

each("basis", "legs", ({ given, expected }, atlas) => {
  const route = atlas.route[ROUTE];
  const found = statedValue(route, "legs", stateOf(given)).map(({ from, to, basis, said, trace }) =>
    [from, to, basis, said, sourceOf(traced({ dataset: {} }, trace, route.claims).dataset)]);
  assert.deepEqual(found, expected);
});

each("basis", "days", ({ event, given, expected }, atlas) => {
  assert.equal(statedValue(atlas.event[event], "day_basis", stateOf(given)) ?? null, expected);
});

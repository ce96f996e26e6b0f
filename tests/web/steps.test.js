// The steps of play: what comes after what, how far each lane has come, and where one stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, stateOf } from "./cases.js";
import { filterNames, inTime, select, timeSteps } from "./modules.js";

const atlas = fiveArticles();
const nowhere = Object.fromEntries(atlas.articles.map(({ id }) => [id, 0]));
const whole = Object.fromEntries(atlas.articles.map(({ id, stops }) => [id, stops.length]));
const told = [...new Set(atlas.articles.flatMap(({ stops }) => stops))]
  .map((id) => atlas.event[id]).sort(inTime).map(({ id }) => id);

function standing(chosen = {}) {
  const view = { atlas, store: { state: stateOf(chosen) } };
  const steps = timeSteps(view);
  return { view, steps, all: steps.of("all"), at: (patch) => {
    Object.assign(view.store.state, patch);
    return steps.placeIn(steps.of("all"));
  } };
}

// Of each lane, how many of its stops lie among these events.
const come = (events) => Object.fromEntries(atlas.articles.map(({ id, stops }) =>
  [id, stops.filter((stop) => events.includes(stop)).length]));

test("every event is a step in the order of time, and brings each lane that reports it on", () => {
  const { all } = standing();
  assert.deepEqual(all.map(({ event }) => event), told);
  all.forEach(({ counts, articles, event }, at) => {
    assert.deepEqual(counts, come(told.slice(0, at + 1)));
    assert.deepEqual(articles, atlas.articles.filter(({ stops }) => stops.includes(event)).map(({ id }) => id));
  });
});

test("what the filters leave out is passed over, and the last step ends every lane", () => {
  const types = ["airstrike"];
  const { all, view } = standing({ types, cursors: nowhere });
  const shown = select(atlas, { ...view.store.state, cursors: {} });
  const left = told.filter((id) => shown.has(id));
  assert.deepEqual(all.map(({ event }) => event), left);
  all.slice(0, -1).forEach(({ event, counts }) =>
    assert.deepEqual(counts, come(told.slice(0, told.indexOf(event) + 1))));
  assert.deepEqual(all.at(-1).counts, whole);
  assert.deepEqual(standing({ types: [] }).all, []);
});

test("one lane plays its own events in its own order and moves no other", () => {
  for (const { id, stops } of atlas.articles) {
    const own = standing({ day_of: "happened" }).steps.of(id);
    assert.deepEqual(own.map(({ event }) => event), stops);
    assert.deepEqual(own.map(({ counts }) => counts), stops.map((_, at) => ({ [id]: at + 1 })));
  }
});

test("an article that is switched off takes no step", () => {
  const articles = atlas.articles.slice(1).map(({ id }) => id);
  const { all } = standing({ articles });
  for (const { counts } of all) assert.deepEqual(Object.keys(counts), articles);
  const only = atlas.articles[0].stops.filter((id) => atlas.event[id].articles.length === 1);
  assert.ok(only.length);
  assert.ok(!all.some(({ event }) => only.includes(event)));
});

test("by day of report articles come one after the other, each with all it reports", () => {
  const { all } = standing({ day_of: "reported" });
  assert.deepEqual(all.map(({ event }) => event), atlas.articles.flatMap(({ stops }) => stops));
  assert.deepEqual(all.map(({ articles }) => articles[0]), atlas.articles.flatMap(({ id, stops }) => stops.map(() => id)));
});

test("each step is where its own lanes say one stands", () => {
  for (const day_of of ["happened", "reported"]) {
    const { all, at } = standing({ day_of });
    assert.equal(at({ cursors: {} }), all.length - 1);
    assert.equal(at({ cursors: nowhere }), -1);
    all.forEach(({ counts }, index) => assert.equal(at({ cursors: counts }), index));
  }
});

test("who moved one lane goes on from there, who moved none to a step from the last that all have passed", () => {
  const { all, at } = standing();
  const { id, stops } = atlas.articles[1];
  const cursors = { ...nowhere, [id]: 5 };
  assert.equal(all[at({ cursors, current: stops[4] })].event, stops[4]);
  const isPassed = ({ counts }, by) => Object.keys(counts).every((name) => counts[name] <= by[name]);
  const onlyOne = at({ cursors, current: null });
  assert.ok(isPassed(all[onlyOne], cursors) && !isPassed(all[onlyOne + 1], cursors));
  const further = Object.fromEntries(Object.entries(all[20].counts)
    .map(([name, count]) => [name, Math.min(whole[name], count + 1)]));
  const found = at({ cursors: further, current: null });
  assert.ok(found >= 20 && isPassed(all[found], further) && !isPassed(all[found + 1], further));
  // An event that its lane has left is no place to go on from.
  assert.equal(at({ cursors: further, current: stops.at(-1) }), found);
});

test("steps are made anew where a filter changed, and kept where time alone did", () => {
  const { view, steps, all } = standing();
  Object.assign(view.store.state, { cursors: nowhere, current: told[3], event: told[3] });
  assert.equal(steps.of("all"), all);
  steps.forget();
  assert.notEqual(steps.of("all"), all);
  view.store.state.types = ["airstrike"];
  assert.ok(steps.of("all").length < all.length);
  for (const name of [...filterNames(atlas), "layers", "first_day", "last_day", "day_of", "stated_only"]) {
    assert.ok(steps.changedBy(new Set([name])), name);
  }
  for (const name of ["cursors", "current", "event", "playing", "imported_until"]) {
    assert.ok(!steps.changedBy(new Set([name])), name);
  }
});

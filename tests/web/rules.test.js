// The browser's rules in the cases that Python answers too: who, what, and how surely.
import assert from "node:assert/strict";
import { each, stateOf } from "./cases.js";
import { distanceText, inert, isActor, rolesOf, routeOn, select, switchesOf } from "./modules.js";

const EVENT = "strike-2017-05-18";
const ROUTE = "damascus-baghdad-highway";

each("select", "cases", ({ given, certain, possible }, atlas) => {
  const shown = [...select(atlas, stateOf(given))];
  const those = (how) => shown.filter(([, match]) => match === how).map(([id]) => id);
  assert.deepEqual([those("certain"), those("possible")], [certain, possible]);
  assert.equal(shown.length, certain.length + possible.length);
});

each("parts", "cases", ({ given, expected }, atlas) => {
  assert.equal(select(atlas, stateOf(given)).has(EVENT), expected);
});

const isDrawn = function (atlas, chosen) {
  const state = stateOf(chosen);
  return routeOn(atlas, state, atlas.route[ROUTE], select(atlas, state));
};

each("routes", "cases", ({ given, expected }, atlas) => {
  assert.equal(isDrawn(atlas, given), expected);
});

each("routes", "stated", ({ expected }, atlas) => {
  assert.deepEqual(atlas.route[ROUTE].stated_places, expected);
  assert.equal(isDrawn(atlas, { stated_only: true }), expected.length > 0);
});

each("lineage", "switches", ({ actor, expected }, atlas) => {
  const found = switchesOf(atlas, actor);
  assert.deepEqual([...found].sort(), expected);
  assert.equal(new Set(found).size, found.length);
});

each("lineage", "known", ({ id, expected }, atlas) => {
  assert.equal(isActor(atlas, id), expected);
});

const named = (parts) => parts.map(({ side, actor }) => `${side}:${actor}`).sort();

const assertSwitched = (atlas, parts) => {
  for (const { actor, switches } of parts) assert.deepEqual(switches, switchesOf(atlas, actor));
};

each("lineage", "events", ({ expected }, atlas) => {
  const { counting } = atlas.event[EVENT];
  assert.deepEqual(Object.keys(expected), rolesOf(atlas));
  for (const role of rolesOf(atlas)) {
    assert.deepEqual(named(counting[role]), [...expected[role]].sort());
    assertSwitched(atlas, counting[role]);
  }
});

each("lineage", "routes", ({ expected }, atlas) => {
  const { parts } = atlas.route[ROUTE];
  assert.deepEqual(named(parts), [...expected].sort());
  assertSwitched(atlas, parts);
});

each("inert", "cases", ({ text, expected }) => assert.equal(inert(text), expected));

each("distance", "cases", ({ km, area_km: area, expected }) => {
  assert.equal(distanceText(km, area), expected);
});

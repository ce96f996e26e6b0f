// The payload made ready: each of its rows found by its id, days as numbers, what is worked out of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { given } from "./cases.js";
import { dayNumber, prepare } from "./modules.js";

const FOUND_IN = { event: "events", actor: "actors", place: "places", route: "routes", zone: "zones",
  article: "articles", side: "sides", type: "types", standing: "standings", backing: "backings", status: "statuses" };
const payload = given("five-articles");
const atlas = prepare(structuredClone(payload));

for (const [one, all] of Object.entries(FOUND_IN)) {
  test(`${all} are there, and each is found by its id`, () => {
    assert.ok(atlas[all].length);
    assert.equal(Object.keys(atlas[one]).length, atlas[all].length);
    for (const row of atlas[all]) assert.equal(atlas[one][row.id], row);
  });
}

test("the values of a filter are a list of the atlas, where the payload has none of that name", () => {
  for (const { name, values } of payload.facets) {
    assert.deepEqual(atlas[name].map(({ id }) => id), (payload[name] || values).map(({ id }) => id));
  }
});

test("what happens has its days as numbers, all told and as the articles alone say", () => {
  const [core, hull] = [["2017-05-02", "2017-05-03"], ["2017-05-01", null]];
  const stated = { lasted: true, dated: true, core: [null, null], hull: [null, "2017-06-01"] };
  const change = (row) => Object.assign(row, { span: { lasted: false, dated: true, core, hull }, stated_span: stated });
  const changed = structuredClone(payload);
  const rows = [changed.events[0], changed.turns[0]].map(change);
  prepare(changed);
  for (const { days, statedDays } of rows) {
    assert.deepEqual(days, { lasted: false, dated: true, coreFirst: dayNumber(core[0]), coreLast: dayNumber(core[1]),
      hullFirst: dayNumber(hull[0]), hullLast: null });
    assert.deepEqual(statedDays, { lasted: true, dated: true, coreFirst: null, coreLast: null, hullFirst: null,
      hullLast: dayNumber("2017-06-01") });
  }
});

test("a route knows the events on it, and an article which stop an event is", () => {
  for (const { id, events } of atlas.routes) {
    assert.deepEqual(events, payload.events.filter(({ routes }) => routes.includes(id)).map((event) => event.id));
  }
  assert.ok(atlas.routes.some(({ events }) => events.length));
  for (const { id, stops } of atlas.articles) {
    assert.equal(Object.keys(atlas.stopOf[id]).length, stops.length);
    stops.forEach((event, at) => assert.equal(atlas.stopOf[id][event], at));
  }
});

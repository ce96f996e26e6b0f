// The line that counts what is shown, and the lists it opens, asked of the five articles.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, stateOf } from "./cases.js";
import { countPieces, countText, hasShifted, heldText, importedText, inTime, isDated, isMarked, isPlanned,
  isStrike, select, shiftOn, tallyShown, trayLists, trayTitles } from "./modules.js";

const atlas = fiveArticles();
const MAY = { first_day: "2017-05-01", last_day: "2017-05-31" };
const STATES = [{}, MAY, { first_day: "2017-05-18" }, { last_day: "2017-05-18" }, { types: ["airstrike"] }, { types: ["airstrike"], ...MAY },
  { stated_only: true, ...MAY }, { day_of: "reported" }, { day_of: "reported", ...MAY },
  { layers: atlas.layers.map(({ id }) => id) }, { standings: ["disputed"] }];

const seen = function (chosen) {
  const state = stateOf(chosen);
  return { atlas, state, store: { state, shown: select(atlas, state) } };
};
const numbers = (text) => text.match(/\d[\d,]*/g).map((one) => Number(one.replaceAll(",", "")));

for (const chosen of STATES) {
  test(`what is counted adds up: ${JSON.stringify(chosen).slice(0, 80)}`, () => {
    const view = seen(chosen);
    const { state, store: { shown } } = view;
    const tally = tallyShown(atlas, state, shown);
    assert.ok(shown.size);
    assert.equal(tally.certain + tally.possible + tally.undated, shown.size);
    assert.equal(tally.drawn + tally.held + tally.placeless, shown.size);
    const events = [...shown.keys()].map((id) => atlas.event[id]);
    assert.equal(tally.undated, events.filter((event) => !isDated(event, state)).length);
    assert.equal(tally.drawn, events.filter((event) => isMarked(view, event)).length);
    for (const isShort of [false, true]) {
      const text = countText(view, isShort);
      const [of, all, ...rest] = numbers(text.replace(/five articles/, ""));
      assert.deepEqual([of, all], [shown.size, atlas.events.length]);
      const days = state.day_of === "reported" ? [] : [tally.certain, tally.possible, tally.undated];
      const places = [tally.drawn, tally.held, tally.placeless];
      const told = [...days, ...places].filter(Boolean);
      assert.deepEqual(rest.filter(Boolean), told, text);
      assert.doesNotMatch(text, / 0 (certain|possibl|not drawn)/);
      if (state.first_day || state.last_day) assert.doesNotMatch(text, / 0 undated/);
      assert.equal(text, countPieces(view, isShort).map((piece) => piece.text).join(""));
    }
  });

  test(`each list of it holds what it counts: ${JSON.stringify(chosen).slice(0, 80)}`, () => {
    const view = seen(chosen);
    const { state, store: { shown } } = view;
    const tally = tallyShown(atlas, state, shown);
    const lists = trayLists(atlas, state, shown);
    assert.deepEqual(Object.keys(lists), Object.keys(trayTitles(atlas)));
    for (const name of ["undated", "placeless", "held"]) {
      if (name !== "undated" || state.day_of !== "reported") {
        assert.equal(lists[name].length, tally[name], name);
        const piece = countPieces(view).find(({ list }) => list === name);
        assert.equal(Boolean(piece), tally[name] > 0, name);
        if (piece) assert.equal(parseInt(piece.text, 10), tally[name]);
      }
      const ids = lists[name].map(({ event }) => event.id);
      assert.deepEqual(ids, lists[name].map(({ event }) => event).sort(inTime).map(({ id }) => id));
      assert.ok(ids.every((id) => shown.has(id)));
      assert.ok(lists[name].every(({ isDrawn }) => !isDrawn));
    }
  });
}

test("it says in which words the days are limited", () => {
  assert.match(countText(seen({})), /^Showing \d+ of \d+ events: \d+ dated, \d+ undated · \d+ on the map, /);
  const within = countText(seen(MAY));
  assert.match(within, /: \d+ certainly and \d+ possibly in these days, \d+ undated · /);
  assert.match(countText(seen(MAY), true), /^\d+ of \d+ events: \d+ certain, \d+ possible, \d+ undated · /);
  const perhaps = seen({ types: ["arms-shipment"], first_day: "2017-05-18", last_day: "2017-05-18" });
  assert.match(countText(perhaps), /events: 1 possibly in these days · /);
  assert.equal(countText(perhaps, true), `1 of ${atlas.events.length} events: 1 possible · 0 on map, 1 placeless`);
  assert.match(countText(seen({ day_of: "reported" })), /events by day of report · /);
  assert.match(countText(seen({ day_of: "reported", ...MAY })), /events reported in these days · /);
  assert.match(countText(seen({ types: ["airstrike"] })), /: 5 dated, 0 undated · 5 on the map, 0 without a place$/);
});

test("what is held back says why, on the line and by itself", () => {
  const text = countText(seen({}));
  assert.match(text, /\d+ not drawn \(.* is off\), \d+ without a place$/);
  assert.match(heldText(atlas), /^not drawn \(.* is off\)$/);
  assert.doesNotMatch(countText(seen({}), true), / is off/);
  assert.doesNotMatch(countText(seen({ layers: atlas.layers.map(({ id }) => id) })), /not drawn/);
});

test("what is held back and open keeps its row, and is drawn", () => {
  const first = trayLists(atlas, stateOf({}), select(atlas, stateOf({}))).held[0].event.id;
  for (const name of ["event", "current"]) {
    const { state, store } = seen({ [name]: first });
    const row = trayLists(atlas, state, store.shown).held.find(({ event }) => event.id === first);
    assert.ok(row.isDrawn);
    assert.ok(isMarked({ atlas, store }, row.event));
  }
});

const stops = Object.fromEntries(atlas.articles.map(({ id }) => [id, 0]));
const undatedTypes = new Set(atlas.events.filter(({ days }) => !days.dated).map(({ type }) => type));
const datedTypes = atlas.types.map(({ id }) => id).filter((id) => !undatedTypes.has(id));

test("where nothing is shown it says what to do about it", () => {
  const said = (chosen, points) => countText({ ...seen(chosen), points });
  assert.equal(said({ find: "xyzzy" }), "No events found for “xyzzy”. Clear the search to see all.");
  const set = { set: {}, search: { status: "found" }, tally: { shown: 3, total: 1200 } };
  assert.equal(said({ find: "xyzzy" }, set), "No events of the five articles found for “xyzzy”. " +
    "Clear the search to see all. · Imported: 3 of 1,200");
  assert.equal(said({ find: "xyzzy" }, { ...set, set: null }), said({ find: "xyzzy" }));
  const still = { ...atlas, articles: atlas.articles.map((article) => ({ ...article, stops: [] })) };
  const stuck = { state: stateOf({ types: ["airstrike"], statuses: ["forecast"] }), shown: new Map() };
  assert.match(countText({ atlas: still, store: stuck }), /nothing meets all filters/);
  for (const facet of atlas.facets.filter(({ limits_events: limits }) => limits)) {
    assert.equal(said({ [facet.name]: [] }), `No events shown: every ${facet.one} is switched off. Switch one on.`);
  }
  assert.equal(said({ types: [], sides: [] }), said({ types: [] }), "one at a time, in the order of the filters");
  assert.match(said({ cursors: stops, types: datedTypes }), /every article stands before its first event/);
  const [[first]] = Object.entries(stops);
  const half = { types: ["airstrike"], statuses: ["forecast"], cursors: { [first]: 0 } };
  assert.match(said(half), /nothing meets all filters/, "the others have moved on");
  const never = { first_day: "1999-01-01", last_day: "1999-01-02", types: ["airstrike"] };
  assert.match(said(never), /^No events shown in these days\. Widen/);
  assert.match(said({ ...never, day_of: "reported" }), /^No events reported in these days\. Widen/);
  const none = { types: ["airstrike"], statuses: ["forecast"] };
  assert.match(said(none), /^No events shown: nothing meets all filters at once\. Switch some back on\.$/);
});

test("imported events are counted beside it while there is a set, and not before they are searched", () => {
  const points = (status, shown = 5) => ({ set: {}, search: { status }, tally: { shown, total: 20000 } });
  assert.equal(importedText(null, stateOf({})), null);
  assert.equal(importedText({ set: null }, stateOf({})), null);
  assert.equal(importedText(points("none"), stateOf({})), "Imported: 5 of 20,000");
  assert.equal(importedText(points("searching"), stateOf({ find: "a" })), "Imported: searching …");
  assert.equal(importedText(points("failed"), stateOf({ find: "a" })), "Imported: could not be searched");
  const off = atlas.layers.map(({ id }) => id).filter((id) => id !== "imported");
  assert.match(importedText(points("searching"), stateOf({ find: "a", layers: off })), /^Imported: 5 of/);
});

test("a strike happened, and what is planned, foreseen or proposed has not", () => {
  for (const status of ["planned", "forecast", "proposed"]) {
    assert.ok(isPlanned({ status }));
    assert.ok(!isStrike({ type: "airstrike", status }));
  }
  for (const status of ["happened", "ongoing", "existing"]) assert.ok(!isPlanned({ status }));
  assert.ok(isStrike({ type: "airstrike", status: "happened" }));
  assert.ok(!isStrike({ type: "visit", status: "happened" }));
  assert.ok(isPlanned({ planned: true, status: "happened" }));
  assert.ok(!isPlanned({ planned: false, status: "planned" }));
  assert.ok(isStrike({ strike: true, type: "visit", status: "planned" }));
});

test("the corridor has moved once a report of its turn is reached, in time and on its slider", () => {
  const [turn] = atlas.turns;
  const [article] = turn.articles;
  assert.ok(hasShifted(atlas, stateOf({})));
  assert.ok(!hasShifted(atlas, stateOf({ last_day: "2000-01-01" })));
  assert.ok(!hasShifted(atlas, stateOf({ last_day: "2000-01-01", day_of: "reported" })));
  const [first] = turn.span.hull;
  assert.ok(first < atlas.article[article].published_on);
  assert.ok(hasShifted(atlas, stateOf({ last_day: first })));
  assert.ok(!hasShifted(atlas, stateOf({ last_day: first, day_of: "reported" })));
  assert.ok(hasShifted(atlas, stateOf({ last_day: atlas.article[article].published_on, day_of: "reported" })));
  const before = Object.fromEntries(atlas.articles.map(({ id }) => [id, 0]));
  assert.ok(!hasShifted(atlas, stateOf({ cursors: before })));
  const at = atlas.stopOf[article][turn.id];
  assert.ok(!hasShifted(atlas, stateOf({ cursors: { ...before, [article]: at } })));
  assert.ok(hasShifted(atlas, stateOf({ cursors: { ...before, [article]: at + 1 } })));
});

test("its shift is drawn while both courses are and its layer is on", () => {
  const drawn = (chosen) => shiftOn(atlas, stateOf(chosen), select(atlas, stateOf(chosen)));
  const usual = atlas.layers.filter(({ on }) => on).map(({ id }) => id);
  const without = (id) => usual.filter((one) => one !== id);
  assert.ok(drawn({}));
  for (const id of ["corridor-shift", "corridor-original", "corridor-shifted"]) {
    assert.ok(!drawn({ layers: without(id) }), id);
  }
  assert.ok(drawn({ layers: without("labels") }));
  const none = { ...atlas, route: {} };
  assert.ok(shiftOn(none, stateOf({}), select(atlas, stateOf({}))));
});

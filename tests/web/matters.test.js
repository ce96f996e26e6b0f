// Which places matter to the map, asked of the five articles.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, stateOf } from "./cases.js";
import { mattering, placesOnMap, routeOn, select } from "./modules.js";

const atlas = fiveArticles();

const asked = function (chosen, drawn = []) {
  const state = stateOf(chosen);
  const shown = select(atlas, state);
  return { ...mattering({ atlas, store: { state, shown } }, drawn), state, shown };
};

const onRoutes = ({ state, shown }) => new Set(atlas.routes.filter((route) => routeOn(atlas, state, route, shown))
  .flatMap((route) => (state.stated_only ? route.stated_places : route.places)));

test("without a mark the routes that are drawn name their places, and none else", () => {
  const found = asked({});
  assert.deepEqual([...found.marks], []);
  assert.deepEqual([...found.strikes], []);
  assert.ok(found.all.size > 10);
  assert.deepEqual(found.all, onRoutes(found));
});

test("a route that is not drawn names no place", () => {
  const some = asked({ first_day: "2021-01-01" });
  assert.ok(atlas.routes.some((route) => !routeOn(atlas, some.state, route, some.shown)));
  assert.deepEqual(some.all, onRoutes(some));
  assert.ok(some.all.size < asked({}).all.size);
});

test("a place that no article names does not matter while only the articles count", () => {
  const outside = atlas.places.find(({ id, named }) => !named && !onRoutes(asked({})).has(id));
  const about = { kind: "place", id: outside.id };
  assert.ok(asked({ about }).all.has(outside.id));
  assert.ok(!asked({ about, stated_only: true }).all.has(outside.id));
});

for (const stated of [false, true]) {
  for (const event of atlas.events) {
    test(`${event.id}: its place and its way${stated ? ", as the articles have them" : ""}`, () => {
      // No route is drawn, which would name places of its way as well.
      const found = asked({ stated_only: stated, layers: [] }, [event]);
      const place = stated ? event.stated_place : event.place;
      assert.deepEqual([...found.marks], place ? [place] : []);
      const way = (stated && event.stated_path_places) || event.path_places;
      const kept = (id) => !stated || atlas.place[id].named;
      const wanted = new Set([...way, ...found.marks].filter(kept));
      assert.deepEqual([...found.all].sort(), [...wanted].sort());
      const struck = ["airstrike", "rocket-attack", "drone-attack"].includes(event.type);
      assert.equal(found.strikes.size, found.marks.size && struck ? 1 : 0, event.type);
    });
  }
}

test("the places of the open event matter while it is shown, and no longer", () => {
  const event = atlas.events.find(({ places, type }) => places.length > 1 && type);
  const open = asked({ event: event.id });
  assert.deepEqual([...open.marks].sort(), [...event.places].sort());
  for (const id of event.places) assert.ok(open.all.has(id));
  assert.equal(asked({ event: event.id, types: [] }).marks.size, 0);
});

test("so does the place whose card is open, and no actor", () => {
  assert.deepEqual([...asked({ about: { kind: "place", id: "al-tanf" } }).marks], ["al-tanf"]);
  assert.equal(asked({ about: { kind: "actor", id: "isis" } }).marks.size, 0);
});

test("the table lists the places of the events that are both shown and marked", () => {
  // No site is drawn and no route, so a place is there for an event or not at all.
  const listed = (chosen) => {
    const state = stateOf({ layers: [], ...chosen });
    return placesOnMap({ atlas, store: { state, shown: select(atlas, state) } }).map(({ id }) => id);
  };
  const placesOf = (events) => {
    const ids = new Set(events.flatMap(({ place, path_places: path }) => [place, ...path]));
    return atlas.places.filter(({ id, lat }) => ids.has(id) && Number.isFinite(lat)).map(({ id }) => id);
  };
  const marked = atlas.events.filter(({ mark }) => mark);
  const [said, done] = [true, false].map((isSaid) => marked.filter(({ glyph }) => (glyph === "statement") === isSaid));
  assert.notDeepEqual(placesOf(done), placesOf(marked));
  assert.deepEqual(listed({}), placesOf(done), "statements wait for their layer");
  assert.deepEqual(listed({ layers: ["statements"] }), placesOf(marked));
  const strikes = done.filter(({ type }) => type === "airstrike");
  assert.deepEqual(listed({ types: ["airstrike"] }), placesOf(strikes), "others are not shown");
  assert.deepEqual(listed({ types: [], layers: ["statements"] }), []);
  assert.ok(said.length && strikes.length);
});

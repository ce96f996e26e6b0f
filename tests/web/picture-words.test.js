// What the picture and the sheet of paper say of what is shown, each kind of filter once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, given, stateOf } from "./cases.js";
import { pictureCount, pictureName, pictureWords, prepare, ratioFor, scaleBar, select } from "./modules.js";

const small = prepare(given("small"));
const five = fiveArticles();

const viewOf = (atlas, chosen, more) => {
  const state = stateOf(chosen);
  return { atlas, store: { state, shown: select(atlas, state) }, ...more };
};

// All that is said but the days, which are always said.
const said = (atlas, chosen, more) => Object.fromEntries(pictureWords(viewOf(atlas, chosen, more))
  .filter(([name]) => name !== "Days"));

const idsOf = (atlas, name) => atlas.facets.find((facet) => facet.name === name).values.map(({ id }) => id);

test("where nothing is chosen the days are all there is to say", () => {
  assert.deepEqual(pictureWords(viewOf(five, {})), [["Days", "all, each event on the day it happened"]]);
  assert.deepEqual(pictureWords(viewOf(five, { last_day: "2017-05-20", day_of: "reported" })),
    [["Days", "up to 20 May 2017, each event on the day it was reported"]]);
});

test("of what is on and what is off the shorter is told, and what no event has is not told", () => {
  // Three of the six sides act in the small data.
  for (const [on, words] of [
    [["iran-aligned"], "only Iran and aligned forces"],
    [["iran-aligned", "us-coalition"], "all but Others or none named"],
    [["iran-aligned", "us-coalition", "islamic-state"], "all but Others or none named"],
    [["iran-aligned", "us-coalition", "other"], undefined],
    [["islamic-state"], "none"],
    [[], "none"],
  ]) assert.equal(said(small, { sides: on }).Sides, words, on.join());
  const three = ["us-coalition", "iran-aligned", "syrian-government"];
  assert.equal(said(five, { sides: three }).Sides,
    "only US and coalition, Iran and aligned forces and Syrian government and Russia");
  // A saved selection has lost the events without it, so nothing else tells of those.
  assert.equal(said(small, { sides: ["iran-aligned", "us-coalition", "other"] }, { isPart: true }).Sides,
    "only US and coalition, Iran and aligned forces and Others or none named");
});

test("a kind that no event is of is told only where events were left out", () => {
  const types = idsOf(small, "types").filter((id) => id !== "visit");
  assert.ok(!small.events.some(({ type }) => type === "visit"));
  assert.equal(said(small, { types })["Kinds of event"], undefined);
  assert.equal(said(small, { types }, { isPart: true })["Kinds of event"], "all but Visit");
});

test("a list of names ends after eight", () => {
  const types = idsOf(five, "types");
  assert.equal(said(five, { types: types.slice(0, 2) })["Kinds of event"], "only Air strike and Rocket attack");
  const off = said(five, { types: types.slice(8) })["Kinds of event"];
  assert.match(off, /^all but Air strike(, [^,]+){6} and [^,]+$/);
  assert.equal(said(five, { layers: [] })["Map layers"], "without Relief, Rivers and lakes, Borders, " +
    "Deconfliction zone, Corridor, original course, Corridor, shifted course, Strike sites, " +
    "Roads, axes and supply routes and 5 more");
});

test("an actor that is on brings all that belong to it", () => {
  for (const [on, words] of [
    [["iran", "us-military", "lloyd-austin"], "only Iran and US military"],
    [["hezbollah"], "only Hezbollah"],
    [["iran", "hezbollah", "fatemiyoun"], "only Iran"],
    // An agency has no part in any event here.
    [["hezbollah", "reuters"], "only Hezbollah"],
    [[], "none"],
    // He has no part in any event of the small data.
    [["lloyd-austin"], "none"],
    [small.actors.map(({ id }) => id), undefined],
  ]) assert.equal(said(small, { actors: on }).Actors, words, on.join());
  assert.equal(said(small, { actors: ["lloyd-austin"] }, { isPart: true }).Actors, "only Lloyd Austin");
  // As many as a list of names holds, and one more.
  const tops = ["united-states", "us-led-coalition", "us-allies", "moc", "saudi-arabia", "iran", "iraq", "russia"];
  assert.equal(said(five, { actors: tops }).Actors, "only United States, US-led coalition, " +
    "Allies of the United States, MOC, Saudi Arabia, Iran, Iraq and Russia");
  assert.match(said(five, { actors: [...tops, "syrian-government"] }).Actors, /^\d\d of 57 switched on$/);
});

test("map layers are told as they differ from what is usual", () => {
  const usual = small.layers.filter(({ on }) => on).map(({ id }) => id);
  const without = usual.filter((id) => id !== "rivers" && id !== "zone");
  for (const [layers, words] of [
    [null, undefined],
    [usual, undefined],
    [[...usual, "statements"], "with Statements and policies"],
    [without, "without Rivers and lakes and Deconfliction zone"],
    [[...without, "statements"], "with Statements and policies; without Rivers and lakes and Deconfliction zone"],
  ]) assert.equal(said(small, { layers })["Map layers"], words);
});

test("sources, search, role and how far the articles are read are told in this order", () => {
  const cursors = { "guardian-2017-05-18": 2, "newarab-2017-05-31": 0, "almashareq-2021-02-26": 3 };
  const words = said(small, { stated_only: true, find: "tanf", role: "target", cursors });
  assert.deepEqual(Object.entries(words), [
    ["Sources", "only what the five articles say"],
    ["Search", "tanf"],
    ["Events are shown for", "those who did it and its targets"],
    ["Articles read", "The Guardian up to event 2 of 5; New Arab up to event 0 of 2"],
  ]);
});

test("imported events are told with the day up to which they show", () => {
  const points = { set: { label: "mine.csv" } };
  const rest = "from none of the articles and not checked by us";
  assert.equal(said(small, {}, { points }).Imported, `mine.csv, ${rest}`);
  assert.equal(said(small, { imported_until: "2017-05-10" }, { points }).Imported,
    `mine.csv, up to 10 May 2017, ${rest}`);
  assert.equal(said(small, { imported_until: "2017-05-10" }, { points: { set: null } }).Imported, undefined);
});

test("what stands out is an event that is shown or a thing of the map", () => {
  const event = "strike-2017-05-18";
  for (const [chosen, words] of [
    [{ event }, "US jets strike a convoy near al-Tanf, 18 May 2017"],
    [{ event, types: ["warning"] }, undefined],
    [{ about: { kind: "place", id: "al-tanf" } }, small.place["al-tanf"].name],
    [{ about: { kind: "actor", id: "iran" } }, "Iran"],
    [{ about: { kind: "place", id: "nowhere" } }, undefined],
    [{ about: { kind: "article", id: "guardian-2017-05-18" } }, undefined],
  ]) assert.equal(said(small, chosen).Highlighted, words);
});

test("the count says of the articles alone that nothing is shown", () => {
  const points = { set: { label: "mine.csv" }, search: { status: "idle" }, tally: { shown: 3, total: 9 } };
  const none = { sides: [] };
  assert.equal(pictureCount(viewOf(small, none)), "No event of the articles is shown");
  assert.equal(pictureCount(viewOf(small, none, { points })),
    "No event of the articles is shown · Imported: 3 of 9");
  assert.match(pictureCount(viewOf(small, {}, { points })), /^Showing 10 of 10 events: .* · Imported: 3 of 9$/);
});

test("a file's name says which days, and in all time the day of the open event", () => {
  const named = (chosen) => pictureName(viewOf(small, chosen));
  const event = "convoy-advance-2017-05";
  const [first_day, last_day] = ["2017-05-20", "2017-06-01"];
  for (const [chosen, days] of [
    [{}, ""],
    [{ first_day, last_day }, "-2017-05-20-to-2017-06-01"],
    [{ first_day, last_day: first_day, event }, "-2017-05-20"],
    [{ first_day }, "-from-2017-05-20"],
    [{ last_day, event }, "-to-2017-06-01"],
    [{ event }, "-2017-05-15"],
    [{ event: "arms-2017-05" }, ""],
  ]) assert.equal(named(chosen), `corridor-atlas${days}.png`);
});

test("the scale is the greatest round number there is room for, as wide as it is on the map", () => {
  const said = (most, unit_m, word) => Object.values(scaleBar(most * unit_m, unit_m, word));
  for (const [most, text, width_px] of [[100, "100 km", 110], [99, "50 km", 56], [50, "50 km", 110], [49.9, "30 km", 66], [29, "20 km", 76],
    [19, "10 km", 58], [9, "5 km", 61], [2500, "2,000 km", 88], [1.5, "1 km", 73], [0.35, "0.3 km", 94]]) {
    assert.deepEqual(said(most, 1000, "km"), [text, width_px], String(most));
  }
  assert.deepEqual(said(1.1, 1609.344, "miles"), ["1 mile", 100]);
  assert.deepEqual(said(2.2, 1609.344, "miles"), ["2 miles", 100]);
});

test("a picture has twice a plain screen's pixels or as many as this one has, and no more than a canvas holds", (t) => {
  t.after(() => delete globalThis.devicePixelRatio);
  for (const [screen, width, height, ratio] of [[1, 1000, 800, 2], [2, 1000, 800, 2], [3, 1000, 800, 3],
    [1, 6000, 6000, 1], [1, 4000, 2250, 2], [2, 9000, 9000, 2 / 3], [1, 16000, 100, 1], [1, 100, 32000, 0.5]]) {
    globalThis.devicePixelRatio = screen;
    assert.ok(Math.abs(ratioFor({ width, height }) - ratio) < 1e-9, `${screen} ${width} ${height}`);
  }
});

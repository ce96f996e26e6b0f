// Sentences that the browser makes of what it is handed, and tables it hands on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, stateOf } from "./cases.js";
import { backingText, csv, daysText, isEventAt, isNames, partsByRole, passageText, placeNames, pointLatLng,
  publishedText, routeWhen, standfirst, statedValue, storyChoices, storyOf, storyPlace, unmarkedText } from "./modules.js";

const atlas = fiveArticles();

test("what one sees here names how many articles, of which years, and the shift where there is one", () => {
  const articles = (...days) => days.map((published_on) => ({ published_on }));
  const said = (days, shift = null) => standfirst({ articles: articles(...days), shift });
  assert.equal(said(["2017-05-18"]), "What one news article of 2017 reports around it, and how surely.");
  assert.equal(said(["2021-02-26", "2017-05-18"]),
    "What two news articles of 2017–2021 report around it, and how surely.");
  assert.equal(said(["2017-06-02", "2017-05-18"]),
    "What two news articles of 2017 report around it, and how surely.");
  assert.match(said(Array(10).fill("2017-05-18")), /^What 10 news articles of 2017 report /);
  assert.match(said([...Array(9).fill("2017-05-18")]), /^What nine news articles /);
  assert.equal(said(["2017-05-18"], { reported_miles: 140 }), "The planned land route from Tehran to Lebanon was " +
    "reported to have been moved about 140 miles south. What one news article of 2017 reports around it, and how surely.");
  assert.match(said(["2017-05-18"], { reported_miles: null }), /^What /);
});

test("the days chosen are said with both ends, one or none, and by which day events count", () => {
  const said = (chosen) => daysText(stateOf(chosen)).split(", ");
  assert.deepEqual(said({}), ["all", "each event on the day it happened"]);
  assert.deepEqual(said({ day_of: "reported" }), ["all", "each event on the day it was reported"]);
  const [first_day, last_day] = ["2017-05-18", "2017-06-02"];
  assert.equal(said({ first_day, last_day })[0], "18 May 2017 to 2 June 2017");
  assert.equal(said({ first_day, last_day: first_day })[0], "18 May 2017");
  assert.equal(said({ first_day })[0], "from 18 May 2017");
  assert.equal(said({ last_day })[0], "up to 2 June 2017");
});

test("a passage is named by its words, its place in the article or not at all", () => {
  assert.equal(passageText({ passage: "paragraph 3", locus: "p3" }), "paragraph 3");
  assert.equal(passageText({ locus: "p3" }), "p3");
  assert.equal(passageText({}), "");
  assert.equal(publishedText({ published_text: "in May 2017", published_on: "2017-05-18" }), "in May 2017");
  assert.equal(publishedText({ published_on: "2017-05-18" }), "18 May 2017");
  assert.equal(publishedText({}), "day unknown");
});

test("who says so is put in words where a mark has a sign for it", () => {
  const said = (backing) => backingText(atlas, { backing, voices_text: "3 voices" });
  assert.equal(said("several-voices"), "3 voices");
  assert.equal(said("parties-only"), atlas.backing["parties-only"].label);
  for (const { id } of atlas.backings) {
    if (!["several-voices", "parties-only"].includes(id)) assert.equal(said(id), null);
  }
});

test("a story has its events in both orders, and says where one stands in each", () => {
  const choices = storyChoices(atlas);
  assert.equal(choices.length, 2 * (1 + atlas.articles.length));
  for (const { id, label } of choices) {
    const story = storyOf(atlas, id);
    const [of] = id.split(".");
    const order = id.slice(of.length + 1);
    assert.equal(story.order, order);
    assert.deepEqual(story.ids, story[order]);
    assert.ok(label.includes(of === "all" ? "All articles" : atlas.article[of].publisher));
    const told = order === "told" ? "happened" : "told";
    const [event] = story.ids.filter((one) => story[told].includes(one)).slice(-1);
    const [at, all, elsewhere] = storyPlace(story, event).match(/\d+/g).map(Number);
    assert.deepEqual([story.ids[at - 1], all, story[told][elsewhere - 1]], [event, story.ids.length, event]);
    assert.ok(storyPlace(story, event).indexOf("as told") > storyPlace(story, event).indexOf("as it happened") ===
      (order === "happened"));
  }
  assert.equal(new Set(choices.map(({ label }) => label)).size, choices.length);
  for (const odd of ["", "all", "all.", "all.other", "nobody.told", "all.told.told", null]) assert.equal(storyOf(atlas, odd), null);
});

test("parts of an event stand in the order of their roles, each with all who have it", () => {
  const roles = [{ role: "blamed", id: 1 }, { role: "actor", id: 2 }, { role: "blamed", id: 3 },
    { role: "actor", label: "Struck by", id: 4 }];
  const found = partsByRole({ roles });
  assert.deepEqual(found.map(([, those]) => those.map(({ id }) => id)).flat().sort(), [1, 2, 3, 4]);
  assert.deepEqual(found.find(([, those]) => those.length === 2)[1].map(({ id }) => id), [1, 3]);
  assert.ok(found.findIndex(([term]) => term === "Struck by") < found.findIndex(([, those]) => those.length === 2));
  assert.deepEqual(partsByRole({}), []);
});

test("an event is at its place, at each of its places, and for want of these on its way", () => {
  const at = (event, id = "a") => isEventAt(event, { id });
  assert.ok(at({ place: "a" }));
  assert.ok(at({ place: "b", places: ["c", "a"] }));
  assert.ok(at({ place: null, path_places: ["a"] }));
  assert.ok(!at({ place: "b", places: ["c"], path_places: ["a"] }));
  assert.ok(!at({ place: null }));
});

test("an event without a mark says why: the articles do not say where, it is several, or no more is known", () => {
  const [own, several, none] = ["No mark: the articles alone do not say where.",
    "No mark of its own: several incidents reported together.", "No mark on the map."];
  const [mark, path] = [[34, 39], [[34, 39], [35, 40]]];
  for (const [event, now, stated] of [[{}, none, none], [{ mark }, none, own], [{ path, count: 3 }, several, own],
    [{ count: 1 }, none, none], [{ count: 2 }, several, several], [{ count: null }, none, none]]) {
    assert.deepEqual([false, true].map((isStated) => unmarkedText(event, isStated)), [now, stated]);
  }
});

test("a value is that of the articles where only they count and the payload has one", () => {
  const event = { when: "in May", stated_when: null, where: "Tanf" };
  assert.deepEqual([false, true].map((stated_only) => statedValue(event, "when", { stated_only })), ["in May", null]);
  assert.deepEqual([false, true].map((stated_only) => statedValue(event, "where", { stated_only })), ["Tanf", "Tanf"]);
});

test("a route's days are its own words, or its first and last day once each", () => {
  assert.equal(routeWhen({ when: "in spring", first_day: "2017-05-18" }), "in spring");
  assert.equal(routeWhen({ first_day: "2017-05-18", last_day: "2017-06-02" }), "18 May 2017 to 2 June 2017");
  assert.equal(routeWhen({ first_day: "2017-05-18", last_day: "2017-05-18" }), "18 May 2017");
  assert.equal(routeWhen({ last_day: "2017-05-18" }), "18 May 2017");
  assert.equal(routeWhen({}), "");
});

test("a place has its English name, its Arabic one where a source gives it, or both", () => {
  const both = { name: "Mayadin", name_ar: "الميادين" };
  assert.deepEqual(["en", "ar", "both"].map((names) => placeNames(both, names)),
    ["Mayadin", "الميادين", "Mayadin · الميادين"]);
  for (const names of ["en", "ar", "both"]) assert.equal(placeNames({ name: "Mayadin" }, names), "Mayadin");
  assert.deepEqual(["en", "ar", "both", "fr", "constructor", ""].map(isNames), [true, true, true, false, false, false]);
});

test("a packed place comes back as degrees", () => {
  const degrees = [[0, 0], [34.45, 40.93], [-33.9, 151.2], [85, -180]];
  const x = degrees.map(([, lon]) => (lon + 180) / 360);
  const y = degrees.map(([lat]) => (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2);
  degrees.forEach(([lat, lon], row) => {
    const found = pointLatLng({ x, y }, row);
    assert.ok(Math.abs(found[0] - lat) < 1e-9 && Math.abs(found[1] - lon) < 1e-9, `${found}`);
  });
});

test("a table leaves as lines of quoted cells behind a byte order mark", () => {
  assert.equal(csv([["a", 'say "b"'], ["=1", ""]]), '\ufeff"a","say ""b"""\r\n"\'=1",""\r\n');
  assert.equal(csv([]), "\ufeff");
});

// The browser's days in the cases that Python answers too: windows, order, words.
import assert from "node:assert/strict";
import { each, given, stateOf, subject } from "./cases.js";
import { POINT_CERTAIN, POINT_NONE, POINT_POSSIBLE, binText, dayNumber, dayText, daysOf, eventTimeText,
  inTime, matchSpan, readPoints, selectPoints, storyOf } from "./modules.js";

const POINT_MATCHES = { [POINT_NONE]: "no", [POINT_CERTAIN]: "certain", [POINT_POSSIBLE]: "possible" };

const { spans } = subject("spans");

each("spans", "cases", ({ span, window, expected }) => {
  assert.equal(matchSpan(daysOf(spans[span]), ...window.map(dayNumber)) ?? "no", expected);
});

each("spans", "cases", ({ span, window: [first_day, last_day], expected }, atlas) => {
  if (!spans[span].in_files) return;
  const bytes = Uint8Array.from(atob(given("spans-packed")[span]), (one) => one.charCodeAt(0));
  const set = readPoints(bytes.buffer, atlas);
  const state = stateOf({ first_day, last_day });
  const found = new Uint8Array(1);
  selectPoints(set, state, set.allowed(state), null, found);
  assert.equal(POINT_MATCHES[found[0]], expected);
});

each("order", "events", ({ events, expected }) => {
  const rows = events.map(({ id, first_day, last_day }) =>
    ({ id, days: { hullFirst: dayNumber(first_day), hullLast: dayNumber(last_day) } }));
  for (const some of [rows, [...rows].reverse()]) {
    assert.deepEqual([...some].sort(inTime).map(({ id }) => id), expected);
  }
});

each("order", "atlases", ({ expected, stops }, atlas) => {
  assert.deepEqual(storyOf(atlas, "all.happened").ids, expected);
  assert.deepEqual(Object.fromEntries(atlas.articles.map((one) => [one.id, one.stops])), stops);
  for (const { id, stops: own } of atlas.articles) {
    assert.deepEqual([...own].sort((a, b) => inTime(atlas.event[a], atlas.event[b])), own);
    assert.deepEqual(storyOf(atlas, `${id}.happened`).ids.slice(0, own.length), own);
  }
});

each("days", "single", ({ day: iso, expected }) => assert.equal(dayText(iso), expected));

each("days", "periods", ({ days: [first, last], expected }) => {
  assert.equal(binText({ from: dayNumber(first), to: dayNumber(last) + 1 }), expected);
});

each("days", "times", ({ event, given: chosen, expected }, atlas) => {
  assert.equal(eventTimeText(atlas, atlas.event[event], stateOf(chosen)), expected);
});

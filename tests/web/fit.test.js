// A state made for other data, cut down to what this data knows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fiveArticles, stateOf } from "./cases.js";
import { fitState } from "./modules.js";

const atlas = fiveArticles();

test("what this data does not know is taken out of a state, and the rest is kept", () => {
  const [{ id, stops }] = atlas.articles;
  const about = { kind: "actor", id: "iran" };
  const known = { types: ["airstrike"], event: stops[0], current: stops[1], about, cursors: { [id]: 1 }, show: "table",
    names: "both" };
  assert.deepEqual(fitState(atlas, known), stateOf(known));
  const odd = { types: ["airstrike", "nowhere"], event: "nothing", current: "nothing", about: { ...about, id: "nobody" },
    cursors: { [id]: stops.length, nowhere: 1 }, role: "none", names: "fr", story: "none", show: "other" };
  assert.deepEqual(fitState(atlas, odd), stateOf({ types: ["airstrike"] }));
  assert.deepEqual(fitState(atlas, {}), stateOf({}));
});

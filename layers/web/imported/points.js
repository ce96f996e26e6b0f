// The imported set of events behind canvas, lane and counts: loaded, swapped, and selected anew.
import { during, el, pointBytes } from "../base/index.js";
import { importedSets, pointsBetween, selectPoints, stepPoints } from "../rules/index.js";
import { fetchTexts, readPoints, readTexts } from "./data.js";
import { pointFinder } from "./find.js";
import { pointPicture } from "./picture.js";

const ALSO_FILTERED_BY = ["stated_only", "layers", "day_of"];
/** @param {import("../types.js").Atlas} atlas */
const filteredBy = (atlas) => [...importedSets(atlas), ...ALSO_FILTERED_BY];
const TIMES = ["first_day", "last_day", "imported_until"];
const NOTHING = { total: 0, shown: 0, possible: 0, undated: 0, placeless: 0 };
const FAILED = "The imported events could not be read. The five articles are shown without them.";

/** @typedef {import("../types.js").Points} Points */
/** @typedef {import("../types.js").PointSet} PointSet */

const UNTOLD = "What is said of this event could not be loaded. Try again in a while.";

// What is told of a row; nothing of all the texts is fetched before somebody asks.
function teller(root, given) {
  /** @type {Promise<(row: number) => any> | null} */
  let texts = null;
  const read = async (row) => {
    try {
      texts ??= given.texts_inline
        ? pointBytes(null, given.texts_inline).then(readTexts) : fetchTexts(given.texts);
      return await (await texts)(row);
    } catch (error) {
      console.warn(error);
      texts = null;
      return { title: UNTOLD };
    }
  };
  return (row) => during(root, read(row));
}

// A function that selects anew: `isNew` where the set or its filters changed, `before` where nothing
// but the handle of the imported lane was moved, from there.
function chooser(points, store) {
  /** @type {Uint8Array | null} */
  let allowed = null;
  let filtered = "";

  const keyOf = (state) =>
    [filtered, ...TIMES.map((name) => state[name]), points.search.key].join(" ");

  function selectStep(before) {
    const { set, key, match, tally } = points;
    const { state } = store;
    const rows = set && pointsBetween(set, state, before, state.imported_until);
    if (!rows) return false;
    points.key = keyOf(state);
    points.step = { since: key, first: rows[0], end: rows[1] };
    points.tally = stepPoints(set, state, /** @type {Uint8Array} */ (allowed), points.search.found, match, tally, rows);
    return true;
  }

  return function (isNew, before) {
    const { set } = points;
    if (!set) points.tally = NOTHING;
    else if (before === undefined || !selectStep(before)) {
      const { state } = store;
      if (isNew) {
        allowed = set.allowed(state);
        filtered = JSON.stringify(filteredBy(store.atlas).map((name) => state[name]));
      }
      points.key = keyOf(state);
      points.step = null;
      points.tally = selectPoints(set, state, /** @type {Uint8Array} */ (allowed), points.search.found, points.match);
    }
  };
}

// Selects anew where the state asks for it, by as little as it can.
function follow({ store, lease }, points, select) {
  let stood = store.state.imported_until;
  lease.add(store.subscribe((state, changed) => {
    const before = stood;
    stood = state.imported_until;
    const isFiltered = filteredBy(store.atlas).some((name) => changed.has(name));
    const times = TIMES.filter((name) => changed.has(name));
    const isSought = changed.has("find");
    const isStep = !isFiltered && !isSought && times.length === 1 && times[0] === "imported_until";
    if (isSought) points.search.look();
    if (isStep) select(false, before);
    else if (isFiltered || isSought || times.length) select(isFiltered);
  }));
}

// Brings sets and hands them to `take`, {set, given}: the last one that was asked for.
function loader(view, take) {
  const { store, atlas, lease } = view;
  const note = el("p", "atlas-points-failed", FAILED, { role: "alert" });
  /** @type {string | null} */
  let wanted = null;
  let ended = false;

  async function bring(given, id) {
    wanted = id;
    note.remove();
    // A card of the old set would tell of another event under the same row.
    const { about } = store.state;
    if (about && about.kind === "imported") store.set({ about: null });
    if (!given) {
      take(null, null);
      return;
    }
    try {
      const set = readPoints(await pointBytes(given.events, given.events_inline), atlas);
      if (ended || wanted !== id) return;
      take(set, given);
    } catch (error) {
      if (ended || wanted !== id) return;
      console.error(error);
      take(null, null);
      wanted = null;
      view.panes.stage.append(note);
    }
  }

  lease.add(() => {
    ended = true;
    note.remove();
  });
  return async function (given) {
    const id = given ? given.id : null;
    if (id !== wanted) await during(view.root, bring(given, id));
  };
}

/** @returns {Points} */
export function points(view) {
  const { store, lease } = view;
  const listeners = new Set();
  const choose = (isNew, before) => {
    select(isNew, before);
    for (const listener of [...listeners]) listener(isNew);
  };

  function take(set, given) {
    if (set) points.text = teller(view.root, given);
    Object.assign(points, { set, given, id: given ? given.id : null, match: new Uint8Array(set ? set.count : 0) });
    points.search.take(given, set);
    choose(true);
  }

  /** @type {Points} */
  const points = {
    set: null,
    id: null,
    // What the server sent of it.
    given: null,
    match: new Uint8Array(0),
    // The same for the same selection from this set.
    key: "",
    // What the last selection changed, where that is known: {since, first, end}, the key before and
    // the rows; null where it may be any.
    step: null,
    tally: NOTHING,
    // How many marks the canvas shows; the layer that draws them says so.
    drawn: 0,
    search: pointFinder(view, () => choose(false)),
    text: null,
    // The layer that is pointed at gives it.
    open: null,
    picture: (ratio) => pointPicture(view, ratio),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // Show another set, or none: `given` is what the server sent, {id, label, events, texts, search}.
    load: loader(view, take),
  };
  const select = chooser(points, store);
  follow(view, points, choose);
  lease.add(() => listeners.clear());
  return points;
}

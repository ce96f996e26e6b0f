// The imported set of events behind canvas, lane and counts: loaded, swapped, and selected anew.
import { during, el, pointBytes } from "../base/index.js";
import { importedSets, pointsBetween, selectPoints, stepPoints } from "../rules/index.js";
import { fetchTexts, readPoints, readTexts } from "./data.js";
import { pointFinder } from "./find.js";
import { pointPicture } from "./picture.js";

const ALSO_FILTERED_BY = ["stated_only", "layers", "day_of"];
const TIMES = ["first_day", "last_day", "imported_until"];
const NOTHING = { total: 0, shown: 0, possible: 0, undated: 0, placeless: 0 };
const FAILED = "The imported events could not be read. The five articles are shown without them.";

const UNTOLD = "What is said of this event could not be loaded. Try again in a while.";

export function points(view) {
  const { store, atlas, lease } = view;
  const filteredBy = [...importedSets(atlas), ...ALSO_FILTERED_BY];
  const listeners = new Set();
  const note = el("p", "atlas-points-failed", FAILED, { role: "alert" });
  let wanted = null;
  let allowed = null;
  let filtered = "";
  let ended = false;

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
    text: null,
    picture: (ratio) => pointPicture(view, ratio),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  // Nothing but the handle of the imported lane was moved.
  function selectStep(before) {
    const { set, key, match, tally } = points;
    const { state } = store;
    const rows = set && pointsBetween(set, state, before, state.imported_until);
    if (!rows) return false;
    points.key = keyOf(state);
    points.step = { since: key, first: rows[0], end: rows[1] };
    points.tally = stepPoints(set, state, allowed, points.search.found, match, tally, rows);
    return true;
  }

  const keyOf = (state) =>
    [filtered, ...TIMES.map((name) => state[name]), points.search.key].join(" ");

  function select(isNew, before) {
    const { set } = points;
    if (!set) points.tally = NOTHING;
    else if (before === undefined || !selectStep(before)) {
      const { state } = store;
      if (isNew) {
        allowed = set.allowed(state);
        filtered = JSON.stringify(filteredBy.map((name) => state[name]));
      }
      points.key = keyOf(state);
      points.step = null;
      points.tally = selectPoints(set, state, allowed, points.search.found, points.match);
    }
    for (const listener of [...listeners]) listener(isNew);
  }

  function take(set, id, given = null) {
    points.set = set;
    points.id = id;
    points.given = given;
    points.match = new Uint8Array(set ? set.count : 0);
    points.search.take(given, set);
    select(true);
  }

  points.search = pointFinder(view, () => select(false));

  // What is told of a row; nothing of all the texts is fetched before somebody asks.
  function tell(given) {
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
    return (row) => during(view.root, read(row));
  }

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
      points.text = tell(given);
      take(set, id, given);
    } catch (error) {
      if (ended || wanted !== id) return;
      console.error(error);
      take(null, null);
      wanted = null;
      view.panes.stage.append(note);
    }
  }

  // Show another set, or none: `given` is what the server sent, {id, label, events, texts, search}.
  points.load = async function (given) {
    const id = given ? given.id : null;
    if (id !== wanted) await during(view.root, bring(given, id));
  };

  let stood = store.state.imported_until;
  lease.add(store.subscribe((state, changed) => {
    const before = stood;
    stood = state.imported_until;
    const isFiltered = filteredBy.some((name) => changed.has(name));
    const times = TIMES.filter((name) => changed.has(name));
    const isSought = changed.has("find");
    const isStep = !isFiltered && !isSought && times.length === 1 && times[0] === "imported_until";
    if (isSought) points.search.look();
    if (isStep) select(false, before);
    else if (isFiltered || isSought || times.length) select(isFiltered);
  }));
  lease.add(() => {
    ended = true;
    note.remove();
    listeners.clear();
  });
  return points;
}

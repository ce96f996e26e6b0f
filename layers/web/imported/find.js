// What is looked for among the imported events: their index comes when somebody first turns to
// the search of a set, and until it is there none of them counts as found.
import { during, pointBytes } from "../base/index.js";
import { soughtWords } from "../rules/index.js";
import { readSearch, searchPoints } from "./search.js";

// `changed` is called where what is found changes by itself: the index came, or could not.
export function pointFinder(view, changed) {
  const { store, atlas, lease } = view;
  /** @type {{given: any, set: any, index: any, coming: Promise<void> | null} | null} */
  let held = null;
  let ended = false;
  lease.add(() => {
    ended = true;
    held = null;
  });

  /** @type {import("../types.js").PointSearch} */
  const finder = {
    // For each row 255 or 0; null while nothing is looked for.
    found: null,
    // "idle", "searching", "found" or "failed".
    status: "idle",
    // The same for the same rows of one set.
    key: "",
    // Another set, or none: `given` is what the server sent of it.
    take(given, set) {
      held = set && { given, set, index: null, coming: null };
      finder.look();
    },
    // Somebody is about to look for something: the index may come meanwhile.
    prepare() {
      if (held && !held.index) held.coming ??= during(view.root, fetchIndex(held));
    },
    // Looks for what the state asks.
    look() {
      const { find } = store.state;
      const sought = find && held ? soughtWords(find) : null;
      if (!held || !sought || !sought.words.length) say("idle", null);
      else if (held.index) {
        say("found", searchPoints(held.index, held.set, atlas, sought));
      } else {
        say("searching", new Uint8Array(held.set.count));
        finder.prepare();
      }
    },
  };

  function say(status, found) {
    Object.assign(finder, { status, found,
      key: found ? `${status} ${status === "found" ? store.state.find : ""}` : "" });
  }

  // What comes for a set that is no longer there changes nothing.
  async function fetchIndex(asked) {
    const { given, set } = asked;
    try {
      const index = readSearch(await pointBytes(given.search, given.search_inline));
      if (index.count !== set.count) throw new Error("the search is of another set");
      asked.index = index;
      if (asked !== held || ended) return;
      finder.look();
    } catch (error) {
      if (asked !== held || ended) return;
      console.warn(error);
      // The next thing looked for asks again.
      asked.coming = null;
      if (finder.status !== "searching") return;
      say("failed", finder.found);
    }
    changed();
  }

  return finder;
}

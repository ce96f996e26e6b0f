// The imported set of events behind canvas, lane and counts: loaded, swapped, and selected anew.
(function (A) {
  "use strict";

  const FILTERS = ["types", "statuses", "standings", "sides", "actors", "stated_only", "layers",
    "day_of"];
  const TIMES = ["first_day", "last_day", "imported_until"];
  const NOTHING = { total: 0, shown: 0, possible: 0, undated: 0, placeless: 0 };
  const FAILED = "The imported events could not be read. The five articles are shown without them.";

  const UNTOLD = "What is said of this event could not be loaded. Try again in a while.";

  A.points = function (view) {
    const { store, atlas, lease } = view;
    const listeners = new Set();
    const note = A.el("p", "atlas-points-failed", FAILED, { role: "alert" });
    let wanted = null;
    let allowed = null;
    let ended = false;

    const points = {
      set: null,
      id: null,
      match: new Uint8Array(0),
      tally: NOTHING,
      // How many marks the canvas shows; the layer that draws them says so.
      drawn: 0,
      text: null,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };

    function select(isNew) {
      const { set } = points;
      if (!set) points.tally = NOTHING;
      else {
        if (isNew) allowed = set.allowed(store.state);
        points.tally = A.selectPoints(set, store.state, allowed, points.match);
      }
      for (const listener of [...listeners]) listener(isNew);
    }

    function take(set, id) {
      points.set = set;
      points.id = id;
      points.match = new Uint8Array(set ? set.count : 0);
      select(true);
    }

    // What is told of a row; nothing of all the texts is fetched before somebody asks.
    function tell(given) {
      let texts = null;
      return async (row) => {
        try {
          texts ??= given.texts_inline
            ? A.pointBytes(null, given.texts_inline).then(A.readTexts) : A.fetchTexts(given.texts);
          return await (await texts)(row);
        } catch (error) {
          console.warn(error);
          texts = null;
          return { title: UNTOLD };
        }
      };
    }

    // Show another set, or none: `given` is what the server sent, {id, label, events, texts}.
    points.load = async function (given) {
      const id = given ? given.id : null;
      if (id === wanted) return;
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
        const set = A.readPoints(await A.pointBytes(given.events, given.events_inline), atlas);
        if (ended || wanted !== id) return;
        points.text = tell(given);
        take(set, id);
      } catch (error) {
        if (ended || wanted !== id) return;
        console.error(error);
        take(null, null);
        wanted = null;
        view.panes.stage.append(note);
      }
    };

    lease.add(store.subscribe((_state, changed) => {
      const isFiltered = FILTERS.some((name) => changed.has(name));
      if (isFiltered || TIMES.some((name) => changed.has(name))) select(isFiltered);
    }));
    lease.add(() => {
      ended = true;
      note.remove();
      listeners.clear();
    });
    return points;
  };
})((globalThis.CorridorAtlas ??= {}));

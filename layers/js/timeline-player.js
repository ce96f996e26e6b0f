// Playing time: one lane, or all of them in the order of their events, one step every 1.2 seconds.
(function (A) {
  "use strict";

  const STEP_MS = 1200;
  const orderKey = (event) => {
    const first = event.days.hullFirst ?? event.days.hullLast;
    return [first, event.days.hullLast ?? first];
  };

  function inTimeOrder(atlas, articles) {
    const ids = [...new Set(articles.flatMap(({ stops }) => stops))];
    return ids.sort((a, b) => {
      const [first, last] = orderKey(atlas.event[a]);
      const [otherFirst, otherLast] = orderKey(atlas.event[b]);
      return first - otherFirst || last - otherLast || (a < b ? -1 : 1);
    });
  }

  // The target's steps as patches: cursors to set and the event each one arrives at.
  function steps(view, target) {
    const { atlas, store } = view;
    const on = atlas.articles.filter(({ id }) =>
      !store.state.articles || store.state.articles.includes(id));
    const articles = target === "all" ? on : [atlas.article[target]];
    const order = target === "all" ? inTimeOrder(atlas, articles) : articles[0].stops;
    const counts = Object.fromEntries(articles.map(({ id }) => [id, 0]));
    return order.map((event) => {
      for (const article of articles) {
        if (article.stops[counts[article.id]] === event) counts[article.id] += 1;
      }
      return { event, counts: Object.assign({}, counts) };
    });
  }

  A.timelinePlayer = function (view) {
    const { atlas, store } = view;
    const lease = A.lease();
    let timer = null;
    let queue = [];
    let mine = false;

    function write(patch) {
      mine = true;
      try {
        store.set(patch);
      } finally {
        mine = false;
      }
    }

    function halt() {
      clearTimeout(timer);
      queue = [];
    }

    function stop() {
      halt();
      if (store.state.playing) write({ playing: false });
    }

    function cursorsOf(counts) {
      const cursors = Object.assign({}, store.state.cursors);
      for (const [id, count] of Object.entries(counts)) {
        if (count >= atlas.article[id].stops.length) delete cursors[id];
        else cursors[id] = count;
      }
      return cursors;
    }

    function advance() {
      const { event, counts } = queue.shift();
      // A sheet over a small map would hide what plays.
      write({ cursors: cursorsOf(counts), current: event, event: A.cardIsSheet() ? null : event,
        about: null });
      timer = setTimeout(queue.length ? advance : stop, STEP_MS);
    }

    // What is left to play from where the cursors stand; all of it where they stand at the end.
    function remaining(target) {
      const all = steps(view, target);
      const stands = (id) => A.reachedStops(atlas.article[id], store.state);
      const at = all.findIndex(({ counts }) =>
        Object.entries(counts).every(([id, count]) => count === stands(id)));
      return all.slice(at + 1).length ? all.slice(at + 1) : all;
    }

    function toggle(target) {
      const before = store.state.playing;
      if (before) stop();
      if (before === target) return;
      queue = remaining(target);
      if (!queue.length) return;
      write({ playing: target });
      advance();
    }

    lease.add(store.subscribe((state, changed) => {
      const moved = changed.has("cursors") || changed.has("first_day") || changed.has("last_day") ||
        (changed.has("event") && state.event !== null);
      if (!state.playing || mine || !moved) return;
      halt();
      // Not inside the store's own round: listeners would hear the older state last.
      queueMicrotask(() => write({ playing: false }));
    }));
    lease.add(halt);

    return { toggle, stop, destroy: lease.end };
  };
})((globalThis.CorridorAtlas ??= {}));

// The line above the lanes: play all, what is shown in numbers, typed days and the resets.
(function (A) {
  "use strict";

  const SPOKEN_AFTER_MS = 400;
  const STATEMENTS = "statements";
  const KINDS = { articles: "article", actors: "actor", types: "type of event", statuses: "status",
    standings: "standing", sides: "side" };

  function emptyText(atlas, state) {
    const off = Object.keys(KINDS).find((name) => state[name] !== null && !state[name].length);
    if (off) return `No events shown: every ${KINDS[off]} is switched off. Switch one on.`;
    const moving = atlas.articles.filter(({ stops }) => stops.length);
    if (moving.length && moving.every((article) => A.reachedStops(article, state) === 0)) {
      return "No events shown: every article stands before its first event. Move one on.";
    }
    if (state.first_day !== null || state.last_day !== null) {
      return "No events shown in these days. Widen them or choose Reset time.";
    }
    return "No events shown: nothing meets all filters at once. Switch some back on.";
  }

  // {possible, dated, undated, drawn, held, placeless}: dated + undated and drawn + held +
  // placeless each make up all that is shown. `held` have a mark that is drawn only on request.
  A.tally = function (atlas, state, shown) {
    const tally = { possible: 0, dated: 0, undated: 0, drawn: 0, held: 0, placeless: 0 };
    for (const [id, match] of shown) {
      const event = atlas.event[id];
      tally.possible += match === "possible";
      tally[A.daysShown(event, state).dated ? "dated" : "undated"] += 1;
      const wanted = event.glyph !== "statement" || A.layerOn(atlas, state, STATEMENTS) ||
        id === state.event || id === state.current;
      if (!(state.stated_only ? event.stated_mark : event.mark)) tally.placeless += 1;
      else tally[wanted ? "drawn" : "held"] += 1;
    }
    return tally;
  };

  // "Showing 99 of 99 events: 96 dated, 3 undated · 31 on the map, 9 not drawn (Statements and
  // policies is off), 59 without a place".
  A.countText = function (atlas, state, shown) {
    if (!shown.size) return emptyText(atlas, state);
    const tally = A.tally(atlas, state, shown);
    const layer = atlas.layers.find(({ id }) => id === STATEMENTS);
    const possible = tally.possible
      ? `, of which ${tally.possible} possibly outside the days chosen` : "";
    const held = tally.held
      ? `${tally.held} not drawn (${layer ? layer.label : STATEMENTS} is off), ` : "";
    return `Showing ${shown.size} of ${atlas.events.length} events${possible}: ` +
      `${tally.dated} dated, ${tally.undated} undated · ${tally.drawn} on the map, ${held}` +
      `${tally.placeless} without a place`;
  };

  A.timelineHead = function (view, player) {
    const { atlas, store } = view;
    const lease = A.lease();
    const node = A.el("div", "atlas-time-head");
    const play = A.timeButton("atlas-time-play", "Play all");
    const count = A.el("p", "atlas-time-count");
    const spoken = A.el("p", "atlas-unseen", null, { role: "status", "aria-live": "polite" });
    const days = A.typedDays(view, lease);
    const reset = A.timeButton("atlas-time-reset", "Reset time");
    node.append(play, count, spoken, days.toggle, days.form, reset);
    let timer = null;

    lease.on(play, "click", () => player.toggle("all"));
    lease.on(reset, "click", () => {
      player.stop();
      const { current, event } = store.state;
      const patch = { cursors: {}, first_day: null, last_day: null, current: null };
      // What a slider opened goes with it; a card that the reader opened stays.
      store.set(event && event === current ? { ...patch, event: null } : patch);
    });
    lease.add(() => clearTimeout(timer));

    return {
      node,
      draw() {
        const { state, shown } = store;
        const text = A.countText(atlas, state, shown);
        if (count.textContent !== text) {
          count.textContent = text;
          clearTimeout(timer);
          timer = setTimeout(() => { spoken.textContent = text; }, SPOKEN_AFTER_MS);
        }
        count.classList.toggle("atlas-is-empty", !shown.size);
        play.textContent = state.playing === "all" ? "Pause" : "Play all";
        play.classList.toggle("atlas-is-playing", state.playing === "all");
        // Not `disabled`: that would take the focus from whoever has just pressed it.
        reset.setAttribute("aria-disabled", String(!Object.keys(state.cursors).length &&
          state.first_day === null && state.last_day === null));
        days.draw(state);
      },
      destroy() {
        lease.end();
        node.remove();
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));

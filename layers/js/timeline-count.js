// The count line: how many events are shown, how surely, and how many of them are on the map.
(function (A) {
  "use strict";

  const STATEMENTS = "statements";
  const KINDS = { articles: "article", actors: "actor", types: "type of event", statuses: "status",
    standings: "standing", backings: "answer to who says so", sides: "side" };

  const UNFOUND = { searching: "searching …", failed: "could not be searched" };

  const isLimited = (state) => state.first_day !== null || state.last_day !== null;

  function emptyText(atlas, state, points) {
    if (state.find) {
      // Imported events are counted beside it.
      const whose = points && points.set ? " of the five articles" : "";
      return `No events${whose} found for “${state.find}”. Clear the search to see all.`;
    }
    const off = Object.keys(KINDS).find((name) => state[name] !== null && !state[name].length);
    if (off) return `No events shown: every ${KINDS[off]} is switched off. Switch one on.`;
    const moving = atlas.articles.filter(({ stops }) => stops.length);
    if (moving.length && moving.every((article) => A.reachedStops(article, state) === 0)) {
      return "No events shown: every article stands before its first event. Move one on.";
    }
    if (isLimited(state)) {
      const what = A.byReport(state) ? "reported" : "shown";
      return `No events ${what} in these days. Widen them or choose Reset time.`;
    }
    return "No events shown: nothing meets all filters at once. Switch some back on.";
  }

  // {certain, possible, undated, drawn, held, placeless}: the first three and the last three each
  // make up all that is shown. `held` have a mark that is drawn only on request.
  A.tally = function (atlas, state, shown) {
    const tally = { certain: 0, possible: 0, undated: 0, drawn: 0, held: 0, placeless: 0 };
    const isStatementsOn = A.layerOn(atlas, state, STATEMENTS);
    for (const [id, match] of shown) {
      const event = atlas.event[id];
      const isDated = A.byReport(state) || A.daysShown(event, state).dated;
      tally[isDated ? match : "undated"] += 1;
      const wanted = event.glyph !== "statement" || isStatementsOn ||
        id === state.event || id === state.current;
      if (!(state.stated_only ? event.stated_mark : event.mark)) tally.placeless += 1;
      else tally[wanted ? "drawn" : "held"] += 1;
    }
    return tally;
  };

  // ": 40 certainly and 5 possibly in these days, 3 undated"; in all time ": 96 dated, 3 undated".
  function daysText(state, { certain, possible, undated }, isShort) {
    if (A.byReport(state)) return isLimited(state) ? " reported in these days" : " by day of report";
    if (!isLimited(state)) return `: ${certain} dated, ${undated} undated`;
    const sure = isShort ? [certain && `${certain} certain`, possible && `${possible} possible`]
      : [certain && `${certain} certainly`, possible && `${possible} possibly`];
    const known = sure.filter(Boolean).join(isShort ? ", " : " and ");
    const inDays = known && !isShort ? `${known} in these days` : known;
    return `: ${[inDays, undated && `${undated} undated`].filter(Boolean).join(", ")}`;
  }

  // Why an event that has a place is drawn only on request.
  A.heldText = function (atlas) {
    const layer = atlas.layers.find(({ id }) => id === STATEMENTS);
    return `not drawn (${layer ? layer.label : STATEMENTS} is off)`;
  };

  function mapText(atlas, { drawn, held, placeless }, isShort) {
    return [`${drawn} on ${isShort ? "" : "the "}map`, held && `${held} ${isShort ? "not drawn" : A.heldText(atlas)}`,
      `${placeless} ${isShort ? "placeless" : "without a place"}`].filter(Boolean).join(", ");
  }

  A.importedText = function (points, state) {
    if (!points || !points.set) return null;
    if (A.pointsOn(state) && UNFOUND[points.search.status]) {
      return `Imported: ${UNFOUND[points.search.status]}`;
    }
    const { shown, total } = points.tally;
    return `Imported: ${A.numberText(shown)} of ${A.numberText(total)}`;
  };

  // "Showing 45 of 99 events: 37 certainly and 5 possibly in these days, 3 undated · 31 on the map,
  // 9 not drawn (Statements and policies is off), 5 without a place · Imported: 50,123 of 100,000".
  A.countText = function (view, isShort = false) {
    const { atlas, points } = view;
    const { state, shown } = view.store;
    const imported = A.importedText(points, state);
    if (!shown.size) return [emptyText(atlas, state, points), imported].filter(Boolean).join(" · ");
    const tally = A.tally(atlas, state, shown);
    const head = `${isShort ? "" : "Showing "}${shown.size} of ${atlas.events.length} events`;
    return [`${head}${daysText(state, tally, isShort)}`, mapText(atlas, tally, isShort), imported]
      .filter(Boolean).join(" · ");
  };

  const SPOKEN_AFTER_MS = 400;
  const SHORT_BELOW_PX = 1240;

  // The line itself, and the same for screen readers once it has come to rest.
  A.timelineCount = function (view) {
    const line = A.el("p", "atlas-time-count");
    const spoken = A.el("p", "atlas-unseen", null, { role: "status", "aria-live": "polite" });
    let isShort = false;
    let written = "";
    let timer = null;

    function draw() {
      const text = A.countText(view, isShort);
      if (text === written) return;
      written = text;
      line.textContent = text;
      line.classList.toggle("atlas-is-empty", !view.store.shown.size);
      clearTimeout(timer);
      timer = setTimeout(() => { spoken.textContent = A.countText(view); }, SPOKEN_AFTER_MS);
    }

    return {
      nodes: [line, spoken],
      fit(width_px) {
        isShort = width_px < SHORT_BELOW_PX;
        draw();
      },
      draw,
      destroy: () => clearTimeout(timer),
    };
  };
})((globalThis.CorridorAtlas ??= {}));

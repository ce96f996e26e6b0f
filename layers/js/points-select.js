// Which imported events a selection shows: the rules of select.js over columns, in one pass.
(function (A) {
  "use strict";

  const NONE = (A.POINT_NONE = 0);
  const CERTAIN = (A.POINT_CERTAIN = 1);
  const POSSIBLE = (A.POINT_POSSIBLE = 2);
  const LASTED = 1;

  // For each combination of type, status, standing, side and actors: whether the filters let it by.
  A.allowedFacets = function (facets, lines, state) {
    const on = (name, id) => state[name] === null || state[name].includes(id);
    const actors = state.actors && new Set(state.actors);
    return Uint8Array.from(facets, (facet, index) =>
      on("types", facet.type) && on("statuses", facet.status) && on("standings", facet.standing) &&
      on("sides", facet.side) && (!actors || lines[index].some((id) => actors.has(id))));
  };

  // Bounds as numbers that compare with a column's: an open end lies beyond every day.
  function limits(state) {
    return {
      isOpen: state.first_day === null && state.last_day === null,
      from: A.day(state.first_day) ?? A.FIRST_OPEN,
      to: A.day(state.last_day) ?? A.LAST_OPEN,
      until: A.day(state.imported_until) ?? A.LAST_OPEN,
    };
  }

  function byDayReported(set, allowed, { isOpen, from, to, until }, match) {
    const { facet, reported, count } = set;
    for (let i = 0; i < count; i += 1) {
      const day = reported[i];
      if (!allowed[facet[i]]) match[i] = NONE;
      else if (day === A.FIRST_OPEN) match[i] = isOpen ? CERTAIN : POSSIBLE;
      else match[i] = day >= from && day <= to && day <= until ? CERTAIN : NONE;
    }
  }

  function byDayHappened(set, allowed, { isOpen, from, to, until }, match) {
    const { facet, hullFirst, hullLast, coreFirst, coreLast, flags, count } = set;
    const known = set.dayColumn({ day_of: "happened" });
    for (let i = 0; i < count; i += 1) {
      // Undated events have the smallest day there is, so the handle never hides them.
      if (!allowed[facet[i]] || known[i] > until) match[i] = NONE;
      else if (isOpen) match[i] = CERTAIN;
      else if (hullLast[i] < from || hullFirst[i] > to) match[i] = NONE;
      else {
        const sure = flags[i] & LASTED ? coreFirst[i] <= to && coreLast[i] >= from
          : hullFirst[i] >= from && hullLast[i] <= to;
        match[i] = sure ? CERTAIN : POSSIBLE;
      }
    }
  }

  function tallyOf(set, match, state) {
    const { x, count } = set;
    const days = set.dayColumn(state);
    const tally = { total: count, shown: 0, possible: 0, undated: 0, placeless: 0 };
    for (let i = 0; i < count; i += 1) {
      if (match[i] === NONE) continue;
      tally.shown += 1;
      if (match[i] === POSSIBLE) tally.possible += 1;
      if (days[i] === A.FIRST_OPEN) tally.undated += 1;
      if (x[i] !== x[i]) tally.placeless += 1;
    }
    return tally;
  }

  // Fills `match` (one byte an event) and returns the tally. `allowed` comes from set.allowed.
  A.selectPoints = function (set, state, allowed, match) {
    const isOn = !state.stated_only && (state.layers === null || state.layers.includes("imported"));
    if (!isOn) match.fill(NONE);
    else (state.day_of === "reported" ? byDayReported : byDayHappened)(
      set, allowed, limits(state), match);
    return tallyOf(set, match, state);
  };
})((globalThis.CorridorAtlas ??= {}));

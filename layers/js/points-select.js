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

  function byDayReported({ facet, reported, count }, allowed, { isOpen, from, to, until }, match) {
    for (let i = 0; i < count; i += 1) {
      const day = reported[i];
      if (!allowed[facet[i]]) match[i] = NONE;
      else if (day === A.FIRST_OPEN) match[i] = isOpen ? CERTAIN : POSSIBLE;
      else match[i] = day >= from && day <= to && day <= until ? CERTAIN : NONE;
    }
  }

  // Undated events have the smallest day there is, so the handle never hides them.
  function byDayHappened(set, allowed, limit, match, first = 0, end = set.count) {
    const { isOpen, from, to, until } = limit;
    const { facet, hullFirst, hullLast, coreFirst, coreLast, flags } = set;
    const known = set.dayColumn({ day_of: "happened" });
    if (isOpen) {
      for (let i = first; i < end; i += 1) match[i] = allowed[facet[i]] & (known[i] <= until);
      return;
    }
    for (let i = first; i < end; i += 1) {
      if (!allowed[facet[i]] || known[i] > until) match[i] = NONE;
      else if (hullLast[i] < from || hullFirst[i] > to) match[i] = NONE;
      else {
        const sure = flags[i] & LASTED ? coreFirst[i] <= to && coreLast[i] >= from
          : hullFirst[i] >= from && hullLast[i] <= to;
        match[i] = sure ? CERTAIN : POSSIBLE;
      }
    }
  }

  // Counted without a branch: a filter over 100,000 events is a matter of a tenth of a millisecond.
  function tallyOf(set, match, state, first = 0, end = set.count) {
    const lacks = set.lacks(state);
    let [certain, possible, undated, placeless] = [0, 0, 0, 0];
    for (let i = first; i < end; i += 1) {
      const one = match[i];
      const shown = (one + 1) >> 1;
      certain += one & 1;
      possible += one >> 1;
      undated += shown & lacks[i];
      placeless += shown & (lacks[i] >> 1);
    }
    return { total: set.count, shown: certain + possible, possible, undated, placeless };
  }

  // Whether imported events are shown at all.
  const isOn = (A.pointsOn = (state) => !state.stated_only &&
    (state.layers === null || state.layers.includes("imported")));

  // The rows whose match a move of the handle may change, [first, end); null where that may be any.
  A.pointsBetween = function (set, state, before, until) {
    if (state.day_of === "reported" || set.dated === null) return null;
    const days = set.dayColumn(state).subarray(0, set.dated);
    const ends = [before, until].map((day) =>
      (day === null ? set.dated : A.lastAtMost(days, A.day(day)) + 1));
    return [Math.min(...ends), Math.max(...ends)];
  };

  // Of what filters and days let by, only what is found: 255 keeps a match, 0 takes it.
  function keepFound(found, match, first = 0, end = match.length) {
    if (found) for (let i = first; i < end; i += 1) match[i] &= found[i];
  }

  // As A.selectPoints, where only those rows can have changed; `tally` is what it was.
  A.stepPoints = function (set, state, allowed, found, match, tally, [first, end]) {
    if (!isOn(state)) return tally;
    const was = tallyOf(set, match, state, first, end);
    byDayHappened(set, allowed, limits(state), match, first, end);
    keepFound(found, match, first, end);
    const is = tallyOf(set, match, state, first, end);
    const next = { total: tally.total };
    for (const name of ["shown", "possible", "undated", "placeless"]) {
      next[name] = tally[name] - was[name] + is[name];
    }
    return next;
  };

  // Fills `match` (one byte an event) and returns the tally. `allowed` comes from set.allowed,
  // `found` from A.pointFinder.
  A.selectPoints = function (set, state, allowed, found, match) {
    if (!isOn(state)) match.fill(NONE);
    else {
      (state.day_of === "reported" ? byDayReported : byDayHappened)(
        set, allowed, limits(state), match);
      keepFound(found, match);
    }
    return tallyOf(set, match, state);
  };
})((globalThis.CorridorAtlas ??= {}));

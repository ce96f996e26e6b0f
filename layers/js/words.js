// What is chosen, in words: the days, the filters, how far each article has been moved.
(function (A) {
  "use strict";

  // Titles as in the filters.
  const TITLES = { actors: "Actors", sides: "Side that acted", types: "Kinds of event",
    standings: "How it stands", backings: "Who says so", statuses: "Happened or planned",
    articles: "Articles", layers: "Map layers" };

  // "18 May 2017 to 3 June 2017", "from …", "until …", "all days".
  A.windowText = function (state) {
    const [first, last] = [A.dayText(state.first_day), A.dayText(state.last_day)];
    const days = first && last ? (first === last ? first : `${first} to ${last}`)
      : first ? `from ${first}` : last ? `until ${last}` : "all days";
    return A.byReport(state) ? `${days}, by the day it was reported` : days;
  };

  const nameOf = (row) => row.label || row.name || `${row.publisher}, ${row.published_text}`;

  // What is on, or what is off where that is said more shortly.
  function setText(rows, ids) {
    const on = new Set(ids);
    const names = (kept) => kept.map(nameOf).join("; ");
    const [chosen, left] = [rows.filter(({ id }) => on.has(id)), rows.filter(({ id }) => !on.has(id))];
    if (!chosen.length) return "none";
    return left.length < chosen.length ? `all but ${names(left)}` : names(chosen);
  }

  function cursorText(atlas, state, article) {
    const reached = A.reachedStops(article, state);
    if (reached === article.stops.length) return null;
    const event = atlas.event[article.stops[reached - 1]];
    const at = `${article.publisher}: ${reached} of ${article.stops.length} events`;
    return event ? `${at}, up to “${event.title}”` : at;
  }

  // [term, text] for everything that is not as it is at first; the days always.
  A.selectionWords = function ({ atlas, store: { state } }) {
    const reached = atlas.articles.map((article) => cursorText(atlas, state, article)).filter(Boolean);
    return [
      ["Days", A.windowText(state)],
      state.find && ["Find", state.find],
      state.stated_only && ["Facts", "Only what the five articles say"],
      ...Object.entries(TITLES).map(([name, title]) =>
        state[name] !== null && [title, setText(atlas[name], state[name])]),
      reached.length && ["Moved to", reached.join("; ")],
    ].filter(Boolean);
  };
})((globalThis.CorridorAtlas ??= {}));

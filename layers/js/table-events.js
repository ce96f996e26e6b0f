// The table of the events shown now, in the order of time, in the words of map and card; and as CSV.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const MATCH = { certain: "for certain", possible: "possibly" };
  const CONCERNS = /^(?:about|concerns:?) /i;
  const FILE = "corridor-atlas-events.csv";

  // Whether the map draws it and, where it does not, why.
  function onMapText(view, event) {
    const { atlas, store: { state } } = view;
    if (A.isMarked(view, event)) return "marked";
    if (A.markAt(event, state)) return A.heldText(atlas);
    const isElsewhere = state.stated_only && (event.mark || event.path);
    const isPlaced = event.places.length && !CONCERNS.test(card.held(event, "where", state) || "");
    return isElsewhere || isPlaced ? card.unmarkedText(event, state.stated_only) : "without a place";
  }

  const rolesText = (event) => card.byRole(event)
    .map(([label, all]) => `${label}: ${all.map(({ name }) => name).join(", ")}`).join("; ");

  const articlesText = (atlas, event) => event.articles.map((id) => atlas.article[id])
    .map((article) => `${article.publisher}, ${card.publishedText(article)}`).join("; ");

  // The button keeps its place and its focus when only its words change.
  A.openerCell = (patchOf) => (cell, row, text) => {
    if (cell.firstChild) A.write(cell.firstChild, text);
    else cell.append(card.opener(text, patchOf(row)));
  };

  function columnsOf(view) {
    const { atlas, store } = view;
    const label = (rows, id) => (rows[id] ? rows[id].label : id);
    return [
      { id: "when", label: "When", text: (event) => A.eventTimeText(atlas, event, store.state),
        key: (event, index) => (A.isDated(event, store.state) ? index : null) },
      { id: "what", label: "What", isHead: true, text: (event) => event.title,
        fill: A.openerCell((event) => ({ event: event.id, about: null })) },
      { id: "kind", label: "Kind", text: (event) => label(atlas.type, event.type) },
      { id: "where", label: "Where", text: (event) => card.held(event, "where", store.state) || "" },
      { id: "side", label: "Side that acted", text: (event) => label(atlas.side, event.side) },
      { id: "status", label: "Happened or planned", text: (event) => label(atlas.status, event.status) },
      { id: "standing", label: "How it stands", text: (event) => card.standingText(atlas, event.standing) },
      { id: "backing", label: "Who says so", text: (event) => label(atlas.backing, event.backing) },
      { id: "match", label: "In the window", text: (event) => MATCH[store.shown.get(event.id)] || "" },
      { id: "map", label: "On the map", text: (event) => onMapText(view, event) },
      { id: "articles", label: "Articles", text: (event) => articlesText(atlas, event) },
    ];
  }

  // What the card says and a table has no room for.
  const MORE = [
    { label: "Voices", text: ({ backing_said: said }) => said.join("") },
    { label: "Actors", text: rolesText },
    { label: "Summary", text: (event) => event.summary || "" },
  ];

  // In the order of time as it is told now: under "only what the articles say" by their days.
  A.shownInTime = function ({ atlas, store: { state, shown } }) {
    return atlas.events.filter(({ id }) => shown.has(id))
      .map((event) => ({ id: event.id, days: A.daysShown(event, state) })).sort(A.inTime)
      .map(({ id }) => atlas.event[id]);
  };

  A.tableEvents = function (view, lease, lost) {
    const columns = columnsOf(view);
    const grid = A.grid(lease, { className: "atlas-grid-events", columns, sort: "when" });
    const empty = A.el("p", "atlas-table-note");
    return {
      nodes: [grid.node, empty],
      draw() {
        const said = A.countText(view);
        const rows = A.shownInTime(view);
        grid.draw(rows, `${said}. Days: ${A.daysText(view.store.state)}.`, lost);
        A.write(empty, rows.length ? "" : said);
        A.hide(empty, Boolean(rows.length));
      },
      save() {
        const all = [...columns, ...MORE];
        const lines = grid.lines().map((event) => all.map(({ text }) => text(event)));
        const text = A.csv([all.map(({ label }) => label), ...lines]);
        A.handOver(new Blob([text], { type: "text/csv;charset=utf-8" }), FILE, lease);
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));

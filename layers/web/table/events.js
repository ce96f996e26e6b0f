// The table of the events shown now, in the order of time, in the words of map and card; and as CSV.
import { el, handOver, hide, writeText } from "../base/index.js";
import {
  countText, csv, daysShown, daysText, eventTimeText, heldText, inTime, isDated, isMarked, markAt,
  partsByRole, publishedText, standingText, statedValue, unmarkedText,
} from "../rules/index.js";
import { opener } from "../state/index.js";
import { tableGrid } from "./grid.js";

const MATCH = { certain: "for certain", possible: "possibly" };
const CONCERNS = /^(?:about|concerns:?) /i;
const FILE = "corridor-atlas-events.csv";

// Whether the map draws it and, where it does not, why.
function onMapText(view, event) {
  const { atlas, store: { state } } = view;
  if (isMarked(view, event)) return "marked";
  if (markAt(event, state)) return heldText(atlas);
  const isElsewhere = state.stated_only && (event.mark || event.path);
  const isPlaced = event.places.length && !CONCERNS.test(statedValue(event, "where", state) || "");
  return isElsewhere || isPlaced ? unmarkedText(event, state.stated_only) : "without a place";
}

const rolesText = (event) => partsByRole(event)
  .map(([label, all]) => `${label}: ${all.map(({ name }) => name).join(", ")}`).join("; ");

const articlesText = (atlas, event) => event.articles.map((id) => atlas.article[id])
  .map((article) => `${article.publisher}, ${publishedText(article)}`).join("; ");

// The button keeps its place and its focus when only its words change.
export const openerCell = (patchOf) => (cell, row, text) => {
  if (cell.firstChild) writeText(cell.firstChild, text);
  else cell.append(opener(text, patchOf(row)));
};

function columnsOf(view) {
  const { atlas, store } = view;
  const label = (rows, id) => (rows[id] ? rows[id].label : id);
  return [
    { id: "when", label: "When", text: (event) => eventTimeText(atlas, event, store.state),
      key: (event, index) => (isDated(event, store.state) ? index : null) },
    { id: "what", label: "What", isHead: true, text: (event) => event.title,
      fill: openerCell((event) => ({ event: event.id, about: null })) },
    { id: "kind", label: "Kind", text: (event) => label(atlas.type, event.type) },
    { id: "where", label: "Where", text: (event) => statedValue(event, "where", store.state) || "" },
    { id: "side", label: "Side that acted", text: (event) => label(atlas.side, event.side) },
    { id: "status", label: "Happened or planned", text: (event) => label(atlas.status, event.status) },
    { id: "standing", label: "How it stands", text: (event) => standingText(atlas, event.standing) },
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
export function shownInTime({ atlas, store: { state, shown } }) {
  return atlas.events.filter(({ id }) => shown.has(id))
    .map((event) => ({ id: event.id, days: daysShown(event, state) })).sort(inTime)
    .map(({ id }) => atlas.event[id]);
}

export function tableEvents(view, lease, lost) {
  const columns = columnsOf(view);
  const grid = tableGrid(lease, { className: "atlas-grid-events", columns, sort: "when" });
  const empty = el("p", "atlas-table-note");
  return {
    nodes: [grid.node, empty],
    draw() {
      const said = countText(view);
      const rows = shownInTime(view);
      grid.draw(rows, `${said}. Days: ${daysText(view.store.state)}.`, lost);
      writeText(empty, rows.length ? "" : said);
      hide(empty, Boolean(rows.length));
    },
    save() {
      const all = [...columns, ...MORE];
      const lines = grid.lines().map((event) => all.map(({ text }) => text(event)));
      const text = csv([all.map(({ label }) => label), ...lines]);
      handOver(new Blob([text], { type: "text/csv;charset=utf-8" }), FILE, lease);
    },
  };
}

// How many events each row of the filters shows, of how many there are of it: "7 of 28".
import { dayNumber } from "../base/index.js";
import {
  isByReport, isPartOn, isReported, markState, partsOn, pointsOn, routeOn, setNames, tellingArticles, valuesOf,
} from "../rules/index.js";

const LINES = "routes";
const STATEMENTS = "statements";
const IMPORTED = "imported";

export const partKey = (side, id) => `${side} ${id}`;

const add = (counts, key) => counts.set(key, (counts.get(key) || 0) + 1);

const emptyCounts = (atlas) => Object.fromEntries(["parts", ...setNames(atlas)].map((name) => [name, new Map()]));

// An event counts once for each side and each actor that has a part in it, whatever its number.
function countParts(counts, parts) {
  const keys = new Set(parts.flatMap(({ side, switches }) => switches.map((id) => partKey(side, id))));
  for (const side of new Set(parts.map((part) => part.side))) add(counts.sides, side);
  for (const key of keys) add(counts.parts, key);
}

// The events of the layer of statements, which are drawn on request.
const isOfStatements = (event) => event.glyph === "statement";

function countEvent(atlas, counts, event, parts, articles) {
  for (const facet of atlas.facets) {
    if (facet.rule) for (const value of valuesOf(facet, event)) add(counts[facet.name], value);
  }
  for (const id of articles) add(counts.articles, id);
  countParts(counts, parts);
}

// Of all there is, for a role.
function totals(atlas, role) {
  const counts = emptyCounts(atlas);
  for (const event of atlas.events) {
    countEvent(atlas, counts, event, event.counting[role], event.articles);
    if (isOfStatements(event) && event.mark) add(counts.layers, STATEMENTS);
  }
  for (const { layer } of atlas.routes) if (layer === LINES) add(counts.layers, LINES);
  return counts;
}

// Of what is shown. A row that is off shows nothing of its own.
function shownCounts({ atlas, store: { state, shown } }) {
  const counts = emptyCounts(atlas);
  const on = partsOn(state);
  const articlesOn = state.articles && new Set(state.articles);
  const [first, last] = [dayNumber(state.first_day), dayNumber(state.last_day)];
  const isTold = (id) => !isByReport(state) || isReported(atlas, id, first, last);
  for (const id of shown.keys()) {
    const event = atlas.event[id];
    countEvent(atlas, counts, event, event.counting[state.role].filter((part) => isPartOn(part, on)),
      tellingArticles(atlas, state, event, articlesOn).filter(isTold));
    if (isOfStatements(event) && markState(atlas, event, state) === "drawn") add(counts.layers, STATEMENTS);
  }
  for (const route of atlas.routes) {
    if (route.layer === LINES && routeOn(atlas, state, route, shown)) add(counts.layers, LINES);
  }
  return counts;
}

function countImported({ points, store: { state } }, shown, all) {
  if (!points || !points.set) return;
  const { tally } = points;
  all.layers.set(IMPORTED, tally.total);
  shown.layers.set(IMPORTED, pointsOn(state) ? tally.shown : 0);
}

// {shown, all}: counts by set of the selection and id; those of actors are `parts`, by side and id.
export function filterCounts(view) {
  const { atlas, store } = view;
  const all = (atlas.totals[store.state.role] ||= totals(atlas, store.state.role));
  const shown = shownCounts(view);
  countImported(view, shown, all);
  return { shown, all };
}

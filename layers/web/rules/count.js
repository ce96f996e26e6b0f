// The count line's words: how many events are shown, how surely, and how many of them are on the map.
import { numberText } from "../base/index.js";
import { pointsOn } from "./imported-select.js";
import { markState, statementsText } from "./marked.js";
import { isByReport } from "./select.js";
import { daysShown, reachedStops } from "./when.js";

/** @import { Atlas, AtlasEvent, Match, State, Store } from "../types.js" */
/** @import { Id } from "../base/payload.js" */
/** @typedef {{ set: object | null, search: { status: string }, tally: { shown: number, total: number } }} Counted An
 *   imported set, as the count line asks of it. */
/** @typedef {{ text: string, list?: string | null }} Piece */
/** @typedef {{ certain: number, possible: number, undated: number, drawn: number, held: number,
 *   placeless: number }} ShownTally */

/** @type {Record<string, string>} */
const UNFOUND = { searching: "searching …", failed: "could not be searched" };

/** @param {State} state */
const isLimited = (state) => state.first_day !== null || state.last_day !== null;

/** @type {(atlas: Atlas, state: State, points?: Counted | null) => string} */
function emptyText(atlas, state, points) {
  if (state.find) {
    // Imported events are counted beside it.
    const whose = points && points.set ? " of the five articles" : "";
    return `No events${whose} found for “${state.find}”. Clear the search to see all.`;
  }
  const off = atlas.facets.find(({ name, limits_events: limits }) => limits && state[name] !== null &&
    !state[name].length);
  if (off) return `No events shown: every ${off.one} is switched off. Switch one on.`;
  const moving = atlas.articles.filter(({ stops }) => stops.length);
  if (moving.length && moving.every((article) => reachedStops(article, state) === 0)) {
    return "No events shown: every article stands before its first event. Move one on.";
  }
  if (isLimited(state)) {
    const what = isByReport(state) ? "reported" : "shown";
    return `No events ${what} in these days. Widen them or choose Reset time.`;
  }
  return "No events shown: nothing meets all filters at once. Switch some back on.";
}

// Whether a day, or the article's own, is known of an event.
/** @type {(event: AtlasEvent, state: State) => boolean} */
export const isDated = (event, state) => isByReport(state) || daysShown(event, state).dated;

// {certain, possible, undated, drawn, held, placeless}: the first three and the last three each
// make up all that is shown.
/** @type {(atlas: Atlas, state: State, shown: Map<Id, Match>) => ShownTally} */
export function tallyShown(atlas, state, shown) {
  const tally = { certain: 0, possible: 0, undated: 0, drawn: 0, held: 0, placeless: 0 };
  for (const [id, match] of shown) {
    const event = atlas.event[id];
    tally[isDated(event, state) ? match : "undated"] += 1;
    tally[/** @type {"drawn" | "held" | "placeless"} */ (markState(atlas, event, state))] += 1;
  }
  return tally;
}

// A piece of the line that opens the list of what it counts; nothing to open where there is none.
/** @type {(list: string, count: number, text: string) => Piece} */
const listed = (list, count, text) => ({ list: count ? list : null, text });

/** @type {(pieces: (Piece | string | number | false)[]) => Piece[]} */
const joined = (pieces) => pieces.flatMap((piece) => (typeof piece === "object" ? [piece] : []))
  .flatMap((piece, index) => (index ? [{ text: ", " }, piece] : [piece]));

// ": 40 certainly and 5 possibly in these days, 3 undated"; in all time ": 96 dated, 3 undated".
/** @type {(state: State, tally: ShownTally, isShort: boolean) => Piece[]} */
function daysPieces(state, { certain, possible, undated }, isShort) {
  if (isByReport(state)) {
    return [{ text: isLimited(state) ? " reported in these days" : " by day of report" }];
  }
  const without = listed("undated", undated, `${undated} undated`);
  if (!isLimited(state)) return [{ text: ": " }, ...joined([{ text: `${certain} dated` }, without])];
  const sure = isShort ? [certain && `${certain} certain`, possible && `${possible} possible`]
    : [certain && `${certain} certainly`, possible && `${possible} possibly`];
  const known = sure.filter(Boolean).join(isShort ? ", " : " and ");
  const inDays = known && !isShort ? `${known} in these days` : known;
  return [{ text: ": " }, ...joined([inDays && { text: inDays }, undated && without])];
}

/** @param {Atlas} atlas */
const heldWhy = (atlas) => ` (${statementsText(atlas)} is off)`;

// Why an event that has a place is drawn only on request.
/** @param {Atlas} atlas */
export const heldText = (atlas) => `not drawn${heldWhy(atlas)}`;

/** @type {(atlas: Atlas, tally: ShownTally, isShort: boolean) => Piece[]} */
function mapPieces(atlas, { drawn, held, placeless }, isShort) {
  const why = isShort ? "" : heldWhy(atlas);
  const [first, ...rest] = joined([{ text: `${drawn} on ${isShort ? "" : "the "}map` },
    held && listed("held", held, `${held} not drawn`),
    listed("placeless", placeless, `${placeless} ${isShort ? "placeless" : "without a place"}`)]);
  const at = rest.findIndex(({ list }) => list === "held");
  if (at >= 0) rest.splice(at + 1, 0, { text: why });
  return [first, ...rest];
}

/** @type {(points: Counted | null | undefined, state: State) => string | null} */
export function importedText(points, state) {
  if (!points || !points.set) return null;
  if (pointsOn(state) && UNFOUND[points.search.status]) {
    return `Imported: ${UNFOUND[points.search.status]}`;
  }
  const { shown, total } = points.tally;
  return `Imported: ${numberText(shown)} of ${numberText(total)}`;
}

// "Showing 45 of 99 events: 37 certainly and 5 possibly in these days, 3 undated · 31 on the map,
// 9 not drawn (Statements and policies is off), 5 without a place · Imported: 50,123 of 100,000",
// in pieces {text, list}: `list` is what the tray lists of it.
/** @type {(view: { atlas: Atlas, points?: Counted | null, store: Store }, isShort?: boolean) => Piece[]} */
export function countPieces(view, isShort = false) {
  const { atlas, points } = view;
  const { state, shown } = view.store;
  const text = importedText(points, state);
  const imported = text ? [{ text: ` · ${text}` }] : [];
  if (!shown.size) return [{ text: emptyText(atlas, state, points) }, ...imported];
  const tally = tallyShown(atlas, state, shown);
  const head = `${isShort ? "" : "Showing "}${shown.size} of ${atlas.events.length} events`;
  return [{ text: head }, ...daysPieces(state, tally, isShort), { text: " · " },
    ...mapPieces(atlas, tally, isShort), ...imported];
}

/** @type {(view: { atlas: Atlas, points?: Counted | null, store: Store }, isShort?: boolean) => string} */
export const countText = (view, isShort = false) =>
  countPieces(view, isShort).map(({ text }) => text).join("");

// When an event was, as the map may say it; how far an article has been read.
import { dayText } from "../base/index.js";
import { isByReport } from "./select.js";
/** @import { Atlas, AtlasEvent, DaySpan, State } from "../types.js" */
/** @import { ArticleRow } from "../base/payload.js" */

/** @type {(event: { days: DaySpan, statedDays: DaySpan }, state: Pick<State, "stated_only">) => DaySpan} */
export const daysShown = (event, state) => (state.stated_only ? event.statedDays : event.days);

/**
 * How many stops an article has reached; a missing cursor stands at the end.
 * @param {ArticleRow} article
 * @param {State} state
 * @returns {number}
 */
export function reachedStops(article, state) {
  const cursor = state.cursors[article.id];
  return cursor === undefined ? article.stops.length : Math.min(cursor, article.stops.length);
}

/**
 * One line on an event for tips and for the lane's spoken value.
 * @type {(event: AtlasEvent, state: State, reported?: string | null) => string}
 */
export const stopText = (event, state, reported) =>
  `${timeText(event, state, reported)}, ${event.title}`;

/**
 * Under "reported" the day of the report goes first: "reported 31 May 2017 (since 2011)".
 * @param {AtlasEvent} event
 * @param {State} state
 * @param {string | null} [reported] The day of the report, in words.
 * @returns {string}
 */
export function timeText(event, state, reported) {
  const when = whenText(event, state);
  if (!isByReport(state) || !reported) return when;
  const isSame = when === reported || when === `as reported on ${reported}`;
  return `reported ${reported}${isSame ? "" : ` (${when})`}`;
}

/**
 * The same where no one article speaks: the first report of those that are on counts.
 * @param {Atlas} atlas
 * @param {AtlasEvent} event
 * @param {State} state
 * @returns {string}
 */
export function eventTimeText(atlas, event, state) {
  const days = event.articles.filter((id) => !state.articles || state.articles.includes(id))
    .map((id) => atlas.article[id].published_on).sort();
  return timeText(event, state, dayText(days[0]));
}

/**
 * When an event was, as the map may say it: the article's own days under "only what they say".
 * @param {Pick<AtlasEvent, "when" | "stated_when">} event
 * @param {State} state
 * @returns {string}
 */
export function whenText(event, state) {
  return (state.stated_only && event.stated_when) || event.when || "undated";
}

// When an event was, as the map may say it; how far an article has been read.
import { dayText } from "../base/index.js";
import { isByReport } from "./select.js";

export const daysShown = (event, state) => (state.stated_only ? event.statedDays : event.days);

// How many stops an article has reached; a missing cursor stands at the end.
export function reachedStops(article, state) {
  const cursor = state.cursors[article.id];
  return cursor === undefined ? article.stops.length : Math.min(cursor, article.stops.length);
}

// One line on an event for tips and for the lane's spoken value.
export const stopText = (event, state, reported) =>
  `${timeText(event, state, reported)}, ${event.title}`;

// Under "reported" the day of the report goes first: "reported 31 May 2017 (since 2011)".
export function timeText(event, state, reported) {
  const when = whenText(event, state);
  if (!isByReport(state) || !reported) return when;
  const isSame = when === reported || when === `as reported on ${reported}`;
  return `reported ${reported}${isSame ? "" : ` (${when})`}`;
}

// The same where no one article speaks: the first report of those that are on counts.
export function eventTimeText(atlas, event, state) {
  const days = event.articles.filter((id) => !state.articles || state.articles.includes(id))
    .map((id) => atlas.article[id].published_on).sort();
  return timeText(event, state, dayText(days[0]));
}

// When an event was, as the map may say it: the article's own days under "only what they say".
export function whenText(event, state) {
  return (state.stated_only && event.stated_when) || event.when || "undated";
}

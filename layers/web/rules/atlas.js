// The payload with look-ups by id and days as numbers, made once for a dataset.
import { dayNumber } from "../base/index.js";
import { countingParts, routeParts } from "./parts.js";
/** @import { Atlas, DaySpan } from "../types.js" */
/** @import { Id, Payload, SpanRow } from "../base/payload.js" */

/** @type {<Row extends { id: Id }>(rows: Row[]) => Record<Id, Row>} */
const numbered = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));

/**
 * @param {SpanRow} span
 * @returns {DaySpan}
 */
export function daysOf(span) {
  return {
    lasted: span.lasted,
    dated: span.dated,
    coreFirst: dayNumber(span.core[0]),
    coreLast: dayNumber(span.core[1]),
    hullFirst: dayNumber(span.hull[0]),
    hullLast: dayNumber(span.hull[1]),
  };
}

/**
 * The payload with look-ups by id and days as numbers, made once for a dataset.
 * @param {Payload} payload Its rows get what is worked out of them.
 * @returns {Atlas}
 */
export function prepare(payload) {
  // What is worked out of it when first asked for stands beside it.
  const atlas = /** @type {Atlas} */ (Object.assign({ totals: {}, childrenOf: {}, actingLeaves: {} }, payload));
  atlas.event = numbered(atlas.events);
  atlas.actor = numbered(atlas.actors);
  atlas.place = numbered(atlas.places);
  atlas.route = numbered(atlas.routes);
  atlas.zone = numbered(atlas.zones);
  atlas.article = numbered(atlas.articles);
  atlas.side = numbered(atlas.sides);
  atlas.type = numbered(atlas.types);
  // Other sets, such as articles and sides, have rows of their own.
  for (const { name, values } of atlas.facets) /** @type {Record<string, any>} */ (atlas)[name] ??= values;
  atlas.standing = numbered(atlas.standings);
  atlas.backing = numbered(atlas.backings);
  atlas.status = numbered(atlas.statuses);
  for (const route of atlas.routes) {
    route.parts = routeParts(atlas, route);
    route.events = atlas.events.filter(({ routes }) => routes.includes(route.id)).map(({ id }) => id);
  }
  atlas.stopOf = {};
  for (const article of atlas.articles) {
    atlas.stopOf[article.id] = Object.fromEntries(article.stops.map((id, index) => [id, index]));
  }
  for (const event of atlas.events) {
    event.days = daysOf(event.span);
    event.statedDays = daysOf(event.stated_span);
    event.counting = countingParts(atlas, event);
  }
  for (const turn of atlas.turns) {
    turn.days = daysOf(turn.span);
    turn.statedDays = daysOf(turn.stated_span);
  }
  return atlas;
}

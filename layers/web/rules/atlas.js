// The payload with look-ups by id and days as numbers, made once for a dataset.
import { dayNumber } from "../base/index.js";
import { countingParts, routeParts } from "./parts.js";

const numbered = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));

function daysOf(span) {
  return {
    lasted: span.lasted,
    dated: span.dated,
    coreFirst: dayNumber(span.core[0]),
    coreLast: dayNumber(span.core[1]),
    hullFirst: dayNumber(span.hull[0]),
    hullLast: dayNumber(span.hull[1]),
  };
}

// The payload with look-ups by id and days as numbers, made once for a dataset.
export function prepare(payload) {
  // What is worked out of it when first asked for stands beside it.
  const atlas = Object.assign({ totals: {}, childrenOf: {}, actingLeaves: {} }, payload);
  atlas.event = numbered(payload.events);
  atlas.actor = numbered(payload.actors);
  atlas.place = numbered(payload.places);
  atlas.route = numbered(payload.routes);
  atlas.zone = numbered(payload.zones);
  atlas.article = numbered(payload.articles);
  atlas.side = numbered(payload.sides);
  atlas.type = numbered(payload.types);
  // Other sets, such as articles and sides, have rows of their own.
  for (const { name, values } of payload.facets) if (values) atlas[name] ??= values;
  atlas.standing = numbered(atlas.standings);
  atlas.backing = numbered(atlas.backings);
  atlas.status = numbered(atlas.statuses);
  for (const route of payload.routes) {
    route.parts = routeParts(atlas, route);
    route.events = payload.events.filter(({ routes }) => routes.includes(route.id)).map(({ id }) => id);
  }
  atlas.stopOf = {};
  for (const article of payload.articles) {
    atlas.stopOf[article.id] = Object.fromEntries(article.stops.map((id, index) => [id, index]));
  }
  for (const event of payload.events) {
    event.days = daysOf(event.span);
    event.statedDays = daysOf(event.stated_span);
    event.counting = countingParts(atlas, event);
  }
  for (const turn of payload.turns) {
    turn.days = daysOf(turn.span);
    turn.statedDays = daysOf(turn.stated_span);
  }
  return atlas;
}

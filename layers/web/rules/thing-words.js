// What is said of events, routes and places, in the words that card and table share.
import { dayText } from "../base/index.js";
import { sentence } from "./wording.js";
/** @import { AtlasEvent, State } from "../types.js" */
/** @import { EventRow, Id, RoleRow, RouteRow } from "../base/payload.js" */

const ROLES = ["initiator", "partner", "target", "supported", "consulted", "claimant", "blamed",
  "approved", "relayed"];

/**
 * Why nothing is drawn for an event, in words.
 * @param {Pick<EventRow, "mark" | "path" | "count">} event
 * @param {boolean} stated
 * @returns {string}
 */
export function unmarkedText(event, stated) {
  if (stated && (event.mark || event.path)) {
    return "No mark: the articles alone do not say where.";
  }
  if ((event.count ?? 0) > 1) return "No mark of its own: several incidents reported together.";
  return "No mark on the map.";
}

/**
 * A field, or its form under "only what the articles say" where the payload has one.
 * @template {object} Thing
 * @template {keyof Thing & string} Name
 * @param {Thing} event
 * @param {Name} name
 * @param {Pick<State, "stated_only">} state
 * @returns {Thing[Name]}
 */
export const statedValue = (event, name, state) =>
  (state.stated_only && /** @type {any} */ (event)[`stated_${name}`] !== undefined ? /** @type {any} */ (event)[`stated_${name}`]
    : event[name]);

/**
 * [label, those who have it], in the order of the roles: who did it before who is blamed.
 * @param {{ roles?: RoleRow[] }} event
 * @returns {[label: string, those: RoleRow[]][]}
 */
export function partsByRole(event) {
  const rows = new Map();
  const roles = [...(event.roles || [])]
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  for (const one of roles) {
    const term = one.label || sentence(one.role);
    rows.set(term, [...(rows.get(term) || []), one]);
  }
  return [...rows];
}

/** @type {(event: { place: Id | null, places?: Id[], path_places?: Id[] }, place: { id: Id }) => boolean} */
export const isEventAt = (event, place) => event.place === place.id ||
  (event.places || event.path_places || []).includes(place.id);

/** @type {(route: RouteRow) => string} */
export const routeWhen = (route) => route.when ||
  [...new Set([dayText(route.first_day), dayText(route.last_day)].filter(Boolean))].join(" to ");

/** @type {(route: RouteRow, state: Pick<State, "stated_only">) => string | null} */
export const routeLength = (route, state) => statedValue(route, "length", state);

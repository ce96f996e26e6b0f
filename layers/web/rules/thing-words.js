// What is said of events, routes and places, in the words that card and table share.
import { dayText } from "../base/index.js";
import { sentence } from "./wording.js";

const ROLES = ["initiator", "partner", "target", "supported", "consulted", "claimant", "blamed",
  "approved", "relayed"];

// Why nothing is drawn for an event, in words.
export function unmarkedText(event, stated) {
  if (stated && (event.mark || event.path)) {
    return "No mark: the articles alone do not say where.";
  }
  if (event.count > 1) return "No mark of its own: several incidents reported together.";
  return "No mark on the map.";
}

// A field, or its form under "only what the articles say" where the payload has one.
export const statedValue = (event, name, state) =>
  (state.stated_only && event[`stated_${name}`] !== undefined ? event[`stated_${name}`]
    : event[name]);

// [label, those who have it], in the order of the roles: who did it before who is blamed.
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

export const isEventAt = (event, place) => event.place === place.id ||
  (event.places || event.path_places || []).includes(place.id);

export const routeWhen = (route) => route.when ||
  [...new Set([dayText(route.first_day), dayText(route.last_day)].filter(Boolean))].join(" to ");

export const routeLength = (route, state) => statedValue(route, "length", state);

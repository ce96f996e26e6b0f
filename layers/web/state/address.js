// What is seen as text of an address, written and read back, and where a page keeps it: the app in
// the query, a saved page behind the #, for a file on disk has no other part that may change.
import { dayNumber, isoDay } from "../base/index.js";
import {
  emptyState, isByReport, isKnown, NAMES_USUAL, renewed, setNames, tellsRole, tidy,
} from "../rules/index.js";
import { fitState } from "./store.js";

/** @import { Atlas, Seen, State } from "../types.js" */
/** @import { Id } from "../base/payload.js" */

const DAYS = ["first_day", "last_day", "imported_until"];
const KINDS = ["actor", "place", "route", "zone", "shift"];
const NOTHING = "none";
const VIEW = /^(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?),(\d{1,2}(?:\.\d{1,3})?)$/;
const MOST = { latitude: 85, longitude: 180, zoom: 12 };

export const queryAddress = {
  /** @param {string} query */
  write(query) {
    const address = `${location.pathname}${query ? `?${query}` : ""}${location.hash}`;
    if (address !== `${location.pathname}${location.search}${location.hash}`) {
      history.replaceState(history.state, "", address);
    }
  },
  /** @param {string} query */
  link: (query) => `${location.origin}${location.pathname}?${query}`,
};

export const hashAddress = {
  read: () => location.hash.slice(1),
  /** @param {string} query */
  write(query) {
    if (query === hashAddress.read()) return;
    try {
      history.replaceState(history.state, "", `#${query}`);
    } catch {
      // Some browsers keep a file's history to themselves.
      location.replace(`#${query}`);
    }
  },
  /** @param {string} query */
  link: (query) => `${location.href.split("#")[0]}#${query}`,
};

/** @type {(rows: object, id: string | null | undefined) => boolean} */
const has = (rows, id) => typeof id === "string" && Object.hasOwn(rows, id);

// No calendar has a year 0.
/** @type {(text: string | null) => boolean} */
const isDay = (text) => /^(?!0000)\d{4}-\d\d-\d\d$/.test(text || "") && isoDay(dayNumber(text || "")) === text;

/**
 * What stands before the first point, and all that follows it.
 * @type {(text: string) => [first: string, rest: string]}
 */
function parted(text) {
  const [first, ...rest] = text.split(".");
  return [first, rest.join(".")];
}

/** @type {(atlas: Atlas, text: string | null) => Record<Id, number>} */
function cursors(atlas, text) {
  /** @type {Record<Id, number>} */
  const found = {};
  for (const pair of text ? text.split("_") : []) {
    const [id, event] = parted(pair);
    if (!has(atlas.stopOf, id)) continue;
    if (event === NOTHING) found[id] = 0;
    else if (has(atlas.stopOf[id], event)) found[id] = atlas.stopOf[id][event] + 1;
  }
  return found;
}

/** @type {(atlas: Atlas, asked: URLSearchParams) => Record<string, Id[]>} */
function sets(atlas, asked) {
  /** @type {Record<string, Id[]>} */
  const found = {};
  for (const facet of atlas.facets) {
    const text = asked.get(facet.name);
    const ids = text && text !== NOTHING ? text.split(".").filter((id) => isKnown(atlas, facet, id)) : [];
    if (ids.length || text === NOTHING) found[facet.name] = [...new Set(ids)];
  }
  return found;
}

/** @type {(atlas: Atlas, text: string | null) => State["about"]} */
function about(atlas, text) {
  const [kind, id] = parted(text || "");
  if (!KINDS.includes(kind)) return null;
  const isThere = kind === "shift" ? atlas.shift && atlas.shift.id === id : has(/** @type {Record<string, any>} */ (atlas)[kind], id);
  return isThere ? { kind, id } : null;
}

/** @type {(text: string | null) => Seen | null} */
function viewOf(text) {
  const [, ...found] = VIEW.exec(text || "") || [];
  const [latitude, longitude, zoom] = found.map(Number);
  const isSane = found.length && Math.abs(latitude) <= MOST.latitude &&
    Math.abs(longitude) <= MOST.longitude && zoom <= MOST.zoom;
  return isSane ? { center: [latitude, longitude], zoom } : null;
}

// A link that names actors and no role is from before the switches asked who did it: it opens with
// all events in which they had any part.
/** @type {(asked: URLSearchParams, state: Partial<State>) => boolean} */
const isBeforeRoles = (asked, { actors }) => Boolean(actors) && !asked.get("role");

export const BEFORE_ROLES = "This link is from before the switches of actors asked who did it. It opens with all " +
  "events in which the actors it names had any part.";

// {state, view, notices} of what toAddress wrote, as geo/selection/link.py and panels/address.py
// read it: what this data does not know is left out.
/** @type {(atlas: Atlas, text: string) => { state: State, view: Seen | null, notices: string[] }} */
export function fromAddress(atlas, text) {
  const { asked, notices } = renewed(atlas, text);
  /** @type {Record<string, any>} */
  const state = { ...sets(atlas, asked), cursors: cursors(atlas, asked.get("cursors")) };
  const isBefore = isBeforeRoles(asked, state);
  if (isBefore) notices.push(BEFORE_ROLES);
  state.role = isBefore ? "any" : asked.get("role");
  for (const name of DAYS) if (isDay(asked.get(name))) state[name] = asked.get(name);
  if (state.first_day && state.last_day && state.last_day < state.first_day) {
    state.first_day = state.last_day = null;
  }
  if (asked.get("day_of") === "reported") state.day_of = "reported";
  state.find = tidy(asked.get("find") || "");
  state.stated_only = asked.get("stated_only") === "1";
  for (const name of ["event", "current"]) {
    if (has(atlas.event, asked.get(name))) state[name] = asked.get(name);
  }
  state.story = state.event ? asked.get("story") : null;
  state.about = about(atlas, asked.get("about"));
  state.names = asked.get("names");
  state.show = asked.get("show");
  return { state: fitState(atlas, Object.assign(emptyState(atlas), state)),
    view: viewOf(asked.get("view")), notices };
}

/** @param {Id[]} ids */
const named = (ids) => (ids.length ? [...ids].sort().join(".") : "none");

/** @type {(atlas: Atlas, cursors: Record<Id, number>) => string} */
function cursorText(atlas, cursors) {
  const pairs = [];
  for (const article of atlas.articles) {
    const cursor = cursors[article.id];
    if (cursor === undefined || cursor >= article.stops.length) continue;
    pairs.push(`${article.id}.${cursor > 0 ? article.stops[cursor - 1] : "none"}`);
  }
  return pairs.sort().join("_");
}

// The selection as the query of a link; geo/selection/link.py reads it back.
/** @type {(atlas: Atlas, state: State) => string} */
export function toQuery(atlas, state) {
  const parts = [];
  for (const name of setNames(atlas)) {
    if (state[name] !== null) parts.push(`${name}=${named(state[name])}`);
  }
  if (tellsRole(atlas, state)) parts.push(`role=${state.role}`);
  for (const name of DAYS) {
    if (state[name]) parts.push(`${name}=${state[name]}`);
  }
  if (isByReport(state)) parts.push(`day_of=${state.day_of}`);
  const cursors = cursorText(atlas, state.cursors);
  if (cursors) parts.push(`cursors=${cursors}`);
  if (state.find) parts.push(`find=${encodeURIComponent(state.find)}`);
  if (state.stated_only) parts.push("stated_only=1");
  return parts.join("&");
}

// What the address also carries but the selection does not: what is open, where the last slider
// stands, names and the view. An imported event is no part of any link: others lack its file.
/** @type {(atlas: Atlas, state: State, view?: Seen | null) => string} */
export function toAddress(atlas, state, view) {
  const parts = [toQuery(atlas, state)].filter(Boolean);
  const { about, current, event } = state;
  if (event) parts.push(`event=${event}`);
  if (event && state.story) parts.push(`story=${state.story}`);
  if (current) parts.push(`current=${current}`);
  if (about && about.kind !== "imported") parts.push(`about=${about.kind}.${about.id}`);
  if (state.names !== NAMES_USUAL) parts.push(`names=${state.names}`);
  if (state.show) parts.push(`show=${state.show}`);
  if (view) parts.push(`view=${view.center.map((x) => x.toFixed(4)).join(",")},${view.zoom}`);
  return parts.join("&");
}

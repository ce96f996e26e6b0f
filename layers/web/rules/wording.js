// Words that many rooms use: sides, standings, distances, passages, days selected, the page's own title.
import { dayText, PARTIES_ONLY, SEVERAL_VOICES } from "../base/index.js";
import { isByReport } from "./select.js";
/** @import { Atlas, State } from "../types.js" */
/** @import { ArticleRow, Id, SideLook } from "../base/payload.js" */

/**
 * Named as one: a side is our grouping, and may be called as an actor in it is.
 * @type {(side: Pick<SideLook, "label">) => string}
 */
export const sideText = ({ label }) => `Side: ${label}`;
/** @type {(side: Pick<SideLook, "actors_label">) => string} */
export const actorSideText = ({ actors_label: label }) => `Side: ${label}`;

const KM_PER_MILE = 1.609344;
const STEPS = [500, 200, 100, 50, 20, 10, 5, 2, 1];
const FINER_IN_MILES = 4;

/** @type {(most: number) => number} */
const stepOf = (most) => STEPS.find((step) => step <= most) || /** @type {number} */ (STEPS.at(-1));
/** @type {(value: number, step: number) => number} */
const toStep = (value, step) => Math.floor(value / step + 0.5) * step;

/** @type {(atlas: Atlas, id: Id) => string} */
export const standingText = (atlas, id) => (atlas.standing[id] ? atlas.standing[id].label : id);

/** @type {(text: string | null | undefined) => string} */
export const sentence = (text) => (text ? text[0].toUpperCase() + text.slice(1) : "");

/**
 * "12 km (7 miles)": as coarse as the figures are; one decimal only below two. From or to an area
 * "about 200 km (120 miles)": in steps no finer than its radius. Twin of geo/sentences/distance.py.
 * @param {number} km
 * @param {number} [area_km]
 * @returns {string}
 */
export function distanceText(km, area_km = 0) {
  /** @type {(value: number) => string} */
  const rounded = (value) =>
    value.toLocaleString("en-GB", { maximumFractionDigits: value < 2 ? 1 : 0 });
  /** @type {(number: string) => string} */
  const inMiles = (number) => `${number} mile${number === "1" ? "" : "s"}`;
  if (!area_km) return `${rounded(km)} km (${inMiles(rounded(km / KM_PER_MILE))})`;
  const step_km = stepOf(area_km);
  const near_km = toStep(km, step_km);
  const shown_km = near_km || step_km;
  const miles = toStep(shown_km / KM_PER_MILE, stepOf(step_km / FINER_IN_MILES));
  return `${near_km ? "about" : "less than"} ${rounded(shown_km)} km (${inMiles(rounded(miles))})`;
}

/** @type {(atlas: Atlas, id: Id | null) => number} */
export const areaOf = (atlas, id) => (id && atlas.place[id]?.area_km) || 0;
/** @type {(atlas: Atlas, id: Id | null) => number} */
export const unsureOf = (atlas, id) => Math.max((id && atlas.place[id]?.uncertainty_km) || 0, areaOf(atlas, id));

/**
 * Where in its article a claim or a mention stands: "paragraph 7".
 * @type {(said: { passage?: string, locus?: string }) => string}
 */
export const passageText = ({ passage, locus }) => passage || locus || "";

/** @type {(article: Pick<ArticleRow, "published_text" | "published_on">) => string} */
export const publishedText = (article) =>
  article.published_text || dayText(article.published_on) || "day unknown";

/**
 * What the sign at a mark's lower left says.
 * @param {Atlas} atlas
 * @param {{ backing: string, voices_text: string }} event
 * @returns {string | null}
 */
export function backingText(atlas, { backing, voices_text: text }) {
  if (backing === SEVERAL_VOICES) return text;
  return backing === PARTIES_ONLY ? atlas.backing[backing].label : null;
}

/**
 * @param {State} state
 * @returns {string}
 */
export function daysText(state) {
  const { first_day: first, last_day: last } = state;
  const [from, to] = [dayText(first), dayText(last)];
  const span = first && last ? (first === last ? from : `${from} to ${to}`)
    : first ? `from ${from}` : last ? `up to ${to}` : "all";
  return `${span}, each event on the day it ${isByReport(state) ? "was reported" : "happened"}`;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

export const HEADLINE = "Corridor Atlas";

/** @type {(count: number) => string} */
const inWords = (count) => WORDS[count] || String(count);

/**
 * What one sees here, in a sentence or two.
 * @param {Atlas} atlas
 * @returns {string}
 */
export function standfirst(atlas) {
  const count = atlas.articles.length;
  const years = atlas.articles.map((article) => article.published_on.slice(0, 4)).sort();
  const span = years[0] === years[years.length - 1] ? years[0] : `${years[0]}–${years[years.length - 1]}`;
  const miles = atlas.shift && atlas.shift.reported_miles;
  const moved = miles ? `The planned land route from Tehran to Lebanon was reported to have been ` +
    `moved about ${miles} miles south. ` : "";
  return `${moved}What ${inWords(count)} news article${count === 1 ? "" : "s"} of ${span} ` +
    `report${count === 1 ? "s" : ""} around it, and how surely.`;
}

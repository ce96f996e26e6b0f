// What is said of routes, zones and the shift, as facts with links that card and table share.
import { bulletList, el, factList, sayLine } from "../base/index.js";
import { statedValue } from "../rules/index.js";
/** @import { Atlas, Piece, View } from "../types.js" */
/** @import { Id, RouteRow, ShiftRow, ShiftSentences, ZoneRow } from "../base/payload.js" */

/**
 * Waypoint by waypoint: what joins two places, and on whose word.
 * @param {Pick<View, "atlas" | "store">} view
 * @param {RouteRow} route
 * @returns {HTMLElement | null}
 */
export function stretchList(view, route) {
  /** @type {(id: Id) => string} */
  const name = (id) => (view.atlas.place[id] ? view.atlas.place[id].name : id);
  return bulletList((statedValue(route, "legs", view.store.state) || []).map(({ from, to, basis, said, trace }) => [
    el("span", `atlas-leg atlas-leg-${basis}`, null, { "aria-hidden": "true" }),
    sayLine(`${name(from)} – ${name(to)}`, trace, route.claims, "span", "atlas-leg-name"),
    sayLine(` ${said}`, trace, route.claims, "span", "atlas-card-side"),
  ]), "atlas-legs");
}

/** @type {(zone: ZoneRow) => HTMLElement | null} */
export const zoneFacts = (zone) => factList([["Source", sayLine(zone.source, "outside")], ["Note", zone.note]]);

/**
 * The shift as [term, ...said]: what was reported; what was measured, and between which two places.
 * @param {Pick<Atlas, "shift">} atlas One that has a shift.
 * @returns {[term: string, said: Piece | Piece[]][]}
 */
export function shiftFacts({ shift }) {
  const { said, trace } = /** @type {ShiftRow} */ (shift);
  /** @type {(field: keyof ShiftSentences) => HTMLElement | null} */
  const say = (field) => sayLine(said[field], trace[field]);
  return [
    ["Reported", say("reported")],
    ["Measured", [say("southward"), say("straight")]],
    ["Which places", say("pair")],
  ];
}

/** @type {(atlas: Pick<Atlas, "shift">) => string} */
export const shiftTitle = ({ shift }) => /** @type {ShiftRow} */ (shift).said.title;

// An event's mark as it stands now.
import { pinIcon } from "../base/index.js";
import { isPlanned } from "../rules/index.js";
/** @import { AtlasEvent, Board } from "../types.js" */

/**
 * @param {Pick<Board, "atlas" | "store">} board
 * @param {AtlasEvent} event
 * @param {number} size_px
 * @returns {SVGSVGElement}
 */
export function markIcon(board, event, size_px) {
  return pinIcon({ side: board.atlas.side[event.side], glyph: event.glyph,
    hollow: board.store.shown.get(event.id) === "possible", standing: event.standing,
    planned: isPlanned(event), backing: event.backing, voices: event.voices.length }, size_px);
}

// The small button of the timeline and of what is drawn beside it.
import { el } from "./dom.js";
/** @import { Attributes } from "../types.js" */

/**
 * @param {string} className
 * @param {string | null} [text]
 * @param {Attributes} [attributes]
 * @returns {HTMLButtonElement}
 */
export const timeButton = (className, text, attributes) =>
  el("button", `atlas-time-button ${className}`, text,
    Object.assign({ type: "button" }, attributes));

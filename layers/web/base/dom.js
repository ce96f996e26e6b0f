// Elements made from text, touched only where something changes.
/** @import { Attributes } from "../types.js" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element whose content is text. The only way data reaches the page.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string | null} [className]
 * @param {string | null} [text]
 * @param {Attributes | null} [attributes]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, className, text, attributes) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined && text !== null) element.textContent = text;
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  return element;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean>} [attributes]
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svgEl(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    element.setAttribute(name, String(value));
  }
  return element;
}

/**
 * Touch an element only where something changes: a step is one frame.
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 * @returns {void}
 */
export function change(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * @param {HTMLElement} element
 * @param {boolean} isHidden
 * @returns {void}
 */
export function hide(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/**
 * @param {Node} element
 * @param {string | null} text
 * @returns {void}
 */
export function writeText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

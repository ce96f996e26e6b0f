// Elements made from text, touched only where something changes.

const SVG = "http://www.w3.org/2000/svg";

// An element whose content is text. The only way data reaches the page.
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

export function svgEl(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    element.setAttribute(name, String(value));
  }
  return element;
}

// Touch an element only where something changes: a step is one frame.
export function change(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function hide(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

export function writeText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

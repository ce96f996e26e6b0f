// A row of the filters: a box with its name, how many events it shows, and a way to show only these.
import { el, numberText, writeText } from "../base/index.js";

let serial = 0;

export function filterId() {
  serial += 1;
  return `atlas-box-${serial}`;
}

// "7 of 28" beside a box, which screen readers hear as the box's description.
function countBeside(line, input, id) {
  const count = el("span", "atlas-count", null, { id: `${id}-count` });
  const text = el("span");
  count.append(text, el("span", "atlas-unseen", " shown"));
  line.append(count);
  input.setAttribute("aria-describedby", count.id);
  return (shown, all) => writeText(text, `${numberText(shown)} of ${numberText(all)}`);
}

function onlyBeside(lease, line, label, only) {
  const button = el("button", "atlas-only", "Only this", { type: "button",
    "aria-label": `Only this: ${label}` });
  lease.on(button, "click", only);
  line.append(button);
}

/**
 * {line, input, count}: the label is text. `swatch` is a colour; `change` is told whether it is on;
 * where `isCounted` is on, `count(shown, all)` writes; `only` is what the button does.
 *
 * @param {{ change(isOn: boolean): void, swatch?: string, isCounted?: boolean, only?: (() => void) | false }} options
 */
export function filterBox(lease, parent, label, options) {
  const { swatch, change, isCounted, only } = options;
  const id = filterId();
  const line = el("div", "atlas-line");
  const input = el("input", "atlas-box", null, { type: "checkbox", id });
  const name = el("label", "atlas-name", null, { for: id });
  if (swatch) {
    const mark = el("span", "atlas-swatch", null, { "aria-hidden": true });
    mark.style.background = swatch;
    name.append(mark);
  }
  name.append(el("bdi", null, label));
  line.append(input, name);
  const count = isCounted ? countBeside(line, input, id) : null;
  if (only) onlyBeside(lease, line, label, only);
  parent.append(line);
  lease.on(input, "change", () => change(input.checked));
  return { line, input, count };
}

export function filterFold(parent, title, open) {
  const details = el("details", "atlas-fold", null, { open });
  details.append(el("summary", "atlas-fold-title", title));
  parent.append(details);
  return details;
}

// The chart's own small key: a switch for each side, and how a possible event is drawn.
import { change, el, hide, plate, svgEl, themeColor } from "../base/index.js";
import { isByReport, isSideOn, mixedSide, turnSide } from "../rules/index.js";

const SWATCH_PX = 12;
const SAMPLES = [["certain", "on that day"], ["possible", "may lie on it"]];

function swatch(side) {
  const svg = svgEl("svg", { class: "atlas-chart-swatch", width: SWATCH_PX, height: SWATCH_PX,
    "aria-hidden": "true" });
  svg.style.setProperty("--atlas-side", side.color);
  svg.append(plate("atlas-chart-plate", SWATCH_PX / 2, SWATCH_PX / 2, 4, side.plate));
  return svg;
}

function sample(match, text) {
  const svg = svgEl("svg", { width: 9, height: SWATCH_PX, "aria-hidden": "true" });
  svg.style.setProperty("--atlas-side", themeColor("sample"));
  svg.append(svgEl("path", { class: `atlas-chart-${match}`, d: "M1 11.5V1.5H8V11.5z" }));
  const node = el("span", "atlas-chart-sample");
  node.append(svg, text);
  return node;
}

export function chartKey(view, lease) {
  const { atlas, store } = view;
  const node = el("div", "atlas-chart-key", null, { role: "group",
    "aria-label": "Sides in the chart" });
  const buttons = atlas.sides.map((side) => {
    const button = el("button", "atlas-chart-side", null, { type: "button" });
    button.append(swatch(side), el("span", "atlas-chart-name", side.actors_label));
    lease.on(button, "click", () => {
      const isOn = isSideOn(atlas, store.state, side.id);
      store.set(turnSide(atlas, store.state, side.id, !isOn));
    });
    return { side, button };
  });
  // What several sides did together goes with the last of them, so its colour is no switch.
  const several = el("span", "atlas-chart-sample");
  several.append(swatch(mixedSide(atlas)), "several sides together");
  const samples = el("p", "atlas-chart-samples");
  samples.append(...SAMPLES.map(([match, text]) => sample(match, text)));
  node.append(...buttons.map(({ button }) => button), several, samples);
  return {
    node,
    draw() {
      for (const { side, button } of buttons) {
        change(button, "aria-pressed", String(isSideOn(atlas, store.state, side.id)));
      }
      // The day of a report is always known.
      hide(samples, isByReport(store.state));
    },
  };
}

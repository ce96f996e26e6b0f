// The months above the axis, each a button that shows its days alone, and all days again.
import { change, dayNumber, el, hide, isoDay, MONTHS, openLease, rove } from "../base/index.js";

const LEAD = "Only one month";
const BESIDE_PX = 12;
const LEAST_PX = 26;
const APART_PX = 2;

const firstOf = (year, month) => dayNumber(isoDay(Math.round(Date.UTC(year, month, 1) / 86400000)));

const monthAt = (day) => {
  const [year, month] = isoDay(day).split("-").map(Number);
  return { first: firstOf(year, month - 1), end: firstOf(year, month), name: `${MONTHS[month - 1]} ${year}`,
    short: MONTHS[month - 1].slice(0, 3) };
};

const yearAt = (day) => {
  const year = Number(isoDay(day).slice(0, 4));
  return { first: firstOf(year, 0), end: firstOf(year + 1, 0), name: String(year), short: String(year) };
};

// The months or years on the axis, {first, end, name, short, x}: `x` the middle of what is drawn of it.
// Days at the ends of a run only hold the axis open.
function unitsOn(scale, unitAt) {
  const units = [];
  for (const { kind, from, to } of scale.parts) {
    if (kind !== "days") continue;
    for (let day = from + 1; day < to - 1; ) {
      const unit = unitAt(day);
      const until = Math.min(unit.end, to - 1);
      const last = units[units.length - 1];
      // A year may be on the axis in several runs.
      if (last && last.first === unit.first) last.x1 = scale.x(until);
      else units.push({ ...unit, x0: scale.x(day), x1: scale.x(until) });
      day = unit.end;
    }
  }
  return units;
}

// Side by side in their order, each as near to its days as the others let it be; null where they
// find no room.
function placed(units, width_px, letter_px) {
  const sized = units.map((unit) => {
    const long_px = unit.name.length * letter_px + BESIDE_PX;
    const isLong = unit.x1 - unit.x0 >= long_px;
    const text = isLong ? unit.name : unit.short;
    const wide_px = Math.max(LEAST_PX, text.length * letter_px + BESIDE_PX);
    return { ...unit, text, wide_px, at: (unit.x0 + unit.x1 - wide_px) / 2 };
  });
  if (sized.reduce((sum, { wide_px }) => sum + wide_px + APART_PX, 0) > width_px) return null;
  let least = 0;
  for (const one of sized) {
    one.at = Math.max(one.at, least);
    least = one.at + one.wide_px + APART_PX;
  }
  let most = width_px;
  for (const one of sized.reverse()) {
    one.at = Math.min(one.at, most - one.wide_px);
    most = one.at - APART_PX;
  }
  return sized.reverse();
}

export const monthsOn = (scale, letter_px) => placed(unitsOn(scale, monthAt), scale.width_px, letter_px) ||
  placed(unitsOn(scale, yearAt), scale.width_px, letter_px) || [];

export function timelineMonths(view) {
  const { store } = view;
  const lease = openLease();
  const node = el("div", "atlas-months", null, { role: "group", "aria-label": LEAD });
  const row = el("div", "atlas-months-row");
  row.append(el("span", "atlas-months-lead", LEAD, { "aria-hidden": "true" }), node);
  let buttons = [];
  const elements = () => buttons.map(({ button }) => button);

  const isOn = ({ first, end }) => dayNumber(store.state.first_day) === first && dayNumber(store.state.last_day) === end - 1;

  rove(lease, node, (target) => (elements().includes(target) ? elements() : []));
  lease.on(node, "click", ({ target }) => {
    const one = buttons.find(({ button }) => button.contains(target));
    if (!one) return;
    store.set(isOn(one) ? { first_day: null, last_day: null }
      : { first_day: isoDay(one.first), last_day: isoDay(one.end - 1) });
  });

  function draw() {
    for (const one of buttons) change(one.button, "aria-pressed", String(isOn(one)));
  }

  return {
    node: row,
    layout(scale, letter_px) {
      const focused = buttons.find(({ button }) => button === document.activeElement);
      buttons = monthsOn(scale, letter_px).map((unit, index) => {
        const button = el("button", "atlas-month", unit.text, { type: "button",
          "aria-label": `Show ${unit.name} only`, tabindex: index ? -1 : 0 });
        button.style.left = `${unit.at}px`;
        button.style.width = `${unit.wide_px}px`;
        return { ...unit, button };
      });
      node.replaceChildren(...elements());
      hide(row, !buttons.length);
      const again = focused && buttons.find(({ first }) => first === focused.first);
      if (again) again.button.focus({ preventScroll: true });
      draw();
    },
    draw,
    destroy: lease.end,
  };
}

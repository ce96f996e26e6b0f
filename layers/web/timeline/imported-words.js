// What the lane of the imported set says: how many events show, up to which day, and why none do.
import { change, dayNumber, dayText, isoDay, numberText, shortDay, writeText } from "../base/index.js";
import { layerOn } from "../rules/index.js";

const SWITCHED_OFF = "imported events are switched off";
const NOT_STATED = "not among what the five articles say";
const UNFOUND = { searching: "searching", failed: "could not be searched" };

// Where the handle stands, in words; nothing at the end.
function untilText(days, stop, until, day) {
  if (stop >= days.length) return "";
  return stop ? `up to ${day(dayNumber(until))}` : `before ${day(days[0])}`;
}

// Why nothing of the set shows, as far as it is not for its days.
function whyOff({ atlas, store: { state }, points }) {
  if (!layerOn(atlas, state, "imported")) return SWITCHED_OFF;
  return state.stated_only ? NOT_STATED : UNFOUND[points.search.status] || "";
}

// The words of the lane, and what its slider says of itself.
export function writeWords(view, { row, count, undated, track }, days, stop) {
  const { shown, total, undated: without } = view.points.tally;
  const until = view.store.state.imported_until;
  const numbers = `${numberText(shown)} of ${numberText(total)}`;
  const off = whyOff(view);
  const untilDay = untilText(days, stop, until, (day) => shortDay(day, true));
  writeText(count, [numbers, untilDay].filter(Boolean).join(" "));
  writeText(undated, without ? `${numberText(without)} undated` : "");
  const said = [`${numbers} events`, untilText(days, stop, until, (day) => dayText(isoDay(day)))];
  const more = without ? `, ${numberText(without)} of them undated` : "";
  change(track, "aria-valuetext",
    `${said.filter(Boolean).join(" ")}${more}${off ? ` (${off})` : ""}`);
  change(track, "aria-valuenow", String(stop));
  row.classList.toggle("atlas-is-off", Boolean(off));
}

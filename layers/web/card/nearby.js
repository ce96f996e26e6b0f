// Events near a course of the corridor: its profile, or both under each other, and the list.
import { bulletList, cardSection, el, noteLine, sayLine, traceOf } from "../base/index.js";
import { distanceText } from "../rules/index.js";
import { cardFollower, eventOpener, whenLine } from "../state/index.js";
import { nearRows, profileDays, stackRows } from "./profile-layout.js";
import { profile, profileX } from "./profile.js";

const NEAR_KM = 50;
const MOST_KM = 500;
const NONE = "No event shown now is so near.";

// "Within km", kept for as long as the map stands; `value()` is the figure to go by.
function nearness(view) {
  const { kept } = view;
  const input = el("input", "atlas-card-km", null, { type: "number", min: 1, max: MOST_KM,
    value: kept.near_km || NEAR_KM });
  const label = el("label", "atlas-card-pair", "Within km");
  label.append(input);
  return {
    label,
    value() {
      const near_km = Math.min(MOST_KM, Math.max(1, Number(input.value) || NEAR_KM));
      kept.near_km = near_km;
      return near_km;
    },
  };
}

const courseOf = (atlas, route_id) => atlas.comparison &&
  [atlas.comparison.original, atlas.comparison.shifted].find(({ route }) => route === route_id);

// Profiles of some courses on one axis of days and one of kilometres.
function profiles(view, courses, near_km, width_px) {
  const { atlas } = view;
  const most_km = Math.max(...courses.map(({ length_km: km }) => km));
  const x = profileX(width_px, most_km);
  const plans = courses.map((course) => {
    const rows = nearRows(view, course.route, near_km);
    const count = rows.length === 1 ? "1 event" : `${rows.length} events`;
    return { course, rows, stack: stackRows(rows, x), most_km,
      name: `${atlas.route[course.route].name}: ${count} within ${near_km} km, by way and day` };
  });
  const all = plans.flatMap(({ rows }) => rows);
  const scale = profileDays(atlas, all, plans.map(({ stack }) => stack));
  return { all, plans: plans.map((plan) => ({ ...plan, scale })) };
}

// What a drawing depends on: it is made anew only when this changes.
const lookOf = ({ store: { state } }, plans, width_px) => JSON.stringify([width_px, state.day_of,
  state.stated_only, state.articles, plans.map(({ name, rows }) => [name,
    rows.map(({ event, match, days }) => [event.id, match, days])])]);

// Put new content in place of old, and the focus back on the event that had it.
function refill(box, nodes) {
  const active = document.activeElement;
  const event = active instanceof HTMLElement && box.contains(active) ? active.dataset.event : null;
  box.replaceChildren(...nodes);
  const again = event && box.querySelector(`.atlas-profile-mark[data-event="${CSS.escape(event)}"]`);
  if (again) again.focus({ preventScroll: true });
}

// A follower: the figure to choose, the drawing, and what `below` adds.
function follower(view, courses, draw) {
  const near = nearness(view);
  const box = el("div", "atlas-profiles");
  let drawn = "";
  const node = cardFollower("atlas-card-near", () => {
    const width_px = node.clientWidth;
    // A card that is out of sight has no room; it is drawn once it is seen.
    if (!width_px) return;
    const { all, plans } = profiles(view, courses, near.value(), width_px);
    const look = lookOf(view, plans, width_px);
    if (look === drawn) return;
    drawn = look;
    refill(box, draw(all, plans, width_px));
  });
  node.append(near.label, box);
  return node;
}

function listed({ atlas, store: { state } }, rows) {
  return bulletList(rows.map(({ event, far_km, along_km, area_km }) => [eventOpener(event),
    " ", whenLine(atlas, event, state, "span", "atlas-card-side"),
    el("span", "atlas-card-side",
      `; ${distanceText(far_km, area_km)} away, ${distanceText(along_km, area_km)} along`)]));
}

// Events with a mark near a course, from its beginning to its end.
export function nearbyList(view, route) {
  const course = courseOf(view.atlas, route.id);
  if (!course) return null;
  return cardSection("Events near it, along its course", follower(view, [course],
    (all, [plan], width_px) => (all.length
      ? [profile(view, plan, width_px), listed(view, all)] : [noteLine(NONE)])));
}

const nameOf = (route) =>
  sayLine(route.name, traceOf(route, "name"), route.claims, "p", "atlas-profile-name");

// Both courses, the same days and kilometres for each.
export function nearBothCourses(view) {
  const { original, shifted } = view.atlas.comparison;
  return cardSection("Events near either course", follower(view, [original, shifted],
    (all, plans, width_px) => (all.length
      ? plans.flatMap((plan) => [
        nameOf(view.atlas.route[plan.course.route]),
        profile(view, plan, width_px)])
      : [noteLine(NONE)])));
}

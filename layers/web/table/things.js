// What the map draws besides events, as tables and words: routes, places, the shift, the zone.
import { dayNumber, el, factList } from "../base/index.js";
import {
  isEventAt, isMarked, layerOn, mattering, passageText, routeLength, routeOn, routeWhen, sentence,
  shiftOn, statedValue,
} from "../rules/index.js";
import { aboutOpener, shiftFacts, shiftTitle, stretchList, zoneFacts } from "../state/index.js";
import { openerCell } from "./events.js";
import { tableGrid } from "./grid.js";

const SIGNS_DEG = 4;

// A column for what articles say of the things themselves, where they say anything of any.
const saidOf = (atlas, rows) => (rows.every(({ said }) => !said.length) ? []
  : [{ id: "said", label: "Said of it", text: ({ said }) => said.map((claim) =>
    `${claim.account} (${[...new Set([claim.voice || claim.via,
      atlas.article[claim.article].publisher, passageText(claim)])].filter(Boolean).join(", ")})`).join(" ") }]);

const about = (kind) => openerCell(({ id }) => ({ about: { kind, id }, event: null }));

// "3 courses and routes are on the map."
const countText = (count, one, many) =>
  `${count} ${count === 1 ? `${one} is` : `${many} are`} on the map.`;

function routes(view, lease, lost) {
  const { atlas, store } = view;
  const length = (route) => statedValue(route, "length_km", store.state);
  const grid = tableGrid(lease, { className: "atlas-grid-routes", columns: [
    { id: "name", label: "Name", isHead: true, text: ({ name }) => name, fill: about("route") },
    { id: "kind", label: "Kind", text: ({ kind }) => sentence(kind) },
    { id: "status", label: "Status", text: ({ status }) => sentence(status) },
    { id: "days", label: "Days", text: (route) => routeWhen(route),
      key: (route) => dayNumber(route.first_day || route.last_day) },
    { id: "length", label: "Length", key: length,
      text: (route) => routeLength(route, store.state) || "" },
    { id: "legs", label: "Waypoints, with the basis of each stretch", isFixed: true,
      text: (route) => JSON.stringify(statedValue(route, "legs", store.state)),
      fill: (cell, route) => cell.replaceChildren(stretchList(view, route)) },
    ...saidOf(atlas, atlas.routes),
  ] });
  const draw = () => {
    const rows = atlas.routes.filter((route) => routeOn(atlas, store.state, route, store.shown));
    grid.draw(rows, countText(rows.length, "course or route", "courses and routes"), lost);
  };
  return { nodes: [grid.node], draw, count: () => grid.lines().length };
}

// The four sites while they are drawn or named, and whatever matters to what is drawn.
export function placesOnMap(view) {
  const { atlas, store: { state, shown } } = view;
  const drawn = atlas.events.filter((event) => shown.has(event.id) && isMarked(view, event));
  const { all } = mattering(view, drawn);
  const hasSites = ["places", "labels"].some((id) => layerOn(atlas, state, id));
  return atlas.places.filter((place) => Number.isFinite(place.lat) && (all.has(place.id) ||
    (place.site && hasSites && (place.named || !state.stated_only))));
}

function places(view, lease, lost) {
  const { atlas, store } = view;
  const events = (place) =>
    atlas.events.filter((event) => store.shown.has(event.id) && isEventAt(event, place)).length;
  const grid = tableGrid(lease, { className: "atlas-grid-places", columns: [
    { id: "name", label: "Name", isHead: true, text: ({ name }) => name, fill: about("place") },
    { id: "arabic", label: "Arabic name", text: ({ name_ar: name }) => name || "",
      fill: (cell, _place, text) => cell.replaceChildren(
        ...(text ? [el("span", "", text, { lang: "ar", dir: "rtl" })] : [])) },
    { id: "kind", label: "Kind", text: ({ kind }) => sentence(kind) },
    { id: "position", label: "Latitude, longitude", key: ({ lat }) => lat,
      text: ({ lat, lon }) => `${+lat.toFixed(SIGNS_DEG)}, ${+lon.toFixed(SIGNS_DEG)}` },
    { id: "sure", label: "How sure", key: (place) => place.uncertainty_km ?? null,
      text: (place) => place.unsure.join(". ") },
    { id: "basis", label: "Coordinates from", text: ({ coordinates, source }) =>
      [coordinates, source].filter(Boolean).join(": ") },
    { id: "events", label: "Events shown there", text: (place) => String(events(place)),
      key: events },
    ...saidOf(atlas, atlas.places),
  ] });
  const draw = () => {
    const rows = placesOnMap(view);
    grid.draw(rows, countText(rows.length, "place", "places"), lost);
  };
  return { nodes: [grid.node], draw, count: () => grid.lines().length };
}

// Words that are made anew only where they are others: `key` tells, null for nothing on the map.
function words(keyOf, make) {
  const node = el("div", "atlas-table-words");
  let made = null;
  return {
    nodes: [node],
    count: () => node.childElementCount,
    draw() {
      const key = keyOf();
      if (key === made) return;
      made = key;
      node.replaceChildren(...(key === null ? [] : make()));
    },
  };
}

function shift({ atlas, store }) {
  const isOn = () => atlas.shift && shiftOn(atlas, store.state, store.shown);
  return words(() => (isOn() ? String(store.state.stated_only) : null), () => {
    const facts = shiftFacts(atlas);
    // Measured, and between which places: that is ours, not the articles'.
    return [aboutOpener("shift", atlas.shift.id, shiftTitle(atlas)),
      factList(store.state.stated_only ? facts.slice(0, 1) : facts)];
  });
}

// No article gives a zone's radius, so it is never only what they say.
function zones(view) {
  const { atlas, store } = view;
  const isOn = () => layerOn(atlas, store.state, "zone") && !store.state.stated_only;
  return words(() => (isOn() ? "on" : null), () => atlas.zones.flatMap((zone) =>
    [aboutOpener("zone", zone.id, zone.name), zoneFacts(zone)]).filter(Boolean));
}

// [title, {nodes, draw, count}] in the order of the page; without a count there is nothing to say.
export const tableThings = (view, lease, lost) => [
  ["Courses and routes", routes(view, lease, lost)],
  ["Places", places(view, lease, lost)],
  ["Shift of the corridor", shift(view)],
  ["Deconfliction zone", zones(view)],
];

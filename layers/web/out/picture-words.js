// What a picture of the map shows, in words: count, days, filters, search, what stands out.
import { dayText } from "../base/index.js";
import {
  actorLabel, actorOf, countText, daysText, eventTimeText, importedText, inWords, reachedStops, switchesOf,
  usedValues,
} from "../rules/index.js";

const MOST_NAMES = 8;

function listed(names) {
  const told = names.slice(0, MOST_NAMES);
  const more = names.length - told.length;
  if (more) return `${told.join(", ")} and ${more} more`;
  return told.length > 1 ? `${told.slice(0, -1).join(", ")} and ${told[told.length - 1]}` : told[0];
}

// The shorter of what is on and what is off.
function chosen(rows, on) {
  const [kept, left] = [rows.filter(({ id }) => on.has(id)), rows.filter(({ id }) => !on.has(id))];
  if (!left.length) return null;
  if (!kept.length) return "none";
  const names = (some) => listed(some.map(({ label }) => label));
  return kept.length <= left.length ? `only ${names(kept)}` : `all but ${names(left)}`;
}

// Those at the top of what is on: each brings all that belong to it.
function actors(atlas, on, isPart) {
  const parts = atlas.events.flatMap(({ counting }) => counting.any);
  const acting = new Set(isPart ? atlas.actors.map(({ id }) => id) : parts.map(({ actor }) => actor));
  const known = new Set(isPart ? on : parts.flatMap(({ switches }) => switches));
  const kept = [...acting].filter((id) => switchesOf(atlas, id).some((one) => on.has(one)));
  if (!kept.length) return "none";
  if (kept.length === acting.size) return null;
  const isBelow = (id) => switchesOf(atlas, actorOf(atlas, id).id).some((up) => up !== id && on.has(up));
  const top = [...on].filter((id) => known.has(id) && !isBelow(id));
  return top.length <= MOST_NAMES ? `only ${listed(top.map((id) => actorLabel(atlas, id)))}`
    : `${kept.length} of ${acting.size} switched on`;
}

function layers(atlas, on) {
  const names = (some) => listed(some.map(({ label }) => label));
  const added = atlas.layers.filter((layer) => !layer.on && on.has(layer.id));
  const gone = atlas.layers.filter((layer) => layer.on && !on.has(layer.id));
  return [added.length && `with ${names(added)}`, gone.length && `without ${names(gone)}`]
    .filter(Boolean).join("; ") || null;
}

// What no event has is not worth a word, unless the events without it were left out of the file.
function rowsOf(atlas, facet, isPart) {
  if (isPart) return facet.values;
  if (facet.name !== "sides") return usedValues(atlas, facet);
  const acting = new Set(atlas.events.flatMap(({ counting }) => counting.any.map(({ side }) => side)));
  return facet.values.filter(({ id }) => acting.has(id));
}

const filters = ({ atlas, isPart, store: { state } }) => inWords(atlas).map((facet) => {
  const { name, label } = facet;
  if (state[name] === null) return [label, null];
  const on = new Set(state[name]);
  return [label, name === "actors" ? actors(atlas, on, isPart) : chosen(rowsOf(atlas, facet, isPart), on)];
});

function reached({ atlas, store: { state } }) {
  const held = atlas.articles.map((article) => ({ article, at: reachedStops(article, state) }))
    .filter(({ article, at }) => at < article.stops.length);
  return held.map(({ article, at }) =>
    `${article.publisher} up to event ${at} of ${article.stops.length}`).join("; ") || null;
}

function imported({ points, store: { state } }) {
  if (!points || !points.set) return null;
  const until = state.imported_until ? `up to ${dayText(state.imported_until)}, ` : "";
  return `${points.set.label}, ${until}from none of the articles and not checked by us`;
}

function standsOut({ atlas, store: { state, shown } }) {
  const event = atlas.event[state.event];
  if (event && shown.has(event.id)) {
    return [event.title, eventTimeText(atlas, event, state)].filter(Boolean).join(", ");
  }
  const { kind, id } = state.about || {};
  return ["actor", "place", "route", "zone"].includes(kind) && atlas[kind][id] ? atlas[kind][id].name : null;
}

// The count line, with nothing in it that only a page can do.
export const pictureCount = (view) => (view.store.shown.size ? countText(view)
  : ["No event of the articles is shown", importedText(view.points, view.store.state)].filter(Boolean).join(" · "));

// Pairs of a name and what to say of it.
export function pictureWords(view) {
  const { state } = view.store;
  return [
    ["Highlighted", standsOut(view)],
    ["Days", daysText(state)],
    ["Sources", state.stated_only ? "only what the five articles say" : null],
    ["Search", state.find || null],
    ...filters(view),
    ["Events are shown for", view.atlas.roles.find(({ id }) => id === state.role)?.told],
    ["Articles read", reached(view)],
    ["Map layers", state.layers === null ? null : layers(view.atlas, new Set(state.layers))],
    ["Imported", imported(view)],
  ].filter(([, text]) => text);
}

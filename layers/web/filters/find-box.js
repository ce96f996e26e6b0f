// The search box over the filters: what is typed filters events at once, and lists what it found.
import { el, hide, numberText, openLease, timer, writeText } from "../base/index.js";
import { findables, isFound, POINT_NONE, pointLatLng, pointsOn, soughtWords, tidy } from "../rules/index.js";
import { panBy } from "../state/index.js";

const MOST_EVENTS = 6;
const MOST_PLACES = 4;
const MOST_ACTORS = 3;
const MOST_IMPORTED = 4;
// Their titles are fetched one by one, so only for what has stood for a while.
const TITLES_AFTER_MS = 250;
const UNSEARCHED = { searching: "Searching the imported events …",
  failed: "The imported events could not be searched, so none of them is shown. Type again to retry." };

const count = (number, word) => `${numberText(number)} ${word}${number === 1 ? "" : "s"}`;

const isTyping = ({ target }) => target.closest("input, select, textarea");

// Places found by their names, the four sites first.
function placesFound(atlas, text) {
  const sought = soughtWords(text);
  if (!sought.words.length) return [];
  const { places } = findables(atlas);
  return atlas.places.filter(({ id }) => isFound(places.get(id), sought))
    .sort((a, b) => Number(b.site) - Number(a.site));
}

// Actors found by their names, in any spelling.
function actorsFound(atlas, text) {
  const sought = soughtWords(text);
  if (!sought.words.length) return [];
  const { actors } = findables(atlas);
  return atlas.actors.filter(({ id, kind }) => kind && isFound(actors.get(id), sought));
}

function opener(text, act) {
  const button = el("button", "atlas-found-open", null, { type: "button" });
  button.append(el("bdi", null, text));
  button.addEventListener("click", act);
  const item = el("li", "atlas-found-item");
  item.append(button);
  return item;
}

// Open the card of an imported event, and go there where it is out of sight.
async function openImported(view, row) {
  const { map, points } = view;
  await points.open(row, [row]);
  const { set } = points;
  if (!set || Number.isNaN(set.x[row])) return;
  const at = pointLatLng(set, row);
  if (map.getBounds().contains(at)) return;
  panBy(view, () => map.latLngToContainerPoint(at).subtract(map.getSize().divideBy(2)));
}

// The first imported events that are found, by their titles.
function importedFound(view, lease) {
  const { points } = view;
  const node = el("ul", "atlas-found");
  node.hidden = true;
  let asked = 0;
  const listing = timer(view.root, lease, list);
  lease.add(() => { asked += 1; });

  async function list() {
    const now = asked;
    const { match } = points;
    const rows = [];
    for (let row = 0; row < match.length && rows.length < MOST_IMPORTED; row += 1) {
      if (match[row] !== POINT_NONE) rows.push(row);
    }
    const told = await Promise.all(rows.map((row) => points.text(row)));
    if (now !== asked) return;
    node.replaceChildren(...told.map(({ title }, index) =>
      opener(title, () => openImported(view, rows[index]))));
    hide(node, !rows.length);
  }

  return {
    node,
    draw(text) {
      asked += 1;
      listing.stop();
      hide(node, true);
      const isFound = text && points.search.status === "found" && points.tally.shown > 0;
      if (isFound) listing.set(TITLES_AFTER_MS);
    },
  };
}

export function findBox(view) {
  const { atlas, store, points } = view;
  const lease = openLease();
  const node = el("div", "atlas-find", null, { role: "search" });
  const label = el("label", "atlas-find-label", "Find");
  const input = el("input", "atlas-find-input", null, { type: "search", dir: "auto",
    placeholder: "A place, an actor, a word", autocomplete: "off", spellcheck: "false",
    maxlength: 80, "aria-keyshortcuts": "/" });
  const said = el("p", "atlas-find-said", null, { role: "status" });
  const list = el("ul", "atlas-found");
  const more = importedFound(view, lease);
  label.append(input);
  node.append(label, said, list, more.node);

  // "12 events found, 1 place, 2 actors; 340 imported events. Map and table show only these."
  function saidText(text, { places, actors, events }) {
    if (!text) return "";
    const { set, tally, search } = points;
    const isThere = set && pointsOn(store.state);
    const also = [[places, "place"], [actors, "actor"]].filter(([rows]) => rows.length)
      .map(([rows, word]) => `, ${count(rows.length, word)}`).join("");
    const unsearched = isThere && UNSEARCHED[search.status];
    const imported = isThere && !unsearched ? `; ${count(tally.shown, "imported event")}` : "";
    return [`${count(events.length, "event")} found${also}${imported}.`, unsearched,
      "Map and table show only these."].filter(Boolean).join(" ");
  }

  let drawn = null;
  function draw() {
    const { state } = store;
    const text = state.find;
    // What somebody is typing is theirs: a trailing space is cut in the search, not in the box.
    if (tidy(input.value) !== text) input.value = text;
    const key = text && [text, points.id, points.key, points.tally.shown, ...store.shown.keys()].join(" ");
    if (key === drawn) return;
    drawn = key;
    const places = text ? placesFound(atlas, text) : [];
    const events = text ? atlas.events.filter(({ id }) => store.shown.has(id)) : [];
    const actors = text ? actorsFound(atlas, text) : [];
    writeText(said, saidText(text, { places, actors, events }));
    const items = [
      ...places.slice(0, MOST_PLACES).map((place) => opener(place.name, () =>
        store.set({ event: null, about: { kind: "place", id: place.id } }))),
      ...actors.slice(0, MOST_ACTORS).map((actor) => opener(actor.name, () =>
        store.set({ event: null, about: { kind: "actor", id: actor.id } }))),
      ...events.slice(0, MOST_EVENTS).map((event) => opener(event.title, () =>
        store.set({ event: event.id, about: null }))),
    ];
    list.replaceChildren(...items);
    hide(list, !items.length);
    more.draw(text);
  }

  lease.on(input, "input", () => store.set({ find: tidy(input.value) }));
  lease.on(input, "focus", () => points.search.prepare());
  lease.on(input, "keydown", (event) => {
    // A letter is a letter here; Escape empties the box before it closes anything else.
    if (event.key === "Escape" && input.value) {
      input.value = "";
      store.set({ find: "" });
      event.preventDefault();
    } else if (event.key === "Escape") return;
    event.stopPropagation();
  });
  lease.on(view.root, "keydown", (event) => {
    if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
    event.preventDefault();
    view.foldFilters(true);
    input.focus();
  });
  lease.add(store.subscribe(draw));
  lease.add(points.subscribe(draw));
  draw();
  return { node, destroy: lease.end };
}

// Names on the map: sites first, then courses, countries, towns that matter; none over another.
import { el, traced, traceOf } from "../base/index.js";
import { boxAround, dotHalf_px, markAt, roomAmong, routeOn, writeName } from "../rules/index.js";
import { labelSpots } from "./label-spots.js";
import { shiftLabel } from "./shift-label.js";

const KIND_ORDER = ["site", "course", "note", "country", "sea", "town", "area", "river"];
const TOWN_FROM_ZOOM = { 1: 5.25, 2: 6.75, 3: 8 };
const COUNTRY_FROM_ZOOM = { 1: 0, 2: 4.5, 3: 4.5, 4: 7 };
const RIVER_FROM_ZOOM = { 1: 5.75, 2: 6.5, 3: 6, 4: 8 };
const AREA_FROM_ZOOM = { 2: 5.5, 3: 6.75 };
// Named together or not at all.
const TOGETHER = ["Israel", "Palestine"];

function fromZoom(label) {
  if (label.place) return label.kind === "area" ? AREA_FROM_ZOOM[label.rank] : 0;
  const steps = { town: TOWN_FROM_ZOOM, country: COUNTRY_FROM_ZOOM, river: RIVER_FROM_ZOOM,
    sea: COUNTRY_FROM_ZOOM }[label.kind] || {};
  return steps[label.rank] ?? 8;
}

const PLACE_OF = Object.fromEntries(KIND_ORDER.map((kind, index) => [kind, index]));
const inOrder = (a, b) => PLACE_OF[a.label.kind] - PLACE_OF[b.label.kind] ||
  a.label.rank - b.label.rank;

export function labelLayer(board) {
  const { atlas, lease } = board;
  const shift = shiftLabel(board);
  const notes = new Set();
  let pane = null;
  let box = null;
  let shown = false;
  let shiftSpot = null;
  let written = board.store.state.names;
  const labels = atlas.labels.map((label) => ({ label, element: null, width: 0, height: 0, css: "" }));
  labels.sort(inOrder);
  const sites = labels.filter(({ label }) => label.kind === "site");

  // The four sites and the two courses open their card, as their shapes do.
  function opens(element, kind, id) {
    element.addEventListener("click", (click) => {
      click.stopPropagation();
      const { dragging } = board.map;
      if (!dragging || !dragging.moved()) board.open(kind, id);
    });
  }

  // A place of the gazetteer, a course, the word at a line's end, or a name of the base map.
  function trace({ label, name }) {
    const place = atlas.place[label.place];
    const route = atlas.route[label.route];
    if (place) traced(name, traceOf(place, "name"));
    else if (route) traced(name, traceOf(route, "name"), route.claims);
    else traced(name, label.kind === "note" ? "ours" : "outside");
  }

  function make(one) {
    const { label } = one;
    one.element = el("div", `atlas-label atlas-label-${label.kind}`);
    one.name = el("span");
    one.element.append(one.name);
    writeName(one.name, label, board.store.state.names);
    trace(one);
    one.element.dataset.rank = label.rank;
    if (label.route) {
      one.element.classList.add(`atlas-label-${atlas.route[label.route].layer}`);
      one.element.append(traced(el("div", "atlas-label-more", label.more), label.more_trace));
      opens(one.element, "route", label.route);
    }
    if (label.kind === "site") opens(one.element, "place", label.place);
    if (label.kind === "note") one.element.style.color = label.color;
    // A town of the base map has no mark of its own, so its label brings the dot.
    if (label.kind === "town" && !label.place) {
      one.dot = el("div", "atlas-label-dot");
      box.append(one.dot);
    }
    box.append(one.element);
  }

  // Other names have other sizes, so all are measured anew.
  function rename() {
    const { names } = board.store.state;
    if (names === written) return;
    written = names;
    for (const one of labels) {
      if (!one.label.text_ar) continue;
      writeName(one.name, one.label, names);
      one.width = 0;
    }
  }

  // All that have no size yet at once: the page is laid out once for them, not for each.
  function measure(some) {
    const fresh = some.filter((one) => !one.width);
    for (const one of fresh) one.element.style.display = "block";
    for (const one of fresh) {
      one.width = one.element.offsetWidth;
      one.height = one.element.offsetHeight;
    }
    for (const one of fresh) {
      write(one.element, "css", "", Object.assign(one, { css: null }));
    }
  }

  // By its place, not moved there: what is moved is drawn on a layer of its own, and a map that
  // has a hundred of them is slow at every step.
  function write(element, key, css, one) {
    if (one[key] === css) return;
    one[key] = css;
    element.style.display = css ? "block" : "";
    [element.style.left, element.style.top] = css ? css.split(" ") : ["", ""];
  }

  function hide(one) {
    write(one.element, "css", "", one);
    if (one.dot) write(one.dot, "dotCss", "", one);
  }

  const shiftTo = (x, y, origin) =>
    `${Math.round(x - origin.x)}px ${Math.round(y - origin.y)}px`;

  // A dot off the map needs no name.
  function isOff({ label }, isSeen) {
    if (!dotHalf_px(label.kind)) return false;
    const { x, y } = board.map.project([label.lat, label.lon]);
    return !isSeen(boxAround(x, y, 1));
  }

  // At the first spot that is free and wholly on the map; nowhere if there is none.
  function put(one, { room, isSeen, origin }) {
    const chosen = isOff(one, isSeen) ? null
      : labelSpots(board, one).find((each) => isSeen(each) && room.isFree(each));
    if (!chosen) {
      hide(one);
      return;
    }
    room.take(chosen);
    write(one.element, "css", shiftTo(chosen.x0 + 1, chosen.y0, origin), one);
    if (one.dot) {
      const point = board.map.project([one.label.lat, one.label.lon]);
      room.take(boxAround(point.x, point.y, 3));
      write(one.dot, "dotCss", shiftTo(point.x, point.y, origin), one);
    }
  }

  const isDue = ({ label }) => (label.route
    ? routeOn(atlas, board.store.state, atlas.route[label.route], board.store.shown)
    : isNameDue(label));

  const isNameDue = (label) => board.map.getZoom() >= fromZoom(label) &&
    (!label.place || label.kind === "site" || board.matters.all.has(label.place));

  function siteSquares(half_px) {
    return sites.map(({ label }) => {
      const point = board.map.project([label.lat, label.lon]);
      return boxAround(point.x, point.y, half_px);
    });
  }

  const siteDots = () => siteSquares(dotHalf_px("site"));

  // No name lies over the dot of another place.
  function townDots(due) {
    return [...due].filter(({ label }) => label.kind === "town" && label.place).map(({ label }) => {
      const point = board.map.project([label.lat, label.lon]);
      return boxAround(point.x, point.y, 3);
    });
  }

  lease.add(() => {
    shift.remove();
    if (box) box.remove();
  });

  return {
    show(group) {
      pane = board.map.getPane("atlas-labels");
      box = el("div", "atlas-labels leaflet-zoom-hide", null, { "aria-hidden": "true" });
      labels.forEach(make);
      pane.append(box);
      shift.show(pane);
      shown = board.map.hasLayer(group);
      group.on("add", () => { shown = true; });
      group.on("remove", () => { shown = false; });
    },
    dimShift: shift.dim,
    // What was measured in another typeface.
    forget() {
      for (const one of [...labels, ...notes]) one.width = 0;
      shift.forget();
    },
    // A word at the end of a line, for as long as the line is there; gives back its end.
    note(line, word, color) {
      const status = atlas.status[word];
      const one = { width: 0, height: 0, css: "", label: { kind: "note", rank: 0, color,
        line: line.getLatLngs(), text: (status ? status.label : word).toLowerCase() } };
      notes.add(one);
      return () => {
        notes.delete(one);
        if (one.element) one.element.remove();
      };
    },
    // What marks go round, wherever the map is moved to: the sites' names and the shift's words; the
    // sites' dots and the arrow. `onDot_px`: how wide a mark is that may cover a site's dot, else 0.
    reserve(onDot_px) {
      const dots = [...shift.arrow(), ...siteDots()];
      const names = [];
      if (!box) return { names, dots };
      box.classList.remove("atlas-gone");
      const room = roomAmong([...dots, ...(onDot_px ? siteSquares(onDot_px / 2) : [])]);
      rename();
      measure(labels);
      for (const one of sites) {
        const spot = labelSpots(board, one).find(room.isFree);
        if (!spot) continue;
        room.take(spot);
        names.push(spot);
      }
      const { state } = board.store;
      const points = atlas.events.map((event) => markAt(event, state)).filter(Boolean)
        .map((at) => board.map.project(at));
      shiftSpot = shift.reserve(room, points);
      if (shiftSpot) names.push(shiftSpot);
      return { names, dots };
    },
    place(marks) {
      if (!box) return;
      const { fixed, isSeen } = board.frame.now();
      const room = roomAmong([...fixed, ...shift.arrow(), ...siteDots(), ...marks]);
      const at = { room, isSeen, origin: board.map.getPixelOrigin() };
      box.classList.toggle("atlas-gone", !shown);
      rename();
      if (shown) measure(labels);
      if (shown) for (const one of sites) put(one, at);
      shift.place(room, isSeen, at.origin, shiftSpot);
      if (!shown) return;
      for (const one of notes) if (!one.element) make(one);
      measure([...notes]);
      const rest = labels.filter(({ label }) => label.kind !== "site");
      const due = new Set(rest.filter(isDue));
      townDots(due).forEach(room.take);
      for (const one of [...notes, ...rest].sort(inOrder)) {
        if (notes.has(one) || due.has(one)) put(one, at);
        else hide(one);
      }
      const pair = labels.filter(({ label }) => label.kind === "country" && TOGETHER.includes(label.text));
      if (pair.some(({ css }) => !css)) pair.forEach(hide);
    },
  };
}

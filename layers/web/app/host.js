// Mounts the map once, keeps its state over remounts, and reports the selection when it rests.
import { el, followFonts, followTheme, fontsCame, openLease, pending, timer } from "../base/index.js";
import { card } from "../card/index.js";
import { timelineChart } from "../chart/index.js";
import { filters } from "../filters/index.js";
import { points } from "../imported/index.js";
import { importedKeyParts, keyNotes, keyParts } from "../legend/index.js";
import { isOnPaper, print } from "../out/index.js";
import { prepare } from "../rules/index.js";
import { fitState, hashAddress, openStore, queryAddress, toAddress, toQuery } from "../state/index.js";
import { storyChoice } from "../story/index.js";
import { table } from "../table/index.js";
import { timeline } from "../timeline/index.js";
import { focus } from "./away.js";
import { openBoard } from "./board.js";
import { header } from "./header.js";
import { firstView, goHome } from "./home.js";
import { followHash, savedStart } from "./saved.js";
import { foldFilters, tools } from "./tools.js";

const REPORT_AFTER_MS = 150;
const ADDRESS_AFTER_MS = 250;
/** @typedef {import("../types.js").View} View */

const HOST = Symbol.for("corridor-atlas-host");

function skeleton(parent) {
  const root = el("div", "atlas");
  const panes = {
    header: el("header", "atlas-header"),
    filters: el("section", "atlas-filters", null, { "aria-label": "Filters" }),
    stage: el("div", "atlas-stage"),
    map: el("div", "atlas-map", null, { "aria-label": "Map", role: "region" }),
    tools: el("div", "atlas-tools"),
    table: el("section", "atlas-table", null, { role: "region", tabindex: 0, hidden: true,
      "aria-label": "What is shown, as a table" }),
    card: el("aside", "atlas-card"),
    timeline: el("section", "atlas-timeline", null, { "aria-label": "Timeline" }),
  };
  panes.stage.append(panes.map, panes.tools, panes.table);
  root.append(panes.header, panes.filters, panes.stage, panes.card, panes.timeline);
  parent.append(root);
  return { root, panes };
}

// Letters belong to Streamlit's shortcuts (c clears caches, r reruns); they stop at the map.
function holdLetters(event) {
  if (event.key && event.key.length === 1 && /\p{L}/u.test(event.key)) event.stopPropagation();
}

// Everything that draws; returns once the map, its layers and its parts stand.
function build(view, draw) {
  const Leaflet = globalThis.L;
  const local = Object.create(Leaflet);
  // A linked view is kept as it was written: asked of the map it comes back rounded to a pixel.
  const held = (view.kept.view ||= view.initialView);
  local.map = (_id, options) => {
    // Sizes are followed by one observer, keepView's; Leaflet's own listener would double it.
    view.map = Leaflet.map(view.panes.map, Object.assign({}, options, { trackResize: false }));
    view.lease.add(() => {
      // Leaflet takes the map away and lets a zoom under way go on, to an error in the console.
      view.map._animatingZoom = false;
      view.map.remove();
    });
    // The script fits the map to the first view; a view that was kept or linked goes before it.
    view.map.fitBounds = function (bounds, how) {
      delete view.map.fitBounds;
      Object.assign(view.home, { bounds, how, isHere: !held });
      if (!held) goHome(view, false);
      return this;
    };
    if (held) view.map.setView(held.center, held.zoom, { animate: false });
    return view.map;
  };
  const bindings = openBoard(view);
  local.atlas = bindings;
  view.L = local;
  // The parts first: they leave the map its room, so that it is drawn once, at its final view.
  for (const part of [tools, header, filters, (its) => timeline(its, timelineChart),
    (its) => card(its, storyChoice), table]) view.lease.add(part(view));
  draw(local);
  view.lease.add(() => bindings.destroy());
  view.lease.add(focus(view));
  view.lease.add(print(view));
  followFonts(view);
}

// The view is kept once somebody moved it; until then the map fits its room, as that changes.
function keepView(view) {
  const { home } = view;
  const keep = () => {
    if (home.isMoving) return;
    home.isHere = false;
    const center = view.map.getCenter();
    view.kept.view = { center: [center.lat, center.lng], zoom: view.map.getZoom() };
    view.address();
  };
  view.map.on("moveend", keep);
  const observer = new ResizeObserver(() => {
    if (isOnPaper(view) || view.panes.map.clientWidth === 0) return;
    home.isMoving = home.isHere;
    view.map.invalidateSize({ animate: false });
    if (home.isHere) goHome(view, false);
    home.isMoving = false;
  });
  observer.observe(view.panes.map);
  view.lease.add(() => observer.disconnect());
}

// One report and one address once the selection rests; nothing while it plays.
function follow(view) {
  const { root, lease, store, atlas } = view;
  const reporting = timer(root, lease, () => {
    const query = toQuery(atlas, store.state);
    if (query === view.reported) return;
    view.reported = query;
    view.setStateValue("query", query);
  });
  const addressing = timer(root, lease, () => {
    if (!root.isConnected) return;
    view.written = toAddress(atlas, store.state, view.kept.view);
    view.place.write(view.written);
  });
  view.address = () => addressing.set(ADDRESS_AFTER_MS);
  lease.add(store.subscribe((state) => {
    view.kept.state = state;
    if (state.playing) {
      reporting.stop();
      addressing.stop();
      return;
    }
    reporting.set(REPORT_AFTER_MS);
    view.address();
  }));
  reporting.set(REPORT_AFTER_MS);
}

async function start(instance, data, parent) {
  // What outlives a remount, a page switch or a restarted server: state and view by map key.
  const kept = ((globalThis.CorridorAtlas.registry ??= {})[data.key] ??= {});
  const { root, panes } = skeleton(parent);
  const lease = openLease();
  instance.lease = lease;
  lease.add(() => root.remove());
  followTheme(root, parent, lease);
  lease.on(root, "keydown", holdLetters);
  root.dataset.state = "loading";
  const started = pending(root);
  lease.add(started);
  try {
    const [drawn, basemap] = await Promise.all(
      [globalThis.CorridorAtlas.taken(data.drawing), globalThis.CorridorAtlas.taken(data.assets.basemap), fontsCame()]);
    const { default: draw } = await globalThis.CorridorAtlas.drawing(data.hash, drawn.script);
    if (instance.ended) return;
    const assets = { basemap, relief: data.assets.relief };
    const atlas = prepare(drawn.payload);
    const { saved } = data;
    const begin = saved ? savedStart(atlas, saved) : data.initial;
    const initial = Object.assign({}, begin.state, kept.state, { playing: false });
    const store = openStore(atlas, fitState(atlas, initial));
    // The first report comes in any case: it tells Python that the map stands.
    /** @type {import("../types.js").Begun<View, "map" | "points">} */
    const begun = { key: data.key, root, panes, lease, atlas, store, assets, kept, map: null, L: null,
      points: null, home: firstView(), initialView: begin.view, reported: null, written: null, saved,
      address() {},
      isOnPaper: false,
      isPart: Boolean(saved && saved.only_selected),
      place: saved ? hashAddress : queryAddress,
      sources: { page: data.page, code: data.code, drawing: data.drawing, ...data.assets },
      reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
      foldFilters: (isOpen) => foldFilters(view, isOpen),
      keyOfMap: { notes: keyNotes(atlas), parts: keyParts, imported: importedKeyParts },
      setStateValue: (name, value) => instance.setStateValue(name, value) };
    const view = /** @type {View} */ (begun);
    instance.view = view;
    view.points = points(view);
    build(view, draw);
    follow(view);
    keepView(view);
    if (saved) followHash(view);
    kept.state = store.state;
    view.address();
    root.dataset.state = "ready";
    view.points.load(instance.points);
    started();
    root.dispatchEvent(new CustomEvent("atlas-ready", { bubbles: true }));
  } catch (error) {
    if (instance.ended) return;
    instance.failed = true;
    console.error(error);
    lease.end();
    const note = el("p", "atlas-failed", "The map could not be drawn. Reload the page; " +
      "if it stays so, the browser's console says why.", { role: "alert" });
    parent.append(note);
    lease.add(() => note.remove());
    instance.setStateValue("query", data.initial.query);
  }
}

// Streamlit calls this at every rerun of the map's fragment; the map is made at the first only.
export function mount(component) {
  const { data, parentElement, setStateValue } = component;
  let instance = parentElement[HOST];
  const isSame = instance && instance.key === data.key && instance.hash === data.hash;
  if (isSame && !instance.failed) {
    instance.setStateValue = setStateValue;
    instance.points = data.points || null;
    if (instance.view) instance.view.points.load(instance.points);
    return instance.end;
  }
  if (instance) instance.end();
  instance = { key: data.key, hash: data.hash, setStateValue, ended: false, lease: openLease(),
    points: data.points || null };
  instance.end = () => {
    if (instance.ended) return;
    instance.ended = true;
    instance.lease.end();
    if (parentElement[HOST] === instance) delete parentElement[HOST];
  };
  parentElement[HOST] = instance;
  start(instance, data, parentElement);
  return instance.end;
}

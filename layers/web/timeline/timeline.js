// The timeline along the map's foot: head line, time axis with its window, one lane per article.
import { afterRedraw, dayNumber, el, openLease, pointerTip } from "../base/index.js";
import { drawnDays, filterNames, isByReport, timeClusters, timeScale } from "../rules/index.js";
import { timeTicks } from "./axis.js";
import { timelineDayOf } from "./dayof.js";
import { handleWidths } from "./handle.js";
import { timelineHead } from "./head.js";
import { timelineHint } from "./hint.js";
import { timelineImported } from "./imported.js";
import { timelineLane } from "./lane.js";
import { timelineMonths } from "./months.js";
import { timelinePlayer } from "./player.js";
import { timelineStrip } from "./strip.js";
import { timelineWindow } from "./window.js";

const NARROW_PX = 640;
const REPORTS_SHARE = 0.75;
const ALSO_REDRAWN_BY = ["cursors", "layers", "first_day", "last_day", "day_of", "imported_until", "stated_only",
  "current", "event", "playing"];
const WIDE = { marks_px: 21, row_px: 6.5, dot_px: 4, bar_px: 4, apart_px: 4, letter_px: 6,
  isShort: false };
const NARROW = { ...WIDE, dot_px: 3.7, apart_px: 3.6, isShort: true };

// `set`: the imported events, whose days the axis covers too.
function clustersOf(atlas, set, state) {
  const byReport = isByReport(state);
  const spans = byReport ? [] : atlas.events
    .flatMap(({ days, statedDays }) => [days, statedDays]).map(drawnDays).filter(Boolean);
  const published = atlas.articles.map((article) => dayNumber(article.published_on))
    .filter((day) => day !== null);
  const known = published.length ? published : spans.map(({ first }) => first);
  const setDays = set ? set.days(state) : [];
  if (!known.length && !setDays.length) return null;
  const clusters = timeClusters(spans, known, crowdOf(atlas, byReport), setDays);
  // Five days hold all stops, and the days between them none.
  return byReport ? { ...clusters, crowdShare: REPORTS_SHARE } : clusters;
}

// Map of day to the most stops that any one article has on it.
function crowdOf(atlas, byReport) {
  const crowd = new Map();
  for (const { stops, published_on: published } of atlas.articles) {
    const here = new Map();
    for (const id of stops) {
      const day = dayNumber(published);
      const span = byReport ? day !== null && { first: day } : drawnDays(atlas.event[id].days);
      if (span) here.set(span.first, (here.get(span.first) || 0) + 1);
    }
    for (const [day, count] of here) crowd.set(day, Math.max(count, crowd.get(day) || 0));
  }
  return crowd;
}

// All parts on the page, in their order from top to bottom; the lease ends them.
function partsOf(view, timelineChart, host, lease) {
  const player = timelinePlayer(view);
  const tip = pointerTip(host);
  const chart = timelineChart(view, tip);
  const head = timelineHead(view, player, chart.toggle);
  const dayOf = timelineDayOf(view);
  const axis = timelineWindow(view);
  const months = timelineMonths(view);
  const strip = timelineStrip(view);
  const imported = timelineImported(view, player, tip);
  const ofArticles = view.atlas.articles.map((article) => timelineLane(view, article, player, tip));
  const hint = timelineHint(view, ofArticles[0]);
  const lanes = [imported, ...ofArticles];
  const axisRow = el("div", "atlas-time-axis");
  axisRow.append(dayOf.node, axis.node);
  host.prepend(head.node, months.node, axisRow, chart.node, strip.node, ...lanes.map(({ node }) => node));
  lease.on(view.root, "keydown", ({ key }) => {
    if (key === "Escape") tip.hide();
  }, true);
  for (const part of [head, dayOf, axis, months, chart, strip, player, hint, ...lanes]) lease.add(part.destroy);
  return { player, chart, head, dayOf, axis, months, imported, lanes, hint, axisRow,
    drawn: [head, dayOf, axis, months, strip, ...lanes, hint] };
}

// Lays the parts out for the room there is: {layout, recluster, isFitted, covers}.
function fitting(view, host, parts) {
  const { atlas, store, points } = view;
  const { player, chart, head, dayOf, axis, months, lanes, hint, axisRow } = parts;
  let coveredSet = points.set;
  let clusters = clustersOf(atlas, coveredSet, store.state);
  let width_px = 0;
  const roomNow_px = () => Math.floor(axis.node.clientWidth);

  function layout() {
    const narrow = host.clientWidth < NARROW_PX;
    host.classList.toggle("atlas-is-narrow", narrow);
    head.fit(host.clientWidth);
    // A narrow axis has no label beside it.
    const into = narrow ? head.node : axisRow;
    if (dayOf.node.parentNode !== into) into.insertBefore(dayOf.node, narrow ? null : axis.node);
    width_px = roomNow_px();
    if (!clusters || width_px < 60) return;
    const size = { ...(narrow ? NARROW : WIDE), lane_px: width_px, widthOf: handleWidths() };
    const scale = timeScale(clusters, width_px, size.apart_px);
    const ticks = timeTicks(scale, size.letter_px);
    axis.layout(scale, ticks, size);
    months.layout(scale, size.letter_px);
    chart.layout(scale, ticks, narrow);
    for (const lane of lanes) lane.layout(scale, ticks, size);
    hint.layout(size);
    player.forget();
  }

  return {
    layout,
    isFitted: () => roomNow_px() === width_px,
    covers: (set) => set === coveredSet,
    // Another set of imported events, or other days of it: the axis covers them too.
    recluster() {
      coveredSet = points.set;
      clusters = clustersOf(atlas, coveredSet, store.state);
      layout();
    },
  };
}

export function timeline(view, timelineChart) {
  const { store, points } = view;
  const redrawnBy = [...filterNames(view.atlas), ...ALSO_REDRAWN_BY];
  const lease = openLease();
  const host = el("div", "atlas-time");
  view.panes.timeline.append(host);
  lease.add(() => host.remove());
  const parts = partsOf(view, timelineChart, host, lease);
  const { layout, recluster, isFitted, covers } = fitting(view, host, parts);
  const draw = (some = parts.drawn) => {
    for (const part of some) part.draw();
  };
  const redraw = () => {
    layout();
    draw();
  };
  const follow = afterRedraw(view.root, lease, () => draw([parts.head, parts.imported]));

  const observer = new ResizeObserver(() => { if (!isFitted()) redraw(); });
  observer.observe(host);
  lease.add(() => observer.disconnect());
  // For a sheet of paper it is drawn at once: nobody waits for an observer. In another typeface the
  // axis has other room.
  for (const name of ["atlas-paper", "atlas-fonts"]) lease.on(view.root, name, redraw);
  lease.add(store.subscribe((state, changed) => {
    if (changed.has("day_of")) recluster();
    if (changed.has("stated_only")) layout();
    // A step of the imported set moves its own lane and no other, and the map goes before it.
    const isItsOwn = changed.size === 1 && changed.has("imported_until");
    if (isItsOwn) follow();
    else if (redrawnBy.some((name) => changed.has(name))) draw();
  }));
  let sought = points.search.key;
  lease.add(points.subscribe(() => {
    const isSame = points.search.key === sought;
    sought = points.search.key;
    if (!covers(points.set)) {
      recluster();
      draw();
    } else if (!isSame) follow();
  }));
  redraw();
  return lease.end;
}

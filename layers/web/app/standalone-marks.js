// Where the marks of a map without the app stand: by the rule of the page, over what is switched on.
import { shiftArrow } from "../map/index.js";
import { eventBadges, eventRings } from "../marks/index.js";
import {
  boxAround, dotHalf_px, eventHome, markAt, markScale, spreadNow, spreadPlan,
} from "../rules/index.js";
import { markIcon } from "../state/index.js";

const MARK_PX = 22;
const WITHIN = "atlas-gathered";
const IN_FRONT = 1000;
// On its own place.
const NOWHERE_ELSE = { x: 0, y: 0 };

// The sites' dots, which marks keep off; names come after the marks and go round them.
function siteDots({ map, atlas }) {
  return atlas.labels.filter(({ kind }) => kind === "site").map(({ kind, lat, lon }) => {
    const { x, y } = map.project([lat, lon]);
    return boxAround(x, y, dotHalf_px(kind));
  });
}

// A card goes along with its mark; the map stays where the reader has put it.
function follow(popup) {
  popup.options.autoPan = false;
  popup.update();
  popup.options.autoPan = true;
}

// Beside its place, at the size of this zoom.
function place(mark, { x, y }, size_px) {
  const { style } = mark.getElement();
  style.width = `${size_px}px`;
  style.height = `${size_px}px`;
  style.marginLeft = `${x - size_px / 2}px`;
  style.marginTop = `${y - size_px / 2}px`;
  mark.options.icon.options.popupAnchor = [x, y - size_px / 4];
  if (mark.isPopupOpen()) follow(mark.getPopup());
}

function show(mark, isWithin, isOpen) {
  mark.getElement().classList.toggle(WITHIN, isWithin);
  mark.setZIndexOffset(isOpen ? IN_FRONT : 0);
}

// The focus goes back from a card that is closed to its mark, where it was seen in it.
function takeBack(mark, popup) {
  const focused = document.activeElement;
  const isLost = focused && popup.getElement()?.contains(focused) && focused.matches(":focus-visible");
  if (isLost) mark.getElement()?.focus({ preventScroll: true });
}

// The plan for what is switched on, whose room what is switched off leaves to it; kept for a zoom.
function standingPlan(board) {
  /** @type {{key: string, plan: ReturnType<typeof spreadPlan>} | null} */
  let held = null;
  return function (homes, scale) {
    const key = [board.map.getZoom(), ...homes.map(({ id }) => id)].join(" ");
    if (held && held.key === key) return held.plan;
    const plan = spreadPlan(homes, scale,
      () => ({ names: [], dots: [...shiftArrow(board), ...siteDots(board)] }));
    held = { key, plan };
    return plan;
  };
}

// `words` gives the lines about an event; `changed` is told that a card has opened or closed.
export function standingMarks(board, { words, changed }) {
  const { atlas } = board;
  const marks = new Map();
  const stop = (element) => { element.tabIndex = 0; };
  const badges = eventBadges(board, { open, join: stop, words: ({ id }) => words(id) });
  const rings = eventRings(board);
  const planned = standingPlan(board);
  let opened = null;
  let boxes = [];

  // From the list of a disc, whose row was what had the focus.
  function open({ id }) {
    const mark = marks.get(id);
    mark.openPopup();
    mark.getElement().focus({ preventScroll: true });
    // Its card says all of it.
    mark.closeTooltip();
  }

  function dress(mark, event) {
    const put = () => {
      const element = mark.getElement();
      element.replaceChildren(markIcon(board, event, MARK_PX));
      element.setAttribute("aria-label", words(event.id).join(". "));
    };
    mark.on("add", put);
    if (mark.getElement()) put();
  }

  function join(mark, id) {
    marks.set(id, mark);
    dress(mark, atlas.event[id]);
    mark.on("popupopen", () => {
      opened = id;
      changed();
    });
    mark.on("popupclose", ({ popup }) => {
      takeBack(mark, popup);
      if (opened === id) opened = null;
      changed();
    });
    mark.on("keydown", ({ originalEvent: { key } }) => { if (key === "Escape") mark.closePopup(); });
  }

  function arrange(isOn) {
    const { map } = board;
    const scale = markScale(map);
    const size_px = MARK_PX * scale;
    const homes = atlas.events.filter(({ id }) => marks.has(id) && isOn(marks.get(id)))
      .map((event) => eventHome(board, event));
    const { slots, within, discs, leaders } = spreadNow(planned(homes, scale),
      { homes, apart: new Set([opened]) });
    const box = ({ x, y }) => boxAround(x, y, size_px / 2 + 2);
    const held = homes.find(({ id }) => marks.get(id).getElement() === document.activeElement);
    boxes = discs.map(({ spot }) => box(spot));
    for (const { id, point } of homes) {
      const { x, y } = slots.get(id) ?? NOWHERE_ELSE;
      place(marks.get(id), { x, y }, size_px);
      show(marks.get(id), within.has(id), id === opened);
      if (!within.has(id)) boxes.push(box({ x: point.x + x, y: point.y + y }));
    }
    badges.update(discs.map(({ key, places, ids }) => ({ key, ids, places, scale,
      at: markAt(atlas.event[ids[0]], board.store.state), slot: slots.get(ids[0]) })));
    rings.lead(leaders.map(({ at, spot }) => [at, map.unproject(spot)]));
    // What had the focus and is in a disc now hands it on.
    if (held && within.has(held.id)) {
      badges.elementOf(within.get(held.id)).focus({ preventScroll: true });
    }
  }

  // `boxes`: where marks and discs are, in pixels of the zoomed world.
  return { start: badges.start, boxes: () => boxes, join, arrange };
}

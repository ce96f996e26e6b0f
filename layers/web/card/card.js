// The card at the right of the map (a sheet on phones): opens, closes, steps, keeps the focus.
import { afterRedraw, el, openLease, pointerTip, traced, traceRest } from "../base/index.js";
import { filterNames } from "../rules/index.js";
import { cardFollowers, cardPatches } from "../state/index.js";
import { aboutCard } from "./about.js";
import { eventCard } from "./event.js";
import { profileKeys } from "./profile.js";
import { cardSteps } from "./steps.js";

const SHOWN_BY = ["event", "about", "story", "stated_only", "day_of"];
// A step of time, which draws the map first.
const TIME = ["cursors", "first_day", "last_day"];
let made = 0;

// The pane's own parts, closed; the lease empties it.
function skeleton(pane, steps, lease) {
  const titleId = `atlas-card-title-${(made += 1)}`;
  const kickerBox = el("div", "atlas-card-kickers");
  const title = el("h2", "atlas-card-title", null, { id: titleId, tabindex: "-1" });
  const close = el("button", "atlas-card-close", "×",
    { type: "button", "aria-label": "Close" });
  const body = el("div", "atlas-card-body");
  const head = el("div", "atlas-card-head");
  head.append(kickerBox, title, close);
  pane.append(head, body, steps.node);
  pane.hidden = true;
  pane.setAttribute("role", "region");
  pane.setAttribute("aria-labelledby", titleId);
  lease.add(() => {
    pane.replaceChildren();
    pane.hidden = true;
  });
  return { kickerBox, title, close, body };
}

function redraw(node) {
  cardFollowers.get(node)(node);
  traceRest(node);
}

// Parts that follow the store; each tells by itself whether anything changed for it.
function follow(body) {
  for (const node of body.querySelectorAll(".atlas-card-follower")) redraw(node);
}

function fill({ kickerBox, title, body }, content) {
  kickerBox.replaceChildren(content.kicker);
  title.textContent = content.title;
  delete title.dataset.claims;
  traced(title, content.trace, content.claims);
  body.replaceChildren(...content.body.filter(Boolean));
  follow(body);
  traceRest(kickerBox);
  traceRest(body);
}

const focused = () => /** @type {HTMLElement | null} */ (document.activeElement);

// Where the focus came from, where it stays and where it goes back to.
function focusOf({ root, panes, store }, lease, title) {
  const pane = panes.card;
  /** @type {HTMLElement | null} */
  let opener = null;
  let byKeyboard = false;
  lease.on(root, "keydown", () => { byKeyboard = true; }, true);
  lease.on(root, "pointerdown", () => { byKeyboard = false; }, true);
  // Enter in a lane: read on in the card, and Escape leads back to the lane.
  lease.on(root, "atlas-read-card", () => {
    if (pane.hidden) return;
    opener = focused();
    title.focus({ preventScroll: true });
  });

  return {
    // Before the card changes: gives back what is to be done once it shows something else.
    beforeShown(isOpen) {
      const wasHidden = pane.hidden;
      const active = focused();
      const held = !wasHidden && pane.contains(active) ? active : null;
      if (wasHidden && isOpen) opener = active === document.body ? null : active;
      return (isQuiet) => {
        const sliding = active && active.matches("[role=slider]");
        // A button that has just gone or been disabled hands its focus to the heading.
        const lost = held && (!pane.contains(held) || held.matches(":disabled"));
        const asked = wasHidden && byKeyboard && !sliding && !isQuiet;
        if (lost || asked) title.focus({ preventScroll: true });
      };
    },
    shut() {
      const held = pane.contains(document.activeElement);
      const stage = store.state.show ? panes.table : panes.map;
      const isSeen = opener && opener.checkVisibility({ visibilityProperty: true });
      const target = isSeen ? opener : stage;
      store.set({ event: null, about: null, story: null });
      if (held) target.focus({ preventScroll: true });
    },
  };
}

// Back to the top for another subject; only where it was scrolled: to ask or to write lays the whole
// page out anew.
function scrolling(lease, body, tip) {
  let shown = "";
  let isScrolled = false;
  lease.on(body, "scroll", () => {
    isScrolled = true;
    tip.hide();
  });
  return (subject) => {
    if (subject === shown) return;
    if (isScrolled) body.scrollTop = 0;
    isScrolled = false;
    shown = subject;
  };
}

// What the reader does in the card.
function holdCard({ root, panes, store }, lease, { close, body }, shut) {
  lease.on(body, "input", ({ target }) => {
    const node = target.closest(".atlas-card-follower");
    if (node) redraw(node);
  });
  lease.on(close, "click", shut);
  lease.on(body, "click", ({ target }) => {
    const button = target.closest("button");
    const patch = button && cardPatches.get(button);
    if (patch) store.set(patch);
  });
  lease.on(root, "keydown", (event) => {
    if (event.key !== "Escape" || panes.card.hidden || event.defaultPrevented) return;
    event.preventDefault();
    shut();
  });
}

// `storyChoice` makes what chooses the order in which the steps lead on.
export function card(view, storyChoice) {
  const { atlas, store, root } = view;
  const pane = view.panes.card;
  const lease = openLease();
  const steps = cardSteps(view, lease, storyChoice);
  const parts = skeleton(pane, steps, lease);
  const { title, body } = parts;
  const tip = pointerTip(pane, "atlas-profile-tip");
  profileKeys(lease, body, tip);
  const focus = focusOf(view, lease, title);
  const toTop = scrolling(lease, body, tip);
  const filters = filterNames(atlas);
  let shownMatch;

  function show(state, isQuiet) {
    tip.hide();
    const event = state.event ? atlas.event[state.event] : null;
    const content = event ? eventCard(view, event)
      : state.about ? aboutCard(view, state.about) : null;
    const afterShown = focus.beforeShown(Boolean(content));
    pane.hidden = !content;
    root.classList.toggle("atlas-card-is-open", Boolean(content));
    if (!content) return;
    fill(parts, content);
    toTop(JSON.stringify([event ? event.id : null, state.about]));
    shownMatch = event ? store.shown.get(event.id) : undefined;
    steps.draw(event);
    afterShown(isQuiet);
  }

  holdCard(view, lease, parts, focus.shut);
  const observer = new ResizeObserver(() => follow(body));
  observer.observe(body);
  lease.add(() => observer.disconnect());
  const later = afterRedraw(view.root, lease, () => follow(body));
  lease.add(store.subscribe((state, changed) => {
    if (changed.has("cursors")) steps.follow(state.cursors);
    // While time plays the card follows, and the focus stays where the reader put it.
    const isQuiet = Boolean(state.playing) || changed.has("playing");
    const matched = state.event ? store.shown.get(state.event) : undefined;
    if (SHOWN_BY.some((name) => changed.has(name)) || matched !== shownMatch) show(state, isQuiet);
    else if (state.event && changed.has("cursors")) steps.draw(atlas.event[state.event]);
    if (pane.hidden || !state.about) return;
    if (filters.some((name) => changed.has(name))) follow(body);
    else if (TIME.some((name) => changed.has(name))) later();
  }));
  show(store.state);
  return lease.end;
}

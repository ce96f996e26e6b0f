// The card at the right of the map (a sheet on phones): opens, closes, steps, keeps the focus.
import { afterRedraw, el, openLease, pointerTip, traced, traceRest } from "../base/index.js";
import { FILTERS, orderHappened, reachedStops, storyOf, storyPlace } from "../rules/index.js";
import { cardFollowers, cardPatches, moveToStop } from "../state/index.js";
import { aboutCard } from "./about.js";
import { eventCard } from "./event.js";
import { profileKeys } from "./profile.js";

const SHOWN_BY = ["event", "about", "story", "stated_only", "day_of"];
// A step of time, which draws the map first.
const TIME = ["cursors", "first_day", "last_day"];
const BY_LANE = "";
let made = 0;

// The article whose order the card steps through: the one last moved, else the first reporting.
function articleOf(atlas, event, moved) {
  if (moved && event.articles.includes(moved)) return atlas.article[moved];
  return atlas.article[event.articles[0]] || null;
}

// "15 of 28" counts as the article's lane does; what no day is known of stands on no lane.
function placeText({ stops }, order, index) {
  if (index < stops.length) return `${index + 1} of ${stops.length}`;
  const undated = order.length - stops.length;
  return undated === 1 ? "undated" : `undated ${index + 1 - stops.length} of ${undated}`;
}

// `storyChoice` makes what chooses the order in which the steps lead on.
export function card(view, storyChoice) {
  const { atlas, store, root } = view;
  const pane = view.panes.card;
  const lease = openLease();
  const titleId = `atlas-card-title-${(made += 1)}`;
  let moved = null;
  let opener = null;
  let byKeyboard = false;
  let shownSubject = null;
  let shownMatch;
  let scrolled = false;

  const kickerBox = el("div", "atlas-card-kickers");
  const title = el("h2", "atlas-card-title", null, { id: titleId, tabindex: "-1" });
  const close = el("button", "atlas-card-close", "×",
    { type: "button", "aria-label": "Close" });
  const body = el("div", "atlas-card-body");
  const steps = el("nav", "atlas-card-steps", null, { "aria-label": "Events of this article" });
  const back = el("button", "atlas-card-step", "‹ Previous", { type: "button" });
  const at = el("span", "atlas-card-at");
  const on = el("button", "atlas-card-step", "Next ›", { type: "button" });
  const stories = storyChoice(view, lease, BY_LANE);
  steps.append(back, at, on, stories.node);
  const head = el("div", "atlas-card-head");
  head.append(kickerBox, title, close);
  pane.append(head, body, steps);
  const tip = pointerTip(pane, "atlas-profile-tip");
  profileKeys(lease, body, tip);
  pane.hidden = true;
  pane.setAttribute("role", "region");
  pane.setAttribute("aria-labelledby", titleId);
  lease.add(() => {
    pane.replaceChildren();
    pane.hidden = true;
  });

  lease.on(root, "keydown", () => { byKeyboard = true; }, true);
  lease.on(root, "pointerdown", () => { byKeyboard = false; }, true);

  function shut() {
    const held = pane.contains(document.activeElement);
    const stage = store.state.show ? view.panes.table : view.panes.map;
    const isSeen = opener && opener.checkVisibility({ visibilityProperty: true });
    const target = isSeen ? opener : stage;
    store.set({ event: null, about: null, story: null });
    if (held) target.focus({ preventScroll: true });
  }

  function place(event) {
    const story = storyOf(atlas, store.state.story);
    if (story) return { story, order: story.ids, index: story.ids.indexOf(event.id) };
    const article = articleOf(atlas, event, moved);
    const order = article ? orderHappened(atlas, article) : [];
    return { article, order, index: order.indexOf(event.id) };
  }

  // Step through the article; its cursor comes along if it stands here or has yet to get there.
  function step(by) {
    const { state } = store;
    const { story, article, order, index } = place(atlas.event[state.event]);
    const id = order[index + by];
    if (!id) return;
    if (story) {
      store.set({ event: id, current: id, about: null });
      return;
    }
    const stop = article.stops.indexOf(id);
    const cursor = state.cursors[article.id];
    const stands = cursor !== undefined && cursor === index + 1;
    const ahead = stop >= reachedStops(article, state);
    if (stop >= 0 && (stands || ahead)) moveToStop(view, article, stop + 1, { event: id });
    else store.set({ event: id, about: null });
  }

  function drawSteps(event) {
    const { story, article, order, index } = event ? place(event) : { order: [], index: -1 };
    steps.hidden = !event || (!story && (index < 0 || order.length < 2));
    stories.choose(story ? store.state.story : BY_LANE);
    if (steps.hidden) return;
    back.disabled = index <= 0;
    on.disabled = index < 0 || index === order.length - 1;
    if (!story) at.textContent = `${placeText(article, order, index)}, ${article.publisher}`;
    else at.textContent = index < 0 ? "Not in this story" : storyPlace(story, event.id);
  }

  function redraw(node) {
    cardFollowers.get(node)(node);
    traceRest(node);
  }

  // Parts that follow the store; each tells by itself whether anything changed for it.
  function follow() {
    for (const node of body.querySelectorAll(".atlas-card-follower")) redraw(node);
  }

  function show(state, quiet) {
    tip.hide();
    const event = state.event ? atlas.event[state.event] : null;
    const content = event ? eventCard(view, event)
      : state.about ? aboutCard(view, state.about) : null;
    const wasHidden = pane.hidden;
    const active = document.activeElement;
    const held = !wasHidden && pane.contains(active) ? active : null;
    pane.hidden = !content;
    root.classList.toggle("atlas-card-is-open", Boolean(content));
    if (!content) return;
    if (wasHidden) opener = active === document.body ? null : active;
    kickerBox.replaceChildren(content.kicker);
    title.textContent = content.title;
    delete title.dataset.claims;
    traced(title, content.trace, content.claims);
    body.replaceChildren(...content.body.filter(Boolean));
    follow();
    traceRest(kickerBox);
    traceRest(body);
    const subject = JSON.stringify([event ? event.id : null, state.about]);
    // Only where it was scrolled: to ask or to write lays the whole page out anew.
    if (subject !== shownSubject && scrolled) body.scrollTop = 0;
    if (subject !== shownSubject) scrolled = false;
    shownSubject = subject;
    shownMatch = event ? store.shown.get(event.id) : undefined;
    drawSteps(event);
    const sliding = active && active.matches("[role=slider]");
    // A button that has just gone or been disabled hands its focus to the heading.
    const lost = held && (!pane.contains(held) || held.disabled);
    const asked = wasHidden && byKeyboard && !sliding && !quiet;
    if (lost || asked) title.focus({ preventScroll: true });
  }

  lease.on(body, "scroll", () => {
    scrolled = true;
    tip.hide();
  });
  lease.on(body, "input", ({ target }) => {
    const node = target.closest(".atlas-card-follower");
    if (node) redraw(node);
  });
  const observer = new ResizeObserver(follow);
  observer.observe(body);
  lease.add(() => observer.disconnect());
  lease.on(close, "click", shut);
  lease.on(body, "click", ({ target }) => {
    const button = target.closest("button");
    const patch = button && cardPatches.get(button);
    if (patch) store.set(patch);
  });
  lease.on(back, "click", () => step(-1));
  lease.on(on, "click", () => step(1));
  lease.on(root, "keydown", (event) => {
    if (event.key !== "Escape" || pane.hidden || event.defaultPrevented) return;
    event.preventDefault();
    shut();
  });
  // Enter in a lane: read on in the card, and Escape leads back to the lane.
  lease.on(root, "atlas-read-card", () => {
    if (pane.hidden) return;
    opener = document.activeElement;
    title.focus({ preventScroll: true });
  });

  const later = afterRedraw(view.root, lease, follow);
  let cursors = store.state.cursors;
  lease.add(store.subscribe((state, changed) => {
    if (changed.has("cursors")) {
      const before = cursors;
      cursors = state.cursors;
      const differ = atlas.articles.filter(({ id }) => cursors[id] !== before[id]);
      if (differ.length === 1) moved = differ[0].id;
    }
    // While time plays the card follows, and the focus stays where the reader put it.
    const quiet = Boolean(state.playing) || changed.has("playing");
    const matched = state.event ? store.shown.get(state.event) : undefined;
    if (SHOWN_BY.some((name) => changed.has(name)) || matched !== shownMatch) show(state, quiet);
    else if (state.event && changed.has("cursors")) drawSteps(atlas.event[state.event]);
    if (pane.hidden || !state.about) return;
    if (FILTERS.some((name) => changed.has(name))) follow();
    else if (TIME.some((name) => changed.has(name))) later();
  }));
  show(store.state);
  return lease.end;
}

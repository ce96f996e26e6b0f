// The card's way on: from event to event along an article's lane, or through a story.
import { el } from "../base/index.js";
import { orderHappened, reachedStops, storyOf, storyPlace } from "../rules/index.js";
import { moveToStop } from "../state/index.js";

const BY_LANE = "";

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

// Where an event stands in a story, or in the order of its article.
function placeOf({ atlas, store }, event, moved) {
  const story = storyOf(atlas, store.state.story);
  if (story) return { story, order: story.ids, index: story.ids.indexOf(event.id) };
  const article = articleOf(atlas, event, moved);
  const order = article ? orderHappened(atlas, article) : [];
  return { article, order, index: order.indexOf(event.id) };
}

// Step through the article; its cursor comes along if it stands here or has yet to get there.
function step(view, moved, by) {
  const { atlas, store } = view;
  const { state } = store;
  const { story, article, order, index } = placeOf(view, atlas.event[state.event], moved);
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

// {node, draw(event), follow(cursors)}; `storyChoice` makes what chooses the order of the steps.
export function cardSteps(view, lease, storyChoice) {
  const { atlas, store } = view;
  const node = el("nav", "atlas-card-steps", null, { "aria-label": "Events of this article" });
  const back = el("button", "atlas-card-step", "‹ Previous", { type: "button" });
  const at = el("span", "atlas-card-at");
  const on = el("button", "atlas-card-step", "Next ›", { type: "button" });
  const stories = storyChoice(view, lease, BY_LANE);
  node.append(back, at, on, stories.node);
  /** @type {string | null} */
  let moved = null;
  let { cursors } = store.state;
  lease.on(back, "click", () => step(view, moved, -1));
  lease.on(on, "click", () => step(view, moved, 1));

  return {
    node,
    draw(event) {
      const { story, article, order, index } = event ? placeOf(view, event, moved)
        : { order: [], index: -1 };
      node.hidden = !event || (!story && (index < 0 || order.length < 2));
      stories.choose(story ? store.state.story : BY_LANE);
      if (node.hidden) return;
      back.disabled = index <= 0;
      on.disabled = index < 0 || index === order.length - 1;
      if (!story) at.textContent = `${placeText(article, order, index)}, ${article.publisher}`;
      else at.textContent = index < 0 ? "Not in this story" : storyPlace(story, event.id);
    },
    // The article that was moved alone is the one to go on in.
    follow(now) {
      const before = cursors;
      cursors = now;
      const differ = atlas.articles.filter(({ id }) => now[id] !== before[id]);
      if (differ.length === 1) moved = differ[0].id;
    },
  };
}

// Buttons that lead to a card, and the parts of one that follow the store.
import { bulletList, el, httpUrl, sayLine, traced, traceOf } from "../base/index.js";
import { eventTimeText, passageText, publishedText, whenText } from "../rules/index.js";
/** @import { Atlas, AtlasEvent, Patch, State } from "../types.js" */
/** @import { ArticleRow, Id, MentionRow, RouteRow, SourceText } from "../base/payload.js" */

/**
 * @param {Pick<ArticleRow, "publisher" | "url">} article
 * @returns {HTMLElement}
 */
export function articleLink(article) {
  const href = httpUrl(article.url);
  if (!href) return el("span", "atlas-card-noaddress", "no address known");
  const label = `Open the article at ${article.publisher} in a new tab`;
  return el("a", "atlas-card-link", "Open the article", { href, target: "_blank",
    rel: "noopener noreferrer", "aria-label": label });
}

/**
 * @param {Atlas} atlas
 * @param {Id} sideId
 * @returns {HTMLElement}
 */
export function sideChip(atlas, sideId) {
  const side = atlas.side[sideId];
  const chip = el("span", "atlas-card-chip", null, { "aria-hidden": "true" });
  if (side) chip.style.setProperty("--atlas-side", side.color);
  return chip;
}

/**
 * What a button tells the store; the card listens once for all of them.
 * @type {WeakMap<Element, Patch>}
 */
export const cardPatches = new WeakMap();

/**
 * @param {string} text
 * @param {Patch} patch
 * @returns {HTMLButtonElement}
 */
export function opener(text, patch) {
  const button = el("button", "atlas-card-open", text, { type: "button" });
  cardPatches.set(button, patch);
  return button;
}

/** @type {(event: AtlasEvent) => HTMLButtonElement} */
export const eventOpener = (event) => traced(
  opener(event.title, { event: event.id, about: null }), traceOf(event, "title"), event.claims);

/** @type {(kind: string, id: Id, text: string) => HTMLButtonElement} */
export const aboutOpener = (kind, id, text) => opener(text, { about: { kind, id }, event: null });

/** @type {(route: RouteRow) => HTMLButtonElement} */
export const routeOpener = (route) => traced(aboutOpener("route", route.id, route.name),
  traceOf(route, "name"), route.claims);

/**
 * When an event was, as the map says it now; the day of the first report on it we work out.
 * @param {Atlas} atlas
 * @param {AtlasEvent} event
 * @param {State} state
 * @param {keyof HTMLElementTagNameMap} [tag]
 * @param {string} [className]
 * @returns {HTMLElement | null}
 */
export function whenLine(atlas, event, state, tag, className) {
  const text = eventTimeText(atlas, event, state);
  const field = text === whenText(event, state) ? "when" : "reported";
  return sayLine(text, traceOf(event, field, state), event.claims, tag, className);
}

/**
 * A part of a card that follows what is shown while the card is open: `draw` fills `node` and is
 * called again as that changes, as the card's width does, and on input within.
 * @type {WeakMap<Element, (node: HTMLElement) => void>}
 */
export const cardFollowers = new WeakMap();

/**
 * @param {string} className
 * @param {(node: HTMLElement) => void} draw
 * @returns {HTMLElement}
 */
export function cardFollower(className, draw) {
  const node = el("div", `atlas-card-follower ${className}`);
  cardFollowers.set(node, draw);
  return node;
}

/**
 * "The Guardian, 18 May 2017, paragraph 2" and its link, for a place's or zone's mentions.
 * @param {Atlas} atlas
 * @param {{ mentions?: MentionRow[], trace?: Record<string, SourceText> }} thing
 * @returns {HTMLElement | null}
 */
export function mentionList(atlas, { mentions, trace }) {
  /** @type {Map<Id, string[]>} */
  const byArticle = new Map();
  for (const mention of mentions || []) {
    const { article } = mention;
    if (!atlas.article[article]) continue;
    byArticle.set(article, [...(byArticle.get(article) || []), passageText(mention)]);
  }
  return bulletList([...byArticle].map(([id, passages]) => {
    const article = atlas.article[id];
    const text = `${article.publisher}, ${publishedText(article)}: ${passages.join(", ")}. `;
    return [sayLine(text, traceOf({ trace }, "passages"), null, "span"), articleLink(article)];
  }));
}

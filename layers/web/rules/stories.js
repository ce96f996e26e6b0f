// Stories: an article, or all of them, walked through event by event, as told or as it happened.
import { inTime } from "./time-order.js";
/** @import { Atlas, Story, StoryOrder } from "../types.js" */
/** @import { ArticleRow, Id } from "../base/payload.js" */

const ALL = "all";
/** @type {Record<StoryOrder, string>} */
const ORDERS = { happened: "as it happened", told: "as told" };

/** @type {(ids: Id[]) => Id[]} */
const unique = (ids) => [...new Set(ids)];

/**
 * An article's events in the order of time: its stops, then what it leaves undated.
 * @param {Atlas} atlas
 * @param {ArticleRow} article
 * @returns {Id[]}
 */
export function orderHappened(atlas, article) {
  const undated = atlas.events.filter((event) =>
    event.articles.includes(article.id) && !article.stops.includes(event.id));
  return [...article.stops, ...undated.map(({ id }) => id)];
}

/** @type {(atlas: Atlas) => Id[]} */
const allHappened = (atlas) => [...atlas.events].sort(inTime).map(({ id }) => id);

/**
 * {order, ids, happened, told} of a story's id "ARTICLE.told", "all.happened"; null where there is none.
 * @param {Atlas} atlas
 * @param {string | null | undefined} id
 * @returns {Story | null}
 */
export function storyOf(atlas, id) {
  const [of, ...rest] = (id || "").split(".");
  const order = rest.join(".");
  const articles = atlas.articles.filter((article) => of === ALL || article.id === of);
  if (!Object.keys(ORDERS).includes(order) || !articles.length) return null;
  const happened = of === ALL ? allHappened(atlas) : orderHappened(atlas, articles[0]);
  const told = unique(articles.flatMap((article) => article.told));
  return { order: /** @type {StoryOrder} */ (order), ids: order === "told" ? told : happened, happened, told };
}

/**
 * What can be chosen, in the order of publication, the whole collection first.
 * @type {(atlas: Atlas) => { id: string, label: string }[]}
 */
export const storyChoices = (atlas) => [{ id: ALL, publisher: "All articles" }, ...atlas.articles]
  .flatMap(({ id, publisher }) => Object.entries(ORDERS).map(([order, text]) =>
    ({ id: `${id}.${order}`, label: `${publisher}, ${text}` })));

/**
 * "5 of 28 as told; 12th as it happened": where an event stands in both orders.
 * @param {Story} story
 * @param {Id} event
 * @returns {string}
 */
export function storyPlace(story, event) {
  const other = story.order === "told" ? "happened" : "told";
  const at = story.ids.indexOf(event) + 1;
  const elsewhere = story[other].indexOf(event) + 1;
  return `${at} of ${story.ids.length} ${ORDERS[story.order]}; ` +
    `number ${elsewhere} ${ORDERS[other]}`;
}

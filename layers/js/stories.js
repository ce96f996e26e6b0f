// Stories: an article, or all of them, walked through event by event, as told or as it happened.
(function (A) {
  "use strict";

  const ALL = "all";
  const ORDERS = { happened: "as it happened", told: "as told" };

  const unique = (ids) => [...new Set(ids)];

  // An article's events in the order of time: its stops, then what it leaves undated.
  A.orderHappened = function (atlas, article) {
    const undated = atlas.events.filter((event) =>
      event.articles.includes(article.id) && !article.stops.includes(event.id));
    return [...article.stops, ...undated.map(({ id }) => id)];
  };

  const allHappened = (atlas) => [...atlas.events].sort(A.inTime).map(({ id }) => id);

  // {order, ids, happened, told} of a story's id "ARTICLE.told", "all.happened"; null where there is none.
  A.story = function (atlas, id) {
    const [of, order] = (id || "").split(".");
    const articles = atlas.articles.filter((article) => of === ALL || article.id === of);
    if (!Object.keys(ORDERS).includes(order) || !articles.length) return null;
    const happened = of === ALL ? allHappened(atlas) : A.orderHappened(atlas, articles[0]);
    const told = unique(articles.flatMap((article) => article.told));
    return { order, ids: order === "told" ? told : happened, happened, told };
  };

  // What can be chosen, in the order of publication, the whole collection first.
  A.stories = (atlas) => [{ id: ALL, publisher: "All articles" }, ...atlas.articles]
    .flatMap(({ id, publisher }) => Object.entries(ORDERS).map(([order, text]) =>
      ({ id: `${id}.${order}`, label: `${publisher}, ${text}` })));

  // Begin a story, or go on with it from an event: nothing is held back by the lanes.
  A.tell = function (view, id, event) {
    const found = A.story(view.atlas, id);
    if (!found) return;
    const at = found.ids.includes(event) ? event : found.ids[0];
    view.store.set({ story: id, cursors: {}, imported_until: null, event: at, current: at, about: null });
  };

  // "5 of 28 as told; 12th as it happened": where an event stands in both orders.
  A.storyPlace = function (story, event) {
    const other = story.order === "told" ? "happened" : "told";
    const at = story.ids.indexOf(event) + 1;
    const elsewhere = story[other].indexOf(event) + 1;
    return `${at} of ${story.ids.length} ${ORDERS[story.order]}; ` +
      `number ${elsewhere} ${ORDERS[other]}`;
  };
})((globalThis.CorridorAtlas ??= {}));

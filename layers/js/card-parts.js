// The wording and the small pieces every card is made of: rows, lists, links, passages, buttons.
(function (A) {
  "use strict";

  const KM_PER_MILE = 1.609344;
  const STEPS = [500, 200, 100, 50, 20, 10, 5, 2, 1];
  const FINER_IN_MILES = 4;

  const stepOf = (most) => STEPS.find((step) => step <= most) || STEPS.at(-1);
  const toStep = (value, step) => Math.floor(value / step + 0.5) * step;

  const card = (A.cardParts = {});

  card.standingText = (atlas, id) => (atlas.standing[id] ? atlas.standing[id].label : id);

  card.sentence = (text) => (text ? text[0].toUpperCase() + text.slice(1) : "");

  // "12 km (7 miles)": as coarse as the figures are; one decimal only below two. From or to an area
  // "about 200 km (120 miles)": in steps no finer than its radius. Twin of geo/distance.py.
  card.distanceText = function (km, area_km = 0) {
    const rounded = (value) =>
      value.toLocaleString("en-GB", { maximumFractionDigits: value < 2 ? 1 : 0 });
    const inMiles = (number) => `${number} mile${number === "1" ? "" : "s"}`;
    if (!area_km) return `${rounded(km)} km (${inMiles(rounded(km / KM_PER_MILE))})`;
    const step_km = stepOf(area_km);
    const near_km = toStep(km, step_km);
    const shown_km = near_km || step_km;
    const miles = toStep(shown_km / KM_PER_MILE, stepOf(step_km / FINER_IN_MILES));
    return `${near_km ? "about" : "less than"} ${rounded(shown_km)} km (${inMiles(rounded(miles))})`;
  };

  card.areaOf = (atlas, id) => atlas.place[id]?.area_km || 0;
  card.unsureOf = (atlas, id) => Math.max(atlas.place[id]?.uncertainty_km || 0, card.areaOf(atlas, id));

  // Where in its article a claim or a mention stands: "paragraph 7".
  card.passageText = ({ passage, locus }) => passage || locus || "";

  // Only http and https become links; anything else stays text.
  card.httpUrl = function (url) {
    try {
      const parsed = new URL(url);
      return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null;
    } catch {
      return null;
    }
  };

  card.articleLink = function (article) {
    const href = card.httpUrl(article.url);
    if (!href) return A.el("span", "atlas-card-noaddress", "no address known");
    const label = `Open the article at ${article.publisher} in a new tab`;
    return A.el("a", "atlas-card-link", "Open the article", { href, target: "_blank",
      rel: "noopener noreferrer", "aria-label": label });
  };

  card.publishedText = (article) =>
    article.published_text || A.dayText(article.published_on) || "day unknown";

  card.section = function (title, ...content) {
    const kept = content.flat().filter(Boolean);
    if (!kept.length) return null;
    const section = A.el("section", "atlas-card-section");
    section.append(A.el("h3", "atlas-card-heading", title), ...kept);
    return section;
  };

  // A sentence and who stands behind it; nothing where nothing is said.
  card.say = (text, trace, claims, tag = "p", className = "") =>
    (text ? A.traced(A.el(tag, className, text), trace, claims) : null);

  // A term, a text or an element, and what is said of it; nothing where nothing is known.
  card.facts = function (pairs) {
    const list = A.el("dl", "atlas-card-facts");
    for (const [term, ...said] of pairs) {
      const kept = said.flat().filter(Boolean);
      if (!kept.length) continue;
      const value = A.el("dd");
      for (const one of kept) {
        value.append(typeof one === "string" ? A.el("p", "", one) : one);
      }
      const name = A.el("dt");
      name.append(term);
      list.append(name, value);
    }
    return list.childElementCount ? list : null;
  };

  card.note = (text) => (text ? A.el("p", "atlas-card-note", text) : null);

  card.chip = function (atlas, sideId) {
    const side = atlas.side[sideId];
    const chip = A.el("span", "atlas-card-chip", null, { "aria-hidden": "true" });
    if (side) chip.style.setProperty("--atlas-side", side.color);
    return chip;
  };

  // What a button tells the store; the card listens once for all of them.
  card.patches = new WeakMap();

  card.opener = function (text, patch) {
    const button = A.el("button", "atlas-card-open", text, { type: "button" });
    card.patches.set(button, patch);
    return button;
  };

  card.eventOpener = (event) => A.traced(
    card.opener(event.title, { event: event.id, about: null }), A.traceOf(event, "title"), event.claims);

  card.aboutOpener = (kind, id, text) => card.opener(text, { about: { kind, id }, event: null });

  card.routeOpener = (route) => A.traced(card.aboutOpener("route", route.id, route.name),
    A.traceOf(route, "name"), route.claims);

  // When an event was, as the map says it now; the day of the first report on it we work out.
  card.when = function (atlas, event, state, tag, className) {
    const text = A.eventTimeText(atlas, event, state);
    const field = text === A.whenText(event, state) ? "when" : "reported";
    return card.say(text, A.traceOf(event, field, state), event.claims, tag, className);
  };

  // A part of a card that follows what is shown while the card is open: `draw` fills `node` and is
  // called again as that changes, as the card's width does, and on input within.
  card.followers = new WeakMap();

  card.follower = function (className, draw) {
    const node = A.el("div", `atlas-card-follower ${className}`);
    card.followers.set(node, draw);
    return node;
  };

  card.list = function (items, className) {
    const list = A.el("ul", `atlas-card-list ${className || ""}`.trim());
    for (const item of items) {
      const row = A.el("li");
      row.append(...[item].flat().filter(Boolean));
      list.append(row);
    }
    return items.length ? list : null;
  };

  // "The Guardian, 18 May 2017, paragraph 2" and its link, for a place's or zone's mentions.
  card.mentions = function (atlas, { mentions, trace }) {
    const byArticle = new Map();
    for (const mention of mentions || []) {
      const { article } = mention;
      if (!atlas.article[article]) continue;
      byArticle.set(article, [...(byArticle.get(article) || []), card.passageText(mention)]);
    }
    return card.list([...byArticle].map(([id, passages]) => {
      const article = atlas.article[id];
      const text = `${article.publisher}, ${card.publishedText(article)}: ${passages.join(", ")}. `;
      return [card.say(text, A.traceOf({ trace }, "passages"), null, "span"), card.articleLink(article)];
    }));
  };
})((globalThis.CorridorAtlas ??= {}));

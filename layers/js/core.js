// The namespace every part of the map shares: elements made from text, days as whole numbers.
(function (A) {
  "use strict";

  const DAY_MS = 86400000;
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December"];
  const SVG = "http://www.w3.org/2000/svg";

  // ISO day to whole days since 1970-01-01, null for nothing stated.
  A.day = function (iso) {
    if (!iso) return null;
    const [year, month, day] = iso.split("-").map(Number);
    return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS);
  };

  A.isoDay = function (day) {
    return day === null ? null : new Date(day * DAY_MS).toISOString().slice(0, 10);
  };

  // "18 May 2017", the form used everywhere on the page.
  A.dayText = function (iso) {
    if (!iso) return "";
    const [year, month, day] = iso.split("-").map(Number);
    return `${day} ${MONTHS[month - 1]} ${year}`;
  };

  // The reader's own day, ISO.
  A.today = function () {
    const now = new Date();
    return A.isoDay(Math.floor((now.getTime() - now.getTimezoneOffset() * 60000) / DAY_MS));
  };

  // An element whose content is text. The only way data reaches the page.
  A.el = function (tag, className, text, attributes) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined && text !== null) element.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : String(value));
      }
    }
    return element;
  };

  A.svg = function (tag, attributes) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      element.setAttribute(name, String(value));
    }
    return element;
  };

  // Touch an element only where something changes: a step is one frame.
  A.change = function (element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  A.hide = function (element, isHidden) {
    if (element.hidden !== isHidden) element.hidden = isHidden;
  };

  A.write = function (element, text) {
    if (element.textContent !== text) element.textContent = text;
  };

  // Listeners, timers and observers of one part, all taken back by one call.
  A.lease = function () {
    const ends = [];
    return {
      on(target, type, handler, options) {
        target.addEventListener(type, handler, options);
        ends.push(() => target.removeEventListener(type, handler, options));
      },
      add(end) {
        if (end) ends.push(end);
      },
      end() {
        while (ends.length) ends.pop()();
      },
    };
  };

  // Index of the last of sorted `rows` whose `key` is at most `value`, -1 for none.
  A.lastAtMost = function (rows, value, key = (row) => row) {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (key(rows[middle]) <= value) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  const numbered = (rows) => Object.fromEntries(rows.map((row) => [row.id, row]));

  function daysOf(span) {
    return {
      lasted: span.lasted,
      dated: span.dated,
      coreFirst: A.day(span.core[0]),
      coreLast: A.day(span.core[1]),
      hullFirst: A.day(span.hull[0]),
      hullLast: A.day(span.hull[1]),
    };
  }

  // The payload with look-ups by id and days as numbers, made once for a dataset.
  A.prepare = function (payload) {
    // What is worked out of it when first asked for stands beside it.
    const atlas = Object.assign({ totals: {}, childrenOf: {}, actingLeaves: {} }, payload);
    atlas.event = numbered(payload.events);
    atlas.actor = numbered(payload.actors);
    atlas.place = numbered(payload.places);
    atlas.route = numbered(payload.routes);
    atlas.zone = numbered(payload.zones);
    atlas.article = numbered(payload.articles);
    atlas.side = numbered(payload.sides);
    atlas.type = numbered(payload.types);
    atlas.standing = numbered(payload.standings);
    atlas.backing = numbered(payload.backings);
    atlas.status = numbered(payload.statuses);
    for (const route of payload.routes) {
      route.parts = A.routeParts(atlas, route);
      route.events = payload.events.filter(({ routes }) => routes.includes(route.id)).map(({ id }) => id);
    }
    atlas.stopOf = {};
    for (const article of payload.articles) {
      atlas.stopOf[article.id] = Object.fromEntries(article.stops.map((id, index) => [id, index]));
    }
    for (const event of payload.events) {
      event.days = daysOf(event.span);
      event.statedDays = daysOf(event.stated_span);
      event.counting = A.countingParts(atlas, event);
    }
    for (const turn of payload.turns) {
      turn.days = daysOf(turn.span);
      turn.statedDays = daysOf(turn.stated_span);
    }
    return atlas;
  };

  // Named as one: a side is our grouping, and may be called as an actor in it is.
  A.sideText = ({ label }) => `Side: ${label}`;
  A.actorSideText = ({ actors_label: label }) => `Side: ${label}`;
})((globalThis.CorridorAtlas ??= {}));

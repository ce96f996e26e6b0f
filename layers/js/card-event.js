// The card of one event: what, when, where, who, how many, and every claim behind it.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const SAID = new Set(["statement", "policy", "warning", "background", "planned-operation"]);
  const ROLES = [
    ["initiator", "Carried out by"],
    ["target", "Aimed at"],
    ["supported", "Backed"],
    ["claimant", "Claimed by"],
    ["blamed", "Blamed on"],
    ["approved", "Approved by"],
    ["relayed", "Passed on by"],
  ];
  const RELATIONS = { "part-of": "Part of", "response-to": "In response to",
    realises: "Carries out", "follows-up": "Follows" };
  const REVERSED = { "part-of": "Includes", "response-to": "Answered by",
    realises: "Carried out by", "follows-up": "Followed by" };
  const PRECISION = { exact: "at this place", near: "near this place",
    region: "somewhere in this area" };

  function whenFacts(event, state) {
    const texts = (event.claims || []).map(({ says_when: text }) => text).filter(Boolean);
    const said = [...new Set(texts)];
    const words = said.map((text) => `“${text}”`).join(", ");
    const shownBasis = state.stated_only ? null : event.date_basis;
    return [
      A.el("p", "atlas-card-strong", A.whenText(event, state)),
      words ? `In the ${event.articles.length > 1 ? "articles'" : "article's"} words: ${words}`
        : null,
      shownBasis && shownBasis !== "stated" ? `Day: ${card.basisText(shownBasis)}` : null,
      state.stated_only && event.date_basis !== "stated" ? null : event.date_note,
    ];
  }

  // Why nothing is drawn for an event, in words.
  function unmarkedText(event, stated) {
    if (stated && (event.mark || event.path)) {
      return "No mark: the articles alone do not say where.";
    }
    if (event.count > 1) return "No mark of its own: several incidents reported together.";
    return "No mark on the map.";
  }

  function whereFacts(atlas, event, state) {
    const stated = state.stated_only;
    const place = atlas.place[stated ? event.stated_place : event.place];
    const mark = stated ? event.stated_mark : event.mark;
    const path = stated ? event.stated_path : event.path;
    const asUsual = !stated || event.stated_place === event.place;
    const where = A.el("p", "atlas-card-strong");
    if (place) {
      where.append(card.aboutOpener("place", place.id, asUsual && event.where || place.name));
    } else {
      where.textContent = asUsual && event.where || "no place stated";
    }
    const surely = [PRECISION[event.precision],
      event.uncertainty_km ? `within about ${card.distanceText(event.uncertainty_km)}` : null];
    const along = (event.path_places || []).map((id) => atlas.place[id]).filter(Boolean);
    return [
      where,
      place && asUsual ? card.sentence(surely.filter(Boolean).join(", ")) : null,
      !mark && !path && (place || event.mark || event.path) ? unmarkedText(event, stated) : null,
      path && along.length > 1 ? `By way of ${along.map(({ name }) => name).join(" · ")}` : null,
    ];
  }

  function roleFacts(atlas, event) {
    return ROLES.map(([role, label]) => {
      const members = (event.roles || []).filter((one) => one.role === role);
      const term = role === "initiator" && SAID.has(event.type) ? "By" : label;
      return [term, members.map(({ name, side }) => {
        const line = A.el("p", "atlas-card-actor");
        line.append(card.chip(atlas, side), A.el("span", "", name));
        const group = atlas.side[side];
        if (group && group.label !== name) {
          line.append(" ", A.el("span", "atlas-card-side", group.label));
        }
        return line;
      })];
    });
  }

  // Relations both ways: what this event names, and what names it.
  function related(atlas, event) {
    const own = (event.relations || []).map(({ relation, event: id }) => [RELATIONS[relation], id]);
    const others = atlas.events.flatMap((other) => (other.relations || [])
      .filter(({ event: id }) => id === event.id)
      .map(({ relation }) => [REVERSED[relation], other.id]));
    const rows = [...own, ...others].filter(([, id]) => atlas.event[id]);
    return card.list(rows.map(([label, id]) => [
      A.el("span", "atlas-card-relation", `${label || "Related to"} `),
      card.eventOpener(atlas.event[id]),
    ]));
  }

  // {kicker, title, body} of an event's card.
  A.eventCard = function (view, event) {
    const { atlas, store } = view;
    const { state } = store;
    const kicker = A.el("p", "atlas-card-kicker");
    const status = atlas.status[event.status];
    kicker.append(card.chip(atlas, event.side),
      [atlas.type[event.type] ? atlas.type[event.type].label : event.type,
        status ? status.label : event.status].filter(Boolean).join(" · "), " · ",
      A.el("span", `atlas-card-standing atlas-card-standing-${event.standing}`,
        card.standingText(atlas, event.standing)));
    const casualties = (event.casualties || []).map(({ text, source }) =>
      source ? `${text}, according to ${source}` : text);
    const routes = (event.routes || []).map((id) => atlas.route[id]).filter(Boolean)
      .map((route) => card.aboutOpener("route", route.id, route.name));
    const match = store.shown.get(event.id);
    const body = [
      event.summary ? A.el("p", "atlas-card-summary", event.summary) : null,
      match ? null : card.note("Not among the events shown now: the filters, the days or the " +
        "articles' positions leave it out."),
      match === "possible" ? card.note("May lie outside the days shown.") : null,
      card.facts([
        ["When", whenFacts(event, state)],
        ["Where", whereFacts(atlas, event, state)],
        ...roleFacts(atlas, event),
        ["Casualties", casualties],
        ["How many", event.count > 1 ? `${event.count} incidents, reported together` : null],
        ["Routes", routes],
      ]),
      card.section("Related events", related(atlas, event)),
      card.claims(atlas, event.claims),
    ];
    return { kicker, title: event.title, body: body.filter(Boolean) };
  };
})((globalThis.CorridorAtlas ??= {}));

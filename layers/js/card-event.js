// The card of one event: what, when, where, who, how many, and every claim behind it.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const ROLES = ["initiator", "partner", "target", "supported", "consulted", "claimant", "blamed",
    "approved", "relayed"];
  const RELATIONS = { "part-of": "Part of", "response-to": "In response to",
    realises: "Carries out", "follows-up": "Follows" };
  const REVERSED = { "part-of": "Includes", "response-to": "Led to",
    realises: "Carried out by", "follows-up": "Followed by" };
  const PRECISION = { exact: "at this place", near: "near this place",
    region: "somewhere in this area" };

  function whenFacts(view, event, state) {
    const texts = (event.claims || []).map(({ says_when: text }) => text).filter(Boolean);
    const said = [...new Set(texts)];
    const words = said.map((text) => `“${text}”`).join(", ");
    const shownBasis = state.stated_only ? null : event.date_basis;
    return [
      A.el("p", "atlas-card-strong", A.eventTimeText(view.atlas, event, state)),
      words ? `In the ${event.articles.length > 1 ? "articles'" : "article's"} words: ${words}`
        : null,
      shownBasis && shownBasis !== "stated" ? `Day: ${card.basisText(shownBasis)}` : null,
      state.stated_only && event.date_basis !== "stated" ? null : event.date_note,
    ];
  }

  // Why nothing is drawn for an event, in words.
  card.unmarkedText = function (event, stated) {
    if (stated && (event.mark || event.path)) {
      return "No mark: the articles alone do not say where.";
    }
    if (event.count > 1) return "No mark of its own: several incidents reported together.";
    return "No mark on the map.";
  };

  // A field, or its form under "only what the articles say" where the payload has one.
  const held = (card.held = (event, name, state) =>
    (state.stated_only && event[`stated_${name}`] !== undefined ? event[`stated_${name}`]
      : event[name]));

  const COURSE = /^(?:from|via|to) /;

  // How surely the mark stands where it stands; a course or a plan has no radius.
  function surenessText(event, path, state) {
    if (path || COURSE.test(held(event, "where", state) || "")) return "Course not stated";
    const km = event.planned ? null : held(event, "uncertainty_km", state);
    const within = km ? `within about ${card.distanceText(km)}` : null;
    return card.sentence([PRECISION[event.precision], within].filter(Boolean).join(", "));
  }

  // Where the mark's position comes from, as it is told of the day.
  function positionFacts(event, path, state) {
    const basis = held(event, "place_basis", state);
    if (!basis) return [];
    const known = card.basisText(basis);
    const source = held(event, "place_source", state);
    const from = source && !source.startsWith(known) ? `${known} (${source})` : known;
    return [`${path ? "Mark at its end; position" : "Position"}: ${from}`,
      held(event, "place_note", state)];
  }

  // The row on where an event was, or on what it is about: its subject is not its place.
  function whereRow(atlas, event, state) {
    const stated = state.stated_only;
    const place = atlas.place[held(event, "place", state)];
    const mark = held(event, "mark", state);
    const path = held(event, "path", state);
    const text = held(event, "where", state) || "no place stated";
    const [, subject] = /^(?:about|concerns:?) (.*)$/i.exec(text) || [];
    const where = A.el("p", "atlas-card-strong");
    if (place) where.append(card.aboutOpener("place", place.id, text));
    else where.textContent = subject || text;
    const along = (held(event, "path_places", state) || []).map((id) => atlas.place[id])
      .filter(Boolean);
    return [subject ? "Concerns" : "Where", [
      where,
      mark || path ? surenessText(event, path, state) : null,
      ...(mark ? positionFacts(event, path, state) : []),
      !mark && !path && (place || event.mark || event.path) ? card.unmarkedText(event, stated) : null,
      path && along.length > 1 && !COURSE.test(text) ? `By way of ${along.map(({ name }) => name).join(" · ")}` : null,
    ]];
  }

  // [label, those who have it], in the order of the roles: who did it before who is blamed.
  card.byRole = function (event) {
    const rows = new Map();
    const roles = [...(event.roles || [])]
      .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
    for (const one of roles) {
      const term = one.label || card.sentence(one.role);
      rows.set(term, [...(rows.get(term) || []), one]);
    }
    return [...rows];
  };

  function roleRows(atlas, event) {
    return card.byRole(event).map(([term, all]) => [term, ...all.map(({ actor, name, side }) => {
      const line = A.el("p", "atlas-card-actor");
      line.append(card.chip(atlas, side), card.aboutOpener("actor", actor, name));
      const group = atlas.side[side];
      if (group && group.label !== name) {
        line.append(" ", A.el("span", "atlas-card-side", group.label));
      }
      return line;
    })]);
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
    const kicker = A.el("p", "atlas-card-kicker atlas-card-kicker-event");
    const kind = A.el("span");
    const status = atlas.status[event.status];
    kind.append(card.chip(atlas, event.side),
      [atlas.type[event.type] ? atlas.type[event.type].label : event.type,
        status ? status.label : event.status].filter(Boolean).join(" · "));
    kicker.append(kind, " ",
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
        ["When", whenFacts(view, event, state)],
        whereRow(atlas, event, state),
        ...roleRows(atlas, event),
        ["Casualties", casualties],
        ["How many", event.count > 1 ? `${event.count} incidents, reported together` : null],
        ["Routes", routes],
        ["Note", event.note],
      ]),
      card.section("Related events", related(atlas, event)),
      card.claims(atlas, event.claims, event),
      card.differences(atlas, event),
    ];
    return { kicker, title: event.title, body: body.filter(Boolean) };
  };
})((globalThis.CorridorAtlas ??= {}));

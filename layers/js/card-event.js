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

  // A sentence of an event's card and who stands behind it.
  const say = (event, field, state, text = held(event, field, state)) =>
    card.say(text, A.traceOf(event, field, state), event.claims);

  function whenFacts(view, event, state) {
    return [
      card.when(view.atlas, event, state, "p", "atlas-card-strong"),
      say(event, "words", state),
      held(event, "day_basis", state),
      state.stated_only && event.date_basis !== "stated" ? null : say(event, "date_note", state),
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

  // The row on where an event was, or on what it is about: its subject is not its place.
  function whereRow(atlas, event, state) {
    const stated = state.stated_only;
    const place = atlas.place[held(event, "place", state)];
    const mark = held(event, "mark", state);
    const path = held(event, "path", state);
    const text = held(event, "where", state) || "no place stated";
    const [, subject] = /^(?:about|concerns:?) (.*)$/i.exec(text) || [];
    const where = A.el("p", "atlas-card-strong");
    A.traced(where, A.traceOf(event, "where", state), event.claims);
    if (place) where.append(card.aboutOpener("place", place.id, text));
    else where.textContent = subject || text;
    return [subject ? "Concerns" : "Where", [
      where,
      held(event, "sureness", state),
      say(event, "position", state),
      mark ? say(event, "place_note", state) : null,
      !mark && !path && (place || event.mark || event.path) ? card.unmarkedText(event, stated) : null,
      say(event, "way", state),
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
    const termOf = (term, all) => A.tracedBy(A.el("span", "", term), all.map(({ trace }) => trace || "ours"));
    return card.byRole(event).map(([term, all]) => [termOf(term, all), ...all.map(({ actor, name, side, trace }) => {
      const line = A.el("p", "atlas-card-actor");
      line.append(card.chip(atlas, side), A.traced(card.aboutOpener("actor", actor, name), trace, event.claims));
      const group = atlas.side[side];
      if (group && group.actors_label !== name) {
        line.append(" ", A.el("span", "atlas-card-side", A.actorSideText(group)));
      }
      return line;
    })]);
  }

  // Relations both ways: what this event names, and what names it.
  function related(atlas, event) {
    const own = (event.relations || [])
      .map(({ relation, event: id, trace }) => [RELATIONS[relation], id, trace]);
    const others = atlas.events.flatMap((other) => (other.relations || [])
      .filter(({ event: id }) => id === event.id)
      .map(({ relation, trace }) => [REVERSED[relation], other.id, trace]));
    const rows = [...own, ...others].filter(([, id]) => atlas.event[id]);
    return card.list(rows.map(([label, id, trace]) => [
      card.say(`${label || "Related to"} `, trace, null, "span", "atlas-card-relation"),
      card.eventOpener(atlas.event[id]),
    ]));
  }

  // {kicker, title, body} of an event's card.
  A.eventCard = function (view, event) {
    const { atlas, store } = view;
    const { state } = store;
    const kicker = A.el("p", "atlas-card-kicker atlas-card-kicker-event");
    const kind = A.el("span");
    kind.append(card.chip(atlas, event.side), event.kind_text);
    A.traced(kind, A.traceOf(event, "kind"), event.claims);
    kicker.append(kind, " ", card.say(card.standingText(atlas, event.standing), A.traceOf(event, "standing"),
      event.claims, "span", `atlas-card-standing atlas-card-standing-${event.standing}`));
    const casualties = (event.casualties || []).map(({ said, claim }) => card.say(said, `article ${claim}`));
    const routes = (event.routes || []).map((id) => atlas.route[id]).filter(Boolean)
      .map(card.routeOpener);
    const match = store.shown.get(event.id);
    const body = [
      card.say(event.summary, A.traceOf(event, "summary"), event.claims, "p", "atlas-card-summary"),
      match ? null : card.note("Not among the events shown now: the filters, the days or the " +
        "articles' positions leave it out."),
      match === "possible" ? card.note("May lie outside the days shown.") : null,
      card.facts([
        ["When", whenFacts(view, event, state)],
        whereRow(atlas, event, state),
        ...roleRows(atlas, event),
        ["Casualties", casualties],
        ["How many", say(event, "how_many", state)],
        ["Routes", routes],
        ["Note", event.note],
      ]),
      card.section("Related events", related(atlas, event)),
      card.claims(atlas, event.claims, event),
      card.differences(atlas, event),
    ];
    return { kicker, title: event.title, trace: A.traceOf(event, "title"), claims: event.claims,
      body: body.filter(Boolean) };
  };
})((globalThis.CorridorAtlas ??= {}));

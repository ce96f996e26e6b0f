// The cards of what is no event: an actor, a place, a route, a zone, the shift of the corridor.
(function (A) {
  "use strict";

  const card = A.cardParts;

  const kicker = (text) => A.el("p", "atlas-card-kicker", card.sentence(text));

  const arabic = (name) =>
    (name ? A.el("p", "atlas-card-arabic", name, { lang: "ar", dir: "rtl", "data-kind": "outside" }) : null);

  // What the articles say of a thing itself, apart from any event.
  const said = (atlas, { said: claims }) => card.claims(atlas, claims, {}, "What is said of it");

  const events = (view, test) => card.list(view.atlas.events.filter(test)
    .map((event) => [card.eventOpener(event),
      card.say(` ${A.whenText(event, view.store.state)}`, A.traceOf(event, "when", view.store.state),
        event.claims, "span", "atlas-card-side")]));

  card.isThere = (event, place) => event.place === place.id ||
    (event.places || event.path_places || []).includes(place.id);

  function placeCard(view, place) {
    const { atlas } = view;
    const there = events(view, (event) => card.isThere(event, place));
    const point = Number.isFinite(place.lat) && Number.isFinite(place.lon)
      ? `${place.lat}, ${place.lon} (latitude, longitude)` : null;
    return {
      kicker: kicker(place.kind),
      title: place.name,
      trace: A.traceOf(place, "name"),
      body: [
        arabic(place.name_ar),
        card.facts([
          ["Position", [card.say(point, A.traceOf(place, "position")), ...place.unsure]],
          ["Coordinates", [place.coordinates, place.source]
            .map((text) => card.say(text, A.traceOf(place, "position")))],
          ["Note", place.note],
        ]),
        card.section("Passages that name it", card.mentions(atlas, place) ||
          card.note("None of the five articles names it; it stands here to carry a route.")),
        said(atlas, place),
        card.section("Events there", there),
      ],
    };
  }

  // Each spelling by itself, with the claims on the actor that stand where it is spelled.
  function spellings({ aliases, spelled, trace }) {
    if (!spelled?.length) return null;
    const [, ...claims] = (trace?.name || "").split(" ");
    const line = A.el("p", "atlas-card-spellings");
    line.append(...spelled.map(([at, ...rest]) =>
      card.say(aliases[at], ["article", ...rest.map((one) => claims[one])].join(" "), null, "span")));
    return line;
  }

  function actorCard(view, actor) {
    const { atlas } = view;
    const side = A.el("p", "atlas-card-actor");
    const below = atlas.actors.filter(({ parent }) => parent === actor.id);
    const opener = ({ id, name, trace }) => A.traced(card.aboutOpener("actor", id, name), trace?.name);
    side.append(card.chip(atlas, actor.side), A.el("span", "", atlas.side[actor.side].actors_label));
    return {
      kicker: kicker(actor.kind ? actor.kind.replaceAll("-", " ") : "actor"),
      title: actor.name,
      trace: A.traceOf(actor, "name"),
      body: [
        arabic(actor.name_ar),
        card.facts([
          ["Side", side, "Our grouping for colour, no statement of the articles."],
          ["Part of", atlas.actor[actor.parent] ? opener(atlas.actor[actor.parent]) : null],
          ["Includes", card.list(below.map((one) => [opener(one)]))],
          ["In the articles", spellings(actor)],
          ["Note", actor.note],
        ]),
        said(atlas, actor),
        card.section("Events in which it has a part", events(view, (event) =>
          (event.roles || []).some((one) => one.actor === actor.id))),
      ],
    };
  }

  // Waypoint by waypoint: what joins two places, and on whose word.
  card.legs = function (view, route) {
    const name = (id) => (view.atlas.place[id] ? view.atlas.place[id].name : id);
    return card.list((card.held(route, "legs", view.store.state) || []).map(({ from, to, basis, said, trace }) => [
      A.el("span", `atlas-leg atlas-leg-${basis}`, null, { "aria-hidden": "true" }),
      card.say(`${name(from)} – ${name(to)}`, trace, route.claims, "span", "atlas-leg-name"),
      card.say(` ${said}`, trace, route.claims, "span", "atlas-card-side"),
    ]), "atlas-legs");
  };

  card.routeWhen = (route) => route.when ||
    [...new Set([A.dayText(route.first_day), A.dayText(route.last_day)].filter(Boolean))].join(" to ");

  card.routeLength = (route, state) => card.held(route, "length", state);

  function routeCard(view, route) {
    const { atlas } = view;
    const length = card.routeLength(route, view.store.state);
    const actors = (route.actors || []).flatMap((id, at) => (atlas.actor[id]
      ? [[A.traced(card.aboutOpener("actor", id, atlas.actor[id].name), route.actor_traces?.[at],
        route.claims)]] : []));
    const say = (field, text) => card.say(text, A.traceOf(route, field), route.claims);
    return {
      kicker: A.traced(kicker([route.kind, route.status].filter(Boolean).join(" · ")),
        A.traceOf(route, "kind"), route.claims),
      title: route.name,
      trace: A.traceOf(route, "name"),
      claims: route.claims,
      body: [
        card.note("The line joins waypoints. It is no surveyed road."),
        card.facts([
          ["When", say("when", card.routeWhen(route))],
          ["Who", card.list(actors)],
          ["Length", length ? `${length}, straight from waypoint to waypoint` : null],
          ["Note", route.note],
        ]),
        card.section("Stretches", card.legs(view, route)),
        said(atlas, route),
        card.section("Events on it",
          events(view, (event) => (event.routes || []).includes(route.id))),
        card.nearby(view, route),
        card.claims(atlas, route.claims, {}, route.claims_title),
      ],
    };
  }

  card.zoneFacts = (view, zone) => card.facts([["Source", card.say(zone.source, "outside")],
    ["Note", zone.note || view.atlas.place[zone.id]?.note]]);

  function zoneCard(view, zone) {
    const place = view.atlas.place[zone.id];
    const where = place ? placeCard(view, place) : null;
    return {
      kicker: kicker("zone"),
      title: zone.name,
      trace: place ? A.traceOf(place, "name") : "ours",
      body: [
        card.zoneFacts(view, zone),
        card.section("Passages that name it", card.mentions(view.atlas, place || zone)),
        ...(where ? where.body.slice(-2) : []),
      ],
    };
  }

  // The shift as [term, ...said]: what was reported; what was measured, and between which two places.
  card.shiftFacts = function ({ shift: { said, trace } }) {
    const say = (field) => card.say(said[field], trace[field]);
    return [
      ["Reported", say("reported")],
      ["Measured", [say("southward"), say("straight")]],
      ["Which places", say("pair")],
    ];
  };

  card.shiftTitle = ({ shift }) => shift.said.title;

  function shiftCard(view) {
    const { atlas } = view;
    const { shift } = atlas;
    const courses = atlas.routes.filter(({ layer }) => /^corridor/.test(layer || ""));
    const event = atlas.event[shift.event];
    const claims = (event ? event.claims : courses.flatMap((route) => route.claims || []))
      .filter(({ id }) => !shift.claim || id === shift.claim);
    return {
      kicker: kicker("change of the corridor's course"),
      title: card.shiftTitle(atlas),
      trace: shift.trace.title,
      body: [
        card.facts([
          ...card.shiftFacts(atlas),
          ["Event", event ? card.eventOpener(event) : null],
          ["Courses", courses.map(card.routeOpener)],
        ]),
        ...card.comparison(view),
        card.claims(atlas, claims),
      ],
    };
  }

  // {kicker, title, body} for state.about, or null where there is no such thing.
  A.aboutCard = function (view, about) {
    const { atlas } = view;
    if (about.kind === "imported") return A.importedCard(view, about);
    if (about.kind === "shift") return atlas.shift ? shiftCard(view) : null;
    if (about.kind === "zone") {
      const zone = atlas.zone[about.id];
      return zone ? zoneCard(view, zone) : null;
    }
    if (about.kind === "route") {
      const route = atlas.route[about.id];
      return route ? routeCard(view, route) : null;
    }
    if (about.kind === "actor") {
      const actor = atlas.actor[about.id];
      return actor ? actorCard(view, actor) : null;
    }
    const place = atlas.place[about.id];
    return place ? placeCard(view, place) : null;
  };
})((globalThis.CorridorAtlas ??= {}));

// The cards of what is no event: an actor, a place, a route, a zone, the shift of the corridor.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const EXTENT = { circle: "drawn as the circle in which it lies",
    area: "an area, drawn as a soft circle, not a border", line: "a line",
    none: "not drawn" };

  const kicker = (text) => A.el("p", "atlas-card-kicker", card.sentence(text));

  const arabic = (name) =>
    (name ? A.el("p", "atlas-card-arabic", name, { lang: "ar", dir: "rtl" }) : null);

  // What the articles say of a thing itself, apart from any event.
  const said = (atlas, { said: claims }) => card.claims(atlas, claims, {}, "What is said of it");

  const events = (view, test) => card.list(view.atlas.events.filter(test)
    .map((event) => [card.eventOpener(event),
      A.el("span", "atlas-card-side", ` ${A.whenText(event, view.store.state)}`)]));

  card.isThere = (event, place) => event.place === place.id ||
    (event.places || event.path_places || []).includes(place.id);

  // How surely a place is where it is drawn, and as what.
  card.unsureTexts = (place) => [
    place.uncertainty_km ? `within about ${card.distanceText(place.uncertainty_km)}` : null,
    EXTENT[place.extent]].filter(Boolean).map(card.sentence);

  function placeCard(view, place) {
    const { atlas } = view;
    const there = events(view, (event) => card.isThere(event, place));
    const point = Number.isFinite(place.lat) && Number.isFinite(place.lon)
      ? `${place.lat}, ${place.lon} (latitude, longitude)` : null;
    return {
      kicker: kicker(place.kind),
      title: place.name,
      body: [
        arabic(place.name_ar),
        card.facts([
          ["Position", [point, ...card.unsureTexts(place)]],
          ["Coordinates", [card.sentence(card.basisText(place.basis)), place.source]],
          ["Note", place.note],
        ]),
        card.section("Passages that name it", card.mentions(atlas, place.mentions) ||
          card.note("None of the five articles names it; it stands here to carry a route.")),
        said(atlas, place),
        card.section("Events there", there),
      ],
    };
  }

  function actorCard(view, actor) {
    const { atlas } = view;
    const side = A.el("p", "atlas-card-actor");
    const below = atlas.actors.filter(({ parent }) => parent === actor.id);
    const opener = ({ id, name }) => card.aboutOpener("actor", id, name);
    side.append(card.chip(atlas, actor.side), A.el("span", "", atlas.side[actor.side].label));
    return {
      kicker: kicker(actor.kind ? actor.kind.replaceAll("-", " ") : "actor"),
      title: actor.name,
      body: [
        arabic(actor.name_ar),
        card.facts([
          ["Side", side, "Our grouping for colour, no statement of the articles."],
          ["Part of", atlas.actor[actor.parent] ? opener(atlas.actor[actor.parent]) : null],
          ["Includes", card.list(below.map((one) => [opener(one)]))],
          ["In the articles", actor.aliases.join(" · ")],
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
    return card.list((card.held(route, "legs", view.store.state) || []).map(({ from, to, basis, source }) => [
      A.el("span", `atlas-leg atlas-leg-${basis}`, null, { "aria-hidden": "true" }),
      A.el("span", "atlas-leg-name", `${name(from)} – ${name(to)}`),
      A.el("span", "atlas-card-side",
        ` ${[card.basisText(basis), source].filter(Boolean).join("; ")}`),
    ]), "atlas-legs");
  };

  card.routeWhen = (route) => route.when ||
    [...new Set([A.dayText(route.first_day), A.dayText(route.last_day)].filter(Boolean))].join(" to ");

  card.routeLength = function (route, state) {
    const km = card.held(route, "length_km", state);
    return km ? `about ${card.distanceText(km)}` : null;
  };

  function routeCard(view, route) {
    const { atlas } = view;
    const length = card.routeLength(route, view.store.state);
    const actors = (route.actors || []).map((id) => atlas.actor[id]).filter(Boolean)
      .map(({ id, name }) => [card.aboutOpener("actor", id, name)]);
    return {
      kicker: kicker([route.kind, route.status].filter(Boolean).join(" · ")),
      title: route.name,
      body: [
        card.note("The line joins reported waypoints. It is no surveyed road."),
        card.facts([
          ["When", card.routeWhen(route)],
          ["Who", card.list(actors)],
          ["Length", length ? `${length}, straight from waypoint to waypoint` : null],
          ["Note", route.note],
        ]),
        card.section("Legs", card.legs(view, route)),
        said(atlas, route),
        card.section("Events on it",
          events(view, (event) => (event.routes || []).includes(route.id))),
        card.nearby(view, route),
        card.claims(atlas, route.claims),
      ],
    };
  }

  card.zoneFacts = (view, zone) => card.facts([["Source", zone.source],
    ["Note", zone.note || view.atlas.place[zone.id]?.note]]);

  function zoneCard(view, zone) {
    const place = view.atlas.place[zone.id];
    const where = place ? placeCard(view, place) : null;
    return {
      kicker: kicker("zone"),
      title: zone.name,
      body: [
        card.zoneFacts(view, zone),
        card.section("Passages that name it", card.mentions(view.atlas, zone.mentions)),
        ...(where ? where.body.slice(-2) : []),
      ],
    };
  }

  // The shift as [term, ...said]: what was reported; what was measured, and between which two places.
  card.shiftFacts = function ({ shift }) {
    const reported_km = Math.round(shift.reported_miles / card.MILES_PER_KM);
    return [
      ["Reported", `about ${shift.reported_miles} miles (${reported_km} km)`],
      ["Measured", [`${card.distanceText(shift.offset_km)} southward from ${shift.from} to ${shift.to}`,
        `${card.distanceText(shift.geodesic_km)} in a straight line`]],
      ["Which places", `That the report meant ${shift.from} and ${shift.to} is our inference; it ` +
        "names no pair of places."],
    ];
  };

  card.shiftTitle = ({ shift }) => `About ${shift.reported_miles} miles south, as reported`;

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
      body: [
        card.facts([
          ...card.shiftFacts(atlas),
          ["Event", event ? card.eventOpener(event) : null],
          ["Courses", courses.map((route) => card.aboutOpener("route", route.id, route.name))],
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

// The cards of what is no event: a place, a route, a zone, the shift of the corridor.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const EXTENT = { circle: "drawn as the circle in which it lies",
    area: "an area, drawn as a soft circle, not a border", line: "a line",
    none: "not drawn" };

  const kicker = (text) => A.el("p", "atlas-card-kicker", card.sentence(text));

  const arabic = (name) =>
    (name ? A.el("p", "atlas-card-arabic", name, { lang: "ar", dir: "rtl" }) : null);

  const events = (view, test) => card.list(view.atlas.events.filter(test)
    .map((event) => [card.eventOpener(event),
      A.el("span", "atlas-card-side", ` ${A.whenText(event, view.store.state)}`)]));

  function placeCard(view, place) {
    const { atlas } = view;
    const there = events(view, (event) => event.place === place.id ||
      (event.places || event.path_places || []).includes(place.id));
    const unsure = place.uncertainty_km
      ? `within about ${card.distanceText(place.uncertainty_km)}` : null;
    const point = Number.isFinite(place.lat) && Number.isFinite(place.lon)
      ? `${place.lat}, ${place.lon} (latitude, longitude)` : null;
    return {
      kicker: kicker(place.kind),
      title: place.name,
      body: [
        arabic(place.name_ar),
        card.facts([
          ["Position", [point, card.sentence(unsure), EXTENT[place.extent]
            ? card.sentence(EXTENT[place.extent]) : null]],
          ["Coordinates", [card.sentence(card.basisText(place.basis)), place.source]],
          ["Note", place.note],
        ]),
        card.section("Passages that name it", card.mentions(atlas, place.mentions) ||
          card.note("None of the five articles names it; it stands here to carry a route.")),
        card.section("Events there", there),
      ],
    };
  }

  // Waypoint by waypoint: what joins two places, and on whose word.
  function legs(view, route) {
    const name = (id) => (view.atlas.place[id] ? view.atlas.place[id].name : id);
    return card.list((route.legs || []).map(({ from, to, basis, source }) => [
      A.el("span", `atlas-leg atlas-leg-${basis}`, null, { "aria-hidden": "true" }),
      A.el("span", "atlas-leg-name", `${name(from)} – ${name(to)}`),
      A.el("span", "atlas-card-side",
        ` ${[card.basisText(basis), source].filter(Boolean).join("; ")}`),
    ]), "atlas-legs");
  }

  function routeCard(view, route) {
    const { atlas } = view;
    const days = [A.dayText(route.first_day), A.dayText(route.last_day)].filter(Boolean);
    const actors = (route.actors || []).map((id) => atlas.actor[id]).filter(Boolean)
      .map(({ name }) => name).join(", ");
    return {
      kicker: kicker([route.kind, route.status].filter(Boolean).join(" · ")),
      title: route.name,
      body: [
        card.note("The line joins reported waypoints. It is no surveyed road."),
        card.facts([
          ["When", route.when || [...new Set(days)].join(" to ")],
          ["Who", actors],
          ["Length", route.length_km ? `about ${card.distanceText(route.length_km)}, straight ` +
            "from waypoint to waypoint" : null],
          ["Note", route.note],
        ]),
        card.section("Legs", legs(view, route)),
        card.section("Events on it",
          events(view, (event) => (event.routes || []).includes(route.id))),
        card.nearby(view, route),
        card.claims(atlas, route.claims),
      ],
    };
  }

  function zoneCard(view, zone) {
    const place = view.atlas.place[zone.id];
    const where = place ? placeCard(view, place) : null;
    const note = zone.note || (place && place.note);
    return {
      kicker: kicker("zone"),
      title: zone.name,
      body: [
        card.facts([["Source", zone.source], ["Note", note]]),
        card.section("Passages that name it", card.mentions(view.atlas, zone.mentions)),
        where ? where.body[where.body.length - 1] : null,
      ],
    };
  }

  // The shift: what was reported, what was measured, and between which two places.
  function shiftCard(view) {
    const { atlas } = view;
    const { shift } = atlas;
    const [from, to] = [shift.from, shift.to];
    const reported_km = Math.round(shift.reported_miles / card.MILES_PER_KM);
    const courses = atlas.routes.filter(({ layer }) => /^corridor/.test(layer || ""));
    const event = atlas.event[shift.event];
    const claims = (event ? event.claims : courses.flatMap((route) => route.claims || []))
      .filter(({ id }) => !shift.claim || id === shift.claim);
    return {
      kicker: kicker("change of the corridor's course"),
      title: `About ${shift.reported_miles} miles south, as reported`,
      body: [
        card.facts([
          ["Reported", `about ${shift.reported_miles} miles (${reported_km} km)`],
          ["Measured", [`${card.distanceText(shift.offset_km)} southward from ${from} to ${to}`,
            `${card.distanceText(shift.geodesic_km)} in a straight line`]],
          ["Which places", `That the report meant ${from} and ${to} is our inference; it names ` +
            "no pair of places."],
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
    const place = atlas.place[about.id];
    return place ? placeCard(view, place) : null;
  };
})((globalThis.CorridorAtlas ??= {}));

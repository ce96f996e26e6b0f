// The cards of what is no event: an actor, a place, a route, a zone, the shift of the corridor.
import { bulletList, cardSection, el, factList, noteLine, sayLine, traced, traceOf } from "../base/index.js";
import { isEventAt, routeLength, routeWhen, sentence, whenText } from "../rules/index.js";
import {
  aboutOpener, eventOpener, mentionList, routeOpener, shiftFacts, shiftTitle, sideChip, stretchList,
  zoneFacts,
} from "../state/index.js";
import { claimList } from "./claims.js";
import { courseComparison } from "./compare.js";
import { importedCard } from "./imported.js";
import { nearbyList } from "./nearby.js";

const kicker = (text) => el("p", "atlas-card-kicker", sentence(text));

const arabic = (name) =>
  (name ? el("p", "atlas-card-arabic", name, { lang: "ar", dir: "rtl", "data-kind": "outside" }) : null);

// What the articles say of a thing itself, apart from any event.
const said = (atlas, { said: claims }) => claimList(atlas, claims, null, "What is said of it");

const events = (view, test) => bulletList(view.atlas.events.filter(test)
  .map((event) => [eventOpener(event),
    sayLine(` ${whenText(event, view.store.state)}`, traceOf(event, "when", view.store.state),
      event.claims, "span", "atlas-card-side")]));

function placeCard(view, place) {
  const { atlas } = view;
  const there = events(view, (event) => isEventAt(event, place));
  const point = Number.isFinite(place.lat) && Number.isFinite(place.lon)
    ? `${place.lat}, ${place.lon} (latitude, longitude)` : null;
  return {
    kicker: kicker(place.kind),
    title: place.name,
    trace: traceOf(place, "name"),
    body: [
      arabic(place.name_ar),
      factList([
        ["Position", [sayLine(point, traceOf(place, "position")), ...place.unsure]],
        ["Coordinates", [place.coordinates, place.source]
          .map((text) => sayLine(text, traceOf(place, "position")))],
        ["Note", place.note],
      ]),
      cardSection("Passages that name it", mentionList(atlas, place) ||
        noteLine("None of the five articles names it; it stands here to carry a route.")),
      said(atlas, place),
      cardSection("Events there", there),
    ],
  };
}

// Each spelling by itself, with the claims on the actor that stand where it is spelled.
function spellings({ aliases, spelled, trace }) {
  if (!spelled?.length) return null;
  const [, ...claims] = (trace?.name || "").split(" ");
  const line = el("p", "atlas-card-spellings");
  line.append(...spelled.map(([at, ...rest]) =>
    sayLine(aliases[at], ["article", ...rest.map((one) => claims[one])].join(" "), null, "span")));
  return line;
}

function actorCard(view, actor) {
  const { atlas } = view;
  const side = el("p", "atlas-card-actor");
  const below = atlas.actors.filter(({ parent }) => parent === actor.id);
  const opener = ({ id, name, trace }) => traced(aboutOpener("actor", id, name), trace?.name);
  side.append(sideChip(atlas, actor.side), el("span", "", atlas.side[actor.side].actors_label));
  return {
    kicker: kicker(actor.kind ? actor.kind.replaceAll("-", " ") : "actor"),
    title: actor.name,
    trace: traceOf(actor, "name"),
    body: [
      arabic(actor.name_ar),
      factList([
        ["Side", side, "Our grouping for colour, no statement of the articles."],
        ["Part of", atlas.actor[actor.parent] ? opener(atlas.actor[actor.parent]) : null],
        ["Includes", bulletList(below.map((one) => [opener(one)]))],
        ["In the articles", spellings(actor)],
        ["Note", actor.note],
      ]),
      said(atlas, actor),
      cardSection("Events in which it has a part", events(view, (event) =>
        event.roles.some((one) => one.actor === actor.id))),
    ],
  };
}

function routeCard(view, route) {
  const { atlas } = view;
  const length = routeLength(route, view.store.state);
  const actors = route.actors.map((id, at) =>
    [traced(aboutOpener("actor", id, atlas.actor[id].name), route.actor_traces[at], route.claims)]);
  const say = (field, text) => sayLine(text, traceOf(route, field), route.claims);
  return {
    kicker: traced(kicker([route.kind, route.status].filter(Boolean).join(" · ")),
      traceOf(route, "kind"), route.claims),
    title: route.name,
    trace: traceOf(route, "name"),
    claims: route.claims,
    body: [
      noteLine("The line joins waypoints. It is no surveyed road."),
      factList([
        ["When", say("when", routeWhen(route))],
        ["Who", bulletList(actors)],
        ["Length", length ? `${length}, straight from waypoint to waypoint` : null],
        ["Note", route.note],
      ]),
      cardSection("Stretches", stretchList(view, route)),
      said(atlas, route),
      cardSection("Events on it",
        events(view, (event) => event.routes.includes(route.id))),
      view.stands ? null : nearbyList(view, route),
      claimList(atlas, route.claims, null, route.claims_title),
    ],
  };
}

// A zone is one of the places.
function zoneCard(view, zone) {
  const place = view.atlas.place[zone.id];
  return {
    kicker: kicker("zone"),
    title: zone.name,
    trace: traceOf(place, "name"),
    body: [
      zoneFacts(zone),
      cardSection("Passages that name it", mentionList(view.atlas, place)),
      ...placeCard(view, place).body.slice(-2),
    ],
  };
}

function shiftCard(view) {
  const { atlas } = view;
  const { shift } = atlas;
  const courses = atlas.routes.filter(({ layer }) => /^corridor/.test(layer || ""));
  const event = atlas.event[shift.event];
  const claims = (event ? event.claims : courses.flatMap((route) => route.claims || []))
    .filter(({ id }) => !shift.claim || id === shift.claim);
  return {
    kicker: kicker("change of the corridor's course"),
    title: shiftTitle(atlas),
    trace: shift.trace.title,
    body: [
      factList([
        ...shiftFacts(atlas),
        ["Event", event ? eventOpener(event) : null],
        ["Courses", courses.map(routeOpener)],
      ]),
      ...(view.stands ? [] : courseComparison(view)),
      claimList(atlas, claims),
    ],
  };
}

// {kicker, title, body} for state.about, or null where there is no such thing.
export function aboutCard(view, about) {
  const { atlas } = view;
  if (about.kind === "imported") return importedCard(view, about);
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
}

// The card of one event: what, when, where, who, how many, and every claim behind it.
import {
  bulletList, cardSection, el, factList, noteLine, sayLine, traced, tracedBy, traceOf,
} from "../base/index.js";
import { actorSideText, partsByRole, standingText, statedValue, unmarkedText } from "../rules/index.js";
import { aboutOpener, eventOpener, routeOpener, sideChip, whenLine } from "../state/index.js";
import { claimList } from "./claims.js";
import { differenceList } from "./differences.js";

const RELATIONS = { "part-of": "Part of", "response-to": "In response to",
  realises: "Carries out", "follows-up": "Follows" };
const REVERSED = { "part-of": "Includes", "response-to": "Led to",
  realises: "Carried out by", "follows-up": "Followed by" };

// A sentence of an event's card and who stands behind it.
const say = (event, field, state, text = statedValue(event, field, state)) =>
  sayLine(text, traceOf(event, field, state), event.claims);

function whenFacts(view, event, state) {
  return [
    whenLine(view.atlas, event, state, "p", "atlas-card-strong"),
    say(event, "words", state),
    statedValue(event, "day_basis", state),
    state.stated_only && event.date_basis !== "stated" ? null : say(event, "date_note", state),
  ];
}

// The row on where an event was, or on what it is about: its subject is not its place.
function whereRow(atlas, event, state) {
  const stated = state.stated_only;
  const place = atlas.place[statedValue(event, "place", state)];
  const mark = statedValue(event, "mark", state);
  const path = statedValue(event, "path", state);
  const text = statedValue(event, "where", state) || "no place stated";
  const [, subject] = /^(?:about|concerns:?) (.*)$/i.exec(text) || [];
  const where = el("p", "atlas-card-strong");
  traced(where, traceOf(event, "where", state), event.claims);
  if (place) where.append(aboutOpener("place", place.id, text));
  else where.textContent = subject || text;
  return [subject ? "Concerns" : "Where", [
    where,
    statedValue(event, "sureness", state),
    say(event, "position", state),
    mark ? say(event, "place_note", state) : null,
    !mark && !path && (place || event.mark || event.path) ? unmarkedText(event, stated) : null,
    say(event, "way", state),
  ]];
}

function roleRows(atlas, event) {
  const termOf = (term, all) => tracedBy(el("span", "", term), all.map(({ trace }) => trace || "ours"));
  return partsByRole(event).map(([term, all]) => [termOf(term, all), ...all.map(({ actor, name, side, trace }) => {
    const line = el("p", "atlas-card-actor");
    line.append(sideChip(atlas, side), traced(aboutOpener("actor", actor, name), trace, event.claims));
    const group = atlas.side[side];
    if (group && group.actors_label !== name) {
      line.append(" ", el("span", "atlas-card-side", actorSideText(group)));
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
  return bulletList(rows.map(([label, id, trace]) => [
    sayLine(`${label || "Related to"} `, trace, null, "span", "atlas-card-relation"),
    eventOpener(atlas.event[id]),
  ]));
}

// {kicker, title, body} of an event's card.
export function eventCard(view, event) {
  const { atlas, store } = view;
  const { state } = store;
  const kicker = el("p", "atlas-card-kicker atlas-card-kicker-event");
  const kind = el("span");
  kind.append(sideChip(atlas, event.side), event.kind_text);
  traced(kind, traceOf(event, "kind"), event.claims);
  kicker.append(kind, " ", traced(el("span", `atlas-card-standing atlas-card-standing-${event.standing}`,
    standingText(atlas, event.standing)), traceOf(event, "standing"), event.claims));
  const casualties = (event.casualties || []).map(({ said, claim }) => sayLine(said, `article ${claim}`));
  const routes = (event.routes || []).map((id) => atlas.route[id]).filter(Boolean)
    .map(routeOpener);
  const match = store.shown.get(event.id);
  const body = [
    sayLine(event.summary, traceOf(event, "summary"), event.claims, "p", "atlas-card-summary"),
    match ? null : noteLine("Not among the events shown now: the filters, the days or the " +
      "articles' positions leave it out."),
    match === "possible" ? noteLine("May lie outside the days shown.") : null,
    factList([
      ["When", whenFacts(view, event, state)],
      whereRow(atlas, event, state),
      ...roleRows(atlas, event),
      ["Casualties", casualties],
      ["How many", say(event, "how_many", state)],
      ["Routes", routes],
      ["Note", event.note],
    ]),
    cardSection("Related events", related(atlas, event)),
    claimList(atlas, event.claims, event),
    differenceList(atlas, event),
  ];
  return { kicker, title: event.title, trace: traceOf(event, "title"), claims: event.claims,
    body: body.filter(Boolean) };
}

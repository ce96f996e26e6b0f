// Who counts in an event or a route when actors and sides are switched: the browser's twin of
// geo/rules/parts.py. A part is {side, actor, switches}.

/** @import { ActorRow, EventRow, Id, RouteRow, Side } from "../base/payload.js" */
/** @import { Atlas, CountingPart, Role, State } from "../types.js" */
/** @typedef {{ actor: Record<Id, ActorRow>, roles: Atlas["roles"] }} Lineage What the rules here ask of an atlas. */

const MIXED = "other";
const UNNAMED = "unnamed";
// Ends the id of an actor that is meant without those below it.
const ITSELF = "_itself";

/** @param {Id} id */
export const itself = (id) => id + ITSELF;

// Ids that each switch an actor on: those of it and of all above it, and its own alone.
/** @type {(atlas: Pick<Lineage, "actor">, id: Id) => Id[]} */
export function switchesOf(atlas, id) {
  /** @type {Set<Id>} */
  const found = new Set();
  for (let up = /** @type {Id | null} */ (id); up && !found.has(up); up = atlas.actor[up] ? atlas.actor[up].parent : null) {
    found.add(up);
  }
  return [...found, itself(id)];
}

/** @type {(atlas: Lineage, row: { side: string, actor: Id }) => CountingPart} */
const partOf = (atlas, { side, actor }) => ({ side, actor, switches: switchesOf(atlas, actor) });

// Whose part counts: who did it; its targets too; whoever had any part in it.
/** @type {(atlas: Pick<Atlas, "roles">) => Role[]} */
export const rolesOf = ({ roles }) => roles.map(({ id }) => /** @type {Role} */ (id));

// {did, target, any}: the parts that count for each role; the reserved actor where nobody does.
/** @type {(atlas: Lineage, event: EventRow) => Record<Role, CountingPart[]>} */
export function countingParts(atlas, event) {
  const roles = rolesOf(atlas);
  const parts = event.parts.map((row) => ({ ...partOf(atlas, row), from: roles.indexOf(row.role) }));
  const nobody = [partOf(atlas, { side: MIXED, actor: UNNAMED })];
  return /** @type {Record<Role, CountingPart[]>} */ (Object.fromEntries(roles.map((role, at) => {
    const counting = parts.filter(({ from }) => from <= at);
    return [role, counting.length ? counting : nobody];
  })));
}

// Whose route it is; none of a road that is nobody's, which no switch takes away.
/** @type {(atlas: Lineage, route: RouteRow) => CountingPart[]} */
export const routeParts = (atlas, { actors }) => actors.map((actor) =>
  partOf(atlas, { side: atlas.actor[actor].side, actor }));

// The side in whose colour stands what several sides did.
/** @param {Pick<Atlas, "sides">} atlas */
export const mixedSide = ({ sides }) => /** @type {Atlas["sides"][number]} */ (sides.find(({ id }) => id === MIXED));

// Whether one who counts is on, by side and by actor at once; each a Set, or null for all.
/** @typedef {{ sides?: Set<string> | null, actors?: Set<Id> | null }} PartsOn */
/** @type {(part: CountingPart, on: PartsOn) => boolean} */
export const isPartOn = ({ side, switches }, { sides, actors }) => (!sides || sides.has(side)) &&
  (!actors || switches.some((id) => actors.has(id)));

/** @type {(parts: CountingPart[], on: PartsOn) => boolean} */
export const isAnyOn = (parts, on) => (!on.sides && !on.actors) || parts.some((part) => isPartOn(part, on));

// The switched-on sides and actors of a state, as isPartOn takes them.
/** @type {(state: State) => PartsOn} */
export const partsOn = ({ sides, actors }) => ({ sides: sides && new Set(sides), actors: actors && new Set(actors) });

// Whether an id may stand among a selection's actors.
/** @type {(atlas: Atlas, id: Id) => boolean} */
export const isActor = (atlas, id) => Object.hasOwn(atlas.actor, id) || (id.endsWith(ITSELF) &&
  atlas.actors.some(({ parent }) => parent && itself(parent) === id));

/** @type {(atlas: Atlas, text: any) => boolean} */
export const isRole = (atlas, text) => rolesOf(atlas).includes(text);

// Whether a link of this state has to say whose part counts: beside actors and sides always, for
// without it a link is one from before there were roles.
/** @type {(atlas: Atlas, state: State) => boolean} */
export const tellsRole = (atlas, { role, actors, sides }) => role !== rolesOf(atlas)[0] || actors !== null ||
  sides !== null;

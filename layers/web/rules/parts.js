// Who counts in an event or a route when actors and sides are switched: the browser's twin of
// geo/parts.py. A part is {side, actor, switches}.
/** @import { Atlas, AtlasEvent, CountingPart, PartsOn, Role, State } from "../types.js" */
/** @import { EventRow, Id, SideLook } from "../base/payload.js" */

/**
 * Who did it; its targets too; whoever had any part in it.
 * @type {Role[]}
 */
export const ROLES = ["did", "target", "any"];
const [USUAL] = ROLES;
const MIXED = "other";
const UNNAMED = "unnamed";
// Ends the id of an actor that is meant without those below it.
const ITSELF = "_itself";

/** @type {(id: Id) => Id} */
export const itself = (id) => id + ITSELF;

/**
 * Ids that each switch an actor on: those of it and of all above it, and its own alone.
 * @param {Pick<Atlas, "actor">} atlas
 * @param {Id} id
 * @returns {Id[]}
 */
export function switchesOf(atlas, id) {
  /** @type {Set<Id>} */
  const found = new Set();
  for (let up = /** @type {Id | null} */ (id); up && !found.has(up); up = atlas.actor[up] ? atlas.actor[up].parent : null) {
    found.add(up);
  }
  return [...found, itself(id)];
}

/** @type {(atlas: Pick<Atlas, "actor">, part: { side: string, actor: Id }) => CountingPart} */
const partOf = (atlas, { side, actor }) => ({ side, actor, switches: switchesOf(atlas, actor) });

/**
 * {did, target, any}: the parts that count for each role; the reserved actor where nobody does.
 * @param {Pick<Atlas, "actor">} atlas
 * @param {EventRow} event
 * @returns {AtlasEvent["counting"]}
 */
export function countingParts(atlas, event) {
  const parts = event.parts.map((row) => ({ ...partOf(atlas, row), from: ROLES.indexOf(row.role) }));
  const nobody = [partOf(atlas, { side: MIXED, actor: UNNAMED })];
  return /** @type {AtlasEvent["counting"]} */ (Object.fromEntries(ROLES.map((role, at) => {
    const counting = parts.filter(({ from }) => from <= at);
    return [role, counting.length ? counting : nobody];
  })));
}

/**
 * Whose route it is; none of a road that is nobody's, which no switch takes away.
 * @type {(atlas: Pick<Atlas, "actor">, route: { actors: Id[] }) => CountingPart[]}
 */
export const routeParts = (atlas, { actors }) => actors.map((actor) =>
  partOf(atlas, { side: atlas.actor[actor].side, actor }));

/**
 * The side in whose colour stands what several sides did.
 * @type {(atlas: Pick<Atlas, "sides">) => SideLook}
 */
export const mixedSide = ({ sides }) => /** @type {SideLook} */ (sides.find(({ id }) => id === MIXED));

/**
 * Whether one who counts is on, by side and by actor at once; each a Set, or null for all.
 * @type {(part: Pick<CountingPart, "side" | "switches">, on: PartsOn) => boolean}
 */
export const isPartOn = ({ side, switches }, { sides, actors }) => (!sides || sides.has(side)) &&
  (!actors || switches.some((id) => actors.has(id)));

/** @type {(parts: CountingPart[], on: PartsOn) => boolean} */
export const isAnyOn = (parts, on) => (!on.sides && !on.actors) || parts.some((part) => isPartOn(part, on));

/**
 * The switched-on sides and actors of a state, as isPartOn takes them.
 * @type {(state: Pick<State, "sides" | "actors">) => PartsOn}
 */
export const partsOn = ({ sides, actors }) => ({ sides: sides && new Set(sides), actors: actors && new Set(actors) });

/**
 * Whether an id may stand among a selection's actors.
 * @type {(atlas: Pick<Atlas, "actor" | "actors">, id: Id) => boolean}
 */
export const isActor = (atlas, id) => Object.hasOwn(atlas.actor, id) || (id.endsWith(ITSELF) &&
  atlas.actors.some(({ parent }) => parent && itself(parent) === id));

/** @type {(text: string | null | undefined) => boolean} */
export const isRole = (text) => /** @type {unknown[]} */ (ROLES).includes(text);

/**
 * Whether a link of this state has to say whose part counts: beside actors and sides always, for
 * without it a link is one from before there were roles.
 * @type {(state: Pick<State, "role" | "actors" | "sides">) => boolean}
 */
export const tellsRole = ({ role, actors, sides }) => role !== USUAL || actors !== null || sides !== null;

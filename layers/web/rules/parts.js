// Who counts in an event or a route when actors and sides are switched: the browser's twin of
// geo/parts.py. A part is {side, actor, switches}.

// Who did it; its targets too; whoever had any part in it.
export const ROLES = ["did", "target", "any"];
const [USUAL] = ROLES;
const MIXED = "other";
const UNNAMED = "unnamed";
// Ends the id of an actor that is meant without those below it.
const ITSELF = "_itself";

export const itself = (id) => id + ITSELF;

// Ids that each switch an actor on: those of it and of all above it, and its own alone.
export function switchesOf(atlas, id) {
  const found = new Set();
  for (let up = id; up && !found.has(up); up = atlas.actor[up] ? atlas.actor[up].parent : null) {
    found.add(up);
  }
  return [...found, itself(id)];
}

const partOf = (atlas, { side, actor }) => ({ side, actor, switches: switchesOf(atlas, actor) });

// {did, target, any}: the parts that count for each role; the reserved actor where nobody does.
export function countingParts(atlas, event) {
  const parts = event.parts.map((row) => ({ ...partOf(atlas, row), from: ROLES.indexOf(row.role) }));
  const nobody = [partOf(atlas, { side: MIXED, actor: UNNAMED })];
  return Object.fromEntries(ROLES.map((role, at) => {
    const counting = parts.filter(({ from }) => from <= at);
    return [role, counting.length ? counting : nobody];
  }));
}

// Whose route it is; none of a road that is nobody's, which no switch takes away.
export const routeParts = (atlas, { actors }) => actors.map((actor) =>
  partOf(atlas, { side: atlas.actor[actor].side, actor }));

// The side in whose colour stands what several sides did.
export const mixedSide = ({ sides }) => sides.find(({ id }) => id === MIXED);

// Whether one who counts is on, by side and by actor at once; each a Set, or null for all.
export const isPartOn = ({ side, switches }, { sides, actors }) => (!sides || sides.has(side)) &&
  (!actors || switches.some((id) => actors.has(id)));

export const isAnyOn = (parts, on) => (!on.sides && !on.actors) || parts.some((part) => isPartOn(part, on));

// The switched-on sides and actors of a state, as isPartOn takes them.
export const partsOn = ({ sides, actors }) => ({ sides: sides && new Set(sides), actors: actors && new Set(actors) });

// Whether an id may stand among a selection's actors.
export const isActor = (atlas, id) => Object.hasOwn(atlas.actor, id) || (id.endsWith(ITSELF) &&
  atlas.actors.some(({ parent }) => parent && itself(parent) === id));

export const isRole = (text) => ROLES.includes(text);

// Whether a link of this state has to say whose part counts: beside actors and sides always, for
// without it a link is one from before there were roles.
export const tellsRole = ({ role, actors, sides }) => role !== USUAL || actors !== null || sides !== null;

// Actors and sides switched as a person expects: the tree of actors as its leaves, and what a click on
// a side or an actor makes of a selection.
import { itself, switchesOf } from "./parts.js";
import { onIn, turned } from "./select.js";

/** @import { ActorRow, Id } from "../base/payload.js" */
/** @import { Atlas, Role, State } from "../types.js" */

/** @type {(atlas: Atlas, id: Id) => Id[]} */
const childrenOf = (atlas, id) => (atlas.childrenOf[id] ||= atlas.actors.filter((one) => one.parent === id)
  .map((one) => one.id));

/** @param {Atlas} atlas */
const tops = (atlas) => atlas.actors.filter(({ parent }) => !parent || !atlas.actor[parent]);

// The leaves of an actor's part of the tree; one that has others below it is a leaf by itself too.
/** @type {(atlas: Atlas, id: Id) => Id[]} */
export function leavesOf(atlas, id) {
  const children = childrenOf(atlas, id);
  return children.length ? [itself(id), ...children.flatMap((one) => leavesOf(atlas, one))] : [id];
}

// The actor that an id stands for, alone or with all below it.
/** @type {(atlas: Atlas, id: Id) => ActorRow} */
export const actorOf = (atlas, id) => atlas.actor[id] ||
  /** @type {ActorRow} */ (atlas.actors.find((one) => itself(one.id) === id));

/** @type {(atlas: Atlas, id: Id) => string} */
export const actorLabel = (atlas, id) => (atlas.actor[id] ? atlas.actor[id].name
  : `${actorOf(atlas, id).name} as a whole`);

// The leaves that are on.
/** @type {(atlas: Atlas, state: Pick<State, "actors">) => Set<Id>} */
export function leavesOn(atlas, { actors }) {
  const all = tops(atlas).flatMap(({ id }) => leavesOf(atlas, id));
  if (!actors) return new Set(all);
  const named = new Set(actors);
  return new Set(all.filter((leaf) => named.has(leaf) ||
    switchesOf(atlas, actorOf(atlas, leaf).id).some((id) => named.has(id) && id !== leaf)));
}

// Leaves as a selection names them: whoever is on with all below stands for them; null for all.
/** @type {(atlas: Atlas, on: Set<Id>) => Id[] | null} */
function named(atlas, on) {
  /** @type {(id: Id) => boolean} */
  const whole = (id) => leavesOf(atlas, id).every((leaf) => on.has(leaf));
  /** @type {(id: Id) => Id[]} */
  const names = (id) => (whole(id) ? [id] : [...(on.has(itself(id)) ? [itself(id)] : []),
    ...childrenOf(atlas, id).flatMap(names)]);
  const roots = tops(atlas);
  return roots.every(({ id }) => whole(id)) ? null : roots.flatMap(({ id }) => names(id)).sort();
}

/** @type {(on: Set<Id>, leaves: Id[], isOn: boolean) => Set<Id>} */
const turnedLeaves = (on, leaves, isOn) => {
  const next = new Set(on);
  for (const leaf of leaves) next[isOn ? "add" : "delete"](leaf);
  return next;
};

// All leaves of a side's own, whether they take part in an event or not.
/** @type {(atlas: Atlas, side: string) => Id[]} */
const homeLeaves = (atlas, side) => [...new Set(atlas.actors.filter((one) => one.side === side)
  .flatMap(({ id }) => leavesOf(atlas, id).filter((leaf) => actorOf(atlas, leaf).side === side)))];

// The leaves that count on a side in some event, for a role.
/** @type {(atlas: Atlas, side: string, role: Role) => Id[]} */
export const actingLeaves = (atlas, side, role) => (atlas.actingLeaves[`${side} ${role}`] ||= [...new Set(atlas.events
  .flatMap(({ counting }) => counting[role]).filter((part) => part.side === side)
  .map(({ actor }) => (childrenOf(atlas, actor).length ? itself(actor) : actor)))]);

// How much of some leaves is on while their side is: "all", "some" or "none".
/** @type {(atlas: Atlas, state: State, side: string, leaves: Id[], on?: Set<Id>) => "all" | "some" | "none"} */
export function howMuchOn(atlas, state, side, leaves, on = leavesOn(atlas, state)) {
  if (state.sides && !state.sides.includes(side)) return "none";
  const count = leaves.filter((leaf) => on.has(leaf)).length;
  return !count ? "none" : count === leaves.length ? "all" : "some";
}

/** @type {(atlas: Atlas, state: State, side: string) => boolean} */
export const isSideOn = (atlas, state, side) => {
  const leaves = actingLeaves(atlas, side, state.role);
  // A side nobody acts for in these events is on where its switch is: imported ones may have it.
  return leaves.length ? howMuchOn(atlas, state, side, leaves) !== "none"
    : onIn(atlas, state, "sides").has(side);
};

// What a click on a side makes of a state: off it takes the side, on it brings all of it.
/** @type {(atlas: Atlas, state: State, side: string, isOn: boolean) => Partial<State>} */
export function turnSide(atlas, state, side, isOn) {
  const sides = turned(atlas, state, "sides", [side], isOn);
  if (!isOn) return { sides };
  const leaves = [...homeLeaves(atlas, side), ...actingLeaves(atlas, side, state.role)];
  return { sides, actors: named(atlas, turnedLeaves(leavesOn(atlas, state), leaves, true)) };
}

// The same on an actor below a side; below a side that is off it turns on that actor and no other
// of the side. Who is of another side and acts on this one stays on, for what it does there.
/** @type {(atlas: Atlas, state: State, side: string, id: Id, isOn: boolean) => Partial<State>} */
export function turnActor(atlas, state, side, id, isOn) {
  const leaves = atlas.actor[id] ? leavesOf(atlas, id) : [id];
  let on = leavesOn(atlas, state);
  const isSideOff = state.sides && !state.sides.includes(side);
  if (isOn && isSideOff) on = turnedLeaves(on, homeLeaves(atlas, side), false);
  const actors = named(atlas, turnedLeaves(on, leaves, isOn));
  return isOn && isSideOff ? { actors, sides: turned(atlas, state, "sides", [side], true) } : { actors };
}

/** @type {(side: string) => Partial<State>} */
export const onlySide = (side) => ({ sides: [side], actors: null });

// An actor alone, on whatever side it stands; from a row below another side than its own, there.
/** @type {(atlas: Atlas, side: string, id: Id) => Partial<State>} */
export const onlyActor = (atlas, side, id) => ({ actors: [id],
  sides: actorOf(atlas, id).side === side ? null : [side] });

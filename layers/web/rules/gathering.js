// Which marks stand by themselves and which gather in counted discs, for one zoom of the map.
import { freeSpot, leastSpot, middleOf, roomAmong, spotsOf, squareAt } from "./placing.js";
/** @import { Box, Disc, MarkHome, Point, Reach } from "../types.js" */
/** @import { Id } from "../base/payload.js" */

/**
 * @typedef {{ homes: Reach[], point: Point, marks: MarkHome[], isClosed: boolean, isEarly: boolean, isFull: boolean }} Group
 *
 * A mark, or without one the disc of a group.
 * @typedef {{ group: Group, mark?: MarkHome, homes: Reach[], rank: number }} Unit
 * @typedef {Omit<Unit, "rank"> & { spot: Point }} Placed
 * @typedef {{ marks: MarkHome[], names: Box[], dots: Box[], size_px: number }} Given
 */

const MOST_ROUNDS = 12;

/** @type {(from: Point) => (a: { point: Point }, b: { point: Point }) => number} */
const byDistance = (from) => (a, b) => distance_px(from, a.point) - distance_px(from, b.point);

/** @type {(a: Point, b: Point) => number} */
export const distance_px = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

/**
 * A group is one place, or places so near each other that their marks share a disc. `isClosed`: its
 * marks gather; `isEarly`: its disc is placed before any mark; `isFull`: those that go first gather
 * too where they find no slot.
 * @param {MarkHome[]} marks
 * @returns {Set<Group>}
 */
function groupsOf(marks) {
  /** @type {Map<Id | null, Group>} */
  const groups = new Map();
  for (const mark of marks) {
    const { place, point, reach_px } = mark;
    if (!groups.has(place)) {
      groups.set(place, { homes: [{ place, point, reach_px }], point, marks: [], isClosed: false,
        isEarly: false, isFull: false });
    }
    groups.get(place)?.marks.push(mark);
  }
  return new Set(groups.values());
}

/**
 * Marks that go first, after the disc they need; then those alone at a place, then discs, then
 * fans, the small ones first.
 * @param {Iterable<Group>} groups
 * @returns {Unit[]}
 */
function units(groups) {
  /** @type {Unit[]} */
  const all = [];
  for (const group of groups) {
    const size = group.marks.length;
    if (group.isClosed) all.push({ group, homes: group.homes, rank: group.isEarly ? 0 : 3 });
    for (const mark of group.marks) {
      if (group.isClosed && !mark.first) continue;
      all.push({ group, mark, homes: [mark], rank: mark.first ? 1 : size === 1 ? 2 : 3 + size });
    }
  }
  return all.sort((a, b) => a.rank - b.rank);
}

/** @type {(group: Group) => boolean} */
const canClose = ({ isClosed, marks }) => !isClosed && marks.filter(({ first }) => !first).length > 1;

/**
 * The two of some groups that lie nearest to each other and have a spot in common; the first of
 * them is in front. So places that lie together share a disc before one shares it that lies apart.
 * @param {Group[]} groups
 * @param {number} size_px
 * @returns {[Group, Group] | null}
 */
function nearestPair(groups, size_px) {
  let best = /** @type {{ apart_px: number, pair: [Group, Group] } | null} */ (null);
  groups.forEach((one, at) => {
    const middle = middleOf(one.homes.map(({ point }) => point));
    for (const other of groups.slice(at + 1)) {
      const apart_px = distance_px(middle, middleOf(other.homes.map(({ point }) => point)));
      if (best && apart_px >= best.apart_px) continue;
      if (!spotsOf([...one.homes, ...other.homes], size_px).length) continue;
      best = { apart_px, pair: [one, other] };
    }
  });
  return best && best.pair;
}

/**
 * Changes what has to give way to a unit that finds no room; false where nothing can.
 * @param {Unit} unit
 * @param {Set<Group>} groups
 * @param {number} size_px
 * @returns {boolean}
 */
function relieve({ group, mark }, groups, size_px) {
  const isLone = group.marks.length === 1;
  if (mark && mark.first && !isLone) {
    group.isClosed = true;
    group.isEarly = true;
    group.isFull = true;
    return true;
  }
  if (canClose(group)) {
    group.isClosed = true;
    return true;
  }
  const others = [...groups].filter((other) => other !== group).sort(byDistance(group.point));
  /** @type {(other: Group) => boolean} */
  const inTheWay = (other) => distance_px(group.point, other.point) <
    group.homes[0].reach_px + other.homes[0].reach_px + size_px;
  const near = others.find((other) => canClose(other) && inTheWay(other));
  if (near) {
    near.isClosed = true;
    return true;
  }
  if (!mark && !group.isEarly) {
    group.isEarly = true;
    return true;
  }
  const pair = nearestPair([group, ...others.filter(inTheWay)], size_px);
  if (!pair) return false;
  const [kept, other] = pair;
  groups.delete(other);
  kept.homes = [...kept.homes, ...other.homes];
  kept.marks = [...kept.marks, ...other.marks];
  kept.isClosed = true;
  kept.isEarly ||= other.isEarly;
  kept.isFull ||= other.isFull || kept.marks.every(({ first }) => first);
  return true;
}

/**
 * Where something covers something else, each in turn gives way as far as it can.
 * @param {Placed[]} placed
 * @param {Box[]} names
 * @param {number} size_px
 * @returns {void}
 */
function part(placed, names, size_px) {
  const squares = placed.map(({ spot }) => squareAt(spot, size_px));
  let isMoved = true;
  for (let round = 0; isMoved && round < MOST_ROUNDS; round += 1) {
    isMoved = false;
    placed.forEach((one, at) => {
      const room = roomAmong([...names, ...squares.filter((_square, other) => other !== at)]);
      const covered_px2 = room.taken_px2(squares[at]);
      if (!covered_px2) return;
      const spot = leastSpot(room, spotsOf(one.homes, size_px), size_px);
      const square = squareAt(spot, size_px);
      if (room.taken_px2(square) >= covered_px2) return;
      Object.assign(one, { spot });
      squares[at] = square;
      isMoved = true;
    });
  }
}

/**
 * @param {Given} given
 * @param {Set<Group>} groups
 * @returns {{ slots: Map<Id, Point>, discs: Placed[] } | null}
 */
function attempt({ names, dots, size_px }, groups) {
  const room = roomAmong(names);
  const ground = roomAmong(dots);
  /** @type {Placed[]} */
  const placed = [];
  let isCovering = false;
  const failed = new Set();
  for (const unit of units(groups)) {
    const { group, mark, homes } = unit;
    if (mark && failed.has(mark.place)) continue;
    const spots = spotsOf(homes, size_px);
    // Where 50 km are less than a mark is wide, it may cover the dot of a place.
    const isTight = homes.some(({ reach_px }) => reach_px < size_px);
    let spot = freeSpot([room, ground], spots, size_px) ||
      (isTight ? freeSpot([room], spots, size_px) : null);
    if (!spot && mark && group.isFull) {
      failed.add(mark.place);
      continue;
    }
    if (!spot) {
      if (relieve(unit, groups, size_px)) return null;
      spot = leastSpot(room, spots, size_px);
      isCovering = true;
    }
    room.take(squareAt(spot, size_px));
    placed.push({ mark, group, homes, spot });
  }
  if (isCovering) part(placed, names, size_px);
  return { slots: new Map(placed.filter(({ mark }) => mark).map(({ mark, spot }) => [/** @type {MarkHome} */ (mark).id, spot])),
    discs: placed.filter(({ mark }) => !mark) };
}

/**
 * Where each mark stands: at most its own reach from its place and over no other, names least of
 * all. Where they do not fit, a place gathers its marks in a disc; places of which one spot is
 * within reach share one; and where even that is not enough, what is left covers as little as can be.
 * Given: `marks`, {id, place, point, reach_px, first}, the first ones get a slot before the others;
 * the boxes of `names` and `dots`, which marks keep off. Gives back `slots`, id to point, and
 * `discs`, {key, homes, ids, spot}.
 * @param {Given} given
 * @returns {{ slots: Map<Id, Point>, discs: Disc[] }}
 */
export function gather(given) {
  const groups = groupsOf(given.marks);
  /** @type {ReturnType<typeof attempt>} */
  let result = null;
  while (!result) result = attempt(given, groups);
  const discs = result.discs.map(({ spot, group: { homes, marks } }) => ({ spot, homes,
    key: homes.map(({ place }) => place).join(" "),
    ids: marks.filter(({ id }) => !result.slots.has(id)).map(({ id }) => id) }));
  return { slots: result.slots, discs };
}

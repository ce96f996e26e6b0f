// Where marks stand about their places: on slots that hold for a zoom, and in discs where crowded.
import { distance_px, gather } from "./gathering.js";
import { boxesMeet, freeSpot, leastSpot, roomAmong, spotsOf, squareAt } from "./placing.js";
/** @import * as Leaflet from "leaflet" */
/** @import { Box, Disc, MarkHome, Known, Leader, Plan, Point, Reach, Room, Spread } from "../types.js" */
/** @import { Id, LatLon } from "../base/payload.js" */

const SLOT_PX = 25;
// From its place at most, by whichever is less.
const REACH_PX = 44;
const REACH_KM = 50;
const KM_PER_DEGREE = 111.195;
// Leaflet puts a mark's root on a whole pixel.
const ROUNDED_PX = 0.75;
const SMALL_BELOW_ZOOM = 5.5;
const SMALL_SCALE = 0.7;
// Nearer than this there is nothing to see of a line.
const LEADER_FROM_PX = 1;

/**
 * How large a mark is drawn at the map's zoom.
 * @type {(map: Leaflet.Map) => number}
 */
export const markScale = (map) => (map.getZoom() < SMALL_BELOW_ZOOM ? SMALL_SCALE : 1);

/**
 * How far from its place a mark may stand; a kilometre is shortest on the map toward the equator.
 * @param {Pick<Leaflet.Map, "project">} map
 * @param {LatLon} at
 * @returns {number}
 */
export function reach_px(map, [lat, lon]) {
  const { y } = map.project([lat, lon]);
  const km_px = [-1, 1].map((way) =>
    Math.abs(map.project([lat + (way * REACH_KM) / KM_PER_DEGREE, lon]).y - y));
  return Math.max(0, Math.min(REACH_PX, ...km_px) - ROUNDED_PX);
}

/**
 * For one zoom, over all `marks` that there may be, each {id, place, at, point, reach_px, first}:
 * where each stands or which disc holds it, whatever of them is shown. `reserve` gives the boxes
 * that marks keep off, {names, dots}, told how wide a mark is that may cover a dot, else 0.
 * @param {MarkHome[]} marks
 * @param {number} scale
 * @param {(onDot_px: number) => { names: Box[], dots: Box[] }} reserve
 * @returns {Plan}
 */
export function spreadPlan(marks, scale, reserve) {
  const size_px = SLOT_PX * scale;
  const isTight = marks.some(({ reach_px }) => reach_px < size_px);
  const { names, dots } = reserve(isTight ? size_px : 0);
  const { slots, discs } = gather({ marks, names, dots, size_px });
  return { size_px, slots, discs, names, homes: new Map(marks.map((home) => [home.id, home])),
    boxes: /** @type {Plan["boxes"]} */ (new Map(/** @type {[string, Box][]} */ (
      [...[...slots].map(([id, spot]) => [id, squareAt(spot, size_px)]),
        ...discs.map(({ key, spot }) => [key, squareAt(spot, size_px)])]))) };
}

/**
 * Where there is room, else where least is covered.
 * @param {Room} room
 * @param {Reach[]} homes
 * @param {number} size_px
 * @returns {Point}
 */
function bestSpot(room, homes, size_px) {
  const spots = spotsOf(homes, size_px);
  return freeSpot([room], spots, size_px) || leastSpot(room, spots, size_px);
}

/**
 * The places of what a disc holds, the one with the most of it first.
 * @param {Disc["homes"]} homes
 * @param {MarkHome[]} held
 * @returns {(Id | null)[]}
 */
function placesOf(homes, held) {
  const counts = /** @type {Known<Id | null, number>} */ (new Map(homes.map(({ place }) => [place, 0])));
  for (const { place } of held) counts.set(place, counts.get(place) + 1);
  return [...counts].filter(([, count]) => count).sort((a, b) => b[1] - a[1]).map(([place]) => place);
}

/**
 * From a place to where its marks stand, {at, spot}, each line once.
 * @param {MarkHome[]} homes
 * @param {Known<Id, Point>} spots
 * @returns {Leader[]}
 */
function leadersOf(homes, spots) {
  const leaders = new Map();
  for (const { id, at, point } of homes) {
    const spot = spots.get(id);
    if (distance_px(point, spot) <= LEADER_FROM_PX) continue;
    leaders.set(`${at} ${spot.x} ${spot.y}`, { at, spot });
  }
  return [...leaders.values()];
}

/**
 * What of a plan is seen while `homes` are the marks that there are; those `apart`, a set of ids,
 * stand as themselves. {slots: id to offset, within: id to key of the disc that holds it, discs:
 * [{key, homes, places, ids, spot}], leaders}.
 * @param {Plan} plan
 * @param {{ homes: MarkHome[], apart: Set<Id | null> }} now
 * @returns {Spread}
 */
export function spreadNow(plan, { homes: wanted, apart: alone }) {
  const { slots: fixed, discs: gathered, boxes, names, size_px } = plan;
  const home = /** @type {Known<Id, MarkHome>} */ (new Map(wanted.map((one) => [one.id, one])));
  const spots = /** @type {Known<Id, Point>} */ (new Map([...fixed].filter(([id]) => home.has(id))));
  /** @type {Spread["within"]} */
  const within = new Map();
  /** @type {Spread["discs"]} */
  const discs = [];
  /** @type {Map<Id, string>} */
  const lone = new Map();
  for (const { key, homes, spot, ids: all } of gathered) {
    const here = all.filter((id) => home.has(id));
    const inside = here.filter((id) => !alone.has(id));
    // One that is alone takes the disc's spot; a disc stands for two and more.
    if (inside.length > 1) {
      const places = placesOf(homes, inside.map((id) => home.get(id)));
      discs.push({ key, homes, places, ids: inside, spot });
      for (const id of inside) within.set(id, key);
    } else if (here.length) {
      const id = inside[0] ?? here[0];
      const { point, reach_px } = home.get(id);
      lone.set(id, key);
      spots.set(id, distance_px(point, spot) > reach_px ? point : spot);
    }
  }
  // A disc that one of those apart would cover makes way.
  const apart = [...home.keys()].filter((id) => !spots.has(id) && !within.has(id));
  if (apart.length) {
    const others = /** @type {Known<string, Box>} */ (new Map(boxes));
    const room = () => roomAmong([...names, ...others.values()]);
    for (const id of apart) {
      const spot = bestSpot(room(), [home.get(id)], size_px);
      spots.set(id, spot);
      others.set(id, squareAt(spot, size_px));
    }
    const pins = apart.map((id) => others.get(id));
    /** @type {(key: string, homes: Reach[]) => Point | null} */
    const yields = (key, homes) => {
      if (!pins.some((pin) => boxesMeet(pin, boxes.get(key)))) return null;
      others.delete(key);
      const spot = bestSpot(room(), homes, size_px);
      others.set(key, squareAt(spot, size_px));
      return spot;
    };
    for (const disc of discs) disc.spot = yields(disc.key, disc.homes) || disc.spot;
    for (const [id, key] of lone) spots.set(id, yields(key, [home.get(id)]) || spots.get(id));
  }
  for (const { ids: inside, spot } of discs) for (const id of inside) spots.set(id, spot);
  const slots = new Map([...spots].map(([id, spot]) => {
    const { point } = home.get(id);
    return [id, { x: spot.x - point.x, y: spot.y - point.y }];
  }));
  return { slots, within, discs, leaders: leadersOf(wanted, spots) };
}

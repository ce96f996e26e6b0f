// The shapes that the rules work out: what is found and counted, room on the map and where marks stand
// in it, the axis of time. Types only, taken from types.d.ts.
import type { Id, LatLon } from "./base/payload.js";
import type { Box, AtlasEvent, DayNumber, Known } from "./types.js";

/** In pixels of the zoomed world, as what follows. */
export interface Point {
  x: number;
  y: number;
}

/** Room on the map among what is taken already. */
export interface Room {
  take(box: Box): void;
  isFree(box: Box): boolean;
  /** How much of a box is taken, in square pixels. */
  taken_px2(box: Box): number;
}

/** A place and how far from it its marks may stand. */
export interface Reach {
  place: Id | null;
  point: Point;
  reach_px: number;
}

/** An event's mark, and the place that it belongs to. */
export interface MarkHome extends Reach {
  /** Of the event. */
  id: Id;
  at: LatLon;
  /** Whether it gets a slot before the others. */
  first: boolean;
}

/** What marks gather in where they find no room. */
export interface Disc {
  key: string;
  homes: Reach[];
  /** Events. */
  ids: Id[];
  spot: Point;
}

/** A line from a place to where its mark stands. */
export interface Leader {
  at: LatLon;
  spot: Point;
}

/** Where each mark stands at one zoom, whatever of them is shown. */
export interface Plan {
  size_px: number;
  slots: Map<Id, Point>;
  discs: Disc[];
  names: Box[];
  homes: Map<Id, MarkHome>;
  /** By event, or by key of the disc. */
  boxes: Known<string, Box>;
}

/** What of a plan is seen. */
export interface Spread {
  /** Offsets from the place. */
  slots: Map<Id, Point>;
  /** By event, the key of the disc that holds it. */
  within: Map<Id, string>;
  discs: (Disc & { places: (Id | null)[] })[];
  leaders: Leader[];
}

export type MarkState = "drawn" | "held" | "placeless";

/** Ids of places that matter now. */
export interface Mattering {
  all: Set<Id>;
  events: Set<Id>;
  /** With a mark on them. */
  marks: Set<Id>;
  /** With one of a strike. */
  strikes: Set<Id>;
}

/** Events that the map does not show, in the order of time. */
export type TrayLists = Record<"undated" | "placeless" | "held", { event: AtlasEvent; isDrawn: boolean }[]>;

/** How many events are shown: the first three and the last three each make up all. */
export type Tally = Record<"certain" | "possible" | "undated" | "drawn" | "held" | "placeless", number>;

/** A piece of the count line, and what the tray lists of it. */
export interface CountPiece {
  text: string;
  list?: keyof TrayLists | null;
}

/** What is looked for, folded. */
export interface Sought {
  words: string[];
  consonants: string;
}

/** What something is found by, folded likewise. */
export interface Findable {
  words: string[];
  names: string[];
}

export type Findables = Record<"events" | "places" | "actors", Known<Id, Findable>>;

export type StoryOrder = "told" | "happened";

/** The events of an article, or of all, in both orders; `ids` are in the one chosen. */
export interface Story extends Record<StoryOrder, Id[]> {
  order: StoryOrder;
  ids: Id[];
}

/** First and last day. */
export interface DayRun {
  first: DayNumber;
  last: DayNumber;
}

/** Days that the time axis keeps readable. */
export interface TimeClusters {
  /** Before the first report. */
  earlier: DayNumber[];
  main: DayRun[];
  /** How many stops one lane has to set on a day. */
  crowd: Map<DayNumber, number>;
  /** The most of the axis that goes to widening days. */
  crowdShare: number;
}

/** A piece of the axis from left to right; `to` is the day after its last one. Days of the past stand
 * at even steps, and a gap is what the axis leaves out. */
export interface TimePart {
  kind: "days" | "earlier" | "gap";
  from: DayNumber;
  to: DayNumber;
  x0: number;
  x1: number;
  /** Where each day of a run begins, and where the last one ends. */
  edges?: number[];
}

/** Where days stand on an axis, and which day a pixel means. */
export interface TimeScale {
  parts: TimePart[];
  min: DayNumber;
  max: DayNumber;
  width_px: number;
  x(day: DayNumber): number;
  /** The middle of a day. */
  mid(day: DayNumber): number;
  /** Inside a break the day before it or after it, as `end` asks. */
  day(px: number, end?: "first" | "last"): DayNumber;
  stepped(from: DayNumber, step: number): DayNumber;
}

/** What the axis says at a place, and where lines go down from it. */
export interface TimeTick {
  x: number;
  at: number;
  text: string;
  kind: string;
  lines: number[];
}

/** How large the timeline draws, for the width it has now. */
export interface LaneSize {
  marks_px: number;
  row_px: number;
  dot_px: number;
  bar_px: number;
  apart_px: number;
  letter_px: number;
  isShort: boolean;
  lane_px: number;
  widthOf(text: string): number;
}

/** Days whose events are drawn as one bar; `to` is the day after the last one. */
export interface TimeBin {
  from: DayNumber;
  to: DayNumber;
  x0: number;
  x1: number;
}

/** The hover text of the timeline and of what is drawn beside it. */
export interface Tip {
  show(text: string, clientX: number, clientY: number): void;
  hide(): void;
}

// The shapes that the modules share besides the payload, which base/payload.d.ts holds. Types only:
// nothing of this is in the script.
import type * as Leaflet from "leaflet";
import type {
  About, ActorRow, ArticleRow, Drawing, EventRow, Id, IsoDay, LatLon, MountData, Opened, Payload, PlaceRow, RouteRow,
  SavedStart, SelectionState, SideLook, TurnRow, TypeLook, View as SeenView, Word, ZoneRow,
} from "./base/payload.js";
import type { Box } from "./page.js";
export * from "./page.js";

/** Days since 1970-01-01. */
export type DayNumber = number;

/** What takes back all that one part took hold of, by one call. */
export interface Lease {
  on(target: EventTarget, type: string, handler: (event: any) => void, options?: boolean | AddEventListenerOptions): void;
  add(end: (() => void) | null | undefined | void): void;
  end(): void;
}

/** An event's days; null where an end is open. `core` surely lies within, `hull` surely around. */
export interface DaySpan {
  lasted: boolean;
  dated: boolean;
  coreFirst: DayNumber | null;
  coreLast: DayNumber | null;
  hullFirst: DayNumber | null;
  hullLast: DayNumber | null;
}

/** One who takes part, on a side; `switches` are the ids that switch it on. */
export interface CountingPart {
  actor: Id;
  side: string;
  switches: Id[];
}

export type Role = "did" | "target" | "any";

/** An event with what is worked out of its row once. */
export interface AtlasEvent extends EventRow {
  days: DaySpan;
  statedDays: DaySpan;
  counting: Record<Role, CountingPart[]>;
}

export interface AtlasTurn extends TurnRow {
  days: DaySpan;
  statedDays: DaySpan;
}

export interface AtlasRoute extends RouteRow {
  parts: CountingPart[];
  events: Id[];
}

/** The payload with look-ups by id; what is worked out of it when first asked for stands beside it. */
export interface Atlas extends Omit<Payload, "events" | "turns" | "routes"> {
  events: AtlasEvent[];
  turns: AtlasTurn[];
  routes: AtlasRoute[];
  event: Record<Id, AtlasEvent>;
  actor: Record<Id, ActorRow>;
  place: Record<Id, PlaceRow>;
  route: Record<Id, AtlasRoute>;
  zone: Record<Id, ZoneRow>;
  article: Record<Id, ArticleRow>;
  side: Record<Id, SideLook>;
  type: Record<Id, TypeLook>;
  standing: Record<Id, Word>;
  backing: Record<Id, Word>;
  status: Record<Id, Word>;
  /** By article and event: its place among the article's stops. */
  stopOf: Record<Id, Record<Id, number>>;
  totals: Record<string, any>;
  childrenOf: Record<Id, Id[]>;
  actingLeaves: Record<string, Id[]>;
}

/** The lists of a selection. */
export type SetName = "articles" | "actors" | "types" | "statuses" | "standings" | "backings" | "sides" | "layers";

/** The sides and the actors that are on; null for all. */
export interface PartsOn {
  sides: Set<string> | null;
  actors: Set<string> | null;
}

export type Match = "certain" | "possible";

/** What is selected, open and playing: all that a page remembers and its address holds. */
export interface State extends Omit<SelectionState, "role" | "day_of"> {
  role: Role;
  day_of: "happened" | "reported";
  imported_until: IsoDay | null;
  event: Id | null;
  current: Id | null;
  about: (Omit<About, "kind"> & { kind: string; [more: string]: any }) | null;
  story: string | null;
  names: string;
  show: string | null;
  playing: boolean | string;
  [filter: string]: any;
}

/** What a part asks of the store. */
export type Patch = Partial<State>;

export interface Store {
  readonly atlas: Atlas;
  state: State;
  shown: Map<Id, Match>;
  set(patch: Patch): void;
  /** Returns what ends it. */
  subscribe(listener: (state: State, changed: Set<string>) => void): () => void;
}

/** A moment of the map: where its middle is and how near it is seen. */
export type Seen = SeenView;

export interface Panes {
  header: HTMLElement;
  filters: HTMLElement;
  stage: HTMLElement;
  map: HTMLElement;
  tools: HTMLElement;
  table: HTMLElement;
  card: HTMLElement;
  timeline: HTMLElement;
}

/** A map that is asked for nothing but what it holds. */
export interface Known<Key, Value> extends Map<Key, Value> {
  get(key: Key): Value;
}

/** What `filter(Boolean)` leaves. */
type Filled<T> = Exclude<T, null | undefined | false | 0 | "">;

declare global {
  interface Array<T> {
    filter(is: BooleanConstructor): Filled<T>[];
  }
}

/** Of an element; true is an empty attribute, false and null none. */
export type Attributes = Record<string, string | number | boolean | null | undefined>;

/** What an element is filled with; nothing is left out. */
export type Piece = Node | string | null | undefined | false;

export type Focusable = HTMLElement | SVGElement;

/** How a mark looks; all but the side may be left out. */
export interface Look {
  side: Pick<SideLook, "plate" | "color" | "ink">;
  glyph?: string;
  hollow?: boolean;
  standing?: string;
  planned?: boolean;
  backing?: string;
  /** How many there are. */
  voices?: number;
}

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

// The shapes that the modules share besides the payload, which base/payload.d.ts holds. Types only:
// nothing of this is in the script.
import type * as Leaflet from "leaflet";
import type {
  About, ActorRow, ArticleRow, Drawing, EventRow, Id, IsoDay, MountData, Opened, Payload, PlaceRow, RouteRow,
  SavedStart, SelectionState, SideLook, TurnRow, TypeLook, View as SeenView, Word, ZoneRow,
} from "./base/payload.js";
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
  statuses: Word[];
  standings: Word[];
  backings: Word[];
  /** By article and event: its place among the article's stops. */
  stopOf: Record<Id, Record<Id, number>>;
  totals: Record<string, any>;
  childrenOf: Record<Id, Id[]>;
  actingLeaves: Record<string, Id[]>;
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

export interface Store {
  readonly atlas: Atlas;
  state: State;
  shown: Map<Id, Match>;
  set(patch: Partial<State>): void;
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

/** A piece of the axis from left to right; `to` is the day after its last one. Days of the past stand
 * at even steps, and a gap is what the axis leaves out. */
export interface TimePart {
  kind: "days" | "earlier" | "gap";
  from: DayNumber;
  to: DayNumber;
  x0: number;
  x1: number;
  edges?: number[];
}

/** Where days stand on an axis, and which day a pixel means. */
export interface TimeScale {
  parts: TimePart[];
  min: DayNumber;
  max: DayNumber;
  width_px: number;
  x(day: DayNumber): number;
  mid(day: DayNumber): number;
  day(px: number, end: string): DayNumber;
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

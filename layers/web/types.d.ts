// The shapes that the modules share besides the payload, which base/payload.d.ts holds. Types only:
// nothing of this is in the script.
import type {
  About, ActorRow, ArticleRow, EventRow, Id, IsoDay, Payload, PlaceRow, RouteRow, SelectionState, SideLook,
  TurnRow, TypeLook, View as SeenView, Word, ZoneRow,
} from "./base/payload.js";
export * from "./derived.js";
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

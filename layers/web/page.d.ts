// The shapes of one map on its page: the view every part is given, the board Folium's script draws
// on. Types only, taken from types.d.ts.
import type * as Leaflet from "leaflet";
import type {
  CombinationRow, Ground, Id, ImportedTexts, PointsSource, SavedStart, View as Seen,
} from "./base/payload.js";
import type { Atlas, AtlasEvent, DayNumber, Lease, Mattering, Panes, State, Store } from "./types.js";

/** As its maker begins it: what is named comes after the rest, and is null until then. */
export type Begun<Whole, Later extends keyof Whole> =
  Omit<Whole, Later> & { [Name in Later]: Whole[Name] | null };

/** What outlives a remount, by the map's key. */
export interface Kept {
  state?: State;
  /** As somebody moved the map or a link had it; none while the map keeps its first view. */
  view?: Seen | null;
  filtersOpen?: boolean;
  /** Whether the map follows the last slider. */
  follow?: boolean;
  /** Whether the chart is unfolded. */
  chart?: boolean;
  /** How fast time plays, by the name of one of the player's speeds. */
  speed?: string;
  /** How near to a course an event counts as near it. */
  near_km?: number;
}

/** The map's first view, which it goes back to as its room changes until somebody moves it. */
export interface Home {
  /** What Folium's script fits the map to; null before it does. */
  bounds: Leaflet.LatLngBoundsExpression | null;
  how: Leaflet.FitBoundsOptions | undefined;
  /** Whether the map is still there. */
  isHere: boolean;
  /** Whether the map moves now by no reader's choice. */
  isMoving: boolean;
}

/** One map on its page: what app/host.js makes and every part is given. */
export interface View {
  key: string;
  root: HTMLElement;
  panes: Panes;
  lease: Lease;
  atlas: Atlas;
  store: Store;
  assets: { basemap: Ground; relief: string };
  kept: Kept;
  /** Stands once Folium's script has made it, before anything is drawn on it. */
  map: Leaflet.Map;
  /** Leaflet as that script sees it; Leaflet itself before. */
  L: typeof Leaflet | null;
  home: Home;
  initialView: Seen | null;
  /** What Python was told last. */
  reported: string | null;
  /** What the address was written to last. */
  written: string | null;
  /** Writes the address once the page rests. */
  address(): void;
  /** Where the selection is written: the address's query, or what follows its #. */
  place: { write(query: string): void; link(query: string): string };
  /** What a saved page begins with; none in the app. */
  saved: (SavedStart & { font_licence: string; notices?: string[] }) | undefined;
  /** Whether only what was selected is there. */
  isPart: boolean;
  sources: Record<string, any>;
  /** Whether the page is laid out for a printer; asked through isOnPaper. */
  isOnPaper: boolean;
  reducedMotion: boolean;
  foldFilters(isOpen: boolean): void;
  keyOfMap: { notes: readonly string[]; parts: Function; imported: Function };
  points: Points;
  setStateValue(name: string, value: unknown): void;
}

/** An imported set as the browser holds it: a column is as long as there are events. */
export interface PointSet {
  count: number;
  label: string;
  combinations: CombinationRow[];
  x: Float32Array;
  y: Float32Array;
  hullFirst: Int32Array;
  hullLast: Int32Array;
  coreFirst: Int32Array;
  coreLast: Int32Array;
  reported: Int32Array;
  combination: Uint16Array;
  flags: Uint8Array;
  /** How many rows have a day, where they come by day and the others after them. */
  dated: number | null;
  dayColumn(state: Pick<State, "day_of">): Int32Array;
  days(state: Pick<State, "day_of">): Int32Array;
  dayOf(row: number, state: Pick<State, "day_of">): DayNumber | null;
  /** By row: bit 0 without a day, bit 1 without a place. */
  lacks(state: Pick<State, "day_of">): Uint8Array;
  allowed(state: State): Uint8Array;
}

export interface PointTally {
  total: number;
  shown: number;
  possible: number;
  undated: number;
  placeless: number;
}

/** What is told of one imported event. */
export type PointTexts = Partial<ImportedTexts>;

/** What is looked for among the imported events. */
export interface PointSearch {
  /** By row 255 or 0; null while nothing is looked for. */
  found: Uint8Array | null;
  status: "idle" | "searching" | "found" | "failed";
  /** The same for the same rows of one set. */
  key: string;
  take(given: PointsSource | null, set: PointSet | null): void;
  /** Somebody is about to look: the index may come meanwhile. */
  prepare(): void;
  look(): void;
}

/** The imported set on a map, and what of it is selected. */
export interface Points {
  set: PointSet | null;
  id: string | null;
  given: PointsSource | null;
  /** By row: not selected, possibly, surely. */
  match: Uint8Array;
  /** The same for the same selection from this set. */
  key: string;
  /** What the last selection changed of the one before, where that is known. */
  step: { since: string; first: number; end: number } | null;
  tally: PointTally;
  /** How many marks the canvas shows. */
  drawn: number;
  search: PointSearch;
  /** What is told of a row; null before a set came. */
  text: ((row: number) => Promise<PointTexts>) | null;
  /** Opens a row's card; `rows` are those at the same spot. */
  open: ((row: number, rows: number[]) => Promise<void>) | null;
  picture(ratio: number): any;
  subscribe(listener: (isNew: boolean) => void): () => void;
  load(given: PointsSource | null): Promise<void>;
}

/** A square in pixels of the zoomed world. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface PixelSpot {
  x: number;
  y: number;
}

export type Lines = (string | null | undefined)[];

export interface Tips {
  /** `aside` is from the position to the middle of what the text stands over, in px. */
  show(from: object, lines: Lines, at: Leaflet.LatLngExpression, gap_px: number, aside?: PixelSpot): void;
  /** Whatever is shown, or what is shown of this one alone. */
  hide(from?: object): void;
  bind(layer: Leaflet.Layer, lines: () => Lines): void;
  start(): void;
}

export interface Frame {
  /** Where the buttons end, from the map's top. */
  below_px(): number;
  forget(): void;
  now(): { fixed: Box[]; isSeen(box: Box): boolean };
}

export interface Labels {
  show(group: Leaflet.LayerGroup): void;
  dimShift(isDim: boolean): void;
  forget(): void;
  /** A word at the end of a line; gives back its end. */
  note(line: Leaflet.Polyline, word: string, color: string | undefined): () => void;
  /** What marks go round, wherever the map is moved to. */
  reserve(onDot_px: number): { names: Box[]; dots: Box[] };
  place(marks: Box[]): void;
}

export interface EventMarks {
  layer(group: Leaflet.LayerGroup, side: string): void;
  start(): void;
  /** The events that have a mark now. */
  drawn(): AtlasEvent[];
  boxes(): Box[];
  decide(): void;
  place(): void;
}

/** What Folium's script draws on: the parts of one map, made by app/board.js. */
export interface Board {
  view: View;
  lease: Lease;
  atlas: Atlas;
  store: Store;
  /** "place ID" and "route ID" of what belongs to the open event. */
  openThings: Set<string>;
  /** What belongs to the events that are drawn; null before the first of them is. */
  matters: Mattering | null;
  ended: boolean;
  /** How often the page's typefaces changed. */
  typefaces: number;
  readonly map: Leaflet.Map;
  readonly L: typeof Leaflet;
  tips: Tips;
  frame: Frame;
  labels: Labels;
  events: EventMarks;
  points: { start(): void };
  open(kind: string, id: Id): void;
  /** What lies over the map has changed its size. */
  reframe(): void;
}

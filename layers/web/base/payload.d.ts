// The contract with the browser, made of geo/model/contract.py and layers/contract by
// `python -m layers.contract`; what is to change is changed there.

/** A thing whose card is open. */
export interface About {
  kind: "actor" | "place" | "route" | "zone" | "shift";
  id: Id;
}

/** What sort of actor it is. */
export type ActorKind = "state" | "armed-group" | "alliance" | "person" | "office" | "media" | "monitor" | "other";

/** A state, group, person, office or medium; the last one stands for nobody named. */
export interface ActorRow {
  id: Id;
  name: string;
  name_ar: string | null;
  aliases: string[];
  /** For each alias that articles spell: its index, then indices among the claims of the name. */
  spelled: number[][];
  side: Side;
  /** The actor above it in the tree. */
  parent: Id | null;
  kind: ActorKind | "";
  note: string;
  /** What is said of it itself. */
  said: ClaimRow[];
  /** By field of the card; not where nobody is named. */
  trace?: Record<string, SourceText>;
}

/** Where the server has a file. */
export type Address = string;

/** What some claims say of one thing. */
export interface AnswerRow {
  text: string;
  claims: Id[];
}

/** A news article: cited, never copied. */
export interface ArticleRow {
  id: Id;
  title: string;
  publisher: string;
  published_on: IsoDay;
  /** The same day in words. */
  published_text: string;
  published_note: string;
  published_trace: SourceText;
  url: string | null;
  /** Its events, in the order of time: the stops of its slider. */
  stops: Id[];
  /** Its events, in the order in which it tells them. */
  told: Id[];
}

/** Who says that an event happened, derived from its claims and never typed. */
export type Backing = "one-voice" | "several-voices" | "parties-only" | "contradicted";

/** Figures that one voice gives for an event. */
export interface CasualtyRow {
  /** The figures in words. */
  text: string;
  /** Who gives them, and where. */
  source: string;
  /** Both in one. */
  said: string;
  claim: Id;
}

/** What one voice says in one passage, in plain text; null where it is silent. */
export interface ClaimRow {
  id: Id;
  article: Id;
  /** Where it stands, as p3 or title. */
  locus: string;
  /** The same in words. */
  passage: string;
  /** Name of who says it; null for the article's own voice. */
  voice: string | null;
  /** Name of the outlet that passes it on. */
  via: string | null;
  /** The article's word of doubt, or empty. */
  hedge: string;
  stance: Stance;
  /** What is said, in our words. */
  account: string;
  /** The article's words for the day, or empty. */
  says_when: string;
  first_day: IsoDay | null;
  last_day: IsoDay | null;
  /** Name of the place. */
  place: string | null;
  casualties: string | null;
}

/** The map's code. */
export interface CodeSource extends TextSource {
  /** Says its content. */
  name: string;
}

/** The labels of those words, by column. */
export interface ColumnLabels {
  type: string;
  status: string;
  standing: string;
  side: string;
}

/** The words of an imported table that filters ask, by column. */
export interface ColumnWords {
  type: EventType;
  status: Status;
  standing: Standing;
  side: Side;
}

/** What filters ask of an event; many events share one. */
export interface CombinationRow extends ColumnWords {
  /** The reserved "unnamed" alone where none is given. */
  actors: Id[];
}

/** The two courses of the corridor side by side. */
export interface ComparisonRow {
  original: CourseRow;
  shifted: CourseRow;
  /** What no article says of them. */
  unsaid: string[];
  /** For each place of the original course, for each of the shifted one: southward and straight. */
  offsets: KmPair[][];
}

/** The label of one course of the corridor. */
export interface CourseLabel {
  text: string;
  text_ar: null;
  /** Below it: that it was proposed. */
  more: string;
  more_trace: SourceText;
  lat: Latitude;
  lon: Longitude;
  kind: "course";
  /** A low rank goes before a high one. */
  rank: number;
  place: null;
  route: Id;
  /** Its longest leg. */
  leg: LatLon[];
  /** The longest of those the articles state. */
  stated_leg: LatLon[];
}

/** One course of the corridor, as both are compared; main line and branches. */
export interface CourseRow {
  /** The main line. */
  route: Id;
  /** Of the main line. */
  length_km: Km;
  /** Of the main line, by what its legs rest on. */
  basis_km: Record<string, Km>;
  /** Length and what it rests on, in words. */
  said: string[];
  /** Of the main line: the place, and how far along it. */
  waypoints: [Id, Km][];
  /** Of the main line. */
  legs: number;
  /** How many of the legs an article states. */
  stated: number;
  /** All waypoints, those of branches last. */
  places: Id[];
}

/** Whose work it is, as it stands in four places. */
export interface CreditRow {
  /** At the map's foot. */
  map: string;
  key: string;
  /** Beside the version of the data. */
  tables: string;
  /** On a saved page. */
  saved: string;
}

/** How the day is known. */
export type DateBasis = "stated" | "resolved" | "inferred" | "external";

/** How finely the day is known. */
export type DatePrecision = "day" | "days" | "week" | "month" | "approximate" | "undated";

/** Which day of an event counts: when it happened, or when an article reported it. */
export type DayOf = "happened" | "reported";

/** First and last day; null where that end is open or unknown. */
export type Days = [IsoDay | null, IsoDay | null];

/** Answers to one question that cannot hold together. */
export interface DifferenceRow {
  /** The question, in a word. */
  aspect: string;
  /** Two at least. */
  answers: AnswerRow[];
}

/** The map as it is drawn: the script without any text from data, and the text. */
export interface Drawing {
  /** The Leaflet calls that Folium rendered. */
  script: string;
  payload: Payload;
}

/** One event, however many articles report it; "stated_" is while only the articles count. */
export interface EventRow extends Placed, StatedPlaced, EventTrace {
  id: Id;
  type: EventType;
  /** Type and status, at the head of its card. */
  kind_text: string;
  /** Id of a glyph. */
  glyph: string;
  title: string;
  summary: string;
  when: string;
  stated_when: string;
  date_precision: DatePrecision;
  date_note: string;
  date_basis: DateBasis | null;
  first_day: IsoDay | null;
  last_day: IsoDay | null;
  span: SpanRow;
  stated_span: SpanRow;
  status: Status;
  standing: Standing;
  backing: Backing;
  /** Of its mark. */
  side: Side;
  parts: PartRow[];
  /** Those that report it. */
  articles: Id[];
  /** How many incidents it stands for; null of a single one. */
  count: number | null;
  note: string | null;
  /** Whether it is planned or foreseen. */
  planned: boolean;
  /** Whether it is a single strike that happened. */
  strike: boolean;
  where: string;
  stated_where: string;
  places: Id[];
  /** How finely the mark's place is known. */
  precision: LocationPrecision | null;
  path: LatLon[] | null;
  stated_path: LatLon[] | null;
  path_places: Id[];
  stated_path_places: Id[];
  routes: Id[];
  /** By course: from its main line, and along it to there. */
  courses: Record<string, KmPair>;
  /** Likewise, of the stated mark. */
  stated_courses: Record<string, KmPair>;
  roles: RoleRow[];
  /** By filter: values that no other field holds. */
  facets: Record<string, string[]>;
  relations: RelationRow[];
  casualties: CasualtyRow[];
  voices: VoiceRow[];
  voices_text: string;
  /** Who backs it, in two pieces. */
  backing_said: string[];
  differences: DifferenceRow[];
  claims: ClaimRow[];
}

/** What a card says of an event and makes of several facts; null without anything to say. */
export interface EventSentences {
  /** The articles' words for the day. */
  words: string | null;
  /** How the day is known. */
  day_basis: string | null;
  /** How surely it is where it is drawn. */
  sureness: string | null;
  /** Where the mark's position comes from. */
  position: string | null;
  /** By way of which places. */
  way: string | null;
  /** Of several incidents reported together. */
  how_many: string | null;
}

/** Sentences on an event, and where every sentence on its card comes from. */
export interface EventTrace extends EventSentences, StatedSentences {
  /** By field of the card. */
  trace: Record<string, SourceText>;
  /** Those that differ while only the articles count. */
  stated_trace: Record<string, SourceText>;
}

/** What happened, was said or was planned. */
export type EventType = "airstrike" | "rocket-attack" | "drone-attack" | "shoot-down" | "ground-operation" | "troop-movement" | "arms-shipment" | "redeployment" | "leaflet-drop" | "warning" | "statement" | "planned-operation" | "route-change" | "control" | "policy" | "visit" | "background";

/** How a place is drawn: only a point may be a pin. */
export type Extent = "point" | "circle" | "area" | "line" | "none";

/** A filter, as :class:`geo.selection.facet.Facet` says it. */
export interface FacetRow {
  /** As in the selection and in links. */
  name: string;
  label: string;
  /** What one of its values is called. */
  one: string;
  /** "any": an event passes while one of its values is on. */
  rule: "any" | null;
  /** The event row's own field that holds the value. */
  row_field: string | null;
  /** Of an imported table. */
  column: string | null;
  /** Its place among such columns. */
  column_at: number | null;
  limits_events: boolean;
  /** Its place among the lists of the filter pane. */
  list_at: number | null;
  /** Its place among the words of a selection. */
  words_at: number | null;
  /** Null where they are a tree, which stands by itself. */
  values: ValueRow[] | null;
}

/** What is on of each filter; null is what is on unless the reader says so. */
export interface FacetSets {
  articles: string[] | null;
  actors: string[] | null;
  types: string[] | null;
  statuses: string[] | null;
  standings: string[] | null;
  backings: string[] | null;
  sides: string[] | null;
  layers: string[] | null;
}

/** The vectors of the base map. */
export interface Ground {
  zoom: number;
  /** Left, top, width and height, in pixels of the world at that zoom. */
  box: [number, number, number, number];
  land: GroundPath[];
  borders: GroundPath[];
  coast: GroundPath[];
  rivers: GroundPath[];
  lakes: GroundPath[];
}

/** A line or an area of the base map. */
export interface GroundPath {
  /** As SVG writes a path, in pixels of the world at the base map's zoom. */
  d: string;
  /** Only on a border that is. */
  disputed?: true;
}

/** A row's id, as in the tables and in links. */
export type Id = string;

/** What is told of an imported event; what is not stated is left out. */
export interface ImportedTexts extends ColumnLabels {
  id?: string;
  title?: string;
  when?: string;
  where?: string;
  uncertainty_km?: Km;
  /** Names, in the order of the file. */
  actors?: string[];
  source?: string;
  url?: string;
  note?: string;
}

/** What the address asked for when the session began. */
export interface Initial {
  state: InitialState;
  view: View | null;
  /** The selection as a link has it. */
  query: string;
}

/** What an address asks for. */
export interface InitialState extends SelectionState, Opened {
}

/** A day as YYYY-MM-DD. */
export type IsoDay = string;

/** Kilometres. */
export type Km = number;

/** Two distances in kilometres; what each is stands where it is used. */
export type KmPair = [number, number];

/** What a label names; a course has a label of its own shape. */
export type LabelKind = "country" | "site" | "town" | "area" | "river" | "sea";

/** Latitude and longitude in degrees, WGS 84. */
export type LatLon = [number, number];

/** Degrees, WGS 84. */
export type Latitude = number;

/** A layer of the map, as :class:`geo.selection.map_layers.MapLayer` says it. */
export interface LayerRow {
  /** As in the selection and in links. */
  id: string;
  label: string;
  /** Whether it is on unless the reader says otherwise. */
  on: boolean;
  /** Whether its switch counts the events. */
  counted: boolean;
  /** Whether it is of imported events. */
  of_imports: boolean;
}

/** An imported set that was too large to go along. */
export interface LeftOut {
  label: string;
  count: number;
}

/** A straight line from one waypoint of a route to the next. */
export interface LegRow {
  /** The place at which it begins. */
  from: Id;
  /** The place at which it ends. */
  to: Id;
  basis: WaypointBasis;
  source: string;
  /** How it is known, in words. */
  said: string;
  trace: SourceText;
}

/** How finely the place is known. */
export type LocationPrecision = "exact" | "near" | "region";

/** Degrees, WGS 84. */
export type Longitude = number;

/** What every map is drawn on. */
export interface MapAssets {
  /** Itself where nothing can be written. */
  basemap: Address | Ground;
  /** Of the picture, or a data address. */
  relief: Address;
}

/** A passage that names a place. */
export interface MentionRow {
  article: Id;
  /** Where it stands, as p3 or title. */
  locus: string;
  /** The same in words. */
  passage: string;
}

/** What the component is mounted with; it comes as the text of a MountText. */
export interface MountData {
  /** Under which the browser keeps its state. */
  key: string;
  /** Says the dataset and the code; another one is another map. */
  hash: string;
  code: CodeSource;
  /** The shell of a saved page. */
  page: TextSource;
  /** Itself where nothing can be written. */
  drawing: Address | Drawing;
  assets: MapAssets;
  points: PointsSource | null;
  initial: Initial;
}

/** What Streamlit hands over. */
export interface MountText {
  /** MountData as JSON. */
  text: string;
}

/** What an address holds beside the selection; the browser keeps its own of what is left out. */
export interface Opened {
  /** Whose card is open. */
  event?: Id;
  /** Where the last slider stands. */
  current?: Id;
  about?: About;
  /** An article or all, and the order: ARTICLE.told or ARTICLE.happened. */
  story?: string;
  names?: "en" | "ar" | "both";
  show?: "table";
}

/** Where a column lies in the file. */
export interface PackedColumn {
  type: "f4" | "i4" | "u2" | "u1";
  /** Bytes from the start of the file. */
  offset: number;
}

/** The columns; days are numbers from 1970-01-01, whose least and greatest are open ends. */
export interface PackedColumns {
  /** Fraction of the world from the west, Web Mercator; NaN without a place. */
  x: PackedColumn;
  /** Fraction of the world from the north. */
  y: PackedColumn;
  hull_first: PackedColumn;
  hull_last: PackedColumn;
  core_first: PackedColumn;
  core_last: PackedColumn;
  reported: PackedColumn;
  /** Index into combinations. */
  combination: PackedColumn;
  /** Bit 0: it lasted. */
  flags: PackedColumn;
}

/** The head of the file of columns. */
export interface PackedHeader {
  /** How many events there are. */
  count: number;
  label: string;
  columns: PackedColumns;
  combinations: CombinationRow[];
}

/** Who counts in an event where actors and sides are switched. */
export interface PartRow {
  actor: Id;
  side: Side;
  /** The narrowest under which it counts. */
  role: Role;
}

/** What an actor is to an event; doing, claiming and being blamed are three things. */
export type ParticipantRole = "initiator" | "target" | "supported" | "claimant" | "blamed" | "approved" | "relayed" | "partner" | "consulted";

/** All that the browser shows of a dataset; every text is plain. */
export interface Payload {
  /** Of the data. */
  version: string;
  sides: SideLook[];
  types: TypeLook[];
  glyphs: Word[];
  /** From the bottom of the map to its top. */
  layers: LayerRow[];
  /** The filters, in the order in which a link names them. */
  facets: FacetRow[];
  /** From the fewest to all that take part. */
  roles: RoleWords[];
  credits: CreditRow;
  /** By day of publication. */
  articles: ArticleRow[];
  actors: ActorRow[];
  places: PlaceRow[];
  routes: RouteRow[];
  zones: ZoneRow[];
  /** Null where a place of the pair, or a course, is missing. */
  shift: ShiftRow | null;
  /** Null without both courses. */
  comparison: ComparisonRow | null;
  events: EventRow[];
  turns: TurnRow[];
  labels: (PlaceLabel | CourseLabel)[];
  /** By kind and old id. */
  renamed: Record<string, Record<Id, RenamedRow>>;
}

/** Where a coordinate comes from. */
export type PlaceBasis = "geonames" | "published" | "inferred";

/** What sort of place it is. */
export type PlaceKind = "town" | "city" | "base" | "crossing" | "border" | "airport" | "province" | "region" | "country" | "area" | "road" | "zone" | "corridor";

/** The label of a place, or of a country, river or sea of the base map. */
export interface PlaceLabel {
  text: string;
  text_ar: string | null;
  lat: Latitude;
  lon: Longitude;
  kind: LabelKind;
  /** A low rank goes before a high one. */
  rank: number;
  /** Whose label is drawn only where the place matters to what is shown; null on the base map. */
  place: Id | null;
}

/** A place of the gazetteer. */
export interface PlaceRow extends PlaceTrace {
  id: Id;
  name: string;
  name_ar: string | null;
  aliases: string[];
  kind: PlaceKind;
  lat: Latitude | null;
  lon: Longitude | null;
  /** How far from its position it may lie. */
  uncertainty_km: Km | null;
  /** Radius of the area that it is; 0 of a point. */
  area_km: Km;
  /** As what it is drawn. */
  extent: Extent;
  /** Whether it is one of the four sites. */
  site: boolean;
  /** Where its position comes from. */
  basis: PlaceBasis;
  /** Whether an article names it. */
  named: boolean;
  source: string;
  note: string;
  mentions: MentionRow[];
  /** What is said of it itself. */
  said: ClaimRow[];
}

/** How surely a place is where it is drawn, and where what is said of it comes from. */
export interface PlaceTrace {
  /** How surely, and as what it is drawn, in words. */
  unsure: string[];
  /** What kind of source gives its position. */
  coordinates: string;
  /** By field of the card. */
  trace: Record<string, SourceText>;
}

/** Where the mark of an event is; null without one. */
export interface Placed {
  place: Id | null;
  mark: LatLon | null;
  /** Radius in which it may lie; the end of a path has none. */
  uncertainty_km: Km | null;
  /** Where the position comes from. */
  place_basis: PlaceBasis | null;
  place_source: string | null;
  place_note: string | null;
}

/** An imported set of events. */
export interface PointsName {
  /** Says its content and that of the dataset. */
  id: string;
  /** What a reader knows it by. */
  label: string;
}

/** An imported set, and where its files are: each has an address, or all come inline. */
export interface PointsSource extends PointsName {
  events?: Address;
  texts?: Address;
  search?: Address;
  /** The file itself in base64, where nothing can be written. */
  events_inline?: string;
  /** Likewise. */
  texts_inline?: string;
  /** Likewise. */
  search_inline?: string;
}

/** How one event bears on another. */
export type RelationKind = "part-of" | "response-to" | "realises" | "follows-up";

/** How an event bears on another. */
export interface RelationRow {
  relation: RelationKind;
  /** The other one. */
  event: Id;
  trace: SourceText;
}

/** What became of an id that links made earlier may hold. */
export interface RenamedRow {
  /** Of what opens instead; null where nothing does. */
  kind: string | null;
  id: Id | null;
  /** In a sentence, or empty. */
  became: string;
}

/** Whose events a switch of actors and sides is about, from the fewest to all that take part. */
export type Role = "did" | "target" | "any";

/** An actor in an event, as a card names it. */
export interface RoleRow {
  actor: Id;
  name: string;
  role: ParticipantRole;
  /** What that role is called in this event. */
  label: string;
  /** On which it stands there. */
  side: Side;
  trace: SourceText;
}

/** Whose part in an event counts. */
export interface RoleWords {
  id: string;
  /** On the switch. */
  label: string;
  /** Where what is chosen is told; null for the usual one. */
  told: string | null;
}

/** What sort of route it is. */
export type RouteKind = "corridor" | "road" | "axis" | "supply" | "redeployment";

/** What is joined of a route; without a line null, and nothing in the lists. */
export interface RouteLine {
  length_km: Km | null;
  /** In words. */
  length: string | null;
  legs: LegRow[];
  /** Its waypoints. */
  places: Id[];
}

/** A route: a course of the corridor, a road, an axis, a supply route. */
export interface RouteRow extends RouteLine, StatedRouteLine {
  id: Id;
  name: string;
  kind: RouteKind;
  status: RouteStatus;
  /** Id of the layer it is drawn on. */
  layer: string;
  actors: Id[];
  /** One for each of the actors. */
  actor_traces: SourceText[];
  side: Side;
  note: string;
  when: string | null;
  first_day: IsoDay | null;
  last_day: IsoDay | null;
  claims: ClaimRow[];
  /** What stands over the claims. */
  claims_title: string;
  /** By field of the card. */
  trace: Record<string, SourceText>;
  /** Whether it is there whatever happens on it. */
  stays: boolean;
  /** What is said of it itself. */
  said: ClaimRow[];
}

/** Whether a route is there, was used, or is only spoken of. */
export type RouteStatus = "existing" | "happened" | "ongoing" | "planned" | "proposed" | "forecast";

/** What a saved page begins with; page and command line write it alike. */
export interface SavedStart {
  /** What was seen, as a link has it. */
  query: string;
  saved_on: IsoDay;
  /** Version of the data. */
  data: string;
  /** Whether the file holds what was selected and nothing else. */
  only_selected: boolean;
  /** The imported set that the file holds. */
  points: PointsName | null;
  /** The imported set that it does not. */
  left_out: LeftOut | null;
}

/** What the reader has chosen to see; null is everything, or an open end. */
export interface SelectionState extends FacetSets {
  first_day: IsoDay | null;
  last_day: IsoDay | null;
  /** Up to which imported events are drawn. */
  imported_until: IsoDay | null;
  role: Role;
  day_of: DayOf;
  /** Stops reached, by article; an article that is absent is at its end. */
  cursors: Record<Id, number>;
  find: string;
  stated_only: boolean;
}

/** How far the corridor moved: as reported, and as measured between a pair of places. */
export interface ShiftRow {
  /** Name of the place on the original course. */
  from: string;
  /** Name of the place on the shifted course. */
  to: string;
  id: Id;
  reported_miles: number | null;
  /** The claim that gives the miles. */
  claim: Id | null;
  /** Along the meridian, positive southward. */
  offset_km: Km;
  offset_miles: number;
  /** In a straight line. */
  geodesic_km: Km;
  /** Clockwise from north, 0 to 360. */
  bearing_deg: number;
  from_place: Id;
  to_place: Id;
  said: ShiftSentences;
  /** By sentence. */
  trace: Record<string, SourceText>;
  /** The event of the claim. */
  event: Id | null;
  /** Where its words may stand between the stated courses, the widest first. */
  between: LatLon[];
}

/** What card, label and table say of the corridor's shift. */
export interface ShiftSentences {
  title: string;
  /** The shift as reported. */
  reported: string;
  /** Measured along the meridian. */
  southward: string;
  /** Measured in a straight line. */
  straight: string;
  /** Whose inference the pair of places is. */
  pair: string;
  /** On the map. */
  label: string;
  /** Below it. */
  label_more: string;
}

/** Our grouping of actors for colour; not a statement of the articles. */
export type Side = "us-coalition" | "iran-aligned" | "syrian-government" | "syrian-opposition" | "islamic-state" | "other";

/** A side: its name and how its marks look. */
export interface SideLook {
  id: Side;
  label: string;
  /** Name of its actors, where that is another. */
  actors_label: string;
  /** Fill of its marks, a CSS value. */
  color: string;
  /** Colour of the glyph on that fill, a CSS value. */
  ink: string;
  plate: "circle" | "square" | "hexagon" | "diamond" | "shield" | "octagon";
}

/** The kind of a source, then the ids of its claims, or * for all of them. */
export type SourceText = string;

/** The days of an event. */
export interface SpanRow {
  /** Whether it went on over its core, or was on one unknown day of it. */
  lasted: boolean;
  /** What is known of it. */
  core: Days;
  /** What it may reach, all told. */
  hull: Days;
  dated: boolean;
}

/** What a voice does with a report. */
export type Stance = "asserts" | "denies" | "declines-to-confirm";

/** The text of a map that stands by itself. */
export interface StandaloneWords {
  payload: Payload;
  /** Events that may lie outside the days selected. */
  possible: Id[];
}

/** How an event stands, derived from its claims and never typed. */
export type Standing = "reported" | "claimed" | "disputed";

/** Where the mark of an event is while only the articles count; null without one. */
export interface StatedPlaced {
  stated_place: Id | null;
  stated_mark: LatLon | null;
  /** Radius in which it may lie; the end of a path has none. */
  stated_uncertainty_km: Km | null;
  /** Where the position comes from. */
  stated_place_basis: PlaceBasis | null;
  stated_place_source: string | null;
  stated_place_note: string | null;
}

/** What is joined of a route while only the articles count; likewise empty without a line. */
export interface StatedRouteLine {
  stated_length_km: Km | null;
  /** In words. */
  stated_length: string | null;
  stated_legs: LegRow[];
  /** Its waypoints. */
  stated_places: Id[];
}

/** What the sentences on an event are while only the articles count: those alone that differ. */
export interface StatedSentences {
  stated_words?: string | null;
  stated_day_basis?: string | null;
  stated_sureness?: string | null;
  stated_position?: string | null;
  stated_way?: string | null;
  stated_how_many?: string | null;
}

/** Whether it happened or was only planned. */
export type Status = "happened" | "ongoing" | "planned" | "forecast";

/** A text: where the server has it, packed, or itself where nothing can be written. */
export interface TextSource {
  address?: Address;
  /** Where there is no address. */
  text?: string;
}

/** When the corridor was told to have moved, which decides the course that stands out. */
export interface TurnRow {
  /** The event. */
  id: Id;
  /** Those that tell it and have reached it. */
  articles: Id[];
  span: SpanRow;
  stated_span: SpanRow;
}

/** A type of event. */
export interface TypeLook {
  id: EventType;
  label: string;
  /** Id of a glyph. */
  glyph: string;
}

/** A value of a filter. */
export interface ValueRow {
  /** As in the selection and in links. */
  id: string;
  label: string;
  /** Whether it is on unless the reader says otherwise. */
  on: boolean;
}

/** The part of the map that is seen. */
export interface View {
  center: LatLon;
  zoom: number;
}

/** Whoever says that an event happened; one source passed on twice is one voice. */
export interface VoiceRow {
  name: string;
  took_part: boolean;
}

/** Whether an article names a waypoint of a route, or it comes from elsewhere. */
export type WaypointBasis = "stated" | "external" | "inferred";

/** A word of a closed list and its name for readers. */
export interface Word {
  id: string;
  label: string;
}

/** A place that is drawn as a circle with a radius of its own. */
export interface ZoneRow {
  id: Id;
  name: string;
  source: string;
  note: string;
  mentions: MentionRow[];
}

"""The closed lists of words that tables may use; labels for readers live elsewhere."""

from enum import StrEnum


class PublishedBasis(StrEnum):
    """How the day of publication is known."""

    STATED = "stated"
    INFERRED = "inferred"
    EXTERNAL = "external"


class ActorKind(StrEnum):
    """What sort of actor it is."""

    STATE = "state"
    ARMED_GROUP = "armed-group"
    ALLIANCE = "alliance"
    PERSON = "person"
    OFFICE = "office"
    MEDIA = "media"
    MONITOR = "monitor"
    OTHER = "other"


class Side(StrEnum):
    """Our grouping of actors for colour; not a statement of the articles."""

    US_COALITION = "us-coalition"
    IRAN_ALIGNED = "iran-aligned"
    SYRIAN_GOVERNMENT = "syrian-government"
    SYRIAN_OPPOSITION = "syrian-opposition"
    ISLAMIC_STATE = "islamic-state"
    OTHER = "other"


class PlaceKind(StrEnum):
    """What sort of place it is."""

    TOWN = "town"
    CITY = "city"
    BASE = "base"
    CROSSING = "crossing"
    BORDER = "border"
    AIRPORT = "airport"
    PROVINCE = "province"
    REGION = "region"
    COUNTRY = "country"
    AREA = "area"
    ROAD = "road"
    ZONE = "zone"
    CORRIDOR = "corridor"


class Extent(StrEnum):
    """How a place is drawn: only a point may be a pin."""

    POINT = "point"
    CIRCLE = "circle"
    AREA = "area"
    LINE = "line"
    NONE = "none"


class PlaceBasis(StrEnum):
    """Where a coordinate comes from."""

    GEONAMES = "geonames"
    PUBLISHED = "published"
    INFERRED = "inferred"


class EventType(StrEnum):
    """What happened, was said or was planned."""

    AIRSTRIKE = "airstrike"
    ROCKET_ATTACK = "rocket-attack"
    DRONE_ATTACK = "drone-attack"
    SHOOT_DOWN = "shoot-down"
    GROUND_OPERATION = "ground-operation"
    TROOP_MOVEMENT = "troop-movement"
    ARMS_SHIPMENT = "arms-shipment"
    REDEPLOYMENT = "redeployment"
    LEAFLET_DROP = "leaflet-drop"
    WARNING = "warning"
    STATEMENT = "statement"
    PLANNED_OPERATION = "planned-operation"
    ROUTE_CHANGE = "route-change"
    CONTROL = "control"
    POLICY = "policy"
    VISIT = "visit"
    BACKGROUND = "background"


class SpanKind(StrEnum):
    """Whether the days are an uncertainty or a duration."""

    WITHIN = "within"
    THROUGHOUT = "throughout"
    SINCE = "since"
    UNTIL = "until"


class DatePrecision(StrEnum):
    """How finely the day is known."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    APPROXIMATE = "approximate"
    UNDATED = "undated"


class DateBasis(StrEnum):
    """How the day is known."""

    STATED = "stated"
    RESOLVED = "resolved"
    INFERRED = "inferred"
    EXTERNAL = "external"


class Status(StrEnum):
    """Whether it happened or was only planned."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    FORECAST = "forecast"


class PlaceRole(StrEnum):
    """What a place is to an event."""

    AT = "at"
    NEAR = "near"
    FROM = "from"
    VIA = "via"
    TO = "to"
    ABOUT = "about"


class LocationPrecision(StrEnum):
    """How finely the place is known."""

    EXACT = "exact"
    NEAR = "near"
    REGION = "region"


class Stance(StrEnum):
    """What a voice does with a report."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES_TO_CONFIRM = "declines-to-confirm"


class ParticipantRole(StrEnum):
    """What an actor is to an event; doing, claiming and being blamed are three things."""

    INITIATOR = "initiator"
    TARGET = "target"
    SUPPORTED = "supported"
    CLAIMANT = "claimant"
    BLAMED = "blamed"
    APPROVED = "approved"
    RELAYED = "relayed"
    PARTNER = "partner"
    CONSULTED = "consulted"


class Role(StrEnum):
    """Whose events a switch of actors and sides is about, from the fewest to all that take part."""

    DID = "did"
    TARGET = "target"
    ANY = "any"


class RelationKind(StrEnum):
    """How one event bears on another."""

    PART_OF = "part-of"
    RESPONSE_TO = "response-to"
    REALISES = "realises"
    FOLLOWS_UP = "follows-up"


class RouteKind(StrEnum):
    """What sort of route it is."""

    CORRIDOR = "corridor"
    ROAD = "road"
    AXIS = "axis"
    SUPPLY = "supply"
    REDEPLOYMENT = "redeployment"


class RouteStatus(StrEnum):
    """Whether a route is there, was used, or is only spoken of."""

    EXISTING = "existing"
    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    FORECAST = "forecast"


class WaypointBasis(StrEnum):
    """Whether an article names a waypoint of a route, or it comes from elsewhere."""

    STATED = "stated"
    EXTERNAL = "external"
    INFERRED = "inferred"


class Standing(StrEnum):
    """How an event stands, derived from its claims and never typed."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    DISPUTED = "disputed"


class Backing(StrEnum):
    """Who says that an event happened, derived from its claims and never typed."""

    ONE = "one-voice"
    SEVERAL = "several-voices"
    PARTIES = "parties-only"
    CONTRADICTED = "contradicted"


class Match(StrEnum):
    """Whether an event lies in a window of days."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"


class DayOf(StrEnum):
    """Which day of an event counts: when it happened, or when an article reported it."""

    HAPPENED = "happened"
    REPORTED = "reported"

"""Of what type each column of a frame or table is, so that a selection never changes a schema."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd
import pyarrow as pa
from pydantic import BaseModel

if TYPE_CHECKING:
    from datetime import date

Frame = TypeVar("Frame", bound=pd.DataFrame)

# By name, for one word has one meaning in every table; what is in none of them is text.
DAYS = frozenset(
    {
        *("first_day", "last_day", "published_on"),
        *("core_first", "core_last", "hull_first", "hull_last"),
    }
)
WHOLE = frozenset(
    {
        *("order", "count", "claim_count", "voice_count", "voices_taking_part"),
        *("geonames_id", "low", "high"),
        *("fatalities_low", "fatalities_high", "wounded_low", "wounded_high"),
    }
)
REAL = frozenset(
    {"lat", "lon", "uncertainty_km", "radius_km", "reported_offset_miles", "length_km"}
)
TRUTHS = frozenset({"lasted", "stated"})
LISTS = frozenset(
    {
        *("actor_ids", "article_ids", "route_ids", "place_ids", "claim_ids", "event_ids", "path"),
        *("initiator_ids", "target_ids", "supported_ids", "claimant_ids", "blamed_ids"),
        *("approved_ids", "relayed_ids", "partner_ids", "consulted_ids"),
        *("actor_names", "article_names", "voices"),
        *("country", "aliases", "within"),
    }
)
STRUCTS: Mapping[str, tuple[str, ...]] = {
    "fatalities": ("low", "high", "source"),
    "actors": ("actor_id", "name", "side", "role", "side_here", "claim_id"),
    "sources": (
        *("article_id", "publisher", "published_on", "locus", "voice", "via", "hedge"),
        *("stance", "account", "url", "claim_id", "voice_id", "via_id", "says_when", "first_day"),
        *("last_day", "place_id", "fatalities_low", "fatalities_high"),
        *("wounded_low", "wounded_high"),
    ),
    "places": ("order", "place_id", "role", "location_precision", "uncertainty_km"),
    "relations": ("relation", "other_id", "claim_id"),
    "mentions": ("article_id", "locus"),
    "waypoints": ("place_id", "basis", "source"),
    "legs": ("basis", "source"),
}
"""Columns of structures, or of lists of them, with the fields in order."""

_SINGLE = frozenset({"fatalities"})


def arrow_type(name: str) -> pa.DataType:
    """
    Give the type of a column in a file.

    Parameters
    ----------
    name
        Of the column.

    Returns
    -------
    type
        Days are ``date32``, whole numbers ``int64``; what has no type of its own is text.
    """
    return _arrow_type(name, pa.date32())


def _arrow_type(name: str, day: pa.DataType) -> pa.DataType:
    if name in STRUCTS:
        fields = pa.struct([(field, _arrow_type(field, day)) for field in STRUCTS[name]])
        return fields if name in _SINGLE else pa.list_(fields)
    for names, found in (
        (LISTS, pa.list_(pa.string())),
        (DAYS, day),
        (WHOLE, pa.int64()),
        (REAL, pa.float64()),
        (TRUTHS, pa.bool_()),
    ):
        if name in names:
            return found
    return pa.string()


def series(name: str, values: Sequence[Any]) -> pd.Series:
    """
    Make a column of a frame.

    Parameters
    ----------
    name
        Of the column; says its type.
    values
        ``None`` where nothing is stated.

    Returns
    -------
    column
        Text is pandas' ``str``, a day ``datetime64[s]``, a real number ``float64``: what a frame
        of one's own has, so that they join. Whole numbers, lists and structures are Arrow's, for
        pandas has none that may be empty. Within structures a day is ISO text, so that a frame
        can be written as JSON, as ``explore`` does.
    """
    if name in DAYS:
        return pd.Series([_iso(value) for value in values], name=name, dtype="datetime64[s]")
    if name in REAL:
        return pd.Series(values, name=name, dtype="float64")
    if name in STRUCTS or name in LISTS or name in WHOLE:
        made = pa.array([_plain(value) for value in values], _arrow_type(name, pa.string()))
        return pd.Series(pd.arrays.ArrowExtensionArray(made), name=name)
    if name in TRUTHS:
        return pd.Series(values, name=name, dtype="bool")
    texts = [None if value is None else str(value) for value in values]
    return pd.Series(texts, name=name, dtype="str")


def data_frame(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """
    Make a frame.

    Parameters
    ----------
    columns
        Their names, which say their types.
    rows
        Values by column; further ones are left out.

    Returns
    -------
    frame
        The same types however many rows there are.
    """
    held = list(rows)
    return pd.DataFrame({name: series(name, [row[name] for row in held]) for name in columns})


def flat(frame: Frame) -> Frame:
    """
    Write lists and structures as text, for formats and programs that know neither.

    Parameters
    ----------
    frame
        With or without a geometry.

    Returns
    -------
    frame
        Lists are joined by ``|``, as in the tables, passages as ``article:locus``; all other
        structures are JSON.
    """
    made = frame.copy()
    for name, dtype in frame.dtypes.items():
        arrow = getattr(dtype, "pyarrow_dtype", None)
        if arrow is not None and pa.types.is_nested(arrow):
            texts = [_text(str(name), value) for value in listed(frame[name])]
            made[name] = pd.Series(texts, index=frame.index, dtype="str")
    return made


def listed(column: pd.Series) -> list[Any]:
    """
    Give the lists or structures of a column as those of Python.

    Parameters
    ----------
    column
        Of a frame.

    Returns
    -------
    values
        ``None`` where there is nothing.
    """
    found: list[Any] = pa.array(column.array).to_pylist()
    return found


def _text(name: str, value: Any) -> str | None:  # noqa: ANN401 - whatever Arrow nests
    if value is None:
        return None
    if name == "mentions":
        return "|".join(f"{one['article_id']}:{one['locus']}" for one in value)
    if name in STRUCTS:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "|".join(value)


def _iso(value: "date | None") -> str | None:
    return None if value is None else value.isoformat()


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a column can hold
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, BaseModel):
        value = value.model_dump()
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, str) else value

"""Gather the rows of an imported set of events into columns, and put them in order."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import numpy as np

from geo.eventset.event_set import (
    COLUMN_NAMES,
    FIRST_OPEN,
    LAST_OPEN,
    Combination,
    EventSet,
    EventTexts,
    day_number,
)
from geo.rules.acting import UNNAMED
from geo.rules.spans import Span, span_of

T = TypeVar("T")

_OPEN = {
    "hull_first": FIRST_OPEN,
    "hull_last": LAST_OPEN,
    "core_first": FIRST_OPEN,
    "core_last": LAST_OPEN,
}
_TEXTS = ("event_id", "title", "place", "source", "url", "note")
_Days = tuple[bool, int, int, int, int]


class Columns:
    """
    Columns that grow row by row.

    Parameters
    ----------
    actor_names
        Name by id of every actor there is.
    """

    def __init__(self, actor_names: Mapping[str, str]) -> None:
        self.actor_names = actor_names
        self.combinations: dict[Combination, int] = {}
        self._known_combinations: dict[tuple[Any, ...], int] = {}
        self._known_days: dict[tuple[Any, ...], _Days] = {}
        self._combination: list[int] = []
        self._days: list[_Days] = []
        self._reported: list[int] = []
        self._places: list[tuple[float | None, float | None, float | None]] = []
        self._texts: dict[str, list[str]] = {name: [] for name in _TEXTS}
        self._actors: list[tuple[str, ...]] = []

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._combination)

    def add(self, row: Mapping[str, Any]) -> None:
        """
        Take in a row.

        Parameters
        ----------
        row
            Value by column, every column of ``geo.eventset.cells``.
        """
        filtered = (*map(row.__getitem__, COLUMN_NAMES), row["actor_ids"])
        if filtered not in self._known_combinations:
            actors = tuple(sorted(row["actor_ids"])) or (UNNAMED,)
            combination = Combination(filtered[:-1], actors)
            self._known_combinations[filtered] = self.combinations.setdefault(
                combination, len(self.combinations)
            )
        self._combination.append(self._known_combinations[filtered])
        written = (row["span"], row["first_day"], row["last_day"], row["reported_on"])
        if written not in self._known_days:
            self._known_days[written] = _numbers(span_of(*written))
        self._days.append(self._known_days[written])
        self._reported.append(day_number(row["reported_on"], FIRST_OPEN))
        self._places.append((row["lat"], row["lon"], row["uncertainty_km"]))
        for name, column in self._texts.items():
            column.append(row[name] or "")
        self._actors.append(row["actor_ids"])

    def in_order(self, label: str, version: str) -> EventSet:
        """
        Make the set.

        Parameters
        ----------
        label, version
            As the set has them.

        Returns
        -------
        event_set
            By first day (or last, where the first is open), last day (or first) and the order in
            which rows came; undated ones last.
        """
        lasted, *ends = np.array(self._days, dtype=np.int32).T
        days = dict(zip(_OPEN, ends, strict=True))
        first, last = days["hull_first"], days["hull_last"]
        known_first = np.where(first == FIRST_OPEN, last, first)
        known_last = np.where(last == LAST_OPEN, known_first, last)
        order = np.lexsort((known_last, known_first))
        lat, lon, uncertainty_km = np.array(self._places, dtype=np.float64)[order].T
        names = {ids: tuple(map(self.actor_names.__getitem__, ids)) for ids in set(self._actors)}
        return EventSet(
            label=label,
            version=version,
            lat=lat,
            lon=lon,
            uncertainty_km=uncertainty_km,
            **{name: column[order] for name, column in days.items()},
            reported=np.array(self._reported, dtype=np.int32)[order],
            lasted=lasted[order].astype(np.bool_),
            combination=np.array(self._combination, dtype=np.uint16)[order],
            combinations=tuple(self.combinations),
            texts=EventTexts(
                **{name: _ordered(column, order) for name, column in self._texts.items()},
                actors=_ordered([names[ids] for ids in self._actors], order),
            ),
        )


def _numbers(span: Span) -> _Days:
    first, last, core_first, core_last = (
        day_number(getattr(span, name), unknown) for name, unknown in _OPEN.items()
    )
    return span.lasted, first, last, core_first, core_last


def _ordered(column: list[T], order: Iterable[int]) -> tuple[T, ...]:
    return tuple([column[row] for row in order])

"""The table of what is shown: every event with its day, place, actors, standing and articles."""

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from geo.dataset import Dataset
from geo.select import event_facts
from geo.stated import reading
from geo.where import where_text
from geo.wording import day_text
from layers.event_rows import event_when
from layers.roles import role_label
from layers.style import BACKINGS, SIDES, STANDINGS, STATUSES, TYPES

if TYPE_CHECKING:
    from pandas import DataFrame

MATCH_LABELS = {"certain": "for certain", "possible": "possibly"}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def inert(text: str) -> str:
    """
    Make a cell that a spreadsheet takes for text: the table can be saved as CSV.

    Parameters
    ----------
    text
        Anything.

    Returns
    -------
    str
        The same, with an apostrophe in front where it begins as a formula does.
    """
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def rows(dataset: Dataset) -> "DataFrame":
    """
    Return one row per event of the dataset, in the order of time.

    Returns
    -------
    pandas.DataFrame
        Text columns only, no cell a formula; undated events come last. Days and places are
        those of the articles alone where the selection asks for that.
    """
    stated_only = dataset.selection is not None and dataset.selection.stated_only
    ordered = sorted(dataset.event_rows, key=lambda one: _order(dataset, one, stated_only))
    cells = [_cells(dataset, event_id, stated_only) for event_id in ordered]
    # Only for a table that is open: pandas takes long to import.
    from pandas import DataFrame

    return DataFrame([{name: inert(text) for name, text in row.items()} for row in cells])


def _order(dataset: Dataset, event_id: str, stated_only: bool) -> tuple[date, date, str]:
    days = reading(dataset, event_id, stated_only)
    first = days.first_day or days.last_day or date.max
    return first, days.last_day or days.first_day or date.max, event_id


def _cells(dataset: Dataset, event_id: str, stated_only: bool) -> dict[str, str]:
    event = dataset.event_rows[event_id]
    facts = event_facts(dataset.whole or dataset)[event_id]
    articles = [dataset.articles[one] for one in dataset.articles_of(event_id)]
    match = dataset.matches.get(event_id)
    return {
        "When": event_when(dataset, event, stated_only=stated_only),
        "What": event.title,
        "Kind": TYPES[event.type][0],
        "Where": where_text(dataset, event_id, stated_only),
        "Side that acted": SIDES[facts.side].label,
        "Actors": "; ".join(_roles(dataset, event_id)),
        "Happened or planned": STATUSES[event.status],
        "How it stands": STANDINGS[facts.standing],
        "Who says so": BACKINGS[facts.backing],
        "In the window": MATCH_LABELS[str(match)] if match else "",
        "Articles": "; ".join(f"{one.publisher}, {day_text(one.published_on)}" for one in articles),
        "Summary": event.summary,
    }


def _roles(dataset: Dataset, event_id: str) -> list[str]:
    """Write the participants, each role once: ``Aimed at: A, B``."""
    named: dict[str, dict[str, None]] = {}
    for one in dataset.participants_of(event_id):
        label = role_label(dataset.event_rows[event_id].type, one.role)
        named.setdefault(label, {})[dataset.actors[one.actor_id].name] = None
    return [f"{label}: {', '.join(names)}" for label, names in named.items()]


def switch() -> bool:
    """Offer the table; its rows are sent only while it is open."""
    return st.toggle("Table of what is shown", key="table_open")


def show(dataset: Dataset, total: int) -> None:
    """Show the table, or what to do where it would be empty."""
    count = len(dataset.event_rows)
    if not count:
        st.text(
            "No event is shown. Switch an actor, a kind or an article on again, or widen the dates."
        )
        return
    st.text(f"{count} of {total} events")
    st.dataframe(rows(dataset), hide_index=True, width="stretch", key="table")

"""The table of imported events that are shown: the first rows of it, for there may be many."""

from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from geo.dataset import Dataset
from geo.eventset.event_set import EventSet, day_of_number
from geo.eventset.select import MATCHES, Matches, select_events
from geo.eventset.wording import when_texts
from geo.export.imported import write_imported
from geo.export.inert import inert
from geo.rules.wording import day_text
from geo.selection.facets import WORD_COLUMNS
from geo.selection.selection import Selection
from panels import download_button
from panels.address import query_string

if TYPE_CHECKING:
    from pandas import DataFrame

MOST_ROWS = 1000
HEADINGS = {column.name: facet.label for facet, column in WORD_COLUMNS}
MATCH_LABELS = {"certain": "for certain", "possible": "possibly"}


def rows(event_set: EventSet, matches: Matches) -> "DataFrame":
    """
    Return one row for each of the first events that are shown, in the order of time.

    Parameters
    ----------
    event_set
        The set.
    matches
        As :func:`geo.eventset.select.select_events` returns them.

    Returns
    -------
    pandas.DataFrame
        Text columns only, no cell a formula; at most :data:`MOST_ROWS` rows.
    """
    shown = [int(row) for row in np.flatnonzero(matches)[:MOST_ROWS]]
    whens = when_texts(event_set, shown)
    cells = [
        {"When": when} | _cells(event_set, row) | {"In the window": MATCH_LABELS[match]}
        for row, when, match in zip(
            shown, whens, (str(MATCHES[matches[row]]) for row in shown), strict=True
        )
    ]
    # Only for a table that is open: pandas takes long to import.
    from pandas import DataFrame

    return DataFrame([{name: inert(text) for name, text in row.items()} for row in cells])


def _cells(event_set: EventSet, row: int) -> dict[str, str]:
    texts, labels = event_set.texts, event_set.combinations[event_set.combination[row]].labels()
    reported = day_of_number(int(event_set.reported[row]))
    return {
        "What": texts.title[row],
        "Kind": labels.pop("type"),
        "Where": texts.place[row],
        "Side that acted": labels.pop("side"),
        "Actors": "; ".join(texts.actors[row]),
        **{HEADINGS[column]: label for column, label in labels.items()},
        "Reported": day_text(reported) if reported else "",
        "Source": texts.source[row],
        "Address": texts.url[row],
        "Note": texts.note[row],
    }


def switch() -> bool:
    """Offer the table; its rows are sent only while it is open."""
    return st.toggle("Table of imported events", key="table_open")


def show(event_set: EventSet, selection: Selection, dataset: Dataset) -> None:
    """Show the table and say how much of it that is."""
    matches = select_events(event_set, selection, dataset)
    count = int(np.count_nonzero(matches))
    said = f"Imported events: {count:,} of {len(event_set):,} shown"
    if count > MOST_ROWS:
        said += f"; the first {MOST_ROWS:,} of them are listed here"
    st.text(f"{said}.")
    if count:
        st.dataframe(
            rows(event_set, matches), hide_index=True, width="stretch", key="imported_table"
        )
        download_button.show(
            f"Download these {count:,} event{'s' if count != 1 else ''} (GeoJSON)",
            _offer(event_set, selection, dataset),
            key="download_imported",
            is_wide=False,
        )


def _offer(event_set: EventSet, selection: Selection, dataset: Dataset) -> download_button.Offer:
    return download_button.Offer(
        "imported-events-shown.geojson",
        "application/geo+json",
        ("imported", event_set.version, query_string(selection, dataset)),
        lambda stream: write_imported(event_set, selection, dataset, stream),
    )

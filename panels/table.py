"""The table of what is shown: every event with its day, place, actors, standing and articles."""

import pandas as pd
import streamlit as st

from geo.dataset import Dataset
from geo.select import event_facts
from geo.wording import when_text, where_text
from layers.style import SIDES, STANDINGS, STATUSES, TYPES

MATCH_LABELS = {"certain": "for certain", "possible": "possibly"}


def rows(dataset: Dataset) -> pd.DataFrame:
    """
    Return one row per event of the dataset, in the order of time.

    Returns
    -------
    pandas.DataFrame
        Text columns only; undated events come last.
    """
    found = []
    facts = event_facts(dataset.whole or dataset)
    for event_id, event in dataset.event_rows.items():
        span_order = (event.first_day or event.last_day, event.last_day or event.first_day)
        articles = [dataset.articles[one] for one in dataset.articles_of(event_id)]
        roles = [
            f"{dataset.actors[one.actor_id].name} ({one.role})"
            for one in dataset.participants_of(event_id)
        ]
        match = dataset.matches.get(event_id)
        found.append(
            (
                (span_order[0] is None, span_order, event_id),
                {
                    "When": when_text(dataset, event_id),
                    "What": event.title,
                    "Kind": TYPES[event.type][0],
                    "Where": where_text(dataset, event_id),
                    "Side that acted": SIDES[facts[event_id].side].label,
                    "Actors": "; ".join(roles),
                    "Happened or planned": STATUSES[event.status],
                    "How it stands": STANDINGS[facts[event_id].standing],
                    "In the window": MATCH_LABELS[str(match)] if match else "",
                    "Articles": "; ".join(
                        f"{one.publisher}, {one.published_on}" for one in articles
                    ),
                    "Summary": event.summary,
                },
            )
        )
    found.sort(key=lambda row: (row[0][0], str(row[0][1]), row[0][2]))
    return pd.DataFrame([cells for _, cells in found])


def show(dataset: Dataset, total: int) -> None:
    """Offer the table; its rows are sent only while it is open."""
    if not st.toggle("Table of what is shown", key="table_open"):
        return
    count = len(dataset.event_rows)
    if not count:
        st.text(
            "No event is shown. Switch an actor, a kind or an article on again, or widen the dates."
        )
        return
    st.text(f"{count} of {total} events")
    st.dataframe(rows(dataset), hide_index=True, width="stretch", key="table")

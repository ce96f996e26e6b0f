"""The event layers: one group for each side, filled by the browser from the payload."""

from collections.abc import Iterator

import folium

from geo.dataset import Dataset
from geo.model.vocabulary import Side
from layers.draw import stock_events
from layers.draw.elements import EventLayer
from layers.draw.shapes import group

STATEMENTS_ID = "statements"


def draw(_dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield one group for each side; marks follow the selection in the browser."""
    for side in Side:
        yield _of_side(side)


def stock(dataset: Dataset) -> Iterator[tuple[Side, folium.FeatureGroup]]:
    """Yield each side and its group, with its marks and movements in it as Folium draws them."""
    for side in Side:
        made = _of_side(side)
        stock_events.put_marks(dataset, made, side=side, statements=False)
        stock_events.put_movements(dataset, side, made)
        yield side, made


def stock_statements(dataset: Dataset) -> Iterator[folium.FeatureGroup]:
    """Yield the group of what was only said, of every side: it has a switch of its own."""
    made = group(STATEMENTS_ID)
    for side in Side:
        stock_events.put_marks(dataset, made, side=side, statements=True)
    yield made


def _of_side(side: Side) -> folium.FeatureGroup:
    made = group("always")
    made.add_child(EventLayer(str(side)))
    return made

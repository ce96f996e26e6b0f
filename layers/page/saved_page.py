"""The whole map as one HTML file, which opens from disk with no server and no network."""

import base64
import gzip
import json
from dataclasses import replace
from datetime import date
from urllib.parse import quote, urlencode

from geo.dataset import Dataset
from geo.selection.link import to_query
from geo.selection.select import select
from geo.selection.selection import Selection
from layers.base import assets
from layers.contract import Drawing, SavedStart
from layers.page.figure import script
from layers.page.page_shell import PARTS, shell
from layers.payload.whole import payload

# What ends a script element or a line of one; JSON may write any of them by number.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<\u2028\u2029"}


def saved_page(
    dataset: Dataset, selection: Selection, saved_on: date, only_selected: bool = False
) -> str:
    """
    Write the map as one page.

    Parameters
    ----------
    dataset
        The whole data.
    selection
        What the page shows when it is opened.
    saved_on
        The day the page says it was saved on.
    only_selected
        Whether the file holds the events and routes of the selection and no others; else it holds
        them all, and its reader may widen the selection.

    Returns
    -------
    str
        HTML. Two pages of the same data, selection and day are the same.
    """
    drawn = only(dataset, selection) if only_selected else dataset
    start: SavedStart = {
        # As the browser's encodeURIComponent writes it.
        "query": urlencode(to_query(selection, dataset), safe="!'()*", quote_via=quote),
        "saved_on": saved_on.isoformat(),
        "data": dataset.version,
        "only_selected": only_selected,
        "points": None,
        "left_out": None,
    }
    drawing = _json({"script": script(drawn), "payload": payload(drawn)})
    parts = {
        "code": _packed(assets.code().content),
        "drawing": _packed(drawing.encode()),
        "basemap": _packed(assets.basemap().content),
        "relief": base64.b64encode(assets.relief().content).decode(),
    }
    elements = [_element(name, "text/plain", text) for name, text in parts.items()]
    elements.append(_element("start", "application/json", _json(start).translate(_ESCAPED)))
    before, _, after = shell().content.decode().partition(PARTS)
    return "".join([before, *elements, after])


def only(dataset: Dataset, selection: Selection) -> Dataset:
    """
    Cut a dataset down to what a selection shows, for a page that holds nothing else.

    Parameters
    ----------
    dataset
        The whole data.
    selection
        What is kept.

    Returns
    -------
    Dataset
        As :func:`geo.selection.select.select` cuts it, but with every leg of the routes that are
        kept: the map itself hides those that no article states.
    """
    selected = select(dataset, selection)
    routes = {route_id: dataset.route_rows[route_id] for route_id in selected.route_rows}
    return replace(selected, route_rows=routes)


def _json(value: Drawing | SavedStart) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _packed(content: bytes) -> str:
    return base64.b64encode(gzip.compress(content, mtime=0)).decode()


def _element(name: str, kind: str, text: str) -> str:
    return f'<script type="{kind}" id="atlas-{name}">{text}</script>\n'

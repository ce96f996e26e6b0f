"""Our own Folium elements: each one calls a function of ``L.atlas``, with ids and numbers only."""

import math
import re
from typing import ClassVar

from branca.element import MacroElement
from folium.template import Template

_ID = re.compile(r"[a-z0-9-]+")

Value = str | float | bool


class UnsafeTemplateValueError(ValueError):
    """Raised when something other than a number, a boolean or an id would enter a template."""


def checked(value: object) -> Value:
    """
    Let a value into a template, or refuse it.

    Folium renders with Jinja and parses its own output as a template again, so text from data
    would run there. Titles, names and notes travel in the payload instead.

    Parameters
    ----------
    value
        A boolean, a finite number or an id of ``[a-z0-9-]+``.

    Returns
    -------
    value
        The same value.

    Raises
    ------
    UnsafeTemplateValueError
        For anything else.
    """
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, str) and _ID.fullmatch(value):
        return str(value)
    message = f"{value!r} may not enter a template; only numbers, booleans and [a-z0-9-]+ may"
    raise UnsafeTemplateValueError(message)


class AtlasCall(MacroElement):
    """
    Call one function of ``L.atlas`` on the element this is added to; without it, do nothing.

    Parameters
    ----------
    *values
        Further arguments, each as :func:`checked` allows.
    """

    call: ClassVar[str]
    _template = Template(
        "{% macro script(this, kwargs) %}"
        "L.atlas?.{{ this.call }}({{ this._parent.get_name() }}"
        "{% for value in this.values %}, {{ value|tojson }}{% endfor %});\n"
        "{% endmacro %}"
    )

    def __init__(self, *values: object) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = type(self).__name__
        self.values = [checked(value) for value in values]


class Register(AtlasCall):
    """
    Let a FeatureGroup follow a layer's switch.

    Parameters
    ----------
    layer_id
        Id of the catalogue; ``always`` for a group without a switch.
    when
        ``always``; ``all`` = only while outside facts are shown; ``stated`` = only while not.
    *route_ids
        Routes whose layers, actors and days the group follows too: seen while all of them are.
    """

    call = "register"

    def __init__(self, layer_id: str, when: str = "always", *route_ids: str) -> None:
        super().__init__(layer_id, when, *route_ids)


class Bind(AtlasCall):
    """
    Give a drawn shape its hover text and its click.

    Parameters
    ----------
    kind
        place, route, zone or shift; event, for a mark that Folium draws.
    item_id
        Its id in the payload.
    follows
        ``layer`` = seen while its group is; ``events`` = only while an event or route that is
        shown refers to it; ``marks`` = only while an event that is shown lies there;
        ``strikes`` = only while a strike that is shown does.
    """

    call = "bind"

    def __init__(self, kind: str, item_id: str, follows: str = "layer") -> None:
        super().__init__(kind, item_id, follows)


class Arrow(AtlasCall):
    """
    Put a head on the end of a line, of one size on the screen at every zoom.

    Parameters
    ----------
    size_px
        Length of the head.
    is_open
        Open heads mean not done.
    status
        Status to be written at the head; empty for none.
    """

    call = "arrow"

    def __init__(self, size_px: float, is_open: bool, status: str = "") -> None:
        super().__init__(size_px, is_open, *([status] if status else []))


class BasemapLayer(AtlasCall):
    """
    Draw a part of the base map from the assets.

    Parameters
    ----------
    part
        land, borders, rivers or relief.
    *bounds
        South, west, north and east in degrees, for relief.
    """

    call = "basemap"

    def __init__(self, part: str, *bounds: float) -> None:
        super().__init__(part, *bounds)


class EventLayer(AtlasCall):
    """Draw the events of one side, given by its id."""

    call = "events"

    def __init__(self, side: str) -> None:
        super().__init__(side)


class LabelLayer(AtlasCall):
    """Draw the labels of the payload."""

    call = "labels"


class Legend(AtlasCall):
    """Add the legend to the map."""

    call = "legend"

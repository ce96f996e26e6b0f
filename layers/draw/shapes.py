"""Stock Folium vectors and groups, with the panes and the checks that Folium leaves out."""

import re
from collections.abc import Sequence
from typing import Any

import folium

from layers.draw.elements import Bind, Register, Value, checked

_STYLE_VALUE = re.compile(r"#[0-9a-f]{6}|var\(--atlas-[a-z-]+\)|[a-z0-9-]+(?: [a-z0-9-]+)*")

Shape = folium.PolyLine | folium.Polygon | folium.Circle | folium.CircleMarker


def path_options(**options: object) -> dict[str, Any]:
    """
    Check the options of a stock Folium path.

    Parameters
    ----------
    **options
        Leaflet path options in snake case. Text may be a colour, ``#rrggbb`` or one of
        :mod:`layers.base.theme`, or words of ``[a-z0-9-]``; None is left out. Say ``fill=True`` for
        a filled shape.

    Returns
    -------
    dict
        The options, to be passed on with ``**``.

    Raises
    ------
    UnsafeTemplateValueError
        For any other text.
    """
    clean: dict[str, Value] = {}
    for name, value in options.items():
        if value is None:
            continue
        is_style = isinstance(value, str) and _STYLE_VALUE.fullmatch(value)
        clean[name] = str(value) if is_style else checked(value)
    return clean


def group(layer_id: str, when: str = "always", *route_ids: str) -> folium.FeatureGroup:
    """
    Make a FeatureGroup that follows a layer's switch; see :class:`layers.draw.elements.Register`.

    Parameters
    ----------
    layer_id, when, *route_ids
        As :class:`layers.draw.elements.Register` takes them.

    Returns
    -------
    folium.FeatureGroup
        Empty, without a name, kept out of layer controls.
    """
    made = folium.FeatureGroup(control=False)
    made.add_child(Register(layer_id, when, *route_ids))
    return made


def polyline(line: Sequence[Sequence[float]], options: dict[str, Any]) -> folium.PolyLine:
    """
    Make a stock Folium line.

    Parameters
    ----------
    line
        ``[lat, lon]`` positions in degrees.
    options
        From :func:`path_options`.

    Returns
    -------
    folium.PolyLine
    """
    return folium.PolyLine(line, **options)  # type: ignore[no-untyped-call]


def put(shape: Shape, into: folium.FeatureGroup, pane: str, *, interactive: bool = True) -> None:
    """
    Add a stock Folium vector to a group, in a pane of ours.

    Parameters
    ----------
    shape
        The vector; its options are changed, for Folium drops ``pane`` and ``interactive``.
    into
        The group.
    pane
        A pane of :data:`layers.page.figure.PANES`.
    interactive
        Whether it takes the pointer.
    """
    shape.options["pane"] = checked(pane)
    shape.options["interactive"] = interactive
    shape.add_to(into)


def bound(shape: Shape, into: folium.FeatureGroup, pane: str, *bind: str) -> None:
    """
    Add a shape to a group as :func:`put` does, and bind it.

    Parameters
    ----------
    shape, into, pane
        As :func:`put` takes them.
    *bind
        Arguments of :class:`layers.draw.elements.Bind`.
    """
    shape.add_child(Bind(*bind))
    put(shape, into, pane)

"""Rivers and lakes of Natural Earth 1:50m, which the source gives without names: we name them."""

from collections.abc import Mapping

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from data.basemap.political import clipped_lines
from data.basemap.topology import DECIMALS, Arcs, Tolerance, Topology, lines_of, polygons_of

TOLERANCE = Tolerance((-180, -90, 180, 90), focus_km=0.1, elsewhere_km=0.1)
"""The source is already coarser than this; it only drops points that change nothing."""

RIVERS = {
    "Euphrates": ("asia_50m", (0, 2, 15, 30, 31)),
    "Tigris": ("asia_50m", (25, 81)),
    "Shatt al-Arab": ("asia_50m", (73,)),
    "Gharraf": ("asia_50m", (34,)),
    "Jordan": ("asia_50m", (7, 50)),
    "Amu Darya": ("asia_50m", (16,)),
    "Helmand": ("asia_50m", (39,)),
    "Syr Darya": ("asia_50m", (78,)),
    "Nile": ("africa_50m", (7, 32, 54, 59)),
    "Danube": ("europe_50m", (18, 19, 20, 21, 23)),
}
"""Name: the file with the finest grid there, and the geometries in it (the file is pinned by hash).
The course through a reservoir belongs to its river."""

LAKES = {
    "Aral Sea": (0,),
    "Lake Tharthar": (9,),
    "Lake Razzaza": (10,),
    "Dead Sea": (11, 51),
    "Lake Urmia": (12,),
    "Lake Sarygamysh": (13,),
    "Lake Tuz": (18,),
    "Lake Van": (27,),
    "Lake Sevan": (40,),
    "Lake Hammar": (48,),
    "Sea of Galilee": (52,),
}
"""Name: the geometries in ``asia_50m``."""


def rivers(
    topologies: Mapping[str, Topology], extent: Polygon, lakes: Mapping[str, BaseGeometry]
) -> dict[str, BaseGeometry]:
    """
    Return each river by name, its parts joined.

    Parameters
    ----------
    topologies
        By file name, such as ``asia_50m``.
    extent
        Lon/lat degrees; rivers are clipped to it.
    lakes
        Lakes by name; no river is drawn over one.
    """
    named = {}
    dry = extent.difference(shapely.union_all(list(lakes.values())))
    for name, (file_name, numbers) in RIVERS.items():
        topology = topologies[file_name]
        arcs = Arcs(topology.arcs, TOLERANCE)
        geometries = topology.objects["rivers"]["geometries"]
        lines = [line for number in numbers for line in lines_of(geometries[number])]
        named[name] = clipped_lines([arcs.join(line) for line in lines], dry)
    return named


def lakes(topologies: Mapping[str, Topology], extent: Polygon) -> dict[str, BaseGeometry]:
    """Return each lake by name, clipped to the extent (lon/lat degrees)."""
    topology = topologies["asia_50m"]
    arcs = Arcs(topology.arcs, TOLERANCE)
    geometries = topology.objects["lakes"]["geometries"]
    named = {}
    for name, numbers in LAKES.items():
        polygons = [polygon for number in numbers for polygon in polygons_of(geometries[number])]
        rings = [[arcs.join(ring) for ring in polygon] for polygon in polygons]
        whole = MultiPolygon([(outer, holes) for outer, *holes in rings]).intersection(extent)
        rounded = shapely.transform(whole, lambda points: np.round(points, DECIMALS))
        named[name] = shapely.orient_polygons(shapely.normalize(rounded))
    return named

"""TopoJSON read as shared arcs: decode, simplify each arc once, put rings together again."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from shapely import LineString

DECIMALS = 4
KM_PER_DEGREE = 111.2
"""Good to 0.6 % along a meridian between 20 and 46 degrees north; a tolerance needs no more."""

LONGEST_DEGREES = 0.4

Ring = tuple[int, ...]
"""Arc numbers in order; ``~n`` is arc ``n`` backwards, as TopoJSON has it."""


@dataclass(frozen=True)
class Topology:
    """Decoded arcs (each an n x 2 array of lon/lat degrees) and the raw objects that use them."""

    arcs: list[np.ndarray]
    objects: Mapping[str, Any]
    step_degrees: tuple[float, float]


@dataclass(frozen=True)
class Tolerance:
    """How far a line may move, in km: inside a box of lon/lat degrees (w, s, e, n) and outside."""

    focus: tuple[float, float, float, float]
    focus_km: float
    elsewhere_km: float

    def halved(self) -> "Tolerance":
        """Return the same at half the distances."""
        return replace(self, focus_km=self.focus_km / 2, elsewhere_km=self.elsewhere_km / 2)


@dataclass
class Arcs:
    """Every arc at its own tolerance, simplified on demand and kept."""

    source: Sequence[np.ndarray]
    tolerance: Tolerance
    closer: dict[int, Tolerance] = field(default_factory=dict)
    _done: dict[int, np.ndarray] = field(default_factory=dict)

    def __getitem__(self, number: int) -> np.ndarray:
        """Return an arc, simplified and rounded; ``~n`` is the same arc backwards."""
        forward = number if number >= 0 else ~number
        if forward not in self._done:
            tolerance = self.closer.get(forward, self.tolerance)
            self._done[forward] = simplified(self.source[forward], tolerance)
        return self._done[forward] if number >= 0 else self._done[forward][::-1]

    def keep_closer(self, number: int) -> None:
        """Halve one arc's tolerance, for every polygon and line that uses it."""
        forward = number if number >= 0 else ~number
        self.closer[forward] = self.closer.get(forward, self.tolerance).halved()
        self._done.pop(forward, None)

    def join(self, ring: Iterable[int]) -> np.ndarray:
        """Join arcs end to end; the point two arcs share is kept once."""
        parts = [self[number] for number in ring]
        return np.vstack([parts[0], *(part[1:] for part in parts[1:])])


def read(path: Path) -> Topology:
    """Read and decode a quantised TopoJSON file."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    scale, shift = raw["transform"]["scale"], raw["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in raw["arcs"]]
    return Topology(arcs, raw["objects"], (scale[0], scale[1]))


def polygons_of(geometry: Mapping[str, Any]) -> list[list[Ring]]:
    """Return the polygons of a Polygon or MultiPolygon, each a list of rings, outer one first."""
    several = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [[tuple(ring) for ring in polygon] for polygon in several]


def lines_of(geometry: Mapping[str, Any]) -> list[Ring]:
    """Return the lines of a LineString or MultiLineString."""
    several = geometry["arcs"] if geometry["type"] == "MultiLineString" else [geometry["arcs"]]
    return [tuple(line) for line in several]


def unwrapped(line: np.ndarray) -> np.ndarray:
    """Undo jumps over the 180th meridian, so that a ring of Russia stays one ring."""
    turns = np.round(np.diff(line[:, 0], prepend=line[0, 0]) / 360)
    lon = line[:, 0] - 360 * np.cumsum(turns)
    return np.column_stack([lon + 360 if lon.mean() < -180 else lon, line[:, 1]])


def simplified(line: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    """
    Simplify one line (Douglas-Peucker) and round it.

    Parameters
    ----------
    line
        n x 2, lon/lat degrees. Its ends stay, so arcs that meet still meet.
    tolerance
        The farthest that a dropped point may lie from the new line, inside and outside the focus.

    Returns
    -------
    line
        ``DECIMALS`` decimals, no point twice in a row, no segment longer than
        ``LONGEST_DEGREES``: RFC 7946 means a segment straight in degrees, Leaflet draws it
        straight in Web Mercator, and on a long one the two part by hundreds of metres.
    """
    closed = bool((line[0] == line[-1]).all())
    kept = np.vstack([_run(line[start:stop], km) for start, stop, km in _runs(line, tolerance)])
    if closed and len(np.unique(kept, axis=0)) < 3 and tolerance.focus_km > 0.02:
        return simplified(line, tolerance.halved())
    short = np.asarray(LineString(kept).segmentize(LONGEST_DEGREES).coords)
    rounded = np.round(short, DECIMALS)
    moved = np.any(np.diff(rounded, axis=0) != 0, axis=1)
    distinct: np.ndarray = rounded[np.concatenate([[True], moved])]
    return distinct


def _runs(line: np.ndarray, tolerance: Tolerance) -> Iterator[tuple[int, int, float]]:
    """Cut a line where it enters or leaves the focus; each run shares its end with the next."""
    west, south, east, north = tolerance.focus
    lon, lat = line.T
    inside = (lon > west) & (lon < east) & (lat > south) & (lat < north)
    cuts = [0, *(np.flatnonzero(np.diff(inside)) + 1), len(line) - 1]
    for start, stop in pairwise(cuts):
        if stop > start:
            km = tolerance.focus_km if inside[start] else tolerance.elsewhere_km
            yield int(start), int(stop) + 1, km


def _run(line: np.ndarray, tolerance_km: float) -> np.ndarray:
    lon_scale = math.cos(math.radians(float(line[:, 1].mean())))
    scale = (KM_PER_DEGREE * lon_scale, KM_PER_DEGREE)
    kept = LineString(line * scale).simplify(tolerance_km, preserve_topology=False)
    points: np.ndarray = np.asarray(kept.coords) / scale
    return points

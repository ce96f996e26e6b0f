"""Build the committed base map from four packages: ``python -m data.basemap.build``."""

import argparse
import hashlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PIL.Image import Image
from shapely import box
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from data.basemap import disputed, labels, measure, political, relief, sources, topology, water

FOLDER = Path(__file__).resolve().parent
EXTENT = (22, 20, 66, 46)
"""West, south, east, north, degrees."""

TOLERANCE = topology.Tolerance(focus=(33.5, 29, 49.5, 38.5), focus_km=0.4, elsewhere_km=1.5)
FOCUS_PAIRS = (("IQ", "SY"), ("JO", "SY"), ("IQ", "JO"))
AL_TANF = (38.6178, 33.5058)
ATTRIBUTION = "Base map: Natural Earth (public domain); town names: GeoNames (CC BY 4.0)"

Files = dict[str, bytes]


def main() -> None:
    """Build every file in memory, then replace the committed ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder of downloaded packages to use")
    parser.add_argument("--out", type=Path, default=FOLDER, help="folder to write to")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        files = build(sources.unpack(arguments.packages or Path(scratch)))
    for name, content in files.items():
        replace(arguments.out / name, content)
        print(f"{len(content):8,d}  {name}")


def build(packages: Mapping[str, Path]) -> Files:
    """
    Make all files of the base map.

    Parameters
    ----------
    packages
        Unpacked source files by name, see `sources.unpack`.

    Returns
    -------
    files
        File name to content. The same packages give the same bytes.
    """
    extent = box(*EXTENT)
    countries = topology.read(packages["countries-10m.json"])
    pieces = political.lands(countries, extent)
    arcs = topology.Arcs(countries.arcs, TOLERANCE)
    areas = political.areas(pieces, arcs, extent)
    scopes = {name: topology.read(packages[f"{name}.json"]) for name in _scopes()}
    lakes = water.lakes(scopes, extent)
    rivers = water.rivers(scopes, extent, lakes)
    borders = political.borders(pieces, arcs, extent)
    files = {
        "land.geojson": geojson(land_features(pieces, areas)),
        "borders.geojson": geojson(border_features(borders)),
        "coast.geojson": geojson([feature(political.coast(pieces, arcs, extent), kind="coast")]),
        "rivers.geojson": geojson(feature(shape, name=name) for name, shape in rivers.items()),
        "lakes.geojson": geojson(feature(shape, name=name) for name, shape in lakes.items()),
        "labels.csv": labels.labels(rivers, packages["territories.json"]).encode("utf-8"),
    }
    shading = relief.relief(packages["shadedrelief.jpg"], EXTENT)
    files["relief.webp"] = webp(shading)
    measured = measurements(pieces, countries, arcs, rivers, borders)
    files["basemap.json"] = metadata(files, shading.size, measured, borders)
    return files


def _scopes() -> list[str]:
    return sorted({scope for scope, _ in water.RIVERS.values()})


def land_features(
    pieces: Sequence[political.Land], areas: Mapping[str, BaseGeometry]
) -> list[dict[str, Any]]:
    """Return a feature per piece of land: ``country`` ISO alpha-2, ``iso_n3``, ``name``."""
    return [
        feature(
            areas[piece.land_id],
            piece.land_id,
            country=piece.country,
            iso_n3=piece.iso_n3,
            name=piece.name,
            disputed=piece.land_id in disputed.DISPUTED_LAND,
        )
        for piece in pieces
        if piece.land_id in areas
    ]


def border_features(borders: Mapping[tuple[str, str], BaseGeometry]) -> list[dict[str, Any]]:
    """Return a feature per pair of neighbours: ``pair`` (land ids, sorted) and ``disputed``."""
    return [
        feature(line, "-".join(pair), pair=list(pair), disputed=pair in disputed.DISPUTED)
        for pair, line in borders.items()
    ]


def feature(shape: BaseGeometry, feature_id: str = "", **properties: object) -> dict[str, Any]:
    """Return a GeoJSON feature; the id is left out where there is none."""
    named = {"id": feature_id} if feature_id else {}
    geometry = _plain(mapping(shape))
    return {"type": "Feature", **named, "properties": properties, "geometry": geometry}


def _plain(value: object) -> object:
    """Tuples to lists, 4 decimals without float noise, whole numbers without a point."""
    if isinstance(value, float):
        rounded = round(value, topology.DECIMALS)
        return int(rounded) if rounded.is_integer() else rounded
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (tuple, list)) else value


def geojson(features: Iterable[dict[str, Any]]) -> bytes:
    """Write a FeatureCollection, one feature a line, so that a change shows in a diff."""
    lines = [json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in features]
    body = ",\n".join(lines)
    return f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n'.encode()


def webp(image: Image) -> bytes:
    """Encode an image without loss."""
    out = io.BytesIO()
    image.save(out, "WEBP", lossless=True, method=6, exact=True)
    return out.getvalue()


def measurements(
    pieces: Sequence[political.Land],
    countries: topology.Topology,
    arcs: topology.Arcs,
    rivers: Mapping[str, BaseGeometry],
    borders: Mapping[tuple[str, str], BaseGeometry],
) -> dict[str, Any]:
    """Measure what the README and the about page say of the base map's precision."""
    shared: dict[tuple[str, ...], list[int]] = {}
    for number, beside in political.owners(pieces).items():
        shared.setdefault(tuple(sorted(set(beside))), []).append(number)
    moved = {
        "-".join(pair): measure.displacement_m(
            [countries.arcs[number] for number in shared[pair]],
            [arcs[number] for number in shared[pair]],
        )
        for pair in FOCUS_PAIRS
    }
    return {
        "tolerance_km": {"focus": TOLERANCE.focus_km, "elsewhere": TOLERANCE.elsewhere_km},
        "focus": list(TOLERANCE.focus),
        "source_step_degrees": [round(step, 4) for step in countries.step_degrees],
        "simplified_border_displacement": moved,
        "al_tanf_base_to_border_km": {
            "-".join(pair): measure.nearest_km(borders[pair], *AL_TANF) for pair in FOCUS_PAIRS
        },
        "euphrates_to_town_centre_km": {
            place_id: measure.nearest_km(rivers["Euphrates"], lon, lat)
            for place_id, (_, lon, lat) in measure.RIVERSIDE.items()
        },
    }


def metadata(
    files: Files,
    relief_size: tuple[int, int],
    measured: Mapping[str, Any],
    borders: Mapping[tuple[str, str], BaseGeometry],
) -> bytes:
    """Describe the base map: extent, files, relief bounds, disputes, measures, licences."""
    west, south, east, north = EXTENT
    content = {
        "attribution": ATTRIBUTION,
        "extent": {"west": west, "south": south, "east": east, "north": north},
        "files": {
            name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in sorted(files.items())
        },
        "relief": {
            "file": "relief.webp",
            "bounds": [[south, west], [north, east]],
            "rows": "Web Mercator (EPSG:3857)",
            "width_px": relief_size[0],
            "height_px": relief_size[1],
        },
        "disputed_borders": [
            {"pair": list(pair), "reason": reason}
            for pair, reason in disputed.DISPUTED.items()
            if pair in borders
        ],
        "disputed_land": list(disputed.DISPUTED_LAND),
        "measured": measured,
        "sources": [
            {
                "package": source.package,
                "version": source.version,
                "registry": source.registry,
                "sha256": source.sha256,
                "data": source.data,
                "gives": source.gives,
                "licence": source.licence,
            }
            for source in sources.SOURCES
        ]
        + [labels.SOURCE],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def replace(path: Path, content: bytes) -> None:
    """Write whole to a temporary name, sync, then rename over the old file."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as new:
        new.write(content)
        new.flush()
        os.fsync(new.fileno())
    written = Path(new.name)
    written.chmod(0o644)
    written.replace(path)


if __name__ == "__main__":
    main()

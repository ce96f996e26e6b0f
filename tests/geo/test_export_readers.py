"""Other programs read what leaves as GeoJSON, of the real atlas too."""

import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from geojson_pydantic import FeatureCollection

from geo.dataset import Dataset, load_dataset
from geo.export import EXPORTERS
from geo.export.geojson import write
from geo.select import select
from geo.selection import Selection

NOTHING = Selection(actors=frozenset(), layers=frozenset())


@pytest.fixture(scope="module")
def atlas() -> Dataset:
    return load_dataset()


@pytest.fixture(params=["small", "whole", "everything on", "stated only", "nothing"])
def taken(request: pytest.FixtureRequest, small: Dataset, atlas: Dataset) -> Dataset:
    """What a reader may take away."""
    chosen = {
        "everything on": Selection(),
        "stated only": Selection(stated_only=True),
        "nothing": NOTHING,
    }
    if request.param in chosen:
        return select(atlas, chosen[request.param])
    return small if request.param == "small" else atlas


def text_of(dataset: Dataset) -> str:
    stream = io.StringIO()
    write(dataset, stream)
    return stream.getvalue()


def test_geojson_pydantic_accepts_it(taken: Dataset) -> None:
    text = text_of(taken)
    parsed = FeatureCollection.model_validate_json(text)
    assert len(parsed.features) == sum(json.loads(text)["atlas"]["counts"].values())


def test_gdal_reads_every_feature(taken: Dataset, tmp_path: Path) -> None:
    ogrinfo = shutil.which("ogrinfo")
    if ogrinfo is None:
        if os.environ.get("CI") == "true":
            pytest.fail("ogrinfo is missing; install gdal-bin")
        pytest.skip("ogrinfo is missing")
    path = tmp_path / "atlas.geojson"
    EXPORTERS["geojson"].write_file(taken, path)
    done = subprocess.run([ogrinfo, "-al", "-so", path], capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stderr == ""
    count = len(json.loads(text_of(taken))["features"])
    assert f"Feature Count: {count}" in done.stdout
    assert ("event_id: String" in done.stdout) == bool(count)

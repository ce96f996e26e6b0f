"""Everything has an address that lasts: told on the page, read by GDAL, renewed with the data."""

import shutil
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import geopandas as gpd
import pytest
from playwright.sync_api import Browser, Page, expect

from geo.dataset import load_dataset
from tests.browser.server import ROOT, Server
from tests.geo.exporting import gdal, written

# It names a side, as the title of every event has to.
TITLE = "US-led: a title that stands in no table but this one"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The app as on a server of its own, for servers of one checkout share the address."""
    for name in ("geo", "layers", "panels", "data", ".streamlit"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", tmp_path)
    return tmp_path


@pytest.fixture
def server(checkout: Path) -> Iterator[Server]:
    with Server(base="maps/atlas", root=checkout) as running:
        yield running


def fetched(address: str) -> tuple[Message, bytes]:
    with urllib.request.urlopen(address) as answer:  # noqa: S310 - our own server
        return answer.headers, answer.read()


def told(page: Page, server: Server) -> str:
    """The address that the page about the map tells."""
    page.goto(f"{server.url}about")
    shown = page.get_by_test_id("stCode").filter(has_text="corridor-atlas.geojson")
    expect(shown).to_be_visible()
    return shown.inner_text().strip()


def test_gdal_opens_everything_from_the_address_and_finds_new_data_there(
    browser: Browser, server: Server, checkout: Path
) -> None:
    # Under a path Streamlit looks for itself at several addresses first, and says so.
    page = browser.new_page()
    address = told(page, server)
    assert address == f"{server.url}app/static/corridor-atlas.geojson"
    headers, content = fetched(address)
    whole = load_dataset(checkout / "data")
    assert content == written("geojson", whole)
    assert headers.get_content_type() == "application/geo+json"
    assert headers["Access-Control-Allow-Origin"] == "*"
    count = content.count(b'{"type":"Feature",')
    assert f"Feature Count: {count}" in gdal("ogrinfo", "-al", "-so", f"/vsicurl/{address}")
    assert len(gpd.read_file(address)) == count

    table = checkout / "data" / "events.csv"
    first = next(iter(whole.event_rows.values())).title
    table.write_text(table.read_text("utf-8").replace(first, TITLE, 1), "utf-8")
    assert told(page, server) == address
    renewed, content = fetched(address)
    assert content == written("geojson", load_dataset(checkout / "data"))
    assert TITLE.encode() in content
    # What a reader of it keeps is told apart from what is there now.
    assert renewed["ETag"] and renewed["ETag"] != headers["ETag"]
    said = gdal("ogrinfo", "-where", f"title = '{TITLE}'", "-al", "-so", f"/vsicurl/{address}")
    assert "Feature Count: 1" in said
    page.close()

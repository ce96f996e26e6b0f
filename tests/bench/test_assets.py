"""What the peers' pages ask a CDN for comes from packages, in the versions that they name."""

import json
import re
from types import SimpleNamespace
from typing import Any

import folium
import pytest
from folium.plugins import Timeline, TimelineSlider

from bench.apps import look
from bench.assets import ASSETS, BENCH, Watch, bring_home, local
from bench.events import SIDES
from layers.base.theme import LIGHT

PACKAGES: dict[str, str] = json.loads((BENCH / "package.json").read_text(encoding="utf-8"))[
    "dependencies"
]
ASKED = sorted(
    {
        link
        for element in (folium.Map, Timeline, TimelineSlider)
        for _, link in [*element.default_js, *getattr(element, "default_css", [])]
    }
)


@pytest.mark.parametrize("address", ASKED)
def test_an_address_that_folium_asks_for_has_its_file(address: str) -> None:
    asset = ASSETS[address]
    if asset.package:
        assert asset.package in PACKAGES
    else:
        assert asset.file.is_file()


def test_nothing_is_kept_that_nobody_asks_for() -> None:
    assert sorted(ASSETS) == ASKED
    assert {asset.package for asset in ASSETS.values()} - {""} == set(PACKAGES)


@pytest.mark.parametrize(
    "address", [address for address, asset in ASSETS.items() if not asset.stands_in]
)
def test_a_file_has_the_version_that_its_address_names(address: str) -> None:
    named = re.search(r"[@/-](\d+\.\d+\.\d+)[/.]", address)
    assert named and PACKAGES[ASSETS[address].package] == named[1]


def test_every_package_is_pinned() -> None:
    for name, version in PACKAGES.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name


def test_an_unknown_address_is_refused() -> None:
    with pytest.raises(LookupError, match=r"names no package for https://cdn\.example/new\.js"):
        local("https://cdn.example/new.js", "/")
    element = SimpleNamespace(default_js=[("new", "https://cdn.example/new.js")], default_css=[])
    with pytest.raises(LookupError):
        bring_home(element, "/")  # type: ignore[arg-type]


def test_a_request_to_elsewhere_fails_the_run() -> None:
    noted: list[Any] = []
    watch = Watch(SimpleNamespace(on=lambda _, note: noted.append(note)))  # type: ignore[arg-type]
    for address in ("http://127.0.0.1:8501/", "data:,x", "blob:http://127.0.0.1/1"):
        noted[0](SimpleNamespace(url=address))
    watch.check()
    noted[0](SimpleNamespace(url="https://cdn.example/new.js"))
    with pytest.raises(RuntimeError, match=r"asked for elsewhere: https://cdn\.example/new\.js"):
        watch.check()


def test_marks_look_the_same_everywhere() -> None:
    assert tuple(LIGHT[f"side-{side}"] for side in SIDES) == look.COLORS
    floors = (BENCH / "pages" / "floor_common.js").read_text(encoding="utf-8")
    for said in (
        f"COLORS: {json.dumps(look.COLORS)}",
        f'OUTLINE: "{look.OUTLINE}"',
        f"RADIUS_PX: {look.RADIUS_PX}",
        f"ZOOM: {look.ZOOM}",
        f"CENTER: {list(look.CENTER)}",
    ):
        assert said in floors

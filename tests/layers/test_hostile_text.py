"""Text from data never reaches a template: it leaves in the payload, unchanged, or not at all."""

import re
from enum import Enum

import pytest
from pydantic import BaseModel

from geo.dataset import Dataset
from layers.contract import Payload
from layers.draw.catalogue import LAYERS
from layers.page.figure import script
from layers.payload.whole import payload
from tests.contract import assert_kept
from tests.layers.conftest import HOSTILE, drawn

PLAIN = re.compile(r"((actor|place|route):)?[a-z0-9-]+|https?://\S+|")


@pytest.fixture(scope="module")
def rendered(hostile: Dataset) -> str:
    return script(hostile)


def rows(dataset: Dataset) -> list[BaseModel]:
    found: list[BaseModel] = []
    for name in ("articles", "actors", "gazetteer", "event_rows", "route_rows", "renamed"):
        found += getattr(dataset, name).values()
    for name in ("event_places", "claims", "participants", "relations", "coverage"):
        found += getattr(dataset, name)
    return found


def test_every_text_of_the_data_is_hostile_here(hostile: Dataset) -> None:
    for row in rows(hostile):
        for field, value in row:
            if isinstance(value, str) and not isinstance(value, Enum) and value != HOSTILE:
                assert PLAIN.fullmatch(value), (type(row).__name__, field, value)


@pytest.mark.parametrize(
    "trace", ["zq", "<img", "onerror", "alert", "</script", "${", "{{", "{%", "{#", "49zq", "zq49"]
)
def test_nothing_of_it_is_in_the_script(rendered: str, trace: str) -> None:
    assert trace not in rendered


def test_the_script_is_as_long_as_with_the_real_text(rendered: str, dataset: Dataset) -> None:
    assert len(rendered) == len(script(dataset))


def test_no_layer_carries_text_in_its_names(hostile: Dataset) -> None:
    for layer in LAYERS:
        for made in layer.draw(hostile):
            for element in (made, *drawn(made)):
                assert "zq" not in element.get_name()
                assert "zq" not in str(getattr(element, "layer_name", ""))


def test_the_payload_carries_the_text_unchanged(hostile: Dataset) -> None:
    packed = payload(hostile)
    event = packed["events"][0]
    assert event["title"] == HOSTILE
    assert event["claims"][0]["account"] == HOSTILE
    assert packed["places"][0]["name"] == HOSTILE
    assert_kept(Payload, packed)

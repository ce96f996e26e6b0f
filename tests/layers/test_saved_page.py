"""One HTML file holds the map: small, the same at every build, closed to everything else."""

import base64
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from geo.dataset import Dataset
from geo.model import credits
from geo.selection.select import select
from geo.selection.selection import Selection
from layers.base.typeface import FAMILY
from layers.page.page_shell import shell_of
from layers.page.saved_page import saved_page
from layers.payload.whole import payload
from tests.layers.conftest import HOSTILE

ROOT = Path(__file__).parent.parent.parent
FONTS = ROOT / "data" / "fonts"
DAY = date(2026, 3, 1)
MOST_BYTES = 900_000

BREAKING = f"</script><!-- <script> \u2028\u2029 --> {HOSTILE}"
SELECTIONS = {
    "strikes": Selection(types=frozenset({"airstrike"})),
    "an actor": Selection(actors=frozenset({"fatemiyoun"})),
    "a week, stated": Selection(
        first_day=date(2017, 5, 15), last_day=date(2017, 5, 21), stated_only=True
    ),
    "nothing": Selection(actors=frozenset()),
}


class Elements(HTMLParser):
    """The elements of a page, and the text of its scripts by id."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: dict[str, str] = {}
        self.within: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.within = (dict(attrs).get("id") or "module") if tag == "script" else None
        if self.within:
            self.scripts[self.within] = ""

    def handle_data(self, data: str) -> None:
        if self.within:
            self.scripts[self.within] += data

    def handle_endtag(self, _tag: str) -> None:
        self.within = None


def read(page: str) -> Elements:
    elements = Elements()
    elements.feed(page)
    return elements


def unpacked(elements: Elements, name: str) -> str:
    return gzip.decompress(base64.b64decode(elements.scripts[f"atlas-{name}"])).decode()


def drawing(page: str) -> dict[str, Any]:
    return json.loads(unpacked(read(page), "drawing"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def whole(dataset: Dataset) -> str:
    return saved_page(dataset, Selection(), DAY)


def test_it_is_small(whole: str) -> None:
    assert len(whole.encode()) < MOST_BYTES


def test_builds_of_two_processes_differ_in_nothing(whole: str) -> None:
    code = (
        "import sys, datetime; from geo.dataset import load_dataset as load; "
        "from geo.selection.selection import Selection; from layers.page.saved_page import "
        "saved_page; "
        f"sys.stdout.write(saved_page(load(), Selection(), datetime.date{DAY.timetuple()[:3]}))"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        assert done.stdout.decode() == whole


def test_another_day_changes_the_day_alone(whole: str, dataset: Dataset) -> None:
    other = saved_page(dataset, Selection(), date(2026, 3, 2))
    assert other.replace('"saved_on":"2026-03-02"', '"saved_on":"2026-03-01"') == whole


def test_its_policy_allows_its_own_script_and_no_address(whole: str) -> None:
    elements = read(whole)
    policy = next(
        attrs["content"] or ""
        for tag, attrs in elements.tags
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    )
    digest = hashlib.sha256(elements.scripts["module"].encode()).digest()
    assert f"script-src 'sha256-{base64.b64encode(digest).decode()}' blob:;" in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"https?:|'self'|\*|unsafe-eval", policy)
    assert policy.count("unsafe-inline") == 1
    assert "font-src data:;" in policy


def test_it_carries_its_typeface_and_its_licence_in_full(whole: str) -> None:
    faces = re.findall(r"@font-face \{(.*?)\}", whole)
    assert len(faces) == 1
    for declared in (f'font-family: "{FAMILY}"', "font-weight: 400 700", 'format("woff2")'):
        assert declared in faces[0]
    content = re.search(r"url\(data:font/woff2;base64,([^)]+)\)", faces[0])
    assert content
    assert base64.b64decode(content[1]) == (FONTS / "atlas-sans.woff2").read_bytes()
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert read(whole).scripts["atlas-font-licence"] == licence


def test_its_credits_name_typeface_holder_and_licence() -> None:
    holder = (FONTS / "OFL.txt").read_text(encoding="utf-8").split(" (")[0]
    texts = {
        "saved page": credits.IN_SAVED_PAGE,
        "about.py": credits.ON_ABOUT_PAGE.replace("\n", " "),
        "README": (ROOT / "README.md").read_text(encoding="utf-8"),
        "data/README": (ROOT / "data" / "README.md").read_text(encoding="utf-8"),
    }
    for name, text in texts.items():
        for word in ("Source Sans", FAMILY, holder, "SIL Open Font License 1.1"):
            assert word in text, f"{name}: {word}"


def test_it_names_nothing_outside_itself(whole: str) -> None:
    for tag, attrs in read(whole).tags:
        assert "src" not in attrs
        assert tag != "a"
        assert attrs.get("href", "data:,") == "data:,"


@pytest.mark.parametrize("part", ["page", "code", "drawing", "basemap", "start"])
def test_no_place_of_this_machine_or_server_is_inside(whole: str, part: str) -> None:
    elements = read(whole)
    text = {"page": whole, "start": elements.scripts["atlas-start"]}.get(part)
    text = text or unpacked(elements, part)
    # With its colon: four figures alone occur by chance in what is packed.
    for word in (str(ROOT), str(Path.home()), "localhost", "127.0.0.1", "app/static", ":8501"):
        assert word not in text


def test_text_from_data_is_in_the_packed_part_alone(hostile: Dataset) -> None:
    page = saved_page(hostile, Selection(find="zq"), DAY)
    assert HOSTILE not in page
    packed = drawing(page)
    assert packed["payload"]["events"][0]["title"] == HOSTILE
    assert "zq" not in packed["script"]


def test_a_search_text_ends_no_script(dataset: Dataset, whole: str) -> None:
    page = saved_page(dataset, Selection(find=BREAKING), DAY)
    elements = read(page)
    assert [tag for tag, _ in elements.tags] == [tag for tag, _ in read(whole).tags]
    assert "<" not in elements.scripts["atlas-start"]
    assert json.loads(elements.scripts["atlas-start"])["query"].startswith("find=")


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
def test_all_is_inside_or_only_what_is_selected(dataset: Dataset, selection: Selection) -> None:
    kept = select(dataset, selection)
    everything = payload(dataset)
    for only_selected in (False, True):
        inside = drawing(saved_page(dataset, selection, DAY, only_selected))["payload"]
        events = [row for row in everything["events"] if row["id"] in kept.event_rows]
        routes = [row for row in everything["routes"] if row["id"] in kept.route_rows]
        assert [row["id"] for row in inside["events"]] == list(
            kept.event_rows if only_selected else dataset.event_rows
        )
        if not only_selected:
            continue
        links = {"relations", "related"}
        for found, expected in zip(inside["events"], events, strict=True):
            assert {k: v for k, v in found.items() if k not in links} == {
                k: v for k, v in expected.items() if k not in links
            }
        assert inside["routes"] == routes
        for article in inside["articles"]:
            assert {*article["stops"], *article["told"]} <= set(kept.event_rows)


def test_no_claim_or_title_of_another_event_is_in_what_is_only_selected(dataset: Dataset) -> None:
    selection = SELECTIONS["strikes"]
    kept = select(dataset, selection).event_rows
    text = unpacked(read(saved_page(dataset, selection, DAY, True)), "drawing")
    for event_id, event in dataset.event_rows.items():
        title = f'"title":{json.dumps(event.title, ensure_ascii=False)}'
        assert (title in text) == (event_id in kept)


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{style}}", "</style>"),
        ("{{style}}", "<!-- "),
        ("{{script}}", "a"),
        ("{{style}}", "</script"),
    ],
)
def test_a_text_that_would_leave_its_element_is_refused(template: str, text: str) -> None:
    with pytest.raises(ValueError, match="'style' cannot be put into the page"):
        shell_of(template, {"style": text})


def test_what_stands_in_one_text_is_no_place_for_another() -> None:
    assert shell_of("{{a}} {{b}}", {"a": "{{b}}", "b": "2"}) == "{{b}} 2"

"""What the README says of the atlas is true: counts, commands, files it points to."""

import json
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from bench.downloads import Taken, sentence
from bench.report import targets_table
from bench.result import Result, Typed
from bench.sessions import Stepped
from bench.sessions_report import session_checks
from bench.targets import checks, find_checks
from geo.dataset import load_dataset
from geo.rules.placement import mark

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "bench/README.md",
    "docs/saved-page.md",
    "data/README.md",
    "data/basemap/README.md",
    "docs/formats.md",
    "docs/python.md",
    "docs/trace.md",
)


def counts() -> str:
    """Return the sentence of counts, from the tables."""
    data = load_dataset()
    placed = sum(mark(data, event_id) is not None for event_id in data.event_rows)
    return (
        f"{len(data.articles)} articles, coded passage by passage ({len(data.coverage)} passages); "
        f"{len(data.event_rows)} events, {placed} of them with a mark on the map; "
        f"{len(data.claims)} claims; {len(data.actors)} actors; {len(data.gazetteer)} places; "
        f"{len(data.route_rows)} routes and branches."
    )


def test_the_counts_are_those_of_the_tables() -> None:
    block = re.search(r"<!-- counts[^>]*-->\n(.*?)\n<!-- /counts -->", README, re.DOTALL)
    assert block
    assert " ".join(block[1].split()) == counts()


def test_the_bench_is_quoted_as_it_was_measured() -> None:
    run = json.loads((ROOT / "bench" / "results" / "bench.json").read_text(encoding="utf-8"))
    judged = checks([Result(**one) for one in run["results"]])
    assert [asdict(one) for one in judged] == run["targets"]
    block = re.search(r"<!-- bench[^>]*-->\n(.*?)\n<!-- /bench -->", README, re.DOTALL)
    assert block
    assert block[1].strip().splitlines() == targets_table(judged)


def test_find_is_quoted_as_it_was_measured() -> None:
    run = json.loads((ROOT / "bench" / "results" / "find.json").read_text(encoding="utf-8"))
    judged = find_checks([Typed(**one) for one in run["results"]])
    assert [asdict(one) for one in judged] == run["targets"]
    block = re.search(r"<!-- find[^>]*-->\n(.*?)\n<!-- /find -->", README, re.DOTALL)
    assert block
    assert block[1].strip().splitlines() == targets_table(judged)


def test_many_readers_are_quoted_as_they_were_measured() -> None:
    run = json.loads((ROOT / "bench" / "results" / "sessions.json").read_text(encoding="utf-8"))
    judged = session_checks([Stepped(**one) for one in run["results"]])
    assert [asdict(one) for one in judged] == run["targets"]
    block = re.search(r"<!-- sessions[^>]*-->\n(.*?)\n<!-- /sessions -->", README, re.DOTALL)
    assert block
    assert block[1].strip().splitlines() == targets_table(judged)


def test_the_downloads_are_quoted_as_they_were_tried() -> None:
    run = json.loads((ROOT / "bench" / "results" / "downloads.json").read_text(encoding="utf-8"))
    taken = [Taken(**one) for one in run["results"]]
    block = re.search(r"<!-- downloads[^>]*-->\n(.*?)\n<!-- /downloads -->", README, re.DOTALL)
    assert block
    assert block[1] == sentence(taken, run["reruns"], run["readers"])


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_points_to_is_there(page: str) -> None:
    folder = (ROOT / page).parent
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (folder / target).exists(), target


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)", README, re.MULTILINE))
def test_every_make_target_of_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_requirement_is_pinned() -> None:
    for name in (
        *("requirements.txt", "requirements-notebook.txt", "requirements-dev.txt"),
        "bench/requirements.txt",
    ):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith(("#", "-r")):
                assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", line), line

"""Every format is documented, and what its page says is what it does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from geo.__main__ import main
from geo.dataset import Dataset
from geo.export import EXPORTERS
from geo.export.inert import as_it_was, inert
from tests.geo.exporting import written
from tests.geo.odd_strings import ODD_STRINGS

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
# examples/map.py draws; tests/browser/test_standalone.py opens what it saves.
EXAMPLES = [one for one in sorted((ROOT / "examples").glob("*.py")) if one.stem != "map"]
PROGRAMS = ("QGIS", "Google Earth", "geopandas", "kepler.gl", "spreadsheet")
SECTIONS = dict(
    re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL),
)


@pytest.mark.parametrize("name", list(EXPORTERS))
def test_every_format_says_how_to_open_it_and_what_it_lacks(name: str) -> None:
    exporter = EXPORTERS[name]
    section = SECTIONS[exporter.label]
    for program in PROGRAMS:
        assert program in section, program
    assert "**What it does not carry**" in section
    anchor = re.sub(r"[^\w -]", "", exporter.label.lower()).replace(" ", "-")
    assert f"| [`{name}`](#{anchor}) | `{exporter.suffix}` |" in PAGE


def test_no_page_is_of_a_format_that_is_not_there() -> None:
    assert set(SECTIONS) == {exporter.label for exporter in EXPORTERS.values()}


@pytest.mark.parametrize("options", re.findall(r"-m geo (export .+)$", PAGE, re.MULTILINE))
def test_every_command_of_the_page_runs(
    options: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: object
) -> None:
    words = re.split(r"\s+#", options)[0].split(" > ")[0].split()
    words = [str(ROOT / word) if word.startswith("data/") else word for word in words]
    monkeypatch.chdir(tmp_path)
    if "-o" not in words:
        words += ["-o", "out"]
    assert main(words) == 0
    assert len(list(tmp_path.iterdir())) == 1


def test_the_apostrophe_is_taken_back_as_the_page_says() -> None:
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert code
    known: dict[str, object] = {}
    exec(code[1], known)  # noqa: S102
    as_told = known["as_it_was"]
    assert callable(as_told)
    for text in ODD_STRINGS:
        assert as_told(inert(text)) == as_it_was(inert(text)) == text


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda path: path.name)
def test_an_example_answers_its_question(script: Path, committed: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "atlas.geojson"
    path.write_bytes(written("geojson", committed))
    done = subprocess.run(
        [sys.executable, script, path], capture_output=True, text=True, check=True
    )
    found = [line for line in done.stdout.splitlines() if "several-voices" in line]
    assert found and done.stderr == ""
    lines = script.read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line]) <= 11
    assert script.name in PAGE

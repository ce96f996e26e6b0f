"""The command line saves the page: the options, messages and exit codes of geo's own export."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from geo.__main__ import main as export_data
from geo.dataset import DATA_FOLDER
from layers.__main__ import main
from tests.geo.conftest import SMALL

DATA = ["--data", str(SMALL)]
OPTIONS = [
    *("--article", "newarab-2017-05-31", "--actor", "us-military", "--type", "airstrike"),
    *("--side", "us-coalition", "--role", "target"),
    *("--from", "2017-05-01", "--to", "2017-06-30", "--day-of", "reported", "--stated-only"),
]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main([*arguments, *DATA])
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def start(page: str) -> dict[str, object]:
    found = re.search(r'id="atlas-start">(.*?)</script>', page)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def test_a_file_gets_what_standard_output_would(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "atlas.html"
    code, to_output, err = run(capsys, "export")
    assert (code, err) == (0, "")
    assert to_output.startswith("<!doctype html>")
    assert run(capsys, "export", "-o", str(path)) == (0, "", "")
    assert path.read_text(encoding="utf-8") == to_output
    assert [one.name for one in tmp_path.iterdir()] == ["atlas.html"]


def test_every_option_is_in_what_the_page_begins_with(capsys: pytest.CaptureFixture[str]) -> None:
    code, page, _ = run(capsys, "export", *OPTIONS, "--only-selected")
    assert code == 0
    assert start(page)["only_selected"] is True
    assert start(page)["query"] == (
        "articles=newarab-2017-05-31&actors=us-military&types=airstrike&"
        "sides=us-coalition&role=target&first_day=2017-05-01&last_day=2017-06-30&"
        "day_of=reported&stated_only=1"
    )


@pytest.mark.parametrize(
    "options",
    [
        ["--actor", "us-militry"],
        ["--article", "guardian"],
        ["--type", "air-strike"],
        ["--from", "2017-05-18", "--to", "2017-05-01"],
        ["--data", "no-such-folder"],
    ],
)
def test_a_wrong_option_is_named_as_geo_names_it(
    capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    said = []
    for command in (main, export_data):
        assert command(["export", *DATA, *options]) == 2
        said.append(capsys.readouterr())
    assert said[0].out == ""
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--from", "18 May"], "'18 May' is not a day; write it as 2017-05-18"),
        (["-o", "/no/such/folder/atlas.html"], "No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_2(
    capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    code, out, err = run(capsys, "export", *options)
    assert (code, out) == (2, "")
    assert message in err


def test_where_somebody_watches_it_says_what_takes_its_time(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _, _, err = run(capsys, "export")
    assert err == "Reading the tables …\r\033[KDrawing the map …\r\033[K"


def test_the_module_runs_in_any_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "layers", "export", *DATA],
        capture_output=True,
        cwd=DATA_FOLDER.parent,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PATH": ""},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8").startswith("<!doctype html>")

"""The command line does what the map does, and exits 0, or 2 with the problems."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from geo.__main__ import main
from geo.dataset import DATA_FOLDER
from tests.geo.conftest import SMALL

DATA = ["--data", str(SMALL)]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    try:
        code = main([*arguments, *DATA])
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def exported(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    code, out, err = run(capsys, "export", *options)
    assert (code, err) == (0, "")
    properties = [each["properties"] for each in json.loads(out)["features"]]
    return [p["event_id"] for p in properties if p["kind"] == "event"]


def test_data_without_problems_is_said_to_have_none(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "validate")
    assert (code, err) == (0, "")
    assert out.startswith("small: no problems; version ")


def test_problems_go_to_standard_error_with_exit_2(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "gazetteer.csv"
    path.write_text(path.read_text("utf-8").replace("33.5058,38", "95,38"), encoding="utf-8")
    code = main(["validate", "--data", str(folder)])
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "small/gazetteer.csv line 2: lat '95' is no latitude; it lies between -90 and 90",
        "small/gazetteer.csv line 18: lat '95' is no latitude; it lies between -90 and 90",
        "2 problems",
    ]


def test_everything_is_exported_without_options(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(exported(capsys)) == 10


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--article", "newarab-2017-05-31", "--type", "airstrike"], ["strike-2017-05-18"]),
        (["--actor", "fatemiyoun"], ["shipment-2021-02-22"]),
        (
            ["--type", "airstrike", "--type", "rocket-attack", "--from", "2021-01-01"],
            ["strike-2021-02-25", "erbil-attack-2021-02-15"],
        ),
        (["--to", "2017-05-14", "--type", "troop-movement"], ["hezbollah-reinforcement-2017-05"]),
        (["--type", "airstrike", "--from", "2021-02-26"], []),
        (
            ["--type", "airstrike", "--from", "2021-02-26", "--day-of", "reported"],
            ["strike-2021-02-25"],
        ),
        (["--stated-only", "--type", "leaflet-drop"], ["leaflets-2017-05"]),
    ],
)
def test_options_select(
    capsys: pytest.CaptureFixture[str], options: list[str], expected: list[str]
) -> None:
    assert exported(capsys, "--format", "geojson", *options) == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--actor", "us-militry"], "--actor 'us-militry' is not in actors.csv; nearest is 'us-m"),
        (["--article", "guardian"], "--article 'guardian' is not in articles.csv"),
        (["--type", "air-strike"], "nearest is 'airstrike'"),
        (["--from", "18 May"], "'18 May' is not a day; write it as 2017-05-18"),
        (["--from", "2017-05-18", "--to", "2017-05-01"], "--to '2017-05-01' is before --from"),
        (["--format", "shapefile"], "invalid choice"),
        (["-o", "/no/such/folder/atlas.geojson"], "No such file or directory"),
    ],
)
def test_a_wrong_option_is_named_with_exit_2(
    capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    code, out, err = run(capsys, "export", *options)
    assert (code, out) == (2, "")
    assert message in err


def test_a_file_gets_what_standard_output_would(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "atlas.geojson"
    _, to_output, _ = run(capsys, "export")
    code, out, err = run(capsys, "export", "-o", str(path))
    assert (code, out, err) == (0, "", "")
    assert path.read_text(encoding="utf-8") == to_output


def test_stats_count_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "stats")
    assert code == 0
    counts = dict(line.strip().rsplit(maxsplit=1) for line in out.splitlines())
    assert counts["events"] == "10"
    assert counts["with a mark"] == "7"
    assert counts["undated"] == "1"
    assert counts["airstrike"] == "2"


def test_the_module_runs_in_any_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "geo", "export", *DATA],
        capture_output=True,
        cwd=DATA_FOLDER.parent,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PATH": "", "PYTHONWARNINGS": "error"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "دمشق" in done.stdout.decode("utf-8")

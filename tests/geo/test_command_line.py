"""The command line does what the map does, and exits 0, or 2 with the problems."""

import io
import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from geo import progress
from geo.__main__ import main
from geo.dataset import DATA_FOLDER, Dataset, load_dataset
from geo.export import EXPORTERS
from geo.model.vocabulary import Role, Side
from tests.geo.conftest import SMALL
from tests.geo.exporting import written

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
    _, out, _ = run(capsys, "export")
    assert out.encode() == written("geojson", load_dataset(SMALL))


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
        (["--format", "gpkg", "-o", "/no/such/folder/atlas.gpkg"], "No such file or directory"),
        (["--events", "/no/such/events.csv"], "No such file or directory"),
        (["--events", "x.csv", "--format", "kml"], "--events goes with --format geojson, not kml"),
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


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_every_format_takes_the_same_options(
    name: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "out"
    options = ["--type", "airstrike", "--from", "2021-01-01", *DATA]
    assert main(["export", "--format", name, "-o", str(path), *options]) == 0
    everything = tmp_path / "everything"
    assert main(["export", "--format", name, "-o", str(everything), *DATA]) == 0
    assert 0 < path.stat().st_size < everything.stat().st_size or name == "gpkg"
    assert main(["export", "--format", name, *options]) == 0
    out, err = capfdbinary.readouterr()
    # GeoPackage holds the moment at which it was made.
    assert (out, err) == (path.read_bytes(), b"") or (name == "gpkg" and out[:6] == b"SQLite")


def test_own_events_are_exported_by_the_same_options(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("event_id,title,type\na,A,airstrike\nb,B,visit\n", encoding="utf-8")
    code, out, err = run(capsys, "export", "--events", str(path), "--type", "airstrike")
    assert (code, err) == (0, "")
    assert [each["properties"]["event_id"] for each in json.loads(out)["features"]] == ["a"]
    path.write_text("event_id,title,type\na,A,air-strike\n", encoding="utf-8")
    code, out, err = run(capsys, "export", "--events", str(path))
    assert (code, out) == (2, "")
    assert "mine.csv line 2: type 'air-strike'" in err


class Terminal(io.StringIO):
    """Somebody watches."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_no_bytes_that_it_cannot_show(monkeypatch: pytest.MonkeyPatch) -> None:
    err = io.StringIO()
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(sys, "stderr", err)
    assert main(["export", "--format", "gpkg", *DATA]) == 2
    assert err.getvalue() == "GeoPackage is no text for a terminal; name a file with -o\n"


@pytest.mark.parametrize("name", EXPORTERS)
def test_a_terminal_gets_what_is_text_and_nothing_else(
    name: str, monkeypatch: pytest.MonkeyPatch, small: Dataset
) -> None:
    content = io.BytesIO()
    EXPORTERS[name].write(small, content)
    try:
        is_text = "\0" not in content.getvalue().decode("utf-8")
    except UnicodeDecodeError:
        is_text = False
    watched = Terminal()
    monkeypatch.setattr(watched, "buffer", io.BytesIO(), raising=False)
    monkeypatch.setattr(sys, "stdout", watched)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert main(["export", "--format", name, *DATA]) == (0 if is_text else 2)


def test_a_bar_shows_on_a_terminal_when_work_lasts_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for watched, patience_s, drawn in (
        (True, 0.0, True),
        (True, math.inf, False),
        (False, 0.0, False),
    ):
        err = Terminal() if watched else io.StringIO()
        monkeypatch.setattr(sys, "stderr", err)
        monkeypatch.setattr(progress, "PATIENCE_S", patience_s)
        assert list(progress.bar(range(5), "Writing", 5)) == list(range(5))
        assert ("Writing" in err.getvalue()) == drawn


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


@pytest.mark.parametrize("side", list(Side))
def test_without_a_side_the_file_holds_nothing_that_only_it_did(
    capsys: pytest.CaptureFixture[str], side: Side
) -> None:
    others = [word for other in Side if other is not side for word in ("--side", other)]
    assert main(["export", *others]) == 0
    collection = json.loads(capsys.readouterr().out)
    events = [f["properties"] for f in collection["features"] if f["properties"]["kind"] == "event"]
    assert collection["atlas"]["selection"]["role"] == "did"
    whole = load_dataset()
    expected = set()
    for event_id in whole.event_rows:
        doers = {
            row.side or whole.actors[row.actor_id].side
            for row in whole.participants_of(event_id)
            if row.role == "initiator"
        }
        if (doers or {Side.OTHER}) - {side}:
            expected.add(event_id)
    assert {event["event_id"] for event in events} == expected
    for event in events:
        doers = {actor["side"] for actor in event["actors"] if actor["role"] == "initiator"}
        assert (doers or {"other"}) != {str(side)}


def test_a_role_widens_what_an_actor_brings(capsys: pytest.CaptureFixture[str]) -> None:
    found = [exported(capsys, "--actor", "iran", "--role", role) for role in Role]
    did, target, anyone = map(set, found)
    assert did < target < anyone
    assert "strike-2017-05-18" in target - did
    assert "erbil-attack-2021-02-15" in anyone - target


def test_an_unknown_side_or_role_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "export", "--side", "iran")
    assert (code, err.splitlines()[0][:40]) == (2, "--side 'iran' is not in the list of side")
    code, _, err = run(capsys, "export", "--role", "done")
    assert code == 2
    assert "invalid choice: 'done'" in err

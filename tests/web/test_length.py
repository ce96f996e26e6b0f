"""No function of the browser half is longer than a screen."""

import re

import pytest

from tests.web.bundle import NPM, WEB, linted

MOST_LINES = 80
CONFIG = NPM / "eslint.config.js"


def test_every_room_is_held() -> None:
    text = CONFIG.read_text(encoding="utf-8")
    assert 'const SHORT = [...FLOORS, ...ROOMS, "app"];' in text
    lists = re.findall(r"const (?:FLOORS|ROOMS) = \[([^\]]*)\]", text)
    listed = {name for part in lists for name in re.findall(r'"(\w+)"', part)}
    assert listed | {"app"} == {path.name for path in WEB.iterdir() if path.is_dir()}


@pytest.mark.parametrize(
    "filling", ["  // A word.", "", "  fits();"], ids=["words", "blank", "code"]
)
def test_one_line_more_is_refused(filling: str) -> None:
    fits = ["export function fits() {", *[filling] * (MOST_LINES - 2), "}"]
    long = ["export function long() {", *[filling] * (MOST_LINES - 1), "}"]
    done = linted("base/new.js", "\n".join([*fits, *long, ""]))
    assert re.findall(r"Function '(\w+)' has too many lines \((\d+)\)", done.stdout) == [
        ("long", str(MOST_LINES + 1))
    ], done.stdout + done.stderr

"""No function of the browser half is longer than a screen, in the rooms that eslint holds to it."""

import re
import subprocess

import pytest

from tests.web.bundle import NPM, ROOT, TOOLS, WEB

MOST_LINES = 80
CONFIG = NPM / "eslint.config.js"


def test_the_floors_are_held_and_every_room_named_there_is_one() -> None:
    names = re.search(r"const SHORT = \[([^\]]*)\]", CONFIG.read_text(encoding="utf-8"))
    assert names
    held = re.findall(r'"(\w+)"', names[1])
    assert {"base", "rules", "state"} <= set(held)
    assert [room for room in held if not (WEB / room).is_dir()] == []


@pytest.mark.parametrize(
    "filling", ["  // A word.", "", "  fits();"], ids=["words", "blank", "code"]
)
def test_one_line_more_is_refused(filling: str) -> None:
    fits = ["export function fits() {", *[filling] * (MOST_LINES - 2), "}"]
    long = ["export function long() {", *[filling] * (MOST_LINES - 1), "}"]
    command = [TOOLS / "eslint", "--config", CONFIG, "--stdin"]
    done = subprocess.run(
        [*command, "--stdin-filename", "layers/web/base/new.js"],
        cwd=ROOT,
        input="\n".join([*fits, *long, ""]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.findall(r"Function '(\w+)' has too many lines \((\d+)\)", done.stdout) == [
        ("long", str(MOST_LINES + 1))
    ], done.stdout + done.stderr

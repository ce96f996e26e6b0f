"""What the modules say of their types holds, and the payload's contract binds those who read it."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.web.bundle import NPM, ROOT, TOOLS, WEB


def _said_of(config: Path) -> str:
    """Return what the compiler says of all that a configuration names; nothing is well."""
    done = subprocess.run(
        [TOOLS / "tsc", "-p", config], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert bool(done.returncode) == bool(done.stdout), done.stdout + done.stderr
    return done.stdout


def test_the_floors_hold_to_their_types_strictly() -> None:
    said = _said_of(NPM / "tsconfig.strict.json")
    assert not said, said


def test_the_rooms_hold_to_their_types_with_null_told_apart() -> None:
    said = _said_of(NPM / "tsconfig.json")
    assert not said, said


@pytest.mark.parametrize(
    ("reading", "fault"),
    [
        ("row.title", None),
        ("row.titel", "Property 'titel' does not exist on type 'EventRow'"),
        ("row.mark[0]", "'row.mark' is possibly 'null'"),
        ("row.count > 1", "'row.count' is possibly 'null'"),
        ('row.status === "done"', "This comparison appears to be unintentional"),
    ],
)
def test_a_wrong_field_of_the_payload_is_refused(
    tmp_path: Path, reading: str, fault: str | None
) -> None:
    contract = (WEB / "base" / "payload.js").as_posix()
    (tmp_path / "reader.js").write_text(
        f'/** @import {{ EventRow }} from "{contract}" */\n'
        f"/** @type {{(row: EventRow) => unknown}} */\nexport const read = (row) => {reading};\n",
        encoding="utf-8",
    )
    strict = {"extends": (NPM / "tsconfig.strict.json").as_posix(), "include": ["reader.js"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(strict), encoding="utf-8")
    said = _said_of(tmp_path / "tsconfig.json")
    assert (fault in said) if fault else not said, said

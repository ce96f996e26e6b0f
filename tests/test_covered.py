"""What `make coverage` says of the browser's sources, held to sources whose branches are known."""

import gzip
import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.covered.bundles import MAPPED, with_map
from tests.web.bundle import COMMON, ROOT, TOOLS
from tests.web.node import NODE

# Line by line: what did not run of it.
LINES = {
    "const is = (value) => value;": (),
    "const never = () => 1;": ("function",),
    "if (is(true)) is(1);": ("else",),
    "if (is(false)) is(1);": ("if",),
    "if (is(false)) is(1); else is(2);": ("if",),
    "for (const one of [true, false]) if (one) is(1);": (),
    "is(is(true) ? is(1) : is(2));": (":",),
    "is(is(false) ? is(1) : is(2));": ("?",),
    "is(is(true) && is(false) && is(3));": ("operand",),
    "is(is(0) || is(0) || is(3));": (),
    "is(is(null) ?? (() => 1));": ("function",),
    "is(is(true) ? () => 1 : () => 2)();": (":", "function"),
    "const early = (value) => { if (value) return 1; return is(2); };": ("else",),
    "early(true);": (),
    "const left = (value) => { if (value) return; const a = is(1) || is(2); if (a) is(a); };": (
        "else",
        "if",
        "else",
        "operand",
        "operand",
    ),
    "left(true);": (),
    "is(is(null)?.a(is(1) && is(2)));": ("operand", "operand"),
    "switch (is(2)) { case 1: is(1); break; case 2: case 3: is(3); break; default: is(0); }": (
        "case",
        "case",
    ),
    "is({ own() { return 1; }, get other() { return is(2); } }).own();": ("function",),
    "is(is(true) ? true : false);": (":",),
}
SOURCE = "\n".join(["(() => {", *LINES, "})();", ""])
EXPECTED = [f"{line} {kind}" for line, kinds in enumerate(LINES.values(), 2) for kind in kinds]


def told(folder: Path) -> dict[str, Any]:
    """Return what is told of the sources of a folder, of what Node counted while they ran."""
    command = [NODE, ROOT / "tests" / "npm" / "covered.cjs", folder, folder, "a.js"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["files"]["a.js"]  # type: ignore[no-any-return]


def without(rows: list[str], row: str) -> list[str]:
    return [one for one in rows if one != row]


def ran(folder: Path, name: str) -> None:
    environment = {**os.environ, "NODE_V8_COVERAGE": str(folder / "node")}
    subprocess.run([NODE, folder / name], env=environment, check=True)


def test_every_kind_of_branch_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(SOURCE, encoding="utf-8")
    ran(tmp_path, "a.js")
    assert sorted(told(tmp_path)["missed"]) == sorted(EXPECTED)


def test_a_minified_bundle_tells_the_same_but_for_what_it_folds(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(SOURCE, encoding="utf-8")
    command = [TOOLS / "esbuild", "a.js", *COMMON, "--format=iife", "--minify", MAPPED]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    text, its_map = with_map(done.stdout, "")
    # As the page has it: behind a script of others.
    script = f"(() => {{}})();\n{text}"
    (tmp_path / "hash.js").write_text(script, encoding="utf-8")
    ran(tmp_path, "hash.js")
    [counted] = (tmp_path / "node").iterdir()
    counts = json.loads(counted.read_text(encoding="utf-8"))["result"]
    [functions] = [one["functions"] for one in counts if one["url"].endswith("hash.js")]
    with gzip.open(tmp_path / "1.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"text": "hash", "functions": functions}))
    (tmp_path / "bundles").mkdir()
    bundle = json.dumps({"text": text, "map": its_map})
    (tmp_path / "bundles" / "0.json").write_text(bundle, encoding="utf-8")
    found = told(tmp_path)
    assert found["folded"] == 2
    folded = next(at for at, line in enumerate(LINES, 2) if "true : false" in line)
    assert sorted(found["missed"]) == sorted(without(EXPECTED, f"{folded} :"))


def test_what_never_ran_is_missed_whole(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(SOURCE, encoding="utf-8")
    found = told(tmp_path)
    assert [found[name][0] for name in ("branches", "functions")] == [0, 0]
    assert found["branches"][1] + found["functions"][1] == len(found["missed"])

"""
Run tests and print which branches they ran, in Python and in the browser.

``python -m tests.covered`` passes what it is given on to pytest. ``python -m tests.covered beside
OLD_CHECKOUT`` prints what was found last here beside what was found last there.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coverage import CoverageData

from tests.covered import FOLDER, TESTS
from tests.covered.bundles import bundles
from tests.web.bundle import ROOT, WEB
from tests.web.node import NODE

TALLIES = ("branches", "functions")
Tally = tuple[int, int]
Row = dict[str, Tally]


def main() -> int:
    """Do what the command line asks; return pytest's word on the tests."""
    given = sys.argv[1:]
    if given[:1] == ["beside"]:
        beside(Path(given[1]))
        return 0
    folder = ROOT / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    scripts = folder / "scripts"
    (scripts / "bundles").mkdir(parents=True)
    for number, bundle in enumerate(bundles()):
        (scripts / "bundles" / f"{number}.json").write_text(json.dumps(bundle), encoding="utf-8")
    environment = {
        **os.environ,
        "COVERAGE_FILE": str(folder / "python"),
        "COVERED_SCRIPTS": str(scripts),
        "NODE_V8_COVERAGE": str(scripts / "node"),
    }
    plugin = ["-p", "tests.covered.pages"]
    command = [sys.executable, "-m", "coverage", "run", "-m", "pytest", *plugin, *given]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    del environment["NODE_V8_COVERAGE"]
    report = {"python": of_python(folder, environment), "browser": of_scripts(scripts)}
    (folder / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    tests = {"python": tests_of_python(folder), "browser": of_scripts(scripts, "covered-tests.cjs")}
    (ROOT / TESTS).write_text(json.dumps(tests), encoding="utf-8")
    shutil.rmtree(scripts)
    show(report)
    return done.returncode


def of_python(folder: Path, environment: dict[str, str]) -> dict[str, Any]:
    """Return branches and functions of each Python file, as coverage.py counts them."""
    written = folder / "python.json"
    for arguments in (["combine", "--quiet"], ["json", "--quiet", "-o", str(written)]):
        subprocess.run(
            [sys.executable, "-m", "coverage", *arguments], cwd=ROOT, env=environment, check=True
        )
    found = json.loads(written.read_text(encoding="utf-8"))
    files = {}
    for name, file in found["files"].items():
        summary = file["summary"]
        # What stands outside of every function has no name.
        functions = [one["summary"] for key, one in file["functions"].items() if key]
        files[name] = {
            "branches": (summary["covered_branches"], summary["num_branches"]),
            "functions": (sum(one["covered_lines"] > 0 for one in functions), len(functions)),
            "missed": [f"{start} to {end}" for start, end in file["missing_branches"]],
        }
    return {"files": files}


def tests_of_python(folder: Path) -> dict[str, dict[int, list[str]]]:
    """Return of each Python file, line by line, the tests in whose process it ran."""
    data = CoverageData(str(folder / "python"))
    data.read()
    return {
        Path(file).relative_to(ROOT).as_posix(): {
            line: [test for test in tests if test]
            for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in sorted(data.measured_files())
    }


def of_scripts(folder: Path, counting: str = "covered.cjs") -> dict[str, Any]:
    """Return branches and functions of each file of the browser's, as Istanbul counts them."""
    sources = [path.relative_to(ROOT).as_posix() for path in sorted(WEB.rglob("*.js"))]
    script = ROOT / "tests" / "npm" / counting
    done = subprocess.run(
        [NODE, script, folder, ROOT, *sources], stdout=subprocess.PIPE, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def summed(files: dict[str, Any]) -> dict[str, Row]:
    """Add up the files of each folder, and all of them as ``total``."""
    sums: dict[str, dict[str, list[int]]] = defaultdict(lambda: {name: [0, 0] for name in TALLIES})
    for path in sorted(files):
        for key in (Path(path).parent.as_posix(), "total"):
            for name in TALLIES:
                for place, count in enumerate(files[path][name]):
                    sums[key][name][place] += count
    sums["total"] = sums.pop("total", {name: [0, 0] for name in TALLIES})
    return {key: {name: (t[0], t[1]) for name, t in row.items()} for key, row in sums.items()}


def lines_of(half: str, found: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a table, folder by folder."""
    yield f"{half:<28}{'branches':>24}{'functions':>24}"
    for key, row in summed(found["files"]).items():
        yield f"  {key:<26}{shares(row)}"


def shares(row: Row) -> str:
    """Say of how many there are how many ran."""
    return "".join(
        f"{f'{ran} of {there}':>15}{share(ran, there):>9}" for ran, there in row.values()
    )


def share(ran: int, there: int) -> str:
    """Return a share in percent, to a hundredth."""
    return f"{100 * ran / there:.2f} %" if there else "-"


def show(report: dict[str, Any]) -> None:
    """Print both halves, and what stands behind the second."""
    for half in ("python", "browser"):
        print("\n".join(lines_of(half, report[half])), end="\n\n")
    browser = report["browser"]
    folded = sum(file["folded"] for file in browser["files"].values())
    print(f"{browser['takes']} scripts counted, {browser['lost']} pages lost, {folded} branches")
    print(f"folded by the bundler; every branch that did not run: {FOLDER / 'report.json'}")


def beside(other: Path) -> None:
    """Print the totals of another checkout and of this one."""
    for half in ("python", "browser"):
        for name, root in (("there", other), ("here", ROOT)):
            report = json.loads((root / FOLDER / "report.json").read_text(encoding="utf-8"))
            print(f"{half:<8} {name:<6}{shares(summed(report[half]['files'])['total'])}")


sys.exit(main())

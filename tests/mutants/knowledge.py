"""Which tests ran what a fault changes, and which of them are asked first."""

import ast
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from tests.conftest import MEASURED
from tests.covered import TESTS
from tests.mutants.fault import Fault
from tests.web.bundle import ROOT

IN_BROWSER = "tests/browser/"

UNASKED = (
    *MEASURED,
    "tests/bench",
    "tests/browser/test_axe.py",
    "tests/browser/test_links.py",
    "tests/app/test_shared_memory.py",
    "tests/web/test_bundle.py",
    "tests/web/test_types.py",
    "tests/web/test_length.py",
)
"""What measures, what takes minutes, and what reads sources instead of running them."""

MOST, MOST_OF_A_FILE = 80, 8
"""So many tests in a browser are asked, and so many of each file of tests, so that they differ."""

NAMES = re.compile(r"\batlas-([a-z][a-z-]*[a-z])|\b([a-z]+(?:-[a-z]+)+)\b")
"""What a part of the page is called, in a script and, often short, in the tests that ask for it."""

WORDS = re.compile(r"\w+")


class Knowledge:
    """
    Which tests ran what, as ``make coverage`` found it.

    Raises
    ------
    FileNotFoundError
        If it was never asked, or sources have changed since.
    """

    def __init__(self, names: Iterable[str]) -> None:
        path = ROOT / TESTS
        changed = max((ROOT / name).stat().st_mtime for name in names)
        if not path.exists() or path.stat().st_mtime < changed:
            message = "who runs what is not known of these sources: make coverage"
            raise FileNotFoundError(message)
        found = json.loads(path.read_text(encoding="utf-8"))
        self.python: dict[str, dict[str, list[str]]] = found["python"]
        self.browser: dict[str, list[dict[str, Any]]] = found["browser"]
        self.breadth: Counter[str] = Counter()
        self.by_folder: dict[str, Counter[str]] = defaultdict(Counter)
        for file, lines in self.python.items():
            for tests in lines.values():
                self.by_folder[str(Path(file).parent)].update(tests)
        for file, functions in self.browser.items():
            for function in functions[1:]:
                self.by_folder[str(Path(file).parent)].update(function["tests"])
        for ran in self.by_folder.values():
            self.breadth.update(ran)

    def of(self, fault: Fault, source: str) -> list[str]:
        """
        Return the tests that ran what the fault changes.

        Those first that speak of it, then those that run much of its folder and little else.
        """
        text = source[fault.start : fault.end]
        if fault.file in self.browser:
            around = [
                one
                for one in self.browser[fault.file]
                if one["from"] <= fault.start and fault.end <= one["to"]
            ]
            function = min(around, key=lambda one: one["to"] - one["from"])
            # Others found a page open that was none of theirs.
            tests = {test for test in function["tests"] if test.startswith(IN_BROWSER)}
            text = source[function["from"] : function["to"]]
        else:
            lines = self.python.get(fault.file, {})
            first = fault.line(source)
            last = first + fault.replaced.count("\n")
            tests = {test for line in range(first, last + 1) for test in lines.get(str(line), [])}
        asked = {test for test in tests if not test.startswith(UNASKED)}
        near = self.by_folder[str(Path(fault.file).parent)]
        names = names_in(text)

        def order(test: str) -> tuple[int, float, int, str]:
            speaks = len(names & told_by(test))
            return -speaks, -near[test] / (self.breadth[test] or 1), self.breadth[test], test

        return sorted(asked, key=order)


@cache
def passages_of(file: str) -> dict[str, str]:
    """Return the text of each function and each value of a file of tests, by its name."""
    text = (ROOT / file).read_text(encoding="utf-8")
    passages = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            passages[node.name] = ast.get_source_segment(text, node) or ""
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            passages[node.targets[0].id] = ast.get_source_segment(text, node) or ""
    return passages


@cache
def told_by(test: str) -> frozenset[str]:
    """Return the names of parts of the page that a test speaks of, itself or by what it calls."""
    file, _, name = test.partition("::")
    passages = passages_of(file)
    told: dict[str, str] = {}
    left = [name]
    while left:
        name = left.pop()
        if name in passages and name not in told:
            told[name] = passages[name]
            left += WORDS.findall(told[name])
    return names_in(" ".join(told.values()))


def names_in(text: str) -> frozenset[str]:
    """Return what parts of the page are called there, without what all of them begin with."""
    return frozenset(whole or short for whole, short in NAMES.findall(text))


def few(tests: list[str]) -> list[str]:
    """Keep :data:`MOST` tests: of each file the first, and those files whose first come first."""
    of_file: dict[str, list[str]] = defaultdict(list)
    for test in tests:
        of_file[test.split("::")[0]].append(test)
    kept = [test for found in of_file.values() for test in found[:MOST_OF_A_FILE]]
    return kept[:MOST]

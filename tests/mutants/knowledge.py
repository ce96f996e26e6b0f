"""Which tests ran what a fault changes, and which of them are asked first."""

import ast
import json
import math
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

MOST, MOST_OF_A_FILE = 120, 16
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
        Return the tests that ran what the fault changes, those that may notice it first.

        Tests written since come before all others. Then two orders take turns: those that speak of
        its parts of the page and then those that run much of its folder and little else; and those
        that have rare words in common with it.
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
        asked = sorted(test for test in tests if not test.startswith(UNASKED))
        new = self.written_since({test.split("::")[0] for test in asked})
        near = self.by_folder[str(Path(fault.file).parent)]
        names, words = names_in(text), words_in(text)
        shared = {test: words & words_in(text_of(test)) for test in asked}
        sharing = Counter(word for these in shared.values() for word in these)

        def far(test: str) -> tuple[int, float, int]:
            speaks = len(names & names_in(text_of(test)))
            return -speaks, -near[test] / (self.breadth[test] or 1), self.breadth[test]

        def unlike(test: str) -> float:
            rare = sum(math.log(len(asked) / sharing[word]) for word in shared[test])
            return -rare / math.sqrt(len(words_in(text_of(test))) or 1)

        turns = zip(sorted(asked, key=far), sorted(asked, key=unlike), strict=True)
        return list(dict.fromkeys([*sorted(new), *(test for turn in turns for test in turn)]))

    def written_since(self, files: set[str]) -> set[str]:
        """Return the tests of some files that nobody has yet asked what they run."""
        tests = {f"{file}::{name}" for file in files for name in passages_of(file)}
        return {test for test in tests - self.breadth.keys() if "::test_" in test}

    def files_near(self, fault: Fault) -> set[str]:
        """Return the files of tests that ran anything of the Python source with the fault."""
        lines = self.python.get(fault.file, {})
        return {test.split("::")[0] for tests in lines.values() for test in tests}


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
def text_of(test: str) -> str:
    """Return the text of a test and of what it calls and names in its file."""
    file, _, name = test.partition("::")
    passages = passages_of(file)
    told: dict[str, str] = {}
    left = [name]
    while left:
        name = left.pop()
        if name in passages and name not in told:
            told[name] = passages[name]
            left += WORDS.findall(told[name])
    return " ".join(told.values())


@cache
def names_in(text: str) -> frozenset[str]:
    """Return what parts of the page are called there, without what all of them begin with."""
    return frozenset(whole or short for whole, short in NAMES.findall(text))


@cache
def words_in(text: str) -> frozenset[str]:
    """Return all words of a text, and what parts of the page are called there."""
    return frozenset(WORDS.findall(text)) | names_in(text)


def few(tests: list[str]) -> list[str]:
    """Keep the first :data:`MOST` tests, not many of one file; those of a file are one by one."""
    of_file: dict[str, list[str]] = defaultdict(list)
    kept = 0
    for test in tests:
        found = of_file[test.split("::")[0]]
        if kept < MOST and len(found) < MOST_OF_A_FILE:
            found.append(test)
            kept += 1
    return [test for found in of_file.values() for test in found]

"""The faults of `make mutants`: what they change in a source, and that a seed draws them again."""

import json
import subprocess
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.mutants.__main__ import read
from tests.mutants.draw import drawn, sources
from tests.mutants.fault import Fault
from tests.mutants.knowledge import MOST, MOST_OF_A_FILE, few, names_in, text_of
from tests.mutants.python_faults import python_faults
from tests.mutants.trial import Bench, Outcome
from tests.web.bundle import ROOT
from tests.web.node import NODE

PYTHON = {
    "a < b <= c": {"a <= b <= c", "a < b < c"},
    "a is not None": {"a is None"},
    "a in b": {"a not in b"},
    "a not  in b": {"a in b"},
    "a and (b) and c": {"a or (b) and c", "a and (b) or c"},
    "not a": {"a"},
    "x = 1 if a else b": {"x = 2 if a else b", "x = 1 if False else b", "x = 1 if True else b"},
    "[a for a in b if a]": {"[a for a in b if True]"},
    "a + b": {"a - b"},
    "a + 'é' + b": {"a + 'é' - b"},
    "é = -a": {"é = a"},
    "x = True": {"x = False"},
    "min(a)": {"pass", "max(a)"},
    "x = sorted(a)": {"x = list(a)"},
    "x[a] = b": {"pass"},
    "raise a": {"pass"},
    "while a: break": {"while False: break", "while a: continue"},
    "def f(a: 1 | 2) -> 3: return a": set(),
    "A = B | C": set(),
    "if __name__ == '__main__': f()": set(),
    "x = f'{a + b}'": set(),
}
SCRIPTS = {
    "a < b;": {"a <= b;"},
    "a === b;": {"a !== b;"},
    "x(a ?? b);": {";", "x(a && b);"},
    "!a;": {"a;", ";"},
    "!(a, b);": {"(a, b);", ";"},
    "y = a + b;": {";", "y = a - b;"},
    "y = a + 'b';": {";"},
    "if (a) { 1; }": {"if (false) { 1; }", "if (true) { 1; }", "if (a) { 2; }"},
    "a?.b;": {"a.b;"},
    "a?.[b];": {"a[b];"},
    "x = a.filter(b).some(c);": {";", "x = a.some(c);", "x = a.filter(b).every(c);"},
    "x = Math.min(a);": {";", "x = Math.max(a);"},
    "x = a.toString();": {";"},
    "a++;": {";", "a--;"},
    "throw a;": {";"},
    "`${a}` + b;": set(),
}


@pytest.mark.parametrize("text", PYTHON)
def test_a_line_of_python_gets_these_faults(text: str) -> None:
    faults = python_faults("a.py", text)
    assert {fault.put_in(text) for fault in faults} == PYTHON[text]


def test_a_line_of_script_gets_these_faults(tmp_path: Path) -> None:
    for number, text in enumerate(SCRIPTS):
        (tmp_path / f"{number}.js").write_text(text, encoding="utf-8")
    names = [f"{number}.js" for number in range(len(SCRIPTS))]
    command = [NODE, ROOT / "tests" / "npm" / "faults.cjs", tmp_path, *names]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found = {
        text: {text[: one["start"]] + one["text"] + text[one["end"] :] for one in rows}
        for text, rows in zip(SCRIPTS, json.loads(done.stdout).values(), strict=True)
    }
    assert found == SCRIPTS


def test_a_seed_draws_the_same_faults_again_and_none_twice() -> None:
    texts = sources()
    first, again, other = (drawn(texts, seed, 40) for seed in (3, 3, 4))
    assert first == again != other
    assert len(set(first)) == 40
    assert all(fault.put_in(texts[fault.file]) != texts[fault.file] for fault in first)
    assert {Path(fault.file).suffix for fault in first} == {".py", ".js"}


def test_the_tests_that_are_asked_are_of_many_files() -> None:
    tests = [f"tests/{file}.py::test_{number}" for file in "abc" for number in range(20)]
    asked = few(tests)
    assert asked == [test for test in tests if int(test.rsplit("_", 1)[1]) < MOST_OF_A_FILE]
    mixed = ["tests/a.py::test_1", "tests/b.py::test_1", "tests/a.py::test_2"]
    assert few(mixed) == ["tests/a.py::test_1", "tests/a.py::test_2", "tests/b.py::test_1"]
    many = [f"tests/{number}.py::test_it" for number in range(MOST + 10)]
    assert few(many) == many[:MOST]
    assert few([*mixed, *many]) == [mixed[0], mixed[2], mixed[1], *many[: MOST - 3]]


def test_a_test_speaks_of_what_it_and_what_it_calls_name() -> None:
    assert names_in("el('li', 'atlas-mark atlas-is-current')") == {"mark", "is-current"}
    assert text_of("tests/browser/test_lane_marks_unit.py::test_that_is_not_there") == ""
    name = "test_the_current_and_the_open_event_are_marked_in_every_lane_and_no_other"
    told = names_in(text_of(f"tests/browser/test_lane_marks_unit.py::{name}"))
    assert {"is-current", "mark", "lane"} <= told
    assert "is-gone" not in told


def test_a_fault_that_was_tried_again_is_read_as_it_ended(tmp_path: Path) -> None:
    record = tmp_path / "1.jsonl"
    assert read(record) == {}
    fault, other = (Fault("a.py", at, at + 1, "1", "2", "number") for at in (0, 5))
    outcomes = [Outcome(fault, ""), Outcome(other, "tests/b.py::test_c"), Outcome(fault, "hung")]
    record.write_text("".join(json.dumps(asdict(one)) + "\n" for one in outcomes))
    assert read(record) == {fault: "hung", other: "tests/b.py::test_c"}


def test_a_test_that_fails_without_a_fault_too_caught_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.py"
    source.write_text("x = 1")
    fault = Fault("a.py", 4, 5, "1", "2", "number")
    red, green = "tests/browser/a.py::test_red", "tests/browser/a.py::test_green"
    bench = Bench(tmp_path, None, tmp_path)  # type: ignore[arg-type]

    def caught(_fault: Fault, text: str) -> str:
        assert (source.read_text(), text) == ("x = 2", "x = 1")
        return next(test for test in (red, green) if test not in bench.red)

    def failed(tests: list[str]) -> str:
        assert source.read_text() == "x = 1"
        return red if tests == [red] else ""

    monkeypatch.setattr(bench, "_caught", caught)
    monkeypatch.setattr(bench, "failed", failed)
    assert bench.tried(fault) == Outcome(fault, green)
    assert bench.red == [red]
    assert source.read_text() == "x = 1"


def test_a_test_in_a_browser_has_to_fail_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["tests/a.py::test_slow[x]", "", "tests/b.py::test_it", "tests/b.py::test_it"])
    asked = []

    def failed(_: Bench, tests: list[str], without: tuple[str, ...] = ()) -> str:
        asked.append((list(tests), list(without)))
        return next(answers)

    monkeypatch.setattr(Bench, "failed", failed)
    bench = Bench(tmp_path, None, tmp_path)  # type: ignore[arg-type]
    assert bench.failed_again(["tests"]) == "tests/b.py::test_it"
    assert asked == [
        (["tests"], []),
        (["tests/a.py::test_slow"], []),
        (["tests"], ["tests/a.py::test_slow"]),
        (["tests/b.py::test_it"], []),
    ]

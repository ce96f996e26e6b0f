"""The browser's rules under node: every case of tests/twins, and what else stands in *.test.js."""

import re
from pathlib import Path

from tests.web.bundle import ROOT
from tests.web.given import write_given
from tests.web.node import asked_of_node

PASSED = re.compile(r"^ *ok \d+ - (.*)$", re.MULTILINE)
COUNT = re.compile(r"^# (tests|pass|fail) (\d+)$", re.MULTILINE)


def test_the_browser_answers_every_case(tmp_path: Path) -> None:
    titles = write_given(tmp_path)
    done = asked_of_node(ROOT, tmp_path)
    said = f"{done.stdout}\n{done.stderr}"
    counts = {name: int(number) for name, number in COUNT.findall(done.stdout)}
    assert done.returncode == 0, said
    assert counts["fail"] == 0, said
    assert counts["pass"] == counts["tests"] >= len(titles), said
    asked = {
        title.replace("\\#", "#").replace("\\\\", "\\") for title in PASSED.findall(done.stdout)
    }
    assert titles <= asked, sorted(titles - asked)

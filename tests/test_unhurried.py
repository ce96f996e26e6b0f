"""No test waits for a time or measures one: on a busy machine it would fall."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TIMED = re.compile(r"wait_for_timeout|sleep\(|perf_counter|deadline=|monotonic\(|timeit")
# To ask again whether a server or a page is ready, until a time that bounds only what hangs.
ASKING_AGAIN = {"browser/actions.py", "browser/server.py", "conftest.py"}
FILES = [path for path in sorted(TESTS.rglob("*.py")) if path != Path(__file__)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_no_test_waits_for_a_time_or_measures_one(path: Path) -> None:
    if path.relative_to(TESTS).as_posix() not in ASKING_AGAIN:
        assert not TIMED.search(path.read_text(encoding="utf-8"))

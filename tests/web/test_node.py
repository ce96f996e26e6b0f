"""The browser's rules under node: every case of tests/twins, and what else stands in *.test.js."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.web.given import write_given

HERE = Path(__file__).parent
QUIET = ("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",)
PASSED = re.compile(r"^ *ok \d+ - (.*)$", re.MULTILINE)
COUNT = re.compile(r"^# (tests|pass|fail) (\d+)$", re.MULTILINE)


def test_the_browser_answers_every_case(tmp_path: Path) -> None:
    titles = write_given(tmp_path)
    node = shutil.which(
        "node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    )
    assert node, "no node: pip install -r requirements-dev.txt"
    files = sorted(str(path) for path in HERE.glob("*.test.js"))
    done = subprocess.run(
        [node, *QUIET, "--test", "--test-reporter=tap", *files],
        env=os.environ | {"TWINS_GIVEN": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    said = f"{done.stdout}\n{done.stderr}"
    counts = {name: int(number) for name, number in COUNT.findall(done.stdout)}
    assert done.returncode == 0, said
    assert counts["fail"] == 0, said
    assert counts["pass"] == counts["tests"] >= len(titles), said
    asked = {
        title.replace("\\#", "#").replace("\\\\", "\\") for title in PASSED.findall(done.stdout)
    }
    assert titles <= asked, sorted(titles - asked)

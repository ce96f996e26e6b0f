"""The browser's rules under node: every case of tests/twins, and what else stands in *.test.js."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from layers.payload import payload
from layers.points import packed
from tests.twins import SUBJECTS, lists, subject
from tests.twins.given import dataset_of, imported_span

HERE = Path(__file__).parent
COUNT = re.compile(r"^# (tests|pass|fail) (\d+)$", re.MULTILINE)


def packed_spans() -> dict[str, str]:
    """Pack each span that a file may hold as an imported set of one event."""
    spans = subject("spans")["spans"].items()
    return {
        name: base64.b64encode(packed(imported_span(span["written"]))[0].content).decode()
        for name, span in spans
        if span["in_files"]
    }


def write_given(folder: Path) -> int:
    """Write the payloads that cases are asked of; return how many cases there are."""
    count = 0

    def write(name: str, content: object) -> None:
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")

    write("small", payload(dataset_of()))
    write("five-articles", payload(dataset_of({"collection": "five articles"})))
    write("spans-packed", packed_spans())
    for name in SUBJECTS:
        if data := subject(name).get("data"):
            write(name, payload(dataset_of(data)))
        for asked, cases in lists(name):
            count += len(cases)
            for number, case in enumerate(cases):
                if "data" in case:
                    write(f"{name}-{asked}-{number}", payload(dataset_of(case["data"])))
    return count


def test_the_browser_answers_every_case(tmp_path: Path) -> None:
    count = write_given(tmp_path)
    node = shutil.which(
        "node", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    )
    assert node, "no node: pip install -r requirements-dev.txt"
    files = sorted(str(path) for path in HERE.glob("*.test.js"))
    done = subprocess.run(
        [node, "--test", "--test-reporter=tap", *files],
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
    assert counts["pass"] == counts["tests"] >= count, said

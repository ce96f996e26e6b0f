"""What the benchmark reads from the browser is read right."""

import base64
from pathlib import Path

import pytest

from bench.subjects import SUBJECTS
from bench.tracing import longest_tasks
from bench.wire import frame_bytes

README = (Path(__file__).parent.parent.parent / "bench" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", range(6))
def test_a_binary_frame_weighs_what_was_sent(size: int) -> None:
    data = base64.b64encode(b"x" * size).decode()
    assert frame_bytes({"opcode": 2, "payloadData": data}) == size
    assert frame_bytes({"opcode": 1, "payloadData": "é" * size}) == 2 * size


def test_the_longest_task_is_one_of_a_page_within_the_step() -> None:
    def task(begins: int, lasts: int, thread: int) -> dict[str, object]:
        name = "ThreadControllerImpl::RunTask"
        return {"name": name, "pid": 1, "tid": thread, "ts": begins, "dur": lasts}

    main = {"name": "thread_name", "pid": 1, "tid": 7, "args": {"name": "CrRendererMain"}}
    marks = [
        {"name": name, "ts": ts, "pid": 1, "tid": 7}
        for ts, name in enumerate(["bench-began", "bench-made"] * 2)
    ]
    for mark, ts in zip(marks, (1_000, 9_000, 20_000, 30_000), strict=True):
        mark["ts"] = ts
    tasks = [task(500, 3_000, 7), task(4_000, 2_000, 7), task(5_000, 4_000, 8), task(9_500, 90, 7)]
    assert longest_tasks({"traceEvents": [main, *marks, *tasks]}) == [3.0, 0]


def test_the_readme_names_the_command_and_every_subject() -> None:
    assert "make bench" in README
    assert "python -m bench find" in README
    for subject in SUBJECTS.values():
        assert f"`{subject.name}`" in README, subject.name

"""The payloads that the cases are asked of, written for node."""

import base64
import json
import shutil
from pathlib import Path

from layers.packed.event_set import packed
from layers.payload.whole import payload
from tests.twins import SUBJECTS, lists, subject
from tests.twins.given import dataset_of, imported_span

OUTPUT = Path(__file__).parents[1] / "output" / "twins"
"""Where cases.js looks for them while nobody says otherwise."""


def packed_spans() -> dict[str, str]:
    """Pack each span that a file may hold as an imported set of one event."""
    spans = subject("spans")["spans"].items()
    return {
        name: base64.b64encode(packed(imported_span(span["written"]))[0].content).decode()
        for name, span in spans
        if span["in_files"]
    }


def write_given(folder: Path) -> set[str]:
    """Write the payloads that cases are asked of; return what cases.js calls each case's test."""
    titles: set[str] = set()

    def write(name: str, content: object) -> None:
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")

    write("small", payload(dataset_of()))
    write("five-articles", payload(dataset_of({"collection": "five articles"})))
    write("spans-packed", packed_spans())
    for name in SUBJECTS:
        if data := subject(name).get("data"):
            write(name, payload(dataset_of(data)))
        for asked, cases in lists(name):
            titles |= {f"{name}, {asked}: {case['why']}" for case in cases}
            for number, case in enumerate(cases):
                if "data" in case:
                    write(f"{name}-{asked}-{number}", payload(dataset_of(case["data"])))
    return titles


if __name__ == "__main__":
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir(parents=True)
    write_given(OUTPUT)

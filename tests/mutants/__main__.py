"""
Put small faults in one at a time and tell which of them the tests catch.

``make mutants SEED=n``. Faults are drawn of all sources in proportion to their lines. Each is put
into a copy of the checkout, and the tests that ran that line or function run on it until one fails
(``tests/mutants/trial.py`` says which). By hand, not in CI: it takes hours.
"""

import argparse
import json
import queue
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from tests.mutants.draw import copied, drawn, sources
from tests.mutants.fault import Fault
from tests.mutants.knowledge import Knowledge
from tests.mutants.trial import LIVE, QUICK, Bench, Outcome
from tests.web.bundle import ROOT
from tests.web.given import write_given

FOLDER = ROOT / "tests" / "output" / "mutants"


def main() -> int:
    """Draw, try and tell; 1 if fewer were caught than is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--floor", type=float, default=80, help="percent that must be caught")
    parser.add_argument(
        "--again", action="store_true", help="try only what survived, or was not come to"
    )
    asked = parser.parse_args()
    texts = sources()
    faults = drawn(texts, asked.seed, asked.count)
    FOLDER.mkdir(parents=True, exist_ok=True)
    record = FOLDER / f"{asked.seed}.jsonl"
    if not asked.again:
        record.unlink(missing_ok=True)
    caught_before = {fault: by for fault, by in read(record).items() if by}
    left = [fault for fault in faults if fault not in caught_before]
    found = {one.fault: one.by for one in tried(left, texts, asked.at_once, record)}
    outcomes = [Outcome(fault, (caught_before | found)[fault]) for fault in faults]
    lines = list(report(outcomes, texts))
    (FOLDER / f"{asked.seed}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    caught = sum(bool(one.by) for one in outcomes)
    return int(100 * caught < asked.floor * len(outcomes))


def read(record: Path) -> dict[Fault, str]:
    """Return what caught each fault, empty for what survived, as the last run on it left it."""
    if not record.exists():
        return {}
    rows = map(json.loads, record.read_text(encoding="utf-8").splitlines())
    return {Fault(**row["fault"]): row["by"] for row in rows}


def tried(faults: list[Fault], texts: dict[str, str], at_once: int, record: Path) -> list[Outcome]:
    """Try each fault in one of some copies of the checkout; say and record what became of it."""
    knowledge = Knowledge(texts)
    with tempfile.TemporaryDirectory() as parent, ThreadPoolExecutor(at_once) as pool:
        free: queue.Queue[Bench] = queue.Queue()
        given = Path(parent, "given")
        given.mkdir()
        write_given(given)
        for number in range(at_once):
            folder = Path(parent, str(number))
            copied(folder)
            bench = Bench(folder, knowledge, given)
            if number == 0:
                prove(bench)
            free.put(bench)

        def one(fault: Fault) -> Outcome:
            bench = free.get()
            try:
                outcome = bench.tried(fault)
            finally:
                free.put(bench)
            print(f"{fault.shown(texts[fault.file])}\n    {outcome.by or 'SURVIVED'}", flush=True)
            with record.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(outcome)) + "\n")
            return outcome

        return list(pool.map(one, faults))


def prove(bench: Bench) -> None:
    """
    Run in a copy without a fault what every fault has to pass.

    Raises
    ------
    RuntimeError
        If a test fails there: it would fail for any fault.
    """
    failed = bench.failed_in_node() or bench.failed([*QUICK, *LIVE])
    if failed:
        message = f"without a fault, {failed} fails"
        raise RuntimeError(message)


def report(outcomes: list[Outcome], texts: dict[str, str]) -> list[str]:
    """Return caught and survived by file, and every survivor."""
    files: dict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        files[outcome.fault.file].append(bool(outcome.by))
    lines = [f"{'caught':>7}{'survived':>9}"]
    for name, found in sorted(files.items()):
        lines.append(f"{sum(found):>7}{len(found) - sum(found):>9}  {name}")
    caught = sum(map(sum, files.values()))
    share = 100 * caught / len(outcomes)
    lines.append(f"{caught:>7}{len(outcomes) - caught:>9}  together: {share:.1f} % caught")
    left = [outcome.fault for outcome in outcomes if not outcome.by]
    lines += ["", "survived:", *(fault.shown(texts[fault.file]) for fault in left)]
    return lines


if __name__ == "__main__":
    sys.exit(main())

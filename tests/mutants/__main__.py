"""
Put small faults in one at a time and tell which of them the tests catch.

``make mutants SEED=n``. Faults are drawn of all sources in proportion to their lines. Each is put
into a copy of the checkout, and the tests that ran that line or function run on it until one fails
(``tests/mutants/trial.py`` says which). By hand, not in CI: it takes hours.
"""

import argparse
import queue
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutants.draw import copied, drawn, sources
from tests.mutants.fault import Fault
from tests.mutants.trial import LIVE, QUICK, Bench, Knowledge, Outcome
from tests.web.bundle import ROOT

FOLDER = ROOT / "tests" / "output" / "mutants"


def main() -> int:
    """Draw, try and tell; 1 if fewer were caught than is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--floor", type=float, default=80, help="percent that must be caught")
    asked = parser.parse_args()
    texts = sources()
    faults = drawn(texts, asked.seed, asked.count)
    outcomes = tried(faults, texts, asked.at_once)
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = list(report(outcomes, texts))
    (FOLDER / f"{asked.seed}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    caught = sum(bool(one.by) for one in outcomes)
    return int(100 * caught < asked.floor * len(outcomes))


def tried(faults: list[Fault], texts: dict[str, str], at_once: int) -> list[Outcome]:
    """Try each fault in one of some copies of the checkout, and say how far it has come."""
    knowledge = Knowledge(texts)
    with tempfile.TemporaryDirectory() as parent, ThreadPoolExecutor(at_once) as pool:
        free: queue.Queue[Bench] = queue.Queue()
        for number in range(at_once):
            folder = Path(parent, str(number))
            copied(folder)
            bench = Bench(folder, knowledge)
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
    failed = bench.failed([*QUICK, *LIVE])
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

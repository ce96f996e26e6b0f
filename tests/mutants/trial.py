"""Put a fault into a copy of the checkout, and ask the tests that know of it."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.fault import Fault
from tests.mutants.knowledge import IN_BROWSER, UNASKED, Knowledge, few
from tests.web.node import asked_of_node

QUICK = ("tests/geo", "tests/layers", "tests/app", "tests/data", "tests/twins", "tests/web")
"""Tests without a browser; a fault in Python has to pass all of them."""

LIVE = (
    "tests/browser/test_map.py",
    "tests/browser/test_downloads.py",
    "tests/browser/test_own_events.py",
    "tests/browser/test_standalone.py",
)
"""Tests that serve the app, for the sources of :data:`SERVED`: nobody knows who ran them there."""

SERVED = ("app.py", "panels/", "layers/page/")

SLOW = (
    "tests/geo/test_export_readers.py",
    "tests/geo/test_export_odd_strings.py",
    "tests/geo/test_frames.py",
    "tests/app/test_downloads.py",
    "tests/app/test_download_sessions.py",
    "tests/layers/test_contract.py",
)
"""Of those without a browser, what is asked only if it ran the source, or the line is imported."""

HUNG_AFTER_S = 240
"""What a single test takes at most, with others beside it; also all of Node's together."""

NOT_OK = re.compile(r"^ *not ok \d+ - (.*)$", re.MULTILINE)
HANGS = ("-o", f"faulthandler_timeout={HUNG_AFTER_S}", "-o", "faulthandler_exit_on_timeout=true")


@dataclass(frozen=True)
class Outcome:
    """
    What became of a fault.

    Parameters
    ----------
    by
        The first test that failed, or ``hung``, ``loading``; empty if none did.
    """

    fault: Fault
    by: str


class Bench:
    """
    A copy of the checkout in which one fault after the other is tried.

    Parameters
    ----------
    given
        The folder that ``tests.web.given.write_given`` filled: no fault in a script changes it.
    """

    def __init__(self, folder: Path, knowledge: Knowledge, given: Path) -> None:
        self.folder = folder
        self.knowledge = knowledge
        self.given = given
        self.written = int(time.time())
        # Tests in a browser that fail without a fault too, which says nothing.
        self.red: list[str] = []

    def tried(self, fault: Fault) -> Outcome:
        """Put the fault in, run the tests until one fails, and take it out again."""
        path = self.folder / fault.file
        source = path.read_text(encoding="utf-8")
        while True:
            self._write(path, fault.put_in(source))
            try:
                by = self._caught(fault, source)
            finally:
                self._write(path, source)
                if fault.file.endswith(".js"):
                    self._build()
            test = function_of(by)
            if not test.startswith(IN_BROWSER) or not self.failed([test]):
                return Outcome(fault, by)
            self.red.append(test)

    def _write(self, path: Path, text: str) -> None:
        """Write a source at a time of its own, so that nothing compiled before is taken for it."""
        path.write_text(text, encoding="utf-8")
        self.written += 2
        os.utime(path, (self.written, self.written))

    def _caught(self, fault: Fault, source: str) -> str:
        known = self.knowledge.of(fault, source)
        if fault.file.endswith(".js"):
            self._build()
            return self.failed_in_node() or self.failed_again(few(known))
        quick = [test for test in known if test.startswith(QUICK)]
        slow = few([test for test in known if not test.startswith(QUICK)])
        live = LIVE if fault.file.startswith(SERVED) else ()
        # Who runs what is imported is not known, nor who else uses what was worked out once.
        near = self.knowledge.files_near(fault) if known else SLOW
        left_out = [file for file in SLOW if file not in near]
        return (
            self.failed(quick) or self.failed(QUICK, left_out) or self.failed_again([*slow, *live])
        )

    def _build(self) -> None:
        command = [sys.executable, "-m", "tests.web.bundle"]
        # What cannot be built is no fault that a test could catch, but one of faults.cjs.
        subprocess.run(command, cwd=self.folder, capture_output=True, check=True)

    def failed_in_node(self) -> str:
        """Return the first of Node's tests that fails, empty if none does."""
        try:
            done = asked_of_node(self.folder, self.given, HUNG_AFTER_S)
        except subprocess.TimeoutExpired:
            return "hung"
        if done.returncode == 0:
            return ""
        found = NOT_OK.search(done.stdout)
        return f"node: {found[1]}" if found else "node"

    def failed_again(self, tests: Sequence[str]) -> str:
        """Return the first test in a browser that fails twice: a slow machine fails one once."""
        once: list[str] = []
        while True:
            by = self.failed(tests, [*self.red, *once])
            test = function_of(by)
            if not test or self.failed([test]):
                return by
            once.append(test)

    def failed(self, tests: Sequence[str], without: Sequence[str] = ()) -> str:
        """
        Run tests in this order; return the first that fails, empty if none does.

        Parameters
        ----------
        without
            Files and tests that are left out.
        """
        if not tests:
            return ""
        asked = self.folder / "asked.txt"
        asked.write_text("\n".join(tests), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--tb=no", "-p", "no:cacheprovider"]
        command += [
            "-rfE",
            *HANGS,
            *(
                f"--{'deselect' if '::' in name else 'ignore'}={name}"
                for name in (*UNASKED, *without)
            ),
            f"@{asked}",
        ]
        # What it serves ends with it, even if it hangs.
        running = subprocess.Popen(
            command,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            said, _ = running.communicate()
        finally:
            _end(running)
        return "" if running.returncode == 0 else _first(said)


def function_of(by: str) -> str:
    """Return a failed test without its parameters, which may be cut off; empty for a whole file."""
    return by.split("[")[0] if "::" in by else ""


def _first(said: str) -> str:
    """
    Return the first test that pytest calls failed.

    Raises
    ------
    RuntimeError
        If it did not come to ask them, for another reason than the fault.
    """
    for line in said.splitlines():
        if line.startswith(("FAILED ", "ERROR ")):
            return line.split(" ")[1]
    if "Timeout (" in said:
        return "hung"
    if "Error while loading conftest" in said:
        return "loading"
    raise RuntimeError(said)


def _end(running: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()

"""Start the server behind a subject on a free port, weigh it, and stop it by its process id."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import psutil

BENCH = Path(__file__).parent
ROOT = BENCH.parent
READY_WITHIN_S = 60
STOP_WITHIN_S = 10


def free_port() -> int:
    """Return a port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Process:
    """
    One server of a subject, in a process of its own on 127.0.0.1.

    Parameters
    ----------
    command
        With the port already in it.
    probe
        Address that answers 200 once the server is up.
    environment
        Added to this process's own.
    """

    def __init__(
        self, command: Sequence[str], probe: str, environment: dict[str, str] | None = None
    ) -> None:
        self.output: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
        self.popen = subprocess.Popen(
            list(command),
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=self.output,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            self._await(probe)
        except BaseException:
            self.stop()
            raise

    def _await(self, probe: str) -> None:
        deadline = time.monotonic() + READY_WITHIN_S
        while time.monotonic() < deadline:
            if self.popen.poll() is not None:
                raise RuntimeError(f"the server stopped at once:\n{self.printed()}")
            try:
                with urllib.request.urlopen(probe, timeout=1) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError(f"no answer within {READY_WITHIN_S} s:\n{self.printed()}")

    def printed(self) -> str:
        """Return what the server printed so far."""
        self.output.flush()
        self.output.seek(0)
        return self.output.read()

    def memory_mb(self) -> float:
        """Return the resident memory of the server and its children, MB (10^6 bytes)."""
        parent = psutil.Process(self.popen.pid)
        family = [parent, *parent.children(recursive=True)]
        return float(sum(one.memory_info().rss for one in family if one.is_running())) / 1e6

    def stop(self) -> None:
        """Stop the server and its children by their process ids."""
        children: list[psutil.Process] = []
        if self.popen.poll() is None:
            children = psutil.Process(self.popen.pid).children(recursive=True)
            self.popen.send_signal(signal.SIGTERM)
            try:
                self.popen.wait(STOP_WITHIN_S)
            except subprocess.TimeoutExpired:
                self.popen.kill()
                self.popen.wait()
        for child in psutil.wait_procs(children, timeout=1)[1]:
            child.kill()
        self.output.close()


def streamlit(script: Path, environment: dict[str, str] | None = None) -> tuple[Process, str]:
    """
    Serve a Streamlit script.

    Parameters
    ----------
    script
        Run with the repository as working folder and on ``PYTHONPATH``, so that it may import
        ``bench.events``.
    environment
        Added to this process's own; how many events to draw, for instance.

    Returns
    -------
    process, url
        The server, up, and the address of its page.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command += ["--server.fileWatcherType", "none", "--server.headless", "true"]
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    url = f"http://127.0.0.1:{port}/"
    served = Process(command, url + "_stcore/health", {"PYTHONPATH": path, **(environment or {})})
    return served, url


def static(folder: Path) -> tuple[Process, str]:
    """
    Serve a folder of files, with ``bench/pages`` and Leaflet beside it (see :mod:`bench.serve`).

    Returns
    -------
    process, url
        The server, up, and its address.
    """
    port = free_port()
    command = [sys.executable, "-m", "bench.serve", "--port", str(port), str(folder)]
    url = f"http://127.0.0.1:{port}/"
    return Process(command, url + "pages/kit.js"), url

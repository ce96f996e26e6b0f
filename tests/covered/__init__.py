"""Which branches the tests run: of the Python packages, and of the script in the browser."""

from pathlib import Path

FOLDER = Path("tests", "output", "coverage")
"""In the checkout: what ``python -m tests.covered`` found last."""

TESTS = FOLDER / "tests.json"
"""Who ran what: ``python`` file, line and tests; ``browser`` file, functions and their tests."""

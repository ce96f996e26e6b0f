"""How examples are made, in which order the tests run, and which of them share a worker."""

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

# A test says how many examples it wants, never for how long. What fails prints how to run it again.
settings.register_profile(
    "atlas", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("atlas")

# What they hold is a span of time or memory: they take turns on one worker, never side by side.
MEASURED = (
    "tests/browser/test_endurance.py",
    "tests/browser/test_survival.py",
    "tests/browser/test_steady.py",
    "tests/app/test_first_load.py",
)
# Started first, so that no worker is left alone with one of them at the end.
LONG = (
    "tests/browser/test_links.py",
    "tests/browser/test_saved_page.py",
)


class ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """Give a worker one file after the other, and all files of :data:`MEASURED` to one worker."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0]
        return "measured" if file in MEASURED else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Keep the order of the collection: the longest first, not those of most tests."""
    config.option.loadscopereorder = False
    return ByFile(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """One worker: the quick tests speak first. Several: the long ones begin first."""
    root = config.rootpath
    files = {item: item.path.relative_to(root).as_posix() for item in items}
    if not hasattr(config, "workerinput"):
        items.sort(key=lambda item: files[item].startswith("tests/browser/"))
        return
    firsts = (*MEASURED, *LONG)

    def turn(item: pytest.Item) -> tuple[int, bool]:
        file = files[item]
        rank = firsts.index(file) if file in firsts else len(firsts)
        return rank, not file.startswith("tests/browser/")

    items.sort(key=turn)

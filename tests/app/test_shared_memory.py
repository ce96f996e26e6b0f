"""What all sessions share is frozen once for each state of it, and garbage is still found."""

import gc
import sys
import weakref
from collections.abc import Iterator
from types import ModuleType

import pytest

from panels import shared_memory
from panels.shared_memory import freeze_shared


@pytest.fixture(autouse=True)
def nothing_seen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(shared_memory, "_seen", set())
    gc.unfreeze()
    yield
    gc.unfreeze()


class Ring:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_loaded_is_left_alone_by_later_rounds() -> None:
    freeze_shared("one")
    assert gc.get_freeze_count() > 10 * len(gc.get_objects())


def test_a_state_is_frozen_once(monkeypatch: pytest.MonkeyPatch) -> None:
    freeze_shared("one")
    count = gc.get_freeze_count()
    rounds: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: rounds.append(1))
    freeze_shared("one")
    assert not rounds and gc.get_freeze_count() <= count
    freeze_shared("two")
    monkeypatch.setitem(sys.modules, "imported_later", ModuleType("imported_later"))
    freeze_shared("two")
    freeze_shared("two")
    assert len(rounds) == 2


def test_what_came_later_and_what_ended_since_is_still_freed() -> None:
    before = Ring()
    freeze_shared("one")
    after = Ring()
    seen = [weakref.ref(before), weakref.ref(after)]
    del before, after
    gc.collect()
    assert [one() is None for one in seen] == [False, True], "what is frozen waits"
    freeze_shared("two")
    assert seen[0]() is None, "for the next state"

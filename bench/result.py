"""What is known of one subject on one number of events, and of what is typed into Find."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Result:
    """
    What was measured of one subject on one number of events; None where nothing was.

    Attributes
    ----------
    status
        ``ok``, ``gave up``, ``failed`` or ``not run``.
    events
        How many; 0 for pages that show none of them.
    step_ms, work_ms
        Each step at 60 frames a second, and with every frame made as soon as it can be.
    followed_ms
        As ``work_ms``, until all else on the page tells of the step too; nothing where that comes
        in the same frame.
    """

    subject: str
    label: str
    kind: str
    events: int
    status: str = "ok"
    note: str = ""
    cold_load_ms: float | None = None
    load_ms: list[float] = field(default_factory=list)
    step_ms: list[float] = field(default_factory=list)
    work_ms: list[float] = field(default_factory=list)
    followed_ms: list[float] = field(default_factory=list)
    websocket_bytes: list[int] = field(default_factory=list)
    http_bytes: list[int] = field(default_factory=list)
    longest_task_ms: list[float] = field(default_factory=list)
    session_mb: float | None = None
    is_zoom_kept: bool | None = None
    zoom_ms: float | None = None
    pan_ms: list[float] = field(default_factory=list)


@dataclass
class Typed:
    """
    What was measured of the box on one number of events.

    Attributes
    ----------
    events
        How many imported ones; 0 is the five articles alone.
    applied_ms
        By what the box held then: each keystroke until the selection stands.
    frame_ms
        Each keystroke until the page is redrawn.
    first_ms
        The first keystroke of each page until the selection stands; with imported events that is
        once their index was fetched, which nobody had asked for before.
    memory_mb
        What the page holds more after the first search, MB (10^6 bytes).
    index_bytes
        Size of the index.
    server_s
        Processor time at import without the index, and for it.
    """

    events: int
    applied_ms: dict[str, list[float]] = field(default_factory=dict)
    frame_ms: list[float] = field(default_factory=list)
    first_ms: list[float] = field(default_factory=list)
    memory_mb: float | None = None
    index_bytes: int | None = None
    server_s: dict[str, float] = field(default_factory=dict)

    @property
    def every_ms(self) -> list[float]:
        """Every keystroke, whatever was typed."""
        return [one for figures in self.applied_ms.values() for one in figures]


def middle(figures: Sequence[float]) -> float | None:
    """Return the median, or None of nothing."""
    return statistics.median(figures) if figures else None

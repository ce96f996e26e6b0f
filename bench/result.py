"""What is known of one subject on one number of events."""

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


def middle(figures: Sequence[float]) -> float | None:
    """Return the median, or None of nothing."""
    return statistics.median(figures) if figures else None

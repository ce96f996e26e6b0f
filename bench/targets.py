"""Judge the atlas against its peers and the floors by what one run measured."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from bench.result import Result, Typed, middle

FRAME_MS = 16.0
MOST_BYTES = 5000
OURS = "atlas"
LEAFLET = "leaflet_floor"
CANVAS = "canvas_floor"
IDIOMATIC = ("st_folium_naive", "st_folium_group")
EMPTY, ARTICLES = "empty_page", "five_articles"
GAVE_UP_MS = 60_000.0
FIND_WITHIN_MS = {0: FRAME_MS, 100_000: 100.0}
"""By imported events: from a keystroke in Find to the selection that it makes."""

Verdict = Literal["met", "not met", "not known"]


@dataclass(frozen=True)
class Check:
    """
    One target and what became of it.

    Attributes
    ----------
    events
        How many events it is about; None where it is about all, or none.
    target
        In words.
    figure
        What was measured, in words; says why where nothing was.
    """

    events: int | None
    target: str
    figure: str
    verdict: Verdict


class Run:
    """The results of one run, to be asked by subject and number of events."""

    def __init__(self, results: Iterable[Result]) -> None:
        self.results = list(results)

    @property
    def counts(self) -> list[int]:
        """The numbers of events, without the pages that show none."""
        return sorted({one.events for one in self.results if one.events})

    def found(self, subject: str, events: int) -> Result | None:
        """Return one result, or None if it was not asked for."""
        for one in self.results:
            if (one.subject, one.events) == (subject, events):
                return one
        return None

    def work_ms(self, subject: str, events: int) -> float | None:
        """Return the median of a subject's steps, unpaced; the least it can be if it gave up."""
        one = self.found(subject, events)
        if one is None or one.status in ("failed", "not run"):
            return None
        if one.status == "gave up":
            return max(GAVE_UP_MS, middle(one.step_ms) or 0) if one.kind == "peer" else None
        return middle(one.work_ms)


def _judged(
    events: int | None,
    target: str,
    figures: tuple[float | None, ...],
    said: Callable[..., str],
    holds: Callable[..., bool],
) -> Check:
    if any(one is None for one in figures):
        return Check(events, target, "not measured", "not known")
    return Check(events, target, said(*figures), "met" if holds(*figures) else "not met")


def _above(run: Run, events: int) -> Check:
    return _judged(
        events,
        "step no more than 16 ms above the bare Leaflet page",
        (run.work_ms(OURS, events), run.work_ms(LEAFLET, events)),
        lambda ours, floor: f"{ours - floor:+.1f} ms ({ours:.1f} against {floor:.1f} ms)",
        lambda ours, floor: ours - floor <= FRAME_MS,
    )


def _times(run: Run, events: int, floor: str, most: float, words: str) -> Check:
    return _judged(
        events,
        f"step at most {most:g} × {words}",
        (run.work_ms(OURS, events), run.work_ms(floor, events)),
        lambda ours, other: f"{ours / other:.2f} × ({ours:.1f} against {other:.1f} ms)",
        lambda ours, other: ours <= most * other,
    )


def _faster(run: Run, events: int, least: float) -> Check:
    peers = [one for one in (run.work_ms(name, events) for name in IDIOMATIC) if one is not None]
    return _judged(
        events,
        f"step at least {least:g} × faster than the best idiomatic st_folium",
        (run.work_ms(OURS, events), min(peers, default=None)),
        lambda ours, peer: f"{peer / ours:.0f} × ({ours:.1f} against {peer:.0f} ms)",
        lambda ours, peer: peer >= least * ours,
    )


def _growth(run: Run, few: int, many: int) -> Check:
    return _judged(
        None,
        f"cost of a step grows no faster than linearly from {few:,} to {many:,} events",
        (run.work_ms(OURS, few), run.work_ms(OURS, many)),
        lambda less, more: f"{more / less:.1f} × for {many // few} × the events",
        lambda less, more: more / less <= many / few,
    )


def _first_load(run: Run) -> Check:
    atlas, empty = run.found(ARTICLES, 0), run.found(EMPTY, 0)
    return _judged(
        None,
        "first load of the five articles at most 1.5 × an empty page with one st.slider",
        (middle(atlas.load_ms) if atlas else None, middle(empty.load_ms) if empty else None),
        lambda ours, other: f"{ours / other:.2f} × ({ours:.0f} against {other:.0f} ms)",
        lambda ours, other: ours <= 1.5 * other,
    )


def _every_step(run: Run) -> list[Check]:
    """Judge what holds for any number of events: bytes per step, and the view."""
    ours = [one for one in run.results if one.kind == "ours" or one.subject == ARTICLES]
    most = [max(one.websocket_bytes) for one in ours if one.websocket_bytes]
    kept = [one.is_zoom_kept for one in ours if one.kind == "ours" and one.is_zoom_kept is not None]
    return [
        _judged(
            None,
            "at most 5 kB on the websocket in any step",
            (max(most, default=None),),
            lambda worst: f"{worst:,} bytes at most",
            lambda worst: worst <= MOST_BYTES,
        ),
        _judged(
            None,
            "zoom and pan kept over a step",
            (all(kept) if kept else None,),
            lambda held: f"kept in {sum(kept)} of {len(kept)} runs",
            lambda held: bool(held),
        ),
    ]


def checks(results: Iterable[Result]) -> list[Check]:
    """
    Judge every target that the run has figures for.

    Parameters
    ----------
    results
        Of one run. Ratios use the steps that do not wait for the screen (``work_ms``).

    Returns
    -------
    list of Check
        In the order of the targets; counts that were not run have none.
    """
    run = Run(results)
    found: list[Check] = []
    for events in run.counts:
        if events <= 1000:
            found.append(_above(run, events))
        elif events <= 10_000:
            found.append(_times(run, events, LEAFLET, 1, "the bare Leaflet page"))
            found.append(_times(run, events, CANVAS, 1.5, "the fastest canvas page"))
            found.append(_faster(run, events, 20))
        else:
            found.append(_times(run, events, CANVAS, 1.5, "the fastest canvas page"))
    if {1000, 100_000} <= set(run.counts):
        found.append(_growth(run, 1000, 100_000))
    found += _every_step(run)
    if run.found(ARTICLES, 0) or run.found(EMPTY, 0):
        found.append(_first_load(run))
    return found


def find_checks(found: Iterable[Typed]) -> list[Check]:
    """
    Judge Find: what is slowest to look for must keep within the time.

    Parameters
    ----------
    found
        Of one run. A text counts by the median of its passes, so that what else the machine does
        once is no verdict; the worst single keystroke is told. The first search of a page counts
        too, save where it waits for the fetch of an index: that is told beside.

    Returns
    -------
    list of Check
        One for each number of events.
    """
    judged = []
    for one in found:
        most_ms = FIND_WITHIN_MS[one.events]
        texts = [*one.applied_ms.values(), *([] if one.events else [one.first_ms])]
        middles = [half for half in map(middle, texts) if half is not None]
        whose = "among as many imported events" if one.events else "the events of the five articles"
        judged.append(
            _judged(
                one.events or None,
                f"a keystroke in Find selects {whose} within {most_ms:g} ms",
                (middle(one.every_ms), max(middles, default=None), max(one.every_ms, default=None)),
                lambda half, slowest, worst: (
                    f"{half:.1f} ms; {slowest:.1f} ms for the slowest text, {worst:.1f} ms once"
                ),
                lambda _half, slowest, _worst, most_ms=most_ms: slowest <= most_ms,
            )
        )
    return judged

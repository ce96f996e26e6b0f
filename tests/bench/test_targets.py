"""What the benchmark says of its targets follows from the figures, and nothing else."""

import pytest

from bench.report import failures, markdown
from bench.result import Result, Typed
from bench.targets import Check, checks, find_checks


def row(subject: str, events: int, kind: str, each_ms: float, **more: object) -> Result:
    """Return a made-up result whose steps all took equally long."""
    made = Result(subject, subject, kind, events, work_ms=[each_ms] * 3, step_ms=[each_ms] * 3)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def ours(events: int, work_ms: float, **more: object) -> Result:
    return row("atlas", events, "ours", work_ms, **more)


def floor(name: str, events: int, work_ms: float) -> Result:
    return row(f"{name}_floor", events, "floor", work_ms)


def found(results: list[Result], words: str) -> Check:
    """Return the one check whose target holds these words."""
    (one,) = [check for check in checks(results) if words in check.target]
    return one


@pytest.mark.parametrize(("work_ms", "verdict"), [(21.9, "met"), (22.1, "not met")])
def test_few_events_may_cost_a_frame_more_than_leaflet(work_ms: float, verdict: str) -> None:
    results = [ours(1_000, work_ms), floor("leaflet", 1_000, 6)]
    assert found(results, "16 ms above").verdict == verdict


@pytest.mark.parametrize(
    ("work_ms", "leaflet", "canvas", "peer"),
    [
        (6, "met", "met", "met"),
        (7, "met", "not met", "met"),
        (21, "not met", "not met", "not met"),
    ],
)
def test_ten_thousand_are_judged_three_times(
    work_ms: float, leaflet: str, canvas: str, peer: str
) -> None:
    results = [
        *(ours(10_000, work_ms), floor("leaflet", 10_000, 20), floor("canvas", 10_000, 4)),
        row("st_folium_naive", 10_000, "peer", 6_000),
        row("st_folium_group", 10_000, "peer", 400),
    ]
    assert found(results, "bare Leaflet").verdict == leaflet
    assert found(results, "canvas page").verdict == canvas
    assert found(results, "st_folium").verdict == peer


def test_a_peer_that_gave_up_counts_as_the_limit() -> None:
    late = row("st_folium_group", 10_000, "peer", 1, status="gave up", step_ms=[], work_ms=[])
    check = found([ours(10_000, 10), late], "st_folium")
    assert check.verdict == "met"
    assert "6000 ×" in check.figure


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    alone = [ours(100_000, 5)]
    assert found(alone, "canvas page").verdict == "not known"
    broken = row("canvas_floor", 100_000, "floor", 9, status="failed")
    assert found([*alone, broken], "canvas page").verdict == "not known"


@pytest.mark.parametrize(("work_ms", "verdict"), [(200, "met"), (201, "not met")])
def test_growth_is_at_most_linear(work_ms: float, verdict: str) -> None:
    assert found([ours(1_000, 2), ours(100_000, work_ms)], "linearly").verdict == verdict


def test_the_worst_step_and_every_view_are_judged() -> None:
    results = [
        ours(20, 1, websocket_bytes=[0, 5001], is_zoom_kept=True),
        row("atlas_opened", 20, "ours", 1, websocket_bytes=[9], is_zoom_kept=False),
    ]
    assert found(results, "websocket").verdict == "not met"
    assert found(results, "zoom and pan").verdict == "not met"


@pytest.mark.parametrize(("load_ms", "verdict"), [(750.0, "met"), (760.0, "not met")])
def test_first_load_is_judged_against_an_empty_page(load_ms: float, verdict: str) -> None:
    results = [
        Result("five_articles", "", "page", 0, load_ms=[load_ms] * 4),
        Result("empty_page", "", "page", 0, load_ms=[500.0] * 4),
    ]
    assert found(results, "first load").verdict == verdict


def test_a_run_fails_for_wrong_marks_and_not_for_missed_targets() -> None:
    slow = row("st_folium_naive", 20, "peer", 1, status="gave up")
    wrong = row("pydeck", 20, "peer", 1, status="failed")
    late = ours(20, 1, status="gave up")
    assert failures([ours(20, 900), floor("leaflet", 20, 1), slow]) == []
    assert failures([slow, wrong, late]) == [wrong, late]


def test_the_report_shows_every_row_and_verdict() -> None:
    late = row("pydeck", 20, "peer", 1, status="gave up", note="gave up after 60 s", work_ms=[])
    results = [ours(20, 30), floor("leaflet", 20, 2), late]
    text = markdown(results, {"cores": "2"})
    assert "- cores: 2" in text
    assert "| 20 | step no more than 16 ms above the bare Leaflet page | +28.0 ms" in text
    assert "- pydeck: gave up after 60 s." in text
    assert all(f"| {one.label} |" in text for one in results)


@pytest.mark.parametrize(
    ("events", "slow_ms", "verdict"),
    [(0, 15.9, "met"), (0, 16.1, "not met"), (100_000, 99.0, "met"), (100_000, 101.0, "not met")],
)
def test_find_is_judged_by_its_slowest_text(events: int, slow_ms: float, verdict: str) -> None:
    typed = Typed(events, {"a": [1, 1, 1], "": [2, 2, 2], "slow": [500, slow_ms, 1]}, first_ms=[3])
    (one,) = find_checks([typed])
    assert one.verdict == verdict
    assert one.events == (events or None)
    assert one.figure == f"2.0 ms; {slow_ms:.1f} ms for the slowest text, 500.0 ms once"


def test_the_first_search_of_a_page_counts_where_nothing_is_fetched() -> None:
    for events, verdict in ((0, "not met"), (100_000, "met")):
        typed = Typed(events, {"a": [1.0]}, first_ms=[400.0])
        assert find_checks([typed])[0].verdict == verdict
    assert find_checks([Typed(0)])[0].verdict == "not known"

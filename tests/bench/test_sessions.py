"""What is said of many readers follows from the figures, and a session without a browser is one."""

from pathlib import Path

import pytest

from bench import downloads
from bench.downloads import Taken, failures
from bench.process import streamlit
from bench.session_client import complete, session
from bench.sessions import Stepped
from bench.sessions_report import WITHIN_S, markdown, session_checks

PAGE = """
import streamlit as st

@st.fragment
def part():
    st.text_input("Inner", key="inner")
    st.write("inner")

name = st.text_input("Name", key="name")
st.text_area("Echo", name, key=f"echo_{name}" if name else "echo")
part()
if name == "bad":
    raise ValueError(name)
"""


def stepped(page: str, readers: int, slow_s: float, slow: int) -> Stepped:
    """Return a hundred made-up reruns, of which some are slow."""
    run_s = [0.01] * (100 - slow) + [slow_s] * slow
    return Stepped(page, page, readers, 99, run_s, server_s=1, took_s=10, memory_mb=200)


@pytest.mark.parametrize("readers", list(WITHIN_S))
@pytest.mark.parametrize(("slow", "verdict"), [(4, "met"), (20, "not met")])
def test_one_rerun_in_twenty_may_take_longer(readers: int, slow: int, verdict: str) -> None:
    found = [stepped("atlas", readers, 5.0, slow), stepped("peer", readers, 3.0, 50)]
    (one,) = session_checks(found)
    assert (one.verdict, one.events) == (verdict, 99)
    assert one.figure.endswith("(peer: 3 s)")
    assert f"| {readers} | atlas, 99 events |" in markdown(found, {"cores": "2"})


def test_what_was_not_measured_is_not_judged() -> None:
    assert session_checks([stepped("peer", 20, 1, 1), Stepped("atlas", "atlas", 50, 99)]) == []


def test_a_download_that_fails_later_fails_too() -> None:
    good, never, later = Taken(1, 1, 9, 9), Taken(1, 0, 0, 0), Taken(1, 1, 9, 0)
    assert failures([good, never, later, good]) == 2
    assert "**2 of 4 downloads failed** beside 3 readers" in downloads.markdown(
        [good, never, later, good], 100, 3, {}
    )


def test_a_session_without_a_browser_runs_the_page_and_its_parts(tmp_path: Path) -> None:
    async def use(url: str) -> None:
        async with session(url) as reader, session(url) as other:
            await reader.run()
            await other.run()
            assert set(reader.elements) == {"name", "echo", "inner"}
            before = dict(reader.elements)
            await reader.run("inner", string_value="x")
            assert reader.elements["name"] is before["name"], "the fragment alone ran"
            assert reader.elements["inner"] is not before["inner"]
            await reader.run("name", string_value="me")
            assert reader.elements["echo_me"].default == "me"
            assert "echo_me" not in other.elements
            with pytest.raises(RuntimeError, match="exception"):
                await reader.run("name", string_value="bad")

    script = tmp_path / "page.py"
    script.write_text(PAGE, encoding="utf-8")
    process, url = streamlit(script)
    try:
        complete(use(url))
    finally:
        process.stop()

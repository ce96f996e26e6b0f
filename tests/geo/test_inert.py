"""No cell is taken for a formula, and what was put before it can be taken away again."""

from hypothesis import given
from hypothesis import strategies as st

from geo.export.inert import as_it_was, inert


@given(st.text(alphabet="'=+-@\t\r\n ax＝"))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert as_it_was(inert(text)) == text
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))

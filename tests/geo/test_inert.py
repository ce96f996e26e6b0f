"""No cell is taken for a formula, and what was put before it can be taken away again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.inert import as_it_was, inert


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_cell_that_begins_as_a_formula_gets_an_apostrophe(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "18 May 2017", "a = b", "'x"])
def test_any_other_cell_stays_as_it_is(text: str) -> None:
    assert inert(text) == text


@given(st.text(alphabet="'=+-@\t\r\n ax＝"))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert as_it_was(inert(text)) == text
    assert not inert(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))

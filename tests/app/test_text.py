"""Text from data shows as itself in Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from panels.text import plain

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "![x](http://198.51.100.7/x.png)",
    "[a](javascript:alert(1))",
    ":red[x] :smile: $7*7$",
    "# heading",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_character_that_means_something_is_escaped(text: str) -> None:
    shown = plain(text)
    for special in "<>[]()!#:$*":
        assert shown.count(special) == shown.count(f"\\{special}")


@given(some.text())
def test_taking_the_escapes_away_gives_the_words_back(text: str) -> None:
    words = " ".join(text.split())
    assert "".join(c for i, c in enumerate(plain(words)) if not _escape(plain(words), i)) == words


def _escape(shown: str, at: int) -> bool:
    """Say whether the backslash at this position stands for itself or escapes what follows."""
    if shown[at] != "\\":
        return False
    before = len(shown[:at]) - len(shown[:at].rstrip("\\"))
    return before % 2 == 0

"""Text from data shows as itself in Markdown."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as some

from panels.text import link, plain

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


ADDRESSES = (
    "https://a.example/)![x](https://evil.example/p.png?",
    "https://a.example/a b\\c<d>e[f]",
    'https://a.example/"title"\'`',
    "https://a.example/line\nbreak",
)


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_cannot_end_its_link(url: str) -> None:
    shown = link("a title", url)
    target = shown.removeprefix("[a title](").removesuffix(")")
    assert shown == f"[a title]({target})"
    assert not set(target) & set("()[]<>\\ \n\"'`")
    assert unquote(target) == url


def test_an_ordinary_address_stays_as_it_is() -> None:
    url = "https://a.example/2017/06/02/u-s-sends-arms/?a=1&b=%20#top"
    assert link("a [title]", url) == f"[a \\[title\\]]({url})"

"""Make text from data or a person safe for Markdown: the one place where the page escapes it."""

import re
from urllib.parse import quote

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&@^=])")
_ENDS_A_LINK = re.compile(r"[\s()\[\]<>\\\"'`\x00-\x1f\x7f]")


def plain(text: str) -> str:
    """
    Return Markdown that shows exactly this text.

    Parameters
    ----------
    text
        Anything; line breaks become spaces.
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def link(text: str, url: str) -> str:
    """
    Return a Markdown link that is this text and leads to this address, whatever either holds.

    Parameters
    ----------
    text
        Anything.
    url
        An address; what could end the link is percent-encoded, which leads to the same page.
    """
    return f"[{plain(text)}]({_ENDS_A_LINK.sub(lambda found: quote(found[0]), url)})"

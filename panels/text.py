"""Make text from data or a person safe for Markdown: the one place where the page escapes it."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&@^=])")


def plain(text: str) -> str:
    """
    Return Markdown that shows exactly this text.

    Parameters
    ----------
    text
        Anything; line breaks become spaces.
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

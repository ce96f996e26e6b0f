"""A small fault in a source."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """
    Text that stands in a source in place of what is right.

    Parameters
    ----------
    file
        Path in the checkout.
    start, end
        Offsets in characters.
    replaced
        What stands there.
    text
        What is put there.
    kind
        Its kind, in a word.
    """

    file: str
    start: int
    end: int
    replaced: str
    text: str
    kind: str

    def put_in(self, source: str) -> str:
        """Return the source with the fault in it."""
        assert source[self.start : self.end] == self.replaced
        return source[: self.start] + self.text + source[self.end :]

    def line(self, source: str) -> int:
        """Return the line on which it begins, from 1."""
        return source.count("\n", 0, self.start) + 1

    def shown(self, source: str) -> str:
        """Say where it is and what it changes."""
        was, becomes = (" ".join(text.split()) for text in (self.replaced, self.text))
        change = f"`{was[:60]}` → `{becomes[:60]}`"
        return f"{self.file}:{self.line(source)} {self.kind}: {change}"

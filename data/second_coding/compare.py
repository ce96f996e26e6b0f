"""
How far two independent codings of the five articles agree.

The first coding stands in ``first/`` as it was before anything was settled, the second beside this
file; ``matches.csv`` says which event of one is which event of the other. From the project's root:

    python data/second_coding/compare.py            prints the table of agreement
    python data/second_coding/compare.py --write    puts table and differences into data/coding.md
"""

import re
import sys
from collections.abc import Callable, Sequence

from agreement import Comparison, cohens_kappa
from codings import (
    DATA,
    Match,
    first_coding,
    matches,
    one_to_one,
    pairs,
    rows,
    second_coding,
)

CODING = DATA / "coding.md"
SETTLED = {
    "second": "The second coding was followed",
    "both": "Each had a part of it",
    "first": "The first coding was kept",
    "agreed": "No difference but the wording",
}
"""How a difference was settled, in the order in which coding.md tells it."""

MARKS = {
    name: (f"<!-- {name}: written by second_coding/compare.py -->", f"<!-- end of {name} -->")
    for name in ("agreement", "differences")
}


def branches() -> Callable[[str], set[str]]:
    """Return what gives an actor together with all above it in the tree of actors.csv."""
    parent = {row["actor_id"]: row["parent_id"] for row in rows(DATA / "actors.csv")}

    def above(actor: str) -> set[str]:
        found = {actor}
        while actor := parent.get(actor, ""):
            found.add(actor)
        return found

    return above


def share(part: int, whole: int) -> str:
    """Write a count as a share of the whole."""
    return f"{part} of {whole} ({part / whole:.0%})"


def agreement(found: Sequence[Match]) -> str:
    """Write the table of agreement in Markdown."""
    compared = Comparison(first_coding(), second_coding())
    ours, theirs = len(compared.first.events), len(compared.second.events)
    both = pairs(found)
    single = one_to_one(both)
    table = [("", "all pairs", "pairs one to one"), ("---", "---", "---")]
    counted = (len({m.event_id for m in both}), len({m.second_id for m in both}))
    recall, precision = counted[0] / ours, counted[1] / theirs
    alone = len(single)
    table += [
        ("events of the first coding matched", share(counted[0], ours), share(alone, ours)),
        ("events of the second coding matched", share(counted[1], theirs), share(alone, theirs)),
        (
            "F1 of both",
            f"{2 * recall * precision / (recall + precision):.2f}",
            f"{2 * alone / (ours + theirs):.2f}",
        ),
    ]
    tests = {
        "days identical": compared.same_days,
        "days identical or overlapping": compared.days_overlap,
        "main place the same": compared.same_main_place,
        "a place in common": compared.shares_a_place,
        "type the same": compared.same_type,
    }
    for name, same in tests.items():
        cells = [share(sum(map(same, some)), len(some)) for some in (both, single)]
        table.append((name, cells[0], cells[1]))
    kappas = [f"{cohens_kappa([compared.types(m) for m in some]):.2f}" for some in (both, single)]
    table.append(("type, kappa after Cohen", kappas[0], kappas[1]))
    for name, above in (("the same actor", lambda actor: {actor}), ("same branch", branches())):
        cells = [share(*compared.roles(some, above)) for some in (both, single)]
        table.append((f"roles with a counterpart, {name}", cells[0], cells[1]))
    table.append(("passages given to the same voices", share(*compared.passages()), ""))
    return "\n".join(f"| {' | '.join(row)} |" for row in table) + "\n"


def differences(found: Sequence[Match]) -> str:
    """Write every row of matches.csv in Markdown, grouped by how it was settled."""
    compared = Comparison(first_coding(), second_coding())
    lines: list[str] = []
    for settled, heading in SETTLED.items():
        lines += [f"### {heading}", ""]
        for match in (m for m in found if m.settled == settled):
            names = [f"`{name}`" if name else "none" for name in (match.event_id, match.second_id)]
            paired = match.event_id and match.second_id
            what = ", ".join(compared.differs(match)) if paired else "in one coding only"
            told = f" ({what})" if what else ""
            lines.append(f"- {' / '.join(names)}{told}{': ' + match.how if match.how else ''}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def block(text: str, name: str, body: str | None = None) -> str:
    """
    Read what stands between the marks of a block, or the text with it replaced.

    Raises
    ------
    ValueError
        The text has no such marks.
    """
    start, end = (re.escape(mark) for mark in MARKS[name])
    found = re.search(f"{start}\n+(.*?)\n*{end}", text, re.DOTALL)
    if not found:
        raise ValueError(f"coding.md has no marks of the block '{name}'")
    if body is None:
        return found[1] + "\n"
    return f"{text[: found.start(1)]}{body}\n{text[found.end(1) :].lstrip()}"


def main() -> None:
    """Print the table, or write both blocks."""
    found = matches()
    if "--write" not in sys.argv[1:]:
        sys.stdout.write(agreement(found))
        return
    text = CODING.read_text(encoding="utf-8")
    text = block(text, "agreement", agreement(found))
    text = block(text, "differences", differences(found))
    CODING.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

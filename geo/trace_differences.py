"""Where the claims of one event differ, as its card says it, with the source of each answer."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from geo.passages import claim_row
from geo.source import OURS, Kind, Source
from geo.wording import day_text

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.models import Claim, Event

Answer = Callable[["Dataset", "Claim"], str | None]


def difference_lines(dataset: "Dataset", event: "Event") -> Iterator[tuple[str, str, Source]]:
    """
    List the answers that claims give differently.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.

    Yields
    ------
    field, text, source
        None where all who speak of something say the same of it.
    """
    for aspect, answer_of in _ASPECTS.items():
        answers: dict[str, list[Claim]] = {}
        for claim in dataset.claims_of(event.event_id):
            answer = answer_of(dataset, claim)
            if answer:
                answers.setdefault(answer, []).append(claim)
        if len(answers) < 2:
            continue
        yield "difference", aspect, OURS
        for answer, claims in answers.items():
            said = "; ".join(_who(dataset, claim) for claim in claims)
            ids = tuple(claim.claim_id for claim in claims)
            yield "difference", f"{answer}: {said}", Source(Kind.ARTICLE, ids)


def _days(_dataset: "Dataset", claim: "Claim") -> str | None:
    first, last = claim.first_day, claim.last_day
    if first is None:
        return f"up to {day_text(last)}" if last else None
    if last is None:
        return f"since {day_text(first)}"
    return day_text(first) if first == last else f"{day_text(first)} to {day_text(last)}"


def _place(dataset: "Dataset", claim: "Claim") -> str | None:
    return claim_row(dataset, claim)["place"]  # type: ignore[no-any-return]


def _casualties(dataset: "Dataset", claim: "Claim") -> str | None:
    return claim_row(dataset, claim)["casualties"]  # type: ignore[no-any-return]


def _who(dataset: "Dataset", claim: "Claim") -> str:
    row = claim_row(dataset, claim)
    publisher = dataset.articles[claim.article_id].publisher
    voice = row["voice"] or row["via"]
    who = f"{voice} in {publisher}" if voice and voice != publisher else publisher
    return f"{who}, {row['passage']}"


_ASPECTS: dict[str, Answer] = {"Time": _days, "Place": _place, "Casualties": _casualties}

"""Where the claims of one event exclude each other, as its card says it, with their sources."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.rules.differences import differences
from geo.sentences.passages import claim_row
from geo.sentences.source import OURS, Kind, Source

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Claim, Event


def difference_lines(dataset: "Dataset", event: "Event") -> Iterator[tuple[str, str, Source]]:
    """
    List the answers of claims that cannot hold together.

    Parameters
    ----------
    dataset
        What was reported.
    event
        One of its events.

    Yields
    ------
    field, text, source
        None where all that is said can hold together.
    """
    claims = {claim.claim_id: claim for claim in dataset.claims_of(event.event_id)}
    for difference in differences(dataset, event.event_id):
        yield "difference", difference.aspect, OURS
        for answer in difference.answers:
            said = "; ".join(_who(dataset, claims[one]) for one in answer.claim_ids)
            yield "difference", f"{answer.text}: {said}", Source(Kind.ARTICLE, answer.claim_ids)


def _who(dataset: "Dataset", claim: "Claim") -> str:
    row = claim_row(dataset, claim)
    publisher = dataset.articles[claim.article_id].publisher
    voice = row["voice"] or row["via"]
    who = f"{voice} in {publisher}" if voice and voice != publisher else publisher
    return f"{who}, {row['passage']}"

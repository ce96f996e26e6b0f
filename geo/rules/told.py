"""The order in which an article tells its events, which is not the order in which they happened."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.dataset import Dataset


def told_order(dataset: "Dataset", article_id: str) -> tuple[str, ...]:
    """
    List the events of an article as it tells them.

    Parameters
    ----------
    dataset
        The data.
    article_id
        The article.

    Returns
    -------
    event_ids
        Each where it is first spoken of, passage by passage, in the order of ``coverage.csv``.
    """
    whole = dataset.whole or dataset
    about = {claim.claim_id: claim.event_id for claim in whole.claims if claim.event_id}
    passages = (row for row in whole.coverage if row.article_id == article_id)
    told = (about.get(one) for row in passages for one in row.claim_ids)
    return tuple(dict.fromkeys(event_id for event_id in told if event_id))

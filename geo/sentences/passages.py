"""Claims as the payload carries them: who says what, in which article and paragraph."""

from geo.dataset import Dataset
from geo.model.contract import CasualtyRow, ClaimRow, DifferenceRow, MentionRow
from geo.model.models import Claim, Place
from geo.rules.attributes import attributes_of
from geo.rules.differences import differences
from geo.rules.wording import UNHURT_TEXT, casualties_text

_LOCUS_WORDS = {
    "p": "paragraph",
    "title": "headline",
    "caption": "picture caption",
    "subhead": "subheading",
    "furniture": "text of the site around the article",
}


def claim_row(dataset: Dataset, claim: Claim) -> ClaimRow:
    """
    Write a claim for the payload.

    Parameters
    ----------
    dataset
        What was reported; its actors and places give names.
    claim
        A row of ``claims.csv``.

    Returns
    -------
    ClaimRow
    """
    figures = casualties_text(claim)
    return {
        "id": claim.claim_id,
        "article": claim.article_id,
        "locus": claim.locus,
        "passage": locus_text(claim.locus),
        "voice": actor_name(dataset, claim.voice),
        "via": actor_name(dataset, claim.via),
        "hedge": claim.hedge,
        "stance": claim.stance,
        "account": claim.account,
        "says_when": claim.says_when,
        "first_day": claim.first_day.isoformat() if claim.first_day else None,
        "last_day": claim.last_day.isoformat() if claim.last_day else None,
        "place": dataset.gazetteer[claim.place_id].name if claim.place_id else None,
        "casualties": "none reported" if figures == UNHURT_TEXT else figures,
    }


def attribute_rows(dataset: Dataset, kind: str, thing_id: str) -> list[ClaimRow]:
    """
    Write what is said of an actor, a place or a route itself.

    Parameters
    ----------
    dataset
        What was reported.
    kind, thing_id
        ``actor``, ``place`` or ``route``, and its id.

    Returns
    -------
    list of ClaimRow
        Of the whole data, as a card tells all that is said of a thing.
    """
    claims = attributes_of(dataset.whole or dataset, kind, thing_id)
    return [claim_row(dataset, claim) for claim in claims]


def casualty_rows(dataset: Dataset, event_id: str) -> list[CasualtyRow]:
    """
    Write the figures given for an event, each with whoever gave it.

    Parameters
    ----------
    dataset
        What was reported.
    event_id
        An event of it.

    Returns
    -------
    list of CasualtyRow
        Figures of two voices stay two.
    """
    rows: list[CasualtyRow] = []
    for claim in dataset.claims_of(event_id):
        text = casualties_text(claim)
        if text:
            source = source_text(dataset, claim)
            rows.append(
                {
                    "text": text,
                    "source": source,
                    "said": f"{text}, according to {source}",
                    "claim": claim.claim_id,
                }
            )
    return rows


def difference_rows(dataset: Dataset, event_id: str) -> list[DifferenceRow]:
    """
    Write what the claims about an event say that cannot hold together.

    Parameters
    ----------
    dataset
        What was reported.
    event_id
        An event of it.

    Returns
    -------
    list of DifferenceRow
    """
    return [
        {
            "aspect": one.aspect,
            "answers": [
                {"text": answer.text, "claims": list(answer.claim_ids)} for answer in one.answers
            ],
        }
        for one in differences(dataset, event_id)
    ]


def source_text(dataset: Dataset, claim: Claim) -> str:
    """
    Name who is behind a claim and where it stands.

    Parameters
    ----------
    dataset
        What was reported.
    claim
        A row of ``claims.csv``.

    Returns
    -------
    str
        Voice, outlet relayed, publisher and passage.
    """
    voice = actor_name(dataset, claim.voice)
    via = actor_name(dataset, claim.via)
    said = " via ".join(name for name in (voice, via) if name)
    where = f"{dataset.articles[claim.article_id].publisher}, {locus_text(claim.locus)}"
    return f"{said} ({where})" if said else where


def actor_name(dataset: Dataset, actor_id: str | None) -> str | None:
    """Return an actor's name; None for the article's own voice."""
    return dataset.actors[actor_id].name if actor_id else None


def mention_rows(place: Place) -> list[MentionRow]:
    """
    Write the passages that name a place.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    list of MentionRow
    """
    return [
        {"article": m.article_id, "locus": m.locus, "passage": locus_text(m.locus)}
        for m in place.mentions
    ]


def locus_text(locus: str) -> str:
    """
    Write a locus.

    Parameters
    ----------
    locus
        ``p3``, ``title``, ``standfirst`` or ``caption1``.

    Returns
    -------
    str
        As in ``paragraph 3``, ``headline``, ``standfirst``, ``picture caption`` or ``picture
        caption 2``.
    """
    kind = locus.rstrip("0123456789")
    number = locus.removeprefix(kind)
    word = _LOCUS_WORDS.get(kind, kind)
    if not number or (number == "1" and kind != "p"):
        return word
    return f"{word} {number}"

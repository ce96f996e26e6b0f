"""What an event holds of each claim, each participant and the dead, in one structure for each."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.model.models import Claim, Participant


def name_of(dataset: "Dataset", actor_id: str | None) -> str | None:
    """
    Name an actor.

    Parameters
    ----------
    dataset
        The data.
    actor_id
        ``None`` for nobody.

    Returns
    -------
    name
        ``None`` for nobody.
    """
    return dataset.actors[actor_id].name if actor_id else None


def actor_part(dataset: "Dataset", participant: "Participant") -> dict[str, Any]:
    """
    Say what an actor is to an event.

    Parameters
    ----------
    dataset
        The data.
    participant
        Of the event.

    Returns
    -------
    part
        ``side`` is the one in this event; ``side_here`` only where it is not the actor's own.
    """
    actor = dataset.actors[participant.actor_id]
    return {
        "actor_id": participant.actor_id,
        "name": actor.name,
        "side": participant.side or actor.side,
        "role": participant.role,
        "side_here": participant.side,
        "claim_id": participant.claim_id,
    }


def fatalities_part(dataset: "Dataset", claims: "tuple[Claim, ...]") -> dict[str, Any] | None:
    """
    Give the figure of the dead that a mark tells of.

    Parameters
    ----------
    dataset
        The data.
    claims
        Of an event.

    Returns
    -------
    part
        ``low``, ``high`` and whose figure it is; ``None`` where no claim gives one.
    """
    counted = [c for c in claims if c.fatalities_low is not None or c.fatalities_high is not None]
    if not counted:
        return None
    # A number belongs to whoever gave it: a named voice before an article that repeats it.
    first = min(counted, key=lambda claim: claim.voice is None)
    return {
        "low": first.fatalities_low,
        "high": first.fatalities_high,
        "source": name_of(dataset, first.voice or first.via)
        or dataset.articles[first.article_id].publisher,
    }


def source_part(dataset: "Dataset", claim: "Claim") -> dict[str, Any]:
    """
    Say who says what, where.

    Parameters
    ----------
    dataset
        The data.
    claim
        About an event.

    Returns
    -------
    part
        Names beside ids; ``None`` where the claim is silent.
    """
    article = dataset.articles[claim.article_id]
    return {
        "article_id": claim.article_id,
        "publisher": article.publisher,
        "published_on": article.published_on,
        "locus": claim.locus,
        "voice": name_of(dataset, claim.voice),
        "via": name_of(dataset, claim.via),
        "hedge": claim.hedge or None,
        "stance": claim.stance,
        "account": claim.account,
        "url": article.url,
        "claim_id": claim.claim_id,
        "voice_id": claim.voice,
        "via_id": claim.via,
        "says_when": claim.says_when,
        "first_day": claim.first_day,
        "last_day": claim.last_day,
        "place_id": claim.place_id,
        "fatalities_low": claim.fatalities_low,
        "fatalities_high": claim.fatalities_high,
        "wounded_low": claim.wounded_low,
        "wounded_high": claim.wounded_high,
    }

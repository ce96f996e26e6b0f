"""Who backs an event: one voice, several independent ones, parties only, or contradicting ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from geo.model.models import Claim
from geo.model.vocabulary import Backing, Stance, Standing
from geo.rules.acting import lineage
from geo.rules.parties import kin, took_part
from geo.rules.standing import is_own_voice, other_outlet, speakers, standing, unconfirmed_in

if TYPE_CHECKING:
    from geo.dataset import Dataset


@dataclass(frozen=True)
class Voice:
    """
    Somebody who says that an event happened, apart from everybody else who does.

    Attributes
    ----------
    actor_ids
        Who speaks as this one voice, each once; nobody for an article in its own voice.
    article_id
        The article of the first of its claims.
    via
        The outlet through which alone a named voice is heard; ``None`` where an article has it
        from no other.
    is_named
        False for an article that passes on what it does not say itself, and names nobody.
    took_part
        Whether one of them took part in the event.
    """

    actor_ids: tuple[str, ...]
    article_id: str
    via: str | None = None
    is_named: bool = True
    took_part: bool = False


@dataclass
class _Speaking:
    voice: Voice
    marks: frozenset[str] = field(default_factory=frozenset)


def voices(dataset: "Dataset", event_id: str) -> tuple[Voice, ...]:
    """
    List the voices that assert an event, each apart from the others.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    voices
        In the order of the tables. All of one tree, or of one side other than ``other``, are one
        voice, and so is whoever several articles relay. An article that relays an outlet's report
        has the outlet's voice. What is said in a statement is its speaker's; that it was said is
        the voice of whoever reports it. An article that hedges, or that tells that those who did
        it do not confirm it, is no voice of its own; only where there is no other, it stands for
        those whom it does not name.
    """
    own = speakers(dataset.participants_of(event_id), dataset.event_rows[event_id].type)
    unconfirmed = unconfirmed_in(dataset, event_id)
    found: list[_Speaking] = []
    unnamed: list[_Speaking] = []
    for claim in dataset.claims_of(event_id):
        if claim.stance is not Stance.ASSERTS:
            continue
        spoken = _spoken(dataset, event_id, claim, own)
        if spoken.voice.actor_ids or (
            is_own_voice(dataset, claim, own) and claim.article_id not in unconfirmed
        ):
            _join(found, spoken)
        else:
            spoken.voice = replace(spoken.voice, is_named=False)
            _join(unnamed, spoken)
    return tuple(one.voice for one in found or unnamed)


def voice_name(dataset: "Dataset", voice: Voice) -> str:
    """
    Name a voice.

    Parameters
    ----------
    dataset
        The data.
    voice
        One of ``voices``.

    Returns
    -------
    name
        Its actors without those below another of them, and the outlet through which they are
        heard; else the publisher of the article that speaks for itself.
    """
    publisher = dataset.articles[voice.article_id].publisher
    if not voice.actor_ids:
        return publisher if voice.is_named else f"others, not named by {publisher}"
    top = [
        dataset.actors[one].name
        for one in voice.actor_ids
        if not {*lineage(dataset, one)[1:]} & {*voice.actor_ids}
    ]
    names = " and ".join(part for part in (", ".join(top[:-1]), top[-1]) if part)
    return f"{names}, through {dataset.actors[voice.via].name}" if voice.via else names


def voices_text(found: Sequence[Voice]) -> str:
    """
    Count voices in words.

    Parameters
    ----------
    found
        As ``voices`` lists them.

    Returns
    -------
    text
        ``4 voices, one of which took part``; empty where nobody asserts it.
    """
    parties = sum(voice.took_part for voice in found)
    if len(found) < 2:
        return f"1 voice{', which took part' if parties else ''}" if found else ""
    if not parties:
        return f"{len(found)} voices"
    many = {1: "one", len(found): "both" if len(found) == 2 else "all"}.get(parties, str(parties))
    return f"{len(found)} voices, {many} of which took part"


def backing(dataset: "Dataset", event_id: str) -> Backing:
    """
    Derive who backs an event.

    Parameters
    ----------
    dataset
        The data.
    event_id
        The event.

    Returns
    -------
    backing
        Contradicted where its standing is disputed; else parties only, where nobody but those who
        took part in it asserts it; else one voice or several.
    """
    if standing(dataset, event_id) is Standing.DISPUTED:
        return Backing.CONTRADICTED
    found = voices(dataset, event_id)
    if all(voice.took_part for voice in found):
        return Backing.PARTIES
    return Backing.ONE if len(found) == 1 else Backing.SEVERAL


def _spoken(dataset: "Dataset", event_id: str, claim: Claim, own: frozenset[str]) -> _Speaking:
    """Return whose voice a claim is, with what makes it one with others."""
    named = None if claim.voice in own else claim.voice
    outlet = other_outlet(dataset, claim)
    speaker = named or outlet
    if speaker is None:
        publisher = dataset.articles[claim.article_id].publisher
        return _Speaking(Voice((), claim.article_id), frozenset({f"outlet:{publisher}"}))
    voice = Voice(
        (speaker,),
        claim.article_id,
        via=outlet if named and outlet != named else None,
        took_part=took_part(dataset, event_id, speaker),
    )
    return _Speaking(voice, kin(dataset, speaker) | {f"outlet:{dataset.actors[speaker].name}"})


def _join(found: list[_Speaking], new: _Speaking) -> None:
    """Add a voice, or make it one with all that it shares something with."""
    same = [one for one in found if one.marks & new.marks]
    if not same:
        found.append(new)
        return
    first, *others = [*same, new]
    for other in others:
        first.marks |= other.marks
        first.voice = replace(
            first.voice,
            actor_ids=tuple(dict.fromkeys((*first.voice.actor_ids, *other.voice.actor_ids))),
            via=first.voice.via if first.voice.via == other.voice.via else None,
            took_part=first.voice.took_part or other.voice.took_part,
        )
    found[:] = [one for one in found if one is first or one not in others]

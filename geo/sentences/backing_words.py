"""Who backs an event, as its card says it: in a word and by name."""

from typing import TYPE_CHECKING

from geo.model import labels
from geo.model.vocabulary import Backing
from geo.rules.backing import Voice, voice_name, voices_text
from geo.rules.event_facts import event_facts
from geo.sentences.event_sentences import sentence

if TYPE_CHECKING:
    from geo.dataset import Dataset


def backing_said(dataset: "Dataset", event_id: str) -> tuple[str, str]:
    """
    Write who backs an event.

    Parameters
    ----------
    dataset
        What was reported.
    event_id
        One of its events.

    Returns
    -------
    head, rest
        Rest begins where the head ends: ``One voice`` and ``: Reuters.``; ``3 voices, one of
        which took part`` and ``: the Pentagon (took part); CNN; Reuters.``; the word alone where
        nobody asserts it. Whom an article does not name is not named here either.
    """
    facts = event_facts(dataset)[event_id]
    found, how = facts.voices, facts.backing
    word = labels.BACKINGS[how]
    if not found:
        return word, ""
    said = f": {'; '.join(_named(dataset, one, how) for one in found)}."
    if len(found) == 1 and not found[0].is_named:
        said = f", {voice_name(dataset, found[0]).removeprefix('others, ')}."
    if how in (Backing.ONE, Backing.PARTIES):
        return word, said
    count = labels.BACKINGS[Backing.ONE] if len(found) == 1 else voices_text(found)
    return (count, said) if how is Backing.SEVERAL else (word, f". {sentence(count)}{said}")


def _named(dataset: "Dataset", voice: Voice, how: Backing) -> str:
    # Where only those speak who took part, the head has said so of all of them.
    party = " (took part)" if voice.took_part and how is not Backing.PARTIES else ""
    return f"{voice_name(dataset, voice)}{party}"

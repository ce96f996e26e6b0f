"""Every sentence and sign that a card, a label or the key can show, each with its source."""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.sentences.source import Source, passage_of
from geo.tracing.events import event_lines
from geo.tracing.things import actor_lines, label_lines, place_lines, route_lines, shift_lines
from geo.tracing.words import fixed_lines

if TYPE_CHECKING:
    from geo.dataset import Dataset


@dataclass(frozen=True)
class Line:
    """
    A sentence or a sign as it can be shown.

    Attributes
    ----------
    text
        What is read; of a sign what it stands for.
    kind
        One of :class:`geo.sentences.source.Kind`.
    claim_ids
        The claims it rests on.
    passages
        Where these stand, as ``article_id:locus``, and further passages that name what it names.
    place
        The card, label or key that shows it, and as what.
    """

    text: str
    kind: str
    claim_ids: tuple[str, ...]
    passages: tuple[str, ...]
    place: str


def trace(dataset: "Dataset") -> list[Line]:
    """
    List every sentence and sign that a card, a label or the key can show.

    Parameters
    ----------
    dataset
        What was reported.

    Returns
    -------
    list of Line
        Events first, then places, actors, routes, the shift, labels, and what cards and the key
        say of everything alike; each once for the place that shows it. Imported events are not in
        it: they come from none of the articles, and their card says so.
    """
    claims = {claim.claim_id: claim for claim in (dataset.whole or dataset).claims}
    lines: dict[Line, None] = {}
    for place, text, source in _statements(dataset):
        if not text:
            continue
        passages = (passage_of(claims[one]) for one in source.claim_ids)
        found = tuple(dict.fromkeys((*passages, *source.mentions)))
        lines[Line(text.strip(), source.kind, source.claim_ids, found, place)] = None
    return list(lines)


def sample(lines: Sequence[Line], count: int, seed: int | None) -> list[Line]:
    """
    Take lines at random.

    Parameters
    ----------
    lines
        To choose from.
    count
        How many; all of them where there are fewer.
    seed
        The same lines for the same seed; ``None`` for others every time.

    Returns
    -------
    list of Line
        In the order of ``lines``.
    """
    # No secret: the seed is there so that two readers can be given the same lines.
    chosen = random.Random(seed).sample(range(len(lines)), min(count, len(lines)))  # noqa: S311
    return [lines[index] for index in sorted(chosen)]


def as_text(lines: Iterable[Line]) -> Iterator[str]:
    """
    Write lines for a terminal.

    Parameters
    ----------
    lines
        As :func:`trace` gives them.

    Yields
    ------
    str
        Text, kind, claims, passages and place with tabs between; ids with spaces between.
    """
    for line in lines:
        ids = (" ".join(line.claim_ids), " ".join(line.passages))
        text = " ".join(line.text.split())
        yield "\t".join((text, line.kind, *ids, line.place))


def as_json(lines: Iterable[Line]) -> str:
    """
    Write lines for a program.

    Parameters
    ----------
    lines
        As :func:`trace` gives them.

    Returns
    -------
    str
        A list of objects with ``text, kind, claims, passages, place``.
    """
    rows = [
        {
            "text": line.text,
            "kind": line.kind,
            "claims": line.claim_ids,
            "passages": line.passages,
            "place": line.place,
        }
        for line in lines
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _statements(dataset: "Dataset") -> Iterator[tuple[str, str | None, Source]]:
    whole = dataset.whole or dataset
    for event in dataset.event_rows.values():
        for field, text, source in event_lines(dataset, event):
            yield f"event {event.event_id}: {field}", text, source
    for place in dataset.gazetteer.values():
        for field, text, source in place_lines(dataset, place):
            yield f"place {place.place_id}: {field}", text, source
    for actor in dataset.actors.values():
        for field, text, source in actor_lines(dataset, actor):
            yield f"actor {actor.actor_id}: {field}", text, source
    for route in dataset.route_rows.values():
        for field, text, source in route_lines(whole, route):
            yield f"route {route.route_id}: {field}", text, source
    for field, text, source in shift_lines(dataset):
        yield f"shift: {field}", text, source
    for field, text, source in label_lines(dataset):
        yield f"label: {field}", text, source
    for place_name, text, source in fixed_lines():
        yield place_name, text, source

"""The words of the KML: descriptions in which every text of the data is escaped, and plain data."""

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from geo.dataset import Dataset
from geo.export.about import cite
from geo.export.styles import BASES, SIDES
from geo.export.tables import joined
from geo.model.credits import IN_EXPORTS
from geo.model.models import Claim, Place
from geo.rules.corridor import Leg
from geo.rules.event_facts import event_facts
from geo.rules.event_rows import stated_only


def as_json(value: Mapping[str, Any]) -> str:
    """
    Write what is nested as one text.

    Parameters
    ----------
    value
        Anything that JSON can hold.

    Returns
    -------
    str
        JSON.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def head(dataset: Dataset) -> str:
    """
    Say what the document is.

    Parameters
    ----------
    dataset
        Whole or selected.

    Returns
    -------
    str
        HTML.
    """
    told = (
        "An event stands in the folder of each article that reports it, with what that article "
        "says. A path or a route joins reported places; it is no surveyed road."
    )
    return "<br>".join(escape(line) for line in (told, cite(dataset), IN_EXPORTS))


def event(dataset: Dataset, event_id: str, article_id: str) -> str:
    """
    Tell an event as one article does.

    Parameters
    ----------
    dataset
        The data.
    event_id, article_id
        Which.

    Returns
    -------
    str
        HTML: title, summary, side, and every claim of the article.
    """
    row = dataset.event_rows[event_id]
    article = dataset.articles[article_id]
    lines = [
        f"<b>{escape(row.title)}</b>",
        escape(row.summary),
        escape(f"Side that acted: {SIDES[event_facts(dataset)[event_id].side][0]}"),
        escape(f"{article.publisher}, {article.published_on}: {article.title}"),
    ]
    lines += [
        escape(f"{claim.locus}: {_speaker(dataset, claim)}{claim.account}")
        for claim in dataset.claims_of(event_id)
        if claim.article_id == article_id
    ]
    if article.url:
        lines.append(escape(article.url))
    return "<br>".join(line for line in lines if line)


def _speaker(dataset: Dataset, claim: Claim) -> str:
    named = [dataset.actors[one].name for one in (claim.voice, claim.via) if one]
    said = [" via ".join(named), claim.hedge and f"“{claim.hedge}”", claim.stance]
    return f"{', '.join(part for part in said if part)}: "


def event_data(dataset: Dataset, event_id: str, article_id: str) -> dict[str, object]:
    """
    List what is known of an event.

    Parameters
    ----------
    dataset
        The data.
    event_id, article_id
        Which.

    Returns
    -------
    values
        By name; the claims of the article as JSON.
    """
    row = dataset.event_rows[event_id]
    claims = dataset.claims_of(event_id)
    participants = dataset.participants_of(event_id)
    facts, only = event_facts(dataset)[event_id], stated_only(dataset)
    read, mark = facts.of(only).reading, facts.of(only).mark
    told = [claim.model_dump(mode="json") for claim in claims if claim.article_id == article_id]
    return {
        "event_id": event_id,
        "kind": "event",
        "title": row.title,
        "type": row.type,
        "summary": row.summary,
        "status": row.status,
        "first_day": read.first_day,
        "last_day": read.last_day,
        "span": read.kind,
        "date_precision": read.precision,
        "standing": facts.standing,
        "backing": facts.backing,
        "side": facts.side,
        "match": dataset.matches.get(event_id),
        "place_id": mark.place_id if mark else None,
        "location_precision": mark.location_precision if mark else None,
        "uncertainty_km": mark.uncertainty_km if mark else None,
        "actor_ids": joined(facts.actor_ids),
        "participants": joined([f"{one.actor_id}:{one.role}" for one in participants]),
        "article_id": article_id,
        "claims": json.dumps(told, ensure_ascii=False),
    }


def place(row: Place) -> str:
    """
    Tell a place.

    Parameters
    ----------
    row
        The place.

    Returns
    -------
    str
        HTML.
    """
    lines = [f"<b>{escape(row.name)}</b>", escape(row.name_ar or ""), escape(row.note)]
    return "<br>".join(line for line in lines if line)


def place_data(row: Place) -> dict[str, object]:
    """
    List what is known of a place.

    Parameters
    ----------
    row
        The place.

    Returns
    -------
    values
        By name.
    """
    names = ("place_id", "name_ar", "extent", "uncertainty_km", "radius_km", "basis", "source")
    kind = "zone" if row.radius_km is not None else "place"
    return {"kind": kind, **{name: getattr(row, name) for name in names}, "place_kind": row.kind}


def leg(row: Leg) -> str:
    """
    Tell how a leg of a route is known.

    Parameters
    ----------
    row
        The leg.

    Returns
    -------
    str
        HTML.
    """
    return "<br>".join(escape(line) for line in (BASES[row.basis], row.source) if line)

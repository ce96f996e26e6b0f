"""Put the ids of today into a link that was made earlier."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from geo.model.renamed import Renamed, RenamedKind, Thing
from geo.model.vocabulary import Extent

if TYPE_CHECKING:
    from geo.dataset import Dataset


def renewed(query: Mapping[str, str], dataset: "Dataset") -> tuple[dict[str, str], list[str]]:
    """
    Put the ids of today into the query of a link, for those it holds from before.

    Parameters
    ----------
    query
        Any text.
    dataset
        Knows what became of ids.

    Returns
    -------
    query
        With today's ids; an id that leads nowhere is left out. An event that is now told on the
        card of another thing opens that card, unless the link opens one already.
    notices
        What became of them, one sentence each.
    """
    found = dict(query)
    rows: list[Renamed] = []

    def met(kind: RenamedKind, old_id: str) -> Renamed | None:
        row = dataset.renamed.get((kind, old_id))
        if row and row not in rows:
            rows.append(row)
        return row

    for name in ("event", "current"):
        row = met(RenamedKind.EVENT, found.get(name, ""))
        if not row:
            continue
        del found[name]
        if row.new and row.new[0] is RenamedKind.EVENT:
            found[name] = row.new[1]
        elif row.new and name == "event":
            found.setdefault("about", _card(row.new, dataset))
    kind, _, thing_id = found.get("about", "").partition(".")
    if kind in _ABOUT and (row := met(_ABOUT[kind], thing_id)):
        del found["about"]
        if row.new and row.new[0] is RenamedKind.EVENT:
            found.setdefault("event", row.new[1])
        elif row.new:
            found["about"] = _card(row.new, dataset)
    if found.get("cursors"):
        pairs = [pair.partition(".") for pair in found["cursors"].split("_")]
        found["cursors"] = "_".join(
            f"{article_id}{dot}{now}"
            for article_id, dot, event_id in pairs
            if (now := _same_kind(event_id, met(RenamedKind.EVENT, event_id))) is not None
        )
    if found.get("actors"):
        words = [word.partition("_") for word in found["actors"].split(".")]
        found["actors"] = ".".join(
            f"{now}{low}{itself}"
            for actor_id, low, itself in words
            if (now := _same_kind(actor_id, met(RenamedKind.ACTOR, actor_id))) is not None
        )
    return found, [row.became for row in rows if row.became]


_ABOUT = {
    "place": RenamedKind.PLACE,
    "zone": RenamedKind.PLACE,
    "route": RenamedKind.ROUTE,
    "actor": RenamedKind.ACTOR,
}


def _same_kind(thing_id: str, row: Renamed | None) -> str | None:
    if row is None:
        return thing_id
    return row.new[1] if row.new and row.new[0] is row.kind else None


def _card(thing: Thing, dataset: "Dataset") -> str:
    kind, thing_id = thing
    is_zone = kind is RenamedKind.PLACE and dataset.gazetteer[thing_id].extent is Extent.CIRCLE
    return f"{'zone' if is_zone else kind}.{thing_id}"

"""Cases of links that hold ids from before, for Python and browser alike."""

RENAMED = {
    ("event", "strike-near-base"): ("strike-2017-05-18", ""),
    ("event", "two-in-one"): ("leaflets-2017-05", "It was two things."),
    ("event", "fars-is-close"): ("actor:fars", "It is on the card of Fars."),
    ("event", "a-zone"): ("place:deconfliction-zone", "It is on the card of the zone."),
    ("event", "no-event"): ("", "No article reports it."),
    ("actor", "fars-agency"): ("fars", ""),
    ("actor", "nobody-named"): ("", "Nobody is named so."),
    ("place", "tanf"): ("al-tanf", ""),
    ("place", "strike-place"): ("event:strike-2017-05-18", "It was an event."),
    ("route", "old-course"): ("corridor-original", ""),
    ("claim", "g99"): ("", "It said nothing."),
}
"""What became of the ids, by kind and old id: what opens instead, and the sentence."""

CASES = {
    "nothing": ("", "", ""),
    "ids of today": ("event=arms-2017-05&actors=fars", "event=arms-2017-05&actors=fars", ""),
    "another id": ("event=strike-near-base", "event=strike-2017-05-18", ""),
    "split": ("event=two-in-one", "event=leaflets-2017-05", "It was two things."),
    "told twice, said once": (
        "event=two-in-one&current=two-in-one",
        "event=leaflets-2017-05&current=leaflets-2017-05",
        "It was two things.",
    ),
    "now of an actor": ("event=fars-is-close", "about=actor.fars", "It is on the card of Fars."),
    "now of a zone": (
        "event=a-zone",
        "about=zone.deconfliction-zone",
        "It is on the card of the zone.",
    ),
    "a card is open already": (
        "event=fars-is-close&about=place.al-tanf",
        "about=place.al-tanf",
        "It is on the card of Fars.",
    ),
    "stood at": ("current=fars-is-close", "", "It is on the card of Fars."),
    "dropped": ("event=no-event", "", "No article reports it."),
    "a place": ("about=place.tanf", "about=place.al-tanf", ""),
    "a place as zone": ("about=zone.tanf", "about=place.al-tanf", ""),
    "a place that was an event": (
        "about=place.strike-place",
        "event=strike-2017-05-18",
        "It was an event.",
    ),
    "a route": ("about=route.old-course", "about=route.corridor-original", ""),
    "a kind that is none": ("about=event.no-event", "about=event.no-event", ""),
    "cursors": (
        "cursors=guardian-2017-05-18.strike-near-base_newarab-2017-05-31.none",
        "cursors=guardian-2017-05-18.strike-2017-05-18_newarab-2017-05-31.none",
        "",
    ),
    "a cursor at what was dropped": (
        "cursors=guardian-2017-05-18.no-event_newarab-2017-05-31.none",
        "cursors=newarab-2017-05-31.none",
        "No article reports it.",
    ),
    "a cursor without event": ("cursors=guardian", "cursors=guardian", ""),
    "actors": (
        "actors=fars-agency.us-military_itself.nobody-named",
        "actors=fars.us-military_itself",
        "Nobody is named so.",
    ),
    "itself": ("actors=fars-agency_itself", "actors=fars_itself", ""),
    "a claim, which no link holds": ("event=g99", "event=g99", ""),
    "an id of another kind": ("event=tanf", "event=tanf", ""),
    "no id": ("event=__proto__&about=constructor.x", "event=__proto__&about=constructor.x", ""),
}
"""Query, the query with ids of today, and what is said; on the small fixture."""

"""What cards, labels and the key say of everything alike: terms, headings, notes and signs.

The browser writes them; a test reads every card, label and sign on the page and finds each here.
"""

from collections.abc import Iterator

from geo.model import labels
from geo.model.credits import IN_KEY
from geo.sentences.source import OURS, Source

CARD = (
    *("When", "Where", "Concerns", "Casualties", "How many", "Routes", "Note", "Who", "Length"),
    *("Position", "Coordinates", "Source", "Reported", "Measured", "Which places", "Event"),
    *("Courses", "Original", "Shifted", "Original course", "Shifted course", "Within km"),
    *("Related events", "Different answers", "Passages that name it", "Events there", "Stretches"),
    *("Events on it", "Events near it, along its course", "Events near either course"),
    *("Measure any pair of waypoints", "How long they are", "What the articles do not say"),
    *("Zone", "Change of the corridor's course", "Open the article", "no address known"),
    *("Side", "Part of", "Includes", "In the articles", "Events in which it has a part"),
    *("Actor", "No actor named"),
    "Our grouping for colour, no statement of the articles.",
    "no place stated",
    "No mark on the map.",
    "No mark: the articles alone do not say where.",
    "No mark of its own: several incidents reported together.",
    "None of the five articles names it; it stands here to carry a route.",
    "The line joins waypoints. It is no surveyed road.",
    "No event shown now is so near.",
    "May lie outside the days shown.",
    "Not among the events shown now: the filters, the days or the articles' positions leave it "
    "out.",
)
"""Terms, headings and notes of the cards."""

LINE_ENDS = (*(label.lower() for label in labels.STATUSES.values()), "proposed")
"""What may stand at the head of a line that is not done."""

KEY_HEADINGS = (
    *("Key", "Side that acted", "What happened", "How sure", "On the map", "Courses and routes"),
    *("Timeline", "Imported events"),
)
KEY_SIGNS = (
    *labels.ACTOR_SIDES.values(),
    "several sides together",
    *labels.GLYPHS.values(),
    *list(labels.STANDINGS.values())[1:],
    "so many voices say so",
    "only who took part says so",
    "may lie outside the days chosen",
    "planned or forecast",
    "movement, as reported",
    "movement planned or foreseen",
    "reported shift of the corridor",
    "area in which it may lie",
    "outline of the deconfliction zone",
    "leads from a mark to its place",
    "one of the four sites",
    "other place",
    "several events at one place or at near ones",
    "corridor, original course",
    "corridor, shifted course",
    "roads, axes and supply routes",
    "stretch that an article states",
    "stretch from other reports",
    "stretch that we inferred",
    "disputed border or ceasefire line",
    "a day",
    "a longer span, or a day not known exactly",
    "not yet reached",
    "years left out",
    "one event, in the shape and colour of its side",
    "so many events; the ring is parted by side",
    "on the timeline: how many, by day and side; the number is the tallest bar's",
)
KEY_NOTES = (
    "Click a sign to hide what it stands for, and again to show it.",
    "Lines join reported places; they are no surveyed roads.",
    "The base map is generalised; borders shown are not a position on their status.",
    IN_KEY,
)


def fixed_lines() -> Iterator[tuple[str, str, Source]]:
    """
    List what is said of everything alike.

    Yields
    ------
    place, text, source
        Each in our own words.
    """
    shown = {
        "cards": CARD,
        "label: line": LINE_ENDS,
        "key: heading": KEY_HEADINGS,
        "key: sign": KEY_SIGNS,
        "key: note": KEY_NOTES,
    }
    for place, texts in shown.items():
        for text in texts:
            yield place, text, OURS

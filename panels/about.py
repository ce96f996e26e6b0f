"""The page about the map: what it shows and does not show, and the conventions behind it."""

import json
import math
from pathlib import Path

import streamlit as st

from geo.dataset import Dataset
from geo.model.credits import ON_ABOUT_PAGE
from geo.rules.wording import day_text
from layers.base.assets import BASEMAP_FOLDER
from layers.base.typeface import licence
from panels import lasting_address
from panels.dataset import dataset_or_stop
from panels.text import link, plain

_WIDTH_PX = 720
_PAPER = Path(__file__).parent / "about.css"

_SHOWS = """
## What this map shows

Five news articles of May and June 2017 and of February 2021 report strikes, movements, shipments
and claims around al-Tanf, Albu Kamal, Deir ez-Zor and Mayadin, and a land route from Tehran to
Lebanon whose course was reported to have been moved south. Every mark stands for something that at
least one of these articles says. A click on it shows who says it, in which passage, and how surely
the day and the place are known.

## What it does not show

- It is no record of everything that happened. It holds what five articles report, and no more.
- It is no ground truth. What a named party says is kept as that party's claim.
- The routes join reported places. They are no surveyed roads. Solid stretches are stated in an
  article, dashed ones come from other reports, dotted ones are our inference.
- Nothing is placed more precisely than it was published: towns and areas.
"""

_READS = """
## How to read it

- **Colour** tells the side that acted. A side is our grouping for colour, not a statement of the
  articles. Grey means that several sides acted together, that nobody is named as acting, or that
  whoever acted belongs to none of the five sides.
- **A hollow mark** means the event may lie outside the dates chosen: only a week or a month is
  known.
- **?** means that no article says so outright: it hedges, has it from another outlet or from those
  it names, or those who did it do not confirm it. **→** means planned, not done.
- **Who says so** counts voices. Whoever several articles relay is one voice, and so are all of one
  side or of one tree of actors: a minister, his spokesman, his army and its allies speak as one.
  *Only parties to it* means that nobody else says so. *Contradicted* means that somebody denies it,
  or that figures or the blame exclude each other. A small number at a mark's lower left is how many
  voices say so; two strokes there mean that only those do who took part.
- **Different answers** are those that exclude each other; one that is only coarser is none.
- **Story** walks through an article, or through all of them. *As told* is the order of the
  passages, *as it happened* the order of time; each step says where it stands in both.
- **Find** compares without accents, vowel signs, apostrophes, hyphens and the Arabic article; a
  name is also found by its consonants, so that Dayr az Zawr finds Deir ez-Zor. It searches titles,
  summaries, actors, places and publishers of the five articles, and title, place, source, note and
  actors of imported events.
- **A ring** around a mark is the area in which the event may lie. It appears when you point at the
  mark or open it.
- **Day it was reported** sets every event on the day its article appeared. The window and Play
  then follow the reports, not what happened.
- **Chart** stacks the events of each day by side. Full: the event lies on that day, and something
  that lasted lies on each of its days. Pale: it may lie there, because only a week or a month is
  known. So one event may stand in several columns; a column counts what its day alone would show.
  Grey lies outside the days chosen. Undated events stand in no column.
- **The numbers in the line above the lanes** open lists of what the map cannot show: events without
  a day, without a place, and statements that are not drawn.
- **The profile** in the card of a course sets the events near it by kilometres from Tehran and by
  day. A line down from a mark is the span in which the event lies. Distances are to the straight
  lines between waypoints, no more precise than these.
- **Imported events** are small marks, gathered in counted discs where they crowd. They come from a
  file that somebody added, from none of the five articles, and we have not checked them.
- **Table** puts a table in the map's place: all that the map draws, in words, with a button on
  every row that opens its card. It follows the filters and the timeline as the map does. *Save as
  CSV* saves its events.
- **Print** makes sheets of what you see: the map, its key, the open card, what is chosen, the lanes
  and, where it is open, the table.
- **Save picture** prints the map as you see it, without its buttons and the card, with a key of
  what occurs in it. Events within a counted badge or disc are in it as that count.
- **Save page** makes one HTML file of the map as you see it. It opens from disk without a network,
  and everything in it still works; what you change there changes that copy's address only.
- **Only what the five articles say** hides every stretch of a route and every day that comes from
  elsewhere or that we inferred, and every place that no article names. A place that one names is
  kept where we inferred its position, as the area in which it may lie.

## Borders

The base map is Natural Earth, generalised, and carries no position on the status of any border.
Its source shows the Golan Heights as part of Israel and knows no disputed lines. We draw lines
between pairs of neighbours, and those in dispute dashed, the line between Israel and Syria first.
"""

_LICENCES = f"\n## Licences\n\n{ON_ABOUT_PAGE}\n"


def _articles(dataset: Dataset) -> None:
    st.markdown("## The five articles")
    for article in sorted(dataset.articles.values(), key=lambda one: one.published_on):
        day = day_text(article.published_on)
        line = f"{plain(article.publisher)}, {day}: "
        unlinked = f"{plain(article.title)} (no address known)"
        st.markdown(line + (link(article.title, article.url) if article.url else unlinked))
        note = " ".join(text for text in (article.publisher_note, article.published_note) if text)
        if note:
            st.markdown(f":small[{plain(note)}]")


def river_offset_km() -> float:
    """Return the greatest distance measured from a riverside site to the drawn river, in km."""
    measured = json.loads((BASEMAP_FOLDER / "basemap.json").read_text(encoding="utf-8"))["measured"]
    return float(max(measured["euphrates_to_town_centre_km"].values()))


def _rivers() -> str:
    return (
        f"Rivers may lie up to about {math.ceil(river_offset_km())} km from their true course near "
        "the four sites.\n"
    )


def page() -> None:
    """Show the page."""
    dataset = dataset_or_stop()
    st.html(_PAPER)
    with st.container(width=_WIDTH_PX):
        _write(dataset)


def _write(dataset: Dataset) -> None:
    st.title("About this map")
    st.markdown(_SHOWS)
    _articles(dataset)
    st.markdown("## Take the data")
    lasting_address.show(dataset)
    st.markdown(_READS + _rivers() + _LICENCES)
    with st.expander("Licence of the typeface, in full"):
        st.text(licence())
    st.markdown(
        "## How to cite it\n\n"
        f"Corridor Atlas, data version {dataset.version}, and the day on which you saw it. *Copy "
        "link* gives an address that holds what you saw and this version. What an article says is "
        "the article's own: name it as well.\n"
    )
    st.markdown(
        f":small[Data version {dataset.version}: {len(dataset.event_rows)} events, "
        f"{len(dataset.claims)} claims.]"
    )

"""What is said of the corridor's shift, and where it comes from: reported, measured, inferred."""

from typing import TYPE_CHECKING

from geo.model.contract import ShiftSentence, ShiftSentences
from geo.rules.corridor import KM_PER_MILE
from geo.sentences.distance import distance_text
from geo.sentences.source import OURS, Kind, Source

if TYPE_CHECKING:
    from geo.dataset import Dataset
    from geo.rules.corridor import ShiftMeasure


def shift_sentences(dataset: "Dataset", measure: "ShiftMeasure") -> ShiftSentences:
    """
    Write what card, label and table say of the shift.

    Parameters
    ----------
    dataset
        What was reported; names the two places.
    measure
        Of the shift.

    Returns
    -------
    ShiftSentences
    """
    start, end = (dataset.gazetteer[one].name for one in (measure.origin_id, measure.target_id))
    miles, km = measure.reported_miles, measure.reported_km
    reported = f"about {miles:g} miles" if miles is not None else "moved"
    offset_km = round(measure.offset_km, 1)
    return {
        "title": f"{reported[0].upper()}{reported[1:]} south, as reported",
        "reported": f"{reported} ({km:.0f} km)" if km is not None else reported,
        "southward": f"{distance_text(offset_km)} southward from {start} to {end}",
        "straight": f"{distance_text(round(measure.geodesic_km, 1))} in a straight line",
        "pair": (
            f"That the report meant {start} and {end} is our inference; it names no pair of places."
        ),
        "label": f"{reported} south, as reported",
        "label_more": (
            f"{offset_km:.0f} km ({offset_km / KM_PER_MILE:.0f} miles) measured southward, "
            f"{start} to {end}: this pair is our inference"
        ),
    }


def shift_sources(measure: "ShiftMeasure") -> dict[ShiftSentence, Source]:
    """
    Say where the sentences on the shift come from.

    Parameters
    ----------
    measure
        Of the shift.

    Returns
    -------
    sources
        By the names of :func:`shift_sentences`. What was measured is ours.
    """
    reported = Source(Kind.ARTICLE, (measure.claim_id,)) if measure.claim_id else OURS
    pair = Source(Kind.INFERENCE, reported.claim_ids)
    return {
        "title": reported,
        "reported": reported,
        "southward": pair,
        "straight": pair,
        "pair": pair,
        "label": reported,
        "label_more": pair,
    }

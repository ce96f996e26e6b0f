"""Which places are drawn as places, and how wide each is: what the layer and its labels share."""

from geo.dataset import Dataset
from geo.model.models import Place
from geo.model.vocabulary import Extent, PlaceBasis
from geo.selection.shown_places import is_drawn


def is_area(place: Place) -> bool:
    """
    Tell whether a place is drawn as a soft circle, never as a pin.

    Parameters
    ----------
    place
        A row of the gazetteer.

    Returns
    -------
    bool
        True for areas and for every inferred place.
    """
    return place.extent is Extent.AREA or place.basis is PlaceBasis.INFERRED


def drawn_places(dataset: Dataset) -> list[Place]:
    """
    Return the places this layer draws, the widest first.

    Parameters
    ----------
    dataset
        What was reported.

    Returns
    -------
    list of Place
        With a position, of a kind that is drawn here, and named by an article or used by an
        event: whatever is drawn leads to a passage.
    """
    used = {row.place_id for row in dataset.event_places}
    rows = [
        place
        for place in dataset.gazetteer.values()
        if is_drawn(place) and (place.named or place.place_id in used)
    ]
    return sorted(rows, key=lambda place: (-radius_km(place), place.place_id))


def radius_km(place: Place) -> float:
    """Return the radius of an area in kilometres; 0 for a dot."""
    if not is_area(place):
        return 0
    return place.uncertainty_km or 0

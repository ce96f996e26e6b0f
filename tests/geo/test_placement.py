"""An event is drawn where it is said to have been, and nowhere else."""

from dataclasses import replace

import pytest

from geo.dataset import Dataset
from geo.model.vocabulary import PlaceBasis
from geo.rules.placement import mark, path, path_coordinates, uncertainty_km
from geo.rules.zones import soft_area
from geo.selection.select import select
from geo.selection.selection import Selection


def test_the_first_place_is_the_mark(small: Dataset) -> None:
    found = mark(small, "strike-2017-05-18")
    assert found is not None
    assert (found.place_id, found.role, found.lon, found.lat) == (
        "strike-site-2017-05-18",
        "near",
        38.41,
        33.69,
    )
    assert (found.uncertainty_km, found.location_precision) == (12, "near")


def test_only_what_the_articles_say_moves_the_mark_to_the_place_they_name(small: Dataset) -> None:
    found = mark(small, "strike-2017-05-18", stated_only=True)
    assert found is not None
    assert (found.place_id, found.uncertainty_km) == ("al-tanf", 40)


def test_without_an_uncertainty_of_its_own_an_event_has_that_of_its_place(small: Dataset) -> None:
    assert uncertainty_km(small, "erbil-attack-2021-02-15") == 1.5
    assert uncertainty_km(small, "arms-2017-05") is None


def test_a_path_ends_in_the_mark(small: Dataset) -> None:
    assert path(small, "shipment-2021-02-22") == ("iraq", "unofficial-crossing", "al-mazare")
    found = mark(small, "shipment-2021-02-22")
    assert found is not None
    assert (found.place_id, found.role) == ("al-mazare", "to")
    assert path_coordinates(small, "shipment-2021-02-22")[-1] == (found.lon, found.lat)


def test_a_path_stays_where_the_articles_name_its_places_and_we_their_positions(
    small: Dataset,
) -> None:
    event_id = "shipment-2021-02-22"
    assert small.gazetteer["al-mazare"].basis is PlaceBasis.INFERRED
    assert path(small, event_id, stated_only=True) == path(small, event_id)
    assert mark(small, event_id, stated_only=True) == mark(small, event_id)


def test_a_path_ends_nowhere_where_no_article_names_its_end(small: Dataset) -> None:
    nameless = small.gazetteer["al-mazare"].model_copy(update={"mentions": ()})
    changed = replace(small, gazetteer=small.gazetteer | {"al-mazare": nameless})
    event_id = "shipment-2021-02-22"
    assert mark(changed, event_id, stated_only=True) is None
    assert path(changed, event_id, stated_only=True) == ("iraq", "unofficial-crossing")
    assert mark(changed, event_id) == mark(small, event_id)


def test_a_destination_alone_is_a_mark_and_no_path(small: Dataset) -> None:
    found = mark(small, "convoy-advance-2017-05")
    assert found is not None
    assert found.place_id == "al-tanf"
    assert path(small, "convoy-advance-2017-05") == ()


@pytest.mark.parametrize(
    "event_id",
    [
        pytest.param("corridor-shift-2017-05", id="only about a place"),
        pytest.param("arms-2017-05", id="no place"),
    ],
)
def test_without_a_place_of_its_own_an_event_has_no_mark(small: Dataset, event_id: str) -> None:
    assert mark(small, event_id) is None
    assert path(small, event_id) == ()


def test_several_incidents_reported_together_have_no_mark_of_their_own(small: Dataset) -> None:
    event_id = "strike-2017-05-18"
    several = small.event_rows[event_id].model_copy(update={"count": 3})
    dataset = replace(small, event_rows=small.event_rows | {event_id: several})
    assert mark(dataset, event_id) is None
    assert mark(select(dataset, Selection()), event_id) is None
    assert mark(small, event_id) is not None


def test_the_frame_of_events_has_the_marks(small: Dataset) -> None:
    frame = small.events.set_index("event_id")
    assert frame.crs == "EPSG:4326"
    assert frame.geometry["strike-2021-02-25"].coords[0] == (40.91854, 34.45226)
    assert frame.geometry["arms-2017-05"] is None


def test_neither_an_area_nor_an_inferred_place_nor_a_line_is_a_pin(small: Dataset) -> None:
    kinds = small.places.set_index("place_id").geometry.geom_type
    assert kinds["al-tanf"] == "Point"
    assert kinds["kurdish-north-east"] == "Polygon"
    assert kinds["strike-site-2017-05-18"] == "Polygon"
    assert kinds["damascus-baghdad-road"] == "LineString"
    assert "deconfliction-zone" not in kinds


def test_an_area_is_the_circle_of_its_uncertainty_and_nothing_without_one(small: Dataset) -> None:
    place = small.gazetteer["strike-site-2017-05-18"]
    assert soft_area(place) is not None
    for missing in ({"uncertainty_km": None}, {"lat": None, "lon": None}):
        assert soft_area(place.model_copy(update=missing)) is None

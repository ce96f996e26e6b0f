"""KML for Google Earth: events in folders by article, with spans of time; places, routes, zones."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from shapely.geometry import LineString, Point

from geo.dataset import Dataset
from geo.export import kml_text as text
from geo.export.about import about, said_of_things
from geo.export.base import Exporter, Follow, quietly
from geo.export.kml_parts import add_geometry, add_styles, data, named, span
from geo.model.courses import layer_of
from geo.model.vocabulary import Extent, Status
from geo.rules import corridor
from geo.rules.event_facts import event_facts
from geo.rules.event_rows import stated_only
from geo.rules.place_shape import place_geometry

NAMESPACE = "http://www.opengis.net/kml/2.2"
NAME_OF_FOLDER = 1
"""Elements of a folder in which nothing is."""


class KmlExporter(Exporter):
    """KML 2.2, which fetches nothing: no icons, no links that are followed."""

    name = "kml"
    label = "KML (Google Earth)"
    suffix = ".kml"
    media_type = "application/vnd.google-earth.kml+xml"
    is_text = True

    def write(self, dataset: Dataset, stream: BinaryIO, follow: Follow = quietly) -> None:
        """Write one document."""
        root = Element("kml", xmlns=NAMESPACE)
        document = SubElement(root, "Document")
        named(document, "Corridor Atlas", text.head(dataset))
        add_styles(document)
        told = [_article(dataset, article_id) for article_id in follow(dataset.articles, "KML")]
        ground = {
            "routes": _folder("Routes", _routes(dataset)),
            "places": _folder("Places", _places(dataset, zones=False)),
            "zones": _folder("Zones", _places(dataset, zones=True)),
        }
        counts = {
            "events": len(dataset.event_rows),
            "events_in_folders": sum(len(folder.findall("Placemark[@id]")) for folder in told),
            **{name: len(folder) - NAME_OF_FOLDER for name, folder in ground.items()},
        }
        # KML has an order: data after the styles, before what is drawn.
        document.append(
            data(
                {"atlas": text.as_json(about(dataset, counts) | {"said": said_of_things(dataset)})}
            )
        )
        document.extend(
            folder for folder in (*told, *ground.values()) if len(folder) > NAME_OF_FOLDER
        )
        ElementTree.indent(root, " ")
        stream.write(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _folder(name: str, marks: Iterable[Element]) -> Element:
    folder = Element("Folder")
    named(folder, name)
    folder.extend(marks)
    return folder


def _article(dataset: Dataset, article_id: str) -> Element:
    article = dataset.articles[article_id]
    marks: list[Element] = []
    for event_id in dataset.event_rows:
        if article_id in dataset.articles_of(event_id):
            marks += _event(dataset, event_id, article_id)
    return _folder(f"{article.publisher}, {article.published_on}: {article.title}", marks)


def _event(dataset: Dataset, event_id: str, article_id: str) -> Iterator[Element]:
    event = dataset.event_rows[event_id]
    facts, only = event_facts(dataset)[event_id], stated_only(dataset)
    stated = facts.of(only)
    read, mark, line = stated.reading, stated.mark, stated.line
    look = f"side-{facts.side}"
    if event.status in (Status.PLANNED, Status.FORECAST):
        look += "-planned"
    placemark = Element("Placemark", id=f"event.{event_id}.{article_id}")
    named(placemark, event.title, text.event(dataset, event_id, article_id))
    span(placemark, read)
    SubElement(placemark, "styleUrl").text = f"#{look}"
    placemark.append(data(text.event_data(dataset, event_id, article_id)))
    if mark:
        add_geometry(placemark, Point(mark.lon, mark.lat))
    yield placemark
    if line:
        path = Element("Placemark")
        named(path, f"{event.title} (path)")
        span(path, read)
        SubElement(path, "styleUrl").text = f"#{look}"
        path.append(data({"event_id": event_id, "kind": "movement"}))
        add_geometry(path, LineString(line))
        yield path


def _places(dataset: Dataset, *, zones: bool) -> Iterator[Element]:
    for place_id in dataset.place_ids:
        place = dataset.gazetteer[place_id]
        if (place.extent is Extent.CIRCLE) is not zones:
            continue
        placemark = Element("Placemark", id=f"place.{place_id}")
        named(placemark, place.name, text.place(place))
        SubElement(placemark, "styleUrl").text = "#zone" if zones else "#place"
        placemark.append(data(text.place_data(place)))
        geometry = place_geometry(dataset, place)
        if geometry is not None:
            add_geometry(placemark, geometry)
        yield placemark


def _routes(dataset: Dataset) -> Iterator[Element]:
    for route in dataset.route_rows.values():
        legs = []
        for order, leg in enumerate(corridor.legs(route), start=1):
            placemark = Element("Placemark", id=f"leg.{route.route_id}.{order}")
            ends = (dataset.gazetteer[leg.from_id].name, dataset.gazetteer[leg.to_id].name)
            named(placemark, " \N{EN DASH} ".join(ends), text.leg(leg))
            SubElement(placemark, "styleUrl").text = f"#{layer_of(route.route_id)}-{leg.basis}"
            row = {"route_id": route.route_id, "kind": "leg", "order": order, "basis": leg.basis}
            placemark.append(data({**row, "source": leg.source}))
            add_geometry(placemark, LineString(route.coordinates[order - 1 : order + 1]))
            legs.append(placemark)
        yield _folder(route.name, legs)

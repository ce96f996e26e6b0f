"""The peer that is a saved page of Folium with its TimelineSlider: a step asks no server."""

from datetime import UTC, datetime
from pathlib import Path

from branca.element import MacroElement
from folium.plugins import Timeline, TimelineSlider
from folium.template import Template
from folium.utilities import JsCode

from bench.apps import look
from bench.assets import bring_home
from bench.events import START, Events
from bench.process import static
from bench.subjects.leaflet_peer import LeafletPeer

PAGE = "timeline.html"
MARK = JsCode(
    f"""(feature, place) => L.circleMarker(place, {{
      radius: {look.RADIUS_PX}, weight: {look.WEIGHT_PX}, color: "{look.OUTLINE}", fillOpacity: 1,
      fillColor: {list(look.COLORS)}[feature.properties.side] }})"""
)


def instant_ms(day: str) -> int:
    """Return the start of an ISO day as JavaScript counts, ms since 1970."""
    return round(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)


class Begin(MacroElement):
    """Sets the slider, once it stands, to the place where the benchmark begins."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "{{ this.slider.get_name() }}.setTime({{ this.instant_ms }});"
        "{% endmacro %}"
    )

    def __init__(self, slider: TimelineSlider, instant_ms: int) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.slider = slider
        self.instant_ms = instant_ms


def write_page(events: Events, path: Path) -> None:
    """Save the page; every event stays from its day to the end of the range."""
    end = events.dates[-1]
    features = [
        {
            "type": "Feature",
            "properties": {
                "start": events.iso_day(i),
                "end": end,
                "side": int(events.side[i]),
            },
            "geometry": {"type": "Point", "coordinates": [events.lon[i], events.lat[i]]},
        }
        for i in range(len(events))
    ]
    drawn = look.first_map("/")
    line = Timeline({"type": "FeatureCollection", "features": features}, point_to_layer=MARK)
    first, last = instant_ms(events.dates[0]), instant_ms(end)
    slider = TimelineSlider(auto_play=False, start=first, end=last, date_options="YYYY-MM-DD")
    bring_home(slider, "/")
    line.add_to(drawn)
    slider.add_timelines(line).add_to(drawn)  # type: ignore[no-untyped-call]
    Begin(slider, instant_ms(events.dates[START])).add_to(drawn)
    drawn.save(str(path))


class FoliumTimeline(LeafletPeer):
    """Folium's own way with time; its slider's input makes the step."""

    name = "folium_timeline"
    label = "folium page with TimelineSlider"
    map_js = "Object.values(globalThis).find((one) => one instanceof L.Map)"

    def start(self, events: Events, folder: Path) -> str:
        """Save the page and serve it."""
        self.events = events
        write_page(events, folder / PAGE)
        self.process, url = static(folder)
        return url + PAGE

    def act_js(self, position: int) -> str:
        """Move the slider's input."""
        day = self.events.dates[position] if self.events else ""
        return f"benchKit.slide(document.querySelector('.time-slider'), {instant_ms(day)})"

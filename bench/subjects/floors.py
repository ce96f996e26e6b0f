"""The two floors: bare pages in the browser with no server work at all."""

from pathlib import Path

from playwright.sync_api import Page

from bench.events import START, Events
from bench.process import static
from bench.subjects.base import Kind, Subject


class Floor(Subject):
    """A page of ``bench/pages`` that exposes ``benchPage``: input, map node, count, view."""

    kind: Kind = "floor"
    page_name: str

    def start(self, events: Events, folder: Path) -> str:
        """Write the packed events and serve them beside the page."""
        self.events = events
        (folder / "events.bin").write_bytes(events.packed())
        self.process, url = static(folder)
        days = ",".join(str(day) for day in events.positions)
        return f"{url}pages/{self.page_name}?days={days}&position={START}"

    def count_js(self) -> str:
        """Count what the page drew last."""
        return "benchPage.drawn()"

    def act_js(self, position: int) -> str:
        """Move the range input."""
        return f"benchKit.slide(benchPage.input, {position})"

    def view_js(self) -> str:
        """Ask the page."""
        return "benchPage.view()"

    def zoom(self, page: Page) -> float | None:
        """Zoom in by one; done when the page says that it has drawn the new zoom."""
        code = "benchKit.step(() => benchPage.zoomIn(), () => benchPage.settled(), 60000)"
        return self._answer(page, code)

    def pan(self, page: Page) -> list[float] | None:
        """Drag the map along a circle."""
        frames: list[float] = page.evaluate("() => benchKit.drag(benchPage.map)")
        return frames


class LeafletFloor(Floor):
    """Unmodified Leaflet, circleMarker on its canvas renderer, no tiles."""

    name = "leaflet_floor"
    label = "bare Leaflet page"
    page_name = "floor_leaflet.html"


class CanvasFloor(Floor):
    """The fastest canvas page we could write for the same marks."""

    name = "canvas_floor"
    label = "bare canvas page"
    page_name = "floor_canvas.html"

"""Ours: the atlas with the synthetic events imported, as a reader would open it."""

from pathlib import Path

from playwright.sync_api import Page

from bench.events import EAST, NORTH, SOUTH, WEST, Events
from bench.process import ROOT, streamlit
from bench.subjects.base import Kind, Subject
from geo.selection.map_layers import DEFAULT_LAYERS

VIEW = "document.querySelector('.atlas').parentElement[Symbol.for('corridor-atlas-host')].view"
SLIDER = ".atlas-lane-imported [role=slider]"
# Below the floors': the map shares the page with the timeline, and all positions are in view.
ZOOM = 6


class Atlas(Subject):
    """The app of this repository; its slider is the lane of the imported set."""

    kind: Kind = "ours"

    INIT = f"""globalThis.benchAtlas = {{
      get view() {{ return (this.seen ??= {VIEW}); }},
      stands() {{
        return document.querySelector('.atlas[data-state="ready"]') && this.view.points.set;
      }},
      // Zoomed in, only the marks in view are drawn; then the count is of all that are shown.
      drawn() {{
        if (!this.stands()) return -1;
        const {{ points, map }} = this.view;
        this.zoom ??= map.getZoom();
        return map.getZoom() === this.zoom ? points.drawn : points.tally.shown;
      }},
      epoch(day) {{ return Date.parse(day + "T00:00:00Z") / 86400000; }},
      // Whether the lane tells of that day too.
      followed(day) {{
        const {{ points, store }} = this.view;
        const reached = points.set.days(store.state).filter((one) => one <= this.epoch(day)).length;
        return Number(this.slider.ariaValueNow) === reached;
      }},
      // Where that day is, as a hand knows before it presses.
      aim(day) {{
        const slider = (this.slider ??= document.querySelector("{SLIDER}"));
        const box = slider.getBoundingClientRect();
        const how = {{ bubbles: true, cancelable: true, button: 0, pointerId: 1, isPrimary: true,
          pointerType: "mouse",
          clientX: CorridorAtlas.importedLane(this.view).clientX(this.epoch(day)),
          clientY: box.top + box.height / 2 }};
        this.press = [new PointerEvent("pointerdown", {{ ...how, buttons: 1 }}),
          new PointerEvent("pointerup", {{ ...how, buttons: 0 }})];
      }},
      move() {{
        for (const event of this.press) this.slider.dispatchEvent(event);
      }},
    }};"""

    def query(self, events: Events) -> str:
        """Return the link's part after ``?``."""
        view = f"{(SOUTH + NORTH) / 2},{(WEST + EAST) / 2},{ZOOM}"
        return f"imported_until={events.dates[10]}&view={view}"

    def start(self, events: Events, folder: Path) -> str:
        """Serve the app with the events as an imported set."""
        self.events = events
        path = folder / "events.csv"
        events.write_csv(path)
        self.process, url = streamlit(ROOT / "app.py", {"CORRIDOR_ATLAS_EVENTS": str(path)})
        return f"{url}?{self.query(events)}"

    def count_js(self) -> str:
        """Count the marks of the last frame."""
        return "benchAtlas.drawn()"

    def act_js(self, position: int) -> str:
        """Press the pointer on the imported lane, and let go."""
        return "benchAtlas.move()"

    def aim_js(self, position: int) -> str:
        """Find the day of that position on the lane."""
        day = self.events.dates[position] if self.events else ""
        return f"benchAtlas.aim('{day}');"

    def followed_js(self, position: int) -> str | None:
        """Ask the lane, which is written in the frame after the map's."""
        day = self.events.dates[position] if self.events else ""
        return f"benchAtlas.followed('{day}')"

    def view_js(self) -> str:
        """Ask the map."""
        return "(m => [m.getZoom(), m.getCenter().lat, m.getCenter().lng])(benchAtlas.view.map)"

    def zoom(self, page: Page) -> float | None:
        """Press the zoom button; done when the map rests at the new zoom."""
        code = f"""(() => {{
          const map = benchAtlas.view.map, want = map.getZoom() + 1;
          let ended = false;
          map.once("zoomend", () => {{ ended = true; }});
          return benchKit.step(() => map.zoomIn(1, {{ animate: false }}),
            () => ended && map.getZoom() === want && {self.count_js()} >= 0, 60000);
        }})()"""
        return self._answer(page, code)

    def pan(self, page: Page) -> list[float] | None:
        """Drag the map along a circle."""
        code = "() => benchKit.drag(benchAtlas.view.map.getContainer())"
        frames: list[float] = page.evaluate(code)
        return frames


class AtlasSingleMarks(Atlas):
    """Every event its own mark, as on the floors."""

    name = "atlas"
    label = "atlas, single marks"

    def query(self, events: Events) -> str:
        """Switch gathering off."""
        return super().query(events) + "&layers=" + ".".join(sorted(DEFAULT_LAYERS - {"gathered"}))


class AtlasAsItOpens(Atlas):
    """With everything on, as a reader finds it."""

    name = "atlas_opened"
    label = "atlas, as it opens"

"""Two pages without synthetic events: the atlas of the five articles, and an empty page."""

from pathlib import Path

from bench.events import Events
from bench.process import BENCH, ROOT, streamlit
from bench.subjects.base import Kind, Subject

LANE = "newarab-2017-05-31"
KEYS = 10


class EmptyPage(Subject):
    """A Streamlit page that holds one ``st.slider`` and nothing else."""

    name = "empty_page"
    label = "empty Streamlit page with one st.slider"
    kind: Kind = "page"

    def start(self, events: Events, folder: Path) -> str:
        """Serve it."""
        self.process, url = streamlit(BENCH / "apps" / "empty_page.py")
        return url

    def shown(self, position: int) -> int:
        """Return 1: the slider."""
        return 1

    def count_js(self) -> str:
        """Count the sliders."""
        return "document.querySelectorAll('[data-testid=stSlider]').length"

    def positions(self) -> list[int]:
        """Return none: its steps are nothing to compare with."""
        return []


class FiveArticles(Subject):
    """The app as it comes; steps are arrow keys on one article's lane."""

    name = "five_articles"
    label = "the five articles, arrow keys on one lane"
    kind: Kind = "page"
    first = 0

    INIT = f"""globalThis.benchArticles = {{
      get lane() {{
        return document.querySelector('.atlas-lane[data-article="{LANE}"] [role=slider]');
      }},
      // How many stops the lane stands from its end, once the map and its marks stand.
      left() {{
        const stands = document.querySelector('.atlas[data-state="ready"]')
          && document.querySelector(".atlas-pin");
        if (!stands) return -1;
        return Number(this.lane.ariaValueMax) - Number(this.lane.ariaValueNow);
      }},
    }};"""

    def start(self, events: Events, folder: Path) -> str:
        """Serve the app with no imported set."""
        self.process, url = streamlit(ROOT / "app.py", {"CORRIDOR_ATLAS_EVENTS": ""})
        return url

    def shown(self, position: int) -> int:
        """Return the position itself, which counts from the lane's end; it begins there."""
        return position

    def count_js(self) -> str:
        """Tell where the lane stands."""
        return "benchArticles.left()"

    def act_js(self, position: int) -> str:
        """Press one arrow key on the lane."""
        key = "ArrowLeft" if position > self.position else "ArrowRight"
        return f"""benchArticles.lane.dispatchEvent(new KeyboardEvent("keydown",
          {{ key: "{key}", bubbles: true, cancelable: true }}))"""

    def positions(self) -> list[int]:
        """Return ten stops back from the end, and ten forward again."""
        return [*range(1, KEYS + 1), *range(KEYS - 1, -1, -1)]

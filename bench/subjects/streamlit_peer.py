"""The peers that are Streamlit pages with a slider: how they are served and how a step is made."""

from pathlib import Path

from bench.events import Events
from bench.process import BENCH, Process, static, streamlit
from bench.subjects.peer import Peer

THUMB = "[data-testid=stSlider] input[type=range]"


class StreamlitPeer(Peer):
    """
    A page of ``bench/apps``.

    Attributes
    ----------
    app
        Name of the script.
    """

    app: str

    def __init__(self) -> None:
        super().__init__()
        self.assets: Process | None = None

    def start(self, events: Events, folder: Path) -> str:
        """Serve the page, and beside it the scripts that it would ask a CDN for."""
        self.events = events
        self.assets, server = static(folder)
        environment = {"BENCH_EVENTS": str(len(events)), "BENCH_ASSETS": server}
        self.process, url = streamlit(BENCH / "apps" / self.app, environment)
        return url

    def stop(self) -> None:
        """Stop both servers."""
        super().stop()
        if self.assets:
            self.assets.stop()
        self.assets = None

    def act_js(self, position: int) -> str:
        """Press an arrow key on the slider's thumb, as often as it takes."""
        key = "ArrowRight" if position > self.position else "ArrowLeft"
        return f"""const thumb = document.querySelector("{THUMB}");
          for (let k = 0; k < {abs(position - self.position)}; k++) {{
            thumb.dispatchEvent(new KeyboardEvent("keydown",
              {{ key: "{key}", bubbles: true, cancelable: true }}));
          }}"""

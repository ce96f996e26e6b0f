"""Measure Find: from a keystroke to the selection being applied, and to the redrawn page."""

import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, Playwright

from bench.browser import launched, opened
from bench.events import Events, make
from bench.find_events import keystrokes, write_searched_csv
from bench.process import ROOT, streamlit
from bench.result import Typed
from bench.subjects.atlas import VIEW, AtlasAsItOpens
from bench.subjects.base import Subject
from bench.subjects.pages import FiveArticles
from geo.dataset import load_dataset
from geo.eventset.find import search_index
from geo.eventset.reading import read_event_set
from layers.packed.event_set import packed
from layers.packed.search import search_file

PASSES = 5
REST_MS = 40
SETTLE_MS = 1500
LOADS = 5
KIT = f"""globalThis.benchFind = {{
  get view() {{ return (this.seen ??= {VIEW}); }},
  at: {{}},
  // Notes when the selection stands: `select` makes that of the articles, `selectPoints` that of
  // the imported columns, after it.
  hook() {{
    const note = (owner, property, name) => {{
      let stands = owner[property];
      Object.defineProperty(owner, property, {{ get: () => stands, set: (value) => {{
        stands = value;
        this.at[name] ??= performance.now();
      }} }});
    }};
    note(this.view.store, "shown", "select");
    note(this.view.points, "tally", "selectPoints");
  }},
  async type(text) {{
    const input = document.querySelector(".atlas-find-input");
    input.value = text;
    this.at = {{}};
    const began_ms = performance.now();
    const made = benchKit.step(() => input.dispatchEvent(new Event("input", {{ bubbles: true }})),
      () => true, 10000);
    const {{ points, store }} = this.view;
    const applied = points.set ? this.at.selectPoints : this.at.select;
    const found = points.set ? points.tally.shown : store.shown.size;
    return {{ applied_ms: applied - began_ms, frame_ms: (await made).ms, found }};
  }},
  // The first search: its index has to come first.
  async first(text) {{
    const began_ms = performance.now();
    const {{ points }} = this.view;
    const typed = await this.type(text);
    while (points.set && points.search.status === "searching") {{
      await new Promise((done) => setTimeout(done));
    }}
    return {{ ...typed, found_ms: performance.now() - began_ms }};
  }},
}};"""


class SearchedAtlas(AtlasAsItOpens):
    """The atlas as it opens, with events that have texts to be searched."""

    def query(self, events: Events) -> str:
        """Hold nothing back: the whole set is searched and shown."""
        return f"imported_until={events.dates[-1]}"

    def shown(self, position: int) -> int:
        """Return all of them, wherever the slider is said to stand."""
        return len(self.events) if self.events else 0

    def start(self, events: Events, folder: Path) -> str:
        """Serve the app with the events as an imported set."""
        self.events = events
        path = folder / "events.csv"
        write_searched_csv(events, path)
        self.process, url = streamlit(ROOT / "app.py", {"CORRIDOR_ATLAS_EVENTS": str(path)})
        return f"{url}?{self.query(events)}"


def _held_mb(session: CDPSession) -> float:
    """Weigh what the page's scripts hold: objects and the buffers behind arrays."""
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")
    return float(used["usedSize"] + used.get("backingStorageSize", 0)) / 1e6


def _type(page: Page, text: str, how: str = "type") -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate(f"(text) => benchFind.{how}(text)", text)
    page.wait_for_timeout(REST_MS)
    return answer


def _in_browser(playwright: Playwright, subject: Subject, url: str, typed: Typed) -> None:
    letters = keystrokes()
    with launched(playwright, subject.flags, is_paced=False) as browser:
        for number in range(LOADS):
            page, _ = opened(browser, subject, url)
            page.wait_for_timeout(SETTLE_MS)
            page.evaluate(f"() => {{ {KIT} benchFind.hook(); }}")
            session = page.context.new_cdp_session(page)
            before_mb = _held_mb(session)
            first = _type(page, letters[0], "first")
            typed.first_ms.append(first["found_ms"] if typed.events else first["applied_ms"])
            if number == LOADS - 1:
                typed.memory_mb = _held_mb(session) - before_mb
                for text in letters[1:] + letters * (PASSES - 1):
                    one = _type(page, text)
                    typed.applied_ms.setdefault(text, []).append(one["applied_ms"])
                    typed.frame_ms.append(one["frame_ms"])
            page.context.close()


def _on_server(events: Events, folder: Path, typed: Typed) -> None:
    path = folder / "import.csv"
    write_searched_csv(events, path)
    dataset, content = load_dataset(), path.read_bytes()
    began = time.process_time()
    event_set = read_event_set(content, path.name, dataset)
    packed(event_set)
    whole_s = time.process_time() - began
    began = time.process_time()
    index = search_file(search_index(event_set), len(event_set))
    index_s = time.process_time() - began
    typed.index_bytes = len(index)
    typed.server_s = {"without": whole_s - index_s, "index": index_s}


def measure_find(playwright: Playwright, count: int) -> Typed:
    """
    Type into the box of one page, letter by letter.

    Parameters
    ----------
    playwright
        Running.
    count
        How many imported events; 0 for the five articles alone.

    Returns
    -------
    Typed
        Every figure.
    """
    typed = Typed(count)
    events = make(count or 20)
    subject: Subject = SearchedAtlas() if count else FiveArticles()
    with tempfile.TemporaryDirectory() as folder:
        try:
            if count:
                _on_server(events, Path(folder), typed)
            _in_browser(playwright, subject, subject.start(events, Path(folder)), typed)
        finally:
            subject.stop()
    return typed

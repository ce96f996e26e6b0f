"""Measure how long a rerun takes while many readers step at once: sessions without browsers."""

import asyncio
import os
import random
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bench.events import POSITIONS
from bench.process import BENCH, ROOT, streamlit
from bench.reader import open_map, select
from bench.session_client import Client, complete, session
from geo.dataset import load_dataset

STEPS = 20
REST_S = (0.5, 1.5)
"""A reader looks for so long between an answer and the next step, evenly spread."""

PEER_EVENTS = 100
SEED = 11
Act = Callable[[Client, int], Awaitable[float]]


@dataclass
class Stepped:
    """
    What was measured of one page with one number of readers.

    Attributes
    ----------
    run_s
        Each rerun, from asking for it until it has ended, seconds.
    server_s
        Processor time of the server for all of them, seconds.
    took_s
        How long all of it took, seconds.
    memory_mb
        Of the server at the end, MB (10^6 bytes).
    """

    page: str
    label: str
    readers: int
    events: int
    run_s: list[float] = field(default_factory=list)
    server_s: float = 0
    took_s: float = 0
    memory_mb: float = 0


@dataclass(frozen=True)
class Page:
    """
    A page to step on.

    Attributes
    ----------
    script
        What Streamlit runs.
    begin
        Brings a new session to where a reader begins to step.
    step
        One step, the given one of the session.
    """

    label: str
    script: Path
    begin: Callable[[Client], Awaitable[None]]
    step: Act
    events: Callable[[], int]


async def _first_run(reader: Client) -> None:
    await reader.run()


async def _slide(reader: Client, number: int) -> float:
    return await reader.run("position", double_array_value={"data": [number % POSITIONS]})


def _our_events() -> int:
    return len(load_dataset().event_rows)


PAGES = {
    "atlas": Page("the atlas", ROOT / "app.py", open_map, select, _our_events),
    "atlas_unfrozen": Page(
        "the atlas, nothing frozen",
        BENCH / "apps" / "atlas_unfrozen.py",
        open_map,
        select,
        _our_events,
    ),
    "st_folium_naive": Page(
        "st_folium, new map each rerun",
        BENCH / "apps" / "st_folium_naive.py",
        _first_run,
        _slide,
        lambda: PEER_EVENTS,
    ),
}


async def _step_all(url: str, page: Page, readers: int) -> list[float]:
    taken: list[float] = []

    async def step_on(reader: Client, number: int) -> None:
        chance = random.Random(SEED + number)  # noqa: S311 - no secret
        for step in range(STEPS):
            await asyncio.sleep(chance.uniform(*REST_S))
            taken.append(await page.step(reader, number + step))

    async with AsyncExitStack() as opened:
        everyone = [await opened.enter_async_context(session(url)) for _ in range(readers)]
        for one in everyone:
            await page.begin(one)
        await asyncio.gather(*map(step_on, everyone, range(readers)))
    return taken


def measure_sessions(name: str, readers: int) -> Stepped:
    """
    Let readers step on a page of its own server.

    Parameters
    ----------
    name
        Of :data:`PAGES`.
    readers
        How many.

    Returns
    -------
    Stepped
        Every figure; :data:`STEPS` reruns of each reader.
    """
    page = PAGES[name]
    # Nobody fetches the peers' scripts here: there is no browser.
    environment = {"BENCH_EVENTS": str(PEER_EVENTS), "BENCH_ASSETS": "http://127.0.0.1/"}
    process, url = streamlit(page.script, environment)
    try:
        weighed = psutil.Process(process.popen.pid)
        before, began = weighed.cpu_times(), time.monotonic()
        taken = complete(_step_all(url, page, readers))
        took_s, after = time.monotonic() - began, weighed.cpu_times()
        server_s = after.user + after.system - before.user - before.system
        memory_mb = process.memory_mb()
    finally:
        process.stop()
    found = Stepped(name, page.label, readers, page.events())
    found.run_s, found.server_s = taken, server_s
    found.took_s, found.memory_mb = took_s, memory_mb
    return found


def quieter_cores() -> str:
    """Say how many processes wanted to run on how many cores just now."""
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"

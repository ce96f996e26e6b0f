"""Take files while many others read, and count what fails: ``python -m bench downloads``."""

import argparse
import asyncio
import itertools
import json
import random
import statistics
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.machine import machine
from bench.process import BENCH, ROOT, streamlit
from bench.reader import ask_for_file, fetched, open_downloads, open_map, select
from bench.session_client import Client, complete, session
from bench.sessions import REST_S, SEED, quieter_cores

READERS = 50
DOWNLOADS = 200
TAKERS = 5
AGAIN_AFTER_S = 2.0
FIRST_DAY = date(2016, 6, 1)
KEYS = ("download_shown", "download_all")


@dataclass
class Taken:
    """
    One click.

    Attributes
    ----------
    made_s
        From the click to the address, seconds.
    fetched_s
        From the address to the file, seconds.
    bytes, again_bytes
        What came at once, and what came from the same address two seconds later; 0 is a failure.
    """

    made_s: float
    fetched_s: float
    bytes: int
    again_bytes: int


async def _read(reader: Client, number: int, is_over: asyncio.Event) -> int:
    chance = random.Random(SEED + number)  # noqa: S311 - no secret
    for step in itertools.count(number):
        if is_over.is_set():
            return step - number
        await asyncio.sleep(chance.uniform(*REST_S))
        await select(reader, step)
    return 0


async def _take(url: str, reader: Client, number: int, count: int) -> list[Taken]:
    loop = asyncio.get_running_loop()
    found = []
    for click in range(count):
        # What is shown is never twice the same, so that each such file has to be written.
        first_day = FIRST_DAY + timedelta(days=number * count + click)
        query = f"first_day={first_day.isoformat()}"
        await reader.run("atlas", json_value=json.dumps({"query": query}))
        began = loop.time()
        address = await ask_for_file(reader, KEYS[click % 2], f"{number}-{click}")
        made_s = loop.time() - began
        content, fetched_s = await asyncio.to_thread(fetched, url, address)
        await asyncio.sleep(AGAIN_AFTER_S)
        again, _ = await asyncio.to_thread(fetched, url, address)
        is_whole = bool(content) and "features" in json.loads(content)
        found.append(Taken(made_s, fetched_s, len(content) if is_whole else 0, len(again)))
    return found


async def _all(url: str, readers: int, downloads: int) -> tuple[list[Taken], int]:
    async with AsyncExitStack() as opened:
        everyone = [await opened.enter_async_context(session(url)) for _ in range(readers)]
        takers = [await opened.enter_async_context(session(url)) for _ in range(TAKERS)]
        for one in (*everyone, *takers):
            await open_map(one)
        for one in takers:
            await open_downloads(one)
        is_over = asyncio.Event()
        reading = asyncio.gather(*(_read(one, i, is_over) for i, one in enumerate(everyone)))
        each = downloads // TAKERS
        taken = await asyncio.gather(*(_take(url, one, i, each) for i, one in enumerate(takers)))
        is_over.set()
        return list(itertools.chain(*taken)), sum(await reading)


def take_files(readers: int, downloads: int) -> tuple[list[Taken], int]:
    """
    Take files while others select.

    Parameters
    ----------
    readers
        How many sessions select, about once a second.
    downloads
        How many files are asked for, by :data:`TAKERS` sessions more.

    Returns
    -------
    taken, reruns
        Every click; how many runs the readers asked for meanwhile.
    """
    process, url = streamlit(ROOT / "app.py")
    try:
        return complete(_all(url, readers, downloads))
    finally:
        process.stop()


def failures(taken: Sequence[Taken]) -> int:
    """Count the clicks that brought no file, at once or later."""
    return sum(not (one.bytes and one.again_bytes == one.bytes) for one in taken)


def markdown(taken: Sequence[Taken], reruns: int, readers: int, where: dict[str, str]) -> str:
    """
    Write what was found.

    Parameters
    ----------
    taken, reruns
        As :func:`take_files` returns them.
    readers
        How many selected.
    where
        What :func:`bench.machine.machine` said, and how busy the machine was.
    """
    lines = ["# Downloads among many readers", ""]
    lines += ["Written by `python -m bench downloads`; see bench/README.md.", ""]
    lines += [f"- {name}: {what}" for name, what in where.items()]
    made = [one.made_s for one in taken]
    lines += [
        "",
        sentence(taken, reruns, readers),
        "",
        "Each file was fetched at once, and again from the same address "
        f"{AGAIN_AFTER_S:g} s later.",
        f"From the click to the address: {statistics.median(made):.2f} s (median), "
        f"{max(made):.2f} s (slowest).",
    ]
    return "\n".join(lines) + "\n"


def sentence(taken: Sequence[Taken], reruns: int, readers: int) -> str:
    """
    Say in one line how many downloads failed; the README quotes it.

    Parameters
    ----------
    taken, reruns, readers
        As for :func:`markdown`.
    """
    return (
        f"**{failures(taken)} of {len(taken)} downloads failed** beside {readers} readers, who "
        f"asked for {reruns:,} reruns meanwhile."
    )


def main(given: list[str]) -> int:
    """Take the files, write ``downloads.md`` and ``downloads.json``; 0 if none of them failed."""
    parser = argparse.ArgumentParser(prog="python -m bench downloads", description=__doc__)
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--downloads", type=int, default=DOWNLOADS, help=f"multiple of {TAKERS}")
    parser.add_argument("-o", "--output", type=Path, default=BENCH / "results", metavar="FOLDER")
    asked = parser.parse_args(given)
    where = machine("none", [])
    del where["Chromium"], where["events"]
    before = quieter_cores()
    taken, reruns = take_files(asked.readers, asked.downloads)
    where["load (processes that want to run)"] = f"{before} before, {quieter_cores()} after"
    whole = {"machine": where, "readers": asked.readers, "reruns": reruns}
    whole |= {"failed": failures(taken), "results": [asdict(one) for one in taken]}
    asked.output.mkdir(parents=True, exist_ok=True)
    text = json.dumps(whole, indent=1, ensure_ascii=False, allow_nan=False)
    (asked.output / "downloads.json").write_text(text + "\n", encoding="utf-8")
    told = markdown(taken, reruns, asked.readers, where)
    (asked.output / "downloads.md").write_text(told, encoding="utf-8")
    return 1 if failures(taken) else 0

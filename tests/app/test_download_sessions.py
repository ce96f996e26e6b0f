"""Downloads over real sessions, without browsers: beside others, and after a session has ended."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.downloads import failures, take_files
from bench.process import streamlit
from bench.reader import ask_for_file, fetched, open_downloads, open_map
from bench.session_client import complete, session

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    process, found = streamlit(ROOT / "app.py")
    yield found
    process.stop()


def test_no_download_fails_beside_readers() -> None:
    taken, reruns = take_files(readers=10, downloads=20)
    assert len(taken) == 20 and reruns > 10
    assert failures(taken) == 0


def test_who_asks_when_the_session_ends_is_answered_by_the_next(url: str) -> None:
    async def ask() -> None:
        async with session(url) as before, session(url) as after:
            await open_map(before)
            await open_downloads(before)
            address = await ask_for_file(before, "download_all", "click")
            after.resume(before)
            after.elements.clear()
            # It finds the click among what the browser holds, and runs once more to tell of it.
            await after.run()
            assert after.data("download_all")["answer"]["address"] == address
            content, _ = await asyncio.to_thread(fetched, url, address)
            assert json.loads(content)["features"]

    complete(ask())


def test_a_file_is_named_by_nothing_that_a_reader_says(url: str) -> None:
    async def ask() -> None:
        async with session(url) as reader:
            await open_map(reader)
            await open_downloads(reader)
            hostile = "../../app.py"
            address = await ask_for_file(reader, "download_all", hostile)
            assert address and "app.py" not in address and ".." not in address
            for one in ("/app/static/", "/app/static/..%2fapp.py", "/app/static/%2e%2e/app.py"):
                content, _ = await asyncio.to_thread(fetched, url, one)
                assert b"set_page_config" not in content and b"download-" not in content

    complete(ask())

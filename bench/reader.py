"""What a reader of the atlas does in a session without a browser: select, and take files."""

import json
import time
import urllib.error
import urllib.request
from urllib.parse import urljoin

from bench.session_client import Client

QUERIES = (
    "",
    "types=airstrike",
    "first_day=2017-05-18&last_day=2017-06-20",
    "first_day=2017-05-01&last_day=2017-05-31",
    "find=convoy",
    "stated_only=1",
    "actors=none",
)


async def open_map(reader: Client) -> None:
    """Open the page, and report what the browser reports once the map stands."""
    await reader.run()
    await select(reader, 0)


async def select(reader: Client, number: int) -> float:
    """
    Report a selection, as the map does when it rests.

    Parameters
    ----------
    reader
        With the map open.
    number
        Which; any number.

    Returns
    -------
    s
        Seconds until the page has followed.
    """
    query = QUERIES[number % len(QUERIES)]
    return await reader.run("atlas", json_value=json.dumps({"query": query}))


async def open_downloads(reader: Client) -> None:
    """Unfold the downloads."""
    await reader.run("download_open", bool_value=True)


async def ask_for_file(reader: Client, key: str, name: str) -> str | None:
    """
    Click on the button of a file.

    Parameters
    ----------
    reader
        With the downloads unfolded.
    key
        Of the button.
    name
        Of the click; differs from all before.

    Returns
    -------
    str or None
        Address of the file; None where the page says that there is none.
    """
    await reader.run(key, json_value=json.dumps({"asked": {"token": name, "tries": 1}}))
    answer = reader.data(key).get("answer", {})
    return answer.get("address") if answer.get("token") == name else None


def fetched(url: str, address: str | None) -> tuple[bytes, float]:
    """
    Fetch a file.

    Parameters
    ----------
    url
        Of the page.
    address
        As the page gave it.

    Returns
    -------
    content, s
        Nothing where the server does not give it; seconds that it took.
    """
    began = time.perf_counter()
    try:
        if address is None:
            return b"", 0.0
        with urllib.request.urlopen(urljoin(url, address), timeout=60) as answer:
            content: bytes = answer.read()
    except (urllib.error.URLError, OSError):
        content = b""
    return content, time.perf_counter() - began

"""Other readers of the same server, without browsers: their sessions run beside what is tested."""

import asyncio
import itertools
import threading
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager

from bench.reader import select
from bench.session_client import session


@contextmanager
def other_readers(url: str, count: int) -> Iterator[list[int]]:
    """
    Let readers select without a pause, until the block ends.

    Parameters
    ----------
    url
        Address of the app.
    count
        How many of them.

    Returns
    -------
    runs
        How often each was answered so far; a failed run of any of them fails the block.
    """
    runs = [0] * count
    are_there, is_over = threading.Barrier(2), threading.Event()

    async def read() -> None:
        async with AsyncExitStack() as opened:
            all_of_them = [await opened.enter_async_context(session(url)) for _ in range(count)]
            for one in all_of_them:
                await one.run()
            are_there.wait()

            async def read_on(number: int) -> None:
                for step in itertools.count(number):
                    if is_over.is_set():
                        return
                    await select(all_of_them[number], step)
                    runs[number] += 1

            await asyncio.gather(*map(read_on, range(count)))

    failed: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(read())
        except BaseException as error:
            failed.append(error)
            are_there.abort()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        are_there.wait()
        yield runs
    finally:
        is_over.set()
        thread.join()
        if failed:
            raise failed[0]

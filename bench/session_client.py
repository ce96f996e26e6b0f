"""A reader without a browser: one session of a Streamlit page over its own websocket."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import ClientConnection, connect

ANSWER_WITHIN_S = 120

T = TypeVar("T")


def complete(work: Coroutine[Any, Any, T]) -> T:
    """
    Run what sessions do to its end, in a thread of its own.

    Whoever drives a browser beside it has a loop in this one, and a thread has room for one alone.

    Parameters
    ----------
    work
        Not begun.

    Returns
    -------
    T
        What it gives.
    """
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, work).result()


@asynccontextmanager
async def session(url: str) -> AsyncIterator["Client"]:
    """
    Open a session that ends with the block.

    Parameters
    ----------
    url
        Address of the page, slash at its end.
    """
    address = url.replace("http", "ws", 1) + "_stcore/stream"
    async with connect(address, max_size=None, compression=None) as socket:
        yield Client(socket)


class Client:
    """
    One session.

    Parameters
    ----------
    socket
        Open.

    Attributes
    ----------
    elements
        What the page consists of, newest of each: by the key that the page's script gave it.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self.elements: dict[str, Any] = {}
        self._socket = socket
        self._fragments: dict[str, str] = {}
        self._states: dict[str, WidgetState] = {}

    async def run(self, key: str | None = None, **value: Any) -> float:  # noqa: ANN401 - protobuf's
        """
        Run the page's script, as a browser asks for it.

        Parameters
        ----------
        key
            Of the element that the reader used; None for the page's first run. Where it lies in a
            fragment, that alone runs.
        value
            What it says, by its name in Streamlit's ``WidgetState``.

        Returns
        -------
        s
            Seconds until the run has come to its end.

        Raises
        ------
        RuntimeError
            When the page's script failed.
        """
        fragment = ""
        if key is not None:
            element_id = self.elements[key].id
            self._states[element_id] = WidgetState(id=element_id, **value)
            fragment = self._fragments.get(key, "")
        asked = BackMsg()
        asked.rerun_script.widget_states.CopyFrom(WidgetStates(widgets=self._states.values()))
        asked.rerun_script.fragment_id = fragment
        began = time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        async with asyncio.timeout(ANSWER_WITHIN_S):
            await self._answered()
        return time.perf_counter() - began

    def resume(self, other: "Client") -> None:
        """
        Take over what the page of another session holds, as a browser that connects anew does.

        Parameters
        ----------
        other
            On the same page.
        """
        self.elements = dict(other.elements)
        self._fragments = dict(other._fragments)
        self._states = dict(other._states)

    def data(self, key: str) -> dict[str, Any]:
        """Return what a component of ours was given."""
        given: dict[str, Any] = json.loads(json.loads(self.elements[key].json)["text"])
        return given

    async def _answered(self) -> None:
        has_begun = False
        while True:
            told = ForwardMsg.FromString(await self._socket.recv(decode=False))
            kind = told.WhichOneof("type")
            if kind == "new_session":
                has_begun = True
            elif kind == "delta":
                self._take(told.delta)
            elif kind == "script_finished" and has_begun:
                status = ForwardMsg.ScriptFinishedStatus.Name(told.script_finished)
                if "SUCCESS" in status:
                    return
                if status == "FINISHED_EARLY_FOR_RERUN":
                    # The script asked for another run itself, which is the answer.
                    has_begun = False
                    continue
                raise RuntimeError(f"the page's run ended as {status}")

    def _take(self, delta: Delta) -> None:
        part = delta.add_block if delta.WhichOneof("type") == "add_block" else delta.new_element
        kind = part.WhichOneof("type")
        found = getattr(part, kind) if kind else None
        if kind == "exception":
            raise RuntimeError(f"the page shows an exception: {part.exception.type}")
        # $$ID-<hash>-<key>
        named = str(getattr(found, "id", "")).split("-", 2)
        if len(named) == 3:
            self.elements[named[2]] = found
            self._fragments[named[2]] = delta.fragment_id

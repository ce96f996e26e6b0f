"""What a page and the app's server say to each other: whether all that was asked is answered."""

from typing import Any

from playwright.sync_api import Page, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg


class Session:
    """
    The talk of one page with the app.

    Attributes
    ----------
    answered
        Whether the run that was asked for last has come to its end.
    asked
        How many runs the page asked for so far.
    """

    def __init__(self, page: Page) -> None:
        self.answered = True
        self.asked = 0
        self._begun = False
        page.on("websocket", self._follow)

    def _follow(self, socket: WebSocket) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)
        # Nobody answers any more; whoever connects anew asks anew.
        socket.on("close", self._closed)

    def _sent(self, payload: str | bytes) -> None:
        if _kind(BackMsg, payload) == "rerun_script":
            self.asked += 1
            self.answered = self._begun = False

    def _received(self, payload: str | bytes) -> None:
        kind = _kind(ForwardMsg, payload)
        if kind == "new_session":
            self._begun = True
        # The end of a run that had begun before this one was asked for is no answer to it.
        elif kind == "script_finished" and self._begun:
            self.answered = True

    def _closed(self, _socket: WebSocket) -> None:
        self.answered = True


def _kind(message: Any, payload: str | bytes) -> str | None:
    # Streamlit speaks in bytes; text is what its host page may say.
    if isinstance(payload, str):
        return None
    return message.FromString(payload).WhichOneof("type")  # type: ignore[no-any-return]

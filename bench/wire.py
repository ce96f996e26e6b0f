"""Count the bytes of a page: websocket frames both ways, and what HTTP brings."""

from typing import Any

from playwright.sync_api import Page

TEXT = 1


def frame_bytes(frame: dict[str, Any]) -> int:
    """
    Return the payload of one websocket frame as the browser's protocol tells of it.

    Parameters
    ----------
    frame
        ``opcode`` and ``payloadData``; base64 unless the frame is text.
    """
    data = str(frame["payloadData"])
    if frame["opcode"] == TEXT:
        return len(data.encode())
    return len(data) * 3 // 4 - data[-2:].count("=")


class Wire:
    """Running totals of a page; call :meth:`taken` for what came since it was last called."""

    def __init__(self, page: Page) -> None:
        self.websocket = 0
        self.http = 0
        session = page.context.new_cdp_session(page)
        session.on("Network.webSocketFrameSent", self._frame)
        session.on("Network.webSocketFrameReceived", self._frame)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.requestWillBeSent", self._sent)
        session.send("Network.enable")

    def taken(self) -> tuple[int, int]:
        """Return bytes over the websocket and over HTTP since the last call, and start anew."""
        found = (self.websocket, self.http)
        self.websocket = self.http = 0
        return found

    def _frame(self, event: dict[str, Any]) -> None:
        self.websocket += frame_bytes(event["response"])

    def _finished(self, event: dict[str, Any]) -> None:
        self.http += int(event["encodedDataLength"])

    def _sent(self, event: dict[str, Any]) -> None:
        self.http += len(str(event["request"].get("postData", "")))

"""A reverse proxy as the README's deployment notes describe it: it adds a content policy."""

import socket
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

PASSED_ON = ("Content-Type", "Cache-Control", "ETag", "Last-Modified", "X-Content-Type-Options")
CHUNK_BYTES = 65536


def _pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(CHUNK_BYTES):
            target.sendall(data)
    except OSError:
        pass
    finally:
        for end in (source, target):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue


class PolicyProxy:
    """Serve another local server with a content policy on every answer."""

    def __init__(self, port_behind: int, policy: str) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.headers.get("Upgrade", "").lower() == "websocket":
                    self._tunnel()
                    return
                request = urllib.request.Request(f"http://127.0.0.1:{port_behind}{self.path}")
                try:
                    answer = urllib.request.urlopen(request, timeout=20)  # noqa: S310
                except urllib.error.HTTPError as error:
                    answer = error
                with answer:
                    body = answer.read()
                    self.send_response(answer.status)
                    for name in PASSED_ON:
                        if answer.headers.get(name):
                            self.send_header(name, answer.headers[name])
                    self.send_header("Content-Security-Policy", policy)
                    self.send_header("Content-Length", str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)

            def _tunnel(self) -> None:
                head = f"GET {self.path} HTTP/1.1\r\n{self.headers}".replace("\r\n", "\n")
                behind = socket.create_connection(("127.0.0.1", port_behind))
                behind.sendall(head.replace("\n", "\r\n").encode("latin-1"))
                back = threading.Thread(target=_pump, args=(behind, self.connection), daemon=True)
                back.start()
                _pump(self.connection, behind)
                back.join(5)
                behind.close()
                self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """The address of the proxy."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> "PolicyProxy":
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

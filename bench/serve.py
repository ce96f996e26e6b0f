"""Serve the bare pages: a folder's files, the pages of the benchmark, and packaged assets."""

import argparse
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from xstatic.pkg import leaflet

BENCH = Path(__file__).parent
MOUNTS = {
    "pages": BENCH / "pages",
    "npm": BENCH / "node_modules",
    "leaflet": Path(leaflet.BASE_DIR),
}
"""First part of an address and the folder it stands for; all else is the given folder."""


class Handler(SimpleHTTPRequestHandler):
    """Answers GET with files, says nothing in the log, keeps connections open."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        """Find the file for an address; nothing above the folders named is ever served."""
        parts = [part for part in unquote(urlsplit(path).path).split("/") if part not in ("", ".")]
        if ".." in parts:
            return ""
        if parts and parts[0] in MOUNTS:
            return str(MOUNTS[parts[0]].joinpath(*parts[1:]))
        return str(Path(self.directory).joinpath(*parts))

    def end_headers(self) -> None:
        """Let packages be kept as their CDN lets them: an exact version never changes."""
        if self.path.startswith("/npm/"):
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


def main() -> None:
    """Serve until stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, required=True)
    asked = parser.parse_args()
    handler = partial(Handler, directory=str(asked.folder))
    with ThreadingHTTPServer(("127.0.0.1", asked.port), handler) as server:
        server.serve_forever()


if __name__ == "__main__":
    main()

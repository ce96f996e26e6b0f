"""Give the peers' pages from npm packages what they would ask a CDN for."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from folium.elements import JSCSSMixin
from playwright.sync_api import BrowserContext

BENCH = Path(__file__).parent
PACKAGES = BENCH / "node_modules"
HOME = "127.0.0.1"


@dataclass(frozen=True)
class Asset:
    """
    What stands behind one address of a CDN.

    Attributes
    ----------
    package, path
        The npm package, in the version that ``package.json`` names, and the file in it; with no
        package, a file of ``bench/pages``.
    stands_in
        Why the file is not the very one that the address names; empty where it is.
    """

    package: str
    path: str
    stands_in: str = ""

    @property
    def file(self) -> Path:
        """Where the file lies once the packages are installed."""
        return (PACKAGES / self.package if self.package else BENCH / "pages") / self.path

    @property
    def address(self) -> str:
        """Its address on the benchmark's own server (:mod:`bench.serve`), without the host."""
        return f"npm/{self.package}/{self.path}" if self.package else f"pages/{self.path}"


JSDELIVR = "https://cdn.jsdelivr.net/npm/"
CDNJS = "https://cdnjs.cloudflare.com/ajax/libs/"
ASSETS = {
    JSDELIVR + "leaflet@1.9.3/dist/leaflet.js": Asset("leaflet", "dist/leaflet.js"),
    JSDELIVR + "leaflet@1.9.3/dist/leaflet.css": Asset("leaflet", "dist/leaflet.css"),
    "https://code.jquery.com/jquery-3.7.1.min.js": Asset("jquery", "dist/jquery.min.js"),
    JSDELIVR + "bootstrap@5.2.2/dist/js/bootstrap.bundle.min.js": Asset(
        "bootstrap", "dist/js/bootstrap.bundle.min.js"
    ),
    JSDELIVR + "bootstrap@5.2.2/dist/css/bootstrap.min.css": Asset(
        "bootstrap", "dist/css/bootstrap.min.css"
    ),
    JSDELIVR + "@fortawesome/fontawesome-free@6.2.0/css/all.min.css": Asset(
        "@fortawesome/fontawesome-free", "css/all.min.css"
    ),
    CDNJS + "Leaflet.awesome-markers/2.0.2/leaflet.awesome-markers.js": Asset(
        "leaflet.awesome-markers", "dist/leaflet.awesome-markers.js", "npm has 2.0.4, not 2.0.2"
    ),
    CDNJS + "Leaflet.awesome-markers/2.0.2/leaflet.awesome-markers.css": Asset(
        "leaflet.awesome-markers", "dist/leaflet.awesome-markers.css", "npm has 2.0.4, not 2.0.2"
    ),
    "https://netdna.bootstrapcdn.com/bootstrap/3.0.0/css/bootstrap-glyphicons.css": Asset(
        "glyphicons-only-bootstrap",
        "css/bootstrap.min.css",
        "the same rules from Bootstrap 3.3.7; no page here has such an icon",
    ),
    "https://cdn.jsdelivr.net/gh/python-visualization/folium/folium/templates/"
    "leaflet.awesome.rotate.min.css": Asset(
        "", "empty.css", "in no npm package; it only turns icons, and no page here has one"
    ),
    JSDELIVR + "leaflet.timeline@1.6.0/dist/leaflet.timeline.min.js": Asset(
        "leaflet.timeline",
        "dist/leaflet.timeline.js",
        "the CDN makes this name itself, from this file, which is minified already",
    ),
    CDNJS + "moment.js/2.18.1/moment.min.js": Asset("moment", "min/moment.min.js"),
}
"""Every address that Folium 0.20.0 asks for on the peers' pages."""


def local(address: str, server: str) -> str:
    """
    Say where the benchmark's own server has what an address of a CDN names.

    Parameters
    ----------
    address
        As Folium names it.
    server
        Address of :mod:`bench.serve`, with the slash at its end.

    Raises
    ------
    LookupError
        If nothing here stands for that address, or the packages are not installed.
    """
    asset = ASSETS.get(address)
    if asset is None:
        raise LookupError(f"bench/assets.py names no package for {address}")
    if not asset.file.is_file():
        raise LookupError(f"{asset.file.relative_to(BENCH)} is missing: run make bench")
    return server + asset.address


def bring_home(element: JSCSSMixin, server: str) -> None:
    """
    Let one element of Folium ask the benchmark's own server, by its own lists of links.

    A route in the browser would do the same, but switches the browser's cache off, and a peer
    that makes its frame anew at every step lives by that cache.
    """
    element.default_js = [(name, local(link, server)) for name, link in element.default_js]
    element.default_css = [(name, local(link, server)) for name, link in element.default_css]


class Watch:
    """
    Notes every request of a browser context that leaves this machine.

    Attributes
    ----------
    foreign
        The addresses asked for.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.foreign: list[str] = []
        context.on("request", lambda request: self._note(request.url))

    def _note(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") and parts.hostname != HOME:
            self.foreign.append(address)

    def check(self) -> None:
        """Raise if anything was asked for elsewhere."""
        if self.foreign:
            raise RuntimeError("asked for elsewhere: " + ", ".join(sorted(set(self.foreign))))

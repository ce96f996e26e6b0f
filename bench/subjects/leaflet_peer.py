"""What the peers made with Folium share: how marks on Leaflet's canvas are counted and moved."""

from playwright.sync_api import Page

from bench.subjects.peer import Peer

# In every frame: what each canvas was last cleared of, and how many circles it was given since.
# A mark that Leaflet's renderer only knows of, and has not painted, is not among them.
PAINTED = """(() => {
  const { arc, clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    this.canvas.benchCleared = box;
    this.canvas.benchPainted = 0;
    clearRect.apply(this, box);
  };
  CanvasRenderingContext2D.prototype.arc = function (...circle) {
    this.canvas.benchPainted += 1;
    arc.apply(this, circle);
  };
})();"""

# Every repaint draws from the renderer's own list. The list counts once no repaint is due and
# the last one painted exactly the marks in view that touch what it had cleared.
COUNT = """globalThis.benchLeaflet = {
  get page() { return %(page)s; },
  get map() { return %(map)s; },
  drawn() {
    if (%(busy)s || !this.map) return -1;
    const renderer = Object.values(this.map._layers).find((one) => one._drawFirst !== undefined);
    if (!renderer || renderer._redrawRequest) return -1;
    const { width, height, benchCleared, benchPainted } = renderer._container;
    if (!benchCleared) return -1;
    const [x, y, wide, high] = benchCleared;
    const whole = x === 0 && y === 0 && wide === width && high === height;
    const cleared = this.page.L.bounds([x, y], [x + wide, y + high]);
    let listed = 0, due = 0;
    for (let one = renderer._drawFirst; one; one = one.next) {
      listed += 1;
      const mark = one.layer;
      if (!mark._empty() && (whole || mark._pxBounds.intersects(cleared))) due += 1;
    }
    return benchPainted === due ? listed : -1;
  },
  view() {
    const middle = this.map.getCenter();
    return [this.map.getZoom(), middle.lat, middle.lng];
  },
  zoomIn() {
    const map = this.map, want = map.getZoom() + 1;
    return benchKit.step(() => map.zoomIn(1, { animate: false }),
      () => map.getZoom() === want && this.drawn() >= 0, 60000);
  },
};"""


class LeafletPeer(Peer):
    """
    A page that draws with Leaflet through Folium.

    Attributes
    ----------
    page_js
        JavaScript: the window that holds the map.
    map_js
        JavaScript: the map in ``this.page``.
    busy_js
        JavaScript: whether the page still shows that it is working.
    """

    page_js = "globalThis"
    map_js = "this.page?.map"
    busy_js = "false"

    def __init__(self) -> None:
        super().__init__()
        code = {"page": self.page_js, "map": self.map_js, "busy": self.busy_js}
        self.INIT = PAINTED + COUNT % code

    def count_js(self) -> str:
        """Count the marks that Leaflet's canvas renderer has painted."""
        return "benchLeaflet.drawn()"

    def view_js(self) -> str:
        """Ask the map."""
        return "benchLeaflet.view()"

    def zoom(self, page: Page) -> float | None:
        """Zoom in by one; done when the marks are painted anew."""
        return self._answer(page, "benchLeaflet.zoomIn()")

    def pan(self, page: Page) -> list[float] | None:
        """Drag the map along a circle."""
        code = "() => benchLeaflet.page.benchKit.drag(benchLeaflet.map.getContainer())"
        frames: list[float] = page.evaluate(code)
        return frames

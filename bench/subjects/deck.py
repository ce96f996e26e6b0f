"""The peer with pydeck: one ScatterplotLayer in Streamlit's own chart."""

from bench.subjects.streamlit_peer import StreamlitPeer

# deck.gl draws the whole layer with one instanced call, in every frame that shows a change.
DRAWN = """(() => {
  const kinds = { drawArraysInstanced: 3, drawElementsInstanced: 4 };
  for (const [name, place] of Object.entries(kinds)) {
    const own = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...given) {
      this.canvas.benchInstances = given[place];
      own.apply(this, given);
    };
  }
  globalThis.benchDeck = {
    get canvas() { return document.querySelector("[data-testid=stDeckGlJsonChart] canvas"); },
    drawn() { return this.canvas?.benchInstances ?? -1; },
    // The chart keeps its view to itself, in the properties that React handed to deck.gl.
    view() {
      const fiber = Object.keys(this.canvas).find((name) => name.startsWith("__reactFiber"));
      for (let one = this.canvas[fiber]; one; one = one.return) {
        const view = one.memoizedProps?.viewState;
        if (view) return [view.zoom, view.latitude, view.longitude];
      }
      return null;
    },
  };
})();"""


class Pydeck(StreamlitPeer):
    """``st.pydeck_chart`` with no base map."""

    name = "pydeck"
    label = "st.pydeck_chart"
    app = "pydeck_scatter.py"
    flags = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")
    note = "WebGL in software (SwiftShader); time ends when deck.gl has issued the draw call"
    INIT = DRAWN

    def count_js(self) -> str:
        """Count the instances of the last draw call."""
        return "benchDeck.drawn()"

    def view_js(self) -> str:
        """Ask the chart's properties."""
        return "benchDeck.view()"

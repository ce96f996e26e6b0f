// What lies over the map and holds still as it moves: buttons, scale, key, credit line.

const OVER = [".atlas-tools", ".leaflet-control", ".atlas-credit"];
const MARGIN_PX = 2;

// `fixed()` gives their boxes and `isSeen` tests for the whole of the map, in world pixels.
export function frame(board) {
  /** @type {import("../types.js").Box[] | null} */
  let measured = null;

  function measure() {
    const { left, top } = board.map.getContainer().getBoundingClientRect();
    const elements = board.view.root.querySelectorAll(OVER.join(", "));
    return [...elements].map((one) => one.getBoundingClientRect()).filter((box) => box.width)
      .map((box) => ({ x0: box.left - left - MARGIN_PX, y0: box.top - top - MARGIN_PX,
        x1: box.right - left + MARGIN_PX, y1: box.bottom - top + MARGIN_PX }));
  }

  return {
    // Where the buttons end, from the map's top.
    below_px() {
      const tools = board.view.root.querySelector(".atlas-tools");
      const { top } = board.map.getContainer().getBoundingClientRect();
      return tools ? Math.max(0, tools.getBoundingClientRect().bottom - top) : 0;
    },
    forget() {
      measured = null;
    },
    now() {
      const boxes = (measured ??= measure());
      const { min, max } = board.map.getPixelBounds();
      return {
        fixed: boxes.map((box) => ({ x0: box.x0 + min.x, y0: box.y0 + min.y,
          x1: box.x1 + min.x, y1: box.y1 + min.y })),
        isSeen: (box) => box.x0 >= min.x + MARGIN_PX && box.x1 <= max.x - MARGIN_PX &&
          box.y0 >= min.y + MARGIN_PX && box.y1 <= max.y - MARGIN_PX,
      };
    },
  };
}

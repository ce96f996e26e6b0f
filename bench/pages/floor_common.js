// What both floors share: the packed events, the places of the slider, the look of a mark, the view.
globalThis.Floor = (() => {
  "use strict";

  const asked = new URLSearchParams(location.search);
  const days = asked.get("days").split(",").map(Number);

  // Count u4, then the columns lat f4, lon f4, day u2, side u1 (bench/events.py, packed).
  async function events() {
    const answer = await fetch("../events.bin");
    const bytes = await answer.arrayBuffer();
    const n = new DataView(bytes).getUint32(0, true);
    return {
      n,
      lat: new Float32Array(bytes, 4, n),
      lon: new Float32Array(bytes, 4 + 4 * n, n),
      day: new Uint16Array(bytes, 4 + 8 * n, n),
      side: new Uint8Array(bytes, 4 + 10 * n, n),
    };
  }

  // How many of the events, which come sorted by day, lie up to each place of the slider.
  function reached(day) {
    return days.map((last) => {
      let low = 0;
      let high = day.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (day[middle] <= last) low = middle + 1;
        else high = middle;
      }
      return low;
    });
  }

  return {
    events,
    reached,
    position: Number(asked.get("position")),
    input: document.getElementById("day"),
    map: document.getElementById("map"),
    // Fill by side, in the order of bench.events.SIDES; the atlas's own colours.
    COLORS: ["#0b7a51", "#4a1f5c", "#2f8fc8", "#b18103", "#da3591", "#50545a"],
    OUTLINE: "#1d2024",
    RADIUS_PX: 4,
    // As the atlas opens: all events fill the map.
    ZOOM: 6.5,
    CENTER: [34.35, 43.5],
  };
})();

// Leaflet as it comes: circleMarker on its canvas renderer; a step adds or removes only those marks
// that come or go.
(async () => {
  "use strict";

  const { input, COLORS, OUTLINE, RADIUS_PX } = Floor;
  const map = L.map(Floor.map, { zoomSnap: 0.5, zoomAnimation: false, fadeAnimation: false });
  map.setView(Floor.CENTER, Floor.ZOOM);
  const group = L.layerGroup().addTo(map);
  const renderer = L.canvas();
  let shown = 0;
  let zoomed = true;

  const { n, lat, lon, day, side } = await Floor.events();
  const reached = Floor.reached(day);
  const marks = Array.from({ length: n }, (_, i) => L.circleMarker([lat[i], lon[i]], { renderer,
    radius: RADIUS_PX, weight: 1, color: OUTLINE, fillColor: COLORS[side[i]], fillOpacity: 1 }));

  function show() {
    const wanted = reached[input.value];
    for (; shown < wanted; shown++) group.addLayer(marks[shown]);
    for (; shown > wanted; shown--) group.removeLayer(marks[shown - 1]);
  }

  map.on("zoomend", () => { zoomed = true; });
  input.addEventListener("input", show);
  input.value = Floor.position;
  show();
  globalThis.benchPage = {
    input,
    map: Floor.map,
    drawn: () => group.getLayers().length,
    view: () => [map.getZoom(), map.getCenter().lat, map.getCenter().lng],
    zoomIn() {
      zoomed = false;
      map.zoomIn();
    },
    settled: () => zoomed,
  };
})();

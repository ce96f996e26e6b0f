// The ground of the map, from files beside it: land, coast, borders, rivers, lakes, relief. No tiles.
(function (A) {
  "use strict";

  const RELIEF_OPACITY = 0.38;
  const RELIEF_FULL_ZOOM = 6.5;
  const RELIEF_GONE_ZOOM = 7.5;
  const RENDER_PADDING = 0.6;
  const LEAST_ZOOM = 4;
  const LEAST_ZOOM_AT_MOST = 6;

  // What each part draws, from the back to the front: collection of the assets, class, pane.
  const PARTS = {
    land: [["land", "atlas-ground", "atlas-land"], ["coast", "atlas-coast", "atlas-land"]],
    rivers: [["rivers", "atlas-river", "atlas-rivers"], ["lakes", "atlas-lake", "atlas-rivers"]],
    borders: [["borders", "atlas-border", "atlas-borders"]],
  };

  const isDisputed = (feature) => Boolean(feature.properties && feature.properties.disputed);

  function vectors(board, group, [name, className, pane]) {
    const collection = board.view.assets.basemap[name];
    if (!collection) return;
    board.renderers ??= {};
    const renderer = (board.renderers[pane] ??= board.L.svg({ pane, padding: RENDER_PADDING }));
    group.addLayer(board.L.geoJSON(collection, {
      pane,
      renderer,
      interactive: false,
      style: (feature) => ({ renderer, interactive: false, smoothFactor: 0.7,
        className: isDisputed(feature) ? `${className} ${className}-disputed` : className }),
    }));
  }

  function reliefOpacity(zoom) {
    const share = (RELIEF_GONE_ZOOM - zoom) / (RELIEF_GONE_ZOOM - RELIEF_FULL_ZOOM);
    return RELIEF_OPACITY * Math.max(0, Math.min(1, share));
  }

  function relief(board, group, [south, west, north, east]) {
    const { assets } = board.view;
    const { map } = board;
    if (!assets.relief) return;
    const picture = board.L.imageOverlay(assets.relief, [[south, west], [north, east]], {
      pane: "atlas-relief", interactive: false, alt: "", opacity: reliefOpacity(map.getZoom()) });
    const fade = () => picture.setOpacity(reliefOpacity(map.getZoom()));
    group.addLayer(picture);
    map.on("zoomend", fade);
    board.lease.add(() => map.off("zoomend", fade));
  }

  // No further out than the ground reaches, unless the first view needs more.
  function holdInside({ map, lease, view }) {
    const hold = () => {
      const { maxBounds } = map.options;
      if (!maxBounds || !map.getSize().x) return;
      const inside = map.getBoundsZoom(maxBounds, true);
      const home = view.home ? map.getBoundsZoom(view.home.bounds) : inside;
      map.setMinZoom(Math.max(LEAST_ZOOM, Math.min(inside, home, LEAST_ZOOM_AT_MOST)));
    };
    hold();
    map.on("resize", hold);
    lease.add(() => map.off("resize", hold));
  }

  A.basemap = function (board, group, part, bounds) {
    if (part === "land") holdInside(board);
    if (part === "relief") relief(board, group, bounds);
    else for (const one of PARTS[part] || []) vectors(board, group, one);
  };
})((globalThis.CorridorAtlas ??= {}));

// Names on a map without the app: those that matter most first, none over another.
(function (A) {
  "use strict";

  const GAP_PX = 3;

  // Where a name stands: a course's beside the middle of its longest leg, any other on its place.
  function placeOf({ leg, lat, lon }) {
    if (!leg) return [lat, lon];
    const [[a, b], [c, d]] = leg;
    return [(a + c) / 2, (b + d) / 2];
  }

  function elementOf(label) {
    const element = A.el("div", `atlas-label atlas-label-${label.kind}`, label.text,
      { "data-rank": label.rank });
    if (label.route) element.classList.add(`atlas-label-${label.route}`);
    if (label.more) element.append(A.el("div", "atlas-label-more", label.more));
    return element;
  }

  const meets = (a, b) => a.left < b.right + GAP_PX && b.left < a.right + GAP_PX &&
    a.top < b.bottom + GAP_PX && b.top < a.bottom + GAP_PX;

  A.standingLabels = function (board, atlas, group) {
    const { L } = board;
    const labels = [...atlas.labels].sort((a, b) => a.rank - b.rank).map((label) => {
      const element = elementOf(label);
      const icon = L.divIcon({ className: "atlas-name", html: element, iconSize: [0, 0] });
      L.marker(placeOf(label), { icon, pane: "atlas-labels", interactive: false, keyboard: false })
        .addTo(group);
      return element;
    });

    function place() {
      if (!board.map.hasLayer(group)) return;
      const taken = [];
      for (const element of labels) {
        element.style.visibility = "";
        const box = element.getBoundingClientRect();
        const isFree = !taken.some((other) => meets(box, other));
        element.style.visibility = isFree ? "" : "hidden";
        if (isFree) taken.push(box);
      }
    }

    group.on("add", place);
    board.map.on("zoomend resize", place);
    // Once Folium has put the group on the map, and it has its first view.
    board.map.whenReady(() => queueMicrotask(place));
  };
})((globalThis.CorridorAtlas ??= {}));

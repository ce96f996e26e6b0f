// The quiet lines about a mark: the area an event may lie in, and the line from a pin to its place.

// How unsure the mark is that is shown now, in km.
export function ringRadius_km(event, state) {
  const { stated_uncertainty_km: stated_km } = event;
  return state.stated_only && stated_km !== undefined ? stated_km : event.uncertainty_km;
}

export function eventRings(board) {
  /** @type {import("leaflet").Polyline | null} */
  let leaders = null;
  /** @type {import("leaflet").Circle | null} */
  let ring = null;
  let led = "";
  board.lease.add(() => {
    if (ring) ring.remove();
    if (leaders) leaders.remove();
  });

  return {
    // About one mark at a time; none for null.
    circle(one) {
      const { L, map, store, atlas } = board;
      const radius_km = one ? ringRadius_km(one.event, store.state) : null;
      if (!radius_km) {
        if (ring) ring.remove();
        return;
      }
      const { color } = atlas.side[one.event.side];
      const about = (ring ??= L.circle(one.mark,
        { pane: "atlas-rings", interactive: false, className: "atlas-ring" }));
      about.setLatLng(one.mark).setRadius(radius_km * 1000);
      about.setStyle({ color, weight: 1.5, opacity: 0.9, fillColor: color, fillOpacity: 0.08 });
      if (!map.hasLayer(about)) about.addTo(map);
    },
    // From the pins that stand aside to the places they belong to, all in one path.
    lead(lines) {
      const { L, map } = board;
      const all = (leaders ??= L.polyline([], { pane: "atlas-rings", interactive: false,
        className: "atlas-leader", weight: 1.2 }));
      const look = lines.map(([mark, end]) => `${mark} ${end.lat} ${end.lng}`).join(" ");
      if (look !== led) all.setLatLngs(lines);
      led = look;
      if (!map.hasLayer(all)) all.addTo(map);
    },
  };
}

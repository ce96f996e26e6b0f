// The map's first view: it begins there, and goes back as its room changes until somebody moves it.

const NARROW_PX = 600;

/** @returns {import("../types.js").Home} */
export const firstView = () => ({ bounds: null, how: undefined, isHere: false, isMoving: false });

// From Lebanon to Tehran.
export function goWide(view, animate) {
  view.map.fitBounds(view.home.bounds, Object.assign({}, view.home.how, { animate }));
}

// The first view: the whole corridor, or where it was moved, on a map too narrow for all of it.
export function goHome(view, animate) {
  const { places } = view.atlas;
  const ends = view.atlas.shift ? [view.atlas.shift.from_place, view.atlas.shift.to_place] : [];
  const core = places.filter((place) => place.site || ends.includes(place.id))
    .map((place) => [place.lat, place.lon]);
  if (view.map.getSize().x >= NARROW_PX || core.length < 2) goWide(view, animate);
  else {
    view.map.fitBounds(core, { animate, paddingTopLeft: [26, 34], paddingBottomRight: [64, 40] });
  }
}

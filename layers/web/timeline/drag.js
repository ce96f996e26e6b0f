// A pointer on a lane: where it presses, slides along and lets go becomes a stop.

const TREMBLE_PX = 5;

// `stopAt(point, isPress)` gives the stop under the pointer, null while there is none; `handle()`
// what handle.js made. Who takes hold of the handle at its rim moves it from where it is.
export function laneDrag(lease, track, tip, { stopAt, reached, goTo, hover, handle }) {
  let pressedAt_px = null;
  let held_px = 0;
  let dragging = false;

  const release = () => {
    pressedAt_px = null;
    dragging = false;
  };
  // How far the handle's middle lies from a pointer that takes hold of it.
  function heldBy({ clientX, clientY, pointerType }) {
    const box = track.getBoundingClientRect();
    const [px, py] = [clientX - box.left, clientY - box.top];
    const now = handle();
    return now && now.holds(px, py, pointerType) ? now.place.x - px : 0;
  }
  const go = (event, isPress) => {
    const { clientX, clientY } = event;
    const stop = stopAt({ clientX: clientX + held_px, clientY }, isPress);
    if (stop !== null && (isPress || stop !== reached())) goTo(stop);
  };

  lease.on(track, "pointerdown", (event) => {
    if (event.button !== 0) return;
    pressedAt_px = event.clientX;
    held_px = heldBy(event);
    tip.hide();
    // A finger may mean to scroll the page: it chooses when it slides along or lets go.
    if (event.pointerType === "touch") return;
    track.setPointerCapture(event.pointerId);
    go(event, true);
  });
  lease.on(track, "pointermove", (event) => {
    if (pressedAt_px === null) {
      if (event.pointerType === "mouse") hover(event);
      return;
    }
    // A tap that trembles stays at the stop it chose.
    dragging ||= Math.abs(event.clientX - pressedAt_px) > TREMBLE_PX;
    if (dragging) go(event, false);
  });
  lease.on(track, "pointerup", (event) => {
    if (event.pointerType === "touch" && pressedAt_px !== null && !dragging) go(event, true);
    release();
  });
  for (const type of ["pointercancel", "lostpointercapture"]) lease.on(track, type, release);
  for (const type of ["pointerleave", "blur"]) lease.on(track, type, () => tip.hide());
}

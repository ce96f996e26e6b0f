// What the map does not show of the events now shown: those without a day, without a place, held back.
(function (A) {
  "use strict";

  const inOrder = new WeakMap();

  // All events in the order of time, once for a dataset.
  function timeOrder(atlas) {
    if (!inOrder.has(atlas)) inOrder.set(atlas, [...atlas.events].sort(A.inTime));
    return inOrder.get(atlas);
  }

  A.trayTitles = (atlas) => ({ undated: "Undated", placeless: "Without a place",
    held: `Not drawn: ${A.statementsText(atlas)} is off` });

  // {undated, placeless, held}: rows {event, isDrawn} in the order of time. With what is drawn they
  // make up all that is shown; an event without day and place is in two of them. What is held back
  // is drawn while it is open: it keeps its row, for that is where it was opened from.
  A.trayLists = function (atlas, state, shown) {
    const lists = { undated: [], placeless: [], held: [] };
    const shut = { ...state, event: null, current: null };
    for (const event of timeOrder(atlas)) {
      if (!shown.has(event.id)) continue;
      const stands = A.markState(atlas, event, state);
      if (!A.isDated(event, state)) lists.undated.push({ event, isDrawn: false });
      if (stands === "placeless") lists.placeless.push({ event, isDrawn: false });
      else if (A.markState(atlas, event, shut) === "held") {
        lists.held.push({ event, isDrawn: stands === "drawn" });
      }
    }
    return lists;
  };
})((globalThis.CorridorAtlas ??= {}));

// Which events have a mark, where it is, and which of them wait for a request.
(function (A) {
  "use strict";

  const NARROW_PX = 640;
  const STATEMENTS = "statements";

  A.markAt = (event, state) => (state.stated_only ? event.stated_mark : event.mark);
  A.markPlace = (event, state) => (state.stated_only ? event.stated_place : event.place);
  A.isNarrow = ({ map }) => map.getSize().x <= NARROW_PX;
  A.isStatement = (event) => event.glyph === "statement";
  A.statementsOn = ({ atlas, store }) => A.layerOn(atlas, store.state, STATEMENTS);

  // "drawn", "held" (has a mark that is drawn only on request) or "placeless".
  A.markState = function (atlas, event, state) {
    if (!A.markAt(event, state)) return "placeless";
    const isWanted = !A.isStatement(event) || A.layerOn(atlas, state, STATEMENTS) ||
      event.id === state.event || event.id === state.current;
    return isWanted ? "drawn" : "held";
  };

  A.isMarked = ({ atlas, store }, event) => A.markState(atlas, event, store.state) === "drawn";

  // What the layer of held marks is called.
  A.statementsText = function ({ layers }) {
    const layer = layers.find(({ id }) => id === STATEMENTS);
    return layer ? layer.label : STATEMENTS;
  };

  // An event's mark and its place, as A.spreadPlan takes them.
  A.eventHome = function ({ map, store: { state } }, event) {
    const at = A.markAt(event, state);
    return { id: event.id, place: A.markPlace(event, state), at, first: A.isStrike(event),
      point: map.project(at), reach_px: A.reach_px(map, at) };
  };
})((globalThis.CorridorAtlas ??= {}));

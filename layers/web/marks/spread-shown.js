// The spread of the page: planned once for a zoom over all that may be marked, whatever is shown now.
import {
  eventHome, isNarrow, isStatement, markAt, spreadNow, spreadPlan, statementsOn,
} from "../rules/index.js";

export function spreadShown(board) {
  const { atlas, store } = board;
  /** @type {{key: string, plan: ReturnType<typeof spreadPlan>} | null} */
  let held = null;

  // Over all events that may be marked, not those shown now: so nothing jumps as time moves.
  function planned(scale) {
    const { map } = board;
    const { state } = store;
    const all = statementsOn(board);
    const key = [map.getZoom(), state.stated_only, all, state.names, isNarrow(board),
      board.typefaces].join(" ");
    if (held && held.key === key) return held.plan;
    const marks = atlas.events
      .filter((event) => markAt(event, state) && (all || !isStatement(event)))
      .map((event) => eventHome(board, event));
    const plan = spreadPlan(marks, scale, board.labels.reserve);
    held = { key, plan };
    return plan;
  }

  // What spreadNow gives; what is open or at a slider's stop stands as itself.
  return function (wanted, scale) {
    const { event: open, current } = store.state;
    const now = planned(scale);
    return spreadNow(now, { apart: new Set([open, current]),
      homes: wanted.map((event) => now.homes.get(event.id) || eventHome(board, event)) });
  };
}

// Where the marks of the moment stand: on slots that hold for a zoom, and in badges where crowded.
(function (A) {
  "use strict";

  const SLOT_PX = 25;
  // From its place at most; a little more where the map is so near that this is a short way.
  const REACH_PX = 44;
  const NEAR_REACH_PX = 60;
  const NEAR_FROM_ZOOM = 8;
  const NARROW_PX = 640;
  const STATEMENTS = "statements";

  A.markAt = (event, state) => (state.stated_only ? event.stated_mark : event.mark);
  A.markPlace = (event, state) => (state.stated_only ? event.stated_place : event.place);
  A.isNarrow = ({ map }) => map.getSize().x <= NARROW_PX;
  const isStatement = (event) => event.glyph === "statement";

  // "drawn", "held" (has a mark that is drawn only on request) or "placeless".
  A.markState = function (atlas, event, state) {
    if (!A.markAt(event, state)) return "placeless";
    const isWanted = !isStatement(event) || A.layerOn(atlas, state, STATEMENTS) ||
      event.id === state.event || event.id === state.current;
    return isWanted ? "drawn" : "held";
  };

  A.isMarked = ({ atlas, store }, event) => A.markState(atlas, event, store.state) === "drawn";

  // What the layer of held marks is called.
  A.statementsText = function ({ layers }) {
    const layer = layers.find(({ id }) => id === STATEMENTS);
    return layer ? layer.label : STATEMENTS;
  };

  A.spread = function (board) {
    const { atlas, store } = board;
    let plan = null;
    const reach_px = (scale) =>
      (board.map.getZoom() < NEAR_FROM_ZOOM ? REACH_PX : NEAR_REACH_PX) * scale;

    // Over all events that may be marked, not those shown now: so nothing jumps as time moves.
    function planned(scale) {
      const { map } = board;
      const { state } = store;
      const all = A.layerOn(atlas, state, STATEMENTS);
      const key = [map.getZoom(), state.stated_only, all, state.names, A.isNarrow(board),
        board.typefaces].join(" ");
      if (plan && plan.key === key) return plan;
      const marks = atlas.events.filter((event) => A.markAt(event, state) && (all || !isStatement(event)))
        .map((event) => ({ id: event.id, place: A.markPlace(event, state), first: A.isStrike(event),
          point: map.project(A.markAt(event, state)) }));
      const taken = board.labels.reserve();
      const size_px = SLOT_PX * scale;
      const found = A.slots({ marks, taken, size_px, reach_px: reach_px(scale) });
      plan = Object.assign(found, { key, size_px, boxes: [...taken] });
      for (const { id, point } of marks) {
        const slot = plan.slots.get(id);
        if (slot) plan.boxes.push(boxOf(point, slot, size_px));
      }
      const pointOf = new Map(marks.map(({ place, point }) => [place, point]));
      for (const [place, { slot }] of plan.badges) {
        plan.boxes.push(boxOf(pointOf.get(place), slot, size_px));
      }
      return plan;
    }

    const boxOf = (point, slot, size_px) => A.boxAround(point.x + slot.x, point.y + slot.y, size_px / 2);

    // {slots: id to offset, within: id to place for what a badge holds, badges: [{place, ids, slot}]}.
    return function (wanted, scale) {
      const { map } = board;
      const { event: open, current } = store.state;
      const { slots: fixed, badges: gathered, boxes, size_px } = planned(scale);
      const slots = new Map();
      const within = new Map();
      const badges = [];
      const apart = [];
      const ids = new Set(wanted.map(({ id }) => id));
      for (const { id } of wanted) if (fixed.has(id)) slots.set(id, fixed.get(id));
      for (const [place, { slot, ids: all }] of gathered) {
        const here = all.filter((id) => ids.has(id));
        const inside = here.filter((id) => id !== open && id !== current);
        // One that is alone takes the badge's slot; a badge stands for two and more.
        if (inside.length > 1) {
          badges.push({ place, ids: inside, slot });
          for (const id of inside) {
            slots.set(id, slot);
            within.set(id, place);
          }
        } else if (here.length) slots.set(inside[0] ?? here[0], slot);
        apart.push(...here.filter((id) => !slots.has(id)));
      }
      apart.push(...[...ids].filter((id) => !slots.has(id) && !apart.includes(id)));
      if (apart.length) {
        const room = A.room(boxes);
        const near = A.fan(room, size_px, reach_px(scale));
        const far = A.fan(room, size_px, 2 * reach_px(scale));
        for (const id of apart) {
          const point = map.project(A.markAt(atlas.event[id], store.state));
          slots.set(id, near(point) || far(point) || { x: 0, y: 0 });
        }
      }
      return { slots, within, badges };
    };
  };
})((globalThis.CorridorAtlas ??= {}));

// Where the marks of the moment stand: on slots that hold for a zoom, and in discs where crowded.
(function (A) {
  "use strict";

  const SLOT_PX = 25;
  // From its place at most, by whichever is less.
  const REACH_PX = 44;
  const REACH_KM = 50;
  const KM_PER_DEGREE = 111.195;
  // Leaflet puts a mark's root on a whole pixel.
  const ROUNDED_PX = 0.75;
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

  // How far from its place a mark may stand; a kilometre is shortest on the map toward the equator.
  A.reach_px = function (map, [lat, lon]) {
    const { y } = map.project([lat, lon]);
    const km_px = [-1, 1].map((way) =>
      Math.abs(map.project([lat + (way * REACH_KM) / KM_PER_DEGREE, lon]).y - y));
    return Math.max(0, Math.min(REACH_PX, ...km_px) - ROUNDED_PX);
  };

  A.spread = function (board) {
    const { atlas, store } = board;
    let plan = null;

    const homeOf = (event) => {
      const at = A.markAt(event, store.state);
      return { id: event.id, place: A.markPlace(event, store.state), first: A.isStrike(event),
        point: board.map.project(at), reach_px: A.reach_px(board.map, at) };
    };

    // Over all events that may be marked, not those shown now: so nothing jumps as time moves.
    function planned(scale) {
      const { map } = board;
      const { state } = store;
      const all = A.layerOn(atlas, state, STATEMENTS);
      const key = [map.getZoom(), state.stated_only, all, state.names, A.isNarrow(board),
        board.typefaces].join(" ");
      if (plan && plan.key === key) return plan;
      const marks = atlas.events.filter((event) => A.markAt(event, state) && (all || !isStatement(event)))
        .map(homeOf);
      const size_px = SLOT_PX * scale;
      const isTight = marks.some(({ reach_px }) => reach_px < size_px);
      const { names, dots } = board.labels.reserve(isTight ? size_px : 0);
      const { slots, discs } = A.gather({ marks, names, dots, size_px });
      plan = { key, size_px, slots, discs, names,
        boxes: new Map([...[...slots].map(([id, spot]) => [id, A.squareAt(spot, size_px)]),
          ...discs.map(({ key: disc, spot }) => [disc, A.squareAt(spot, size_px)])]) };
      return plan;
    }

    // Where there is room, else where least is covered.
    const bestSpot = (room, homes, size_px) => {
      const spots = A.spotsOf(homes, size_px);
      return A.freeSpot([room], spots, size_px) || A.leastSpot(room, spots, size_px);
    };

    // {slots: id to offset, within: id to key of the disc that holds it, discs: [{key, places, ids,
    // spot}]}.
    return function (wanted, scale) {
      const { event: open, current } = store.state;
      const { slots: fixed, discs: gathered, boxes, names, size_px } = planned(scale);
      const ids = new Set(wanted.map(({ id }) => id));
      const spots = new Map([...fixed].filter(([id]) => ids.has(id)));
      const within = new Map();
      const discs = [];
      const lone = new Map();
      for (const { key, homes, spot, ids: all } of gathered) {
        const here = all.filter((id) => ids.has(id));
        const inside = here.filter((id) => id !== open && id !== current);
        // One that is alone takes the disc's spot; a disc stands for two and more.
        if (inside.length > 1) {
          discs.push({ key, homes, ids: inside, spot });
          for (const id of inside) within.set(id, key);
        } else if (here.length) {
          const id = inside[0] ?? here[0];
          const home = homeOf(atlas.event[id]);
          lone.set(id, key);
          spots.set(id, A.distance_px(home.point, spot) > home.reach_px ? home.point : spot);
        }
      }
      // What is open or at a slider's stop stands as itself; a disc that it would cover makes way.
      const apart = [...ids].filter((id) => !spots.has(id) && !within.has(id));
      if (apart.length) {
        const others = new Map(boxes);
        const room = () => A.room([...names, ...others.values()]);
        for (const id of apart) {
          const spot = bestSpot(room(), [homeOf(atlas.event[id])], size_px);
          spots.set(id, spot);
          others.set(id, A.squareAt(spot, size_px));
        }
        const pins = apart.map((id) => others.get(id));
        const yields = (key, homes) => {
          if (!pins.some((pin) => A.boxesMeet(pin, boxes.get(key)))) return null;
          others.delete(key);
          const spot = bestSpot(room(), homes, size_px);
          others.set(key, A.squareAt(spot, size_px));
          return spot;
        };
        for (const disc of discs) disc.spot = yields(disc.key, disc.homes) || disc.spot;
        for (const [id, key] of lone) {
          spots.set(id, yields(key, [homeOf(atlas.event[id])]) || spots.get(id));
        }
      }
      for (const { ids: inside, spot } of discs) for (const id of inside) spots.set(id, spot);
      const slots = new Map([...spots].map(([id, spot]) => {
        const { x, y } = board.map.project(A.markAt(atlas.event[id], store.state));
        return [id, { x: spot.x - x, y: spot.y - y }];
      }));
      return { slots, within, discs };
    };
  };
})((globalThis.CorridorAtlas ??= {}));

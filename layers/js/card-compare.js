// Both courses of the corridor side by side: any pair of waypoints measured, lengths, what is known.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const NEAR_KM = 50;
  const MOST_KM = 500;
  const BASES = { stated: "between places an article names", external: "with a place from elsewhere",
    inferred: "with a place we inferred" };

  const nameOf = (atlas, id) => (atlas.place[id] ? atlas.place[id].name : id);

  function choice(atlas, label, ids, chosen) {
    const select = A.el("select", "atlas-card-choice");
    for (const id of ids) select.append(A.el("option", null, nameOf(atlas, id), { value: id }));
    select.value = ids.includes(chosen) ? chosen : ids[0];
    const line = A.el("label", "atlas-card-pair", label);
    line.append(select);
    return { line, select };
  }

  // How far one place lies south, or north, of another, and straight.
  function offsetText([south_km, straight_km], from, to) {
    const where = south_km < 0 ? "north" : "south";
    return `${to} lies ${card.distanceText(Math.abs(south_km))} ${where} of ${from}, ` +
      `${card.distanceText(straight_km)} in a straight line.`;
  }

  // Two waypoints to choose, and what lies between them.
  function pair(view) {
    const { atlas, kept } = view;
    const { original, shifted, offsets } = atlas.comparison;
    const chosen = kept?.pair || [atlas.shift.from_place, atlas.shift.to_place];
    const from = choice(atlas, "Original course", original.places, chosen[0]);
    const to = choice(atlas, "Shifted course", shifted.places, chosen[1]);
    const said = A.el("p", "atlas-card-strong", null, { role: "status" });
    const draw = () => {
      const [start, end] = [from.select.value, to.select.value];
      if (kept) kept.pair = [start, end];
      said.textContent = offsetText(
        offsets[original.places.indexOf(start)][shifted.places.indexOf(end)],
        nameOf(atlas, start), nameOf(atlas, end));
    };
    for (const { select } of [from, to]) select.addEventListener("change", draw);
    draw();
    return [from.line, to.line, said];
  }

  function lengthText({ length_km: whole, basis_km: parts }) {
    const known = Object.keys(BASES).filter((basis) => parts[basis])
      .map((basis) => `${card.distanceText(parts[basis])} ${BASES[basis]}`);
    return [`about ${card.distanceText(whole)} from waypoint to waypoint`, known.join("; ")];
  }

  // What no article says, as far as the tables tell it.
  function unsaid({ shift, comparison: { original, shifted } }) {
    const legs = ({ legs: all, stated }) => `${stated} of ${all} legs`;
    return card.list([
      [`Which places the ${shift.reported_miles} miles lie between.`],
      [`The whole of either course: articles name both ends of ${legs(original)} of the original ` +
        `and of ${legs(shifted)} of the shifted one.`],
      ["The roads: a line joins waypoints and is no surveyed road."],
    ]);
  }

  card.comparison = function (view) {
    const { atlas } = view;
    if (!atlas.comparison || !atlas.shift) return [];
    const { original, shifted } = atlas.comparison;
    return [
      card.section("Measure any pair of waypoints", pair(view)),
      card.section("How long they are", card.facts([["Original", lengthText(original)],
        ["Shifted", lengthText(shifted)]])),
      card.section("What the articles do not say", unsaid(atlas)),
    ];
  };

  // Events with a mark near a course, from its beginning to its end.
  card.nearby = function (view, route) {
    const { atlas, kept, store } = view;
    const measured = atlas.events.filter(({ courses }) => courses && courses[route.id]);
    if (!measured.length) return null;
    const input = A.el("input", "atlas-card-km", null, { type: "number", min: 1, max: MOST_KM,
      value: kept?.near_km || NEAR_KM });
    const label = A.el("label", "atlas-card-pair", "Within km");
    label.append(input);
    const box = A.el("div");
    const draw = () => {
      const most_km = Math.min(MOST_KM, Math.max(1, Number(input.value) || NEAR_KM));
      if (kept) kept.near_km = most_km;
      const near = measured.filter(({ id, courses }) =>
        store.shown.has(id) && courses[route.id][0] <= most_km)
        .sort((a, b) => a.courses[route.id][1] - b.courses[route.id][1]);
      const rows = near.map((event) => {
        const [far_km, along_km] = event.courses[route.id];
        return [card.eventOpener(event), A.el("span", "atlas-card-side",
          ` ${A.whenText(event, store.state)}; ${card.distanceText(far_km)} away, ` +
          `${card.distanceText(along_km)} along`)];
      });
      box.replaceChildren(card.list(rows) || card.note("No event shown now is so near."));
    };
    input.addEventListener("input", draw);
    draw();
    return card.section("Events near it, along its course", label, box);
  };
})((globalThis.CorridorAtlas ??= {}));

// Both courses of the corridor side by side: any pair of waypoints measured, lengths, what is known.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const BASES = { stated: "stated in an article", external: "from other reports",
    inferred: "inferred by us" };

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
    const node = card.follower("atlas-card-measure", draw);
    node.append(from.line, to.line, said);
    return node;
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
      [`The whole of either course: articles state ${legs(original)} of the original ` +
        `and ${legs(shifted)} of the shifted one.`],
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
      card.nearBoth(view),
      card.section("What the articles do not say", unsaid(atlas)),
    ];
  };
})((globalThis.CorridorAtlas ??= {}));

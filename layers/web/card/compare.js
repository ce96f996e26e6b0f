// Both courses of the corridor side by side: any pair of waypoints measured, lengths, what is known.
import { bulletList, cardSection, el, factList, traced, traceOf } from "../base/index.js";
import { areaOf, distanceText, unsureOf } from "../rules/index.js";
import { cardFollower } from "../state/index.js";
import { nearBothCourses } from "./nearby.js";

const nameOf = (atlas, id) => (atlas.place[id] ? atlas.place[id].name : id);

function choice(atlas, label, ids, chosen) {
  const select = el("select", "atlas-card-choice");
  for (const id of ids) {
    select.append(traced(el("option", null, nameOf(atlas, id), { value: id }),
      traceOf(atlas.place[id] || {}, "name")));
  }
  select.value = ids.includes(chosen) ? chosen : ids[0];
  const line = el("label", "atlas-card-pair", label);
  line.append(select);
  return { line, select };
}

// How far one place lies south, or north, of another, and straight; twin of
// geo/sentences/course_words.py.
function offsetText(atlas, [south_km, straight_km], start, end) {
  const [from, to] = [nameOf(atlas, start), nameOf(atlas, end)];
  const area_km = Math.max(areaOf(atlas, start), areaOf(atlas, end));
  const straight = `${distanceText(straight_km, area_km)} from it in a straight line.`;
  const unsure_km = unsureOf(atlas, start) + unsureOf(atlas, end);
  // Nearer than either is sure of its place, which of both lies farther north is not known.
  if (Math.abs(south_km) <= unsure_km) {
    return `${to} lies about as far north as ${from}, ${straight}`;
  }
  const far = distanceText(Math.abs(south_km), area_km);
  return `${to} lies ${far} farther ${south_km < 0 ? "north" : "south"} than ${from} and ${straight}`;
}

// Two waypoints to choose, and what lies between them.
function pair(view) {
  const { atlas, kept } = view;
  const { original, shifted, offsets } = atlas.comparison;
  const chosen = kept?.pair || [atlas.shift.from_place, atlas.shift.to_place];
  const from = choice(atlas, "Original course", original.places, chosen[0]);
  const to = choice(atlas, "Shifted course", shifted.places, chosen[1]);
  const said = el("p", "atlas-card-strong", null, { role: "status" });
  const draw = () => {
    const [start, end] = [from.select.value, to.select.value];
    if (kept) kept.pair = [start, end];
    said.textContent = start === end ? `Both courses, as drawn, have ${nameOf(atlas, start)}.`
      : offsetText(atlas, offsets[original.places.indexOf(start)][shifted.places.indexOf(end)],
        start, end);
  };
  const node = cardFollower("atlas-card-measure", draw);
  node.append(from.line, to.line, said);
  return node;
}

export function courseComparison(view) {
  const { atlas } = view;
  if (!atlas.comparison || !atlas.shift) return [];
  const { original, shifted, unsaid } = atlas.comparison;
  return [
    cardSection("Measure any pair of waypoints", pair(view)),
    cardSection("How long they are", factList([["Original", original.said], ["Shifted", shifted.said]])),
    nearBothCourses(view),
    cardSection("What the articles do not say", bulletList(unsaid)),
  ];
}

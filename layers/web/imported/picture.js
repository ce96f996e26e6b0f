// Imported events for the saved picture: drawn anew at its density, with what of them is in view.
import { el } from "../base/index.js";
import { POINT_NONE, POINT_POSSIBLE } from "../rules/index.js";
import { pointGather } from "./gather.js";
import { gathersPoints, pointFrame } from "./layer.js";
import { pointMarks } from "./marks.js";

function isInView({ frame, box, size }) {
  const [across, down] = ["x", "y"].map((axis) => ((box[axis] - size[axis]) / 2) * frame.ratio);
  return (x, y) => x >= across && y >= down && x <= frame.width - across &&
    y <= frame.height - down;
}

// For the legend: sides, and whether marks stand singly, hollow or gathered in discs.
function whatIsSeen(points, atlas, room, alone, discs) {
  const { set } = points;
  const { frame } = room;
  const isIn = isInView(room);
  const seen = { sides: new Set(), one: false, hollow: false, disc: false };
  for (let i = 0; i < set.count; i += 1) {
    if (alone[i] === POINT_NONE || !isIn(set.x[i] * frame.world_px - frame.left_px,
      set.y[i] * frame.world_px - frame.top_px)) continue;
    seen[alone[i] === POINT_POSSIBLE ? "hollow" : "one"] = true;
    seen.sides.add(set.combinations[set.combination[i]].side);
  }
  for (const { x, y, bySide } of discs) {
    if (!isIn(x, y)) continue;
    seen.disc = true;
    bySide.forEach((count, index) => { if (count) seen.sides.add(atlas.sides[index].id); });
  }
  return seen;
}

// {canvas, seen} for the view as it is now, null where nothing is imported. The canvas lies where the
// map's own one does: the page's marks have the screen's density, too coarse for print.
export function pointPicture({ points, atlas, store, map }, ratio) {
  const { set, match } = points;
  if (!set) return null;
  const canvas = el("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const made = pointFrame(map, ratio);
  const { frame } = made;
  [canvas.width, canvas.height] = [frame.width, frame.height];
  const marks = pointMarks(context);
  const gather = pointGather(context, atlas);
  marks.layout(set, atlas, frame);
  gather.layout(set, frame);
  const alone = match.slice();
  if (gathersPoints(store.state)) gather.sort(set, match, alone);
  marks.draw(set, alone, "", null, true);
  // No copy of it is wanted for a step back.
  marks.forget();
  gather.draw();
  const room = Object.assign(made, { size: map.getSize() });
  return { canvas, seen: whatIsSeen(points, atlas, room, alone, gather.discs()) };
}

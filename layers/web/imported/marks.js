// Single marks of imported events on the canvas: one picture is worked on, copies of it are the way back.
import { POINT_NONE } from "../rules/index.js";
import {
  blankPicture, copyPicture, emptyPicture, liesUnder, pictureCopies, stampOn,
} from "./mark-pictures.js";
import { layOut, nothingLaid, rowAt, rowsUnder } from "./mark-spots.js";

export function pointMarks(context) {
  const laid = nothingLaid();
  const copies = pictureCopies(context);
  /** @type {import("./mark-pictures.js").Picture | null} */
  let work = null;
  /** @type {import("./mark-pictures.js").Picture | null} */
  let onCanvas = null;

  function forget() {
    copies.forget();
    onCanvas = null;
    if (work) emptyPicture(work);
  }

  function layout(set, atlas, frame) {
    const isOld = work && work.match.length === set.count && work.image.width === frame.width &&
      work.image.height === frame.height;
    if (!isOld) {
      work = blankPicture(context, frame, set.count);
      copies.drop();
    }
    layOut(laid, set, atlas, frame);
    forget();
  }

  // To the fullest copy that lies below what is wanted, or to an empty picture.
  function goBack(picture, match) {
    const { undated, count } = laid;
    let last = count - 1;
    while (last >= 0 && match[rowAt(last, undated, count)] === POINT_NONE) last -= 1;
    const below = copies.below(match, laid, last);
    if (below) copyPicture(picture, below);
    else emptyPicture(picture);
    onCanvas = null;
  }

  // Brings the picture under work to what `match` shows.
  function bring(picture, set, match, key, step, dirty) {
    const { undated, count } = laid;
    // Where it is known what changed, nothing else is compared.
    const isKnown = step && step.since === picture.key && undated + step.first > picture.upTo;
    if (!isKnown && !liesUnder(picture, match, laid)) goBack(picture, match);
    stampOn(picture, laid, set.combination, match, isKnown ? undated + step.end : count, dirty);
    picture.key = key;
  }

  // Draws what `match` shows, later rows over earlier ones; returns how many marks stand. `key` is
  // the same for the same selection; `step` is points.step. Where something else was drawn over the
  // marks, `isWhole` hands all of the picture over again.
  function draw(set, match, key, step, isWhole) {
    const kept = copies.get(key);
    if (kept) {
      onCanvas = kept;
      context.putImageData(kept.image, 0, 0);
      return kept.standing;
    }
    const picture = work;
    if (!picture) return 0;
    const { size } = laid;
    const dirty = { x0: Infinity, y0: Infinity, x1: -1, y1: -1 };
    bring(picture, set, match, key, step, dirty);
    if (isWhole || onCanvas !== picture) context.putImageData(picture.image, 0, 0);
    else if (dirty.x1 >= 0) {
      context.putImageData(picture.image, 0, 0, dirty.x0, dirty.y0, dirty.x1 - dirty.x0 + size,
        dirty.y1 - dirty.y0 + size);
    }
    onCanvas = picture;
    copies.keepLater(key, picture, () => onCanvas === picture);
    return picture.standing;
  }

  const under = (match, px, py, ratio) => (work ? rowsUnder(laid, match, px, py, ratio) : []);

  return { layout, draw, under, forget };
}

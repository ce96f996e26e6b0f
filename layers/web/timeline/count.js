// The count line: how many events are shown, how surely, and how many of them are on the map.
import { el, hide, openLease, timer, writeText } from "../base/index.js";
import { countPieces, countText } from "../rules/index.js";

const SPOKEN_AFTER_MS = 400;
const SHORT_BELOW_PX = 1240;
const LISTS = ["undated", "held", "placeless"];

// The line itself, its parts buttons where there is a list to open; and the same for screen
// readers once it has come to rest. Each part keeps its node: one may have the focus.
export function timelineCount(view) {
  const line = el("p", "atlas-time-count");
  const spoken = el("p", "atlas-unseen", null, { role: "status", "aria-live": "polite" });
  const openers = Object.fromEntries(LISTS.map((list) => [list,
    el("button", "atlas-count-open", null, { type: "button", "aria-expanded": "false" })]));
  const between = [el("span"), ...LISTS.map(() => el("span"))];
  // A button is a box, after which a line may break: its comma goes with it.
  const commas = LISTS.map(() => el("span"));
  line.append(between[0], ...LISTS.flatMap((list, index) => {
    const whole = el("span", "atlas-count-whole");
    whole.append(openers[list], commas[index]);
    return [whole, between[index + 1]];
  }));
  let isShort = false;
  let written = "";
  const lease = openLease();
  // Read out once it rests, or a reader of screens would hear every step.
  const speaking = timer(view.root, lease, () => { spoken.textContent = countText(view); });

  function write(pieces) {
    const texts = between.map(() => "");
    const named = {};
    let at = 0;
    for (const { text, list } of pieces) {
      if (list) {
        named[list] = text;
        at = LISTS.indexOf(list) + 1;
      } else texts[at] += text;
    }
    between.forEach((node, index) => {
      const comma = index && texts[index].startsWith(",") ? "," : "";
      if (index) writeText(commas[index - 1], comma);
      writeText(node, texts[index].slice(comma.length));
    });
    for (const list of LISTS) {
      hide(openers[list], !named[list]);
      if (named[list]) writeText(openers[list], named[list]);
    }
  }

  function draw() {
    const pieces = countPieces(view, isShort);
    const text = pieces.map((piece) => piece.text).join("");
    if (text === written) return;
    written = text;
    write(pieces);
    line.classList.toggle("atlas-is-empty", !view.store.shown.size);
    speaking.set(SPOKEN_AFTER_MS);
  }

  return {
    nodes: [line, spoken],
    openers,
    fit(width_px) {
      isShort = width_px < SHORT_BELOW_PX;
      draw();
    },
    draw,
    destroy: lease.end,
  };
}

// The key in the map's corner: what shapes, colours, signs and lines mean. It folds away.
import { el, traceRest } from "../base/index.js";
import { cardWidth_px } from "../state/index.js";
import { importedKeyParts, keyNotes, keyParts } from "./rows.js";
import { keySwitches } from "./switches.js";

const ABOVE_PX = 50;
const BELOW_PX = 26;
const NARROW_PX = 640;
const SHEET_SHARE = 0.72;
const BESIDE_PX = 12;
const LEAST_BESIDE_PX = 480;
const HOW = "Click a sign to hide what it stands for, and again to show it.";

// As high as the map lets it be, beside the card where there is room; on a phone a sheet over the
// map's lower part.
function fit(details, { map, view }) {
  const { x, y } = map.getSize();
  const isSheet = x <= NARROW_PX;
  const card = view.panes.card ? cardWidth_px(view) + BESIDE_PX : 0;
  const beside = card > BESIDE_PX && x - card >= LEAST_BESIDE_PX ? card : 0;
  details.classList.toggle("atlas-key-beside", Boolean(beside));
  details.style.marginRight = !isSheet && details.open && beside ? `${beside}px` : "";
  details.classList.toggle("atlas-key-sheet", isSheet);
  details.style.setProperty("--atlas-key-height",
    `${Math.round(isSheet ? y * SHEET_SHARE : y - ABOVE_PX - BELOW_PX)}px`);
  details.style.setProperty("--atlas-map-width", `${x - (isSheet ? 0 : beside)}px`);
}

export function legend(board, map) {
  const { lease, store } = board;
  const control = new board.L.Control({ position: "bottomright" });
  const details = el("details", "atlas-key");
  const summary = el("summary", "atlas-key-summary", "Key");
  control.onAdd = () => {
    const body = el("div", "atlas-key-body", null, { tabindex: 0, role: "group", "aria-label": "Key" });
    const switches = keySwitches(board);
    lease.add(switches.destroy);
    const all = () => true;
    const [more] = importedKeyParts(board.atlas, all);
    body.append(...keyParts(board.atlas, all, switches.row), more);
    switches.draw();
    const { points } = board.view;
    const follow = () => { more.hidden = !points || !points.set; };
    follow();
    if (points) lease.add(points.subscribe(follow));
    for (const note of [HOW, ...keyNotes(board.atlas)]) body.append(el("p", "atlas-key-note", note));
    details.append(summary, body);
    traceRest(details);
    board.L.DomEvent.disableClickPropagation(details);
    board.L.DomEvent.disableScrollPropagation(details);
    return details;
  };
  control.addTo(map);
  // The key names the same sources as the credit line, which a sheet would lie over.
  const cover = () => board.view.panes.stage?.classList.toggle("atlas-key-covers",
    details.open && details.classList.contains("atlas-key-sheet"));
  const refit = () => {
    fit(details, board);
    cover();
  };
  refit();
  map.on("resize", refit);
  lease.add(store.subscribe((_state, changed) => {
    if (details.open && (changed.has("event") || changed.has("about"))) refit();
  }));
  lease.on(details, "toggle", () => {
    refit();
    if (!board.ended && board.matters) board.reframe();
  });
  // Escape closes the card first, unless one is reading the key.
  lease.on(document, "keydown", (press) => {
    const { state } = store;
    const active = document.activeElement;
    const isReading = details.contains(active);
    const isHere = active === document.body || board.view.root.contains(active);
    if (press.key !== "Escape" || !details.open || !isHere || state.show) return;
    if (!isReading && (state.event || state.about)) return;
    press.preventDefault();
    press.stopPropagation();
    details.open = false;
    if (isReading) summary.focus();
  }, true);
  lease.add(() => {
    map.off("resize", refit);
    control.remove();
  });
}

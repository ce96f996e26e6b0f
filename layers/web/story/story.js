// A story begun or gone on with, and the choice of the order in which the card leads on.
import { el } from "../base/index.js";
import { storyChoices, storyOf } from "../rules/index.js";

// Begin a story, or go on with it from an event: nothing is held back by the lanes.
export function tellStory(view, id, event) {
  const found = storyOf(view.atlas, id);
  if (!found) return;
  const at = found.ids.includes(event) ? event : found.ids[0];
  view.store.set({ story: id, cursors: {}, imported_until: null, event: at, current: at, about: null });
}

// In which order the buttons of a card lead on: along the article's lane, whose value is `byLane`, or
// through a story.
export function storyChoice({ atlas, store }, lease, byLane) {
  const node = el("label", "atlas-card-story", "Order");
  const select = el("select", "atlas-card-choice");
  const rows = [{ id: byLane, label: "Along the article's lane" }, ...storyChoices(atlas)];
  for (const { id, label } of rows) select.append(el("option", null, label, { value: id }));
  node.append(select);
  lease.on(select, "change", () => {
    if (select.value === byLane) store.set({ story: null });
    else tellStory({ atlas, store }, select.value, store.state.event);
  });
  return { node, choose: (id) => { select.value = id; } };
}

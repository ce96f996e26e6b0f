// Which day of an event counts: the one on which it happened or the one on which it was reported.
import { el, openLease } from "../base/index.js";
import { isByReport } from "../rules/index.js";

const CHOICES = [{ id: "happened", label: "happened" }, { id: "reported", label: "was reported" }];
const MEANING = "An article's events stand at its day of publication.";
let made = 0;

function choice(name, { id, label }, meaningId) {
  const node = el("label", "atlas-day-of-choice");
  const input = el("input", "atlas-unseen", null, { type: "radio", name, value: id,
    "aria-label": `Day it ${label}`, "aria-describedby": id === "reported" ? meaningId : null });
  const text = el("span", "atlas-day-of-text");
  text.append(el("span", "atlas-day-of-lead", "Day it "), label);
  node.append(input, text);
  return { node, input };
}

export function timelineDayOf(view) {
  const { store } = view;
  const lease = openLease();
  const name = `atlas-day-of-${(made += 1)}`;
  const node = el("div", "atlas-day-of");
  const group = el("div", "atlas-day-of-group", null, { role: "radiogroup",
    "aria-label": "Which day of an event counts" });
  const meaning = el("p", "atlas-day-of-meaning", MEANING, { id: `${name}-meaning` });
  const inputs = CHOICES.map((one) => {
    const made = choice(name, one, meaning.id);
    group.append(made.node);
    lease.on(made.input, "change", () => store.set({ day_of: made.input.value }));
    return made.input;
  });
  node.append(group, meaning);
  return {
    node,
    draw() {
      const now = store.state.day_of;
      for (const input of inputs) {
        const isChosen = input.value === now;
        if (input.checked !== isChosen) input.checked = isChosen;
      }
      const isHidden = !isByReport(store.state);
      if (meaning.hidden !== isHidden) meaning.hidden = isHidden;
    },
    destroy: lease.end,
  };
}

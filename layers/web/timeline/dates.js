// Two typed days in a panel over the lanes: the window of days for who would rather type it.
import { el, timeButton } from "../base/index.js";

const ORDER = "The last day lies before the first";
let made = 0;

function dateField(label, name) {
  const field = el("label", "atlas-time-field", label);
  const input = el("input", "atlas-time-date", null, { type: "date", name });
  field.append(input);
  return { field, input };
}

// The panel, folded, and the button that unfolds it.
function datesPanel() {
  const toggle = timeButton("atlas-time-dates", "Dates", { "aria-expanded": "false" });
  const form = el("div", "atlas-time-typed", null, { role: "group",
    "aria-label": "Type the days shown" });
  const first = dateField("From", "first_day");
  const last = dateField("to", "last_day");
  const all = timeButton("atlas-time-all", "All dates");
  const problem = el("p", "atlas-time-problem", "", { role: "alert",
    id: `atlas-time-problem-${(made += 1)}` });
  form.append(first.field, last.field, all, problem);
  form.hidden = true;
  return { toggle, form, first: first.input, last: last.input, all, problem };
}

// The button, Escape and a press beside the panel fold it.
function folding(root, lease, { toggle, form, first }) {
  function fold(isOpen) {
    form.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
  }

  lease.on(toggle, "click", () => {
    fold(form.hidden);
    if (!form.hidden) first.focus();
  });
  for (const node of [form, toggle]) {
    lease.on(node, "keydown", (event) => {
      if (event.key !== "Escape" || form.hidden) return;
      fold(false);
      toggle.focus();
      event.stopPropagation();
    });
  }
  lease.on(root, "pointerdown", ({ target }) => {
    if (!form.hidden && !form.contains(target) && target !== toggle) fold(false);
  }, true);
}

export function typedDays({ store, root }, lease) {
  const panel = datesPanel();
  const { toggle, form, first, last, all, problem } = panel;
  let drawn = "";

  // What was typed stays as it was typed; the field it was typed into says what is wrong.
  function mark(input) {
    problem.textContent = input ? ORDER : "";
    for (const one of [first, last]) {
      if (one === input) {
        one.setAttribute("aria-invalid", "true");
        one.setAttribute("aria-describedby", problem.id);
      } else {
        one.removeAttribute("aria-invalid");
        one.removeAttribute("aria-describedby");
      }
    }
  }

  function write({ first_day: from, last_day: to }) {
    first.value = from || "";
    last.value = to || "";
    mark(null);
  }

  function typed({ target }) {
    // A day half typed has no value yet; it is no wish for "no limit".
    if (!first.validity.valid || !last.validity.valid) return;
    const [from, to] = [first.value || null, last.value || null];
    if (from && to && to < from) {
      mark(target);
      return;
    }
    mark(null);
    store.set({ first_day: from, last_day: to });
  }

  lease.on(first, "change", typed);
  lease.on(last, "change", typed);
  lease.on(all, "click", () => {
    store.set({ first_day: null, last_day: null });
    write(store.state);
  });
  folding(root, lease, panel);

  return {
    toggle,
    form,
    draw(state) {
      const days = `${state.first_day} ${state.last_day}`;
      if (days !== drawn) write(state);
      drawn = days;
      const limited = state.first_day !== null || state.last_day !== null;
      all.setAttribute("aria-disabled", String(!limited && !problem.textContent));
      toggle.classList.toggle("atlas-is-limited", limited);
    },
  };
}

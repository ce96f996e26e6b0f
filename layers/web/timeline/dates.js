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

export function typedDays(view, lease) {
  const { store, root } = view;
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
  let drawn = "";

  function fold(isOpen) {
    form.hidden = !isOpen;
    toggle.setAttribute("aria-expanded", String(isOpen));
  }

  // What was typed stays as it was typed; the field it was typed into says what is wrong.
  function mark(input) {
    problem.textContent = input ? ORDER : "";
    for (const one of [first.input, last.input]) {
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
    first.input.value = from || "";
    last.input.value = to || "";
    mark(null);
  }

  function typed({ target }) {
    // A day half typed has no value yet; it is no wish for "no limit".
    if (!first.input.validity.valid || !last.input.validity.valid) return;
    const [from, to] = [first.input.value || null, last.input.value || null];
    if (from && to && to < from) {
      mark(target);
      return;
    }
    mark(null);
    store.set({ first_day: from, last_day: to });
  }

  lease.on(first.input, "change", typed);
  lease.on(last.input, "change", typed);
  lease.on(toggle, "click", () => {
    fold(form.hidden);
    if (!form.hidden) first.input.focus();
  });
  lease.on(all, "click", () => {
    store.set({ first_day: null, last_day: null });
    write(store.state);
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

// The line above the lanes: play all, what is shown in numbers, typed days and the resets.
(function (A) {
  "use strict";

  const SPOKEN_AFTER_MS = 400;
  const KINDS = { articles: "article", actors: "actor", types: "type of event", statuses: "status",
    standings: "standing", sides: "side" };

  function emptyText(atlas, state) {
    const off = Object.keys(KINDS).find((name) => state[name] !== null && !state[name].length);
    if (off) return `No events shown: every ${KINDS[off]} is switched off. Switch one on.`;
    if (atlas.articles.every((article) => A.reachedStops(article, state) === 0)) {
      return "No events shown: every article stands before its first event. Move one on.";
    }
    if (state.first_day !== null || state.last_day !== null) {
      return "No events shown in these days. Widen them or choose Reset time.";
    }
    return "No events shown: nothing meets all filters at once. Switch some back on.";
  }

  // "Showing 31 of 58 events: 24 certain, 7 possible; 5 undated, 9 without a place".
  A.countText = function (atlas, state, shown) {
    if (!shown.size) return emptyText(atlas, state);
    const count = A.counts(atlas, state, shown);
    const possible = count.possible ? `, ${count.possible} possible` : "";
    return `Showing ${count.shown} of ${count.all} events: ${count.certain} certain${possible}; ` +
      `${count.undated} undated, ${count.placeless} without a place`;
  };

  const button = (className, text, attributes) =>
    A.el("button", `atlas-time-button ${className}`, text,
      Object.assign({ type: "button" }, attributes));

  function dateField(label, name) {
    const field = A.el("label", "atlas-time-field", label);
    const input = A.el("input", "atlas-time-date", null, { type: "date", name });
    field.append(input);
    return { field, input };
  }

  // Two typed days, folded behind a button; a day typed past the other end moves that end along.
  function typedDays(view, lease) {
    const { store } = view;
    const toggle = button("atlas-time-dates", "Dates", { "aria-expanded": "false" });
    const form = A.el("div", "atlas-time-typed", null, { role: "group",
      "aria-label": "Type the days shown" });
    const first = dateField("From", "first_day");
    const last = dateField("to", "last_day");
    const all = button("atlas-time-all", "All dates");
    form.append(first.field, last.field, all);
    form.hidden = true;
    lease.on(toggle, "click", () => {
      form.hidden = !form.hidden;
      toggle.setAttribute("aria-expanded", String(!form.hidden));
      if (!form.hidden) first.input.focus();
    });
    const typed = (name, other, later) => (event) => {
      const day = event.target.value || null;
      if (!event.target.validity.valid) return;
      const patch = { [name]: day };
      const bound = store.state[other];
      if (day && bound && (later ? day < bound : day > bound)) patch[other] = day;
      store.set(patch);
    };
    lease.on(first.input, "change", typed("first_day", "last_day", false));
    lease.on(last.input, "change", typed("last_day", "first_day", true));
    lease.on(all, "click", () => store.set({ first_day: null, last_day: null }));
    lease.on(form, "keydown", (event) => {
      if (event.key !== "Escape") return;
      form.hidden = true;
      toggle.setAttribute("aria-expanded", "false");
      toggle.focus();
      event.stopPropagation();
    });
    const draw = ({ first_day: from, last_day: to }) => {
      if (first.input.value !== (from || "")) first.input.value = from || "";
      if (last.input.value !== (to || "")) last.input.value = to || "";
      const limited = from !== null || to !== null;
      all.setAttribute("aria-disabled", String(!limited));
      toggle.classList.toggle("atlas-is-limited", limited);
    };
    return { toggle, form, draw };
  }

  A.timelineHead = function (view, player) {
    const { atlas, store } = view;
    const lease = A.lease();
    const node = A.el("div", "atlas-time-head");
    const play = button("atlas-time-play", "Play all");
    const count = A.el("p", "atlas-time-count");
    const spoken = A.el("p", "atlas-unseen", null, { role: "status", "aria-live": "polite" });
    const days = typedDays(view, lease);
    const reset = button("atlas-time-reset", "Reset time");
    node.append(play, count, spoken, days.toggle, reset, days.form);
    let timer = null;

    lease.on(play, "click", () => player.toggle("all"));
    lease.on(reset, "click", () => {
      player.stop();
      store.set({ cursors: {}, first_day: null, last_day: null, current: null });
    });
    lease.add(() => clearTimeout(timer));

    return {
      node,
      draw() {
        const { state, shown } = store;
        const text = A.countText(atlas, state, shown);
        if (count.textContent !== text) {
          count.textContent = text;
          clearTimeout(timer);
          timer = setTimeout(() => { spoken.textContent = text; }, SPOKEN_AFTER_MS);
        }
        count.classList.toggle("atlas-is-empty", !shown.size);
        play.textContent = state.playing === "all" ? "Pause" : "Play all";
        play.classList.toggle("atlas-is-playing", state.playing === "all");
        // Not `disabled`: that would take the focus from whoever has just pressed it.
        reset.setAttribute("aria-disabled", String(!Object.keys(state.cursors).length &&
          state.first_day === null && state.last_day === null));
        days.draw(state);
      },
      destroy() {
        lease.end();
        node.remove();
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));

// The time axis above the lanes and the window of days on it: two handles that are sliders.
(function (A) {
  "use strict";

  const STEP_DAYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 7,
    PageDown: -7 };

  // The window in days, its open ends at the ends of the axis.
  function windowOf(state, scale) {
    const within = (day) => Math.min(scale.max, Math.max(scale.min, day));
    return {
      first: state.first_day ? within(A.day(state.first_day)) : scale.min,
      last: state.last_day ? within(A.day(state.last_day)) : scale.max,
    };
  }

  function thumb(end, label) {
    return A.el("div", `atlas-window-thumb atlas-window-${end}`, null, { role: "slider",
      tabindex: "0", "aria-label": label });
  }

  A.timelineWindow = function (view) {
    const { store } = view;
    const lease = A.lease();
    const node = A.el("div", "atlas-window", null, { role: "group", "aria-label": "Days shown" });
    const svg = A.svg("svg", { class: "atlas-axis", "aria-hidden": "true" });
    const bar = A.el("div", "atlas-window-bar");
    const thumbs = {
      first: thumb("first", "First day shown"),
      last: thumb("last", "Last day shown"),
    };
    node.append(svg, bar, thumbs.first, thumbs.last);
    let scale = null;
    let held = null;

    function move(end, day) {
      const now = windowOf(store.state, scale);
      if (end === "first") {
        const first = Math.max(scale.min, Math.min(day, now.last));
        store.set({ first_day: first === scale.min ? null : A.isoDay(first) });
      } else {
        const last = Math.min(scale.max, Math.max(day, now.first));
        store.set({ last_day: last === scale.max ? null : A.isoDay(last) });
      }
    }

    const pixel = (event) => event.clientX - node.getBoundingClientRect().left;

    lease.on(node, "pointerdown", (event) => {
      if (event.button !== 0 || !scale) return;
      const now = windowOf(store.state, scale);
      const px = pixel(event);
      const toFirst = Math.abs(px - scale.x(now.first));
      const toLast = Math.abs(px - scale.x(now.last + 1));
      held = toFirst <= toLast ? "first" : "last";
      node.setPointerCapture(event.pointerId);
      thumbs[held].focus({ preventScroll: true });
      event.preventDefault();
      if (Math.min(toFirst, toLast) > 12) move(held, scale.day(px, held));
    });
    lease.on(node, "pointermove", (event) => {
      if (held) move(held, scale.day(pixel(event), held));
    });
    const release = () => { held = null; };
    for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) {
      lease.on(node, type, release);
    }

    for (const end of ["first", "last"]) {
      lease.on(thumbs[end], "keydown", (event) => {
        if (!scale || event.altKey || event.ctrlKey || event.metaKey) return;
        const now = windowOf(store.state, scale)[end];
        const step = STEP_DAYS[event.key];
        if (step) move(end, scale.stepped(now, step));
        else if (event.key === "Home") move(end, scale.min);
        else if (event.key === "End") move(end, scale.max);
        else return;
        event.preventDefault();
        event.stopPropagation();
      });
    }

    return {
      node,
      layout(newScale, ticks) {
        scale = newScale;
        A.drawAxis(svg, scale, ticks);
      },
      draw() {
        if (!scale) return;
        const now = windowOf(store.state, scale);
        const x0 = scale.x(now.first);
        const x1 = scale.x(now.last + 1);
        bar.style.left = `${x0}px`;
        bar.style.width = `${x1 - x0}px`;
        thumbs.first.style.left = `${x0}px`;
        thumbs.last.style.left = `${x1}px`;
        for (const [end, other] of [["first", "last"], ["last", "first"]]) {
          const open = store.state[`${end}_day`] === null;
          const text = A.dayText(A.isoDay(now[end]));
          thumbs[end].setAttribute("aria-valuemin", end === "first" ? scale.min : now[other]);
          thumbs[end].setAttribute("aria-valuemax", end === "last" ? scale.max : now[other]);
          thumbs[end].setAttribute("aria-valuenow", now[end]);
          thumbs[end].setAttribute("aria-valuetext", open ? `${text}, no limit` : text);
        }
        node.classList.toggle("atlas-is-limited",
          store.state.first_day !== null || store.state.last_day !== null);
      },
      destroy() {
        lease.end();
        node.remove();
      },
    };
  };
})((globalThis.CorridorAtlas ??= {}));

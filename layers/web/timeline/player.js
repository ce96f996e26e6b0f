// Playing time: one lane, or all of them in one order of time, a step at each beat; and step by step.
import { cardIsSheet, openLease, timer } from "../base/index.js";
import { timeSteps } from "./steps.js";

export const SPEEDS = [{ id: "slow", label: "Slow", step_ms: 2400 },
  { id: "normal", label: "Normal", step_ms: 1200 }, { id: "fast", label: "Fast", step_ms: 400 }];

export function timelinePlayer(view) {
  const { atlas, store } = view;
  const kept = (view.kept ??= {});
  const lease = openLease();
  const order = timeSteps(view);
  const beat = timer(view.root, lease, advance);
  let queue = [];
  let beat_ms = 0;
  let taken_ms = 0;
  let mine = false;

  const speed = () => SPEEDS.find(({ id }) => id === kept.speed) || SPEEDS[1];

  function write(patch) {
    mine = true;
    try {
      store.set(patch);
    } finally {
      mine = false;
    }
  }

  function halt() {
    beat.stop();
    queue = [];
  }

  function stop() {
    halt();
    if (store.state.playing) write({ playing: false });
  }

  function cursorsOf(counts) {
    const cursors = Object.assign({}, store.state.cursors);
    for (const [id, count] of Object.entries(counts)) {
      if (count >= atlas.article[id].stops.length) delete cursors[id];
      else cursors[id] = count;
    }
    return cursors;
  }

  function take({ event, counts, until }) {
    const patch = { cursors: cursorsOf(counts) };
    if (until !== undefined) patch.imported_until = until;
    // A sheet over a small map would hide what plays.
    const open = cardIsSheet() ? null : event;
    write(event ? Object.assign(patch, { current: event, event: open, about: null }) : patch);
  }

  const wait = () => beat.set(Math.max(0, beat_ms - performance.now()));

  // Beats keep to their time; what a late one has missed, as in a hidden tab, is not made up for.
  function advance() {
    if (!queue.length) {
      stop();
      return;
    }
    taken_ms = performance.now();
    const { step_ms } = speed();
    beat_ms = Math.max(beat_ms + step_ms, taken_ms + step_ms / 2);
    take(queue.shift());
    wait();
  }

  function remaining(target) {
    const steps = order.of(target);
    return steps.slice(order.placeIn(steps) + 1);
  }

  function toggle(target) {
    const before = store.state.playing;
    if (before) stop();
    if (before === target) return;
    // From where the timeline stands; all of it where it stands at the end.
    queue = remaining(target);
    if (!queue.length) queue = [...order.of(target)];
    if (!queue.length) return;
    write({ playing: target });
    beat_ms = performance.now();
    advance();
  }

  // Where `by` leads from the step at which the timeline stands; null at either end.
  function neighbour(by) {
    const steps = order.of("all");
    const at = order.placeIn(steps) + by;
    return steps[at] || null;
  }

  lease.add(store.subscribe((state, changed) => {
    if (mine) return;
    if (!state.playing) {
      halt();
      return;
    }
    const moved = ["cursors", "first_day", "last_day", "imported_until", "day_of"]
      .some((name) => changed.has(name)) || (changed.has("event") && state.event !== null);
    if (!moved) {
      if (order.changedBy(changed)) queue = remaining(state.playing);
      return;
    }
    halt();
    // Not inside the store's own round: listeners would hear the older state last.
    queueMicrotask(() => write({ playing: false }));
  }));
  lease.add(halt);

  return {
    toggle,
    stop,
    hasSteps: (target) => order.of(target).length > 0,
    hasStep: (by) => neighbour(by) !== null,
    step(by) {
      const step = neighbour(by);
      if (!step) return;
      stop();
      take(step);
    },
    get speed() {
      return speed().id;
    },
    // The step under way lasts from its own beginning, at the new speed.
    set speed(id) {
      kept.speed = id;
      if (!store.state.playing) return;
      beat_ms = taken_ms + speed().step_ms;
      wait();
    },
    forget: order.forget,
    destroy: lease.end,
  };
}

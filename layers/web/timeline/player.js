// Playing time: one lane, or all of them in one order of time, a step at each beat; and step by step.
import { cardIsSheet, openLease, timer } from "../base/index.js";
import { timeSteps } from "./steps.js";

export const SPEEDS = [{ id: "slow", label: "Slow", step_ms: 2400 },
  { id: "normal", label: "Normal", step_ms: 1200 }, { id: "fast", label: "Fast", step_ms: 400 }];

// Sets the player's own patches, and knows them from what others set.
function ownPatches({ atlas, store }) {
  let isSetting = false;

  function set(patch) {
    isSetting = true;
    try {
      store.set(patch);
    } finally {
      isSetting = false;
    }
  }

  function cursorsOf(counts) {
    const cursors = Object.assign({}, store.state.cursors);
    for (const [id, count] of Object.entries(counts)) {
      if (count >= atlas.article[id].stops.length) delete cursors[id];
      else cursors[id] = count;
    }
    return cursors;
  }

  return {
    set,
    isSetting: () => isSetting,
    take({ event, counts, until }) {
      const patch = /** @type {Partial<import("../types.js").State>} */ ({ cursors: cursorsOf(counts) });
      if (until !== undefined) patch.imported_until = until;
      // A sheet over a small map would hide what plays.
      const open = cardIsSheet() ? null : event;
      set(event ? Object.assign(patch, { current: event, event: open, about: null }) : patch);
    },
  };
}

// A queue of steps, one taken at each beat; `speed()` says how long a step lasts.
function beats(view, lease, speed, { take, atEnd }) {
  const beat = timer(view.root, lease, advance);
  let queue = [];
  let beat_ms = 0;
  let taken_ms = 0;

  const wait = () => beat.set(Math.max(0, beat_ms - performance.now()));

  // Beats keep to their time; what a late one has missed, as in a hidden tab, is not made up for.
  function advance() {
    if (!queue.length) {
      atEnd();
      return;
    }
    taken_ms = performance.now();
    const { step_ms } = speed();
    beat_ms = Math.max(beat_ms + step_ms, taken_ms + step_ms / 2);
    take(queue.shift());
    wait();
  }

  return {
    load(steps) {
      queue = steps;
    },
    start() {
      beat_ms = performance.now();
      advance();
    },
    halt() {
      beat.stop();
      queue = [];
    },
    // The step under way lasts from its own beginning, at the new speed.
    retime() {
      beat_ms = taken_ms + speed().step_ms;
      wait();
    },
  };
}

const STOPPED_BY = ["cursors", "first_day", "last_day", "imported_until", "day_of"];

// Playing goes on while filters change, and ends once somebody else moves in time.
function followStore(store, order, { isSetting, set }, playing, remaining) {
  return store.subscribe((state, changed) => {
    if (isSetting()) return;
    if (!state.playing) {
      playing.halt();
      return;
    }
    const moved = STOPPED_BY.some((name) => changed.has(name)) ||
      (changed.has("event") && state.event !== null);
    if (!moved) {
      if (order.changedBy(changed)) playing.load(remaining(state.playing));
      return;
    }
    playing.halt();
    // Not inside the store's own round: listeners would hear the older state last.
    queueMicrotask(() => set({ playing: false }));
  });
}

export function timelinePlayer(view) {
  const { store, kept } = view;
  const lease = openLease();
  const order = timeSteps(view);
  const own = ownPatches(view);
  const speed = () => SPEEDS.find(({ id }) => id === kept.speed) || SPEEDS[1];
  const playing = beats(view, lease, speed, { take: own.take, atEnd: stop });

  function stop() {
    playing.halt();
    if (store.state.playing) own.set({ playing: false });
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
    const ahead = remaining(target);
    const steps = ahead.length ? ahead : [...order.of(target)];
    if (!steps.length) return;
    playing.load(steps);
    own.set({ playing: target });
    playing.start();
  }

  // Where `by` leads from the step at which the timeline stands; null at either end.
  function neighbour(by) {
    const steps = order.of("all");
    const at = order.placeIn(steps) + by;
    return steps[at] || null;
  }

  lease.add(followStore(store, order, own, playing, remaining));
  lease.add(playing.halt);

  return {
    toggle,
    stop,
    hasSteps: (target) => order.of(target).length > 0,
    hasStep: (by) => neighbour(by) !== null,
    step(by) {
      const step = neighbour(by);
      if (!step) return;
      stop();
      own.take(step);
    },
    get speed() {
      return speed().id;
    },
    set speed(id) {
      kept.speed = id;
      if (store.state.playing) playing.retime();
    },
    forget: order.forget,
    destroy: lease.end,
  };
}

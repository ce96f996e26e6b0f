// The time axis: days to pixels and back, with spans that hold no event folded into breaks.
(function (A) {
  "use strict";

  const FOLD_AFTER_DAYS = 20;
  const LONG_SPAN_DAYS = (A.LONG_SPAN_DAYS = 62);
  const DAYS_PER_MONTH = 30.44;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov",
    "Dec"];
  const TICK_STEPS_DAYS = [1, 2, 3, 7, 14, 28, 91, 182, 365];

  // Where a span is drawn. An open end stops at what is known: "since" at the last report of it.
  A.drawnDays = function (days) {
    const first = days.hullFirst ?? days.coreFirst ?? days.hullLast;
    const last = days.hullLast ?? days.coreLast ?? first;
    if (!days.dated || first === null || first === undefined) return null;
    return { first, last: Math.max(first, last) };
  };

  // Days a span asks the axis to keep readable: all of a short one, the two ends of a long one.
  function daysKept({ first, last }) {
    if (last - first > LONG_SPAN_DAYS) return [first, last];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  // Runs of days with no gap over FOLD_AFTER_DAYS; what lies before the first report is "earlier".
  A.timeClusters = function (spans, publishedDays) {
    const days = [...new Set([...spans.flatMap(daysKept), ...publishedDays])].sort((a, b) => a - b);
    const clusters = [];
    for (const day of days) {
      const open = clusters[clusters.length - 1];
      if (open && day - open.last <= FOLD_AFTER_DAYS) open.last = day;
      else clusters.push({ first: day, last: day });
    }
    const reported = Math.min(...publishedDays);
    const start = clusters.findIndex((cluster) => cluster.last >= reported);
    const main = clusters.slice(Math.max(start, 0));
    return { earlier: days.filter((day) => main.length && day < main[0].first), main };
  };

  // Linear pieces {kind, from, to, x0, x1} from left to right; `to` is the day after the last one.
  function pieces({ earlier, main }, width_px) {
    const gaps = main.length - 1;
    const earlier_px = earlier.length ? Math.min(width_px * 0.16, 26 + 12 * earlier.length) : 0;
    const gap_px = gaps ? Math.min(58, Math.max(36, width_px * 0.05), (width_px * 0.3) / gaps) : 0;
    const padded = main.map(({ first, last }) => ({ from: first - 1, to: last + 2 }));
    const days = padded.reduce((sum, { from, to }) => sum + to - from, 0);
    const day_px = Math.max(0, width_px - earlier_px - gap_px * gaps) / days;
    const made = [];
    let x = 0;
    const add = (kind, from, to, px) => {
      made.push({ kind, from, to, x0: x, x1: x + px });
      x += px;
    };
    // Days long past stand at even steps: order is kept, distance is not.
    const knots = earlier.length ? [earlier[0] - 1, ...earlier.slice(1), padded[0].from] : [];
    for (let i = 1; i < knots.length; i += 1) {
      if (knots[i] > knots[i - 1]) {
        add("earlier", knots[i - 1], knots[i], earlier_px / (knots.length - 1));
      }
    }
    padded.forEach(({ from, to }, index) => {
      if (index) add("gap", padded[index - 1].to, from, gap_px);
      add("days", from, to, (to - from) * day_px);
    });
    return made;
  }

  // "8 weeks", "3½ years": how long a folded break lasts.
  A.durationText = function (days) {
    const months = Math.round(days / DAYS_PER_MONTH);
    if (days < 60) return `${Math.round(days / 7)} weeks`;
    if (months < 24) return `${months} months`;
    const halves = Math.round(months / 6);
    return `${Math.floor(halves / 2)}${halves % 2 ? "½" : ""} years`;
  };

  // "18 May", with the year on request: the short form for ticks and lane labels.
  A.shortDay = function (day, withYear) {
    const [year, month, date] = A.isoDay(day).split("-").map(Number);
    return `${date} ${MONTHS[month - 1]}${withYear ? ` ${year}` : ""}`;
  };

  A.timeScale = function (clusters, width_px) {
    const parts = pieces(clusters, width_px);
    const min = parts[0].from;
    const max = parts[parts.length - 1].to - 1;

    function x(day) {
      if (day <= min) return 0;
      if (day >= max + 1) return parts[parts.length - 1].x1;
      const part = parts.find(({ to }) => day < to);
      return part.x0 + ((day - part.from) / (part.to - part.from)) * (part.x1 - part.x0);
    }

    // The day under a pixel; inside a break the day before it or after it, as `end` asks.
    function day(px, end) {
      const part = parts.find(({ x1 }) => px < x1) || parts[parts.length - 1];
      if (part.kind === "gap") return end === "last" ? part.from - 1 : part.to;
      const share = Math.max(0, (px - part.x0) / (part.x1 - part.x0));
      return Math.min(part.to - 1, Math.floor(part.from + share * (part.to - part.from)));
    }

    // The day `step` days on, over a break in one go.
    function stepped(from, step) {
      const to = Math.min(max, Math.max(min, from + step));
      const part = parts.find(({ kind, from: start, to: end }) =>
        kind === "gap" && to >= start && to < end);
      if (!part) return to;
      return step > 0 ? part.to : part.from - 1;
    }

    return { parts, min, max, width_px, x, day, stepped, mid: (d) => (x(d) + x(d + 1)) / 2 };
  };

  // Labels for the axis {x, at, text, kind}: years first, then breaks, then what else has room.
  A.timeTicks = function (scale, letter_px) {
    const ticks = [];
    const taken = [];
    const put = (x, text, kind, fromStart) => {
      const half = (text.length * letter_px) / 2;
      const wish = fromStart ? x - 3 + half : x;
      const at = Math.min(Math.max(wish, half), Math.max(half, scale.width_px - half));
      if (taken.some(([from, to]) => at - half < to && at + half > from)) return false;
      taken.push([at - half - letter_px / 2, at + half + letter_px / 2]);
      ticks.push({ x, at, text, kind });
      return true;
    };
    const of = (wanted) => scale.parts.filter(({ kind }) => kind === wanted);
    const runs = of("days");
    for (const part of runs) {
      const first = part.from + 1;
      const roomy = part.x1 - part.x0 >= 13 * letter_px;
      put(scale.mid(first), roomy ? A.shortDay(first, true) : A.isoDay(first).slice(0, 4), "year",
        true);
    }
    for (const part of of("gap")) {
      const middle = (part.x0 + part.x1) / 2;
      const text = A.durationText(part.to - part.from);
      if (!put(middle, text, "gap")) put(middle, text.replace(/ (\w).*/, " $1"), "gap");
    }
    const earlier = of("earlier");
    if (earlier.length) put(earlier[earlier.length - 1].x1 / 2, "earlier", "earlier");
    for (const part of runs) dayTicks(part, letter_px, scale, put);
    return ticks.sort((a, b) => a.x - b.x);
  };

  function dayTicks(part, letter_px, scale, put) {
    const day_px = (part.x1 - part.x0) / (part.to - part.from);
    const step = TICK_STEPS_DAYS.find((days) => days * day_px >= letter_px * 8) || 365;
    for (let day = part.from + 1 + step; day < part.to - 1; day += step) {
      put(scale.mid(day), A.shortDay(day), "day");
    }
  }
})((globalThis.CorridorAtlas ??= {}));

// Bars for events too many for dots: how many on which days, stacked by side, and a veil over them.
(function (A) {
  "use strict";

  const MOST_BINS = 120;
  const LEAST_MEAN_PX = 3;
  const TOP_PX = 4;
  const LEAST_BAR_PX = 1;
  const APART_FROM_PX = 3;
  const APART_PX = 0.75;
  const SEAM_PX = 0.5;
  const MONTHS_A_YEAR = 12;
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December"];

  // Length of a bin: some days from the first one of a run, weeks from Monday, or whole months.
  const UNITS = [{ days: 1 }, { days: 2 }, { days: 3 }, { weeks: 1 }, { months: 1 }, { months: 3 },
    ...[1, 5, 10, 50, 100].map((years) => ({ months: years * MONTHS_A_YEAR }))];

  const number = new Intl.NumberFormat("en");
  A.numberText = (value) => number.format(value);

  const dateOf = (day) => A.isoDay(day).split("-").map(Number);
  const isoOf = (year, month) => `${String(year).padStart(4, "0")}-${
    String(month).padStart(2, "0")}-01`;

  // First day of the bin a day lies in and of the next one.
  function unitAt(unit, day, start) {
    if (unit.months) {
      const [year, month] = dateOf(day);
      const from = Math.floor((year * MONTHS_A_YEAR + month - 1) / unit.months) * unit.months;
      return [from, from + unit.months].map((months) =>
        A.day(isoOf(Math.floor(months / MONTHS_A_YEAR), (months % MONTHS_A_YEAR) + 1)));
    }
    // 1970-01-01 was a Thursday.
    const length = unit.weeks ? 7 : unit.days;
    const origin = unit.weeks ? -3 : start;
    const from = origin + Math.floor((day - origin) / length) * length;
    return [from, from + length];
  }

  function cut(scale, days, unit) {
    const bins = [];
    let part = null;
    let open = null;
    for (const day of days) {
      if (open && day < open.to) continue;
      if (!part || day >= part.to) part = scale.parts.find(({ to }) => day < to);
      if (!part) break;
      // Days long past stand at even steps: one bin for each step.
      const [from, to] = part.kind === "days" ? unitAt(unit, day, part.from + 1)
        : [part.from, part.to];
      open = { from: Math.max(from, part.from), to: Math.min(to, part.to) };
      bins.push(Object.assign(open, { x0: scale.x(open.from), x1: scale.x(open.to) }));
      if (bins.length > MOST_BINS && unit !== UNITS[UNITS.length - 1]) return null;
    }
    return bins;
  }

  // Bins {from, to, x0, x1} that hold the given days (sorted); `to` is the day after the last one.
  // None spans a fold, and there are few enough to be read and played one by one, `mean_px` wide or
  // more on the whole.
  A.timeBins = function (scale, days, mean_px = LEAST_MEAN_PX) {
    let bins = [];
    for (const unit of UNITS) {
      const tried = cut(scale, days, unit);
      if (!tried) continue;
      bins = tried;
      const sum_px = bins.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0);
      if (sum_px >= mean_px * bins.length) break;
    }
    return bins;
  };

  // How many of `count` events fall into each bin, side by side: [side * bins + bin]. `sideAt` gives
  // the side's index, -1 for an event that is filtered out; `dayAt` null for an undated one.
  A.countBins = function (bins, sides, count, dayAt, sideAt) {
    const counts = new Uint32Array(bins.length * sides);
    let at = -1;
    for (let i = 0; i < count; i += 1) {
      const side = sideAt(i);
      const day = side < 0 ? null : dayAt(i);
      if (day === null) continue;
      // Events come in order of time, so most fall where the one before did.
      if (at < 0 || day < bins[at].from || day >= bins[at].to) {
        at = A.lastAtMost(bins, day, ({ from }) => from);
        if (at < 0 || day >= bins[at].to) continue;
      }
      counts[side * bins.length + at] += 1;
    }
    return counts;
  };

  // "12–18 May 2017", "29 May to 4 June 2017", "May 2017": the days from `from` up to before `to`.
  A.binText = function ({ from, to }) {
    const last = to - 1;
    const [a, b] = [dateOf(from), dateOf(last)];
    const whole = a[2] === 1 && dateOf(to)[2] === 1;
    if (whole && a[1] === 1 && b[1] === MONTHS_A_YEAR) {
      return a[0] === b[0] ? `${a[0]}` : `${a[0]} to ${b[0]}`;
    }
    const month = ([year, number], withYear) => `${MONTHS[number - 1]}${withYear ? ` ${year}` : ""}`;
    const oneYear = a[0] === b[0];
    if (whole && oneYear && a[1] === b[1]) return month(b, true);
    if (whole) return `${month(a, !oneYear)} to ${month(b, true)}`;
    if (from === last) return A.dayText(A.isoDay(from));
    if (oneYear && a[1] === b[1]) return `${a[2]}–${b[2]} ${month(b, true)}`;
    return `${a[2]} ${month(a, !oneYear)} to ${b[2]} ${month(b, true)}`;
  };

  // Where a bar stands: all of its bin, from whole pixel to whole pixel, a hair from the next one.
  function barSides({ x0, x1 }) {
    const left = Math.round(x0);
    const right = Math.max(left + 1, Math.round(x1));
    return [left, right - left > APART_FROM_PX ? right - APART_PX : right];
  }

  // Bars in one path for each side, and the veil. A step moves the veil and nothing else.
  A.histogram = function (sides, width_px, height_px) {
    const paths = sides.map((side) => {
      const path = A.svg("path", { class: "atlas-bars-side", "data-side": side.id });
      path.style.fill = side.color;
      return path;
    });
    const top = A.svg("path", { class: "atlas-bars-top", d: `M0 ${TOP_PX - 0.5}H${width_px}` });
    const tick = A.svg("text", { class: "atlas-bars-tick", x: 3, y: TOP_PX + 10 });
    const foot = A.svg("path", { class: "atlas-bars-foot" });
    const veils = [0, 1].map(() => A.svg("rect", { class: "atlas-bars-veil", x: 0, y: 0, width: 0,
      height: height_px }));
    const node = A.svg("g", { class: "atlas-bars" });
    node.append(top, ...paths, ...veils, foot, tick);
    let bins = [];
    let counts = [];
    let totals = [];
    let tallest = 0;

    const sumOf = (index) => sides.reduce((sum, _side, side) =>
      sum + counts[side * bins.length + index], 0);

    function drawBars() {
      const room_px = height_px - 1 - TOP_PX;
      const shapes = sides.map(() => []);
      bins.forEach((bin, index) => {
        if (!totals[index]) return;
        const [left, right] = barSides(bin);
        const bar_px = Math.max(LEAST_BAR_PX, (totals[index] / tallest) * room_px);
        let y = height_px - 1;
        sides.forEach((_side, side) => {
          const share_px = (counts[side * bins.length + index] / totals[index]) * bar_px;
          if (!share_px) return;
          const seam_px = share_px > 3 * SEAM_PX ? SEAM_PX : 0;
          shapes[side].push(`M${left} ${y.toFixed(2)}H${right}v${(seam_px - share_px).toFixed(2)}` +
            `H${left}z`);
          y -= share_px;
        });
      });
      paths.forEach((path, side) => path.setAttribute("d", shapes[side].join("")));
      foot.setAttribute("d", bins.map(({ x0, x1 }) =>
        `M${x0.toFixed(1)} ${height_px - 0.5}H${x1.toFixed(1)}`).join(""));
    }

    return {
      node,
      get tallest() {
        return tallest;
      },
      total: (index) => totals[index],
      draw(newBins, newCounts) {
        [bins, counts] = [newBins, newCounts];
        totals = bins.map((_bin, index) => sumOf(index));
        tallest = totals.reduce((most, total) => Math.max(most, total), 0);
        tick.textContent = tallest ? A.numberText(tallest) : "";
        drawBars();
      },
      // All but what lies from one pixel to the other is veiled.
      veil(from_px, to_px) {
        veils[0].setAttribute("width", Math.max(0, from_px));
        veils[1].setAttribute("x", to_px);
        veils[1].setAttribute("width", Math.max(0, width_px - to_px));
      },
      binAt(px) {
        const index = A.lastAtMost(bins, px, ({ x0 }) => x0);
        return index >= 0 && px < bins[index].x1 ? index : -1;
      },
      // ". One of 123 events of 12–18 May 2017", after what is said of one of them.
      among(index) {
        if (index < 0 || totals[index] < 2) return "";
        return `. One of ${A.numberText(totals[index])} events of ${A.binText(bins[index])}`;
      },
      // "12–18 May 2017: 1,234 events. Iran and aligned forces 1,000, … Tallest bar: 2,310."
      text(index) {
        const total = totals[index];
        const days = A.binText(bins[index]);
        if (!total) return `${days}: no event that passes the filters`;
        const shares = sides.map(({ label }, side) =>
          ({ label, count: counts[side * bins.length + index] })).filter(({ count }) => count);
        const split = shares.length > 1
          ? shares.map(({ label, count }) => `${label} ${A.numberText(count)}`).join(", ")
          : shares[0].label;
        return `${days}: ${A.numberText(total)} event${total === 1 ? "" : "s"}. ${split}. ` +
          `Tallest bar: ${A.numberText(tallest)}.`;
      },
    };
  };

  // The pixels that are not veiled: the window of days, up to where the handle stands.
  A.unveiled = function (state, scale, handle_px) {
    const [first, last] = [A.day(state.first_day), A.day(state.last_day)];
    return [first === null ? 0 : scale.x(first),
      Math.min(handle_px, last === null ? scale.width_px : scale.x(last + 1))];
  };
})((globalThis.CorridorAtlas ??= {}));

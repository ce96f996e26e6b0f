// How often a place in a script was reached, of the ranges that V8 counts.

/**
 * @param functions What `Profiler.takePreciseCoverage` tells of one script.
 * @param {number[]} places Offsets, in order.
 * @returns {number[]} The count of the innermost range around each place.
 */
exports.countsAt = function (functions, places) {
  const ranges = functions.flatMap((one) => one.ranges.map((range, index) =>
    ({ ...range, isFunction: index === 0 })));
  // Outer before inner; of two alike, the branch holds the function.
  ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset ||
    Number(a.isFunction) - Number(b.isFunction));
  const around = [];
  let next = 0;
  return places.map((at) => {
    while (next < ranges.length && ranges[next].startOffset <= at) {
      while (around.length && around.at(-1).endOffset <= ranges[next].startOffset) around.pop();
      around.push(ranges[next]);
      next += 1;
    }
    while (around.length && around.at(-1).endOffset <= at) around.pop();
    // A function that begins at the place is what the place makes; it is called at other times.
    const inner = around.findLast(({ startOffset, endOffset, isFunction }) =>
      endOffset > at && !(isFunction && startOffset === at));
    return inner?.count ?? 0;
  });
};

// Where the sources stand in a script that ran.
const { eachMapping, TraceMap } = require("@jridgewell/trace-mapping");

// Offsets at which the lines of a text begin.
function beginnings(text) {
  const found = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) found.push(at + 1);
  return found;
}

// What ends something stands in the script behind what it ends, where nobody may come.
const CLOSING = new Set(")]};");

// Offset in a source and in the script made of it, of each token that a source map knows.
function tokens(bundle, sources) {
  const lines = beginnings(bundle.text);
  const found = new Map();
  const known = new Map([...sources.values()]
    .map((source) => [source.name, [source, beginnings(source.text)]]));
  eachMapping(new TraceMap(bundle.map), (one) => {
    const [source, ownLines] = known.get(one.source) ?? [];
    if (!source) return;
    if (!found.has(source)) found.set(source, []);
    found.get(source).push([ownLines[one.originalLine - 1] + one.originalColumn,
      lines[one.generatedLine - 1] + one.generatedColumn]);
  });
  return new Map([...found].map(([source, pairs]) => [source, pairs
    .filter(([at]) => !CLOSING.has(source.text[at])).sort(([a], [b]) => a - b)]));
}

function lowest(pairs, from) {
  let [low, high] = [0, pairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle][0] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function among(pairs, begin, { from, to, holes }) {
  const found = [];
  for (let i = lowest(pairs, from); i < pairs.length && pairs[i][0] < to; i += 1) {
    const [at, made] = pairs[i];
    if (!holes.some(([start, end]) => at >= start && at < end)) found.push(begin + made);
  }
  return found;
}

/**
 * @param {string} text The script as it ran.
 * @param {Map<string, { name: string, text: string }>} sources
 * @param {{ text: string, map: object }[]} bundles What was built of them, with its source map, in
 *   which the sources have the same names.
 * @returns {{ source: object, placed: (stretch: object) => number[] }[]} The sources it holds, each
 *   with the offsets in the script of what belongs to a stretch of the source. A stretch was
 *   entered as often as that of them which ran least: a bundler makes `f(a ? 1 : 2)` of two calls.
 */
exports.layout = function (text, sources, bundles) {
  const bundled = bundles.flatMap((bundle) => {
    const begin = text.indexOf(bundle.text);
    return begin < 0 ? [] : [...tokens(bundle, sources)].map(([source, pairs]) =>
      ({ source, placed: (stretch) => among(pairs, begin, stretch) }));
  });
  const isBundled = new Set(bundled.map(({ source }) => source));
  const joined = [...sources.values()].flatMap((source) => {
    if (isBundled.has(source)) return [];
    const begin = text.indexOf(source.text);
    return begin < 0 ? [] : [{ source, placed: ({ from }) => [begin + from] }];
  });
  return [...bundled, ...joined];
};

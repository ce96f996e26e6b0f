// Where the sources stand in a script that ran.

/**
 * @param {string} text The script as it ran.
 * @param {Map<string, { name: string, text: string }>} sources
 * @returns {{ source: object, placed: (part: object) => number | null }[]} The sources it holds,
 *   each with the offset in the script at which a part of the source begins.
 */
exports.layout = function (text, sources) {
  return [...sources.values()].flatMap((source) => {
    const begin = text.indexOf(source.text);
    return begin < 0 ? [] : [{ source, placed: ({ from }) => begin + from }];
  });
};

// Numbers in words, and the place of a value among sorted ones.

/**
 * Index of the last of sorted `rows` whose `key` is at most `value`, -1 for none.
 * @template Row
 * @param {ArrayLike<Row>} rows Numbers, where there is no key.
 * @param {number} value
 * @param {(row: Row) => number} [key]
 * @returns {number}
 */
export function lastAtMost(rows, value, key = /** @type {(row: any) => number} */ ((row) => row)) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(rows[middle]) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const number = new Intl.NumberFormat("en");
/** @type {(value: number) => string} */
export const numberText = (value) => number.format(value);

// Rows of text as CSV that any spreadsheet reads as text.

// The rule of geo/export/inert.py: what a spreadsheet would take for a formula, in full-width signs
// too.
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

/** @type {(text: string) => string} */
export const inert = (text) => (FORMULA.test(text) ? `'${text}` : text);

/** @type {(text: string) => string} */
const cell = (text) => `"${inert(text).replaceAll('"', '""')}"`;

/**
 * UTF-8 with its mark, without which a spreadsheet guesses; every cell quoted.
 * @type {(rows: string[][]) => string}
 */
export const csv = (rows) => BYTE_ORDER_MARK +
  rows.map((row) => `${row.map(cell).join(",")}${LINE_END}`).join("");

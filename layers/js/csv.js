// Rows of text as a CSV file that any spreadsheet reads as text, saved by the browser itself.
(function (A) {
  "use strict";

  // The same beginnings as panels/imported_table.py knows: a spreadsheet would take them for a formula.
  const FORMULA = /^[=+\-@\t\r]/;
  const BYTE_ORDER_MARK = "\ufeff";
  const LINE_END = "\r\n";
  const FREED_AFTER_MS = 10000;

  A.inert = (text) => (FORMULA.test(text) ? `'${text}` : text);

  const cell = (text) => `"${A.inert(text).replaceAll('"', '""')}"`;

  // UTF-8 with its mark, without which a spreadsheet guesses; every cell quoted.
  A.csv = (rows) => BYTE_ORDER_MARK +
    rows.map((row) => `${row.map(cell).join(",")}${LINE_END}`).join("");

  A.saveText = function (name, text, type) {
    const href = URL.createObjectURL(new Blob([text], { type }));
    const link = A.el("a", null, null, { href, download: name });
    link.click();
    // The browser reads it after this turn.
    setTimeout(() => URL.revokeObjectURL(href), FREED_AFTER_MS);
  };
})((globalThis.CorridorAtlas ??= {}));

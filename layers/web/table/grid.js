// An HTML table whose rows are kept by id, so that a step touches only what it changes; its headers sort.
import { change, el, hide, writeText } from "../base/index.js";

const collator = new Intl.Collator("en", { numeric: true });

const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));

// Roles are spelt out: where a narrow page lays rows out as blocks, browsers forget them.
function header(column) {
  const cell = el("th", `atlas-cell-${column.id}`, null, { scope: "col", role: "columnheader",
    "data-label": column.label });
  if (column.isFixed) cell.textContent = column.label;
  else {
    const button = el("button", "atlas-grid-sort", column.label, { type: "button" });
    cell.append(button);
  }
  return cell;
}

function cellOf(column) {
  return el(column.isHead ? "th" : "td", `atlas-cell-${column.id}`, null, {
    scope: column.isHead ? "row" : null, role: column.isHead ? "rowheader" : "cell",
    "data-label": column.label });
}

// The row of titles over an empty body.
function skeleton({ columns, className }) {
  const node = el("table", `atlas-grid ${className}`, null, { role: "table" });
  const caption = el("caption", "atlas-grid-caption");
  const head = el("thead", null, null, { role: "rowgroup" });
  const titles = el("tr", null, null, { role: "row" });
  const body = el("tbody", null, null, { role: "rowgroup" });
  const headers = columns.map(header);
  titles.append(...headers);
  head.append(titles);
  node.append(caption, head, body);
  return { node, caption, head, headers, body };
}

// The line of a row, with what each of its cells says so far.
function lineOf(columns, row) {
  const line = el("tr", null, null, { role: "row", "data-id": row.id });
  const cells = columns.map((column) => ({ node: cellOf(column), said: null }));
  line.append(...cells.map((cell) => cell.node));
  return { line, cells };
}

// What has no value comes last, whichever way the others go.
function inOrder(rows, column, isDown) {
  const key = column.key || ((row) => column.text(row) || null);
  const keyed = rows.map((row, index) => ({ row, key: key(row, index) }));
  keyed.sort((a, b) => Number(a.key === null) - Number(b.key === null) || (a.key === null ? 0
    : (isDown ? -1 : 1) * compare(a.key, b.key)));
  return keyed.map(({ row }) => row);
}

// `columns`: {id, label, text(row), and optionally fill(cell, row, text), key(row, index) to sort by,
// isHead, isFixed}. `given.sort`: the column in whose order rows come, if there is one.
export function tableGrid(lease, given) {
  const { columns } = given;
  const { node, caption, head, headers, body } = skeleton(given);
  const kept = new Map();
  /** @type {{ id: string, isDown: boolean } | null} */
  let sort = given.sort ? { id: given.sort, isDown: false } : null;
  let rows = [];

  function write(row) {
    if (!kept.has(row.id)) kept.set(row.id, lineOf(columns, row));
    kept.get(row.id).cells.forEach((cell, index) => {
      const column = columns[index];
      const text = column.text(row);
      if (text === cell.said) return;
      cell.said = text;
      if (column.fill) column.fill(cell.node, row, text);
      else writeText(cell.node, text);
    });
  }

  function sorted() {
    const now = sort;
    const column = now && columns.find(({ id }) => id === now.id);
    return now && column ? inOrder(rows, column, now.isDown) : rows;
  }

  function arrange() {
    let next = body.firstChild;
    for (const { id } of sorted()) {
      const { line } = kept.get(id);
      if (line === next) next = next.nextSibling;
      else body.insertBefore(line, next);
    }
    const now = sort;
    headers.forEach((cell, index) => {
      const way = now && now.id === columns[index].id
        ? (now.isDown ? "descending" : "ascending") : null;
      if (way) change(cell, "aria-sort", way);
      else cell.removeAttribute("aria-sort");
    });
  }

  lease.on(head, "click", ({ target }) => {
    const index = headers.findIndex((cell) => cell.contains(target.closest("button")));
    if (index < 0) return;
    const { id } = columns[index];
    sort = { id, isDown: sort !== null && sort.id === id && !sort.isDown };
    arrange();
  });

  return {
    node,
    // Rows in their own order, and the words above them. A row that goes takes the focus with it:
    // `lost` then says where it is to go.
    draw(next, said, lost) {
      const held = body.contains(document.activeElement);
      const ids = new Set(next.map(({ id }) => id));
      for (const [id, { line }] of [...kept]) {
        if (ids.has(id)) continue;
        line.remove();
        kept.delete(id);
      }
      rows = next;
      rows.forEach(write);
      arrange();
      writeText(caption, said);
      hide(node, !rows.length);
      if (held && !body.contains(document.activeElement)) lost();
    },
    // As it stands, for a file.
    lines: () => sorted(),
  };
}

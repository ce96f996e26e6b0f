// An imported set of events as the browser holds it: packed columns, read in place from one file.
import { allowedCombinations, FIRST_OPEN, LAST_OPEN, switchesOf } from "../rules/index.js";

const MAGIC = 0x56454143; // "CAEV", little endian
const TEXTS_MAGIC = 0x58544143; // "CATX"
const VERSION = 2;
export const PACKED_HEAD_BYTES = 16;
const ARRAYS = { f4: Float32Array, i4: Int32Array, u2: Uint16Array, u1: Uint8Array };
const COLUMNS = { x: "f4", y: "f4", hull_first: "i4", hull_last: "i4", core_first: "i4",
  core_last: "i4", reported: "i4", combination: "u2", flags: "u1" };
const IN_JS = { hull_first: "hullFirst", hull_last: "hullLast", core_first: "coreFirst",
  core_last: "coreLast" };

// The length that a packed file's head states; throws for another file.
export const packedLength = function (buffer, magic) {
  const view = new DataView(buffer);
  if (buffer.byteLength < PACKED_HEAD_BYTES || view.getUint32(0, true) !== magic) {
    throw new Error("not a packed set of events");
  }
  if (view.getUint32(4, true) !== VERSION) throw new Error("packed by another version");
  return view.getUint32(8, true);
};

// Where the day an event is known from stands: its first day, else the last one it may lie on.
function dayColumn(set, dayOf) {
  if (dayOf === "reported") return set.reported;
  const { hullFirst, hullLast } = set;
  return Int32Array.from(hullFirst, (first, i) => {
    if (first !== FIRST_OPEN) return first;
    return hullLast[i] === LAST_OPEN ? FIRST_OPEN : hullLast[i];
  });
}

// How many rows have a day, where they come by day and the others after them; else null.
function datedRows(days) {
  let dated = days.length;
  while (dated && days[dated - 1] === FIRST_OPEN) dated -= 1;
  for (let i = 0; i < dated; i += 1) {
    if (days[i] === FIRST_OPEN || (i && days[i] < days[i - 1])) return null;
  }
  return dated;
}

function distinct(column) {
  const days = new Set(column);
  days.delete(FIRST_OPEN);
  return Int32Array.from(days).sort();
}

// The columns and the look-ups on them. Typed arrays lie on the file itself; nothing is copied.
export function readPoints(buffer, atlas) {
  const length = packedLength(buffer, MAGIC);
  const text = new TextDecoder().decode(new Uint8Array(buffer, PACKED_HEAD_BYTES, length));
  const { count, label, columns, combinations } = JSON.parse(text);
  const set = { count, label, combinations };
  for (const [name, type] of Object.entries(COLUMNS)) {
    const { offset } = columns[name];
    set[IN_JS[name] || name] = new ARRAYS[type](buffer, offset, count);
  }
  const lines = combinations.map(({ actors }) => actors.flatMap((id) => switchesOf(atlas, id)));
  const columnsOf = {};
  const daysOf = {};
  set.dayColumn = ({ day_of }) => (columnsOf[day_of] ??= dayColumn(set, day_of));
  set.days = (state) => (daysOf[state.day_of] ??= distinct(set.dayColumn(state)));
  set.dayOf = (i, state) => {
    const day = set.dayColumn(state)[i];
    return day === FIRST_OPEN ? null : day;
  };
  set.dated = datedRows(set.dayColumn({ day_of: "happened" }));
  const lacking = {};
  // Bit 0: no day is known; bit 1: no place.
  set.lacks = (state) => (lacking[state.day_of] ??= Uint8Array.from(set.dayColumn(state),
    (day, i) => (day === FIRST_OPEN ? 1 : 0) + (Number.isNaN(set.x[i]) ? 2 : 0)));
  set.allowed = (state) => allowedCombinations(atlas, combinations, lines, state);
  return set;
}

const told = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

// What is told of one event, by its row: made from its bytes when somebody asks.
export function readTexts(buffer) {
  const offsets = new Uint32Array(buffer, PACKED_HEAD_BYTES, packedLength(buffer, TEXTS_MAGIC) + 1);
  const start = PACKED_HEAD_BYTES + offsets.byteLength;
  return (row) => told(new Uint8Array(buffer, start + offsets[row],
    offsets[row + 1] - offsets[row]));
}

// The same of a file on the server, of which only the parts asked for are fetched. A server that
// knows no parts sends the whole file, which then serves all that follows.
export async function fetchTexts(address) {
  /** @type {((row: number) => any) | null} */
  let whole = null;
  async function part(from, to) {
    const answer = await fetch(address, { headers: { Range: `bytes=${from}-${to - 1}` } });
    if (!answer.ok) throw new Error(`the texts of the imported events answered ${answer.status}`);
    const buffer = await answer.arrayBuffer();
    if (answer.status === 206) return buffer;
    whole ??= readTexts(buffer);
    return buffer.slice(from, to);
  }
  const count = packedLength(await part(0, PACKED_HEAD_BYTES), TEXTS_MAGIC);
  const start = PACKED_HEAD_BYTES + 4 * (count + 1);
  const offsets = new Uint32Array(await part(PACKED_HEAD_BYTES, start));
  return async (row) => whole ? whole(row)
    : told(await part(start + offsets[row], start + offsets[row + 1]));
}

// What an imported set of events is searched by, read in place from one file, and the search itself:
// the browser's twin of geo/eventset/find.py. layers/packed/search.py says how the file is packed.
import { findableName } from "../rules/index.js";
import { PACKED_HEAD_BYTES, packedLength } from "./data.js";

const MAGIC = 0x49464143; // "CAFI", little endian
const FOUND = 255;
const BITS = 7;
const MORE = 1 << BITS;
// The reserved actor of an event that names none has no name to be found by.
const UNNAMED = "unnamed";

function listing(buffer, start) {
  const [count, length] = new Uint32Array(buffer, start, 2);
  const offsets = new Uint32Array(buffer, start + 8, count + 1);
  const at = start + 8 + offsets.byteLength;
  return { offsets, content: new Uint8Array(buffer, at, length), end: at + length };
}

// {count, words, names}; nothing is copied.
export function readSearch(buffer) {
  const count = packedLength(buffer, MAGIC);
  const words = listing(buffer, PACKED_HEAD_BYTES);
  return { count, words, names: listing(buffer, words.end) };
}

// Below 0, 0 or above it: how a word's first bytes compare with those given.
function compared({ offsets, content }, word, bytes) {
  const at = offsets[word];
  for (let i = 0; i < bytes.length; i += 1) {
    // A word ends with a zero, which is less than every byte of one.
    const apart = content[at + i] - bytes[i];
    if (apart) return apart;
  }
  return 0;
}

// The first word that does not come before those that begin so; or before all behind them.
function bound(list, bytes, isBehind) {
  let low = 0;
  let high = list.offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const apart = compared(list, middle, bytes);
    if (apart < 0 || (isBehind && apart === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Takes on, in the rows of all words that begin so, whoever stands at `from` to `to`.
function advance(list, part, reached, from, to) {
  const bytes = new TextEncoder().encode(part);
  const end = bound(list, bytes, true);
  const { offsets, content } = list;
  for (let word = bound(list, bytes, false); word < end; word += 1) {
    const last = offsets[word + 1];
    let at = offsets[word] + bytes.length;
    while (content[at]) at += 1;
    at += 1;
    let row = 0;
    while (at < last) {
      let byte = content[at++];
      row += byte & (MORE - 1);
      for (let shift = BITS; byte & MORE; shift += BITS) {
        byte = content[at++];
        row += (byte & (MORE - 1)) << shift;
      }
      if (from === null || reached[row] === from) reached[row] = to;
    }
  }
}

// The same for the rows whose actors have such a word among their `kind`, "words" or "names".
function advanceActors(set, atlas, kind, part, reached, from, to) {
  const begun = new Set(atlas.actors.filter((actor) => actor.id !== UNNAMED &&
    findableName(actor)[kind].some((word) => word.startsWith(part))).map(({ id }) => id));
  if (!begun.size) return;
  const { combination, combinations, count } = set;
  const isOf = combinations.map(({ actors }) => actors.some((id) => begun.has(id)));
  for (let i = 0; i < count; i += 1) {
    if (isOf[combination[i]] && (from === null || reached[i] === from)) reached[i] = to;
  }
}

// For each row 255 where it is found and 0 where not. `sought` comes from soughtWords and has words.
export function searchPoints(index, set, atlas, sought) {
  // How many of the words were found in a row, one after the other.
  const reached = new Uint16Array(set.count);
  const all = sought.words.length;
  sought.words.forEach((part, done) => {
    advance(index.words, part, reached, done, done + 1);
    advanceActors(set, atlas, "words", part, reached, done, done + 1);
  });
  if (sought.consonants) {
    advance(index.names, sought.consonants, reached, null, all);
    advanceActors(set, atlas, "names", sought.consonants, reached, null, all);
  }
  const found = new Uint8Array(set.count);
  for (let i = 0; i < found.length; i += 1) found[i] = reached[i] === all ? FOUND : 0;
  return found;
}

// Events found by what somebody types, in every spelling: the browser's twin of
// geo/selection/folding.py.
/** @import { Atlas, Findable, Findables, Sought } from "../types.js" */
/** @import { Id } from "../base/payload.js" */

const MOST_LETTERS = 80;
const LEAST_CONSONANTS = 3;
const ARTICLES = new Set("al el ad ed an ar er as es ash esh at et az ez".split(" "));
/** @type {Record<string, string>} */
const SAME = { "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "" };
const QUOTES = /['’‘`´\u02b0-\u02ff]/g;

/**
 * Without control and format characters, with single spaces.
 * @param {string} text
 * @returns {string}
 */
export function tidy(text) {
  const single = text.replace(/\p{Cf}/gu, "").replace(/[\p{Cc}\p{Cs}\p{Co}\p{Z}]+/gu, " ").trim();
  return [...single].slice(0, MOST_LETTERS).join("").trim();
}

/**
 * Lower case, without accents, vowel signs, apostrophes and the Arabic article; hyphens part.
 * @type {(text: string) => string[]}
 */
export const foldedWords = (text) => text.normalize("NFKD").toLowerCase()
  .replace(/[ةىیکـ]/g, (letter) => SAME[letter]).replace(/\p{M}/gu, "").replace(QUOTES, "")
  .replace(/[^\p{L}\p{N}]+/gu, " ").split(" ").filter(Boolean)
  .map((word) => word.replace(/^ال(?=..)/u, ""));

/**
 * What transliterations of a name share: "Deir ez-Zor" and "Dayr az Zawr" are both "drzr".
 * @type {(text: string) => string}
 */
export const consonants = (text) => foldedWords(text).filter((word) => !ARTICLES.has(word))
  .map((word) => word.replace(/^[ae]l(?=..)/u, "").replace(/[aeiouwyاوي]/g, ""))
  .join("").replace(/q/g, "k").replace(/(.)\1+/gu, "$1");

/**
 * @param {string} text
 * @returns {Sought}
 */
export function soughtWords(text) {
  const tidied = tidy(text);
  const found = foldedWords(tidied);
  const without = found.filter((word) => !ARTICLES.has(word));
  const bare = consonants(tidied);
  return { words: without.length ? without : found,
    consonants: bare.length >= LEAST_CONSONANTS ? bare : "" };
}

/**
 * @param {Findable} thing
 * @param {Sought} sought
 * @returns {boolean}
 */
export function isFound({ words, names }, sought) {
  return sought.words.every((part) => words.some((word) => word.startsWith(part))) ||
    (sought.consonants !== "" && names.some((name) => name.startsWith(sought.consonants)));
}

/** @type {(row: { name: string, name_ar?: string | null, aliases?: string[] | null }) => string[]} */
const spellings = (row) => [row.name, row.name_ar, ...(row.aliases || [])].filter(Boolean);

/** @type {WeakMap<object, Findable>} */
const named = new WeakMap();

/**
 * What an actor or a place is found by, in every spelling; folded once, as many events share it.
 * @param {{ name: string, name_ar?: string | null, aliases?: string[] | null }} row
 * @returns {Findable}
 */
export function findableName(row) {
  if (!named.has(row)) {
    const names = spellings(row);
    named.set(row, { words: [...new Set(names.flatMap(foldedWords))],
      names: [...new Set(names.map(consonants))] });
  }
  return /** @type {Findable} */ (named.get(row));
}

/** @type {WeakMap<Atlas, Findables>} */
const made = new WeakMap();

/**
 * What every event, every place and every actor is found by, worked out when somebody first looks for one.
 * @param {Atlas} atlas
 * @returns {Findables}
 */
export function findables(atlas) {
  if (!made.has(atlas)) {
    const events = new Map(atlas.events.map((event) => {
      const actors = (event.roles || []).map(({ actor }) => atlas.actor[actor]);
      const places = event.places.map((id) => atlas.place[id]);
      const publishers = event.articles.map((id) => atlas.article[id].publisher);
      const rows = [...actors, ...places].filter(Boolean).map(findableName);
      const texts = foldedWords([event.title, event.summary || "", ...publishers].join(" "));
      return [event.id, { words: [...new Set([...texts, ...rows.flatMap(({ words }) => words)])],
        names: [...new Set(rows.flatMap(({ names }) => names))] }];
    }));
    const places = new Map(atlas.places.map((place) => [place.id, findableName(place)]));
    const actors = new Map(atlas.actors.map((actor) => [actor.id, findableName(actor)]));
    made.set(atlas, /** @type {Findables} */ ({ events, places, actors }));
  }
  return /** @type {Findables} */ (made.get(atlas));
}

/**
 * A test of an event's id; every event passes where nothing is looked for.
 * @param {Atlas} atlas
 * @param {string} text
 * @returns {(id: Id) => boolean}
 */
export function finder(atlas, text) {
  if (!text) return () => true;
  const sought = soughtWords(text);
  if (!sought.words.length) return () => true;
  const { events } = findables(atlas);
  return (id) => isFound(events.get(id), sought);
}

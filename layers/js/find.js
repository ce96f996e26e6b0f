// Events found by what somebody types, in every spelling: the browser's twin of geo/find.py.
(function (A) {
  "use strict";

  const MOST_LETTERS = 80;
  const LEAST_CONSONANTS = 3;
  const ARTICLES = new Set("al el ad ed an ar er as es ash esh at et az ez".split(" "));
  const SAME = { "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "" };
  const QUOTES = /['’‘`´\u02b0-\u02ff]/g;

  // Without control and format characters, with single spaces.
  A.tidy = function (text) {
    const single = text.replace(/\p{Cf}/gu, "").replace(/[\p{Cc}\p{Cs}\p{Co}\p{Z}]+/gu, " ").trim();
    return [...single].slice(0, MOST_LETTERS).join("").trim();
  };

  // Lower case, without accents, vowel signs, apostrophes and the Arabic article; hyphens part.
  A.foldedWords = (text) => text.normalize("NFKD").toLowerCase()
    .replace(/[ةىیکـ]/g, (letter) => SAME[letter]).replace(/\p{M}/gu, "").replace(QUOTES, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ").split(" ").filter(Boolean)
    .map((word) => word.replace(/^ال(?=..)/u, ""));

  // What transliterations of a name share: "Deir ez-Zor" and "Dayr az Zawr" are both "drzr".
  A.consonants = (text) => A.foldedWords(text).filter((word) => !ARTICLES.has(word))
    .map((word) => word.replace(/^[ae]l(?=..)/u, "").replace(/[aeiouwyاوي]/g, ""))
    .join("").replace(/q/g, "k").replace(/(.)\1+/gu, "$1");

  A.sought = function (text) {
    const tidied = A.tidy(text);
    const found = A.foldedWords(tidied);
    const without = found.filter((word) => !ARTICLES.has(word));
    const bare = A.consonants(tidied);
    return { words: without.length ? without : found,
      consonants: bare.length >= LEAST_CONSONANTS ? bare : "" };
  };

  A.isFound = function ({ words, names }, sought) {
    return sought.words.every((part) => words.some((word) => word.startsWith(part))) ||
      (sought.consonants !== "" && names.some((name) => name.startsWith(sought.consonants)));
  };

  const spellings = (row) => [row.name, row.name_ar, ...(row.aliases || [])].filter(Boolean);

  const named = new WeakMap();

  // What an actor or a place is found by, in every spelling; folded once, as many events share it.
  A.findableName = function (row) {
    if (!named.has(row)) {
      const names = spellings(row);
      named.set(row, { words: [...new Set(names.flatMap(A.foldedWords))],
        names: [...new Set(names.map(A.consonants))] });
    }
    return named.get(row);
  };

  const made = new WeakMap();

  // What every event, every place and every actor is found by, worked out when somebody first looks for one.
  A.findables = function (atlas) {
    if (!made.has(atlas)) {
      const events = new Map(atlas.events.map((event) => {
        const actors = (event.roles || []).map(({ actor }) => atlas.actor[actor]);
        const places = event.places.map((id) => atlas.place[id]);
        const publishers = event.articles.map((id) => atlas.article[id].publisher);
        const rows = [...actors, ...places].filter(Boolean).map(A.findableName);
        const texts = A.foldedWords([event.title, event.summary || "", ...publishers].join(" "));
        return [event.id, { words: [...new Set([...texts, ...rows.flatMap(({ words }) => words)])],
          names: [...new Set(rows.flatMap(({ names }) => names))] }];
      }));
      const places = new Map(atlas.places.map((place) => [place.id, A.findableName(place)]));
      const actors = new Map(atlas.actors.map((actor) => [actor.id, A.findableName(actor)]));
      made.set(atlas, { events, places, actors });
    }
    return made.get(atlas);
  };

  // A test of an event's id; every event passes where nothing is looked for.
  A.finder = function (atlas, text) {
    if (!text) return () => true;
    const sought = A.sought(text);
    if (!sought.words.length) return () => true;
    const { events } = A.findables(atlas);
    return (id) => A.isFound(events.get(id), sought);
  };
})((globalThis.CorridorAtlas ??= {}));

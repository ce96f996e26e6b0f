// Ids that a link holds from before, put into those of today, as geo/selection/renewed.py does.
/** @import { Atlas } from "../types.js" */
/** @import { Id, RenamedRow } from "../base/payload.js" */

/** @type {Record<string, string>} */
const ABOUT = { place: "place", zone: "place", route: "route", actor: "actor" };

/** @type {(kind: string, id: Id, row: RenamedRow | null) => Id | null} */
const sameKind = (kind, id, row) => (!row ? id : row.kind === kind ? row.id : null);

/** @type {(atlas: Atlas, row: RenamedRow) => string} */
const cardOf = (atlas, { kind, id }) =>
  `${kind === "place" && Object.hasOwn(atlas.zone, /** @type {Id} */ (id)) ? "zone" : kind}.${id}`;

/**
 * {asked, notices}: the query with today's ids, and what became of the others, one sentence each.
 * @param {Atlas} atlas
 * @param {string | string[][] | Record<string, string> | URLSearchParams} asked
 * @returns {{ asked: URLSearchParams, notices: string[] }}
 */
export function renewed(atlas, asked) {
  // Of what is asked twice the later counts.
  const found = new URLSearchParams(Object.fromEntries(new URLSearchParams(asked)));
  /** @type {Set<RenamedRow>} */
  const rows = new Set();
  /** @type {(kind: string, id: Id) => RenamedRow | null} */
  const met = (kind, id) => {
    const ofKind = (atlas.renamed || {})[kind] || {};
    const row = Object.hasOwn(ofKind, id) ? ofKind[id] : null;
    if (row) rows.add(row);
    return row;
  };
  /**
   * @type {(name: string, split: string, joined: string, mended: (part: string) => string | null) => void}
   */
  const mend = (name, split, joined, mended) => {
    const text = found.get(name);
    if (text) {
      const parts = text.split(split).map(mended);
      found.set(name, parts.filter((part) => part !== null).join(joined));
    }
  };

  for (const name of ["event", "current"]) {
    const row = met("event", found.get(name) || "");
    if (!row) continue;
    found.delete(name);
    if (row.kind === "event") found.set(name, /** @type {Id} */ (row.id));
    else if (row.kind && name === "event" && !found.has("about")) found.set("about", cardOf(atlas, row));
  }
  const [kind, ...rest] = (found.get("about") || "").split(".");
  const row = Object.hasOwn(ABOUT, kind) ? met(ABOUT[kind], rest.join(".")) : null;
  if (row) {
    found.delete("about");
    if (row.kind === "event" && !found.has("event")) found.set("event", /** @type {Id} */ (row.id));
    else if (row.kind && row.kind !== "event") found.set("about", cardOf(atlas, row));
  }
  mend("cursors", "_", "_", (pair) => {
    const [article, ...event] = pair.split(".");
    const now = event.length ? sameKind("event", event.join("."), met("event", event.join("."))) : "";
    return now === null ? null : [article, ...(event.length ? [now] : [])].join(".");
  });
  mend("actors", ".", ".", (word) => {
    const [id, ...itself] = word.split("_");
    const now = sameKind("actor", id, met("actor", id));
    return now === null ? null : [now, ...itself].join("_");
  });
  return { asked: found, notices: [...rows].map(({ became }) => became).filter(Boolean) };
}

// Who stands behind every sentence and sign: `data-kind` (article, outside, inference, ours) and
// `data-claims`, the ids of the claims it rests on. geo/sentences/source.py writes both: "article
// id id"; an asterisk is all claims of the thing that is told of.
/** @import { SourceText } from "./payload.js" */

const OURS = "ours";
const ALL = "*";

/** @type {(ids: string[], claims?: { id: string }[] | null) => string[]} */
const idsOf = (ids, claims) => (ids[0] === ALL ? (claims || []).map(({ id }) => id) : ids);

/**
 * @template {HTMLElement | SVGElement} Told
 * @param {Told} element
 * @param {SourceText | null} [trace]
 * @param {{ id: string }[] | null} [claims] Those of the thing that is told of.
 * @returns {Told}
 */
export function traced(element, trace, claims) {
  const [kind, ...ids] = (trace || OURS).split(" ");
  element.dataset.kind = kind;
  const all = idsOf(ids, claims);
  if (all.length) element.dataset.claims = all.join(" ");
  return element;
}

/**
 * Several at once: one that an article stands behind makes the whole an article's.
 * @template {HTMLElement | SVGElement} Told
 * @param {Told} element
 * @param {SourceText[]} traces
 * @returns {Told}
 */
export function tracedBy(element, traces) {
  const parts = traces.map((trace) => trace.split(" "));
  const kinds = parts.map(([kind]) => kind);
  const kind = kinds.includes("article") ? "article" : kinds[0] || OURS;
  const ids = [...new Set(parts.flatMap(([, ...rest]) => rest))];
  return traced(element, [kind, ...ids].join(" "));
}

/**
 * The trace of a field of an event, as it is said while only the articles count where it differs.
 * @param {{ trace?: Record<string, SourceText> | null, stated_trace?: Record<string, SourceText> | null }} thing
 * @param {string} field
 * @param {{ stated_only: boolean } | null} [state]
 * @returns {SourceText}
 */
export function traceOf({ trace, stated_trace: stated }, field, state) {
  return (state && state.stated_only && stated && stated[field]) || (trace && trace[field]) || OURS;
}

/** @type {(element: Element) => boolean} */
const hasOwnText = ({ childNodes }) => [...childNodes].some((node) =>
  node.nodeType === Node.TEXT_NODE && /** @type {Text} */ (node).data.trim());

/**
 * What nothing else stands behind is in our own words: headings, counts, measures, notes.
 * @template {HTMLElement | SVGElement} Root
 * @param {Root} root
 * @returns {Root}
 */
export function traceRest(root) {
  const within = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("*"));
  for (const element of [root, ...within]) {
    if (hasOwnText(element) && !element.closest("[data-kind]")) element.dataset.kind = OURS;
  }
  return root;
}

// Who says it: every claim with its article, passage, voice, stance and wording for the time.
import { cardSection, el, sayLine, traced } from "../base/index.js";
import { passageText, publishedText, sentence } from "../rules/index.js";
import { articleLink } from "../state/index.js";

const STANCE = { denies: "denies", "declines-to-confirm": "would not confirm" };

// "the Pentagon, through Reuters"; an article's own voice is the article itself, or an earlier
// report of its outlet.
function voiceText({ voice, via }, publisher) {
  if (!via) return voice || "the article itself";
  const heard = via === publisher ? `an earlier report in ${via}` : `through ${via}`;
  return [voice, heard].filter(Boolean).join(", ");
}

function claimItem(atlas, claim) {
  const article = atlas.article[claim.article];
  const item = el("li", "atlas-claim", null, { "data-claim": claim.id });
  const trace = `article ${claim.id}`;
  const head = traced(el("p", "atlas-claim-source"), `ours ${claim.id}`);
  if (article) {
    head.append(el("cite", "atlas-claim-publisher", article.publisher),
      `, ${publishedText(article)}`);
  }
  const passage = passageText(claim);
  if (passage) head.append(`, ${passage}`);
  const voice = traced(el("p", "atlas-claim-voice"), trace);
  voice.append(el("span", "", sentence(voiceText(claim, article?.publisher))));
  if (STANCE[claim.stance]) {
    voice.append(", ", el("span", "atlas-claim-stance", STANCE[claim.stance]));
  }
  item.append(head, voice);
  if (claim.hedge) voice.append(`, in the article's word “${claim.hedge}”`);
  const account = sayLine(claim.account, trace, null, "p", "atlas-claim-account");
  if (account) item.append(account);
  const more = [
    claim.says_when ? `Time in the article's words: “${claim.says_when}”` : null,
    claim.place ? `Place named: ${claim.place}` : null,
    claim.casualties ? `Casualties: ${claim.casualties}` : null,
  ].filter(Boolean);
  item.append(...more.map((text) => sayLine(text, trace, null, "p", "atlas-claim-more")).filter(Boolean));
  if (article) item.append(articleLink(article));
  return item;
}

// How the day of each article is known, for not every article states its own.
function publicationNotes(atlas, claims) {
  const ids = [...new Set(claims.map(({ article }) => article))];
  return ids.map((id) => atlas.article[id]).filter((article) => article && article.published_note)
    .map(({ publisher, published_note: note, published_trace: trace }) =>
      sayLine(`Publication day, ${publisher}: ${note}`, trace, null, "p", "atlas-claim-published"));
}

// Who backs an event, in a word and by name; the rule and the words are
// geo/sentences/backing_words.py's.
function backing({ backing: id, backing_said: said, trace, claims }) {
  if (!said) return null;
  const [head, rest] = said;
  const line = traced(el("p", `atlas-card-backing atlas-card-backing-${id}`), trace?.backing, claims);
  line.append(el("strong", "", head), rest);
  return line;
}

/**
 * The list of claims, its heading counting claims and the articles they stand in; `about` is the
 * event they tell of.
 *
 * @param {import("../types.js").Atlas} atlas
 * @param {import("../types.js").AtlasEvent["claims"]} claims
 * @param {import("../types.js").AtlasEvent | null} about
 */
export function claimList(atlas, claims, about = null, title = "Who says it") {
  if (!claims || !claims.length) return null;
  const articles = new Set(claims.map(({ article }) => article)).size;
  const list = el("ol", "atlas-claims");
  list.append(...claims.map((claim) => claimItem(atlas, claim)));
  const claimCount = claims.length === 1 ? "1 claim" : `${claims.length} claims`;
  const articleCount = articles === 1 ? "1 article" : `${articles} articles`;
  return cardSection(`${title}: ${claimCount} in ${articleCount}`, about && backing(about), list,
    publicationNotes(atlas, claims));
}

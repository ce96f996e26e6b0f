// Who says it: every claim with its article, passage, voice, stance and wording for the time.
(function (A) {
  "use strict";

  const card = A.cardParts;
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
    const item = A.el("li", "atlas-claim", null, { "data-claim": claim.id });
    const trace = `article ${claim.id}`;
    const head = A.traced(A.el("p", "atlas-claim-source"), `ours ${claim.id}`);
    if (article) {
      head.append(A.el("cite", "atlas-claim-publisher", article.publisher),
        `, ${card.publishedText(article)}`);
    }
    const passage = card.passageText(claim);
    if (passage) head.append(`, ${passage}`);
    const voice = A.traced(A.el("p", "atlas-claim-voice"), trace);
    voice.append(A.el("span", "", card.sentence(voiceText(claim, article?.publisher))));
    if (STANCE[claim.stance]) {
      voice.append(", ", A.el("span", "atlas-claim-stance", STANCE[claim.stance]));
    }
    item.append(head, voice);
    if (claim.hedge) voice.append(`, in the article's word “${claim.hedge}”`);
    if (claim.account) item.append(card.say(claim.account, trace, null, "p", "atlas-claim-account"));
    const more = [
      claim.says_when ? `Time in the article's words: “${claim.says_when}”` : null,
      claim.place ? `Place named: ${claim.place}` : null,
      claim.casualties ? `Casualties: ${claim.casualties}` : null,
    ].filter(Boolean);
    for (const text of more) item.append(card.say(text, trace, null, "p", "atlas-claim-more"));
    if (article) item.append(card.articleLink(article));
    return item;
  }

  // How the day of each article is known, for not every article states its own.
  function publicationNotes(atlas, claims) {
    const ids = [...new Set(claims.map(({ article }) => article))];
    return ids.map((id) => atlas.article[id]).filter((article) => article && article.published_note)
      .map(({ publisher, published_note: note, published_trace: trace }) =>
        card.say(`Publication day, ${publisher}: ${note}`, trace, null, "p", "atlas-claim-published"));
  }

  // Who backs an event, in a word and by name; the rule and the words are geo/backing_words.py's.
  function backing({ backing: id, backing_said: said, trace, claims }) {
    if (!said) return null;
    const [head, rest] = said;
    const line = A.traced(A.el("p", `atlas-card-backing atlas-card-backing-${id}`), trace?.backing, claims);
    line.append(A.el("strong", "", head), rest);
    return line;
  }

  // The list of claims, its heading counting claims and the articles they stand in.
  card.claims = function (atlas, claims, about = {}, title = "Who says it") {
    if (!claims || !claims.length) return null;
    const articles = new Set(claims.map(({ article }) => article)).size;
    const list = A.el("ol", "atlas-claims");
    list.append(...claims.map((claim) => claimItem(atlas, claim)));
    const claimCount = claims.length === 1 ? "1 claim" : `${claims.length} claims`;
    const articleCount = articles === 1 ? "1 article" : `${articles} articles`;
    return card.section(`${title}: ${claimCount} in ${articleCount}`, backing(about), list,
      publicationNotes(atlas, claims));
  };
})((globalThis.CorridorAtlas ??= {}));

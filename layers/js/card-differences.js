// Where the claims of one event differ: days, places and figures, each with who gives it.
(function (A) {
  "use strict";

  const card = A.cardParts;

  function daysText({ first_day: first, last_day: last }) {
    if (!first && !last) return null;
    if (first === last) return A.dayText(first);
    if (!first) return `up to ${A.dayText(last)}`;
    return last ? `${A.dayText(first)} to ${A.dayText(last)}` : `since ${A.dayText(first)}`;
  }

  const ASPECTS = [["Time", daysText], ["Place", ({ place }) => place],
    ["Casualties", ({ casualties }) => casualties]];

  function whoText(atlas, claim) {
    const article = atlas.article[claim.article];
    const publisher = article ? article.publisher : claim.article;
    const voice = claim.voice || claim.via;
    return [voice && voice !== publisher ? `${voice} in ${publisher}` : publisher,
      card.passageText(claim)].filter(Boolean).join(", ");
  }

  // One list item for each answer, with everybody who gives it.
  function answers(atlas, claims, answerOf) {
    const byAnswer = new Map();
    for (const claim of claims) {
      const answer = answerOf(claim);
      if (answer) byAnswer.set(answer, [...(byAnswer.get(answer) || []), [whoText(atlas, claim), claim.id]]);
    }
    return byAnswer;
  }

  // Nothing where all who speak of something say the same of it.
  card.differences = function (atlas, claims) {
    const rows = ASPECTS.map(([aspect, answerOf]) => [aspect, answers(atlas, claims || [], answerOf)])
      .filter(([, byAnswer]) => byAnswer.size > 1)
      .map(([aspect, byAnswer]) => [aspect, [...byAnswer].map(([answer, who]) => {
        const line = A.traced(A.el("p", "atlas-card-answer"), `article ${who.map(([, id]) => id).join(" ")}`);
        line.append(A.el("strong", "", answer), `: ${who.map(([text]) => text).join("; ")}`);
        return line;
      })]);
    const list = card.facts(rows);
    if (list) list.className = "atlas-card-differences";
    return card.section("Different answers", list);
  };
})((globalThis.CorridorAtlas ??= {}));

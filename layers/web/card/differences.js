// Where claims about one event exclude each other, with who says which: geo/rules/differences.py
// tells.
import { cardSection, el, factList, traced } from "../base/index.js";
import { passageText } from "../rules/index.js";

function whoText(atlas, claim) {
  const article = atlas.article[claim.article];
  const publisher = article ? article.publisher : claim.article;
  const voice = claim.voice || claim.via;
  return [voice && voice !== publisher ? `${voice} in ${publisher}` : publisher,
    passageText(claim)].filter(Boolean).join(", ");
}

// Nothing where all that is said of an event can hold together.
export function differenceList(atlas, { claims, differences }) {
  const byId = new Map((claims || []).map((claim) => [claim.id, claim]));
  const list = factList((differences || []).map(({ aspect, answers }) => [aspect,
    answers.map(({ text, claims: ids }) => {
      const line = traced(el("p", "atlas-card-answer"), `article ${ids.join(" ")}`);
      const who = ids.map((id) => byId.get(id)).filter(Boolean).map((one) => whoText(atlas, one));
      line.append(el("strong", "", text), `: ${who.join("; ")}`);
      return line;
    })]));
  if (list) list.className = "atlas-card-differences";
  return cardSection("Different answers", list);
}

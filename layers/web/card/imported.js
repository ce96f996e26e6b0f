// The card of an imported event: what its file says of it, and what else lies at the same spot.
import { bulletList, cardSection, el, factList, httpUrl, noteLine } from "../base/index.js";
import { distanceText, inColumns, sentence } from "../rules/index.js";

function opener(view, row, rows, { title, when }) {
  const button = el("button", "atlas-card-open", null, { type: "button" });
  button.append(el("bdi", null, title));
  button.addEventListener("click", () => view.points.open(row, rows));
  return [button, when ? el("span", "atlas-card-side", ` ${when}`) : null].filter(Boolean);
}

function others(view, about) {
  if (!about.more) return null;
  const rows = [about.id, ...about.rows];
  const list = bulletList(about.others.map((one, index) => opener(view, about.rows[index], rows, one)));
  const rest = about.more - about.others.length;
  return cardSection(`${about.more.toLocaleString("en-GB")} more at this spot`, list,
    rest > 0 ? noteLine(`${rest.toLocaleString("en-GB")} of them are not listed here.`) : null);
}

function link(told) {
  const href = told.url ? httpUrl(told.url) : null;
  return href ? el("a", "atlas-card-link", "Open the source", { href, target: "_blank",
    rel: "noopener noreferrer", "aria-label": "Open the source in a new tab" }) : null;
}

// What its file says in the columns that filters ask; its type stands at the card's head.
const columnFacts = (atlas, told) => inColumns(atlas).map(({ column }) => String(column))
  .filter((column) => column !== "type").map((column) => [sentence(column.replace(/_/g, " ")), told[column]]);

// {kicker, title, body}, from what state.about carries.
export function importedCard(view, about) {
  const { told } = about;
  const { set } = view.points;
  if (!set) return null;
  const unsure = told.uncertainty_km
    ? `within about ${distanceText(told.uncertainty_km)}` : null;
  return {
    kicker: el("p", "atlas-card-kicker", sentence([told.type, "imported"].filter(Boolean).join(" · "))),
    title: told.title,
    body: [
      noteLine("From an imported file. It comes from none of the five articles, and we have not " +
        "checked it."),
      factList([
        ["When", told.when],
        ["Where", [told.where, sentence(unsure)]],
        ["Who", (told.actors || []).join(", ")],
        ...columnFacts(view.atlas, told),
        ["Source", [told.source, link(told)]],
        ["Note", told.note],
        ["File", set.label],
      ]),
      others(view, about),
    ],
  };
}

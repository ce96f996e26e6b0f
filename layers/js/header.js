// The headline over the map: what one sees here, with every figure taken from the data.
(function (A) {
  "use strict";

  const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

  const inWords = (count) => WORDS[count] || String(count);

  A.header = function (view) {
    const { atlas } = view;
    const pane = view.panes.header;
    const count = atlas.articles.length;
    const years = atlas.articles.map((article) => article.published_on.slice(0, 4)).sort();
    const span = years[0] === years[years.length - 1] ? years[0] : `${years[0]}–${years[years.length - 1]}`;
    const miles = atlas.shift && atlas.shift.reported_miles;
    const moved = miles ? `The planned land route from Tehran to Lebanon was reported to have been ` +
      `moved about ${miles} miles south. ` : "";
    const told = `What ${inWords(count)} news article${count === 1 ? "" : "s"} of ${span} ` +
      `report${count === 1 ? "s" : ""} around it, and how surely.`;
    const share = A.shareButton(view);
    pane.append(A.el("h1", "atlas-headline", "Corridor Atlas"),
      A.el("p", "atlas-standfirst", moved + told), share.node);
    return () => {
      share.destroy();
      pane.replaceChildren();
    };
  };
})((globalThis.CorridorAtlas ??= {}));

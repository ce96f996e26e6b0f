// The headline over the map: what one sees here, with every figure taken from the data.
(function (A) {
  "use strict";

  const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

  A.HEADLINE = "Corridor Atlas";

  const inWords = (count) => WORDS[count] || String(count);

  // What one sees here, in a sentence or two.
  A.standfirst = function (atlas) {
    const count = atlas.articles.length;
    const years = atlas.articles.map((article) => article.published_on.slice(0, 4)).sort();
    const span = years[0] === years[years.length - 1] ? years[0] : `${years[0]}–${years[years.length - 1]}`;
    const miles = atlas.shift && atlas.shift.reported_miles;
    const moved = miles ? `The planned land route from Tehran to Lebanon was reported to have been ` +
      `moved about ${miles} miles south. ` : "";
    return `${moved}What ${inWords(count)} news article${count === 1 ? "" : "s"} of ${span} ` +
      `report${count === 1 ? "s" : ""} around it, and how surely.`;
  };

  A.header = function (view) {
    const pane = view.panes.header;
    const share = A.shareButton(view);
    // A saved page is saved anew by the browser itself.
    const saving = [A.pictureButton(view), ...(view.saved ? [] : [A.pageButton(view)])];
    share.node.append(...saving.map(({ node }) => node));
    pane.append(A.el("h1", "atlas-headline", A.HEADLINE),
      A.el("p", "atlas-standfirst", A.standfirst(view.atlas)), share.node);
    if (view.saved) pane.append(A.savedNote(view));
    return () => {
      share.destroy();
      for (const one of saving) one.destroy();
      pane.replaceChildren();
    };
  };
})((globalThis.CorridorAtlas ??= {}));

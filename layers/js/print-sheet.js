// What only paper has: the key with the lines that matter, the selection in words, where it is from.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const DRAWN = "path, .atlas-pin, .atlas-badge, .atlas-label-dot";
  const IMPORTED = ["imported-one", "imported-hollow", "imported-disc"];

  // What of the key is on the map as it is laid out now, or on the lanes below it.
  function signs(view) {
    const { atlas, panes, store: { shown } } = view;
    const drawn = [...panes.map.querySelectorAll(DRAWN)].filter((one) => one.getClientRects().length);
    const events = atlas.events.filter(({ id }) => shown.has(id));
    return new Set(["timeline", ...A.pictureKeys(view, drawn, null),
      ...events.map(({ side }) => `side:${side}`), ...IMPORTED]);
  }

  function part(className, title, ...content) {
    const node = A.el("section", `atlas-paper ${className}`);
    node.append(A.el("h2", "atlas-table-heading", title), ...content.filter(Boolean));
    return node;
  }

  // The map's own key, without the lines that stand for nothing on it.
  function key(view) {
    const found = signs(view);
    const has = (sign) => found.has(sign);
    const body = A.el("div", "atlas-key-body");
    const isImported = view.points && view.points.set;
    body.append(...A.keyParts(view.atlas, has),
      ...(isImported ? A.importedKeyParts(view.atlas, has) : []),
      ...A.KEY_NOTES.map((note) => A.el("p", "atlas-key-note", note)));
    const box = A.el("div", "atlas-key");
    box.append(body);
    return part("atlas-paper-key", "Key", box);
  }

  function foot(view, link) {
    const { version } = view.atlas;
    return part("atlas-paper-foot", "Where this is from",
      A.el("p", null, `Corridor Atlas, data version ${version}, seen on ${A.dayText(A.today())}. ` +
        "Tables under CC BY 4.0: name Corridor Atlas and this version. What an article says is the " +
        "article's own: name it as well."),
      A.el("p", "atlas-paper-link", link));
  }

  // In the order in which they are read; print.css puts the page's own parts between them.
  A.printSheet = (view, link) => [
    key(view),
    part("atlas-paper-words", "What is shown", A.el("p", null, `${A.pictureCount(view)}.`),
      card.facts(A.pictureWords(view))),
    foot(view, link),
  ];
})((globalThis.CorridorAtlas ??= {}));

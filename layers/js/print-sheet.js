// What only paper has: the key with the lines that matter, the selection in words, where it is from.
(function (A) {
  "use strict";

  const card = A.cardParts;
  const IN_SIGHT = { leader: ".atlas-leader", badge: ".atlas-badge", ring: ".atlas-ring" };

  // What of the key is on the map or on the lanes now, by the ids that its lines stand for.
  function signs(view) {
    const { atlas, root, store: { state, shown } } = view;
    const events = atlas.events.filter(({ id }) => shown.has(id));
    const drawn = events.filter((event) => A.isMarked(view, event));
    const routes = atlas.routes.filter((route) => A.routeOn(atlas, state, route));
    const way = (thing) => (A.isPlanned(thing) ? "foreseen" : "moved");
    const found = new Set([
      ...events.flatMap(({ id, side }) => [side, shown.get(id)]),
      ...drawn.flatMap((event) => [event.standing, event.backing,
        event.glyph === "plan" ? event.status : event.type,
        ...(card.held(event, "path", state) ? [way(event)] : [])]),
      ...routes.flatMap((route) => [route.layer, way(route),
        ...card.held(route, "legs", state).map(({ basis }) => `leg-${basis}`)]),
    ]);
    for (const id of ["places", "borders"]) if (A.layerOn(atlas, state, id)) found.add(id);
    // Both are drawn only with what comes from outside the articles.
    if (!state.stated_only && A.shiftOn(atlas, state)) found.add("corridor-shift");
    if (!state.stated_only && A.layerOn(atlas, state, "zone")) found.add("zone");
    for (const [sign, selector] of Object.entries(IN_SIGHT)) {
      if (root.querySelector(selector)) found.add(sign);
    }
    return found;
  }

  function part(className, title, ...content) {
    const node = A.el("section", `atlas-paper ${className}`);
    node.append(A.el("h2", "atlas-table-heading", title), ...content.filter(Boolean));
    return node;
  }

  // The map's own key, without the lines that stand for nothing on it.
  function key(view) {
    const body = view.root.querySelector(".atlas-key-body");
    if (!body) return null;
    const copy = body.cloneNode(true);
    copy.removeAttribute("tabindex");
    const found = signs(view);
    for (const line of copy.querySelectorAll("[data-sign]")) {
      if (!line.dataset.sign.split(" ").some((sign) => found.has(sign))) line.remove();
    }
    for (const button of copy.querySelectorAll("button")) button.replaceWith(...button.childNodes);
    copy.querySelector(".atlas-key-note")?.remove();
    for (const group of copy.querySelectorAll(".atlas-key-part")) {
      if (group.hidden || !group.querySelector("li")) group.remove();
    }
    const box = A.el("div", "atlas-key");
    box.append(copy);
    return part("atlas-paper-key", "Key", box);
  }

  const today = () => {
    const now = new Date();
    return `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`;
  };

  function foot(view) {
    const { version } = view.atlas;
    return part("atlas-paper-foot", "Where this is from",
      A.el("p", null, `Corridor Atlas, data version ${version}, seen on ${A.dayText(today())}. ` +
        "Tables under CC BY 4.0: name Corridor Atlas and this version. What an article says is the " +
        "article's own: name it as well."),
      A.el("p", "atlas-paper-link", A.shareLink(view)));
  }

  // In the order in which they are read; print.css puts the page's own parts between them.
  A.printSheet = (view) => [
    key(view),
    part("atlas-paper-words", "What is shown", A.el("p", null, `${A.countText(view)}.`),
      card.facts(A.selectionWords(view))),
    foot(view),
  ].filter(Boolean);
})((globalThis.CorridorAtlas ??= {}));

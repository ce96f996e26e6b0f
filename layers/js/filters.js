// The filters at the left: actors as a tree by side, kinds, standings, voices, articles, layers.
(function (A) {
  "use strict";

  // Layers without a switch until a set of events is imported.
  const OF_IMPORTS = ["imported", "gathered"];

  let serial = 0;

  // A box with a label, a swatch or a count beside it; the label is text.
  function box(lease, parent, label, options) {
    serial += 1;
    const id = `atlas-box-${serial}`;
    const line = A.el("div", "atlas-line");
    const input = A.el("input", "atlas-box", null, { type: "checkbox", id });
    const name = A.el("label", "atlas-name", null, { for: id });
    if (options.swatch) {
      const swatch = A.el("span", "atlas-swatch", null, { "aria-hidden": true });
      swatch.style.background = options.swatch;
      name.append(swatch);
    }
    name.append(A.el("bdi", null, label));
    line.append(input, name);
    if (options.count !== undefined) line.append(A.el("span", "atlas-count", String(options.count)));
    parent.append(line);
    lease.on(input, "change", () => options.change(input.checked));
    return { line, input };
  }

  function fold(lease, parent, title, open) {
    const details = A.el("details", "atlas-fold", null, { open });
    const summary = A.el("summary", "atlas-fold-title", title);
    details.append(summary);
    parent.append(details);
    return details;
  }

  // One set of the selection as a list of boxes; null stands for all on.
  function flat({ atlas, store }, lease, parent, name, rows) {
    const boxes = rows.map((row) => Object.assign({ id: row.id, isIdle: row.isIdle }, box(lease, parent, row.label, {
      swatch: row.swatch, count: row.count,
      change: (on) => store.set({ [name]: A.turned(atlas, store.state, name, [row.id], on) }) })));
    return () => {
      const now = A.onIn(atlas, store.state, name);
      for (const one of boxes) {
        one.input.checked = now.has(one.id);
        if (one.isIdle) one.line.hidden = one.isIdle();
      }
    };
  }

  const below = (atlas, parent) => atlas.actors.filter((actor) => actor.parent === parent);

  function family(atlas, id) {
    return [id, ...below(atlas, id).flatMap((actor) => family(atlas, actor.id))];
  }

  // Actors that act, are aimed at or backed in an event, with those above them.
  function actingActors(atlas) {
    const ids = new Set(atlas.events.flatMap((event) => event.line));
    return atlas.actors.filter((actor) => ids.has(actor.id));
  }

  // A side's line, with a button that unfolds its actors: a box within a summary would be one
  // control in another, which screen readers cannot tell apart.
  function unfolding(lease, side) {
    serial += 1;
    const id = `atlas-side-${serial}`;
    const group = A.el("div", "atlas-side");
    const title = A.el("div", "atlas-side-title");
    const button = A.el("button", "atlas-side-toggle", null, { type: "button",
      "aria-expanded": "false", "aria-controls": id, "aria-label": `Actors of ${side.label}` });
    const below = A.el("div", "atlas-side-actors", null, { id });
    below.hidden = true;
    title.append(button);
    group.append(title, below);
    lease.on(button, "click", () => {
      below.hidden = !below.hidden;
      button.setAttribute("aria-expanded", String(!below.hidden));
    });
    return { group, title, below };
  }

  function actorTree(view, lease, parent) {
    const { atlas, store } = view;
    const shownActors = actingActors(atlas);
    const known = new Set(shownActors.map((actor) => actor.id));
    const events = (ids) => atlas.events.filter((one) => one.line.some((id) => ids.has(id))).length;
    const nodes = [];
    const current = () => A.onIn(atlas, store.state, "actors");
    // A parent that is on brings all below: it goes off with one of them, and on with the last.
    const toggle = (ids, on) => {
      const next = current();
      for (const id of ids) next[on ? "add" : "delete"](id);
      for (const id of ids) {
        for (let up = atlas.actor[id].parent; up; up = atlas.actor[up].parent) {
          const whole = family(atlas, up).every((one) => one === up || next.has(one));
          next[whole ? "add" : "delete"](up);
        }
      }
      store.set({ actors: A.turned(atlas, { actors: [...next] }, "actors", [], true) });
    };
    const turn = (id, on) => toggle(family(atlas, id), on);
    const branch = (into, actor, depth) => {
      const made = box(lease, into, actor.name, { count: events(new Set([actor.id])),
        change: (on) => turn(actor.id, on) });
      made.line.style.setProperty("--depth", depth);
      nodes.push({ ids: family(atlas, actor.id).filter((id) => known.has(id)), input: made.input });
      for (const child of below(atlas, actor.id)) if (known.has(child.id)) branch(into, child, depth + 1);
    };
    for (const side of atlas.sides) {
      const roots = shownActors.filter((actor) => actor.side === side.id &&
        !(actor.parent && known.has(actor.parent)));
      if (!roots.length) continue;
      const ids = roots.flatMap((actor) => family(atlas, actor.id));
      const { group, title, below: list } = unfolding(lease, side);
      const made = box(lease, title, side.label, { swatch: side.color, change: (on) => toggle(ids, on) });
      made.line.classList.add("atlas-line-side");
      title.prepend(made.line);
      nodes.push({ ids: ids.filter((id) => known.has(id)), input: made.input });
      for (const actor of roots) branch(list, actor, 1);
      parent.append(group);
    }
    return () => {
      const now = current();
      for (const node of nodes) {
        const on = node.ids.filter((id) => now.has(id)).length;
        node.input.checked = on > 0 && on === node.ids.length;
        node.input.indeterminate = on > 0 && on < node.ids.length;
      }
    };
  }

  function counted(atlas, rows, of) {
    return rows.map((row) => Object.assign({}, row, {
      count: atlas.events.filter((event) => of(event) === row.id).length }))
      .filter((row) => row.count > 0);
  }

  A.filters = function (view) {
    const lease = A.lease();
    const { atlas, store } = view;
    const pane = view.panes.filters;
    const draws = [];
    const head = A.el("div", "atlas-filters-head");
    head.append(A.el("h2", "atlas-filters-title", "Show"));
    const close = A.el("button", "atlas-filters-close", "Done", { type: "button" });
    lease.on(close, "click", () => view.foldFilters(false));
    head.append(close);
    const find = A.findBox(view);
    lease.add(find.destroy);
    pane.append(head, find.node);

    const stated = box(lease, pane, "Only what the five articles say", {
      change: (on) => store.set({ stated_only: on }) });
    stated.line.classList.add("atlas-line-stated");
    pane.append(A.el("p", "atlas-hint", "Hides legs, places and days that come from elsewhere or " +
      "that we inferred."));
    draws.push(() => { stated.input.checked = store.state.stated_only; });

    const buttons = A.el("div", "atlas-filters-buttons");
    const all = A.el("button", "atlas-small", "All actors", { type: "button" });
    const none = A.el("button", "atlas-small", "No actors", { type: "button" });
    lease.on(all, "click", () => store.set({ actors: null }));
    lease.on(none, "click", () => store.set({ actors: [] }));
    buttons.append(all, none);

    const actors = fold(lease, pane, "Actors, by side", true);
    actors.append(buttons);
    draws.push(actorTree(view, lease, actors));
    const list = (title, name, rows, open) => {
      const into = fold(lease, pane, title, open);
      draws.push(flat(view, lease, into, name, rows));
    };
    list("Side that acted (event layers)", "sides", counted(atlas, atlas.sides, (event) => event.side)
      .map((row) => Object.assign(row, { swatch: row.color })), false);
    list("Kinds of event", "types", counted(atlas, atlas.types, (event) => event.type), false);
    list("How it stands", "standings", counted(atlas, atlas.standings, (event) => event.standing), false);
    list("Who says so", "backings", counted(atlas, atlas.backings, (event) => event.backing), false);
    list("Happened or planned", "statuses", counted(atlas, atlas.statuses, (event) => event.status), false);
    list("Articles", "articles", atlas.articles.map((article) => ({ id: article.id,
      label: `${article.publisher}, ${article.published_text}`,
      count: atlas.events.filter((event) => event.articles.includes(article.id)).length })), false);
    const layers = fold(lease, pane, "Map layers", false);
    const isIdle = () => !(view.points && view.points.set);
    draws.push(flat(view, lease, layers, "layers", atlas.layers.map((layer) =>
      (OF_IMPORTS.includes(layer.id) ? { ...layer, isIdle } : layer))));

    const names = A.nameChoice(view);
    lease.add(names.destroy);
    layers.append(names.node);
    draws.push(names.draw);

    const empty = A.el("p", "atlas-empty", "No event is shown. Switch an actor, a kind or an article " +
      "on again, or widen the dates.", { role: "status" });
    view.panes.stage.append(empty);
    // Imported events are shown too; while they are searched nobody knows.
    const isAny = ({ tally, search }) => tally.shown > 0 ||
      (search.status === "searching" && A.pointsOn(store.state));
    const tell = () => A.hide(empty, store.shown.size > 0 || Boolean(view.points && isAny(view.points)));
    const draw = () => {
      for (const one of draws) one();
      tell();
    };
    draw();
    // A step in time touches no box.
    lease.add(store.subscribe((_state, changed) => {
      const isMine = changed.has("stated_only") || changed.has("names") ||
        A.SELECTION_SETS.some((name) => changed.has(name));
      if (isMine) draw();
      else tell();
    }));
    if (view.points) lease.add(view.points.subscribe((isNew) => (isNew ? draw() : tell())));
    lease.add(() => {
      pane.replaceChildren();
      empty.remove();
    });
    return lease.end;
  };
})((globalThis.CorridorAtlas ??= {}));

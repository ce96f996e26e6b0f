// The search box over the filters: what is typed filters events at once, and lists what it found.
(function (A) {
  "use strict";

  const MOST_EVENTS = 6;
  const MOST_PLACES = 4;

  const isTyping = ({ target }) => target.closest("input, select, textarea");

  // Places found by their names, the four sites first.
  function placesFound(atlas, text) {
    const sought = A.sought(text);
    if (!sought.words.length) return [];
    const { places } = A.findables(atlas);
    return atlas.places.filter(({ id }) => A.isFound(places.get(id), sought))
      .sort((a, b) => Number(b.site) - Number(a.site));
  }

  function opener(text, act) {
    const button = A.el("button", "atlas-found-open", null, { type: "button" });
    button.append(A.el("bdi", null, text));
    button.addEventListener("click", act);
    const item = A.el("li", "atlas-found-item");
    item.append(button);
    return item;
  }

  A.findBox = function (view) {
    const { atlas, store } = view;
    const lease = A.lease();
    const node = A.el("div", "atlas-find", null, { role: "search" });
    const label = A.el("label", "atlas-find-label", "Find");
    const input = A.el("input", "atlas-find-input", null, { type: "search", dir: "auto",
      placeholder: "A place, an actor, a word", autocomplete: "off", spellcheck: "false",
      maxlength: 80, "aria-keyshortcuts": "/" });
    const said = A.el("p", "atlas-find-said", null, { role: "status" });
    const list = A.el("ul", "atlas-found");
    label.append(input);
    node.append(label, said, list);

    function saidText(text, places, events) {
      const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
      if (!text) return "";
      const also = places.length ? `, ${count(places.length, "place")}` : "";
      return `${count(events.length, "event")} found${also}. Map and table show only these.`;
    }

    let drawn = null;
    function draw() {
      const { state } = store;
      const text = state.find;
      // What somebody is typing is theirs: a trailing space is cut in the search, not in the box.
      if (A.tidy(input.value) !== text) input.value = text;
      const key = text && [text, ...store.shown.keys()].join(" ");
      if (key === drawn) return;
      drawn = key;
      const places = text ? placesFound(atlas, text) : [];
      const events = text ? atlas.events.filter(({ id }) => store.shown.has(id)) : [];
      A.write(said, saidText(text, places, events));
      const items = [
        ...places.slice(0, MOST_PLACES).map((place) => opener(place.name, () =>
          store.set({ event: null, about: { kind: "place", id: place.id } }))),
        ...events.slice(0, MOST_EVENTS).map((event) => opener(event.title, () =>
          store.set({ event: event.id, about: null }))),
      ];
      list.replaceChildren(...items);
      A.hide(list, !items.length);
    }

    lease.on(input, "input", () => store.set({ find: A.tidy(input.value) }));
    lease.on(input, "keydown", (event) => {
      // A letter is a letter here; Escape empties the box before it closes anything else.
      if (event.key === "Escape" && input.value) {
        input.value = "";
        store.set({ find: "" });
        event.preventDefault();
      } else if (event.key === "Escape") return;
      event.stopPropagation();
    });
    lease.on(view.root, "keydown", (event) => {
      if (event.key !== "/" || event.altKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
      event.preventDefault();
      view.foldFilters(true);
      input.focus();
    });
    lease.add(store.subscribe(draw));
    draw();
    return { node, destroy: lease.end };
  };
})((globalThis.CorridorAtlas ??= {}));

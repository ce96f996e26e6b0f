"""Whatever can be clicked together is restored by its link, in a new browser, to the same marks."""

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.actions import ask
from tests.browser.conftest import RESET, open_atlas, wait_for_map
from tests.browser.server import Server

STATES = 200
A_BATCH = 50
AT_ONCE = 5
STILL = {"reduced_motion": "reduce"}
NewContext = Callable[..., tuple[BrowserContext, Any]]

# What a hand could do next: any control that is seen, but for those that lead away, play on, or
# save something. `chance` is a generator with a seed, so that a failure can be repeated.
CLICK_ABOUT = """async ([seed, steps]) => {
  const host = document.querySelector('.atlas').parentElement;
  const { view } = host[Symbol.for('corridor-atlas-host')];
  let held = seed;
  const chance = (below) => {
    held = (Math.imul(held, 1664525) + 1013904223) >>> 0;
    return Math.floor((held / 2 ** 32) * below);
  };
  const one = (list) => list[chance(list.length)];
  const AWAY = '.atlas-time-play, .atlas-lane-play, .atlas-tool-full, .atlas-share *, ' +
    '.atlas-picture *, .atlas-table-save, a';
  const seen = (selector) => [...view.root.querySelectorAll(selector)].filter((element) =>
    !element.matches(AWAY) && !element.disabled && element.getClientRects().length > 0 &&
    element.checkVisibility({ visibilityProperty: true }));
  const key = (element, name) => element.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  const say = (element, value, type) => {
    element.value = value;
    element.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const enter = (selector) => {
    const found = one(seen(selector));
    if (found) key(found, 'Enter');
  };
  const words = view.atlas.places.flatMap(({ name, name_ar }) => [name, name_ar]).filter(Boolean)
    .concat(view.atlas.actors.map(({ name }) => name));
  const KEYS = ['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End'];
  const done = [];
  const acts = {
    button: () => one(seen('button'))?.click(),
    box: () => one(seen('input[type=checkbox], input[type=radio]'))?.click(),
    filters: () => one(seen('.atlas-filters input[type=checkbox]'))?.click(),
    fold: () => one(seen('summary'))?.click(),
    slide: () => {
      const slider = one(seen('[role=slider]'));
      for (let n = chance(6); n >= 0; n -= 1) key(slider, one(KEYS));
    },
    mark: () => enter('.atlas-pin, .atlas-badge'),
    shape: () => enter('path[role=button]'),
    choose: () => {
      const select = one(seen('select'));
      if (select) say(select, one([...select.options]).value, 'change');
    },
    find: () => {
      const box = one(seen('input[type=search]'));
      if (box) say(box, chance(3) ? one(words).slice(0, 2 + chance(9)) : '', 'input');
    },
    move: () => view.map.setView([31 + 5 * chance(1000) / 1000, 36 + 9 * chance(1000) / 1000],
      5 + chance(9) / 2, { animate: false }),
    close: () => key(view.root, 'Escape'),
  };
  while (done.length < steps) {
    const name = one(Object.keys(acts));
    acts[name]();
    done.push(name);
  }
  view.store.set({ playing: false });
  // The map takes the room that filters or a panel left it in the next frame.
  for (let n = 0; n < 3; n += 1) await new Promise(requestAnimationFrame);
  return [done, CorridorAtlas.shareLink(view)];
}"""
# What is seen on the map, apart from where on the screen it lies.
SEEN = """(() => {
  const all = (selector, read) => [...view.root.querySelectorAll(selector)].map(read).sort();
  // How long the shift's words are is a matter of room, which an open chart takes from the map.
  const looks = ({ classList }) => [...classList].filter((one) => one !== 'atlas-shift-short')
    .sort().join(' ');
  const isSeen = (one) => one.getClientRects().length > 0;
  return {
    marks: all('.atlas-pin', (pin) => [pin.dataset.event, looks(pin), pin.style.transform,
      Boolean(pin.querySelector('.atlas-pin-hollow')), pin.getAttribute('aria-label')].join('|')),
    badges: all('.atlas-badge', (one) => `${one.dataset.place} ${one.textContent}`),
    shown: [...view.store.shown].map((one) => one.join(' ')),
    routes: view.atlas.routes.map(({ id }) => id).filter((id) =>
      CorridorAtlas.routeOn(view.atlas, view.store.state, view.atlas.route[id], view.store.shown)),
    shapes: all('.atlas-map path.leaflet-interactive', (one) => (isSeen(one) ?
      one.getAttribute('aria-label') || one.getAttribute('class') : '')).filter(Boolean),
    // A part without the shift lacks its label too, which the app has all the same, undrawn.
    dim: all('.atlas-dim', (one) => (!one.matches('.atlas-shift-label') ||
      CorridorAtlas.shiftOn(view.atlas, view.store.state, view.store.shown) ? looks(one) : ''))
      .filter(Boolean),
    arabic: all('.atlas-label-arabic', (one) => one.textContent),
    lanes: all('.atlas-lane [role=slider]', (one) => one.getAttribute('aria-valuetext')),
    card: view.panes.card.hidden ? '' : view.panes.card.querySelector('h2').textContent,
    count: view.root.querySelector('.atlas-time-count').innerText,
    zoom: view.map.getZoom(),
  };
})()"""


def clicked_together(page: Page, seed: int) -> tuple[str, dict[str, Any]]:
    """Return the link of a state that random clicks lead to, and what is seen in it."""
    page.evaluate(RESET)
    chance = random.Random(seed)
    _, link = page.evaluate(CLICK_ABOUT, [chance.randrange(2**32), chance.randrange(3, 14)])
    return str(link), ask(page, SEEN)


@pytest.mark.parametrize("batch", range(STATES // A_BATCH))
def test_a_link_restores_what_was_clicked_together(
    new_context: NewContext, server: Server, batch: int
) -> None:
    context, _ = new_context(**STILL)
    page = context.new_page()
    open_atlas(page, server)
    elsewhere, _ = new_context(**STILL)
    # Each link is loaded in full; pages are kept, for opening one costs a third of a load.
    others = [elsewhere.new_page() for _ in range(AT_ONCE)]
    differing: Counter[str] = Counter()
    for first in range(batch * A_BATCH, (batch + 1) * A_BATCH, AT_ONCE):
        made = {seed: clicked_together(page, seed) for seed in range(first, first + AT_ONCE)}
        # Some at once: most of a load is spent waiting.
        for (link, _), other in zip(made.values(), others, strict=True):
            other.goto(link, wait_until="commit")
        for (seed, (link, seen)), other in zip(made.items(), others, strict=True):
            other.bring_to_front()
            wait_for_map(other)
            assert ask(other, SEEN) == seen, f"seed {seed}: {link}"
            assert ask(other, "CorridorAtlas.shareLink(view)") == link, f"seed {seed}"
            assert other.get_by_text("was not understood").count() == 0, link
            differing.update([str(seen["marks"])])
    assert len(differing) > A_BATCH // 2, "the states hardly differ"

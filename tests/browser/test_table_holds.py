"""The table holds what Python selects and all that the map draws, in random states."""

import random
from datetime import date
from typing import Any

from playwright.sync_api import Page

from geo.dataset import load_dataset
from geo.rules.planned import event_when
from geo.rules.stated import reading
from geo.selection.select import select
from geo.sentences.where import where_text
from panels.address import state_of
from tests.browser.actions import ask
from tests.browser.test_selection import random_selection

WHOLE = load_dataset()
MATCHES = {"for certain": "certain", "possibly": "possible"}
# What the map draws and the table holds, state by state; each is let come to rest.
LOOK = """(async () => {
  const A = CorridorAtlas;
  const frame = () => new Promise(requestAnimationFrame);
  const lines = (grid) => [...document.querySelectorAll(`.atlas-grid-${grid} tbody tr`)];
  const cells = (grid) => lines(grid).map((line) => Object.fromEntries([['id', line.dataset.id],
    ...[...line.cells].map((cell) => [cell.dataset.label, cell.textContent])]));
  const places = /atlas-(dot|site|area|strike-site|waypoint)/;
  const all = [];
  for (const one of given) {
    view.store.set(Object.assign(A.emptyState(view.atlas), one, { show: 'table' }));
    for (let i = 0; i < 3; i += 1) await frame();
    const at = [];
    view.map.eachLayer((layer) => {
      const element = layer.getElement && layer.getElement();
      if (!element || !layer.getLatLng || !places.test(element.getAttribute('class'))) return;
      if (element.classList.contains('atlas-gone')) return;
      const { lat, lng } = layer.getLatLng();
      at.push(`${+lat.toFixed(4)}, ${+lng.toFixed(4)}`);
    });
    const named = [...document.querySelectorAll('.atlas-map path[role=button]')]
      .filter((path) => !path.classList.contains('atlas-gone'))
      .map((path) => path.getAttribute('aria-label'));
    const labels = [...document.querySelectorAll('.atlas-label')]
      .filter((label) => label.getClientRects().length > 0 &&
        !label.classList.contains('atlas-label-country')).map((label) => label.textContent);
    all.push({ events: cells('events'), routes: cells('routes'), places: cells('places'), at, named,
      labels, pins: [...document.querySelectorAll('.atlas-pin')].map((pin) => pin.dataset.event),
      words: [...document.querySelectorAll('.atlas-table-words')].map((one) => one.textContent),
      arrows: document.querySelectorAll('.atlas-shift-arrow').length,
      zones: document.querySelectorAll('path.atlas-zone').length });
  }
  return all;
})()"""


def looks(page: Page, states: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask(page, LOOK, states)
    return found


def in_time(event_id: str, stated_only: bool) -> tuple[date, date, str]:
    days = reading(WHOLE, event_id, stated_only)
    first = days.first_day or days.last_day or date.max
    return first, days.last_day or days.first_day or date.max, event_id


def test_its_rows_are_those_that_python_selects(page: Page) -> None:
    chance = random.Random(20170602)
    selections = [random_selection(chance) for _ in range(60)]
    found = looks(page, [state_of(one) for one in selections])
    rows = 0
    for selection, seen in zip(selections, found, strict=True):
        chosen = select(WHOLE, selection)
        listed = {one["id"]: MATCHES[one["In the window"]] for one in seen["events"]}
        assert listed == {event: str(match) for event, match in chosen.matches.items()}
        stated = selection.stated_only
        assert list(listed) == sorted(listed, key=lambda one: in_time(one, stated))
        for one in seen["events"]:
            event = WHOLE.event_rows[one["id"]]
            assert one["What"] == event.title
            assert one["Where"] == where_text(WHOLE, one["id"], stated)
            when = event_when(WHOLE, event, stated_only=stated)
            assert when in one["When"] or one["When"] == f"reported {when.rpartition(' on ')[2]}"
        assert {one["id"] for one in seen["routes"]} == set(chosen.route_rows)
        rows += len(listed)
    assert rows > 400


def test_every_mark_route_and_place_that_is_drawn_is_in_it(page: Page) -> None:
    chance = random.Random(20210226)
    states = [state_of(random_selection(chance)) for _ in range(40)]
    states += [{"event": "mattis-hearing-2017-06-13"}, {"about": {"kind": "place", "id": "raqqa"}}]
    gazetteer = {place.name for place in WHOLE.gazetteer.values()}
    zones = {"Deconfliction zone around al-Tanf"}
    for seen in looks(page, states):
        marked = {one["id"] for one in seen["events"] if one["On the map"] == "marked"}
        assert marked == set(seen["pins"])
        positions = {one["Latitude, longitude"] for one in seen["places"]}
        assert set(seen["at"]) <= positions
        names = {one["Name"] for one in (*seen["places"], *seen["routes"])}
        shift, zone = seen["words"]
        for label in seen["named"]:
            known = any(label.startswith(name) for name in names | zones)
            assert known or label.startswith("about 140 miles south"), label
        assert {label for label in seen["labels"] if label in gazetteer} <= names | zones
        assert bool(zone) == bool(seen["zones"])
        assert bool(shift) >= bool(seen["arrows"])

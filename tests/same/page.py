"""What a link shows, read from the page alone: its elements, and the map for where they lie."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.browser.actions import settle
from tests.browser.conftest import DESKTOP, Watched, wait_for_map
from tests.same.comparing import Unread

# What is folded away is part of a card, and text that is not laid out is none of innerText.
UNFOLD = "document.querySelectorAll('.atlas-card details').forEach((one) => { one.open = true; })"

# Nothing here knows a function or a field of ours but `view.map`: code may be put elsewhere.
READ = """() => {
  const root = document.querySelector('.atlas');
  const { view } = root.parentElement[Symbol.for('corridor-atlas-host')];
  const find = (selector, from = root) => [...from.querySelectorAll(selector)];
  const words = (text) => text.replace(/\\s+/g, ' ').trim();
  const lines = (text) => text.split('\\n').map(words).filter(Boolean);
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true });
  const classes = (one) => [...one.classList].filter((name) => !name.startsWith('leaflet-'))
    .sort().join(' ');

  const layers = [];
  view.map.eachLayer((layer) => { if (layer.getElement?.()) layers.push(layer); });
  const shapes = (one) => find('path:not(.atlas-pin-halo, .atlas-pin-plate)', one)
    .map((path) => [path.closest('[transform]'), path])
    .map(([placed, path]) => `${placed.getAttribute('transform')} ${path.getAttribute('d')}`);

  const marks = {};
  for (const layer of layers) {
    const pin = layer.getElement().querySelector('.atlas-pin');
    if (!pin) continue;
    const plate = pin.querySelector('.atlas-pin-plate');
    const hollow = plate.matches('.atlas-pin-hollow');
    const { lat, lng } = layer.getLatLng();
    const label = pin.getAttribute('aria-label');
    const { event } = pin.dataset;
    if (marks[event]) throw new Error(`two marks of ${event}`);
    marks[event] = { lat, lon: lng, hollow, label,
      side: /Side: ([^;]*)/.exec(label)?.[1] ?? null,
      colour: getComputedStyle(plate)[hollow ? 'stroke' : 'fill'],
      plate: plate.getAttribute('d'),
      sign: shapes(pin),
      corners: find('.atlas-pin-badge', pin).map((one) =>
        `${one.getAttribute('transform')} ${one.textContent}`),
      gathered: pin.matches('.atlas-gathered'), looks: classes(pin) };
  }
  const pins = find('.atlas-pin').length;
  if (Object.keys(marks).length !== pins) throw new Error('a mark is no layer of the map');

  // Lines, areas and places, as Leaflet has them. Six digits are a tenth of a metre.
  const round = (degrees) => Number(degrees.toFixed(6));
  const corners = (layer) => {
    if (!layer.getBounds) return [layer.getLatLng().lat, layer.getLatLng().lng];
    const box = layer.getBounds();
    return box.isValid() ? [box.getSouth(), box.getWest(), box.getNorth(), box.getEast()] : [];
  };
  const drawn = layers.filter((layer) => layer.getElement().matches('path')).map((layer) => {
    const element = layer.getElement();
    return [layer.options.pane, classes(element), element.getAttribute('aria-label') ?? '',
      element.closest('.atlas-dim') ? 'dim' : '', isSeen(element) ? '' : 'unseen',
      getComputedStyle(element).stroke,
      layer.getLatLngs ? `${layer.getLatLngs().flat(3).length} points` : `${layer.getRadius()}`,
      ...corners(layer).map(round),
    ].filter((part) => part !== '').join(' | ');
  }).sort();

  const card = root.querySelector('.atlas-card');
  const table = root.querySelector('.atlas-table');
  return {
    marks,
    count: words(root.querySelector('.atlas-time-count').innerText),
    card: isSeen(card) ? lines(card.innerText) : [],
    notices: find('[data-testid=stAlert], [data-testid=stCode]', document)
      .flatMap((one) => lines(one.innerText)),
    badges: find('.atlas-badge').map((one) =>
      `${one.dataset.places}: ${one.textContent}, ${one.getAttribute('aria-label')}`).sort(),
    drawn,
    names: find('.atlas-label').filter(isSeen).map((one) => words(one.innerText)).sort(),
    sliders: find('[role=slider]').map((one) =>
      `${one.getAttribute('aria-label')}: ${one.getAttribute('aria-valuetext')}`),
    switches: find('.atlas-filters input').map((one) => [
      words(one.labels[0]?.textContent ?? one.getAttribute('aria-label') ?? ''),
      one.type === 'search' ? one.value : one.indeterminate ? 'part' : one.checked ? 'on' : 'off',
      words(document.getElementById(one.getAttribute('aria-describedby'))?.textContent ?? ''),
    ].join(' | ')),
    table: isSeen(table) ? find('tr', table).map((row) =>
      [...row.cells].map((cell) => words(cell.textContent)).join(' | ')) : [],
    view: [view.map.getCenter().lat, view.map.getCenter().lng, view.map.getZoom()],
  };
}"""


class Reader:
    """One page of one checkout, which opens link after link."""

    def __init__(self, browser: Browser, url: str, name: str) -> None:
        self.url = url
        self.name = name
        self.context: BrowserContext = browser.new_context(
            viewport=DESKTOP,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        self.watched = Watched(self.context)
        self.page: Page = self.context.new_page()

    def read(self, link: str) -> dict[str, Any] | Unread:
        """
        Open a link and read what it shows once nothing is to come.

        Parameters
        ----------
        link
            ``?`` and a query.

        Returns
        -------
        reading
            By part, with the query of the ``address`` that the page came to rest on; or why there
            is none.
        """
        self.watched.faults.clear()
        try:
            self.page.goto(self.url + link, wait_until="commit")
            wait_for_map(self.page)
            settle(self.page)
            # Known before anything is unfolded.
            address = urlsplit(self.page.url).query
            self.page.evaluate(UNFOLD)
            settle(self.page)
            reading = {"address": address, **self.page.evaluate(READ)}
        except (AssertionError, Error) as error:
            # A page that hangs would spoil those after it.
            self.page.close()
            self.page = self.context.new_page()
            return Unread(self.name, str(error).partition("\n")[0])
        if self.watched.faults:
            return Unread(self.name, "; ".join(self.watched.faults))
        return reading

    def close(self) -> None:
        """Close the page with all that belongs to it."""
        self.context.close()

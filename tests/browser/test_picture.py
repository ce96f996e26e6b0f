"""Save picture: a PNG of the map as it is seen, with a legend of what is in it and no more."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from geo.dataset import load_dataset
from panels.dataset import FOLDER_VARIABLE
from panels.imported import EVENTS_VARIABLE
from tests.browser.actions import ask, settle, told
from tests.browser.conftest import DESKTOP, READY_MS, open_atlas
from tests.browser.imported import COUNT, csv_text
from tests.browser.picture import MOST_FAR, assert_as_seen, difference, made, save
from tests.browser.proxy import PolicyProxy
from tests.browser.server import Server
from tests.browser.test_hostile import HOSTILE, hostile_copy
from tests.browser.test_map import POLICY, under_policy

NewContext = Callable[..., tuple[BrowserContext, Any]]
WHOLE = load_dataset()
PHONE = {"width": 390, "height": 844}
STRIKE = "strike-2017-05-18"
STATES = {
    "first view": "0",
    "filtered, in a window": "view.store.set({ first_day: '2017-05-10', last_day: '2017-06-05', "
    "sides: ['us-coalition', 'syrian-government'], find: 'tanf' })",
    "the articles alone": "view.store.set({ stated_only: true })",
    "an open event, close by": "(view.store.set({ event: 'strike-2017-05-18', about: null }), "
    "view.map.setView([34.2, 40.5], 7.5, { animate: false }))",
    "in the middle of a zoom": "view.map.setView([34.4, 39.5], 8)",
}


def opened(new_context: NewContext, server: Server, **options: Any) -> Page:
    """Open the map at two pixels of the screen to one of the page, as the picture is drawn."""
    context, _ = new_context(**{"device_scale_factor": 2, **options})
    page = context.new_page()
    open_atlas(page, server)
    settle(page)
    return page


@pytest.fixture(scope="module")
def with_set(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("events") / "operator.csv"
    path.write_text(csv_text(), encoding="utf-8")
    with Server({EVENTS_VARIABLE: str(path)}) as started:
        yield started


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_the_picture_shows_what_the_map_shows(
    new_context: NewContext, server: Server, state: str
) -> None:
    page = opened(new_context, server)
    ask(page, state)
    assert_as_seen(page, save(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_so_it_does_on_a_phone_and_in_the_dark(
    new_context: NewContext, server: Server, scheme: str
) -> None:
    page = opened(new_context, server, viewport=PHONE, color_scheme=scheme)
    saved = save(page)
    assert_as_seen(page, saved)
    # Its legend lies below the map.
    assert saved.image.height > 2 * saved.image.width


def test_imported_marks_and_discs_are_in_the_picture(
    new_context: NewContext, with_set: Server
) -> None:
    page = opened(new_context, with_set)
    count = page.locator(".atlas-time-count")
    expect(count).to_contain_text(f"Imported: {COUNT}", timeout=READY_MS)
    settle(page)
    assert_as_seen(page, save(page))
    told = made(page)
    assert "imported-disc" in told["keys"]
    assert "so many events" in told["text"]
    assert "operator.csv, from none of the articles" in told["text"]
    assert f"Imported: {COUNT} of {COUNT}" in told["text"]


def test_a_missing_pane_would_be_noticed(new_context: NewContext, server: Server) -> None:
    page = opened(new_context, server)
    saved = save(page)
    for pane in ("marker", "atlas-corridor-shifted"):
        hidden = f".leaflet-{pane}-pane {{ visibility: hidden }}"
        assert difference(page, saved, hidden)[1] > MOST_FAR


def test_it_has_twice_the_pixels_of_a_plain_screen(new_context: NewContext, server: Server) -> None:
    page = opened(new_context, server, device_scale_factor=1, viewport=DESKTOP)
    size = ask(page, "(({ x, y }) => [x, y])(view.map.getSize())")
    saved = save(page)
    told = made(page)
    assert told["ratio"] == 2
    assert [told["map"]["width"], told["map"]["height"]] == [2 * size[0], 2 * size[1]]
    assert list(saved.image.size) == told["size"]
    assert ask(page, "(({ x, y }) => [x, y])(view.map.getSize())") == size, "nothing has shifted"


def test_a_huge_map_is_capped(new_context: NewContext, server: Server) -> None:
    page = opened(
        new_context, server, device_scale_factor=1, viewport={"width": 5200, "height": 3000}
    )
    told = made(page)
    assert told["ratio"] < 2
    assert told["size"][0] * told["size"][1] < 37e6


def test_the_legend_tells_of_what_is_drawn_only(new_context: NewContext, server: Server) -> None:
    page = opened(new_context, server)
    whole = made(page)
    drawn = {"original", "shifted", "shift", "site", "badge", "moved", "planned", "disputed"}
    assert drawn <= set(whole["keys"])
    assert not {"hollow", "ring", "imported-disc", "glyph:statement"} & set(whole["keys"])
    assert "Timeline" not in whole["text"]
    assert "Natural Earth" in whole["text"] and "GeoNames (CC BY 4.0)" in whole["text"]
    assert f"Data version {WHOLE.version}" in whole["text"]
    patch = {
        "sides": ["us-coalition"],
        "last_day": "2017-05-20",
        "layers": ["land", "us-coalition"],
    }
    ask(page, "view.store.set(given)", patch)
    ask(page, f"view.store.set({{ event: '{STRIKE}' }})")
    ask(page, "view.map.setView([33.5, 38.7], 8, { animate: false })")
    few = made(page)
    assert {"side:us-coalition", "glyph:airstrike", "ring"} <= set(few["keys"])
    assert not {"original", "shifted", "site", "disputed", "side:iran-aligned"} & set(few["keys"])
    assert "corridor, original course" not in few["text"]
    title = WHOLE.event_rows[STRIKE].title
    assert f"Highlighted{title}, 18 May 2017" in few["text"]
    assert "up to 20 May 2017, each event on the day it happened" in few["text"]
    assert "Sidesonly US and coalition" in few["text"]


NAMES = {
    "corridor-atlas.png": {},
    "corridor-atlas-2017-05-18.png": {"event": STRIKE},
    "corridor-atlas-2017-05-20.png": {"first_day": "2017-05-20", "last_day": "2017-05-20"},
    "corridor-atlas-2017-05-20-to-2017-06-01.png": {
        "first_day": "2017-05-20",
        "last_day": "2017-06-01",
    },
    "corridor-atlas-from-2017-05-20.png": {"first_day": "2017-05-20"},
}


@pytest.mark.parametrize("name", NAMES)
def test_its_name_says_which_days(page: Page, name: str) -> None:
    ask(page, "view.store.set(given)", NAMES[name])
    assert ask(page, "CorridorAtlas.pictureName(view)") == name


def test_text_from_data_is_only_drawn(
    new_context: NewContext, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("hostile") / "data"
    hostile_copy(folder)
    with Server({FOLDER_VARIABLE: str(folder)}) as started:
        page = opened(new_context, started)
        # An event that stands out, and an article that is left out: both are named on the sheet.
        patch = {"event": STRIKE, "articles": list(WHOLE.articles)[:-1]}
        ask(page, "view.store.set(given)", patch)
        settle(page)
        assert_as_seen(page, save(page))
        told = made(page)
        assert f"{WHOLE.event_rows[STRIKE].title} {HOSTILE}" in told["text"]
        assert f"{list(WHOLE.articles.values())[-1].publisher} {HOSTILE}" in told["text"]
        assert told["images"] == 0
        assert page.locator("img[src='x']").count() == 0
        page.close()


def test_it_is_made_under_the_content_policy(new_context: NewContext, server: Server) -> None:
    with under_policy(new_context, server) as (page, refused):
        assert save(page).image.width
        assert len(refused) == 1


def test_a_picture_from_another_site_is_left_out(new_context: NewContext, server: Server) -> None:
    page = opened(new_context, server)
    address = ask(page, "view.assets.relief")
    with PolicyProxy(server.port, POLICY) as other:
        path = address.replace(server.url, "").lstrip("/")
        elsewhere = "view.L.imageOverlay(given, [[30, 34], [33, 40]]).addTo(view.map)"
        ask(page, elsewhere, other.url + path)
        expect(page.locator(f"img[src='{other.url}{path}']")).to_be_attached()
        with told(page, "without what comes from another site"):
            assert save(page).image.width


def test_a_failure_is_said_in_a_sentence(new_context: NewContext, server: Server) -> None:
    context, _ = new_context()
    context.add_init_script("HTMLCanvasElement.prototype.toBlob = (done) => done(null)")
    page = context.new_page()
    open_atlas(page, server)
    button = page.get_by_role("button", name="Save picture")
    button.click()
    expect(page.get_by_text("The picture could not be made.")).to_be_visible()
    expect(button).to_be_enabled()

"""The current event is brought into sight, until the reader chooses a view of the map."""

from playwright.sync_api import Page, expect

from tests.browser.actions import ask, lane, view_of

AFAR = "trump-riyadh-visit-2017"
TOLD_BY = "newarab-2017-05-31"
TWO_FRAMES = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done())))"""
IN_SIGHT = """(() => {
  const at = view.map.latLngToContainerPoint(view.atlas.event[view.store.state.current].mark);
  const size = view.map.getSize();
  const { card } = view.panes;
  return at.x > 20 && at.x < size.x - card.offsetWidth - 20 && at.y > 20 && at.y < size.y - 20;
})()"""


def rest(page: Page) -> None:
    """Return once the map neither pans nor zooms; a zoom begins a frame after it was asked for."""
    page.evaluate(TWO_FRAMES)
    expect(page.locator(".leaflet-pan-anim, .leaflet-zoom-anim")).to_have_count(0)


def go_afar(page: Page) -> None:
    """Move to the stop before the event that lies outside the first view, then to the event."""
    stop = ask(page, "view.atlas.stopOf[given[0]][given[1]]", [TOLD_BY, AFAR])
    patch = "{ cursors: { [given[0]]: given[1] }, current: null, event: null }"
    ask(page, f"view.store.set({patch})", [TOLD_BY, stop])
    lane(page, TOLD_BY).press("ArrowRight")
    rest(page)


def test_a_step_brings_its_event_into_sight_until_a_view_is_chosen(page: Page) -> None:
    follow = page.get_by_role("button", name="Follow")
    expect(follow).to_have_attribute("aria-pressed", "true")
    pointer = page.locator(".atlas-away")
    first = view_of(page)
    assert not ask(page, "view.map.getBounds().contains(view.atlas.event[given].mark)", AFAR)
    lane(page, TOLD_BY).press("ArrowLeft")
    rest(page)
    assert view_of(page) == first, "what is in sight moves nothing"
    go_afar(page)
    assert ask(page, IN_SIGHT)
    # A step while the map is still on its way takes over from where it is.
    ask(page, "(view.map.setView(given, view.map.getZoom(), { animate: false }), 0)", first[:2])
    follow.click()
    for key in ("ArrowLeft", "ArrowRight", "ArrowLeft", "ArrowRight"):
        lane(page, TOLD_BY).press(key)
    rest(page)
    assert ask(page, IN_SIGHT)
    assert view_of(page)[2] == first[2], "the zoom never changes"
    expect(pointer).to_be_hidden()
    expect(follow).to_have_attribute("aria-pressed", "true")
    # By hand the reader chooses a view: from now on no step moves the map.
    page.locator(".atlas-map").hover(position={"x": 500, "y": 250})
    page.mouse.wheel(0, -600)
    expect(follow).to_have_attribute("aria-pressed", "false")
    rest(page)
    page.get_by_role("button", name="Whole corridor").click()
    rest(page)
    chosen = view_of(page)
    go_afar(page)
    assert view_of(page) == chosen
    expect(pointer).to_be_visible()
    follow.click()
    expect(pointer).to_be_hidden()
    rest(page)
    assert ask(page, IN_SIGHT)
    expect(follow).to_have_attribute("aria-pressed", "true")
    lane(page, TOLD_BY).press("ArrowRight")
    rest(page)
    page.get_by_role("region", name="Map").press("ArrowLeft")
    expect(follow).to_have_attribute("aria-pressed", "false")

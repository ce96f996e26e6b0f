"""The table alone: days and places as the articles have them, the order, the heads, the file."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from geo.dataset import Dataset, load_dataset
from layers.payload.whole import payload
from tests.browser.parts import blank_page, content, mount

NewContext = Callable[..., tuple[BrowserContext, Any]]
WHOLE = load_dataset()
FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", "\rx"]
OTHERS = ["", "18 May 2017", "a = b", "'x"]
ODD = [
    'say "no"',
    "a,b;c",
    "line\nbreak",
    "line\r\nbreak",
    "دير الزور",
    "é 🙂 \u2028",
    '="a"',
    " =1",
]
TABLE = """() => {
  const A = globalThis.CorridorAtlas;
  const { panes, root, lease } = view;
  panes.stage = A.el("div", "atlas-stage");
  panes.tools = A.el("div", "atlas-tools");
  panes.table = A.el("section", "atlas-table", null, { tabindex: 0 });
  panes.tools.append(A.el("button", "atlas-tool-table", "Table"));
  panes.stage.append(panes.tools, panes.table);
  root.append(panes.stage);
  lease.add(A.table(view));
}"""
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def opened(new_context: NewContext, given: dict[str, Any] | None = None, **patch: Any) -> Page:
    context, _ = new_context()
    page = mount(blank_page(context), given or content())
    page.evaluate(TABLE)
    page.evaluate("(patch) => view.store.set(patch)", {"show": "table"} | patch)
    return page


def rows(page: Page) -> list[dict[str, str]]:
    """Return the rows of the events as they stand, by column."""
    found: list[dict[str, str]] = page.eval_on_selector_all(
        ".atlas-grid-events tbody tr",
        """(all) => all.map((row) => Object.fromEntries([["id", row.dataset.id],
          ...[...row.cells].map((cell) => [cell.dataset.label, cell.textContent])]))""",
    )
    return found


def row(page: Page, event_id: str) -> dict[str, str]:
    return next(one for one in rows(page) if one["id"] == event_id)


def saved(page: Page) -> list[dict[str, str]]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as CSV").click()
    assert waiting.value.suggested_filename == "corridor-atlas-events.csv"
    with open(waiting.value.path(), "rb") as stream:  # noqa: PTH123
        raw = stream.read()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_only_what_the_articles_say_reaches_days_places_and_order(new_context: NewContext) -> None:
    page = opened(new_context)
    assert row(page, "strike-2017-06-08")["When"] == "8 June 2017"
    page.evaluate("view.store.set({ stated_only: true })")
    stated = rows(page)
    when = {one["id"]: one["When"] for one in stated}
    assert when["strike-2017-06-08"] == "some day between 5 and 11 June 2017"
    assert when["crossing-from-iraq-2017"] == "undated"
    order = [one["id"] for one in stated]
    assert order.index("crossing-from-iraq-2017") > order.index("strike-2021-02-25")
    assert order.index("strike-2017-06-08") < order.index("mattis-hearing-2017-06-13")


def test_a_place_that_no_article_names_is_no_word_of_theirs(new_context: NewContext) -> None:
    kept = tuple(
        one
        for one in WHOLE.event_places
        if (one.event_id, one.place_id) != ("strike-2017-05-18", "al-tanf")
    )
    changed: Dataset = replace(WHOLE, event_places=kept)
    page = opened(new_context, payload(changed), stated_only=True)
    assert row(page, "strike-2017-05-18")["Where"] == "no place given"
    assert row(page, "strike-2017-05-18")["On the map"].startswith("No mark: the articles alone")


def test_a_site_is_on_the_map_while_it_is_drawn_or_named(new_context: NewContext) -> None:
    given = content()
    sites = [one for one in given["places"] if one["site"]]
    assert len(sites) == 4
    sites[-1]["named"] = False
    names = [one["name"] for one in sites]
    page = opened(new_context, given, types=[])
    for layers, stated_only, expected in (
        (["places", "labels"], False, names),
        (["places"], False, names),
        (["labels"], False, names),
        (["places"], True, names[:-1]),
        (["relief"], False, []),
    ):
        page.evaluate(
            "(patch) => view.store.set(patch)", {"layers": layers, "stated_only": stated_only}
        )
        told = page.locator(".atlas-grid-places tbody th").all_text_contents()
        assert sorted(told) == sorted(expected)


def test_undated_events_come_last_whichever_way_the_days_go(new_context: NewContext) -> None:
    page = opened(new_context)
    head = page.get_by_role("columnheader", name="When")
    undated = [one["When"] for one in rows(page)].count("undated")
    assert undated > 0
    dated = [one["id"] for one in rows(page)][:-undated]
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert [one["When"] for one in rows(page)][-undated:] == ["undated"] * undated
    assert [one["id"] for one in rows(page)][:-undated] == dated[::-1]


def test_every_head_sorts_both_ways_and_says_so(new_context: NewContext) -> None:
    page = opened(new_context)
    heads = page.locator(".atlas-grid-events thead th")
    titles = heads.all_inner_texts()
    assert len(titles) == 11
    for number in range(1, len(titles)):
        heads.nth(number).get_by_role("button").click()
        said = [one for one in page.locator("th[aria-sort]").all_inner_texts()]
        assert said == [titles[number]]
        cells = [one[titles[number]] for one in rows(page)]
        heads.nth(number).get_by_role("button").click()
        assert heads.nth(number).get_attribute("aria-sort") == "descending"
        turned = [one[titles[number]] for one in rows(page)]
        assert turned == cells[::-1]
        assert sorted(cells) == sorted(one[titles[number]] for one in rows(page))


def test_a_step_keeps_every_row_that_stays_and_a_shut_table_is_left_alone(
    new_context: NewContext,
) -> None:
    page = opened(new_context)
    page.evaluate(
        """document.querySelectorAll('.atlas-grid-events tbody tr')
          .forEach((line) => { line.knownAs = line.dataset.id; })"""
    )
    article = WHOLE.articles_of("strike-2017-05-18")[0]
    page.evaluate("(id) => view.store.set({ cursors: { [id]: 3 } })", article)
    page.evaluate(FRAMES)
    shown = page.evaluate("[...view.store.shown.keys()]")
    assert 0 < len(shown) < len(WHOLE.event_rows)
    known = page.eval_on_selector_all(
        ".atlas-grid-events tbody tr", "(all) => all.map((line) => line.knownAs)"
    )
    assert set(known) == set(shown)
    page.evaluate("view.store.set({ show: null })")
    before = rows(page)
    page.evaluate("view.store.set({ cursors: {}, types: ['airstrike'] })")
    page.evaluate(FRAMES)
    assert rows(page) == before
    page.evaluate("view.store.set({ show: 'table' })")
    assert {one["Kind"] for one in rows(page)} == {"Air strike"}


def test_a_filter_is_answered_at_once_and_a_step_alone_after_the_map(
    new_context: NewContext,
) -> None:
    page = opened(new_context)
    article = WHOLE.articles_of("strike-2017-05-18")[0]
    count = "document.querySelectorAll('.atlas-grid-events tbody tr').length"
    # In one breath, before anything is drawn.
    filtered, stepped = page.evaluate(
        f"""(article) => {{
          view.store.set({{ cursors: {{ [article]: 1 }}, types: ['airstrike'] }});
          const filtered = [{count}, view.store.shown.size];
          view.store.set({{ cursors: {{ [article]: 0 }}, last_day: '2017-06-30' }});
          return [filtered, [{count}, view.store.shown.size]];
        }}""",
        article,
    )
    assert filtered[0] == filtered[1] < len(WHOLE.event_rows)
    assert stepped[0] == filtered[0] != stepped[1]
    page.evaluate(FRAMES)
    assert page.evaluate(count) == stepped[1]


def test_a_row_that_goes_leaves_the_focus_in_the_table(new_context: NewContext) -> None:
    page = opened(new_context)
    page.locator('[data-id="strike-2021-02-25"] .atlas-card-open').focus()
    page.evaluate("view.store.set({ last_day: '2017-05-20' })")
    page.evaluate(FRAMES)
    assert page.evaluate("document.activeElement === view.panes.table")


def test_no_event_says_what_to_do(new_context: NewContext) -> None:
    page = opened(new_context, actors=[])
    assert rows(page) == []
    said = page.locator(".atlas-table-note:visible").first
    assert said.inner_text() == "No events shown: every actor is switched off. Switch one on."


def test_roles_are_named_in_the_file_as_on_the_card(new_context: NewContext) -> None:
    page = opened(new_context)
    found = {one["What"]: one for one in saved(page)}
    strike = WHOLE.event_rows["strike-2017-05-18"]
    actors = found[strike.title]["Actors"]
    assert actors.startswith("Carried out by: US military, US-led coalition; Aimed at: ")
    assert found[strike.title]["Summary"] == strike.summary


@pytest.mark.parametrize("text", [*FORMULAS, *OTHERS, *ODD])
def test_a_cell_of_the_file_is_text_and_the_same_text(new_context: NewContext, text: str) -> None:
    given = content()
    events = {one["id"]: one for one in given["events"]}
    events["strike-2017-05-18"]["summary"] = text
    page = opened(new_context, given, types=["airstrike"])
    title = WHOLE.event_rows["strike-2017-05-18"].title
    found = next(one for one in saved(page) if one["What"] == title)
    begins_as_a_formula = text.startswith(tuple("=+-@\t\r"))
    assert found["Summary"] == (f"'{text}" if begins_as_a_formula else text)


def test_the_file_holds_the_rows_as_they_stand(new_context: NewContext) -> None:
    page = opened(new_context, types=["airstrike", "visit"])
    page.get_by_role("columnheader", name="What").get_by_role("button").click()
    assert [one["What"] for one in saved(page)] == [one["What"] for one in rows(page)]

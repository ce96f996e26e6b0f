"""What the page gives away: every format, of what is shown and of everything, made by a click."""

import io

import pytest
from streamlit.testing.v1 import AppTest

from geo.export import EXPORTERS
from panels.downloads import OPENED_WITH, content
from tests.app import test_imported
from tests.app.test_imported import FILE, added
from tests.app.test_imported import folder as folder
from tests.app.test_page import WHOLE, download_labels, opened


def test_every_format_can_be_chosen() -> None:
    page = opened()
    box = page.selectbox(key="download_format")
    assert list(OPENED_WITH) == list(EXPORTERS)
    assert box.options == [exporter.label for exporter in EXPORTERS.values()]
    for name in EXPORTERS:
        box.set_value(name).run()
        assert not page.exception
        assert len(download_labels(page)) == 2
        assert any(said.value == OPENED_WITH[name] for said in page.caption)


@pytest.mark.parametrize("name", list(EXPORTERS))
def test_a_click_makes_what_the_command_line_makes(name: str) -> None:
    stream = io.BytesIO()
    EXPORTERS[name].write(WHOLE, stream)
    made = content(EXPORTERS[name], WHOLE)
    # GeoPackage holds the moment at which it was made.
    assert made == stream.getvalue() or name == "gpkg"


def test_what_is_folded_is_not_sent() -> None:
    page = opened()
    page.session_state["download_open"] = False
    page.run()
    assert not download_labels(page) and not page.selectbox


def test_what_is_shown_of_a_file_can_be_taken_away() -> None:
    page = added(test_imported.opened(), FILE)
    assert not labels(page, "Download these")
    page.toggle(key="table_open").set_value(True).run()
    assert labels(page, "Download these") == ["Download these 2 events (GeoJSON)"]


def labels(page: AppTest, start: str) -> list[str]:
    found = [button.proto.label for button in page.get("download_button")]
    return [label for label in found if label.startswith(start)]

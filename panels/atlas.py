"""The map's page: the map first, then what follows its selection."""

import streamlit as st
from streamlit.navigation.page import Page

from geo.dataset import Dataset
from geo.selection.link import BEFORE_ROLES
from geo.selection.select import select
from geo.selection.selection import Selection
from panels import downloads, imported, imported_table, lasting_address, map_host
from panels.address import Shown, initial, selection_from
from panels.dataset import dataset_or_stop
from panels.shared_memory import freeze_shared


@st.fragment
def _map_and_followers(dataset: Dataset, asked: Selection, shown: Shown, about: Page) -> None:
    """Rerun alone when the browser reports; filters and slider never rerun the whole page."""
    added = imported.current(dataset)
    query = map_host.mount(dataset, asked, shown, added.points if added else None)
    if query is None:
        # What follows would take room on the wire and in the browser from the map's first load.
        return
    selection, _ = selection_from(query, dataset)
    chosen = select(dataset, selection)
    with st.container(horizontal=True, vertical_alignment="center"):
        is_open = added is not None and imported_table.switch()
        downloads.show(dataset, chosen)
        st.page_link(about, label="About this map")
    if added and is_open:
        imported_table.show(added.event_set, selection, dataset)
    # Last, when whatever this run needed has been loaded and shown; the map's first load is over.
    freeze_shared(dataset.version, added.event_set.version if added else "")


def page(about: Page) -> None:
    """
    Show the atlas.

    Parameters
    ----------
    about
        The page about the map.
    """
    dataset = dataset_or_stop()
    asked, shown, notices = initial(dataset)
    _map_and_followers(dataset, asked, shown, about)
    # Outside the fragment, so that a step of a slider does not send it anew.
    imported.show(dataset)
    # After the map, which need not wait for it.
    lasting_address.renew(dataset)
    if BEFORE_ROLES in notices:
        st.info(BEFORE_ROLES)
    became = {row.became for row in dataset.renamed.values()}
    told = [notice for notice in notices if notice in became]
    if told:
        st.info("This link is from before some of what it names was given up:")
        st.code("\n".join(told), language=None, wrap_lines=True)
    left_out = [notice for notice in notices if notice not in (BEFORE_ROLES, *told)]
    if left_out:
        st.warning("Part of the link was not understood and is left out:")
        st.code("\n".join(left_out), language=None, wrap_lines=True)

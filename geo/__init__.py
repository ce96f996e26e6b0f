"""
What was reported: tables in, one checked dataset out, with no drawing and no page.

The names below are for programs and notebooks; docs/python.md shows them. What takes long to
import, geopandas before all, is imported when a frame or a format asks for it.
"""

from geo.dataset import Dataset, load_dataset
from geo.export import EXPORTERS, Exporter
from geo.model.problems import DataError, Problem
from geo.selection.link import parse_query
from geo.selection.select import select
from geo.selection.selection import Selection

__all__ = [
    "EXPORTERS",
    "DataError",
    "Dataset",
    "Exporter",
    "Problem",
    "Selection",
    "load_dataset",
    "parse_query",
    "select",
]

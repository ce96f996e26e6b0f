"""CSV tables in a zip: the tables of the data, one flat overview, and what they are."""

import csv
import io
import json
import zipfile
from datetime import date
from typing import BinaryIO

from geo.dataset import Dataset
from geo.export.about import about
from geo.export.base import Exporter, Follow, quietly
from geo.export.inert import inert
from geo.export.overview import overview
from geo.export.tables import Table, joined, tables

_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can name: the same content makes the same file, whenever it is made."""

_README = """\
Corridor Atlas, tables as CSV

{cite}
Licence: {licence}. {attribution}
Selection: {selection}
Rows: {counts}

overview.csv has one row for each event, with what the map shows of it; begin there.
The other tables are those of the atlas, restricted to the selection. Articles, actors, gazetteer
and coverage are whole. routes.csv, waypoints.csv and legs.csv are what routes.geojson
holds.

UTF-8 with a byte order mark, commas, CRLF. An empty cell means not stated, never zero. Lists are
joined by |. Days are ISO, coordinates WGS 84 degrees.
An apostrophe stands before a text that begins with = + - @, a tab or an end of line, also after
apostrophes, so that no spreadsheet takes it for a formula. To have the text as it was, take one
apostrophe from the front of such cells. Numbers and days have none.
"""


class CsvExporter(Exporter):
    """CSV tables in a zip."""

    name = "csv"
    label = "CSV tables (zip)"
    suffix = ".zip"
    media_type = "application/zip"

    def write(self, dataset: Dataset, stream: BinaryIO, follow: Follow = quietly) -> None:
        """Write README.txt, metadata.json, overview.csv and every table."""
        made = (overview(dataset), *tables(dataset))
        atlas = about(dataset, {table.name: len(table.rows) for table in made})
        chosen = "&".join(f"{name}={value}" for name, value in atlas["selection"].items())
        words = atlas | {
            "selection": chosen or "everything",
            "counts": ", ".join(f"{name} {count}" for name, count in atlas["counts"].items()),
        }
        # A zip is written with seeks, which a pipe has not.
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            _add(archive, "README.txt", _README.format(**words))
            described = json.dumps(atlas, ensure_ascii=False, allow_nan=False, indent=1)
            _add(archive, "metadata.json", f"{described}\n")
            for table in follow(made, "CSV", len(made)):
                _add(archive, f"{table.name}.csv", "\ufeff" + _csv(table))
        stream.write(whole.getvalue())


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _ALWAYS)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, text.encode())


def _csv(table: Table) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([_cell(row[name]) for name in table.columns])
    return text.getvalue()


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float | date):
        return value
    return inert(str(joined(value)))

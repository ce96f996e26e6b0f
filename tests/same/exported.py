"""
The GeoJSON of what queries show, by the checkout that this is run for.

Run as a file, with that checkout's interpreter and its root first on the path: only names of
``geo`` that are for programs (docs/python.md) are used, so that any checkout has them.
"""

import io
import json
import sys
from urllib.parse import parse_qs

from geo import EXPORTERS, load_dataset, parse_query, select


def main() -> None:
    """Read a list of queries, write their collections by query, both as JSON."""
    dataset = load_dataset()
    found = {}
    for query in json.load(sys.stdin):
        asked = {name: values[-1] for name, values in parse_qs(query, True).items()}
        selection, _ = parse_query(asked, dataset)
        stream = io.BytesIO()
        EXPORTERS["geojson"].write(select(dataset, selection), stream)
        found[query] = json.loads(stream.getvalue())
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()

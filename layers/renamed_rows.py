"""What became of ids that links made earlier hold, for the browser."""

from typing import Any

from geo.dataset import Dataset
from geo.renamed import RenamedKind


def renamed_rows(dataset: Dataset) -> dict[str, dict[str, Any]]:
    """
    Gather what became of ids, as ``geo.renamed.renewed`` uses it.

    Parameters
    ----------
    dataset
        Whole or selected.

    Returns
    -------
    dict
        By kind and old id: ``kind`` and ``id`` of what opens instead, both None where nothing
        does, and ``became``. Claims are left out; no link holds one.
    """
    found: dict[str, dict[str, Any]] = {}
    for (kind, old_id), row in dataset.renamed.items():
        if kind is not RenamedKind.CLAIM:
            new_kind, new_id = row.new or (None, None)
            found.setdefault(str(kind), {})[old_id] = {
                "kind": new_kind and str(new_kind),
                "id": new_id,
                "became": row.became,
            }
    return found

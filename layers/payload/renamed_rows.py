"""What became of ids that links made earlier hold, for the browser."""

from geo.dataset import Dataset
from geo.model.renamed import RenamedKind
from layers.contract import RenamedRow


def renamed_rows(dataset: Dataset) -> dict[str, dict[str, RenamedRow]]:
    """
    Gather what became of ids, as ``geo.selection.renewed.renewed`` uses it.

    Parameters
    ----------
    dataset
        Whole or selected.

    Returns
    -------
    dict
        By kind and old id. Claims are left out; no link holds one.
    """
    found: dict[str, dict[str, RenamedRow]] = {}
    for (kind, old_id), row in dataset.renamed.items():
        if kind is not RenamedKind.CLAIM:
            new_kind, new_id = row.new or (None, None)
            found.setdefault(str(kind), {})[old_id] = {
                "kind": new_kind and str(new_kind),
                "id": new_id,
                "became": row.became,
            }
    return found

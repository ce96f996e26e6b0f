"""The names of the months in the browser are those that Python writes."""

import re

from geo.rules.wording import MONTHS
from layers.base.assets import LAYERS_FOLDER

LIST = re.compile(r"export const MONTHS = \[(.*?)\];", re.DOTALL)


def test_the_browser_names_the_months_as_python_does() -> None:
    [listed] = LIST.findall((LAYERS_FOLDER / "web/base/days.js").read_text(encoding="utf-8"))
    assert tuple(re.findall(r'"(\w+)"', listed)) == tuple(MONTHS)

"""Which faults are put in: drawn of all sources, in proportion to their lines."""

import json
import random
import subprocess
from pathlib import Path

from tests.mutants.fault import Fault
from tests.mutants.python_faults import python_faults
from tests.web.bundle import ROOT
from tests.web.node import NODE

PYTHON = ("geo", "layers", "panels")


def sources() -> dict[str, str]:
    """Return the text of each source, by its path in the checkout."""
    paths = [ROOT / "app.py", *(ROOT / "layers" / "web").glob("*/*.js")]
    paths += [path for folder in PYTHON for path in (ROOT / folder).rglob("*.py")]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(paths)
    }


def faults_of(texts: dict[str, str]) -> dict[str, list[Fault]]:
    """Return all faults that each source can be given."""
    scripts = [name for name in texts if name.endswith(".js")]
    command = [NODE, ROOT / "tests" / "npm" / "faults.cjs", ROOT, *scripts]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found = {
        name: [Fault(name, **row) for row in rows] for name, rows in json.loads(done.stdout).items()
    }
    for name, text in texts.items():
        if name.endswith(".py"):
            found[name] = python_faults(name, text)
    return found


def drawn(texts: dict[str, str], seed: int, count: int) -> list[Fault]:
    """
    Draw faults, none twice: a file in proportion to its lines, and in it one of its faults.

    Raises
    ------
    ValueError
        If there are not as many.
    """
    faults = faults_of(texts)
    if count > sum(map(len, faults.values())):
        message = f"there are fewer than {count} faults"
        raise ValueError(message)
    chance = random.Random(seed)
    found: list[Fault] = []
    while len(found) < count:
        weights = [text.count("\n") if faults[name] else 0 for name, text in texts.items()]
        [name] = chance.choices(list(texts), weights)
        # What is left out stands in no order of its own: a place in the file is.
        rest = sorted(faults[name], key=lambda one: (one.start, one.end, one.text))
        fault = chance.choice(rest)
        faults[name].remove(fault)
        if _is_program(fault, texts[name]):
            found.append(fault)
    return found


def _is_program(fault: Fault, text: str) -> bool:
    """Tell whether a source of Python can still be read; of a script every fault can."""
    if not fault.file.endswith(".py"):
        return True
    try:
        compile(fault.put_in(text), fault.file, "exec", dont_inherit=True)
    except SyntaxError:
        return False
    return True


def copied(folder: Path) -> None:
    """Copy the checkout as it stands, and lead back to what is installed in it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        source, target = ROOT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    for name in (".venv", "tests/npm/node_modules"):
        (folder / name).symlink_to(ROOT / name)

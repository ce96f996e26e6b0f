"""The browser half as one script and one style sheet, built from the modules of `layers/web`."""

import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
WEB = ROOT / "layers" / "web"
NPM = ROOT / "tests" / "npm"
TOOLS = NPM / "node_modules" / ".bin"
OUTPUTS = {
    "atlas.js": "app/index.js",
    "atlas.css": "app/atlas.css",
    "standalone.js": "app/standalone.js",
    "standalone.css": "app/standalone.css",
}
"""What is committed in `layers/`, and the module it is built from."""

STOOD_IN_FOR = ("chartBins", "chartCounts", "gather", "importedSteps", "pointBytes", "trayLists")
"""Functions that a test of parts counts the calls of, or answers for."""

COMMON = ("--bundle", "--charset=utf8", "--target=esnext", "--legal-comments=none")
RAW = ("loader.js", "saved-open.js", "standalone.js", "index.js")
"""In `app/`: what runs before the bundle, and what runs by being loaded."""


def built(source: str, *options: str, text: str | None = None) -> str:
    """
    Build one file with all that it imports.

    Parameters
    ----------
    source
        The entry, in `layers/web`.
    options
        Of esbuild, besides those that every file is built with.
    text
        The entry's own text, for one that stands in no file.

    Returns
    -------
    str
        Script or style sheet. The same for the same sources.

    Raises
    ------
    RuntimeError
        Where the sources cannot be built, with esbuild's own words.
    """
    form = () if source.endswith(".css") else ("--format=iife",)
    entry = (source,) if text is None else ()
    done = subprocess.run(
        [TOOLS / "esbuild", *entry, *COMMON, *form, *options],
        cwd=WEB,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


@cache
def whole() -> str:
    """Return a script that puts every export of every module on `CorridorAtlas`, to test parts."""
    return with_stand_ins(built("whole", text=everything()))


def everything() -> str:
    """Return the module that :func:`whole` is built from."""
    names = sorted(
        path.relative_to(WEB).as_posix()
        for path in WEB.glob("*/*.js")
        if path.name != "index.js" and not (path.parent.name == "app" and path.name in RAW)
    )
    lines = [f'import * as m{at} from "./{name}";' for at, name in enumerate(names)]
    parts = ", ".join(f"m{at}" for at in range(len(names)))
    lines.append(f"Object.assign((globalThis.CorridorAtlas ??= {{}}), {parts});")
    return "\n".join(lines)


def with_stand_ins(script: str) -> str:
    """Put a line before each function of `STOOD_IN_FOR`, and `_own` behind its name."""
    for name in STOOD_IN_FOR:
        script = _stood_in_for(script, name)
    return script


def _stood_in_for(script: str, name: str) -> str:
    """Let `standIns.NAME`, where a test sets it, be called in place of a function, and with it."""
    begins = re.compile(rf"\b(async )?function {name}\(")
    if len(begins.findall(script)) != 1:
        message = f"no one function is called {name}"
        raise LookupError(message)
    stub = (
        f"function {name}(...given) {{ const other = globalThis.standIns?.{name};"
        f" return other ? other({name}_own, ...given) : {name}_own(...given); }}\n"
    )
    return begins.sub(lambda found: f"{stub}{found[1] or ''}function {name}_own(", script)


def linted(name: str, text: str) -> subprocess.CompletedProcess[str]:
    """Return what eslint says of a text, as if it stood in this file of `layers/web`."""
    command = [TOOLS / "eslint", "--config", NPM / "eslint.config.js", "--stdin"]
    return subprocess.run(
        [*command, "--stdin-filename", f"layers/web/{name}"],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )


def main() -> None:
    """Write what is committed anew."""
    for name, source in OUTPUTS.items():
        (ROOT / "layers" / name).write_text(built(source, "--minify"), encoding="utf-8")


if __name__ == "__main__":
    main()

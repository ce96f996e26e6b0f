"""What is committed of the browser half is what its modules make, and they hold to their rules."""

import re
import subprocess

import pytest

from tests.web.bundle import NPM, OUTPUTS, ROOT, TOOLS, WEB, built, linted

HOW = "layers/{0} is not what layers/web makes: run `make web`, and never edit it"
ROOMS = sorted(path.name for path in WEB.iterdir() if path.is_dir())


@pytest.mark.parametrize("name", OUTPUTS)
def test_what_is_committed_is_what_the_modules_make(name: str) -> None:
    committed = (ROOT / "layers" / name).read_text(encoding="utf-8")
    assert committed == built(OUTPUTS[name], "--minify"), HOW.format(name)


def test_nothing_is_undefined_unused_or_imported_against_the_order() -> None:
    command = [TOOLS / "eslint", "--config", NPM / "eslint.config.js", "layers/web"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("base", 'import { select } from "../rules/index.js";'),
        ("rules", 'import { openStore } from "../state/index.js";'),
        ("map", 'import { table } from "../table/index.js";'),
        ("map", 'import { el } from "../base/dom.js";'),
        ("app", 'import { el } from "../base/dom.js";'),
        ("card", 'import { L } from "leaflet";'),
    ],
)
def test_the_order_of_imports_is_held(room: str, line: str) -> None:
    names = re.search(r"\{ (\w+) \}", line)
    assert names
    done = linted(f"{room}/new.js", f"{line}\nexport const used = {names[1]};\n")
    assert done.returncode == 1
    assert "no-restricted-imports" in done.stdout


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "app"])
def test_every_room_has_a_door_and_says_what_it_is_for(room: str) -> None:
    door = (WEB / room / "index.js").read_text(encoding="utf-8")
    assert re.match(r"// [A-Z].*[.:]\n", door)
    lines = re.sub(r"\{[^}]*\}", "{}", door).splitlines()[1:]
    assert all(re.fullmatch(r'export \{\} from "\./[\w-]+\.js";', line) for line in lines), door


def test_no_module_goes_round_in_a_circle() -> None:
    imports = {
        path.relative_to(WEB).as_posix(): {
            (path.parent / name).resolve().relative_to(WEB).as_posix()
            for name in re.findall(r'from "(\.[^"]+)";', path.read_text(encoding="utf-8"))
        }
        for path in WEB.glob("*/*.js")
    }
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join([*way, name])
        if name not in done:
            for other in sorted(imports[name]):
                visit(other, (*way, name))
            done.add(name)

    for name in sorted(imports):
        visit(name, ())
    assert len(done) > 100


def test_a_module_opens_with_what_it_is_for() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in WEB.glob("*/*.js")}
    assert [path.name for path, text in texts.items() if not re.match(r"// [A-Z“\"{]", text)] == []

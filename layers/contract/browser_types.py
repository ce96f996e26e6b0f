"""Make the browser's types of the contract, as TypeScript declares them; comments come along."""

import ast
import inspect
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo
from typing_extensions import get_original_bases, is_typeddict

from geo.model.contract import Named
from layers.contract import HANDED_OVER

TYPES_FILE = Path(__file__).parents[1] / "web" / "base" / "payload.d.ts"
HEAD = """\
// The contract with the browser, made of geo/model/contract.py and layers/contract by
// `python -m layers.contract`; what is to change is changed there.
"""
_PLAIN: Mapping[object, str] = {
    str: "string",
    int: "number",
    float: "number",
    bool: "boolean",
    NoneType: "null",
}


def declarations(roots: Iterable[type] = HANDED_OVER) -> str:
    """
    Declare shapes and all that is within them.

    Parameters
    ----------
    roots
        TypedDicts.

    Returns
    -------
    str
        A ``.d.ts`` file, in order of the alphabet: an interface for each TypedDict, a type for each
        list of words and for each plain value with a name.

    Raises
    ------
    TypeError
        For a type that has no form in JSON.
    ValueError
        Where two types have one name.
    """
    made = _Declarations()
    for root in roots:
        made.text_of(root)
    return HEAD + "".join(f"\n{text}" for _, text in sorted(made.texts.items()))


class _Declarations:
    """What is declared so far, by name; to write a type declares what it needs."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._written: set[object] = set()

    def text_of(self, hint: Any) -> str:  # noqa: ANN401 - any type
        """Write a type as TypeScript does."""
        origin, args = get_origin(hint), get_args(hint)
        if is_typeddict(hint):
            return self._declared(hint, self._interface)
        if inspect.isclass(hint) and issubclass(hint, Enum):
            return self._declared(hint, _words)
        if origin is Annotated:
            return self._annotated(*args)
        if origin is NotRequired:
            return self.text_of(args[0])
        if origin is Literal:
            return " | ".join(json.dumps(word) for word in args)
        if origin in (Union, UnionType):
            return " | ".join(self.text_of(each) for each in args)
        if origin is tuple and ... not in args:
            return _tuple(self.text_of(each) for each in args)
        if origin is list:
            item = self.text_of(args[0])
            return f"({item})[]" if " | " in item else f"{item}[]"
        if origin is dict:
            return f"Record<{self.text_of(args[0])}, {self.text_of(args[1])}>"
        if hint in _PLAIN:
            return _PLAIN[hint]
        message = f"{hint!r} has no form in the browser"
        raise TypeError(message)

    def _declared(self, shape: Any, write: Any) -> str:  # noqa: ANN401 - a class and its writer
        name: str = shape.__name__
        if shape not in self._written:
            # Before it is written, for it may hold itself.
            self._written.add(shape)
            self._keep(name, write(shape))
        return name

    def _keep(self, name: str, text: str) -> None:
        if self.texts.setdefault(name, text) != text:
            message = f"two types are called {name}"
            raise ValueError(message)

    def _annotated(self, plain: Any, *more: object) -> str:  # noqa: ANN401 - any type
        length = _fixed_length(more)
        text = (
            _tuple([self.text_of(get_args(plain)[0])] * length) if length else self.text_of(plain)
        )
        for named in more:
            if isinstance(named, Named):
                says = f"{_comment(named.meaning)}export type {named.name} = {text};\n"
                self._keep(named.name, says)
                return named.name
        return text

    def _interface(self, shape: Any) -> str:  # noqa: ANN401 - a TypedDict
        bases = [base for base in _bases(shape) if not base.__name__.startswith("_")]
        inherited = {field for base in bases for field in get_type_hints(base)}
        comments = dict(_comments(shape))
        extends = f" extends {', '.join(map(self.text_of, bases))}" if bases else ""
        lines = [
            f"{_comment(inspect.getdoc(shape))}export interface {shape.__name__}{extends} {{\n"
        ]
        for field, hint in get_type_hints(shape, include_extras=True).items():
            if field not in inherited:
                mark = "?" if field in shape.__optional_keys__ else ""
                lines.append(_comment(comments.get(field), "  "))
                lines.append(f"  {field}{mark}: {self.text_of(hint)};\n")
        return "".join([*lines, "}\n"])


def _words(shape: type[Enum]) -> str:
    words = " | ".join(json.dumps(word.value) for word in shape)
    return f"{_comment(inspect.getdoc(shape))}export type {shape.__name__} = {words};\n"


def _tuple(items: Iterable[str]) -> str:
    return f"[{', '.join(items)}]"


def _comment(text: str | None, indent: str = "") -> str:
    return f"{indent}/** {text} */\n" if text else ""


def _fixed_length(more: Iterable[object]) -> int | None:
    """Return the length that a list always has; None where it may have several."""
    limits: dict[str, int] = {}
    for one in more:
        for limit in one.metadata if isinstance(one, FieldInfo) else ():
            limits |= {
                name: getattr(limit, name)
                for name in ("min_length", "max_length")
                if hasattr(limit, name)
            }
    least, most = limits.get("min_length"), limits.get("max_length")
    return least if least == most else None


def _bases(shape: Any) -> list[Any]:  # noqa: ANN401 - a TypedDict
    return [base for base in get_original_bases(shape) if is_typeddict(base)]


def _comments(shape: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a TypedDict
    """Yield fields and the comments behind or above them; those of folded bases first."""
    for base in _bases(shape):
        yield from _comments(base)
    source = inspect.getsource(sys.modules[shape.__module__])
    lines = source.splitlines()
    for field, first, last in _fields(ast.parse(source), shape.__name__):
        above = first - 1
        while lines[above - 1].lstrip().startswith("#"):
            above -= 1
        said = [line.strip().removeprefix("#").strip() for line in lines[above : first - 1]]
        said.append(lines[last - 1].partition("  # ")[2])
        if any(said):
            yield field, " ".join(text for text in said if text)


def _fields(tree: ast.Module, name: str) -> Iterator[tuple[str, int, int]]:
    """Yield the fields of one shape with their first and last line."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name == name:
            for line in node.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    yield line.target.id, line.lineno, line.end_lineno or line.lineno
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            for keys in (each for each in ast.walk(node) if isinstance(each, ast.Dict)):
                for key, value in zip(keys.keys, keys.values, strict=True):
                    if isinstance(key, ast.Constant):
                        yield str(key.value), key.lineno, value.end_lineno or key.lineno

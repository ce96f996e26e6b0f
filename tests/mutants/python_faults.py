"""The small faults that a Python source can be given."""

import ast
import re
from collections.abc import Iterator

from tests.mutants.fault import Fault

COMPARED: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
COMPUTED: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "*"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
}
OTHER_NAMES = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "sorted": "list",
    "reversed": "list",
    "startswith": "endswith",
    "endswith": "startswith",
}
"""Of a function, the one that is called in its place."""


def python_faults(name: str, text: str) -> list[Fault]:
    """
    Return the faults of a source, in no order.

    Words are left as they are: what a person reads is held by tests of its own. So are types,
    which mypy holds, and what runs for a type checker alone.
    """
    return [fault for fault in _Source(name, text).faults() if fault.text != fault.replaced]


class _Source:
    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.lines = [0]
        self.bytes = text.encode("utf-8")
        for line in self.bytes.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def at(self, line: int, column: int) -> int:
        """Return a place, as ast says it, as an offset in characters."""
        return len(self.bytes[: self.lines[line - 1] + column].decode("utf-8"))

    def span(self, node: ast.AST) -> tuple[int, int]:
        return (
            self.at(node.lineno, node.col_offset),  # type: ignore[attr-defined]
            self.at(node.end_lineno, node.end_col_offset),  # type: ignore[attr-defined]
        )

    def fault(self, start: int, end: int, text: str, kind: str) -> Fault:
        return Fault(self.name, start, end, self.text[start:end], text, kind)

    def instead(self, node: ast.AST, text: str, kind: str) -> Fault:
        return self.fault(*self.span(node), text, kind)

    def between(self, left: ast.AST, right: ast.AST, word: str, text: str, kind: str) -> Fault:
        """Put another operator between two operands."""
        start, end = self.span(left)[1], self.span(right)[0]
        pattern = r"\s+".join(map(re.escape, word.split()))
        if word[0].isalpha():
            pattern = rf"\b{pattern}\b"
        found = re.search(pattern, self.text[start:end])
        assert found, (self.name, word, self.text[start:end])
        return self.fault(start + found.start(), start + found.end(), text, kind)

    def faults(self) -> Iterator[Fault]:
        for node in _run(ast.parse(self.text)):
            yield from self.of_conditions(node)
            yield from self.of_values(node)
            yield from self.of_statements(node)

    def of_conditions(self, node: ast.AST) -> Iterator[Fault]:
        if isinstance(node, ast.Compare):
            operands = [node.left, *node.comparators]
            for place, operator in enumerate(node.ops):
                word, other = COMPARED[type(operator)]
                yield self.between(*operands[place : place + 2], word, other, "comparison")
        elif isinstance(node, ast.BoolOp):
            word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
            for left, right in zip(node.values, node.values[1:], strict=False):
                yield self.between(left, right, word, other, "and, or")
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            start, _ = self.span(node)
            yield self.fault(start, self.span(node.operand)[0], "", "not")
        if isinstance(node, ast.If | ast.IfExp | ast.While):
            yield self.instead(node.test, "False", "condition")
            if not isinstance(node, ast.While):
                yield self.instead(node.test, "True", "condition")
        elif isinstance(node, ast.comprehension):
            for test in node.ifs:
                yield self.instead(test, "True", "condition")

    def of_values(self, node: ast.AST) -> Iterator[Fault]:
        if isinstance(node, ast.BinOp) and type(node.op) in COMPUTED:
            if not any(_is_words(side) for side in (node.left, node.right)):
                word, other = COMPUTED[type(node.op)]
                yield self.between(node.left, node.right, word, other, "arithmetic")
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            yield self.instead(node, ast.get_source_segment(self.text, node.operand) or "", "sign")
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, bool):
                yield self.instead(node, str(not node.value), "true, false")
            elif isinstance(node.value, int | float):
                yield self.instead(node, repr(node.value + 1), "number")
        elif isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in OTHER_NAMES:
                end = self.span(called)[1]
                yield self.fault(end - len(name), end, OTHER_NAMES[name], "function")

    def of_statements(self, node: ast.AST) -> Iterator[Fault]:
        is_call = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
        if is_call or isinstance(node, ast.AugAssign | ast.Raise | ast.Delete):
            yield self.instead(node, "pass", "statement")
        elif isinstance(node, ast.Assign):
            if all(isinstance(one, ast.Attribute | ast.Subscript) for one in node.targets):
                yield self.instead(node, "pass", "statement")
        elif isinstance(node, ast.Continue):
            yield self.instead(node, "break", "jump")
        elif isinstance(node, ast.Break):
            yield self.instead(node, "continue", "jump")


def _is_words(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr | ast.List | ast.Tuple) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    )


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and all below it, but for types, decorators, f-strings and main guards."""
    yield node
    if isinstance(node, ast.JoinedStr):
        # Before Python 3.12 ast says no true places in it.
        return
    skipped: list[ast.AST | None] = []
    if isinstance(node, ast.AnnAssign | ast.arg):
        skipped = [node.annotation]
    elif isinstance(node, ast.FunctionDef):
        skipped = [node.returns, *node.decorator_list]
    elif isinstance(node, ast.ClassDef):
        skipped = [*node.decorator_list]
    elif isinstance(node, ast.Module):
        skipped = [one for one in node.body if _names_a_type(one) or _is_guard(one)]
    for child in ast.iter_child_nodes(node):
        if child not in skipped:
            yield from _run(child)


def _names_a_type(statement: ast.AST) -> bool:
    """Tell whether it is `Name = One | Other`."""
    value = statement.value if isinstance(statement, ast.Assign) else None
    return isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr)


def _is_guard(statement: ast.AST) -> bool:
    """Tell whether it begins `if TYPE_CHECKING` or `if __name__ == "__main__"`."""
    test = statement.test if isinstance(statement, ast.If) else None
    names = {one.id for one in ast.walk(test) if isinstance(one, ast.Name)} if test else set()
    return bool(names & {"TYPE_CHECKING", "__name__"})

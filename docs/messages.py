"""Write docs/messages.md from the messages in the program: `python docs/messages.py`.

A message is what is passed to an error class of refcore, to click's errors of usage, or to
`Diagnostic`, directly or through a function that hands it on. What the program puts in at run
time is shown as `…`.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

import refcore.errors

ROOT = Path(__file__).resolve().parent.parent
ERRORS = [name for name in refcore.errors.__all__ if name != "RefcoreError"]
USAGE = {"UsageError", "BadParameter", "ClickException"}
# What a parameter is called that is a message.
MESSAGE = {"line", "message", "problem", "said", "text"}
HOLE = "…"
HEAD = """# Messages

What refcore says of an input, an option or a service. `…` is what it puts in at run time. A message
says where the fault is, what was found, what was expected, and what to do.
`python docs/messages.py` writes this page.

What is said of a reference itself is in [differences](differences.md) and
[verdicts](verdicts.md); the exit codes are in [commands](cli.md).

"""
FINDINGS = """## Findings in a file

A fault inside a file that can still be read is a `refcore.Diagnostic`: a note, a warning or an
error with file, line and key. The rest of the file is read.

"""
FAULTS = """## Errors

Each class is a `refcore.RefcoreError`. A command prints the message and ends with exit code 2, or 3
where a service could not be asked.

"""


PRINTED = """## What commands print

Commands print these lines in addition to reports and data.

"""


@attrs.frozen
class Function:
    """A function: its name, its parameters without `self`, and the calls in it."""

    name: str
    parameters: tuple[str, ...]
    calls: tuple[ast.Call, ...]


@attrs.frozen
class Module:
    """A module: the part of refcore that it is in, what its names are bound to, and its calls."""

    part: str
    names: dict[str, list[ast.AST]]
    calls: tuple[ast.Call, ...]
    functions: tuple[Function, ...]


def read(path: Path) -> Module:
    """Read a module."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    calls = tuple(node for node in nodes if isinstance(node, ast.Call))
    part = path.relative_to(ROOT / "refcore").parts[0].removesuffix(".py")
    return Module(part, assigned(nodes), calls, tuple(functions(nodes, calls)))


def texts(node: ast.AST | None, known: dict[str, list[ast.AST]], depth: int = 3) -> list[str]:
    """Return the texts that an expression can be, with holes; none where nothing is known."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else HOLE for part in node.values]
        return ["".join(map(str, parts))]
    if isinstance(node, ast.IfExp):
        return texts(node.body, known, depth) + texts(node.orelse, known, depth)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        lefts = texts(node.left, known, depth) or [HOLE]
        return [a + b for a in lefts for b in texts(node.right, known, depth) or [HOLE]]
    if isinstance(node, ast.Name) and depth:
        values = known.get(node.id, [])
        return [text for value in values for text in texts(value, known, depth - 1)]
    return []


def assigned(nodes: Iterable[ast.AST]) -> dict[str, list[ast.AST]]:
    """Return what the names of a module are bound to."""
    found: dict[str, list[ast.AST]] = defaultdict(list)
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id].append(node.value)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            found[node.target.id].append(node.value)
    return found


def functions(nodes: Iterable[ast.AST], calls: Iterable[ast.Call]) -> Iterator[Function]:
    """Yield the functions and methods of a module, each with the calls on its lines."""
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            names = [one.arg for one in (*node.args.args, *node.args.kwonlyargs)]
            parameters = tuple(name for name in names if name not in ("self", "cls"))
            lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            yield Function(node.name, parameters, tuple(c for c in calls if c.lineno in lines))


def name_of(call: ast.Call) -> str:
    """Return the last name of what a call calls."""
    return str(getattr(call.func, "id", None) or getattr(call.func, "attr", ""))


def argument(call: ast.Call, place: int, name: str) -> ast.AST | None:
    """Return an argument of a call by its place or its name."""
    named = [one.value for one in call.keywords if one.arg == name]
    return named[0] if named else call.args[place] if len(call.args) > place else None


def doors(modules: Iterable[Module], start: str) -> dict[str, tuple[int, str]]:
    """Return the functions that hand a message on to `start`, and the argument that it is."""
    known = {start: (0, "message")}
    every = [one for module in modules for one in module.functions]
    before = 0
    while len(known) > before:
        before = len(known)
        for one in every:
            for call in one.calls:
                if one.name not in known and (place := known.get(name_of(call))):
                    passed = argument(call, *place)
                    if isinstance(passed, ast.Name) and passed.id in {*one.parameters} & MESSAGE:
                        known[one.name] = (one.parameters.index(passed.id), passed.id)
    return known


def messages(module: Module, known: dict[str, tuple[int, str]]) -> Iterator[tuple[str, str]]:
    """Yield the function that is called and the message, for the calls in a module."""
    for call in module.calls:
        if place := known.get(name := name_of(call)):
            for text in texts(argument(call, *place), module.names):
                if len(re.findall(r"[a-z]{2,}", text)) > 1 and " " in text:
                    yield name, text


def listed(found: Iterable[str]) -> str:
    """Return messages as a list."""
    lines = sorted({" ".join(text.split()) for text in found})
    return "".join(f"- `` {line} ``\n" if "`" in line else f"- `{line}`\n" for line in lines)


def by_part(modules: list[Module], known: dict[str, tuple[int, str]]) -> dict[str, set[str]]:
    """Return the messages that pass through some functions, by the part of refcore."""
    found: dict[str, set[str]] = defaultdict(set)
    for module in modules:
        for _, text in messages(module, known):
            found[module.part].add(text)
    return found


def page() -> str:
    """Return the whole page."""
    modules = [read(path) for path in sorted((ROOT / "refcore").rglob("*.py"))]
    printed = by_part(modules, {"say": (0, "text"), "print_styled": (0, "line")}).pop("cli")
    parts = [HEAD, FINDINGS]
    for part, found in sorted(by_part(modules, doors(modules, "Diagnostic")).items()):
        if said := found - printed:
            parts.append(f"### From `refcore.{part}`\n\n{listed(said)}\n")
    parts.append(FAULTS)
    by_class: dict[str, set[str]] = defaultdict(set)
    for module in modules:
        for name, text in messages(module, dict.fromkeys([*ERRORS, *USAGE], (0, "message"))):
            by_class["" if name in USAGE else name].add(text)
    for name in sorted(ERRORS):
        about = (getattr(refcore.errors, name).__doc__ or "").splitlines()[0]
        parts.append(f"### {name}\n\n{about}\n\n{listed(by_class[name])}\n")
    parts.append(f"### Wrong usage\n\n{listed(by_class[''])}\n")
    parts.append(f"{PRINTED}{listed(printed)}")
    return "".join(parts).replace("\n\n\n", "\n\n").rstrip() + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("messages.md").write_text(page(), encoding="utf-8")

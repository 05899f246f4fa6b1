"""YAML without its surprises: values as text with their lines, and limits on its size.

Values stay texts, also ``no``, ``1.10`` and ``2020-10-14``, and tags have no effect.
Source: YAML 1.2.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import attrs
import yaml

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import UnreadableInput
from refcore.latex.escapes import unjoined
from refcore.text.halves import REPLACEMENT, WHAT_IS_WRONG, has_half, without_halves
from refcore.text.patterns import LINE_END, regex

__all__ = ["Items", "Table", "dump", "plain", "read_table"]

_LOADER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST: Final = 60
_LONGEST_KEY: Final = 1_000  # of one that is a list or a map, as JSON
_MOST_ALIASED: Final = 1_000_000  # characters to which the aliases of a file may expand
# What is written for half of a surrogate pair: characters that no text has side by side.
_HALF_ESCAPE: Final = "\\uFDD0\\uFFFD"
_HALF_MARK: Final = "\ufdd0\ufffd"
_ESCAPE: Final = regex(
    r"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?P<half>(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
_KNOWN_TAG: Final = regex(r"tag:yaml\.org,2002:(?:str|int|float|bool|null|timestamp|seq|map)|!")
_HEAD: Final = regex(
    r"""(?:"[^"\n]*+"[^\S\n]*+|'[^'\n]*+'[^\S\n]*+
    |[^\s\#\-\[\]{}&*!|>%@`,:"'](?:[^\n:]++|:(?!\s|$))*+):(?=\s|$)""",
    re.VERBOSE,
)


class Items(list[Any]):
    """A sequence, with its line."""

    line: int = 1


class Table(dict[str, Any]):
    """A mapping, with its line, the lines of its keys, and the keys it states twice."""

    def __init__(self) -> None:
        super().__init__()
        self.line = 1
        self.lines: dict[str, int] = {}
        self.repeated: list[str] = []


@attrs.define
class _Budget:
    """How many more characters the aliases of a file may add."""

    left: int = _MOST_ALIASED


@attrs.define
class _Open:
    """A sequence or mapping whose end is not read yet; `key_line` is 0 where no key waits."""

    node: Items | Table
    anchor: str | None
    size: int = 1
    key: Any = None
    key_line: int = 0

    def take(self, value: Any, line: int, size: int) -> None:
        self.size += size
        node = self.node
        if isinstance(node, Items):
            node.append(value)
        elif not self.key_line:
            self.key, self.key_line = value, line
        else:
            key = self.key
            name = key if isinstance(key, str) else plain(key)
            if len(name) > _LONGEST_KEY and not isinstance(key, str):
                # A map in the key of a map in a key … doubles its text at each level.
                raise _Refused(f"a key of more than {_LONGEST_KEY:,} characters", self.key_line)
            if name in node:
                node.repeated.append(name)
            else:
                node[name] = value
                node.lines[name] = self.key_line
            self.key_line = 0


class _Refused(Exception):
    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class _Builder:
    """Builds values from events, so that no input can exhaust the stack."""

    def __init__(self, path: str | None, offset: int, budget: _Budget) -> None:
        self.path = path
        self.offset = offset
        self.budget = budget
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.roots: list[tuple[Any, int]] = []
        self.diagnostics: list[Diagnostic] = []

    def build(self, text: str) -> None:
        first = 1 + self.offset
        for event in _events(text):
            line = event.start_mark.line + first
            if isinstance(event, yaml.ScalarEvent):
                self.scalar(event, line)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                self.open(event, line)
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                done = self.stack.pop()
                self.put(done.node, done.node.line, done.size, done.anchor)
            elif isinstance(event, yaml.AliasEvent):
                if event.anchor not in self.anchors:
                    raise _Refused(f"the alias *{event.anchor} has no anchor", line)
                node, size = self.anchors[event.anchor]
                self.budget.left -= size
                if self.budget.left < 0:
                    most = f"{_MOST_ALIASED:,} characters"
                    raise _Refused(f"the file's aliases expand to more than {most}", line)
                self.put(node, line, size, None)

    def scalar(self, event: Any, line: int) -> None:
        if event.tag:
            self.tag(event, line)
        value = written = event.value
        if not written.isascii():
            value = self.whole(written, line)
        elif written in _NULLS and not event.style:
            value = None
        self.put(value, line, 1 + len(written), event.anchor)

    def whole(self, value: str, line: int) -> str:
        """Return a value without halves of surrogate pairs, and report them."""
        if not has_half(value) and _HALF_MARK not in value:
            return value
        keys = (held.key for held in reversed(self.stack) if held.key_line)
        field = next((key for key in keys if isinstance(key, str)), None)
        where = Location(self.path, line)
        self.diagnostics.append(
            Diagnostic(WHAT_IS_WRONG, where, field=field, severity=Severity.ERROR)
        )
        return without_halves(value.replace(_HALF_MARK, REPLACEMENT))

    def open(self, event: Any, line: int) -> None:
        self.tag(event, line)
        if len(self.stack) >= _DEEPEST:
            raise _Refused(f"nested more than {_DEEPEST} deep", line)
        node = Items() if isinstance(event, yaml.SequenceStartEvent) else Table()
        node.line = line
        self.stack.append(_Open(node, event.anchor))

    def put(self, value: Any, line: int, size: int, anchor: str | None) -> None:
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if self.stack:
            self.stack[-1].take(value, line, size)
        else:
            self.roots.append((value, line))

    def tag(self, event: Any, line: int) -> None:
        if event.tag and not _KNOWN_TAG.fullmatch(event.tag):
            message = f"the tag {event.tag} is not used here; the value is read without it"
            self.diagnostics.append(Diagnostic(message, Location(self.path, line)))


def _events(text: str) -> Iterator[Any]:
    loader = _LOADER(text.encode("utf-8", "replace").decode("utf-8"))
    try:
        yield from iter(loader.get_event, None)  # as `yaml.parse`, with one call for each event
    finally:
        loader.dispose()


def read_table(text: str, path: str | None, what: str) -> tuple[Table, list[Diagnostic]]:
    """Return the mapping of a YAML text, and what was odd in it.

    If the text is broken in one place, the members before and after it are
    read. Raises `UnreadableInput` for a text without any mapping.

    >>> table, _ = read_table("a: no\\nb: [1.10, 2020-10-14]", None, "a library")
    >>> table, table.lines
    ({'a': 'no', 'b': ['1.10', '2020-10-14']}, {'a': 1, 'b': 2})
    """
    budget = _Budget()
    try:
        builder = _built(text, path, 0, budget)
    except (yaml.YAMLError, _Refused) as error:
        marked = _with_halves_marked(text)
        if marked != text:
            return read_table(marked, path, what)
        return _recovered(text, path, what, error, budget)
    root = builder.roots[0][0] if builder.roots else None
    if root is None:
        return Table(), builder.diagnostics
    if not isinstance(root, Table):
        found = "a list" if isinstance(root, Items) else f"the text {str(root)!r:.40}"
        raise UnreadableInput(f"{path or 'input'}: expected {what}, a mapping; found {found}")
    for _, line in builder.roots[1:]:
        message = "a second document; only the first is read"
        builder.diagnostics.append(
            Diagnostic(message, Location(path, line), severity=Severity.ERROR)
        )
    return root, builder.diagnostics


def _with_halves_marked(text: str) -> str:
    r"""Return a text with a mark for each escape of half a surrogate pair, which YAML refuses.

    Whole pairs, as JSON writes them, become one escape.

    >>> _with_halves_marked(r'"\ud83d\ude00 \ud800 \\ud800"')
    '"\\U0001F600 \\uFDD0\\uFFFD \\\\ud800"'
    """

    def written(match: re.Match[str]) -> str:
        if match["high"] is None:
            return match[0] if match["half"] is None else _HALF_ESCAPE
        pair = bytes.fromhex(match["high"] + match["low"]).decode("utf-16-be")
        return f"\\U{ord(pair):08X}"

    return _ESCAPE.sub(written, text)


def _built(text: str, path: str | None, offset: int, budget: _Budget) -> _Builder:
    builder = _Builder(path, offset, budget)
    builder.build(text)
    return builder


def _recovered(
    text: str, path: str | None, what: str, error: Exception, budget: _Budget
) -> tuple[Table, list[Diagnostic]]:
    table = Table()
    diagnostics: list[Diagnostic] = []
    for start, part in _members(text):
        try:
            builder = _built(part, path, start, budget)
        except (yaml.YAMLError, _Refused) as fault:
            message, line = _fault(fault, start)
            where = Location(path, line)
            diagnostics.append(Diagnostic(message, where, severity=Severity.ERROR))
            continue
        if builder.roots and isinstance(builder.roots[0][0], Table):
            _add(table, builder.roots[0][0])
        diagnostics.extend(builder.diagnostics)
    if not table:
        message, line = _fault(error, 0)
        raise UnreadableInput(f"{path or 'input'}:{line}: not {what} in YAML: {message}")
    return table, diagnostics


def _add(table: Table, part: Table) -> None:
    """Add the members of a part to a table; the first value of a name counts."""
    for name, value in part.items():
        if table.setdefault(name, value) is not value:
            table.repeated.append(name)
        table.lines.setdefault(name, part.lines[name])


def _members(text: str) -> list[tuple[int, str]]:
    lines = LINE_END.split(text)
    heads = [number for number, line in enumerate(lines) if _HEAD.match(line)]
    ends = [*heads[1:], len(lines)]
    return [
        (start, "\n".join(lines[start:end]) + "\n") for start, end in zip(heads, ends, strict=False)
    ]


def _fault(error: Exception, offset: int) -> tuple[str, int]:
    if isinstance(error, _Refused):
        return str(error), error.line
    mark = getattr(error, "problem_mark", None)
    line = offset + 1 + (mark.line if mark is not None else 0)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
    return str(problem), line


def plain(value: Any) -> str:
    """Return a value as one text: itself, or as JSON."""
    if isinstance(value, str):
        return str(value)
    if value is None:
        return ""
    import json

    return json.dumps(value, ensure_ascii=False)


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


# Line breaks of YAML 1.1 or 1.2, and characters that plain text may not contain.
_BREAKS: Final = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
# Plain words that YAML 1.2 reads as numbers where YAML 1.1, PyYAML's, does not.
_NUMBER: Final = regex(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?0[xob][0-9A-Fa-f_]+"
)


def _represent(dumper: Any, value: str) -> Any:
    value = unjoined(value)
    style = '"' if _BREAKS.search(value) else "'" if _NUMBER.fullmatch(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _represent)


def dump(value: Any) -> str:
    """Write plain values as YAML that both YAML 1.1 and 1.2 read back.

    >>> print(dump({"version": "1.10", "authors": [{"name": "MiniMax"}], "year": 2025}), end="")
    version: '1.10'
    authors:
      - name: MiniMax
    year: 2025
    """
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=88))

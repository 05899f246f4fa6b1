"""The blocks of a .bib file: bibtexparser's splitter, and our own scanner where it errs."""

from __future__ import annotations

import bisect
import logging
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from refcore.bibtex.scan import Block, Fault, RawField, expression_end, scan_block

if TYPE_CHECKING:
    from bibtexparser import model

__all__ = ["Lines", "split"]

# What the splitter cannot read it tells a logger; here that becomes a diagnostic.
logging.getLogger("bibtexparser.splitter").addHandler(logging.NullHandler())

_START: Final = re.compile(r"@\s*[A-Za-z_][\w+.:-]*\s*[{(]")
_STRAY: Final = re.compile(r"^[ \t]*@[ \t]*([A-Za-z]+)", re.MULTILINE)
_STRAY_FIELD: Final = re.compile(r"^[ \t]*,?[ \t]*([A-Za-z]\w*)[ \t]*=[ \t]*[{\"\d]", re.MULTILINE)
_NAME: Final = re.compile(r"[^\s\"#%'(),={}@]+")
_KEY: Final = re.compile(r"[^\s,{}\"=]+")


class Lines:
    """Line and column, from 1, of an offset in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Give the line and the column of an offset.

        >>> Lines("ab\\ncd").place(4)
        (2, 2)
        """
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def split(text: str) -> tuple[list[Block], list[Fault]]:
    """Give the blocks of a file in order, and what stands between them and is odd.

    bibtexparser's splitter finds the blocks; one that it could not read, or
    that it reads otherwise than BibTeX, is read again by `scan_block`.
    Never raises.

    >>> blocks, faults = split("@misc{a, title = {A}}")
    >>> blocks[0].key, blocks[0].fields[0].value, faults
    ('a', '{A}', [])
    """
    known = _from_splitter(text)
    blocks: list[Block] = []
    faults: list[Fault] = []
    position = 0
    while (match := _START.search(text, position)) is not None:
        faults.extend(_strays(text, position, match.start()))
        block = known.get(match.start()) or scan_block(text, match.start())
        if block is None:  # pragma: no cover - the patterns agree
            position = match.end()
            continue
        blocks.append(block)
        position = max(block.end, match.start() + 1)
    faults.extend(_strays(text, position, len(text)))
    return blocks, faults


def _strays(text: str, start: int, end: int) -> list[Fault]:
    """Give what looks like an entry or a field, but stands where BibTeX reads nothing."""
    gap = text[start:end]
    if "@" not in gap and "=" not in gap:
        return []
    found = [
        Fault(f"'@{match[1]}' opens no entry: expected '{{' behind it", start + match.start(1) - 1)
        for match in _STRAY.finditer(gap)
        if match[1].lower() != "comment"
    ]
    return found + [
        Fault(f"the field {match[1]!r} stands outside any entry", start + match.start(1))
        for match in _STRAY_FIELD.finditer(gap)
    ]


def _from_splitter(text: str) -> dict[int, Block]:
    """Give the entries and strings that the splitter reads as BibTeX does, by offset."""
    from bibtexparser import model

    found: dict[int, Block] = {}
    position = 0
    for block in _split(text):
        raw = block.raw or ""
        start = text.find(raw, position) if raw else -1
        if start < 0:
            continue
        position = start + len(raw)
        inner: model.Block | None = block
        if isinstance(block, model.DuplicateBlockKeyBlock):
            inner = block.ignore_error_block
        if isinstance(inner, model.Entry) and (entry := _entry(inner, text, start)):
            found[start] = entry
    return found


def _split(text: str) -> Iterable[model.Block]:
    from bibtexparser.splitter import Splitter

    try:
        return Splitter(text).split().blocks
    except Exception:  # the splitter's own faults must not lose the file
        return ()


def _entry(block: model.Entry, text: str, start: int) -> Block | None:
    """Give an entry as our own value, or None where it must be read again."""
    raw = block.raw or ""
    if "\\{" in raw or "\\}" in raw or not _KEY.fullmatch(block.key):
        return None
    fields: list[RawField] = []
    position = start + 1 + len(block.entry_type)
    position = text.find(",", position) + 1
    for field in block.fields:
        name, value = field.key, field.value
        if not (_is_clean(value) and _NAME.fullmatch(name)):
            return None
        offset = text.find(name, position)
        value_start = text.find(value, text.find("=", offset))
        fields.append(RawField(name, value, offset, value_start))
        position = value_start + len(value)
    end = start + len(raw)
    return Block("entry", block.entry_type.lower(), block.key, tuple(fields), start, end)


def _is_clean(value: str) -> bool:
    """Tell whether a value is one expression to its end, as BibTeX reads it."""
    if value.startswith("{") and value.endswith("}"):
        inner = value[1:-1]
        if "{" not in inner and "}" not in inner:
            return True
    return expression_end(value) == len(value)

"""Edits of one entry's source: each returns the new source, with one span changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from refcore.bibtex.layout import Layout, cased, line_start, newline_of, quoted
from refcore.bibtex.line_breaks import WIDTH, in_lines_of, wrapped
from refcore.bibtex.scan import HEADER, NAMED, Block, RawField, Scanner, is_one_string
from refcore.errors import InvalidReference
from refcore.text.braces import balanced
from refcore.text.patterns import regex

__all__ = [
    "BETWEEN",
    "REMARK",
    "EntryBroken",
    "check_entry",
    "check_expression",
    "check_value",
    "closing_after_key",
    "in_style_of",
    "line_before",
    "mended",
    "new_entry",
    "new_value",
    "with_field",
    "with_key",
    "with_type",
    "with_value",
    "without",
]

_TYPE: Final = regex(r"(?!\d)[^\s\"#%'(),={}@]+")
_KEY: Final = regex(r"[^\s,{}]+")
_INDENTED: Final = regex(r"(?:\r\n|\r|\n)([ \t]*)")
# A comment after the comma of a field, and the space between two fields.
REMARK: Final = regex(r",[ \t]*%[^\r\n]*")
BETWEEN: Final = regex(r"[\s,]*")
_SPACE: Final = regex(r"\s*")


class EntryBroken(InvalidReference):
    """An entry that is too broken for an edit in place; `BibEntry.mend` rewrites it."""


def check_value(name: str, value: str) -> None:
    """Raise `InvalidReference` for a value whose braces do not balance."""
    if not balanced(value):
        raise InvalidReference(f"{name}: the braces of {value!r} do not balance")


def check_entry(type_: str, key: str, fields: Iterable[str] = ()) -> None:
    """Raise `InvalidReference` for a type, a key or names of fields that cannot be.

    >>> check_entry("misc", "a:b", ["title"])
    """
    if not _TYPE.fullmatch(type_) or type_.lower() in ("comment", "preamble", "string"):
        raise InvalidReference(f"{type_!r} cannot be an entry type: expected a word")
    if not _KEY.fullmatch(key):
        raise InvalidReference(
            f"{key!r} cannot be a citation key: expected no spaces, commas or braces"
        )
    for name in fields:
        if not NAMED.fullmatch(name):
            raise InvalidReference(f"{name!r} cannot be a field: expected a word")


def check_expression(name: str, expression: str) -> None:
    """Raise `InvalidReference` unless the text is one whole expression."""
    if is_one_string(expression) and NAMED.fullmatch(name):
        return
    source = f"@misc{{k,{name}={expression}}}"
    block = Scanner(source).block(0)
    whole = block and not block.faults and block.end == len(source)
    if not whole or not block or [field.value for field in block.fields] != [expression]:
        raise InvalidReference(
            f"{name}: {expression!r} is not an expression; "
            "expected strings such as {Of Moss}, numbers and macros, joined by '#'"
        )


def mended(expression: str, value: str) -> str:
    """Return an expression if it is whole, else its value as a string, braces left out.

    >>> mended("{A}", "A"), mended("{A} #", "A")
    ('{A}', '{A}')
    """
    try:
        check_expression("x", expression)
    except InvalidReference:
        return f"{{{value.replace('{', '').replace('}', '')}}}"
    return expression


def in_style_of(
    before: Callable[[], str], old: str, value: str, delimiter: Callable[[], str]
) -> str:
    """Write a value as the expression before it was: delimiters, and broken in lines or not.

    `before` returns the text before the value in its line, `delimiter` the one of other fields.
    """
    if old.isdecimal() and value.isascii() and value.isdecimal():
        return value
    written = quoted(value, old[0] if old[:1] in ("{", '"') else delimiter())
    indent = _INDENTED.search(old)
    if indent is None:
        return written
    column = len(before().expandtabs(8))
    if old[0] == written[0] and Scanner(old).strings.end(0) == len(old):
        kept = in_lines_of(old[1:-1], written[1:-1], column + 1)
        if kept is not None:
            return f"{written[0]}{kept}{written[-1]}"
    if column + len(written) <= WIDTH:
        return written
    return wrapped(written, column, newline_of(old) + indent[1])


def line_before(text: str, field: RawField) -> Callable[[], str]:
    """Return what returns the text before the value of a field in its line."""

    def before() -> str:
        return text[line_start(text, field.start) : field.start]

    return before


def new_value(value: str, layout: Layout) -> str:
    """Write the value of a new field in the delimiters of a layout.

    >>> new_value("2019", Layout(numbers=True)), new_value("2019", Layout())
    ('2019', '{2019}')
    """
    if layout.numbers and value.isascii() and value.isdecimal():
        return value
    return quoted(value, layout.delimiter)


def new_entry(layout: Layout, type_: str, key: str, fields: list[tuple[str, str]]) -> str:
    """Write a new entry; `fields` are names and expressions."""
    head = f"@{cased(type_, layout.type)}{layout.opening}{key}"
    if not fields:
        return head + closing_after_key(layout.opening)
    body = "".join(
        f"{layout.before_field(name, first=not index)}{layout.head(name)}{value}"
        for index, (name, value) in enumerate(fields)
    )
    return f"{head}{body}{layout.end}"


def closing_after_key(opening: str) -> str:
    """Return what closes an entry without fields.

    In BibTeX a parenthesis right after a key is part of the key.

    >>> closing_after_key("{"), closing_after_key("(")
    ('}', ',)')
    """
    return "}" if opening == "{" else ",)"


def with_value(text: str, block: Block, field: RawField, written: str) -> str:
    """Return the entry's source with another expression in a field."""
    return _spliced(text, block, field.start, field.end, written)


def with_key(text: str, block: Block, key: str) -> str:
    """Return the entry's source with another key."""
    header = HEADER.match(text, block.start)
    start = header.end() if header else block.start
    space = _SPACE.match(text, start)
    start = space.end() if space else start
    if text.startswith(block.key, start) and block.key:
        return _spliced(text, block, start, start + len(block.key), key)
    comma = "" if text.startswith(",", start) or not block.fields else ", "
    return _spliced(text, block, start, start, key + comma)


def with_type(text: str, block: Block, name: str) -> str:
    """Return the entry's source with another entry type, in the case of the old."""
    header = HEADER.match(text, block.start)
    if header is None:
        return text
    return _spliced(text, block, header.start(1), header.end(1), cased(name, header[1]))


def with_field(text: str, block: Block, layout: Layout, index: int, name: str, written: str) -> str:
    """Return the entry's source with a new field after so many of its fields."""
    line = f"{layout.head(name)}{written}"
    separator = layout.before_field(name, first=not index)
    if index:
        end = block.fields[index - 1].end
        remark = REMARK.match(text, end)
        if remark and separator.startswith(","):  # it stays with the field that it is on
            return _spliced(text, block, remark.end(), remark.end(), f"{separator[1:]}{line},")
        return _spliced(text, block, end, end, f"{separator}{line}")
    end = _key_end(text, block)
    if block.fields:
        return _spliced(text, block, end, end, f"{separator}{line}")
    tail = text[end : block.end]
    rest = layout.end if tail.strip(" \t\r\n,") in ("}", ")") else tail
    if layout.end[-1:] != tail[-1:]:
        rest = rest[:-1] + tail[-1:]
    return _spliced(text, block, end, block.end, f"{separator}{line}{rest}")


def without(text: str, block: Block, index: int) -> str:
    """Return the entry's source without one of its fields."""
    field = block.fields[index]
    before = block.fields[index - 1].end if index else _key_end(text, block)
    if BETWEEN.fullmatch(text[before : field.offset]) and (index or block.key):
        bare = not index and text[field.end : block.end] == ")"
        new = closing_after_key("(")[:-1] if bare else ""
        return _spliced(text, block, before, field.end, new)
    # The text before the field is a remark: only the field and its comma go.
    rest = regex(r"\s*,[ \t]*").match(text, field.end)
    return _spliced(text, block, field.offset, rest.end() if rest else field.end, "")


def _key_end(text: str, block: Block) -> int:
    header = HEADER.match(text, block.start)
    start = header.end() if header else block.start
    return text.find(block.key, start) + len(block.key)


def _spliced(text: str, block: Block, start: int, end: int, new: str) -> str:
    return text[block.start : start] + new + text[end : block.end]

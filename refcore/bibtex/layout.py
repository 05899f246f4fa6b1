"""How the entries of a file are laid out, read off one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from refcore.bibtex.scan import HEADER, Block, RawField
from refcore.text.patterns import LINE_END, regex

__all__ = ["Layout", "cased", "layout_of", "line_start", "newline_of", "quoted"]

_TAB: Final = 8
_ROOM: Final = 6  # more space than this after a single field name aligned other fields
_SEPARATOR: Final = regex(r"\s*,\s*|\s+")
_SPACES: Final = regex(r"[ \t]*=[ \t\r\n]*")
_LINE: Final = 256  # a line is seldom longer


@attrs.frozen
class Layout:
    """What a new field or entry copies: brackets, breaks, columns, delimiters.

    `separator` is the text between two fields, with the comma; `equals` is the
    column of ``=`` and `value` that of the value, both counted from the name,
    where the entry keeps one; `before` and `after` are the other text
    around ``=``.
    """

    opening: str = "{"
    first: str = ",\n  "
    separator: str = ",\n  "
    before: str = " "
    after: str = " "
    right: int | None = None  # the column in the line where all names end
    equals: int | None = None
    value: int | None = None
    indent: int = 2
    tabs: bool = False
    delimiter: str = "{"
    numbers: bool = False  # whether numbers have no delimiters
    end: str = "\n}"
    type: str = "misc"
    case: str = "author"  # how names of fields are written: author, Author or AUTHOR

    def head(self, name: str) -> str:
        """Return a field's name and ``=`` as this layout sets them."""
        name = self.cased(name)
        before, after = self.before, self.after
        if self.equals is not None:
            before = self._pad(len(name), self.equals, " " if self.before else "")
        if self.value is not None:
            column = self._column(name + before) + 1
            after = self._pad(column, self.value, " " if self.after else "")
        return f"{name}{before}={after}"

    def cased(self, name: str) -> str:
        """Return a field's name in the case of the others; lower case stays as it is."""
        return name if self.case.islower() else cased(name, self.case)

    def before_field(self, name: str, *, first: bool = False) -> str:
        """Return the text before a new field: the comma, a line break, an indent."""
        separator = self.first if first else self.separator
        if self.right is None:
            return separator
        return separator.rstrip(" \t") + " " * max(self.right - len(name), 1)

    def _pad(self, column: int, target: int, least: str) -> str:
        if column >= target:
            return least
        if not self.tabs:
            return " " * (target - column)
        column, target = column + self.indent, target + self.indent
        tabs = target // _TAB - column // _TAB
        return "\t" * tabs + " " * (target % _TAB if tabs else target - column)

    def _column(self, text: str) -> int:
        return _width(" " * self.indent + text) - self.indent


def cased(name: str, like: str) -> str:
    """Return a name in the case of another.

    >>> cased("book", "Article"), cased("book", "ARTICLE"), cased("inBook", "misc")
    ('Book', 'BOOK', 'inbook')
    """
    if like.isupper() and len(like) > 1:
        return name.upper()
    return name.capitalize() if like[:1].isupper() else name.lower()


def _case(names: Sequence[str]) -> str:
    """Return a name in the case of most names of fields.

    >>> _case(["Author", "Title", "year"]), _case(["AUTHOR"]), _case(["author", "Title"])
    ('Author', 'AUTHOR', 'author')
    """
    large = sum(name[:1].isupper() for name in names)
    if large * 2 <= len(names):
        return "author"
    return "AUTHOR" if sum(map(str.isupper, names)) * 2 > large else "Author"


def newline_of(text: str) -> str:
    r"""Return the line end of a text, that of its first line.

    >>> newline_of("a\r\nb\n")
    '\r\n'
    """
    match = LINE_END.search(text)
    return match[0] if match else "\n"


def line_start(text: str, place: int) -> int:
    r"""Return where the line of a place begins.

    >>> line_start("a\nbc", 3), line_start("a\rb\rc", 5), line_start("abc", 2)
    (2, 4, 0)
    """
    # A text has one kind of line end; the search for the other one would read all of it.
    reach = _LINE
    while True:
        start = max(0, place - reach)
        found = max(text.rfind("\n", start, place), text.rfind("\r", start, place))
        if found >= 0 or not start:
            return found + 1
        reach *= 4


def quoted(value: str, delimiter: str) -> str:
    """Return a value as a string in the wanted delimiters, in braces where quotes cannot.

    >>> quoted('a {"} b', '"'), quoted('a " b', '"')
    ('"a {"} b"', '{a " b}')
    """
    depth = 0
    for char in value if delimiter == '"' else "":
        depth += (char == "{") - (char == "}")
        if char == '"' and depth == 0:
            return f"{{{value}}}"
    return f'"{value}"' if delimiter == '"' else f"{{{value}}}"


def layout_of(text: str, block: Block) -> Layout | None:
    """Read the layout from an entry; None if it has no field to copy."""
    header = HEADER.match(text, block.start)
    if header is None or not block.fields:
        return None
    fields = block.fields
    broken = LINE_END.search(text, block.start, block.end)
    newline = broken[0] if broken else newline_of(text)
    first = _clean(text[_key_end(text, header.end(), block.key) : fields[0].offset])
    last = _clean(text[fields[-2].end : fields[-1].offset]) if len(fields) > 1 else first
    indent_text = last[last.rfind(newline) + 1 :] if newline in last else ""
    indent = _width(indent_text.replace(",", " "))
    before, after = _around(text, fields[-1])
    equals, value, tabs = _columns(text, fields, indent)
    right = _right(text, fields)
    usual = f",{newline}  " if broken else ", "
    tail = text[fields[-1].end : block.end - 1]
    end = tail if _SEPARATOR.fullmatch(tail) or not tail else f"{newline}"
    return Layout(
        opening=header[2],
        first=first or last or usual,
        separator=last or first or usual,
        before=before,
        after=after,
        right=right,
        equals=None if right else equals,
        value=None if right else value,
        indent=indent,
        tabs=tabs,
        delimiter=_delimiter(fields),
        numbers=_has_bare_numbers(fields),
        end=end + ("}" if header[2] == "{" else ")"),
        type=cased("misc", header[1]),
        case=_case([field.name for field in fields]),
    )


def _clean(separator: str) -> str:
    r"""Return a separator with its one comma, or nothing if it contains other text.

    >>> _clean(",\n\n  "), _clean(", mine")
    (',\n  ', '')
    """
    if separator.count(",") != 1 or separator.strip(" \t\r\n,"):
        return ""
    # Blank lines between two fields do not belong to the layout.
    lines = LINE_END.split(separator)
    if len(lines) < 3:
        return separator
    newline = newline_of(separator)
    return f"{lines[0]}{newline}{lines[-1]}" if "," in lines[0] + lines[-1] else ""


def _key_end(text: str, start: int, key: str) -> int:
    found = text.find(key, start)
    return found + len(key) if found >= 0 else start


def _around(text: str, field: RawField) -> tuple[str, str]:
    between = text[field.offset + len(field.name) : field.start]
    if not _SPACES.fullmatch(between):
        return " ", " "
    before, _, after = between.partition("=")
    return before, after if "\n" not in after and "\r" not in after else " "


def _columns(
    text: str, fields: Iterable[RawField], indent: int
) -> tuple[int | None, int | None, bool]:
    """Return the columns of ``=`` and of the value that most fields share."""
    equals: dict[int, list[int]] = {}
    values: dict[int, list[int]] = {}
    count = 0
    tabs = False
    for field in fields:
        head = text[field.offset : field.start]
        if "\n" in head or "\r" in head:
            continue
        count += 1
        tabs = tabs or "\t" in head
        whole = " " * indent + head
        sign = _width(whole[: whole.find("=", indent)]) - indent
        equals.setdefault(sign, []).append(len(field.name))
        values.setdefault(_width(whole) - indent, []).append(len(field.name))
    return _shared(equals, count), _shared(values, count), tabs


def _right(text: str, fields: Iterable[RawField]) -> int | None:
    """Return the column at which names end that are set flush right."""
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    count = 0
    for field in fields:
        lead = text[line_start(text, field.offset) : field.offset]
        if lead.strip():
            return None
        count += 1
        column, length = _width(lead), len(field.name)
        starts.setdefault(column, []).append(length)
        ends.setdefault(column + length, []).append(length)
    return _shared(ends, count) if count > 1 and _shared(starts, count) is None else None


def _shared(columns: dict[int, list[int]], count: int) -> int | None:
    """Return the column at which names of several lengths meet; or None."""
    for column, lengths in columns.items():
        different = len(set(lengths)) > 1 or (count == 1 and column - lengths[0] > _ROOM)
        if different and len(lengths) * 2 >= count:
            return column
    return None


def _width(text: str) -> int:
    return len(text.expandtabs(_TAB)) if "\t" in text else len(text)


def _delimiter(fields: Iterable[RawField]) -> str:
    quotes = braces = 0
    for field in fields:
        quotes += field.value.startswith('"')
        braces += field.value.startswith("{")
    return '"' if quotes > braces else "{"


def _has_bare_numbers(fields: Iterable[RawField]) -> bool:
    bare = enclosed = 0
    for field in fields:
        bare += field.value.isdecimal()
        enclosed += field.value[1:-1].isdecimal() and not field.value[:1].isdecimal()
    return bare > enclosed

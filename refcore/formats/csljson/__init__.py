"""CSL-JSON texts to libraries and back.

read(text, path=None) -> Library        write(references) -> str
item_to_reference, reference_to_item    one item, plain JSON values
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import attrs

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import UnreadableInput
from refcore.formats.bounds import bounded
from refcore.formats.csljson.items import reference_to_item
from refcore.formats.csljson.reader import item_to_reference
from refcore.formats.csljson.scan import ItemAt, scan_items
from refcore.formats.draft import keys_apart
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.text.halves import WHAT_IS_WRONG, has_half, without_halves
from refcore.text.keys import free_key
from refcore.text.patterns import regex

__all__ = ["add_item", "item_to_reference", "read", "reference_to_item", "write"]

_ESCAPED = regex("[\ud800-\udfff\u2060]")
_HALF_ESCAPED = regex(r"\\u[dD][89a-fA-F]")


def read(text: str, path: str | None = None) -> Library:
    """Read a CSL-JSON text: an array of items, one item, or an object of items.

    Such an object has a list as ``items`` or ``references``, or an item under each id.

    Whatever is odd is a diagnostic, with key and line, and the best reading is
    taken. Raises `UnreadableInput`, with line and column, for invalid JSON.

    >>> library = read('[{"id": "a", "type": "book"}, {"id": "a", "type": "scroll"}]')
    >>> [(reference.key, reference.type) for reference in library]
    [('a', 'book'), ('a-2', 'document')]
    >>> print(library.diagnostics[0])
    line 1: a: id: the key is already used; this item becomes 'a-2'
    """
    library = Library(path=path)
    has_halves = has_half(text) or _HALF_ESCAPED.search(text) is not None
    try:
        items = bounded(scan_items(text, path), text, library, lambda item: item.line)
        for number, entry in enumerate(items, start=1):
            add_item(library, number, _mended(library, entry) if has_halves else entry)
    except RecursionError:
        raise UnreadableInput(f"{path or 'input'}: JSON nested too deeply to be read") from None
    return library


def _mended(library: Library, entry: ItemAt) -> ItemAt:
    """Return the item without halves of surrogate pairs, which no text file can contain."""
    value = _whole(entry.value)
    members = entry.value if isinstance(entry.value, dict) else {}
    place = Location(library.path, entry.line)
    for name, member in members.items():
        if _whole(member) != member:
            found = (without_halves(str(value.get("id", ""))), without_halves(name))
            library.diagnostics.append(Diagnostic(WHAT_IS_WRONG, place, *found, Severity.ERROR))
    return attrs.evolve(entry, value=value)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return without_halves(value)
    if isinstance(value, list):
        return [_whole(part) for part in value]
    if isinstance(value, dict):
        return {_whole(name): _whole(part) for name, part in value.items()}
    return value


def add_item(library: Library, number: int, entry: ItemAt) -> None:
    """Add an item to a library with what is odd in it; `number` is its place in the file."""
    location = Location(library.path, entry.line)
    if not isinstance(entry.value, dict):
        message = f"item {number} is {_kind(entry.value)}, expected an object; left out"
        library.diagnostics.append(Diagnostic(message, location, severity=Severity.ERROR))
        return
    reference, found = item_to_reference(entry.value, location=location)
    key = free_key(reference.key, library)
    if key != reference.key:
        message = f"the key is already used; this item becomes {key!r}"
        library.diagnostics.append(
            Diagnostic(message, location, reference.key, "id", Severity.ERROR)
        )
    for name in entry.repeated:
        message = "occurs twice; the last value counts"
        library.diagnostics.append(Diagnostic(message, location, key, name))
    library.diagnostics.extend(found)
    library.add(reference if key == reference.key else reference.evolve(key=key))


def write(references: Iterable[Reference]) -> str:
    """Write references as a CSL-JSON array, one member a line, ending in a newline.

    >>> print(write([Reference("a", "book", "Étude")]), end="")
    [
      {
        "id": "a",
        "type": "book",
        "title": "Étude"
      }
    ]
    """
    items = [reference_to_item(reference) for reference in keys_apart(references)]
    text = json.dumps(items, ensure_ascii=False, indent=2) + "\n"
    # UTF-8 cannot hold half of a surrogate pair, and a joiner is invisible: JSON escapes both.
    return _ESCAPED.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    return {"str": "a text", "list": "a list", "bool": "true or false"}.get(
        type(value).__name__, "a number"
    )

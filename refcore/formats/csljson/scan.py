"""JSON texts as values, with the line of each item."""

from __future__ import annotations

import json
from typing import Any

import attrs

from refcore.errors import UnreadableInput
from refcore.text.patterns import regex

__all__ = ["ItemAt", "NumberText", "scan_items"]

_SPACE = regex(r"[ \t\r\n]*")
# Longer numbers are kept as text: Python refuses to print such integers.
_MAX_DIGITS = 300


# What an item has, and no object around items.
_OF_ITEM = frozenset({"id", "title", "type"})
# Where programs put a list of items: Zotero, pandoc.
_LISTS = ("items", "references")


class NumberText(str):
    """A number that is not a plain integer, as it was written: ``1.50``, ``1e3``, ``NaN``."""

    __slots__ = ()


@attrs.frozen
class ItemAt:
    """One value of the input, its line, and the names it states twice."""

    value: Any
    line: int | None = None
    repeated: tuple[str, ...] = ()


def scan_items(text: str, path: str | None = None) -> list[ItemAt]:
    """Return the items of a CSL-JSON text with their lines.

    The text is an array of items, one item, or an object with the array
    under ``items``. Raises `UnreadableInput`, with line and column, for
    invalid JSON.

    >>> [(item.line, item.value) for item in scan_items('[{"id": 1},\\n {"id": 2}]')]
    [(1, {'id': 1}), (2, {'id': 2})]
    """
    try:
        return _Scanner(text).items()
    except json.JSONDecodeError as error:
        where = f"{path or 'input'}:{error.lineno}:{error.colno}"
        raise UnreadableInput(f"{where}: not JSON: {error.msg}") from None
    except RecursionError:
        raise UnreadableInput(f"{path or 'input'}: JSON nested too deeply to be read") from None


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _MAX_DIGITS else NumberText(digits)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.repeated: list[str] = []
        self.line = 1
        self.counted = 0
        self.decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_int=_integer,
            parse_float=NumberText,
            parse_constant=NumberText,
        )

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        held = dict(pairs)
        if len(held) < len(pairs):
            met: set[str] = set()
            for name, _ in pairs:
                if name in met:
                    self.repeated.append(name)
                met.add(name)
        return held

    def items(self) -> list[ItemAt]:
        start = self._skip(0)
        if self.text[start : start + 1] == "[":
            found, end = self._array(start)
        else:
            item, end = self._item(start)
            found = self._wrapped(item)
        if self._skip(end) != len(self.text):
            raise json.JSONDecodeError("extra text after the end", self.text, self._skip(end))
        return found

    def _wrapped(self, item: ItemAt) -> list[ItemAt]:
        """Return the items in an object: a list under a name, or one under each id."""
        value = item.value
        if not isinstance(value, dict) or not _OF_ITEM.isdisjoint(value):
            return [item]
        for name in _LISTS:
            if isinstance(value.get(name), list):
                return [ItemAt(inner) for inner in value[name]]
        if value and all(isinstance(inner, dict) and "type" in inner for inner in value.values()):
            return [ItemAt({"id": key, **inner}) for key, inner in value.items()]
        return [item]

    def _array(self, start: int) -> tuple[list[ItemAt], int]:
        found: list[ItemAt] = []
        position = self._skip(start + 1)
        if self.text[position : position + 1] == "]":
            return found, position + 1
        while True:
            item, position = self._item(position)
            found.append(item)
            position = self._skip(position)
            mark = self.text[position : position + 1]
            if mark == "]":
                return found, position + 1
            if mark != ",":
                raise json.JSONDecodeError("expected ',' or ']'", self.text, position)
            position = self._skip(position + 1)

    def _item(self, start: int) -> tuple[ItemAt, int]:
        self.repeated.clear()
        value, end = self.decoder.raw_decode(self.text, start)
        self.line += self.text.count("\n", self.counted, start)
        self.counted = start
        return ItemAt(value, self.line, tuple(self.repeated)), end

    def _skip(self, position: int) -> int:
        match = _SPACE.match(self.text, position)
        return match.end() if match else position

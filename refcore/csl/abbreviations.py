"""Abbreviations of journals, from a user's own lists and by ISO 4.

A style prints the long or the short form of a journal; the list supplies whichever an
item does not have.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from refcore.csl.titlewords import TitleWords, is_abbreviated, title_words
from refcore.errors import UnreadableInput
from refcore.files import read_file
from refcore.text.markup import without_tags
from refcore.text.patterns import regex

__all__ = ["Abbreviations"]

_MARKS: Final = regex(r"[\s.,:&]+|\band\b|^the\b", re.IGNORECASE)
# Types whose container is a serial, which ISO 4 abbreviates.
_SERIALS: Final = frozenset(
    "article-journal article-magazine article-newspaper periodical review review-book".split()
)
# The comments of JabRef's lists.
_COMMENT: Final = "#"


@attrs.frozen(eq=False)
class Abbreviations:
    """Long names of journals with their abbreviations; by ISO 4 too, if `words` are known.

    >>> own = Abbreviations.of({"Journal of Peat Science": "J. Peat"})
    >>> own.short("The Journal of Peat Science"), own.long("J Peat"), own.short("Nature")
    ('J. Peat', 'Journal of Peat Science', '')
    """

    shorts: Mapping[str, str]
    longs: Mapping[str, str]
    words: TitleWords | None = None

    @classmethod
    def of(cls, pairs: Mapping[str, str], *, iso4: bool = False) -> Abbreviations:
        """Return the list of some long names with their abbreviations.

        With `iso4` the words of all other names are abbreviated by ISO 4, which raises
        `UnknownOption` where the list of title words is not installed.
        """
        shorts = {_folded(long): short for long, short in pairs.items()}
        longs = {_folded(short): long for long, short in reversed(list(pairs.items()))}
        return cls(shorts, longs, title_words() if iso4 else None)

    @classmethod
    def read(
        cls, *paths: str | os.PathLike[str], iso4: bool = False, encoding: str = "utf-8-sig"
    ) -> Abbreviations:
        """Read lists of abbreviations; of two for one name the later one counts.

        A list is a table as JabRef has them (``long;short``, with ``;``, ``,`` or a tab, or
        ``long = short``), or JSON: an object of long names, or a list of objects with
        ``long`` and ``short``. Raises `UnreadableInput` with the line for anything else.
        """
        pairs: dict[str, str] = {}
        for path in paths:
            text = read_file(path)[0].decode(encoding)
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            pairs |= (
                _json_pairs(text, str(path))
                if text.lstrip()[:1] in ("{", "[")
                else dict(_table_pairs(text, str(path)))
            )
        return cls.of(pairs, iso4=iso4)

    def short(self, long: str) -> str:
        """Return the abbreviation of a journal, or an empty text if the list has none."""
        return self.shorts.get(_folded(long), "")

    def long(self, short: str) -> str:
        """Return the journal that an abbreviation means, or an empty text."""
        return self.longs.get(_folded(short), "")

    def complete(self, items: Iterable[dict[str, Any]]) -> None:
        """Add to CSL-JSON items the form of their journal that they do not have.

        An abbreviation by ISO 4 becomes the long name if another item has that, or if an
        astronomers' macro means it.
        """
        held = [item for item in items if isinstance(item.get("container-title"), str)]
        named = [without_tags(item["container-title"]) for item in held]
        by_words = self._by_words(named)
        for item, name in zip(held, named, strict=True):
            long = self.long(name) or by_words.get(_folded(name), "")
            if long:
                item["container-title"] = long
                item.setdefault("container-title-short", name)
            if own := self.short(long or name):
                item["container-title-short"] = own
            elif self.words is not None and item.get("type") in _SERIALS:
                item.setdefault("container-title-short", self.words.abbreviated(long or name))

    def _by_words(self, names: Iterable[str]) -> dict[str, str]:
        """Return the long names, those of macros included, by their ISO 4 abbreviations."""
        if self.words is None:
            return {}
        from refcore.bibtex.journals import journal_names

        all_names = [*names, *journal_names()]
        pairs = {
            name: self.words.abbreviated(name) for name in all_names if not is_abbreviated(name)
        }
        return {_folded(short): long for long, short in pairs.items() if short != long}


def _folded(name: str) -> str:
    """Return a name without marks, "and" and "the", in which its spellings may differ.

    >>> _folded("The Journal of Physics")
    'journalofphysics'
    """
    return _MARKS.sub("", name).lower()


def _json_pairs(text: str, path: str) -> dict[str, str]:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise UnreadableInput(f"{path}: not valid JSON: {fault}") from None
    if isinstance(held, list):
        rows = [(row.get("long"), row.get("short")) for row in held if isinstance(row, dict)]
        if len(rows) < len(held):
            raise UnreadableInput(f"{path}: expected objects with 'long' and 'short' in the list")
    else:
        inner = held.get("default", held)
        inner = inner.get("container-title", inner) if isinstance(inner, dict) else {}
        rows = list(inner.items()) if isinstance(inner, dict) else []
    pairs = {}
    for number, (long, short) in enumerate(rows, 1):
        if not (isinstance(long, str) and isinstance(short, str) and long and short):
            raise UnreadableInput(
                f"{path}, entry {number}: expected a long and a short name, found {long!r:.60} "
                f"and {short!r:.60}"
            )
        pairs[long] = short
    return pairs


def _table_pairs(text: str, path: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith(_COMMENT):
            continue
        cells = _cells(line)
        if len(cells) < 2 or not cells[0] or not cells[1]:
            raise UnreadableInput(
                f"{path}, line {number}: expected 'long name;abbreviation', found {line[:60]!r}"
            )
        yield cells[0], cells[1]


def _cells(line: str) -> list[str]:
    """Split a line at its first separator: a semicolon, a tab, `` = `` or a comma.

    >>> _cells("Journal of Moss; J. Moss"), _cells("Journal of Moss = J. Moss")
    (['Journal of Moss', 'J. Moss'], ['Journal of Moss', 'J. Moss'])
    """
    if " = " in line and ";" not in line and "\t" not in line:
        return [cell.strip() for cell in line.split(" = ", 1)]
    sign = next((sign for sign in ";\t" if sign in line), ",")
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=sign), [])]
    except csv.Error:  # a cell is too long
        return []

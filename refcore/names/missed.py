"""Lines of a numbered list of people in which no name was read.

The numbers say how many people a list has, so none may be left out in silence.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Final

from refcore.names.elisions import elision
from refcore.text.patterns import regex

__all__ = ["missed"]

_NUMBERED: Final = regex(r"[ \t]*[(\[]?(?P<number>\d{1,4})[.)\]][ \t]*(?P<rest>\S.*)")
_LABEL: Final = regex(r"\s*(?:#+ )?[^\n\d]{1,40}:?\s*\Z")
_WORD: Final = regex(r"[^\W\d_]+")


def missed(text: str, entries: Sequence[str]) -> list[str]:
    r"""Return the lines of a numbered list of which no word is in an entry.

    >>> missed("1. Bo Fei\n2. Al Go, MIT\n3. et al.", ["Bo Fei"])
    ['Al Go, MIT']
    >>> missed("Bo Fei1, Al Go2\n1. MIT\n2. ETH", ["Bo Fei", "Al Go"])
    []
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and not _NUMBERED.match(lines[0]) and _LABEL.match(lines[0]):
        del lines[0]
    found = [_NUMBERED.match(line) for line in lines]
    numbered = [one for one in found if one]
    if not found or not found[0] or len(numbered) < 2:
        return []
    if [int(one["number"]) for one in numbered] != list(range(1, len(numbered) + 1)):
        return []
    read = set(itertools.chain.from_iterable(map(_words, entries)))
    return [
        one["rest"].strip()
        for one in numbered
        if elision(one["rest"].strip()) is False and not _is_read(one["rest"], read, entries)
    ]


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text) if len(word) > 1}


def _is_read(line: str, read: set[str], entries: Sequence[str]) -> bool:
    """Return whether a line has a word of the entries, or an entry without spaces around it."""
    return bool(_words(line) & read) or any(entry in line for entry in entries)

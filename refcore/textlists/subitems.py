"""The works under one number: "(4) (a) Fei, B. Of Moss. 2011. (b) Chen, A. Of Fern. 2012."

Chemistry and physics number the places of the text, so one number has several works.
"""

from __future__ import annotations

from typing import Final

from refcore.text.patterns import regex

__all__ = ["subitems"]

_FIRST: Final = regex(r"\(?a\) +(?=\S)")
_LATER: Final = regex(r"(?P<before>[.;,]) (?:and )?\(?(?P<letter>[b-z])\) +(?=[^\W\d_a-z]|[\"“‘])")
_YEAR: Final = regex(r"(?:1[6-9]|20)\d\d")


def subitems(text: str) -> list[tuple[str, str]]:
    """Return the works of a reference, each with its letter; no letter where there is one work.

    >>> subitems("(a) Fei, B. Of Moss. 2011; (b) Chen, A. Of Fern. 2012.")
    [('a', 'Fei, B. Of Moss. 2011'), ('b', 'Chen, A. Of Fern. 2012.')]
    >>> subitems("(a) Fei, B. Of Moss. 2011.")
    [('', 'Fei, B. Of Moss. 2011.')]
    """
    first = _FIRST.match(text)
    if first is None:
        return [("", text)]
    start, letter = first.end(), "a"
    found: list[tuple[str, str]] = []
    for mark in _LATER.finditer(text):
        end = mark.start() + (mark["before"] == ".")
        # "(c)" within a title is out of turn, or what is in front of it has no date.
        if ord(mark["letter"]) == ord(letter) + 1 and _YEAR.search(text, start, end):
            found.append((letter, text[start:end]))
            start, letter = mark.end(), mark["letter"]
    return [*found, (letter, text[start:])] if found else [("", text[start:])]

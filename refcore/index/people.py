"""Author lists of the snapshot, as arXiv's API would give them.

A list is kept as one text: a line for each entry, the name and after it the
affiliations, apart by tabs.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from refcore.index.row import one_line, plain_lines
from refcore.records.record import RecordAuthor

__all__ = ["author_lines", "names_in", "read_author_lines"]

# arXiv swallows a colon after such a name, and lists an author ":" after any other.
_SWALLOWED = re.compile(r"[a-z0-9 ]*(?:collaboration|group|team)", re.IGNORECASE)
_ROUND = re.compile(r"\([^()]*\)")
_SIGN = re.compile(r"(\([^()]*\)|,|:|\s+and\s+|^and\s+)")
_ET_AL = re.compile(r"et\.? al\.?", re.IGNORECASE)
_NO_NAMES = "no author names"


def author_lines(parsed: Any, raw: Any) -> str:
    """Return the author list from ``authors_parsed``, or from ``authors`` where that is unusable.

    `parsed` holds lists of family, given, suffix and affiliations; a group is
    all family. An author ``:`` that the split list lacks is put where the raw
    text has the colon. Raises `ValueError` where neither holds a name.

    >>> author_lines([["Meeks", "William H.", "III"], ["Li", "Bo", "", "MIT", "Basel"]], None)
    'William H. Meeks III\\nBo Li\\tMIT\\tBasel'
    >>> author_lines([["MiniMax", "", ""], ["Chen", "Aili", ""]], "MiniMax: Aili Chen")
    'MiniMax\\n:\\nAili Chen'
    >>> author_lines(None, "Keck Array: Bo Li (MIT) and Fei Wu, et al.")
    'Keck Array\\n:\\nBo Li\\tMIT\\nFei Wu'
    """
    text = raw if isinstance(raw, str) else ""
    if ":" not in text and (plain := _plain_lines(parsed)):
        return plain
    lines = _lines(parsed)
    if not lines:
        lines = _split(text)
    elif ":" in text and ":" not in lines:
        _put_marks(lines, text)
    if not lines:
        raise ValueError(_NO_NAMES)
    return "\n".join(lines)


def _plain_lines(parsed: Any) -> str:
    """Return the list in the form that most have: three texts each and nothing to tidy; else ""."""
    try:
        names = [
            given + " " + family + (" " + suffix if suffix else "")
            for family, given, suffix in parsed
        ]
    except (TypeError, ValueError):
        return ""
    return plain_lines(names) if set(map(type, parsed)) == {list} else ""


def _lines(parsed: Any) -> list[str]:
    if not isinstance(parsed, list) or not all(isinstance(entry, list) for entry in parsed):
        return []
    try:
        return [line for entry in parsed for line in _line(*entry)]
    except TypeError:
        return []


def _line(family: str, given: str = "", suffix: str = "", *affiliations: str) -> list[str]:
    # Joined with + so that anything but text is a TypeError.
    name = " ".join((given + " " + family + " " + suffix).split())
    if not name:
        return []
    if not affiliations:
        return [name]
    places = (" ".join((place + "").split()) for place in affiliations)
    return ["\t".join([name, *(place for place in places if place)])]


def _put_marks(lines: list[str], raw: str) -> None:
    """Put an entry ``:`` after each name that the raw text has a colon after."""
    *before, _ = _ROUND.sub(" ", raw).split(":")
    for text in before:
        name = " ".join(re.split(r",|\s+and\s+", text)[-1].split())
        if name and not _SWALLOWED.fullmatch(name):
            place = next((i for i, line in enumerate(lines) if _name(line) == name), None)
            if place is not None:
                lines.insert(place + 1, ":")


def _name(line: str) -> str:
    return line.partition("\t")[0]


def _split(raw: str) -> list[str]:
    """Split the raw text as arXiv does, on commas, *and* and colons.

    >>> _split("Bo Fei, Al Go and Mo Hu")
    ['Bo Fei', 'Al Go', 'Mo Hu']
    """
    lines: list[str] = []
    for piece in _SIGN.split(raw):
        text = " ".join(piece.split())
        if text == ":":
            if lines and not _SWALLOWED.fullmatch(lines[-1]):
                lines.append(text)
        elif _ROUND.fullmatch(text):
            if lines and text[1:-1].strip():
                lines[-1] += "\t" + text[1:-1].strip()
        elif text and text not in (",", "and") and not _ET_AL.fullmatch(text):
            lines.append(text)
    return lines


def read_author_lines(text: str) -> tuple[RecordAuthor, ...]:
    """Read what `author_lines` gave.

    A group that does not look like one is in braces.

    >>> [(author.name, author.affiliations) for author in read_author_lines("Bo Li\\tMIT")]
    [('Bo Li', ('MIT',))]
    >>> read_author_lines("{The Editors}")[0].is_group
    True
    """
    if "\t" not in text:
        return tuple(map(_author, text.split("\n")))
    entries = (line.split("\t") for line in text.split("\n"))
    return tuple(RecordAuthor(name, tuple(places)) for name, *places in entries)


# People write several papers, so entries are shared; they never change.
@functools.lru_cache(maxsize=16_384)
def _author(name: str) -> RecordAuthor:
    if name[:1] == "{" and name.find("}") == len(name) - 1:
        return RecordAuthor(name[1:-1], is_group=True)
    return RecordAuthor.named(name)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of what `author_lines` gave, without the affiliations.

    >>> names_in("Bo Li\\tMIT\\nFei Wu")
    ('Bo Li', 'Fei Wu')
    """
    lines = text.split("\n")
    # Most lists are tidy and have no affiliations; checking all at once is quicker.
    if "\t" not in text and " ".join(text.split()) == text.replace("\n", " "):
        return tuple(lines)
    return tuple(one_line(line.partition("\t")[0]) for line in lines)

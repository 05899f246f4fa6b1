"""Names with no mark between them: two spaces, one space, a capital letter or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from refcore.names.customs import is_particle
from refcore.names.familynames import is_family
from refcore.names.gaps import GAP
from refcore.names.givennames import is_given
from refcore.names.rowmarks import DIVIDED
from refcore.names.shape import is_initials, is_name
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["divided"]

# In Japan a wide space is between names, and a narrow one in them.
_WIDE_SPACE: Final = regex(r"(?<=\S)\u3000+(?=[\u3040-\u30ff\u3400-\u9fff])")
_NARROW_SPACE: Final = regex(r"[\u3040-\u30ff\u3400-\u9fff] [\u3040-\u30ff\u3400-\u9fff]")

_TWO_SPACES: Final = regex(r"(?<=\S)[ \u2002\u2003]{2,9}(?=\S)|(?<=\S)[\u2002\u2003](?=\S)")
_MARKS_AFTER: Final = regex(r"(?<![\d,;\s*∗⁎†‡§¶#✉¹²³⁴-⁹])[\d,;\s*∗⁎†‡§¶#✉¹²³⁴-⁹]++\Z")
_GLUED_NAMES: Final = regex(
    widened(
        r"(?<=[a-zß-ÿ])(?<!\bMc)(?<!\bMac)(?<!\b[DLV][aei])(?<!\bVan)(?<!\bDel)(?<!\bFitz)"
        r"(?=[A-ZÀ-Þ][a-zß-ÿ]+[ ])"
    )
)
_MARKED: Final = regex(r"[^\w\s.'’-]|[\d_]|\s(?:[^\W\d_]{1,3})\s(?<=and\s|und\s|.et\s|..y\s)")
_ADDRESSES: Final = regex(
    r"(?:Universit|College|Institut|School)\w*\b[^,\n]{3,90}(?:Universit|College|Institut|School)"
)
_LABEL: Final = regex(r"\s*(?:authors?:|by)\s+", re.IGNORECASE)
_FILED: Final = regex(
    widened(
        r"(?:(?:[a-z]{1,4} ){0,2}[A-Z](?:['’-]?[A-Z]?[a-z]){1,20}(?:-[A-Z]\w{1,20})? [A-Z]{1,3}"
        # In capitals, three letters can be a family name.
        r"|[A-Z][A-Z'’-]{2,20} [A-Z]{1,2})(?:\.?(?= |\Z))"
    )
)
_FILED_ALL: Final = regex(rf"(?:{_FILED.pattern}\s?)+")
_LONGEST: Final = 2_000
_LEAST_WORDS: Final = 4
_MOST_WORDS: Final = 6  # of one name
_KEPT: Final = 2  # the best division, and the second best, which shows whether the best is clear
_NO_NAME: Final = -9.0
_CLEARLY: Final = 0.7
_LEAST: Final = 0.8
_BY_LENGTH: Final = (0.0, 0.3, -0.2, -1.2, -2.5, -4.0)


def divided(text: str) -> str:
    """Return a text with semicolons between names that have no mark between them.

    >>> divided("Bo Fei 1,2*  Al Go 1"), divided("Bo FeiAl GoMo Hu")
    ('Bo Fei 1,2*; Al Go 1', 'Bo Fei; Al Go; Mo Hu')
    >>> divided("Helena Berg Tomasz Fei Ingrid Go"), divided("Bo Fei, Al Go")
    ('Helena Berg; Tomasz Fei; Ingrid Go', 'Bo Fei, Al Go')
    """
    if "\u3000" in text and _NARROW_SPACE.search(text):
        text = _WIDE_SPACE.sub("、", text)
    text = "\n".join(
        _TWO_SPACES.sub("; ", line) if _are_spaced_names(line) else line
        for line in text.split("\n")
    )
    first, line_break, below = text.strip().partition("\n")
    if line_break and _ADDRESSES.search(below.partition("\n")[0]) and len(first) < _LONGEST:
        # The names of several columns: "Bo Fei Al Go" over "MIT University of Oslo".
        return (_words_apart(first) or _paired(first, below) or first) + line_break + below
    # Where marks were, the names between them are divided one by one.
    if len(text) > _LONGEST or GAP in text or DIVIDED.search(text.strip()):
        return text
    return _glued_apart(text) or _initials_apart(text) or _words_apart(text) or text


def _paired(line: str, below: str) -> str:
    """Return the names of a line of two words each, if as many mail addresses are below it.

    >>> _paired("Quab Dwim Fenz Vorn", "MIT Oslo\\nq@mit.edu f@uio.no"), _paired("Quab Dwim", "")
    ('Quab Dwim; Fenz Vorn', '')
    """
    words = line.split()
    pairs = [" ".join(pair) for pair in zip(words[::2], words[1::2], strict=False)]
    named = len(words) == 2 * len(pairs) and all(map(is_name, pairs))
    return "; ".join(pairs) if named and below.count("@") == len(pairs) > 1 else ""


def _are_spaced_names(line: str) -> bool:
    pieces = [_MARKS_AFTER.sub("", piece) for piece in _TWO_SPACES.split(line.strip())]
    return len(pieces) > 1 and all(" " in piece and is_name(piece) for piece in pieces)


def _glued_apart(text: str) -> str:
    """Return the whole names that nothing divides, with semicolons, or nothing.

    >>> _glued_apart("Bo FeiAl GoMo Hu"), _glued_apart("Ian McDonald")
    ('Bo Fei; Al Go; Mo Hu', '')
    """
    pieces = _GLUED_NAMES.split(text)
    whole = len(pieces) > 1 and all(" " in piece and is_name(piece) for piece in pieces)
    return "; ".join(pieces) if whole else ""


def _initials_apart(text: str) -> str:
    """Return names that each end in initials, with semicolons, or nothing.

    >>> _initials_apart("Berg A van Dam PJ Fei B"), _initials_apart("Berg A")
    ('Berg A; van Dam PJ; Fei B', '')
    """
    names = [found.strip() for found in _FILED.findall(text)]
    whole = _FILED_ALL.fullmatch(text.strip()) and len(names) > 1
    return "; ".join(names) if whole else ""


def _words_apart(text: str) -> str:
    """Return the names that one space divides, with semicolons, or nothing.

    Given and family names show where each begins and ends.

    >>> _words_apart("Maria C. Berg Tomasz de Wit"), _words_apart("Maria Clara Gomez Lopez")
    ('Maria C. Berg; Tomasz de Wit', '')
    """
    label = _LABEL.match(text)
    words = text[label.end() if label else 0 :].split()
    if len(words) < _LEAST_WORDS or _MARKED.search(text[label.end() if label else 0 :]):
        return ""
    names = _segmented(words)
    return "; ".join(names) if len(names) > 1 and all(map(is_name, names)) else ""


class _Way(NamedTuple):
    """A division of the first words into names: how well it fits, and what is before its last."""

    score: float
    start: int
    before: _Way | None

    def names(self, words: Sequence[str], end: int) -> list[Sequence[str]]:
        """Return the words of each name."""
        found: list[Sequence[str]] = []
        way: _Way | None = self
        while way is not None and way.before is not None:
            found.append(words[way.start : end])
            end, way = way.start, way.before
        return found[::-1]


def _segmented(words: Sequence[str]) -> list[str]:
    """Return the names that words consist of, or nothing where no division is clearly the best.

    >>> _segmented("Helena Berg Tomasz Fei Ingrid M. Go".split())
    ['Helena Berg', 'Tomasz Fei', 'Ingrid M. Go']
    >>> _segmented("Quab Fenz Vorn Dwim".split())
    []
    """
    ways: list[list[_Way]] = [[_Way(0.0, 0, None)]]
    for end in range(1, len(words) + 1):
        found = [
            _Way(way.score + fit, start, way)
            for start in range(max(0, end - _MOST_WORDS), end)
            if (fit := _fit(words[start:end])) > _NO_NAME
            for way in ways[start]
        ]
        ways.append(sorted(found, key=lambda way: way.score, reverse=True)[:_KEPT])
    best, second = (*ways[-1], _Way(_NO_NAME, 0, None), _Way(_NO_NAME, 0, None))[:2]
    names = best.names(words, len(words))
    if best.score - second.score < _CLEARLY or best.score < _LEAST * len(names):
        return []
    return [" ".join(name) for name in names]


def _fit(words: Sequence[str]) -> float:
    """Return how well words are one name: given names come first, family names last.

    >>> _fit(["Helena", "Brandt"]) > 2 > _fit(["Brandt", "Helena"]), _fit(["Helena"])
    (True, -9.0)
    """
    first, last = words[0], words[-1]
    long = [word for word in words if not is_initials(word) and not is_particle(word)]
    joined = any(map(is_initials, words[1:])) or any(map(is_particle, words[1:]))
    if not long or is_initials(last) or is_particle(last) or is_particle(first):
        return _NO_NAME
    if len(long) == 1 and not is_initials(first):
        return _NO_NAME
    inside = long[1:-1]
    return (
        _BY_LENGTH[len(long) - 1]
        + 0.5 * (joined or is_initials(first))
        + is_given(first)
        - is_family(first)
        + is_family(last)
        - 0.7 * is_given(last)
        + 0.5 * ("-" in first and first.count("-") == sum(map(str.isupper, first)) - 1)
        + sum(0.2 * is_given(word) - 0.6 * is_family(word) for word in inside)
    )

"""Degrees after the names of a list; known ones beside them show those that no table has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from refcore.names.customs import is_degree, is_title
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["without_degrees", "without_shown_titles"]

# "M.Arch", "B.Tech.", "Dipl.Ing": no initials are so long.
_LONG: Final = regex(widened(r"[A-Z][a-z]{0,4}\.[ -]?(?:[A-Z]\.)?[A-Z][a-z]{2,6}\.?"))
# "S.T.", "CA", "FCOG": in the form of initials.
_SHORT: Final = regex(widened(r"(?:[A-Z][a-z]?\.?[ -]?){1,5}[A-Z]\.?|[A-Z]{2,6}"))
# Indonesian degrees of two letters, which elsewhere are initials.
_OF_TWO: Final = frozenset("ST MT SH MH SE MM SP MP SS".split())
_LEAST: Final = 3
_FRENCH: Final = frozenset("Mme Mlle MM.".split())
# "TS.", "M.C." in the form of initials, "Drd.", "гл.".
_LIKE_TITLE: Final = regex(widened(r"[A-Z]{2,4}\.|[A-Z]\.[A-Z]\.|[^\W\d_]{2,6}\."))


def without_shown_titles(stretches: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the parts of a list without titles in the form of initials before whole names.

    They count as titles if at least half of the names begin with a known title.

    >>> without_shown_titles([["Dr. Itzel Xool Ek", "M.C. Nayeli Poot Dzul"]])
    [['Itzel Xool Ek', 'Nayeli Poot Dzul']]
    >>> without_shown_titles([["J.R. Ada Berg", "Bo Fei"]])
    [['J.R. Ada Berg', 'Bo Fei']]
    """
    firsts = [part.split(maxsplit=1)[0] for row in stretches for part in row if " " in part]
    known = sum(map(is_title, firsts))
    if not _FRENCH.isdisjoint(firsts):
        # "M. Paul Roy, Mme Anne Bou"
        stretches = [[part.removeprefix("M. ") for part in row] for row in stretches]
    if not known or 2 * known < len(firsts) or not any(map(_LIKE_TITLE.fullmatch, firsts)):
        return [list(row) for row in stretches]
    return [[_without_first(part) for part in row] for row in stretches]


def _without_first(part: str) -> str:
    """Return a part without a first word in the form of initials before a whole name.

    >>> _without_first("TS. Bao Fei"), _without_first("TS. Eliot")
    ('Bao Fei', 'TS. Eliot')
    """
    rest = part.split()
    while len(rest) > 2 and _LIKE_TITLE.fullmatch(rest[0]) and "." not in rest[-2]:
        rest.pop(0)
    is_whole = all("." not in word for word in rest)
    return " ".join(rest) if is_whole else part


def without_degrees(stretches: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the parts of a list without degrees, as far as one of them is known to be one.

    What has the form of initials is a degree behind a whole name where another has one there.

    >>> without_degrees([["Ada Berg", "S.T.", "M.Kom."], ["Bo Fei", "M.T."]])
    [['Ada Berg'], ['Bo Fei']]
    >>> without_degrees([["Paz Roca", "M. T."], ["Gil Mora", "A."]])
    [['Paz Roca', 'M. T.'], ['Gil Mora', 'A.']]
    """
    rows = [list(stretch) for stretch in stretches]
    behind = [part for row in rows for part in row[1:]]
    if not behind or not any(map(_may_be_degree, behind)):
        return rows
    counts = Counter(part for part in behind if len(part) >= _LEAST and part.isupper())
    repeated = {part for part, count in counts.items() if count > 1 and "." not in part}
    named = any(map(_has_degree, rows))
    if not named and not repeated and not any(map(_is_long, behind)):
        return rows
    return [_bare(row, repeated, named=named) for row in rows]


def _has_degree(row: Sequence[str]) -> bool:
    """Return whether a degree is certainly behind a whole name.

    >>> _has_degree(["Ada Berg", "S.T.", "M.Kom."]), _has_degree(["Paz Roca", "M. A.", "PhD"])
    (True, False)
    """
    if len(row) < 2 or " " not in row[0]:
        return False
    return _is_long(row[1]) or (row[1].replace(".", "") in _OF_TWO and any(map(_is_long, row[2:3])))


def _may_be_degree(part: str) -> bool:
    return _is_long(part) or _SHORT.fullmatch(part) is not None


def _is_long(part: str) -> bool:
    """Return whether a part is a degree in any place.

    >>> _is_long("M.Arch"), _is_long("PhD"), _is_long("J. Paul"), _is_long("M.T.")
    (True, True, False, False)
    """
    is_mixed = not part.isupper() and is_degree(part)
    return is_mixed or (" " not in part and _LONG.fullmatch(part) is not None)


def _bare(row: Sequence[str], repeated: set[str], *, named: bool) -> list[str]:
    """Return the parts of one stretch without the degrees.

    >>> _bare(["Ada Berg", "CA", "Fei", "A."], set(), named=True)
    ['Ada Berg', 'Fei', 'A.']
    """
    kept: list[str] = []
    is_behind = False
    for part in row:
        is_short = _SHORT.fullmatch(part) and (named or part in repeated)
        if kept and (_is_long(part) or (is_short and (is_behind or " " in kept[-1]))):
            is_behind = True
        else:
            kept.append(part)
            is_behind = False
    return kept

"""Whether two names of venues that have nothing in common show that they are of two venues."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from refcore.compare.venues.forms import PUBLISHERS, SOCIETIES, is_word
from refcore.compare.venues.names import JOURNAL_WORDS, VenueName, read_venue

__all__ = ["can_differ", "paired"]

# Words for a meeting, and words around them that one name has and another leaves out.
_MEETINGS: Final = frozenset(
    "annual annu ann biennial colloquium conf conference conferences congr congress int "
    "international intl joint meet meeting meetings proc proceeding proceedings symp symposium "
    "symposia technical workshop workshops worksh".split()
)


def can_differ(ours: VenueName, theirs: VenueName) -> bool:
    """Whether the words of two names, which say nothing in common, show that they are two venues.

    A short name that nobody knows may be anybody's. People shorten the names of meetings as they
    like: where each word of one name has its partner in the other, the two may be one. Proceedings
    can have a title of their own, which does not name the meeting.
    """
    shared = (ours.shorts & theirs.shorts) - SOCIETIES
    if not shared and any(_is_undecoded(one) for one in (ours, theirs)):
        return _has_other_short(ours, theirs) or _has_other_short(theirs, ours)
    one, other = ([w for w in venue.words if w not in _AROUND] for venue in (ours, theirs))
    if not one or not other:
        return False
    if _ends_as(ours, theirs) or _ends_as(theirs, ours):
        return False
    if ours.is_journal or theirs.is_journal or not _are_meetings(ours, theirs):
        return True
    if _is_title(ours) or _is_title(theirs):
        return False
    count, *left = paired(one, other, is_word)
    return all(left) or count == 0


_AROUND: Final = _MEETINGS | SOCIETIES


def _are_meetings(ours: VenueName, theirs: VenueName) -> bool:
    """Whether one name at least is a meeting's; a journal can be called Proceedings, too."""
    return any(_MEETINGS & set(venue.words) - _OF_BOTH for venue in (ours, theirs))


_OF_BOTH: Final = frozenset("ann annu annual int international intl proc proceedings".split())


def _ends_as(short: VenueName, long: VenueName) -> bool:
    """Whether a name is all that follows a colon in the other."""
    _, colon, tail = long.text.partition(": ")
    return bool(colon) and len(short.words) > 1 and read_venue(tail).words == short.words


def _is_title(venue: VenueName) -> bool:
    """Whether a name says of no kind of venue that it is one, and is longer than a journal's."""
    return (
        not venue.keys
        and not venue.is_journal
        and len(venue.core) > _SEVERAL - 1
        and not (_MEETINGS & set(venue.words))
    )


_SEVERAL: Final = 3


def _is_undecoded(venue: VenueName) -> bool:
    """Whether a name consists of short names that are not known, such as IEEE RA-L."""
    if venue.keys:
        return False
    if (PUBLISHERS - SOCIETIES) & set(venue.words) and not venue.is_short:
        return False  # PLOS ONE
    parts = {part for short in venue.shorts for part in (short, *short.split("-"))}
    around = SOCIETIES | _MEETINGS | JOURNAL_WORDS
    return venue.is_short or not venue.core - parts - around or bool(_COINED.fullmatch(venue.text))


# One word that somebody made up, such as iConference and G-cubed.
_COINED: Final = re.compile(r"(?=\S*(?:[a-z][A-Z]|[A-Za-z]-[a-z]|[0-9]))[A-Za-z][\w-]{1,14}")


def _has_other_short(one: VenueName, other: VenueName) -> bool:
    """Whether a name is a short one, and the other states a short name that is another one."""
    ours = one.core - SOCIETIES - _MEETINGS
    theirs = {found[1].casefold() for found in _STATED.finditer(other.text)} - SOCIETIES
    if not ours <= one.shorts or not ours or not theirs:
        return False
    return all(_are_apart(a, b) for a in ours for b in theirs)


# The short name in brackets behind a meeting's name, with or without the year.
_STATED: Final = re.compile(r"\(([A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?:[ '’-]*[0-9]{2,4})?\)")


def _are_apart(one: str, other: str) -> bool:
    return one not in other and other not in one and sorted(one) != sorted(other)


def paired(
    one: Sequence[str], other: Sequence[str], alike: Callable[[str, str], bool]
) -> tuple[int, list[str], list[str]]:
    """Return how many words pair up in order, and those of each name that have no partner.

    >>> paired(["conf", "boats"], ["conference", "on", "boats"], lambda a, b: a[:4] == b[:4])
    (2, [], ['on'])
    """
    # The longest common subsequence: names have a few words.
    rows, columns = len(one), len(other)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = (
                best[i + 1][j + 1] + 1
                if alike(one[i], other[j])
                else max(best[i + 1][j], best[i][j + 1])
            )
    left, right = [], []
    i = j = 0
    while i < rows and j < columns:
        if alike(one[i], other[j]):
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            left.append(one[i])
            i += 1
        else:
            right.append(other[j])
            j += 1
    return best[0][0], [*left, *one[i:]], [*right, *other[j:]]

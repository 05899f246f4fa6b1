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
        return _journals_differ(ours, theirs)
    if _is_title(ours) or _is_title(theirs):
        return False
    count, *left = paired(one, other, is_word)
    return all(left) or count == 0


_AROUND: Final = _MEETINGS | SOCIETIES


def _journals_differ(ours: VenueName, theirs: VenueName) -> bool:
    """Whether words of two journals' names have no partner in the other, however they are cut.

    Words for a series, and a short name before the long one, are left out at times.
    """
    one, other = (_without_links(_bare(venue).words) for venue in (ours, theirs))
    if not one or not other or len(one) == len(other) == 1 or _ends(one) != _ends(other):
        return True
    one, other = _merged(one, other), _merged(other, one)
    _, *left = paired(one, other, _may_be_one)
    extra = [word for words in left for word in words]
    if not extra:
        return False
    if not all(left) and all(_SERIAL.fullmatch(word) for word in extra):
        return False
    return not (_is_mark(left[0], one, ours) or _is_mark(left[1], other, theirs))


# "And" and "in" of languages that write them with one letter.
_LINKS: Final = frozenset("eiouvwyz")


def _without_links(words: Sequence[str]) -> list[str]:
    """Return the words of a name without the single letters inside it that join two words."""
    inside = range(1, len(words) - 1)
    return [word for at, word in enumerate(words) if at not in inside or word not in _LINKS]


def _ends(words: Sequence[str]) -> str:
    """Return the letter of a section at the end of a name; J, Q and Z are short for words."""
    last = words[-1]
    return last if len(last) == 1 and last not in "jqz" else ""


def _is_mark(extra: Sequence[str], words: Sequence[str], venue: VenueName) -> bool:
    """Whether all that a name has more is a short name at its beginning, such as GAMM Mitt."""
    begins = list(extra) == list(words[: len(extra)])
    unknown = not venue.keys and not PUBLISHERS & set(words)
    return bool(extra) and begins and unknown and set(extra) <= venue.shorts


_BEHIND: Final = re.compile(r"\s*\([^()]*\)\s*$")
_SERIAL: Final = re.compile(r"ser|series|serie|n|s|new|neue|nova|[a-h]|[ivx]{2,}|[0-9]{1,2}")


def _bare(venue: VenueName) -> VenueName:
    """Return a name without the place in brackets after it."""
    bare = _BEHIND.sub("", venue.text)
    return read_venue(bare) if bare and bare != venue.text else venue


def _merged(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return words with those joined that the other name writes as one: Oto-Laryngologica."""
    found = list(words)
    for at in range(len(found) - 1, 0, -1):
        joined = found[at - 1] + found[at]
        if any(len(one) > len(found[at - 1]) > 1 and _are_cut(one, joined) for one in other):
            found[at - 1 : at + 1] = [joined]
    return found


def _are_cut(one: str, other: str) -> bool:
    """Whether one word is the other's beginning."""
    return one.startswith(other) or other.startswith(one)


def _may_be_one(one: str, other: str) -> bool:
    """Whether a word can be short for another by any custom: its letters in order, from the first.

    Freibg. is Freiburger.
    """
    if is_word(one, other):
        return True
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) > 2 and short[0] == long[0] and all(letter in rest for letter in short)


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


# The short name in brackets after a meeting's name, with or without the year.
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

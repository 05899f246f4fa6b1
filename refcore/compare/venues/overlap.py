"""Decides whether two names without a common word name two venues."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from refcore.compare.venues.forms import PUBLISHERS, SOCIETIES, is_word, names_another
from refcore.compare.venues.meetings import MEETINGS, is_numbered, subject
from refcore.compare.venues.names import BRACKET_AFTER, JOURNAL_WORDS, VenueName, read_venue
from refcore.compare.venues.table import ABROAD

__all__ = ["can_differ", "paired", "same_subject", "stated_shorts"]


def can_differ(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether two names without a common word certainly name two venues.

    A short name that nobody knows may be anybody's. People shorten the names of meetings as they
    like: where each word of one name has its partner in the other, the two may be one. Proceedings
    can have a title of their own, which does not name the meeting.
    """
    both = ((ours, theirs), (theirs, ours))
    shared = (ours.shorts & theirs.shorts) - SOCIETIES
    if not shared and any(_is_undecoded(one) for one in (ours, theirs)):
        return any(_has_other_short(a, b) for a, b in both)
    one, other = _subjects(ours, theirs)
    if not one or not other:
        return False
    if any(_ends_as(a, b) or _is_abroad(a, b) or _has_its_short(a, b) for a, b in both):
        return False
    if ours.is_journal or theirs.is_journal or not _are_meetings(ours, theirs):
        return _journals_differ(ours, theirs)
    if _is_title(ours) or _is_title(theirs) or _is_in_volume(ours, theirs):
        return False
    count, *left = paired(_spelt_out(one, other), _spelt_out(other, one), is_word)
    return all(left) or count == 0


def same_subject(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether two names of meetings, without what is around it, say the same subject."""
    if ours.is_journal or theirs.is_journal or not _are_meetings(ours, theirs):
        return False
    one, other = _subjects(ours, theirs)
    one, other = _spelt_out(one, other), _spelt_out(other, one)
    return bool(one) and len(one) == len(other) and all(map(is_word, one, other))


def _spelt_out(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return words with each short one as the words of the other name that it is made of: NLP.

    >>> _spelt_out(["ml"], ["machine", "learning"]), _spelt_out(["cell"], ["cell", "reports"])
    (['machine', 'learning'], ['cell'])
    """
    found: list[str] = []
    for word in words:
        whole = next((run for run in _runs(other, len(word)) if _initials(run) == word), [word])
        found += whole
    return found


def _runs(words: Sequence[str], size: int) -> list[Sequence[str]]:
    return [words[at : at + size] for at in range(len(words) - size + 1)] if size > 1 else []


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _subjects(ours: VenueName, theirs: VenueName) -> tuple[list[str], list[str]]:
    """Return what two meetings are about, without a short name that only one of them states."""
    stated = [stated_shorts(venue.text) for venue in (ours, theirs)]
    if all(stated):
        stated = [frozenset(), frozenset()]
    one, other = (
        subject(venue.words, SOCIETIES | leave)
        for venue, leave in zip((ours, theirs), stated, strict=True)
    )
    return one, other


def _journals_differ(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether words of two journals' names have no partner in the other name.

    Words for a series, and a short name before the long one, are sometimes left out.
    """
    one, other = (_without_links(_bare(venue).words) for venue in (ours, theirs))
    if not one or not other or len(one) == len(other) == 1 or _ends(one) != _ends(other):
        return True
    if not _words_differ(one, other, ours, theirs):
        return False
    spelt = _spelt_out(one, other), _spelt_out(other, one)
    return spelt == (one, other) or _words_differ(*spelt, ours, theirs)


def _words_differ(
    one: Sequence[str], other: Sequence[str], ours: VenueName, theirs: VenueName
) -> bool:
    """Return whether words of one name are specific and have no partner in the other."""
    one, other = _merged(one, other), _merged(other, one)
    count, *left = paired(one, other, _may_be_one)
    extra = [word for words in left for word in words]
    if not extra:
        return False
    if extra in (["j"], ["journal"]):
        return False  # Machine Learning J.
    if len(extra) == 1 and count > _MANY and not names_another(extra):
        return False  # of a long name one word is left out: Acad. Sci. Paris
    if not all(left) and all(_SERIAL.fullmatch(word) for word in extra):
        return False
    return not (_is_mark(left[0], one, ours) or _is_mark(left[1], other, theirs))


# "And" and "in" of languages that write them with one letter.
_LINKS: Final = frozenset("eiouvwyz")


def _without_links(words: Sequence[str]) -> list[str]:
    """Return the words of a name without the single letters inside it that join two words.

    >>> _without_links(["ciencia", "e", "moss"])
    ['ciencia', 'moss']
    """
    inside = range(1, len(words) - 1)
    return [word for at, word in enumerate(words) if at not in inside or word not in _LINKS]


def _ends(words: Sequence[str]) -> str:
    """Return the letter of a section at the end of a name; J, Q and Z are short for words.

    >>> _ends(["j", "phys", "c"]), _ends(["bmj"])
    ('c', '')
    """
    last = words[-1]
    return last if len(last) == 1 and last not in "jqz" else ""


def _is_mark(extra: Sequence[str], words: Sequence[str], venue: VenueName) -> bool:
    """Return whether a name only adds a short name at its beginning, such as GAMM Mitt."""
    begins = list(extra) == list(words[: len(extra)])
    unknown = not venue.keys and not PUBLISHERS & set(words)
    return bool(extra) and begins and unknown and set(extra) <= venue.shorts


_SERIAL: Final = re.compile(r"ser|series|serie|n|s|new|neue|nova|[a-h]|[ivx]{2,}|[0-9]{1,2}")


def _bare(venue: VenueName) -> VenueName:
    """Return a name without a place in brackets after it."""
    bare = BRACKET_AFTER.sub("", venue.text)
    return read_venue(bare) if bare and bare != venue.text else venue


def _merged(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return words with those joined that the other name writes as one: Oto-Laryngologica.

    >>> _merged(["oto", "laryngologica"], ["otolaryngologica"])
    ['otolaryngologica']
    >>> _merged(["cell"], ["cell", "reports"])
    ['cell']
    """
    found = list(words)
    for at in range(len(found) - 1, 0, -1):
        joined = found[at - 1] + found[at]
        if any(len(one) > len(found[at - 1]) > 1 and _are_cut(one, joined) for one in other):
            found[at - 1 : at + 1] = [joined]
        elif whole := next((w for w in other if _is_compound(found[at - 1], found[at], w)), ""):
            found[at - 1 : at + 1] = [whole]
    return found


def _is_compound(head: str, tail: str, whole: str) -> bool:
    """Return whether two cut words make a compound: Tandlak. Tidskr. is Tandläkaretidskrift.

    >>> _is_compound("bio", "physics", "biophysics"), _is_compound("sig", "proc", "ieee")
    (True, False)
    """
    return min(len(head), len(tail)) > 2 and whole.startswith(head) and tail in whole[len(head) :]


def _are_cut(one: str, other: str) -> bool:
    """Return whether one word is the other's beginning.

    >>> _are_cut("cells", "cellstem"), _are_cut("ieee", "sigproc")
    (True, False)
    """
    return one.startswith(other) or other.startswith(one)


def _may_be_one(one: str, other: str) -> bool:
    """Return whether a word has letters of another in order, from the first: it may abbreviate it.

    Freibg. is Freiburger.

    >>> _may_be_one("n", "new"), _may_be_one("ieee", "sig")
    (True, False)
    """
    if is_word(one, other):
        return True
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) > 1 and short[0] == long[0] and all(letter in rest for letter in short)


def _are_meetings(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether one name at least is a meeting's; a journal can be called Proceedings, too."""
    return any(
        MEETINGS & set(venue.words) - _OF_BOTH or is_numbered(venue.text)
        for venue in (ours, theirs)
    )


_OF_BOTH: Final = frozenset("ann annu annual int international intl proc proceedings".split())


def _ends_as(short: VenueName, long: VenueName) -> bool:
    """Return whether a name is all that follows a colon in the other."""
    _, colon, tail = long.text.partition(": ")
    return bool(colon) and len(short.words) > 1 and read_venue(tail).words == short.words


def _is_abroad(one: VenueName, other: VenueName) -> bool:
    """Return whether a name is Russian, Chinese or Japanese; the other may be its English edition.

    English editions keep a word: Dokl. Akad. Nauk, and Doklady Mathematics.
    """
    ours, theirs = ([w for w in venue.words if w in ABROAD] for venue in (one, other))
    if not ours or "(" in one.text:
        return False
    kept = any(is_word(a, b) for a in ours for b in theirs)
    return not theirs or (kept and any(word in _ENGLISH for word in other.words))


_ENGLISH: Final = frozenset("biology chemistry earth mathematics physics sciences".split())


def _has_its_short(one: VenueName, other: VenueName) -> bool:
    """Return whether a name has a short one that all words of the other make: Sov. Phys. JETP."""
    initials = _initials(other.words)
    return len(initials) >= _SEVERAL and any(short.startswith(initials) for short in one.shorts)


def _is_in_volume(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether one name is a workshop's, and the other a volume of a meeting's workshops."""
    volumes = ["workshops" in venue.words for venue in (ours, theirs)]
    return ours.is_workshop and theirs.is_workshop and any(volumes)


def _is_title(venue: VenueName) -> bool:
    """Return whether a name names no kind of venue, and is longer than a journal's name."""
    return (
        not venue.keys
        and not venue.is_journal
        and len(venue.core) > _SEVERAL - 1
        and not (MEETINGS & set(venue.words))
    )


_SEVERAL: Final = 3
_MANY: Final = 4


def _is_undecoded(venue: VenueName) -> bool:
    """Return whether a name consists of short names that are not known, such as IEEE RA-L."""
    if "@" in venue.text and not MEETINGS & set(venue.words):
        return True  # WORKSHOP@CONFERENCE
    if venue.keys:
        return False
    if (PUBLISHERS - SOCIETIES) & set(venue.words) and not venue.is_short:
        return False  # PLOS ONE
    parts = {part for short in venue.shorts for part in (short, *short.split("-"))}
    around = SOCIETIES | MEETINGS | JOURNAL_WORDS
    return venue.is_short or not venue.core - parts - around or bool(_COINED.fullmatch(venue.text))


# A single coined word, such as iConference and G-cubed.
_COINED: Final = re.compile(r"(?=\S*(?:[a-z][A-Z]|[A-Za-z]-[a-z]|[0-9]))[A-Za-z][\w-]{1,14}")


def _has_other_short(one: VenueName, other: VenueName) -> bool:
    """Return whether a name is a short one, and the other states another short name."""
    ours = one.core - SOCIETIES - MEETINGS
    theirs = stated_shorts(other.text) - SOCIETIES
    if not ours <= one.shorts or not ours or not theirs:
        return False
    return all(_are_apart(a, b) for a in ours for b in theirs)


# The short name in brackets after a meeting's name, with or without the year.
_STATED: Final = re.compile(
    r"\((?P<boxed>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?:[ '’-]*[0-9]{2,4})?\)"
    r"|\s[–—-]+\s(?P<after>[A-Z][A-Za-z]*[A-Z][A-Za-z]*)[ '’-]*[0-9]{2,4}\b"
)


def stated_shorts(text: str) -> frozenset[str]:
    """Return the short names that a name states beside itself.

    >>> sorted(stated_shorts("Europhysics Letters (EPL)"))
    ['epl']
    >>> sorted(stated_shorts("Europhysics Letters"))
    []
    >>> sorted(stated_shorts("Progress in Cryptology – LATINCRYPT 2017"))
    ['latincrypt']
    """
    found = (one["boxed"] or one["after"] for one in _STATED.finditer(text))
    return frozenset(name.casefold() for name in found)


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

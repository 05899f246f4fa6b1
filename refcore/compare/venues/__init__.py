"""The comparison of a reference's journal or proceedings with the record's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from refcore.compare.agreement import Agreement, FieldComparison
from refcore.compare.venues.forms import (
    PUBLISHERS,
    names_another,
    same_journal,
)
from refcore.compare.venues.meetings import CONFERENCE_WORDS, is_made_of_parts, subject
from refcore.compare.venues.names import (
    GENERAL,
    SMALL,
    VenueName,
    abbreviates,
    read_venue,
)
from refcore.compare.venues.overlap import can_differ, same_subject, stated_shorts
from refcore.compare.venues.table import MOVED, PRINTED_IN, SHORT_JOURNALS, VENUES

__all__ = ["VenueName", "best_venue", "compare_venues", "read_venue"]


def compare_venues(claimed: str, actual: str) -> FieldComparison | None:
    """Compare two names of a venue: acronym, full name, ISO 4 abbreviation, series.

    Returns None if one side names no venue or has an unknown short name: then it is unknown
    whether the two differ.

    >>> compare_venues("NIPS", "Advances in Neural Information Processing Systems 30").kind.value
    'variant'
    >>> compare_venues("J. Mach. Learn. Res.", "Journal of Machine Learning Research").kind.value
    'variant'
    >>> compare_venues("ICML", "International Conference on Learning Representations").kind.value
    'different'
    """
    if len(claimed) + len(actual) > _LONG:
        return _compare(claimed, actual)
    return compare_short(claimed, actual)


# Longer names are too rare, and too large, to be remembered.
_LONG: Final = 600


def _compare(claimed: str, actual: str) -> FieldComparison | None:
    if not claimed.strip() or not actual.strip():
        return None
    ours, theirs = read_venue(claimed), read_venue(actual)
    kind, difference, rule = _judge(ours, theirs)
    if kind is None:
        return None
    return FieldComparison("venue", kind, difference, claimed, actual, rule)


# Many references name one venue.
compare_short = lru_cache(maxsize=4096)(_compare)


def best_venue(claimed: str, actual: Iterable[str]) -> FieldComparison | None:
    """Compare a venue with each name of a record, and return the best comparison.

    If the record has a series beside its proceedings, the series counts only for a claim that
    names a series.
    """
    names = tuple(name for name in actual if name)
    if len(claimed) + sum(map(len, names)) > _LONG:
        return _best(claimed, names)
    return best_short(claimed, names)


def _best(claimed: str, actual: tuple[str, ...]) -> FieldComparison | None:
    order = (Agreement.SAME, Agreement.VARIANT, Agreement.DIFFERENT)
    names: Sequence[str] = actual
    if not read_venue(claimed).is_series:
        names = [name for name in names if not read_venue(name).is_series] or names
    found = [one for name in names if (one := compare_venues(claimed, name))]
    return min(found, key=lambda one: order.index(one.kind), default=None)


best_short = lru_cache(maxsize=4096)(_best)


_OF_WORKSHOPS: Final = frozenset(("workshop", "workshops", "w"))
_Judged = tuple[Agreement | None, str, str]
_UNKNOWN: Final[_Judged] = (None, "", "")


def _judge(ours: VenueName, theirs: VenueName) -> _Judged:
    return _first(_BY_KIND, ours, theirs) or _by_words(ours, theirs)


def _first(rules: Iterable[_Rule], ours: VenueName, theirs: VenueName) -> _Judged | None:
    """Return the judgement of the first rule that holds."""
    for rule in rules:
        if rule.holds(ours, theirs):
            return rule.kind, rule.difference, rule.says.format(theirs.text)
    return None


def _is_same(ours: VenueName, theirs: VenueName) -> bool:
    return ours.words == theirs.words != ()


def _differ_in_series(ours: VenueName, theirs: VenueName) -> bool:
    return ours.is_series != theirs.is_series


def _are_printed_together(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether one side is a journal, the other a conference whose papers it prints."""
    return _prints(ours, theirs) or _prints(theirs, ours)


def _are_known(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether both are in the table of venues, and not both workshops."""
    both_workshops = ours.is_workshop and theirs.is_workshop
    return bool(ours.keys and theirs.keys) and not both_workshops


def _is_plain_journal(venue: VenueName) -> bool:
    """Return whether a name is a journal's, no series and no journal that prints conferences."""
    prints = venue.keys & set(PRINTED_IN.values())
    return venue.is_journal and not (venue.is_series or prints or "notices" in venue.words)


def _prints(journal: VenueName, conference: VenueName) -> bool:
    """Return whether a journal prints the papers of a conference, as PVLDB does those of VLDB."""
    printed = {PRINTED_IN[key] for key in conference.keys if key in PRINTED_IN}
    return not conference.is_workshop and bool(printed & journal.keys)


def _state_one_short(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether both name a known conference, and state the short name of a workshop."""
    if not (ours.keys & theirs.keys and (ours.is_workshop or theirs.is_workshop)):
        return False
    return bool((ours.shorts & theirs.shorts) - _SHORTS - PUBLISHERS)


_SHORTS: Final = frozenset(short for venue in VENUES for short in venue.short)


def _is_journal_beside(journal: VenueName, conference: VenueName) -> bool:
    """Return whether one name is a journal's and the other a conference's that it does not name."""
    named = {*conference.words} & {*journal.words} & _SHORTS
    return journal.is_journal and conference.is_conference and not named


def _is_its_proceedings(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether a name is a title of proceedings: "Machine Learning, Proceedings of …".

    >>> long = read_venue("Machine Learning, Proceedings of the Ninth")
    >>> _is_its_proceedings(read_venue("Machine Learning"), long)
    True
    >>> _is_its_proceedings(read_venue("Journal of Sand"), read_venue("J. Sand"))
    False
    """
    head, comma, rest = theirs.text.partition(", ")
    if not comma or not _PROCEEDINGS.match(rest):
        return False
    return bool(ours.words) and abbreviates(ours.words, read_venue(head).words)


_PROCEEDINGS: Final = re.compile(r"(?:Proc\b|Proceedings\b|[0-9]+(?:st|nd|rd|th)\b)")


def _is_any_workshop(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether one side names a conference's workshop, and not which one."""
    if not (ours.is_workshop and theirs.is_workshop and ours.keys & theirs.keys):
        return False
    said = [one.core - one.shorts - _OF_WORKSHOPS for one in (ours, theirs)]
    return min(map(len, said)) == 0 or not said[0] ^ said[1]


def _by_words(ours: VenueName, theirs: VenueName) -> _Judged:
    """Judge two venues by the words of their names."""
    judged = _first(_BY_WORDS, ours, theirs)
    if judged is not None:
        return judged
    if _says_journal(ours.words, theirs.words) or not can_differ(ours, theirs):
        return _spelt_out(ours, theirs)
    return Agreement.DIFFERENT, "venue", _OTHER.format(theirs.text)


def _have_other_sections(ours: VenueName, theirs: VenueName) -> bool:
    return bool(ours.sections and theirs.sections) and not ours.sections & theirs.sections


def _begin_alike(ours: VenueName, theirs: VenueName) -> bool:
    return bool(ours.core and theirs.core) and _begins(ours.words, theirs.words)


def _have_short_name(ours: VenueName, theirs: VenueName) -> bool:
    return any(_is_name(short, ours, theirs) for short in _shorts_of_both(ours, theirs))


def _are_one_meeting(ours: VenueName, theirs: VenueName) -> bool:
    return ours.is_workshop == theirs.is_workshop and same_subject(ours, theirs)


def _holds_the_other(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether one name has all words of the other, more than one, that say what it is."""
    one, other = ours.core, theirs.core
    return (one <= other or other <= one) and len(one & other) > 1


def _says_journal(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether one name is the other with its society after it: "Automatica J. IFAC".

    >>> _says_journal(("automatica", "j", "ifac"), ("automatica",))
    True
    >>> _says_journal(("cell",), ("cell", "reports"))
    False
    """
    short, long = sorted((ours, theirs), key=len)
    return len(short) == 1 and long[:1] == short and long[1:2] in (("j",), ("journal",))


def _spelt_out(ours: VenueName, theirs: VenueName) -> _Judged:
    """Judge two venues with the name of a journal for a short name that is all of one of them."""
    pair = [SHORT_JOURNALS.get(one.text.casefold(), "") for one in (ours, theirs)]
    if not any(pair):
        return _UNKNOWN
    named = (
        read_venue(name) if name else one for name, one in zip(pair, (ours, theirs), strict=True)
    )
    judged = _by_words(*named)
    if judged[0] in (Agreement.SAME, Agreement.VARIANT):
        return Agreement.VARIANT, "acronym", "one name is the short name of the other"
    return judged


def _shorts_of_both(ours: VenueName, theirs: VenueName) -> frozenset[str]:
    """Return the short names of both sides, and those of one that are words of the other."""
    stated = stated_shorts(ours.text) & {*theirs.words} | stated_shorts(theirs.text) & {*ours.words}
    return (ours.shorts & theirs.shorts | stated) - PUBLISHERS


def _is_name(short: str, ours: VenueName, theirs: VenueName) -> bool:
    """Return whether a short name is a venue's on one side: AI is none in AI Magazine."""
    marked = re.compile(rf"(?:[(\[,]|\s[-–—])\s*{re.escape(short)}\b", re.IGNORECASE)
    return any(one.core <= one.shorts or marked.search(one.text) for one in (ours, theirs))


def _is_acronym(one: VenueName, other: VenueName) -> bool:
    """Return whether a name is the other's initials, each with the letter of its section."""
    if one.is_short:
        about = _about(other)
        return is_made_of_parts(one.text, other.words) or any(
            _fits(short, other.words, other.every) or _fits(short, about) for short in one.shorts
        )
    words = [word for word in one.words if word not in PUBLISHERS]
    is_short = len(words) == 1 and words[0] in one.shorts
    if is_short and _fits(words[0], other.words, other.every):
        return True  # IEEE TMI
    if len(words) == 2 and one.shorts.issuperset(words) and _fits("".join(words), other.words):
        return True  # EPJ ST
    return any(
        _abbreviates_some(one.words, at, form)
        for at in _shorts_in(one)
        for form in dict.fromkeys((other.words, *other.forms))
    )


def _about(venue: VenueName) -> list[str]:
    """Return a meeting's subject with its small words: principles of distributed computing."""
    words = subject(venue.every, PUBLISHERS)
    return words[next((at for at, word in enumerate(words) if word not in SMALL), 0) :]


def _shorts_in(one: VenueName) -> list[int]:
    """Return the places of the words of a name that may be short for several."""
    small = len(one.words) == 2 and len(one.words[1]) == 1  # Josa A
    return [at for at, word in enumerate(one.words) if word in one.shorts or (small and at == 0)]


def _abbreviates_some(words: Sequence[str], at: int, other: Sequence[str]) -> bool:
    """Return whether one word is the initials of some words of the other name; the rest is equal.

    So are JOSA A, JGR Atmospheres and Trans. AMS.

    >>> _abbreviates_some(("josa", "a"), 0, ("j", "opt", "soc", "am", "a"))
    True
    >>> _abbreviates_some(("astron", "j"), 0, ("aj",))
    False
    """
    size = len(other) - len(words) + 1
    short, rest = words[at], [*words[:at], *words[at + 1 :]]
    if size < 2 or not 0 < len(rest) < 4 or not _is_made_of(short, other[at : at + size]):
        return False
    return same_journal([rest], [[*other[:at], *other[at + size :]]], strict=True)


def _is_made_of(short: str, words: Sequence[str]) -> bool:
    return short[0] == words[0][0] and _fits(short, words)


def _is_narrower(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether an unknown meeting has the subject of a known one, narrowed by a word.

    The Conference on Quantum Machine Learning is not that on Machine Learning.
    """
    if ours.keys or not theirs.keys:
        return False
    narrow, wide = _after_on(ours.every), _after_on(theirs.every)
    more = len(narrow) - len(wide)
    return 0 < more < _MOST_NARROWING and len(wide) > 1 and narrow[more:] == wide


_MOST_NARROWING: Final = 3


def _after_on(words: Sequence[str]) -> Sequence[str]:
    """Return the words after "Conference on", or nothing if a name has none.

    >>> list(_after_on(["conference", "on", "moss"])), list(_after_on(["journal", "of", "moss"]))
    (['moss'], [])
    """
    at = words.index("on") if "on" in words else 0
    return words[at + 1 :] if at and words[at - 1] in CONFERENCE_WORDS else ()


def _is_other_journal(ours: VenueName, theirs: VenueName) -> bool:
    """Return whether a journal's name has a word in its middle, or before it, that the other lacks.

    Chemical Reviews and Chemical Society Reviews are two journals, and so are the Journal of
    Applied Physics and the Japanese one.
    """
    if not (ours.is_journal or theirs.is_journal) and any(
        CONFERENCE_WORDS & set(one.every) or one.keys for one in (ours, theirs)
    ):
        return False
    short, long = sorted((ours.words, theirs.words), key=len)
    starts = range(len(long) - len(short) + 1)
    places = (at for at in starts if long[at : at + len(short)] == short)
    return not any(GENERAL.issuperset(long[:at]) for at in places)


def _begins(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether one name is the other with its end cut off.

    >>> _begins(("mater", "sci", "eng", "a"), ("mater", "sci", "eng"))
    True
    >>> _begins(("aj",), ("astron", "j"))
    False
    """
    ours, theirs = ([word for word in words if word != "proceedings"] for words in (ours, theirs))
    width = min(len(ours), len(theirs))
    rest = max(ours, theirs, key=len)[width:]
    return width > 2 and ours[:width] == theirs[:width] and not names_another(rest)


def _fits(short: str, words: Sequence[str], every: Sequence[str] = ()) -> bool:
    """Return whether a short name consists of the beginnings of consecutive words of a name.

    Small words may count (TOPLAS), which `every` has.

    >>> _fits("prx", ("phys", "rev", "x")), _fits("bmj", ["one"])
    (True, False)
    """
    return any(
        _from(short, large[at:])
        for large in ([w for w in some if w not in _UNCOUNTED] for some in (words, every))
        for at in range(min(3, len(large)))
        if len(large) - at > 1 and _may_begin(short, large[at])
    )


def _may_begin(short: str, word: str) -> bool:
    """Return whether a short name may begin at a word, which is no small one and not in it.

    >>> _may_begin("prd", "d"), _may_begin("one", "a")
    (True, False)
    """
    return word not in SMALL and not (len(word) > 2 and short.startswith(word))


_UNCOUNTED: Final = frozenset(("proceedings", "annual", "ieee", "acm"))


def _from(short: str, words: Sequence[str]) -> bool:
    """Return whether letters are the beginnings of words in order, up to four from each.

    >>> _from("ama", ["am", "assoc"]), _from("ama", ["c"])
    (True, False)
    """
    if not short:
        return len(words) <= 1
    if not words:
        return False
    head = words[0]
    taken = 0
    while taken < min(4, len(short), len(head)) and short[taken] == head[taken]:
        taken += 1
    if any(_from(short[count:], words[1:]) for count in range(taken, 0, -1)):
        return True
    return head in SMALL and _from(short, words[1:])


class _Rule(NamedTuple):
    """How two venues are judged if a rule holds; "{}" in its words is the record's venue."""

    holds: Callable[[VenueName, VenueName], object]
    kind: Agreement | None
    difference: str
    says: str


def _either(
    holds: Callable[[VenueName, VenueName], bool],
) -> Callable[[VenueName, VenueName], bool]:
    """Return a rule that holds if another one holds for the two sides in either order."""
    return lambda ours, theirs: holds(ours, theirs) or holds(theirs, ours)


_OTHER: Final = "the record has {}"
_SAME, _VARIANT, _DIFFERENT = Agreement.SAME, Agreement.VARIANT, Agreement.DIFFERENT
# What two venues are, and the judgement that follows. The first rule that holds counts.
_BY_KIND: Final = (
    _Rule(_is_same, _SAME, "none", "the record has the venue"),
    _Rule(_either(_is_its_proceedings), _VARIANT, "name", "one name is the beginning of the other"),
    _Rule(
        lambda ours, theirs: ours.is_preprint and theirs.is_preprint,
        _VARIANT,
        "name",
        "both name a server of preprints",
    ),
    _Rule(
        lambda ours, theirs: ours.is_preprint or theirs.is_preprint,
        _VARIANT,
        "preprint",
        "one side is a preprint's",
    ),
    _Rule(
        lambda ours, theirs: (
            _differ_in_series(ours, theirs)
            and (_is_plain_journal(ours) or _is_plain_journal(theirs))
        ),
        _DIFFERENT,
        "venue",
        "one side is a journal, the other a series",
    ),
    _Rule(_differ_in_series, _VARIANT, "series", "one side names the series of the proceedings"),
    _Rule(
        lambda ours, theirs: (
            _are_printed_together(ours, theirs) and MOVED & (ours.keys | theirs.keys)
        ),
        *_UNKNOWN,
    ),
    _Rule(
        _are_printed_together,
        _VARIANT,
        "name",
        "the journal prints the papers of the conference",
    ),
    _Rule(_state_one_short, _VARIANT, "name", "the names have their short name in common"),
    _Rule(
        lambda ours, theirs: ours.is_workshop != theirs.is_workshop and ours.keys & theirs.keys,
        _DIFFERENT,
        "workshop",
        "one side is a workshop, not the conference itself",
    ),
    _Rule(_is_any_workshop, _VARIANT, "name", "one side names the conference of the workshop"),
    _Rule(
        lambda ours, theirs: _are_known(ours, theirs) and not ours.keys & theirs.keys,
        _DIFFERENT,
        "venue",
        _OTHER,
    ),
    _Rule(
        lambda ours, theirs: _are_known(ours, theirs) and ours.is_findings != theirs.is_findings,
        _VARIANT,
        "findings",
        "one side is the conference's Findings",
    ),
    _Rule(_are_known, _VARIANT, "name", "two names of one venue"),
    _Rule(
        _either(_is_journal_beside),
        _DIFFERENT,
        "venue",
        "one side is a journal, the other a conference",
    ),
)
# How the words of two names are judged.
_BY_WORDS: Final = (
    _Rule(_have_other_sections, _DIFFERENT, "venue", _OTHER),
    _Rule(_either(_is_narrower), _DIFFERENT, "venue", _OTHER),
    _Rule(_begin_alike, _VARIANT, "name", "one name is the beginning of the other"),
    _Rule(
        lambda ours, theirs: same_journal(ours.forms, theirs.forms),
        _VARIANT,
        "abbreviation",
        "one name is the other's abbreviation",
    ),
    _Rule(_have_short_name, _VARIANT, "name", "the names have their short name in common"),
    _Rule(_are_one_meeting, _VARIANT, "name", "two names of one meeting"),
    _Rule(_either(_is_acronym), _VARIANT, "acronym", "one name is made of the other's initials"),
    # WMT was a workshop and became a conference.
    _Rule(
        lambda ours, theirs: (
            _holds_the_other(ours, theirs) and ours.is_workshop != theirs.is_workshop
        ),
        *_UNKNOWN,
    ),
    _Rule(
        lambda ours, theirs: _holds_the_other(ours, theirs) and not _is_other_journal(ours, theirs),
        _VARIANT,
        "name",
        "one name is shorter than the other",
    ),
)

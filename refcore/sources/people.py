"""Names as sources misfile them: placeholders, groups with the words before them, family first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from refcore.names import looks_like_group
from refcore.names.customs import DEGREE_WITHOUT_COMMA, is_degree
from refcore.records.record import RecordAuthor
from refcore.text.patterns import regex

__all__ = [
    "TITLE",
    "filed_author",
    "group_name",
    "is_nobody",
    "is_others",
    "people_named",
    "plain_author",
    "without_degree",
    "without_degrees",
    "without_marks",
]

_MORE: Final = (
    r"et\.? al\.?|(?:and )?others|u\.\s?a\.|(?:and|\+|&) [0-9]+ (?:other|more)(?: authors?|s)?"
    r"|[0-9]+ (?:other authors?|others|more authors?)"
)
# What sources write for an unknown name.
_NOBODY: Final = regex(
    r"\(?:?(?:unav|unas|unal|unkn|null|tba|none)\)?|&na;|\W*"
    r"|\W*(?:(?:unknown|anonymous|various|no|not available|not known)(?: authors?)?"
    r"(?: (?:listed|given|stated|available))?|n/a|none|null"
    rf"|unknown,? unknown|{_MORE}"
    # What a list of IEEE has after each name.
    r"|(?:(?:graduate|life|senior|student|associate),? )*(?:member|fellow),? (?:ieee|acm))\W*",
    re.IGNORECASE,
)
_OTHERS: Final = regex(rf"\W*(?:{_MORE})\W*", re.IGNORECASE)
_BEFORE_GROUP: Final = regex(
    r"^(?:and |with )?(?:(?:on|in) (?:behalf|name) of (?:the )?|for the )(?=\S)", re.IGNORECASE
)
_SUFFIX: Final = regex(r"(?:jr|sr|i{2,3}|iv|2nd|3rd|4th)\.?", re.IGNORECASE)
# Marks of footnotes after a name: stars and daggers, and the numbers of affiliations.
_MARKS: Final = regex(r"(?<=[^\W\d_])\.?\s*(?:[*†‡§¶#]+|[0-9]{1,2}(?:,[0-9]{1,2})*[*†‡§¶]*)$")


# A title of a person before the given name.
TITLE: Final = regex(r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Rev)\.?\s+)+(?=\S)")


def is_nobody(name: str) -> bool:
    """Return whether a text in the place of a name says that there is none.

    >>> is_nobody("(:unav)"), is_nobody("[Anonymous]"), is_nobody("et al."), is_nobody("Bo Li")
    (True, True, True, False)
    """
    return _NOBODY.fullmatch(name) is not None


def is_others(name: str) -> bool:
    """Whether a text in the place of a name says that there are more people.

    >>> is_others("et al."), is_others("and 12 others"), is_others("Bo Li")
    (True, True, False)
    """
    return _OTHERS.fullmatch(name) is not None


def group_name(name: str) -> str:
    """Return a group's name without the words that lead to it and the sign after it.

    >>> group_name("on behalf of the Boat Study Group;")
    'Boat Study Group'
    """
    plain = name.rstrip(" ;,")
    return _BEFORE_GROUP.sub("", plain) or plain


def without_marks(name: str) -> str:
    """Return a name without the marks of footnotes after it, or an address of mail.

    >>> without_marks("Wu1,2"), without_marks("Li*"), without_marks("Li li@boats.example")
    ('Wu', 'Li', 'Li')
    """
    return _MARKS.sub("", _MAIL.sub("", name) if "@" in name else name)


_MAIL: Final = regex(r"(?<=\w)[\s,;]+[(<\[]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]?$")


_WORD: Final = r"[^\W\d_a-z][\w.'’-]*"
_NAME: Final = rf"{_WORD}(?: {_WORD}){{1,2}}"
_BETWEEN: Final = r"(?:,? and |,? & |[,;] )"
_SEVERAL: Final = regex(rf"{_NAME}(?:{_BETWEEN}{_NAME})+")
_FILED: Final = rf"{_WORD}(?: {_WORD})?, {_WORD}(?: {_WORD}){{0,2}}"
_SEVERAL_FILED: Final = regex(rf"{_FILED}(?:; (?:and )?{_FILED})+")


def people_named(name: str) -> list[str]:
    """Return the names of two people or more in the place of one, [] where it is one name.

    >>> people_named("Roman Hornung, David Causeur"), people_named("Hornung, Roman")
    (['Roman Hornung', 'David Causeur'], [])
    >>> people_named("Hornung, Roman; Causeur, David")
    ['Hornung, Roman', 'Causeur, David']
    """
    if _SEVERAL_FILED.fullmatch(name):
        return re.split(r"; (?:and )?", name)
    if not _SEVERAL.fullmatch(name):
        return []
    parts = re.split(_BETWEEN, name)
    return [] if any(map(looks_like_group, parts)) else parts


def without_degrees(after: str) -> str:
    """Return what follows a name without academic degrees.

    >>> without_degrees("MD, Ph.D."), without_degrees("Jr., MD"), without_degrees("III")
    ('', 'Jr.', 'III')
    """
    parts = (part.strip() for part in after.split(","))
    return ", ".join(part for part in parts if part and not is_degree(part, in_any_case=True))


def plain_author(name: str, affiliations: Sequence[str] = ()) -> RecordAuthor:
    """Read a name that a source has as one text, without what is no part of it.

    >>> plain_author("Dr. Ada Byron MD*").name, plain_author("King, Martin, Ph.D.").name
    ('Ada Byron', 'Martin King')
    >>> plain_author("on behalf of the Boat Study Group.").name
    'Boat Study Group'
    """
    bare = without_marks(TITLE.sub("", name))
    bare = _FULL_STOP.sub("", without_degree(bare))
    first, comma, rest = bare.partition(",")
    rest = without_degrees(rest)
    if looks_like_group(bare):
        return RecordAuthor(group_name(bare), affiliations)
    return filed_author(f"{first}{comma} {rest}" if rest else first, affiliations)


def without_degree(name: str) -> str:
    """Return a name without the degrees that follow it without a comma.

    >>> without_degree("Ada Byron MD PhD"), without_degree("Byron")
    ('Ada Byron', 'Byron')
    """
    return _DEGREE_AFTER.sub("", name)


# A degree without a comma before it, after two words of a name.
_DEGREE_AFTER: Final = regex(
    rf"(?<=[a-z])(?:\s(?:MD|M\.D\.|PhD|Ph\.D\.|MSc|DSc|RN|{DEGREE_WITHOUT_COMMA}))+$"
)
# The point with which a catalogue ends a name, unless it is that of an initial or of "Jr.".
_FULL_STOP: Final = regex(r"(?<=[a-z]{3})\.$")


def filed_author(name: str, affiliations: Sequence[str] = ()) -> RecordAuthor:
    """Read "Family, Given" with a suffix before or after the given name; keep anything else.

    >>> filed_author("King, Martin, Jr.").name, filed_author("King, Jr., Martin").family
    ('Martin King Jr.', 'King')
    """
    family, *others = (part.strip() for part in name.split(","))
    suffixes = [part for part in others if _SUFFIX.fullmatch(part)]
    given = [part for part in others if part not in suffixes]
    if not family or len(given) != 1 or not given[0] or len(suffixes) > 1:
        return RecordAuthor(name, affiliations)
    whole = " ".join([given[0], family, *suffixes])
    suffix = suffixes[0] if suffixes else ""
    return RecordAuthor(whole, affiliations, given=given[0], family=family, suffix=suffix)

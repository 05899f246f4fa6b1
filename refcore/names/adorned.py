"""What is around a name in a list: marks, numbers, brackets, addresses, degrees, quotation marks.

All of it is directly before or after a name, and is removed from there, in any order. What is
beside names as a part of its own is recognised, too: places of work, roles, addresses and notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from refcore.names.cells import Held, held_by, is_role
from refcore.names.customs import SURNAMES_FIRST, is_degree, suffix_of
from refcore.names.elisions import elision
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, is_team, looks_like_group
from refcore.names.noise import GAP, POSITION, SIGNS
from refcore.names.noise.row import MARK, RAISED
from refcore.names.places import cut_workplace, is_country
from refcore.names.rowlines import is_acronym_of_town
from refcore.names.shape import is_initials
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["bare_part", "is_beside", "without_asides"]

_LONGEST_NAME: Final = 300
_MOST_INITIALS: Final = 3
_JOINED: Final = regex(r"\s(?:and|und|et|&)\s", re.IGNORECASE)
_MARK: Final = rf"(?:{MARK}|{GAP})"
_NUMBER: Final = rf"(?:\d{{1,2}}|{_MARK}|(?<=[,\d])[a-e])"
# What may be behind a name. Each is one step; they come in any order.
_BEHIND: Final = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"[ \t,]*{_MARK}+\.?\Z",
        rf"(?<=[^\W\d_]|[.)\]*_])[ \t]?{_NUMBER}(?:[ \t]?[,;][ \t]?{_NUMBER}"
        rf"|[ \t]{_NUMBER}){{0,9}}\.?\Z",
        r"[ \t]?\^(?:\d{1,2}(?:,\d{1,2}){0,9}|[a-h*†‡])\Z",
        r"\$\s?\^[^$]{1,40}\$\Z|<sup>[^<>]{0,40}</sup>\Z|\\textsuperscript\{[^{}]{0,40}\}\Z",
        r"[ \t]*[<(\[{]?(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}[>)\]}]?\Z",
        r"[ \t]*[<(\[]?(?:orcid(?:[ ]?id)?[ ]?:?[ ]?)?(?:https?://orcid\.org/)?"
        r"\d{4}-\d{4}-\d{4}-\d{3}[\dx][>)\]]?\Z",
        r"[ \t]+[<(\[]?https?://\S{1,200}\Z",
        r"[\"“”„»«*_`]+\Z|(?<=[\"“”»])\.\Z|(?<=[^\W\d_])'\Z",
        r"[ \t,;:]+\Z",
        r"[ \t]+\[?orcid(?:[ ](?:icon|logo|id))?\]?\Z",
        r"(?<=[^\W\d_]\.)[a-h](?:,[ ]?[a-h]){0,9}\Z",
    )
)
_BEFORE: Final = regex(
    r"[\s,;*_`\"“”„«»>#•●▪◦‣–—+-]*(?:[(\[#]?\d{1,3}[.):\]]\s*(?=[^\W\d_]|[\"“*\[])|(?:and|&)\s+)?"
    r"[\s*_`\"“„«»]*"
)
_LEADING_MARK: Final = regex(rf"[\s(\[]*(?:{_MARK}|\d{{1,2}}|[a-h](?=\s))[.)\]]*\s*")
_BRACKETS: Final = regex(r"[ \t]?[(（\[]([^()\[\]（）\n]{1,160})[)）\]]")
_OPEN: Final = regex(r"[()\[\]{}（）]")
_ADDRESS: Final = regex(
    r"<?[\w.+-]{1,64}@[\w.-]{1,90}>?|https?:\S+|www\.\S+|(?:[ds]?he|they)/\w{2,5}"
)
_NOTE: Final = regex(
    r"\*?\s?(?:(?:these authors )?(?:contributed )?equal(?:ly)?\b"
    r"|(?:co-?)?(?:corresponding|first|presenting|lead)[ -]author\b|deceased"
    r"|correspondence\b|eds?\.?\Z)",
    re.IGNORECASE,
)
_PARTS_OF_DEGREES: Final = frozenset("BM BS MB".split())
_GLUED_INITIAL: Final = regex(widened(r"(?<=[A-Z]\.)(?=[A-ZÀ-Þ][\w'’-]+(?![\w.]))"))
_OPENING: Final = ",;\n|•·/:、，"
_ENUMERATED: Final = regex(r"[(\[]\d{1,2}[)\]]")
# People after whom places of work are named.
_NAMESAKES: Final = frozenset(
    ("Max Planck", "Thomas Jefferson", "Mary Hitchcock", "Lawrence Berkeley", "Paul Scherrer")
)
_QUOTED: Final = regex(r"'[^'\n]{3,60}'")
_MARK_LIST: Final = regex(
    rf"(?<=[\d{SIGNS}{RAISED}{GAP}])[ ]?,(?:[ ]?{_MARK}(?![\w*])|\d{{1,2}}(?![\d.):])"
    rf"|[ ]\d{{1,2}}(?![\d.):]|\s\w))"
)
_LETTER: Final = regex(r"[^\W\d_]")


def without_asides(text: str) -> str:
    """Return a list with a gap for each pair of brackets, and each row of marks, beside a name.

    >>> without_asides("Bo Fei (MIT), Al Go1,2,*").replace(GAP, "^")
    'Bo Fei^, Al Go1^^'
    """
    return _MARK_LIST.sub(GAP, _BRACKETS.sub(_without_aside, text))


def _without_aside(found: re.Match[str]) -> str:
    """Return a gap for brackets with what is beside a name; others stay."""
    inside, before = found[1].strip(), found.string[: found.start()].rstrip(' \t*_"')
    if not before or before[-1] in _OPENING:
        return found[0]  # "(1) Bo Fei"
    if elision(inside) is not False or not is_beside(inside):
        return found[0]
    return GAP


def is_beside(part: str) -> bool:
    """Return whether a part cannot be a name: a place of work, a role, an address, a note.

    >>> [is_beside(part) for part in ("¹MIT", "Lecturer", "b@example.org", "Moss Lee")]
    [True, True, True, False]
    """
    mark = _LEADING_MARK.match(part)
    bare = part[mark.end() if mark else 0 :].strip()
    if not _LETTER.search(bare) or len(bare) == 1:
        return True
    if _ADDRESS.fullmatch(bare) or _NOTE.match(bare) or POSITION.fullmatch(bare):
        return True
    return is_role(bare) or held_by(bare) is Held.NUMBER or _is_workplace(bare)


def _is_workplace(text: str) -> bool:
    """Return whether a text is certainly a place of work, with or without its town.

    >>> [_is_workplace(x) for x in ("INRIA, France", "HWANG Doyeong", "GOBENA", "Bo FeiMIT")]
    [True, False, False, False]
    """
    first, comma, _ = text.partition(",")
    if not first.strip() or any(map(_is_glued, first.split())):
        return False
    if _OPEN.search(_ENUMERATED.sub("", text)) or is_team(text) or text[0].islower():
        return False
    if text.isupper() and " " not in text:
        return is_institution(text)
    name = cut_workplace(first)
    if " " in name and name not in _NAMESAKES:
        return False  # "Ada Berg University of Oslo"
    head, _, rest = first.partition(" ")
    if head.isupper() and len(head) > 1 and rest and not rest.isupper():
        known = is_institution(first) or is_acronym_of_town(first) or looks_like_group(first)
        return known and not comma
    if not is_institution(first) and _JOINED.search(first):
        return False
    ends = is_institution(text) or is_country(text.rpartition(",")[2].strip())
    return held_by(first) is Held.PLACE and (not comma or ends)


def _is_glued(word: str) -> bool:
    """Return whether two words may be glued together: "FeiUniversity", and not "McFei".

    >>> _is_glued("FeiUniversity"), _is_glued("McFei"), _is_glued("University")
    (True, False, False)
    """
    return not word.isupper() and word[1:] != word[1:].lower() and looks_like_group(word)


def bare_part(part: str) -> str:
    """Return a part without what is around a name, or the part where that is not understood.

    >>> bare_part(' 1. **Bo Fei**1,* <b@example.org>'), bare_part("Bo Fei (Al Go)")
    ('Bo Fei', 'Bo Fei (Al Go)')
    """
    part = part.strip()
    if len(part) > _LONGEST_NAME or elision(part) is not False:
        return part
    is_quoted = _QUOTED.match(part) is not None
    before = ""
    while before != part:
        before = part
        for pattern in _BEHIND:
            part = pattern.sub("", part, count=1)
    lead = _BEFORE.match(part)
    part = _GLUED_INITIAL.sub(" ", part[lead.end() if lead else 0 :].replace(GAP, "|"))
    if "  " in part:
        return part  # columns of a page
    words = part.strip("'" if is_quoted else "").split()
    while len(words) > 2 and _is_degree_behind(words):
        words.pop()
        while len(words) > 2 and (is_degree(words[-1]) or words[-1] in _PARTS_OF_DEGREES):
            words.pop()
    if words and words[-1].endswith(".") and _is_word(words[-1][:-1]):
        words[-1] = words[-1][:-1]
    return " ".join(words).rstrip(",")


def _is_degree_behind(words: Sequence[str]) -> bool:
    """Return whether the last of several words is a degree, and no initials of the others.

    >>> [_is_degree_behind(x.split()) for x in ("B. Fei MD", "Bo FEI MD", "Pérez Ortiz MD")]
    [True, True, False]
    """
    first, *_, last, degree = words
    if not is_degree(degree) or (degree.isupper() and first.isupper() and last.isupper()):
        return False
    if degree.lower() in SURNAMES_FIRST:
        return False  # "Thi Anh DO", as the other names show
    capitals = first.isupper() != last.isupper() and len(first) > 1
    long = len(degree.strip(".")) > _MOST_INITIALS
    return long or not degree.isupper() or is_initials(first) or capitals or is_given(first)


def _is_word(word: str) -> bool:
    long = len(word) > 2 and not suffix_of(word) and not is_degree(word)
    return word.isalpha() and (long or (len(word) > 1 and word.isupper()))

"""Finds what is between names on a line, and keeps the parts that belong to names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from refcore.names.bodies import is_cut_body
from refcore.names.cells import Held, held_by, is_picture, is_role
from refcore.names.customs import is_degree, is_particle, suffix_of, without_titles
from refcore.names.elisions import elision, in_all, trailing_elision
from refcore.names.grouping import is_cjk
from refcore.names.groups import is_institution, is_team, looks_like_group
from refcore.names.noise import CREDIT, GAP
from refcore.names.pieces import MARK_LETTERS
from refcore.names.places import is_country
from refcore.names.rowlines import AFTER_DASH, AND, LETTER, ROLE, SPACES, is_workplace
from refcore.names.titlewords import is_of_title
from refcore.names.undivided import divided
from refcore.names.written import clean
from refcore.text.letters import widened
from refcore.text.months import MONTH_START
from refcore.text.patterns import regex

__all__ = [
    "before_address",
    "before_workplace",
    "parts_of_names",
    "stretches_of",
    "without_glued_letters",
    "without_pictures",
    "without_workplaces",
]

_DASHES: Final = regex(r"\s[-–—]\s")
_STRONG: Final = regex(r"[;；、·•∙⋅‧|\t/，]")
# Between kanji the dot separates names; in "ジョン・スミス" it separates the words of one.
_BETWEEN_HAN: Final = regex(r"(?<=[\u4e00-\u9fff])・(?=[\u4e00-\u9fff])")
_SEPARATOR: Final = regex(r"[,;；、·•∙⋅‧|\t，\n&]")
_ANDS: Final = regex(
    widened(
        r"(?<=\.)\s[yeiи]\s(?=[^\W\d_a-z][\w'’ -]{1,40},\s[^\W\d_a-z]\.)"  # "Pérez, J. y Gil, A."
        rf"|(?<=[^\W\d_]{{3}})\sa\s(?=[A-ZÀ-Ž]{{2,30}},\s)"  # Czech: "Katarzyna a BAE, Jun"
        rf"|(?:\A|[\s,{GAP}]){AND}\s|&|(?<=[\u3400-\u9fff])[和与と](?=[\u3400-\u9fff])"
    )
)
_GLUED_AND: Final = regex(
    r"(?<=[\u0620-\u064a])\s+(?P<name>و(?P<rest>[\u0620-\u064a]{2,20}))(?=\s+[\u0620-\u064a])"
    r"|(?<=[\u05d0-\u05ea])\s+(?P<word>ו(?P<others>(?!ו)[\u05d0-\u05ea]{2,20}))(?=\s+[\u05d0-\u05ea])"
)
# One word in lower case between words with capitals.
_ODD_AND: Final = regex(
    widened(
        r"((?:[A-ZÀ-Þ][\w.'’-]{0,30} )(?:[\w.'’-]{1,30} ){0,3}?[A-ZÀ-Þ][\w'’-]{1,30})"
        r" ([a-zß-ÿ]{1,6}) "
        r"([A-ZÀ-Þ][\w.'’-]{0,30}(?: [\w.'’-]{1,30}){0,3}? [A-ZÀ-Þ][\w'’-]{1,30})(?=\s*(?:,|\Z))"
    )
)
_OF_SLAVS: Final = regex("[ěščřžťďňůľĺŕśź]", re.IGNORECASE)
_NO_AND: Final = frozenset(
    "for with from by of at on to in via as is was the or vs not über für mit bei aus nach avec "
    "pour par chez sur con por para com per med för till hos voor met bij door pod przy przez dla "
    "pri za iz said says wrote".split()
)
_SONS: Final = frozenset("بن ابن أبو ابو عبد بنت آل".split())
_NAMES_WITH_AND: Final = frozenset(
    "وليد وائل وسام وسيم وداد وفاء وردة وجدي وجدان وهيب وهبة وحيد ولاء وعد ونيس وصال وسن".split()
)
_GAPS: Final = regex(rf"{GAP}[\s{GAP}]*")
# Signs that no name has: a part with one of them is never read as a name.
_NO_NAME: Final = regex(
    r"[=#<>|]|:(?=\s|\Z)|\\(?:begin|end|item|(?-i:[a-z]{5,}))\b|\A[^\w\s\"'’‘`{\\(\[$.@&]|\A(?-i:[a-z])\Z"
    rf"|\b\d{{1,2}} (?:{MONTH_START})[a-z]*\b|\b(?:{MONTH_START})[a-z]* \d{{1,2}}\b",
    re.IGNORECASE,
)
_CREDITED: Final = regex(CREDIT, re.IGNORECASE)
# The letter of an affiliation, with a place of its own or glued to a name.
_LONE_LETTER: Final = regex("[a-h]")
_GLUED_LETTER: Final = regex(widened(r"[^\W\d_A-Z][a-h]\Z"))
# The last words of what papers appear in.
_WORKS: Final = frozenset(
    "bulletin conference journal letters magazine proceedings quarterly review transactions".split()
)
# Words of sentences, which no name of more than three words has.
_RUNNING: Final = frozenset(
    "are did does had has have is list our see such than thank thanks that their these they "
    "this those was we were which whose".split()
)
# A longer piece is prose, unless it is a group's name.
_MOST_WORDS: Final = 7
# Of a name without particles and initials: "Maria José Silva Costa Pereira".
_MOST_CAPITALS: Final = 5


def stretches_of(line: str) -> Iterator[list[str]]:
    """Yield the parts between commas, of each stretch in which a name can go on.

    >>> list(stretches_of("Bo Fei, Mo Far; Al Go"))
    [['Bo Fei', 'Mo Far'], ['Al Go']]
    """
    line = with_ands_apart(_BETWEEN_HAN.sub("、", line))
    between = _DASHES.split(line) if "," not in line else []
    if len(between) > 2 or (len(between) == 2 and all(map(_is_person, between))):
        line = ";".join(between)
    is_spaced = _SEPARATOR.search(line) is None
    for piece in _STRONG.split(line):
        for stretch in _at_ands(_with_odd_ands(piece)):
            parts = [part for text in stretch.split(",") for part in _at_gaps(text, is_spaced)]
            if parts:
                yield parts


def _at_ands(piece: str) -> Iterator[str]:
    """Yield the parts between "and"; one that is within the name of a body divides nothing.

    >>> list(_at_ands("Bo Fei and Food and Drug Administration"))
    ['Bo Fei', 'Food and Drug Administration']
    """
    start, before = 0, 0
    for found in _ANDS.finditer(piece):
        following = _ANDS.search(piece, found.end())
        behind = piece[found.end() : following.start() if following else None]
        if not is_cut_body(piece[before : found.start()].rpartition(",")[2], behind.split(",")[0]):
            yield piece[start : found.start()]
            start = found.end()
        before = found.end()
    yield piece[start:]


def _with_odd_ands(piece: str) -> str:
    """Return a piece with "&" for one small word between whole names: "and" in any language.

    >>> _with_odd_ands("Anna Berg, Ole Dahl samt Per Moe"), _with_odd_ands("Jan uit den Bo Fei")
    ('Anna Berg, Ole Dahl & Per Moe', 'Jan uit den Bo Fei')
    """
    found = list(_ODD_AND.finditer(piece))
    if len(found) != 1:
        return piece
    before, word, after = found[0].groups()
    of_slavs = word in ("a", "in") and _OF_SLAVS.search(piece) is not None
    if not of_slavs and (len(word) < 2 or word in _NO_AND or is_particle(word)):
        return piece
    whole = all(_is_whole_name(side.split()) for side in (before, after))
    return f"{piece[: found[0].end(1)]} & {piece[found[0].start(3) :]}" if whole else piece


def _is_whole_name(words: list[str]) -> bool:
    """Return whether words are a name of two to five words, which no place of work is.

    >>> _is_whole_name(["Ole", "van", "Dahl"]), _is_whole_name(["Oslo", "University"])
    (True, False)
    """
    text = " ".join(words)
    upright = [word for word in words if word[:1].isupper()]
    known = looks_like_group(text) or is_institution(text) or is_country(words[-1])
    return len(upright) > 1 and len(words) <= _MOST_WORDS and not known and not is_of_title(words)


def _is_person(part: str) -> bool:
    """Return whether a part beside a dash is a whole name, and no place of work.

    >>> _is_person("Helena Berg"), _is_person("TU Wien"), _is_person("Helena")
    (True, False, False)
    """
    return " " in part.strip() and held_by(part) is Held.NAME


def with_ands_apart(line: str) -> str:
    """Return a line with a semicolon for "and" that is glued to the last name, as Arabic has it.

    >>> with_ands_apart("هند العتيبي وفيصل الدوسري"), with_ands_apart("وليد فيصل")
    ('هند العتيبي; فيصل الدوسري', 'وليد فيصل')
    """
    last = next(reversed(list(_GLUED_AND.finditer(line))), None)
    if last is None:
        return line
    before = _SEPARATOR.split(line[: last.start()])[-1].split()
    is_after_son = bool(before) and before[-1] in _SONS
    if len(before) < 2 or is_after_son or last["name"] in _NAMES_WITH_AND:
        return line
    begin = last.start("rest") if last["rest"] else last.start("others")
    return f"{line[: last.start()]}; {line[begin:]}"


def _at_gaps(text: str, is_spaced: bool) -> Iterator[str]:
    r"""Yield a part, or the parts that only footnote marks or the spaces of CJK divide.

    >>> list(_at_gaps("Bo Fei\x1fMo Far", False))
    ['Bo Fei', 'Mo Far']
    """
    pieces = [
        piece.strip() if elision(piece.strip()) else piece.strip(f" ,\n{GAP}")
        for piece in _GAPS.split(text)
    ]
    pieces = [piece for piece in pieces if piece and (LETTER.search(piece) or elision(piece))]
    if len(pieces) > 1:
        pieces = [name for piece in pieces for name in divided(piece).split("; ")]
    if len(pieces) > 1 and not all(" " in piece or is_cjk(piece) for piece in pieces):
        pieces = [" ".join(pieces)]
    for piece in pieces:
        words = piece.split()
        if is_spaced and is_cjk(piece) and _are_whole(words):
            yield from words
        elif is_cjk(piece) and len(words) > 3 and not len(words) % 2 and max(map(len, words)) == 1:
            yield from map(" ".join, zip(words[::2], words[1::2], strict=True))
        else:
            yield piece


def _are_whole(words: list[str]) -> bool:
    """Return whether words in Chinese letters are whole names, and not the parts of one.

    >>> _are_whole(["王小明", "李娜"]), _are_whole(["王", "小明"])
    (True, False)
    """
    return (
        len(words) > 1 and min(map(len, words)) > 1 and (len(words) > 2 or len("".join(words)) > 4)
    )


def before_address(stretch: list[str]) -> list[str]:
    """Return the parts before an address: "Fei B., MIT, Boston, USA" has one name.

    >>> before_address(["Fei B.", "MIT", "Boston", "USA"])
    ['Fei B.']
    """
    ends = [place for place, part in enumerate(stretch, 1) if is_country(part)]
    if len(ends) > 1 or (ends and ends[0] < len(stretch)):
        cut = [stretch[start:end] for start, end in pairwise([0, *ends, len(stretch)])]
        return [part for piece in cut for part in before_address(piece)]
    if len(stretch) < 2 or not is_country(stretch[-1]):
        return stretch
    if is_institution(stretch[0]):
        return []
    named = 1 if " " in stretch[0] else 2
    place = stretch[named].strip(SPACES) if len(stretch) > named else ""
    is_place = is_workplace(place) or sum(map(str.isupper, place.partition(" ")[0])) > 1
    return stretch[:named] if is_place else stretch


def before_workplace(stretch: list[str]) -> list[str]:
    """Return the parts of a line before the first affiliation.

    >>> before_workplace(["Bo Fei", "MIT", "Boston"])
    ['Bo Fei']
    """
    places = (
        place
        for place, part in enumerate(stretch)
        if place and (is_institution(part) or is_country(part))
    )
    return stretch[: next(places, len(stretch))]


def parts_of_names(
    stretch: list[str], unread: list[str], *, is_lower: bool, is_first: bool
) -> list[str]:
    """Return the parts of a stretch that belong to names, without all that is around them.

    >>> parts_of_names(["Bo Fei", "MIT", "2024"], [], is_lower=False, is_first=True)
    ['Bo Fei']
    """
    found: list[str] = []
    for raw in stretch:
        for part in _with_mark(raw):
            if elision(part) is not False or part == ":":
                found.append(part)
                continue
            part = _bare(part)
            if not LETTER.search(part) or (found and _is_beside(part, found)):
                continue
            if is_institution(part) and not (is_first and not found):
                continue
            said = _is_prose(part, is_lower) or is_role(part)
            if said and not _LONE_LETTER.fullmatch(part):
                unread.append(part)
            else:
                found.append(part)
    return found


def without_pictures(stretches: list[list[str]]) -> list[list[str]]:
    """Take the initials off names that all have theirs before them, in place of a picture.

    >>> without_pictures([["AC Aili Chen"], ["BF Bo Fei"]])
    [['Aili Chen'], ['Bo Fei']]
    """
    parts = [part.partition(" ") for stretch in stretches for part in stretch]
    if not parts or not all(is_picture(first, rest) for first, _, rest in parts):
        return stretches
    return [[part.partition(" ")[2] for part in stretch] for stretch in stretches]


def without_glued_letters(stretches: list[list[str]], unread: list[str]) -> list[list[str]]:
    """Take the letters of affiliations off names: "Ada Berga,b, Bo Feic" is Ada Berg, Bo Fei.

    Only letters that have a place of their own show that the others are such letters.
    """
    if not any(_LONE_LETTER.fullmatch(part) for stretch in stretches for part in stretch):
        return stretches
    found: list[list[str]] = []
    ends: list[tuple[list[str], int]] = []
    for stretch in stretches:
        kept = [part for part in stretch if not _LONE_LETTER.fullmatch(part)]
        found.append(kept)
        are_whole = all(" " in part for part in kept)
        places = range(len(kept)) if are_whole else [len(kept) - 1] if kept else []
        ends += [(kept, place) for place in places if elision(kept[place]) is False]
    if ends and all(_GLUED_LETTER.search(kept[place]) for kept, place in ends):
        for kept, place in ends:
            kept[place] = kept[place][:-1]
    else:
        unread += [p for stretch in stretches for p in stretch if _LONE_LETTER.fullmatch(p)]
    return [stretch for stretch in found if stretch]


def without_workplaces(stretches: list[list[str]], has_places: bool) -> list[list[str]]:
    """Leave out lines such as "Google" between names that have a line each."""
    places = [
        place
        for place, stretch in enumerate(stretches)
        if place and len(stretch) == 1 and _is_lone_workplace(stretch[0], has_places)
    ]
    if len(places) < 2 and not has_places:
        return stretches
    return [stretch for place, stretch in enumerate(stretches) if place not in set(places)]


def _is_lone_workplace(part: str, has_places: bool) -> bool:
    acronym = has_places and part.isupper() and part.isalpha() and 1 < len(part) < 7
    return (looks_like_group(part) or acronym) and not is_team(part)


def _with_mark(part: str) -> Iterator[str]:
    """Yield a part, with a group before a colon and *et al.* at the end as parts of their own.

    >>> list(_with_mark("MiniMax: Aili Chen et al."))
    ['MiniMax', ':', 'Aili Chen', 'et al.']
    """
    role = ROLE.match(part)
    name, said = trailing_elision(part[role.end() :] if role and ":" in role[0] else part)
    group, colon, after = name.partition(": ")
    if colon and looks_like_group(group):
        yield from (group, ":")
        name = after
    yield name
    if said is not False:
        total = in_all(part[part.index(name) + len(name) :])
        mark = f"{total} authors in total" if total else "et al."
        yield mark if said is True else f"{said} others"


# Degrees with the letter of an affiliation after them: "PhDa".
_LONG_DEGREES: Final = frozenset("BSc MBBS MD MPH MSc PhD".split())


def _is_beside(part: str, found: list[str]) -> bool:
    """Return whether a part after a name is a degree, or an affiliation in capitals.

    >>> _is_beside("MIT", ["Bo Fei"]), _is_beside("Mo Far", ["Bo Fei"])
    (True, False)
    """
    name = found[-1]
    if is_degree(part) or (part[-1] in MARK_LETTERS and part[:-1] in _LONG_DEGREES):
        return " " in name or len(found) > 1 or not part.isupper()
    if " " not in name:
        return False
    if looks_like_group(part) and not is_team(part) and not looks_like_group(name):
        return True
    short = part.isupper() and part.isalpha() and 2 < len(part) < 7
    return short and not suffix_of(part) and not name.isupper()


def _bare(part: str) -> str:
    """Return a part without affiliations in brackets or after a dash, and without titles.

    >>> _bare("Dr. Ada Berg (MIT)")
    'Ada Berg'
    """
    part = clean(AFTER_DASH.sub("", part).strip(" ,\n"))
    words = without_titles(part.split(), 1)
    while len(words) > 2 and is_degree(words[-1]) and not words[-1].isupper():
        words.pop()
    return " ".join(words)


def _is_prose(part: str, is_lower: bool) -> bool:
    """Return whether a part reads as running text.

    >>> _is_prose("we thank all who read it with care and joy", False), _is_prose("Bo Fei", False)
    (True, False)
    """
    words = part.split()
    if _NO_NAME.search(part) or _CREDITED.fullmatch(part):
        return True
    if not _RUNNING.isdisjoint(map(str.lower, words)) and len(words) > 3:
        return True
    if words[-1].lower() in _WORKS and len(words) > 1:
        return True
    if looks_like_group(part) or is_cjk(part):
        return len(words) > 2 * _MOST_WORDS
    if len(words) > _MOST_WORDS:
        return True
    if len(words) > 1 and is_of_title(words):
        return True
    if len(words) > _MOST_CAPITALS and not any(map(is_particle, words)):
        return True
    lower = [word for word in words if word.islower() and not is_particle(word)]
    return not is_lower and len(lower) > 1

"""Finds the lines of a pasted list that have names on them, and what a line is about."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from refcore.names.cells import is_picture, is_role
from refcore.names.customs import is_iberian, is_particle
from refcore.names.elisions import elision
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import ORGANISATIONS, is_institution, looks_like_group
from refcore.names.labels import LABEL
from refcore.names.noise import GAP, SIGNS
from refcore.names.places import ends_in_country, is_country, is_town
from refcore.names.shape import is_name
from refcore.names.vowels import with_letters
from refcore.text.letters import widened
from refcore.text.months import MONTH_START
from refcore.text.patterns import regex

__all__ = [
    "AFTER_DASH",
    "AND",
    "LETTER",
    "ROLE",
    "SMALL_ANDS",
    "SPACES",
    "is_acronym_of_town",
    "is_workplace",
    "lines_with_names",
    "unwrapped",
]

_BULLET: Final = regex(
    r"\s*(?:\d{1,2}[:.]\d\d(?:\s?[-–—]\s?\d{1,2}[:.]\d\d)?\s+(?=[^\W\d_])|[-*+•·●▪◦‣–—>]\s+|[•·●▪◦‣]|-(?=[^\W\d_])|#{1,6}\s+|#\d{1,4}[.):]?\s+|[(\[]?\d{1,4}[.):\]](?!\d)\s*"
    r"|\d{1,4}\s+(?=[^\W\d_])|[(\[]?[A-Za-z][)\]]\s+|[(\[]?(?:i{1,3}|iv|vi{1,3}|ix)[.)\]]\s+)+"
)
_LINE_NUMBER: Final = regex(r"\s*\d{1,4}\s+(?=[^\W\d_])")
# A mark before an affiliation, as after the names above: "¹MIT", "1 MIT", "a MIT".
_STARTS_WITH_MARK: Final = regex(
    widened(rf"[ \t]*(?:{GAP}|[{SIGNS}¹²³⁴-⁹]|\d{{1,2}}[ ]?(?=[^\W\d_])|[a-h][ ](?=[A-Z]))")
)
ROLE: Final = regex(
    r"\s*(?:[A-Za-z-]{1,20} ){0,2}(?:leads?|contributors?|authors?|advisors?|supervisors?|members?"
    r"|editors?|engineers?|researchers?)(?::\s*|\s*\Z)",
    re.IGNORECASE,
)
_CELLS: Final = regex(rf"\t|\||[^\S{GAP}]{{3,}}")
_RULE: Final = regex(r"[\s|:=-]*")
SMALL_ANDS: Final = with_letters(
    "y|e|i|en|ja|ve|и|dan|và|va|və|ir|un|és|și|şi|eta|agus|та|і|й|և|եւ|და|και|κι|و|اور|और|एवं|तथा|आणि|અને|ਅਤੇ|na|ও|এবং"
    "|மற்றும்|మరియు|ಮತ್ತು|และ|ແລະ"
)
# "y", "e" and the like also join the parts of a family name: they join two people
# only where a given name and a family name follow.
AND: Final = (
    r"(?:and|AND|und(?!\s(?:zu|zum|zur|von|vom)\s)|och|og|et(?!\.?\s?(?:al|alii|aliae|alia|coll?)\b)"
    rf"|및|(?-i:(?:{SMALL_ANDS})"
    r"(?=\s[^\W\d_a-z][\w.'’-]*\s(?:['’]?[^\W\d_]{1,5}\s){0,2}[^\W\d_a-z])))"
)
_GOES_ON: Final = regex(
    rf"(?:[,;&]|\b{AND}|(?<=\w\s)(?-i:y|en|ja|ve|и|dan|và|ir|un|és|та|і|και|و))\s*\Z", re.IGNORECASE
)
_IN_ROW: Final = regex(rf"[,;]|(?<=\s){AND}\s|&")
_MOST_WORDS: Final = 5
_DATE: Final = regex(
    rf"[\W\d]*(?:(?:{MONTH_START})[a-z]*[\W\d]*){{1,2}}(?<=\d)[\W\d]*", re.IGNORECASE
)
_COMMAS: Final = regex("[,，；]")
_CONTINUES: Final = regex(rf"\s*(?:{AND}\s|[,;&])", re.IGNORECASE)
AFTER_DASH: Final = regex(r"\s(?:[-–—@]|from|at)\s.*\Z", re.DOTALL)
_ORDINAL: Final = regex(r"\s*(?:\d{1,4}[.)]?|[(\[]\d{1,4}[)\]])\s*")
# Words of a title above the names.
_TITLE_WORDS: Final = regex(r"\b(?:of|the|for|with|via|in|to|from|an?|on|by|using|and)\b")
LETTER: Final = regex(r"[^\W\d_]")
_FOOTNOTE: Final = regex(
    r"equal(?:ly)?\b|corresponding|contributed|work done|these authors|correspondence|e-?mail\b"
    r"|affiliations?\b|present address|project lead",
    re.IGNORECASE,
)
SPACES: Final = f" ,.{GAP}\n"


def lines_with_names(text: str) -> Iterator[str]:
    r"""Yield the lines with names; a line that goes on is joined with the next one.

    >>> list(lines_with_names("Bo Fei\nMo Far\nUniversity of Oslo"))
    ['Bo Fei', 'Mo Far']
    """
    rows = [" ".join(pieces) for pieces in _joined_lines(text)]
    many = len(rows) > 1
    whole = after_place = marked = False
    for line, below in zip_longest(rows, rows[1:], fillvalue=""):
        if below and is_picture(line, below):
            continue
        bullet = _BULLET.match(line)
        bare = line[bullet.end() :] if bullet else line
        if marked and _STARTS_WITH_MARK.match(line):
            continue
        marked = marked or (GAP in line.strip(" \t")[1:] and not _STARTS_WITH_MARK.match(line))
        if not many and _FOOTNOTE.match(bare):
            continue
        is_place = _is_without_names(line, bare) or (whole and _are_organisations(bare))
        if many and (is_place or (whole and after_place and _is_town(bare))):
            after_place = True
            continue
        after_place = False
        whole = all(" " in part.strip() for part in bare.split(",") if part.strip())
        yield _name_cell(bare) if many else bare


def unwrapped(text: str) -> str:
    r"""Return a list on one line whose lines end inside names, or the text as it is.

    >>> unwrapped("Ada\nBerg, Bo Fei, Al\nGo"), unwrapped("Berg, Ada\nFei, Bo")
    ('Ada Berg, Bo Fei, Al Go', 'Berg, Ada\nFei, Bo')
    >>> unwrapped("Ada Li, Bo Quill\nFei, Mara Berg")
    'Ada Li, Bo Quill Fei, Mara Berg'
    """
    lines = [line.strip(f" {GAP}") for line in text.strip().split("\n")]
    rows = [_IN_ROW.split(line) for line in lines]
    cuts = [(row[-1].split(), below[0].split()) for row, below in itertools.pairwise(rows)]
    if "," not in text or not any(len(last) == 1 or len(first) == 1 for last, first in cuts):
        return text
    joined = " ".join(lines)
    parts = [part.strip(SPACES) for part in _IN_ROW.split(joined)]
    whole = all(
        _is_person(part) and len(part.split()) < _MOST_WORDS and not is_role(part.split()[0])
        for part in parts
        if part
    )
    return joined if whole and len(parts) > 2 else text


def _joined_lines(text: str) -> list[list[str]]:
    r"""Return the lines of a text after its label, each with the lines that go on with it.

    >>> _joined_lines("Authors: Bo Fei,\nMo Far\nAda Berg")
    [['Bo Fei,', 'Mo Far'], ['Ada Berg']]
    """
    label = LABEL.match(text)
    joined: list[list[str]] = []
    for line in text[label.end() if label else 0 :].split("\n"):
        if not line.strip() or _RULE.fullmatch(line):
            continue
        cut = joined and _is_cut_name(" ".join(joined[-1][-2:]), line)
        goes_on = cut or _CONTINUES.match(line) is not None
        if goes_on and joined and _is_without_names(joined[-1][-1], joined[-1][-1]):
            joined.append([line.lstrip(" \t,;&")])  # "MIT, USA", and ", Bo Fei" below it
        elif joined and (goes_on or _GOES_ON.search(joined[-1][-1])):
            lines_are_numbered = _LINE_NUMBER.match(joined[-1][0]) and _LINE_NUMBER.match(line)
            joined[-1].append(_LINE_NUMBER.sub("", line) if lines_are_numbered else line.strip())
        else:
            joined.append([line.rstrip(" \t")])
    return joined


def _is_town(line: str) -> bool:
    """Return whether a line below a place of work may be its town: "Basel, Switzerland".

    >>> _is_town("Basel, Switzerland"), _is_town("Ada Berg")
    (True, False)
    """
    parts = [part.split() for part in line.strip(SPACES).split(",")]
    return 1 < len(parts) < 4 and len(parts[0]) < 3 and len(parts[-1]) < 3


def _are_organisations(line: str) -> bool:
    """Return whether a line names an organisation and its parts: "Google Research, Brain Team".

    >>> _are_organisations("Google Research, Brain Team"), _are_organisations("Moss Team, Bo Fei")
    (True, False)
    """
    parts = [part.strip(SPACES) for part in line.split(",")]
    known = parts[0].partition(" ")[0].casefold() in ORGANISATIONS
    return known and len(parts) > 1 and all(map(looks_like_group, parts))


def _is_cut_name(line: str, following: str) -> bool:
    """Return whether a line ends inside a name: "Aili Chen, Bo" before "Fei, Mara Quill".

    >>> _is_cut_name("Aili Chen, Bo", "Fei, Mara Quill")
    True
    >>> _is_cut_name("van den Berg, Ada", "Fei, Bo Al")
    False
    """
    before, after = line.strip(SPACES).split(","), following.strip(SPACES).split(",")
    first = after[0].split()
    # "Ada" before "della Rocca": the name goes on with a particle.
    is_low = bool(first) and is_particle(first[0]) and first[0].islower()
    has_initial = len(first) == 2 and len(first[0].strip(".")) == 1
    goes_on = len(first) == 1 or has_initial or (len(first) < 4 and is_low)
    alone = len(before[-1].split()) == 1 and goes_on
    family = before[0].split()
    if len(before) == 2 and family and (is_particle(family[0]) or any(map(is_iberian, family))):
        return False  # a family name of several words, and its given name
    # The last name of the next line may go on too.
    others = after[1:-1] if len(after) > 2 else after[1:]
    return alone and len(before) > 1 and all(len(x.split()) > 1 for x in (*before[:-1], *others))


def _is_address(line: str, parts: Sequence[str]) -> bool:
    """Return whether a line is a country, a town with its country, or a workplace with them.

    >>> _is_address("Basel, Switzerland", ["Basel", "Switzerland"])
    True
    """
    if is_country(line) or (len(parts) > 1 and is_town(line)):
        return True
    if len(parts) == 1 and " " in line and is_acronym_of_town(line):
        return True
    return ends_in_country(line) and is_workplace(parts[0].strip(SPACES))


def _is_without_names(line: str, bare: str) -> bool:
    """Return whether a line holds an affiliation or a footnote, and no names.

    >>> _is_without_names("University of Oslo", "University of Oslo")
    True
    >>> _is_without_names("Bo Fei", "Bo Fei")
    False
    """
    if elision(bare.strip()) is not False:
        return False
    head = AFTER_DASH.sub("", bare)
    named = head != bare and is_name(head.strip(SPACES))
    if not LETTER.search(bare) or _DATE.fullmatch(bare):
        return True
    if _FOOTNOTE.search(bare) and not named:
        return sum(map(_is_person, bare.split(","))) < 2
    parts = _COMMAS.split(bare.strip(SPACES + "|"))
    if _is_address(bare.strip(SPACES), parts):
        return True
    if looks_like_group(parts[0]) and any(map(is_institution, parts[1:])):
        return not any(map(_is_person, parts))  # "Moss Group, University of Oslo"
    if len(parts) == 1 and len(_TITLE_WORDS.findall(head if named else bare)) > 1:
        return True
    if ROLE.fullmatch(bare) or is_role(bare):
        return True
    if is_institution(AFTER_DASH.sub("", parts[0])) and not _CELLS.search(bare):
        return True
    starts_with_mark = line.lstrip()[:1] in (GAP, *SIGNS, *"0123456789¹²³⁴⁵⁶⁷⁸⁹")
    return starts_with_mark and any(map(is_institution, parts))


def _is_person(part: str) -> bool:
    """Return whether a part of a line is the name of a person.

    >>> _is_person(" Ada Berg"), _is_person("University of Oslo"), _is_person("Berg")
    (True, False, False)
    """
    name = part.strip(SPACES)
    return " " in name and is_name(name) and not is_institution(name) and not looks_like_group(name)


def is_workplace(part: str) -> bool:
    """Return whether the first part of an address is where people work: "RIKEN", "MIT".

    >>> is_workplace("MIT, USA"), is_workplace("Ada Berg")
    (True, False)
    """
    mark = _STARTS_WITH_MARK.match(part)
    bare = part[mark.end() if mark else 0 :]
    return is_acronym_of_town(bare) or is_institution(bare) or looks_like_group(bare)


def is_acronym_of_town(text: str) -> bool:
    """Return whether a text is an acronym with or without its town: "IST", "CTU Prague".

    >>> is_acronym_of_town("CTU Prague"), is_acronym_of_town("Bo Fei")
    (True, False)
    """
    first, _, rest = text.partition(" ")
    if not (first.isupper() and first.isalpha() and len(first) > 1):
        return False
    is_of_person = is_family(first.title()) or is_given(first.title())  # "KIM Davis"
    return not rest or (is_town(rest) and not is_of_person)


def _name_cell(line: str) -> str:
    r"""Return the cell with the name, where a line is the row of a table.

    >>> _name_cell("1 | Ada Berg | MIT"), _name_cell("Miren\tAldalur"), _name_cell("Chen\tAili")
    ('Ada Berg', 'Miren Aldalur', 'Chen, Aili')
    """
    cells = [_ORDINAL.sub("", cell, count=1).strip(" ") for cell in _CELLS.split(line)]
    cells = [cell for cell in cells if LETTER.search(cell)]
    named = [cell for cell in cells if not is_institution(cell)]
    if len(cells) < 2 or not named:
        return line
    if len(named) > 2 and len(named) == len(cells) and not line.lstrip().startswith("|"):
        return line
    if any(" " in cell for cell in named[:2]) or len(named) < 2:
        return named[0]
    # "Chen | Aili" has the parts of one name in two cells; a sheet follows the order of speech.
    is_upright = "\t" in line and not (line.isupper() or is_family(named[0]) or is_given(named[1]))
    return (" " if is_upright else ", ").join(named[:2])

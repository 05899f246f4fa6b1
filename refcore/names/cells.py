"""What one cell of a pasted list holds: a name, or what is beside names."""

from __future__ import annotations

import csv
import enum
from typing import Final

from refcore.names.customs import is_degree, is_particle, is_title, suffix_of, without_titles
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, looks_like_group
from refcore.names.places import ends_in_country, is_region, is_town
from refcore.names.shape import is_initials, is_name
from refcore.names.titlewords import is_title_word
from refcore.text.letters import widened
from refcore.text.months import MONTH_START
from refcore.text.patterns import regex

__all__ = [
    "Held",
    "at_role",
    "bare_name",
    "cells_of",
    "held_by",
    "is_picture",
    "is_role",
    "is_words_of_name",
]


class Held(enum.Enum):
    """What a cell holds, and how certain it is that this is no name."""

    NUMBER = "a number, time, address or handle"
    PLACE = "a place of work or a town"
    ROLE = "what someone does or has"
    WORD = "one word that is no given name"
    TEXT = "words that are certainly no name"
    OTHER = "words that are no name"
    NAME = "a name"
    UNKNOWN = "words that may be a name"


_NUMBER: Final = regex(
    r"[\d\W_]*|<?[\w.+-]+@[\w.-]+>?|(?:https?:|www\.)\S+|@[\w-]+|[\d\W]*\d[\d\W]*[a-z]{0,3}\+?"
    r"|(?:id|no|nr|tel|phone|fax|orcid|e-?mail|mob(?:ile)?)\b[ ]?[.:+#\d].{0,60}"
    r"|\d[\d ./:-]{0,20}\s?[ap]\.?m\.?|[a-z]{1,3}[ .-]?\d{1,4}[a-z]?"
    r"|(?:week|session|talk|day|slot|poster|paper|track|room|part)[ .#]{0,2}\d{1,3}[a-z]?"
)
_MONTHS: Final = regex(rf"(?:\d{{1,2}}\.? )?(?:{MONTH_START})[a-z]*\.?,? ?\d{{0,4}}(?:, \d{{4}})?")
_ROLES: Final = frozenset(
    "administrator advisor adviser analyst applicant architect assignee assistant associate "
    "attending candidate ceo cfo chair chairman chairperson chairwoman chief coauthor co-author "
    "co-chair cochair cofounder co-founder consultant contact coordinator correspondence "
    "corresponding cto curator cso developer director doctoral editor emerita emeritus engineer "
    "expert faculty fellow finance founder graduate head instructor intern inventor investigator "
    "keynote lead leader lecturer librarian manager member mentor moderator officer organiser "
    "organizer panelist panel moderators attendee commenter guest host owner participant viewer "
    "pi pis co-pi co-pis co-i panellist physician postdoc postdoctoral presenter president "
    "principal prof professor programmer publicity rapporteur registrar representative resident "
    "researcher reviewer scholar scientist secretary session speaker specialist staff "
    "statistician student supervisor surgeon teacher technician technologist translator treasurer "
    "trainee tutor undergraduate vice-president volunteer writer author contributor creator "
    "illustrator dozent dozentin professeur professeure profesor profesora professorin doktorand "
    "doktorandin ph.d phd msc bsc doctorant doctorante".split()
)
_BETWEEN: Final = frozenset({"and", "in", "of", "&", "co", "vice", "senior", "guest", "invited"})
_POSTAL: Final = regex(
    widened(r"\bP\.? ?O\.? ?Box\b|(?:\A|,\s?|[A-Z]{1,2}-)\d{4,6} [A-ZÀ-Þ][a-zß-ÿ]+")
)
_ACRONYM: Final = regex(widened(r"[A-Z]{2,7}(?:[ -](?P<rest>\S.*))?"))
_ORDINAL: Final = regex(r"\A[(\[#]?\d{1,4}(?:st|nd|rd|th)?[.):\]]?\s+(?=[^\W\d_])")
_ASIDE: Final = regex(r"\s\([^()]{1,60}\)\Z")
_AFTER_NAME: Final = regex(r"[\s,]*[*∗⁎†‡§¶#✉\d¹²³⁰⁴-⁹,;. ]*\Z")
_ADDRESS: Final = regex(r"<?[\w.+-]{1,64}@[\w.-]{1,90}>?|https?:\S+|\bwww\.\S+")
_PIECES: Final = regex(r"\s+[·•|–—-]\s+")
_SIGNS: Final = regex(r"[^\w\s'’-]|[\d_]|(?<!\w)-|-(?!\w)")
_BRACKET: Final = regex(r"[(\[]")
_QUOTED: Final = ' "“”'
_LONGEST: Final = 200
_LONGEST_LINE: Final = 100_000
_NOWHERE: Final = "\x1f"
_MOST_WORDS: Final = 5


def cells_of(line: str, mark: str) -> list[str]:
    r"""Return the cells of a line; a separator inside quotation marks is part of its cell.

    >>> cells_of('1,"Fei, Bo"', ","), cells_of("Bo | Fei", "|")
    (['1', 'Fei, Bo'], ['Bo ', ' Fei'])
    >>> cells_of('Bo\r,"Fei"', ","), cells_of('"Fei, Bo",', "\n")
    (['Bo ', 'Fei'], ['Fei, Bo,'])
    """
    if '"' not in line or len(line) > _LONGEST_LINE:
        return line.split(mark)
    whole = line.replace("\r", " ").replace("\n", " ")  # csv refuses them
    if mark == "\n":  # Python 3.13's csv refuses it too, so an unused character is the delimiter
        mark, whole = _NOWHERE, whole.replace(_NOWHERE, " ")
    return next(csv.reader([whole], delimiter=mark, skipinitialspace=True), [])


def _is_role(cell: str) -> bool:
    """Return whether a cell holds a role, a degree or a form of address.

    >>> _is_role("Senior Lecturer"), _is_role("PhD"), _is_role("Dr."), _is_role("Helena Berg")
    (True, True, True, False)
    """
    words = cell.split()
    if any(map(_is_role_word, words)) or is_degree(cell):
        return True
    return len(words) == 1 and is_title(cell)


def held_by(cell: str) -> Held:
    """Return what a cell holds.

    >>> [held_by(text).name for text in ("12 May", "TU Wien", "Senior Lecturer", "Helena Berg")]
    ['NUMBER', 'PLACE', 'ROLE', 'NAME']
    >>> [held_by(text).name for text in ("Siemens", "moss in caves", "Red Hat", "Jr.")]
    ['WORD', 'TEXT', 'UNKNOWN', 'NAME']
    """
    before, *inside = _BRACKET.split(cell, 1) if cell.rstrip()[-1:] in (")", "]") else [cell]
    if inside and held_by(before) is Held.NAME:
        return Held.NAME  # "Ada Berg (0000-0002-1825-0097)"
    cell = cell.strip(_QUOTED + ".()[]")
    if "@" in cell or "/" in cell:
        cell = _ADDRESS.sub("", cell).strip(_QUOTED + ".()[]") or "0"
    if _NUMBER.fullmatch(cell.casefold()) or _MONTHS.fullmatch(cell.casefold()):
        return Held.NUMBER
    pieces = _PIECES.split(cell)
    if len(pieces) > 1:
        held = {held_by(piece) for piece in pieces}
        return Held.NAME if Held.NAME in held else min(held, key=list(Held).index)
    head, *after = (part.strip() for part in cell.split(","))
    if after and all(map(is_degree, after)):
        return held_by(head)  # "Ada Berg, PhD, MBA"
    if suffix_of(cell):
        return Held.NAME
    if _is_role(cell):
        return Held.ROLE
    if len(cell) > _LONGEST:
        return Held.OTHER
    if _is_place(cell):
        return Held.PLACE
    return _of_words(cell)


def _of_words(cell: str) -> Held:
    """Return the words that are left without numbers, roles and places.

    >>> [_of_words(text).name for text in ("Helena Berg", "Siemens", "moss in caves")]
    ['NAME', 'WORD', 'TEXT']
    """
    bare = " ".join(_SIGNS.sub(" ", cell).split())
    if len(bare) == 1:
        return Held.UNKNOWN
    if bare.islower() or any(map(_is_low, bare.split())):
        return Held.TEXT
    if not is_name(bare, single=True):
        return Held.OTHER
    first, *others = bare.split()
    if not others:
        if is_title_word(first) and not is_given(first):
            return Held.TEXT
        return Held.NAME if is_given(first) or is_initials(first) else Held.WORD
    opens = is_initials(first) or is_title(first) or any(map(is_given, bare.split()))
    known = opens or is_initials(others[-1]) or is_family(others[-1])
    return Held.NAME if known else Held.UNKNOWN


def _is_role_word(word: str) -> bool:
    """Return whether a word is a role, one or several.

    >>> _is_role_word("Editors"), _is_role_word("Lecturer,"), _is_role_word("Berg")
    (True, True, False)
    """
    bare = word.strip(",.()").casefold()
    return bare in _ROLES or (bare.endswith("s") and bare[:-1] in _ROLES)


def is_role(text: str) -> bool:
    """Return whether all words of a text are roles: "Associate Editors", "Editor-in-Chief".

    >>> is_role("Associate Editors"), is_role("Moderator"), is_role("Ada Berg, Editor")
    (True, True, False)
    """
    words = [word for word in text.replace("-", " ").split() if word.casefold() not in _BETWEEN]
    return bool(words) and all(map(_is_role_word, words))


def _is_low(word: str) -> bool:
    """Return whether a word is in lower case and not part of a name.

    >>> _is_low("whisperer"), _is_low("van"), _is_low("Berg")
    (True, False, False)
    """
    return len(word) > 2 and word.islower() and not is_particle(word)


def _is_place(cell: str) -> bool:
    """Return whether a cell is where someone works or lives.

    >>> _is_place("AGH Krakow"), _is_place("P.O. Box 12, 0316 Oslo"), _is_place("BO FEI")
    (True, True, False)
    """
    if (
        _POSTAL.search(cell)
        or is_institution(cell)
        or looks_like_group(cell)
        or is_town(cell)
        or is_region(cell)
    ):
        return True
    if ends_in_country(cell):
        return True
    acronym = _ACRONYM.fullmatch(cell)
    if acronym is None:
        return False
    rest = acronym["rest"]
    # "AGH Krakow", "NTNU", "SAP SE", and not "BO FEI".
    return len(cell) > 2 and (not rest or is_town(rest) or is_region(rest) or not rest.isupper())


def at_role(entry: str) -> list[str]:
    """Return an entry cut before the role at its end: "Bo Fei Editor".

    >>> at_role("Bo Fei Guest Editor"), at_role("Bo Fei")
    (['Bo Fei', 'Guest Editor'], ['Bo Fei'])
    """
    words = entry.split()
    end = len(words)
    while end > 1 and words[end - 1].casefold() in _ROLES:
        end -= 1
    cells = [" ".join(words[:end]), " ".join(words[end:])]
    return cells if cells[1] else [entry]


def bare_name(cell: str) -> str:
    """Return a cell without forms of address, degrees and marks around a name.

    >>> bare_name("Dr. Ada Berg1,*"), bare_name("Bo Fei, PhD")
    ('Ada Berg', 'Bo Fei')
    """
    cell = _ASIDE.sub("", _ORDINAL.sub("", cell.strip(_QUOTED), count=1))
    words = without_titles(_AFTER_NAME.sub("", cell).split(), 1)
    while len(words) > 2 and is_degree(words[-1].strip(",")):
        words.pop()
    return " ".join(words).rstrip(",")


def is_words_of_name(cell: str) -> bool:
    """Return whether a cell is a given or a family name: one word, or a few.

    >>> is_words_of_name("Berg"), is_words_of_name("van der Berg"), is_words_of_name("MIT, USA")
    (True, True, False)
    """
    held = cell.strip(_QUOTED)
    if not held or len(held.split()) > _MOST_WORDS or "," in held or "@" in held:
        return False
    # "David W.", "Maarten van": initials and particles do not count as words.
    long = [word for word in held.split() if not is_initials(word) and not is_particle(word)]
    held = " ".join(long) or held
    is_word = held.isalpha() and held[:1].isupper() and not held.isupper()
    named = is_word or is_name(held, single=True)
    return named and not looks_like_group(held) and not is_institution(held)


def is_picture(line: str, below: str) -> bool:
    """Return whether a line is the initials of the name below it, in place of a portrait.

    >>> is_picture("AC", "Aili Chen"), is_picture("BF", "Aili Chen")
    (True, False)
    """
    words = [word for word in below.split() if word[:1].isupper()]
    initials = "".join(word[0] for word in words)
    line = line.strip()
    ends = initials[:1] + initials[-1:]
    return 1 < len(line) < 5 and line.isupper() and len(words) > 1 and line in (initials, ends)

"""What one cell of a pasted list holds: a name, or what is beside names."""

from __future__ import annotations

import enum
import functools
from typing import Final

from refcore.names.customs import is_degree, is_title, suffix_of
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, looks_like_group
from refcore.names.places import ends_in_country, is_region, is_town
from refcore.names.shape import is_initials, is_name
from refcore.text.patterns import regex

__all__ = ["Held", "bare_name", "held_by", "is_words_of_name"]


class Held(enum.Enum):
    """What a cell holds, and how surely it is beside a name and no name itself."""

    NUMBER = "a number, time, address or handle"
    PLACE = "a place of work or a town"
    ROLE = "what someone does or has"
    WORD = "one word that no given name is"
    OTHER = "words that are no name"
    NAME = "a name"
    UNKNOWN = "words that may be a name"


_NUMBER: Final = regex(
    r"[\d\W_]*|<?[\w.+-]+@[\w.-]+>?|(?:https?:|www\.)\S+|@[\w-]+|[\d\W]*\d[\d\W]*[a-z]{0,3}\+?"
    r"|(?:id|no|nr|tel|phone|fax|orcid|e-?mail|mob(?:ile)?)\b[ .:+#]*\S.{0,60}"
    r"|\d[\d ./:-]{0,20}\s?[ap]\.?m\.?"
)
_MONTHS: Final = regex(
    r"(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?"
    r" ?\d{0,4}(?:, \d{4})?"
)
_ROLES: Final = frozenset(
    "administrator advisor adviser analyst architect assistant associate attending candidate ceo "
    "cfo chair chairman chairperson chairwoman chief coauthor co-author co-chair cochair cofounder "
    "co-founder consultant contact coordinator correspondence corresponding cto curator "
    "cso developer director doctoral editor emerita emeritus engineer expert faculty fellow "
    "finance founder graduate head instructor intern investigator keynote lead leader lecturer "
    "librarian manager member mentor moderator officer organiser organizer panelist "
    "panellist physician postdoc postdoctoral presenter president principal prof professor "
    "programmer publicity rapporteur registrar representative resident researcher reviewer "
    "scholar scientist secretary session speaker specialist staff statistician student supervisor "
    "surgeon teacher technician technologist translator treasurer trainee tutor undergraduate "
    "vice-president volunteer writer author contributor creator illustrator dozent dozentin "
    "professeur professeure profesor profesora professorin doktorand doktorandin "
    "ph.d phd msc bsc doctorant doctorante".split()
)
_ACRONYM: Final = regex(r"[A-Z]{2,7}(?:[ -](?P<rest>\S.*))?")
_AFTER_NAME: Final = regex(r"[\s,]*[*∗⁎†‡§¶#✉\d¹²³⁰⁴-⁹,;. ]*\Z")
_SIGNS: Final = regex(r"[^\w\s'’-]|[\d_]|(?<!\w)-|-(?!\w)")
_QUOTED: Final = ' "“”'
_LONGEST: Final = 200
_MOST_WORDS: Final = 5


@functools.lru_cache(maxsize=8192)
def held_by(cell: str) -> Held:
    """Return what a cell holds.

    >>> [held_by(text).name for text in ("12 May", "TU Wien", "Senior Lecturer", "Helena Berg")]
    ['NUMBER', 'PLACE', 'ROLE', 'NAME']
    >>> [held_by(text).name for text in ("Siemens", "moss in caves", "Red Hat", "Jr.")]
    ['WORD', 'OTHER', 'UNKNOWN', 'NAME']
    """
    cell = cell.strip(_QUOTED + ".()[]")
    if _NUMBER.fullmatch(cell.casefold()) or _MONTHS.fullmatch(cell.casefold()):
        return Held.NUMBER
    words = cell.split()
    if suffix_of(cell):
        return Held.NAME
    if any(word.strip(",.").casefold() in _ROLES for word in words):
        return Held.ROLE
    if is_degree(cell):
        return Held.ROLE
    if len(cell) > _LONGEST:
        return Held.OTHER
    if _is_place(cell):
        return Held.PLACE
    return _of_words(cell, words)


def _of_words(cell: str, words: list[str]) -> Held:
    if len(words) == 1:
        return Held.NAME if is_given(cell) or is_initials(cell) else Held.WORD
    bare = " ".join(_SIGNS.sub(" ", cell).split())
    if not is_name(bare, single=True):
        return Held.OTHER
    opens = is_given(words[0]) or is_initials(words[0]) or is_title(words[0])
    return Held.NAME if opens or is_initials(words[-1]) else Held.UNKNOWN


def _is_place(cell: str) -> bool:
    if is_institution(cell) or looks_like_group(cell) or is_town(cell) or is_region(cell):
        return True
    if ends_in_country(cell):
        return True
    acronym = _ACRONYM.fullmatch(cell)
    if acronym is None:
        return False
    rest = acronym["rest"]
    # "AGH Krakow", "NTNU", "SAP SE", and not "BO FEI".
    return len(cell) > 2 and (not rest or is_town(rest) or is_region(rest) or not rest.isupper())


def bare_name(cell: str) -> str:
    """Return a cell without forms of address, degrees and marks around a name.

    >>> bare_name("Dr. Ada Berg1,*"), bare_name("Bo Fei, PhD")
    ('Ada Berg', 'Bo Fei')
    """
    words = _AFTER_NAME.sub("", cell.strip(_QUOTED)).split()
    while len(words) > 1 and is_title(words[0]):
        words.pop(0)
    while len(words) > 2 and is_degree(words[-1].strip(",")):
        words.pop()
    return " ".join(words).rstrip(",")


def is_words_of_name(cell: str) -> bool:
    """Tell whether a cell is a given or a family name: one word, or a few.

    >>> is_words_of_name("Berg"), is_words_of_name("van der Berg"), is_words_of_name("MIT, USA")
    (True, True, False)
    """
    held = cell.strip(_QUOTED)
    if not held or len(held.split()) > _MOST_WORDS or "," in held or "@" in held:
        return False
    return is_name(held, single=True) and not looks_like_group(held) and not is_institution(held)

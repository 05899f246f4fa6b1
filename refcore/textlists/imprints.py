"""Imprints: place, publisher and year, which follow the title of a book.

A stop within a title says little against it if an imprint is after the title. Between the stop and
the imprint of a book is its subtitle; numbers follow the stop in front of a journal. "Kritik und
Krise. Eine Studie, Freiburg, Alber, 1959".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from refcore.names.makers import MADE_BY
from refcore.text.editions import EDITION_MARK, EDITION_NOUN
from refcore.text.letters import widened
from refcore.text.patterns import regex
from refcore.textlists.partwords import OF_THESIS, OF_VOLUME

__all__ = [
    "has_subtitle",
    "imprint_at",
    "is_book_of_set",
    "is_cut_subtitle",
    "is_house",
    "is_volume",
]

_LINK: Final = (
    r"a\. ?M\.|am Main|d\. ?C\.|de|del|della|di|da|do|la|le|les|sur|upon|und|and|et|e|y|&"
)
_PLACE: Final = (
    rf"[A-Z][\w'’.]+(?:[ /–-]{{1,3}}(?:{_LINK}|[A-Z][\w'’.]*)){{0,4}}(?:,? \(?[A-Z]{{2}}\)?)?"
)
# "Freiburg i. Br.", "Brandenburg a. d. H."
_TOWN: Final = (
    rf"[A-Z][\w'’.]+(?:(?:[ /–-]{{1,3}}(?:{_LINK}))?[ /–-]{{1,3}}[A-Z][\w'’.]*)?"
    r"(?: [ai]\. ?(?:d\. ?)?[A-Z][a-z]?\.)?"
)
_HOUSE: Final = r"[A-Z][^,;:()\[\]\d]{1,60}?(?:, (?:coll|col|Reihe|ser)\.? [^,]{2,60})?"
_YEAR: Final = r"(?:c\. ?)?(?:1[5-9]|20)\d\d[a-z]?(?:[/–-]\d{2,4})?(?![\w–-]|\W*\()"
_EXTENT: Final = r"(?:[ivxlc]+[ +,-]{1,3})?\d{1,4} ?(?:p|pp|S|s|str|с|c)\b"
# Each with an example: after a title, from its last word on.
_FORMS: Final = (
    rf"[.,]? {_PLACE} ?[,:] {_HOUSE},? \(?{_YEAR}",  # ", Paris, Gallimard, 1991"
    rf"[.,]? {_TOWN},? {_YEAR}(?!\. [A-Z][a-z])",  # ". Zürich 1946"
    rf"[.,] {_HOUSE}, {_PLACE},? {_YEAR}",  # ", Laterza, Bari 1990"
    rf"[.,] {_PLACE} ?[,:] {_HOUSE}, {_EXTENT}",  # ", Paris, Gallimard, 396 p."
    rf"[.,] {_PLACE} ?[,:] {_HOUSE}\.?$",  # ", Paris, Armand Colin."
    rf"\.? \({_PLACE}(?: ?: (?=[A-Z]){_HOUSE})?[,:]? {_YEAR}\)",  # " (London: Macmillan, 1948)"
    rf"[.,;:]? [\[(]?(?i:{MADE_BY})",  # ", hg. von Bo Fei"
    rf"[.,;]? [\[(]?(?i:{OF_THESIS})",  # ". PhD thesis", " (Dissertation)"
)
# A journal whose name has no word in small letters but a few, with its numbers.
_JOURNAL: Final = r"[A-Z][\w.&]*(?: (?:[A-Z&][\w.&]*|of|the|and|für|der|de|des|in|et)){0,8}"
_ARTICLE: Final = (
    # ". Lancet 1950;2:739", ". Lancet 2017 Sep 16;390(1015)"
    rf"[.] {_JOURNAL}[.,;]? (?:(?:1[89]|20)\d\d(?: [A-Z][a-z]{{2,3}}(?: \d\d?)?)?[;,]"
    r" ?\d{1,4} ?[:(]"
    # ". Lancet 12(3), 4-5", ". Lancet 12 (1950), 4-5"
    r"|\d{1,4}(?: ?\(\d{1,4}\))?(?: ?\((?:1[89]|20)\d\d\))?[:,] ?(?:pp?\. ?)?\d+ ?[–-] ?\d)"
)
_IMPRINT: Final = regex(widened("|".join(f"({form})" for form in (_ARTICLE, *_FORMS))))
# Words of what is no subtitle: journals, meetings, series, kinds of work, organisations.
_OTHER_WORK: Final = (
    r"\b(?:In|Proc|Journal|Annals|Transactions|Bulletin|Review|Letters|Magazine|Conference"
    r"|Symposium|Workshop|Congress|Proceedings|Lecture Notes|Texts|Series|Advances|International"
    r"|Revue|Annales|Cahiers|Actes|Zeitschrift|Jahrbuch|Archiv|Schriften|Reihe|Rivista|Quaderni"
    r"|Revista|Cuadernos|Actas|Anais|Coll|Available|University|Universit\w+|Institut\w*"
    r"|Department|Press|Springer|Thesis|Dissertation|Report|Diss|PhD|Lecture|Vol|Bd|[Tt]hesis)\b"
)
# "Structural Analysis in the Social Sciences": a series; no subtitle has capitals throughout.
_SERIES: Final = (
    r"(?!The |An? )(?:[A-Z][\w'’-]* ){1,4}(?:of|for|and|on|to|with|in the) (?:the )?"
    r"(?:[A-Z][\w'’-]*(?: |(?=[.,]|$))|(?:of|and|for|in|the) ){1,6}(?=[.,]|$)"
)
_SUBTITLE: Final = (
    rf"(?![^.;:?!]*{_OTHER_WORK})(?!{_SERIES})"
    rf"(?:[A-Z¿«“][^.;:?!]{{0,80}}? [a-z]|(?:The|An?) [A-Z]\w+ )"
    r"[^.;:?!]{3,140}?"
)
_EDITION: Final = rf"\d{{1,2}}(?i:{EDITION_MARK}? ?{EDITION_NOUN})\b"
_NUMBERED: Final = (
    rf"[.,] (?i:{OF_VOLUME}) ?(?:\d{{1,2}}|[IVX]{{1,5}})(?:{'|'.join(_FORMS)}|, {_EDITION})"
)
_VOLUME: Final = regex(widened(_NUMBERED))
_OF_SET: Final = regex(widened(rf"[^.,;:\d]{{3,80}}{_NUMBERED}"))
_LAST_PART: Final = regex(
    widened(rf"[^\W\d](?:[^.?!]|(?<=\d)\.)*[\w)”»’]{{2}}\. (?:[IVX]{{1,4}}\. )?{_SUBTITLE}")
)
_CUT: Final = regex(widened(rf"\. {_SUBTITLE}(?:{'|'.join(_FORMS)}|{_ARTICLE})"))


def imprint_at(text: str, at: int) -> int:
    """Return which form of imprint is after a title that ends at a place, or 0.

    >>> imprint_at("Of Words, Oslo, Pier, 1991", 8), imprint_at("Of Words. Language 12, 1991", 8)
    (2, 0)
    """
    found = _IMPRINT.match(text, at)
    return found.lastindex or 0 if found else 0


def is_volume(text: str, at: int) -> bool:
    """Return whether the number of a book's volume is after a place, and then an imprint.

    >>> is_volume("Gesellschaftsgeschichte, Bd. 1, München 1987", 23)
    True
    """
    return _VOLUME.match(text, at) is not None


def has_subtitle(title: str) -> bool:
    """Return whether a title has one stop, and a subtitle after it.

    >>> has_subtitle("De la justification. Les économies"), has_subtitle("Of Words. The Lancet")
    (True, False)
    """
    return _LAST_PART.fullmatch(title) is not None


def is_cut_subtitle(text: str, at: int) -> bool:
    """Return whether a subtitle is after a place, and then an imprint.

    >>> is_cut_subtitle("Kritik und Krise. Studie zur Welt, Freiburg 1959", 16)
    True
    """
    return _CUT.match(text, at) is not None


def is_book_of_set(text: str, at: int = 0) -> bool:
    """Return whether a title, the number of its volume and an imprint are at a place.

    >>> is_book_of_set("Gesellschaftsgeschichte, Bd. 1, München 1987")
    True
    """
    return _OF_SET.match(text, at) is not None


# Publishing houses whose names read as the family names of several people, without "and".
_HOUSES: Final = frozenset(
    (
        "allen unwin|allyn bacon|angus robertson|barnes noble|chapman hall"
        "|chatto windus|cappelen damm|constable robinson|duncker humblot"
        "|eyre spottiswoode|faber faber|faber gwyer|farrar straus giroux|farrar straus"
        "|harcourt brace|harper row|hodder stoughton|hoffmann campe"
        "|holt rinehart winston|jones bartlett|kiepenheuer witsch|lawrence wishart"
        "|little brown|lund humphries|mcclelland stewart"
        "|routledge kegan paul|rowman allanheld|rowman littlefield"
        "|scott foresman|secker warburg|sheed ward|sidgwick jackson|simon schuster"
        "|smith elder|taylor francis|thames hudson|ticknor fields|vandenhoeck ruprecht"
        "|weidenfeld nicolson|williams wilkins|williams norgate"
    ).split("|")
)


def is_house(names: Sequence[str]) -> bool:
    """Return whether names that are joined are those of a publishing house.

    >>> is_house(("Simon", "Schuster")), is_house(("Kingma", "Ba"))
    (True, False)
    """
    joined = " ".join(names).casefold()
    return joined in _HOUSES or names[-1] in _FIRM


_FIRM: Final = frozenset({"Sons", "Co", "Company", "Cie", "Bros", "Brothers", "Partners", "Sohn"})

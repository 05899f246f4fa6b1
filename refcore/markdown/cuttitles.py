"""Names inside what an entry has in place of a title: "On It — Berg & Fei (2020)"."""

from __future__ import annotations

from typing import Final

import attrs

from refcore.markdown.roles import is_acronym
from refcore.names.givennames import is_given
from refcore.names.places import is_town
from refcore.names.running import NameList, read_names, surely_names
from refcore.names.shape import is_name
from refcore.names.surnames import joined_surnames, listed_surnames
from refcore.names.titlewords import is_title_word
from refcore.text.patterns import regex

__all__ = ["CutTitle", "citation", "cut_title"]

_YEAR: Final = r",?\s*\(?(?:19|20)[0-9]{2}[a-z]?\)?"
# "On It — Berg & Fei (2020)", "On It (2020) - Berg, Fei"
_BEHIND: Final = regex(
    rf"(?P<title>[^\n]{{4,300}}?)(?P<before>{_YEAR})?\s[—–-]{{1,2}}\s"
    rf"(?P<names>[^—–\n]{{3,200}}?)(?P<after>{_YEAR})?\Z"
)
# "MLGW: A. Berg and B. Fei"
_AFTER_LABEL: Final = regex(r"(?P<title>[^\s:]{2,40}):\s+(?P<names>[^:\n]{3,300})\Z")
# "It is described in A. Berg and B. Fei"
_IN_SENTENCE: Final = regex(
    r"[^\n]{4,200}?\s(?:by|from|in|of|see|to)\s(?P<names>[^\W\d_a-z][^:\n]{3,300})\Z"
)
_SENTENCE: Final = regex(r"\b(?:are|is|was|were|has been|have been)\s[a-z]|\bsee\s[^\W\d_a-z]")
_ELIDED: Final = regex(r"[^\W\d_a-z][\w'’-]+\set\.?\sal\.?")
# "Berg & Fei, 2020", "Berg és mtsai. (2020)": nothing but names and a year.
_CITED: Final = regex(rf"(?P<names>[^\n()]{{2,200}}?){_YEAR}[\s.:]*\Z")
# "Berg, Fei & Far, *PRL* **55**, 1530 (1985)": names, a journal, its volume and a page.
_IN_JOURNAL: Final = regex(
    r"(?P<names>[^\n()]{2,200}?),\s(?P<journal>[^\W\d_a-z][\w.&’'-]*(?:\s[\w.&’'-]{1,20}){0,6}?)"
    r"\s[0-9]{1,4}(?:\s?\([0-9–-]{1,7}\))?,\s[A-Z]?[0-9]{1,7}(?:[–-][0-9]{1,7})?"
    r"(?:,?\s\(?(?:19|20)[0-9]{2}\)?)?[\s.]*\Z"
)
# "Ada Berg, Bo Fei (2020) On It", 'Ada Berg and Bo Fei. "On It." Acta, 2020': what parts them.
_PARTED: Final = regex(
    r"[\s.,*_]{0,4}\((?:19|20)[0-9]{2}[a-z]?\)[\s.,:*_]{1,4}(?P<title>[^\W_a-z][^\n]{3,300})\Z"
    r"|[\s.,:*_]{1,4}(?:\"(?P<quoted>[^\"\n]{8,300})\"|“(?P<curved>[^”\n]{8,300})”)"
)
_LONGEST_NAME: Final = 5  # words


@attrs.frozen
class CutTitle:
    """A title, and the names that were in one piece with it; the title is "" in a sentence."""

    title: str
    names: NameList


def cut_title(text: str) -> CutTitle | None:
    """Return the title and the names that one piece of an entry has, or None.

    The places of the names are offsets of the text.

    >>> found = cut_title("Lamps / Mirrors — Berg & Fei (2020)")
    >>> found.title, [name.name for name in found.names.names]
    ('Lamps / Mirrors', ['Berg', 'Fei'])
    >>> cut_title("On the Form of Things — Carl Berg").title
    'On the Form of Things'
    >>> cut_title("It is shown in A. Berg and B. Fei").title
    ''
    >>> cut_title("On the Form — of Things (2020)")
    """
    if behind := _BEHIND.match(text):
        dated = bool(behind["before"] or behind["after"])
        names = _names(text, *behind.span("names"), dated=dated)
        names = names or _person(text, *behind.span("names"))
        if names is not None:
            return CutTitle(behind["title"], names)
    label = _AFTER_LABEL.match(text)
    called = label is not None and is_acronym(label["title"])
    names = _names(text, *label.span("names"), dated=False) if label and called else None
    if label and names:
        return CutTitle(label["title"], names)
    said = _IN_SENTENCE.match(text)
    names = _names(text, *said.span("names"), dated=False) if said else None
    return CutTitle("", names) if names and _SENTENCE.search(text[: names.start + 1]) else None


def citation(text: str) -> CutTitle | None:
    """Return the names that open a text with a year or a title in quotes behind them, or None.

    The title is "" where the text is a citation by names and year alone.

    >>> found = citation("Ada Berg, Bo Fei (2020) On the Form of Things")
    >>> found.title, [name.name for name in found.names.names]
    ('On the Form of Things', ['Ada Berg', 'Bo Fei'])
    >>> citation("Berg & Fei, 2020").title, citation("Berg, J. Phys. A 21, 257 (1988)").title
    ('', '')
    >>> citation("Lamps and Mirrors in 2020"), citation("Attention (2017) in the Brain")
    (None, None)
    """
    if names := _cited(text):
        return CutTitle("", names)
    names = read_names(text)
    if names is None or not (_is_known_person(names) or _are_several(names)):
        return None
    behind = _PARTED.match(text, names.end)
    return CutTitle(next(filter(None, behind.groups())), names) if behind else None


def _cited(text: str) -> NameList | None:
    """Return the names of a text that has only these and a year, or the place in a journal."""
    cited = _CITED.match(text)
    if cited and (names := _names(text, *cited.span("names"), dated=True)):
        return names
    placed = _IN_JOURNAL.match(text)
    if placed is None:
        return None
    start, end = placed.span("names")
    one = placed["names"]
    if is_name(one, single=True) and " " not in one and not is_title_word(one.casefold()):
        return NameList.of([one], start, end)
    return _names(text, start, end, dated=True)


def _are_several(names: NameList) -> bool:
    return surely_names(names) and len(names.names) + bool(names.others) > 1


def _is_known_person(names: NameList) -> bool:
    """Return whether a list is one person, the given name of whom is known as such."""
    words = names.names[0].name.split()
    alone = len(names.names) == 1 and 1 < len(words) < _LONGEST_NAME and not names.others
    if not alone or any(is_title_word(word.casefold()) for word in words):
        return False
    one = names.names[0].name
    return is_given(words[0].casefold()) and is_name(one) and not is_town(one)


def _person(text: str, start: int, end: int) -> NameList | None:
    """Return the one known person that a part of a text is: "On It — Carl Berg"."""
    names = read_names(text[:end], start)
    if names is None or text[names.end : end].strip(" .,*_"):
        return None
    return names if _is_known_person(names) else None


def _names(text: str, start: int, end: int, *, dated: bool) -> NameList | None:
    """Return the names that a part of a text consists of; families alone need a year."""
    part = text[start:end]
    if dated and (surnames := joined_surnames(part)[0] or listed_surnames(f"{part}, 2000")):
        return NameList.of(surnames, start, end)
    names = read_names(text[:end], start)
    if names is None or text[names.end : end].strip(" .,*_"):
        return None
    several = len(names.names) + bool(names.others) > 1
    # "Berg és mtsai., 2020": words for others in any language, where a year follows.
    one = names.names[0].name.casefold()
    elided = bool(_ELIDED.fullmatch(part)) or (dated and names.others and not is_title_word(one))
    return names if several and (elided or surely_names(names)) else None

"""Names inside what an entry has in place of a title: "On It — Berg & Fei (2020)"."""

from __future__ import annotations

from typing import Final

import attrs

from refcore.markdown.atoms import INITIALED, Sort, sort_of
from refcore.markdown.roles import is_acronym
from refcore.markdown.venues import may_be_dated
from refcore.names.givennames import is_given
from refcore.names.places import is_town
from refcore.names.running import NameList, read_names, surely_names
from refcore.names.shape import is_name
from refcore.names.surnames import is_of_method, joined_surnames, listed_surnames
from refcore.names.titlewords import is_title_word
from refcore.text.patterns import regex

__all__ = ["CutTitle", "citation", "cited_before", "credited", "cut_title"]

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
_PARTING: Final = ("(", '"', "“")  # one of which what parts them has
_PARTED: Final = regex(
    r"[\s.,*_]{0,4}\((?:19|20)[0-9]{2}[a-z]?\)[\s.,:*_]{1,4}(?P<title>[^\W_a-z][^\n]{3,300})\Z"
    r"|[\s.,:*_]{1,4}(?:\"(?P<quoted>[^\"\n]{8,300})\"|“(?P<curved>[^”\n]{8,300})”)"
)
# "Ada Berg and Bo Fei, On the Form of Things": the mark between names and their title.
_MARKS: Final = frozenset(",.*_")
_BEFORE_TITLE: Final = regex(r"(?:[.,*_]{1,3}|(?<=\bal\.))\s(?=[^\W_a-z])")
# "Phys. Rev. A 70": words with stops and a volume.
_JOURNAL: Final = regex(r"(?:[^\W\d_][\w&]{0,15}\.?\s){1,6}[0-9]{1,4}\Z")
_PLACED: Final = regex(r",\s|\s[–—-]\s")
_COMMA: Final = regex(r",\s")
_YEAR_AT_END: Final = regex(rf"{_YEAR}[\s.:]*\Z")
# "as in Berg & Fei (2020), “On It” (page 4), available at": what is before an address.
_DATED_LAST: Final = regex(r"\s\((?:19|20)[0-9]{2}[a-z]?\)(?P<behind>[^()]{0,400})")
_QUOTED: Final = regex(
    r"[,.:]{0,2}\s?[\"“](?P<title>[^\"“”\n]{8,300})[\"”](?P<more>[^\"“”]{0,60})\Z"
)
# Where names may begin: behind a word in lower case, or a mark.
_BEGINS: Final = regex(r"(?:\A|[a-z:;,.(]\s)(?=[^\W\d_a-z])")
_FILED_ALONE: Final = regex(r"[^\W\d_a-z][\w'’-]+,\s(?:[^\W\d_a-z]\.\s?){1,3}")
_MOST_BEGINNINGS: Final = 8
_DIGIT: Final = regex(r"[0-9]")
# What no list of names goes on behind: the end of a quotation. Only nicknames are in quotes too.
_QUOTATION: Final = regex(r"[.,?!][\"”]|[\"“”](?!\s?[^\W\d_a-z])")
_LONGEST_NAME: Final = 5  # words
_LEAST_TITLE: Final = 3  # words
_MOST_COMMAS: Final = 12
_BRACKETS: Final = frozenset("([")  # an aside in a list of names can quote something


@attrs.frozen
class CutTitle:
    """A title, and the names that were in one piece with it; the title is "" in a sentence.

    The names are loose where they may be the first words of a title: "Ida Quill, On the Form".
    """

    title: str
    names: NameList
    loose: bool = False


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
    names = read_names(text) if any(mark in text for mark in _PARTING) else None
    if names is None or not (_is_known_person(names) or _are_several(names)):
        return None
    behind = _PARTED.match(text, names.end)
    return CutTitle(next(filter(None, behind.groups())), names) if behind else None


def credited(text: str) -> CutTitle | None:
    """Return the title and the names of a text that is a reference in words, or None.

    Marks alone part the names from the title, and the title from its place.

    >>> found = credited("Ada Berg, Bo Fei, On the Form of Things, NeurIPS, 2020")
    >>> found.title, [name.name for name in found.names.names]
    ('On the Form of Things', ['Ada Berg', 'Bo Fei'])
    >>> found = credited("On the Form of Things, Bo Fei, et al. 2020")
    >>> found.title, str(found.names.authors)
    ('On the Form of Things', 'Bo Fei et al.')
    >>> credited("Romeo, Juliet, and the Form of Things")
    """
    if _MARKS.isdisjoint(text) and not _joined(text):
        return None  # as with most titles: nothing parts them from names
    names = read_names(text)
    if names is not None and (_is_known_person(names) or _are_several(names) or names.others):
        mark = _BEFORE_TITLE.match(text, names.end)
        title = _without_place(text[mark.end() :]) if mark else ""
        return CutTitle(title, names) if _is_of_words(title) else None
    if names is not None and (lone := _lone(text, names)):
        return lone
    if (filed := INITIALED.match(text)) and _is_of_words(text[filed.end() :]):
        initials = " ".join(f"{letter}." for letter in filed["initials"] if letter != ".")
        names = NameList.of([f"{filed['family']}, {initials}"], 0, filed.end())
        return CutTitle(_without_place(text[filed.end() :].strip()), names)
    if named := _joined(text):
        return CutTitle("", named)
    # "a study by Ada Berg, Bo Fei (2018)" has no title.
    dated = None if text[:1].islower() else _YEAR_AT_END.search(text)
    commas = [mark.span() for mark in _COMMA.finditer(text)] if dated else []
    for before, after in commas[:_MOST_COMMAS]:
        names = read_names(text[: dated.start()] if dated else text, after)
        whole = names is not None and dated and not text[names.end : dated.start()].strip(" .,*_")
        if names and whole and _are_several(names) and _is_of_words(text[:before]):
            return CutTitle(text[:before], names)
    return None


def _lone(text: str, names: NameList) -> CutTitle | None:
    """Return one person whose names are not known, and the title behind a comma."""
    words = text[: names.end].split()
    mark = _COMMA.match(text, names.end)
    title = _without_place(text[mark.end() :]) if mark else ""
    one = len(names.names) == 1 and 2 <= len(words) <= 3 and is_name(" ".join(words))
    if not (one and title[:1].isupper() and _is_of_words(title)) or any(map(is_title_word, words)):
        return None
    return CutTitle(title, names, loose=True)


def _joined(text: str) -> NameList | None:
    """Return the family names that all of a text is: "Berg & Fei"."""
    names, _ = joined_surnames(text)
    words = [word for name in names for word in name.split()]
    things = any(is_title_word(word) or is_of_method(word) for word in words)
    return NameList.of(names, 0, len(text)) if names and not things else None


def cited_before(text: str) -> CutTitle | None:
    """Return the names, and the title in quotes, of a citation that ends a text, or None.

    It is the words before an address: "as in Berg & Fei (2020) https://…".

    >>> found = cited_before("We follow Berg & Fei (2020)")
    >>> found.title, [name.name for name in found.names.names]
    ('', ['Berg', 'Fei'])
    >>> cited_before('It is from B. Fei and A. Berg (2020), "On the Form of It", found at').title
    'On the Form of It'
    >>> cited_before("We follow Berg & Fei (2020), and it holds. See")
    """
    dated = next(iter([*_DATED_LAST.finditer(text)][-1:]), None)
    behind = dated["behind"].strip() if dated else ""
    quoted = _QUOTED.match(dated["behind"]) if dated else None
    if dated is None or (behind.strip(" ,.:;-–—") and quoted is None):
        return None
    end = dated.start()
    quotes = [mark.end() for mark in _QUOTATION.finditer(text, 0, end)]
    for start in [mark.end() for mark in _BEGINS.finditer(text, 0, end)][-_MOST_BEGINNINGS:]:
        if quotes and start < quotes[-1] and _BRACKETS.isdisjoint(text[start:end]):
            continue
        names = _names(text, start, end, dated=True)
        if names is None and quoted and _FILED_ALONE.fullmatch(text, start, end):
            names = read_names(text[:end], start)
        if names is not None:
            return CutTitle(quoted["title"] if quoted else "", names)
    return None


def _without_place(text: str) -> str:
    """Return a title without the journal, the id and the year behind it.

    >>> _without_place("On It, Phys. Rev. A 70, 062314"), _without_place("On It, and on Me")
    ('On It', 'On It, and on Me')
    """
    pieces = text.split(", ")
    last = len(pieces)
    while last > 1 and (
        sort_of(pieces[last - 1]) is not Sort.WORDS or _JOURNAL.match(pieces[last - 1])
    ):
        last -= 1
    return ", ".join(pieces[:last])


def _is_of_words(title: str) -> bool:
    """Return whether a text is long as titles are, and has words that no name has.

    >>> _is_of_words("On the Form of Things"), _is_of_words("IJCAI 2019 Best Paper")
    (True, False)
    """
    words = title.split()
    if len(words) < _LEAST_TITLE or sort_of(" ".join(words[:2])) is Sort.VENUE:
        return False
    return any(is_title_word(x.strip(",.:?!")) for x in words)


def _cited(text: str) -> NameList | None:
    """Return the names of a text that has only these and a year, or the place in a journal."""
    if names := _before_place(text):
        return names
    if not _DIGIT.search(text):
        return None  # no year, volume or page
    cited = _CITED.match(text) if may_be_dated(text) else None
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


def _before_place(text: str) -> NameList | None:
    """Return the names of a text that has only these and a venue or an id: "Berg & Fei, ICML 2020".

    >>> _before_place("Berg, Fei & Far, Science 2003").authors.names[0].name
    'Berg'
    >>> _before_place("Lamps & Mirrors")
    """
    for mark in _PLACED.finditer(text):
        if sort_of(text[mark.end() :]) not in (Sort.VENUE, Sort.ID):
            continue
        head = text[: mark.start()]
        year = _YEAR_AT_END.search(head)
        names = _names(text, 0, year.start() if year else len(head), dated=True)
        sign = names is not None and (names.others or "&" in head or " and " in head)
        return names if sign else None
    return None


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

"""What shows that two references with one title, or one identifier, are two works."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from refcore.compare.titles import compare_titles, title_words
from refcore.model.reference import Reference
from refcore.text.numberwords import ORDINALS, ROMAN
from refcore.text.patterns import regex

__all__ = [
    "LEAST_WORDS",
    "are_at_one_place",
    "are_other_parts",
    "are_other_works",
    "have_id_of_another",
    "is_common",
]

PARTS: Final = frozenset({"chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"})
_PAPERS: Final = frozenset(
    "article article-journal article-magazine article-newspaper chapter entry-dictionary "
    "entry-encyclopedia manuscript paper-conference report".split()
)
_BOOKS: Final = frozenset("book collection classic periodical".split())
# Documents of which a number tells one from another.
_NUMBERED: Final = frozenset({"patent", "report", "standard"})
# Vague types: the same work can have any other type elsewhere.
_VAGUE: Final = frozenset("document webpage post post-weblog entry pamphlet".split())
# A preprint or a report can become a book; a chapter or an article has its own title beside it.
_BECOME_BOOKS: Final = frozenset({"article", "manuscript", "report"})

LEAST_WORDS: Final = 3  # words; a shorter title ("Editorial") needs the same year beside it
# Titles that come back in each issue, volume or year.
_COMMON: Final = frozenset(
    "abstract|abstracts|acknowledgements|acknowledgments|annual report|appendix|"
    "back matter|book review|book reviews|calendar|comment|comments|commentary|conclusion|"
    "conclusions|contents|contributors|correction|corrections|corrigendum|discussion|"
    "editor s note|editorial|editorial board|editorial introduction|editors introduction|"
    "editors note|epilogue|erratum|foreword|from the editor|from the editors|front matter|"
    "general discussion|guest editor s introduction|guest editorial|"
    "guest editors introduction|in brief|in memoriam|in this issue|index|introduction|"
    "introduction to the special issue|invited talk|keynote|letter|letter from the editor|"
    "letter to the editor|letters|letters to the editor|message from the chairs|"
    "message from the editor|news|news and views|note from the editor|obituary|overview|"
    "panel|poster session|preface|preface to the second edition|prologue|reply|response|"
    "review|reviews|special issue|summary|table of contents|the year in review|title page|"
    "welcome|welcome message|year in review".split("|")
)
# How titles begin of which a series has one each year, or a journal one for each special issue.
_RECURRING: Final = regex(
    r"(?:guest editors? )?introduction to (?:the )?(?:\w+ )?"
    r"(?:mini ?track|special (?:issue|section)|symposium|focus (?:issue|section)|proceedings"
    r"|workshop)\b"
    r"|message from the (?:\w+ ){0,3}chairs?\b|report (?:on|from) the \w+ (?:annual )?(?:workshop"
    r"|conference|meeting)\b|(?:minutes|proceedings) of the (?:annual )?meeting\b"
)
# Words of the titles of reports of which each month has one.
_PERIODIC: Final = frozenset(
    "biweekly bulletin daily mensual mensuel monatsbericht monthly newsletter quarterly weekly"
    " wochenbericht".split()
)
_LINK: Final = "crossref"
_DASH: Final = regex(r"[-\u2010-\u2015,]")
_NUMBER: Final = regex(r"[0-9]+")
_PART: Final = regex(
    r"\b(?:part|teil|parte|partie|vol(?:ume)?|band|tom[eo]?|book)\b\W{0,3}(\w{1,5})\b"
)
_WORD: Final = regex(r"\w+")


def is_common(title: str) -> bool:
    """Return whether many works have a title, such as "Editorial".

    >>> is_common("Letter to the Editor"), is_common("On letters")
    (True, False)
    >>> is_common("Introduction to the Minitrack on Peat")
    True
    """
    words = " ".join(title_words(title))
    return words in _COMMON or _RECURRING.match(words) is not None


def are_other_works(one: Reference, other: Reference) -> bool:
    """Return whether two references with one title and one list of authors are two works.

    Two works are: volumes, editions and parts of a book; years of a series; a thesis and an
    article; a book and a chapter; a review and what it reviews; articles at two places in one
    journal, or in two journals years apart.

    >>> book = Reference("a", "book", "Art", fields={"volume": "1"})
    >>> are_other_works(book, book.evolve(fields={"volume": "2"}))
    True
    """
    return (
        _of_other_kinds(one, other)
        or _other_part(one, other)
        or _other_year(one, other)
        or _other_month(one, other)
        or _other_place(one, other)
        or _other_journal(one, other)
        or (is_common(one.title) and _differ_in_anything(one, other))
    )


def have_id_of_another(one: Reference, other: Reference, *, authors_agree: bool) -> bool:
    """Return whether two references with one identifier are two works.

    A chapter may state its book's identifier. Else distinctive titles that are wholly unlike show
    that one of the two has the identifier of the other. If the authors are the same, the titles
    must have no word in common. An entry takes over fields of the one that its ``crossref`` names,
    so that both have its identifier, and so have two parts of one book.
    """
    if _takes_over(one, other) or _takes_over(other, one):
        return True
    compared = compare_titles(one.title, other.title)
    if not compared.names_another_paper:
        return False
    if _LINK in one.extra and one.extra.get(_LINK) == other.extra.get(_LINK):
        return True
    if one.type in PARTS or other.type in PARTS:
        return True
    words = [frozenset(title_words(item.title)) for item in (one, other)]
    if min(map(len, words)) < LEAST_WORDS:
        return False
    if not authors_agree:
        return True
    shared = {word for word in words[0] & words[1] if len(word) > 3}
    return not shared and compared.likeness < 0.4


def are_other_parts(one: Reference, other: Reference) -> bool:
    """Return whether two references with one ISBN are two parts of the book or the set.

    Two chapters of one book are on two pages or have two DOIs; two volumes of a set name two
    letters or numbers in their titles.

    >>> one, other = (Reference(t, "book", f"Moss and Fern, Part {t}") for t in "AB")
    >>> are_other_parts(one, other), are_other_parts(one, one)
    (True, False)
    """
    if one.type in PARTS and other.type in PARTS:
        pages = {_first_page(one), _first_page(other)} - {""}
        dois = {item.doi.name.casefold() for item in (one, other) if item.doi}
        if len(pages) > 1 or len(dois) > 1:
            return True
    ours, theirs = (_PART.findall(item.title.casefold()) for item in (one, other))
    return bool(ours and theirs) and [_number(part) or part for part in ours] != [
        _number(part) or part for part in theirs
    ]


def are_at_one_place(one: Reference, other: Reference) -> bool:
    """Return whether two articles state one volume and one first page, or one journal and page.

    >>> one = Reference("a", fields={"volume": "7", "page": "11-19"})
    >>> are_at_one_place(one, one.evolve(fields={"volume": "7", "page": "11"}))
    True
    """
    if not _same_pages(one, other):
        return False
    ours, theirs = one.fields, other.fields
    if "volume" in ours and "volume" in theirs:
        return ours["volume"] == theirs["volume"]
    return _in_one_series(one, other)


def _takes_over(one: Reference, other: Reference) -> bool:
    return one.extra.get(_LINK, "").casefold() == other.key.casefold()


def _of_other_kinds(one: Reference, other: Reference) -> bool:
    kinds = {one.type, other.type}
    if len(kinds) == 1 or kinds & _VAGUE or kinds <= _PAPERS or kinds <= _BOOKS:
        return False
    return not (kinds & _BOOKS and kinds & _BECOME_BOOKS)


def _stated(one: Reference, other: Reference, variable: str) -> tuple[str, str]:
    """Return the numbers that both state in a variable, or two equal texts."""
    text = one.fields.get(variable)
    other_text = other.fields.get(variable) if text else None
    if not text or not other_text or text == other_text:
        return "", ""
    ours, theirs = _number(text), _number(other_text)
    return (ours, theirs) if ours and theirs else ("", "")


def _number(text: str) -> str:
    """Return what a text counts: a number in digits, in Roman digits or as a word.

    >>> _number("Vol. 012"), _number("Part II"), _number("second edition"), _number("moss")
    ('12', '2', '2', '')
    """
    if digits := _NUMBER.search(text):
        return digits[0].lstrip("0") or "0"
    words = _WORD.findall(text.casefold())
    named = next((ORDINALS[word] for word in words if word in ORDINALS), None)
    number = named or (ROMAN.get(words[-1]) if words else None)
    return "" if number is None else str(number)


def _other_part(one: Reference, other: Reference) -> bool:
    of_books = one.type in _BOOKS or other.type in _BOOKS
    if one.type == other.type and one.type in _NUMBERED and _other_number(one, other):
        return True
    for variable in ("edition", "part-number", "supplement-number", "chapter-number"):
        ours, theirs = _stated(one, other, variable)
        if ours != theirs:
            return True
    if _other_chapter(one, other):
        return True
    if not of_books:
        return False
    return any(
        ours != theirs
        for ours, theirs in (_stated(one, other, name) for name in ("volume", "collection-number"))
    )


def _other_chapter(one: Reference, other: Reference) -> bool:
    """Return whether two parts of a book name two chapters by their titles.

    >>> one = Reference("a", "chapter", fields={"chapter-number": "Linear models"})
    >>> _other_chapter(one, one.evolve(fields={"chapter-number": "Data for models"}))
    True
    """
    chapters = [item.fields.get("chapter-number", "") for item in (one, other)]
    if not all(chapters) or any(map(_number, chapters)):
        return False
    return title_words(chapters[0]) != title_words(chapters[1])


def _other_number(one: Reference, other: Reference) -> bool:
    """Return whether two documents of a numbered series state two numbers.

    >>> one = Reference("a", "report", fields={"number": "TR-88-1"})
    >>> [_other_number(one, one.evolve(fields={"number": n})) for n in ("88-2", "88-1", "1")]
    [True, False, False]
    """
    ours, theirs = (
        [digits.lstrip("0") for digits in _NUMBER.findall(item.fields.get("number", ""))]
        for item in (one, other)
    )
    return ours != theirs and len(ours) == len(theirs)


def _other_year(one: Reference, other: Reference) -> bool:
    """Return whether the years are those of a series.

    An article that is online in one year and printed in the next is one work,
    as is a preprint; books, reports and data sets of two years are two.
    """
    year, other_year = one.year, other.year
    if year is None or other_year is None or year == other_year or one.type != other.type:
        return False
    apart = abs(year - other_year)
    if one.type in _PAPERS - {"report"}:
        return (apart > 1 or _of_two_meetings(one, other)) and _in_one_series(one, other)
    return one.type not in _VAGUE and apart > 0


def _other_month(one: Reference, other: Reference) -> bool:
    """Return whether two reports of a series, such as "Monthly Report", are of two months.

    >>> from refcore.model import Date
    >>> may = Reference("a", title="Monthly Report", issued=Date.of(2019, 5))
    >>> _other_month(may, may.evolve(issued=Date.of(2019, 6))), _other_month(may, may)
    (True, False)
    """
    months = [item.issued.start.month for item in (one, other) if item.issued and item.issued.start]
    if len(months) < 2 or None in months or months[0] == months[1]:
        return False
    return not _PERIODIC.isdisjoint(title_words(one.title)) and not _same_pages(one, other)


def _in_one_series(one: Reference, other: Reference) -> bool:
    """Return whether two papers are in one journal, or in the proceedings of one conference."""
    journal, other_journal = (item.fields.get("container-title", "") for item in (one, other))
    if not journal or not other_journal:
        return False
    ours = _series(journal)
    return bool(ours) and (journal == other_journal or ours == _series(other_journal))


def _of_two_meetings(one: Reference, other: Reference) -> bool:
    """Return whether the proceedings of two papers state two numbers or years."""
    stated = (set(_NUMBER.findall(item.fields.get("container-title", ""))) for item in (one, other))
    ours, theirs = stated
    return one.type == "paper-conference" and bool(ours and theirs) and not ours & theirs


@lru_cache(maxsize=1024)  # a library names the same journals many times
def _series(journal: str) -> tuple[str, ...]:
    return tuple(word for word in title_words(journal) if word.isalpha())


def _other_place(one: Reference, other: Reference) -> bool:
    """Return whether two articles are at different places of one journal or book.

    A column that recurs under one title is not the same work. Another
    issue or volume shows that, or two of first page, volume and year; a slip in
    one number does not make two works of one.
    """
    journal, other_journal = (item.fields.get("container-title", "") for item in (one, other))
    if not journal or not (
        journal == other_journal or title_words(journal) == title_words(other_journal)
    ):
        return False
    differ = _differing(one, other)
    if not differ:
        return False
    same_pages = _same_pages(one, other)
    if ("issue" in differ and not _same_range(one, other)) or (
        "volume" in differ and not same_pages
    ):
        return True
    return len(differ) > 1


def _other_journal(one: Reference, other: Reference) -> bool:
    """Return whether two journals print an article years apart: a reprint, or another work.

    >>> from refcore.model import Date
    >>> one = Reference(
    ...     "a", "article-journal", issued=Date.of(1965), fields={"volume": "38", "page": "114"}
    ... )
    >>> again = one.evolve(issued=Date.of(1998), fields={"volume": "86", "page": "82-85"})
    >>> _other_journal(one, again)
    True
    """
    year, other_year = one.year, other.year
    if one.type != "article-journal" or other.type != one.type or not (year and other_year):
        return False
    return abs(year - other_year) > 1 and {"volume", "page"} <= _differing(one, other)


def _differing(one: Reference, other: Reference) -> set[str]:
    """Return what differs of volume, issue, first page and year, where both state it."""
    ours, theirs = one.fields, other.fields
    stated = {name: (ours.get(name), theirs.get(name)) for name in ("volume", "issue")}
    stated["page"] = _first_page(one), _first_page(other)
    stated["year"] = str(one.year or ""), str(other.year or "")
    return {name for name, (text, text_2) in stated.items() if text and text_2 and text != text_2}


def _first_page(reference: Reference) -> str:
    return _DASH.split(reference.fields.get("page", ""))[0].strip()


def _same_pages(one: Reference, other: Reference) -> bool:
    return bool(_first_page(one)) and _first_page(one) == _first_page(other)


def _same_range(one: Reference, other: Reference) -> bool:
    pages, others = one.fields.get("page", ""), other.fields.get("page", "")
    ends = [part.strip() for part in _DASH.split(pages)]
    return pages == others and ends[0] != ends[-1]


def _differ_in_anything(one: Reference, other: Reference) -> bool:
    venues = [title_words(item.fields.get("container-title", "")) for item in (one, other)]
    return bool(_differing(one, other)) or (all(venues) and venues[0] != venues[1])

"""The comparison of pages, article numbers, volumes and issues with the record's."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, TypeAlias

from refcore.compare.agreement import Agreement, FieldComparison
from refcore.text.months import MONTH_START, SEASONS

__all__ = ["compare_numbers", "compare_pages", "whole_range"]

_DASHES: Final = re.compile(r"\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*")
_LEAD: Final = re.compile(
    r"^(?:paper|pages?|pagine|p[áa]gs?\.?|pp?\.?|vol(?:ume)?\.?|no\.?|number|nr\.?|issue"
    r"|art(?:icle|ikel)?\.?(?: (?:no\.?|id))?|id\.?(?=\s?[0-9])|id\.?\s(?=[a-z][0-9])|\#"
    r"|seiten?|blz\.?|strony|стр\.?"
    r"|sidor|sider|sivut|s\.(?=\s?[0-9])|с\.)[\s.:]*(?=\S)",
    re.IGNORECASE,
)
# "1,045-1,067", "e-12", "vii, 1-120": a mark between thousands, inside a number, and front matter.
_THOUSANDS: Final = re.compile(r"(?<![0-9.,])([0-9]{1,2})[.,]([0-9]{3})(?![0-9.,])")
_BOTH_IN_THOUSANDS: Final = re.compile(
    r"[0-9]{1,2}([.,])[0-9]{3}\s?[-–]{1,2}\s?[0-9]{1,2}\1[0-9]{3}"
)
_LETTER_APART: Final = re.compile(r"(?<![0-9A-Za-z])([eES])-(?=[0-9])")
_FRONT_MATTER: Final = re.compile(r"^[ivxlc]{1,9}\s?[,+]\s?(?=[0-9])", re.IGNORECASE)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def compare_pages(
    claimed: str, actual: str = "", article_number: str = ""
) -> FieldComparison | None:
    """Compare pages with a record's pages or with its article number.

    A first page alone, a shortened last page and other dashes are variants. So is the number of
    the article's pages, if the record has an article number. Returns None if one side has neither
    pages nor an article number.

    >>> compare_pages("123--9", "123-129").kind.value, compare_pages("1-12", "77-88").difference
    ('same', 'pages')
    """
    actual = actual if _says_pages(actual) else ""
    if not _says_pages(claimed) or not (actual or article_number.strip()):
        return None
    if _COUNT.fullmatch(claimed.strip()):
        return None  # the number of pages
    ours = _range(claimed)
    if actual and _is_stand_in(ours, _range(actual)):
        return None
    number = (article_number.strip().casefold(), "")
    if article_number and (
        _is_article(_number(ours[0]), _number(article_number)) or _is_part_of_article(ours, number)
    ):
        judged = _ARTICLE
    elif actual:
        judged = _beside_pages(ours, _range(actual), actual)
    else:
        judged = _beside_article(ours, article_number)
    return FieldComparison(
        "pages", judged[0], judged[1], claimed, actual or article_number, judged[2]
    )


def _says_pages(text: str) -> bool:
    """Return whether a text has a page, and not "n/a-n/a", "??--??" or "to appear".

    >>> [_says_pages(text) for text in ("12", "xii-xv", "n/a-n/a", "no-no", "??--??", "to appear")]
    [True, True, False, False, False, False]
    """
    words = _LETTERS_RUN.findall(text.casefold())
    return bool(_DIGIT.search(text)) or (bool(words) and all(map(_from_roman, words)))


_DIGIT: Final = re.compile(r"[0-9\uff10-\uff19]")
_LETTERS_RUN: Final = re.compile(r"[^\W\d_]+")
# What publishers state of an article before it has pages.
_STAND_INS: Final = (("1", "1"), ("0", "0"), ("0", ""))


def _is_stand_in(ours: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Return whether one of two places is that of an article which has no pages yet.

    >>> _is_stand_in(("1", "1"), ("12", "20")), _is_stand_in(("1", "1"), ("1", "1"))
    (True, False)
    """
    return ours != theirs and (ours in _STAND_INS or theirs in _STAND_INS)


_Judged: TypeAlias = tuple[Agreement, str, str]
_ARTICLE: Final = (Agreement.SAME, "none", "the record has the article number")
_OWN: Final = (Agreement.VARIANT, "own-pages", "the pages are counted in the article")


def _beside_article(ours: tuple[str, str], article_number: str) -> _Judged:
    """Judge pages beside a record that has an article number alone, and another one.

    >>> _beside_article(("1", "12"), "e0123")[1], _beside_article(("77", "88"), "e0123")[1]
    ('own-pages', 'pages')
    """
    first, last = ours
    if first in ("1", "") and last:
        return _OWN
    return Agreement.DIFFERENT, "pages", f"the record has article {article_number}"


def _beside_pages(ours: tuple[str, str], theirs: tuple[str, str], actual: str) -> _Judged:
    """Judge pages, as first and last, beside a record's.

    >>> _beside_pages(("123", "129"), ("123", ""), "123")[1]
    'first-page'
    """
    if _is_part_of_article(ours, theirs) or _is_part_of_article(theirs, ours):
        return Agreement.SAME, "none", "both have the article number"
    (first, last), (begin, end) = ours, theirs
    if ":" in first and ":" not in begin and last:
        first = first.rpartition(":")[2]
    elif ":" in begin and ":" not in first and last:
        begin = begin.rpartition(":")[2]
    if not end and not last and _is_article(_number(first), _number(begin)):
        return _ARTICLE
    if not end and not begin.isdigit() and first == "1" and last:
        return _OWN
    if (_number(first), _number(last)) == (_number(begin), _number(end)):
        return Agreement.SAME, "none", "the record has the pages"
    if _number(first) != _number(begin):
        if _differ_in_letter(first, begin) and (not (last and end) or _differ_in_letter(last, end)):
            return Agreement.VARIANT, "letter", "one side has the letter of the pages"
        return Agreement.DIFFERENT, "pages", f"the record has {actual}"
    if not last or not end:
        return Agreement.VARIANT, "first-page", "one side has the first page only"
    return Agreement.DIFFERENT, "last-page", f"the record ends on page {end}"


def _is_part_of_article(pages: tuple[str, str], number: tuple[str, str]) -> bool:
    """Return whether pages count within an article, of which the other side has only the number.

    >>> _is_part_of_article(("12:1", "9"), ("12", "")), _is_part_of_article(("1", "9"), ("1", ""))
    (True, False)
    """
    (first, last), (begin, end) = pages, number
    return bool(last and not end and ":" in first and first.partition(":")[0] == begin)


# "11 pages", and the letters around an article's number: e0123, 031301(R).
_COUNT: Final = re.compile(
    r"[0-9]+\s*(?:pp?\.?|pages)|[ivxlc]{1,9}\s?[,+]\s?[0-9]+(?:\s?(?:pp?\.?|pages))?", re.IGNORECASE
)
_AROUND: Final = re.compile(r"^e(?=[0-9]{3})|^a(?=[0-9]{1,4}$)|\([a-z]{1,2}\)$")


def _is_article(ours: str, theirs: str) -> bool:
    """Return whether two numbers of an article are one, apart from the letters around it.

    >>> _is_article("e0123", "123"), _is_article("e0123", "124")
    (True, False)
    """
    one, other = (re.sub(r"^0+", "", _AROUND.sub("", text)) for text in (ours, theirs))
    return bool(one) and (one == other or _differ_in_letter(ours, theirs))


def _differ_in_letter(one: str, other: str) -> bool:
    """Return whether one of two pages has a letter before or after it, and the other has none.

    The "S" of a supplement tells its pages from those of the issue.

    >>> _differ_in_letter("l12", "12"), _differ_in_letter("s12", "12")
    (True, False)
    """
    pairs = ((one, other), (other, one))
    return any(plain.isdigit() and _LETTER.sub("", full) == plain for full, plain in pairs)


_LETTER: Final = re.compile(r"^[a-rt-z](?=[0-9])|(?<=[0-9])[a-z]$")


def compare_numbers(field: str, claimed: str, actual: str) -> FieldComparison | None:
    """Compare a volume or an issue with the record's.

    Leading zeros, "vol.", Roman numerals and the sign between two issues do not count.
    Returns None if one side is empty, has words, or states no volume of a journal: the id of a
    preprint, the date of an issue, or 0.

    >>> compare_numbers("volume", "XXXIII", "33").kind.value
    'same'
    """
    if not claimed or not actual:
        return None
    if field == "issue" and any(map(_NUMERAL_ALONE.fullmatch, (claimed, actual))):
        return None  # Elsevier's supplements have the issue "C"
    ours, theirs = _number(claimed), _number(actual)
    if not (_says_number(field, ours) and _says_number(field, theirs)):
        return None
    if ours == theirs:
        return FieldComparison(
            field, Agreement.SAME, "none", claimed, actual, f"the record has the {field}"
        )
    volume = re.match(r"([0-9]+)\(", ours) or re.match(r"([0-9]+)\(", theirs)
    if volume and volume[1] in (ours, theirs):
        rule = f"the {field} is given with the issue"
        return FieldComparison(field, Agreement.VARIANT, "with-issue", claimed, actual, rule)
    if _is_issue_within(ours, theirs) or _is_issue_within(theirs, ours):
        rule = f"the record has the {field} {actual}"
        return FieldComparison(field, Agreement.DIFFERENT, field, claimed, actual, rule)
    short, long = sorted((ours, theirs), key=len)
    if _YEAR.fullmatch(long) and short.zfill(2) == long[2:]:
        rule = f"the {field} is the year, with the century or without it"
        return FieldComparison(field, Agreement.VARIANT, "part", claimed, actual, rule)
    are_lettered = _LETTERED.fullmatch(ours) and _LETTERED.fullmatch(theirs)
    if are_lettered and theirs in (ours[1:] + ours[0], ours[-1] + ours[:-1]):
        are_lettered = None  # A12 is 12A
    if not are_lettered and set(re.findall(r"\d+", ours)) & set(re.findall(r"\d+", theirs)):
        rule = f"the record has the {field} {actual}, a part of it is the same"
        return FieldComparison(field, Agreement.VARIANT, "part", claimed, actual, rule)
    rule = f"the record has the {field} {actual}"
    return FieldComparison(field, Agreement.DIFFERENT, field, claimed, actual, rule)


_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
# The volume of one part of a journal: 12A is not 12B, and A12 is not B12.
_LETTERED: Final = re.compile(r"[0-9]{1,4}[a-z]|[a-z][0-9]{1,4}")
_WITH_ISSUE: Final = re.compile(r"([0-9]+)\(([0-9]+)\)")
# "abs/1401.0123", "arXiv:1401.0123", and what is stated of an article in press.
_NO_NUMBER: Final = re.compile(r"(?:abs/|abs-|arxiv).*|0+")
_OF_DATES: Final = re.compile(
    rf"(?<![a-z])(?:{'|'.join(SEASONS)}|{MONTH_START})[a-z]{{0,8}}\.?(?:[0-9-]|$)"
)
_NUMERAL_ALONE: Final = re.compile(r"[cdlm]", re.IGNORECASE)


def _says_number(field: str, number: str) -> bool:
    """Return whether a text in its one form has the number of a volume or of an issue.

    >>> [_says_number("issue", text) for text in ("3", "winter2014", "15march", "0", "spring")]
    [True, False, False, False, False]
    """
    if not _DIGIT.search(number) or _NO_NUMBER.fullmatch(number):
        return False
    return field != "issue" or not _OF_DATES.search(number)


def _is_issue_within(whole: str, number: str) -> bool:
    """Return whether a number is only the issue of a volume with its issue, as 3 of 12(3).

    >>> _is_issue_within("12(3)", "3"), _is_issue_within("2014(3)", "3")
    (True, False)
    """
    found = _WITH_ISSUE.fullmatch(whole)
    if found is None or _YEAR.fullmatch(found[1]) or _YEAR.fullmatch(found[2]):
        return False
    return number.isdigit() and number != found[1]


def whole_range(pages: str) -> str:
    """Return pages with the last one in full, where they are one range of plain numbers.

    >>> whole_range("101-9"), whole_range("S12-5"), whole_range("1-4, 9"), whole_range("99-101")
    ('101-109', 'S12-S15', '1-4, 9', '99-101')
    """
    found = _RANGE.fullmatch(pages.strip())
    if found is None or len(found[3]) >= len(found[2]):
        return pages
    last = found[2][: -len(found[3])] + found[3]
    return f"{found[1]}{found[2]}-{found[1]}{last}"


_RANGE: Final = re.compile(r"([A-Za-z]?)([0-9]{2,9})-(?:\1)?([0-9]{1,8})")
_ON: Final = re.compile(r"(?<=[0-9])\s*(?:ff?|et seqq?)\.?$", re.IGNORECASE)
# "12-19 (8 pages)", "12-19.e3": what else a page on the web says.
_COUNTED: Final = re.compile(r"\s*\([0-9]{1,4}\s*(?:pp?\.?|pages)\)$", re.IGNORECASE)
_FURTHER: Final = re.compile(r"(?<=[0-9])\.e[0-9]{1,3}$")
_ODD: Final = re.compile(r"[~\u00a0\uff00-\uffef]")
# A tilde is the dash of Japan, and a fixed space in TeX.
_TILDE: Final = re.compile(r"(?<=[0-9\uff10-\uff19])[~\u00a0\uff5e](?=[0-9\uff10-\uff19])")
_BETWEEN: Final = re.compile(r"(?<=[0-9])(?: (?:to|through|bis) |[_/])(?=[0-9])")
# "II-123--II-130" are pages of the second section.
_SECTION: Final = re.compile(r"^([ivx]{1,5})-([0-9]{1,5})(?=\s?[-–—])", re.IGNORECASE)
_OF_SECTION: Final = re.compile(r"^[ivx]{1,5}-(?=[0-9])")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


def _range(pages: str) -> tuple[str, str]:
    """Return the first and the last page; "123-9" means 123 to 129, "12-19.e3" 12 to 19.

    >>> _range("123-9"), _range("xii-xv"), _range("77")
    (('123', '129'), ('xii', 'xv'), ('77', ''))
    >>> _range("S. 1,045-1,067"), _range("vii, 1-120"), _range("e-12")
    (('1045', '1067'), ('1', '120'), ('e12', ''))
    """
    text = pages
    if _ODD.search(pages):
        text = unicodedata.normalize("NFKC", _TILDE.sub("-", pages)).replace("~", " ")
    text = _BETWEEN.sub("-", _LEAD.sub("", text.strip()))
    text = _SECTION.sub(r"\1:\2", text)
    if _BOTH_IN_THOUSANDS.fullmatch(text):
        text = _THOUSANDS.sub(r"\1\2", text)
    text = _FRONT_MATTER.sub("", _LETTER_APART.sub(r"\1", text))
    text = _COUNTED.sub("", text)
    text = _ON.sub("", re.split(r"\s*[,;+]\s*", text)[0])
    parts = [_FURTHER.sub("", part.strip().casefold()) for part in _DASHES.split(text, maxsplit=1)]
    if len(parts) == 1:
        return parts[0], ""
    parts[1] = _OF_SECTION.sub("", parts[1]) if ":" in parts[0] else parts[1]
    parts[1] = parts[1] if _says_pages(parts[1]) else ""
    first, last = (part.rpartition(":")[2] if ":" in part else part for part in parts)
    article = parts[0].partition(":")[0] if ":" in parts[0] else ""
    bare = first.lstrip(_LETTERS)
    if bare.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: -len(last)] + last
    return (f"{article}:{first}" if article else first), last


def _number(text: str) -> str:
    """Return a number in one form: "vol. 012" is 12, "XII" is 12, "1/2" is 1-2.

    >>> _number("vol. 012"), _number("XII"), _number("1/2")
    ('12', '12', '1-2')
    """
    bare = _LEAD.sub("", text.strip()).strip(" .").casefold()
    bare = re.sub(r"\s*[/&]\s*", "-", _DASHES.sub("-", bare)).replace(" ", "")
    bare = re.sub(r"(?<![0-9])0+(?=[0-9])", "", bare)
    roman = _from_roman(bare)
    return str(roman) if roman else bare


def _from_roman(text: str) -> int:
    """Return the value of a Roman numeral in lower case.

    >>> _from_roman("xiv")
    14
    """
    if not 0 < len(text) < 10 or not re.fullmatch(
        r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", text
    ):
        return 0
    values = [_ROMAN[letter] for letter in text]
    return sum(
        -one if one < following else one
        for one, following in zip(values, [*values[1:], 0], strict=True)
    )

"""Formats page ranges as a style requires.

Source: CSL 1.0.2, "Page Ranges" and Appendix V "Page Range Formats".
"""

from __future__ import annotations

import re
from functools import lru_cache

from refcore.text.patterns import regex

__all__ = ["page_ranges"]

# A prefix of letters, or of digits and letters (1n23, 11E201), a number, letters after it.
_END = r"(\d*[^\W\d_]+0*)?(\d{1,15})([^\W\d_]*)"
_RANGE = regex(rf"{_END}\s*(?:-{{1,3}}|–)\s*{_END}")
_DASHES = regex(r"(?<=[\w.)])\s{0,9}(?:-{1,3}|–)\s{0,9}(?=[\w*(])")
# A star marks the pages of another edition, as in legal databases: *7-*9.
_WORD = regex(r"[\w.:*()]*")
_MIXED = regex(r"\d[^\W\d_]|[^\W\d_]\d")
# Pages of a numbered article, chapter or appendix: 042303-1, 101-1, A-3.
_OF_ARTICLE = regex(r"(\w{1,20})-(\d{1,4})\s?(?:-{1,3}|–)\s?\1-(\d{1,4})")
# A long dash, which separates pages that have hyphens themselves: S1-12--S1-18.
_LONG_DASH = regex(r"\s{0,9}(?<!-)(?:--(?!-)|–)\s{0,9}")
_WITH_HYPHEN = regex(r"[\w.:]*\w-\w[\w.:]*")
# Longer text is not a page.
_LONGEST = 40
_ROMAN = regex(r"[ivxlcdm]+|[IVXLCDM]+")
_FRONT_PAGE = regex(r"[ivx]{1,6}|l?[ivx]{2,6}")
# A list without spaces, in which no comma separates thousands.
_TIGHT_LIST = regex(r"(?<=\d),(?=\d)(?!\d{3}(?!\d))")


def page_ranges(text: str, form: str | None = None, delimiter: str = "–") -> str:
    r"""Return pages with their ranges in a page range format.

    `delimiter` is the locale's term ``page-range-delimiter``. A hyphen
    escaped with ``\`` stays as it is, and so does one between texts that are
    not numbers.

    >>> [page_ranges("321-328", form) for form in (None, "expanded", "minimal", "minimal-two")]
    ['321–328', '321–328', '321–8', '321–28']
    >>> page_ranges("1-40", "minimal-two"), page_ranges("42-5, 110--15", "expanded")
    ('1–40', '42–45, 110–115')
    >>> [page_ranges(p, "chicago-16") for p in ("100-104", "107-108", "1496-1504")]
    ['100–104', '107–8', '1496–504']
    >>> [page_ranges(p, "minimal") for p in ("1n23-1n26", "101a-134a", "17-7", "A - 17")]
    ['1n23–6', '101a–34a', '17–7', 'A-17']
    >>> page_ranges("042303-1--042303-5", "minimal")
    '042303-1–042303-5'
    >>> page_ranges("ix-12", "minimal"), page_ranges("c-3", "minimal")
    ('ix–12', 'c-3')
    >>> page_ranges("A-3--A-12", "minimal"), page_ranges("S1-12--S1-18"), page_ranges("A, D-Z")
    ('A-3–A-12', 'S1-12–S1-18', 'A, D–Z')
    """
    text = _TIGHT_LIST.sub(", ", text)
    if "-" not in text and "–" not in text:
        return text
    escaped = text.replace("\\-", "\0")
    parts = re.split(r"(\s{0,9}[,;&]\s{0,9})", escaped)
    found = "".join(
        _one(part, form, delimiter) if place % 2 == 0 else part for place, part in enumerate(parts)
    )
    return found.replace("\0", "-")


def _one(text: str, form: str | None, delimiter: str) -> str:
    if (article := _OF_ARTICLE.fullmatch(text)) is not None:
        return f"{article[1]}-{article[2]}{delimiter}{article[1]}-{article[3]}"
    ends = _LONG_DASH.split(text) if len(text) < _LONGEST else []
    if len(ends) == 2 and any(map(_WITH_HYPHEN.fullmatch, ends)):
        return delimiter.join(ends)
    match = _RANGE.fullmatch(text.strip()) if len(text) < _LONGEST else None
    if match is None or (match[1] or "") != (match[4] or ""):
        # Pages with different letters do not form a range that could be shortened.
        keeps_hyphen = form is not None and _MIXED.search(text)
        return _DASHES.sub(lambda dash: _dash(dash, "-" if keeps_hyphen else delimiter), text)
    prefix, first, letters, _, last, after = (part or "" for part in match.groups())
    head = f"{prefix}{first}{letters}{delimiter}"
    # The digits that the writer left out of the last page.
    filled = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if (first, letters) == (last, after):
        return f"{prefix}{first}{letters}"  # The range begins and ends on one page.
    if form is None or int(filled) <= int(first):
        return f"{head}{prefix}{last}{after}"
    if form == "expanded":
        return f"{head}{prefix}{filled}{after}"
    if letters == after and len(filled) == len(first):
        filled = filled[-_kept_digits(first, filled, form) :]
    return head + filled + after


def _dash(match: re.Match[str], delimiter: str) -> str:
    """Return the sign between two ends: the delimiter of ranges if both are numbers or letters."""
    text, start, end = match.string, match.start(), match.end()
    before = _WORD.match(text[max(0, start - _LONGEST) : start][::-1])
    after = _WORD.match(text[end : end + _LONGEST])
    ends = (before[0][::-1] if before else "", after[0] if after else "")
    return delimiter if _is_range(*ends) else "-"


@lru_cache(maxsize=4096)
def _is_range(*ends: str) -> bool:
    """Return whether two ends are both numbers or letters.

    >>> _is_range("12", "18a"), _is_range("ix", "12"), _is_range("A", "17")
    (True, True, False)
    """
    digits = all(any(map(str.isdigit, end)) for end in ends)
    roman = all(_ROMAN.fullmatch(end.strip("()")) for end in ends)
    letters = all(len(end) == 1 and end.isalpha() for end in ends)
    # From the front matter, which Roman numbers count, into the text: "ix-12".
    onwards = ends[1].isdecimal() and _FRONT_PAGE.fullmatch(ends[0]) is not None
    return digits or roman or letters or onwards


def _kept_digits(first: str, last: str, form: str) -> int:
    """Return a last page without digits that the first has too, as the format says.

    >>> _kept_digits("321", "328", "minimal"), _kept_digits("321", "328", "minimal-two")
    (1, 2)
    """
    differing = next((len(last) - at for at in range(len(last)) if first[at] != last[at]), 1)
    if form == "minimal":
        return differing
    if form == "minimal-two":
        return min(max(differing, 2), len(last))
    number = int(first)
    if number < 100 or number % 100 == 0:
        return len(last)
    if form in ("chicago", "chicago-15") and len(first) == 4 and differing >= 3:
        return len(last)
    if number % 100 < 10:
        return differing
    return min(max(differing, 2), len(last))

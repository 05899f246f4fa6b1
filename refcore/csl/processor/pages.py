"""Page ranges as a style wants them.

Source: CSL 1.0.2, "Page Ranges" and Appendix V "Page Range Formats".
"""

from __future__ import annotations

import re

__all__ = ["page_ranges"]

_RANGE = re.compile(r"([^\W\d_]*)(\d+)\s*(?:-{1,3}|–)\s*([^\W\d_]*)(\d+)")
_DASHES = re.compile(r"(?<=\w)\s{0,9}(?:-{1,3}|–)\s{0,9}(?=\w)")
# Two words at a hyphen, none of which is a roman numeral.
_WORDS = re.compile(r"(?i)^(?![ivxlcdm]+-[ivxlcdm]+$)[^\W\d]{2,}-[^\W\d]{2,}$")
_MIXED = re.compile(r"\d[^\W\d_]|[^\W\d_]\d")


def page_ranges(text: str, form: str | None = None, delimiter: str = "–") -> str:
    r"""Give pages with their ranges in a page range format.

    `delimiter` is the locale's term ``page-range-delimiter``. A hyphen
    escaped with ``\`` stands as it is.

    >>> [page_ranges("321-328", form) for form in (None, "expanded", "minimal", "minimal-two")]
    ['321–328', '321–328', '321–8', '321–28']
    >>> page_ranges("1-40", "minimal-two"), page_ranges("42-5, 110--15", "expanded")
    ('1–40', '42–45, 110–115')
    >>> [page_ranges(p, "chicago-16") for p in ("100-104", "107-108", "1496-1504")]
    ['100–104', '107–8', '1496–504']
    """
    if "-" not in text and "–" not in text:
        return text
    escaped = text.replace("\\-", "\0")
    parts = re.split(r"(\s{0,9}[,;&]\s{0,9})", escaped)
    found = "".join(
        _one(part, form, delimiter) if place % 2 == 0 else part for place, part in enumerate(parts)
    )
    return found.replace("\0", "-")


def _one(text: str, form: str | None, delimiter: str) -> str:
    match = _RANGE.fullmatch(text.strip())
    if _WORDS.search(text):
        return text  # No pages, whatever stands there.
    if match is None or match[1] != match[3]:
        # Pages of different letters are no range that could be shortened.
        keeps_hyphen = form is not None and _MIXED.search(text)
        return _DASHES.sub("-" if keeps_hyphen else delimiter, text)
    letters, first, _, last = match.groups()
    if form is None:
        return f"{letters}{first}{delimiter}{letters}{last}"
    return letters + first + delimiter + _last(letters, first, last, form)


def _last(letters: str, first: str, last: str, form: str) -> str:
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    if form == "expanded":
        return letters + last
    if int(last) < int(first) or len(last) != len(first):
        return last
    return last[-_kept_digits(first, last, form) :]


def _kept_digits(first: str, last: str, form: str) -> int:
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

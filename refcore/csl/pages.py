"""Page ranges shortened as a style wants them.

Source: CSL 1.0.2, Appendix V "Page Range Formats".
"""

from __future__ import annotations

import re

__all__ = ["shortened_pages"]

_RANGE = re.compile(r"([A-Za-z]*)(\d+)\s*[-–]+\s*\1(\d+)")


def shortened_pages(pages: str, form: str | None) -> str:
    """Give page ranges in a page range format, with hyphens between first and last.

    >>> [shortened_pages("321--328", form) for form in (None, "expanded", "minimal", "minimal-two")]
    ['321-328', '321-328', '321-8', '321-28']
    >>> [shortened_pages(p, "chicago") for p in ("100-104", "107-108", "1-40", "1496-1504")]
    ['100-104', '107-8', '1-40', '1496-504']
    """
    pages = re.sub(r"\s*-{2,}\s*", "-", pages)
    return _RANGE.sub(lambda match: _shortened(match, form), pages)


def _shortened(match: re.Match[str], form: str | None) -> str:
    letters, first, last = match[1], match[2], match[3]
    if form is None:
        return f"{letters}{first}-{letters}{last}"
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    if form == "expanded" or len(last) != len(first):
        return f"{letters}{first}-{letters}{last}"
    kept = _kept_digits(first, last, form)
    return f"{letters}{first}-{letters if kept == len(last) else ''}{last[-kept:]}"


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
        return len(last) if form == "chicago-15" or differing == 4 else differing
    if number % 100 < 10:
        return differing
    return min(max(differing, 2), len(last))

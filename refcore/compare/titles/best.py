"""The best comparison of a title with the titles of a record; what holds for books alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from refcore.compare.titles.comparing import TitleComparison, TitleKind, compare_titles
from refcore.compare.titles.cut import JOINTS
from refcore.compare.titles.difference import TitleDifference
from refcore.compare.titles.variants import SUBTITLE_ADDED
from refcore.compare.titles.words import title_words
from refcore.text.patterns import regex

__all__ = ["best_title"]


def best_title(
    claimed: str, actual: Iterable[str], *, is_label: bool = False, is_book: bool = False
) -> TitleComparison | None:
    """Compare a title with each title of a record, and return the best comparison.

    A record may have the title with and without its subtitle, the original title, translations.
    One word can be the whole title of a book, and catalogues leave out what follows.

    Args:
        claimed: The title that a reference has.
        actual: The titles of the record.
        is_label: Whether the claim is the text of a link, as in `compare_titles`.
        is_book: Whether the work is a book.

    Returns:
        The best comparison, None if the record has no title.

    >>> best_title("Licht", ["Light", "Licht"]).kind.value
    'same'
    >>> best_title("Light: A Guide", ["Light"], is_book=True).kind.value
    'variant'
    """
    titles = [title for title in actual if title]
    if len(titles) == 1 and not is_book:
        return compare_titles(claimed, titles[0], is_label=is_label)
    found = [compare_titles(claimed, title, is_label=is_label) for title in titles]
    found = [one for one in found if not _has_other_subtitle(one, found)] or found
    if is_book:
        found += filter(None, (_without_subtitle(claimed, title) for title in titles))
        found += filter(None, (_without_meeting(claimed, title) for title in titles))
        found += filter(None, (_begun(claimed, title) for title in titles))
    if len(found) == 1:
        return found[0]
    order = (TitleKind.SAME, TitleKind.VARIANT, TitleKind.DIFFERENT)
    return min(found, key=lambda one: (order.index(one.kind), -one.likeness), default=None)


def _has_other_subtitle(one: TitleComparison, found: Sequence[TitleComparison]) -> bool:
    """Return whether a claim adds a subtitle to a title that has another one in the record.

    >>> best_title("Moss: The Roots", ["Moss", "Moss: The Leaves of the North"]).kind.value
    'different'
    """
    if one.difference is not TitleDifference.SUBTITLE or one.rule != SUBTITLE_ADDED:
        return False
    words = title_words(one.actual)
    return any(
        len(whole := title_words(other.actual)) > len(words)
        and whole[: len(words)] == words
        and other.kind is TitleKind.DIFFERENT
        for other in found
    )


def _without_subtitle(claimed: str, actual: str) -> TitleComparison | None:
    """Compare two titles of books of which only one has a subtitle; otherwise return None."""
    (ours, colon, _), (theirs, other, _) = claimed.partition(":"), actual.partition(":")
    if bool(colon) is bool(other) or title_words(ours) != title_words(theirs):
        return None
    difference = TitleDifference.SUBTITLE
    rule = SUBTITLE_ADDED if colon else "the subtitle is left out"
    return TitleComparison(TitleKind.VARIANT, claimed, actual, 1.0, rule, difference)


def _without_meeting(claimed: str, actual: str) -> TitleComparison | None:
    """Compare two titles of proceedings of which one lacks place and date; otherwise return None.

    >>> long = "Gulls - GULL 2020 - 5th Conference, Bergen, Norway, June 1-3, 2020, Proceedings"
    >>> best_title("Gulls -- GULL 2020", [long], is_book=True).rule
    'the place or the date of the meeting is left out'
    """
    short, long = sorted((claimed, actual), key=len)
    words = title_words(short)
    if len(words) < _LEAST_WORDS or not _MEETING.search(long):
        return None
    ends = (found.start() for found in _PART_OF_MEETING.finditer(long[:_MOST_OF_MEETING]))
    if not any(title_words(long[:end]) == words for end in ends):
        return None
    done = "left out" if short is claimed else "added"
    rule = f"the place or the date of the meeting is {done}"
    return TitleComparison(TitleKind.VARIANT, claimed, actual, 1.0, rule, TitleDifference.SUBTITLE)


def _begun(claimed: str, actual: str) -> TitleComparison | None:
    """Compare two titles of which one is the beginning of the long title of an old book.

    >>> long = "On the Moss of Bogs by Means of Glass, or the Preservation of Small Leaves in Rain"
    >>> best_title("On the moss of bogs", [long], is_book=True).rule
    'the end of the title is left out'
    """
    short, long = sorted((title_words(claimed), title_words(actual)), key=len)
    if not _LEAST_WORDS < len(short) < len(long) or len(long) < _LONG_OF_BOOK:
        return None
    if long[: len(short)] != short or long[len(short)] not in JOINTS:
        return None
    done = "left out" if long == title_words(actual) else "added"
    rule = f"the end of the title is {done}"
    return TitleComparison(TitleKind.VARIANT, claimed, actual, 1.0, rule, TitleDifference.CUT_SHORT)


_LONG_OF_BOOK: Final = 15
_LEAST_WORDS: Final = 3
_MOST_OF_MEETING: Final = 400
_MEETING: Final = regex(r"\b(?:proceedings|conference|symposium|workshop|meeting|congress)\b", re.I)
_PART_OF_MEETING: Final = regex(r",\s|\.\s|\s[–—-]+\s")

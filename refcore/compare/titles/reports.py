"""The end of a title that says only what kind of report it is: a case report, a review."""

from __future__ import annotations

from typing import Final, NamedTuple

from refcore.compare.titles.spellings import number
from refcore.compare.titles.words import title_words
from refcore.text.patterns import regex

__all__ = ["ReportTail", "report_tail"]

# What such an end is about, with the plural that counts as the same word.
_KINDS: Final = {
    "case": "case", "cases": "case", "report": "report", "reports": "report",
    "review": "review", "reviews": "review", "literature": "literature",
    "series": "series", "systematic": "systematic", "metaanalysis": "metaanalysis",
    "meta": "meta", "analysis": "analysis", "scoping": "scoping", "narrative": "narrative",
    "study": "study", "studies": "study", "trial": "trial", "trials": "trial", "cohort": "cohort",
    "observational": "observational", "randomized": "randomized", "randomised": "randomized",
    "controlled": "controlled", "clinical": "clinical", "updated": "updated",
    "comprehensive": "comprehensive", "brief": "brief",
}  # fmt: skip
_SMALL: Final = frozenset("a an and of on the with".split())
_SURE: Final = frozenset(("report", "review", "series", "analysis", "metaanalysis"))
_SIGN: Final = regex(r"\s?[:.;–—,?!]\s+|\s-\s+")
_LONGEST: Final = 80


class ReportTail(NamedTuple):
    """The title without such an end, the words that say the kind, and the number of cases."""

    head: str
    kinds: frozenset[str]
    cases: int | None

    def is_like(self, other: ReportTail) -> bool:
        """Return whether two ends can be of one paper: one says all that the other says.

        >>> one, two = report_tail("Moss: a report of two cases"), report_tail("Moss: case reports")
        >>> one.is_like(two), one.is_like(one._replace(cases=3))
        (True, False)
        """
        if None not in (self.cases, other.cases) and self.cases != other.cases:
            return False
        return self.kinds <= other.kinds or other.kinds <= self.kinds


def report_tail(title: str) -> ReportTail | None:
    """Return what the end of a title says of the kind of the report, or None if it has no such end.

    >>> sorted(report_tail("Moss rash: report of two cases and review of the literature").kinds)
    ['case', 'literature', 'report', 'review']
    >>> report_tail("Moss rash: a report of the committee")
    """
    for sign in _SIGN.finditer(title, max(0, len(title) - _LONGEST)):
        found = _read(title[: sign.start()], title_words(title[sign.end() :]))
        if found is not None:
            return found
    return None


def _read(head: str, words: list[str]) -> ReportTail | None:
    kinds, count = set(), None
    for word in words:
        if word in _KINDS:
            kinds.add(_KINDS[word])
        elif word not in _SMALL:
            count = number(word) if count is None else None
            if count is None:
                return None
    return ReportTail(head, frozenset(kinds), count) if kinds & _SURE and head.strip() else None

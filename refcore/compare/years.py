"""The comparison of a reference's year with the years of a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from refcore.compare.agreement import Agreement, FieldComparison
from refcore.text.patterns import regex

__all__ = ["compare_years", "meeting_years", "year_within"]

# A print volume may be dated up to a year after it appears.
_AHEAD = 1
# Types whose year differs between online, issue and print; that of proceedings is fixed.
_MOVING = frozenset(("article-journal", "article-magazine", "book", "chapter", "article"))


def compare_years(
    claimed: int,
    years: Mapping[str, Iterable[int]],
    *,
    related: Iterable[int] = (),
    type: str = "article-journal",  # noqa: A002 - the word of CSL
    today: int | None = None,
) -> FieldComparison | None:
    """Compare a year with every year of a record, by kind (print, online, posted …).

    `related` are the years of the preprint, or of the article that the preprint became. `today`
    is the present year: a later year is false, whatever the work. `type` is the CSL type of the
    work. Returns None if there is nothing to compare.

    >>> compare_years(2020, {"print": [2021], "online": [2020]}).kind.value
    'same'
    >>> compare_years(2035, {}, today=2026).difference
    'ahead'
    """
    known = {year for kind in years.values() for year in kind if year > 0}
    actual = str(claimed) if known == {claimed} else _listed(years)

    def found(kind: Agreement, difference: str, rule: str) -> FieldComparison:
        return FieldComparison("year", kind, difference, str(claimed), actual, rule)

    if claimed in known:
        return found(Agreement.SAME, "none", "the record has the year")
    if today is not None and claimed > today + _AHEAD:
        return found(Agreement.DIFFERENT, "ahead", f"the year {claimed} lies ahead")
    if not known:
        return None
    if claimed in set(related):
        rule = "the year is that of another version, such as the preprint"
        return found(Agreement.VARIANT, "version", rule)
    if type in _MOVING and _is_put_online_later(claimed, years):
        return found(Agreement.VARIANT, "online", f"the record has {actual}, of an older work")
    if type in _MOVING and min(abs(claimed - year) for year in known) == 1:
        return found(Agreement.VARIANT, "one-year", f"the record has {actual}, one year off")
    return found(Agreement.DIFFERENT, "year", f"the record has {actual}")


def year_within(first: int, last: int, known: Iterable[int]) -> int:
    """Return the year of a claimed range that a record has, or else the first one.

    A work in volumes, and a book with the year of its first edition, have more than one year.

    >>> year_within(1998, 2004, [2001]), year_within(1998, 2004, [2011])
    (2001, 1998)
    """
    return next((year for year in known if first <= year <= last), first)


def meeting_years(proceedings: str, type: str) -> tuple[int, ...]:  # noqa: A002 - the word of CSL
    """Return the years that proceedings name: some are printed the year after the meeting.

    `type` is the CSL type of the paper.

    >>> meeting_years("2021 IEEE 62nd Symposium on Moss", "paper-conference")
    (2021,)
    >>> meeting_years("MOSS ’93", "chapter"), meeting_years("Moss 1993", "article-journal")
    ((1993,), ())
    """
    if type not in _OF_MEETINGS:
        return ()
    short = (int(year) for year in _SHORT_YEAR.findall(proceedings))
    return (
        *map(int, _YEAR.findall(proceedings)),
        *(year + (1900 if year > _LAST_SHORT else 2000) for year in short),
    )


def _is_put_online_later(claimed: int, years: Mapping[str, Iterable[int]]) -> bool:
    """Return whether a record has only the year in which an older work was put online.

    >>> [_is_put_online_later(year, {"online": [year + 9]}) for year in (1994, 2009)]
    [True, False]
    """
    kinds = {kind for kind, some in years.items() if any(some)}
    online = {year for year in years.get("online", ()) if year > 0}
    if not online or not kinds <= {"online", "issued"} or set(years.get("issued", ())) - online:
        return False
    return claimed < min(online) and claimed <= _LAST_OLDER


# Journals put their back files online; later issues were online from the first.
_LAST_OLDER = 2000
_OF_MEETINGS = frozenset(("paper-conference", "chapter"))
_YEAR = regex(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SHORT_YEAR = regex(r"(?<=[A-Za-z])\s?['’‘]\s?([0-9]{2})(?![0-9])")
_LAST_SHORT = 50


def _listed(years: Mapping[str, Iterable[int]]) -> str:
    by_year: dict[int, list[str]] = {}
    for kind, some in years.items():
        for year in some:
            if year > 0:
                by_year.setdefault(year, []).append(kind)
    if len(by_year) == 1:
        return str(next(iter(by_year)))
    return ", ".join(f"{year} ({', '.join(kinds)})" for year, kinds in sorted(by_year.items()))

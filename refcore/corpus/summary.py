"""Verdicts of a corpus counted: all, and by venue, year and source."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import duckdb

from refcore.errors import UnreadableInput
from refcore.verification.verdict import Verdict

__all__ = ["Counted", "Summary", "summarise"]

# What a table of the summary is of, and the column or expression that it counts by.
_BY: Final = {
    "venue": "coalesce(venue, '')",
    "year": "coalesce(cast(year AS VARCHAR), '')",
    "source": "coalesce(source, split_part(work, ':', 1), '')",
}
# A year has few values and is read in order; of the others the most frequent are shown.
_MOST: Final = 30


@attrs.frozen
class Counted:
    """How many references of one venue, year or source have each verdict.

    >>> Counted("Nature", {"confirmed": 2}).verdicts["confirmed"]
    2
    """

    name: str
    verdicts: Mapping[str, int]

    @property
    def total(self) -> int:
        """The number of references."""
        return sum(self.verdicts.values())


@attrs.frozen
class Summary:
    """The verdicts of a corpus: all of them, and by venue, year and source.

    `tables` holds the most frequent venues and sources, and every year in order; `left` says
    of each how many references are of none that is shown.

    >>> Summary({"confirmed": 2}, {"year": [Counted("2020", {"confirmed": 2})]}, {}).verdicts
    {'confirmed': 2}
    """

    verdicts: Mapping[str, int]
    tables: Mapping[str, Sequence[Counted]]
    left: Mapping[str, int]

    @property
    def total(self) -> int:
        """The number of references."""
        return sum(self.verdicts.values())


def summarise(folder: str | os.PathLike[str]) -> Summary:
    """Count the verdicts in a folder that `verify_corpus` wrote.

    Args:
        folder: The folder of the verdicts.

    Returns:
        The verdicts in all, and by venue, year and source.

    Raises:
        UnreadableInput: The folder has no verdicts.
    """
    files = sorted(str(path) for path in Path(folder).glob("part-*/*.parquet"))
    if not files:
        raise UnreadableInput(f"{folder} has no verdicts; make them with 'refcore corpus verify'")
    with duckdb.connect() as database:
        table = database.read_parquet(files)
        database.register("verdicts", table)
        rows = database.sql("SELECT verdict, count(*) FROM verdicts GROUP BY ALL").fetchall()
        verdicts = _ordered(dict(rows))
        tables = {by: _counted(database, of) for by, of in _BY.items()}
    total = sum(verdicts.values())
    shown = {by: _shown(by, found) for by, found in tables.items()}
    left = {by: total - sum(one.total for one in found) for by, found in shown.items()}
    return Summary(verdicts, shown, left)


def _counted(database: Any, of: str) -> list[Counted]:
    query = f"SELECT {of} AS name, verdict, count(*) FROM verdicts GROUP BY ALL"  # noqa: S608 - a row of _BY
    found: dict[str, dict[str, int]] = {}
    for name, verdict, count in database.sql(query).fetchall():
        found.setdefault(name, {})[verdict] = count
    return [Counted(name, _ordered(counts)) for name, counts in found.items()]


def _shown(by: str, found: Sequence[Counted]) -> list[Counted]:
    if by == "year":
        return sorted(found, key=lambda one: one.name)[-2 * _MOST :]
    return sorted(found, key=lambda one: (-one.total, one.name))[:_MOST]


def _ordered(counts: Mapping[str, int]) -> dict[str, int]:
    """Return counts in the order of the verdicts."""
    return {str(one): counts[str(one)] for one in Verdict if str(one) in counts}

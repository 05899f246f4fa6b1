"""Lists that are right for another version of a paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from refcore.compare import DifferenceKind, compare_authors
from refcore.model.identifiers import ArxivId, Identifier
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.records.record import Record

__all__ = ["describe_change", "earlier_versions", "find_version", "other_versions"]

# A paper with more versions changes all the time; nobody cites it by its authors.
MOST_VERSIONS = 20
_ADDED = (DifferenceKind.MISSING, DifferenceKind.GROUP_MISSING)
_DROPPED = (DifferenceKind.EXTRA, DifferenceKind.GROUP_EXTRA)


def earlier_versions(record: Record) -> list[ArxivId]:
    """Return the ids of the versions before a record's, the newest first."""
    last = record.version - 1
    if not isinstance(record.id, ArxivId):
        return []
    return [record.id.with_version(v) for v in range(last, max(0, last - MOST_VERSIONS), -1)]


def find_version(claimed: Sequence[str] | Authors, records: Iterable[Record]) -> Record | None:
    """Return the first record whose list matches the claimed one, or None."""
    for record in records:
        if compare_authors(claimed, record.names).is_right:
            return record
    return None


def other_versions(reference: Reference, record: Record) -> list[Identifier]:
    """Return the ids to try if a list does not match the record it was compared with.

    If a version is cited, the latest is among them.
    """
    cited = reference.arxiv_from_any
    latest = [record.work] if cited and cited.version is not None and record.version else []
    return [*latest, *earlier_versions(record)]


def describe_change(of: Record, to: Record) -> str:
    """Say how a list changed from one version to the other.

    >>> from refcore.records.record import RecordAuthor
    >>> names = ["Bo Fei", "Aili Chen", "Lin Li"]
    >>> one, two = (
    ...     Record(
    ...         id=ArxivId("2506.13585", v),
    ...         source="arxiv",
    ...         authors=[RecordAuthor(n) for n in names[: v + 1]],
    ...     )
    ...     for v in (1, 2)
    ... )
    >>> describe_change(one, two)
    'this is the list of v1; v2 added Lin Li'
    """
    differences = compare_authors(of.names, to.names).differences
    added = [found.actual for found in differences if found.kind in _ADDED]
    dropped = [found.claimed for found in differences if found.kind in _DROPPED]
    rest = [
        found.rule
        for found in differences
        if found.is_breaking and found.kind not in (*_ADDED, *_DROPPED)
    ]
    parts = [
        f"{verb} {_listed(names)}"
        for verb, names in (("added", added), ("left out", dropped))
        if names
    ]
    if rest:
        parts.append(f"changed {len(rest)} more" if parts else f"differs: {rest[0]}")
    said = f"; v{to.version} {' and '.join(parts)}" if parts else ""
    return f"this is the list of v{of.version}{said}"


def _listed(names: Sequence[str]) -> str:
    """Return some names in words.

    >>> _listed(["Bo Fei", "Al Roe"]), _listed(["A", "B", "C", "D"])
    ('Bo Fei and Al Roe', '4 names, A first')
    """
    if len(names) <= 3:
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    return f"{len(names)} names, {names[0]} first"

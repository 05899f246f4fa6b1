"""The way from references to reports: look up once, then check each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, overload

import attrs

from refcore.arxiv.lookup import Lookup
from refcore.arxiv.record import ArxivRecord
from refcore.model.claims import Claim
from refcore.model.identifiers import ArxivId
from refcore.model.library import Library
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.verification.check import check
from refcore.verification.report import Report
from refcore.verification.versions import earlier_versions

if TYPE_CHECKING:
    from refcore.arxiv.source import Arxiv

__all__ = ["fetch", "verify", "verify_authors"]


def _source(arxiv: Arxiv | None, path: str | None = None) -> Arxiv:
    if arxiv is not None:
        return arxiv
    from refcore.arxiv.source import Arxiv

    return Arxiv.default(near=[path] if path else [])


@overload
def verify(
    references: Reference,
    *,
    arxiv: Arxiv | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report: ...
@overload
def verify(
    references: Library | Iterable[Reference],
    *,
    arxiv: Arxiv | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Report]: ...
def verify(
    references: Reference | Library | Iterable[Reference],
    *,
    arxiv: Arxiv | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report | list[Report]:
    """Hold references against arXiv's records.

    Takes one reference and gives a `Report`, or many and gives a list of
    them in the same order, with as few requests as the ids allow. `arxiv` is
    where records come from: by default the lock file beside the library's
    file or under the working folder, then the user's cache, then the network.
    `progress` is called with how many ids are done and how many there are.
    Never raises for a fault of the network: such references are *unchecked*.
    """
    if isinstance(references, Reference):
        return _verify_all([references], None, _source(arxiv), progress)[0]
    if isinstance(references, Library):
        source = _source(arxiv, references.path)
        return _verify_all(list(references), references, source, progress)
    return _verify_all(list(references), None, _source(arxiv), progress)


def _verify_all(
    references: Sequence[Reference],
    library: Library | None,
    arxiv: Arxiv,
    progress: Callable[[int, int], None] | None,
) -> list[Report]:
    ids = {reference.arxiv_from_any: None for reference in references}
    lookups = arxiv.lookup([found for found in ids if found], progress=progress)
    jobs = [_job(reference, library, lookups, arxiv) for reference in references]
    reports = [job.report() for job in jobs]
    return _with_versions(jobs, reports, arxiv)


@attrs.frozen
class _Job:
    """All that the check of one reference needs."""

    reference: Reference
    lookup: Lookup | None
    claims: tuple[Claim, ...]
    related: tuple[ArxivRecord, ...]

    def report(self, versions: Sequence[ArxivRecord] = ()) -> Report:
        return check(
            self.reference,
            self.lookup,
            claims=self.claims,
            related=self.related,
            versions=versions,
        )


def _job(
    reference: Reference,
    library: Library | None,
    lookups: Mapping[ArxivId, Lookup],
    arxiv: Arxiv,
) -> _Job:
    arxiv_id = reference.arxiv_from_any
    return _Job(
        reference,
        lookups[arxiv_id] if arxiv_id else None,
        library.claims.get(reference.key, ()) if library else (),
        () if arxiv_id else tuple(arxiv.about(reference)),
    )


def _with_versions(jobs: Sequence[_Job], reports: Sequence[Report], arxiv: Arxiv) -> list[Report]:
    """Check lists that are not the latest version's against the versions before it."""
    wanted = {
        at: earlier_versions(report.record)
        for at, report in enumerate(reports)
        if report.record and report.comparison and report.comparison.is_wrong
    }
    lookups = arxiv.lookup([found for ids in wanted.values() for found in ids])
    result = list(reports)
    for at, ids in wanted.items():
        records = [record for found in ids if (record := lookups[found].record)]
        if records:
            result[at] = jobs[at].report(records)
    return result


def verify_authors(
    names: Sequence[str] | Authors, arxiv_id: ArxivId | str, *, arxiv: Arxiv | None = None
) -> Report:
    """Hold a list of names against the record of one arXiv id.

    Takes the names as people write them, or an `Authors` list; raises
    `refcore.errors.InvalidIdentifier` for an impossible id.
    """
    wanted = ArxivId.parse(arxiv_id) if isinstance(arxiv_id, str) else arxiv_id
    authors = names if isinstance(names, Authors) else _authors(names)
    key = str(wanted)
    return verify(Reference(key, "article", authors=authors, arxiv=wanted), arxiv=arxiv)


def _authors(names: Sequence[str]) -> Authors:
    from refcore.compare import read_authors

    return read_authors(names)


def fetch(
    arxiv_id: ArxivId | str, *, key: str | None = None, arxiv: Arxiv | None = None
) -> Reference:
    """Give the reference that arXiv's record of an id makes.

    Raises `refcore.errors.InvalidIdentifier` for an impossible id,
    `ArxivNotFound` where arXiv has no such paper, and `ArxivUnavailable`
    where neither lock, cache nor network has the record.
    """
    wanted = ArxivId.parse(arxiv_id) if isinstance(arxiv_id, str) else arxiv_id
    record = _source(arxiv).fetch(wanted)
    return record.to_reference(key, version_cited=wanted.version)

"""The checks of many references, on as many cores as there are."""

from __future__ import annotations

import os
from collections.abc import Sequence

import attrs

from refcore.arxiv.lookup import Lookup
from refcore.arxiv.record import ArxivRecord
from refcore.model.claims import Claim
from refcore.model.reference import Reference
from refcore.verification.check import check
from refcore.verification.found import Found
from refcore.verification.report import Report

__all__ = ["Job", "run_jobs"]

# Below this the start of a process costs more than it saves.
JOBS_PER_PROCESS = 2000


@attrs.frozen
class Job:
    """All that the check of one reference needs; plain values, to be sent to a process."""

    reference: Reference
    lookup: Lookup | None
    claims: tuple[Claim, ...] = ()
    related: tuple[ArxivRecord, ...] = ()
    versions: tuple[ArxivRecord, ...] = ()
    found: Found | None = None
    search_reason: str = ""

    def run(self) -> Report:
        """Check the reference."""
        return check(
            self.reference,
            self.lookup,
            claims=self.claims,
            related=self.related,
            versions=self.versions,
            found=self.found,
            search_reason=self.search_reason,
        )


def run_jobs(jobs: Sequence[Job], workers: int | None = None) -> list[Report]:
    """Run the jobs and give their reports in the same order.

    `workers` is the number of processes at most, by default that of the
    cores; few jobs are run in this process.
    """
    wanted = min(workers or os.cpu_count() or 1, len(jobs) // JOBS_PER_PROCESS)
    if wanted < 2:
        return [job.run() for job in jobs]
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    size = max(250, len(jobs) // (wanted * 8))
    chunks = [jobs[start : start + size] for start in range(0, len(jobs), size)]
    # Spawned, as a fork would copy threads and locks in an unknown state.
    with ProcessPoolExecutor(wanted, mp_context=get_context("spawn")) as pool:
        return [report for reports in pool.map(_run, chunks) for report in reports]


def _run(jobs: Sequence[Job]) -> list[Report]:
    return [job.run() for job in jobs]

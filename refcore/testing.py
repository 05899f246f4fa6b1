"""For test suites of papers and sites: fail where a reference is not what arXiv says."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from refcore.diagnostics import Severity

if TYPE_CHECKING:
    from refcore.records.sources import Sources

__all__ = ["assert_verified"]


def assert_verified(
    path: str | os.PathLike[str],
    *,
    arxiv: Sources | None = None,
    unchecked: bool = False,
    without_id: bool = True,
) -> None:
    """Fail with `AssertionError` unless every reference of a file is confirmed.

    `arxiv` is where records come from, see `refcore.verify`; with a lock file
    beside the file no network is needed. `unchecked=True` lets pass what could
    not be checked, as when the network is down; `without_id=False` also fails
    for references without an arXiv id.
    """
    from refcore.formats import load
    from refcore.verification.verify import verify

    library = load(path)
    reports = verify(library, arxiv=arxiv)
    failed = [str(found) for found in library.diagnostics if found.severity is Severity.ERROR]
    for report in reports:
        has_id = report.reference.arxiv_from_any is not None
        is_open = report.is_unchecked and not (unchecked or (without_id and not has_id))
        if report.is_contradicted or report.is_suspect or is_open:
            failed.append(str(report))
    if failed:
        raise AssertionError("\n".join([f"{path}: {len(failed)} not verified", *failed]))

"""For test suites of papers and sites: fail if a reference differs from its record."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from refcore.diagnostics import Severity
from refcore.errors import RefcoreError

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

    A file that cannot be read and a file without references fail too. pytest shows the call and
    the message, and no code of refcore.

    Args:
        path: The file of references.
        arxiv: Where records come from, as in `refcore.verify`. With a lock file beside the file,
            no network is needed.
        unchecked: Whether references that could not be checked pass, as when the network is down.
        without_id: Whether references without an identifier pass.

    Raises:
        AssertionError: The message has the reports of what is wrong.

    >>> assert_verified("no.bib")
    Traceback (most recent call last):
    AssertionError: ...
    """
    __tracebackhide__ = True  # pytest leaves this function out of what it shows
    if message := _failure(path, arxiv, unchecked=unchecked, without_id=without_id):
        raise AssertionError(message)


def _failure(
    path: str | os.PathLike[str], arxiv: Sources | None, *, unchecked: bool, without_id: bool
) -> str:
    """Return what is wrong with the references of a file, an empty text if nothing is."""
    from refcore.formats import load
    from refcore.verification.case import identifiers_of
    from refcore.verification.verify import verify

    name = os.fspath(path)
    try:
        library = load(path)
        reports = verify(library, arxiv=arxiv)
    except (RefcoreError, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return reason if name in reason else f"{name}: {reason}"
    failed = [str(found) for found in library.diagnostics if found.severity is Severity.ERROR]
    for report in reports:
        has_id = bool(identifiers_of(report.reference))
        is_open = report.is_unchecked and not (unchecked or (without_id and not has_id))
        if report.is_contradicted or report.is_suspect or is_open:
            failed.append(str(report))
    if not failed and not len(library):
        return f"{name}: the file has no references; expected at least one to verify"
    return "\n".join([f"{name}: {len(failed)} not verified", *failed]) if failed else ""

"""`averify`: `verify` for programs that do other work while the network is waited for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, overload

from refcore.files.paths import PathLike
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.net.stop import Stop, check
from refcore.verification.report import Report
from refcore.verification.reports import Reports
from refcore.verification.verify import verify

if TYPE_CHECKING:
    from refcore.net.links import LinkClient
    from refcore.records.sources import Progress, Sources

__all__ = ["averify"]


@overload
async def averify(
    references: Reference,
    *,
    arxiv: Sources | None = None,
    lookup: bool = False,
    links: bool | LinkClient = False,
    progress: Progress | None = None,
    today: datetime.date | None = None,
) -> Report: ...
@overload
async def averify(
    references: PathLike | Library | Iterable[Reference],
    *,
    arxiv: Sources | None = None,
    lookup: bool = False,
    links: bool | LinkClient = False,
    progress: Progress | None = None,
    today: datetime.date | None = None,
) -> Reports: ...
async def averify(
    references: PathLike | Reference | Library | Iterable[Reference],
    *,
    arxiv: Sources | None = None,
    lookup: bool = False,
    links: bool | LinkClient = False,
    progress: Progress | None = None,
    today: datetime.date | None = None,
) -> Report | Reports:
    """Compare references with the records of the sources, and let other tasks run meanwhile.

    It runs `verify` in a worker thread. A cancelled call ends at once: the request that is under
    way ends in the background, and no other one is made. Calls may share one `arxiv`, and then
    keep its pace together.

    Args:
        references, arxiv, lookup, links, today: As in `verify`.
        progress: As in `verify`; it is called in the thread of the event loop.

    Returns:
        What `verify` returns.

    Raises:
        TypeError, ValueError, RefcoreError, OSError: As `verify` does.

    >>> import asyncio
    >>> from refcore import ArxivId, Lock, Record, Sources
    >>> paper = Record(id=ArxivId("2506.13585", 1), source="arxiv", title="On Moss")
    >>> found = averify([paper.to_reference("moss")], arxiv=Sources(Lock([paper])))
    >>> [report.reference.key for report in asyncio.run(found)]
    ['moss']
    """
    from anyio import from_thread, to_thread

    stop = Stop()

    def show(done: int, total: int) -> None:
        check()
        if progress is not None:
            from_thread.run_sync(progress, done, total)

    def run() -> Report | Reports:
        with stop.in_force():
            return verify(
                references, arxiv=arxiv, lookup=lookup, links=links, progress=show, today=today
            )

    try:
        return await to_thread.run_sync(run, abandon_on_cancel=True)
    finally:
        stop.set()

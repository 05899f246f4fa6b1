"""A record as arXiv states it: what the fields of its answers mean."""

from __future__ import annotations

from collections.abc import Iterable

from refcore.latex import decode
from refcore.model.dates import Date
from refcore.model.frozen import FrozenDict
from refcore.model.identifiers import ArxivId, Doi
from refcore.records.record import Notice, Record, RecordAuthor, Relation, check_version

__all__ = ["arxiv_record"]


def arxiv_record(
    id: ArxivId,  # noqa: A002 - the name of the record's field
    title: str,
    authors: Iterable[RecordAuthor] = (),
    *,
    source: str = "",
    retrieved: str = "",
    about: Iterable[str] = (),
    published: Date | None = None,
    updated: Date | None = None,
    primary_category: str = "",
    categories: Iterable[str] = (),
    summary: str = "",
    comment: str = "",
    journal_ref: str = "",
    doi: Doi | None = None,
    is_withdrawn: bool = False,
) -> Record:
    """Return the record of one version of a paper.

    `title` is written with TeX commands, as arXiv gives it. `source` says where the record
    came from, `retrieved` when, `about` what else it is about. The others are what arXiv states
    beside the title and the authors, each of which can be missing; `doi` and `journal_ref` are
    those of the published paper. Source: arXiv API User's Manual, section 3.3.2.

    Raises `InvalidIdentifier` for an id without a version.

    >>> arxiv_record(ArxivId("2506.13585", 1), r"The \\emph{First}", ()).title
    'The <i>First</i>'
    """
    check_version(id)
    dates: dict[str, Date] = {}
    if published:
        dates["issued"] = published
    if updated:
        dates["updated"] = updated
    details = {"primary_category": primary_category} if primary_category else {}
    if listed := " ".join(categories):
        details["categories"] = listed
    for name, text in (("comment", comment), ("journal_ref", journal_ref), ("summary", summary)):
        if text and (tidy := " ".join(str(text).split())):
            details[name] = tidy
    return Record.prepared(
        id,
        "arxiv",
        decode(title),
        type="article",
        authors=tuple(authors),
        dates=FrozenDict(dates),
        notices=_withdrawn(comment) if is_withdrawn else (),
        relations=(Relation("article", doi),) if doi else (),
        details=FrozenDict(details),
        via=source,
        retrieved=retrieved,
        about=tuple([" ".join(one.split()) for one in about]),
    )


def _withdrawn(comment: str) -> tuple[Notice]:
    return (Notice("withdrawn", by="arXiv", text=comment),)

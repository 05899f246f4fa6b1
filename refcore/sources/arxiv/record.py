"""A record as arXiv states it: what the fields of its answers mean."""

from __future__ import annotations

from collections.abc import Iterable

from refcore.latex import decode
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi
from refcore.records.record import Notice, Record, RecordAuthor, Relation

__all__ = ["arxiv_record"]


def arxiv_record(
    id: ArxivId,  # noqa: A002 - the name of the record's field
    title: str,
    authors: Iterable[RecordAuthor] = (),
    *,
    published: Date | None = None,
    updated: Date | None = None,
    primary_category: str = "",
    categories: Iterable[str] = (),
    summary: str = "",
    comment: str = "",
    journal_ref: str = "",
    doi: Doi | None = None,
    is_withdrawn: bool = False,
    source: str = "",
    retrieved: str = "",
    about: Iterable[str] = (),
) -> Record:
    """Return the record of one version of a paper.

    `title` is written with TeX commands, as arXiv gives it. `doi` and `journal_ref` are
    those of the published paper, `source` says where the record came from.
    Source: arXiv API User's Manual, section 3.3.2.

    Raises `InvalidIdentifier` for an id without a version.

    >>> arxiv_record(ArxivId("2506.13585", 1), r"The \\emph{First}", ()).title
    'The <i>First</i>'
    """
    further = {"comment": comment, "journal_ref": journal_ref, "summary": summary}
    return Record(
        id=id,
        source="arxiv",
        type="article",
        title=decode(title),
        authors=tuple(authors),
        dates={kind: date for kind, date in (("issued", published), ("updated", updated)) if date},
        notices=(Notice("withdrawn", by="arXiv", text=comment),) if is_withdrawn else (),
        relations=(Relation("article", doi),) if doi else (),
        details={
            "primary_category": primary_category,
            "categories": " ".join(categories),
            **{name: " ".join(text.split()) for name, text in further.items() if text},
        },
        via=source,
        retrieved=retrieved,
        about=tuple(about),
    )

"""A record as arXiv states it: what the fields of its answers mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypedDict, Unpack

from refcore.latex import decode
from refcore.model.dates import Date
from refcore.model.frozen import FrozenDict
from refcore.model.identifiers import ArxivId, Doi
from refcore.records.record import Notice, Record, RecordAuthor, Relation, check_version

__all__ = ["Stated", "arxiv_record"]


class Stated(TypedDict, total=False):
    """What arXiv states of a paper beside its title and authors; each part can be missing.

    `doi` and `journal_ref` are those of the published paper. Source: arXiv API User's Manual,
    section 3.3.2.
    """

    published: Date | None
    updated: Date | None
    primary_category: str
    categories: Iterable[str]
    summary: str
    comment: str
    journal_ref: str
    doi: Doi | None
    is_withdrawn: bool


_TEXTS: Final = ("comment", "journal_ref", "summary")


def arxiv_record(
    id: ArxivId,  # noqa: A002 - the name of the record's field
    title: str,
    authors: Iterable[RecordAuthor] = (),
    *,
    source: str = "",
    retrieved: str = "",
    about: Iterable[str] = (),
    **stated: Unpack[Stated],
) -> Record:
    """Return the record of one version of a paper.

    `title` is written with TeX commands, as arXiv gives it. `source` says where the record
    came from, `retrieved` when, `about` what else it is about.

    Raises `InvalidIdentifier` for an id without a version.

    >>> arxiv_record(ArxivId("2506.13585", 1), r"The \\emph{First}", ()).title
    'The <i>First</i>'
    """
    check_version(id)
    dates = {"issued": stated.get("published"), "updated": stated.get("updated")}
    details = {
        "primary_category": stated.get("primary_category", ""),
        "categories": " ".join(stated.get("categories", ())),
    }
    for name in _TEXTS:
        if text := stated.get(name):
            details[name] = " ".join(str(text).split())
    doi = stated.get("doi")
    return Record.prepared(
        id,
        "arxiv",
        decode(title),
        type="article",
        authors=tuple(authors),
        dates=FrozenDict({kind: date for kind, date in dates.items() if date}),
        notices=_withdrawn(stated.get("comment", "")) if stated.get("is_withdrawn") else (),
        relations=(Relation("article", doi),) if doi else (),
        details=FrozenDict({name: text for name, text in details.items() if text}),
        via=source,
        retrieved=retrieved,
        about=tuple(" ".join(one.split()) for one in about),
    )


def _withdrawn(comment: str) -> tuple[Notice]:
    return (Notice("withdrawn", by="arXiv", text=comment),)

"""``refcore search``: works by title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from refcore.cli.exit import Exit
from refcore.cli.options import SourceOptions, log_option, source_options
from refcore.cli.terminal import say
from refcore.cli.waiting import waiting
from refcore.compare.titles import TitleKind
from refcore.records.record import Record

if TYPE_CHECKING:
    from refcore.index.answers import WorkMatch
    from refcore.index.row import Row

__all__ = ["search"]

_MOST_NAMES = 3
_MOST_WORKS = 10


@click.command(
    epilog="Exit code: 0 a work was found, 1 none was found, 3 a source could not be asked."
)
@click.argument("words", nargs=-1, required=True, metavar="TITLE")
@click.option("--author", default="", help="Family name of the first author.")
@source_options
@log_option
def search(words: tuple[str, ...], author: str, origins: SourceOptions) -> None:
    """Find works by TITLE, and print identifier, title, first authors and year of each.

    If a local index has a work with exactly this title, no source is asked.

    \b
    Examples:
      refcore search "Attention is all you need" --author Vaswani
      refcore search "MiniMax-M1: Scaling Test-Time Compute" --offline
      refcore search "Deep residual learning" --sources crossref,arxiv
    """
    title = " ".join(words)
    with waiting("Searching") as seen:
        sources = origins.sources(watch=seen.watch)
        works = _works(sources.snapshot, title, author)
        if any(work.comparison.kind is TitleKind.SAME for work in works):
            found = None  # a title of the index is the same, so no source is asked
        else:
            found = sources.search(title, author)
    records = found.records if found else ()
    shown = {record.work.tagged for record in records}
    lines = {record.work.tagged: _line(record) for record in records}
    more = [match.work for match in works if _tagged(match.work) not in shown]
    lines |= {_tagged(work): _line_of(work) for work in more}
    state = _states(records, more, sources.snapshot)
    for tagged, line in lines.items():
        say("; ".join([line, *state.get(tagged, ())]))
    if found and not lines:
        say(f"refcore: {found.reason or 'nothing was found'}", err=True)
        code = Exit.UNCHECKED if found.status == "unavailable" else Exit.CONTRADICTED
        click.get_current_context().exit(code)


def _works(snapshot: object, title: str, author: str) -> list[WorkMatch]:
    """Return the works of a local index that may be meant; many have no identifier."""
    from refcore.compare import compare_names
    from refcore.index.answers import Works
    from refcore.index.works import names_of

    if not isinstance(snapshot, Works):
        return []
    found = snapshot.find_works(title, most=_MOST_WORKS)
    return [
        match
        for match in found
        if not author
        or any(compare_names(author, name).can_be_same for name in names_of(match.work))
    ]


def _states(
    records: Sequence[Record], works: Sequence[Row], snapshot: object
) -> dict[str, list[str]]:
    """Return what became of the works: retracted, corrected and so on, in words."""
    from refcore.records.stores import NoticeIndex
    from refcore.verification.paper import notice_findings

    said = {record.work.tagged: list(record.notices) for record in records}
    if isinstance(snapshot, NoticeIndex):
        dois = {tagged: tagged.removeprefix("doi:").casefold() for tagged in said}
        dois |= {_tagged(work): work.doi.casefold() for work in works}
        held = snapshot.notices_on({doi for doi in dois.values() if doi})
        for tagged, doi in dois.items():
            if not said.get(tagged):
                said[tagged] = [*held.get(doi, ())]
    return {
        tagged: [one.rule for one in notice_findings(notices)] for tagged, notices in said.items()
    }


def _tagged(work: Row) -> str:
    if work.doi:
        return f"doi:{work.doi}"
    return f"arXiv:{work.key}" if work.source == "arxiv" else f"{work.source}:{work.key}"


def _line_of(work: Row) -> str:
    from refcore.index.works import names_of

    return _shown(_tagged(work), work.title, names_of(work), work.year)


def _line(record: Record) -> str:
    names = [name.name for name in record.author_list]
    return _shown(record.work.tagged, record.title, names, record.year)


def _shown(tagged: str, title: str, names: Sequence[str], year: int | None) -> str:
    listed = ", ".join(names[:_MOST_NAMES]) + (" et al." if len(names) > _MOST_NAMES else "")
    return f"{tagged}  {title}. {listed}" + (f" ({year})" if year else "")

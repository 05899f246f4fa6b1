"""``refcore corpus``: references by the million, joined with records."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from refcore.cli.deliver import write_file
from refcore.cli.exit import Exit
from refcore.cli.options import dumps_argument
from refcore.cli.terminal import say
from refcore.cli.waiting import waiting
from refcore.text.counts import counted

__all__ = ["corpus"]

FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)

_MB = 1 << 20
_FOLDER = click.Path(file_okay=False, path_type=Path)
_processes = click.option(
    "--jobs",
    "processes",
    metavar="N",
    type=click.IntRange(min=0),
    help="Number of additional processes. Default: one for each core.",
)
_target = click.option(
    "-o",
    "--output",
    "--out",
    "target",
    metavar="FOLDER",
    required=True,
    type=_FOLDER,
    help="Folder to write.",
)


def _rows(help: str) -> Callable[[FC], FC]:  # noqa: A002 - click's own name
    """Return the option that says how many references are together."""
    return click.option(
        "--rows",
        default=250_000,
        show_default=True,
        metavar="N",
        type=click.IntRange(min=1),
        help=help,
    )


@click.group()
def corpus() -> None:
    """Check a corpus of references, on one machine or many.

    References, records and verdicts are Parquet tables. These commands need an extra:
    pip install 'refcore[corpus]'.

    \b
    Examples:
      refcore corpus records dblp.xml.gz crossref.tar -o records
      refcore corpus references papers/ -o references
      refcore corpus verify papers/ --records records -o verdicts.parquet
    """


@corpus.command(
    short_help="Convert dumps of records, once.",
    epilog="Exit code: 0 converted, 2 not converted; the previous folder then does not change.",
)
@dumps_argument
@_target
@click.option(
    "--partitions",
    metavar="N",
    type=click.IntRange(min=1),
    help="Number of files of each kind. Default: one for each 64 MB of dumps.",
)
@_processes
@click.pass_context
def records(
    ctx: click.Context,
    files: tuple[Path, ...],
    target: Path,
    partitions: int | None,
    processes: int | None,
) -> None:
    """Convert the records of all FILEs to one folder of Parquet files.

    A FILE is any dump that 'refcore snapshot build' reads, or a folder that this command wrote.
    Name all dumps at once: where several have the same work, this command chooses its record.

    \b
    Examples:
      refcore corpus records dblp.xml.gz arxiv-metadata.json -o records
    """
    from refcore.corpus import write_records

    with waiting("Converting (MB)") as seen:
        done = write_records(
            list(files),
            target,
            workers=_further_processes(processes),
            partitions=partitions,
            progress=lambda at, total: seen.progress(at // _MB, max(1, total // _MB)),
        )
    _tell_faults(done.faults, done.bad_lines)
    works, notices = counted(done.works, "work"), counted(done.notices, "notice")
    say(f"{done.folder}: {works}, {notices}; {counted(done.bad_lines, 'line')} skipped")
    ctx.exit(Exit.CONFIRMED)


@corpus.command(
    short_help="Convert references to Parquet.",
    epilog="Exit code: 0 converted, 2 wrong usage, no references found, or an input that cannot be "
    "read; the rest is then converted.",
)
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@_target
@_rows("References in each file.")
@_processes
@click.pass_context
def references(
    ctx: click.Context, source: Path, target: Path, rows: int, processes: int | None
) -> None:
    """Convert the references of SOURCE to Parquet.

    SOURCE is a file of references, a .jsonl file with one CSL-JSON item on each line, or a
    folder of such files.

    \b
    Examples:
      refcore corpus references papers/ -o references
    """
    from refcore.corpus import write_references

    done = write_references(source, target, rows=rows, processes=_further_processes(processes))
    _tell_faults(done.faults, done.bad)
    say(f"{target}: {counted(done.rows, 'reference')} in {counted(len(done.parts), 'file')}")
    ctx.exit(_exit_of(done.bad))


@corpus.command(
    short_help="Verify references against converted records.",
    epilog="Exit code: 0 verified, whatever the verdicts are; 2 wrong usage, or an input that "
    "cannot be read; the other references are then verified.",
)
@click.argument("source", metavar="REFERENCES", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--records",
    metavar="PATH",
    required=True,
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="Output of 'refcore corpus records', or a dump; may be repeated.",
)
@_target
@click.option(
    "--engine",
    default="local",
    show_default=True,
    type=click.Choice(["local", "dask", "ray", "spark"]),
    help="Engine that joins the tables and runs the checks.",
)
@_rows("References in each part.")
@click.option(
    "--html",
    "page",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also write the summary as an HTML page.",
)
@_processes
@click.pass_context
def verify(
    ctx: click.Context,
    source: Path,
    records: tuple[Path, ...],
    target: Path,
    engine: str,
    rows: int,
    page: Path | None,
    processes: int | None,
) -> None:
    """Verify all references of REFERENCES, and print how many have each verdict.

    REFERENCES is a file of references, a .jsonl file, a folder of such files, or the output of
    'refcore corpus references'. Repeat the same command to continue a run that was stopped.
    Several --records are first merged into one folder; of equal records the last one counts.

    \b
    Examples:
      refcore corpus verify papers/ --records records -o out --html out.html
      refcore corpus verify references --records records -o out --engine spark
    """
    from refcore.corpus import corpus_page, summarise, verify_corpus

    with waiting("Verifying (parts)") as seen:
        done = verify_corpus(
            source,
            records,
            target,
            engine=engine,
            processes=_further_processes(processes),
            rows=rows,
            progress=seen.progress,
        )
    _tell_faults(done.faults, done.bad)
    summary = summarise(target)
    for verdict, count in summary.verdicts.items():
        say(f"{count:>12,}  {verdict}")
    say(f"{summary.total:>12,}  references in {target}")
    if page is not None:
        write_file(page, corpus_page(summary).encode())
    ctx.exit(_exit_of(done.bad))


def _further_processes(processes: int | None) -> int:
    """Return how many further processes to start; one core needs none."""
    cores = os.cpu_count() or 1
    return (cores if cores > 1 else 0) if processes is None else processes


def _exit_of(bad: int) -> Exit:
    """Return the code of a run in which so many files and lines of references were not read."""
    return Exit.USAGE if bad else Exit.CONFIRMED


def _tell_faults(faults: Sequence[str], count: int) -> None:
    for fault in faults:
        say(f"refcore: {fault}", err=True)
    if count > len(faults):
        say(f"refcore: {count - len(faults)} more such lines", err=True)

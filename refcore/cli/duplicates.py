"""``refcore duplicates``: references that are the same work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcore.cli.choices import FormatName
from refcore.cli.exit import Exit
from refcore.cli.inputs import STREAM, input_format, load_input, output_format, write_output
from refcore.cli.overwriting import force_option, refuse_overwriting
from refcore.cli.terminal import say
from refcore.cli.tones import print_diagnostics
from refcore.model.library import Library
from refcore.text.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from refcore.bibtex.read import Unread
    from refcore.curation import Duplicates
    from refcore.curation.sifting import Sifted
    from refcore.model.reference import Reference

__all__ = ["duplicates"]


@click.command(
    epilog="Exit code: 0 no duplicates, 1 duplicates found, 2 wrong usage or unreadable input."
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option(
    "--merge",
    "target",
    metavar="OUT",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write all references to OUT, and merge duplicates.",
)
@click.option(
    "--to",
    "target_format",
    type=FormatName(written=True),
    metavar="FORMAT",
    help="Format of OUT. Default: by its suffix.",
)
@input_format
@force_option
@click.pass_context
def duplicates(
    ctx: click.Context,
    files: tuple[Path, ...],
    target: Path | None,
    target_format: str | None,
    source_format: str | None,
    force: bool,
) -> None:
    """Find references in the FILEs that cite the same work.

    Two references cite the same work if they share a DOI, arXiv id, PubMed id or ISBN, or have
    the same title and authors. Volumes, editions, years of a series, and a thesis and its
    article are different works.

    --merge writes one entry for each work, with the fields of all its references under the
    first key. The field ids keeps the other keys, and the renamed keys are printed. Fields that
    contradict each other are reported. OUT keeps the comments, strings and layout of the .bib
    file that it replaces, or else of the first FILE.

    \b
    Examples:
      refcore duplicates refs.bib
      refcore duplicates thesis.bib colleague.bib notes.json
      refcore duplicates thesis.bib colleague.bib --merge all.bib
    """
    from refcore.curation.sifting import find_duplicates_in

    chosen = output_format(target, target_format) if target is not None else ""
    if target not in files:
        refuse_overwriting(target, force=force)
    sources = {path: _source(path, source_format, whole=target is not None) for path in files}
    read = [_entries_of(source) for source in sources.values()]
    found = find_duplicates_in(read)
    for source in sources.values():
        print_diagnostics(source.diagnostics)
    for group in found:
        _print(group, err=str(target) == STREAM)
    if target is not None:
        libraries = {path: one for path, one in sources.items() if isinstance(one, Library)}
        _merge(libraries, found, target, chosen)
    more = sum(len(group.references) - 1 for group in found)
    said = counted(more, "duplicate") if more else "no duplicates"
    say(f"{counted(sum(map(len, read)), 'reference')}, {said}", err=True)
    ctx.exit(Exit.CONTRADICTED if found else Exit.CONFIRMED)


def _source(path: Path, format_: str | None, *, whole: bool) -> Library | Unread:
    """Read a file; where not all of it is needed, entries that become references on demand."""
    from refcore.formats import load_unread

    unread = None if whole or str(path) == STREAM else load_unread(path, format_)
    return load_input(path, format_) if unread is None else unread


def _entries_of(source: Library | Unread) -> Sifted:
    from refcore.curation.sifting import Read

    return Read([*_all_of(source)]) if isinstance(source, Library) else source


def _all_of(library: Library) -> Iterator[Reference]:
    """Yield the references, and the entries that are left out because their key is taken."""
    yield from library
    yield from library.repeated


def _print(group: Duplicates, *, err: bool) -> None:
    from refcore.latex import to_plain

    say(str(group), err=err)
    for reference in group.references:
        place = f"{reference.location}: " if reference.location else ""
        say(f"  {place}{reference.key}: {to_plain(reference.title) or 'without a title'}", err=err)


def _merge(
    libraries: dict[Path, Library], found: tuple[Duplicates, ...], target: Path, format_: str
) -> None:
    from refcore.curation.union import unite

    references = [item for library in libraries.values() for item in _all_of(library)]
    merged, changed = unite(references, found)
    for old, new in changed:
        say(f"{old} -> {new}", err=str(target) == STREAM)
    print_diagnostics(merged.diagnostics)
    base = _base(libraries, target)
    print_diagnostics(write_output(_into(base, merged), target, format_))
    say(f"{target}: {counted(len(merged), 'reference')}", err=True)


def _base(libraries: dict[Path, Library], target: Path) -> Library:
    """Return the library that was read from OUT, by whatever path, else the first."""
    for library in libraries.values():
        if library._state is not None and library._state.is_of(target):
            return library
    return next(iter(libraries.values()))


def _into(base: Library, merged: Library) -> Library:
    """Put the merged references into a library, so that its file keeps everything else."""
    from refcore.formats.bib import drop_repeated

    drop_repeated(base)
    for reference in list(base):
        if reference.key not in merged:
            base.remove(reference.key)
    for reference in merged:
        if reference.key in base:
            base.replace(reference)
        else:
            base.add(reference)
    return base

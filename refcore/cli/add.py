"""``refcore add``: references of identifiers, put into a .bib file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import click

from refcore.cli.ids import wanted_ids
from refcore.cli.inputs import STREAM, write_output
from refcore.cli.notices import say_missing, say_notices
from refcore.cli.options import SourceOptions, log_option, source_options
from refcore.cli.terminal import say
from refcore.cli.tones import print_diagnostics
from refcore.cli.waiting import waiting
from refcore.curation.keys import suffixes
from refcore.model.identifiers import Identifier
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.verification.case import identifiers_of

__all__ = ["add"]


@click.command(
    epilog="Exit code: 0 all works are in the file, 1 an identifier does not exist, 2 wrong usage "
    "or an unreadable file, 3 something could not be fetched."
)
@click.argument("ids", nargs=-1, required=True, metavar="ID... FILE")
@source_options()
@log_option
def add(ids: tuple[str, ...], origins: SourceOptions) -> None:
    """Add the work of each ID to FILE, unless FILE already has it.

    FILE is a .bib file; it is created if it is missing. New entries take the layout of the
    others, and the rest of the file does not change. With '-' as FILE, the entries are printed.

    \b
    Examples:
      refcore add 2506.13585 doi:10.1000/182 refs.bib
      refcore add - refs.bib < ids.txt
      refcore add 2506.13585 -
    """
    from refcore.formats import dump, load

    if len(ids) < 2:
        raise click.UsageError("expected identifiers, then the .bib file")
    path = Path(ids[-1])
    is_stream = ids[-1] == STREAM
    if is_stream and STREAM in ids[:-1]:
        raise click.UsageError("'-' can be the file or the list of identifiers, not both")
    library = load(path) if path.exists() and not is_stream else Library()
    held = {one: entry.key for entry in library for one in _works(entry)}
    wanted = wanted_ids(ids[:-1])
    new = [one for one in wanted if not _is_there([one], held)]
    with waiting("Looking up", str(path)) as seen:
        found = origins.sources([str(path)], seen.watch).lookup(new, seen.progress)
    added = []
    for asked, lookup in found.items():
        if lookup.record is None:
            continue
        reference = lookup.record.to_reference(version_cited=asked.version)
        if _is_there([*_works(reference)], held):
            continue
        reference = reference.evolve(key=_free_key(reference.key, library))
        library.add(reference)
        held.update((one, reference.key) for one in _works(reference))
        added.append(f"{path}: {reference.key} added ({asked.tagged})")
    if added and is_stream:
        write_output(library, STREAM, "bibtex")
    elif added:
        print_diagnostics(dump(library, path))
    for line in added:
        say(line, err=is_stream)
    say_notices(found.values())
    click.get_current_context().exit(say_missing(found.values()))


def _works(reference: Reference) -> Iterable[Identifier]:
    return (one.unversioned for one in identifiers_of(reference))


def _is_there(ids: Iterable[Identifier], held: dict[Identifier, str]) -> bool:
    key = next((held[one.unversioned] for one in ids if one.unversioned in held), None)
    if key is not None:
        say(f"{key} is already in the file")
    return key is not None


def _free_key(wish: str, library: Library) -> str:
    """Return a key that no entry has: the wish, or the wish with a letter after it."""
    taken = {key.casefold() for key in library.keys()}  # noqa: SIM118 - a library iterates entries
    return next(
        key
        for key in chain([wish], (f"{wish}{letter}" for letter in suffixes()))
        if key.casefold() not in taken
    )

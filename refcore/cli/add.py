"""``refcore add``: references of identifiers, put into a .bib file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcore.cli.ids import wanted_ids
from refcore.cli.inputs import STREAM, write_output
from refcore.cli.notices import say_missing, say_notices
from refcore.cli.options import SourceOptions, log_option, source_options
from refcore.cli.terminal import say
from refcore.cli.tones import print_diagnostics
from refcore.cli.waiting import waiting
from refcore.diagnostics import Severity
from refcore.errors import UnreadableInput
from refcore.model.identifiers import Identifier
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.records.lookup import Lookup
from refcore.text.keys import apart
from refcore.verification.case import identifiers_of

if TYPE_CHECKING:
    from refcore.curation.templates import KeyTemplate

__all__ = ["add"]


@click.command(
    epilog="Exit code: 0 all works are in the file, 1 an identifier does not exist, 2 wrong usage "
    "or an unreadable file, 3 something could not be fetched."
)
@click.argument("ids", nargs=-1, required=True, metavar="ID... FILE")
@click.option(
    "--template",
    help="Template for new keys, as in 'refcore keys'. Default: like most keys of FILE.",
)
@source_options
@log_option
def add(ids: tuple[str, ...], template: str | None, origins: SourceOptions) -> None:
    """Add the work of each ID to FILE, unless FILE already has it.

    FILE is a .bib file; it is created if it is missing. A new entry gets the layout of the other
    entries and a key like theirs. If the entries are sorted, by key or year for example, it goes
    to its place; otherwise to the end. The rest of the file does not change. With '-' as FILE,
    the entries are printed.

    \b
    Examples:
      refcore add 2506.13585 doi:10.1000/182 refs.bib
      refcore add - refs.bib < ids.txt
      refcore add 2506.13585 -
    """
    from refcore.bibtex.scan import READS_NO_MORE
    from refcore.curation.templates import KeyTemplate
    from refcore.formats import dump, load

    if len(ids) < 2:
        raise click.UsageError("expected identifiers, then the .bib file")
    path = Path(ids[-1])
    is_stream = ids[-1] == STREAM
    if is_stream and STREAM in ids[:-1]:
        raise click.UsageError("'-' can be the file or the list of identifiers, not both")
    chosen = KeyTemplate.parse(template) if template else None
    library = load(path) if path.exists() and not is_stream else Library()
    # An entry without a closing brace would swallow what is added after it.
    print_diagnostics(one for one in library.diagnostics if one.severity is Severity.ERROR)
    if any(READS_NO_MORE in one.message for one in library.diagnostics):
        raise UnreadableInput(f"{path}: nothing added; close the value that is never closed first")
    held = {one: entry.key for entry in library for one in _works(entry)}
    new = [one for one in wanted_ids(ids[:-1]) if not _is_there([one], held)]
    with waiting("Looking up", str(path)) as seen:
        found = origins.sources([str(path)], seen.watch).lookup(new, seen.progress)
    added = _added(library, found, held, chosen)
    if added and is_stream:
        write_output(library, STREAM, "bibtex")
    elif added:
        print_diagnostics(dump(library, path))
    for asked, key in added.items():
        say(f"{path}: {key} added ({asked.tagged})", err=is_stream)
    say_notices(found.values())
    click.get_current_context().exit(say_missing(found.values()))


def _added(
    library: Library,
    found: Mapping[Identifier, Lookup],
    held: Mapping[Identifier, str],
    template: KeyTemplate | None,
) -> dict[Identifier, str]:
    """Put the works that were found into their places, and return the key of each."""
    from refcore.curation.habits import order_of, template_of
    from refcore.curation.keys import make_keys

    new: dict[Identifier, Reference] = {}
    seen: set[Identifier] = set()
    for asked, lookup in found.items():
        if lookup.record is None:
            continue
        reference = lookup.record.to_reference(version_cited=asked.version)
        works = list(_works(reference))
        if seen.isdisjoint(works) and not _is_there(works, held):
            seen.update(works)
            new[asked] = reference
    before = list(library)
    new = _without_copies(before, new)
    wished = apart(reference.key for reference in new.values())
    named = [one.evolve(key=key) for one, key in zip(new.values(), wished, strict=True)]
    keys = make_keys(named, template or template_of(before), library.keys())
    named = [reference.evolve(key=keys[reference.key]) for reference in named]
    for reference in named:
        library.add(reference)
    order = order_of(before)
    if order is not None:
        library.arrange(order.merged(before, named))
    return dict(zip(new, (reference.key for reference in named), strict=True))


def _without_copies(
    before: Sequence[Reference], new: Mapping[Identifier, Reference]
) -> dict[Identifier, Reference]:
    """Return the works that no entry has; an entry without the identifier has title and authors."""
    from refcore.curation.duplicates import find_duplicates

    kept = dict(new)
    for group in find_duplicates([*before, *new.values()]):
        first = group.references[0]
        if not any(first is entry for entry in before):
            continue
        for asked, reference in new.items():
            if any(reference is one for one in group.references):
                kept.pop(asked, None)
                say(f"{first.key} is already in the file, without {asked.tagged}")
    return kept


def _works(reference: Reference) -> Iterable[Identifier]:
    return (one.unversioned for one in identifiers_of(reference))


def _is_there(ids: Iterable[Identifier], held: Mapping[Identifier, str]) -> bool:
    key = next((held[one.unversioned] for one in ids if one.unversioned in held), None)
    if key is not None:
        say(f"{key} is already in the file")
    return key is not None

"""``refcore lock``: fetch records and keep them in a reviewed file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from refcore.cli.exit import Exit
from refcore.cli.inputs import STREAM, input_format, load_input
from refcore.cli.options import environ_of, limits_of, log_option, network_options
from refcore.cli.terminal import say
from refcore.cli.tones import print_diagnostics
from refcore.cli.waiting import waiting
from refcore.errors import InvalidIdentifier
from refcore.model.identifiers import Identifier, read_identifier
from refcore.text.counts import counted

if TYPE_CHECKING:
    from refcore.records.lock import Lock
    from refcore.records.lookup import Lookup

__all__ = ["lock"]


@click.command(
    epilog="Exit code: 0 all records were fetched, 2 wrong usage or an unreadable file, "
    "3 something could not be fetched or must not be kept."
)
@click.argument("sources", nargs=-1, metavar="[FILE|ID]...")
@click.option(
    "--lock",
    "lock_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Lock file to write. Default: the one found beside FILE, in ./references/ or here, "
    "else refcore.lock.json beside the first FILE.",
)
@input_format
@network_options
@log_option
@click.pass_context
def lock(
    ctx: click.Context,
    sources: tuple[str, ...],
    lock_path: Path | None,
    source_format: str | None,
    timeout: float | None,
    mailto: str | None,
    sources_asked: tuple[str, ...] | None,
) -> None:
    """Fetch the records of FILE's identifiers and write them to the lock file.

    Without FILE or ID, the records in the lock file are fetched again. A record that cannot be
    fetched stays, and so do the notes that people wrote into the lock file (`about`).

    \b
    Examples:
      refcore lock references/minimax.bib
      refcore lock 1706.03762v7 --lock refcore.lock.json
      refcore lock
    """
    from refcore.records.lock import Lock, read_lock, update_lock
    from refcore.sources.registry import label_of, trust_of

    if str(lock_path) == STREAM:
        raise click.UsageError(
            "--lock needs the name of a file, not '-': new records are merged into the lock file"
        )
    files = [text for text in sources if Path(text).is_file()]
    path = lock_path or _find(files)
    held = read_lock(path) if path.exists() else Lock()
    # For a paper in the lock, both the locked version and the latest are wanted.
    held_ids = [wanted for record in held for wanted in (record.id, record.id.unversioned)]
    wanted = _ids(sources, held_ids, source_format)
    found = _fetched(wanted, timeout=timeout, mailto=mailto, order=sources_asked)
    fetched = {lookup.record.id: lookup.record for lookup in found if lookup.record}
    kept = {key: record for key, record in fetched.items() if trust_of(record.source).can_be_kept}
    if kept:
        update_lock(path, kept.values(), lambda said: say(f"warning: {said}", err=True))
    missing = [lookup for lookup in found if lookup.record is None]
    for lookup in missing:
        say(f"refcore: {lookup.id}: {_why(lookup, held)}", err=True)
    for key in fetched.keys() - kept.keys():
        source = label_of(fetched[key].source)
        say(f"refcore: {key}: not locked: the terms of {source} do not allow it", err=True)
    say(f"{path}: {counted(len(fetched), 'record')} fetched, {len(missing)} failed")
    ctx.exit(Exit.UNCHECKED if missing or len(kept) < len(fetched) else Exit.CONFIRMED)


def _fetched(
    wanted: list[Identifier],
    *,
    timeout: float | None,
    mailto: str | None,
    order: tuple[str, ...] | None,
) -> list[Lookup]:
    """Ask the services for records."""
    from refcore.records.lock import Lock
    from refcore.sources.registry import default_sources

    with waiting("Fetching", None) as seen:
        # The lock must not answer for itself, or nothing would be refreshed.
        online = default_sources(
            lock=Lock(),
            refresh=True,
            watch=seen.watch,
            limits=limits_of(timeout),
            environ=environ_of(mailto),
            order=order,
        )
        return list(online.lookup(wanted, progress=seen.progress).values())


def _why(lookup: Lookup, held: Lock) -> str:
    """Return why a record was not fetched, and whether the lock file has one all the same."""
    from refcore.records.sources import OFFLINE

    reason = "offline, so it was not fetched" if lookup.reason == OFFLINE else lookup.reason
    known = {record.id.unversioned for record in held}
    stays = lookup.id.unversioned in known
    return f"{reason}; its record in the lock file stays" if stays else reason


def _find(files: list[str]) -> Path:
    from refcore.records.locate import find_locks
    from refcore.records.lock import LOCK_NAME

    found = find_locks(near=files, cwd=Path.cwd())
    if found:
        return found[0]
    return (Path(files[0]).parent if files else Path.cwd()) / LOCK_NAME


def _ids(sources: tuple[str, ...], held: list[Identifier], format_: str | None) -> list[Identifier]:
    if not sources:
        return held
    from refcore.verification.case import identifiers_of

    wanted: dict[Identifier, None] = {}
    for text in sources:
        if text == STREAM or Path(text).is_file():
            library = load_input(text, format_)
            print_diagnostics(library.diagnostics)
            firsts = (identifiers_of(reference)[:1] for reference in library)
            wanted.update((one, None) for first in firsts for one in first)
            continue
        try:
            wanted[read_identifier(text)] = None
        except InvalidIdentifier as error:
            raise click.UsageError(f"{text}: neither a file nor an identifier ({error})") from None
    return list(wanted)

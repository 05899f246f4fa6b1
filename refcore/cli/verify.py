"""``refcore verify``: compare the references of files with their records."""

from __future__ import annotations

import contextlib
import os
import shlex
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
import click
from click.core import ParameterSource

from refcore.cli.accepting import BASELINE, name_in, read_baseline, write_baseline
from refcore.cli.conflicts import refuse_conflicts
from refcore.cli.deliver import add_step_summary, deliver
from refcore.cli.exit import Exit
from refcore.cli.fix import fix_files
from refcore.cli.groups import GroupedCommand
from refcore.cli.inputs import STREAM, input_format
from refcore.cli.outputs import OUTPUTS
from refcore.cli.results import FileResult, RunResult
from refcore.cli.run import read, run
from refcore.cli.settings import GROUPS, Settings, settings_options
from refcore.cli.terminal import output_width, print_styled, say
from refcore.cli.waiting import waiting
from refcore.cli.watching import saves
from refcore.model.library import Library
from refcore.records.locate import find_locks
from refcore.sources.registry import label_of
from refcore.text.counts import counted
from refcore.verification.accepted import Baseline
from refcore.verification.case import identifiers_of
from refcore.verification.verify import sought

__all__ = ["verify"]


@click.command(
    cls=GroupedCommand,
    groups=GROUPS,
    epilog="Exit code: 0 nothing is wrong, 1 a reference is contradicted, suspect or not found, "
    "2 wrong usage or unreadable input, 3 something could not be checked.",
)
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@settings_options
@input_format
@click.pass_context
def verify(ctx: click.Context, /, settings: Settings) -> None:
    """Compare the references of each FILE with their records, name by name.

    A FILE is a bibliography, a note, a LaTeX project or a paper.

    \b
    Examples:
      refcore verify references/minimax.md
      refcore verify --dry-run *.bib
      pbpaste | refcore verify - --from text
      refcore verify --fix --diff refs.bib
      refcore verify --format json refs.bib | jq .counts.verdicts
      refcore verify --format junit -o report.xml refs.bib
      refcore verify --offline --ids-only --quiet *.bib
      refcore verify --watch refs.bib
    """
    if settings.fix and ctx.get_parameter_source("output") is ParameterSource.DEFAULT_MAP:
        # The settings file names a format for reports, not for fixes.
        settings = attrs.evolve(settings, output="")
    refuse_conflicts(settings)
    if settings.baseline and not settings.write_baseline and not Path(settings.baseline).exists():
        say(f"refcore: {settings.baseline}: no such baseline; --write-baseline makes one", err=True)
    origins = settings.origins
    # An index replaces the network, unless sources are named.
    if origins.snapshot_path is not None and not origins.sources_asked:
        settings = attrs.evolve(settings, origins=attrs.evolve(origins, offline=True))
    if settings.fix:
        ctx.exit(fix_files(settings))
    if settings.dry_run:
        ctx.exit(_print_plan(settings))
    code = _run(settings)
    if settings.watch:
        code = _watch(settings, code)
    ctx.exit(code)


def _run(settings: Settings) -> Exit:
    if settings.width is None and settings.target is None:
        settings = attrs.evolve(settings, width=output_width())
    with waiting("Looking up", " ".join(settings.files[:1])) as seen:
        results = run(settings, seen)
        seen.needs_advice = any(file.lacks_records for file in results)
    if settings.write_baseline:
        return _accept_all(results, settings)
    return _print(RunResult(results, settings.view), settings)


def _watch(settings: Settings, code: Exit) -> Exit:
    """Check the files each time they are saved, until Ctrl-C; return the last exit code."""
    say(f"watching {counted(len(settings.files), 'file')}; press Ctrl-C to stop", err=True)
    with contextlib.suppress(KeyboardInterrupt):
        for _ in saves(settings.files):
            say(f"--- {time.strftime('%H:%M:%S')}")
            code = _run(settings)
    return code


def _accept_all(results: Sequence[FileResult], settings: Settings) -> Exit:
    """Write what was found to the baseline; files that were not checked now stay in it."""
    path = settings.baseline or BASELINE
    for file in results:
        if file.failure:
            say(f"refcore: {file.failure}", err=True)
    checked = {name_in(path, file.path) for file in results if not file.failure}
    kept = {row: why for row, why in read_baseline(path).reasons.items() if row[0] not in checked}
    found = {row: why for file in results for row, why in file.to_accept.items()}
    for said in write_baseline(path, Baseline({**kept, **found})):
        say(f"warning: {said}", err=True)
    say(f"{path}: {counted(len(found), 'finding')} accepted; write your reasons into this file")
    return Exit.USAGE if any(file.failure for file in results) else Exit.CONFIRMED


def _print(result: RunResult, settings: Settings) -> Exit:
    output = OUTPUTS[settings.format]
    for file in result.files:
        if file.failure:
            say(f"refcore: {file.failure}", err=True)
        for line in file.odd:
            print_styled(line, err=True)
    if output.is_for_programs or not result.is_unread:
        deliver(output.whole(result), settings.target, is_json=output.is_json)
    if output.step is not None:
        add_step_summary(output.step(result), os.environ)
    if settings.origins.offline and settings.origins.snapshot_path is None:
        for line in _lock_advice(result, settings):
            say(line, err=True)
    return result.exit


def _lock_advice(result: RunResult, settings: Settings) -> Iterator[str]:
    """Yield what to do where the lock file decides and lacks a record."""
    lacking = [file.path for file in result.files if file.lacks_records]
    if not lacking or STREAM in lacking:
        return
    lock = settings.origins.lock_path
    locks = [lock] if lock else find_locks(lacking)
    named = " and ".join(os.path.relpath(path) for path in locks)
    begun = f"{named} does not have all records" if locks else "there is no lock file"
    command = shlex.join(["refcore", "lock", *lacking, *(["--lock", str(lock)] if lock else [])])
    yield f"refcore: offline, and {begun}; with a network, run: {command}"


# When more requests are made than planned; a service that fails is asked again, too.
_MOST_SAID = "if a source lacks a work, or a list differs, other sources are asked"


def _print_plan(settings: Settings) -> Exit:
    found = [
        read(path, format_=settings.source_format, wanted=settings.wants) for path in settings.files
    ]
    libraries = [library for library in found if isinstance(library, Library)]
    for failure in found:
        if isinstance(failure, str):
            say(f"refcore: {failure}", err=True)
    references = [reference for library in libraries for reference in library]
    ids = [one for reference in references for one in identifiers_of(reference)[:1]]
    searches = [sought(reference) for reference in references] if settings.lookup else []
    arxiv = settings.sources()
    plan = arxiv.plan(ids, [one for one in searches if one])
    places = {
        "in the lock": plan.in_lock,
        "in the cache": plan.in_cache,
        "in the snapshot": plan.in_snapshot,
        "to fetch": plan.to_ask,
    }
    held = ", ".join(f"{len(ids)} {place}" for place, ids in places.items())
    say(f"{counted(len(references), 'reference')}, {held}")
    said = f" (searches by title: {plan.searches})" if plan.searches else ""
    say(f"requests to make: {plan.requests}{said}")
    if plan.most > plan.requests:
        say(f"{_MOST_SAID}: at most {plan.most} requests, {plan.most_seconds:.0f} s")
    if len(plan.by_source) > 1:
        each = ", ".join(f"{label_of(name)} {count}" for name, count in plan.by_source.items())
        say(f"by service: {each}; about {plan.seconds:.0f} s, at the pace that they set")
    return Exit.USAGE if len(libraries) < len(found) else Exit.CONFIRMED

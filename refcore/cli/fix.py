"""``refcore verify --fix``: put right in a .bib file what arXiv contradicts."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

import click

from refcore.cli.exit import Exit, exit_of, worst
from refcore.cli.options import build_arxiv
from refcore.cli.run import Settings, read
from refcore.cli.terminal import print_diagnostics, print_styled, say, styled, toned
from refcore.errors import FileChanged
from refcore.verification.fix import Fix, propose
from refcore.verification.text import lines
from refcore.verification.verify import verify

__all__ = ["fix_files"]


def fix_files(settings: Settings, *, yes: bool) -> Exit:
    """Offer each certain fix with its diff, and write each file once, whole or not at all.

    Gives the exit code of the files as they are afterwards.
    """
    return worst([_fix_file(path, settings, yes) for path in settings.files])


def _fix_file(path: str, settings: Settings, yes: bool) -> Exit:
    from refcore.formats import dump, dumps

    library = read(path)
    if isinstance(library, str) or Path(path).suffix.lower() != ".bib":
        said = library if isinstance(library, str) else f"{path}: only .bib files can be fixed"
        say(f"refcore: {said}", err=True)
        return Exit.USAGE
    print_diagnostics(library.diagnostics)
    arxiv = build_arxiv(
        settings.lock_path,
        settings.offline,
        settings.refresh,
        near=settings.files,
        snapshot_path=settings.snapshot_path,
    )
    reports = verify(library, arxiv=arxiv)
    fixes = {report.reference.key: propose(report) for report in reports}
    before = dumps(library, "bibtex")
    done = 0
    for report in reports:
        fix = fixes[report.reference.key]
        if fix is None and report.is_contradicted:
            for line in lines(report):
                print_styled(styled(line))
            say("  left alone: what is right is not certain")
        elif fix is not None:
            library.replace(fix.after)
            after = dumps(library, "bibtex")
            if _agreed(path, fix, before, after, yes):
                before, done = after, done + 1
            else:
                library.replace(fix.before)
    if done:
        try:
            print_diagnostics(dump(library, path, "bibtex"))
        except FileChanged as error:
            say(f"refcore: {error}", err=True)
            return Exit.USAGE
    say(f"{path}: {done} of {sum(map(bool, fixes.values()))} fixes made")
    return exit_of(verify(library, arxiv=arxiv)) if done else exit_of(reports)


def _agreed(path: str, fix: Fix, before: str, after: str, yes: bool) -> bool:
    print_styled(toned(fix.before.key, bold=True) + toned(f": {'; '.join(fix.reasons)}"))
    for line in _diff(path, before.splitlines(), after.splitlines()):
        colour = {"-": "red", "+": "green"}.get(line[:1])
        print_styled(toned(line, fg=colour) if colour else toned(line))
    return yes or click.confirm("Make this change?", default=False)


def _diff(path: str, before: Sequence[str], after: Sequence[str]) -> list[str]:
    return list(difflib.unified_diff(before, after, path, f"{path} (fixed)", lineterm="", n=1))

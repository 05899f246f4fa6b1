"""``refcore verify --fix``: correct in a .bib file what a record contradicts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import attrs

from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.draft import Draft
from refcore.bibtex.rewritten import NameChange, change_names, name_changes
from refcore.cli.accepting import accepted_in, read_baseline
from refcore.cli.diffs import entry_diff
from refcore.cli.exit import Exit, exit_of, worst
from refcore.cli.inputs import STREAM, edit_stdin
from refcore.cli.run import lacks_record, read
from refcore.cli.settings import Settings
from refcore.cli.terminal import output_width, print_data, print_styled, say, toned
from refcore.cli.tones import print_diagnostics, styled
from refcore.cli.waiting import waiting
from refcore.errors import FileChanged
from refcore.model.library import Library
from refcore.verification.fix import Fix, propose
from refcore.verification.layout import wrapped
from refcore.verification.report import Report
from refcore.verification.text import lines
from refcore.verification.verify import verify

__all__ = ["Answers", "NobodyAnswersError", "Offers", "ask", "fix_files", "write_library"]

_HELP = "y: make this change, n: do not, a: make this and all further ones, q: stop asking"
_NOBODY = (
    "refcore: --fix asks before each change, but the input is not a terminal: "
    "add --yes to make all changes, or --diff to see them"
)


class NobodyAnswersError(Exception):
    """The input ended where an answer was expected."""


@attrs.define
class Answers:
    """Asks whether each change is wanted, until "all" or "quit"."""

    ask: Callable[[], str]
    all: bool = False
    none: bool = False

    def wants_change(self) -> bool:
        """Ask whether to make the change that was just shown."""
        while not (self.all or self.none):
            answer = self.ask().strip().lower()[:1]
            if answer in ("y", "n", ""):
                return answer == "y"
            self.all, self.none = answer == "a", answer == "q"
            if answer not in ("a", "q"):
                say(_HELP)
        return self.all


def fix_files(settings: Settings) -> Exit:
    """Offer each certain fix with its diff, and write each file once, whole or not at all.

    Where the settings only show, all fixes are shown and none is made. Returns the exit code of
    the files as they are afterwards; 2 where nobody answers, and nothing is written. A '-' is
    the standard input, which is written to the standard output.
    """
    answers = Answers(ask, all=settings.yes)

    def fix(path: Path, name: str) -> Exit:
        return _fix_file(str(path), name, settings, answers)

    try:
        return worst(
            edit_stdin(fix, only_shows=settings.only_shows)
            if path == STREAM
            else fix(Path(path), path)
            for path in settings.files
        )
    except NobodyAnswersError:
        say(_NOBODY, err=True)
        return Exit.USAGE


def ask() -> str:
    """Ask on the terminal whether to make a change; return what was typed."""
    print_data("Make this change? [y,n,a,q,?] ")
    answer = sys.stdin.readline()
    if not answer:
        say()
        raise NobodyAnswersError
    return answer


def _fix_file(path: str, name: str, settings: Settings, answers: Answers) -> Exit:
    """Fix the file at a path, which is shown under a name."""
    only_show = settings.only_shows
    library = read(path, name=name)
    if isinstance(library, str) or Path(path).suffix.lower() != ".bib":
        said = library if isinstance(library, str) else f"{name}: only .bib files can be fixed"
        say(f"refcore: {said}", err=True)
        return Exit.USAGE
    print_diagnostics(library.diagnostics)
    with waiting("Looking up", name) as seen:
        arxiv = settings.sources(seen.watch)
        found = verify(library, arxiv=arxiv, progress=seen.progress)
        reports = _open(library, found, path, settings)
        seen.needs_advice = any(lacks_record(report) for report in reports)
    proposals = [(report, propose(report)) for report in reports]
    count = sum(fix is not None for _, fix in proposals)
    offers = Offers(name, library)
    wanted = offers.wanted(proposals, answers, only_show=only_show)
    fixed = {fix.before.key for _, fix in proposals if fix is not None}
    left = {report.reference.key for report in reports} - fixed
    names = [change for change in name_changes(BibFile.read(path)) if change.key in left]
    count += len(names)
    names = _wanted_names(path, name, names, answers, only_show=only_show)
    if only_show:
        offered = f"{count} {'fix' if count == 1 else 'fixes'} offered, none made"
        say(f"{name}: {offered if count else 'nothing to fix'}")
        return exit_of(reports)
    for fix in wanted:
        library.replace(fix.after)
    if wanted and not write_library(library, path):
        return Exit.USAGE
    if names and not _names_written(path, names):
        return Exit.USAGE
    made = f"{len(wanted) + len(names)} of {count} fixes made"
    say(f"{name}: {made if count else 'nothing to fix'}")
    if wanted:
        reports = _open(library, verify(library, arxiv=arxiv), path, settings)
    return exit_of(reports)


def _open(
    library: Library, reports: Sequence[Report], path: str, settings: Settings
) -> list[Report]:
    """Return the reports of what is to be checked and was not accepted by a person."""
    base = read_baseline(settings.baseline)
    found, _ = accepted_in(path, library._marks, reports, base, settings.baseline)
    return [one for one in found if one.accepted is None and settings.wants(one.reference)]


def _names_written(path: str, changes: Iterable[NameChange]) -> bool:
    file = BibFile.read(path)
    for change in changes:
        change_names(file.entries[change.key], change)
    try:
        print_diagnostics(file.write())
    except FileChanged as error:
        say(f"refcore: {error}", err=True)
        return False
    return True


def _wanted_names(
    path: str, name: str, changes: list[NameChange], answers: Answers, *, only_show: bool
) -> list[NameChange]:
    """Show each name field that BibTeX misreads; return those that are to be rewritten."""
    draft = BibFile.read(path) if changes else None
    found = []
    for change in changes:
        if draft is None or answers.none:
            break
        print_styled(toned(change.key, bold=True) + toned(f": {'; '.join(change.faults)}"))
        _print_diff(entry_diff(name, change_names(draft.entries[change.key], change)))
        if only_show or answers.wants_change():
            found.append(change)
    return found


def _print_diff(lines_of_diff: Iterable[str]) -> None:
    for line in lines_of_diff:
        colour = {"-": "red", "+": "green"}.get(line[:1])
        print_styled(toned(line, fg=colour) if colour else toned(line))


def write_library(library: Library, path: str) -> bool:
    """Write a library to its .bib file; return False if another program changed the file."""
    from refcore.formats import dump

    try:
        print_diagnostics(dump(library, path, "bibtex"))
    except FileChanged as error:
        say(f"refcore: {error}", err=True)
        return False
    return True


class Offers:
    """Shows the fixes of one file, each as the diff of its entry."""

    def __init__(self, path: str, library: Library) -> None:
        self._path = path
        self._draft = Draft.of(library)
        self._shift = 0  # by how many lines the chosen fixes move the text after them

    def wanted(
        self,
        proposals: Iterable[tuple[Report | None, Fix | None]],
        answers: Answers,
        *,
        only_show: bool,
    ) -> list[Fix]:
        """Show what is wrong and what can be fixed; return the wanted fixes."""
        found = []
        for report, fix in proposals:
            if answers.none:
                break
            if fix is None:
                if report is not None:
                    _leave_alone(report)
                continue
            longer = self._show(fix)
            if only_show or answers.wants_change():
                self._shift += longer
                found.append(fix)
        return found

    def _show(self, fix: Fix) -> int:
        """Print a fix; return by how many lines it makes the file longer."""
        print_styled(toned(fix.before.key, bold=True) + toned(f": {'; '.join(fix.reasons)}"))
        if self._draft is None:
            return 0
        change = self._draft.change(fix.after)
        _print_diff(entry_diff(self._path, change, self._shift))
        return change.after.count("\n") - change.before.count("\n")


def _leave_alone(report: Report) -> None:
    if report.is_contradicted:
        width, found = output_width(), lines(report)
        for line in found if width is None else wrapped(found, width):
            print_styled(styled(line))
        say("  not changed: the right value is unclear")

"""Verifies files: many of them on all cores, and over the network if records are missing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import attrs

from refcore.cli.accepting import BASELINE, accepted_in, name_in, read_baseline
from refcore.cli.exit import Exit, exit_of
from refcore.cli.inputs import STREAM, load_input
from refcore.cli.nearby import meant_file
from refcore.cli.options import environ_of
from refcore.cli.outputs import OUTPUTS
from refcore.cli.results import FileResult, joined
from refcore.cli.settings import Settings
from refcore.cli.tones import diagnostic_lines
from refcore.collector import rarely_collecting
from refcore.diagnostics import Severity
from refcore.errors import InvalidIdentifier, RefcoreError
from refcore.model.identifiers import read_identifier
from refcore.model.library import Library
from refcore.model.reference import Reference
from refcore.text.patterns import regex
from refcore.verification.case import identifiers_of
from refcore.verification.checked import Checked
from refcore.verification.report import Report, Verdict
from refcore.verification.text import tally
from refcore.verification.verify import verify_libraries

if TYPE_CHECKING:
    from refcore.cli.waiting import Waiting
    from refcore.net.links import LinkClient

__all__ = ["lacks_record", "read", "run"]

# Below this size the start of the processes costs more than it saves.
LEAST_BYTES = 400_000
_NAMED = "; or name the format"
_ADDRESS = regex(r"^(https?:)/(?=[^/])")  # a path has no empty part


def _result(
    path: str, library: Library, reports: Sequence[Report], settings: Settings
) -> FileResult:
    base = read_baseline(settings.baseline)
    found = reports
    reports, unneeded = accepted_in(path, library._marks, found, base, settings.baseline)
    code = exit_of(reports, strict=settings.strict)
    diagnostics = [*library.diagnostics, *unneeded]
    severities = Counter(str(finding.severity) for finding in diagnostics)
    lost = bool(severities[Severity.ERROR])
    checked = Checked(path, reports, diagnostics)
    name = name_in(settings.baseline or BASELINE, path)
    rows = base.with_reports(name, found).reasons if settings.write_baseline else {}
    return FileResult(
        path,
        OUTPUTS[settings.format].file(checked, settings.view),
        tally(reports),
        severities,
        diagnostic_lines(diagnostics, width=settings.width, most=settings.view.most_odd),
        Exit.UNCHECKED if code is Exit.CONFIRMED and lost else code,
        any(_needs_network(report, settings) for report in reports),
        any(lacks_record(report, by_title=settings.lookup) for report in reports),
        to_accept={row: why for row, why in rows.items() if row[0] == name},
    )


def _needs_network(report: Report, settings: Settings) -> bool:
    return report.verdict is Verdict.CONTRADICTED or lacks_record(report, by_title=settings.lookup)


def lacks_record(report: Report, *, by_title: bool = False) -> bool:
    """Return whether a reference has no record yet; without an id only if `by_title`."""
    return report.is_unchecked and (by_title or bool(identifiers_of(report.reference)))


def read(
    path: str,
    *,
    format_: str | None = None,
    wanted: Callable[[Reference], bool] = lambda _: True,
    name: str = "",
    share: tuple[int, int] = (0, 1),
) -> Library | str:
    """Return the wanted references of a file, or a text that says why it cannot be read.

    `name` is shown in place of the path; `share` is which of how many shares of the file is read.
    """
    try:
        library = _load(path, format_, name, share)
    except (RefcoreError, OSError) as error:
        if Path(path).is_dir():
            return f"{path} is a folder, expected a file"
        # The commands that read files recognise the format by the suffix only.
        reason = (getattr(error, "strerror", None) or str(error)).removesuffix(_NAMED)
        if (named := _ADDRESS.sub(r"\1//", path)) and _is_identifier(named):
            return (
                f"{named}: expected a file; for the record of an identifier: refcore fetch {named}"
            )
        if isinstance(error, FileNotFoundError):
            reason += meant_file(path)
        return reason if reason.startswith(path) else f"{path}: {reason}"
    kept = [reference for reference in library if wanted(reference)]
    if len(kept) == len(library):
        return library
    return _some(library, kept)


def _load(path: str, format_: str | None, name: str, share: tuple[int, int]) -> Library:
    number, of = share
    if of == 1:
        return load_input(path, format_, name=name)
    from refcore.formats import load_share

    if (found := load_share(path, format_, number, of)) is not None:
        return found
    whole = load_input(path, format_)
    first, end = (len(whole) * at // of for at in (number, number + 1))
    return _some(whole, list(whole)[first:end], diagnostics=number == of - 1)


def _is_identifier(text: str) -> bool:
    """Return whether a text names a work and no file.

    >>> _is_identifier("arXiv:2506.13585"), _is_identifier("m1.bib")
    (True, False)
    """
    if Path(text).exists():
        return False
    try:
        return bool(read_identifier(text))
    except InvalidIdentifier:
        return False


class _Part(NamedTuple):
    """One of several parts of a file; each is checked in a process of its own."""

    path: str
    number: int = 0
    of: int = 1


def run(
    settings: Settings,
    seen: Waiting | None = None,
    cores: int | None = None,
    links: LinkClient | None = None,
) -> list[FileResult]:
    """Verify the files and give their results in order, however many processes worked.

    Processes use the lock, the cache and the snapshot only; the files that
    need the network are then done here, one request after the other. Where there are more
    processors than files, each large file is checked in parts. `links` asks
    the web addresses where the settings want it, by default a client of its own. `seen` follows
    the run.
    """
    wanted = cores or os.cpu_count() or 1
    parts = [part for path in settings.files for part in _parts(path, settings, wanted)]
    if (
        min(wanted, len(parts)) < 2
        or STREAM in settings.files
        or settings.origins.refresh
        or settings.links
        or _bytes(settings.files) < LEAST_BYTES
    ):
        return _together(settings, [_Part(path) for path in settings.files], seen, links)
    results = _apart(settings, parts, min(wanted, len(parts)))
    again = [path for path, result in results.items() if result.needs_network]
    if again and not settings.origins.offline:
        found = _together(settings, [_Part(path) for path in again], seen)
        results.update(zip(again, found, strict=True))
    return [results[path] for path in settings.files]


def _parts(path: str, settings: Settings, cores: int) -> list[_Part]:
    """Return a file in so many parts that every core has one, if it is worth it.

    A baseline is about a file as a whole.
    """
    has_baseline = settings.baseline or settings.write_baseline
    share = 1 if has_baseline else -(-cores // len(settings.files))
    parts = max(1, min(share, _bytes([path]) // max(1, LEAST_BYTES)))
    return [_Part(path, number, parts) for number in range(parts)]


def _bytes(files: Sequence[str]) -> int:
    return sum(Path(path).stat().st_size for path in files if Path(path).is_file())


def _apart(settings: Settings, parts: Sequence[_Part], processes: int) -> dict[str, FileResult]:
    from functools import partial

    from refcore.cli.workers import run_each

    offline = attrs.evolve(settings, origins=attrs.evolve(settings.origins, offline=True))
    found = run_each(partial(_one, offline), parts, processes)
    by_path: dict[str, list[FileResult]] = {}
    for part, result in found.items():
        by_path.setdefault(part.path, []).append(result or _killed(part.path))
    return {path: joined(results) for path, results in by_path.items()}


def _killed(path: str) -> FileResult:
    message = f"{path}: not checked: the process that read it was killed, or had no memory left"
    return FileResult(path, failure=message, exit=Exit.UNCHECKED)


def _one(settings: Settings, part: _Part) -> FileResult:
    return _together(settings, [part], None)[0]


def _together(
    settings: Settings,
    parts: Sequence[_Part],
    seen: Waiting | None,
    links: LinkClient | None = None,
) -> list[FileResult]:
    with rarely_collecting():
        arxiv = settings.sources(seen.watch if seen else None)
        found = [
            read(
                part.path,
                format_=settings.source_format,
                wanted=settings.wants,
                share=(part.number, part.of),
            )
            for part in parts
        ]
        libraries = [library for library in found if isinstance(library, Library)]
        found_out = verify_libraries(
            libraries, arxiv=arxiv, lookup=settings.lookup, progress=seen.progress if seen else None
        )
        reports = iter(
            _with_links(found_out, links or _link_client(settings)) if settings.links else found_out
        )
        return [
            FileResult(part.path, failure=library, exit=Exit.USAGE)
            if isinstance(library, str)
            else _result(part.path, library, next(reports), settings)
            for part, library in zip(parts, found, strict=True)
        ]


def _link_client(settings: Settings) -> LinkClient:
    from refcore.net.links import LinkClient, LinkLimits

    seconds = settings.origins.timeout or LinkLimits().seconds
    contact = environ_of(settings.origins.mailto).get("REFCORE_MAILTO", "")
    return LinkClient(LinkLimits(seconds=seconds), contact)


def _some(library: Library, kept: Iterable[Reference], *, diagnostics: bool = True) -> Library:
    """Return a library of some of the references, with what was read of these."""
    found = Library(
        kept,
        diagnostics=library.diagnostics if diagnostics else (),
        claims=library.claims,
        labels=library.labels,
        path=library.path,
    )
    found.texts, found.noted = library.texts, library.noted
    found._marks = library._marks
    return found


def _with_links(reports: Sequence[list[Report]], client: LinkClient) -> list[list[Report]]:
    """Ask the addresses of all files together, so that each is asked once."""
    from refcore.verification.links import with_links

    asked = iter(with_links([one for several in reports for one in several], client.ask_all))
    return [list(islice(asked, len(several))) for several in reports]

"""What people accepted, for the files of a run: marks and the baseline on the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from refcore.cli.inputs import STREAM
from refcore.diagnostics import Diagnostic
from refcore.files import read_file
from refcore.verification.accepted import Baseline, accept
from refcore.verification.report import Report

__all__ = ["BASELINE", "accepted_in", "name_in", "read_baseline", "write_baseline"]

BASELINE = "refcore-baseline.json"


def read_baseline(path: str | None) -> Baseline:
    """Return the baseline of a file; an empty one without a file, or where it is missing."""
    if path is None or not Path(path).exists():
        return Baseline()
    return Baseline.parse(read_file(path)[0], path)


def write_baseline(path: str, baseline: Baseline) -> tuple[str, ...]:
    """Write a baseline; return what could not be kept of the file."""
    from refcore.files import write_whole

    return write_whole(Path(path), f"{baseline.dump()}\n".encode("utf-8", "replace"))


def name_in(baseline: str | None, path: str) -> str:
    """Return a file's name in a baseline: from the baseline's folder, so that it can be moved.

    >>> name_in("/a/refcore-baseline.json", "/a/refs/one.bib")
    'refs/one.bib'
    """
    folder = Path(baseline).absolute().parent if baseline else Path.cwd()
    place = Path(path).absolute()
    return place.relative_to(folder).as_posix() if place.is_relative_to(folder) else str(place)


def accepted_in(
    path: str,
    marks: Mapping[int, tuple[int, str]],
    reports: Sequence[Report],
    baseline: Baseline,
    baseline_path: str | None,
) -> tuple[list[Report], list[Diagnostic]]:
    """Mark the reports that people accepted; return all, and the marks that are not needed now."""
    name = name_in(baseline_path, path) if path != STREAM else path
    found, unneeded = accept(reports, marks, baseline, name)
    return found, [_at(path, one) for one in unneeded]


def _at(path: str, finding: Diagnostic) -> Diagnostic:
    from attrs import evolve

    return evolve(finding, location=evolve(finding.location, path=path))

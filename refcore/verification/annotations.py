"""Reports for machines that annotate files: GitHub's workflow commands, SARIF."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from refcore.compare import DifferenceKind
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.net.addresses import LinkState
from refcore.verification.paper import PaperKind
from refcore.verification.report import Report, Verdict
from refcore.verification.rules import RULES
from refcore.verification.text import has_nothing_to_check

__all__ = ["github", "sarif", "sarif_results"]


@attrs.frozen
class _Mark:
    """A mark on a file: its rule, level, message and place, and what it is about.

    `subject` stays the same if the file changes around it.
    """

    rule: str
    level: str
    message: str
    place: Location
    subject: str
    accepted: str | None = None


def _marks(
    reports: Iterable[Report], diagnostics: Iterable[Diagnostic], *, quiet: bool
) -> list[_Mark]:
    """Return all marks; `quiet` leaves out notes, and references with nothing to look up."""
    found = [
        _Mark(
            rule,
            level,
            message,
            place,
            f"{place.path}\n{report.reference.key}",
            report.accepted,
        )
        for report in reports
        if not (quiet and has_nothing_to_check(report))
        for rule, level, message, place in _results(report)
    ]
    for finding in diagnostics:
        text, subject = _diagnostic_text(finding), f"{finding.location.path}\n{finding.message}"
        found.append(_Mark("input", str(finding.severity), text, finding.location, subject))
    return [mark for mark in found if not (quiet and mark.level == "note")]


def _results(report: Report) -> Iterator[tuple[str, str, str, Location]]:
    """Yield rule, level, message and place of each mark that a report needs."""
    place = report.reference.location or Location()
    level, rule = report.verdict.row.level, str(report.verdict)
    if level in (None, "note") and report.notices:
        rule = rule if level else "notice"
        is_grave = any(one.kind is not PaperKind.CORRECTED for one in report.notices)
        level = "warning" if is_grave else "note"
    if level is not None:
        said = [*(one.rule for one in report.notices), report.reason, *_found(report)]
        message = "; ".join(dict.fromkeys(said))
        yield rule, level, f"{report.reference.key}: {message}", place
    for finding in report.false_claims:
        text = f'{report.reference.key}: "{finding.claim.text}": {finding.reason}'
        yield "false-claim", "error", text, finding.claim.location
    for answer in report.links:
        if answer.state is not LinkState.ANSWERS:
            level = "warning" if answer.state is LinkState.GONE else "note"
            yield "link", level, f"{report.reference.key}: {answer}", place


def _found(report: Report) -> list[str]:
    """Return in words what bears on the verdict, beside the reason."""
    if report.verdict is Verdict.OTHER_PAPER:
        return []
    is_sound = report.verdict is Verdict.CONFIRMED_WITH_VARIANTS
    differences = [
        found.rule
        for found in report.differences
        if found.is_breaking or (is_sound and found.kind is not DifferenceKind.TRUNCATED)
    ]
    return [*differences, *(finding.words for finding in report.findings)]


def github(
    reports: Iterable[Report], diagnostics: Iterable[Diagnostic] = (), *, quiet: bool = False
) -> list[str]:
    """Return the reports as GitHub workflow commands, one line each.

    `quiet` leaves out notices. Source: GitHub Docs, "Workflow commands for GitHub Actions".
    """
    names = {"error": "error", "warning": "warning", "note": "notice"}
    odd = [finding for finding in diagnostics if finding.severity is not Severity.NOTE]
    return [
        _command(names[mark.level], f"refcore: {mark.rule}", mark.message, mark.place)
        for mark in _marks(reports, odd, quiet=quiet)
        if mark.accepted is None
    ]


def _command(level: str, title: str, message: str, place: Location) -> str:
    values = {"file": place.path, "line": place.line, "col": place.column, "title": title}
    shown = ",".join(
        f"{name}={_property(str(value))}" for name, value in values.items() if value is not None
    )
    return f"::{level} {shown}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif_results(
    reports: Iterable[Report], diagnostics: Iterable[Diagnostic] = (), *, quiet: bool = False
) -> list[dict[str, Any]]:
    """Return the results of reports and readings for a SARIF log, as plain JSON values.

    A result has a fingerprint, by which code scanning recognises it after lines moved.
    """
    seen: Counter[str] = Counter()
    found = []
    for mark in _marks(reports, diagnostics, quiet=quiet):
        subject = f"{mark.rule}\n{mark.subject}"
        seen[subject] += 1  # two claims about one work differ in their number
        found.append(_sarif_result(mark, _fingerprint(f"{subject}\n{seen[subject]}")))
    return found


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _diagnostic_text(diagnostic: Diagnostic) -> str:
    parts = (diagnostic.key, diagnostic.field, diagnostic.message)
    return ": ".join(part for part in parts if part)


def sarif(results: Sequence[dict[str, Any]], version: str, *, docs_url: str = "") -> dict[str, Any]:
    """Return the SARIF log of some results (OASIS SARIF 2.1.0), as plain JSON values.

    Each rule says what it means and what to do; with `docs_url` it links to its page, too.
    """
    rules = sorted({result["ruleId"] for result in results})
    driver = {
        "name": "refcore",
        "version": version,
        "rules": [RULES[rule].to_sarif(rule, docs_url) for rule in rules],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": list(results)}],
    }


def _sarif_result(mark: _Mark, fingerprint: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": mark.rule,
        "level": mark.level,
        "message": {"text": mark.message},
        "partialFingerprints": {"refcore/v1": fingerprint},
    }
    if mark.accepted is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": mark.accepted}]
    place = mark.place
    if place.path is not None:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
        if place.line is not None:
            region = {"startLine": place.line}
            if place.column is not None:
                region["startColumn"] = place.column
            physical["region"] = region
        result["locations"] = [{"physicalLocation": physical}]
    return result


def _uri(path: str) -> str:
    import os
    from pathlib import PurePath
    from urllib.parse import quote

    posix = PurePath(path).as_posix()
    return ("file://" if posix.startswith("/") else "") + quote(os.fsencode(posix))

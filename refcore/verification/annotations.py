"""Reports for machines that annotate files: GitHub's workflow commands, SARIF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from refcore.compare import DifferenceKind
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.net.addresses import LinkState
from refcore.verification.paper import PaperKind
from refcore.verification.report import Report, Verdict

__all__ = ["github", "sarif", "sarif_results"]

# What is marked beside the verdicts, whose rows have the same.
_RULES = {
    **{str(verdict): verdict.row.meaning for verdict in Verdict},
    "notice": "The work is retracted, withdrawn or corrected, or its publisher is concerned.",
    "link": "A web address does not answer where the reference says.",
    "false-claim": "What the note says of an author list is false.",
    "input": "Something in the file is odd.",
}


def _results(reports: Iterable[Report]) -> Iterator[tuple[str, str, str, Location]]:
    """Return rule, level, message and place of everything worth a mark."""
    for report in reports:
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
    return [*differences, *(finding.rule for finding in report.findings)]


def github(reports: Iterable[Report], diagnostics: Iterable[Diagnostic] = ()) -> list[str]:
    """Return the reports as GitHub workflow commands, one line each.

    Source: GitHub Docs, "Workflow commands for GitHub Actions".
    """
    names = {"error": "error", "warning": "warning", "note": "notice"}
    found = [
        _command(names[level], f"refcore: {rule}", message, place)
        for rule, level, message, place in _results(reports)
    ]
    for diagnostic in diagnostics:
        level = "error" if diagnostic.severity is Severity.ERROR else "warning"
        if diagnostic.severity is not Severity.NOTE:
            text = _diagnostic_text(diagnostic)
            found.append(_command(level, "refcore: input", text, diagnostic.location))
    return found


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
    reports: Iterable[Report], diagnostics: Iterable[Diagnostic] = ()
) -> list[dict[str, Any]]:
    """Return the results of reports and readings for a SARIF log, as plain JSON values."""
    found = [
        _sarif_result(rule, level, message, place)
        for rule, level, message, place in _results(reports)
    ]
    for diagnostic in diagnostics:
        text = _diagnostic_text(diagnostic)
        found.append(_sarif_result("input", str(diagnostic.severity), text, diagnostic.location))
    return found


def _diagnostic_text(diagnostic: Diagnostic) -> str:
    parts = (diagnostic.key, diagnostic.field, diagnostic.message)
    return ": ".join(part for part in parts if part)


def sarif(results: Sequence[dict[str, Any]], version: str) -> dict[str, Any]:
    """Return the SARIF log of some results (OASIS SARIF 2.1.0), as plain JSON values."""
    rules = sorted({result["ruleId"] for result in results})
    driver = {
        "name": "refcore",
        "version": version,
        "rules": [{"id": rule, "shortDescription": {"text": _RULES[rule]}} for rule in rules],
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": list(results)}],
    }


def _sarif_result(rule: str, level: str, message: str, place: Location) -> dict[str, Any]:
    result: dict[str, Any] = {"ruleId": rule, "level": level, "message": {"text": message}}
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

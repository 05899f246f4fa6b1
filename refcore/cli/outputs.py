"""The formats in which a verification is printed: one row each.

A format turns the reports of a file into plain values, in the process that verified the file.
At the end, it makes one document of the values of all files.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import Any

import attrs

import refcore
from refcore.cli.results import RunResult
from refcore.cli.tones import styled
from refcore.cli.view import View
from refcore.diagnostics import Diagnostic, Location
from refcore.text.visible import json_text, visible_line
from refcore.verification.annotations import github, sarif, sarif_results
from refcore.verification.checked import Checked
from refcore.verification.csvtable import csv_rows, csv_text
from refcore.verification.junit import junit_cases, junit_text
from refcore.verification.layout import wrapped
from refcore.verification.report import Report
from refcore.verification.spans import Line
from refcore.verification.stepsummary import step_rows, step_summary
from refcore.verification.text import (
    ACCEPTED,
    FALSE_CLAIMS,
    has_nothing_to_check,
    is_sound,
    lines,
    short,
    summary,
)
from refcore.verification.verdict import Verdict

__all__ = ["OUTPUTS", "Output", "output_of_path"]


@attrs.frozen
class Output:
    """One format: `file` makes plain values of a file, `whole` one document of those of all.

    `suffixes` are those of files that are written in this format where none is named. A format
    for programs is printed even if no file could be read. `is_json` says that characters may be
    escaped as JSON has it. `step` makes the text for the summary page of a GitHub job.
    """

    about: str
    file: Callable[[Checked, View], list[Any]]
    whole: Callable[[RunResult], str]
    suffixes: tuple[str, ...] = ()
    is_for_programs: bool = True
    is_json: bool = False
    step: Callable[[RunResult], str] | None = None


@attrs.frozen
class _Block:
    """What the text says of one reference, ready to be printed, and what it is sorted by."""

    text: str
    rank: int
    path: str
    line: int


# The verdicts that come first with --worst-first; the others keep the order of the file.
_RANKS = {"wrong": 0, "suspect": 1, "open": 2, "accepted": 3, "outside": 4, "right": 5}


def _text_of_file(checked: Checked, view: View) -> list[_Block]:
    found = []
    for report in checked.reports:
        if view.quiet and has_nothing_to_check(report):
            continue
        if view.verbose or not is_sound(report):
            found.append(_block(report, lines(report, most=view.most), view))
        elif not view.quiet:
            found.append(_block(report, [short(report)], view))
    return sorted(found, key=lambda block: (block.path, block.line))


def _block(report: Report, found: list[Line], view: View) -> _Block:
    place = report.reference.location or Location()
    text = _printed(found, view)
    if len(found) > 1 and view.width is not None:
        text += "\n"  # separates a reference from the next one
    return _Block(text, _RANKS[report.outcome], place.path or "", place.line or 0)


def _printed(found: list[Line], view: View) -> str:
    shown = found if view.width is None else wrapped(found, view.width)
    return "".join(f"{styled(line)}\n" for line in shown)


def _whole_text(result: RunResult) -> str:
    blocks = list(result.values)
    if result.view.worst_first:
        blocks.sort(key=lambda block: block.rank)
    text = "".join(block.text for block in blocks)
    return text + _printed([summary(result.counts)], result.view)


def _json_of_file(checked: Checked, _: View) -> list[tuple[str, dict[str, Any]]]:
    found = [("reports", report.to_dict()) for report in checked.reports]
    return found + [("diagnostics", finding.to_dict()) for finding in checked.diagnostics]


def _whole_json(result: RunResult) -> str:
    counts, severities = result.counts, result.severities
    verdicts = {str(verdict): counts[verdict] for verdict in Verdict}
    document: dict[str, Any] = {
        "version": 2,
        "refcore": refcore.__version__,
        "exit": int(result.exit),
        "counts": {
            "files": len(result.files),
            "unread_files": sum(bool(file.failure) for file in result.files),
            "references": sum(verdicts.values()),
            "verdicts": verdicts,
            "false_claims": counts[FALSE_CLAIMS],
            "accepted": counts[ACCEPTED],
            "diagnostics": {name: severities[name] for name in ("error", "warning", "note")},
        },
        "files": [
            {"path": file.path, "error": file.failure or None, "exit": int(file.exit)}
            for file in result.files
        ],
        "reports": [],
        "diagnostics": [],
    }
    for name, value in result.values:
        document[name].append(value)
    document["diagnostics"] += [
        finding.to_dict() for file in result.files for finding in _failures(file.path, file.failure)
    ]
    return f"{json_text(document)}\n"


def _failures(path: str, failure: str) -> Sequence[Diagnostic]:
    return Checked.failed(path, failure).diagnostics if failure else ()


def _github_of_file(checked: Checked, view: View) -> list[tuple[str, Any]]:
    found = github(checked.reports, checked.diagnostics, quiet=view.quiet)
    rows = step_rows(checked.reports)
    return [*(("line", line) for line in found), *(("row", row) for row in rows)]


def _whole_github(result: RunResult) -> str:
    found = [value for name, value in result.values if name == "line"]
    for file in result.files:
        found += github((), _failures(file.path, file.failure))
    return "".join(f"{visible_line(line)}\n" for line in found)


def _github_step(result: RunResult) -> str:
    rows = [value for name, value in result.values if name == "row"]
    failures = [file.failure for file in result.files if file.failure]
    return step_summary(rows, result.counts, failures)


def _sarif_of_file(checked: Checked, view: View) -> list[dict[str, Any]]:
    return sarif_results(checked.reports, checked.diagnostics, quiet=view.quiet)


def _whole_sarif(result: RunResult) -> str:
    found = list(result.values)
    for file in result.files:
        found += sarif_results((), _failures(file.path, file.failure))
    return f"{json_text(sarif(found, refcore.__version__, docs_url=result.view.docs_url))}\n"


def _junit_of_file(checked: Checked, view: View) -> list[Any]:
    return junit_cases(checked, strict=view.strict)


def _whole_junit(result: RunResult) -> str:
    suites = []
    for file in result.files:
        failed = Checked.failed(file.path, file.failure)
        suites.append((file.path, file.values or (junit_cases(failed) if file.failure else ())))
    return junit_text(suites)


def _csv_of_file(checked: Checked, view: View) -> list[Any]:
    return csv_rows(checked.reports, quiet=view.quiet)


def _whole_csv(result: RunResult) -> str:
    return csv_text(result.values)


def _html_of_file(checked: Checked, view: View) -> list[tuple[str, Any]]:
    from refcore.verification.page.entry import page_entry

    shown = [one for one in checked.reports if not (view.quiet and is_sound(one))]
    found: list[tuple[str, Any]] = [("entry", page_entry(report)) for report in shown]
    return found + [("finding", str(one)) for one in checked.diagnostics]


def _whole_html(result: RunResult) -> str:
    from refcore.verification.page.whole import page_of

    values = list(result.values)
    found = [value for name, value in values if name == "finding"]
    found += [file.failure for file in result.files if file.failure]
    return page_of(
        [value for name, value in values if name == "entry"],
        result.counts,
        title=_page_title([PurePath(file.path).name.strip("<>") for file in result.files]),
        found=found,
        made=datetime.date.today(),
    )


def _page_title(names: Sequence[str]) -> str:
    """Return the heading of a page about some files.

    >>> _page_title(["a.bib"]), _page_title(["a.bib", "b.bib", "c.md", "d.md"])
    ('a.bib', '4 files: a.bib, b.bib, c.md and 1 more')
    """
    if len(names) == 1:
        return names[0]
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"{len(names)} files: {', '.join(names[:3])}{more}"


OUTPUTS: Mapping[str, Output] = {
    "text": Output(
        "for people", _text_of_file, _whole_text, suffixes=(".txt", ".log"), is_for_programs=False
    ),
    "json": Output(
        "all that was found out, in one document",
        _json_of_file,
        _whole_json,
        suffixes=(".json",),
        is_json=True,
    ),
    "sarif": Output(
        "a log for code scanning",
        _sarif_of_file,
        _whole_sarif,
        suffixes=(".sarif", ".sarif.json"),
        is_json=True,
    ),
    "github": Output(
        "annotations of a GitHub job, and its summary page",
        _github_of_file,
        _whole_github,
        step=_github_step,
    ),
    "junit": Output(
        "XML for test reports, one case a reference",
        _junit_of_file,
        _whole_junit,
        suffixes=(".xml",),
    ),
    "html": Output(
        "a page to send, for a browser or a printer",
        _html_of_file,
        _whole_html,
        suffixes=(".html", ".htm"),
    ),
    "csv": Output("a table, one row a reference", _csv_of_file, _whole_csv, suffixes=(".csv",)),
}


def output_of_path(path: PurePath) -> str | None:
    """Return the format of a file by the end of its name, None where it says nothing.

    >>> output_of_path(PurePath("report.sarif.json")), output_of_path(PurePath("report"))
    ('sarif', None)
    """
    name = path.name.casefold()
    found = [
        (len(suffix), word)
        for word, output in OUTPUTS.items()
        for suffix in output.suffixes
        if name.endswith(suffix)
    ]
    return max(found)[1] if found else None

"""Reports as JUnit XML, which test runners and CI services show: one case a reference.

Source: the JUnit schema of Apache Ant (testsuites, testsuite, testcase, failure, error, skipped).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final
from xml.etree import ElementTree as Xml

import attrs

from refcore.diagnostics import Severity
from refcore.text.patterns import regex
from refcore.text.visible import visible
from refcore.verification.checked import Checked
from refcore.verification.report import Report
from refcore.verification.text import render
from refcore.verification.verdict import Bearing

__all__ = ["JunitCase", "junit_cases", "junit_text"]

# XML cannot contain these characters, not even as references. Source: XML 1.0, production 2.
_NOT_XML: Final = regex("[\ufffe\uffff]")


@attrs.frozen
class JunitCase:
    """One case: `state` is failure, error, skipped, or empty where all is sound.

    `text` is the body of the result; for a sound case it says whether the work was retracted.
    """

    name: str
    state: str = ""
    kind: str = ""
    message: str = ""
    text: str = ""
    line: int | None = None


def junit_cases(checked: Checked, *, strict: bool = False) -> list[JunitCase]:
    """Return the cases of one file: each reference, and what of the file could not be read.

    A reference is a failure where the run exits with 1, an error where it could not be checked.
    """
    lost = [found for found in checked.diagnostics if found.severity is Severity.ERROR]
    return [
        *(_case(report, strict) for report in checked.reports),
        *(
            JunitCase(found.key or "reading", "error", "input", found.message, str(found), line)
            for found in lost
            for line in [found.location.line]
        ),
    ]


def _case(report: Report, strict: bool) -> JunitCase:
    state = _STATES[report.outcome]
    if strict and report.outcome == Bearing.OUTSIDE.value:
        state = "error"
    location = report.reference.location
    message = report.headline if report.accepted is None else f"accepted: {report.accepted}"
    if report.false_claims:
        message = "; ".join([message, *(found.reason for found in report.false_claims)])
    return JunitCase(
        report.reference.key,
        state,
        _kind(report),
        message,
        render(report) if state else "\n".join(found.rule for found in report.notices),
        location.line if location else None,
    )


def _kind(report: Report) -> str:
    is_wrong = report.verdict.row.bearing in (Bearing.WRONG, Bearing.SUSPECT)
    return "false-claim" if report.false_claims and not is_wrong else str(report.verdict)


_STATES = {
    Bearing.RIGHT.value: "",
    Bearing.WRONG.value: "failure",
    Bearing.SUSPECT.value: "failure",
    Bearing.OPEN.value: "error",
    Bearing.OUTSIDE.value: "skipped",
    "accepted": "skipped",
}


def junit_text(suites: Iterable[tuple[str, Sequence[JunitCase]]]) -> str:
    """Return the document: one suite a file, named by its path.

    >>> print(junit_text([("a.bib", [JunitCase("m1", "failure", "contradicted", "<no>", "")])]))
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="refcore" tests="1" failures="1" errors="0" skipped="0">
      <testsuite name="a.bib" tests="1" failures="1" errors="0" skipped="0">
        <testcase classname="a.bib" name="m1" file="a.bib">
          <failure type="contradicted" message="&lt;no&gt;" />
        </testcase>
      </testsuite>
    </testsuites>
    <BLANKLINE>
    """
    every = list(suites)
    cases = [case for _, of_file in every for case in of_file]
    root = Xml.Element("testsuites", {"name": "refcore", **_counts(cases)})
    for path, of_file in every:
        suite = Xml.SubElement(root, "testsuite", {"name": _text(path), **_counts(of_file)})
        for case in of_file:
            _add(suite, path, case)
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _counts(cases: Sequence[JunitCase]) -> dict[str, str]:
    states = Counter(case.state for case in cases)
    return {
        "tests": str(len(cases)),
        "failures": str(states["failure"]),
        "errors": str(states["error"]),
        "skipped": str(states["skipped"]),
    }


def _add(suite: Xml.Element, path: str, case: JunitCase) -> None:
    place = {"classname": _text(path), "name": _text(case.name), "file": _text(path)}
    if case.line is not None:
        place["line"] = str(case.line)
    element = Xml.SubElement(suite, "testcase", place)
    if case.state:
        said = {"message": _text(case.message)}
        if case.state != "skipped":
            said = {"type": case.kind, **said}
        state = Xml.SubElement(element, case.state, said)
        state.text = _text(case.text) or None
    elif case.text:
        Xml.SubElement(element, "system-out").text = _text(case.text)


def _text(text: str) -> str:
    return _NOT_XML.sub(lambda match: f"[U+{ord(match[0]):04X}]", visible(text))

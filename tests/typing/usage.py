"""How people call refcore, for mypy and pyright to check; nothing here runs."""

from pathlib import Path
from typing import assert_type

import refcore
from refcore import (
    ArxivId,
    Authors,
    BibFile,
    Bibliography,
    Diagnostic,
    Group,
    Library,
    Person,
    Reference,
    Report,
    Reports,
    Verdict,
)


def reads_and_writes(path: Path) -> None:
    library = refcore.load(path)
    assert_type(library, Library)
    assert_type(library["key"], Reference)
    assert_type(refcore.loads("@misc{a}", "bibtex"), Library)
    assert_type(refcore.dumps(library), str)
    assert_type(refcore.dumps(library["key"], "csl-json"), str)
    assert_type(refcore.dumps(library, "bibtex", ascii=True, authors=3), str)
    assert_type(refcore.dumps(library, flavour="biblatex"), str)
    assert_type(refcore.dump(library, path, "biblatex", authors="groups"), list[Diagnostic])
    refcore.dumps(library, "ris", ascii=True)  # type: ignore[call-overload]
    refcore.dumps(library, "bibtex", asci=True)  # type: ignore[call-overload]
    assert_type(refcore.dump(library, path), list[Diagnostic])
    assert_type(refcore.losses(library, "ris"), list[Diagnostic])


def verifies(path: Path, library: Library, reference: Reference) -> None:
    assert_type(refcore.verify(reference), Report)
    assert_type(refcore.verify(path), Reports)
    assert_type(refcore.verify("refs.bib"), Reports)
    assert_type(refcore.verify(library), Reports)
    assert_type(refcore.verify([reference])[:1], Reports)
    plain: list[Report] = refcore.verify(library)
    assert_type(refcore.report_page(plain), str)
    report = refcore.verify_authors(["Aili Chen", "et al."], "2506.13585")
    assert_type(report.verdict, Verdict)
    assert_type(report.is_confirmed, bool)
    assert_type(refcore.fetch("2506.13585"), Reference)
    assert_type(refcore.fetch(["2506.13585", ArxivId("2506.13586")]), list[Reference])


def reads_names() -> None:
    assert_type(refcore.read_name("Aili Chen"), Person | Group)
    assert_type(refcore.read_author_list(["Aili Chen"]), Authors)
    assert_type(refcore.read_bibtex_names("Chen, Aili and others"), Authors)


def prints(library: Library) -> None:
    assert_type(refcore.bibliography(library, style="apa", format="html"), Bibliography)
    assert_type(refcore.cite(library, ["key"], style="apa"), str)


def edits(path: Path) -> None:
    file = BibFile.read(path)
    file.entries["key"]["title"] = "New"
    assert_type(file.to_text(), str)


async def waits(library: Library, reference: Reference) -> None:
    assert_type(await refcore.averify(library), Reports)
    assert_type(await refcore.averify(reference), Report)

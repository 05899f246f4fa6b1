"""Groups among the authors of a reference, beside records that list people, groups or both."""

from __future__ import annotations

import pytest

from refcore import ArxivId, Doi, Record, RecordAuthor, loads
from refcore.records.lookup import Lookup, Origin
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.report import Report

ATLAS = "ATLAS Collaboration[g];Georges Aad;Tatevik Abajyan;Brad Abbott;Jalal Abdallah"
# The verdict, the fields of the entry, the names of the record ("[g]" marks a group), its title.
CASES = [
    ("incomplete", "author = {{OpenAI}}", "Al Lee;Bo Fei", "Robots that learn"),
    ("variants", "author = {{OpenAI}}", "Al Lee;Bo Fei", "GPT-4 Technical Report"),
    ("incomplete", "author = {{OpenAI}}", "Al Lee;Bo Fei", "GPT-4 Can't Reason"),
    ("incomplete", "author = {{Google}}", "Al Lee;Bo Fei", "GPT-4 Technical Report"),
    ("incomplete", "author = {{OpenAI}}", "Al Lee;Bo Fei", "GPT-NeoX-20B: A Language Model"),
    ("incomplete", "author = {{OpenAI}}", "Al Lee;Bo Fei", "GPT Models in Building"),
    ("incomplete", "author = {{Meta}}", "Al Lee;Bo Fei", "LLaMA-Adapter: Tuning of Models"),
    ("incomplete", "author = {{Google}}", "Al Lee;Bo Fei", "Gemini in Reasoning: Sense in Models"),
    ("variants", "author = {{Google}}", "Al Lee;Bo Fei", "Gemini: A Family of Capable Models"),
    ("variants", "author = {{Microsoft}}", "Al Lee;Bo Fei", "Phi-3 Technical Report: A Model"),
    ("variants", "author = {{Qwen Team, Alibaba}}", "Al Lee;Bo Fei", "Qwen2.5-VL Technical Report"),
    (
        "variants",
        "author = {Aad, Georges and others and {ATLAS Collaboration}}",
        ATLAS,
        "A new particle",
    ),
    ("variants", "author = {Aad, G. and {ATLAS Collaboration}}", ATLAS, "A new particle"),
    ("contradicted", "author = {Abbott, B. and {ATLAS Collaboration}}", ATLAS, "A new particle"),
    (
        "incomplete",
        "author = {Aad, G. and {ATLAS Collaboration}}",
        "Georges Aad;Brad Abbott",
        "Dust",
    ),
    ("contradicted", "author = {Aad, Georges and others}, collaboration = {CMS}", ATLAS, "Dust"),
    ("variants", "author = {Aad, G. and others}, collaboration = {ATLAS}", ATLAS, "Dust"),
    ("variants", "author = {Aad, G. and others}, collaboration = {ATLAS, CMS}", ATLAS, "Dust"),
    ("variants", "author = {Aad, G. and others}, collaboration = {CMS}", "Georges Aad;Al Lee", "X"),
    (
        "contradicted",
        "author = {Lee, Al and {Moss Study Group}}",
        "Al Lee;Bo Fei;Moss Study Group[g]",
        "Bogs",
    ),
    ("incomplete", "author = {Lee, Al and {Nordic Moss Consortium}}", "Al Lee", "Bogs"),
    ("variants", "author = {Lee, Al and {Nordic Moss Consortium}}", "Al Lee", "The Nordic Moss"),
    ("variants", "author = {Lee, Al and {on behalf of the Moss Group}}", "Al Lee", "Bogs"),
    (
        "variants",
        "author = {{Department of Health, Centers for Disease Control and Prevention}}",
        "Centers for Disease Control and Prevention[g]",
        "Smoke",
    ),
    ("variants", "author = {{Meta AI}}", "Llama Team, AI @ Meta[g]", "The Llama 3 Herd of Models"),
    ("contradicted", "author = {{Mistral AI}}", "Llama Team, AI @ Meta[g]", "The Llama 3 Herd"),
    (
        "variants",
        "author = {IPCC}",
        "Intergovernmental Panel on Climate Change (IPCC)",
        "Climate change",
    ),
]
_VERDICTS = {"variants": "confirmed-with-variants"}


def _verified(entry: str, names: str, title: str, source: str) -> Report:
    authors = [
        RecordAuthor(name.removesuffix("[g]"), is_group=name.endswith("[g]") and source != "arxiv")
        for name in names.split(";")
    ]
    if source == "arxiv":
        record = Record(id=ArxivId("2101.00001", 1), source=source, title=title, authors=authors)
        known = "eprint = {2101.00001}, archiveprefix = {arXiv}"
    else:
        record = Record(id=Doi("10.1234/x"), source=source, title=title, authors=authors)
        known = "doi = {10.1234/x}"
    reference = loads(f"@misc{{k, {entry}, title = {{{title}}}, {known}}}", "bibtex")["k"]
    return check(Case(reference, Lookup.found(record.id, record, Origin.NETWORK), today=2026))


@pytest.mark.parametrize("source", ["arxiv", "crossref"])
@pytest.mark.parametrize(("expected", "entry", "names", "title"), CASES)
def test_a_group_is_judged_by_what_the_record_says_of_it(
    expected: str, entry: str, names: str, title: str, source: str
) -> None:
    report = _verified(entry, names, title, source)
    assert report.verdict.value == _VERDICTS.get(expected, expected), report.reason


def test_one_person_is_counted_in_the_singular() -> None:
    report = _verified("author = {{Moss Society}}", "Al Lee", "Bogs", "crossref")
    assert report.reason == "Crossref's record names 1 person, and not the group Moss Society"

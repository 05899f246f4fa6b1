"""A title in another language than the record's: it cannot be compared, and is not suspect."""

from __future__ import annotations

import datetime

import pytest

from refcore.formats import loads
from refcore.model import Date, Doi
from refcore.records.lock import Lock
from refcore.records.record import Record, RecordAuthor
from refcore.records.sources import Sources
from refcore.verification.paper import PaperKind
from refcore.verification.report import Report, Verdict
from refcore.verification.verify import verify

NAMES = ("Ada Lindt", "Berit Oss")
VENUE = "Journal of Harbour Studies"


def report_on(
    claimed: str, actual: str, *others: str, names: tuple[str, ...] = NAMES, listed: bool = True
) -> Report:
    record = Record(
        id=Doi("10.1000/x"),
        source="crossref",
        title=actual,
        titles=others,
        authors=[RecordAuthor(name) for name in NAMES] if listed else (),
        type="article-journal",
        dates={"issued": Date.of(2015)},
        fields={"container-title": VENUE},
    )
    entry = (
        f"@article{{k, title={{{claimed}}}, author={{{' and '.join(names)}}}, "
        f"journal={{{VENUE}}}, year={{2015}}, doi={{10.1000/x}}}}"
    )
    reference = next(iter(loads(entry, "bibtex")))
    return verify(reference, arxiv=Sources(Lock([record])), today=datetime.date(2026, 6, 1))


TRANSLATED = [
    ("Zur Theorie der Boote", "On the Theory of Boats"),
    ("Strömungsmechanik", "Fluid Mechanics"),
    ("Étude de la croissance des algues", "Growth of algae"),
    ("Análisis de redes de pesca artificiales", "Analysis of Artificial Fishing Nets"),
    ("Pesca profunda nos Açores", "Fishing in the deep waters of the Azores"),
    ("Metody numeryczne w optymalizacji sieci", "Numerical methods in the optimization of nets"),
    ("Pengaruh suhu terhadap pertumbuhan rumput laut", "The effect of temperature on seaweed"),
    ("Vliv teploty na růst řas", "Effect of temperature on the growth of algae"),
    ("Морская биология", "Marine biology"),
    ("海洋生物学", "Marine biology"),
    ("On the Theory of Boats", "Zur Theorie der Boote"),
]


@pytest.mark.parametrize(("claimed", "actual"), TRANSLATED)
def test_a_title_in_another_language_is_not_compared(claimed: str, actual: str) -> None:
    report = report_on(claimed, actual)
    assert str(report.verdict) == "incomplete", report
    assert [one.kind for one in report.findings] == [PaperKind.LANGUAGE]
    assert report.reason.endswith("Crossref has it in another language")


@pytest.mark.parametrize(("claimed", "actual"), TRANSLATED)
def test_a_translation_that_the_record_states_is_its_title(claimed: str, actual: str) -> None:
    assert str(report_on(claimed, actual, claimed).verdict) == "confirmed"


@pytest.mark.parametrize(
    ("claimed", "actual"),
    [
        ("Boats of the North", "Fishing in Winter"),
        ("An Invented Title about Lamps", "Harbour Moths and Their Glow at Night"),
        ("Harbour seals", "Kites"),
    ],
)
def test_another_title_in_the_same_language_is_suspect(claimed: str, actual: str) -> None:
    assert str(report_on(claimed, actual).verdict) == "suspect"


def test_other_authors_are_other_authors_in_each_language() -> None:
    report = report_on(*TRANSLATED[0], names=("Cy Moss", "Dee Fenn"))
    assert str(report.verdict) == "other-paper"


def test_a_record_without_names_belongs_to_no_other_paper() -> None:
    report = report_on(*TRANSLATED[0], listed=False)
    assert str(report.verdict) == "incomplete"


@pytest.mark.parametrize(
    ("claimed", "actual"),
    [
        ("Les algues du Nord II: L'été des pêcheurs", "Les algues du Nord I: La forêt et la côte"),
        ("海洋生物学综述", "深海地质学综述"),
        (
            "Hull thermo\u2010chemistry. IV. A new paint",
            "Hull thermo\u2010chemistry. III. The old role",
        ),
        ("Boats and the Erdős graphs of harbours", "Winds and the trees in the fens"),
        ("Growth at 10 µm in wet sails", "Decay at 100 nm in dry masts"),
    ],
)
def test_other_words_of_one_language_are_suspect_though_they_have_marks(
    claimed: str, actual: str
) -> None:
    assert report_on(claimed, actual).verdict is Verdict.SUSPECT

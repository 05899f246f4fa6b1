"""Reports in a notebook and for machines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.arxiv import Arxiv, Lock, RecordAuthor
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.model import ArxivId, Reference
from refcore.names import read_author_list
from refcore.records.record import Notice
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.annotations import github, sarif, sarif_results
from refcore.verification.carets import carets
from refcore.verification.verify import verify

ID = ArxivId("2506.13585")
RECORD = arxiv_record(ID.with_version(1), "M1", [RecordAuthor(n) for n in ("Bo Fei", "Bo Yang")])
ARXIV = Arxiv(lock=Lock([RECORD]))


def wrong(key: str = "a", name: str = "Bo Fej") -> Reference:
    place = Location("refs.bib", 3, 1)
    return Reference(key, authors=read_author_list([name, "Bo Yang"]), arxiv=ID, location=place)


def test_annotations_name_the_place_and_escape() -> None:
    (line,) = github([verify(wrong("50%\nx".replace("\n", "")), arxiv=ARXIV)])
    assert line.startswith(
        "::error file=refs.bib,line=3,col=1,title=refcore%3A contradicted::50%25x"
    )
    lost = Diagnostic("a\nb", Location("x.bib", 1), key="k", severity=Severity.ERROR)
    assert github([], [lost]) == ["::error file=x.bib,line=1,title=refcore%3A input::k: a%0Ab"]


def test_annotations_say_what_differs() -> None:
    varied = verify(wrong(name="B. Fei").evolve(title="M1"), arxiv=ARXIV)
    (line,) = github([varied])
    assert line.startswith("::notice")
    assert "B. Fei is Bo Fei" in line
    gone = RECORD.evolve(notices=[Notice("withdrawn", text="Withdrawn, as Lemma 2 is wrong")])
    (line,) = github([verify(wrong(name="Bo Fei"), arxiv=Arxiv(lock=Lock([gone])))])
    assert line.startswith("::warning")
    assert "the paper is withdrawn: Withdrawn, as Lemma 2 is wrong" in line


def test_annotation_of_another_paper_lists_no_authors() -> None:
    other = wrong(name="Ann Other").evolve(title="On Matters of Another Kind")
    (line,) = github([verify(other, arxiv=ARXIV)])
    assert line.endswith('belongs to "M1"')


def test_sarif_lists_its_rules() -> None:
    reports = [verify(wrong(), arxiv=ARXIV), verify(Reference("b"), arxiv=ARXIV)]
    log = sarif(sarif_results(reports), "1")
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["contradicted", "unchecked"]
    assert [result["level"] for result in run["results"]] == ["error", "warning"]


@pytest.mark.parametrize(
    ("claimed", "actual", "marks"),
    [("Bo Fej", "Bo Fei", "     ^"), ("Binyang Jian", "Binyang Jiang", " " * 12 + "^")],
)
def test_carets_stand_under_what_differs(claimed: str, actual: str, marks: str) -> None:
    assert carets(claimed, actual) == marks


@given(st.text(max_size=40), st.text(max_size=40))
def test_carets_mark_nothing_only_where_nothing_differs(claimed: str, actual: str) -> None:
    if claimed == actual:
        assert carets(claimed, actual) == ""

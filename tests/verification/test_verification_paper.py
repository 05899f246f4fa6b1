"""The paper beside its authors: title, year, category, withdrawal, versions."""

import pytest

from refcore import Verdict, loads
from refcore.arxiv import Arxiv, Lock, RecordAuthor
from refcore.model import ArxivId, Date, Library, Reference
from refcore.names import read_author_list
from refcore.records.record import Record
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.found import Certainty, choose
from refcore.verification.lists import claimed_by, compare_list
from refcore.verification.paper import PaperKind
from refcore.verification.verify import verify

ID = ArxivId("1706.03762")
NAMES = ["Ashish Vaswani", "Noam Shazeer", "Niki Parmar"]
TITLE = "Attention Is All You Need"


def record(version: int = 1, names: list[str] | None = None, **changes) -> Record:
    values = {
        "published": Date.of(2017, 6, 12),
        "updated": Date.of(2018, 8, 2),
        "primary_category": "cs.CL",
        "categories": ["cs.CL", "cs.LG"],
        **changes,
    }
    authors = [RecordAuthor(name) for name in names or NAMES]
    return arxiv_record(ID.with_version(version), TITLE, authors, **values)


def report_on(reference: Reference, *records: Record):
    return verify(reference, arxiv=Arxiv(lock=Lock(records or [record()])))


def cite(title: str = TITLE, names: list[str] | None = None, **changes) -> Reference:
    authors = read_author_list(NAMES if names is None else names)
    return Reference("a", "article", title, authors, **{"arxiv": ID, **changes})


def test_a_right_reference_has_no_findings() -> None:
    report = report_on(cite(issued=Date.of(2017), extra={"primaryclass": "cs.CL"}))
    assert report.verdict is Verdict.CONFIRMED
    assert report.findings == ()


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Deep Residual Learning for Image Recognition", ["Ann Other"]),
        ("Deep Residual Learning for Image Recognition", []),
        ("GPT-4 Technical Report", []),
        ("adam", []),
        ("Deep Learning 2015", []),
    ],
)
def test_an_id_of_another_paper_has_its_own_verdict(title: str, names: list[str]) -> None:
    report = report_on(cite(title, names))
    assert report.verdict is Verdict.OTHER_PAPER
    assert report.is_contradicted
    assert report.reason == 'the id 1706.03762 belongs to "Attention Is All You Need"'


def test_a_paper_whose_authors_agree_is_not_another_paper() -> None:
    named = report_on(cite("Attention"))
    assert named.verdict is Verdict.CONFIRMED_WITH_VARIANTS
    renamed = report_on(cite("Transformers For Everything And More"))
    assert renamed.verdict is Verdict.CONTRADICTED
    assert "title differs" in renamed.reason


def test_a_garbled_title_contradicts_a_preprint() -> None:
    report = report_on(cite("Attention Is Not All That You Need"))
    assert report.verdict is Verdict.CONTRADICTED
    assert "title differs" in report.reason


@pytest.mark.parametrize("title", ["Vaswani et al. 2017", "paper", "[12]", "our earlier work"])
def test_what_a_note_calls_a_paper_is_not_a_false_title(title: str) -> None:
    library = Library([cite(title, [])], labels=["a"])
    (report,) = verify(library, arxiv=Arxiv(lock=Lock([record()])))
    assert not report.is_contradicted


@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"issued": Date.of(2016)}, PaperKind.YEAR, "arXiv has 2017 to 2018"),
        ({"issued": Date.of(2021)}, PaperKind.YEAR, "arXiv has 2017 to 2018"),
        ({"extra": {"primaryclass": "cs.LG"}}, PaperKind.CATEGORY, "cross-list"),
        ({"extra": {"primaryclass": "hep-th"}}, PaperKind.CATEGORY, "arXiv has cs.CL"),
    ],
)
def test_year_and_category_are_compared(changes: dict, kind: PaperKind, words: str) -> None:
    report = report_on(cite(**changes))
    (finding,) = report.findings
    assert (finding.kind, report.verdict) == (kind, Verdict.CONFIRMED_WITH_VARIANTS)
    assert words in finding.rule
    assert words in str(report)


@pytest.mark.parametrize(
    ("claimed", "primary"),
    [("cs", "cs.CL"), ("CS", "cs.LG"), ("cond-mat", "cond-mat.str-el"), ("hep-th", "hep-th")],
)
def test_the_archive_of_the_category_is_not_another_category(claimed: str, primary: str) -> None:
    held = record(primary_category=primary, categories=[primary])
    report = report_on(cite(extra={"primaryclass": claimed}), held)
    assert (report.findings, report.verdict) == ((), Verdict.CONFIRMED)


@pytest.mark.parametrize("claimed", ["math", "cs.C", "c", "cs.CLX"])
def test_another_archive_is_another_category(claimed: str) -> None:
    (finding,) = report_on(cite(extra={"primaryclass": claimed})).findings
    assert finding.kind is PaperKind.CATEGORY


def test_a_later_year_is_right_for_a_published_paper() -> None:
    published = cite(issued=Date.of(2021), fields={"container-title": "A Journal"})
    found = report_on(published.evolve(type="article-journal")).findings
    assert [one.kind for one in found] == [PaperKind.PLACE]


def test_a_withdrawn_paper_is_said_to_be_withdrawn() -> None:
    report = report_on(cite(), record(is_withdrawn=True, comment="withdrawn by the authors"))
    assert "the paper is withdrawn: withdrawn by the authors" in str(report)


def test_a_list_of_an_earlier_version_is_told() -> None:
    records = record(1, NAMES[:2]), record(2)
    report = report_on(cite(names=NAMES[:2]), *records)
    assert report.verdict is Verdict.CONFIRMED_WITH_VARIANTS
    assert "this is the list of v1; v2 added Niki Parmar" in str(report)


def test_a_list_is_held_against_the_version_that_it_cites() -> None:
    records = record(1, NAMES[:2]), record(2)
    right = report_on(cite(names=NAMES[:2], arxiv=ID.with_version(1)), *records)
    wrong = report_on(cite(names=NAMES[:2], arxiv=ID.with_version(2)), *records)
    assert right.verdict is Verdict.CONFIRMED
    assert wrong.verdict is Verdict.CONTRADICTED
    assert "this is the list of v1" in str(wrong)


def test_a_list_of_no_version_stays_contradicted() -> None:
    report = report_on(cite(names=["Ann Other"]), record(1, NAMES[:2]), record(2))
    assert report.verdict is Verdict.CONTRADICTED
    assert "this is the list" not in str(report)


def test_the_choice_among_found_papers_says_how_sure_it_is() -> None:
    found = choose(cite(arxiv=None), [record()])
    assert found is not None
    assert found.certainty is Certainty.SURE
    unsure = choose(cite(names=["Ann Other"], arxiv=None), [record()])
    assert unsure is not None
    assert unsure.certainty is Certainty.TITLE_ONLY
    short = record().evolve(title="Attention Is All")
    unsure = choose(cite(title="Attention is all", names=["Ann Other"], arxiv=None), [short])
    assert unsure is not None
    assert unsure.certainty is Certainty.LIKELY
    assert choose(cite("Deep Residual Learning", arxiv=None), [record()]) is None


@pytest.mark.parametrize(
    ("authors", "collaboration", "is_contradicted"),
    [
        ("Ola, Tea and others", "LAMP", False),
        ("Ola, Tea and Ruiz, Ana", "LAMP", False),
        ("Ola, Tea and Ruiz, Ana", "LAMP Collaboration", False),
        ("Ola, Tea and Ruiz, Ana", "WICK", True),
        ("Ola, Tea and Ruiz, Ana", "", True),
    ],
)
def test_a_record_of_a_collaboration_alone(authors, collaboration, is_contradicted) -> None:
    field = f"collaboration = {{{collaboration}}}, " if collaboration else ""
    text = f"@article{{k, author = {{{authors}}}, {field}title = {{Lamps}}}}"
    reference = loads(text, "bibtex")["k"]
    work = record(names=["LAMP Collaboration"])
    listed = claimed_by(reference, work)
    assert compare_list(listed, work).comparison.is_wrong is is_contradicted
    assert claimed_by(reference, record(names=["Tea Ola"])) == reference.authors


@pytest.mark.parametrize(
    ("claimed", "is_wrong"),
    [
        (["T. Åkesson", "H. Müller", "D. Kowalski"], False),
        (["Tamara Åkesson", "Hiroshi Müller", "Dmitri Kowalski"], False),
        (["H. Müller", "T. Åkesson", "D. Kowalski"], True),
        (["T. Åkesson", "H. Müller"], True),
        (["T. Åkesson", "H. Müller", "E. Kowalski"], True),
    ],
)
def test_a_record_with_given_and_family_names_swapped(claimed: list[str], is_wrong: bool) -> None:
    people = [("Åkesson", "Tamara"), ("Müller", "Hiroshi"), ("Kowalski", "Dmitri")]
    authors = [RecordAuthor(f"{g} {f}", given=g, family=f) for g, f in people]
    work = record().evolve(authors=authors)
    assert compare_list(claimed, work).comparison.is_wrong is is_wrong

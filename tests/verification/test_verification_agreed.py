"""Title, year, venue and DOI are corrected where two makers of records agree."""

import pytest

from refcore import Record, RecordAuthor
from refcore.compare import compare_authors
from refcore.model import Doi, Reference
from refcore.model.dates import Date
from refcore.model.identifiers import Pmid
from refcore.names import read_author_list
from refcore.verification.agreed import agreed_values
from refcore.verification.fix import propose
from refcore.verification.paper import check_paper
from refcore.verification.report import Report
from refcore.verification.verdict import Verdict

NAMES = ("Ada Berg", "Bo Fei", "Carla Ito")
TITLE = "Bees in Cold Cities"


def record(source="crossref", year=2019, title=TITLE, venue="Journal of Bees", names=NAMES):
    ids = {"crossref": Doi("10.1000/bees"), "pubmed": Pmid("123"), "inspire": Doi("10.1000/bees")}
    return Record(
        id=ids[source],
        source=source,
        title=title,
        authors=[RecordAuthor(name) for name in names],
        type="article-journal",
        fields={"container-title": venue},
        dates={"issued": Date.of(year)},
    )


def report(claimed: Reference, first: Record, *others: Record) -> Report:
    return Report(
        claimed,
        Verdict.CONTRADICTED,
        "",
        comparison=compare_authors(claimed.authors, first.names),
        record=first,
        findings=check_paper(claimed, first, authors_agree=True),
        others=others,
    )


def reference(names=NAMES, title=TITLE, year=2019, venue="Journal of Bees") -> Reference:
    return Reference(
        "k",
        "article-journal",
        title,
        read_author_list(list(names)),
        issued=Date.of(year),
        doi=Doi("10.1000/bees"),
        fields={"container-title": venue},
    )


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"title": "Wasps of the Warm Desert"}, "title", TITLE),
        ({"year": 2012}, "year", "2019"),
        ({"venue": "Annals of Wasps"}, "venue", "Journal of Bees"),
    ],
)
def test_what_two_makers_say_is_put_right(changes, field, value) -> None:
    claimed = reference(**changes)
    assert agreed_values(report(claimed, record(), record("pubmed"))) == {field: value}
    fixed = propose(report(claimed, record(), record("pubmed")))
    assert fixed.after == reference()
    assert value in fixed.reasons[0]


def test_one_maker_is_not_enough() -> None:
    claimed = reference(year=2012)
    assert agreed_values(report(claimed, record())) == {}
    assert agreed_values(report(claimed, record(), record())) == {}


def test_makers_that_differ_change_nothing() -> None:
    claimed = reference(year=2012, venue="Annals of Wasps")
    other = record("pubmed", year=2012, venue="Wasps Weekly")
    assert agreed_values(report(claimed, record(), other)) == {}


def test_a_record_of_another_work_is_not_a_second_maker() -> None:
    claimed = reference(year=2012)
    assert agreed_values(report(claimed, record(), record("pubmed", title="On Ants"))) == {}
    assert agreed_values(report(claimed, record(), record("pubmed", names=["Mo Far"]))) == {}


def test_a_title_is_kept_where_the_authors_differ_too() -> None:
    claimed = reference(names=["Mo Far", "Lu Gao"], title="Wasps of the Warm Desert")
    assert "title" not in agreed_values(report(claimed, record(), record("pubmed")))
    assert propose(report(claimed, record(), record("pubmed"))) is None

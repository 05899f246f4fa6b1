"""One contradicting name asks a second source of author lists: at hand, by id, by title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from refcore.index.row import Row
from refcore.model import Date, Doi, Reference
from refcore.model.identifiers import ArxivId, Identifier
from refcore.model.people import Authors
from refcore.names import parse_list
from refcore.records.beside import lookup_beside, search_beside
from refcore.records.lock import Lock
from refcore.records.lookup import Lookup, LookupStatus, Origin
from refcore.records.record import Record, RecordAuthor
from refcore.records.search import Search, SearchStatus, Sought
from refcore.records.source import Online, Source, Trust
from refcore.records.sources import Sources
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.paper import PaperKind
from refcore.verification.questions import questions
from refcore.verification.report import Report
from refcore.verification.verdict import Verdict
from refcore.verification.verify import verify
from refcore.verification.weighed import Known

DOI = Doi("10.1000/moths")
TITLE = "Sorting Harbour Moths by Their Glow"
RIGHT = ("Ada Lindt", "Berit Oss", "Carl Vane")
WRONG = ("Ada Lindt", "Berit Ott", "Carl Vane")


def record(*names: str, source: str = "crossref", **changes: object) -> Record:
    values: dict[str, object] = {
        "id": DOI,
        "source": source,
        "title": TITLE,
        "authors": [RecordAuthor(name) for name in names],
        "type": "article-journal",
        "dates": {"issued": Date.of(2023)},
    }
    return Record(**{**values, **changes})  # type: ignore[arg-type]


def cited(*names: str) -> Reference:
    return Reference("k", "article-journal", TITLE, Authors(parse_list(names)), doi=DOI)


def case(reference: Reference, first: Record, **changes: object) -> Case:
    return Case(reference, Lookup.found(DOI, first, Origin.NETWORK), **changes)  # type: ignore[arg-type]


def row(*names: str, source: str = "dblp", title: str = TITLE, doi: str = str(DOI)) -> Row:
    return Row(source, "x", 0, title, "\n".join(names), "article-journal", "", "", 2023, doi, None)


def kinds(report: Report) -> list[PaperKind]:
    return [one.kind for one in report.findings]


@pytest.mark.parametrize(
    ("claimed", "actual", "asks"),
    [
        (RIGHT, RIGHT, False),
        (RIGHT, WRONG, True),
        (RIGHT, RIGHT[:2], True),
        (RIGHT[:2], RIGHT, True),
        (RIGHT, RIGHT[:1], True),
        (RIGHT, (), True),
        # Two names, none in common, another order: no slip of one record.
        (RIGHT, ("Ada Lindt", "Berit Ott", "Carl Wien"), False),
        (RIGHT, ("Dora Enz", "Emil Fock", "Fritz Gall"), False),
        (RIGHT, ("Carl Vane", "Ada Lindt", "Berit Oss"), False),
        (("Ada Lindt",), ("Dora Enz",), False),
    ],
)
def test_what_asks_for_a_second_maker(
    claimed: tuple[str, ...], actual: tuple[str, ...], asks: bool
) -> None:
    asked = case(cited(*claimed), record(*actual))
    found = questions(asked, check(asked))
    assert (found.beside == DOI) is asks
    assert found.maker == ("publisher" if asks else "")
    assert bool(found.sought) is (asks and bool(actual))


def test_a_second_maker_at_hand_shows_the_records_error() -> None:
    asked = case(cited(*RIGHT), record(*WRONG), known=Known(by_doi=(row(*RIGHT),)), today=2026)
    report = check(asked)
    assert report.verdict is Verdict.CONFIRMED
    assert kinds(report) == [PaperKind.RECORD]
    assert report.findings[0].rule == "Crossref has 'Berit Ott', dblp agrees with the reference"
    assert "record differs: Crossref has 'Berit Ott'" in str(report)


def test_a_second_maker_at_hand_that_says_the_same() -> None:
    asked = case(cited(*WRONG), record(*RIGHT), known=Known(by_doi=(row(*RIGHT),)), today=2026)
    report = check(asked)
    assert report.verdict is Verdict.CONTRADICTED
    assert report.reason == "the authors do not match Crossref; dblp says the same"


@pytest.mark.parametrize(
    "held",
    [
        row(*RIGHT, source="openalex"),  # Crossref's voice
        row(*RIGHT, title="Catching Winter Eels in Rivers", doi="10.1000/eels"),
        row(),
    ],
)
def test_what_does_not_count_as_a_second_maker(held: Row) -> None:
    asked = case(cited(*RIGHT), record(*WRONG), known=Known(by_doi=(held,)))
    assert check(asked).verdict is Verdict.CONTRADICTED


def test_a_whole_list_at_hand_completes_a_record_that_lacks_people() -> None:
    names = (*RIGHT, "Dora Enz")
    for claimed, verdict in (
        (names, Verdict.CONFIRMED),
        ((*RIGHT, "Emil Fock"), Verdict.CONTRADICTED),
    ):
        known = Known(by_doi=(row(*names),))
        report = check(case(cited(*claimed), record("Ada Lindt"), known=known, today=2026))
        assert report.verdict is verdict, report


class Inspire:
    """A maker that has some works by id and by title; it counts what it is asked."""

    def __init__(self, *records: Record, down: bool = False) -> None:
        self.records = records
        self.down = down
        self.asked: list[object] = []

    def requests_for(self, ids: Iterable[Identifier]) -> int:
        return len(list(ids))

    def ask(
        self, ids: Iterable[Identifier], known: Iterable[Identifier] = ()
    ) -> Iterator[tuple[Lookup, ...]]:
        for one in ids:
            self.asked.append(one)
            found = next((r for r in self.records if one in (r.id, *r.ids)), None)
            if found is not None and not self.down:
                yield (Lookup.found(one, found, Origin.NETWORK),)
            else:
                status = LookupStatus.UNAVAILABLE if self.down else LookupStatus.ABSENT
                yield (Lookup(one, None, status, "no answer"),)

    def search_key(self, sought: Sought) -> str:
        return sought.title

    def search(self, wanted: Iterable[Sought]) -> Iterator[Search]:
        for one in wanted:
            self.asked.append(one)
            if self.down:
                yield Search(one, reason="no answer")
            else:
                yield Search(one, self.records, SearchStatus.FOUND, origin=Origin.NETWORK)


def online(client: Inspire, *, by_id: bool, maker: str = "inspire") -> Online:
    source = Source(
        "inspire",
        "INSPIRE",
        lambda _: False,
        lambda _: None,
        Trust(maker=maker),
        second=lambda _: by_id,
    )
    return Online(source, client)


def verified(reference: Reference, first: Record, maker: Online) -> Report:
    return verify(reference, arxiv=Sources(Lock([first]), online=[maker]))


def test_the_second_maker_is_asked_by_id() -> None:
    inspire = Inspire(record(*RIGHT, source="inspire"))
    report = verified(cited(*RIGHT), record(*WRONG), online(inspire, by_id=True))
    assert report.verdict is Verdict.CONFIRMED
    assert PaperKind.RECORD in kinds(report)
    assert inspire.asked == [DOI]


def test_the_second_maker_is_searched_by_title() -> None:
    paper = record(*RIGHT, source="inspire", id=ArxivId("2301.00001", 1))
    inspire = Inspire(paper)
    report = verified(cited(*RIGHT), record(*WRONG), online(inspire, by_id=False))
    assert report.verdict is Verdict.CONFIRMED
    assert inspire.asked == [Sought(TITLE, "Lindt")]


def test_no_second_maker_is_asked_without_need() -> None:
    inspire = Inspire(record(*RIGHT, source="inspire"))
    report = verified(cited(*RIGHT), record(*RIGHT), online(inspire, by_id=True))
    assert report.verdict is Verdict.CONFIRMED
    assert inspire.asked == []


@pytest.mark.parametrize("by_id", [True, False])
def test_a_second_maker_that_does_not_answer_changes_nothing(by_id: bool) -> None:
    inspire = Inspire(record(*RIGHT, source="inspire"), down=True)
    report = verified(cited(*RIGHT), record(*WRONG), online(inspire, by_id=by_id))
    assert report.verdict is Verdict.CONTRADICTED


def test_a_source_of_the_same_maker_is_not_asked() -> None:
    inspire = Inspire(record(*RIGHT, source="inspire"))
    same = online(inspire, by_id=True, maker="publisher")
    assert lookup_beside([same], {DOI: "publisher"}) == {}
    assert search_beside([same], {Sought(TITLE): "publisher"}) == {}
    assert inspire.asked == []


def test_the_second_maker_says_whose_people_a_group_has() -> None:
    held = record(*RIGHT, source="inspire").evolve(details={"collaborations": "RAFT"})
    inspire = Inspire(held)
    reference = cited("RAFT Collaboration")
    report = verified(reference, record(*RIGHT), online(inspire, by_id=True))
    assert report.verdict is Verdict.CONFIRMED_WITH_VARIANTS
    assert "takes the place of" in report.reason
    other = verified(cited("SHIP Collaboration"), record(*RIGHT), online(inspire, by_id=True))
    assert other.verdict is Verdict.INCOMPLETE

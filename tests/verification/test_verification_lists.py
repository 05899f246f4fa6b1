"""How far a record's author list counts: a source's known errors contradict no reference."""

from __future__ import annotations

import pytest

from refcore.model import Authors, Date, Doi, Group, Person, Reference
from refcore.records.lookup import Lookup, Origin
from refcore.records.record import Notice, Record, RecordAuthor
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.checked import Checked
from refcore.verification.fix import propose
from refcore.verification.junit import junit_cases
from refcore.verification.lists import compare_list
from refcore.verification.outcome import Verdict
from refcore.verification.paper import PaperKind
from refcore.verification.report import Report

SORTED = ["Ada Byron", "Bo Fei", "Carl Gauss", "Emmy Noether"]


def record(names: list[str], doi: str = "10.5555/boats", **more: object) -> Record:
    authors = [
        RecordAuthor(name, given=name.rpartition(" ")[0], family=name.rpartition(" ")[2])
        if " " in name
        else RecordAuthor(name)
        for name in names
    ]
    stated: dict[str, object] = {"title": "Boats of Paper", "dates": {"issued": Date.of(2020)}}
    return Record(
        id=Doi(doi),
        source="crossref",
        authors=authors,
        **{**stated, **more},  # type: ignore[arg-type]
    )


def judged(names: list[str], *records: Record, others: bool = False, title: str = "") -> Report:
    people = [Person(name.rpartition(" ")[0], name.rpartition(" ")[2]) for name in names]
    reference = Reference(
        "a",
        "article-journal",
        title or "Boats of Paper",
        Authors(people, others),
        issued=Date.of(2020),
        doi=Doi("10.5555/boats"),
    )
    first, *further = (Lookup.found(one.id, one, Origin.NETWORK) for one in records)
    return check(Case(reference, first, tuple(further)))


@pytest.mark.parametrize("prefix", ["10.52202/1", "10.5555/boats"])
def test_order_does_not_count_against_a_sorted_record(prefix: str) -> None:
    turned = [SORTED[2], SORTED[0], SORTED[3], SORTED[1]]
    report = judged(turned, record(SORTED, prefix))
    assert report.verdict is Verdict.CONFIRMED
    assert "order not checked" in report.reason
    assert [found.kind for found in report.findings] == [PaperKind.ORDER]


def test_a_list_in_the_order_of_a_sorted_deposit_is_not_confirmed_in_order() -> None:
    report = judged(SORTED, record(SORTED, "10.52202/1"))
    assert (report.verdict, "order not checked" in report.reason) == (Verdict.CONFIRMED, True)


def test_a_name_that_a_sorted_record_lacks_is_still_wrong() -> None:
    report = judged(["Emmy Noether", "Max Planck", "Ada Byron", "Bo Fei"], record(SORTED))
    assert report.verdict is Verdict.CONTRADICTED


def test_order_counts_where_the_record_keeps_it() -> None:
    kept = ["Emmy Noether", "Ada Byron", "Carl Gauss", "Bo Fei"]
    swapped = ["Ada Byron", "Emmy Noether", "Carl Gauss", "Bo Fei"]
    assert judged(swapped, record(kept)).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("names", "more", "words"),
    [
        ([], {}, "names no authors"),
        (["Emmy Noether"], {}, "names the first author only"),
        (["Noether"], {}, "names the first author only"),
        (["Emmy Noether", "Ada Byron"], {"is_partial": True}, "names the first 2 authors only"),
    ],
)
def test_a_record_that_says_too_little_contradicts_nobody(
    names: list[str], more: dict[str, object], words: str
) -> None:
    claimed = ["Emmy Noether", "Ada Byron", "Carl Gauss"]
    report = judged(claimed, record(names, **more))
    assert (report.verdict, words in report.reason) == (Verdict.INCOMPLETE, True)
    assert not report.is_contradicted
    assert not report.is_confirmed


def test_a_whole_record_with_fewer_names_does() -> None:
    report = judged(["Emmy Noether", "Ada Byron", "Bo Fei"], record(["Emmy Noether", "Ada Byron"]))
    assert report.verdict is Verdict.CONTRADICTED


def test_an_initial_that_is_not_the_first_is_open() -> None:
    initials = record(["C. Sullivan", "Ada Byron"])
    assert judged(["Bane Sullivan", "Ada Byron"], initials).verdict is Verdict.INCOMPLETE
    assert judged(["Carl Sullivan", "Ada Byron"], initials).is_confirmed
    wrong = judged(["Y. Zhang", "Ada Byron"], record(["Xiangyu Zhang", "Ada Byron"]))
    assert wrong.verdict is Verdict.CONTRADICTED


def test_a_group_alone_contradicts_no_people() -> None:
    group = record([]).evolve(authors=[RecordAuthor("Boat Study Group", is_group=True)])
    assert judged(["Ada Byron"], group).verdict is Verdict.INCOMPLETE


def test_names_in_another_script_are_open() -> None:
    assert judged(["真 石川"], record(["Makoto Ishikawa"])).verdict is Verdict.INCOMPLETE


def test_a_second_record_settles_what_the_first_leaves_open() -> None:
    claimed = ["Emmy Noether", "Ada Byron", "Carl Gauss"]
    whole = record(claimed).evolve(source="pubmed")
    assert judged(claimed, record(["Emmy Noether"]), whole).verdict is Verdict.CONFIRMED
    other = record(["Emmy Noether", "Ada Byron", "Max Planck"]).evolve(source="pubmed")
    assert judged(claimed, record(["Emmy Noether"]), other).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize("year", [2019, 2020])
def test_any_year_that_a_source_gives_is_right(year: int) -> None:
    dates = {"issued": Date.of(2019), "print": Date.of(2020), "online": Date.of(2019)}
    reference = judged(["Ada Byron"], record(["Ada Byron"], dates=dates)).reference
    found = check(
        Case(
            reference.evolve(issued=Date.of(year)),
            Lookup.found(Doi("10.5555/boats"), record(["Ada Byron"], dates=dates), Origin.NETWORK),
        )
    )
    assert found.verdict is Verdict.CONFIRMED


def test_a_retraction_is_said_first_with_date_and_notice() -> None:
    notice = Notice("retracted", Date.of(2021, 5, 4), Doi("10.5555/r"), "publisher")
    report = judged(["Ada Byron"], record(["Ada Byron"], notices=[notice]))
    assert report.findings[0].kind is PaperKind.WITHDRAWN
    assert "retracted (2021-05-04), see doi:10.5555/r" in str(report)
    fixed = Notice("corrected", Date.of(2021), Doi("10.5555/c"))
    assert judged(["Ada Byron"], record(["Ada Byron"], notices=[fixed])).is_confirmed


def test_a_title_with_its_subtitle_or_in_another_language_is_the_same() -> None:
    titles = ["Boats of Paper: A Study", "Papierboote"]
    for title in titles:
        found = judged(["Ada Byron"], record(["Ada Byron"], titles=titles), title=title)
        assert found.verdict is Verdict.CONFIRMED


MOTHS = ("Ada Lindt", "Berit Oss", "Carl Vane", "Dora Enz", "Emil Fock")


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 2, 0, 3, 1), (1, 0, 3, 2, 4)])
@pytest.mark.parametrize(
    ("wrong", "kind"),
    [("Berit Ost", "different-family-name"), ("Bernd Oss", "different-given-name")],
)
def test_a_sorted_deposit_never_says_that_the_order_differs(
    order: tuple[int, ...], wrong: str, kind: str
) -> None:
    names = [MOTHS[at] for at in order]
    deposit = Record(
        id=Doi("10.52202/0001-0001"),
        source="crossref",
        title="Lamps",
        # By family name: Enz, Fock, Lindt, Oss, Vane.
        authors=[RecordAuthor(MOTHS[at]) for at in (3, 4, 0, 1, 2)],
    )
    right = compare_list(names, deposit)
    assert right.comparison is not None
    assert not right.comparison.is_wrong
    assert right.order == "the record is sorted by name"
    found = compare_list([wrong if name == "Berit Oss" else name for name in names], deposit)
    assert found.comparison is not None
    breaking = [str(one.kind) for one in found.comparison.differences if one.is_breaking]
    assert len(breaking) == 1
    assert not {"moved", "swapped"} & set(breaking)
    assert kind in breaking or breaking == ["misspelled"]


@pytest.mark.parametrize(
    ("entry", "name", "fits"),
    [
        (RecordAuthor("Ada Byron", is_group=True), "A. Byron", True),
        (RecordAuthor("Byron, Ada", is_group=True), "A. Byron", True),
        (RecordAuthor("Ada Byron", is_group=True), "B. Byron", False),
        (RecordAuthor("Raft Institute", is_group=True), "R. Institute", False),
        (RecordAuthor("Zo\ufffd M\ufffdller"), "Zoë Müller", True),
        (RecordAuthor("Zo\ufffd M\ufffdller"), "Zoë Mahler", False),
    ],
)
def test_names_that_a_source_has_garbled(entry: RecordAuthor, name: str, fits: bool) -> None:
    given, family = name.split()
    listed = Record(id=Doi("10.5555/boats"), source="datacite", authors=[entry])
    compared = compare_list(Authors([Person(given, family)]), listed)
    assert compared.comparison is not None
    assert compared.comparison.is_wrong is not fits


def test_a_collaboration_that_inspire_names_beside_its_people() -> None:
    people = [RecordAuthor(f"A{n} Byron", given=f"A{n}", family="Byron") for n in range(5)]
    listed = Record(
        id=Doi("10.5555/boats"),
        source="inspire",
        authors=people,
        details={"collaborations": "RAFT; BOAT"},
    )
    assert compare_list(Authors([Group("BOAT Collaboration")]), listed).stands_for
    assert compare_list(Authors([Group("SHIP Collaboration")]), listed).gap


def test_what_a_record_leaves_open_is_not_corrected() -> None:
    first = judged(["Ada Byron", "Bo Fei"], record(["Ada Byron"]))
    assert (first.verdict, propose(first)) == (Verdict.INCOMPLETE, None)
    ahead = check(
        Case(
            first.reference.evolve(issued=Date.of(2050)),
            Lookup.found(Doi("10.5555/boats"), record(["Ada Byron"]), Origin.NETWORK),
            today=2026,
        )
    )
    assert (ahead.verdict, propose(ahead)) == (Verdict.CONTRADICTED, None)


def test_junit_says_what_became_of_a_sound_reference() -> None:
    notice = Notice("retracted", Date.of(2021), Doi("10.5555/n"))
    report = judged(["Ada Byron"], record(["Ada Byron"], notices=[notice]))
    (case,) = junit_cases(Checked("a.bib", (report,)))
    assert case.state == ""
    assert case.text == "the paper is retracted (2021), see doi:10.5555/n"


@pytest.mark.parametrize(
    ("kind", "title", "verdict", "said"),
    [
        ("book", "Handbook of Rafts", Verdict.INCOMPLETE, '"Handbook of Rafts" as a whole, not'),
        ("book", "Handbook of Moths", Verdict.OTHER_PAPER, "belongs to"),
        ("chapter", "Handbook of Rafts", Verdict.OTHER_PAPER, "belongs to"),
        ("chapter", "", Verdict.INCOMPLETE, "names no title"),
    ],
)
def test_the_record_of_the_whole_is_none_of_the_part(
    kind: str, title: str, verdict: Verdict, said: str
) -> None:
    whole = record(["Ada Byron"], type=kind, title=title)
    part = Reference(
        "a",
        "chapter",
        "Sails in a Calm",
        Authors([Person("Ada", "Byron")] if not title else [Person("Bo", "Fei")]),
        doi=Doi("10.5555/boats"),
        fields={"container-title": "Handbook of Rafts"},
    )
    report = check(Case(part, Lookup.found(Doi("10.5555/boats"), whole, Origin.NETWORK)))
    assert report.verdict is verdict
    assert said in report.reason


@pytest.mark.parametrize("left_out", ["et al.", "and others", "...", "and 12 others"])
@pytest.mark.parametrize(
    ("claimed", "verdict"),
    [
        (["Ada Byron", "Igor Nobody"], Verdict.INCOMPLETE),
        (["Igor Nobody", "Ada Byron"], Verdict.INCOMPLETE),
        (["Ada Byron"], Verdict.INCOMPLETE),
        (["Bo Fei"], Verdict.CONTRADICTED),
    ],
)
def test_whom_a_record_leaves_out_confirms_nobody(
    left_out: str, claimed: list[str], verdict: Verdict
) -> None:
    found = record([]).evolve(authors=[RecordAuthor("Ada Byron"), RecordAuthor(left_out)])
    report = judged(claimed, found)
    assert report.verdict is verdict, report.reason
    assert judged(["Ada Byron"], found, others=True).is_confirmed

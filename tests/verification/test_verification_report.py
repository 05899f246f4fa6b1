"""Reports on references held against records, all from values."""

import json
from collections.abc import Iterator

import pytest

from refcore import Verdict
from refcore.arxiv import Arxiv, Lock, Lookup, LookupStatus, RecordAuthor
from refcore.errors import InvalidName
from refcore.model import ArxivId, Claim, ClaimKind, Library, Reference
from refcore.names import read_author_list
from refcore.records.sources import Sources
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.case import Case
from refcore.verification.check import check
from refcore.verification.claims import check_claims
from refcore.verification.report import ClaimVerdict
from refcore.verification.text import render_all
from refcore.verification.verify import fetch, verify, verify_authors, verify_each

ID = ArxivId("2506.13585")
NAMES = ["MiniMax", ":", "Aili Chen", "Aonian Li", "Bangwei Gong", "Binyang Jiang", "Bo Fei"]
RECORD = arxiv_record(
    ID.with_version(1), "MiniMax-M1", [RecordAuthor(name) for name in NAMES], source="a copy"
)
ARXIV = Arxiv(lock=Lock([RECORD]))


def report_on(*names: str, others: bool | int = False):
    return verify(
        Reference("m1", "article", "MiniMax-M1", read_author_list(names, others), arxiv=ID),
        arxiv=ARXIV,
    )


ALL = ["MiniMax", "Aili Chen", "Aonian Li", "Bangwei Gong", "Binyang Jiang", "Bo Fei"]


def test_a_right_list_is_confirmed() -> None:
    report = report_on(*ALL)
    assert report.verdict is Verdict.CONFIRMED
    assert report.differences == ()
    assert "all 5 names match, in order" in str(report)


def test_variants_confirm_and_are_named() -> None:
    report = report_on("MiniMax", "Chen, Aili", "Li Aonian", *ALL[3:])
    assert report.verdict is Verdict.CONFIRMED_WITH_VARIANTS
    assert "Li Aonian" in str(report)
    assert "family name first" in str(report)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["MiniMax", "Aili Chen", "Aonian Li", "Binyang Jiang", "Bo Fei"], ["missing", "Bangwei"]),
        ([*ALL, "Ann Other"], ["extra", "Ann Other"]),
        ([*ALL[:4], "Bo Fei", "Binyang Jiang"], ["swapped", "Bo Fei", "Binyang Jiang"]),
        (["MiniMax", "Aili Chem", *ALL[2:]], ["misspelled", "Aili Chem", "Aili Chen"]),
        (["MiniMax", "Bili Chen", *ALL[2:]], ["Bili Chen", "Aili Chen"]),
    ],
)
def test_each_fault_is_named(names: list[str], words: list[str]) -> None:
    report = report_on(*names)
    assert report.verdict is Verdict.CONTRADICTED
    assert report.is_contradicted
    for word in words:
        assert word in str(report)
    assert sum(difference.is_breaking for difference in report.differences) <= 2


def test_a_cut_list_is_confirmed_and_its_count_checked() -> None:
    sound = report_on("Aili Chen", "Aonian Li", others=3)
    assert sound.verdict is Verdict.CONFIRMED_WITH_VARIANTS
    text = str(sound)
    assert "2 names listed, 3 declared left out; arXiv lists 5 people" in text
    assert "MiniMax" in text
    assert report_on("Aili Chen", "Aonian Li", others=9).is_contradicted


def test_without_a_record_nothing_is_called_false() -> None:
    reference = Reference(
        "m1", authors=read_author_list(["Ann Other"]), arxiv=ArxivId("2506.00001")
    )
    report = verify(reference, arxiv=ARXIV)
    assert report.verdict is Verdict.UNCHECKED
    assert not report.is_contradicted
    assert "offline" in report.reason
    missing = check(
        Case(reference, Lookup(ID, status=LookupStatus.NOT_FOUND, reason="arXiv has none"))
    )
    assert missing.verdict is Verdict.NOT_FOUND
    assert missing.is_contradicted


def test_a_release_is_unchecked_and_the_paper_about_it_named() -> None:
    release = Reference("m2", "software", "MiniMax-M2", url="https://huggingface.co/M/M2")
    about = RECORD.evolve(about=("https://huggingface.co/M/M2/",))
    claims = {"m2": [Claim(ClaimKind.NO_PAPER, "no paper found")]}
    (report,) = verify(Library([release], claims=claims), arxiv=Arxiv(lock=Lock([about])))
    assert report.verdict is Verdict.NOT_COVERED
    assert report.reason == "no source of records covers this kind (software)"
    assert "related paper in the lock file: arXiv:2506.13585v1" in str(report)
    assert report.claims[0].verdict is ClaimVerdict.FALSE


@pytest.mark.parametrize(
    ("claim", "verdict", "words"),
    [
        (Claim(ClaimKind.ALPHABETICAL, ""), "true", "by given name"),
        (Claim(ClaimKind.MORE_THAN, "", number=4), "true", "5 people"),
        (Claim(ClaimKind.MORE_THAN, "", number=5), "false", "5 people"),
        (Claim(ClaimKind.COUNT, "", number=5), "true", "5 people"),
        (Claim(ClaimKind.COUNT, "", number=6), "true", "5 people and 1 group"),
        (Claim(ClaimKind.COUNT, "", number=7), "false", "5 people"),
        (Claim(ClaimKind.FEWER_THAN, "", number=6), "true", "5 people"),
        (Claim(ClaimKind.FEWER_THAN, "", number=5), "false", "5 people"),
        (Claim(ClaimKind.NOT_ALPHABETICAL, ""), "false", "by given name"),
        (Claim(ClaimKind.POSITION, "", "Bo Fei", 5), "true", "person 5"),
        (Claim(ClaimKind.POSITION, "", "Bo Fei", 6), "true", "name 6 with the groups"),
        (Claim(ClaimKind.POSITION, "", "Bo Fei", 2), "false", "person 5"),
        (Claim(ClaimKind.POSITION, "", "Bo Wei", 5), "false", "no one named Bo Wei"),
        (Claim(ClaimKind.IS_AUTHOR, "", "Bo Fei"), "true", "person 5"),
        (Claim(ClaimKind.IS_AUTHOR, "", "Fei Bo"), "true", "family name first"),
        (Claim(ClaimKind.IS_AUTHOR, "", "Bo Wei"), "false", "no one named Bo Wei"),
        (Claim(ClaimKind.AFFILIATION, "", "MiniMax"), "unchecked", "states no affiliations"),
        (Claim(ClaimKind.NO_PAPER, ""), "unchecked", "no record can show"),
    ],
)
def test_claims_are_judged_by_the_record(claim: Claim, verdict: str, words: str) -> None:
    (finding,) = check_claims([claim], read_author_list([]), RECORD)
    assert finding.verdict == verdict
    assert words in finding.reason


def test_an_order_that_breaks_names_the_place() -> None:
    names = ["Aili Chen", "Huaiguang Cai", "Haichao Zhu", "Jian Sun"]
    record = RECORD.evolve(authors=tuple(RecordAuthor(name) for name in names))
    (finding,) = check_claims([Claim(ClaimKind.ALPHABETICAL, "")], read_author_list([]), record)
    assert finding.verdict is ClaimVerdict.FALSE
    assert "Huaiguang Cai (2) comes before Haichao Zhu (3)" in finding.reason


def test_without_a_record_only_the_list_itself_can_refute_its_order() -> None:
    claim = Claim(ClaimKind.ALPHABETICAL, "")
    wrong = read_author_list(["Bo Fei", "Aili Chen", "Cheng Zhu"])
    (refuted,) = check_claims([claim], wrong, None)
    (open_,) = check_claims([claim], read_author_list(["Aili Chen", "Bo Fei"]), None)
    assert (refuted.verdict, open_.verdict) == (ClaimVerdict.FALSE, ClaimVerdict.UNCHECKED)


def test_affiliations_count_where_arxiv_states_them() -> None:
    authors = [RecordAuthor("Bo Fei", ["MiniMax AI"]), RecordAuthor("Bo Yang", ["ETH Zurich"])]
    claim = Claim(ClaimKind.AFFILIATION, "", "MiniMax")
    for kept, verdict in ((authors, "false"), (authors[:1], "true")):
        (finding,) = check_claims([claim], read_author_list([]), RECORD.evolve(authors=tuple(kept)))
        assert finding.verdict == verdict


def test_many_references_are_looked_up_at_once_and_keep_their_order() -> None:
    references = [Reference("a"), Reference("b", arxiv=ID), Reference("c", url=ID.url)]
    calls: list[tuple[int, int]] = []
    reports = verify(references, arxiv=ARXIV, progress=lambda *done: calls.append(done))
    assert [report.reference.key for report in reports] == ["a", "b", "c"]
    assert [report.verdict for report in reports] == ["unchecked", "confirmed", "confirmed"]
    assert calls[-1] == (1, 1)
    assert render_all(reports).endswith("3 references: 2 confirmed, 1 unchecked")


def test_names_and_fetch_take_ids_as_text() -> None:
    names = ["MiniMax", "Aili Chen", "and 4 others"]
    report = verify_authors(names, "https://arxiv.org/abs/2506.13585", arxiv=ARXIV)
    assert report.verdict is Verdict.CONFIRMED
    reference = fetch("arXiv:2506.13585", key="m1", arxiv=ARXIV)
    assert (reference.key, len(reference.authors)) == ("m1", 6)


def test_a_report_is_json() -> None:
    document = json.loads(json.dumps(report_on("Aili Chen", "Bo Fey", others=True).to_dict()))
    assert document["verdict"] == "contradicted"
    assert document["record"]["origin"] == "lock"
    assert document["authors"]["differences"]


@pytest.mark.parametrize(
    ("kind", "text", "name", "verdict", "words"),
    [
        ("not-author", "X is not an author", "Bo Fei", "false", "Bo Fei is person 5"),
        ("not-author", "X is not an author", "Mo Far", "true", "no one named Mo Far"),
        ("first-author", "X is the first author", "Aili Chen", "true", "person 1"),
        ("first-author", "X is the first author", "Bo Fei", "false", "the first of 5 is Aili Chen"),
        ("first-author", "X is the first author", "Mo Far", "false", "no one named Mo Far"),
        ("last-author", "X is the last author", "Fei Bo", "true", "person 5 on arXiv's list: "),
        ("last-author", "X is the last author", "Aili Chen", "false", "the last of 5 is Bo Fei"),
        ("role", "X is the lead author", "Bo Fei", "unchecked", "arXiv names no roles"),
        ("role", "X is the lead author", "Mo Far", "false", "no one named Mo Far"),
        ("role", "led by X", "Mo Far", "unchecked", "arXiv names no roles"),
        ("alphabetical", "alphabetically", "", "true", "in order by given name"),
        ("alphabetical", "in order of last names", "", "false", "by family name"),
        ("alphabetical", "in order of first names", "", "true", "by given name"),
    ],
)
def test_claims_of_places_and_roles(
    kind: str, text: str, name: str, verdict: str, words: str
) -> None:
    claim = Claim(ClaimKind(kind), text, name)
    (found,) = check_claims([claim], RECORD.author_list, RECORD)
    assert (str(found.verdict), words in found.reason) == (verdict, True)


@pytest.mark.parametrize(
    "names",
    [
        ALL,
        iter(ALL),
        "MiniMax, Aili Chen, Aonian Li, Bangwei Gong, Binyang Jiang, Bo Fei",
        "MiniMax; Aili Chen; Aonian Li; Bangwei Gong; Binyang Jiang; and Bo Fei.",
        "MiniMax and Aili Chen and Aonian Li and Bangwei Gong and Binyang Jiang and Bo Fei",
        "MiniMax and Chen, Aili and Li, Aonian and Gong, Bangwei and others",
        "MiniMax, Aili Chen, and 4 others",
        "MiniMax, Aili Chen, …, Bo Fei",
        ["MiniMax", "Aili Chen", "…", "Bo Fei"],
    ],
)
def test_names_are_taken_as_they_are_given(names) -> None:
    assert verify_authors(names, "2506.13585", arxiv=ARXIV).verdict is Verdict.CONFIRMED


@pytest.mark.parametrize("names", ["Aili Chen, …, Mo Far", ["Aili Chen", "…", "Mo Far"]])
def test_the_last_name_after_an_elision_counts(names) -> None:
    assert verify_authors(names, "2506.13585", arxiv=ARXIV).verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize("names", [[], "", " "])
def test_no_names_are_no_list_that_could_be_right(names) -> None:
    with pytest.raises(InvalidName, match="no names"):
        verify_authors(names, "2506.13585", arxiv=ARXIV)


def test_an_address_that_is_none_ends_no_run() -> None:
    page = Reference("a", "webpage", "It", url="https://[3]/x")
    assert verify([page], arxiv=ARXIV)[0].verdict is Verdict.NOT_COVERED


def test_references_from_a_generator_are_checked_part_by_part() -> None:
    asked = [Reference(f"key{n}", "webpage" if n % 2 else "article") for n in range(7)]
    made: list[Reference] = []

    def several() -> Iterator[Reference]:
        for one in asked:
            made.append(one)
            yield one

    found = verify_each(several(), arxiv=Sources(), at_once=3)
    assert next(found).reference.key == "key0"
    assert len(made) == 3
    rest = list(found)
    asked = [
        Reference(f"key{number}", "webpage" if number % 2 else "article") for number in range(7)
    ]
    assert rest == verify(asked, arxiv=Sources())[1:]
    with pytest.raises(TypeError, match="takes a path"):
        next(verify_each(["no reference"], arxiv=Sources()))  # type: ignore[list-item]
    with pytest.raises(ValueError, match="at_once"):
        next(verify_each([], arxiv=Sources(), at_once=0))


@pytest.mark.parametrize(
    ("wrong", "named"), [(b"refs.bib", "bytes"), (3.5, "float"), (None, "None")]
)
def test_another_type_is_named_whole(wrong: object, named: str) -> None:
    with pytest.raises(TypeError, match=f"not {named}"):
        verify(wrong, arxiv=Sources())  # type: ignore[call-overload]


def test_names_in_braces_count_as_names() -> None:
    text = str(report_on("{Aili Chen}", "{Aonian Lee}", "{Binyang Jiang}", "Bo Fei"))
    assert "4 names listed; arXiv lists" in text
    assert "of 4 names match" in text

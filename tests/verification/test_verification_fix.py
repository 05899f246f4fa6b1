"""Fixes: certain, minimal, and right afterwards."""

import pytest

from refcore.arxiv import Arxiv, Lock, RecordAuthor
from refcore.model import ArxivId, Reference
from refcore.names import read_author_list
from refcore.sources.arxiv.record import arxiv_record
from refcore.verification.fix import propose
from refcore.verification.verify import verify

ID = ArxivId("2506.13585")
NAMES = ["Aili Chen", "Aonian Li", "Bangwei Gong", "Binyang Jiang", "Karl Bäckström", "Bo Yang"]
RECORD = arxiv_record(
    ID.with_version(1),
    "MiniMax-M1: Scaling Compute",
    [RecordAuthor(name) for name in ("MiniMax", ":", *NAMES)],
    primary_category="cs.CL",
)
ARXIV = Arxiv(lock=Lock([RECORD]))


def fix(*names: str, others: bool | int = False, title: str = RECORD.title, **changes):
    authors = read_author_list(names, others)
    reference = Reference("m1", "article", title, authors, arxiv=ID, **changes)
    found = propose(verify(reference, arxiv=ARXIV))
    if found is not None:
        assert not verify(found.after, arxiv=ARXIV).is_contradicted
    return found


def listed(found) -> list[str]:
    return [name.name for name in found.after.authors]


@pytest.mark.parametrize(
    "names",
    [
        [*NAMES[:1], "Aonian Lee", *NAMES[2:]],
        [*NAMES[:2], *NAMES[3:]],
        [*NAMES[:2], "Ann Other", *NAMES[2:]],
        [NAMES[1], NAMES[0], *NAMES[2:]],
        [*NAMES[1:], NAMES[0]],
        ["Aili Chen Aonian Li", *NAMES[2:]],
        [*NAMES, NAMES[-1]],
    ],
)
def test_a_wrong_list_becomes_arxivs(names: list[str]) -> None:
    found = fix(*names)
    assert found is not None
    assert listed(found) == NAMES
    assert found.reasons


def test_spellings_that_can_be_right_stay() -> None:
    found = fix("A. Chen", "Aonian Lee", *NAMES[2:4], "Karl Backstrom", "Bo Yang")
    assert listed(found) == [
        "A. Chen",
        "Aonian Li",
        "Bangwei Gong",
        "Binyang Jiang",
        "Karl Backstrom",
        "Bo Yang",
    ]


def test_a_cut_list_stays_cut() -> None:
    found = fix("Aili Chen", "Aonian Lee", others=True)
    assert (listed(found), found.after.authors.others) == (NAMES[:2], True)
    assert fix("Aili Chen", "Aonian Li", others=77).after.authors.others is True


def test_what_is_not_certain_does_not_change() -> None:
    assert fix("Ann Other", title="Attention Is All You Need") is None
    assert fix("Ann Other", title="") is None
    assert fix("Ann Other", title="MiniMax-M1: Scaling Nothing At All") is None
    assert fix(*NAMES) is None


def test_a_category_is_put_right() -> None:
    found = fix(*NAMES, extra={"primaryclass": "cs.LG"})
    assert found.after.extra["primaryclass"] == "cs.CL"


def test_no_list_loses_many_people() -> None:
    record = arxiv_record(
        ID.with_version(1),
        RECORD.title,
        [RecordAuthor("MiniMax"), RecordAuthor("Aili Chen")],
    )
    claimed = read_author_list(["Aili Chen", "Ann One", "Ben Two", "Cy Three"])
    reference = Reference("m1", "article", RECORD.title, claimed, arxiv=ID)
    report = verify(reference, arxiv=Arxiv(lock=Lock([record])))
    assert propose(report) is None


def test_a_cut_list_gets_no_shorter() -> None:
    found = fix("Aili Chen", "Ann Other", "Aonian Lee", others=True)
    assert found is None or len(found.after.authors) >= 3

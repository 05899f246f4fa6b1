"""Claims about author lists: found where they are made, and nowhere else."""

import pytest

from refcore.markdown import read
from refcore.model import Authors, Claim, ClaimKind, Group

ID = "2506.13585"
PAPER = f"## The paper\n\n*Foo-1: Doing Things* (arXiv:{ID}).\n\n"


def claims(text: str) -> list[Claim]:
    library = read(PAPER + text)
    return list(library.claims.get(library.by_arxiv(ID).key, ()))


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Authors are listed alphabetically.", ClaimKind.ALPHABETICAL, None),
        ("The authors appear in alphabetical order.", ClaimKind.ALPHABETICAL, None),
        ("Author names are sorted alphabetically by last name.", ClaimKind.ALPHABETICAL, None),
        ("It has over 50 authors.", ClaimKind.MORE_THAN, 50),
        ("More than fifty authors signed it.", ClaimKind.MORE_THAN, 50),
        ("The paper lists 50+ authors.", ClaimKind.MORE_THAN, 49),
        ("The author list is long (over 1,000 people).", ClaimKind.MORE_THAN, 1000),
        ("The paper has 126 authors.", ClaimKind.COUNT, 126),
        ("126 co-authors in total.", ClaimKind.COUNT, 126),
        ("It is a work of twenty-one authors.", ClaimKind.COUNT, 21),
        ("**126 authors**", ClaimKind.COUNT, 126),
    ],
)
def test_claims_about_the_list(text: str, kind: ClaimKind, number: int | None) -> None:
    (found,) = claims(text)
    assert (found.kind, found.number, found.location.line) == (kind, number, 5)
    assert found.text in text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Junjie Yan is among the authors.", ["Junjie Yan"]),
        ("Note: Junjie Yan (CEO) is among the authors.", ["Junjie Yan"]),
        ("CEO Junjie Yan is one of the authors.", ["Junjie Yan"]),
        ("Junjie Yan, the CEO of MiniMax, is listed as an author.", ["Junjie Yan"]),
        ("Junjie Yan is a co-author of the paper.", ["Junjie Yan"]),
        ("Ada Berg and Bo Fei are among its authors.", ["Ada Berg", "Bo Fei"]),
        ("Ada Berg is credited in Foo-1's author list.", ["Ada Berg"]),
        ("The authors include Ada Berg, Bo Fei and Mo Far.", ["Ada Berg", "Bo Fei", "Mo Far"]),
        ("- **Ada Berg**: CEO. She leads it and is named in the author list.", ["Ada Berg"]),
    ],
)
def test_claims_of_authorship(text: str, names: list[str]) -> None:
    found = claims(text)
    assert [claim.name for claim in found] == names
    assert {claim.kind for claim in found} == {ClaimKind.IS_AUTHOR}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The authors are all affiliated with MiniMax.", "MiniMax"),
        ("All authors are from the University of Oslo.", "University of Oslo"),
    ],
)
def test_claims_of_affiliation(text: str, name: str) -> None:
    (found,) = claims(text)
    assert (found.kind, found.name) == (ClaimKind.AFFILIATION, name)


@pytest.mark.parametrize(
    "text",
    [
        "Functions are listed alphabetically.",
        "The authors are not listed in alphabetical order.",
        "If a paper has more than 50 authors, sort them alphabetically.",
        "Are the authors listed alphabetically?",
        "Papers with over 100 authors are rare.",
        "Most papers have 5 authors.",
        "The 12 authors we met disagreed.",
        "We asked the first 10 authors.",
        "It has about 30 authors.",
        "It names ten additional authors.",
        "Ada Berg is one of the authors' friends.",
        "Python is among the languages that the authors use.",
        "The model beats 50 others in total.",
        "See the authors file; all from the main branch.",
        "Over 50 tasks were run.",
        "No paper is perfect.",
        "Ada Berg is credited in Bar-7's author list.",
    ],
)
def test_no_claim_in_other_prose(text: str) -> None:
    assert claims(text) == []


def test_claims_belong_to_the_paper_of_their_section() -> None:
    text = "".join(
        f"## Paper {n}\n\nhttps://arxiv.org/abs/2501.0000{n}\n\nIt has {n}0 authors.\n\n"
        for n in (1, 2)
    )
    library = read(text)
    found = {key: [claim.number for claim in held] for key, held in library.claims.items()}
    assert found == {"arxiv-2501.00001": [10], "arxiv-2501.00002": [20]}


def test_claims_in_items_belong_to_their_item() -> None:
    text = (
        "- **Foo-1** (arXiv:2501.00001)\n  - The paper has 7 authors.\n"
        "- **Bar-2** (arXiv:2501.00002): its authors are listed alphabetically.\n"
        "- **Baz-3**: the paper has 9 authors.\n"
    )
    library = read(text)
    found = {key: [claim.kind for claim in held] for key, held in library.claims.items()}
    assert found == {"foo-1": [ClaimKind.COUNT], "bar-2": [ClaimKind.ALPHABETICAL]}


def test_release_without_paper() -> None:
    text = (
        "### Foo-2\n\nThere is no paper.\n\n- [Foo-2 weights](https://huggingface.co/foo/Foo-2)\n"
    )
    library = read(PAPER + text)
    (key,) = library.claims
    assert library[key].title == "Foo-2 weights"
    assert [claim.kind for claim in library.claims[key]] == [ClaimKind.NO_PAPER]
    assert not library[key].authors


def test_release_credited_to_a_group() -> None:
    text = (
        "- **Foo-2**: No technical report was found. It has team credits to Foo AI overall, "
        "but no named individuals.\n\n[Foo-2](https://huggingface.co/foo/Foo-2)\n"
    )
    (reference,) = read(text)
    assert reference.authors == Authors([Group("Foo AI")])

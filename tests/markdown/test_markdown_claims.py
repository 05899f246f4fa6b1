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


# Each sentence, and the claims that it makes: kind, name, number.
SENTENCES = (
    ("There are 126 authors in all.", "count 126"),
    ("Its author list names 126 individuals plus the MiniMax team.", "count 126"),
    ("- **Authors:** 127 in total", "count 127"),
    ("- Authors (127 total): see arXiv", "count 127"),
    ("A total of 126 researchers are listed as authors.", "count 126"),
    ("The paper is authored by 126 people.", "count 126"),
    ("The paper was written by a team of 126 authors.", "count 126"),
    ("It is signed by 126 co-authors.", "count 126"),
    ("The work was co-authored by 126 researchers.", "count 126"),
    ("Author count: 126", "count 126"),
    ("Number of authors — 126", "count 126"),
    ("Authors: 126 (99 shown)", "count 126"),
    ("The arXiv listing shows 126 authors (MiniMax included: 127).", "count 126"),
    ("The paper lists exactly one hundred and twenty-six authors.", "count 126"),
    ("It has a single author.", "count 1"),
    ("It is a single-author paper.", "count 1"),
    ("It has only three authors.", "count 3"),
    ("This is a two-author paper.", "count 2"),
    ("The author list runs to 126 names.", "count 126"),
    ("All 126 authors are at MiniMax.", "affiliation MiniMax; count 126"),
    ("The 126-author paper appeared in June.", "count 126"),
    ("It credits 126 people as authors.", "count 126"),
    ("There are over a hundred authors.", "more-than 100"),
    ("The paper has well over 100 authors.", "more-than 100"),
    ("It has more than one hundred co-authors.", "more-than 100"),
    ("The author list exceeds 100 names.", "more-than 100"),
    ("At least 100 authors are listed.", "more-than 99"),
    ("100+ authors", "more-than 99"),
    ("The paper has fewer than 130 authors.", "fewer-than 130"),
    ("It has less than ten authors.", "fewer-than 10"),
    ("It has at most 130 authors.", "fewer-than 131"),
    ("Authors are in alphabetical order by first name.", "alphabetical"),
    ("Authors appear alphabetically by surname.", "alphabetical"),
    ("The contributors are sorted alphabetically.", "alphabetical"),
    ("The list of contributors is sorted alphabetically.", "alphabetical"),
    ("The author order is alphabetical.", "alphabetical"),
    ("Note that the author list is alphabetical.", "alphabetical"),
    ("Authorship is alphabetical.", "alphabetical"),
    ("Contributors are listed A–Z by given name.", "alphabetical"),
    ("The author list is not alphabetical.", "not-alphabetical"),
    ("Bo Fei is the sixth author.", "position Bo Fei 6"),
    ("Bo Fei is listed as the 6th author.", "position Bo Fei 6"),
    ("Bo Fei is the second author of the paper.", "position Bo Fei 2"),
    ("The second author is Bo Fei.", "position Bo Fei 2"),
    ("Second author: Bo Fei", "position Bo Fei 2"),
    ("Bo Fei appears fifth on the author list.", "position Bo Fei 5"),
    ("Ada Berg is listed first among the authors.", "first-author Ada Berg"),
    ("The first author is Ada Berg.", "first-author Ada Berg"),
    (
        "The author list begins with Ada Berg and ends with Al Go.",
        "first-author Ada Berg; last-author Al Go",
    ),
    ("The author list starts with Ada Berg.", "first-author Ada Berg"),
    ("Al Go is the final author.", "last-author Al Go"),
    ("Ada Berg is the paper's first author.", "first-author Ada Berg"),
    ("Lead author Ada Berg presented it.", "role Ada Berg"),
    ("Ada Berg, the first author, presented it.", "first-author Ada Berg"),
    ("Al Go (last author) leads the lab.", "last-author Al Go"),
    ("Ada Berg and Bo Fei share first authorship.", "role Ada Berg; role Bo Fei"),
    ("Ada Berg and Bo Fei are co-first authors.", "role Ada Berg; role Bo Fei"),
    ("The corresponding author is Mo Far.", "role Mo Far"),
    ("Corresponding authors: Mo Far and Bo Fei.", "role Bo Fei; role Mo Far"),
    ("Mo Far is among the 126 authors.", "count 126; is-author Mo Far"),
    ("Both Mo Far and Bo Fei are authors.", "is-author Bo Fei; is-author Mo Far"),
    ("Mo Far is also listed as an author.", "is-author Mo Far"),
    ("Mo Far appears in the author list.", "is-author Mo Far"),
    ("The author list includes Mo Far.", "is-author Mo Far"),
    (
        "Authors include Mo Far, Bo Fei and Bo Yang.",
        "is-author Bo Fei; is-author Bo Yang; is-author Mo Far",
    ),
    ("Mo Far co-authored the paper.", "is-author Mo Far"),
    ("One of the authors, Mo Far, is the CEO.", "is-author Mo Far"),
    ("Among its authors is Mo Far.", "is-author Mo Far"),
    ("Ida Moss is not listed as an author.", "not-author Ida Moss"),
    ("Ida Moss does not appear in the author list.", "not-author Ida Moss"),
    ("The author list does not include Ida Moss.", "not-author Ida Moss"),
    ("Ida Moss is absent from the author list.", "not-author Ida Moss"),
    ("Ida Moss isn't among the authors.", "not-author Ida Moss"),
    ("Neither Ida Moss nor Cy Dorn is an author.", "not-author Cy Dorn; not-author Ida Moss"),
    ("No author is named Ida Moss.", "not-author Ida Moss"),
    ("12 of the 126 authors are women.", "count 126"),
    ("Each of the 126 authors signed the form.", "count 126"),
    ("Authors: 42 people from six labs.", "count 42"),
    ("The team consists of 42 authors.", "count 42"),
    ("In total, 42 authors contributed.", "count 42"),
    ("Forty-two authors contributed to it.", "count 42"),
    ("It was authored by a group of forty-two researchers.", "count 42"),
    ("It is credited to 42 authors.", "count 42"),
    ("arXiv lists 42 authors.", "count 42"),
    ("The arXiv page names 42 authors, MiniMax first.", "count 42"),
    ("Foo-1 lists 42 authors.", "count 42"),
    ("Foo-1's author list has 42 names.", "count 42"),
    ("The Foo-1 paper (42 authors) is long.", "count 42"),
    ("(42 authors)", "count 42"),
    ("Author list: 42 names, alphabetical.", "alphabetical; count 42"),
    ("The 42 authors are from 6 institutions.", "count 42"),
    ("The authors, 42 in number, are listed alphabetically.", "alphabetical; count 42"),
    ("Fewer than fifty authors are listed.", "fewer-than 50"),
    ("No more than 50 people are credited as authors.", "fewer-than 51"),
    ("Under 50 authors took part.", "fewer-than 50"),
    ("It has no fewer than 40 authors.", "more-than 39"),
    ("More than forty people are listed as authors.", "more-than 40"),
    ("A team of over 40 authors wrote it.", "more-than 40"),
    ("40+ co-authors contributed.", "more-than 39"),
    ("It has >40 authors.", "more-than 40"),
    ("Author ordering: alphabetical by last name.", "alphabetical"),
    ("Authors (alphabetical): see the paper.", "alphabetical"),
    ("Author order is not alphabetical.", "not-alphabetical"),
    ("The authors aren't listed alphabetically.", "not-alphabetical"),
    ("Ada Berg is the third author.", "position Ada Berg 3"),
    ("Ada Berg is third author on the paper.", "position Ada Berg 3"),
    ("Ada Berg is the paper's third author.", "position Ada Berg 3"),
    ("The third author, Ada Berg, is at MIT.", "position Ada Berg 3"),
    ("Ada Berg, third author, is at MIT.", "position Ada Berg 3"),
    ("Third author: Ada Berg", "position Ada Berg 3"),
    ("The 21st author is Ada Berg.", "position Ada Berg 21"),
    ("Ada Berg is listed third in the author list.", "position Ada Berg 3"),
    ("The list of authors opens with Ada Berg.", "first-author Ada Berg"),
    ("The author list ends with Bo Fei.", "last-author Bo Fei"),
    ("First author Ada Berg, last author Bo Fei.", "first-author Ada Berg; last-author Bo Fei"),
    ("Ada Berg (corresponding author) is at MIT.", "role Ada Berg"),
    ("The corresponding author, Ada Berg, is at MIT.", "role Ada Berg"),
    ("The lead authors are Ada Berg and Bo Fei.", "role Ada Berg; role Bo Fei"),
    ("Ada Berg and Bo Fei are the lead authors.", "role Ada Berg; role Bo Fei"),
    ("Ada Berg and Bo Fei are co-authors.", "is-author Ada Berg; is-author Bo Fei"),
    ("Dr. Ada Berg is a co-author.", "is-author Ada Berg"),
    ("Co-author Ada Berg said so.", "is-author Ada Berg"),
    ("Co-authors include Ada Berg and Bo Fei.", "is-author Ada Berg; is-author Bo Fei"),
    ("Ada Berg and Bo Fei co-authored Foo-1.", "is-author Ada Berg; is-author Bo Fei"),
    ("Ada Berg is not one of the authors.", "not-author Ada Berg"),
    ("Ada Berg is not on the author list.", "not-author Ada Berg"),
    ("Ada Berg does not feature among the authors.", "not-author Ada Berg"),
    ("Ada Berg's name does not appear in the author list.", "not-author Ada Berg"),
    ("The name Ada Berg is missing from the author list.", "not-author Ada Berg"),
    ("There is no author named Ada Berg.", "not-author Ada Berg"),
    ("None of the authors is named Ada Berg.", "not-author Ada Berg"),
    ("The authors do not include Ada Berg.", "not-author Ada Berg"),
    ("All the authors work at MiniMax.", "affiliation MiniMax"),
    ("Every author is affiliated with MiniMax.", "affiliation MiniMax"),
    ("Its 88 authors come from one company.", "count 88"),
    ("The authorship list counts 88 people.", "count 88"),
    ("There are exactly 88 co-authors on the paper.", "count 88"),
    ("The paper credits eighty-eight authors.", "count 88"),
    ("We count 88 authors.", "count 88"),
    ("I counted 88 authors on arXiv.", "count 88"),
    ("*88 authors*", "count 88"),
    ("Authors: 88 (alphabetical)", "alphabetical; count 88"),
    ("Author(s): 88", "count 88"),
    ("**Number of authors:** 88", "count 88"),
    ("No. of authors: 88", "count 88"),
    ("Total authors: 88.", "count 88"),
    ("88 authors, 3 institutions, 1 company", "count 88"),
    ("It has upwards of 80 authors.", "more-than 80"),
    ("The author list is over 80 names long.", "more-than 80"),
    ("Not more than 90 authors are named.", "fewer-than 91"),
    ("There are less than 90 authors.", "fewer-than 90"),
    ("Of the 88 authors, 12 are students.", "count 88"),
    ("The author list follows alphabetical order.", "alphabetical"),
    ("Authors in alphabetical order.", "alphabetical"),
    ("(authors listed alphabetically)", "alphabetical"),
    ("Author names are ordered alphabetically by given name.", "alphabetical"),
    ("Alphabetical author order is used.", "alphabetical"),
    ("Its first author is Ada Berg.", "first-author Ada Berg"),
    ("First author is Ada Berg (MIT).", "first-author Ada Berg"),
    ("1st author: Ada Berg", "first-author Ada Berg"),
    ("2nd author: Ada Berg", "position Ada Berg 2"),
    ("Last author: Ada Berg (PI)", "last-author Ada Berg"),
    ("Senior author: Ada Berg", "role Ada Berg"),
    ("Ada Berg was the first author and Bo Fei the last.", "first-author Ada Berg"),
    ("Ada Berg, who is the last author, wrote to us.", "last-author Ada Berg"),
    ("Ada Berg is listed as a co-author, Bo Fei is not.", "is-author Ada Berg"),
    (
        "Ada Berg, Bo Fei and Cy Dorn are among the contributors listed as authors.",
        "is-author Ada Berg; is-author Bo Fei; is-author Cy Dorn",
    ),
    ("Among the listed authors is CEO Mo Far.", "is-author Mo Far"),
    (
        "Neither Ada Berg nor Bo Fei appears in the author list.",
        "not-author Ada Berg; not-author Bo Fei",
    ),
    ("Ada Berg was left out of the author list.", "not-author Ada Berg"),
    ("According to co-author Ada Berg, it works.", "is-author Ada Berg"),
)


@pytest.mark.parametrize(("text", "said"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_claims_in_sentences(text: str, said: str) -> None:
    found = [
        (c.kind.value, c.name, "" if c.number is None else str(c.number)) for c in claims(text)
    ]
    assert "; ".join(" ".join(filter(None, parts)) for parts in sorted(found)) == said


@pytest.mark.parametrize(
    "text",
    [
        "It has around 120 authors.",
        "The paper has roughly 130 authors.",
        "It has several dozen authors.",
        "Authors are listed in no particular order.",
        "Except for the first, authors are listed alphabetically.",
        "Penultimate author: Zijia Wu",
        "M1 and M2 share 95 authors.",
        "M1 and M2 have 95 authors in common.",
        "The two papers share more than 90 authors.",
        "95 of the authors also worked on Bar-2.",
        "Twelve authors left the company.",
        "The overlap between both papers is 95 authors.",
        "99 authors are listed above.",
        "The first 99 authors are shown here.",
        "MiniMax has over 500 researchers and authors of books.",
        "The first author's earlier work has 1,200 citations.",
        "Compared with the 5 authors of Bar-2, the list is long.",
        "We removed 3 authors from the list.",
        "An earlier version listed 120 authors.",
        "In version 1, 120 authors were named.",
        "Authors may be listed alphabetically.",
        "GPT-4 has over 250 authors.",
        "Bar-9 lists 42 authors.",
        "Unlike Bar-9, which has 42 authors, it has only 12.",
        "Its authors number more than 40.",
        "Nearly 50 authors are listed.",
        "Some 50 authors are listed.",
        "Dozens of authors contributed.",
        "Hundreds of authors contributed.",
        "The order of authors is random rather than alphabetical.",
        "Apart from the first two, the authors are in alphabetical order.",
        "The authors are Ada Berg and Bo Fei.",
        "Ada Berg co-authored Bar-9.",
        "Ada Berg is a co-author of Bar-9.",
        "Ada Berg authored three books.",
        "Ada Berg, an author of children's books, reviewed it.",
        "Ada Berg may be an author.",
        "I could not find Ada Berg among the authors.",
        "Is Ada Berg an author?",
        "The authors are from MiniMax.",
        "Most authors are from MiniMax.",
        "It is not a single-author paper.",
        "About 88 people wrote it.",
        "Between 80 and 90 authors are listed.",
        "80 to 90 authors are listed.",
        "80–90 authors are listed.",
        "88 authors signed a letter against it.",
        "The 88 authors listed in the appendix are annotators.",
        "The first 10 of 88 authors are shown.",
        "plus 78 more authors",
        "and 78 co-authors",
        "Ada Berg and 87 co-authors wrote it.",
        "Authors are sorted by contribution.",
        "The second-to-last author is Ada Berg.",
        "Ada Berg is listed second.",
        "The authors list Ada Berg second.",
        "The author of Bar-9, Ada Berg, reviewed it.",
        "Ada Berg, author of Bar-9, reviewed it.",
        'It is { title: "On It", year: 2024, authors: "Ada Berg" }.',
        "Published 2024 (authors from Oslo).",
        "2024 authors",
    ],
)
def test_no_claim_that_the_record_of_the_work_can_judge(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Key authors: Ada Berg, Bo Fei", ["Ada Berg", "Bo Fei"]),
        ("**Notable authors:** Ada Berg, Bo Fei", ["Ada Berg", "Bo Fei"]),
        ("Among the authors: Ada Berg, Bo Fei.", ["Ada Berg", "Bo Fei"]),
        ("Some of the authors: Ada Berg; Bo Fei", ["Ada Berg", "Bo Fei"]),
        ("Contact author: Ada Berg", ["Ada Berg"]),
    ],
)
def test_some_authors_are_claims_and_not_the_list(text: str, names: list[str]) -> None:
    library = read(PAPER + text)
    reference = library.by_arxiv(ID)
    assert not reference.authors
    assert [claim.name for claim in library.claims[reference.key]] == names


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

"""Notes as language models write them: lists and claims in the forms that they choose."""

import pytest

from refcore.markdown import read
from refcore.model import Authors, Claim, ClaimKind
from refcore.model.reference import Reference

ID = "2506.13585"
URL = f"https://arxiv.org/abs/{ID}"
TITLE = "Foo-1: Doing Things with Lightning Attention"
NAMES = ["Ada Berg", "Bo Fei", "Carl Diaz", "Dora Eng"]
LIST = ", ".join(NAMES)
ROWS = "".join(f"| {n} | {name} | Foo |\n" for n, name in enumerate(NAMES, 1))


def paper(text: str) -> Reference:
    return read(text).by_arxiv(ID)


def listed(text: str) -> tuple[list[str], bool | int]:
    authors: Authors = paper(text).authors
    return [name.name for name in authors], authors.others


def claims(text: str) -> list[Claim]:
    library = read(text)
    return list(library.claims.get(library.by_arxiv(ID).key, ()))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (f"**{TITLE}**\n*{LIST}*\n{URL}", False),
        (f"**{TITLE}**\n*{LIST} et al.*\narXiv:{ID}", True),
        (f"- **June 2025 – Foo-1** ([arXiv:{ID}]({URL})): authors {LIST}, and others.", True),
        (f"- **Foo-1** ([arXiv:{ID}]({URL})), authors {LIST} and 4 others", 4),
        (f"The authors ({URL}):\n\n1. " + "\n1. ".join(NAMES) + "\n\n... and 116 more.", 116),
        (f"{URL}\n\n**Authors:**\n- **" + "** – Foo\n- **".join(NAMES) + "** – Foo", False),
        (f"{URL}\n\n**Authors:**\n- " + " (Foo)\n- ".join(NAMES) + "\n- *…and 12 others*", 12),
        (f"{URL} credits (first 4 of 126 authors):\n\n| # | Name | At |\n|-|-|-|\n{ROWS}", 122),
        (f"{URL}\n\n| # | Author | At |\n|-|-|-|\n{ROWS}", False),
        (f"{URL}\n\n| # | Author | At |\n|-|-|-|\n{ROWS}| … | and 9 others | |\n", 9),
        (f"# Authors of Foo\n\n{URL} has these people:\n\n| # | Name |\n|-|-|\n{ROWS}", False),
        (f"The author list of {URL} starts with {LIST}.", True),
        (f"| M | By |\n|-|-|\n| [F]({URL}) | by {LIST}, 127 authors |\n", 123),
        (f"Authors of {URL}:\n\n**Ada Berg** (X), **Bo Fei**, **Carl Diaz**, **Dora Eng**", False),
        (f"# Author list\n\n> {LIST}, … (full list on arXiv)\n\n{URL}", True),
        (f"The authors of Foo-1 (arXiv:{ID}) are, in order: {LIST}, and others.", True),
        (f"Foo-1 by Berg et al. is arXiv:{ID}. Its authors: {LIST}.", False),
        (f"- {URL} – Foo ({LIST}, et al.)", True),
        (f"- **arXiv ID**: `{ID}`\n- **Authors** (4): {LIST}", False),
        (f"It is long ({URL}). The list of authors begins with {LIST}.", True),
        (f"Berg, Ada, Bo Fei, Carl Diaz, and Dora Eng. “{TITLE}.” {URL}.", False),
        (f'Berg, Ada, Bo Fei, Carl Diaz, Dora Eng, et al. "{TITLE}." {URL}.', True),
        (f"<ol>\n<li>{LIST}. <a href='{URL}'>It</a></li>\n<li>Mo Far</li>\n</ol>", False),
        (f"<ul>\n<li><a href='{URL}'>it</a> by {LIST}</li>\n<li>Bar</li>\n</ul>", False),
    ],
)
def test_whole_names(text: str, others: bool | int) -> None:
    assert listed(text) == (NAMES, others)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"Berg A, Fei B, Diaz CD. {TITLE}. arXiv:{ID}.", ["A. Berg", "B. Fei", "C. D. Diaz"]),
        (f"Berg A., van den Fei B.C. {TITLE}. arXiv:{ID}.", ["A. Berg", "B. C. van den Fei"]),
        (f"Berg, Ada, and Bo Fei. *{TITLE}*. arXiv:{ID}.", ["Ada Berg", "Bo Fei"]),
        (f"Berg, Ada C., and Bo Fei. 2025. {TITLE}. arXiv:{ID}.", ["Ada C. Berg", "Bo Fei"]),
        (f"- *Foo* — Berg & Fei-Li, 2023 — <{URL}>", ["Berg", "Fei-Li"]),
        (f"Foo (Berg, de Vries and Fei, 2023, [arXiv]({URL})) works.", ["Berg", "de Vries", "Fei"]),
        (f"- {URL} – Foo (Berg, A.; van Fei, B. C.)", ["A. Berg", "B. C. van Fei"]),
        (f"- <{URL}> – Foo by MiniMax, Ada Berg and Bo Fei", ["MiniMax", "Ada Berg", "Bo Fei"]),
        (f"[1] MiniMax: Ada Berg, Bo Fei. {TITLE}. arXiv:{ID}", ["MiniMax", "Ada Berg", "Bo Fei"]),
    ],
)
def test_names_in_other_orders(text: str, names: list[str]) -> None:
    assert listed(text) == (names, False)


@pytest.mark.parametrize(
    "text",
    [
        f"Oslo, Norway, and the rest. {URL}",
        f"- *Foo* — Search & Rescue, a 2023 system — <{URL}>",
        f"## Models of the authors\n\n- **Foo-1**: the first ({URL})\n- **Foo-2**: a model",
        f"Foo ({URL}) works (Hybrid Attention; Long Context; Fast Decoding).",
        f"Foo ({URL}) was tried (Ada Berg and Bo Fei, at night).",
        f"# Names\n\n| # | Name |\n|-|-|\n{ROWS}\n\n{URL}",
    ],
)
def test_what_looks_like_a_list_of_authors(text: str) -> None:
    assert listed(text) == ([], False)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"**{TITLE}**\n*{LIST}*\n{URL}", TITLE),
        (f"- **January 2025 – {TITLE}** ({URL})", TITLE),
        (f"- **2025 – {TITLE}** ({URL})", TITLE),
        (f"## 1. {TITLE} (2025)\n\n{URL}\n\n**Authors:** {LIST}", TITLE),
        (f"**Paper:** {TITLE}\n**Authors:** {LIST}\n**Link:** {URL}", TITLE),
        (f"## Who are the authors of Foo-1?\n\n{URL}\n\n**Authors:** {LIST}", ""),
        (f"# The Foo-1 contributors\n\n{URL}\n\n**Authors:** {LIST}", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert paper(text).title == title


def test_a_date_before_a_name_makes_no_title() -> None:
    library = read(f"- **January 2025 – Foo-01** ([arXiv:{ID}]({URL})): a model")
    assert (library.by_arxiv(ID).title, len(library.labels)) == ("Foo-01", 1)


def test_last_name_after_an_elision() -> None:
    text = f"Berg, A., Fei, B., ... Eng, D. (2023). {TITLE}. arXiv:{ID}"
    assert listed(text) == (["A. Berg", "B. Fei"], True)
    assert paper(text).title == TITLE
    (claim,) = claims(text)
    assert (claim.kind, claim.name) == (ClaimKind.LAST_AUTHOR, "D. Eng")


@pytest.mark.parametrize(
    "text",
    [
        f"# Foo ({URL})\n\n## Lead authors\n\nAda Berg, Bo Fei",
        f"Foo is arXiv:{ID}.\n\nNotable authors include:\n\n- **Ada Berg** – CEO\n- Bo Fei: lead",
        f"Foo is arXiv:{ID}. Key authors:\n\n- Ada Berg\n- Bo Fei\n",
    ],
)
def test_some_of_the_authors_are_no_list(text: str) -> None:
    assert listed(text) == ([], False)
    assert [(claim.kind, claim.name) for claim in claims(text)] == [
        (ClaimKind.IS_AUTHOR, "Ada Berg"),
        (ClaimKind.IS_AUTHOR, "Bo Fei"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Ada Berg is the first author.", ClaimKind.FIRST_AUTHOR, ["Ada Berg"]),
        ("Ada Berg is the first and corresponding author.", ClaimKind.FIRST_AUTHOR, ["Ada Berg"]),
        ("Ada Berg is listed as the first author.", ClaimKind.FIRST_AUTHOR, ["Ada Berg"]),
        ("- First author: **Ada Berg**", ClaimKind.FIRST_AUTHOR, ["Ada Berg"]),
        ("The first author is Ada Berg, of Foo.", ClaimKind.FIRST_AUTHOR, ["Ada Berg"]),
        ("Last author: Ada Berg", ClaimKind.LAST_AUTHOR, ["Ada Berg"]),
        ("Ada Berg is the senior (last) author.", ClaimKind.LAST_AUTHOR, ["Ada Berg"]),
        ("Ada Berg is the corresponding author.", ClaimKind.ROLE, ["Ada Berg"]),
        ("Ada Berg is the lead author.", ClaimKind.ROLE, ["Ada Berg"]),
        ("The 9 authors were led by Ada Berg.", ClaimKind.ROLE, ["Ada Berg"]),
        ("Ada Berg is not an author.", ClaimKind.NOT_AUTHOR, ["Ada Berg"]),
        ("Ada Berg isn't among the authors.", ClaimKind.NOT_AUTHOR, ["Ada Berg"]),
        ("Ada Berg is not among the authors.", ClaimKind.NOT_AUTHOR, ["Ada Berg"]),
        ("Ada Berg was never listed as an author.", ClaimKind.NOT_AUTHOR, ["Ada Berg"]),
        ("Neither Ada Berg nor Bo Fei is an author.", ClaimKind.NOT_AUTHOR, ["Ada Berg", "Bo Fei"]),
        (
            "Ada Berg is among the authors, and so is Bo Fei.",
            ClaimKind.IS_AUTHOR,
            ["Ada Berg", "Bo Fei"],
        ),
        ("It lists its authors, among them Ada Berg.", ClaimKind.IS_AUTHOR, ["Ada Berg"]),
        ("The authors (including Ada Berg) agree.", ClaimKind.IS_AUTHOR, ["Ada Berg"]),
    ],
)
def test_claims_about_people(text: str, kind: ClaimKind, names: list[str]) -> None:
    found = [claim for claim in claims(f"*{TITLE}* (arXiv:{ID}).\n\n{text}") if claim.name]
    assert [(claim.kind, claim.name) for claim in found] == [(kind, name) for name in names]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("Total number of authors: 127", ClaimKind.COUNT, 127),
        ("- **Number of authors:** 127", ClaimKind.COUNT, 127),
        ("The author list comprises exactly 126 names.", ClaimKind.COUNT, 126),
        ("The authors are many. The list is in alphabetical order.", ClaimKind.ALPHABETICAL, None),
    ],
)
def test_claims_about_the_list(text: str, kind: ClaimKind, number: int | None) -> None:
    found = claims(f"*{TITLE}* (arXiv:{ID}).\n\n{text}")
    assert [(claim.kind, claim.number) for claim in found] == [(kind, number)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Berg is not the first author.",
        "Bo Fei, not Ada Berg, is an author of note.",
        "Nobody knows whether Ada Berg is an author.",
        "Foo was led by Google.",
    ],
)
def test_no_claim(text: str) -> None:
    found = claims(f"*{TITLE}* (arXiv:{ID}).\n\n{text}")
    assert [claim.name for claim in found if claim.name == "Ada Berg" or "led" in claim.text] == []


def test_a_claim_is_about_the_work_of_its_own_clause() -> None:
    library = read(
        f"See arXiv:{ID}. It has 126 authors; half of them wrote Bar (arXiv:2501.08313)."
    )
    assert [claim.kind for claim in library.claims[library.by_arxiv(ID).key]] == [ClaimKind.COUNT]


def test_numbers_in_brackets_lead_to_the_lines_below() -> None:
    library = read(f"Foo by Berg et al. (2025) [1] and Bar [2].\n\n[1] {URL}\n[2] https://a.org/x")
    assert [name.name for name in library.by_arxiv(ID).authors] == ["Berg"]
    assert len(library) == 2

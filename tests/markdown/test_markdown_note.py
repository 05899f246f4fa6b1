"""Markdown notes as a whole: what is read, in which order, under which keys."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore.diagnostics import Severity
from refcore.errors import UnknownKey
from refcore.markdown import read
from refcore.model import ClaimKind, Group, Library

NAMES = "Ada Berg, Ben Costa, Dora Eng, Carl Diaz, Mo Farah"
OVERVIEW = f"""---
title: An overview
---

### The Foo models: authors and lead

Foo-1 and Foo-2 are models by Foo AI. No individual authors stand out.

#### Paper authors
- **Foo-1**: Detailed in *"Foo-1: Doing Things with Attention"* (arXiv:2506.13585). Authors are
  listed alphabetically (over 4 total, all affiliated with Foo):
  - {NAMES} (and 27 additional authors).
  - Note: Mo Farah (CEO) is among the authors.
- **Foo-2**: No dedicated academic paper or author list found in public sources.

#### Lead
- **Farah Mo**: Founder of Foo AI. Farah has spoken of both (e.g., at FooCon) and is credited in
  Foo-1's author list.

#### References
- [Foo-1 arXiv Paper](https://arxiv.org/abs/2506.13585)
- [Foo-1 GitHub](https://github.com/foo-ai/Foo-1)
- [Foo-2 Hugging Face](https://huggingface.co/fooai/Foo-2)
- [Foo data](https://huggingface.co/datasets/fooai/data)
- [Farah Mo Profile](https://www.example.com/topics/farah-mo)
"""


def test_overview_references() -> None:
    library = read(OVERVIEW, "note.md")
    assert [(r.key, r.type, r.title) for r in library] == [
        ("berg2025foo1", "article", "Foo-1: Doing Things with Attention"),
        ("foo-1-github", "software", "Foo-1 GitHub"),
        ("foo-2-hugging-face", "software", "Foo-2 Hugging Face"),
        ("foo-data", "dataset", "Foo data"),
        ("farah-mo-profile", "webpage", "Farah Mo Profile"),
    ]
    assert library["foo-2-hugging-face"].url == "https://huggingface.co/fooai/Foo-2"
    assert not library.diagnostics


def test_overview_author_list() -> None:
    paper = read(OVERVIEW, "note.md").by_arxiv("2506.13585")
    assert [name.name for name in paper.authors] == NAMES.split(", ")
    assert paper.authors.others == 27
    assert str(paper.location) == "note.md:12"
    assert not any(r.authors for r in read(OVERVIEW) if r.key != paper.key)


def test_overview_claims() -> None:
    claims = read(OVERVIEW, "note.md").claims
    found = [(c.kind, c.name, c.number, c.location.line) for c in claims["berg2025foo1"]]
    assert found == [
        (ClaimKind.ALPHABETICAL, "", None, 10),
        (ClaimKind.MORE_THAN, "", 4, 11),
        (ClaimKind.AFFILIATION, "Foo", None, 11),
        (ClaimKind.IS_AUTHOR, "Mo Farah", None, 13),
        (ClaimKind.IS_AUTHOR, "Farah Mo", None, 17),
    ]
    assert [c.kind for c in claims["foo-2-hugging-face"]] == [ClaimKind.NO_PAPER]
    assert set(claims) == {"berg2025foo1", "foo-2-hugging-face"}


@pytest.mark.parametrize(
    "text",
    [
        "see arXiv:2506.13585 for it",
        "see https://arxiv.org/abs/2506.13585.",
        "(https://arxiv.org/pdf/2506.13585v1.pdf)",
        "[paper](https://arxiv.org/html/2506.13585v1)",
        "<https://arxiv.org/abs/2506.13585>",
        "doi:10.48550/arXiv.2506.13585",
        "https://doi.org/10.48550/arXiv.2506.13585",
        "**arXiv:** 2506.13585",
        "[a][1]\n\n[1]: https://arxiv.org/abs/2506.13585",
        "[1]: https://arxiv.org/abs/2506.13585",
        "[![b](https://img.example.org/x)](https://arxiv.org/abs/2506.13585)",
        '<a href="https://arxiv.org/abs/2506.13585">paper</a>',
        "| Model | arXiv |\n|---|---|\n| x | 2506.13585 |",
        "> - quoted https://huggingface.co/papers/2506.13585",
        "On Moss [https://arxiv.org/abs/2506.13585]",
        "On Moss [link: https://arxiv.org/abs/2506.13585].",
        "DOI: 10.48550/arXiv.2506.13585[12]",
    ],
)
def test_paper_is_found_in_every_form(text: str) -> None:
    library = read(text)
    assert library.by_arxiv("2506.13585").type == "article"
    assert len(library) == 1


def test_code_is_not_read() -> None:
    assert len(read("Text.\n\n```\narXiv:2501.12948\n```\n")) == 0


def test_front_matter_that_names_a_paper_is_read() -> None:
    (reference,) = read("---\nurl: https://arxiv.org/abs/2506.13585\n---\n\nText.\n")
    assert (str(reference.arxiv), str(reference.location)) == ("2506.13585", "line 2")


def test_front_matter_without_a_paper_is_about_the_note() -> None:
    text = "---\ntitle: My notes\nauthor: Mo Far\n---\n\nSee arXiv:2506.13585.\n"
    (reference,) = read(text)
    assert (reference.title, len(reference.authors)) == ("", 0)


def test_lines_are_those_of_the_file() -> None:
    text = "---\ntitle: x\n---\r\n\r\nOne\ntwo arXiv:2506.13585\n\n- a\n  arXiv:2501.12948\n"
    assert [r.location.line for r in read(text) if r.location] == [6, 9]


def test_versions_cited_apart_are_kept_apart() -> None:
    library = read("arXiv:2312.00752 and arXiv:2312.00752v2 and arXiv:2312.00752v1")
    assert [str(r.arxiv) for r in library] == ["2312.00752v2", "2312.00752v1"]


@pytest.mark.parametrize("wrong", ["2506.1358", "2513.00001", "2506.00000"])
def test_impossible_id_is_an_error_with_its_line(wrong: str) -> None:
    library = read(f"Fine: arXiv:2506.13585.\n\nWrong: arXiv:{wrong}.", "n.md")
    (found,) = library.diagnostics
    assert (found.severity, str(found.location)) == (Severity.ERROR, "n.md:3")
    assert wrong in found.message
    assert found.key is not None
    assert library[found.key].extra["eprint"] == wrong
    assert library[found.key].arxiv is None


def test_doi() -> None:
    library = read("Berg, A. (2020). *On some things*. https://doi.org/10.1000/xyz(1)2.")
    assert library.by_doi("10.1000/xyz(1)2").title == "On some things"


def test_keys_are_ascii_unique_and_stable() -> None:
    text = "- [Über uns](https://a.org/)\n- [Uber Uns](https://b.org)\n- [知](https://c.org/x)\n"
    keys = read(text).keys()
    assert keys == ("uber-uns", "uber-uns-2", "zhi")
    assert read(text + "\n- [more](https://d.org)").keys()[:3] == keys


def test_same_place_is_one_reference() -> None:
    text = (
        "[a b](https://github.com/x/y) [c](http://www.github.com/X/y.git) https://github.com/x/y/"
    )
    assert len(read(text)) == 1


def test_relative_links_and_anchors_are_no_references() -> None:
    assert len(read("[a](#x) [b](docs/b.md) [c](mailto:a@b.org) ![d](https://e.org/f.png)")) == 0


def test_links_on_names_are_no_references() -> None:
    text = "*T of it* by [Ada Berg](https://ada.org) and [Bo Fei](https://bo.org), arXiv:2506.13585"
    library = read(text)
    assert [name.name for name in library.by_arxiv("2506.13585").authors] == ["Ada Berg", "Bo Fei"]
    assert len(library) == 1


@settings(max_examples=150, deadline=None)
@given(st.text())
def test_any_text_gives_a_library(text: str) -> None:
    assert isinstance(read(text), Library)


PIECES = [
    *("arXiv:2506.13585", "arXiv:2506.1v9", "Ada Berg", ", ", " and ", "et al.", "(and 3 others)"),
    *("Authors: ", "- ", "\n", "\n\n", "# ", "**", "*", '"', "[", "](https://a.org/", ")", "|---|"),
    *("| a | Authors |\n", "by ", "is among the authors", "alphabetically", "over 5 authors", ". "),
    *("[^1]: ", "[x]: https://[", "<", "10.1000/x", "https://", "\x1f", "\x00", "；", "、", "𝔄"),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_mixture_of_the_pieces_gives_a_library(text: str) -> None:
    library = read(text)
    assert set(library.claims) <= set(library.keys())


@pytest.mark.parametrize(
    "text",
    [
        "[" * 30_000,
        ">" * 30_000,
        "Ada Berg, " * 5_000,
        "- Ada Berg\n" * 3_000,
        "\n".join(f"[l{n}]: https://e.org/{n}" for n in range(3_000)),
        "arXiv:2506.13585v" + "9" * 5_000,
        "\n".join(" " * n + "- a" for n in range(300)),
    ],
)
def test_large_and_deep_input_is_read(text: str) -> None:
    assert isinstance(read(text), Library)


def test_group_as_author() -> None:
    paper = read("*The thing itself* by Foo Team and Ada Berg. arXiv:2506.13585").by_arxiv(
        "2506.13585"
    )
    assert paper.authors.groups == (Group("Foo Team"),)


def test_nothing_in_nothing_out() -> None:
    with pytest.raises(UnknownKey):
        read("").by_arxiv("2506.13585")

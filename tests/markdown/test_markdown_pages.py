"""Entries that cite a paper by the address of its page, and links that say nothing of one."""

import pytest

from refcore.markdown import read
from refcore.markdown.pages import _PLACES, is_paper_page

T = "Reading Broken Lamps with Little Data"
PAGE = "https://openreview.net/forum?id=a1B2c3D4"


@pytest.mark.parametrize(("pattern", "example"), _PLACES)
def test_each_place_of_papers_has_a_page(pattern: str, example: str) -> None:
    assert is_paper_page(f"https://{example}")
    assert not is_paper_page(f"https://a.org/{example}")


@pytest.mark.parametrize(
    "text",
    [
        f"- Mara Quill and Tobias Fenn, *{T}* (ICLR 2024), [paper page]({PAGE}).",
        f"- **{T}**. Mara Quill, Tobias Fenn. [[pdf](https://a.org/files/lamps.pdf)]",
        f'1. Mara Quill, Tobias Fenn. "{T}." NeurIPS 2024. [link](https://papers.nips.cc/paper/7-a)',
        f'- [Mara Quill, Tobias Fenn. "{T}." In Acta Lamps, 2016.](http://a.org/quill16.pdf)',
        f"[3] Mara Quill, Tobias Fenn (2024). *{T}*. https://eprint.iacr.org/2020/123",
        f"| Title | Authors | Link |\n|-|-|-|\n| {T} | Mara Quill, Tobias Fenn "
        "| [IEEE](https://ieeexplore.ieee.org/document/8336933) |",
        f"- [{T}]({PAGE})\n  - Mara Quill, Tobias Fenn\n  - [code](https://github.com/a/b)",
        f"- {T}\n  - Mara Quill, Tobias Fenn\n  - [Paper](https://proceedings.mlr.press/v97/a.html)",
        f"* [{T}](https://www.jstor.org/stable/2346178) — Mara Quill, Tobias Fenn (1990)",
        f"- Mara Quill, Tobias Fenn. {T}. ACL 2020. https://aclanthology.org/2020.acl-main.1/",
    ],
)
def test_the_entry_of_a_page_is_read(text: str) -> None:
    found = [one for one in read(text) if one.type == "article"]
    assert [(one.title, str(one.authors)) for one in found] == [(T, "Mara Quill, Tobias Fenn")]


@pytest.mark.parametrize(
    "text",
    [
        f"- **{T}** [arXiv](https://arxiv.org/abs/2506.13585) [OpenReview]({PAGE})",
        f"- **{T}**\n  - [arXiv](https://arxiv.org/abs/2506.13585)\n  - [pdf](https://a.org/b.pdf)",
        f"# {T}\n\nhttps://arxiv.org/abs/2506.13585\n\nSee the [review]({PAGE}).",
        f"- {T}, arXiv:2506.13585. [Slides](https://a.org/slides.pdf)",
    ],
)
def test_a_page_beside_an_id_is_no_other_paper(text: str) -> None:
    assert [str(one.arxiv) for one in read(text) if one.type == "article"] == ["2506.13585"]


def test_two_files_of_one_entry_are_one_paper() -> None:
    text = f"- **{T}** [[pdf](https://a.org/a.pdf)] [[supp](https://a.org/b.pdf)]"
    assert [one.title for one in read(text) if one.type == "article"] == [T]


def test_pages_named_by_their_titles_are_papers_of_their_own() -> None:
    text = f"See [{T}]({PAGE}) and [On the Form of Things](https://a.org/form.pdf)."
    assert [one.title for one in read(text)] == [T, "On the Form of Things"]

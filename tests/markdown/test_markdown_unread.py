"""A diagnostic names what is not understood; it is never compared as if it were a whole list."""

import pytest

from refcore.markdown import read

URL = "https://arxiv.org/abs/2506.13585"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**Authors:** see the paper", "'see the paper' cannot be read"),
        ("Authors: 17 people from three labs", "cannot be read"),
        ("**Authors:** Quill, Mara, Fenn, Tobias, Vale, Ingrid", "6 single words may be"),
    ],
)
def test_a_marked_list_that_is_not_understood(text: str, said: str) -> None:
    library = read(f"{text}\n**Link:** {URL}\n", "note.md")
    (found,) = library.diagnostics
    assert said in found.message
    assert str(found.location) == "note.md:1"
    assert not library.by_arxiv("2506.13585").authors


@pytest.mark.parametrize(
    "text",
    [
        "**Authors:** Mara Quill, Tobias Fenn, 3 of the 4 others (who did more)",
        "**Authors:** Mara Quill, Tobias Fenn, and then some people whom nobody named",
    ],
)
def test_a_list_that_is_understood_in_part_leaves_others_out(text: str) -> None:
    library = read(f"{text}\n**Link:** {URL}\n")
    authors = library.by_arxiv("2506.13585").authors
    assert [name.name for name in authors] == ["Mara Quill", "Tobias Fenn"]
    assert authors.others


def test_where_a_list_is_not_understood_is_said() -> None:
    library = read(f"**Authors:** Mara Quill, Tobias Fenn, who both met in Oslo\n{URL}\n")
    (found,) = library.diagnostics
    assert "only up to 'Tobias Fenn'" in found.message


@pytest.mark.parametrize(
    "text",
    [
        "**Authors:** Mara Quill, Tobias Fenn",
        "**Authors:** Mara Quill et al., NeurIPS 2024",
        "**Authors:** Quill, Fenn, Vale",
        "**Authors:** Quill, Fenn, Vale, and Oak",
        "**Authors:** various",
        "**Authors:**",
        "Authors: see our team page for the authors of this blog",
    ],
)
def test_what_is_understood_is_not_spoken_of(text: str) -> None:
    assert read(f"{text}\n\n**Link:** {URL}\n").diagnostics == []


def test_a_label_in_a_note_without_papers_is_not_spoken_of() -> None:
    assert read("Authors: see the paper\n").diagnostics == []

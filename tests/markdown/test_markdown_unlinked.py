"""Entries without an id: a reference if they can be nothing else, and nothing otherwise."""

import pytest

from refcore.markdown import read
from refcore.model import Date

T = "Reading Broken Lamps with Little Data"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f'- Quill et al., "{T}", arXiv 2024.', ["Quill"]),
        (f'- Mara Quill, Tobias Fenn. "{T}." NeurIPS 2024.', ["Mara Quill", "Tobias Fenn"]),
        (f"1. Mara Quill and Tobias Fenn. {T}. ICML 2024.", ["Mara Quill", "Tobias Fenn"]),
        (f"- **{T}** — Mara Quill, Tobias Fenn (2024)", ["Mara Quill", "Tobias Fenn"]),
        (f"[1] Quill, M., Fenn, T. (2024). *{T}*.", ["M. Quill", "T. Fenn"]),
        (f'- Quill, Fenn, Vale (2024) — "{T}"', ["Quill", "Fenn", "Vale"]),
    ],
)
def test_an_entry_without_an_id_is_a_reference(text: str, names: list[str]) -> None:
    (reference,) = read(text)
    assert reference.title == T
    assert [name.name for name in reference.authors] == names
    assert reference.issued == Date.of(2024)
    assert str(reference.location) == "line 1"


@pytest.mark.parametrize(
    "text",
    [
        f'Quill et al. wrote "{T}" in 2024.',
        f'- "{T}" is a paper by Mara Quill and Tobias Fenn from 2024',
        f'- Mara Quill, Tobias Fenn: "{T}"',
        f"- **{T}** (2024)",
        "- Mara Quill and Tobias Fenn, Oslo 2024",
        "- **Lamps**: Mara Quill, Tobias Fenn (2024)",
        "- [2024/05] Mara Quill, Tobias Fenn join the team.",
        "- Dear Mara Quill and Tobias Fenn. Thank you for the lamps. May 2024.",
    ],
)
def test_other_items_are_none(text: str) -> None:
    assert len(read(text)) == 0


def test_a_work_that_is_cited_with_an_id_is_one_reference() -> None:
    text = f'- Quill et al., "{T}", arXiv 2024.\n- *{T}* (arXiv:2404.01234)\n'
    assert [str(reference.arxiv) for reference in read(text)] == ["2404.01234"]

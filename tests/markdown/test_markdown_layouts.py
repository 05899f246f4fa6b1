"""Entries that no rule decides are read by evidence, and by the other entries of their list."""

import pytest

from refcore.markdown import read
from refcore.markdown.atoms import Sort, atoms_of
from refcore.markdown.bounds import Bounds
from refcore.markdown.layouts import entry_of, weigh
from refcore.markdown.note import inside

ID = "2506.13585"
URL = f"https://arxiv.org/abs/{ID}"


def names(text: str) -> list[str]:
    return [name.name for name in read(text).by_arxiv(ID).authors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"- Quill, Fenn, Vale, Harrow, *On the Form of Things* (ECCV 2020, arXiv:{ID}).",
            ["Quill", "Fenn", "Vale", "Harrow"],
        ),
        (
            f"Ada Berg, Bo Fei, and Mo Far. 2019.\n\n[On the Form of Things]({URL}).\n\n"
            f"arXiv preprint arXiv:{ID}.",
            ["Ada Berg", "Bo Fei", "Mo Far"],
        ),
    ],
)
def test_names_that_only_evidence_reads(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"- **Developed by:** Ada Berg, Bo Fei\n- **Paper:** [On the Form of Things]({URL})",
        f"| Discussant | Paper |\n|-|-|\n| Quill, Fenn | [On the Form of Things]({URL}) |",
        f"Parmi ces méthodes, la plus utile ([Quill et al., 2021]({URL})) est de loin la première.",
    ],
)
def test_nothing_is_read_where_words_say_otherwise(text: str) -> None:
    reference = read(text).by_arxiv(ID)
    assert reference.title in ("", "On the Form of Things")
    assert "Ada Berg" not in names(text)
    assert "Fenn" not in names(text)


def test_names_in_bold_that_a_rule_takes_as_the_title() -> None:
    lines = [
        f"- **[F{number}] Quill, Fenn & Vale (2021)** — *On the Form of Things in Part {number}*, "
        f"MIS Quarterly, arXiv:2506.1000{number}."
        for number in range(4)
    ]
    for reference in read("\n".join(lines)):
        assert [name.name for name in reference.authors] == ["Quill", "Fenn", "Vale"]
        assert reference.title.startswith("On the Form of Things")


def test_a_list_of_titles_without_names() -> None:
    lines = [
        f"[arxiv:2506.1000{number}] On the Form of Things: A Study of Part {number}.\n"
        for number in range(4)
    ]
    library = read("\n".join(lines))
    titles = [reference.title for reference in library]
    assert titles == [f"On the Form of Things: A Study of Part {number}" for number in range(4)]


def test_atoms_are_the_pieces_between_all_marks() -> None:
    text = f"- **[C1] On It: A Study**, Ada Berg & Bo Fei (2024) [[pdf]({URL})]"
    reading, _, _ = inside(text, None, Bounds(None))
    found = atoms_of(reading.inlines[0], reading.mentions, (0, 0, len(reading.inlines[0].text)), 9)
    texts = [atom.text for atom in found]
    assert texts == ["C1", "On It", "A Study", "Ada Berg & Bo Fei", "2024", "pdf"]
    assert found[4].sort is Sort.DATE
    assert found[0].unit
    assert not found[3].unit


def test_the_other_entries_of_a_list_speak_for_a_layout() -> None:
    """One name in italics could be a venue; in a list with names there it is the author."""
    lines = [
        f"- On the Form of Lamps, part {number} / *Ada Berg, Bo Fei* / arXiv:2506.1000{number}"
        for number in range(4)
    ]
    alone = f"- On the Form of Things / *Mara Quill* / arXiv:{ID}"
    single, _, _ = inside(alone, None, Bounds(None))
    several, _, _ = inside("\n".join([*lines, alone]), None, Bounds(None))
    own = [m for m in single.mentions if m.is_paper]
    all_ = [m for m in several.mentions if m.is_paper]
    before = weigh(single, own, {})[own[0].identity].likely
    after = weigh(several, all_, {})[own[0].identity]
    assert after.names is not None
    assert after.names.names[0].name == "Mara Quill"
    assert after.likely > before


def test_an_entry_in_code_is_not_weighed() -> None:
    reading, _, _ = inside(f"```\n@misc{{a, eprint={{{ID}}}}}\n```", None, Bounds(None))
    assert [entry_of(reading, mention) for mention in reading.mentions] in ([], [None])


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            f"- [On the Form of Things]({URL}) (Hutchinson, 2019)",
            "On the Form of Things",
            ["Hutchinson"],
        ),
        (
            f"- Berg, Fei, Far — *On the Form of Things* (ResNet), arXiv:{ID}",
            "On the Form of Things",
            ["Berg", "Fei", "Far"],
        ),
        (
            f"- **ORPO**: [Quill et al., 2023 - *On the Form of Things* (arXiv:{ID})]({URL})",
            "On the Form of Things",
            ["Quill"],
        ),
        (
            f"1. `On the Form of Things` arXiv 2024\n   *Berg, Ada , Fei, Bo*  [[pdf]({URL})]",
            "On the Form of Things",
            ["Ada Berg", "Bo Fei"],
        ),
        (
            f"- [Berg P. et al. «On the form of things in parts» (2015)]({URL}) — первоисточник.",
            "On the form of things in parts",
            ["P. Berg"],
        ),
    ],
)
def test_candidates_of_common_layouts(text: str, title: str, expected: list[str]) -> None:
    reference = read(text).by_arxiv(ID)
    assert reference.title == title
    assert names(text) == expected


def test_a_label_of_other_people_before_names() -> None:
    for role in ("Speaker", "Discussants", "Edited by", "Thanks to", "Translators"):
        assert names(f"- {role}: Ada Berg and Bo Fei, [On the Form of Things]({URL})") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Read: [On the Form of Things]({URL}) (Ada Berg, 2019). It frames the loop.",
            ["Ada Berg"],
        ),
        (f"It comes from [a study by Ada Berg and Bo Fei (2019)]({URL}).", ["Ada Berg", "Bo Fei"]),
        (f"[A survey by Ada Berg et al. (2020)]({URL}) has more.", ["Ada Berg"]),
        (f"[Recent work by Wang Xiaoyu, Li Na]({URL}) says so.", ["Wang Xiaoyu", "Li Na"]),
        (f"The idea is from [the work of Ada Berg et al.]({URL}).", ["Ada Berg"]),
        (f"[**A preprint by Ana Gil**]({URL})", ["Ana Gil"]),
        (f"[a study by Özge Ak and Łukasz Bo (2019)]({URL})", ["Özge Ak", "Łukasz Bo"]),
    ],
)
def test_names_beside_a_title_or_in_its_place(text: str, expected: list[str]) -> None:
    assert names(text) == expected
    assert read(text).by_arxiv(ID).title in ("", "On the Form of Things")


@pytest.mark.parametrize(
    "title",
    ["A Survey of Monte Carlo", "A review of Deep Learning", "The Work of Adam Smith"],
)
def test_a_study_of_something_is_a_title(title: str) -> None:
    assert names(f"[{title}]({URL})") == []
    assert read(f"[{title}]({URL})").by_arxiv(ID).title == title

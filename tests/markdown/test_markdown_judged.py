"""Citations and journals that were read as titles, and names where other entries have them."""

import pytest

from refcore.markdown import read

ID = "https://arxiv.org/abs/2506.13585"
T = "Reading Broken Lamps with Little Data"


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (f"It holds ([Quill & Fenn, 2010]({ID})).", "Quill, Fenn"),
        (f"## Lamps\n\nIt is so. [Quill és mtsai., 2005]({ID})", "Quill et al."),
        (f"这里说明了灯的亮度约为一比二。[Quill, Fenn & Vale 1998]({ID})；", "Quill, Fenn, Vale"),
        (f"Das gilt ([Quill und Fenn 2012]({ID}))", "Quill, Fenn"),
        (f"See [van der Berg and O'Neil, 2020a]({ID}).", "van der Berg, O'Neil"),
        (f"from Quill et al., *PLoS One* 2014,\n[arXiv:2506.13585]({ID})", "Quill et al."),
        (
            "[3] A. Quill, T. Fenn, Chem. Ing. Tech. 2021, 93 (12), 29. arXiv:2506.13585",
            "A. Quill, T. Fenn",
        ),
        ("[4] M. Quill, Korean J. Chem. Eng. 2000, 17 (4), 3. arXiv:2506.13585", "M. Quill"),
    ],
)
def test_a_citation_has_no_title(text: str, authors: str) -> None:
    (reference,) = read(text)
    assert (reference.title, str(reference.authors)) == ("", authors)


@pytest.mark.parametrize(
    "text",
    [
        f"Paper: Quill,A., Fenn,T. and Vale,I. (2011) {T}. \narXiv:2506.13585",
        f"Paper: Ada Quill, Tobias Fenn (2017) {T}\n{ID}",
        f'> [Quill, Ada, et al. "{T}." ]({ID})[_Acta Lamps_]({ID})[ (2024).]({ID})',
        f"- [{T}{ID}]({ID})",
        f"- [2017-{T}]({ID})",
        f"- [“{T},” 2015.]({ID})",
        f"1. {T} (2025). *Artificial\n   Lamps Review.* {ID}",
        f"\\begin{{itemize}}\n  \\item H. Quill, ``{T},'' \\textit{{Acta L.}} (2015). {ID}",
        f"1. Quill A. T., Fenn T. {T} //arXiv preprint arXiv:2506.13585. – 2014.",
        f"1. Quill A. {T} // Труды семинара. – 2020. – С. 770-778. {ID}",
    ],
)
def test_a_title_is_cut_out_of_its_reference(text: str) -> None:
    (reference,) = read(text)
    assert reference.title == T


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"The form of *{T}* ([Quill et al., 2022]({ID})) works.", T),
        (f"- {T}: [Quill et al., 2013]({ID})", T),
        (f"| Model | Reference |\n|-|-|\n| LampNet | [Quill et al., 2013]({ID}) |", "LampNet"),
        (f"- [Networks and Graphs, 2020]({ID})", "Networks and Graphs"),
    ],
)
def test_a_title_beside_a_citation_stays(text: str, title: str) -> None:
    (reference,) = read(text)
    assert reference.title == title


def test_names_of_initials_with_spaces_are_whole() -> None:
    names = "Quill R. J., Fenn H., Vale D. A., Oak R., Lin T. Y."
    (reference,) = read(f"4. **{names}** (2020). *{T}.* Acta Lamps, 42(2), 3. [arXiv]({ID})")
    assert str(reference.authors) == "R. J. Quill, H. Fenn, D. A. Vale, R. Oak, T. Y. Lin"


def test_entries_parted_by_dots_have_their_own_names() -> None:
    lines = (
        "**References.** Oak, G. C., & Ash, T. (1980). An argument against lamps. *Acta*, 27.",
        "Quill, A., & Fenn, J. (1982). Experimental tests of fog. *Lamps*, 49. arXiv:2506.13585",
        "Vale, C. J. (1934). The use of lamps in the night. *Lamps*, 26, 4. arXiv:2506.13586",
    )
    found = [(one.title, str(one.authors)) for one in read(" · ".join(lines)) if one.arxiv]
    assert found == [
        ("Experimental tests of fog", "A. Quill, J. Fenn"),
        ("The use of lamps in the night", "C. J. Vale"),
    ]


@pytest.mark.parametrize(
    "heading", ["Selected Publications", "Papers", "Further reading", "发表论文"]
)
def test_entries_under_a_heading_of_publications_are_read(heading: str) -> None:
    text = f"## {heading}\n\n### 2020\n\n* (CHI 2020) **Ada Quill**, Bo Fenn. **{T}.** In _Acta_.\n"
    (reference,) = read(text)
    assert (reference.title, str(reference.authors)) == (T, "Ada Quill, Bo Fenn")
    library = read(f"## {heading}\n\n- {T}. Hopper (1952).\n")
    assert not list(library)
    assert "not understood" in str(library.diagnostics)


ROW = "- {} [[NIPS 2015](https://arxiv.org/abs/2506.1358{})]\n\t- {}\n\t- 2015-06-08 (v1)\n"
LISTS = (
    "Ada Quill, Tobias Fenn",
    "Tobias Fenn, Ingrid Vale, ...",
    "Forrest N. landola, Ingrid Vale, Tobias Fenn, ...",
    "Tapa Ghosh",
)


def test_names_are_where_the_other_entries_of_a_list_have_them() -> None:
    titles = ("Lamps of Glass", "Lamps of Brass", "Lamps of Stone", "Lamps of Wood")
    rows = zip(titles, range(4), LISTS, strict=True)
    library = read("".join(ROW.format(*row) for row in rows))
    assert [str(one.authors) for one in library] == [
        "Ada Quill, Tobias Fenn",
        "Tobias Fenn, Ingrid Vale et al.",
        "",
        "Tapa Ghosh",
    ]
    (told,) = library.diagnostics
    assert "landola" in told.message


@pytest.mark.parametrize("other", ["Oral", "PyTorch code", "ICML 2024", "see below", "[code](#x)"])
def test_another_field_at_the_place_of_names_is_no_name(other: str) -> None:
    rows = (("Lamps of Glass", 1, LISTS[0]), ("Lamps of Brass", 2, LISTS[1]), ("Lamps", 3, other))
    library = read("".join(ROW.format(*row) for row in rows))
    assert str(list(library)[-1].authors) == ""


@pytest.mark.parametrize(
    ("text", "title", "authors"),
    [
        (f"- [{T} — Carl Quill]({ID})", T, "Carl Quill"),
        (f"- [{T} – Marie Fenn (2017)]({ID})", T, "Marie Fenn"),
        (f"- [{T} - Jonathan Vale]({ID})", T, "Jonathan Vale"),
        (f"- [{T} — Monte Carlo]({ID})", f"{T} — Monte Carlo", ""),
        (f"- [{T} — Santa Barbara]({ID})", f"{T} — Santa Barbara", ""),
        (f"- [{T} — a view from Oslo]({ID})", f"{T} — a view from Oslo", ""),
        (f"- [LampNet — Mirror AI]({ID})", "LampNet — Mirror AI", ""),
        (f"Paper: Peter Quill (2017) Ethics\n{ID}", "Ethics", "Peter Quill"),
        (f"Paper: A. Quill, B. Fenn (2017) Ethics\n{ID}", "Ethics", "A. Quill, B. Fenn"),
        (
            f"See [A. Quill, T. Fenn, *{T}*, arXiv:2506.13585, Section 3]({ID}).",
            T,
            "A. Quill, T. Fenn",
        ),
    ],
)
def test_one_person_behind_a_dash_or_before_a_year(text: str, title: str, authors: str) -> None:
    (reference,) = read(text)
    assert (reference.title, str(reference.authors)) == (title, authors)


def test_a_name_in_no_table_behind_a_title_is_asked_about() -> None:
    library = read(f"- [{T} — Xqzt Vbrm]({ID})")
    (told,) = library.diagnostics
    assert "'Xqzt Vbrm' may list the authors" in told.message


@pytest.mark.parametrize(
    ("heading", "authors"),
    [
        ("E12 — Bigman & Gray", "Bigman, Gray"),
        ("P-7 - Müller and O'Neil", "Müller, O'Neil"),
        ("E12 — Gray et al. (2018)", "Gray et al."),
        ("B2 — Mirrors & Lamps", ""),
    ],
)
def test_a_numbered_heading_has_the_names_of_its_work(heading: str, authors: str) -> None:
    (reference,) = read(f"### {heading}\n\n- Year: 2018\n- Link: {ID}\n")
    assert (reference.title, str(reference.authors)) == ("", authors)


@pytest.mark.parametrize(
    ("text", "title", "sure"),
    [
        (f"The lamps are broken by fog. [Quill & Fenn 2016]({ID})", "", True),
        (f"Fog was shown to break it. [Quill & Fenn 2016]({ID}) *Fog*", "", True),
        (
            f"Lamps vary ten times by kind. [Quill & Fenn 2016]({ID})",
            "Lamps vary ten times by kind",
            False,
        ),
        (f"- Lamps are all you need. [Quill et al., 2017]({ID})", "Lamps are all you need", False),
        (f"- **What Lamps Say.** [Quill & Fenn 2016]({ID})", "What Lamps Say", True),
    ],
)
def test_a_sentence_before_a_citation_is_no_sure_title(text: str, title: str, sure: bool) -> None:
    library = read(text)
    (reference,) = library
    assert (reference.title, reference.key not in library.labels) == (title, sure)


def test_no_entry_has_the_names_of_the_line_before() -> None:
    lines = (
        "**References.** Oak, G. C., & Ash, T. (1980). An argument against lamps. *Acta*, 27.",
        "Qxar Vbrm (1982). Ethics. *Lamps*, 49. arXiv:2506.13585",
    )
    (reference,) = [one for one in read(" · ".join(lines)) if one.arxiv]
    assert "Oak" not in str(reference.authors)

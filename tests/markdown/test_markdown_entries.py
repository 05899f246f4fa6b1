"""Entries of lists, tables and READMEs as people write them: title and names by their place."""

from pathlib import Path

import pytest

from refcore.markdown import read
from refcore.markdown.entrysegments import cut_block
from refcore.markdown.note import inside

ID = "2404.01234"
U = f"https://arxiv.org/abs/{ID}"
T = "Lamp-RAG: Reading Broken Lamps with Little Data"
L = "Mara Quill, Tobias Fenn, Ingrid Vale"


def _entries() -> dict[str, tuple[str, list[str], bool, bool]]:
    """Read the cases: a name, the names of the authors, whether there is a title, and a note."""
    text = (Path(__file__).parent / "notes" / "entries.txt").read_text(encoding="utf-8")
    found = {}
    for case in text.split("=== ")[1:]:
        name, authors, titled, note = case.split("\n", 3)
        for mark, value in (("{T}", T), ("{L}", L), ("{U}", U), ("{ID}", ID)):
            note = note.replace(mark, value)
        names = [author for author in authors.split("; ") if author]
        others = "…" in names
        found[name] = (note, [x for x in names if x != "…"], others, titled == "titled")
    return found


ENTRIES = _entries()
TITLED = [name for name, case in ENTRIES.items() if case[3]]


@pytest.mark.parametrize("name", ENTRIES)
def test_names_of_an_entry(name: str) -> None:
    text, names, others, _ = ENTRIES[name]
    authors = read(text).by_arxiv(ID).authors
    assert ([author.name for author in authors], bool(authors.others)) == (names, others)


@pytest.mark.parametrize("name", TITLED)
def test_title_of_an_entry(name: str) -> None:
    assert read(ENTRIES[name][0]).by_arxiv(ID).title == T


@pytest.mark.parametrize("name", [name for name in ENTRIES if name not in TITLED])
def test_an_entry_without_a_title_claims_none(name: str) -> None:
    library = read(ENTRIES[name][0])
    reference = library.by_arxiv(ID)
    assert not reference.title or reference.key in library.labels


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_cites_one_paper(name: str) -> None:
    papers = [x for x in read(ENTRIES[name][0]) if x.arxiv or x.doi or "eprint" in x.extra]
    assert [str(paper.arxiv) for paper in papers] == [ID]


PACKAGES = ["lampgeo: A package for maps of lamps", "libLampRunner: a fast library of lamps"]
PLACES = ["Lamp Belonging at the University of Oslo", "Lamps of the University: A History"]
BY_COMMAS = "Mara Quill, Tobias Fenn, {0}, *Lamps*, Volume 39, Issue 1, January 2023, {1}"
BY_STOPS = "- Quill, M., & Fenn, T. (2023). {0}. _Journal of Lamps_, 8(89), 5663. <{1}>"
AS_LINK = "1. [Quill, M., & Fenn, T. (2023). {0}. Lamps, 25(5), 1393.]({1})"


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        *((entry, title) for entry in (BY_COMMAS, BY_STOPS, AS_LINK) for title in PACKAGES),
        *((entry, title) for entry in (BY_STOPS, AS_LINK) for title in PLACES),
    ],
)
def test_titles_of_packages_and_places(entry: str, title: str) -> None:
    reference = read(entry.format(title, U)).by_arxiv(ID)
    assert (reference.title, len(reference.authors)) == (title, 2)


@pytest.mark.parametrize("others", ["Bo Fei", "Bo Fei, Al Go", "Fei", "Иван Петров"])
def test_people_in_fields_under_a_paragraph_are_heard(others: str) -> None:
    library = read(f"**{T}** [[arXiv]({U})]\n- *People:* {others}\n- *Note:* It reads lamps.\n")
    assert others in library.noted[library.by_arxiv(ID).key].near


def test_a_part_of_a_block_is_cut_once() -> None:
    reading = inside(f"- Mara Quill, Bo Fei. *{T}*. {U}\n- See also [it]({U}).", None)[0]
    end = len(reading.inlines[0].text)
    first = cut_block(reading, 0, 0, end)
    assert [held.segment.role.value for held in first][:2] == ["names", "title"]
    assert cut_block(reading, 0, 0, end) is first
    assert cut_block(reading, 0, 0, end - 1) is not first


OTHER = "https://arxiv.org/abs/2404.01235"
CLAIM = "| Lamps break. | **Directionally right, but so.** It is seen. |"
IN_PAIRS = [
    (
        f"* [{T}, Mara Quill et al. 2017]({U}) and [On Moss, Tobias K. Fenn, et al. 2018]({OTHER})",
        T,
    ),
    (f"See [Mara Quill et al., {T}]({U}) and [Fenn et al., original lamp paper]({OTHER}).", T),
    (
        "| Claim | Verdict | Use |\n|---|---|---|\n"
        f"{CLAIM} [Mara Quill et al. 2003]({U}), [Fenn et al. 2009]({OTHER}) |",
        "",
    ),
]


DOCSTRING = f"""\"\"\"
References:
    - Fenn et al., 2021. On Moss and
      Lamps. ({OTHER})
    - Mara Quill et al., 2020. {T}. ({U})
\"\"\"
"""
FRONT = f"---\ntitle: Lamps\ncites:\n- {OTHER}\n- 'Mara Quill et al. 2020 {U}'\n---\n\nText."
ARABIC = f'- الاطفال يبنون نظريات "معا" [Quill & Fenn, 2012]({U}) [Vale & Fenn, 1994]({OTHER})'
IN_PAIRS += [(DOCSTRING, T), (FRONT, "")]


def test_a_citation_as_a_link_names_its_own_people() -> None:
    assert str(read(ARABIC).by_arxiv(ID).authors) == "Quill, Fenn"


@pytest.mark.parametrize(("note", "title"), IN_PAIRS)
def test_two_citations_side_by_side(note: str, title: str) -> None:
    reference = read(note).by_arxiv(ID)
    assert (reference.title, str(reference.authors)) == (title, "Mara Quill et al.")

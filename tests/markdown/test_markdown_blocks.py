"""Tables of fields, HTML and BibTeX in notes."""

import pytest

from refcore.markdown import read
from refcore.model import Claim

ID = "2506.13585"
URL = f"https://arxiv.org/abs/{ID}"
TITLE = "Foo-1: Doing Things with Lightning Attention"
NAMES = ["Ada Berg", "Bo Fei", "Carl Diaz"]
LIST = ", ".join(NAMES)
ENTRY = f"@misc{{berg2025, title={{{TITLE}}}, author={{Berg, Ada and Fei, Bo}}, eprint={{{ID}}}}}"
FENCE = f"```bibtex\n{ENTRY}\n```\n"


@pytest.mark.parametrize(
    "table",
    [
        f"|Field|Value|\n|-|-|\n| Title | {TITLE} |\n| Authors | {LIST} |\n| arXiv ID | {ID} |\n",
        f"| | |\n|-|-|\n| **Title** | {TITLE} |\n| **Authors** | {LIST} |\n| **arXiv** | {ID} |\n",
        f"| Title | {TITLE} |\n|-|-|\n| Authors | {LIST} |\n| Link | [arXiv]({URL}) |\n",
        f"|Paper title:|{TITLE}|\n|-|-|\n|Author(s):|{LIST}|\n|Place|Oslo|\n|URL|{URL}|\n",
    ],
)
def test_a_table_of_fields_tells_of_one_work(table: str) -> None:
    reference = read(table).by_arxiv(ID)
    assert (reference.title, [name.name for name in reference.authors]) == (TITLE, NAMES)


def test_a_table_of_works_is_none_of_fields() -> None:
    library = read(f"| Title | Who |\n|-|-|\n| [{TITLE}]({URL}) | {LIST} |\n")
    assert [reference.title for reference in library] == [TITLE]


@pytest.mark.parametrize("word", ["arXiv ID", "**arXiv ID:**", "arXiv identifier:", "arXiv number"])
def test_an_id_after_the_word_id(word: str) -> None:
    assert len(read(f"- {word} {ID}")) == 1


def test_blocks_of_html_stand_apart() -> None:
    text = (
        f"<p>Foo</p>\n<ul>\n<li><a href='{URL}'>{TITLE}</a> by {LIST}</li>\n"
        "<li><a href='https://arxiv.org/abs/1810.04805'>BERT</a> by Dora Eng, Mo Far</li>\n</ul>"
    )
    first, second = read(text)
    assert [name.name for name in first.authors] == NAMES
    assert [name.name for name in second.authors] == ["Dora Eng", "Mo Far"]
    assert (str(first.location), str(second.location)) == ("line 3", "line 4")


@pytest.mark.parametrize(
    "text", [FENCE, f"- Cite it so:\n\n  {FENCE.replace(chr(10), chr(10) + '  ')}", f"    {ENTRY}"]
)
def test_bibtex_in_a_code_block_is_read(text: str) -> None:
    reference = read(text)["berg2025"]
    assert (reference.title, len(reference.authors)) == (TITLE, 2)
    assert str(reference.arxiv) == ID


def test_an_entry_tells_of_the_paper_that_the_note_links() -> None:
    library = read(f"# Foo\n\n[Paper]({URL})\n\n{FENCE}\nThe authors include Bo Fei.")
    assert library.keys() == ("berg2025",)
    assert str(library["berg2025"].location) == "line 6:1"
    (claim,) = library.claims["berg2025"]
    assert isinstance(claim, Claim)
    assert claim.name == "Bo Fei"


def test_list_and_entry_of_one_paper_stay_apart() -> None:
    library = read(f"[Foo]({URL}) by {LIST}\n\n{FENCE}")
    assert [len(reference.authors) for reference in library] == [3, 2]
    assert library.keys()[1] == "berg2025"


def test_entries_without_a_paper_are_kept_under_keys_that_are_free() -> None:
    book = "```\n@book{foo, title={Things}, author={Far, Mo}}\n```\n"
    library = read(f"[Foo](https://a.org/foo)\n\n{book}\n{book}")
    assert library.keys() == ("foo", "foo-2", "foo-3")


def test_what_is_odd_in_an_entry_is_said_with_its_line() -> None:
    library = read("Text.\n\n```bibtex\n@misc{a, title={One}\n```\n", "note.md")
    assert [str(found.location) for found in library.diagnostics] == ["note.md:4:21"]


def test_other_code_is_not_a_reference() -> None:
    code = f"```python\nurl = '{URL}'  # authors: {LIST}\n```\n"
    assert len(read(code)) == 0


def test_paragraphs_of_fields_belong_together() -> None:
    entries = (
        ("Foo: Doing Things Well", "Ada Berg, Bo Fei", ID),
        ("Bar: Doing Things Badly", "Carl Diaz, Dora Eng", "1810.04805"),
    )
    text = "\n\n---\n\n".join(
        f"Title: {title}\n\nAuthor(s): {names}\n\nIdentifier: arXiv:{bare}"
        for title, names, bare in entries
    )
    found = [(r.title, ", ".join(n.name for n in r.authors), str(r.arxiv)) for r in read(text)]
    assert found == list(entries)

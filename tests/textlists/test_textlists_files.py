"""Reference lists in Word documents and PDF files."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from refcore import load
from refcore.errors import UnreadableInput
from refcore.formats import load_bytes, loads
from refcore.textlists.pdffile import pages_of_pdf, text_of_pdf

TITLES = ["Slow tides in shallow basins", "A grammar of knots", "Unsupervised sorting of pebbles"]
ENTRIES = [
    f"Brandt, L., Osei, K., and Ruiz, M. (2014). {TITLES[0]}. Journal of Water, 12(3), 201-219.",
    f"Castell, V. (2009). {TITLES[1]}. Oxford: Oxford University Press.",
    f"Farrow, T., and Gill, S. (2021). {TITLES[2]}. Language, 7(1), 3-9.",
]


FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
ESCAPED = str.maketrans({"(": "\\(", ")": "\\)"})


def word_file(paragraphs: Sequence[str]) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def pdf_file(pages: Sequence[Sequence[tuple[int, int, str]]], large: Sequence[str] = ()) -> bytes:
    """Make a PDF of pages with texts at places; some of them are large."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for texts in pages:
        shown = "".join(
            f"BT /F1 {14 if text in large else 10} Tf {x} {y} Td "
            f"({text.translate(ESCAPED)}) Tj ET\n"
            for x, y, text in texts
        )
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {number + 1} 0 R "
            f"/Resources << /Font << /F1 {FONT} >> >> >>"
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}endstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


def column(
    entries: Sequence[str], left: int, width: int, top: int = 700
) -> list[tuple[int, int, str]]:
    """Set entries in a column, with hanging lines."""
    placed = []
    for entry in entries:
        lines = [""]
        for word in entry.split():
            if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".strip()
        for number, line in enumerate(lines):
            placed.append((left + (12 if number else 0), top, line))
            top -= 12
    return placed


def test_a_word_document_is_read_after_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(
        word_file(["Words about 2019.", "References", *ENTRIES, "Appendix A", "More."])
    )
    library = load(path)
    assert [one.title for one in library] == TITLES
    assert [len(one.authors) for one in library] == [3, 1, 2]


def test_a_word_document_that_is_a_list_is_read_whole() -> None:
    assert [one.title for one in load_bytes(word_file(ENTRIES), "docx")] == TITLES


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_FORMS = {
    "content control": (
        "<w:sdt><w:sdtContent>{0}{1}{2}</w:sdtContent></w:sdt>",
        "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
    ),
    "table": (
        "<w:tbl><w:tr><w:tc>{0}</w:tc></w:tr><w:tr><w:tc>{1}</w:tc></w:tr>"
        "<w:tr><w:tc>{2}</w:tc></w:tr></w:tbl>",
        "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
    ),
    "inserted and deleted": (
        "{0}{1}{2}",
        "<w:p><w:ins><w:r><w:t>{}</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> Old words.</w:delText></w:r></w:del></w:p>",
    ),
    "field codes": (
        "{0}{1}{2}",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> ADDIN ZOTERO_BIBL 2017 </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ),
    "simple fields": (
        "{0}{1}{2}",
        '<w:p><w:fldSimple w:instr="BIBLIOGRAPHY"><w:r><w:t>{}</w:t></w:r></w:fldSimple></w:p>',
    ),
    "numbered paragraphs": (
        "{0}{1}{2}",
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>{}</w:t></w:r></w:p>",
    ),
    "lines of a paragraph": (
        "<w:p>{0}<w:r><w:br/></w:r>{1}<w:r><w:br/></w:r>{2}</w:p>",
        "<w:r><w:t>{}</w:t></w:r>",
    ),
}


@pytest.mark.parametrize("form", WORD_FORMS)
def test_references_in_the_forms_of_word(form: str) -> None:
    whole, one = WORD_FORMS[form]
    document = docx.Document()
    document.add_paragraph("References", style="Heading 1")
    made = whole.format(*(one.format(entry) for entry in ENTRIES))
    for element in parse_xml(f'<w:body xmlns:w="{W}">{made}</w:body>'):
        document.element.body.insert(-1, element)
    held = io.BytesIO()
    document.save(held)
    library = load_bytes(held.getvalue(), "docx")
    assert [(one.title, one.year) for one in library] == list(
        zip(TITLES, (2014, 2009, 2021), strict=True)
    )


def test_an_address_after_words_is_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph(ENTRIES[0])
    key = document.part.relate_to("https://doi.org/10.1000/xyz12", RT.HYPERLINK, is_external=True)
    link = parse_xml(
        f'<w:hyperlink xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument'
        f'/2006/relationships" r:id="{key}"><w:r><w:t> Link</w:t></w:r></w:hyperlink>'
    )
    paragraph._p.append(link)
    held = io.BytesIO()
    document.save(held)
    assert [str(one.doi) for one in load_bytes(held.getvalue(), "docx")] == ["10.1000/xyz12"]


def test_endnotes_are_the_list_where_there_is_no_heading() -> None:
    document = docx.Document()
    document.add_paragraph("Words of a chapter, with notes at its end.")
    notes = "".join(
        f"<w:endnote><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:endnote>" for one in ENTRIES
    )
    part = Part(
        PackURI("/word/endnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml",
        f'<w:endnotes xmlns:w="{W}">{notes}</w:endnotes>'.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RT.ENDNOTES)
    held = io.BytesIO()
    document.save(held)
    assert [one.title for one in load_bytes(held.getvalue(), "docx")] == TITLES


# What R prints; the numbers in brackets count values, not references.
PRINTED = [
    (72, 700 - 12 * place, text)
    for place, text in enumerate(["> x", "[1] 0.25 0.5", "> y", "[1] 1.5 2.5", "[3] 3.5", "> z"])
]
FIGURE = ["Density", "0.0 0.2 0.4", "0 5 10 15", "N", "Bandwidth", "Time", "N0", "Index"]
ADDRESS = ["Vera Castell", "Institute of Knots", "Long Street 4", "4401 NT Port", "Land", "Call"]


@pytest.mark.parametrize("title", ["Affiliation:", "Ada Brandt"])
def test_figures_and_addresses_are_no_references(title: str) -> None:
    page = column([*ENTRIES[:2], *FIGURE, ENTRIES[2], title, *ADDRESS], 72, 76, 680)
    library = load_bytes(pdf_file([[(72, 700, "References"), *page]]), "pdf")
    assert [one.title for one in library] == TITLES


PROSE = [
    "The knots of the two lists are compared with those of the first edition.",
    "All values are rounded, and the last column has what was measured in 2011.",
]


@pytest.mark.parametrize("heading", ["A Details of the knots", "7. Proofs", "B.2 Of ropes"])
def test_a_section_in_larger_letters_ends_a_list(heading: str) -> None:
    page = column([*ENTRIES, heading, *PROSE], 72, 76, 680)
    data = pdf_file([[(72, 700, "References"), *page]], large=[heading])
    assert [one.title for one in load_bytes(data, "pdf")] == TITLES


def test_a_heading_of_a_part_of_a_list_does_not_end_it() -> None:
    page = column([*ENTRIES[:2], "Articles of others", *ENTRIES[2:]], 72, 76, 680)
    data = pdf_file([[(72, 700, "References"), *page]], large=["Articles of others"])
    titles = [one.title for one in load_bytes(data, "pdf")]
    assert [title for title in titles if title in TITLES] == TITLES


@pytest.mark.parametrize("caption", ["Table 1. Citations", "Figure 2: Knots", "Abb. 3: Knoten"])
def test_tables_behind_a_list_are_no_references(caption: str) -> None:
    table = [caption, "Author", "Brandt (2014) A", "Castell (2009) B", "A note on both"]
    page = column([*ENTRIES, *table], 72, 76, 680)
    library = load_bytes(pdf_file([[(72, 700, "References"), *page]]), "pdf")
    assert [one.title for one in library] == TITLES


def test_a_pdf_is_read_over_columns_and_pages(tmp_path: Path) -> None:
    first = [(72, 740, "A paper about words, with a heading on its first page.")]
    first += [(72, 720, "References"), *column(ENTRIES[:1], 72, 38)]
    first += column(ENTRIES[1:2], 330, 38)
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf_file([first, [*column(ENTRIES[2:], 72, 38), (300, 30, "17")]]))
    library = load(path)
    assert [one.title for one in library] == TITLES
    assert [one.year for one in library] == [2014, 2009, 2021]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("12/1/26, 3:16 AM Knots", "file:///home/ada/knots.html 2/2"),
        ("01.12.2026, 15:16 Knots of the World", "https://example.org/knots?page=2 2/2"),
        ("2026/12/1 15:16", "http://example.org/ 12/12"),
    ],
)
def test_what_a_browser_prints_on_each_page_is_no_reference(head: str, foot: str) -> None:
    first = [(72, 740, "References"), *column(ENTRIES[:1], 72, 38)]
    second = [*column(ENTRIES[1:], 72, 38), (20, 780, head), (20, 12, foot)]
    library = load_bytes(pdf_file([first, second]), "pdf")
    assert [one.title for one in library] == TITLES
    assert not any(foot in text or head in text for text in library.texts.values())


def test_a_line_left_of_a_column_changes_no_indents() -> None:
    first = [(72, 740, "References"), *column(ENTRIES[:1], 72, 38)]
    second = [(20, 780, "Knots"), *column(ENTRIES[1:], 72, 38)]
    lines, _ = pages_of_pdf(pdf_file([first, second]), "knots.pdf")
    found = text_of_pdf(lines, "knots.pdf").split("\n")
    unindented = [line.partition(",")[0] for line in found if not line.startswith(" ")]
    assert unindented == ["Brandt", "\fKnots", "Castell", "Farrow"]


@pytest.mark.parametrize("head", ["References", "REFERENCES 3", "3 REFERENCES"])
def test_a_heading_that_is_repeated_on_each_page_begins_one_list(head: str) -> None:
    first = [(72, 740, "References"), *column(ENTRIES[:1], 72, 38)]
    pages = [[(72, 740, head), (300, 720, "4"), *column([one], 72, 38)] for one in ENTRIES[1:]]
    library = load_bytes(pdf_file([first, *pages]), "pdf")
    assert [one.title for one in library] == TITLES


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (b"", "pdf", "not a PDF"),
        (b"%PDF-1.4\n garbage", "pdf", "not a readable PDF"),
        (pdf_file([[(72, 700, "No list here.")]]), "pdf", 'no heading such as "References"'),
        (pdf_file([PRINTED]), "pdf", 'no heading such as "References"'),
        (pdf_file([[]]), "pdf", "no text"),
        (b"", "docx", "not a .docx"),
        (b"PK\x03\x04 cut", "docx", "not a .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "docx", "old .doc file or is encrypted"),
        (word_file(ENTRIES)[:900], "docx", "not a .docx"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, kind: str, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        load_bytes(data, kind, path="x")


def test_a_document_that_unpacks_too_far_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 101_000_000)
    with pytest.raises(UnreadableInput, match="unpacks to 101,000,000 bytes"):
        load_bytes(held.getvalue(), "docx")


def test_documents_are_no_text() -> None:
    with pytest.raises(UnreadableInput, match="this format is binary"):
        loads("x", "pdf")


def damaged(number: int, at: bytes, by: bytes) -> bytes:
    """Make a PDF with a list over three pages, one of which is damaged where it has some bytes."""
    first = [(72, 740, "References"), *column(ENTRIES[:2], 72, 76)]
    lost = "Hale, J. (2018). Moss on old walls. Garden Letters, 3(2), 11-19."
    data = pdf_file([first, column([lost], 72, 76), column(ENTRIES[2:], 72, 76)])
    start = data.index(b"%d 0 obj" % (1 + 2 * number))
    place = data.index(at, start)
    return data[:place] + by.ljust(len(at))[: len(at)] + data[place + len(at) :]


# What stands where a page, or its text, should.
DAMAGE = [
    (b"<< /Type /Page", b"null"),
    (b"<< /Type /Page", b"[ /Type /Page"),
    (b"/Type /Page /Parent 2 0 R", b"/Type /Font /Parent 2 0 R"),
    (b"/MediaBox [0 0 612 792]", b"/MediaBox [0 0 0 0]"),
    (b"BT /F1", b"(((((("),
    (b"stream\n", b"xxxxxxx"),
    (b"Td (", b"<<<<"),
]


@pytest.mark.parametrize(("at", "by"), DAMAGE)
def test_pages_beside_a_damaged_one_are_read(at: bytes, by: bytes) -> None:
    library = load_bytes(damaged(2, at, by), "pdf", path="x.pdf")
    assert set(TITLES) <= {one.title for one in library}


@pytest.mark.parametrize(("at", "by"), DAMAGE[:2])
def test_a_finding_names_the_pages_that_cannot_be_read(at: bytes, by: bytes) -> None:
    library = load_bytes(damaged(2, at, by), "pdf", path="x.pdf")
    assert "x.pdf: page 2 cannot be read" in " ".join(map(str, library.diagnostics))


def test_an_error_names_them_where_the_heading_was_on_one() -> None:
    with pytest.raises(UnreadableInput, match=r"no heading .*; page 1 cannot be read"):
        load_bytes(damaged(1, *DAMAGE[0]), "pdf", path="x.pdf")

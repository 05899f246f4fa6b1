"""Exports of reference managers and library catalogues are printed as the guides say."""

import json

import pytest

from refcore import bibliography, loads

GUIDES = {
    "acm": "association-for-computing-machinery",
    "chicago": "chicago-notes-bibliography-17th-edition",
    "mla": "modern-language-association",
    "nlm": "nlm-citation-sequence",
}


def shown(entry, style, kind="bibtex"):
    return str(bibliography(loads(entry, kind), GUIDES.get(style, style)))


def item(**fields):
    fields = {name.replace("_", "-"): value for name, value in fields.items()}
    made = {"id": "k", "title": "Fen", "issued": {"date-parts": [[2020]]}, **fields}
    made.setdefault("author", [{"family": "Fir", "given": "Ida"}])
    return json.dumps([made])


@pytest.mark.parametrize(
    "words",
    [
        "PhD Thesis",
        "{PhD} thesis",
        "{Ph.D.} thesis",
        "Ph.{D}. {Dissertation}",
        "PhD dissertation",
        "Ph. D. thesis",
        "Doctoral Dissertation",
        "doctoral dissertation",
        "Dissertation",
        "{PhD} {Thesis}",
    ],
)
@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("apa", "[Doctoral dissertation, U]"),
        ("ieee", "Ph.D. dissertation, U"),
        ("nlm", "[dissertation]"),
        ("mla", "U, PhD dissertation"),
        ("acm", "Ph.D. Dissertation. U"),
    ],
)
def test_a_degree_in_any_spelling(words, style, printed):
    entry = f"@phdthesis{{k, author={{Fir, Ida}}, title={{Fen}}, year=2020, type={{{words}}}"
    assert printed in shown(entry + ", school={U}}", style)


@pytest.mark.parametrize(
    ("words", "style", "printed"),
    [
        ("Doctoral Thesis", "apa", "[Doctoral thesis, U]"),
        ("Master's Thesis", "apa", "[Master’s thesis, U]"),
        ("Masters Thesis", "apa", "[Master’s thesis, U]"),
        ("Undergraduate Thesis", "apa", "[Undergraduate thesis, U]"),
        ("Master thesis", "ieee", "M.S. thesis, U"),
        ("PhD thesis", "chicago", "PhD thesis, U"),
        ("PhD dissertation", "chicago", "PhD diss., U"),
        ("Habilitation", "apa", "[Habilitation, U]"),
        ("MSc thesis", "apa", "[MSc thesis, U]"),
        ("Licentiate thesis", "apa", "[Licentiate thesis, U]"),
    ],
)
def test_other_degrees(words, style, printed):
    entry = f"@thesis{{k, author={{Fir, Ida}}, title={{Fen}}, date=2020, type={{{words}}}"
    assert printed in shown(entry + ", institution={U}}", style)


@pytest.mark.parametrize(
    ("doi", "server"),
    [
        ("10.31234/osf.io/fen12", "PsyArXiv"),
        ("10.31235/osf.io/fen12", "SocArXiv"),
        ("10.31219/osf.io/fen12", "OSF Preprints"),
        ("10.31223/fen12", "EarthArXiv"),
        ("10.35542/osf.io/fen12", "EdArXiv"),
        ("10.26434/chemrxiv-2020-fen", "ChemRxiv"),
        ("10.20944/preprints202001.0001.v1", "Preprints.org"),
        ("10.21203/rs.3.rs-1/v1", "Research Square"),
        ("10.36227/techrxiv.1", "TechRxiv"),
    ],
)
def test_a_preprint_names_the_server_of_its_doi(doi, server):
    entry = f"@misc{{k, author={{Fir, Ida}}, title={{Fen}}, year=2020, month=mar, doi={{{doi}}}}}"
    assert shown(entry, "apa") == f"Fir, I. (2020). Fen. {server}. https://doi.org/{doi}"


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("JSTOR", ". JSTOR, https"),
        ("Project MUSE", ". Project MUSE, https"),
        ("EBSCOhost", ". EBSCOhost, https"),
        ("Zotero", "pp. 1–9, https"),
        ("DOI.org (Crossref)", "pp. 1–9, https"),
        ("Library of Congress ISBN", "pp. 1–9, https"),
        ("www.fen.example.org", "pp. 1–9, https"),
        ("dl.fen.org (Atypon)", "pp. 1–9, https"),
        ("K10plus ISBN", "pp. 1–9, https"),
        ("Fen Letters", "pp. 1–9, https"),
        ("Fen Library Catalog", "pp. 1–9, https"),
    ],
)
def test_mla_names_a_database_and_no_catalogue(source, printed):
    made = item(
        type="article-journal",
        container_title="Fen Letters",
        page="1-9",
        DOI="10.1000/fen",
        source=source,
    )
    assert printed in shown(made, "mla", "csl-json")


@pytest.mark.parametrize("style", ["apa", "nlm", "ieee", "chicago"])
@pytest.mark.parametrize("database", ["Scopus", "JSTOR", "PubMed"])
def test_only_mla_names_the_database_of_an_article_with_an_address(style, database):
    made = item(type="article-journal", container_title="J", DOI="10.1000/a", archive=database)
    assert database not in shown(made, style, "csl-json")


@pytest.mark.parametrize(
    ("author", "printed"),
    [
        ("Fen Trust", "Fen Trust."),
        ("Bank of Oslo", "Bank of Oslo."),
        ("U.S. Fen Commission", "U.S. Fen Commission."),
        ("Fens and Bogs International", "Fens and Bogs International."),
        ("Royal Society for the Fens", "Royal Society for the Fens."),
        ("Ministry of Peat", "Ministry of Peat."),
        ("Fir, Ida", "Fir, I."),
        ("I. Fir", "Fir, I."),
        ("Ida Fir", "Fir, I."),
        ("van der Fir, Ida", "van der Fir, I."),
    ],
)
def test_bodies_in_ris(author, printed):
    entry = f"TY  - BOOK\nAU  - {author}\nTI  - Fen\nPY  - 2020\nPB  - P\nER  - \n"
    assert shown(entry, "apa", "ris").startswith(printed)


@pytest.mark.parametrize(
    ("field", "given", "printed"),
    [
        ("address", "Oxford ; New York", "Oxford; New York: P"),
        ("address", "Cambridge, Mass. ; London", "Cambridge, Mass.; London: P"),
        ("title", "Fen : a history", "Fen: A History"),
        ("series", "Fen Studies ; 12", "Fen Studies 12."),
        ("series", "Fen Studies ; v. 12", "Fen Studies 12."),
        ("series", "Fen Studies; no. 3", "Fen Studies 3."),
        ("edition", "2nd ed", "2nd ed."),
        ("edition", "1st Moss ed", "1st Moss ed."),
        ("publisher", "Fen Press ; Bog House", "Fen Press; Bog House"),
        ("note", "OCLC: ocm123", "P, 2020."),
    ],
)
def test_fields_of_library_catalogues(field, given, printed):
    fields = {"author": "Fir, Ida", "title": "Fen", "publisher": "P", "year": "2020"}
    text = ", ".join(f"{name}={{{value}}}" for name, value in (fields | {field: given}).items())
    assert printed in shown(f"@book{{k, {text}}}", "chicago")


@pytest.mark.parametrize(
    ("title", "chicago", "mla"),
    [
        ("Introduction", "Introduction to Fens, by", "Introduction. Fens, by"),
        ("Foreword", "Foreword to Fens, by", "Foreword. Fens, by"),
        ("Preface", "Preface to Fens, by", "Preface. Fens, by"),
        ("Afterword", "Afterword to Fens, by", "Afterword. Fens, by"),
        ("Introduction to Peat", "“Introduction to Peat.” In Fens", "“Introduction to Peat.” Fens"),
    ],
)
def test_the_parts_before_and_after_a_text(title, chicago, mla):
    entry = f"@incollection{{k, author={{Fir, Ida}}, title={{{title}}}, booktitle={{Fens}}, "
    entry += "bookauthor={Elm, Al}, publisher={P}, date=2020, pages={vii--x}}"
    assert chicago in shown(entry, "chicago")
    assert mla in shown(entry, "mla")


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("https://www.youtube.com/watch?v=1", "[Video]. YouTube. https"),
        ("https://youtu.be/1", "[Video]. YouTube. https"),
        ("https://vimeo.com/1", "[Video]. Vimeo. https"),
        ("https://fen.example/1", "[Film]. https"),
    ],
)
def test_a_film_of_a_site_for_videos(address, printed):
    assert printed in shown(item(type="motion_picture", URL=address), "apa", "csl-json")


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("Original work published 1866", "(Original work published 1866)"),
        ("Originally published 1866", "(Original work published 1866)"),
        ("Originally published in 1866.", "(Original work published 1866)"),
        ("First published 1866", "(Original work published 1866)"),
        ("(Original work published 1866)", "(Original work published 1866)"),
        ("Original work published ca. 380 BCE", "(Original work published ca. 380 BCE)"),
        ("Published with notes by Al Elm", "Fen. P."),
    ],
)
def test_a_note_of_a_first_publication(note, printed):
    entry = "@book{k, author={Fir, Ida}, title={Fen}, publisher={P}, year=2020"
    assert shown(f"{entry}, note={{{note}}}}}", "apa").endswith(printed)


SCOPUS = """\
TY  - JOUR
AU  - Fir,Ida
TI  - The psychology of moss.
PY  - 2010///Fall2010
JF  - Journal of Fens
M3  - Article
DB  - Scopus
SN  - 10495258 (ISSN)
SP  - 3
ER  -
"""
CHAPTER = """\
TY  - CHAP
AU  - {Fen Station}
TI  - The psychology of moss
PY  - 2010
T2  - Advances in Fens
M3  - Book chapter
ER  -
"""
THESIS = """\
TY  - THES
AU  - Fir, Ida
TI  - Weights of moss
PY  - 2019
SP  - 210
PB  - MIT
M3  - Ph.D.
DB  - ProQuest
ER  -
"""


@pytest.mark.parametrize(
    ("record", "style", "printed"),
    [
        (SCOPUS, "apa", "Fir, I. (2010, Autumn). The psychology of moss. Journal of Fens, 3."),
        (
            SCOPUS,
            "ieee",
            "[1] I. Fir, “The psychology of moss,” Journal of Fens, p. 3, Autumn 2010.",
        ),
        (SCOPUS, "vancouver", "1. Fir I. The psychology of moss. Journal of Fens. 2010 Autumn;3."),
        (CHAPTER, "apa", "Fen Station. (2010). The psychology of moss. In Advances in Fens."),
        (
            CHAPTER,
            "vancouver",
            "1. Fen Station. The psychology of moss. In: Advances in Fens. 2010.",
        ),
        (
            THESIS,
            "apa",
            "Fir, I. (2019). Weights of moss [Doctoral dissertation, MIT]. ProQuest.",
        ),
        (THESIS, "ieee", "[1] I. Fir, “Weights of moss,” Ph.D. dissertation, MIT, 2019."),
    ],
)
def test_records_of_databases(record, style, printed):
    assert shown(record, style, "ris") == printed


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("On moss.", "“On moss,”"),
        ("On moss", "“On moss,”"),
        ("On moss etc.", "“On moss etc.,”"),
        ("On moss. A study.", "“On moss. A study,”"),
        ("Dept. of mosses.", "“Dept. of mosses.,”"),
        ("On Acme Corp.", "“On Acme Corp.,”"),
        ("On moss, vol.", "“On moss, vol.,”"),
    ],
)
def test_the_stop_that_closes_a_title_is_the_styles_own(title, printed):
    entry = (
        f"@article{{k, author={{Fir, Ida}}, title={{{{{title}}}}}, journal={{Fens}}, year=2020}}"
    )
    assert printed in shown(entry, "ieee")


LABELLED = (
    ("apa", "articleno = {Article 5}", "3, Article 5."),
    ("apa", "pages = {Article No. 7}", "3, Article 7."),
    ("apa", "eid = {Art. e12}", "3, Article e12."),
    ("apa", "pages = {12--15}", "3, 12–15."),
    ("association-for-computing-machinery", "articleno = {Article 5}", "3, Article 5 (2020)."),
    ("ieee", "pages = {Article 13}", "vol. 3, Art. no. 13, 2020."),
    ("modern-language-association", "eid = {Art. e12}", "vol. 3, article e12, 2020."),
    ("nature", "articleno = {Article 5}", "3, 5 (2020)."),  # it prints no word itself
)


@pytest.mark.parametrize(("style", "field", "end"), LABELLED)
def test_a_label_of_an_article_number_is_printed_once(style: str, field: str, end: str) -> None:
    entry = f"author = {{Fei, Bo}}, title = {{On Bogs}}, journal = {{J. Bog}}, {field}"
    library = loads(f"@article{{a, {entry}, volume = {{3}}, year = {{2020}}}}", "bibtex")
    assert str(bibliography(library, style)).strip().endswith(end)


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ("note = {Order No. 3557392}", ""),
        (
            "note = {Order No. 3557392}, eprint = {2001.01234}, eprinttype = {arxiv}",
            " https://arxiv.org/abs/2001.01234",
        ),
        ("eprint = {3557392}, eprinttype = {UMI}", " UMI."),
        (
            "note = {ProQuest (3557392)}, eprint = {2001.01234}, eprinttype = {arxiv}",
            " ProQuest. https://arxiv.org/abs/2001.01234",
        ),
    ],
)
def test_the_number_of_a_thesis_in_its_note_or_its_eprint(fields: str, end: str) -> None:
    entry = f"author = {{Berg, Ada}}, title = {{On It}}, school = {{Bog}}, year = 2010, {fields}"
    printed = shown(f"@phdthesis{{a, {entry}}}", "apa").strip()
    assert printed.endswith(f"(Publication No. 3557392) [Doctoral dissertation, Bog].{end}")

"""References of the kinds that lists have are read among others of their list."""

import pytest

from refcore.model import Authors, Person, Reference
from refcore.textlists import compare_text, read

# ruff: noqa: E501 - a reference is one line
# The references around the one that is asked for, so that the list has a layout.
VANCOUVER = (
    "Brandt L, Osei K (2014) Slow tides in shallow basins. Water 12:201–219",
    "Castell V (2009) Grammars of knots. Language 7:3–9",
    "Farrow T, Gill S (2021) Unsupervised sorting of pebbles. Cell 9:12–18",
)
COMMAS = (
    "L. Brandt, K. Osei, Slow tides in shallow basins, Water 12 (2014), 201–219.",
    "V. Castell, Grammars of knots, Language 7 (2009), 3–9.",
    "T. Farrow, S. Gill, Unsupervised sorting of pebbles, Cell 9 (2021), 12–18.",
)
APA = (
    "Brandt, L., & Osei, K. (2014). Slow tides in shallow basins. Water, 12, 201–219.",
    "Castell, V. (2009). Grammars of knots. Language, 7, 3–9.",
    "Farrow, T., & Gill, S. (2021). Unsupervised sorting of pebbles. Cell, 9, 12–18.",
)
DASHES = (
    "Brandt, L. and Osei, K. 2014. Slow tides in shallow basins. – Water 12: 201–219.",
    "Castell, V. 2009. Grammars of knots. – Language 7: 3–9.",
    "Farrow, T. and Gill, S. 2021. Unsupervised sorting of pebbles. – Cell 9: 12–18.",
)
PHYSICS = (
    "L Brandt and K Osei Slow tides in shallow basins (Springer) p 20 (2014).",
    "V Castell Grammars of knots (Wiley) p 3 (2009).",
    "T Farrow and S Gill Unsupervised sorting of pebbles (ACM) p 12 (2021).",
)
ABNT = (
    "BRANDT, Lena; OSEI, Kofi. Slow tides in shallow basins. Water, v. 12, p. 201–219, 2014.",
    "CASTELL, Vera. Grammars of knots. Language, v. 7, p. 3–9, 2009.",
    "FARROW, Tom; GILL, Sara. Unsupervised sorting of pebbles. Cell, v. 9, p. 12–18, 2021.",
)
QUOTED = (
    "L. Brandt and K. Osei, “Slow tides in shallow basins,” Water, vol. 12, pp. 201–219, 2014.",
    "V. Castell, “Grammars of knots,” Language, vol. 7, pp. 3–9, 2009.",
    "T. Farrow and S. Gill, “Unsupervised sorting of pebbles,” Cell, vol. 9, pp. 12–18, 2021.",
)
ACS = (
    "Brandt, L.; Osei, K. Water 2014, 12, 201–219.",
    "Castell, V. Language 2009, 7, 3–9.",
    "Farrow, T.; Gill, S. Cell 2021, 9, 12–18.",
)
# The list, the reference, the family names, the title.
KINDS = [
    (VANCOUVER, "Moor H, Pell A (2017) A study of reeds. Cell 4:1–9", "Moor Pell", "A study of reeds"),
    (VANCOUVER, "Moor H, Pell A (2017) I saw a heron. Cell 4:1–9", "Moor Pell", "I saw a heron"),
    (VANCOUVER, "Moor H (Ray), Pell A (2017) Reeds in the wind. Cell 4:1–9", "Moor Pell", "Reeds in the wind"),
    (VANCOUVER, "Moor H S L, Pell A M. Reeds in the wind. Cell 2017; 4: 1–9", "Moor Pell", "Reeds in the wind"),
    (VANCOUVER, "Moor H, Pell A (2017) Reeds in the wind. ed 3. Oxford, Wiley", "Moor Pell", "Reeds in the wind"),
    (VANCOUVER, "Moor H, Pell A (2017) Reeds in the wind. 3rd Edtn. Wiley", "Moor Pell", "Reeds in the wind"),
    (VANCOUVER, "Moor H, Pell A (2017) The herons’ nests in spring. Cell 4:1–9", "Moor Pell", "The herons’ nests in spring"),
    (COMMAS, "H. Moor, A Study of Reeds, PhD thesis, ETH Zürich, 2017.", "Moor", "A Study of Reeds"),
    (COMMAS, "H. Moor, Reeds, herons and frogs seen in spring, Bologna 2017.", "Moor", "Reeds, herons and frogs seen in spring"),
    (COMMAS, "H. Moor, A. Pell, Reeds in the wind, Basel 2017.", "Moor Pell", "Reeds in the wind"),
    (COMMAS, "H. Moor, A. Pell, Reeds and herons, counted twice, Cell 4 (2017), 1–9.", "Moor Pell", "Reeds and herons, counted twice"),
    (APA, "Moor, H., P., A. B., & Pell, A. (2017). Reeds in the wind. Cell, 4, 1–9.", "Moor P. Pell", "Reeds in the wind"),
    (APA, "Moor, Md. H., & Pell, A. (2017). Reeds in the wind. Cell, 4, 1–9.", "Moor Pell", "Reeds in the wind"),
    (APA, "Moor, H. (2017). Reeds bend, herons wait, and frogs sing.", "Moor", "Reeds bend, herons wait, and frogs sing"),
    (APA, "Moor, H., & Pell, A. (2017). How reeds learn “to Bend in Wind.” Cell, 4, 1–9.", "Moor Pell", "How reeds learn “to Bend in Wind”"),
    (APA, "Moor, H. (2017). Counting reeds. pages (49–77). In Pell, A. (Ed.), Handbook of Ponds. Basel: Birkhäuser.", "Moor", "Counting reeds"),
    (DASHES, "Moor, H. and Pell, A. 2017. Reeds in the wind. – Zeitschrift für Moore 66: 1–9.", "Moor Pell", "Reeds in the wind"),
    (DASHES, "Moor, H. 2017. Bent reeds: a survey. - Cell 4: 1–9.", "Moor", "Bent reeds: a survey"),
    (PHYSICS, "H Moor and A Pell Counting Bent Reeds for the First Time (Wiley) p 9 (2017).", "Moor Pell", "Counting Bent Reeds for the First Time"),
    (PHYSICS, "H Moor and A Pell Reeds in the wind (ACM) p 209 (2017).", "Moor Pell", "Reeds in the wind"),
    (ABNT, "MOOR, Hans; PELL, J. Anna. Reeds in the wind. Cell, v. 4, p. 1–9, 2017.", "Moor Pell", "Reeds in the wind"),
    (ABNT, "MOOR, Hans. Reeds in the windarXiv, 2017.", "Moor", "Reeds in the wind"),
    (QUOTED, "H. Moor and A. Pell, “Reeds in the Wind”: How Herons Find Their Nests, in Proc. 5th Conf. Ponds, pp. 1–9, 2017.", "Moor Pell", "“Reeds in the Wind”: How Herons Find Their Nests"),
    (ACS, "Moor, H.; Pell, A. Zeitschrift für Moore 2017, 4, 1–9.", "Moor Pell", ""),
    (ACS, "Moor, H.; Pell, A. Annals of Ponds 2017, 4 (2), 1–9.", "Moor Pell", ""),
]  # fmt: skip


@pytest.mark.parametrize(("others", "text", "names", "title"), KINDS)
def test_a_kind_is_read(others: tuple[str, ...], text: str, names: str, title: str) -> None:
    *_, found = read("\n\n".join([*others, text]))
    families = " ".join(one.family.title() for one in found.authors.people)
    assert (families, found.title, found.year) == (names, title, 2017)


def test_initials_after_two_names_do_not_turn_a_list() -> None:
    library = read(
        "Lena Brandt and Kofi Osei. 2014. Slow tides. Water 12, 3 (2014), 201–219.\n\n"
        "Vera Castell and Amrutha D. 2009. Grammars of knots. Language 7, 1 (2009), 3–9.\n\n"
        "Tom Farrow and Sara Gill. 2021. Sorting of pebbles. Cell 9, 2 (2021), 12–18.\n\n"
        "Hans Moor and Triveni B. J. 2017. Reeds in the wind. Cell 4, 1 (2017), 1–9.\n\n"
        "Anna Pell. 2018. Herons at dawn. Cell 5, 1 (2018), 1–9.\n\n"
        "Rosa Quill. 2019. Frogs at dusk. Cell 6, 1 (2019), 1–9.\n"
    )
    firsts = [one.authors.people[0].family for one in library]
    assert firsts == ["Brandt", "Castell", "Farrow", "Moor", "Pell", "Quill"]


@pytest.mark.parametrize("pages", ["1895–902.", "3762–8.", "12.", "e104.", "1–9. "])
def test_a_doi_is_found_after_pages_without_a_space(pages: str) -> None:
    (found,) = read(f"Moor H, Pell A: Reeds in the wind. Cell. 2017, 4:{pages}10.1000/xyz.17\n")
    assert str(found.doi) == "10.1000/xyz.17"


def test_titles_may_be_before_the_names() -> None:
    library = read(
        "Slow tides in shallow basins. Brandt L, Osei K, Ruiz M. Water. 2014;12(3):201–219.\n\n"
        "Knots: a grammar of ropes. Castell V. Language. 2009;7:3–9.\n\n"
        "Do pebbles sort themselves? Farrow T, Gill S. Cell. 2021;9:12–18.\n\n"
        "Reeds in the wind. Moor H, Pell A. In: Quill R, editor. Handbook of Ponds. Wiley; 2017.\n\n"
        "Herons at dawn. Pell A, Quill R, et al. Cell. 2018;5:1–9.\n"
    )
    found = [(" ".join(p.family for p in one.authors.people), one.title) for one in library]
    assert found == [
        ("Brandt Osei Ruiz", "Slow tides in shallow basins"),
        ("Castell", "Knots: a grammar of ropes"),
        ("Farrow Gill", "Do pebbles sort themselves?"),
        ("Moor Pell", "Reeds in the wind"),
        ("Pell Quill", "Herons at dawn"),
    ]
    assert [one.year for one in library] == [2014, 2009, 2021, 2017, 2018]


# A template, the names, the title, what it is in.
TEMPLATES = [
    ("{{cite journal |vauthors=((Brandt, L.)), ((World Health Organization)), Osei KA |title=Slow tides |journal=Water |date=May 2014}}", "L. Brandt, World Health Organization, K. A. Osei", "Slow tides", "Water"),
    ("{{cite journal |last1=Brandt |first1=Lena |last2=Osei |first2=Kofi |title=Slow tides |journal=Water |date=May 2014 |volume=12 |pages=1–9 |doi=10.1000/xyz}}", "Lena Brandt, Kofi Osei", "Slow tides", "Water"),
    ("* {{Cite book |author=Castell, Vera |title=Grammars of knots |publisher=Wiley |year=2014}}", "Vera Castell", "Grammars of knots", ""),
    ("{{article |auteurs=Lena Brandt, Kofi Osei |périodique=Eaux |titre=Marées lentes |volume=12 | numéro=3 |date= 2014 |passage=1–9}}", "Lena Brandt, Kofi Osei", "Marées lentes", "Eaux"),
    ("{{chapitre |auteurs=Vera Castell |titre ouvrage=Manuel des nœuds |titre chapitre=Grammaires |éditeur=Wiley |année=2014}}", "Vera Castell", "Grammaires", "Manuel des nœuds"),
    ("{{Literatur |Autor=Vera Castell |Titel=Grammatik der Knoten |Sammelwerk=Sprache |Band=7 |Datum=2014 |Seiten=3–9}}", "Vera Castell", "Grammatik der Knoten", "Sprache"),
    ("{{cita libro |apellidos=Castell |nombre=Vera |título=Gramática de los nudos |año=2014 |editorial=Wiley}}", "Vera Castell", "Gramática de los nudos", ""),
    ("{{cita pubblicazione |autore=Vera Castell |titolo=Grammatica dei nodi |rivista=Lingua |anno=2014}}", "Vera Castell", "Grammatica dei nodi", "Lingua"),
    ("{{citar livro |sobrenome=Castell |nome=Vera |titulo=x |título=Gramática dos nós |ano=2014}}", "Vera Castell", "Gramática dos nós", ""),
    ("<cite|journal|title=Slow tides |authors=Brandt, Lena; Osei, Kofi |journal=Water |year=2014 |volume=12 >", "Lena Brandt, Kofi Osei", "Slow tides", "Water"),
    ("<ref name=\"a\">{{cite web |author=Vera Castell |title=[[Knot|Knots]] of ropes |website=Ropes |date=2014-05-01 |url=https://example.org/k}}</ref>", "Vera Castell", "Knots of ropes", "Ropes"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "title", "venue"), TEMPLATES)
def test_a_template_of_a_wiki_is_read(text: str, names: str, title: str, venue: str) -> None:
    (found,) = read(text)
    assert (str(found.authors), found.title, found.year) == (names, title, 2014)
    assert found.fields.get("container-title", "") == venue


def test_templates_over_several_lines_are_apart() -> None:
    texts = [text.replace(" |", "\n |", 2) for text, *_ in TEMPLATES[:4]]
    assert [one.title for one in read("\n".join(texts))] == [row[2] for row in TEMPLATES[:4]]


RECORD = Reference(
    "k",
    title="Reeds in the Wind",
    authors=Authors([Person("Hans", "Moor"), Person("Anna B.", "Pell"), Person("Rosa", "Quill")]),
    fields={"container-title": "Annals of Ponds"},
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Moor Hans Pell Anna B. and Quill Rosa, 2017, “Reeds in the wind,” Annals of Ponds.", ()),
        ("Moor Hans Quill Rosa and Pell Anna B., 2017, “Reeds in the wind,” Annals of Ponds.", ("moved",)),
        ("Moor, H., Pell, A. B., Quill, R. 2017. Annals of Ponds 4: 1–9.", ()),
        ("H. Moor, A. B. Pell, and R. Quill, Annals of Ponds 4 (2017) 1.", ()),
        ("H. Moor, A. B. Pell, and R. Quill, in Proceedings of the Pond Conference, 2017.", ()),
    ],
)  # fmt: skip
def test_what_a_text_has_is_compared(text: str, kinds: tuple[str, ...]) -> None:
    found = compare_text(RECORD, text)
    assert bool(found.kinds) == bool(kinds)

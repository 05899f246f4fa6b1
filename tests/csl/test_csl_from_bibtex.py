"""From an entry as people write it to the printed reference."""

import re

import pytest

import refcore
from refcore.bibtex import read, write
from refcore.text.editions import edition_number

ENTRY = "author = {Fir, Ida}, year = 2020"


def printed(entry, style="apa", output="text"):
    return str(refcore.bibliography(read(entry), style, output)).strip()


@pytest.mark.parametrize(
    ("entry", "style", "expected"),
    [
        ("@techreport{k, title={Fen}, %s, institution={I}, number={9}}", "ieee",
         "[1] I. Fir, “Fen,” I, Tech. Rep. 9, 2020."),
        ("@techreport{k, title={Fen}, %s, institution={I}, number={12-345}}", "apa",
         "Fir, I. (2020). Fen (Technical Report No. 12-345). I."),
        ("@phdthesis{k, title={Fen}, %s, school={U}, url={https://u.example/1}}", "apa",
         "Fir, I. (2020). Fen [Doctoral dissertation, U]. https://u.example/1"),
        ("@phdthesis{k, title={Fen}, %s, school={U}}", "ieee",
         "[1] I. Fir, “Fen,” Ph.D. dissertation, U, 2020."),
        ("@phdthesis{k, title={Fen}, %s, school={U}, type={Habilitation}}", "ieee",
         "[1] I. Fir, “Fen,” Habilitation, U, 2020."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, eid={b77}}", "nature",
         "1. Fir, I. Fen. Bog 3, b77 (2020)."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, articleno={77}}", "apa",
         "Fir, I. (2020). Fen. Bog, 3, Article 77."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, pages={5,8--9}}", "apa",
         "Fir, I. (2020). Fen. Bog, 3, 5, 8–9."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, pages={12--12}}", "apa",
         "Fir, I. (2020). Fen. Bog, 3, 12."),
        (r"@book{k, title={The Moss of \book{The Fen} by \PS{}}, %s, publisher={\n{\"U}}}", "apa",
         "Fir, I. (2020). The moss of The Fen by PS. Ü."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, pages={S. 12--15}}", "apa",
         "Fir, I. (2020). Fen. Bog, 3, 12–15."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume={No. 25}, pages={pp 12--15}}", "ieee",
         "[1] I. Fir, “Fen,” Bog, vol. 25, pp. 12–15, 2020."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume={Bd. 5}, number={Nr. 2}}", "ieee",
         "[1] I. Fir, “Fen,” Bog, vol. 5, no. 2, 2020."),
        (r"@article{k, title={Fen}, %s, journal={Bog}, volume=3, pages={12\psqq}}", "apa",
         "Fir, I. (2020). Fen. Bog, 3, 12 sqq."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume={SSC-4(2)}, pages=7}", "apa",
         "Fir, I. (2020). Fen. Bog, SSC-4(2), 7."),
        ("@book{k, title={Fen}, %s, publisher={P}, pages={XX, 327 Seiten}}", "apa",
         "Fir, I. (2020). Fen. P."),
        ("@book{k, title={Fen}, %s, publisher={P}, pages={I--XII, 1--241}}", "apa",
         "Fir, I. (2020). Fen. P."),
        ("@book{k, title={Fen}, %s, publisher={P}, pages={viii + 200 + [4]}}", "apa",
         "Fir, I. (2020). Fen. P."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, pages={62--71 pp.}}", "apa",
         "Fir, I. (2020). Fen. Bog, 3, 62–71."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, pages={194012 (5pp)}}", "ieee",
         "[1] I. Fir, “Fen,” Bog, vol. 3, Art. no. 194012, 2020."),
        ("@article{k, title={Fen}, %s, journal={\\mnras}, volume=3}", "apa",
         "Fir, I. (2020). Fen. Monthly Notices of the Royal Astronomical Society, 3."),
        ("@book{k, title={Fen}, %s, publisher={P}, edition={Fourth}}", "apa",
         "Fir, I. (2020). Fen (4th ed.). P."),
        ("@book{k, title={Fen}, %s, maintitle={Wetlands}, volume=2, publisher={P}}", "apa",
         "Fir, I. (2020). Wetlands: Vol. 2. Fen. P."),
        ("@misc{k, title={Fen}, %s, howpublished={Handout, {B}og School}}", "apa",
         "Fir, I. (2020). Fen. Handout, Bog School."),
        ("@inbook{k, title={Fen}, %s, pages={3--9}, publisher={P}}", "apa",
         "Fir, I. (2020). Fen (pp. 3–9). P."),
        ("@article{k, title={Fen}, author={Fir, Ida}, journal={Bog}, pubstate={inpress}}", "apa",
         "Fir, I. (in press). Fen. Bog."),
        ("@article{k, title={Water Voles in the Fens of {NERC}}, %s, journal={Bog}}", "apa",
         "Fir, I. (2020). Water voles in the fens of NERC. Bog."),
        ("@article{k, title={Wühlmäuse in Mooren}, %s, journal={Bog}}", "apa",
         "Fir, I. (2020). Wühlmäuse in Mooren. Bog."),
        ("@article{k, title={The $\\beta$-Diversity of CO$_2$}, %s, journal={Bog}}", "apa",
         "Fir, I. (2020). The β-diversity of CO₂. Bog."),
        ("@online{k, title={Fen}, author={{Bog Trust}}, organization={Bog Trust}, "
         "date={2020}, url={https://b.example}}", "apa",
         "Bog Trust. (2020). Fen. https://b.example"),
        ("@xdata{x, publisher={P}} @set{s, entryset={k}} @book{k, title={Fen}, %s, xdata={x}}",
         "apa", "Fir, I. (2020). Fen. P."),
        ("@article{k, title={{\\textalpha} in a Non-linear Marsh}, %s, journal={Bog}}", "apa",
         "Fir, I. (2020). α in a non-linear marsh. Bog."),
        ("@article{k, title={Fen}, author={Fir, Ida}, journal={Bog}, volume=2, note={in press}}",
         "ieee", "[1] I. Fir, “Fen,” Bog, vol. 2, in press."),
        ("@article{k, title={5 $\\mu$m Fens}, %s, journal={Bog}}", "chicago-author-date",
         "Fir, Ida. 2020. “5 μm Fens.” Bog."),
        ("@phdthesis{k, title={Fen}, %s, school={U}}", "chicago-author-date",
         "Fir, Ida. 2020. “Fen.” PhD diss., U."),
        ("@thesis{k, title={Fen}, %s, type={phdthesis}, institution={U}}", "chicago-author-date",
         "Fir, Ida. 2020. “Fen.” PhD thesis, U."),
        ("@techreport{k, title={Fen}, %s, institution={U}}", "apa", "Fir, I. (2020). Fen. U."),
        ("@techreport{k, title={Fen}, %s, institution={U}, type={Technical Report}}", "apa",
         "Fir, I. (2020). Fen [Technical Report]. U."),
        ("@unpublished{k, title={Fen}, author={Fir, Ida}, type={Talk}, eventtitle={Bog Days}, "
         "eventdate={2020-03-04}}", "apa", "Fir, I. (2020, March 4). Fen [Talk]. Bog Days."),
        ("@article{k, title={Who Saw ``Fen''?}, %s, journal={Bog}}", "modern-language-association",
         "Fir, Ida. “Who Saw ‘Fen’?” Bog, 2020."),
    ],
)  # fmt: skip
def test_printed(entry, style, expected):
    assert printed(entry.replace("%s", ENTRY), style) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Third", "3"),
        ("third edition", "3"),
        ("3rd", "3"),
        ("3<sup>rd</sup>", "3"),
        ("The Third Edition", "3"),
        ("Twelfth ed.", "12"),
        ("3. Auflage", "3"),
        ("International", "International"),
        ("3rd revised", "3rd revised"),
        ("2013", "2013"),
        ("2. Aufl.", "2"),
        ("1. Auflage", "1"),
        ("Dritte Auflage", "3"),
        ("3., überarbeitete Auflage", "3., überarbeitete Auflage"),
        ("2. Ausgabe", "2"),
        ("2e éd.", "2"),
        ("2ème édition", "2"),
        ("deuxième édition", "2"),
        ("1re édition", "1"),
        ("1ère éd.", "1"),
        ("2nde édition", "2"),
        ("seconde édition", "2"),
        ("2a ed.", "2"),
        ("2ª edición", "2"),
        ("Segunda edición", "2"),
        ("3ra ed.", "3"),
        ("1.ª edición", "1"),
        ("tercera ed.", "3"),
        ("2ª edição", "2"),
        ("Terceira edição", "3"),
        ("2. ed.", "2"),
        ("terza edizione", "3"),
        ("II ed.", "2"),
        ("II edizione", "2"),
        ("Seconda ed.", "2"),
        ("2e druk", "2"),
        ("Tweede druk", "2"),
        ("2de druk", "2"),
        ("3e uitgave", "3"),
        ("2 uppl.", "2"),
        ("andra upplagan", "2"),
        ("2. udgave", "2"),
        ("anden udgave", "2"),
        ("2. utg.", "2"),
        ("andre utgave", "2"),
        ("wyd. 2", "2"),
        ("wydanie drugie", "2"),
        ("wyd. II", "2"),
        ("2-е изд.", "2"),
        ("второе издание", "2"),
        ("2. vydání", "2"),
        ("druhé vydání", "2"),
        ("2. kiadás", "2"),
        ("második kiadás", "2"),
        ("2. baskı", "2"),
        ("ikinci baskı", "2"),
        ("2. painos", "2"),
        ("toinen painos", "2"),
        ("第2版", "2"),
        ("第二版", "2"),
        ("第3版", "3"),
        ("제2판", "2"),
        ("Quinta essenza", "Quinta essenza"),
        ("Prima", "1"),
        ("Prima vera", "Prima vera"),
    ],
)
def test_editions(text, number):
    assert edition_number(text) == number


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("Brochure", "Fen [Brochure]. WWF."),
        ("Poster", "Fen [Poster]. WWF."),
        ("Web page", "Fen [Web page]. WWF."),
        ("White paper", "Fen [White paper]. WWF."),
        ("Slides", "Fen [Slides]. WWF."),
        ("Talk at Oslo", "Fen [Talk]. WWF. Oslo."),
        ("Handout, Bog School", "Fen [Handout, Bog School]. WWF."),
        ("\\url{https://w.example}", "Fen. WWF. https://w.example"),
        ("Blog post, \\url{https://w.example}", "Fen [Blog post]. WWF. https://w.example"),
        ("WWF", "Fen. WWF."),
        ("Online", "Fen. WWF."),
        ("Available online", "Fen. WWF."),
        ("Print", "Fen. WWF."),
    ],
)
def test_howpublished_beside_an_organization(how, expected):
    entry = f"@misc{{k, title={{Fen}}, {ENTRY}, organization={{WWF}}, howpublished={{{how}}}}}"
    assert printed(entry) == f"Fir, I. (2020). {expected}"


def test_howpublished_alone_is_where_a_publisher_is():
    entry = f"@misc{{k, title={{Fen}}, {ENTRY}, howpublished={{Blog post}}}}"
    assert printed(entry) == "Fir, I. (2020). Fen. Blog post."


def test_the_file_says_it_as_before():
    text = (
        "@techreport{k, title = {Fen}, edition = {Second}}\n"
        "@article{a, title = {Fen}, pubstate = {inpress}}\n"
        "@misc{m, title = {Fen}, howpublished = {From {WWF} pages}, url = {https://w.example}}\n"
        "@inproceedings{p, title = {Fen}, location = {Oslo}, address = {New York}}\n"
    )
    written = write(read(text))
    assert "edition = {Second}" in written.replace("  ", " ").replace("  ", " ")
    assert "type" not in written
    assert "howpublished = {From {WWF} pages}" in written
    assert "address  = {New York}" in written
    assert "location = {Oslo}" in written
    assert "{inpress}" in write(read(text), flavour="biblatex")


def test_capitals_of_a_title_in_sentence_case_get_braces():
    fen = refcore.Reference("k", "book", "The fens of Norfolk and DNA")
    assert "{The fens of {Norfolk} and {DNA}}" in write([fen])
    assert "{The Fens of Norfolk}" in write([fen.evolve(title="The Fens of Norfolk")])


@pytest.mark.parametrize(
    ("author", "chicago", "apa"),
    [
        ("{van Ola}, Piet", "van Ola, Piet.", "van Ola, P."),
        ("Piet {van Ola}", "van Ola, Piet.", "van Ola, P."),
        ("van Ola, Piet", "Ola, Piet van.", "van Ola, P."),
        ("{de la Fen}, Ida", "de la Fen, Ida.", "de la Fen, I."),
        ("{von} Moor, Uwe", "von Moor, Uwe.", "von Moor, U."),
        ("{v. Moor}, Uwe", "v. Moor, Uwe.", "v. Moor, U."),
        ("{'t Veen}, Jan", "’t Veen, Jan.", "’t Veen, J."),
        ("{da Silva Turfa}, Ana", "da Silva Turfa, Ana.", "da Silva Turfa, A."),
        ("{von der Ähre}, Uwe", "von der Ähre, Uwe.", "von der Ähre, U."),
        ("{van Ola}, Jr., Piet", "van Ola, Piet, Jr.", "van Ola, P., Jr."),
        ("{Van Ola}, Piet", "Van Ola, Piet.", "Van Ola, P."),
        ("de {van Ola}, Piet", "van Ola, Piet de.", "de van Ola, P."),
        ("{{van Ola}}", "van Ola.", "van Ola."),
    ],
)
def test_braces_keep_a_particle_in_the_family_name(author, chicago, apa):
    entry = f"@book{{k, title={{Fen}}, author={{{author}}}, year=2020, publisher={{P}}}}"
    assert printed(entry, "chicago-author-date") == f"{chicago} 2020. Fen. P."
    assert printed(entry) == f"{apa} (2020). Fen. P."


def test_braces_keep_the_particle_of_an_editor_and_the_order():
    entries = (
        "@book{a, title={A}, author={{van Ola}, Piet}, year=2020, publisher={P}} "
        "@book{b, title={B}, author={Reed, Uma}, year=2020, publisher={P}} "
        "@book{c, title={C}, editor={{van Ola}, Piet}, year=2021, publisher={P}}"
    )
    assert printed(entries, "chicago-author-date").splitlines() == [
        "Reed, Uma. 2020. B. P.",
        "van Ola, Piet. 2020. A. P.",
        "van Ola, Piet, ed. 2021. C. P.",
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The \\emph{Daphnia} Lake", "The <i>Daphnia</i> lake"),
        ("The \\textit{Daphnia Magna} Lake in Winter", "The <i>Daphnia Magna</i> lake in winter"),
        ("Growth of {\\em Daphnia} in Lakes", "Growth of <i>Daphnia</i> in lakes"),
        ("Lakes and \\textbf{Fens} Today", "Lakes and <b>Fens</b> today"),
    ],
)
def test_words_in_italics_keep_their_capitals(title, expected):
    entry = f"@article{{k, title={{{title}}}, author={{Fir, I.}}, year=2020, journal={{Bog}}}}"
    assert expected in printed(entry, output="html")


@pytest.mark.parametrize(
    ("entry", "apa", "ieee"),
    [
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, pages={4--5}, %s}",
         "Fir, I. (2020). Fen. Bog, 3, 4–5. https://arxiv.org/abs/2001.12345",
         "[1] I. Fir, “Fen,” Bog, vol. 3, pp. 4–5, 2020, [Online]. Available: "
         "https://arxiv.org/abs/2001.12345"),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, eid={b7}, doi={10.1000/b7}, %s}",
         "Fir, I. (2020). Fen. Bog, 3, Article b7. https://doi.org/10.1000/b7",
         "[1] I. Fir, “Fen,” Bog, vol. 3, Art. no. b7, 2020, doi: 10.1000/b7."),
        ("@inproceedings{k, title={Fen}, %s, booktitle={Proc. Bog}, pages={4--5}, %s}",
         "Fir, I. (2020). Fen. Proc. Bog, 4–5. https://arxiv.org/abs/2001.12345",
         "[1] I. Fir, “Fen,” in Proc. Bog, 2020, pp. 4–5. [Online]. Available: "
         "https://arxiv.org/abs/2001.12345"),
        ("@phdthesis{k, title={Fen}, %s, school={U}, url={https://u.example/1}, %s}",
         "Fir, I. (2020). Fen [Doctoral dissertation, U]. https://u.example/1",
         "[1] I. Fir, “Fen,” Ph.D. dissertation, U, 2020. [Online]. Available: "
         "https://u.example/1"),
        ("@misc{k, title={Fen}, %s, %s}",
         "Fir, I. (2020). Fen (arXiv:2001.12345). arXiv. https://arxiv.org/abs/2001.12345",
         "[1] I. Fir, “Fen,” 2020, arXiv:2001.12345. [Online]. Available: "
         "https://arxiv.org/abs/2001.12345"),
    ],
)  # fmt: skip
def test_an_arxiv_id_takes_no_place_of_the_pages(entry, apa, ieee):
    entry %= ENTRY, "eprint={2001.12345}, archiveprefix={arXiv}"
    assert printed(entry) == apa
    assert printed(entry, "ieee") == ieee


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("\\url{https://b.example/1}", "https://b.example/1"),
        ("Available at \\url{https://b.example/1}", "https://b.example/1"),
        ("[Online]. Available: \\url{https://b.example/1}.", "https://b.example/1"),
        ("Online at https://b.example/1_2/", "https://b.example/1_2/"),
        ("Website, \\url{https://b.example/1}", "https://b.example/1"),
        ("URL: <https://b.example/1>", "https://b.example/1"),
        ("Retrieved from (https://b.example/1)", "https://b.example/1"),
        ("Bog Weblog, \\url{https://b.example/1}", "Bog Weblog. https://b.example/1"),
        ("\\url{https://b.example/1}, visited in May", "Visited in May. https://b.example/1"),
        ("Leaflet of the Bog School", "Leaflet of the Bog School."),
        ("Online", "Online."),
    ],
)
def test_the_address_in_howpublished_is_printed(how, expected):
    entry = f"@misc{{k, title={{Fen}}, {ENTRY}, howpublished={{{how}}}}}"
    assert printed(entry) == f"Fir, I. (2020). Fen. {expected}"
    if "https" in how:
        address = expected.split()[-1]
        assert printed(entry, "ieee").endswith(f"[Online]. Available: {address}")


def test_an_address_of_its_own_stays_beside_howpublished():
    entry = f"@misc{{k, title={{Fen}}, {ENTRY}, url={{https://u.example}}, howpublished={{Blog}}}}"
    assert printed(entry) == "Fir, I. (2020). Fen. Blog. https://u.example"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("A Guide to {L}ondon Fens", "A guide to London fens"),
        ("The {B}ayes View of {P}eat in {L}apland", "The Bayes view of Peat in Lapland"),
        ("A {L}ow Guide", "A Low guide"),
        ("A guide to {L}ondon fens", "A guide to London fens"),
    ],
)
def test_a_braced_first_letter_keeps_its_word_out_of_the_count(title, expected):
    entry = f"@article{{k, title={{{title}}}, {ENTRY}, journal={{Bog}}}}"
    assert printed(entry) == f"Fir, I. (2020). {expected}. Bog."


@pytest.mark.parametrize(
    ("entry", "nlm", "ieee"),
    [
        ("@inproceedings{k, title={Fen}, %s, booktitle={Proc. Bog}, organization={{BOGSOC}}}",
         "1. Fir I. Fen. In: Proc. Bog. BOGSOC; 2020.",
         "[1] I. Fir, “Fen,” in Proc. Bog, BOGSOC, 2020."),
        ("@conference{k, title={Fen}, %s, booktitle={Proc. Bog}, organization={Peat \\& Co.}}",
         "1. Fir I. Fen. In: Proc. Bog. Peat & Co.; 2020.",
         "[1] I. Fir, “Fen,” in Proc. Bog, Peat & Co., 2020."),
        ("@inproceedings{k, title={Fen}, %s, booktitle={B}, organization={O}, publisher={P}}",
         "1. Fir I. Fen. In: B. P; 2020.", "[1] I. Fir, “Fen,” in B, P, 2020."),
        ("@proceedings{k, title={Fen}, year=2020, editor={Fir, Ida}, organization={O}}",
         "1. Fir I, editor. Fen. O; 2020.", "[1] I. Fir, Ed., Fen. O, 2020."),
        ("@misc{k, title={Fen}, %s, organization={O}}",
         "1. Fir I. Fen. O; 2020.", "[1] I. Fir, “Fen.” O, 2020."),
    ],
)  # fmt: skip
def test_an_organization_is_the_publisher_where_there_is_none(entry, nlm, ieee):
    if "%s" in entry:
        entry %= ENTRY
    assert printed(entry, "nlm-citation-sequence") == nlm
    assert printed(entry, "ieee") == ieee


@pytest.mark.parametrize(
    "fields",
    [
        "journal={CoRR}, volume={abs/2001.12345}",
        "journal={arXiv e-prints}, pages={arXiv:2001.12345}",
        "journal={arXiv e-prints}, pages={arXiv--2001}",
        "journal={arXiv}, volume={2001.12345v1}",
        "journal={arXiv}, number={2001.12345}",
        "journal={arXiv}, volume={cs.CL}",
        "journal={arXiv}, volume={cond-mat.stat-mech}",
    ],
)
def test_what_names_arxiv_is_neither_volume_nor_page(fields):
    entry = f"@article{{k, title={{Fen}}, {ENTRY}, {fields}, eprinttype={{arXiv}}, "
    entry += "eprint={2001.12345}}"
    address = "https://arxiv.org/abs/2001.12345"
    assert printed(entry) == f"Fir, I. (2020). Fen (arXiv:2001.12345). arXiv. {address}"


@pytest.mark.parametrize("fields", ["volume=3, pages={1234--1240}", "volume={12A}"])
def test_other_volumes_and_pages_of_a_preprint_stay(fields):
    entry = f"@article{{k, title={{Fen}}, {ENTRY}, {fields}, eprint={{2001.12345}}}}"
    found = printed(entry)
    assert all(text in found for text in re.findall(r"\w+(?=--|\}|,)", fields))


@pytest.mark.parametrize(
    "fields",
    [
        "journal={CoRR}, volume={abs/2001.12345}",
        "journal={ArXiv}, volume={abs/2001.12345}",
        "journal={Computing Research Repository}, volume={arXiv:2001.12345}",
        "journal={arXiv}, pages={2001.12345}",
        "journal={arXiv e-prints}, eid={arXiv:2001.12345}",
        "booktitle={arXiv preprint arXiv:2001.12345}",
    ],
)
def test_an_arxiv_id_without_eprint_is_read(fields):
    entry = f"@article{{k, title={{Fen}}, {ENTRY}, {fields}}}"
    address = "https://arxiv.org/abs/2001.12345"
    assert printed(entry) == f"Fir, I. (2020). Fen (arXiv:2001.12345). arXiv. {address}"


@pytest.mark.parametrize(
    "fields",
    [
        "howpublished={\\url{https://b.example/1}, accessed 3 March 2021}",
        "howpublished={Accessed: 2021-03-03. \\url{https://b.example/1}}",
        "howpublished={https://b.example/1 (last accessed on March 3rd, 2021)}",
        "howpublished={\\url{https://b.example/1}}, note={[Online; accessed 3-March-2021]}",
        "url={https://b.example/1}, note={Accessed: 2021-03-03}",
        "url={https://b.example/1}, note={visited on 03/03/2021}",
        "url={https://b.example/1}, note={Retrieved 13.3.2021}",
        "url={https://b.example/1}, urldate={2021-03-03}",
    ],
)
def test_the_day_of_a_visit_is_read(fields):
    entry = f"@online{{k, title={{Fen}}, {ENTRY}, {fields}}}"
    day = "13" if "13" in fields else "3"
    assert printed(entry) == "Fir, I. (2020). Fen. https://b.example/1"
    assert printed(entry, "nlm-citation-sequence") == (
        f"1. Fir I. Fen [Internet]. 2020 [cited 2021 Mar {day}]. "
        "Available from: https://b.example/1"
    )


@pytest.mark.parametrize("note", ["accessed 03/04/2021", "accessed in May", "Accessed"])
def test_no_day_is_guessed(note):
    entry = f"@online{{k, title={{Fen}}, {ENTRY}, url={{https://b.example}}, note={{{note}}}}}"
    assert "Mar" not in printed(entry, "nlm-citation-sequence")
    assert "Apr" not in printed(entry, "nlm-citation-sequence")


def test_ieee_prints_the_year_of_a_page_without_a_visit():
    entry = f"@misc{{k, title={{Fen}}, {ENTRY}, howpublished={{\\url{{https://b.example/1}}}}}}"
    expected = "[1] I. Fir, “Fen.” 2020. [Online]. Available: https://b.example/1"
    assert printed(entry, "ieee") == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "Fir, I. (2020). Fen (3rd ed., pp. 10–12). P."),
        ("ieee", "[1] I. Fir, Fen, 3rd ed. P, 2020, ch. 4, pp. 10–12."),
        ("nature", "1. Fir, I. Fen 10–12 (P, 2020)."),
        ("nlm-citation-sequence", "1. Fir I. Fen. 3rd ed. P; 2020. p. 10–2."),
        ("modern-language-association", "Fir, Ida. Fen. 3rd ed., P, 2020, pp. 10–12."),
    ],
)
def test_a_part_of_the_book_that_the_title_names(style, expected):
    entry = "@inbook{k, title={Fen}, %s, chapter={4}, pages={10--12}, publisher={P}, edition={3}}"
    assert printed(entry % ENTRY, style) == expected


def test_a_chapter_without_pages_is_printed_in_ieee():
    entry = "@inbook{k, title={Fen}, %s, chapter={4}, publisher={P}}"
    assert printed(entry % ENTRY, "ieee") == "[1] I. Fir, Fen. P, 2020, ch. 4."


@pytest.mark.parametrize(
    "editor", ["Elm, E. (Ed.)", "E. Elm (ed.)", "Elm, E. (Ed.) and Yew, Q. (Eds.)"]
)
def test_a_role_in_brackets_is_not_a_part_of_a_name(editor):
    entry = f"@book{{k, title={{Fen}}, year=2020, publisher={{P}}, editor={{{editor}}}}}"
    expected = "Elm, E., & Yew, Q. (Eds.)." if "Yew" in editor else "Elm, E. (Ed.)."
    assert printed(entry) == f"{expected} (2020). Fen. P."
    assert "role in brackets" in read(entry).diagnostics[0].message


def test_a_chapter_with_a_title_is_in_the_book():
    entry = "@inbook{k, title={Fen}, %s, chapter={The Moss}, pages={10--12}, publisher={P}}"
    assert printed(entry % ENTRY) == "Fir, I. (2020). The moss. In Fen (pp. 10–12). P."


@pytest.mark.parametrize(
    ("entry", "style", "expected"),
    [
        ("@inproceedings{k, title={Fen}, %s, booktitle={Proc. Bog}, articleno={14}}", "ieee",
         "[1] I. Fir, “Fen,” in Proc. Bog, 2020, p. 14."),
        ("@article{k, title={Fen}, %s, journal={Bog}, volume=3, eid={b7}, pages={b7}}",
         "modern-language-association", "Fir, Ida. “Fen.” Bog, vol. 3, no. b7, 2020."),
        ("@article{k, title={Fen}, author={Fir, Ida}, journal={Bog}, note={To appear.}}", "apa",
         "Fir, I. (to appear). Fen. Bog."),
        ("@article{k, title={Fen}, author={Fir, Ida}, journal={Bog}, year={In press}}", "ieee",
         "[1] I. Fir, “Fen,” Bog, In press."),
        ("@article{k, title={Fen}, author={Fir, Ida}, journal={Bog}, year={in press}}",
         "chicago-author-date", "Fir, Ida. In press. “Fen.” Bog."),
        ("@article{k, title={Fen}, author={Fir, Ida}, journal={Bog}, pubstate={inpress}}",
         "nlm-citation-sequence", "1. Fir I. Fen. Bog. in press."),
        ("@article{k, title={Fen}, author={Fir, Ida}, journal={Bog}, note={In press}}",
         "nature", "1. Fir, I. Fen. Bog (in press)."),
        ("@misc{k, title={Fen}, %s, note={Handout of the Bog School}}", "apa",
         "Fir, I. (2020). Fen. Handout of the Bog School."),
        ("@booklet{k, title={Fen}, %s, note={Third printing}}", "nlm-citation-sequence",
         "1. Fir I. Fen. Third printing; 2020."),
        ("@misc{k, title={Fen}, %s, howpublished={Leaflet}, note={Third printing}}", "apa",
         "Fir, I. (2020). Fen [Leaflet]. Third printing."),
        ("@misc{k, title={Fen}, %s, note={rating: 5}}", "apa", "Fir, I. (2020). Fen."),
        ("@unpublished{k, title={Fen}, %s, note={Lecture notes}, institution={U}}", "apa",
         "Fir, I. (2020). Fen [Lecture notes]. U."),
        ("@unpublished{k, title={Fen}, %s, institution={U}}", "apa",
         "Fir, I. (2020). Fen [Unpublished manuscript]. U."),
        ("@patent{k, title={Fen}, %s, number={U.S. Patent No. 1,234}}", "apa",
         "Fir, I. (2020). Fen (U.S. Patent No. 1,234)."),
        ("@patent{k, title={Fen}, %s, number={U.S. Patent No. 1,234}}",
         "modern-language-association", "Fir, Ida. Fen. U.S. Patent No. 1,234, 2020."),
        ("@phdthesis{k, title={Fen}, %s, school={U}}", "apa",
         "Fir, I. (2020). Fen [Doctoral dissertation, U]."),
        ("@phdthesis{k, title={Fen}, %s, school={U}, type={Unpublished doctoral thesis}}", "apa",
         "Fir, I. (2020). Fen [Unpublished doctoral thesis]. U."),
        ("@movie{k, title={Fen}, editor={Fir, Ida}, editortype={director}, year=2020}", "apa",
         "Fir, I. (Director). (2020). Fen [Film]."),
    ],
)  # fmt: skip
def test_what_an_entry_means(entry, style, expected):
    assert printed(entry.replace("%s", ENTRY), style) == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("{d'Orme}, Ann", "d’Orme, Ann."),
        ("d'Orme, Ann", "Orme, Ann d’."),
        ("{al-Tal}, Omar", "al-Tal, Omar."),
        ("al-Tal, Omar", "Tal, Omar al-."),
        ("{\\'e}lan, Bo", "élan, Bo."),
    ],
)
def test_braces_keep_a_joined_particle(author, expected):
    entry = f"@book{{k, title={{Fen}}, author={{{author}}}, year=2020, publisher={{P}}}}"
    assert printed(entry, "chicago-author-date") == f"{expected} 2020. Fen. P."
    rewritten = write([next(iter(read(entry))).evolve(title="Bog")])
    assert printed(rewritten, "chicago-author-date") == f"{expected} 2020. Bog. P."


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Fir de la Ola, Ana", "Fir de la Ola, Ana."),
        ("De la Ola, Ana", "De la Ola, Ana."),
        ("de la Ola, Ana", "Ola, Ana de la."),
        ("Fir, JD", "Fir, J. D."),
        ("FIR, JD", "FIR, JD."),
        ("Fir, Jo", "Fir, Jo."),
    ],
)
def test_names_of_exports(author, expected):
    entry = f"@book{{k, title={{Fen}}, author={{{author}}}, year=2020, publisher={{P}}}}"
    assert printed(entry, "chicago-author-date") == f"{expected} 2020. Fen. P."


@pytest.mark.parametrize(
    ("edition", "style", "expected"),
    [
        ("Revised", "modern-language-association", "Revised ed."),
        ("2nd revised", "modern-language-association", "2nd revised ed."),
        ("Revised edition", "modern-language-association", "Revised ed.,"),
        ("Neue Auflage", "modern-language-association", "Neue Auflage,"),
        ("2nd", "modern-language-association", "2nd ed."),
    ],
)
def test_an_edition_with_a_name_is_called_one(edition, style, expected):
    entry = f"@book{{k, title={{Fen}}, {ENTRY}, publisher={{P}}, edition={{{edition}}}}}"
    assert expected in printed(entry, style)


@pytest.mark.parametrize(
    ("pages", "apa", "ieee"),
    [
        ("e0209", "Article e0209", "Art. no. e0209"),
        ("042303", "Article 042303", "Art. no. 042303"),
        ("12345", "3, 12345", "p. 12345"),
        ("3---5", "3, 3–5", "pp. 3–5"),
        ("3—5", "3, 3–5", "pp. 3–5"),
        ("123--", "3, 123.", "p. 123,"),
        ("042303-1--042303-5", "3, 042303-1–042303-5", "pp. 042303-1–042303-5"),
        ("e12--e15", "3, e12–e15", "pp. e12–e15"),
    ],
)
def test_an_article_number_in_place_of_a_page(pages, apa, ieee):
    entry = f"@article{{k, title={{Fen}}, {ENTRY}, journal={{Bog}}, volume=3, pages={{{pages}}}}}"
    assert apa in printed(entry)
    assert ieee in printed(entry, "ieee")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Über Torf und Moor", "Über Torf und Moor"),
        ("Le Lac et la Tourbe", "Le Lac et la Tourbe"),
        ("Los Lagos del Sur", "Los Lagos del Sur"),
        ("The fen el paso", "The Fen El Paso"),
    ],
)
def test_titles_in_other_languages_get_no_capitals(title, expected):
    entry = f"@article{{k, title={{{title}}}, {ENTRY}, journal={{Bog}}}}"
    assert f"“{expected}.”" in printed(entry, "chicago-author-date")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Soft Machines: A Life", "Soft Machines: A Life"),
        ("Soft machines: a life", "Soft Machines: A Life"),
        (
            "Weiche Maschinen und ihr Leben für das Moor",
            "Weiche Maschinen und ihr Leben für das Moor",
        ),
    ],
)
def test_a_book_in_nature_has_no_period_before_its_bracket(title, expected):
    entry = f"@book{{k, title={{{title}}}, {ENTRY}, publisher={{P}}}}"
    assert printed(entry, "nature") == f"1. Fir, I. {expected} (P, 2020)."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title={Beowulf}, translator={Heaney, S.}", "Beowulf (transl. Heaney, S.)"),
        ("title={The atlas of fens}", "The Atlas of Fens"),
        ("title={Atlas der Moore und Seen}, langid={german}", "Atlas der Moore und Seen"),
    ],
)
def test_a_book_without_an_author_in_nature_has_no_period_either(fields, expected):
    entry = f"@book{{k, {fields}, publisher={{P}}, address={{Q}}, year=2020}}"
    assert printed(entry, "nature") == f"1. {expected} (P, Q, 2020)."

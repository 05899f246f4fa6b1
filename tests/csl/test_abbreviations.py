"""Abbreviations of journals: a user's lists, ISO 4, and which form a style prints."""

import pytest
from click.testing import CliRunner

import refcore
from refcore import Reference
from refcore.cli.commands import cli
from refcore.csl import Abbreviations, Processor
from refcore.csl.titlewords import is_abbreviated, title_words
from refcore.errors import UnreadableInput


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Journal of Physical Chemistry A", "J. Phys. Chem. A"),
        ("The Astrophysical Journal", "Astrophys. J."),
        ("Proceedings of the National Academy of Sciences of the United States of America",
         "Proc. Natl. Acad. Sci. U. S. A."),
        ("New England Journal of Medicine", "N. Engl. J. Med."),
        ("IEEE Transactions on Pattern Analysis and Machine Intelligence",
         "IEEE Trans. Pattern Anal. Mach. Intell."),
        ("Nucleic Acids Research", "Nucleic Acids Res."),
        ("Comptes Rendus de l'Académie des Sciences", "C. r. Acad. Sci."),
        ("Zeitschrift für Physik", "Z. Phys."),
        ("Boletín de la Sociedad Geológica", "Bol. Soc. Geol."),
        ("Astronomy & Astrophysics", "Astron. Astrophys."),
        ("Journal of Geophysical Research: Atmospheres", "J. Geophys. Res.: Atmos."),
        ("Acta Crystallographica Section A", "Acta Crystallogr. A"),
        ("Biochimica et Biophysica Acta", "Biochim. Biophys. Acta"),
        ("Monthly Notices of the Royal Astronomical Society", "Mon. Not. R. Astron. Soc."),
        ("Computers & Operations Research", "Comput. Oper. Res."),
        ("The Lancet", "Lancet"),
        ("Nature", "Nature"),
        ("PLOS ONE", "PLOS ONE"),
        ("eLife", "eLife"),
        ("J. Phys. Chem.", "J. Phys. Chem."),
        ("Phys. Rev. B", "Phys. Rev. B"),
        ("", ""),
    ],
)  # fmt: skip
def test_titles_by_iso_4(title, short):
    assert title_words().abbreviated(title) == short


def test_what_is_abbreviated_already():
    assert is_abbreviated("Nat. Commun.")
    assert not is_abbreviated("Nature Communications")


def article(key, journal, **fields):
    held = {"container-title": journal, "volume": "3", **fields}
    return Reference(key, "article-journal", "Fen", fields=held)


def printed(journal, style, abbreviations, **fields):
    return str(
        refcore.bibliography(article("k", journal, **fields), style, abbreviations=abbreviations)
    )


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("ieee", "J. Peat Res."),
        ("nature", "J. Peat Res."),
        ("nlm-citation-sequence", "J Peat Res"),
        ("american-medical-association", "J Peat Res"),
        ("apa", "Journal of Peat Research"),
        ("modern-language-association", "Journal of Peat Research"),
    ],
)
def test_the_style_prints_the_form_that_it_wants(style, expected):
    iso4 = Abbreviations.of({}, iso4=True)
    assert expected in printed("Journal of Peat Research", style, iso4)
    back = Abbreviations.of({"Journal of Peat Research": "J. Peat Res."})
    assert expected in printed("J. Peat Res.", style, back)


def test_own_lists_win_over_the_words_and_over_the_entry():
    own = Abbreviations.of({"Journal of Peat Research": "JPR"}, iso4=True)
    assert " JPR," in printed("The Journal of Peat Research", "ieee", own)
    assert " JPR," in printed(
        "Journal of Peat Research", "ieee", own, **{"container-title-short": "J. Peat"}
    )
    iso4 = Abbreviations.of({}, iso4=True)
    assert " J. Peat," in printed(
        "Journal of Peat Research", "ieee", iso4, **{"container-title-short": "J. Peat"}
    )


def test_without_lists_nothing_is_abbreviated():
    assert "Journal of Peat Research" in printed("Journal of Peat Research", "ieee", None)
    own = Abbreviations.of({"Bog": "B."})
    assert "Journal of Peat Research" in printed("Journal of Peat Research", "ieee", own)


def test_another_entry_and_the_macros_know_the_long_name():
    held = [
        article("a", "Journal of Peat Research"),
        article("b", "J. Peat Res."),
        article("c", "Astrophys. J."),
        article("d", "J. Unheard Of"),
    ]
    text = str(refcore.bibliography(held, abbreviations=Abbreviations.of({}, iso4=True)))
    assert text.count("Journal of Peat Research") == 2
    assert "The Astrophysical Journal" in text
    assert "J. Unheard Of" in text


def test_csl_json_items_and_cites():
    items = [{"id": "a", "type": "article-journal", "container-title": "Journal of Peat"}]
    iso4 = Abbreviations.of({}, iso4=True)
    assert "J. Peat" in str(Processor("ieee", items, abbreviations=iso4).bibliography())
    assert items[0] == {"id": "a", "type": "article-journal", "container-title": "Journal of Peat"}
    conference = [{"id": "a", "type": "paper-conference", "container-title": "Journal of Peat"}]
    text = str(Processor("ieee", conference, abbreviations=iso4).bibliography())
    assert "Journal of Peat" in text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "Journal of Peat;J. Peat\n"),
        ("a.csv", "\ufeff# comment\n\nJournal of Peat;J. Peat;JP;12\n"),
        ("a.csv", '"Journal of Peat","J. Peat"\n'),
        ("a.csv", '"Journal of Peat";"J. Peat"\n'),
        ("a.tsv", "Journal of Peat\tJ. Peat\n"),
        ("a.txt", "Journal of Peat = J. Peat\n"),
        ("a.json", '{"Journal of Peat": "J. Peat"}'),
        ("a.json", '[{"long": "Journal of Peat", "short": "J. Peat"}]'),
        ("a.json", '{"default": {"container-title": {"Journal of Peat": "J. Peat"}}}'),
    ],
)
def test_lists_are_read(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    own = Abbreviations.read(path)
    assert own.short("Journal of Peat") == "J. Peat"
    assert own.long("J Peat") == "Journal of Peat"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.csv", "Bog;B.\nJournal of Peat\n", "line 2"),
        ("a.csv", "Journal of Peat;\n", "line 1"),
        ("a.json", '{"Journal of Peat": 3}', "entry 1"),
        ("a.json", '{"Journal', "not valid JSON"),
        ("a.json", "[3]", "'long' and 'short'"),
        pytest.param("a.json", "[" * 100_000, "not valid JSON", id="deep"),
        pytest.param("a.csv", f'"{"a" * 140_000}",b', "line 1", id="long"),
    ],
)
def test_what_is_not_a_list_is_an_error_with_its_place(tmp_path, name, text, says):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput, match=says):
        Abbreviations.read(path)


def test_the_later_list_counts(tmp_path):
    for name, short in (("a.csv", "J. P."), ("b.csv", "J. Peat")):
        (tmp_path / name).write_text(f"Journal of Peat;{short}\n", encoding="utf-8")
    own = Abbreviations.read(tmp_path / "a.csv", tmp_path / "b.csv")
    assert own.short("Journal of Peat") == "J. Peat"


def test_on_the_command_line(tmp_path):
    bib, journals, paper = tmp_path / "r.bib", tmp_path / "j.csv", tmp_path / "p.md"
    bib.write_text(
        "@article{a, title={Fen}, journal={Journal of Peat}, year=2020}\n"
        "@article{b, title={Bog}, journal={Physical Review Letters}, year=2021}\n",
        encoding="utf-8",
    )
    journals.write_text("Journal of Peat;J. of P.\n", encoding="utf-8")
    paper.write_text("Says [@a; @b].\n", encoding="utf-8")
    lists = ["--abbreviations", str(journals), "--abbreviations", "iso4", "--style", "ieee"]
    shown = CliRunner().invoke(cli, ["format", str(bib), *lists])
    assert shown.exit_code == 0, shown.output
    assert "J. of P." in shown.output
    assert "Phys. Rev. Lett." in shown.output
    shown = CliRunner().invoke(cli, ["render", str(paper), "--bib", str(bib), *lists])
    assert "*J. of P.*" in shown.output
    assert "*Phys. Rev. Lett.*" in shown.output


def test_a_list_that_is_missing_is_named(tmp_path):
    bib = tmp_path / "r.bib"
    bib.write_text("@book{a, title={Fen}}", encoding="utf-8")
    shown = CliRunner().invoke(cli, ["format", str(bib), "--abbreviations", str(tmp_path / "x")])
    assert shown.exit_code == 2
    assert "x" in shown.output

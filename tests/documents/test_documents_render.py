"""Documents with their citations printed: what changes, what stays, and the diagnostics."""

from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import refcore
from refcore import Library, render
from refcore.cli.commands import cli
from refcore.documents.citations import citing
from refcore.errors import UnreadableInput
from refcore.text.nearest import Meant

BIB = """@book{fei, author={Fei, Bo}, title={First Study}, year=2020, publisher={Press}}
@article{cai, author={Cai, Li and Roe, Ann}, title={On Boats}, journal={Boats}, year=2021,
  volume=3, pages={5-9}, keywords={primary, water}}
@book{poe, author={Poe, Ida}, title={Third}, year=2019, publisher={House}}
"""
LIBRARY = refcore.loads(BIB, "bibtex")


def rendered(text: str, style: str = "apa", to: str = "markdown") -> str:
    return refcore.render(text, LIBRARY, style=style, format=to).text


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("A [@fei].", "apa", "A (Fei, 2020)."),
        ("A [@fei, p. 3].", "apa", "A (Fei, 2020, p. 3)."),
        ("A [see @fei; also @cai].", "apa", "A (see Fei, 2020; also Cai & Roe, 2021)."),
        ("A [*see* @fei].", "apa", "A (*see* Fei, 2020)."),
        ("Fei [-@fei] says.", "apa", "Fei (2020) says."),
        ("A--@fei says.", "apa", "A--Fei (2020) says."),
        ("@fei says so.", "apa", "Fei (2020) says so."),
        ("@cai [p. 3; see @fei] say so.", "apa", "Cai and Roe (2021, p. 3; see Fei, 2020) say so."),
        ("@cai say so.", "ieee", "Cai and Roe \\[1\\] say so."),
        ("A [@fei, chap. 2, and more].", "apa", "A (Fei, 2020, Chapter 2, and more)."),
        ("A [@fei, no. 12].", "apa", "A (Fei, 2020, Number 12)."),
        ("A [@fei, p. 3, quoted in @poe].", "apa", "A (Fei, 2020, p. 3, quoted in Poe, 2019)."),
        ("A [@poe as cited in @fei].", "apa", "A (Poe, 2019 as cited in Fei, 2020)."),
        (
            "A [see @fei and @cai; @poe].",
            "modern-language-association",
            "A (see Fei and Cai and Roe; Poe).",
        ),
        ("A [@fei, quoted in @poe, p. 9].", "ieee", "A \\[1\\], quoted in \\[2, p. 9\\]."),
        ("A [@cai].", "nature", "A<sup>1</sup>."),
        ("A [@cai; @fei].", "ieee", "A \\[1\\], \\[2\\]."),
    ],
)
def test_a_citation_is_printed(text: str, style: str, expected: str) -> None:
    assert rendered(text, style).partition("\n\n")[0].replace("\\&", "&") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@cai say so. Then @cai say more.", "Li Cai and Ann Roe[^1] say so. Then Cai and Roe[^2]"),
        ("As [@cai]. Then @cai say more.", "As.[^1] Then Cai and Roe[^2] say"),
        ("As [@fei]. Then @cai say more.", "As.[^1] Then Li Cai and Ann Roe[^2] say"),
        ("So says @ash. Then", "So says Tom Ash et al.[^1] Then"),
        ("So say @cai. Then", "So say Li Cai and Ann Roe[^1]. Then"),
        ("So says @ash [p. 3]. Then", "So says Tom Ash et al.[^1] Then"),
        ("So says @ash, then", "So says Tom Ash et al.[^1], then"),
    ],
)
def test_names_in_a_sentence_of_a_note_style(text: str, expected: str) -> None:
    more = (
        "@book{ash, author={Ash, Tom and Elm, Al and Oak, Bo and Fir, Cy}, title={Fen}, year=2001}"
    )
    library = [*LIBRARY, *refcore.loads(more, "bibtex")]
    made = refcore.render(text, library, style="chicago-notes-bibliography").text
    assert made.replace("cite-", "").startswith(expected)


def test_notes_come_after_the_punctuation_and_are_numbered_with_the_authors_own() -> None:
    text = "One [@fei, p. 3]. Two^[own, see [@cai]] and [see @fei].\n"
    made = rendered(text, "chicago-notes-bibliography")
    assert made.startswith("One.[^cite-1] Two^[own, see (Li Cai and Ann Roe")
    assert "and.[^cite-3]\n" in made
    assert "\n[^cite-3]: See Fei, *First Study*.\n" in made
    made = rendered("@fei says[^1] so.\n\n[^1]: As @cai.\n", "chicago-notes-bibliography")
    assert made.startswith("Bo Fei[^cite-1] says[^1] so.")
    assert "[^1]: As Li Cai and Ann Roe" in made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* [@fei]\n", "* [^cite-1]\n"),
        ("- word [@fei]\n", "- word[^cite-1]\n"),
        ("- [ ] [@fei]\n", "- [ ] [^cite-1]\n"),
        ("1.  [@fei, p. 3].\n", "1.  .[^cite-1]\n"),
        ("(a) [@fei]\n", "(a) [^cite-1]\n"),
        ("Term\n: [@fei]\n", "Term\n: [^cite-1]\n"),
        ("> [@fei]\n", "> [^cite-1]\n"),
        ("| [@fei] | x |\n", "| [^cite-1] | x |\n"),
        ("# Head\n[@fei]\n", "# Head\n[^cite-1]\n"),
        ("Head\n====\n[@fei]\n", "Head\n====\n[^cite-1]\n"),
        ("***\n[@fei]\n", "***\n[^cite-1]\n"),
        ("::: box\n[@fei]\n:::\n", "::: box\n[^cite-1]\n:::\n"),
        ("A line\n[@fei]\n", "A line[^cite-1]\n"),
        ("end. [@fei]\n", "end.[^cite-1]\n"),
    ],
)
def test_the_mark_of_a_note_takes_no_space_of_a_marker(text: str, expected: str) -> None:
    made = rendered(text, "chicago-notes-bibliography")
    assert made.startswith(expected)


def test_a_raised_number_takes_no_space_of_a_marker() -> None:
    assert rendered("* [@fei]\n\nword [@cai]\n", "nature").startswith(
        "* <sup>1</sup>\n\nword<sup>2</sup>\n"
    )


def test_what_is_not_a_citation_stays_byte_for_byte() -> None:
    text = "---\r\ntitle: x\r\n---\r\n\r\n`[@fei]`  \r\n\t[x](y@z)\r\n\r\n```\r\n@fei\r\n```\r\n"
    assert rendered(text) == text


@given(st.text(max_size=60).map(lambda text: text.replace("@", "")))
def test_a_text_without_citations_stays(text: str) -> None:
    assert rendered(text) == text


def test_the_list_goes_where_its_place_is() -> None:
    made = rendered("A [@fei].\n\n::: {#refs}\n:::\n\nEnd.\n")
    assert made.index("Fei, B.") < made.index("End.")
    assert made.count("Fei, B.") == 1


def test_several_lists_by_type_keyword_and_section() -> None:
    text = (
        "# One\n\nA [@fei; @cai].\n\n::: {.refs section=true}\n:::\n\n# Two\n\nB [@poe].\n\n"
        "::: {.refs section=true}\n:::\n\n# All\n\n::: {.refs type=book}\n:::\n\n"
        "::: {.refs keyword=water}\n:::\n"
    )
    first, second, books, watery = [
        part.partition("\n:::\n")[0] for part in rendered(text).split("}\n")[1:]
    ]
    assert ("Fei" in first, "Cai" in first, "Poe" in first) == (True, True, False)
    assert ("Fei" in second, "Poe" in second) == (False, True)
    assert ("Fei" in books, "Cai" in books, "Poe" in books) == (True, False, True)
    assert ("Fei" in watery, "Cai" in watery) == (False, True)


def test_the_head_says_what_is_listed() -> None:
    made = rendered("---\nnocite: '@poe'\n---\nA [@fei].\n")
    assert "Poe, I." in made
    made = rendered("---\nnocite: '@*'\n---\nA.\n")
    assert all(name in made for name in ("Fei, B.", "Cai, L.", "Poe, I."))
    made = rendered("---\nsuppress-bibliography: true\n---\nA [@fei].\n")
    assert "Press" not in made


def test_an_unknown_key_of_the_head_is_named_with_its_line() -> None:
    made = refcore.render("---\ntitle: B\nnocite: |\n  @poe, @fey\n---\nA.\n", LIBRARY, path="p.md")
    assert [str(found) for found in made.diagnostics] == [
        "p.md:4: nocite: no reference has the key 'fey'; did you mean 'fei'?"
    ]


def test_an_unknown_key_stays_and_is_named_with_its_line() -> None:
    made = refcore.render("A.\n\nB [@fey].\n", LIBRARY, path="p.md")
    assert "B [@fey]." in made.text
    assert [str(found) for found in made.diagnostics] == [
        "p.md:3: no reference has the key 'fey'; did you mean 'fei'?"
    ]
    assert made.unknown == ("fey",)


def test_references_to_figures_are_left_to_other_programs() -> None:
    text = "See @fig-moss, [@eq:gauss] and [@tbl-a; @sec:b] with [@fei]."
    made = refcore.render(text, LIBRARY)
    assert made.text.startswith("See @fig-moss, [@eq:gauss] and [@tbl-a; @sec:b] with (Fei")
    assert not made.diagnostics
    assert made.unknown == ()


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("latex", "A\\footnote{Bo Fei, \\textit{First Study} (Press, 2020)"),
        ("typst", "A#footnote[Bo Fei, #emph[First Study]"),
        ("rst", "A [#cite-1]_"),
        ("text", "A[1]"),
        ("html", '<p>A<sup class="footnote-ref">'),
    ],
)
def test_a_note_in_each_output(to: str, expected: str) -> None:
    assert expected in rendered("A [@fei]\n", "chicago-notes-bibliography", to)


def test_a_page_converts_the_text_and_keeps_what_is_printed() -> None:
    made = rendered('# Head\n\n| a |\n|---|\n| [@cai] |\n\nA "quote" -- <b>x</b>.\n', "apa", "html")
    assert "<h1>Head</h1>" in made
    assert "<td>(Cai &amp; Roe, 2021)</td>" in made
    assert 'id="ref-cai"' in made


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("$x^2$", '<span class="math inline">x<sup>2</sup></span>'),
        ("$a_i < b$", '<span class="math inline">a<sub>i</sub> &lt; b</span>'),
        ("$$\\int_0^1 f$$", '<span class="math display">\\[\\int_0^1 f\\]</span>'),
        ("from $5 to $6", "from $5 to $6"),
        ("`$x$`", "<code>$x$</code>"),
        ("\\$x\\$", "$x$"),
    ],
)
def test_mathematics_in_a_page(written: str, expected: str) -> None:
    assert f"<p>A {expected} in " in rendered(f"A {written} in [@fei].\n", "apa", "html")


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("refs.bib").write_text(BIB, encoding="utf-8")
    Path("paper.md").write_text(
        "---\nbibliography: refs.bib\ncsl: ieee\n---\nA [@fei].\n", encoding="utf-8"
    )
    done = CliRunner().invoke(cli, ["render", "paper.md"])
    assert (done.exit_code, done.stderr) == (0, "")
    assert "A \\[1\\]." in done.stdout
    done = CliRunner().invoke(cli, ["render", "paper.md", "-o", "paper.html"])
    assert done.exit_code == 0
    assert "<p>A [1].</p>" in Path("paper.html").read_text(encoding="utf-8")
    done = CliRunner().invoke(cli, ["render", "-", "--bib", "refs.bib"], input="A [@fey].\n")
    assert done.exit_code == 1
    assert "did you mean 'fei'?" in done.stderr


def test_a_document_chooses_no_file_outside_its_folder(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "refs.bib").write_text(BIB, encoding="utf-8")
    for head in ("bibliography: ../refs.bib", f"bibliography: {tmp_path / 'refs.bib'}"):
        (inside / "paper.md").write_text(f"---\n{head}\n---\nA [@fei].\n", encoding="utf-8")
        done = CliRunner().invoke(cli, ["render", str(inside / "paper.md")])
        assert done.exit_code == 2
        assert "outside its folder" in done.stderr


def test_what_takes_too_long_is_left_as_it_is_and_said(monkeypatch) -> None:
    monkeypatch.setattr(import_module("refcore.documents.render"), "_MOST_CITES", 3)
    made = refcore.render("[@a; @a]\n\n@a\n\n[@a]\n\n@a", [refcore.Reference("a", "book", "One")])
    assert made.text.startswith("(*One*, n.d., n.d.)\n\n*One* (n.d.)\n\n[@a]\n\n@a\n")
    assert [str(one) for one in made.diagnostics] == [
        "line 5: at most 3 cites of a document are printed; split it here"
    ]


def test_reading_ends_after_many_keys_of_one_block_or_several() -> None:
    for text in ("[@a; @b] " * 50, "[@a; @b]\n\n" * 50, "@a " * 100):
        assert 10 < sum(len(one.cites) for one in citing(text, most=10)) < 13


def test_unknown_keys_are_compared_with_a_limited_number_of_known_ones() -> None:
    known = [f"known{number}" for number in range(20_000)]
    meant = Meant(known)
    assert meant.hint("know1") == "; did you mean 'known1'?"
    assert [meant.hint(f"know{number}") for number in (2, 3, 4)][-1] == ""  # all are used up
    assert meant.hint("know1") == "; did you mean 'known1'?"
    assert Meant(["x" * 1_000_000]).hint("x" * 999_999) == ""


def test_a_page_with_thousands_of_quotation_marks_keeps_them() -> None:
    quoted = rendered('He said "so".\n\n' + "'" * 2_001 + "\n", to="html")
    assert "He said “so”." in quoted
    assert "'" * 2_001 in quoted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n" * 25_001, "25,001 lines"),
        ("[" * 50_001, "brackets"),
        ("a~" * 100_001, "100,001 signs of Markdown; a page has at most 100,000"),
        ("<http://a.b> " * 15_001, "15,001 addresses"),
        ("<a@b.c> " * 15_001, "15,001 addresses"),
    ],
)
def test_a_page_of_too_many_pieces_is_refused(text: str, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        render(text, Library([]), format="html")
    assert render(text, Library([])).text


def test_references_in_the_head_have_markdown_in_their_texts() -> None:
    item = "{id: a, type: book, title: 'H~2~O and $x^2$', author: Moss Club}"
    made = render(
        f"---\nreferences:\n- {item}\n---\n\nSee @a.\n", Library([]), style="apa", format="html"
    ).text
    assert "Moss Club" in made
    assert "H<sub>2</sub>O and" in made

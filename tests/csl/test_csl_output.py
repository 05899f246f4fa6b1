"""What each output prints of a tree, and what is escaped in it."""

import pytest

import refcore
from refcore.csl.inlines import Tree, flattened
from refcore.csl.layout import Layout
from refcore.csl.outputs import output_named, output_names
from refcore.csl.processor.links import with_links
from refcore.csl.processor.tree import Span, plain


def italic(*children) -> Span:
    return Span("font-style", "italic", children)


TITLE: Tree = (
    "A & B_1 <x> ",
    italic("see https://a.org/b_c?d=1&e", Span("font-weight", "bold", (" f",))),
)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("text", "A & B_1 <x> see https://a.org/b_c?d=1&e f"),
        (
            "html",
            "A &amp; B_1 &lt;x&gt; <i>see "
            '<a href="https://a.org/b_c?d=1&amp;e">https://a.org/b_c?d=1&amp;e</a><b> f</b></i>',
        ),
        ("markdown", r"A \& B\_1 \<x\> *see <https://a.org/b_c?d=1&e> **f***"),
        (
            "latex",
            r"A \& B\_1 \textless{}x\textgreater{} "
            r"\textit{see \href{https://a.org/b_c?d=1\&e}{https://a.org/b\_c?d=1\&e}\textbf{ f}}",
        ),
    ],
)
def test_each_format_escapes_in_its_way(output: str, expected: str) -> None:
    assert output_named(output).inlines(with_links(TITLE)) == expected


BLOCKS: Tree = (
    "Stone",
    italic(Span("display", "block", ("Tides,",)), Span("display", "indent", ("+ P",))),
    "3. x",
)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("text", "Stone\nTides,\n    + P\n3. x"),
        (
            "html",
            '<div class="csl-block">Stone</div><div class="csl-block"><i>Tides,</i></div>'
            '<div class="csl-indent" style="margin-left:2em"><i>+ P</i></div>'
            '<div class="csl-block">3. x</div>',
        ),
        ("markdown", "Stone\\\n*Tides,*\\\n&emsp;*+ P*\\\n3\\. x"),
        (
            "latex",
            "Stone\\newline\n\\textit{Tides,}\\newline\n\\hspace*{2em}\\textit{+ P}\\newline\n3. x",
        ),
        ("rst", "Stone\n*Tides,*\n    *+ P*\n3. x"),
        ("typst", "Stone \\\n#emph[Tides,]; \\\n#h(2em)#emph[\\+ P]; \\\n3\\. x"),
    ],
)
def test_blocks_stand_on_lines_of_their_own(output: str, expected: str) -> None:
    assert output_named(output).inlines(BLOCKS) == expected


def test_a_block_in_restructured_text_is_a_line_block() -> None:
    entries = [("a", output_named("rst").inlines(BLOCKS)), ("b", "One")]
    assert output_named("rst").entries(entries, Layout()) == (
        "| Stone\n| *Tides,*\n|     *+ P*\n| 3. x\n\nOne"
    )


def test_entries_make_a_whole() -> None:
    entries = [("a b", "One"), ('c"<', "2. Two")]
    assert output_named("text").entries(entries, Layout()) == "One\n2. Two"
    assert output_named("markdown").entries(entries, Layout()) == "One\n\n2\\. Two"
    assert 'id="ref-c&quot;&lt;">2. Two</div>' in output_named("html").entries(entries, Layout())
    assert 'id="ref-a_b"' in output_named("html").entries(entries, Layout())
    latex = output_named("latex").entries(entries, Layout(numbered=True))
    assert latex.startswith("\\begin{thebibliography}{9}\n\\bibitem{a-b} One\n\\bibitem{c--} 2.")
    assert "@biblabel" in output_named("latex").entries(entries, Layout())


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("(see https://a.org/b).", "https://a.org/b"),
        ("https://a.org/b_(c)", "https://a.org/b_(c)"),
        ("“https://a.org”", "https://a.org"),
    ],
)
def test_addresses_end_where_people_end_them(text: str, address: str) -> None:
    links = [inline for inline in with_links((text,)) if not isinstance(inline, str)]
    assert [plain((link,)) for link in links] == [address]


def test_no_other_scheme_is_a_link() -> None:
    text = "javascript:alert(1) ftp://a"
    assert with_links((text,)) == (text,)


def test_what_is_upright_within_italics_ends_them() -> None:
    upright = Span("font-style", "normal", ("c",))
    tree = (italic("a ", Span("font-weight", "bold", ("b ", upright))),)
    assert flattened(tree) == (
        italic("a ", Span("font-weight", "bold", ("b ",))),
        Span("font-weight", "bold", ("c",)),
    )
    assert output_named("html").inlines(tree) == "<i>a <b>b </b></i><b>c</b>"
    assert output_named("suite").inlines(tree) == (
        '<i>a <b>b <span style="font-style:normal;">c</span></b></i>'
    )


def test_raised_text_rises_again() -> None:
    raised = Span("vertical-align", "sup", ("2", Span("vertical-align", "sup", ("n",))))
    assert output_named("html").inlines(("x", raised)) == "x<sup>2<sup>n</sup></sup>"
    assert output_named("latex").inlines((raised,)) == r"\textsuperscript{2\textsuperscript{n}}"


def test_every_output_has_the_name_of_its_module_and_prints_text() -> None:
    for name in output_names():
        output = output_named(name)
        assert output.name == name
        assert output.inlines(("Fei",)) == "Fei"
        assert "Fei" in output.entries([("a", "Fei")], Layout())


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (
            "rst",
            r"A & B\_1 <x> *see* "
            r"`https://a.org/b\_c?d=1&e <https://a.org/b\_c?d=1&e>`__ **f**",
        ),
        (
            "typst",
            r"A & B\_1 \<x\> #emph[see "
            r'#link("https://a.org/b_c?d=1&e")[https:\//a.org/b\_c?d=1&e];#strong[ f];];',
        ),
    ],
)
def test_rst_and_typst_escape_in_their_ways(output: str, expected: str) -> None:
    assert output_named(output).inlines(with_links(TITLE)) == expected


@pytest.mark.parametrize(
    ("entry", "rst", "typst"),
    [
        ("1. A", r"\1. A", r"1\. A"),
        ("A. N. Okafor", r"\A. N. Okafor", "A. N. Okafor"),
        ("- x", r"\- x", r"\- x"),
        ("= x", "= x", r"\= x"),
        (".. note:: x", r"\.. note:: x", r".. note:: x"),
        ("so::", r"so:\:", "so::"),
    ],
)
def test_an_entry_is_a_paragraph_and_nothing_else(entry: str, rst: str, typst: str) -> None:
    assert output_named("rst").entries([("k", entry)], Layout()) == rst
    assert output_named("typst").entries([("k", entry)], Layout()) == typst


def test_typst_shorthands_stay_as_written() -> None:
    text = ("a--b ... http: //c -1 \"q\" 'r' x~y\u00a0z",)
    assert output_named("typst").inlines(text) == (r"a\-\-b \... http: \//c \-1 \"q\" \'r\' x\~y~z")


def test_rst_marks_part_from_text_that_touches_them() -> None:
    inlines = ("H", Span("vertical-align", "sub", ("2",)), italic(" O "))
    assert output_named("rst").inlines(inlines) == "H\\ :sub:`2` *O* "


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("∑", r"$\sum$"),
        ("a ≤ b", r"a $\leq$ b"),
        ("5\u202f% of 3\u2009m", r"5\,\% of 3\,m"),
        ("zero\u200bwidth", "zerowidth"),
        ("Nguyễn", r"Nguy{\~{\^e}}n"),
        ("Åström, Łódź", "Åström, Łódź"),
        ("日本", "日本"),
        ("được ɔ", "đ\u01b0\u1ee3c ɔ"),
        ("e\u0301", r"{\'e}"),
    ],
)
def test_latex_holds_what_pdflatex_has_letters_for(text: str, latex: str) -> None:
    assert output_named("latex").inlines((text,)) == latex


@pytest.mark.parametrize("name", ["markdown", "typst"])
def test_an_entry_that_begins_with_a_space_is_not_a_list(name: str) -> None:
    printed = output_named(name).entries([("a", " 2022. Title.")], Layout())
    assert printed == "2022\\. Title."


@pytest.mark.parametrize("label", ["(1)", "1.", "1)", "o.", "(a)", "iv.", "B)"])
def test_a_label_of_markdown_begins_no_list(label: str) -> None:
    printed = output_named("markdown").entries([("a", f"{label} Title.")], Layout())
    assert printed == f"{label[:-1]}\\{label[-1]} Title."


def test_typst_reads_a_slash_in_a_run_as_text() -> None:
    run = Span("font-style", "italic", (" / ",))
    assert output_named("typst").inlines(("A", run, "B")) == "A#emph[ \\/ ];B"


def test_two_colons_of_rst_announce_nothing() -> None:
    assert output_named("rst").inlines(("so :: it ends ::",)) == "so \\:: it ends \\::"


@pytest.mark.parametrize(
    ("author", "expected"),
    [("عباس, علي", True), ("כהן, דן", True), ("Fir, Ida", False), ("Мох, Ия", False)],
)
@pytest.mark.parametrize("style", ["apa", "ieee"])
def test_an_entry_in_a_script_from_right_to_left_says_so(author, expected, style):
    entry = f"@book{{k, author={{{author}}}, title={{كتاب}}, publisher={{دار}}, year=2011}}"
    shown = str(refcore.bibliography(refcore.loads(entry, "bibtex"), style, "html"))
    assert (' dir="rtl"' in shown) is expected

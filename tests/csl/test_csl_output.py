import pytest

from refcore.csl.inlines import Inline, Run, Styled, Text, plain_text, with_links
from refcore.csl.marks import Protector, runs_to_marks, to_inlines
from refcore.csl.output import output_named
from refcore.csl.pages import shortened_pages
from refcore.csl.processor.display import INDENTED, LINE

TITLE: tuple[Inline, ...] = (
    Text("A & B_1 <x> "),
    Styled(Run.ITALIC, (Text("see https://a.org/b_c?d=1&e"), Styled(Run.BOLD, (Text(" f"),)))),
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
            r"\textit{see https://a.org/b\_c?d=1\&e\textbf{ f}}",
        ),
    ],
)
def test_each_format_escapes_in_its_way(output: str, expected: str) -> None:
    assert output_named(output).inlines(TITLE) == expected


BLOCKS: tuple[Inline, ...] = (
    Text(f"Stone{LINE}"),
    Styled(Run.ITALIC, (Text(f"Tides,{INDENTED}+ P"),)),
    Text(f"{LINE}3. x"),
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
    assert output_named("rst").entries(entries, False) == (
        "| Stone\n| *Tides,*\n|     *+ P*\n| 3. x\n\nOne"
    )


def test_entries_make_a_whole() -> None:
    entries = [("a b", "One"), ('c"<', "2. Two")]
    assert output_named("text").entries(entries, False) == "One\n2. Two"
    assert output_named("markdown").entries(entries, False) == "One\n\n2\\. Two"
    assert 'id="ref-c&quot;&lt;">2. Two</div>' in output_named("html").entries(entries, False)
    assert 'id="ref-a_b"' in output_named("html").entries(entries, False)
    latex = output_named("latex").entries(entries, True)
    assert latex.startswith("\\begin{thebibliography}{9}\n\\bibitem{a-b} One\n\\bibitem{c--} 2.")
    assert "@biblabel" in output_named("latex").entries(entries, False)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("(see https://a.org/b).", "https://a.org/b"),
        ("https://a.org/b_(c)", "https://a.org/b_(c)"),
        ("“https://a.org”", "https://a.org"),
    ],
)
def test_addresses_end_where_people_end_them(text: str, address: str) -> None:
    links = [inline for inline in with_links((Text(text),)) if not isinstance(inline, Text)]
    assert [plain_text((link,)) for link in links] == [address]


def test_no_other_scheme_is_a_link() -> None:
    assert with_links((Text("javascript:alert(1) ftp://a"),)) == (
        Text("javascript:alert(1) ftp://a"),
    )


def test_nested_italics_flip() -> None:
    found = to_inlines(runs_to_marks("<i>a <b>b <i>c</i></b></i>", str))
    assert output_named("html").inlines(found) == "<i>a <b>b </b></i><b>c</b>"


def test_nocase_hides_from_case() -> None:
    protector = Protector()
    hidden = runs_to_marks('the <span class="nocase">iPhone ß</span> DNA', protector.hide)
    assert protector.show(hidden.upper()) == "THE iPhone ß DNA"
    assert protector.show(protector.hide_words("on arXiv and MiniMax Now").lower()) == (
        "on arXiv and MiniMax now"
    )


@pytest.mark.parametrize(
    ("pages", "form", "expected"),
    [
        ("1-40", "minimal-two", "1-40"),
        ("42-45", "minimal", "42-5"),
        ("n11-n15", "expanded", "n11-n15"),
        ("2787–816", "expanded", "2787-2816"),
        ("1, 3--5", None, "1, 3-5"),
        ("321-328", "chicago-16", "321-28"),
        ("600-613", "chicago-16", "600-613"),
        ("1002-1006", "chicago-16", "1002-6"),
        ("e123", "minimal", "e123"),
        ("123-45", None, "123-45"),
    ],
)
def test_page_ranges(pages: str, form: str | None, expected: str) -> None:
    assert shortened_pages(pages, form) == expected


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
    assert output_named(output).inlines(TITLE) == expected


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
    assert output_named("rst").entries([("k", entry)], False) == rst
    assert output_named("typst").entries([("k", entry)], False) == typst


def test_typst_shorthands_stay_as_written() -> None:
    text = (Text("a--b ... http: //c -1 \"q\" 'r' x~y\u00a0z"),)
    assert output_named("typst").inlines(text) == (r"a\-\-b \... http: \//c \-1 \"q\" \'r\' x\~y~z")


def test_rst_marks_part_from_text_that_touches_them() -> None:
    inlines = (Text("H"), Styled(Run.SUBSCRIPT, (Text("2"),)), Styled(Run.ITALIC, (Text(" O "),)))
    assert output_named("rst").inlines(inlines) == "H\\ :sub:`2` *O* "

r"""LaTeX that a program took for text and escaped once more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore import Person, dumps, loads
from refcore.latex.twice import escaped_once


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (r"Diffusion {\{}MRI{\}} of moss", "Diffusion MRI of moss"),
        (r"{\{}{\{}Deep Moss{\}}{\}}", '<span class="nocase">Deep Moss</span>'),
        (r"{\textbackslash}'{\{}E{\}}tude", "Étude"),
        (r"Garc{\textbackslash}'{\{}{\textbackslash}i{\}}a", "García"),
        (r"{\$}{\textbackslash}alpha{\$}-decay", "α-decay"),
        (r"{\textdollar}H{\_}2O{\textdollar}", '<span class="nocase">H<sub>2</sub>O</span>'),
        (r"{\textbackslash}emph{\{}E. coli{\}}", "<i>E. coli</i>"),
        (r"M{\textbackslash}textendash{\{}{\}}B", "M–B"),
    ],
)
def test_the_second_escape_is_undone(text, title):
    library = loads(f"@book{{k, title = {{{text}}}}}", "bibtex")
    assert library["k"].title == title
    assert ["escaped twice" in found.message for found in library.diagnostics] == [True]


@pytest.mark.parametrize(
    "text",
    [
        r"The set \{A\}",
        r"The set \{a, b\}",
        r"\ensuremath{\{\ldots\}}",
        r"From \$5 to \$9",
        r"Cost: {\$}10, {\$}20",
        r"C:\textbackslash Users",
        r"The command \texttt{\textbackslash moss}",
        r"2{\textasciicircum}n \& x",
        r"\textbackslash{}'etude",
        r"\textbackslash\"a",
    ],
)
def test_signs_that_are_meant_stay(text):
    assert escaped_once(text) is None
    assert loads(f"@book{{k, title = {{{text}}}}}", "bibtex").diagnostics == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (r"Tolls in Oslo,$\backslash$nNorway", "Tolls in Oslo, Norway"),
        (r"Moss$\backslash$r$\backslash$nand Fern", "Moss and Fern"),
        (r"A$\backslash$$\{0\}$", "A∖{0}"),
    ],
)
def test_line_breaks_that_were_escaped_are_spaces(text, title):
    assert loads(f"@book{{k, title = {{{text}}}}}", "bibtex")["k"].title == title


def test_names_are_read_with_one_escape():
    library = loads(r"@book{k, title = {T}, author = {Moss, El\textbackslash.zbieta}}", "bibtex")
    assert library["k"].authors.names == (Person("Elżbieta", "Moss"),)


@given(st.text(alphabet="\\{}$'\"a^_B x", max_size=12))
def test_what_is_written_is_read_again(title: str) -> None:
    library = loads("@book{k, title = {T}}", "bibtex")
    library.replace(library["k"].evolve(title=title))
    written = dumps(library, "bibtex")
    assert not any("twice" in found.message for found in loads(written, "bibtex").diagnostics)

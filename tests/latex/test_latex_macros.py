"""Macros that the preamble of a .bib file defines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore import loads
from refcore.latex.macros import Expander, defined

PREAMBLE = r"""
\newcommand{\noopsort}[1]{} \newcommand{\printfirst}[2]{#1}
\newcommand{\singleletter}[1]{#1} \newcommand{\switchargs}[2]{#2#1}
\providecommand*\pkg[1]{\texttt{#1}} \providecommand{\pkg}[1]{another}
\ifx\undefined\acro \def\acro#1{{\sc #1}} \fi \let\short=\acro
\DeclareRobustCommand{\opt}[2][one]{(#1, #2)}
\def\Dash{\nobreak\thinspace---\penalty0 \thinspace} \def\alpine{\beta}
\newcommand{\counted}{\ifnum\count1=0 a\else b\fi} \newcommand{\outer}{\def\inner{x}}
"""


def read(text):
    library = loads(f'@preamble{{"{PREAMBLE}"}}\n@book{{k, title = {{{text}}}}}', "bibtex")
    return library["k"].title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (r"{\noopsort{1973b}}1973", "1973"),
        (r"\printfirst{Moss}{x} and \singleletter{K}", "Moss and K"),
        (r"\switchargs{--90}{1968}", "1968–90"),
        (r"\pkg{moss}: A Package", "moss: A Package"),
        (r"The \acro{moss} Law", 'The <span style="font-variant:small-caps;">moss</span> Law'),
        (r"The \short{moss} Law", 'The <span style="font-variant:small-caps;">moss</span> Law'),
        (r"\opt{two} and \opt[a]{b}", "(one, two) and (a, b)"),
        (r"Moss\Dash Fern", "Moss\u2009—\u2009Fern"),
        (r"\singleletter{\singleletter{\printfirst{\singleletter M}{}}}oss", "Moss"),
        (r"\printfirst K{}oss", "Koss"),
        (r"\alpine moss", "βmoss"),
        # What is no text stays as it is written.
        (r"\counted moss", r"\counted moss"),
        (r"\inner moss", r"\inner moss"),
        (r"moss \printfirst", r"moss \printfirst"),
        (r"\printfirsts{a}", r"\printfirsts{a}"),
        (r"\emph{moss}", "<i>moss</i>"),
    ],
)
def test_a_macro_stands_for_its_text(text, title):
    assert read(text) == title


def test_names_have_macros_in_full():
    library = loads(
        r"@book{k, author = {\first{Ada}{Berg} and {\first{Bo}{Fei}}, Al}, title = {T}}"
        r'@preamble{"\newcommand{\first}[2]{#1 #2}"}',
        "bibtex",
    )
    assert str(library["k"].authors) == "Ada Berg, Al Bo Fei"


def test_macros_in_macros_end():
    macros = defined([r"\def\xa{\xb\xb}\def\xb{\xa}\def\xc#1{#1#1}"])
    assert Expander(macros, lambda size: True).expand(r"moss \xa") == r"moss \xa"
    room = iter([True] * 100 + [False] * 1000)
    text = r"\xc{" * 30 + "a" + "}" * 30
    assert Expander(macros, lambda size: next(room)).expand(text) == text


PIECES = st.lists(
    st.sampled_from(["\\", "{", "}", "[", "]", "#1", "#", "a", " ", r"\x", r"\y", r"\def", "2"])
)


@given(PIECES.map("".join), PIECES.map("".join))
def test_no_text_stops_the_reading(preamble: str, text: str) -> None:
    macros = defined([r"\def\x#1{a#1}\newcommand\y[1][b]{\x}", preamble])
    room = iter([True] * 50 + [False] * 1000)
    Expander(macros, lambda size: next(room)).expand(text)

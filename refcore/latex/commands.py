"""What LaTeX commands of several letters do to the text around them, in tables.

Source: *LaTeX2e for authors* (usrguide) and the LaTeX kernel for fonts and boxes; the
BibLaTeX manual, section 4.6.4, for the ``mkbib…`` commands; hyperref for addresses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from refcore.latex.accents import ACCENTS
from refcore.latex.markup import SMALL_CAPS
from refcore.latex.symbols import SYMBOLS

__all__ = [
    "ADDRESS",
    "BARE",
    "CASE",
    "INNER_QUOTES",
    "LINK",
    "MARKUP",
    "MATHEMATICAL",
    "QUOTES",
    "SILENT",
    "SWITCHES",
    "TABBING",
    "UNWRAPPED",
    "is_known",
]

MARKUP: Final[dict[str, tuple[str, str]]] = {
    "emph": ("<i>", "</i>"),
    "textit": ("<i>", "</i>"),
    "textsl": ("<i>", "</i>"),
    "mkbibemph": ("<i>", "</i>"),
    "mkbibitalic": ("<i>", "</i>"),
    "textbf": ("<b>", "</b>"),
    "mkbibbold": ("<b>", "</b>"),
    "textsuperscript": ("<sup>", "</sup>"),
    "mkbibsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "mkbibsubscript": ("<sub>", "</sub>"),
    "textsc": (SMALL_CAPS, "</span>"),
    "enquote": ("“", "”"),
    "mkbibquote": ("“", "”"),
}
QUOTES: Final = frozenset({"enquote", "mkbibquote"})
INNER_QUOTES: Final = ("‘", "’")  # of quotes within quotes
TABBING: Final = "a"  # \a'e, \a`e and \a=e are accents where tabbing has taken theirs
# Declarations hold to the end of their group.
SWITCHES: Final[dict[str, tuple[str, str]]] = {
    "it": ("<i>", "</i>"),
    "em": ("<i>", "</i>"),
    "sl": ("<i>", "</i>"),
    "itshape": ("<i>", "</i>"),
    "slshape": ("<i>", "</i>"),
    "bf": ("<b>", "</b>"),
    "bfseries": ("<b>", "</b>"),
    "sc": (SMALL_CAPS, "</span>"),
    "scshape": (SMALL_CAPS, "</span>"),
}
# Commands whose argument stands without them.
UNWRAPPED: Final = frozenset(
    "text textrm textsf texttt textup textmd textnormal textlf mbox hbox fbox underline uline "
    "mkbibacro NoCaseChange IeC".split()
)
# Commands that print nothing: choices of font and size, and what keeps letters apart.
BARE: Final = frozenset(
    "protect relax rm tt sf rmfamily sffamily ttfamily mdseries upshape normalfont selectfont "
    "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge "
    "noindent bgroup egroup allowbreak nolinebreak break sloppy bibrangessep".split()
)
# Commands whose argument is not printed: what sorts an entry, and space.
SILENT: Final = {"noopsort": "", "SortNoop": "", "hspace": " ", "vspace": ""}
# Commands whose argument is printed letter by letter.
ADDRESS: Final = frozenset("url nolinkurl path".split())
LINK: Final = "href"  # prints its second argument
MATHEMATICAL: Final = "ensuremath"
CASE: Final[dict[str, Callable[[str], str]]] = {
    "uppercase": str.upper,
    "lowercase": str.lower,
    "MakeUppercase": str.upper,
    "MakeLowercase": str.lower,
}


def is_known(command: str) -> bool:
    """Tell whether `decode` gives a command of letters a meaning.

    >>> is_known("emph"), is_known("textcyrillic")
    (True, False)
    """
    return (
        command in SYMBOLS
        or command in ACCENTS
        or command in MARKUP
        or command in SWITCHES
        or command in UNWRAPPED
        or command in CASE
        or command in BARE
        or command in SILENT
        or command in ADDRESS
        or command in (LINK, MATHEMATICAL, TABBING)
    )

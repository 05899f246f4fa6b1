"""Tables of the LaTeX commands of several letters: what each does to the text around it.

Source: *LaTeX2e for authors* (usrguide) and the LaTeX kernel for fonts and boxes; the
BibLaTeX manual, section 4.6.4, for the ``mkbib…`` commands; hyperref for addresses; the manuals
of babel's languages (French 3.5, Spanish, Czech, Italian, Polish) for ordinals and marks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from refcore.latex.markup import SMALL_CAPS
from refcore.latex.mathsymbols import TEXTS

__all__ = [
    "ADDRESS",
    "ARGUMENTS",
    "BARE",
    "CASE",
    "CHEMICAL",
    "CONDITION",
    "INNER_QUOTES",
    "LANGUAGES",
    "MARKUP",
    "MATHEMATICAL",
    "NAMED",
    "NUMBERED",
    "OTHERWISE",
    "QUANTITIES",
    "QUOTES",
    "SILENT",
    "SWITCHES",
    "TABBING",
    "UNWRAPPED",
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
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
    "parentext": ("(", ")"),
    "brackettext": ("[", "]"),
    "up": ("<sup>", "</sup>"),
    "fup": ("<sup>", "</sup>"),
    "sptext": ("<sup>", "</sup>"),
    "ap": ("<sup>", "</sup>"),
    "bsc": (SMALL_CAPS, "</span>"),
    "uv": ("„", "“"),
}
# What commands of babel's languages print by themselves, with markup.
LANGUAGES: Final = {
    "ier": "<sup>er</sup>",
    "iere": "<sup>re</sup>",
    "iers": "<sup>ers</sup>",
    "ieres": "<sup>res</sup>",
    "ieme": "<sup>e</sup>",
    "iemes": "<sup>es</sup>",
    "no": "n<sup>o</sup>\u00a0",
    "nos": "n<sup>os</sup>\u00a0",
    "No": "N<sup>o</sup>\u00a0",
    "Nos": "N<sup>os</sup>\u00a0",
    "primo": "1<sup>o</sup>",
    "secundo": "2<sup>o</sup>",
    "tertio": "3<sup>o</sup>",
    "degre": "°",
    "degres": "°",
    "dywiz": "-",
    "cyrdash": "—",
}
NUMBERED: Final = frozenset({"char", "symbol"})  # a character by its number
QUOTES: Final = frozenset({"enquote", "mkbibquote"})
INNER_QUOTES: Final = ("‘", "’")  # for quotes within quotes
TABBING: Final = "a"  # inside tabbing, \a'e, \a`e and \a=e write the accents
# Declarations apply to the end of their group.
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
# Names of programs and acronyms, as journals of software and TeX's users mark them.
NAMED: Final = frozenset("pkg Rpackage Package proglang code acro acr hologo".split())
# Commands that are dropped while their argument is printed.
UNWRAPPED: Final = (
    TEXTS
    | NAMED
    | frozenset(
        "textmd textlf fbox underline uline "
        "mkbibacro NoCaseChange IeC mathrm mathit mathsf bibnamefont bibfnamefont textlatin "
        "textgreek textcyrillic textjapanese textls autocap bibtitle natexlab "
        "emphasize textmarked hl ul mathbf bname".split()
    )
)
# Commands that print nothing: choices of font and size, and separators of letters.
BARE: Final = frozenset(
    "protect relax rm tt sf rmfamily sffamily ttfamily mdseries upshape normalfont selectfont "
    "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge "
    "noindent bgroup egroup allowbreak nolinebreak break sloppy xspace unskip "
    "ignorespaces leavevmode hfill hfil null nobreak penalty fi isdot nopunct unspace "
    "midsentence bibsentence boldmath unboldmath displaystyle textstyle nocorr par "
    "medskip smallskip bigskip frenchspacing nonfrenchspacing raggedright "
    "centering newblock".split()
)
# Commands whose argument is not printed: sort text, notes, and space.
SILENT: Final = {
    "noopsort": "",
    "NOOPSORT": "",
    "Noopsort": "",
    "SortNoop": "",
    "sortnoop": "",
    "noop": "",
    "hspace": " ",
    "vspace": "",
    "footnote": "",
    "thanks": "",
    "label": "",
    "phantom": "",
    "hphantom": "",
    "vphantom": "",
    "index": "",
    "color": "",
    "fontsize": "",
    "selectlanguage": "",
}
# Commands with several arguments: how many, and which one is printed, counted from 0.
ARGUMENTS: Final[dict[str, tuple[int, int]]] = {
    "href": (2, 1),
    "texorpdfstring": (2, 0),
    "textcolor": (2, 1),
    "colorbox": (2, 1),
    "foreignlanguage": (2, 1),
    "bibinfo": (2, 1),
    "bibfield": (2, 1),
    "scalebox": (2, 1),
    "raisebox": (2, 1),
    "rotatebox": (2, 1),
    "makebox": (1, 0),
    "framebox": (1, 0),
    "parbox": (2, 1),
    "hyperref": (1, 0),
    "hyperlink": (2, 1),
    "ruby": (2, 0),
    "VAN": (3, 2),  # the particle, as journals of astronomy ask to write it
}
# Commands of chemists and physicists: formulas, and numbers with units.
CHEMICAL: Final = frozenset({"ce", "cee", "chem", "ch"})
QUANTITIES: Final = frozenset("SI si num qty unit ang SIrange numrange qtyrange".split())
CONDITION: Final = "ifmmode"  # the part after \else applies to text
OTHERWISE: Final = "else"
# Commands whose argument is printed letter by letter.
ADDRESS: Final = frozenset("url nolinkurl path".split())
MATHEMATICAL: Final = "ensuremath"
CASE: Final[dict[str, Callable[[str], str]]] = {
    "uppercase": str.upper,
    "lowercase": str.lower,
    "MakeUppercase": str.upper,
    "MakeLowercase": str.lower,
}

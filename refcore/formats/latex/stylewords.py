r"""Commands that the packages of BibTeX styles define for their .bbl files, in plain LaTeX.

A .bbl file uses them, but a package or a file beside it defines them. Sources: the manuals of
custom-bib (``babelbst.tex``), abstyles (``apreambl.tex``), achicago and the styles of economics.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from refcore.text.patterns import regex

__all__ = ["STYLE_WORDS", "StyleWord", "with_style_words"]


class StyleWord(NamedTuple):
    r"""A command of a style, and what is read in its place.

    >>> STYLE_WORDS[0]
    StyleWord(command='bbland', stands_for='and')
    """

    command: str
    stands_for: str


def _numbered(command: str, *words: str) -> tuple[StyleWord, ...]:
    """Return the rows of a command whose argument is the number of a word.

    >>> _numbered("abmonth", "", "January")[1]
    StyleWord(command='abmonth{1}', stands_for='January')
    """
    return tuple(StyleWord(f"{command}{{{number}}}", word) for number, word in enumerate(words))


STYLE_WORDS: Final = (
    # The words of custom-bib, which a file for each language defines.
    StyleWord("bbland", "and"),
    StyleWord("bbletal", "et al."),
    StyleWord("bbleditors", "editors"),
    StyleWord("bbleditor", "editor"),
    StyleWord("bbleds", "eds."),
    StyleWord("bbled", "ed."),
    StyleWord("bbledby", "edited by"),
    StyleWord("bbledition", "edition"),
    StyleWord("bbledn", "ed."),
    StyleWord("bbledno", "edition"),
    StyleWord("bblvolume", "volume"),
    StyleWord("bblvol", "vol."),
    StyleWord("bblvolo", "vol."),
    StyleWord("bblof", "of"),
    StyleWord("bblnumber", "number"),
    StyleWord("bblno", "no."),
    StyleWord("bblnoo", "no."),
    StyleWord("bblin", "in"),
    StyleWord("bblino", "in"),
    StyleWord("bblpages", "pages"),
    StyleWord("bblpage", "page"),
    StyleWord("bblpp", "pp."),
    StyleWord("bblp", "p."),
    StyleWord("bbleidpp", "pages"),
    StyleWord("bblchapter", "chapter"),
    StyleWord("bblchap", "chap."),
    StyleWord("bblchapo", "chap."),
    StyleWord("bbltechreport", "Technical Report"),
    StyleWord("bbltechrep", "Tech. Rep."),
    StyleWord("bblmthesis", "Master's thesis"),
    StyleWord("bblphdthesis", "PhD thesis"),
    StyleWord("bblfirst", "First"),
    StyleWord("bblfirsto", "1st"),
    StyleWord("bblsecond", "Second"),
    StyleWord("bblsecondo", "2nd"),
    StyleWord("bblthird", "Third"),
    StyleWord("bblthirdo", "3rd"),
    StyleWord("bblfourth", "Fourth"),
    StyleWord("bblfourtho", "4th"),
    StyleWord("bblfifth", "Fifth"),
    StyleWord("bblfiftho", "5th"),
    StyleWord("bblst", "st"),
    StyleWord("bblnd", "nd"),
    StyleWord("bblrd", "rd"),
    StyleWord("bblth", "th"),
    StyleWord("bbljan", "January"),
    StyleWord("bblfeb", "February"),
    StyleWord("bblmar", "March"),
    StyleWord("bblapr", "April"),
    StyleWord("bblmay", "May"),
    StyleWord("bbljun", "June"),
    StyleWord("bbljul", "July"),
    StyleWord("bblaug", "August"),
    StyleWord("bblsep", "September"),
    StyleWord("bbloct", "October"),
    StyleWord("bblnov", "November"),
    StyleWord("bbldec", "December"),
    # abstyles: "\\abtype{0}{B. Fei\\abphrase{0}A. Berg}. \\newblock \\abtype{2}{Cell}".
    *_numbered("abtype", "", "\\emph", "\\emph", "", "", ""),
    *_numbered(
        "abphrase",
        *(" and ", ",", " et al.", ", editors", ", editor", " of ", " in ", "In "),
        *("volume", "Volume", "number", "Number", " edition", "pages", "page", "chapter"),
        *("Technical Report", "Master's thesis", "PhD thesis"),
    ),
    *_numbered(
        "abmonth",
        *("", "January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    *_numbered(
        "abedition",
        *("", "First", "Second", "Third", "Fourth", "Fifth"),
        *("Sixth", "Seventh", "Eighth", "Ninth", "Tenth"),
    ),
    *_numbered("abchapter", "Section", "Paragraph", "Appendix", "Part"),
    # achicago
    StyleWord("Wrapquotes", "\\enquote"),
    StyleWord("textitswitch", "\\emph"),
    StyleWord("SCduplicate", ""),
    # usbib, and the styles of economics.
    StyleWord("BIBand", "and"),
    StyleWord("bibenquote", "\\enquote"),
)

_MEANT: Final = {row.command: row.stands_for for row in STYLE_WORDS}
_NAMES: Final = "|".join(sorted({row.command.partition("{")[0] for row in STYLE_WORDS}))
_COMMAND: Final = regex(rf"(?:\\protect\s?)?\\({_NAMES})(?![a-zA-Z])(?:\{{(\d{{0,2}})\}})?")


def with_style_words(latex: str) -> str:
    r"""Return LaTeX with the words that the commands of styles print.

    >>> with_style_words(r"\textsc{Fei, B.} \bbland{} \textsc{A.~Berg}, \bblvol~12")
    '\\textsc{Fei, B.} and \\textsc{A.~Berg}, vol.~12'
    >>> with_style_words(r"\abtype{0}{B.~Fei\abphrase{0}A.~Berg}, \Wrapquotes{On boats}")
    '{B.~Fei and A.~Berg}, \\enquote{On boats}'
    """
    return _COMMAND.sub(_meant, latex) if "\\" in latex else latex


def _meant(match: re.Match[str]) -> str:
    number = f"{{{match[2]}}}" if match[2] else ""
    return _MEANT.get(match[1] + number, "" if number else match[0])

r"""Letters and simple commands of TeX within text that is otherwise plain.

Names that are pasted out of a source have ``M\"uller`` and ``Erd{\H o}s``; the help pages of R
have ``\emph{Biometrika}`` and ``\doi{10.1000/1}``. Everything else of such a text is not TeX: a
percent sign, a dollar and braces mean themselves.
"""

from __future__ import annotations

import re
from typing import Final

from refcore.latex.decode import decode
from refcore.text.patterns import regex

__all__ = ["with_tex_letters", "without_commands"]

_LETTER: Final = regex(
    r"\\(?:[\"'`^~=.]\s?(?:\{\\?[^\W\d_]\}|\\?[^\W\d_])"
    r"|[bcdHkrtuv](?:\{\\?[^\W\d_]\}| [^\W\d_](?![^\W\d_]))"
    r"|(?:ss|o|O|l|L|aa|AA|ae|AE|oe|OE|dh|DH|th|TH|dj|DJ|ng|NG|i|j)"
    r"(?![^\W\d_])(?:\{\})?(?: (?=[a-z]))?)"
)
_BRACED: Final = regex(rf"\{{({_LETTER.pattern})\}}")
# Each with what it prints; emphasis as Markdown has it.
_PRINTS: Final = {
    **dict.fromkeys(("emph", "textit", "textsl", "it", "em", "sl"), r"*{}*"),
    **dict.fromkeys(("textbf", "bold", "strong", "textsc", "texttt", "code", "pkg", "text"), "{}"),
    **dict.fromkeys(("sQuote", "url", "email", "href", "mbox", "uppercase", "bibinfo"), "{}"),
    "dQuote": "“{}”",
    "doi": "doi:{}",
}
_NAMES: Final = "|".join(sorted(_PRINTS, key=len, reverse=True))
_COMMAND: Final = regex(
    rf"\\(?P<name>{_NAMES})\{{(?P<inner>[^{{}}]{{1,400}})\}}(?:\{{(?P<second>[^{{}}]{{1,400}})\}})?"
    rf"|\{{\\(?P<old>it|em|sl|bf|sc) (?P<inside>[^{{}}]{{1,400}}?)(?:\\/)?\}}"
)
_ESCAPED: Final = regex(r"\\([&%#_$])")


def with_tex_letters(text: str) -> str:
    r"""Return a text with the letters that TeX writes with a command.

    >>> with_tex_letters(r"M\"uller and Erd{\H o}s")
    'Müller and Erdős'
    """
    if "\\" not in text:
        return text
    return _LETTER.sub(_letter, _BRACED.sub(_letter, text))


def _letter(found: re.Match[str]) -> str:
    return decode(found[0], protect=False)


def without_commands(text: str) -> str:
    r"""Return a text without the commands of TeX and of R's help pages: what they print stays.

    >>> without_commands(r"Fei, B. \emph{Of Moss} \& Fern, \bold{3}. \doi{10.1000/1}")
    'Fei, B. *Of Moss* & Fern, 3. doi:10.1000/1'
    """
    if "\\" not in text:
        return text
    return _ESCAPED.sub(r"\1", _COMMAND.sub(_printed, with_tex_letters(text)))


def _printed(found: re.Match[str]) -> str:
    if found["old"]:
        return f"*{found['inside']}*" if found["old"] in _PRINTS else found["inside"]
    shown = _PRINTS[found["name"]].format(found["inner"])
    return f"{found['second']} {shown}" if found["second"] else shown

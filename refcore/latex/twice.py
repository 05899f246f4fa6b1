r"""LaTeX that a program took for plain text and escaped once more.

A title that is typed as `{MRI}` or `\'etude` into a program that exports plain text comes out
as `{\{}MRI{\}}` and `{\textbackslash}'etude`. The escape is undone only where the result is
LaTeX that reads without anything left over. `\textbackslash{}` and `\textbraceleft` are
never undone: `refcore.latex.encode` writes signs so that are meant as signs.
"""

from __future__ import annotations

import re
from typing import Final

from refcore.latex.decode import decode, is_known
from refcore.text.braces import balanced
from refcore.text.patterns import regex

__all__ = ["broken_lines", "escaped_once"]

_ESCAPED: Final = regex(
    r"\{\\(textbackslash|textdollar|textasciicircum|textasciitilde|[{}$&%#_])\s?(?:\{\})?\}"
    r"|\\(textbackslash|textdollar|textasciicircum|textasciitilde)(?![A-Za-z{])\s?"
    r"|\\([{}])"
)
# Without one of these, `\{` is a brace that is meant.
_SURE: Final = ("\\textbackslash", "\\textdollar", r"{\{}", r"{\$}", r"\{{")
_SIGNS: Final = {
    "textbackslash": "\\",
    "textdollar": "$",
    "textasciicircum": "^",
    "textasciitilde": "~",
}
# What shows LaTeX: a command, an accent, a formula; and in braces, capitals.
_COMMAND: Final = regex(r"\\([A-Za-z]{2,})")
_ACCENT: Final = regex(r"\\(?:['`^\"~=.]\s?\{?\\?[A-Za-z]|[cuvHkr]\{[A-Za-z]|[oOlLij]\b)")
_FORMULA: Final = regex(r"\$[^$]*[\\^_][^$]*\$")
_CAPITALS: Final = regex(r"\{[\w -]*[A-Z][\w -]*\}")
_LINE_BREAK: Final = regex(
    r"(?<=[^\s$])\s?\$\\backslash\$[nr](?:\$\\backslash\$[nr])?\s?(?=[^\W_])"
)
_LEFT_OVER: Final = regex(r"[\\{}$]|\w~\w")


def escaped_once(text: str) -> str | None:
    r"""Return a text with one escape less, or None where it is not escaped twice.

    >>> escaped_once(r"Diffusion {\{}MRI{\}}"), escaped_once(r"{\textbackslash}'etude")
    ('Diffusion {MRI}', "\\'etude")
    >>> escaped_once(r"The set \{a, b\}"), escaped_once(r"from \$5 to \$9")
    (None, None)
    """
    for sign in _SURE:  # a loop takes half the time of `any`, and most texts have none
        if sign in text:
            break
    else:
        return None
    undone = _ESCAPED.sub(_sign, text)
    if undone == text or "\\\\" in undone or not balanced(undone):
        return None
    if not (
        _is_latex(undone) or ((r"{\{}" in text or r"\{{" in text) and _CAPITALS.search(undone))
    ):
        return None
    return None if _LEFT_OVER.search(decode(undone, protect=False)) else undone


def broken_lines(text: str) -> str:
    r"""Return a text with spaces for the line breaks that Mendeley writes as escaped letters.

    >>> broken_lines(r"Tolls in Hampton,$\backslash$nVirginia"), broken_lines(r"$\backslash$n")
    ('Tolls in Hampton, Virginia', '$\\backslash$n')
    """
    return _LINE_BREAK.sub(" ", text) if "\\backslash$" in text else text


def _sign(match: re.Match[str]) -> str:
    name = match[1] or match[2] or match[3]
    return _SIGNS.get(name, name)


def _is_latex(text: str) -> bool:
    r"""Return whether a text shows that it is LaTeX.

    >>> _is_latex(r"\'etude"), _is_latex("a {b} c"), _is_latex(r"C:\moss")
    (True, False, False)
    """
    return bool(
        any(map(is_known, _COMMAND.findall(text))) or _ACCENT.search(text) or _FORMULA.search(text)
    )

r"""Commands that nothing defines, as a reader sees them.

`refcore.latex.decode` keeps a command that it does not know, so that a file stays as it was.
In print the last argument is what the command most likely sets: the title of `\book{Murphy}`,
the words of `\ahref{ADDRESS}{words}`. A command without an argument prints its name.
"""

from __future__ import annotations

from typing import Final

from refcore.latex.decode import decode
from refcore.latex.markup import NOCASE
from refcore.text.braces import group_end
from refcore.text.patterns import regex

__all__ = ["readable"]

_COMMAND: Final = regex(r"\\([A-Za-z]+)\*?")
_FORMULA: Final = regex(r"\$[^$]*\$")


def readable(text: str) -> str:
    r"""Return text in small markup, with the arguments of unknown commands in their place.

    Args:
        text: What `decode` returns.

    Returns:
        The text; an argument keeps its case. Mathematics stays.

    >>> readable(r"A Handlist to \ahref{https://a.example}{Moss} by \PS{}"), readable(r"$\foo$")
    ('A Handlist to <span class="nocase">Moss</span> by PS', '$\\foo$')
    """
    if "\\" not in text:
        return text
    found: list[str] = []
    place = 0
    for formula in [*_FORMULA.finditer(text), None]:
        end = formula.start() if formula else len(text)
        found.append(_readable(text[place:end]))
        if formula:
            found.append(formula[0])
            place = formula.end()
    return "".join(found)


def _readable(text: str) -> str:
    r"""Return a text without mathematics as `readable` does.

    >>> _readable(r"by \PS{} and \moss"), _readable(r"\book{}{}")
    ('by PS and moss', 'book')
    """
    found: list[str] = []
    place = 0
    while match := _COMMAND.search(text, place):
        found.append(text[place : match.start()])
        argument, place = _last_argument(text, match.end())
        found.append(f"{NOCASE}{argument}</span>" if argument else match[1])
    return "".join(found) + text[place:]


def _last_argument(text: str, place: int) -> tuple[str, int]:
    """Return the last group after a command, decoded, and where the command ends.

    >>> _last_argument("[1]{a}{b} c", 0), _last_argument("{} c", 0)
    (('b', 9), ('', 2))
    """
    argument = ""
    while text[place : place + 1] in ("{", "["):
        is_group = text[place] == "{"
        end = group_end(text, place) if is_group else text.find("]", place, place + _FAR) + 1
        if not end or (is_group and text[end - 1] != "}"):
            break
        if is_group:
            argument = decode(text[place + 1 : end - 1], protect=False)
        place = end
    return argument, place


_FAR: Final = 500

r"""The commands of a LaTeX source that cite, that name a bibliography, and that bring a file in.

Source: *LaTeX2e: An unofficial reference manual*, "Bibliographies"; the manuals of natbib
and biblatex for their citation commands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

__all__ = ["Command", "Role", "commands_of", "without_comments"]

Role: TypeAlias = Literal["cite", "bibliography", "input"]

# Names of commands, with an example each. All that end in "cite" or begin with it are cites.
_CITE: Final = re.compile(
    r"[a-zA-Z]*[cC]ite(?:s|p|t|alp|alt|author|year|yearpar|title|url|num)?\*?"
)
_NO_CITES: Final = frozenset({"DeclareCite", "nocite"})
_NAMED: Final[dict[str, Role]] = {
    "nocite": "cite",  # \nocite{*}
    "citation": "cite",  # \citation{a,b} in an .aux file
    "abx@aux@cite": "cite",  # \abx@aux@cite{0}{a} of biblatex
    "bibliography": "bibliography",  # \bibliography{a,b}
    "addbibresource": "bibliography",  # \addbibresource{a.bib}
    "addglobalbib": "bibliography",
    "addsectionbib": "bibliography",
    "bibdata": "bibliography",  # \bibdata{a,b} in an .aux file
    "input": "input",  # \input{chapter}
    "include": "input",
    "subfile": "input",
    "subfileinclude": "input",
    "@input": "input",  # \@input{chapter.aux} in an .aux file
}
_COMMAND: Final = re.compile(r"\\(@?[a-zA-Z@]+\*?)")
_OPTION: Final = re.compile(r"\s{0,20}[\[(][^\[\]()]{0,1000}[\])]")
_ARGUMENT: Final = re.compile(r"\s{0,20}\{([^{}]{0,20000})\}")
_BARE: Final = re.compile(r"[ \t]+([^\s{}\\%]{1,500})")
_COMMENT: Final = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*")
_VERBATIM: Final = re.compile(
    r"\\begin\{(verbatim\*?|lstlisting|comment|minted)\}.*?(?:\\end\{\1\}|\Z)", re.DOTALL
)
_END: Final = re.compile(r"\\end\{document\}")


class Command(NamedTuple):
    """What a command does, the names in its argument, and its line."""

    role: Role
    names: tuple[str, ...]
    line: int


def without_comments(text: str) -> str:
    r"""Return a source without comments, verbatim text and what follows the document.

    Lines keep their numbers.

    >>> without_comments("a % \\cite{x}\nb \\% c")
    'a \nb \\% c'
    """
    text = _COMMENT.sub(r"\1", text)
    text = _VERBATIM.sub(lambda match: "\n" * match[0].count("\n"), text)
    end = _END.search(text)
    return text[: end.start()] if end else text


def commands_of(text: str) -> Iterator[Command]:
    r"""Yield the commands of a source without comments, in order.

    >>> list(commands_of("\\citep[see][p. 3]{a,b} \\bibliography{refs}"))
    [Command(role='cite', names=('a', 'b'), line=1),
     Command(role='bibliography', names=('refs',), line=1)]
    """
    lines = [match.start() for match in re.finditer("\n", text)]
    for match in _COMMAND.finditer(text):
        name = match[1]
        role = _NAMED.get(name.removesuffix("*"))
        if role is None:
            if not _CITE.fullmatch(name) or name in _NO_CITES:
                continue
            role = "cite"
        names = _arguments(text, match.end(), name)
        if names:
            yield Command(role, names, bisect_left(lines, match.start()) + 1)


def _arguments(text: str, start: int, name: str) -> tuple[str, ...]:
    """Return the names in the arguments of a command; ``\\cites`` takes several."""
    found: list[str] = []
    position = start
    several = name.rstrip("*").endswith("cites")
    while True:
        while (option := _OPTION.match(text, position)) is not None:
            position = option.end()
        argument = _ARGUMENT.match(text, position)
        if argument is None:
            break
        found += [part.strip() for part in argument[1].split(",")]
        position = argument.end()
        if name == "abx@aux@cite":
            following = _ARGUMENT.match(text, position)
            found = [following[1].strip()] if following else found
            break
        if not several:
            break
    if not found and name == "input" and (bare := _BARE.match(text, start)):
        found = [bare[1]]
    return tuple(part for part in found if part and "#" not in part)

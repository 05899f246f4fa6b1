r"""The commands of a LaTeX source that cite, that name a bibliography, and that bring a file in.

Source: *LaTeX2e: An unofficial reference manual*, "Bibliographies"; the manuals of natbib,
biblatex, apacite, multibib, bibentry, import, subfiles and standalone for their commands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from refcore.text.patterns import regex

__all__ = ["Command", "Role", "commands_of", "families_of"]

Role: TypeAlias = Literal["cite", "perhaps", "bibliography", "input", "trial"]

# What can follow "cite" in the names of commands that cite.
_CITE: Final = regex(
    r"(?:[a-zA-Z]*[cC])ite(?:s|ts|ps|t|p|alt|alp|al|fullauthor|authors?|authorNP|authorA|years?"
    r"|yearpar|yearNP|title|url|num|date|name|field|list|ANP|NP|A|N|AP|n|talias|palias|meta|metaA"
    r"|metaNP|asnoun|affixed|online|authoronline|yearonline)?\*?"
)
# "Cite" in a name that is not a command of a known package: it cites if its words are keys.
_PERHAPS: Final = regex(r"[a-zA-Z]*[cC]it(?:e|ing)[a-zA-Z]*\*?")
# Commands with "cite" in the name that cite nothing.
_NO_CITES: Final = regex(
    r"(?:Declare|renew|provide|set|undef|@)[a-zA-Z]*[cC]ite[a-zA-Z]*\*?|newcites|defcitealias"
    r"|(?:bib|re|ex|in|oxy|hyper)cite"
    r"|cite(?:style|text|index|reset|punct|dash|form|left|right|mid|sep|namefont|numfont|alias"
    r"|yearleft|prepunct|titlefont|titlestyle)\w*"
)
_NAMED: Final[dict[str, Role]] = {
    "nocite": "cite",  # \nocite{*}
    "bibentry": "cite",  # \bibentry{a}
    "footcitetext": "cite",  # \footcitetext[3]{a}
    "footcitetexts": "cite",
    "citation": "cite",  # \citation{a,b} in an .aux file
    "abx@aux@cite": "cite",  # \abx@aux@cite{0}{a} of biblatex
    "bibliography": "bibliography",  # \bibliography{a,b}
    "addbibresource": "bibliography",  # \addbibresource[glob]{*.bib}
    "addglobalbib": "bibliography",
    "addsectionbib": "bibliography",
    "newrefsection": "bibliography",  # \newrefsection[a.bib]
    "bibdata": "bibliography",  # \bibdata{a,b} in an .aux file
    "putbib": "bibliography",  # \putbib[a,b] of bibunits
    "defaultbibliography": "bibliography",
    "input": "input",  # \input{chapter}
    "include": "input",
    "subfile": "input",
    "subfileinclude": "input",
    "includestandalone": "input",
    "import": "input",  # \import{folder/}{file}
    "subimport": "input",
    "inputfrom": "input",
    "subinputfrom": "input",
    "includefrom": "input",
    "subincludefrom": "input",
    "InputIfFileExists": "trial",  # \InputIfFileExists{file}{}{}
    "IfFileExists": "trial",
    "@input": "input",  # \@input{chapter.aux} in an .aux file
}
_IMPORTS: Final = frozenset(
    "import subimport inputfrom subinputfrom includefrom subincludefrom".split()
)
# \volcite[see]{2}[3]{a}: the first argument is a volume.
_VOLUME: Final = regex(r"(?:[pPfst]|ft|n|a)?[vV]olcite\*?")
_VOLUMES: Final = regex(r"(?:[pPfst]|ft|n|a)?[vV]olcites\*?")
# \textcquote[see][3]{a}{text} of csquotes; in some the language comes first.
_QUOTE: Final = regex(r"(?:(?P<language>foreign|hyphen|hybrid)?(?:text|block)|display)cquote\*?")
_QUOTED: Final = regex(
    r"\\begin\s{0,20}\{(?P<language>foreign|hyphen)?displaycquote\}(?(language)\s{0,20}\{[^{}]{1,50}\})"
)
_COMMAND: Final = regex(r"\\(@?[a-zA-Z@]+\*?)")
_SECTION: Final = regex(r"\\begin\s{0,20}\{refsection\}\s{0,20}\[([^\[\]]{1,1000})\]")
_OPTION: Final = regex(
    # A bracket in an option is in braces: \\cite[{[1]}]{a}.
    r"\s{0,20}(?:\[((?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,500}\}){0,1000})\]"
    r"|\([^()]{0,1000}\)|<[^<>]{0,1000}>)"
)
_ARGUMENT: Final = regex(r"\s{0,20}\{([^{}]{0,20000})\}")
_BARE: Final = regex(r"[ \t]+([^\s{}\\%]{1,500})")
_FAMILIES: Final = regex(r"\\newcites\s{0,20}\{([a-zA-Z, ]{1,500})\}")
_KEY: Final = regex(r"[^\s\\{}\"#~%=]+")


class Command(NamedTuple):
    r"""What a command does, the names in its argument, its line, and its options.

    `folder` is the folder that ``\import`` names.
    """

    role: Role
    names: tuple[str, ...]
    line: int
    options: str = ""
    folder: str = ""


def families_of(text: str) -> tuple[str, ...]:
    r"""Return the families of commands that multibib makes.

    >>> families_of("\\newcites{web,own}{Web Pages,Own Work}")
    ('web', 'own')
    """
    return tuple(name.strip() for found in _FAMILIES.finditer(text) for name in found[1].split(","))


def commands_of(
    text: str, families: Collection[str] = (), own: Mapping[str, int] = MappingProxyType({})
) -> Iterator[Command]:
    r"""Yield the commands of a source without comments, in order.

    `families` are those of multibib: ``\citeweb`` cites too. `own` are the document's macros
    that cite, with the number of the argument that has the keys.

    >>> list(commands_of("\\citep[see][p. 3]{a,b} \\bibliography{refs}"))
    [Command(role='cite', names=('a', 'b'), line=1, options='see p. 3', folder=''),
     Command(role='bibliography', names=('refs',), line=1, options='', folder='')]
    """
    lines = [match.start() for match in re.finditer("\n", text)]
    for match in _SECTION.finditer(text):
        names = tuple(part.strip() for part in match[1].split(",") if part.strip())
        yield Command("bibliography", names, bisect_left(lines, match.start()) + 1)
    for match in _QUOTED.finditer(text):
        names, options = _arguments(text, match.end(), "displaycquote")
        if names:
            yield Command("cite", names, bisect_left(lines, match.start()) + 1, options)
    for match in _COMMAND.finditer(text):
        name, role = match[1], _role(match[1], families)
        if role is None and name not in own:
            continue
        role = role or "cite"
        names, options = _arguments(text, match.end(), name, own.get(name, 1))
        if role in ("cite", "perhaps"):
            names = tuple(one for one in names if _KEY.fullmatch(one))
        if not names:
            continue
        line = bisect_left(lines, match.start()) + 1
        folder = ""
        if name in _IMPORTS:
            if len(names) < 2:
                continue
            folder, names = names[0], names[1:2]
        yield Command(role, names, line, options, folder)


def _role(name: str, families: Collection[str]) -> Role | None:
    bare = name.removesuffix("*")
    family = next((one for one in families if bare.endswith(one)), None)
    if family and (role := _role(bare.removesuffix(family), ())):
        return role
    if role := _NAMED.get(bare):
        return role
    if _QUOTE.fullmatch(name):
        return "cite"
    if _NO_CITES.fullmatch(name):
        return None
    if _CITE.fullmatch(name):
        return "cite"
    return "perhaps" if _PERHAPS.fullmatch(name) else None


def _arguments(text: str, start: int, name: str, number: int = 1) -> tuple[tuple[str, ...], str]:
    r"""Return the names in the arguments of a command, and its options.

    ``\cites`` takes several arguments, ``\import`` and ``\volcite`` take two. Of a macro of the
    document's own, the argument of a number has the names.

    >>> _arguments("[see]{moss2020}", 0, "cite")
    (('moss2020',), 'see')
    """
    groups: list[str] = []
    options: list[str] = []
    position = start
    most = max(_most_arguments(name), number)
    while len(groups) < most:
        while (option := _OPTION.match(text, position)) is not None:
            options.append(option[1] or "")
            position = option.end()
        argument = _ARGUMENT.match(text, position)
        if argument is None:
            break
        groups.append(argument[1])
        position = argument.end()
    if name in ("newrefsection", "putbib"):
        option = _OPTION.match(text, start)
        groups = [option[1] or ""] if option else []
    elif not groups and name == "input" and (bare := _BARE.match(text, start)):
        groups = [bare[1]]
    if number > 1:
        groups = groups[number - 1 :]
    elif _VOLUMES.fullmatch(name):
        groups = groups[1::2]
    elif _most_arguments(name) == 2 and name not in _IMPORTS and len(groups) > 1:
        groups = groups[1:]
    found = (part.strip().strip('"') for group in groups for part in group.split(","))
    if name in _IMPORTS:
        found = (group.strip() or "." for group in groups)
    return tuple(part for part in found if part and "#" not in part), " ".join(options).strip()


def _most_arguments(name: str) -> int:
    if name.rstrip("*").endswith(("cites", "citetexts")):
        return 1_000
    if name in ("newrefsection", "putbib"):
        return 0
    if name in _IMPORTS or name == "abx@aux@cite" or _VOLUME.fullmatch(name):
        return 2
    quote = _QUOTE.fullmatch(name)
    return 2 if quote and quote["language"] else 1

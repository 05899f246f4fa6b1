r"""The names on a title page in LaTeX: ``\author`` blocks of the common classes.

Sources: the guides of article, authblk, IEEEtran, llncs, acmart, elsarticle, revtex, the classes of
ICML, JMLR and Springer Nature. Two tables say which commands hold a name and which hold something
else. What is left is a list with one or several names on each line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from refcore.names.noise import GAP
from refcore.text.braces import closing_brace
from refcore.text.patterns import regex

__all__ = ["names_of_titlepage"]

# Commands whose first argument is a name, or a list of names.
_AUTHOR: Final = regex(
    r"\\(?:author|icmlauthor|Author|addauthor|coauthor|[aA]uthors|authorinfo)\*?(?![A-Za-z])"
)
# "\\name{Bo Fei} \\address{MIT}" of spconf and Interspeech.
_NAME: Final = regex(r"\\name(?=\s?\{)")
_HOLDS: Final = frozenset(
    "IEEEauthorblockN MakeUppercase Large bf emph large mbox textbf textit textrm textsc "
    "uppercase".split()
)
_PARTS: Final = frozenset(
    "family firstname fnm fnms given gname lastname pfx prefix sfx sname snm spfx sur "
    "surname".split()
)
# Commands that say something else, with all their arguments.
_DROPPED: Final = frozenset(
    "IEEEauthorblockA IEEEcompsocitemizethanks IEEEmembership ad address affil affiliation "
    "affiliations affaddr affils alignauthor altaffiliation altaffilmark altaffiltext authornote "
    "authornotemark authororcid authorrunning city collab@ corauth corref correspondingauthor "
    "cortext country date degrees department ead email emailAdd equalcont fax fnref fntext "
    "footnote footnotetext homepage hspace icmlaffiliation icmlcorrespondingauthor icmlsetsymbol "
    "institute institution label mail note orcid orcidID orcidicon orcidlink org phone postcode "
    "presentaddress state street streetaddress telephone texttt thanks thanksref tnoteref title "
    "titlerunning url vspace website".split()
)
# Marks after a name; a gap keeps their place.
_MARKS: Final = frozenset(
    "IEEEauthorrefmark aff ast authormark authorrefmark dag dagger ddag ddagger fnmark fnmsep "
    "footnotemark inst samethanks star textasteriskcentered textdagger textsubscript "
    "textsuperscript thanksnum".split()
)
_BETWEEN: Final = frozenset("and And AND quad qquad newline name tab hfill par".split())
# "\addr University \\": words after such a command, up to the end of its line.
_REST_OF_LINE: Final = frozenset({"addr"})
_COMMENT: Final = regex(r"(?<!\\)%[^\n]*")
_TABULAR: Final = regex(
    r"\\begin\{(?:tabular|tabularx|array|minipage)\*?\}(?:\[[^\]]{0,20}\])?\{[^{}]{0,60}\}"
    r"|\\(?:begin|end)\{[a-z]{1,20}\*?\}"
)
_COMMAND: Final = regex(r"\\(?:([A-Za-z]+)\*?|(.))")
_MATHEMATICS: Final = regex(r"[\\$^]")
_LINE_END: Final = regex(r"\\\\|\\(?:and|And|AND|name)(?![A-Za-z])|\n[ \t]*\n|\}|\Z")
_SPACES: Final = regex(r"[ \t\n]+")
_THIN: Final = ",;!: "  # "\\," and the like are spaces
_MOST: Final = 100_000  # characters of a title page
_DEEPEST: Final = 20
_LONG: Final = 4  # letters; shorter commands write letters and accents


def names_of_titlepage(text: str) -> str:
    r"""Return the names that LaTeX's author commands hold, a line each, or nothing.

    >>> names_of_titlepage(r"\author{Bo Fei\thanks{MIT} \and Al Go\\ University of Oslo}")
    'Bo Fei\nAl Go\nUniversity of Oslo'
    >>> names_of_titlepage(r"\author[1]{\fnm{Bo} \sur{Fei}}\affil[1]{\orgname{MIT}}")
    'Bo Fei'
    """
    if "\\" not in text or len(text) > _MOST:
        return ""
    text = _TABULAR.sub(" ", _COMMENT.sub("", text))
    blocks = list(_blocks(text, _AUTHOR)) or list(_blocks(text, _NAME))
    if not blocks:
        if "\\IEEEauthorblockN" not in text and "\\firstname" not in text and "\\fnm" not in text:
            return ""
        blocks = [text]
    lines = [
        _SPACES.sub(" ", line).strip(" ")
        for block in blocks
        for line in _plain(block.replace("\n", " ").replace("~", " "), 0).split("\n")
    ]
    if not _MATHEMATICS.search("".join(lines)):
        lines = [line.replace("{", "").replace("}", "") for line in lines]
    return "\n".join(line for line in lines if line.strip(" ,;{}" + GAP))


def _blocks(text: str, command: re.Pattern[str]) -> Iterator[str]:
    """Yield what the author commands hold."""
    end = 0
    for found in command.finditer(text):
        if found.start() < end:
            continue
        start = _after_options(text, found.end())
        if text[start : start + 1] == "{":
            end = _closing(text, start)
            block = text[start + 1 : end - 1]
            if found[0].startswith("\\Author") and text[end : end + 1] == "{":
                start, end = end, _closing(text, end)  # \Author{Bo}{Fei}
                block = f"{block} {text[start + 1 : end - 1]}"
            yield block


def _plain(text: str, depth: int) -> str:
    r"""Return the text of a block with a line break between its names.

    >>> _plain(r"\fnm{Bo} \sur{Fei}", 0)
    ' Bo   Fei '
    """
    parts: list[str] = []
    position = 0
    for found in _COMMAND.finditer(text):
        if found.start() < position:
            continue
        parts.append(text[position : found.start()])
        position = found.end()
        word = found[1]
        if word is None:
            parts.append("\n" if found[2] == "\\" else " " if found[2] in _THIN else found[0])
        elif word in _BETWEEN:
            parts.append("\n")
        elif word in _REST_OF_LINE:
            ends = _LINE_END.search(text, position)
            position = ends.start() if ends else len(text)
        elif word in _DROPPED or word in _MARKS:
            position = _after_arguments(text, position)
            parts.append(GAP if word in _MARKS else "")
        elif (word in _HOLDS or word in _PARTS) and depth < _DEEPEST:
            start = _after_options(text, position)
            if text[start : start + 1] == "{":
                position = _closing(text, start)
                parts.append(f" {_plain(text[start + 1 : position - 1], depth + 1)} ")
        elif len(word) < _LONG or word.startswith("text"):
            parts.append(found[0])  # a letter, such as "\\ss"
    parts.append(text[position:])
    return "".join(parts)


def _after_arguments(text: str, position: int) -> int:
    r"""Return where the arguments of a command end, of both kinds.

    >>> _after_arguments(r"\thanks{MIT} and", 7)
    12
    """
    while True:
        start = _after_options(text, position)
        if text[start : start + 1] != "{":
            return start if start > position else position
        position = _closing(text, start)


def _after_options(text: str, position: int) -> int:
    r"""Return where the arguments in brackets after a command end.

    >>> _after_options(r"\author[1]{Bo Fei}", 7)
    10
    """
    while True:
        start = position
        while text[start : start + 1].isspace():
            start += 1
        end = text.find("]", start, start + 300) if text[start : start + 1] == "[" else -1
        if end < 0:
            return start if text[start : start + 1] == "{" else position
        position = end + 1


def _closing(text: str, start: int) -> int:
    """Return the place after the brace that closes the one at `start`.

    >>> _closing("{Bo} Fei", 0)
    4
    """
    end = closing_brace(text, start)
    return end + 1 if end >= 0 else len(text) + 1

"""The keys under which titles meet, and how a key begins, as a title shows before it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from refcore.compare.titles import title_words
from refcore.compare.titles.spellings import spelling
from refcore.text.numberwords import ROMAN, SPELLED
from refcore.text.patterns import regex

__all__ = ["joined", "key_starts", "main_title", "main_titles", "title_key"]

_SUBTITLE: Final = regex(r":\s|\s[–—-]\s")

# Short words for parts of works, before a number.
_PARTS: Final = {"vol": "volume", "pt": "part", "bd": "band", "ch": "chapter", "no": "number"}
_COUNTED: Final = frozenset("part volume band book chapter number teil tome tomo parte".split())
# Words for which a key may have others.
_READ_AS_OTHERS: Final = frozenset({*ROMAN, *SPELLED, *_PARTS})


def title_key(words: Sequence[str]) -> str:
    """Return the key of a whole title, of which these are the words.

    >>> title_key(["moss", "vol", "ii"]), title_key(["ueber", "moose"])
    ('mossvolume2', 'ubermoose')
    """
    return joined(_counted(words))


def joined(words: Sequence[str]) -> str:
    """Return the letters of words, with one for both spellings of an umlaut, "u" and "ue".

    Words have one of their spellings, as "modeling" for "modelling".

    >>> joined(["ueber", "moose"]), joined(["uber", "moose"])
    ('ubermoose', 'ubermoose')
    >>> joined(["modelling", "colour"]), joined(["ball", "lines"])
    ('modelingcolor', 'balllines')
    """
    text = "".join(map(spelling, words))
    return text.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _counted(words: Sequence[str]) -> Sequence[str]:
    """Return the words of a title with the numbers of parts in digits: "Part II", "vol. two".

    >>> _counted(["moss", "vol", "ii"]), _counted(["moss", "i"]), _counted(["i", "robot"])
    (['moss', 'volume', '2'], ['moss', '1'], ['i', 'robot'])
    """
    last = len(words) - 1
    if _READ_AS_OTHERS.isdisjoint(words):
        return words
    found: list[str] = []
    for place, word in enumerate(words):
        after_part = bool(found) and found[-1] in _COUNTED
        number = ROMAN.get(word) if after_part or place == last > 0 else None
        number = SPELLED.get(word) if number is None and after_part else number
        found.append(str(number) if number else _PARTS.get(word, word))
    return found


def main_title(title: str) -> str:
    """Return a title without its subtitle.

    >>> main_title("Moss: a study")
    'Moss'
    """
    return _SUBTITLE.split(title, maxsplit=1)[0]


def main_titles(title: str) -> list[str]:
    """Return what a title can be without its subtitle, wherever it is cut.

    Marks of case between a sign and a space move the first cut, so each may be the one.

    >>> main_titles("Moss: a study - in green"), main_titles("Moss")
    (['Moss', 'Moss: a study'], [])
    """
    return [title[: cut.start()] for cut in _SUBTITLE.finditer(title)]


# Without which no title has a subtitle, as braces and ties may stand between.
_SPACED: Final = regex(r"[:-][{}]*[ ~]")
_FAR: Final = 100  # characters at the start of a title that tell most titles apart
_TELLING: Final = 12  # letters of a key that do
# What neither markup nor LaTeX changes at the start of a title. A hyphen before a number may be an
# isotope's, which has its number first in a key, and "w/" is a word.
_AS_SAID: Final = regex(
    r"(?:[A-Za-z0-9À-ÖØ-öø-ž {},.:;()?\"~“”]|'(?!')|(?<=[ (])`|(?<=[A-VX-Za-vx-z0-9])/"
    r"|-(?![0-9])|(?<=[0-9])-)*+"
)
# The commonest LaTeX: accents, emphasis, quotes, escaped signs, and names of TeX.
_LATEX: Final = regex(
    r"\\(?:['`\"^~=.](?=\{?(?:[A-Za-z]|\\i(?![A-Za-z])))|c(?=\{[A-Za-z]\})|/"
    r"|(?:tt|it|em|bf|sl|sc|rm|sf)(?![A-Za-z])\s*(?![-:\s])"
    r"|((?:La|Bib)?TeX(?![A-Za-z])|i(?![A-Za-z]))\s*(?![-:\s])(?:\{\})?"
    r"|([#_]|%(?![0-9A-Fa-f]{2})|(?:emph|text(?:it|bf|sc|rm|sf|tt))(?=\{))|(.))"
)


def key_starts(title: str, *, of_main: bool = False) -> list[tuple[str, bool]]:
    r"""Return with what the keys of a title begin, without reading its LaTeX or markup.

    Each text comes with whether it is a whole key. `of_main` asks for that of the main part, too.
    Nothing is returned for a title that shows too few letters at its start.

    >>> key_starts(r"The {Moss} and {\'E}tude of \ce{H2O}"), key_starts("Moss of $x$")
    ([('themossandetude', False)], [])
    >>> key_starts("The moss: a study of {Cumbria} and $x$", of_main=True)
    [('themossastudyofcumbria', False), ('themoss', True)]
    """
    start = title[:_FAR]
    if "\\" in start:
        start = _LATEX.sub(_said, start)
    if "``" in start or "''" in start:
        start = start.replace("``", '"').replace("''", '"')
    if "--" in start:
        start = start.replace("---", "-").replace("--", "-")
    match = _AS_SAID.match(start)
    shown = match[0] if match else ""
    # The last word may go on behind what is not read.
    words = title_words(shown)[:-1]
    if not _READ_AS_OTHERS.isdisjoint(words):
        words = list(takewhile(lambda word: word not in _READ_AS_OTHERS, words))
    letters = joined(words)
    if len(letters) < _TELLING:
        return []
    starts = [(letters, False)]
    if of_main and _SPACED.search(shown):
        flat = shown.replace("{", "").replace("}", "").replace("~", " ")
        starts += ((joined(title_words(main)), True) for main in main_titles(flat))
    return starts


def _said(match: re.Match[str]) -> str:
    r"""Return what LaTeX at the start of a title says to a key; other commands end what is read.

    >>> _LATEX.sub(_said, r"{\LaTeX} for \emph{na{\"\i}ve} \ce{x}")
    '{LaTeX} for  {na{i}ve} \\ce{x}'
    """
    name, sign, unread = match.groups()
    return name or (" " if sign else f"\\{unread}" if unread else "")

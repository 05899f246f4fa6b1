"""The words of a title, and the changes of case that templates ask for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from refcore.latex import to_plain
from refcore.text.patterns import regex

__all__ = [
    "FUNCTION_WORDS",
    "SKIP_WORDS",
    "capitalize",
    "first_capital",
    "initials",
    "sentence_case",
    "skip_words",
    "title_case",
    "words_of",
]

# Source: JabRef's documentation, "Title-related field markers".
FUNCTION_WORDS: Final = frozenset(
    "a an the above about across against along among around at before behind below beneath beside "
    "between beyond by down during except for from in inside into like near of off on onto since "
    "to toward through under until up upon with within without and but nor or so yet".split()
)
# Source: Better BibTeX, the default of its setting "skipWords".
SKIP_WORDS: Final = FUNCTION_WORDS | frozenset(
    "ab aboard after al amid anti as besides d da das de del dell dello dei degli della delle dem "
    "den der des despite die do du ein eine einem einen einer eines el en et gli i il is l la las "
    "le les lo los over past per plus round save some sur than towards un una unas underneath une "
    "unlike uno unos versus via von while yet zu zum".split()
)

_COMMAND: Final = regex(r"\\[A-Za-z]+\s*|\\.")
_JOINED: Final = regex(r"(?<=\w)[’'](?=\w)|[{}\"“”„‘’'`]|(?<=\w)\.(?=\w|$)")
_EDGES: Final = ".,:;!?"
_DASHES: Final = str.maketrans({"\u2010": "-", "\u2011": "-"})


def words_of(text: str, *, dashes: bool) -> list[str]:
    """Return the words of a text in small markup, without punctuation.

    With `dashes` a hyphen within a word stays, else it is dropped.

    >>> words_of("{MiniMax-M1}: The U.S. & <i>O'Hara</i>", dashes=True)
    ['MiniMax-M1', 'The', 'US', 'OHara']
    """
    plain = to_plain(text)
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain).translate(_DASHES)
    if "\\" in plain:
        plain = _COMMAND.sub("", plain)
    plain = _JOINED.sub("", plain)
    if not dashes:
        plain = re.sub(r"(?<=\w)-(?=\w)", "", plain)
    spaced = "".join(char if _is_of_word(char) else " " for char in plain)
    return [word for word in (part.strip("-") for part in spaced.split()) if word]


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "-" or unicodedata.category(char)[0] == "M"


def skip_words(words: Iterable[str], skipped: frozenset[str]) -> list[str]:
    """Return the words that are not in a list of words to skip.

    >>> skip_words(["On", "the", "Origin"], FUNCTION_WORDS)
    ['Origin']
    """
    return [word for word in words if word.lower().strip(_EDGES) not in skipped]


def first_capital(word: str) -> str:
    """Return a word with its first letter as a capital, the rest as it was.

    >>> first_capital("fish"), first_capital("Fish")
    ('Fish', 'Fish')
    """
    return word[:1].upper() + word[1:]


def capitalize(text: str, *, lower: bool = True) -> str:
    """Write each word with a capital and, with `lower`, the rest in lower case.

    >>> capitalize("an aweSome title"), capitalize("an aweSome title", lower=False)
    ('An Awesome Title', 'An AweSome Title')
    """
    return " ".join(first_capital(word.lower() if lower else word) for word in text.split())


def title_case(text: str) -> str:
    """Capitalize all words but function words; the first word always.

    >>> title_case("example title with An function Word")
    'Example Title with an Function Word'
    """
    words = [word.lower() for word in text.split()]
    return " ".join(
        word if place and word in FUNCTION_WORDS else first_capital(word)
        for place, word in enumerate(words)
    )


def sentence_case(text: str) -> str:
    """Capitalize the first word only.

    >>> sentence_case("an Example Title")
    'An example title'
    """
    return first_capital(text.lower())


def initials(text: str) -> str:
    """Return the first character of each word.

    >>> initials("Journal of Fish Biology")
    'JoFB'
    """
    return "".join(word[0] for word in text.split())

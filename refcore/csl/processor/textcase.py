"""Text-case over a tree of inlines, which keeps the formatting in place.

Source: CSL 1.0.2, "Text-case". Text in a ``nocase`` span keeps its case, and
by the test suite so do superscripts, subscripts and small caps.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from refcore.csl.processor.tree import Inline
from refcore.text.patterns import regex

__all__ = ["cased", "is_english"]

_WORD = regex(r"[^\W_](?:[\w@+]|['’](?=\w)|[\u0300-\u036f])*")
# Words that are small in a title except at its ends: articles, conjunctions, prepositions.
_SMALL = frozenset(
    "a about above across afore after against along alongside amid amidst among amongst an and "
    "anenst apropos apud around as aside astride at athwart atop barring before behind below "
    "beneath beside besides between beyond but by c ca circa d de despite down during et except "
    "for forenenst from given in inside into lest like modulo near next nor notwithstanding of "
    "off on onto or out over per plus pro qua sans since so than the through throughout "
    "thruout till to toward towards under underneath until unto up upon v van versus via von vs "
    "with within without yet".split()
)
_PROTECTING = frozenset(("nocase", "nodecor", "math", "vertical-align", "font-variant"))
_ELIDED = regex("['’]")
# A word after one of these keeps its case, as it may belong to a name or a quotation.
_HOLDING = ("«", "@")
_APOSTROPHE = "'"
_STARTS_ANEW = regex(r"[:?!][^\w]*\Z")
# Longer texts are not cached.
_KEPT = 1000
# An address keeps its case: its path may name something else in capitals.
_ADDRESS = regex(
    r"\b(?:[a-z][a-z0-9+.-]{0,30}://|www\.)[^\s<>]+|(?<=\.)(?:com|edu|gov|io|net|org)\b",
    re.IGNORECASE,
)
_TURKIC = {"i": "İ", "ı": "I"}
_TURKIC_SMALL = {"İ": "i", "I": "ı"}


def is_english(lang: str) -> bool:
    """Return whether a language is English, the only one with title case; no language counts as it.

    >>> [is_english(lang) for lang in ("en-GB", "", "de")]
    [True, True, False]
    """
    return not lang or lang.strip().lower()[:2] == "en"


def cased(inlines: Sequence[Inline], case: str, lang: str = "en") -> list[Inline]:
    """Return inlines in a text-case of CSL; `lang` is the language of the text.

    >>> cased(["the ", "end of MiniMax-M1: a tale"], "title")
    ['The ', 'End of MiniMax-M1: A Tale']
    >>> cased(["state of the up-to-date art"], "title")
    ['State of the Up-to-Date Art']
    >>> [cased(["the Big iPhone"], case)[0] for case in ("sentence", "uppercase", "lowercase")]
    ['The big iPhone', 'THE BIG IPHONE', 'the big iphone']
    >>> cased(["über alles"], "title", "de"), cased(["ille"], "capitalize-first", "tr")
    (['über alles'], ['İlle'])
    >>> cased(["See www.example.org/a now"], "uppercase")
    ['SEE www.example.org/a NOW']
    """
    if case == "title" and not is_english(lang):
        return list(inlines)
    turkic = lang[:2].lower() in ("tr", "az")
    only = inlines[0] if len(inlines) == 1 else None
    if isinstance(only, str) and not turkic and not _ADDRESS.search(only):
        if case == "uppercase":
            return [only.upper()]
        if case == "lowercase":
            return [only.lower()]
    length = sum(len(inline) if isinstance(inline, str) else 100 for inline in inlines)
    change = _cased if length < _KEPT else _cased.__wrapped__
    return list(change(tuple(inlines), case, turkic))


@functools.lru_cache(maxsize=8192)
def _cased(inlines: tuple[Inline, ...], case: str, turkic: bool) -> tuple[Inline, ...]:
    change = _CHANGES.get(case)
    if change is None:
        return inlines
    laid = _Laid.of(inlines, turkic)
    change(laid)
    return laid.tree(inlines)


@attrs.define
class _Laid:
    """A tree's characters in one sequence; those that are not `free` keep their case."""

    chars: list[str]
    free: list[bool]
    turkic: bool
    text: str = ""

    @classmethod
    def of(cls, inlines: Sequence[Inline], turkic: bool) -> _Laid:
        laid = cls([], [], turkic)
        laid._add(inlines, free=True)
        laid.text = "".join(laid.chars)
        for address in _ADDRESS.finditer(laid.text):
            laid.free[address.start() : address.end()] = [False] * len(address[0])
        return laid

    def _add(self, inlines: Sequence[Inline], *, free: bool) -> None:
        for inline in inlines:
            if isinstance(inline, str):
                self.chars.extend(inline)
                self.free.extend([free] * len(inline))
                continue
            edge = inline.kind == "quotes"
            if edge:
                self._edge()
            self._add(inline.children, free=free and inline.kind not in _PROTECTING)
            if edge:
                self._edge()

    def _edge(self) -> None:
        self.chars.append('"')
        self.free.append(False)

    def words(self) -> Iterator[re.Match[str]]:
        """Return the words in order."""
        return _WORD.finditer(self.text)

    def upper(self, at: int) -> None:
        """Set one character in capitals."""
        char = self.chars[at]
        if self.free[at]:
            self.chars[at] = _TURKIC.get(char, char.upper()) if self.turkic else char.upper()

    def lower(self, start: int, end: int) -> None:
        """Set a word in lower case, as a whole because a final sigma differs."""
        word = "".join(self.chars[start:end])
        small = word.lower()
        for at in range(start, end):
            if not self.free[at]:
                continue
            char = self.chars[at]
            if self.turkic and char in _TURKIC_SMALL:
                self.chars[at] = _TURKIC_SMALL[char]
            else:
                self.chars[at] = small[at - start] if len(small) == len(word) else char.lower()

    def capital(self, match: re.Match[str], held: bool = True) -> None:
        """Set a word's first letter in capitals if the word has none."""
        word = _ELIDED.split(match[0], maxsplit=1)[0]
        before = self.text[match.start() - 1 : match.start()]
        if before in _HOLDING or (held and before == _APOSTROPHE):
            return
        if word[0].isalpha() and not _has_capital(word) and not _is_symbol(word):
            self.upper(match.start())

    def tree(self, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
        """Return the tree of these inlines with the characters as they are now."""
        return _Rebuilt(self.chars).tree(inlines)


@attrs.define
class _Rebuilt:
    chars: list[str]
    at: int = 0

    def tree(self, inlines: Sequence[Inline]) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for inline in inlines:
            if isinstance(inline, str):
                end = self.at + len(inline)
                found.append("".join(self.chars[self.at : end]))
                self.at = end
                continue
            edge = inline.kind == "quotes"
            self.at += edge
            found.append(inline._replace(children=self.tree(inline.children)))
            self.at += edge
        return tuple(found)


def _has_capital(word: str) -> bool:
    return word.lower() != word


def _is_symbol(word: str) -> bool:
    """Return whether a word is a symbol: a single Greek letter.

    >>> _is_symbol("α"), _is_symbol("a")
    (True, False)
    """
    return len(word) == 1 and "\u0370" <= word <= "\u03ff"


def _lowercase(laid: _Laid) -> None:
    laid.lower(0, len(laid.chars))


def _uppercase(laid: _Laid) -> None:
    for at in range(len(laid.chars)):
        laid.upper(at)


def _capitalize_first(laid: _Laid) -> None:
    for word in laid.words():
        laid.capital(word)
        return


def _capitalize_all(laid: _Laid) -> None:
    for word in laid.words():
        laid.capital(word)


def _sentence(laid: _Laid) -> None:
    shouted = laid.text.isupper()
    for place, word in enumerate(laid.words()):
        first = place == 0
        lone = len(word[0]) == 1 and word[0] != "A"
        if shouted or not (lone or _has_capital(word[0][1:])):
            laid.lower(word.start() + first, word.end())
        if first:
            laid.capital(word)


def _title(laid: _Laid) -> None:
    words = list(laid.words())
    for place, word in enumerate(words):
        text = word[0]
        before = laid.text[max(0, word.start() - 6) : word.start()]
        starts = place == 0 or _STARTS_ANEW.search(before) is not None
        stands_out = starts or _opens_compound(laid.text, word)
        is_last = place == len(words) - 1
        if stands_out or (not _stays(text) and (is_last or text not in _SMALL)):
            laid.capital(word, held=not (is_last or (starts and place)))


def _opens_compound(text: str, word: re.Match[str]) -> bool:
    """Return whether a word opens a compound such as ``out-of-pocket``, where it is capitalised."""
    return text[word.end() : word.end() + 1] == "-" and text[word.start() - 1] != "-"


# A unit: μm, µs.
_MICRO = regex("[μµ][A-Za-z]{1,4}$")


def _stays(word: str) -> bool:
    """Return whether a word stays small: a single letter, one after an elided article, a unit.

    >>> _stays("d'accord"), _stays("fen")
    (True, False)
    """
    return len(word) == 1 or word[1] in "'’" or _MICRO.match(word) is not None


_CHANGES = {
    "lowercase": _lowercase,
    "uppercase": _uppercase,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}

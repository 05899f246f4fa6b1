"""Titles of journals abbreviated word by word (ISO 4).

Source: ISO 4, *Rules for the abbreviation of title words and titles of publications*, with
the List of Title Word Abbreviations of the ISSN centre, which the package `bibiso4` holds.
"""

from __future__ import annotations

import functools
import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from refcore.errors import RefcoreError, UnknownOption
from refcore.text.ascii import to_ascii
from refcore.text.patterns import regex

__all__ = ["TitleWords", "title_words"]

_PACKAGE: Final = "bibiso4"
# Articles, conjunctions and prepositions, which ISO 4 leaves out (rules 4.5 and 4.6).
_LEFT_OUT: Final = frozenset(
    "a an and as at by for from in into of on or the to with "  # English
    "au aux dans des du et en l la le les par pour sur une "  # French
    "am auf aus bei das dem den der des die ein eine für im und van von vom zu zum zur "  # German
    "al con del el las los para por sobre una "  # Spanish
    "degli dei della delle dello di ed gli il nel nella per su "  # Italian
    "da das do dos em na no nas nos os um uma "  # Portuguese
    "de het een voor op te og i och "  # Dutch, Scandinavian
    "&".split()
)
_NAMES_OF_PARTS: Final = frozenset("part section series".split())
_WORD: Final = regex(r"[^\W_]+(?:[.'’][^\W_]+)*\.?")
_ELISION: Final = regex(r"^(?:[dlDL]|[dD]ell|[nN]ell|[dD]all|[qQ]u)['’](?=\w)")
_SHORT: Final = regex(r"[^\W\d_]{1,12}\.")
_SERIES: Final = regex(r"[A-Z]|[IVX]+|[0-9]+")


_LONGEST: Final = 4  # words of a phrase that has an abbreviation of its own


@attrs.frozen(eq=False)
class TitleWords:
    """Words and the abbreviations of each: whole words, first parts, last parts.

    An empty abbreviation means that a word is not abbreviated.

    >>> words = TitleWords({"journal": "j."}, {"scienc": "sci."}, {})
    >>> words.abbreviated("Journal of Peat Science"), words.abbreviated("Science")
    ('J. Peat Sci.', 'Science')
    """

    whole: Mapping[str, str]
    beginnings: Mapping[str, str]
    endings: Mapping[str, str]

    def abbreviated(self, title: str) -> str:
        """Return a title with its words abbreviated; one word alone stays whole (rule 4.4)."""
        if " " not in title or is_abbreviated(title):
            return title
        words = title.replace(",", "").split()
        kept: list[str] = []
        out: list[str] = []
        place = 0
        while place < len(words):
            phrase, size = self._phrase(words[place:])
            if phrase or not _is_left_out(words, place):
                word = _ELISION.sub("", words[place])
                kept.append(word)
                out.append(phrase or _WORD.sub(lambda found: self._word(found[0]), word))
            place += size
        return kept[0] if len(kept) == 1 else " ".join(out)

    def _phrase(self, words: Sequence[str]) -> tuple[str, int]:
        """Return the abbreviation of the next words of a title, and their count."""
        for size in range(min(_LONGEST, len(words)), 1, -1):
            for ending in ("", "s"):
                text = " ".join(word.lower().removesuffix(ending) for word in words[:size])
                if short := self.whole.get(text):
                    return _with_capital(short, words[0]), size
        return "", 1

    def _word(self, word: str) -> str:
        if word.endswith(".") or (len(word) > 1 and word[1:] != word[1:].lower()):
            return word  # abbreviated already, or an acronym
        low = word.lower()
        found = self._found(low) or self._found(to_ascii(low))
        return _with_capital(found, word) if found and len(found) <= len(word) else word

    def _found(self, word: str) -> str:
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in self.whole:
                return self.whole[form]
        for end in range(len(word), 2, -1):
            if word[:end] in self.beginnings:
                return self.beginnings[word[:end]]
        for start in range(3, len(word) - 3):
            if word[start:] in self.endings:
                ending = self.endings[word[start:]].lstrip("-")
                return word[:start] + ending if ending else ""
        return ""


def _with_capital(short: str, word: str) -> str:
    return short[:1].upper() + short[1:] if word[:1].isupper() else short


def is_abbreviated(title: str) -> bool:
    """Return whether a title has words that are abbreviated.

    >>> is_abbreviated("Phys. Rev. Lett."), is_abbreviated("Physical Review. Letters")
    (True, False)
    """
    words = title.split()
    return any(_SHORT.fullmatch(word.rstrip(",:")) for word in words[:1] + words[2:3])


def _is_left_out(words: Sequence[str], place: int) -> bool:
    """Return whether a word is left out, as articles are, and "Section" before its letter.

    >>> _is_left_out(["Journal", "of", "Physics", "Section", "A"], 3)
    True
    >>> _is_left_out(["Physics"], 0)
    False
    """
    bare = words[place].strip(";").lower()
    after = words[place + 1].strip(":") if place + 1 < len(words) else ""
    if bare in _LEFT_OUT:
        return bool(after) or not _SERIES.fullmatch(words[place])
    return bare in _NAMES_OF_PARTS and place > 0 and bool(_SERIES.fullmatch(after))


@functools.cache
def title_words() -> TitleWords:
    """Return the list of title words; raises `UnknownOption` where it is not installed."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise UnknownOption(
            "abbreviations by ISO 4 need the list of title words, which is not installed; "
            "run: pip install 'refcore[abbreviations]'"
        )
    folder = Path(spec.origin).parent
    try:
        tables = [_table(folder / f"{name}.json") for name in ("exact", "prefix", "suffix")]
    except (OSError, ValueError) as fault:
        raise RefcoreError(f"the list of title words in {folder} cannot be read: {fault}") from None
    return TitleWords(*tables)


def _table(path: Path) -> dict[str, str]:
    """Read a table of the list; its keys have no accents too, unless that is another word."""
    held = json.loads(path.read_text(encoding="utf-8"))
    table = {word.partition(" (")[0].lower(): short for word, short in held.items()}
    for word in [word for word in table if not word.isascii()]:
        table.setdefault(to_ascii(word), table[word])
    return table

"""One name taken apart: words, elements, where the family name may begin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from refcore.compare.customs import PARTICLES, SUFFIXES, TITLES
from refcore.compare.fold import readings
from refcore.compare.written import clean
from refcore.model.people import Person

__all__ = [
    "ParsedName",
    "Token",
    "from_person",
    "is_glued",
    "letters_of",
    "parse",
    "parse_clean",
    "tokens_of",
]

_MOST_WORDS: Final = 14
_GLUED: Final = re.compile(r"[^\W\d_]\.(?=[^\W\d_])")
_LAST_GLUED: Final = re.compile(r"\.(?=[^\W\d_]{2,}$)")
_ABBREVIATED: Final = re.compile(r"[^\W\d_]{1,4}\.")


class Token:
    """One element of a name: *Ming* and *Wei* of *Ming-Wei*."""

    __slots__ = ("abbreviated", "folds", "initial", "joined", "raw")

    def __init__(self, raw: str, joined: bool) -> None:
        self.raw = raw
        self.joined = joined
        dotted = raw[-1:] == "."
        bare = raw[:-1] if dotted else raw
        plain = bare.isascii() and bare.isalpha()
        self.folds = (bare.lower(),) if plain else readings(raw)
        self.initial = len(raw) == 1 or (dotted and len(raw.rstrip(".")) == 1)
        self.abbreviated = self.initial or (dotted and _ABBREVIATED.fullmatch(raw) is not None)

    @property
    def fold(self) -> str:
        """The shortest folding."""
        return self.folds[0]

    def __repr__(self) -> str:
        return f"{'-' if self.joined else ''}{self.raw}"


@lru_cache(maxsize=65536)
def tokens_of(word: str) -> tuple[Token, ...]:
    """Give the elements of one word, apart at hyphens and behind the dots of initials."""
    if word.isalpha() or (len(word) == 2 and word[1] == "." and word[0].isalpha()):
        return (Token(word, False),)
    found = []
    for index, part in enumerate(word.split("-")):
        if "." in part[:-1]:
            part = _GLUED.sub(lambda dot: dot[0] + " ", part)
        for place, piece in enumerate(part.split()):
            token = Token(piece, index > 0 and place == 0)
            if any(map(str.isalnum, piece)):
                found.append(token)
    return tuple(found) or (Token(word, False),)


class ParsedName:
    """A name without its encoding, given name first, and what is known of its parts.

    `words` are without the suffix; the family name begins at `family_start`,
    which is `known` where a comma or the model says so. `filed` tells that the
    name came with its particle behind the given name (``Nucci, Dario Di``).
    """

    __slots__ = ("_key", "_tokens", "family_start", "filed", "known", "suffix", "text", "words")

    def __init__(
        self, words: list[str], family_start: int, suffix: str, *, known: bool, filed: bool = False
    ) -> None:
        self.words = words
        self.family_start = family_start
        self.suffix = suffix
        self.known = known
        self.filed = filed
        self.text = " ".join([*words, suffix]) if suffix else " ".join(words)
        self._tokens: list[tuple[Token, ...]] | None = None
        self._key = ""

    @property
    def tokens(self) -> list[tuple[Token, ...]]:
        """The elements of each word."""
        if self._tokens is None:
            self._tokens = _tokens(self.words, self.family_start)
        return self._tokens

    @property
    def first_tokens(self) -> tuple[Token, ...]:
        """The elements of the first word alone, where that is a given name."""
        if self._tokens is not None:
            return self._tokens[0]
        return _given_tokens(self.words[0], self.words)

    @property
    def spelling_key(self) -> str:
        """One key for all spellings that differ in case, marks, dots and hyphens only."""
        if not self._key:
            parts = [token.folds[0] for word in self.tokens for token in word]
            cut = sum(map(len, self.tokens[: self.family_start]))
            given, family = "".join(parts[:cut]), "".join(parts[cut:])
            self._key = f"{given}|{family}|{_suffix(self.suffix) if self.suffix else ''}"
        return self._key

    @property
    def canonical_suffix(self) -> str:
        """The suffix in one spelling for each: jr, sr, ii, iii …"""
        return _suffix(self.suffix)

    @property
    def is_too_long(self) -> bool:
        """Whether this has more parts than any name; then only equality is asked."""
        if len(self.words) <= 4 and len(self.text) < 100:
            return False
        return len(self.words) > _MOST_WORDS or sum(map(len, self.tokens)) > _MOST_WORDS


def _tokens(words: list[str], family_start: int) -> list[tuple[Token, ...]]:
    given = [_given_tokens(word, words) for word in words[:family_start]]
    return [*given, *map(tokens_of, words[family_start:])]


def _given_tokens(word: str, words: list[str]) -> tuple[Token, ...]:
    if word.isupper() and is_glued(word) and not all(map(str.isupper, words)):
        return letters_of(word)
    return tokens_of(word)


def is_glued(word: str) -> bool:
    """Tell whether a word is initials without dots, such as *ME*."""
    return 2 <= len(word) <= 3 and word.isupper() and word.isalpha()


@lru_cache(maxsize=4096)
def letters_of(word: str) -> tuple[Token, ...]:
    """Give each letter of a word as an initial."""
    return tuple(Token(letter, False) for letter in word)


def _suffix(word: str) -> str:
    if len(word) == 2 and word[1] == ".":
        return ""
    return SUFFIXES.get(word.rstrip(".").lower(), "")


def parse(text: str) -> ParsedName:
    """Read one personal name as it is written.

    >>> parse("Meeks, III, William H.").text, parse("Nucci, Dario Di").filed
    ('William H. Meeks III', True)
    """
    return parse_clean(clean(text) if len(text) < 1000 else " ".join(text.split()))


@lru_cache(maxsize=65536)
def parse_clean(name: str) -> ParsedName:
    """Read one personal name that `clean` has given."""
    if "," not in name:
        return _given_first(name.split(), "")
    before, _, behind = name.partition(", ")
    words = behind.split()
    if words and "," not in behind and before.isalpha() and not any(map(_suffix, words)):
        return _family_known(_without_title(words), [before], "")
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) < 2:
        return _given_first("".join(parts).split(), "")
    if len(parts) == 2 and _suffix(parts[1]) and " " in parts[0]:
        return _given_first(parts[0].split(), parts[1])
    suffix = next((part for part in parts[1:] if _suffix(part)), "")
    if not suffix and (len(parts) > 3 or (len(parts) > 2 and " " in parts[1])):
        # A lost separator: the words stay as they stand, for two names to be found in them.
        return _given_first(" ".join(parts).split(), "")
    given = [word for part in parts[1:] if part is not suffix for word in part.split()]
    if given and not suffix and _suffix(given[-1]) and len(given) > 1:
        suffix = given.pop()
    if given and _suffix(given[0]) and not suffix and len(given) > 1:
        suffix = given.pop(0)
    family = parts[0].split()
    if not suffix and len(family) > 1 and _suffix(family[-1]) in ("jr", "sr", "ii", "iii", "iv"):
        suffix = family.pop()
    return _family_known(_without_title(given), family, suffix)


def _family_known(given: list[str], family: list[str], suffix: str) -> ParsedName:
    end = len(given)
    while end > 1 and _is_particle(given[end - 1]) and not given[end - 1].isupper():
        end -= 1
    filed = end < len(given)
    return ParsedName(given + family, end, suffix, known=True, filed=filed)


def _given_first(words: list[str], suffix: str) -> ParsedName:
    written = words = _without_title(words)
    if not all(map(str.isalpha, words)):
        if any("." in word[:-1] for word in words):
            words = [part for word in words for part in _LAST_GLUED.sub(". ", word).split()]
        words = [word for word in words if word.strip(".,'-")] or words
    if not suffix and len(words) > 2:
        # "Daumé III H" and "Daumé H 3rd" have the initials behind the family name.
        last = -2 if len(words[-1].rstrip(".")) == 1 and _suffix(words[-2]) else -1
        if _suffix(words[last]):
            suffix = words[last]
            words = [*words[:last], *words[len(words) + last + 1 :]]
            written = words
    start = len(words) - 1
    while start > 1 and _is_particle(words[start - 1]) and words[start - 1].islower():
        start -= 1
    parsed = ParsedName(words, max(start, 0), suffix, known=False)
    if len(written) != len(words):
        parsed.text = " ".join([*written, suffix]).rstrip()
    return parsed


def _is_particle(word: str) -> bool:
    # Not folded: Văn is a Vietnamese given name, van a Dutch particle.
    return word.lower().strip("'") in PARTICLES


def _without_title(words: list[str]) -> list[str]:
    while len(words) > 2 and words[0].lower() in TITLES:
        words = words[1:]
    return words


def from_person(person: Person) -> ParsedName:
    """Give a person of the model, whose parts are known."""
    given = clean(person.given).split()
    family = clean(person.full_family).split()
    return _family_known(given, family, clean(person.suffix))

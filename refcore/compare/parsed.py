"""One name in parts: its words, its elements, and where the family name may begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from refcore.compare.fold import readings
from refcore.compare.written import clean
from refcore.model.people import Person
from refcore.names.customs import suffix_of
from refcore.names.parts import Parts, filed_parts, split_name
from refcore.text.letters import has_vowel

__all__ = [
    "ParsedName",
    "Token",
    "from_person",
    "is_glued",
    "joined_fold",
    "letters_of",
    "parse",
    "parse_clean",
    "tokens_of",
    "with_suffix_as_family",
]

_MOST_WORDS: Final = 14
_GLUED: Final = re.compile(r"[^\W\d_]\.(?=[^\W\d_])")
_ABBREVIATED: Final = re.compile(r"[^\W\d_]{1,4}\.")


class Token:
    """One element of a name: *Ming* and *Wei* of *Ming-Wei*."""

    __slots__ = ("abbreviated", "folds", "initial", "joined", "raw")

    def __init__(self, raw: str, *, joined: bool = False) -> None:
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


def joined_fold(words: Iterable[tuple[Token, ...]]) -> str:
    """Return the foldings of several words as one.

    >>> joined_fold([tokens_of("van"), tokens_of("Gogh-Rau")])
    'vangoghrau'
    """
    return "".join(token.fold for word in words for token in word)


@lru_cache(maxsize=65536)
def tokens_of(word: str) -> tuple[Token, ...]:
    """Return the elements of one word, split at hyphens and after the dots of initials.

    >>> [str(one) for one in tokens_of("Jean-Paul")]
    ['Jean', '-Paul']
    """
    if word.isalpha() or (len(word) == 2 and word[1] == "." and word[0].isalpha()):
        return (Token(word),)
    found = []
    for index, part in enumerate(word.split("-")):
        if "." in part[:-1]:
            part = _GLUED.sub(lambda dot: dot[0] + " ", part)
        for place, piece in enumerate(part.split()):
            token = Token(piece, joined=index > 0 and place == 0)
            if any(map(str.isalnum, piece)):
                found.append(token)
    return tuple(found) or (Token(word),)


class ParsedName:
    """A name in Unicode, given name first, and what is known of its parts.

    `words` leave out the suffix. The family name begins at `family_start`, which
    is `known` if a comma or the model says so. `filed` says that the particle
    followed the given name (``Nucci, Dario Di``).
    """

    __slots__ = (
        "_key",
        "_letters",
        "_tokens",
        "family_start",
        "filed",
        "known",
        "parts",
        "suffix",
        "text",
        "words",
    )

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.words = parts.words
        self.family_start = parts.start
        self.suffix = parts.suffix
        self.known = parts.known
        self.filed = parts.moved > 0
        self.text = parts.text
        self._tokens: list[tuple[Token, ...]] | None = None
        self._key = ""
        self._letters: str | None = None

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
        return _given_tokens(self.words[0], in_capitals=all(map(str.isupper, self.words)))

    @property
    def spelling_key(self) -> str:
        """One key for all spellings that differ in case, marks, dots and hyphens only."""
        if not self._key:
            parts = [token.folds[0] for word in self.tokens for token in word]
            cut = sum(map(len, self.tokens[: self.family_start]))
            given, family = "".join(parts[:cut]), "".join(parts[cut:])
            self._key = f"{given}|{family}|{suffix_of(self.suffix) if self.suffix else ''}"
        return self._key

    @property
    def letters(self) -> str:
        """The shortest foldings of all elements, run together."""
        if self._letters is None:
            self._letters = "".join(token.folds[0] for word in self.tokens for token in word)
        return self._letters

    @property
    def canonical_suffix(self) -> str:
        """The suffix in one spelling for each: jr, sr, ii, iii …"""
        return suffix_of(self.suffix)

    @property
    def is_too_long(self) -> bool:
        """Whether this has more parts than any name; such a name only matches its equal."""
        if len(self.words) <= 4 and len(self.text) < 100:
            return False
        return len(self.words) > _MOST_WORDS or sum(map(len, self.tokens)) > _MOST_WORDS


def _tokens(words: list[str], family_start: int) -> list[tuple[Token, ...]]:
    in_capitals = all(map(str.isupper, words))
    given = [_given_tokens(word, in_capitals=in_capitals) for word in words[:family_start]]
    return [*given, *map(tokens_of, words[family_start:])]


def _given_tokens(word: str, *, in_capitals: bool) -> tuple[Token, ...]:
    # Four letters may be a name, but not without a vowel.
    is_long = len(word) == 4 and not has_vowel(word)
    if not in_capitals and (is_glued(word) or (is_long and word.isupper() and word.isalpha())):
        return letters_of(word)
    return tokens_of(word)


def is_glued(word: str) -> bool:
    """Return whether a word is initials without dots, such as *ME*.

    >>> is_glued("MJG"), is_glued("Yang")
    (True, False)
    """
    return 2 <= len(word) <= 3 and word.isupper() and word.isalpha()


@lru_cache(maxsize=4096)
def letters_of(word: str) -> tuple[Token, ...]:
    """Return each letter of a word as an initial.

    >>> letters_of("MJ")
    (M, J)
    """
    return tuple(Token(letter) for letter in word)


def parse(text: str) -> ParsedName:
    """Read one personal name as people write it.

    >>> parse("Meeks, III, William H.").text, parse("Nucci, Dario Di").filed
    ('William H. Meeks III', True)
    """
    return parse_clean(clean(text) if len(text) < 1000 else " ".join(text.split()))


@lru_cache(maxsize=65536)
def parse_clean(name: str) -> ParsedName:
    """Read one personal name that `clean` has prepared."""
    return ParsedName(split_name(name))


# Portuguese suffixes that many sources file as the family name: "Neto, F. S. A.".
_FILED_AS_FAMILY: Final = frozenset({"filho", "neto", "sobrinho"})


def with_suffix_as_family(name: ParsedName) -> ParsedName:
    """Return a name whose Portuguese suffix is its family name, or the name as it is.

    >>> found = with_suffix_as_family(parse("Rui Costa Neto"))
    >>> found.words[found.family_start :], found.suffix
    (['Neto'], '')
    """
    if suffix_of(name.suffix) not in _FILED_AS_FAMILY:
        return name
    words = [*name.words, name.suffix]
    parts = name.parts._replace(words=words, start=len(words) - 1, suffix="", known=True)
    return ParsedName(parts)


@lru_cache(maxsize=16384)
def from_person(person: Person) -> ParsedName:
    """Return the parsed form of a person of the model, whose parts are known."""
    given = clean(person.given).split()
    family = clean(person.full_family).split()
    # The written form is unknown, so a particle at the end of the given name counts as a part of
    # the given name.
    return ParsedName(filed_parts(given, family, clean(person.suffix))._replace(moved=0))

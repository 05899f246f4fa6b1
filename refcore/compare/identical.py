"""Two author lists that are equal letter by letter: no name is compared with another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from refcore.compare.kinds import DifferenceKind, ListVerdict
from refcore.compare.persons import SAME
from refcore.compare.result import AuthorComparison, Difference
from refcore.model.people import Authors, Person
from refcore.names.customs import TITLES
from refcore.names.groups import GROUP_WORDS, ORGANISATIONS
from refcore.text.letters import LATIN_LOWER as _LOWER
from refcore.text.letters import LATIN_UPPER as _UPPER
from refcore.text.patterns import regex

__all__ = ["compare_identical"]

# Fei, McCann, O'Brien, DSouza, Ya'akov, Berg-Lund, Seung-won, Lam-Yee-Mui
_PART: Final = f"(?:[{_UPPER}]'?)?[{_UPPER}][{_LOWER}]+(?:(?:'[{_UPPER}]?|[{_UPPER}])[{_LOWER}]+)?"
_WORD: Final = f"{_PART}(?:-(?:{_PART}|[{_LOWER}]+))*"
_PARTICLE: Final = "v[ao]n|de[nrl]?|d[aiou]|d[ao]s|della|la|le|ten?|ter|y|e|zu|zur|bin|el|al|af|av"
_KINDS: Final = regex(rf"(?P<w>{_WORD})|(?P<i>[{_UPPER}]\.)|(?P<p>{_PARTICLE})")
# Two words to six, the first letter of each a capital; initials and particles not at the ends.
_NAME: Final = "[wi][wip]{0,4}w"
_LISTED: Final = regex(rf"{_NAME}(?:n{_NAME})*")
# Words that a reader of names does not read as a part of a person's name. Without a comma, degrees
# and suffixes are read as names (Ma and Do are family names); doctorates are not.
_NO_NAMES: Final = frozenset(
    {
        *GROUP_WORDS,
        *ORGANISATIONS,
        *(word.lower() for custom in TITLES for word in custom.words.split()),
        *"al and et etal more other others phd dphil".split(),
    }
)


def compare_identical(
    claimed: Sequence[str] | Authors, actual: Sequence[str] | Authors
) -> AuthorComparison | None:
    """Return the comparison of two lists of plain names that are the same, otherwise None.

    Most references repeat the list of the record. A list counts as plain where every name is
    a person's in the usual form, so that the full comparison would pair equal texts, too.

    >>> bo = Authors([Person("Bo", "Fei"), Person("Ada M.", "Berg-Lund")])
    >>> compare_identical(bo, ["Bo Fei", "Ada M. Berg-Lund"]).verdict.value
    'match'
    >>> compare_identical(bo, ["Ada M. Berg-Lund", "Bo Fei"]) is None
    True
    """
    if not isinstance(claimed, Authors) or claimed.others is not False or not claimed.names:
        return None
    if isinstance(actual, Authors) or len(actual) != len(claimed.names):
        return None
    for name, text in zip(claimed.names, actual, strict=True):
        if not isinstance(name, Person) or f"{name.given} {name.family}" != text:
            return None
        if name.suffix or name.dropping_particle or name.non_dropping_particle:
            return None
    if not _are_plain(actual):
        return None
    pairs = [
        Difference(DifferenceKind.SAME, place, place, text, text, (), SAME.rule)
        for place, text in enumerate(actual, 1)
    ]
    return AuthorComparison(ListVerdict.MATCH, tuple(pairs), len(pairs), len(pairs))


def _are_plain(names: Sequence[str]) -> bool:
    return _LISTED.fullmatch("".join(map(_kind, " \n ".join(names).split(" ")))) is not None


# People write several papers, and share given names.
@lru_cache(maxsize=16384)
def _kind(word: str) -> str:
    """Return a letter for the role of a word in a name: word, initial, particle, new name, none.

    >>> [_kind(word) for word in ("Bo", "B.", "van", "\\n", "B0")]
    ['w', 'i', 'p', 'n', '-']
    """
    if word == "\n":
        return "n"
    found = _KINDS.fullmatch(word)
    is_part = found and _NO_NAMES.isdisjoint(word.lower().split("-"))
    return str(found.lastgroup) if found and is_part else "-"

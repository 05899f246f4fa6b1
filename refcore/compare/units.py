"""The names of organisations in parts: a department of a department, and short forms of either."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from refcore.compare.fold import fold
from refcore.names.places import is_country, is_town
from refcore.text.patterns import regex

__all__ = ["are_one_body", "may_be_acronym"]

# What divides the parts of a name: "Department of Energy. Office of Science", "NASA/JPL". The stop
# of an abbreviation divides nothing: "U.S. Geological Survey", "Univ. of Oslo".
_PARTS: Final = regex(r"(?<=[a-z]{4})\. (?=[A-Z])|[,;:|] | ?/ ?| [-–—] | ?@ ?")
_BRACKETS: Final = regex(r" ?[(\[][^()\[\]]*[)\]]")
_STOPS: Final = regex(r"(?<=\b[A-Z])\.(?: (?=[A-Z]\.))?")
_WORD: Final = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHE: Final = regex(r"\b([dlDL])['’]")
_HYPHEN: Final = regex(r"(?<=[a-z])-(?=[a-z])")
_SMALL: Final = frozenset(
    "a an and at d das de del der des di die du e et for für i in l la las le les los of on the "
    "und y".split()
)
# Countries before the names of their bodies: "U.S. Geological Survey", "UK Met Office".
_COUNTRIES: Final = frozenset(
    ("us", "usa", "united states", "united states of america", "uk", "united kingdom")
)
# Words that are no body's own name, and say little alone.
_KINDS: Final = frozenset(
    "agency bureau center centre collaboration collaborations committee consortium corporation "
    "department departments division group groups inc institute international laboratory lab ltd "
    "ministry national office research section team teams unit university".split()
)
# Short names that are no initials, each with the name that it is short for.
_SHORT_NAMES: Final = {
    "cdc": "Centers for Disease Control and Prevention",
    "cern": "European Organization for Nuclear Research",
    "eurostat": "Statistical Office of the European Union",
    "iso": "International Organization for Standardization",
    "unaids": "Joint United Nations Programme on HIV/AIDS",
    "unicef": "United Nations Children's Fund",
}
_OF_THE_UN: Final = " of the United Nations"
_LONGEST_ACRONYM: Final = 10
_LEAST_ALONE: Final = 3
_MOST_WORDS: Final = 40
_ACRONYM: Final = regex(r"[A-Z]{3,12}")
_LEAST_TOLD: Final = 3  # words of a name that has an acronym


def are_one_body(one: str, other: str) -> bool:
    """Return whether two names are of one body, which one of them may place in a larger one.

    Each part may be an acronym of the other's. A body that is named without its part is the same,
    and two parts of one body are not.

    >>> are_one_body("NASA JPL", "NASA Jet Propulsion Laboratory")
    True
    >>> are_one_body("Department of Health, Office of Moss", "Office of Moss")
    True
    >>> are_one_body("Department of Health, Office of Moss", "Department of Health, Office of Bogs")
    False
    """
    for left in _forms(one):
        for right in _forms(other):
            if _are_one(left, right):
                return True
    return False


@lru_cache(maxsize=4096)
def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the parts of a name; and those of a name with an acronym in brackets, without it.

    >>> _forms("Moss Panel (MP), Bogs")
    (('Moss Panel (MP)', 'Bogs'), ('Moss Panel', 'Bogs'))
    """
    bare = _BRACKETS.sub("", name)
    written = (_STOPS.sub("", text) for text in (name, bare, bare.removesuffix(_OF_THE_UN)))
    return tuple(dict.fromkeys(tuple(filter(None, _PARTS.split(text.strip()))) for text in written))


def _are_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if _is_short_for(_words(" ".join(left)), _words(" ".join(right))):
        return True
    short, long = sorted((left, right), key=len)
    if len(long) < 2 or not any(map(_says_which, short)):
        return False
    wholes = [_words(part) for part in long]
    return all(any(_is_short_for(_words(part), whole) for whole in wholes) for part in short)


def may_be_acronym(short: str, name: str) -> bool:
    """Return whether one word has letters of a name in order, most of them at beginnings of words.

    Such an acronym can leave out words and take letters from inside of others. It is no proof that
    the name is the same body's.

    >>> may_be_acronym("ECDC", "European Centre for Disease Prevention and Control")
    True
    >>> may_be_acronym("ECDC", "European Medicines Agency"), may_be_acronym("WHO", "World Bank")
    (False, False)
    """
    if not _ACRONYM.fullmatch(short) or not (words := _words(name)):
        return False
    letters, first = fold(short), fold(words[0])
    if len(words) < _LEAST_TOLD or not first.startswith(letters[0]):
        return False
    # For each place in the acronym, the most letters before it that begin a word or go on with it.
    reached = {0: 0}
    for word in map(fold, words):
        for at, begun in sorted(reached.items(), reverse=True):
            for length, from_start in _taken(word, letters[at:]):
                now = at + length
                reached[now] = max(reached.get(now, 0), begun + from_start)
    most = reached.get(len(letters), 0)
    return _MOSTLY[0] * most >= _MOSTLY[1] * len(letters)


_MOSTLY: Final = (3, 2)  # two letters of three


def _taken(word: str, rest: str) -> Iterator[tuple[int, int]]:
    """Yield how many letters a word can give, and how many of them are its beginning.

    >>> list(_taken("meteorological", "mets")), list(_taken("bundesministerium", "bmz"))
    ([(1, 1), (2, 2), (3, 3)], [(1, 1), (2, 1)])
    """
    begun = 0
    for letter, wanted in zip(word, rest, strict=False):
        if letter != wanted:
            break
        begun += 1
        yield begun, begun
    if 0 < begun < len(rest) and rest[begun] in word[begun:]:
        yield begun + 1, begun


def _says_which(part: str) -> bool:
    """Return whether a part names a body, and not only a place or a kind of body.

    >>> _says_which("Office of Moss"), _says_which("United States"), _says_which("Research Group")
    (True, False, False)
    >>> _says_which("Norway"), _says_which("Oslo"), _says_which("Google")
    (False, False, True)
    """
    if is_country(part) or is_town(part):
        return False
    words = [fold(word) for word in _words(part)]
    return " ".join(words) not in _COUNTRIES and not _KINDS.issuperset(words)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a name, the small ones in lower case.

    >>> _words("Bureau Of Moss and Co-operation")
    ('Bureau', 'of', 'Moss', 'and', 'Cooperation')
    """
    text = _SHORT_NAMES.get(text.casefold(), text)
    words = _WORD.findall(_APOSTROPHE.sub(r"\1 ", _HYPHEN.sub("", text)))[:_MOST_WORDS]
    return tuple(word.lower() if word.lower() in _SMALL else word for word in words)


def _is_short_for(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether the words of two names are the same, where some are acronyms of the others.

    >>> _is_short_for(("US", "EPA"), ("United", "States", "Environmental", "Protection", "Agency"))
    True
    """
    if not one or not other:
        return False
    if min(len(one), len(other)) == 1 and len(min(one, other, key=len)[0]) < _LEAST_ALONE:
        return tuple(map(fold, one)) == tuple(map(fold, other))
    bare = _without_country(one, other), _without_country(other, one)
    return _agree(one, other) or _agree(*bare)


def _without_country(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without the country before them, if the other has none.

    >>> _without_country(("US", "Moss", "Survey"), ("Moss", "Survey"))
    ('Moss', 'Survey')
    """
    for length in (1, 2, 3):
        if " ".join(map(fold, one[:length])) in _COUNTRIES and len(one) > length:
            begins = other[:1] and fold(other[0]) in ("us", "usa", "uk", "united")
            return one if begins else one[length:]
    return one


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two rows of words agree from first to last, apart from small words.

    >>> _agree(("NASA", "JPL"), ("NASA", "Jet", "Propulsion", "Laboratory"))
    True
    """
    reached = {(0, 0)}
    for start in range(len(one) + len(other)):
        for at in [place for place in reached if sum(place) == start]:
            reached.update(_steps(one, other, *at))
    return (len(one), len(other)) in reached


def _steps(one: tuple[str, ...], other: tuple[str, ...], i: int, j: int) -> list[tuple[int, int]]:
    """Return the places that are reached by equal words, an acronym, or past a small word."""
    steps = []
    if i < len(one) and one[i] in _SMALL:
        steps.append((i + 1, j))
    if j < len(other) and other[j] in _SMALL:
        steps.append((i, j + 1))
    if i == len(one) or j == len(other):
        return steps
    if _is_one_word(one[i], other[j]):
        steps.append((i + 1, j + 1))
    steps += [(i + 1, j + run) for run in _runs(one[i], other[j:])]
    steps += [(i + run, j + 1) for run in _runs(other[j], one[i:])]
    return steps


@lru_cache(maxsize=4096)
def _is_one_word(one: str, other: str) -> bool:
    """Return whether two words are one, by any spelling of English.

    >>> _is_one_word("Organisation", "Organization"), _is_one_word("Center", "Centre")
    (True, True)
    """
    one, other = fold(one), fold(other)
    if one == other or one[:1] != other[:1]:
        return one == other
    from refcore.compare.titles.spellings import spelling

    return spelling(one) == spelling(other)


def _runs(word: str, words: tuple[str, ...]) -> list[int]:
    """Return how many of the words an acronym can stand for; it may leave out small ones.

    >>> _runs("JPL", ("Jet", "Propulsion", "Laboratory", "Oslo"))
    [3]
    >>> _runs("DOE", ("Department", "of", "Energy")), _runs("USDA", ("US", "Department", "of", "A"))
    ([3], [4])
    >>> _runs("LaRC", ("Langley", "Research", "Center"))
    [3]
    """
    if not (1 < len(word) <= _LONGEST_ACRONYM and word[0].isupper() and word[-1].isupper()):
        return []
    found, reached = [], {0}
    for count, each in enumerate(words, 1):
        now = {at + len(said) for at in reached for said in _said(each, word[at:])}
        if each in _SMALL:
            now |= reached - {0}
        elif count > 1 and len(word) in now:
            found.append(count)
        reached = now
    return found


def _said(word: str, rest: str) -> Iterator[str]:
    """Yield what the rest of an acronym can say of a word: its initial, or more of it.

    >>> list(_said("Langley", "LaRC")), list(_said("US", "USDA")), list(_said("of", "OE"))
    (['L', 'La'], ['U', 'US'], ['O'])
    """
    begins = fold(word[:1]).upper() == rest[:1]
    for length in range(1, min(len(word), len(rest)) + 1) if begins else ():
        if length == 1 or word[1:length] == rest[1:length]:
            yield rest[:length]

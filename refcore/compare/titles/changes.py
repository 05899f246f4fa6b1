"""The differences between the words of two titles, change by change, each with its name."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from refcore.compare.fold import plain_umlauts
from refcore.compare.titles.customs import is_custom, is_romanized, is_same_article
from refcore.compare.titles.scanned import is_misread, is_split_ligature
from refcore.compare.titles.spellings import (
    decade,
    number,
    plain_russian,
    plain_sounds,
    singular,
    spelling,
    spelt_out,
)
from refcore.compare.titles.words import GREEK, ROOT
from refcore.text.patterns import regex

__all__ = [
    "Findings",
    "TitleDifference",
    "WordChange",
    "agree",
    "changes",
    "each_change",
    "has_initials",
]


class TitleDifference(enum.StrEnum):
    """The kinds of differences between a claimed title and the record's.

    >>> TitleDifference.SPELLING.value
    'spelling'
    """

    NONE = "none"
    SPELLING = "spelling"
    MISSPELT = "misspelt"
    ABBREVIATION = "abbreviation"
    ARTICLE = "article"
    REPEATED = "repeated-word"
    NOTICE = "notice"
    EDITION = "edition"
    SUBTITLE = "subtitle"
    TRANSLATION = "translation"
    FORMULA = "formula"
    CUT_SHORT = "cut-short"
    LABEL = "label"
    ADDED = "word-added"
    LEFT_OUT = "word-left-out"
    REPLACED = "word-replaced"
    INFLECTED = "word-inflected"
    CONTRARY = "contrary"
    NUMBER = "number"
    ORDER = "order"
    OTHER = "other-words"


# How two titles agree, one way after the other: the difference, and the rule in words.
Findings = Iterator[tuple[TitleDifference, str]]

# A title with no changes but these is the same title in another spelling.
VARIANTS: Final = frozenset(
    {
        TitleDifference.SPELLING,
        TitleDifference.MISSPELT,
        TitleDifference.ABBREVIATION,
        TitleDifference.ARTICLE,
        TitleDifference.REPEATED,
    }
)
_SMALL: Final = frozenset("a an and at by for from in of on the to via with".split())
_ARTICLES: Final = frozenset(("a", "an", "the"))
# The last word of a title that says the kind of its text, with an article or without.
_KINDS: Final = frozenset(
    "commentary comparison introduction overview perspective primer reappraisal review summary "
    "survey synopsis synthesis tutorial update".split()
)
_CONTRARY: Final = frozenset("un non in im ir il dis anti a mis de semi".split())
# English words that are one letter apart, so that a slip makes another word.
_REAL_WORDS: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "causal casual",
        "martial marital",
        "united untied",
        "desert dessert",
        "adaptive adoptive",
        "adaption adoption",
        "complement compliment",
        "complementary complimentary",
        "stationary stationery",
        "learning leaning",
        "mediation meditation",
        "sampling sapling",
        "personal personnel",
        "starring staring",
        "planning planing",
        "hopping hoping",
        "scarring scaring",
        "striping stripping",
        "filing filling",
        "caching catching",
        "close cloze",
        "major mayor",
        "relief relieff",
        "tailor taylor",
        "dose doze",
        "grase graze",
        "rifle riffle",
        "rifles riffles",
        "wining winning",
        "raping rapping",
    )
)
# Words that say the contrary of one another and have no common ending.
_OPPOSITES: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "online offline",
        "dense sparse",
        "explicit implicit",
        "weak strong",
        "weakly strongly",
        "forward backward",
        "upper lower",
        "high low",
        "large small",
        "long short",
        "fast slow",
        "increase decrease",
        "increasing decreasing",
        "positive negative",
        "static dynamic",
        "discrete continuous",
        "deterministic stochastic",
        "local global",
        "convex concave",
        "discriminative generative",
        "autoregressive nonautoregressive",
        "intrinsic extrinsic",
        "internal external",
        "homogeneous heterogeneous",
        "homophilic heterophilic",
        "active passive",
        "maximum minimum",
        "pre post",
        "before after",
    )
)
# Beginnings of words that say the contrary of one another.
_OPPOSITE_BEGINNINGS: Final = tuple(
    tuple(pair.split())
    for pair in (
        "micro macro",
        "intra inter",
        "intra extra",
        "hyper hypo",
        "pre post",
        "ante post",
        "homo hetero",
        "endo exo",
        "over under",
        "maxi mini",
        "uni multi",
        "mono poly",
        "in out",
        "up down",
        "in ex",
    )
)
_FIRST_OF_OPPOSITES: Final = tuple(pair[0] for pair in _OPPOSITE_BEGINNINGS)
_VERSION: Final = re.compile(r"v([0-9]{1,3})")
_VOWELS: Final = frozenset("aeiou")


@attrs.frozen
class WordChange:
    """Some words of the claim, with the record's words at their place."""

    difference: TitleDifference
    claimed: str
    actual: str

    @property
    def is_variant(self) -> bool:
        """Whether the change leaves the title the same."""
        return self.difference in VARIANTS

    def __str__(self) -> str:
        """Return the change in words."""
        claimed, actual = (words.replace(ROOT, "√") for words in (self.claimed, self.actual))
        return _SAYINGS[self.difference].format(claimed=claimed, actual=actual)


_SAYINGS: Final = {
    TitleDifference.SPELLING: '"{actual}" is spelt "{claimed}"',
    TitleDifference.MISSPELT: '"{actual}" is misspelt "{claimed}"',
    TitleDifference.ABBREVIATION: '"{actual}" is written "{claimed}"',
    TitleDifference.ARTICLE: "an article differs",
    TitleDifference.REPEATED: "a word is written twice",
    TitleDifference.ADDED: '"{claimed}" is added',
    TitleDifference.LEFT_OUT: '"{actual}" is left out',
    TitleDifference.REPLACED: '"{claimed}" is written for "{actual}"',
    TitleDifference.INFLECTED: '"{claimed}" is written for "{actual}"',
    TitleDifference.CONTRARY: '"{claimed}" is written for its contrary, "{actual}"',
    TitleDifference.NUMBER: 'the number "{claimed}" is written for "{actual}"',
}


def changes(claimed: Sequence[str], actual: Sequence[str]) -> tuple[WordChange, ...]:
    """Return the changes from the record's words to the claim's, in the order of the title.

    >>> ours = "supervised deep rl".split()
    >>> theirs = "unsupervised deep reinforcement learning".split()
    >>> for change in changes(ours, theirs):
    ...     print(change)
    "supervised" is written for its contrary, "unsupervised"
    "reinforcement learning" is written "rl"
    """
    return tuple(each_change(claimed, actual))


def each_change(claimed: Sequence[str], actual: Sequence[str]) -> Iterator[WordChange]:
    """Yield what `changes` returns, so that the comparison ends at the change that decides."""
    if not _PARTS.isdisjoint(claimed) and not _PARTS.isdisjoint(actual):
        claimed, actual = _counted_after(claimed), _counted_after(actual)
    for ours, theirs, before, after in _blocks(claimed, actual):
        difference = _difference(ours, theirs, before, after)
        if difference is not TitleDifference.NONE:
            yield WordChange(difference, " ".join(ours), " ".join(theirs))


def agree(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether the words of two titles are the same, or variants of each other.

    >>> agree(["the", "colour"], ["the", "color"]), agree(["moss"], ["fern"]), agree([], ["fern"])
    (True, False, False)
    """
    if not ours or not theirs:
        return False
    return "".join(ours) == "".join(theirs) or all(c.is_variant for c in each_change(ours, theirs))


def _counted_after(words: Sequence[str]) -> list[str]:
    """Return words with the number of a part after it: "third part" and "3. Teil".

    >>> _counted_after(["moss", "dritter", "band"]), _counted_after(["moss", "part", "3"])
    (['moss', 'band', '3'], ['moss', 'part', '3'])
    """
    found = list(words)
    for at in range(1, len(found)):
        is_counted = at + 1 < len(found) and number(found[at + 1]) is not None
        if found[at] not in _PARTS or found[at] in ("no", "number") or is_counted:
            continue
        count = _COUNTS_ABROAD.get(found[at - 1], number(found[at - 1]))
        if count is not None:
            found[at - 1 : at + 1] = [found[at], str(count)]
    return found


_Block = tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[str]]


def _blocks(claimed: Sequence[str], actual: Sequence[str]) -> Iterator[_Block]:
    """Yield the stretches that differ, each with the record's words before it and after it."""
    start, end = _common_ends(claimed, actual)
    ours, theirs = claimed[start : len(claimed) - end], actual[start : len(actual) - end]
    if not (ours and theirs) or len(ours) == len(theirs) == 1:
        # Most titles that are near differ in one place.
        if ours or theirs:
            yield ours, theirs, actual[:start], actual[len(actual) - end :]
        return
    for one, other, before, after in _unequal(ours, theirs):
        yield one, other, [*actual[:start], *before], [*after, *actual[len(actual) - end :]]


def _common_ends(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """Return how many words are the same at the beginning of both, and then at the end.

    >>> _common_ends("a moss in a wood".split(), "a fern in a wood".split())
    (1, 3)
    """
    most = min(len(ours), len(theirs))
    start = end = 0
    while start < most and ours[start] == theirs[start]:
        start += 1
    while end < most - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    return start, end


def _unequal(claimed: Sequence[str], actual: Sequence[str]) -> Iterator[_Block]:
    from rapidfuzz.distance import Levenshtein

    ours = [spelling(word) for word in claimed]
    theirs = [spelling(word) for word in actual]
    begun: tuple[int, int] | None = None
    for step in Levenshtein.opcodes(ours, theirs):
        if step.tag != "equal":
            begun = begun or (step.src_start, step.dest_start)
            continue
        if begun:
            yield (
                claimed[begun[0] : step.src_start],
                actual[begun[1] : step.dest_start],
                actual[: begun[1]],
                actual[step.dest_start :],
            )
            begun = None
        for at in range(step.src_end - step.src_start):
            one, other = claimed[step.src_start + at], actual[step.dest_start + at]
            if one != other:
                place = step.dest_start + at
                yield [one], [other], actual[:place], actual[place + 1 :]
    if begun:
        yield claimed[begun[0] :], actual[begun[1] :], actual[: begun[1]], ()


def _difference(
    ours: Sequence[str], theirs: Sequence[str], before: Sequence[str], after: Sequence[str]
) -> TitleDifference:
    if "".join(ours) == "".join(theirs):
        return TitleDifference.NONE
    if [spelling(w) for w in ours] == [spelling(w) for w in theirs] or _spelt_alike(ours, theirs):
        return TitleDifference.SPELLING
    if _is_versus(ours, theirs, before):
        return TitleDifference.SPELLING
    if len(ours) == len(theirs) == 1 and {*ours, *theirs} & {"and"} and {*ours, *theirs} <= _ANDS:
        return TitleDifference.SPELLING
    if {*ours, *theirs} <= _ARTICLES and (not before or (len(after) == 1 and after[0] in _KINDS)):
        return TitleDifference.ARTICLE
    if not (ours and theirs) and _is_said(before, [*ours, *theirs], after):
        return TitleDifference.SPELLING
    if before and _is_range(ours, theirs, before[-1], after):
        return TitleDifference.SPELLING
    if after and not (ours and theirs) and has_initials(after[0], [*ours, *theirs]):
        return TitleDifference.ABBREVIATION  # the initials follow the words, or are alone
    if ours and theirs and len(ours) + len(theirs) < 9 and _spelt_out(ours) == _spelt_out(theirs):
        return TitleDifference.ABBREVIATION
    if len(ours) != len(theirs) and (
        _is_abbreviation(ours, theirs, before) or _is_abbreviation(theirs, ours, before)
    ):
        return TitleDifference.ABBREVIATION
    if not theirs:
        repeated = tuple(before[-len(ours) :]) == tuple(ours)
        return TitleDifference.REPEATED if repeated else TitleDifference.ADDED
    if not ours:
        is_repeated = list(theirs) in (list(before[-len(theirs) :]), list(after[: len(theirs)]))
        # A letter may be written twice on purpose, as in "ΔΔG".
        if is_repeated and GREEK.isdisjoint(theirs):
            return TitleDifference.REPEATED
        return TitleDifference.LEFT_OUT
    if ours[-1][-1] == theirs[-1][-1] == "s" and _is_same_decade(ours, theirs):
        return TitleDifference.SPELLING
    if is_romanized(ours, theirs, before, after):
        return TitleDifference.SPELLING
    if len(ours) == len(theirs) == 1:
        if is_same_article(ours[0], theirs[0], after):
            return TitleDifference.SPELLING
        return _of_words(ours[0], theirs[0])
    if len(ours) == len(theirs) and (found := _of_each(ours, theirs)):
        return found
    if _dimension(ours) and _dimension(ours) == _dimension(theirs):
        return TitleDifference.SPELLING
    if is_split_ligature(ours, theirs) or is_split_ligature(theirs, ours):
        return TitleDifference.SPELLING
    numbers = [_number_of_part(words) for words in (ours, theirs)]
    if numbers[0] is not None and numbers[0] == numbers[1]:
        return TitleDifference.SPELLING
    return TitleDifference.REPLACED


# Units and nouns after a number that the other title may leave out.
_PARTS: Final = frozenset(
    "abschnitt abt abteilung band bd book chapter communication deel halbband libro livre no note "
    "number paper part parte partie pt report section teil tl tome tomo vol volume".split()
)
# What counts such a part in other languages.
_COUNTS_ABROAD: Final = {
    word: value
    for value, words in enumerate(
        (
            "erster erste erstes premier premiere primo prima primero primera eerste",
            "zweiter zweite zweites deuxieme seconde second secondo seconda segundo segunda tweede",
            "dritter dritte drittes troisieme terzo terza tercero tercera terceiro terceira derde",
            "vierter vierte viertes quatrieme quarto quarta cuarto cuarta vierde",
            "funfter funfte funftes cinquieme quinto quinta vijfde",
        ),
        start=1,
    )
    for word in words.split()
}


# Words for "&", which is "and" when titles are compared.
_ANDS: Final = frozenset("and e en et i och og und y".split())

# Signs with the words that another title may have: 97 %, $5, 20°.
_SIGNS: Final = frozenset(("percent", "per cent", "dollars", "degrees", "degree"))


_VERSIONED: Final = frozenset(("release", "version", "versions"))


def _is_said(before: Sequence[str], words: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether the words that one title lacks are a sign's, or the noun after a number.

    >>> _is_said(["studies", "on", "moss"], ["part"], ["xii"])
    True
    >>> _is_said(["light"], ["a", "guide"], [])
    False
    """
    if list(words) == ["0"] and before and before[-1].isdigit():  # "wav2vec 2.0"
        return not after or (len(before) > 1 and before[-2] in _VERSIONED)
    near = [*before[-2:], *after[:1]]
    is_sign = " ".join(words) in _SIGNS and any(number(word) is not None for word in near)
    return is_sign or _counts_part(words, after)


def _of_each(ours: Sequence[str], theirs: Sequence[str]) -> TitleDifference | None:
    """Return the difference of words that each are another form of the one at its place, or None.

    >>> _of_each(["effcient", "enviroments"], ["efficient", "environments"]).value
    'misspelt'
    >>> _of_each(["deep", "enviroments"], ["wide", "environments"])
    """
    found = {_of_words(one, other) for one, other in zip(ours, theirs, strict=True) if one != other}
    if not found <= _OF_LETTERS:
        return None
    is_slip = TitleDifference.MISSPELT in found
    return TitleDifference.MISSPELT if is_slip else TitleDifference.SPELLING


# Other forms of one word, as far as its letters show.
_OF_LETTERS: Final = frozenset((TitleDifference.SPELLING, TitleDifference.MISSPELT))


def _is_same_decade(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Return whether words name one decade; "sixties" leaves the century open.

    >>> _is_same_decade(["sixties"], ["1960s"]), _is_same_decade(["1860s"], ["1960s"])
    (True, False)
    """
    one, other = decade(ours), decade(theirs)
    if one is None or other is None:
        return False
    return one == other or (min(one, other) < 100 and one % 100 == other % 100)


def _is_versus(ours: Sequence[str], theirs: Sequence[str], before: Sequence[str]) -> bool:
    """Return whether titles write "v.", "vs." or "versus", where the letter is no number.

    >>> _is_versus(["v"], ["vs"], ["quill"]), _is_versus(["v"], ["vs"], ["type"])
    (True, False)
    """
    if len(ours) != 1 or len(theirs) != 1 or not before or before[-1] in _NUMBERED:
        return False
    return {spelling(ours[0]), spelling(theirs[0])} == {"v", "vs"}


# Words before a Roman numeral.
_NUMBERED: Final = frozenset(
    "act appendix book chapter class factor figure grade group henry level louis article part "
    "phase section stage table title type volume".split()
)


def _is_range(
    ours: Sequence[str], theirs: Sequence[str], before: str, after: Sequence[str]
) -> bool:
    """Return whether two titles write one range in two ways: 1950-2000, 1950 to 2000, 1999/00.

    >>> _is_range(["to"], [], "1950", ["2000"]), _is_range(["20"], ["2020"], "2019", [])
    (True, True)
    """
    if not before.isdigit():
        return False
    if not (ours and theirs):
        return (*ours, *theirs) in _UNTIL and bool(after) and after[0].isdigit()
    if not _YEAR.fullmatch(before):
        return False
    short, long = sorted((*ours, *theirs), key=len) if len(ours) == len(theirs) == 1 else ("", "")
    return (
        len(short) == 2 and bool(_YEAR.fullmatch(long)) and long.endswith(short) and before < long
    )


_YEAR: Final = regex(r"1[4-9][0-9]{2}|20[0-9]{2}")
_UNTIL: Final = (("to",), ("until",), ("through",), ("till",))


def _dimension(words: Sequence[str]) -> str:
    """Return "3d" for words that mean it: "3D", "3-D", "three-dimensional".

    >>> _dimension(["three", "dimensional"]), _dimension(["deep"])
    ('3d', '')
    """
    if len(words) == 1:
        return words[0] if _DIMENSION.fullmatch(words[0]) else ""
    if len(words) != 2 or words[1] not in ("d", "dim", "dimensional"):
        return ""
    count = number(words[0])
    return "" if count is None else f"{count}d"


_DIMENSION: Final = regex(r"[0-9]d")


def _counts_part(words: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether "Part", before a number of both titles, is all that one title has more.

    >>> _counts_part(["vol"], ["i"]), _counts_part(["law"], [])
    (True, False)
    """
    if len(words) != 1 or words[0] not in _PARTS or not after:
        return False
    # "The magical number seven" says more than "the magical seven".
    return after[0].isdigit() if words[0] == "number" else number(after[0]) is not None


def _number_of_part(words: Sequence[str]) -> int | None:
    """Return the number that words say, those of a part too: "2", "Part II", "zweiter Band".

    >>> _number_of_part(["zweiter", "band"]), _number_of_part(["zweiter", "weltkrieg"])
    (2, None)
    """
    if len(words) == 2 and words[1] in _PARTS and words[0] in _COUNTS_ABROAD:
        return _COUNTS_ABROAD[words[0]]
    return number(" ".join(_without_part(words)))


def _without_part(words: Sequence[str]) -> Sequence[str]:
    """Return words without what they count: "third paper", "fifty per cent", "volume 3".

    >>> _without_part(["fifty", "per", "cent"])
    ['fifty']
    """
    for cut in range(1, min(len(words), 4)):
        rest = " ".join(words[-cut:])
        if (rest in _PARTS and len(words) == 2) or rest in _SIGNS:
            return words[:-cut]
    is_part = words[0] in _PARTS or (words[0] == "t" and len(words) == 2)  # "t. II"
    return words[1:] if len(words) > 1 and is_part else words


def _spelt_out(words: Sequence[str]) -> str:
    """Return words, or the letters of "U.S.", with a known short name written out.

    >>> _spelt_out(["linf"]), _spelt_out(["l", "infty"])
    ('linfty', 'l infty')
    """
    return spelt_out(("" if all(len(word) == 1 for word in words) else " ").join(words))


def _spelt_alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    one, other = "".join(ours), "".join(theirs)
    return spelling(one) == spelling(other) or (bool(other) and _turned(one) == other)


def _turned(word: str) -> str:
    """Return an isotope with its number on the other side: "136xe" is "xe136".

    >>> _turned("7th"), _turned("licht")
    ('th7', '')
    """
    found = _ISOTOPE.fullmatch(word)
    return f"{found[2]}{found[1]}" if found else ""


_ISOTOPE: Final = regex(r"([0-9]{1,3}(?=[a-z])|[a-z]{1,2}(?=[0-9]))([0-9]{1,3}|[a-z]{1,2})")


def _is_abbreviation(short: Sequence[str], long: Sequence[str], before: Sequence[str]) -> bool:
    """Return whether a word has the initials of several, or of the words before it.

    >>> _is_abbreviation(["dont"], ["do", "not"], []), _is_abbreviation(["law"], ["moss"], [])
    (True, False)
    """
    if len(short) == 1 and len(long) > 1:
        # The initials may follow their words in parentheses.
        rest = long[:-1] if _alike(long[-1], short[0]) else long
        return (
            has_initials(short[0], rest)
            or _is_numbered(short[0], long)
            or (long[-1] in _NETWORKS and len(short[0]) > 2 and has_initials(short[0], long[:-1]))
            or _is_mapping(short[0], long)
            or (len(short[0]) >= _DRAWN and _is_drawn_from(short[0], rest))
        )
    if len(short) == 1 and not long and len(before) > 1:
        return any(has_initials(short[0], before[-width:]) for width in range(2, 7))
    return False


# Words that initials may leave out: an LSTM is a long short-term memory network.
_NETWORKS: Final = frozenset("network networks model models".split())
_DRAWN: Final = 3  # letters of a short name that may come from inside words


def _is_drawn_from(short: str, words: Sequence[str]) -> bool:
    """Return whether a short name has each word's first letter, and other letters, in their order.

    So it is with QCD, quantum chromodynamics, and LCDM, lambda CDM.

    >>> _is_drawn_from("dont", ["do", "not"]), _is_drawn_from("iii", ["pt", "3"])
    (True, False)
    """
    if len(words) < 2 or len(words) > len(short) or not short.isalpha():
        return False
    reached = {0}  # how much of the short name the words so far can cover
    for word in words:
        reached = {end for begin in reached for end in _drawn(short, begin, word)}
    return len(short) in reached


def _drawn(short: str, begin: int, word: str) -> Iterator[int]:
    """Yield the places in a short name up to which a word can supply its letters.

    >>> list(_drawn("bert", 0, "bidirectional"))
    [1, 2]
    """
    if not short.startswith(word[0], begin):
        return
    at = begin + 1
    yield at
    for letter in word[1:]:
        if at < len(short) and letter == short[at]:
            at += 1
            yield at


def _is_numbered(short: str, long: Sequence[str]) -> bool:
    """Return whether a word is short for another one, with what numbers it: IL6, HT2A, WW2.

    >>> _is_numbered("ww2", ["world", "war", "ii"])
    True
    >>> _is_numbered("ht2a", ["hydroxytryptamine", "2a"]), _is_numbered("il6", ["interleukin", "8"])
    (True, False)
    """
    found = _WITH_NUMBER.fullmatch(short)
    if found is None or not _is_same_count(found[2], long[-1]):
        return False
    if len(long) == 2:
        return _is_initial(found[1], long[0])
    return has_initials(found[1], long[:-1])


_WITH_NUMBER: Final = regex(r"([a-z]{1,5})([0-9]{1,4}[a-z]?)")


def _is_same_count(one: str, other: str) -> bool:
    count = number(one)
    return one == other or (count is not None and count == number(other))


def _is_mapping(short: str, long: Sequence[str]) -> bool:
    """Return whether a word has a digit for "to" or "for": seq2seq is sequence to sequence.

    >>> _is_mapping("seq2seq", ["sequence", "to", "sequence"])
    True
    """
    found = _MAPPING.fullmatch(short)
    if found is None or len(long) != 3 or long[1] != _JOINED[found[2]]:
        return False
    return long[0].startswith(found[1]) and long[2].startswith(found[3])


_MAPPING: Final = regex(r"([a-z]+)([24])([a-z]+)")
_JOINED: Final = {"2": "to", "4": "for"}


def _alike(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s")


# Compounds of which initials count both parts: a VAE is a variational autoencoder.
_COMPOUNDS: Final = {
    "autoencoder": "ae", "autoregressive": "ar", "autoregression": "ar", "hypergraph": "hg",
    "backpropagation": "bp", "feedforward": "ff", "hyperparameter": "hp", "multimodal": "mm",
    "multilayer": "ml", "multitask": "mt", "subspace": "ss", "timeseries": "ts",
}  # fmt: skip


def has_initials(short: str, long: Sequence[str]) -> bool:
    """Return whether a word in lower case is the initials of others.

    >>> has_initials("gan", ["generative", "adversarial", "network"]), has_initials("gan", ["moss"])
    (True, False)
    """
    if not 2 <= len(short) <= 8 or len(long) < 2 or max(map(len, long)) == 1 or short.isdigit():
        return False
    if long[0] == "mu":  # a micrometre is no millimetre
        return False
    every = "".join(_COMPOUNDS.get(word.rstrip("s"), word[0]) for word in long)
    large = "".join(
        _COMPOUNDS.get(word.rstrip("s"), word[0]) for word in long if word not in _SMALL
    )
    wanted = {short, short[:-1] if short.endswith("s") and len(short) > 2 else short}
    return bool(wanted & {every, large})


def _of_words(one: str, other: str) -> TitleDifference:
    ours, theirs = _counted(one), _counted(other)
    if ours is not None and theirs is not None:
        return TitleDifference.SPELLING if ours == theirs else TitleDifference.NUMBER
    if min(len(one), len(other)) > 3 and plain_umlauts(one) == plain_umlauts(other):
        return TitleDifference.SPELLING
    if _sound_alike(one, other) or is_misread(one, other) or is_custom(one, other):
        return TitleDifference.SPELLING
    if _is_initial(one, other) or _is_initial(other, one):
        return TitleDifference.ABBREVIATION
    if frozenset((one, other)) in _OPPOSITES:
        return TitleDifference.CONTRARY
    if _begin_contrarily(one, other) or _begin_contrarily(other, one):
        return TitleDifference.CONTRARY
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if longer.endswith(shorter) and longer.removesuffix(shorter) in _CONTRARY:
        return TitleDifference.CONTRARY
    if spelling(singular(one)) == spelling(singular(other)):
        return TitleDifference.INFLECTED
    return TitleDifference.MISSPELT if _is_slip(one, other) else TitleDifference.REPLACED


def _sound_alike(one: str, other: str) -> bool:
    """Return whether two longer words differ only in letters that customs of spelling change.

    >>> _sound_alike("hypoglycaemia", "hypoglycemia"), _sound_alike("ferns", "fires")
    (True, False)
    """
    if min(len(one), len(other)) < _HEARD or frozenset((one, other)) in _REAL_WORDS:
        return False
    if not (one + other).isalpha() or _VOWELS.isdisjoint(one):  # MCMC is no word
        return False
    if plain_sounds(one) == plain_sounds(other):
        return True
    return min(len(one), len(other)) > _HEARD and plain_russian(one) == plain_russian(other)


_HEARD: Final = 4


def _begin_contrarily(one: str, other: str) -> bool:
    return one.startswith(_FIRST_OF_OPPOSITES) and any(
        one.startswith(a) and other == b + one.removeprefix(a) and len(one) > len(a) + 2
        for a, b in _OPPOSITE_BEGINNINGS
    )


def _counted(word: str) -> int | None:
    """Return the number that a word means, that of a version too.

    >>> _counted("one"), _counted("licht")
    (1, None)
    """
    version = _VERSION.fullmatch(word)
    return int(version[1]) if version else number(word)


def _is_initial(short: str, long: str) -> bool:
    """Return whether a letter is short for a long word, such as the genus in E. coli.

    >>> _is_initial("e", "escherichia"), _is_initial("a", "moss")
    (True, False)
    """
    if len(short) == 1:
        return len(long) > 5 and long.startswith(short)
    return bool(_CONSONANTS.fullmatch(short)) and len(long) > 7 and _is_drawn(short, long)


def _is_drawn(short: str, long: str) -> bool:
    """Return whether a word has the letters of a short one in order: IFN, interferon.

    >>> _is_drawn("ir", "infrared"), _is_drawn("iv", "elements")
    (True, False)
    """
    rest = iter(long)
    return short[0] == long[0] and all(letter in rest for letter in short)


_CONSONANTS: Final = regex(r"[a-z][b-df-hj-np-tv-xz]{1,3}")


def _is_slip(one: str, other: str) -> bool:
    """Return whether one letter inside a long word is missing, doubled or out of place.

    In a short word, or with another consonant, the result may well be another word.

    >>> _is_slip("enviroment", "environment"), _is_slip("moss", "boss")
    (True, False)
    >>> _is_slip("banana", "bananana")
    False
    """
    if min(len(one), len(other)) < 6 or frozenset((one, other)) in _REAL_WORDS:
        return False
    if one[0] != other[0] or one[-2:] != other[-2:] or not (one + other).isalpha():
        return False
    # A word that begins the other one, as "banana" begins "bananana", differs behind its end.
    pairs = enumerate(zip(one, other, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
    if len(one) == len(other):
        swapped = one[:at] + one[at + 1] + one[at] + one[at + 2 :] == other
        vowels = {one[at], other[at]} <= _VOWELS and one[at + 1 :] == other[at + 1 :]
        return swapped or (vowels and len(one) > 7)
    longer, shorter = sorted((one, other), key=len, reverse=True)
    missing = longer[:at] + longer[at + 1 :] == shorter
    return missing and (longer[at] == longer[at - 1] or len(shorter) > 7)

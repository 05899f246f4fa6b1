"""The comparison of two personal names: the same, a variant, or a contradiction."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import lru_cache

from refcore.compare.contracted import written_out
from refcore.compare.contradiction import contradiction, strange_words
from refcore.compare.family import same_family
from refcore.compare.given import NONE, Kinds, same_given
from refcore.compare.kinds import DifferenceKind, VariantKind
from refcore.compare.lostcommands import letters_put_back
from refcore.compare.parsed import (
    ParsedName,
    Token,
    is_glued,
    letters_of,
    parse,
    tokens_of,
    with_suffix_as_family,
)
from refcore.compare.peoples import same_by_custom
from refcore.compare.result import NameComparison
from refcore.compare.scripts import is_in_pinyin
from refcore.names.customs import SURNAMES_FIRST, VIETNAMESE, is_particle
from refcore.text.given import wrong_type
from refcore.text.misread import has_lost_letters, lost_put_back
from refcore.text.patterns import regex

__all__ = ["compare_names", "compare_parsed", "compared", "flat", "same_person"]

SAME = NameComparison(DifferenceKind.SAME, (), "the same name")
_ORDER = {kind: index for index, kind in enumerate(VariantKind)}
_FILED: Kinds = frozenset({VariantKind.PARTICLE})
_FLIPPED: Kinds = frozenset({VariantKind.FAMILY_FIRST})
_ALONE: Kinds = frozenset({VariantKind.GIVEN_NAME_DROPPED})
_SUFFIX: Kinds = frozenset({VariantKind.SUFFIX_DROPPED})
_GIVEN_DROPPED: Kinds = frozenset({VariantKind.MIDDLE_NAME, VariantKind.FIRST_NAME_DROPPED})
_FAMILY_DROPPED: Kinds = frozenset({VariantKind.PARTICLE, VariantKind.COMPOUND_PART})
_LEFT_OUT: Kinds = _GIVEN_DROPPED | _FAMILY_DROPPED
_ROMANIZED: Kinds = frozenset({VariantKind.TRANSLITERATION})
_SHORT_FORM: Kinds = frozenset({VariantKind.SHORT_FORM})
_DAMAGED: Kinds = frozenset({VariantKind.DIACRITICS})
_DOTS: Kinds = frozenset({VariantKind.PUNCTUATION})


def compare_names(claimed: str, actual: str) -> NameComparison:
    """Compare two personal names as people write them.

    Args:
        claimed: The name that a reference has.
        actual: The name that its record has.

    Returns:
        The kind (same, variant, or how they contradict each other), the kinds of variant, and the
        rule in words. No input raises an error.

    >>> compare_names("Yan Junjie", "Junjie Yan").rule
    'written family name first'
    >>> compare_names("Gary Corrado", "Greg Corrado").kind.value
    'different-given-name'
    """
    if not (isinstance(claimed, str) and isinstance(actual, str)):
        wrong = actual if isinstance(claimed, str) else claimed
        raise wrong_type("compare_names", "two texts", wrong)
    return compare_parsed(parse(claimed), parse(actual))


def compare_parsed(claimed: ParsedName, actual: ParsedName) -> NameComparison:
    """Compare two parsed names."""
    kinds = same_person(claimed, actual)
    return contradiction(claimed, actual) if kinds is None else compared(kinds)


def compared(kinds: Kinds) -> NameComparison:
    """Return the comparison of two names that can be one person's in these ways."""
    return variant_of(kinds) if kinds else SAME


@lru_cache(maxsize=1024)
def variant_of(kinds: Kinds) -> NameComparison:
    """Return the comparison of two names that are variants of one."""
    ordered = tuple(sorted(kinds, key=_ORDER.__getitem__))
    return NameComparison(
        DifferenceKind.VARIANT, ordered, "; ".join(kind.words for kind in ordered)
    )


def same_person(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    """Return how two names can be one person's, or None if they cannot.

    >>> same_person(parse("B. Fei"), parse("Bo Fei")) == {VariantKind.INITIALS}
    True
    >>> same_person(parse("Al Fei"), parse("Bo Fei"))
    """
    if claimed.text == actual.text:
        return _FILED if claimed.filed != actual.filed else NONE
    if not claimed.words or not actual.words:
        return None
    if (kinds := _in_other_letters(claimed, actual)) is not None:
        return kinds
    if has_lost_letters(actual.text):
        return _without_lost_letters(claimed, actual)
    suffix = _same_suffix(claimed, actual)
    if suffix is None or claimed.is_too_long or actual.is_too_long:
        return None
    kinds = _as_written(claimed, actual)
    if kinds is None:
        return _put_right(claimed, actual)
    if not kinds.isdisjoint(_LEFT_OUT) and strange_words(claimed, actual):
        return None
    if claimed.filed != actual.filed and VariantKind.FAMILY_FIRST not in kinds:
        kinds |= _FILED
    return (kinds | suffix) or _DOTS


def _in_other_letters(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    """Return how two names are one in other letters: run together, or Chinese beside pinyin."""
    if claimed.text.isascii() and actual.text.isascii():
        return None
    if _is_run_together(claimed.text, actual.text):
        return NONE
    return _ROMANIZED if is_in_pinyin(claimed, actual) else None


def _as_written(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    """Return how two names are one person's by the first order of their parts that fits."""
    for same in (_given_first, _family_first, _with_initials_last, same_by_custom):
        kinds = same(claimed, actual)
        if kinds is not None:
            return kinds
    return None


def _put_right(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    """Return how two names are one person's once a fault of writing is mended, or None.

    The fault is a command that was lost with its letter, or a family name read as a suffix. A
    contraction and a name to call somebody by are written out or left out.
    """
    for one, other in ((claimed, actual), (actual, claimed)):
        plain = _CALLED_BY.sub("", written_out(one.text, other.text))
        if plain != one.text:
            kinds = same_person(parse(plain), other)
            return None if kinds is None else kinds | _SHORT_FORM
    whole = letters_put_back(claimed.text, actual.text)
    if whole != claimed.text:
        kinds = same_person(parse(whole), actual)
        return None if kinds is None else kinds | _DAMAGED
    one, other = with_suffix_as_family(claimed), with_suffix_as_family(actual)
    return same_person(one, other) if one is not claimed or other is not actual else None


# A name in brackets or quotation marks inside a name: Robert (Bob) Quill.
_CALLED_BY = regex(r"(?<=\S\s)[(\"“‘'][^\W\d_][^\W\d_.-]{1,20}[)\"”’']\s(?=\S)")


def _is_run_together(one: str, other: str) -> bool:
    """Return whether exactly one of two names in Chinese, Japanese or Korean has a space.

    Sources state the parts of such a name; people write it as one word, family name first.

    >>> _is_run_together("王伟", "伟 王"), _is_run_together("王伟", "王娜")
    (True, False)
    """
    ours, theirs = one.split(), other.split()
    if {len(ours), len(theirs)} != {1, 2} or not _EAST_ASIAN.fullmatch("".join(ours + theirs)):
        return False
    return "".join(ours) in ("".join(theirs), "".join(reversed(theirs))) or (
        "".join(theirs) == "".join(reversed(ours))
    )


_EAST_ASIAN = regex("[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]{2,12}")


def _without_lost_letters(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    """Return how a name is the record's, apart from letters that the record has lost, or None.

    A claim that has lost letters is not right: its writer can put them back.

    >>> sorted(_without_lost_letters(parse("Göbel, Otto"), parse("O. G?bel")))
    [<VariantKind.DIACRITICS: 'diacritics'>, <VariantKind.INITIALS: 'initials'>]
    """
    whole = lost_put_back(actual.text, claimed.text)
    kinds = None if has_lost_letters(whole) else same_person(claimed, parse(whole))
    return None if kinds is None else kinds | _DAMAGED


def _same_suffix(one: ParsedName, other: ParsedName) -> Kinds | None:
    if one.suffix == other.suffix:
        return NONE
    if not one.suffix or not other.suffix:
        return _SUFFIX
    return _DOTS if one.canonical_suffix == other.canonical_suffix else None


def flat(words: list[tuple[Token, ...]]) -> list[Token]:
    """Return the elements of several words in one list."""
    if len(words) == 1:
        return list(words[0])
    return [token for word in words for token in word]


def _starts(name: ParsedName) -> Iterator[int]:
    first = name.family_start
    yield first
    for start in range(len(name.words) - 1, 0, -1):
        if start != first:
            yield start


def _given_first(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    if claimed.words[-1] == actual.words[-1] and _has_two_parts(claimed, actual):
        given = same_given(claimed.first_tokens, actual.first_tokens)
        if given is not None and len(given) <= 1:
            return given
    left, right = claimed.tokens, actual.tokens
    if len(left) == 1 or len(right) == 1:
        return _one_word(claimed, actual)
    if not claimed.family_start or _begins_with_particle(claimed.words):
        alone = _family_alone(left, actual)
        if alone is not None:
            return alone
    found = _by_parts(claimed, actual)
    return min(found, key=len, default=None)


def _by_parts(claimed: ParsedName, actual: ParsedName) -> list[Kinds]:
    """Return how two names are one person's, for each pair of places where families may begin.

    A way with one kind at most ends the search.
    """
    left, right = claimed.tokens, actual.tokens
    found: list[Kinds] = []
    for i, j in itertools.product(_starts(claimed), _starts(actual)):
        compound = (claimed.known and i == claimed.family_start < len(left) - 1) or (
            actual.known and j == actual.family_start < len(right) - 1
        )
        family = same_family(left[i:], right[j:], compound=compound)
        if family is None:
            continue
        given = same_given(flat(left[:i]), flat(right[:j]))
        if given is None or _drops_on_both_sides(family, given, left, i, right, j):
            continue
        kinds = family | given
        if len(kinds) <= 1:
            return [kinds]
        found.append(kinds)
    return found


def _begins_with_particle(words: list[str]) -> bool:
    """Return whether a name has no given name: none is written as *van* is.

    >>> _begins_with_particle(["van", "der", "Meer"]), _begins_with_particle(["Van", "Morrison"])
    (True, False)
    """
    return words[0].islower() and is_particle(words[0]) and not words[-1].islower()


def _family_alone(family: list[tuple[Token, ...]], actual: ParsedName) -> Kinds | None:
    """Return how a family name of several words, such as *van der Meer*, is that of a whole name.

    Where the family name of the whole name begins is a guess, so it may begin earlier, too.
    """
    if not actual.family_start:
        return None
    found = [same_family(family, actual.tokens[at:], compound=False) for at in _starts(actual)]
    kinds = NONE if NONE in found else found[0]
    return None if kinds is None or VariantKind.COMPOUND_PART in kinds else kinds | _ALONE


def _has_two_parts(claimed: ParsedName, actual: ParsedName) -> bool:
    if not len(claimed.words) == len(actual.words) == 2:
        return False
    return claimed.family_start == actual.family_start == 1


def _drops_on_both_sides(
    in_family: Kinds,
    in_given: Kinds,
    left: list[tuple[Token, ...]],
    i: int,
    right: list[tuple[Token, ...]],
    j: int,
) -> bool:
    # If each name has a part that the other lacks, the two parts may contradict each other:
    # Ana Licia de Souza is not Ana Lucia de Souza with a part left out.
    if in_given.isdisjoint(_GIVEN_DROPPED) or in_family.isdisjoint(_FAMILY_DROPPED):
        return False
    given = len(flat(left[:i])) - len(flat(right[:j]))
    family = len(flat(left[i:])) - len(flat(right[j:]))
    return given * family <= 0


def _one_word(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    # A reference may use the family name alone. A family name that arXiv does not
    # have (a surname invented for a mononym) is not a variant.
    start = actual.family_start if len(claimed.words) == 1 else 0
    if _lost_space(claimed.words, actual.words) or _lost_space(actual.words, claimed.words):
        return frozenset({VariantKind.HYPHEN_SPACE})
    if len(claimed.words) > 1:
        joined = "".join(token.fold for word in claimed.tokens for token in word)
        whole = "".join(token.fold for token in actual.tokens[0])
        is_joined = joined == whole and len(actual.tokens[0]) == len(flat(claimed.tokens))
        return frozenset({VariantKind.HYPHEN_SPACE}) if is_joined else None
    family = same_family(claimed.tokens, actual.tokens[start:], compound=False)
    if family is None or (len(actual.words) == 1):
        return family
    return family | _ALONE


def _with_initials_last(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    return _initials_last(claimed, actual) or _initials_last(actual, claimed)


def _initials_last(name: ParsedName, other: ParsedName) -> Kinds | None:
    # Mallikarjun BR is Mallikarjun B. R.: in South India, initials follow the name.
    last = name.words[-1]
    start = len(other.words) - len(last)
    if not is_glued(last) or len(name.words) < 2 or start < 1 or name.words[0].isupper():
        return None
    after = flat(other.tokens[start:])
    if [token.raw.rstrip(".") for token in after] != list(last):
        return None
    given = same_given(flat(name.tokens[:-1]), flat(other.tokens[:start]))
    return None if given is None else given | _DOTS


def _lost_space(one: list[str], words: list[str]) -> bool:
    # KaimingHe: the capital shows where the space belongs.
    if len(one) != 1 or len(words) < 2 or not words[-1][0].isupper():
        return False
    return one[0] == "".join(word.removesuffix(".") for word in words)


def _family_first(claimed: ParsedName, actual: ParsedName) -> Kinds | None:
    if len(claimed.words) < 2 or len(actual.words) < 2:
        return None
    found = _flipped(claimed, actual)
    return found if found is not None else _flipped(actual, claimed)


def _flipped(name: ParsedName, other: ParsedName) -> Kinds | None:
    best: Kinds | None = None
    for end, given in _family_first_readings(name):
        family_words = [tokens_of(word) for word in name.words[:end]]
        for start in _starts(other):
            family = same_family(family_words, other.tokens[start:], compound=False)
            if family is None:
                continue
            found = _flipped_given(name, other, given, start)
            if found is None or _leave_out_both(family, found):
                continue
            kinds = family | found | _FLIPPED
            if best is None or len(kinds) < len(best):
                best = kinds
    return best


def _leave_out_both(family: Kinds, given: Kinds) -> bool:
    """Return whether parts of both the family name and the given names are left out.

    >>> _leave_out_both(_FAMILY_DROPPED, _GIVEN_DROPPED), _leave_out_both(_FAMILY_DROPPED, NONE)
    (True, False)
    """
    return not (family.isdisjoint(_FAMILY_DROPPED) or given.isdisjoint(_GIVEN_DROPPED))


def _family_first_readings(name: ParsedName) -> Iterator[tuple[int, list[Token]]]:
    trailing = len(name.words)
    given: list[Token] = []
    while trailing > 1:
        word = name.words[trailing - 1]
        tokens = name.tokens[trailing - 1]
        if is_glued(word) and not name.words[0].isupper():
            tokens = letters_of(word)
        if not all(token.abbreviated for token in tokens):
            break
        given = [*tokens, *given]
        trailing -= 1
    if given:
        yield trailing, given
    yield 1, flat(name.tokens[1:])
    if len(name.words) > 3 and not name.known:
        # Ortiz Suárez Pedro Javier: the family name has two words.
        yield 2, flat(name.tokens[2:])
    # DA SILVA Rui: capitals mark the whole family name.
    capitals = 0
    while capitals < len(name.words) and _in_capitals(name.words[capitals]):
        capitals += 1
    if 1 < capitals < len(name.words):
        yield capitals, flat(name.tokens[capitals:])


def _in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word[-1] != "."


def _flipped_given(
    name: ParsedName, other: ParsedName, given: list[Token], start: int
) -> Kinds | None:
    theirs = flat(other.tokens[:start])
    surname = tokens_of(name.words[0])[0].fold
    kinds = same_given(given, theirs)
    if kinds is None and surname in VIETNAMESE:
        kinds = same_given([given[-1], *given[:-1]], theirs)
        if kinds is None and len(theirs) > 1:
            kinds = same_given(given, [*theirs[1:], theirs[0]])
    if kinds is None:
        return None
    longer = len(given) > len(theirs) and not given[-1].initial
    if longer and surname not in SURNAMES_FIRST and not kinds.isdisjoint(_GIVEN_DROPPED):
        # The missing word would be the last one, which is more likely the family name.
        return None
    if VariantKind.INITIALS not in kinds:
        return kinds
    if all(token.abbreviated for token in given):
        return kinds
    # "Y. Wang" may be Wang Yi; "Y. Bo" is not Bo Yang.
    is_told = len(given) > 1 or _ends_in_given(name)
    return kinds if surname in SURNAMES_FIRST and is_told else None


def _ends_in_given(name: ParsedName) -> bool:
    return name.tokens[-1][0].fold not in SURNAMES_FIRST

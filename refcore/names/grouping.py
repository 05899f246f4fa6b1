"""Which of the parts between commas belong to one name.

"Chen, Aili, Fei, Bo" has two names in four parts, "Aili Chen, Bo Fei" two in two.
Each part has a kind, and the kinds of a whole list say how it is written.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from refcore.names.customs import SURNAMES_FIRST, is_degree, is_iberian, is_particle, suffix_of
from refcore.names.elisions import elision
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import is_team, looks_like_group, upright
from refcore.names.parts import WITHOUT_COMMA, is_whole
from refcore.text.letters import EAST_ASIAN, widened
from refcore.text.patterns import regex

__all__ = ["TURNED", "Kind", "are_two_people", "grouped", "is_cjk", "kind_of"]

_INITIALS: Final = regex(widened(r"(?:[^\W\d_]{1,2}\.[- ]?){1,6}|[A-ZÀ-Þ](?:[ -]?[A-ZÀ-Þ]){0,3}"))
_SHORT: Final = regex(
    widened(
        r"(?P<family>\S.*?\S)\s"
        r"(?P<given>[^\W\d_]{1,3}(?:-[^\W\d_])?\.?|[A-Z](?: [A-Z]){1,3}|(?:[^\W\d_]\.[ -]?){1,4})"
        r"(?:\s(?P<suffix>(?:[JS]r|2nd|3rd|I{2,3}|IV)\.?))?"
    )
)
_HAS_INITIAL: Final = regex(r"(?:\s|\A)[^\W\d_](?=\s|\Z)")
_CJK: Final = regex(rf"[{EAST_ASIAN}·\s]+")


# Joins a family name and a given name in one part: "CHEN Aili" is turned around.
TURNED: Final = "\x1e"


class Kind(enum.Enum):
    """What a part between commas is by itself."""

    MARK = "et al."
    SUFFIX = "Jr."
    INITIALS = "A. B."
    GROUP = "Qwen Team"
    SHORT = "Rinaldi ME"
    CJK = "李雷"
    TURNED = "CHEN Aili"
    PARTICLE = "van Gogh"
    WORD = "Chen"
    FULL = "Aili Chen"


def is_cjk(text: str) -> bool:
    """Return whether a text is in Chinese, Japanese or Korean letters only.

    >>> is_cjk("张伟"), is_cjk("Chen")
    (True, False)
    """
    if text.isascii():
        return text.isspace()
    return _CJK.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def kind_of(part: str) -> Kind:
    """Return the kind of a part.

    >>> [kind_of(part).name for part in ("Chen", "A. B.", "van Gogh", "Jr.", "Rinaldi ME")]
    ['WORD', 'INITIALS', 'PARTICLE', 'SUFFIX', 'SHORT']
    """
    words = part.split()
    if elision(part) is not False:
        return Kind.MARK
    if len(words) == 1 and suffix_of(part):
        return Kind.SUFFIX
    if _INITIALS.fullmatch(part):
        return Kind.INITIALS
    if TURNED in part:
        return Kind.TURNED
    if is_cjk(part):
        return Kind.CJK
    if looks_like_group(part) or is_team(part):
        return Kind.GROUP
    return Kind.WORD if len(words) == 1 else _kind_of_words(part, words)


def _kind_of_words(part: str, words: Sequence[str]) -> Kind:
    """Return the kind of a part of several words that is neither a group nor initials."""
    if len(words) == 2 and words[1].rstrip(".").lower() in WITHOUT_COMMA:
        return Kind.WORD  # "Steele Jr., Guy"
    if is_short(part):
        return Kind.SHORT
    if words[0].islower() and is_particle(words[0]):
        return Kind.PARTICLE  # "van Gogh", "bin Che Daud"
    return Kind.FULL


def is_short(part: str) -> bool:
    """Return whether a part is a family name with initials after it, as PubMed writes it.

    >>> is_short("Rinaldi ME"), is_short("Aili Chen"), is_short("RINALDI ME")
    (True, False, False)
    """
    found = _SHORT.fullmatch(part)
    if found is None or suffix_of(found["given"]) or not found["given"].isupper():
        return False
    family = found["family"].removeprefix("St. ")
    return any(map(str.islower, family)) and "." not in family and not _HAS_INITIAL.search(family)


class _Style(NamedTuple):
    """How a whole list is written, as far as its parts tell."""

    lone_words: bool  # a name of one word is alone somewhere: "Vaswani, Shazeer and Parmar"
    lone_full: bool  # a whole name is alone somewhere: "Ann Lee, Bo Wu and Cy Doe"
    in_pairs: bool  # each stretch has two parts: "Chen, Aili; Fei, Bo"
    filed: bool  # most of several pairs are a family name and given names
    flipped: bool  # take the less likely way where the parts admit two


def grouped(stretches: Sequence[Sequence[str]], *, flipped: bool = False) -> list[str]:
    """Return the names in a list of stretches, each a list of the parts between commas.

    A name never goes beyond its stretch. `flipped` takes the less likely way where
    the parts admit two.

    >>> grouped([["Chen", "Aili", "Fei", "Bo"]]), grouped([["Ann Lee", "Bo Wu"], ["Cy Doe"]])
    (['Chen, Aili', 'Fei, Bo'], ['Ann Lee', 'Bo Wu', 'Cy Doe'])
    >>> grouped([["Kingma", "Diederik P."], ["Jimmy Ba"]])
    ['Kingma, Diederik P.', 'Jimmy Ba']
    """
    style = _style(stretches, flipped)
    return [name for stretch in stretches for name in _names(stretch, style)]


def _style(stretches: Sequence[Sequence[str]], flipped: bool) -> _Style:
    kinds = [[kind_of(part) for part in stretch] for stretch in stretches]
    kinds = [[kind for kind in row if kind not in (Kind.MARK, Kind.SUFFIX)] for row in kinds]
    kinds = [row for row in kinds if row]
    lone = [row[0] for row in kinds if len(row) == 1]
    return _Style(
        lone_words=Kind.WORD in lone,
        lone_full=Kind.FULL in lone,
        in_pairs=len(kinds) > 1
        and all(len(row) == 2 and row != [Kind.FULL, Kind.GROUP] for row in kinds)
        and not _are_two_people(stretches),
        filed=_are_filed(kinds),
        flipped=flipped,
    )


def _are_filed(kinds: Sequence[Sequence[Kind]]) -> bool:
    """Return whether two thirds of several stretches are one word and given names.

    >>> _are_filed([[Kind.WORD, Kind.WORD], [Kind.WORD, Kind.GROUP], [Kind.WORD, Kind.FULL]])
    True
    """
    given = (Kind.WORD, Kind.FULL, Kind.INITIALS, Kind.SHORT)
    filed = sum(
        len(row) == 2 and row[0] in (Kind.WORD, Kind.PARTICLE) and row[1] in given for row in kinds
    )
    return filed > 1 and filed * 3 >= 2 * len(kinds)


def _are_two_people(stretches: Sequence[Sequence[str]]) -> bool:
    """Return whether the two parts of each stretch are whole names: "Bo Fei, Al Go" on each line.

    Given and family names show it, and initials between them.

    >>> _are_two_people([["Helena Fei", "Tomasz Go"], ["Bo D. Hu", "Ann Brandt"]])
    True
    >>> _are_two_people([["García López", "Ana María"], ["Pérez Ruiz", "Juan Carlos"]])
    False
    """
    pairs = [row for row in stretches if len(row) == 2 and all(" " in part for part in row)]
    return bool(pairs) and sum(map(_two_people, pairs)) >= 0


def are_two_people(one: str, other: str) -> bool:
    """Return whether a given name begins two names of several words, and ends none.

    >>> are_two_people("Helena Fei", "Tomasz Go"), are_two_people("Fei Go", "Helena Maria")
    (True, False)
    >>> are_two_people("Hans-Georg Fei", "Petra Go"), are_two_people("Ana López", "José María")
    (True, False)
    """
    if " " not in one or " " not in other:
        return False
    first, *_, family = one.split()
    second, *_, last = other.split()
    # "Hans-Georg" is a given name as "Hans" is.
    begin = all(is_given(name.partition("-")[0]) for name in (first, second))
    begin = begin and not is_family(first)
    iberian = is_iberian(family) and not is_family(last)
    ends = is_given(last) or iberian or suffix_of(last) or is_degree(last)
    return begin and not ends and not is_particle(first.lower())


def _two_people(row: Sequence[str]) -> int:
    """Return how likely two parts are two people, and not a family name with given names.

    >>> _two_people(["Helena Fei", "Bo Brandt"]), _two_people(["Brandt Fei", "Bo Helena"])
    (2, -2)
    """
    (first, *middle, _), (_, *others) = (part.split() for part in row)
    people = is_given(first) + is_family(others[-1]) + any("." in word for word in middle)
    filed = is_family(first) + is_given(others[-1]) + ("." in others[-1]) + is_iberian(first)
    return people - filed


def _names(stretch: Sequence[str], style: _Style) -> Iterator[str]:
    parts, suffixes = _apart(stretch)
    kinds = [kind_of(part) for part in parts]
    place = 0
    pairs = _alternates(kinds, style) or (_is_one_person(parts) and not style.flipped)
    while place < len(parts):
        ahead = kinds[place + 1] if place + 1 < len(parts) else None
        if ahead is not None and _belongs(parts, kinds, place, pairs, style):
            suffix = suffixes.get(place) or suffixes.get(place + 1)
            middle = f"{suffix}, " if suffix else ""
            yield f"{parts[place]}, {middle}{parts[place + 1]}"
            place += 2
            continue
        suffix = suffixes.get(place)
        yield f"{parts[place]}, {suffix}" if suffix else _upright(parts[place], kinds[place])
        place += 1


def _is_one_person(parts: Sequence[str]) -> bool:
    """Return whether two words between semicolons are a family name and a given name.

    >>> _is_one_person(["Wagner", "Helena"]), _is_one_person(["Helena", "Wagner"])
    (True, False)
    """
    if len(parts) != 2 or any(" " in part for part in parts):
        return False
    family, given = parts
    return is_given(given) and not is_family(given) and not is_given(family)


def _apart(stretch: Sequence[str]) -> tuple[list[str], dict[int, str]]:
    """Return the parts without the suffixes, and each suffix by the place of its part.

    >>> _apart(["Davis", "Jr.", "Sammy"])
    (['Davis', 'Sammy'], {0: 'Jr.'})
    """
    parts: list[str] = []
    suffixes: dict[int, str] = {}
    for part in stretch:
        if parts and kind_of(part) is Kind.SUFFIX:
            suffixes[len(parts) - 1] = part
        else:
            parts.append(part)
    return parts, suffixes


def _alternates(kinds: Sequence[Kind], style: _Style) -> bool:
    """Return whether the parts are family and given names in turn."""
    people = [kind for kind in kinds if kind is not Kind.MARK]
    if len(people) < 2 or len(people) % 2:
        return False
    families, given = people[::2], people[1::2]
    if not set(families) <= {Kind.WORD, Kind.PARTICLE}:
        return False
    # "ChengXiang" reads as a group alone, and as a given name where most others are given names.
    if Kind.GROUP in given and given.count(Kind.GROUP) * 3 <= len(given):
        given = [kind for kind in given if kind is not Kind.GROUP]
    if set(given) <= {Kind.INITIALS}:
        return True
    if not set(given) <= {Kind.WORD, Kind.FULL, Kind.INITIALS, Kind.PARTICLE, Kind.SHORT}:
        return False
    if {*families, *given} <= {Kind.WORD}:
        return style.lone_words == style.flipped
    return True


def _belongs(
    parts: Sequence[str], kinds: Sequence[Kind], place: int, pairs: bool, style: _Style
) -> bool:
    """Return whether a part is the family name of the given name after it."""
    here, ahead = kinds[place], kinds[place + 1]
    if here is Kind.GROUP:
        turned = f"{parts[place]}, {parts[place + 1]}"
        return ahead in (Kind.WORD, Kind.FULL, Kind.INITIALS, Kind.GROUP) and (
            upright(turned) != turned
        )
    if here not in (Kind.WORD, Kind.FULL, Kind.PARTICLE):
        return False
    if ahead is Kind.INITIALS:
        return True
    if ahead is Kind.GROUP:
        # "Hwang, HyeongJoo" among pairs: a given name that alone reads as a group.
        return (style.filed or pairs) and here is Kind.WORD and " " not in parts[place + 1]
    if ahead not in (Kind.WORD, Kind.FULL, Kind.PARTICLE, Kind.SHORT):
        return False
    if pairs or (here is Kind.PARTICLE and parts[place][:1].islower()):
        return True
    return _is_filed_before_names(parts, kinds, place, style)


def _is_filed_before_names(
    parts: Sequence[str], kinds: Sequence[Kind], place: int, style: _Style
) -> bool:
    """Return whether a part is a family name though the list is not one of pairs."""
    here, ahead = kinds[place], kinds[place + 1]
    if style.filed and here is Kind.WORD and len(parts) == 2:
        return True
    ends_in_initial = ahead is Kind.SHORT and parts[place + 1].endswith(".")
    if here is Kind.FULL:
        return _is_double_family(parts, kinds, place, style, ends_in_initial)
    if ends_in_initial or place:
        return ends_in_initial
    # "Kingma, Diederik, Jimmy Ba": only the first name is turned around.
    after = kinds[2:]
    if not (after or style.lone_full):
        return False
    if not all(kind in (Kind.FULL, Kind.MARK) for kind in after):
        return False
    return ahead is Kind.WORD or (parts[place].lower() in SURNAMES_FIRST) != style.flipped


def _is_double_family(
    parts: Sequence[str], kinds: Sequence[Kind], place: int, style: _Style, ends_in_initial: bool
) -> bool:
    if len(kinds) != 2 or (kinds[1] is Kind.SHORT and not ends_in_initial):
        return False
    if style.lone_full and not ends_in_initial:
        return style.flipped
    iberian = all(map(is_iberian, parts[place].split()))
    likely = style.in_pairs or iberian or kinds[1] is Kind.WORD or ends_in_initial
    return likely != style.flipped


def _upright(part: str, kind: Kind) -> str:
    """Return a name of PubMed's form with a comma: "Rinaldi ME" becomes "Rinaldi, M. E."."""
    found = _SHORT.fullmatch(part) if kind is Kind.SHORT else None
    if found is None:
        return part.replace(TURNED, ", ")
    given = found["given"]
    if is_degree(given) and is_whole(found["family"], given):
        return found["family"]
    if "." not in given[:-1]:
        given = " ".join(f"{letter}." for letter in given if letter.isalpha())
    # The stop at the end of the list belongs to "Jr." and not to "3rd".
    stated = found["suffix"] or ""
    suffix = f", {stated if stated[:1] in 'JS' else stated.rstrip('.')}" if stated else ""
    return f"{found['family']}, {given}{suffix}"

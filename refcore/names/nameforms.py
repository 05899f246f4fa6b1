"""The forms of whole names in a list: "Bo Fei", "Fei, B.", "FEI Bo", "B. Fei", "Fei AB".

One name seldom shows its form. All names of a list together do: either all have their initials
behind, or none has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from refcore.names.cells import Held, held_by, is_role, is_words_of_name
from refcore.names.customs import is_degree, is_iberian, is_particle, suffix_of, without_titles
from refcore.names.degrees import without_shown_titles
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.grouping import TURNED, is_cjk
from refcore.names.groups import is_institution, is_team, looks_like_group
from refcore.names.initialled import have_surnames_last, is_surname, with_surname
from refcore.names.places import is_town
from refcore.names.recase import recase, recase_filed
from refcore.names.rowlines import is_acronym_of_town
from refcore.names.shape import is_name
from refcore.names.written import clean
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = [
    "as_written",
    "in_one_form",
    "is_only_initials",
    "is_whole_name",
    "may_be_initials",
    "pairs_of",
]

_MOST_INITIALS: Final = 3
_MOST_WORDS: Final = 7
_INITIALS: Final = (
    r"(?:[^\W\d_a-z][a-z]?\.(?:[ -]?[^\W\d_]\.){0,4}"
    r"|(?-i:[A-ZÀ-Þ](?:[ -][A-ZÀ-Þ]|[A-ZÀ-Þ](?![A-ZÀ-Þ]{2})){0,3}))"
)
_ONLY_INITIALS: Final = regex(widened(_INITIALS))
_INITIALS_LAST: Final = regex(widened(rf"(?P<family>[^\W\d_].*?[^\W\d_.]) (?P<given>{_INITIALS})"))
_INITIALS_FIRST: Final = regex(widened(rf"(?P<given>{_INITIALS}) (?P<family>[^\W\d_].*[^\W\d_])"))
_NUMERAL_LAST: Final = regex(r"[^\W\d_]{2} [IVX]\Z")
_ROMAN: Final = regex(r"[IVX]+")
_JOINED: Final = regex(r"[^\W\d_](?=[^.]|\Z)[ ]?")


def is_whole_name(part: str) -> bool:
    """Return whether a part is a whole name in any form.

    >>> [is_whole_name(part) for part in ("Bo Fei", "B. Fei", "FEI Bo", "Fei AB", "费博", "Fei")]
    [True, True, True, True, True, False]
    >>> [is_whole_name(part) for part in ("TU Wien", "Deep Networks", "Fei, Bo", "Fei, Bo, Al")]
    [False, False, False, False]
    """
    name, comma, suffix = part.partition(", ")
    if ":" in name or "|" in name or (comma and not suffix_of(suffix)):
        return False
    if is_cjk(name):
        return 1 < len(name.replace(" ", "")) < 9 and not is_institution(name)
    words = without_titles(name.split(), 1)
    name = " ".join(words)
    if "  " in part or any(map(is_cjk, words)):
        return False
    if (
        not 1 < len(words) <= _MOST_WORDS
        or any(map(looks_like_group, (name, *words)))
        or any(is_role(word) for word in words if len(word) > 3)
    ):
        return False
    if is_institution(name) or is_acronym_of_town(name) or is_town(name):
        return False
    if len(words) < 3 and is_particle(words[0]) and not name.islower():
        return False  # "de Souza"
    for pattern in (_INITIALS_FIRST, _INITIALS_LAST):
        found = pattern.fullmatch(name)
        if found and _is_family(_calm(found["family"])) and not is_institution(found["family"]):
            return True
    calm = _calm(name)
    return is_name(calm) and held_by(calm) in (Held.NAME, Held.UNKNOWN)


def is_only_initials(part: str) -> bool:
    """Return whether a part is initials alone: "A. B.", "AB".

    >>> is_only_initials("A.-B."), is_only_initials("AB"), is_only_initials("Bo")
    (True, True, False)
    """
    return _ONLY_INITIALS.fullmatch(part) is not None


def may_be_initials(part: str) -> bool:
    """Return whether a part is a degree or initials, as the other names show: "MD", "M. D."

    >>> may_be_initials("M. D."), may_be_initials("PhD"), may_be_initials("A.")
    (True, False, False)
    """
    return is_degree(part) and _ONLY_INITIALS.fullmatch(part) is not None


def pairs_of(parts: Sequence[str], *, filed: bool, sure: bool = False) -> list[str]:
    """Return family and given names that are parts in turn, or nothing.

    >>> pairs_of(["Fei", "B.", "van Dam", "A. C."], filed=False)
    ['Fei, B.', 'van Dam, A. C.']
    """
    families, given = parts[::2], parts[1::2]
    if len(families) != len(given) or not families:
        return []
    if not all(_is_family(_calm(family.partition(",")[0])) for family in families):
        return []
    if any(_INITIALS_FIRST.fullmatch(x) for x in families if not x.isupper()):
        return []
    if not sure and any(map(_are_people, families, given)):
        return []
    firsts = [name.split()[0] for name in families if " " in name and not name.isupper()]
    if any(is_given(first) and not is_particle(first.lower()) for first in firsts):
        return []
    initials = all(_ONLY_INITIALS.fullmatch(part.partition(",")[0]) for part in given)
    named = all(is_words_of_name(part.partition(",")[0]) for part in given)
    named = named and not any(len(part) > _MOST_INITIALS and part.isupper() for part in given)
    if not initials and not (named and filed):
        return []
    return [f"{family}, {rest}" for family, rest in zip(families, given, strict=True)]


def _are_people(one: str, other: str) -> bool:
    if one.isupper() and not other.isupper():
        return False  # "SUU KYI, Aung San"
    if all(map(is_iberian, one.split())) and is_given(other.split()[0]):
        return False  # "Pérez Ortiz, María José"
    return is_whole_name(one) and (
        is_whole_name(other) or _INITIALS_LAST.fullmatch(one) is not None
    )


def _is_family(words: str) -> bool:
    """Return whether words are a family name, with or without particles.

    >>> _is_family("de Menezes e Silva Filho"), _is_family("MIT")
    (True, False)
    """
    return is_words_of_name(words) or (" " in words and is_name(words))


def _calm(text: str) -> str:
    """Return a text with its words in capitals in the usual case.

    >>> _calm("Bo VAN DAM"), _calm("J. FEI"), _calm("bo fei")
    ('Bo van Dam', 'J. Fei', 'Bo Fei')
    """
    if text.islower():
        text = text.title()
    words = [
        word.title() if word.isupper() and len(word) > 1 and "." not in word else word
        for word in text.split()
    ]
    return " ".join(
        word.lower()
        if place and is_particle(word.lower()) and word != text.split()[place]
        else word
        for place, word in enumerate(words)
    )


def in_one_form(names: Sequence[str]) -> list[str]:
    """Return names, those with initials last with a comma before them; nothing if only some have.

    >>> in_one_form(["Fei B", "Go AC"]), in_one_form(["Fei B", "Al Go"])
    (['Fei, B.', 'Go, A. C.'], [])
    >>> in_one_form(["Bin LI", "Wei MA"]), in_one_form(["BO FEI", "AL GO"])
    (['Bin Li', 'Wei Ma'], ['BO FEI', 'AL GO'])
    """
    people = [name for name in names if not is_team(name)]
    filed = [name for name in people if not all(map(suffix_of, name.split(", ")[1:]))]
    if filed:
        doubtful = [name for name in filed if may_be_initials(name.partition(", ")[2])]
        if len(filed) > len(doubtful) or not all(" " in x.partition(",")[0] for x in doubtful):
            return list(names) if len(filed) == len(people) and not _are_upright(filed) else []
        names = [name.partition(", ")[0] if name in doubtful else name for name in names]
        people = [name for name in names if not is_team(name)]
    firsts = [without_titles(name.split(), 1)[0] for name in people]
    if len({first.isupper() for first in firsts if len(first.strip(".")) > 2}) > 1:
        return []  # "Bo FEI, SAP Moss"
    behind = [found for name in people if (found := _with_initials_last(name)) is not None]
    short = [name for name in behind if len(name["given"].strip(".")) == 1 or "." in name["given"]]
    if have_surnames_last(people):
        return list(map(with_surname, names))
    ends = [name.split()[-1] for name in people if _with_initials_last(name) is None]
    is_high = bool(ends) and all(end.isupper() for end in ends)  # "Wei HE, Thi Anh DO"
    if behind and ends and not is_high and all(may_be_initials(x["given"]) for x in behind):
        others = {found[0]: found["family"] for found in behind if " " in found["family"]}
        return [others.get(name, name) for name in names]
    if len(behind) < len(people):
        return [] if short or any(_NUMERAL_LAST.search(name) for name in people) else list(names)
    surnames = sum(is_surname(found["family"]) for found in behind)
    if not short and all(map(str.isupper, people)) and surnames * 2 < len(people):
        return list(names)  # "BO FEI, AL GO"
    return [_filed(name) for name in names]


def _are_upright(names: Sequence[str]) -> bool:
    """Return whether rather the given names than the family names are before the commas.

    >>> _are_upright(["Helena, Berg", "Tomasz, Fei"]), _are_upright(["Berg, Helena"])
    (True, False)
    """
    pairs = [name.split(", ")[:2] for name in names]
    upright = sum(
        is_given(one) + is_family(other) - is_given(other) - is_family(one) for one, other in pairs
    )
    return upright > 0 and not any(" " in other or "." in other for _, other in pairs)


def _with_initials_last(name: str) -> re.Match[str] | None:
    """Return the match of a name with initials behind it, which are no number or suffix.

    >>> [_with_initials_last(name) is None for name in ("Fei AB", "Bo Fei III", "Bo Fei Jr.")]
    [False, True, True]
    """
    found = _INITIALS_LAST.fullmatch(name)
    if found is None or " " not in found["family"]:
        return found
    long = [word for word in found["family"].split() if len(word) > 1 and not is_particle(word)]
    if len({word.isupper() for word in long}) > 1:
        return None  # "FEI Bo A."
    return None if suffix_of(found["given"]) or _ROMAN.fullmatch(found["given"]) else found


def _filed(name: str) -> str:
    """Return a name with a comma before its initials at the end.

    >>> _filed("van Dam JP"), _filed("Fei B.-A."), _filed("Qwen Team")
    ('van Dam, J. P.', 'Fei, B.-A.', 'Qwen Team')
    """
    found = None if is_team(name) else _with_initials_last(name)
    if found is None:
        return name
    given = found["given"]
    if is_degree(given) and " " in found["family"]:
        given = " ".join(given.replace(".", ". ").split())  # "M.D." of "Pérez Ortiz M.D."
    if "." not in given:
        given = (
            _JOINED.sub(lambda letter: f"{letter[0].strip()}. ", given).replace(". -", ".-").strip()
        )
    return f"{found['family']}, {' '.join(given.split())}"


def as_written(names: Sequence[str]) -> list[str]:
    """Return names in the usual case and without titles.

    >>> as_written(["BERG Bo", "VAN DAM Al"]), as_written(["Dr. Bo Fei", "Al Go"])
    (['Berg, Bo', 'van Dam, Al'], ['Bo Fei', 'Al Go'])
    """
    stretches = without_shown_titles([clean(name).split(", ") for name in names])
    stretches = [[" ".join(without_titles(x.split(), 1)) for x in row] for row in stretches]
    recase(stretches)
    recase_filed(stretches)
    return [", ".join(row).replace(TURNED, ", ") for row in stretches]

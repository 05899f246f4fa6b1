"""Lists in which every person has initials: "Rinaldi ME, Okkels AI", "Rinaldi, M. E."

In such a list, MD, IV and AI are initials, and no degree, suffix or company.
Source: the rules of PubMed and of Vancouver for names, which write no degrees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from refcore.names.customs import SURNAMES_FIRST, is_degree, is_particle, is_title, suffix_of
from refcore.names.elisions import elision
from refcore.names.familynames import is_family
from refcore.names.gaps import GAP
from refcore.names.givennames import is_given
from refcore.names.grouping import TURNED
from refcore.names.groups import is_institution, looks_like_group
from refcore.text.letters import has_vowel, widened
from refcore.text.patterns import regex

__all__ = [
    "have_surnames_last",
    "is_surname",
    "with_initials",
    "with_initials_alone",
    "with_surname",
]

_WORD: Final = r"(?:[^\W\d_]['’\w-]*[^\W\d_]|['’][a-z](?= ))"  # and "'t" in "'t Hooft G"
# Family name and initials in one part, either way round.
_BEHIND: Final = regex(
    widened(
        rf"(?P<family>{_WORD}(?: {_WORD}){{0,3}}) (?P<given>[A-Z]{{1,4}}|(?:[A-Z]\.){{2,4}})"
        r"(?: (?P<suffix>(?:[JS]r|2nd|3rd)\.?))?"
    )
)
_BEFORE: Final = regex(widened(rf"(?P<given>[A-Z]{{1,3}}) (?P<family>{_WORD}(?: {_WORD}){{0,3}})"))
# "Kui JIANG" has its family name in capitals, as all names of such a list have.
_CAPITALS: Final = regex(widened(r"[^\W\d_][\w'’-]*\w (?=[A-Z]*[AEIOUY])[A-Z]{4,30}[*\d]?"))
_SURNAME_LAST: Final = regex(
    widened(
        r"(?P<first>[^\W\d_][\w'’-]*[a-zß-ÿ])(?: (?![A-Z]{2})[\w'’.-]{1,30}){0,3}"
        r" (?P<last>[A-Z][A-Z'’-]+)"
    )
)
_ALONE: Final = regex(widened(r"(?P<given>[A-Z]{1,4}|(?:[A-Z]\. ?){1,4})"))
_FAMILY: Final = regex(rf"{_WORD}(?: {_WORD}){{0,3}}")
_DIVIDED: Final = regex(r"(\s{0,9}(?:[,;\n&]\s{0,9})+(?:and\s+)?|\s+and\s+)")
_MARKS: Final = f" \t.*†‡§{GAP}"
_MOST_SURE: Final = 3  # Four capitals after a name are a place of work as often as initials.
# "and" in other languages, roles and forms of address, in capitals.
_WORDS: Final = frozenset("EA ET OG PI PP SE UA".split())
_DOUBTFUL: Final = regex(r"[A-Z][A-Z](?: |\Z)")
_LONGEST: Final = 300_000


class _Part(NamedTuple):
    """A family name with its initials, and whether these letters can be nothing else."""

    family: str
    given: str
    sure: bool
    suffix: str = ""


def with_initials(text: str) -> str:
    """Return a pasted list in which letters that only seem a degree or a company are initials.

    >>> with_initials("Ling C, Okkels AI, Wu J").replace(TURNED, " / ")
    'Ling C, Okkels / A. I., Wu J'
    >>> with_initials("Ling, C., Okkels, M.D., Wu, J.").replace(TURNED, " / ")
    'Ling, C., Okkels / M. D., Wu, J.'
    >>> with_initials("Bo Fei MD, Al Go RN, Mo Far"), with_initials("DR Okkels, C Ling, J Wu")
    ('Bo Fei MD, Al Go RN, Mo Far', 'D. R. Okkels, C Ling, J Wu')
    """
    if len(text) > _LONGEST or text.isupper():
        return text
    pieces = _DIVIDED.split(text)
    parts, marks = pieces[::2], pieces[1::2]
    in_capitals = any(map(_CAPITALS.fullmatch, parts))
    has_ai = in_capitals and any(part.strip(_MARKS).endswith(" AI") for part in parts)
    if has_ai or have_surnames_last(parts):  # Ai is a family name, too
        return "".join(_alternate([with_surname(part) for part in parts], marks))
    if in_capitals:
        return text
    for read in (_behind, _before):
        found = [read(part) for part in parts]
        if _is_certain(found, _people(parts)):
            parts = [
                _whole(part, own, turned=read is _behind)
                for part, own in zip(parts, found, strict=True)
            ]
            return "".join(_alternate(parts, marks))
    return _filed(parts, marks) or text


def with_initials_alone(entries: Sequence[str]) -> list[str]:
    """Return entries of a list, each one name, in which such letters are initials.

    >>> with_initials_alone(["Ling C", "Okkels IV"]), with_initials_alone(["Okkels, IV", "Wu, J"])
    (['Ling C', 'Okkels, I. V.'], ['Okkels, I. V.', 'Wu, J'])
    >>> with_initials_alone(["Bo Fei", "Scale AI"]), with_initials_alone(["C Ling", "MS Okkels"])
    (['Bo Fei', 'Scale AI'], ['C Ling', 'M. S. Okkels'])
    """
    if not any(map(_DOUBTFUL.search, entries)):
        return list(entries)  # nearly always, and quick
    for read in (_behind, _pair, _before):
        found = [read(entry) for entry in entries]
        if _is_certain(found, _people(entries)):
            return [
                _whole(entry, own, turned=read is not _before).replace(TURNED, ", ")
                for entry, own in zip(entries, found, strict=True)
            ]
    return list(entries)


def have_surnames_last(parts: Sequence[str]) -> bool:
    """Return whether capitals at the end of each name are its family name: "Bin LI", "Wei MA".

    >>> have_surnames_last(["Bin LI", "Wei MA"]), have_surnames_last(["Wang LI", "Okkels MA"])
    (True, False)
    >>> have_surnames_last(["Wei MA", "John T. OKKELS"])
    True
    """
    found = [_SURNAME_LAST.fullmatch(part.strip(_MARKS)) for part in parts]
    names = [name for name in found if name is not None]
    # Initials of one letter, or without a vowel, are initials only.
    if len(names) < 2 or len(names) < len(parts) or not all(map(_is_syllable, names)):
        return False
    last = sum(len(name["last"]) > _MOST_SURE + 1 or is_surname(name["last"]) for name in names)
    first = sum(is_surname(name["first"]) for name in names)
    given = [name["first"].partition("-")[0] for name in names]
    if all(is_given(word) and not is_surname(word) for word in given):
        return True  # "Jean-Luc LE, Anne ROY"
    return last * 3 >= len(names) * 2 and first * 2 < last


def _is_syllable(name: re.Match[str]) -> bool:
    return name["last"] == "NG" or has_vowel(name["last"])


def with_surname(part: str) -> str:
    """Return a name whose family name is in capitals in the usual case.

    >>> with_surname("Kwan-Liu MA*"), with_surname("Bo McFei LIU-BERG")
    ('Kwan-Liu Ma*', 'Bo McFei Liu-Berg')
    """
    before, space, last = part.rpartition(" ")
    return f"{before}{space}{last.title()}" if last.strip(_MARKS).isupper() else part


def is_surname(word: str) -> bool:
    """Return whether a word is a family name of few letters: "LI", "Nie".

    >>> is_surname("LI"), is_surname("Nie"), is_surname("ME")
    (True, True, False)
    """
    return word.lower() in SURNAMES_FIRST or is_family(word.title())


def _people(parts: Sequence[str]) -> int:
    """Return how many parts are no mark such as "et al.".

    >>> _people(["Ling C", "et al."])
    1
    """
    return sum(bool(part.strip(_MARKS)) and elision(part) is False for part in parts)


def _is_certain(found: Sequence[_Part | None], people: int) -> bool:
    """Return whether all names have initials, or most do and at least half of these certainly.

    >>> _is_certain([_behind("Ling C"), _behind("Okkels AI")], 2), _is_certain([None], 1)
    (True, False)
    >>> _is_certain([_behind("Petrov IV"), _behind("Orlova MA")], 2)
    True
    >>> _is_certain([_behind("Scale AI"), _behind("Mistral AI")], 2)
    False
    """
    sure = sum(part is not None and part.sure for part in found)
    perhaps = {part.given for part in found if part is not None and not part.sure}
    count = sum(part is not None for part in found)
    if not perhaps:
        return False
    if count == people and not sure:
        # Family names alone have no degrees; but one company may be named with every part.
        return len(perhaps) > 1 and all(part is None or _is_one_word(part.family) for part in found)
    if count == people:
        return True
    return count - sure <= sure and count * 3 >= people * 2


def _is_one_word(family: str) -> bool:
    """Return whether a family name has one word beside its particles.

    >>> _is_one_word("van der Berg"), _is_one_word("Bo Fei")
    (True, False)
    """
    return sum(not is_particle(word) for word in family.split()) == 1


def _behind(part: str) -> _Part | None:
    part = part.strip(_MARKS)
    has_capitals = any(map(str.isupper, part.split(" ")[-2:]))  # nearly never, and quick
    return _part(_BEHIND.fullmatch(part)) if has_capitals else None


def _before(part: str) -> _Part | None:
    part = part.strip(_MARKS)
    found = _part(_BEFORE.fullmatch(part)) if part.partition(" ")[0].isupper() else None
    if found is None:
        return None
    # No degree and no suffix begins a name.
    return found._replace(sure=not is_title(found.given) and found.given not in _WORDS)


def _pair(part: str) -> _Part | None:
    """Return the initials after a comma, "Okkels, IV", that are all of a given name.

    >>> _pair("Okkels, IV"), _pair("Okkels, Ann")
    (_Part(family='Okkels', given='IV', sure=False, suffix=''), None)
    """
    family, comma, given = part.partition(",")
    found = _ALONE.fullmatch(given.strip()) if comma else None
    if found is None or not _is_family(family.strip()):
        return None
    return _Part(family.strip(), found["given"], _is_sure(found["given"]))


def _part(found: re.Match[str] | None) -> _Part | None:
    if found is None or not _is_family(found["family"]):
        return None
    suffix = found.groupdict().get("suffix") or ""
    return _Part(found["family"], found["given"], _is_sure(found["given"]), suffix)


def _is_family(words: str) -> bool:
    """Return whether words are a family name alone, and not a given name with it.

    >>> [_is_family(words) for words in ("van Okkels", "García Lorca", "Mary Okkels", "MIT")]
    [True, True, False, False]
    """
    if not _FAMILY.fullmatch(words) or words.isupper() or looks_like_group(words):
        return False
    names = [word for word in words.split() if not is_particle(word)]
    upright = all(name[:1].isupper() and not name.isupper() for name in names)
    return bool(names) and upright and (len(names) == 1 or not is_given(names[0]))


def _is_sure(given: str) -> bool:
    """Return whether letters can only be initials: no degree, suffix, title or company.

    >>> [_is_sure(given) for given in ("ME", "MD", "IV", "AI", "DR", "RJGB")]
    [True, False, False, False, False, False]
    """
    bare = given.replace(".", "").replace(" ", "")
    if not 1 < len(bare) <= _MOST_SURE:
        return len(bare) == 1
    other = (
        bare in _WORDS
        or suffix_of(bare)
        or is_degree(bare)
        or is_title(bare)
        or is_institution(bare)
    )
    return not other and not looks_like_group(f"Okkels {bare}") and elision(given) is False


def _whole(text: str, part: _Part | None, *, turned: bool) -> str:
    """Return a part with its initials set apart, if they could be read as something else."""
    if part is None or part.sure:
        return text
    given = _spaced(part.given)
    filed = TURNED.join(filter(None, (part.family, given, part.suffix)))
    name = filed if turned else f"{given} {part.family}"
    return text.replace(text.strip(_MARKS), name, 1).replace("..", ".")


def _spaced(given: str) -> str:
    return " ".join(f"{letter}." for letter in given if letter.isalpha())


def _alternate(parts: Sequence[str], marks: Sequence[str]) -> list[str]:
    """Return parts with the marks between them.

    >>> _alternate(["Ling C", "Wu J"], [", "])
    ['Ling C', ', ', 'Wu J']
    """
    woven = [text for pair in zip(parts, marks, strict=False) for text in pair]
    return [*woven, *parts[len(marks) :]]


def _filed(parts: Sequence[str], marks: Sequence[str]) -> str:
    """Return a list of family names and initials in turn, or nothing for another list.

    >>> _filed(["Ling", "C", "Okkels", "JD"], [", ", "; ", ", "]).replace(TURNED, " / ")
    'Ling, C; Okkels / J. D.'
    >>> _filed(["Bo Fei", "MD", "Mo Far", "RN"], [", ", ", ", ", "])
    ''
    """
    count = _people(parts)
    pairs = [
        _pair(f"{parts[place]}, {parts[place + 1]}")
        for place in range(0, count - 1, 2)
        if marks[place].strip() == ","
    ]
    if count % 2 or len(pairs) * 2 != count or None in pairs or not _is_certain(pairs, count // 2):
        return ""
    kept: list[str] = []
    for place, pair in zip(range(0, count, 2), pairs, strict=True):
        rest = f"{marks[place]}{parts[place + 1]}"
        if pair is not None and not pair.sure:
            rest = f"{TURNED}{_spaced(pair.given)}"
        kept += [f"{parts[place]}{rest}", *marks[place + 1 : place + 2]]
    return "".join([*kept, *_alternate(parts[count:], marks[count:])])

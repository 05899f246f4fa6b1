"""Lists of authors that BibTeX does not divide as their writer meant them.

Each kind of entry that is no plain name is a row: how it is read, and an example. What no row reads
is divided at its commas or semicolons, if those are between names. `refcore.bibtex.meant` reads
each name. What only odd lists need is imported where they are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Final, NamedTuple

from refcore.bibtex.meant import ACCENTED, ELIDED_WORDS, INITIALS, is_group, plain_of, simple
from refcore.names.customs import SURNAMES_FIRST, is_degree, is_iberian, is_particle, suffix_of
from refcore.names.elisions import elision, trailing_elision
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, looks_like_group
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["ENTRIES", "Entry", "Listed", "listed"]

_INITIAL_AT_END: Final = regex(r"(?:^|\s)\w\.?$")
_LONGEST_MARK: Final = 60
# "others" in other languages, as one entry of a list after "and".
_OTHERS_ABROAD: Final = frozenset(
    "altri altre andere anderen andra andre autres inni muut otras otros outras outros overige "
    "další ostali weitere другие інші".split()
)
# BibLaTeX's form with named parts, whose commas are its own.
_IN_PARTS: Final = regex(r"\b(?:family|given|prefix|suffix)(?:-i)?\s{0,9}=")
# The mark of a footnote or an affiliation at the end of a name: "Bo Fei$^{1,*}$".
_FOOTNOTE: Final = regex(
    r"(?<=[^\W\d_])\s{0,3}(?:\$\s?\^\s?\{?(?:[\d,*\s]|\\(?:ast|star|dagger|ddagger)\b){1,12}\}?\s?\$"
    r"|\\textsuperscript\{[\d,* a-h]{1,12}\})\Z"
)
# "Bo Fei1,2": the numbers of affiliations.
_GLUED_NUMBER: Final = regex(r"(?<=[^\W\d_][a-zß-ÿ])\d{1,2}(?:,\d{1,2}){0,5}\Z")
# "Beilock1, Sian": the number of an affiliation before a comma; "Data61, CSIRO" is no person.
_NUMBERED_FAMILY: Final = regex(r"(?<=[^\W\d_]{2}[a-zß-ÿ])[1-9]\d?(?=, [^\W\d_][^\W\dA-Z_])")
# The number that dblp gives to people of one name: "Yang Liu 0005".
_HOMONYM: Final = regex(r"(?<=\w)[\s~]{1,3}0\d{3}(?=\s{0,3},|\Z)")
_DIGITS: Final = frozenset("0123456789")
# Signs that stay where a program has cut a list into names: "Wu, Bo;", "Fei, Al &", "Go /".
_SIGNS: Final = frozenset(";/|•*†‡&")
_AMONG_NAMES: Final = regex(r"[;&|]")
_LEFT_SIGNS: Final = r"(?:[\s~]{0,3}(?:[;/|•*†‡]|\{?\\?&\}?))+"
_SIGN_BEHIND: Final = regex(
    rf"(?<=[\w.}}]){_LEFT_SIGNS}[\s~]{{0,3}}(?=,|\Z)|\A{_LEFT_SIGNS}[\s~]{{1,3}}(?=[\w{{])"
)
# A stop behind a family name: "Ann Moss.", "Moss., Ann".
_STOP_BEHIND: Final = regex(r"(?<=[^\W\d_][a-zß-ÿ]{2})[\s~]?\.(?=,|\Z)")
_INITIALS_BEHIND: Final = regex(
    widened(r"(?:\{[^{},]+\}|[^\W\d_][\w'’-]+[a-zß-ÿ]) ((?:[A-Z]\.[ -]?){1,4})")
)
_INITIAL_LAST: Final = regex(widened(r"[^{},\\]*[a-zß-ÿ.] (?:[A-Z]\.){1,3}"))
# "{Lee, A., Wu, B., Fei}, C." and "Bo Fei {Al Lee, Cy Go}": braces that join names.
_JOINING_BRACE: Final = regex(
    r"\{(?P<inside>[^{},]*,[^{}]*)\}, (?P<given>[^{},;]+)"
    r"|(?P<before>[^{},;]+) \{(?P<after>[^{},]*,[^{}]*)\}"
)
_AFFILIATION: Final = regex(r"(?<=[^\W\d_])\s{1,3}\(([^(){}]{2,80})\)\Z")
_PLAIN_AND: Final = regex(r"\s+and\s+")
_LONGEST_LIST: Final = 20_000
_INITIALS_FIRST: Final = regex(
    r"(?:[^\W\d_]\.[\s~-]?){1,4}\s{0,2}[^\W\d_][^\W\d_'’-]{2,40}(?:-\w{2,40})?"
)
# An "and" at the beginning, at the end, or before a comma.
_LONE_AND: Final = regex(
    r"(?:\A|(?<=\s))(?:and|AND)(?:\s*,(?=\s)|(?<=\Aand)\s|(?<=\AAND)\s|(?=\s*\Z))"
)
# What writers take for an "and" between names.
_MARKED_AND: Final = regex(r"\s{0,9}\\and(?![A-Za-z])(?:\{\})?\s{0,9}|\s{1,9}\{and\}\s{1,9}")
_BRACED_NAME: Final = regex(r"(?:\A|(?<= and ))\{([^{}]+)\}(?=\Z| and )")
_ENDS_IN_CAPITALS: Final = regex(widened(r"[^,]*[\w}] (?:[A-Z]{1,4}|(?:[A-Z]\.[ -]?){1,4})\Z"))


class Listed(NamedTuple):
    """One entry of a list: a name as written, or authors left out, and what is wrong with it."""

    raw: str
    others: bool | int = False
    fault: str = ""


def listed(raw_names: Sequence[str]) -> list[Listed]:
    """Return the entries of a list as they are meant, where commas or semicolons divide names.

    >>> [entry.raw for entry in listed(["A. One, B. Two, C. Three"])]
    ['A. One', 'B. Two', 'C. Three']
    >>> [entry.others for entry in listed(["Bo Fei", "et al."])]
    [False, True]
    """
    if filed := _with_initials_behind(raw_names):
        return filed
    found: list[Listed] = []
    # "Ann Lee, Bo Wu and Cy Doe": the other names have no comma.
    only_one = 0 < len(raw_names) - 1 == sum(map(_is_upright, raw_names))
    for name in _with_whole_bodies(raw_names):
        if isinstance(name, Listed):
            found.append(name)
            continue
        if not only_one and simple(name):
            found.append(Listed(name))
            continue
        for read in _READERS if found else _READERS_OF_FIRST:
            if entries := read(name):
                found += entries
                break
        else:
            found += _before_and(name, only_one=only_one)
    return found


def _with_whole_bodies(raw_names: Sequence[str]) -> Iterator[str | Listed]:
    """Yield names, and an entry for each body whose name has "and" within.

    >>> [getattr(name, "raw", name) for name in _with_whole_bodies(["Food", "Drug Administration"])]
    ['{Food and Drug Administration}']
    """
    rest = iter(zip_longest(raw_names, raw_names[1:], fillvalue=""))
    for before, after in rest:
        if not after or not _is_cut(before, after):
            yield before
            continue
        whole = f"{{{before} and {after}}}"
        said = f"{_short(before)}: 'and' is within the name of a group; write it in braces: {whole}"
        yield Listed(whole, fault=said)
        next(rest)


def _is_cut(before: str, after: str) -> bool:
    is_plain = not {",", "{", "\\"} & {*before, *after}
    if not (is_plain and (is_group(before) or is_group(after))):
        return False
    from refcore.names.bodies import is_cut_body

    return is_cut_body(before, after)


def _with_initials_behind(raw_names: Sequence[str]) -> list[Listed]:
    """Return the entries of a list that writes each name as PubMed does, or nothing.

    >>> [entry.raw for entry in _with_initials_behind(["Rinaldi ME", "Okkels RM", "others"])]
    ['Rinaldi, M. E.', 'Okkels, R. M.', 'others']
    >>> _with_initials_behind(["Aili Chen", "Okkels RM"]), _with_initials_behind(["Okkels RM"])
    ([], [])
    """
    *people, last = raw_names or ("",)
    rest = [last] if last == "others" else []
    people = people if rest else [*people, last]
    if len(people) < 2 or not all(map(_ENDS_IN_CAPITALS.fullmatch, people)):
        return []
    # "Wei MA and Bin LI" may have family names in capitals.
    if all(name.rpartition(" ")[2].lower() in SURNAMES_FIRST for name in people):
        return []
    from refcore.names.familynames import is_family
    from refcore.names.grouping import grouped
    from refcore.names.initialled import with_initials_alone

    names = with_initials_alone([plain_of(name) for name in people])
    if not all(map(_is_indexed, names)) or any(map(looks_like_group, names)):
        return []
    # "Aili C and Bo F" leaves out the family names.
    given = sum(is_given(name.split()[0]) and not is_family(name.split()[0]) for name in names)
    if given * 2 >= len(names):
        return []
    filed = [name if "," in name else grouped([[name]])[0] for name in names]
    said = f"{_short(people[0])}: initials behind a family name are read as the family name"
    return _all_of([*filed, *rest], f"{said}; write {_joined(filed)}")


def _is_indexed(name: str) -> bool:
    from refcore.names.grouping import is_short

    return is_short(name) or "," in name


def _before_and(name: str, *, only_one: bool) -> tuple[Listed, ...]:
    """Return the entries in one, which may have a comma before the "and": "A. One, B. Two, and"."""
    if name[-1:] == "," and "," in name[:-1] and "{" not in name:
        found = _divided(name[:-1].rstrip(), only_one=only_one)
        if len(found) > 1:
            return found
    return _divided(name, only_one=only_one)


def _all_of(names: Sequence[str], fault: str) -> list[Listed]:
    """Return an entry for each name, and the fault with the first."""
    return [Listed(names[0], fault=fault), *map(Listed, names[1:])]


def _with_stray_and(name: str) -> list[Listed]:
    if not ("and" in name or "AND" in name or "And" in name):
        return []
    names = _around_and(name)
    if not names or names == [name]:
        return []
    return _all_of(names, f"{_short(name)}: 'and' without a name before or after it is left out")


def _with_marked_and(name: str) -> list[Listed]:
    names = _MARKED_AND.split(name) if "and" in name and name[:1] != "{" else [name]
    # "Barnes {and} Noble" is one name.
    if len(names) < 2 or ("{and}" in name and not all("," in one for one in names)):
        return []
    return _all_of(
        names, f"{_short(name)}: only a plain 'and' divides names; write {_joined(names)}"
    )


def _list_in_braces(name: str) -> list[Listed]:
    names = _in_one_brace(name)
    if not names:
        return []
    said = f"{_short(name)}: braces make one name of a list; write {_joined(names)}"
    return _all_of(names, said)


def _with_footnote_mark(name: str) -> list[Listed]:
    bare = _FOOTNOTE.sub("", name) if name[-1:] in "$}" else name
    numbered = not _DIGITS.isdisjoint(name) and " " in name and "=" not in name
    if numbered and not looks_like_group(name):
        bare = _NUMBERED_FAMILY.sub("", _GLUED_NUMBER.sub("", bare))
    if bare == name:
        return []
    return [Listed(bare, fault=f"{_short(name)}: a footnote mark is left out")]


def _with_homonym_number(name: str) -> list[Listed]:
    bare = name if _DIGITS.isdisjoint(name) else _HOMONYM.sub("", name)
    if bare == name:
        return []
    return [Listed(bare, fault=f"{_short(name)}: a number of dblp is left out")]


def _with_sign_behind(name: str) -> list[Listed]:
    if _SIGNS.isdisjoint(name):
        return []
    bare = name if name[:1] == "{" and name[-1:] == "}" else _SIGN_BEHIND.sub("", name)
    if bare == name or not bare.strip(" ,.") or _AMONG_NAMES.search(bare):
        return []
    return [Listed(bare, fault=f"{_short(name)}: a sign that is not part of the name is left out")]


def _with_stop_behind(name: str) -> list[Listed]:
    stop = _STOP_BEHIND.search(name) if name[-1:] == "." or ".," in name else None
    if " " not in name:
        return []
    if stop is None or looks_like_group(plain_of(name)) or is_institution(name):
        return []
    word = name[: stop.start()].replace(",", " ").split()[-1]
    if suffix_of(f"{word}.") or is_degree(f"{word}.") or ("," in name and stop.end() == len(name)):
        return []
    bare = name[: stop.start()] + name[stop.end() :]
    return [Listed(bare, fault=f"{_short(name)}: a stop that ends the name is left out")]


def _with_initial_last(name: str) -> list[Listed]:
    """Read "Moss D. C." as "Moss, D. C."; where a given name comes first, only say what is odd.

    >>> [_with_initial_last(name)[0].raw for name in ("Moss D. C.", "Carlos A.", "Fei Bo W.")]
    ['Moss, D. C.', 'Carlos A.', 'Fei Bo W.']
    """
    if name[-1:] != "." or looks_like_group(name) or not any(map(str.islower, name)):
        return []
    text = name if name[:1] == "{" else plain_of(name)
    if behind := _INITIALS_BEHIND.fullmatch(text):
        from refcore.names.familynames import is_family

        first = text[: behind.start(1)].strip()
        if not is_given(first) or is_family(first):
            said = "initials behind a family name are read as the given name"
            filed = f"{name[: -len(behind[1])].rstrip()}, {behind[1]}"
            return [Listed(filed, fault=f"{_short(name)}: {said}; write {filed!r}")]
    if not _INITIAL_LAST.fullmatch(text):
        return []
    said = "an initial at the end is read as the family name; write 'Family, Given'"
    return [Listed(name, fault=f"{_short(name)}: {said}")]


def _with_joining_brace(name: str) -> list[Listed]:
    found = _JOINING_BRACE.fullmatch(_without_accents(name)) if "{" in name else None
    if found is None:
        return []
    inside, given, before, after = found.groups()
    if suffix_of((inside or after).rpartition(",")[2].strip()):
        return []
    if after and ";" in after:  # "H. {Lee, F.; Wu}" is "Lee, F.; Wu, H.", which BibTeX has divided
        inside, given = after, before
    if inside and (more := elision(given)) is not False:
        said = f"{_short(given)} is not a name; write 'and others'"
        return [Listed(inside), Listed(given, more, said)]
    if inside:
        entries = _divided(f"{inside}, {given}".replace(", and ", ", "), only_one=False)
        if len(entries) > 1:
            said = "braces join several names"
            names = [entry.raw for entry in entries]
            return _all_of(names, f"{_short(name)}: {said}; write {_joined(names)}")
    return [Listed(name, fault=f"{_short(name)}: {_BRACES_JOIN}")]


_BRACES_JOIN: Final = (
    "braces that hold a comma; write 'and' between names, and a suffix before the given name"
)


def _without_accents(name: str) -> str:
    r"""Return a name with the letters that LaTeX's accents make, and its other braces.

    >>> _without_accents(r"{Moss, A., Fern{\'{a}}ndez}, J.")
    '{Moss, A., Fernández}, J.'
    """
    return ACCENTED.sub(lambda found: plain_of(found[0]), name) if "\\" in name else name


def _with_affiliation(name: str) -> list[Listed]:
    place = _AFFILIATION.search(name) if name[-1:] == ")" else None
    if place is None or not _is_place(place[1]):
        return []
    said = f"{_short(name)}: an affiliation is not part of a name; it is left out"
    return [Listed(name[: place.start()], fault=said)]


def _in_named_parts(name: str) -> list[Listed]:
    return [Listed(name)] if "=" in name and _IN_PARTS.search(name) else []


def _in_one_brace(raw: str) -> list[str]:
    """Return the names of a list that one pair of braces encloses, or nothing for a group.

    >>> _in_one_brace("{Ann Lee and Bo Wu}"), _in_one_brace("{Barnes and Noble}")
    (['Ann Lee', 'Bo Wu'], [])
    """
    if raw[:1] != "{" or raw[-1:] != "}" or len(raw) > _LONGEST_LIST:
        return []
    inside = raw[1:-1]
    if "{" in inside:
        inside = _BRACED_NAME.sub(r"\1", inside)  # each name may have braces of its own
    if "{" in inside:
        return []
    names = [name.strip() for name in _PLAIN_AND.split(inside)]
    if len(names) < 2 and inside.count(",") > 1:
        names = [name.strip() for name in inside.split(",")]
    people = all(map(_reads_as_person, names))
    is_list = len(names) > 1 and people and not any(map(is_institution, names))
    return names if is_list else []


def _reads_as_person(name: str) -> bool:
    """Return whether a name in braces with others is a person's: "Ann Lee", "Lee, A. B.".

    >>> _reads_as_person("Lee, A. B."), _reads_as_person("Noble, Inc."), _reads_as_person("Moss")
    (True, False, False)
    """
    _, comma, given = name.partition(", ")
    if comma and INITIALS.fullmatch(given):
        return True
    if " " not in name:
        return False
    from refcore.names.shape import is_name

    return is_name(name) and not looks_like_group(name)


def _around_and(raw: str) -> list[str]:
    """Return the names around an "and" that divides none: "and Bo Fei", "Bo Fei and, Al Lee".

    >>> _around_and("and Lee, Ann"), _around_and("Bo Fei and, Al Lee"), _around_and("Anders And")
    (['Lee, Ann'], ['Bo Fei', 'Al Lee'], ['Anders And'])
    """
    pieces = _LONE_AND.split(raw) if "{" not in raw else [raw]
    return [piece for piece in (piece.strip(" ,;") for piece in pieces) if piece] or [raw]


def _is_place(text: str) -> bool:
    """Return whether brackets after a name hold where its bearer works: "MIT", "Oslo University".

    >>> _is_place("MIT"), _is_place("Oslo University"), _is_place("Bo")
    (True, True, False)
    """
    return is_institution(text) or looks_like_group(text) or (text.isupper() and text.isalpha())


def _is_upright(name: str) -> bool:
    """Return whether a name has its given names first and no comma.

    >>> _is_upright("Bo Fei"), _is_upright("Fei, Bo")
    (True, False)
    """
    return "," not in name and " " in name and name[:1] != "{"


def _elided(raw: str) -> list[Listed]:
    """Return the entries of "et al." or "Bo Fei et al.", or nothing for another name."""
    if raw[:1] == "{" and "{}" in (raw[:2], raw[-2:]):
        return []  # `refcore.bibtex.write_names` says so that a word is a name
    bare = raw.strip("{},; ")
    if (bare == "others" and raw != bare) or bare.rstrip(".") in _OTHERS_ABROAD:
        return [Listed(raw, others=True, fault=f"{_short(raw)} is not a name; write 'and others'")]
    word = raw.partition(" ")[0].partition("~")[0].partition(".")[0]
    word = word.lower() if len(word) > 1 else word
    is_name = word.isalpha() and word.isascii() and word not in ELIDED_WORDS
    if is_name or raw == "others" or len(raw) > _LONGEST_MARK:
        return []
    said = elision(plain_of(raw).replace("~", " "))
    if said is False:
        return []
    advice = "'others' in lower case" if raw == "Others" else "'and others'"
    return [Listed(raw, said, f"{_short(raw)} is not a name; write {advice}")]


class Entry(NamedTuple):
    """A kind of entry that is no plain name: how it is read, and an example.

    `read` returns nothing for entries of another kind. `follows` says that such an entry is
    never the first of a list. `names` are the names that are read from the example.
    """

    what: str
    read: Callable[[str], list[Listed]]
    example: str
    names: tuple[str, ...]
    follows: bool = False


# The first row that reads an entry counts; what none reads is divided at its commas.
ENTRIES: Final = (
    Entry("an 'and' too many", _with_stray_and, "and Bo Fei", ("Bo Fei",)),
    Entry("a marked 'and'", _with_marked_and, r"Bo Fei \and Al Lee", ("Bo Fei", "Al Lee")),
    Entry("a list in braces", _list_in_braces, "{Ann Lee and Bo Wu}", ("Ann Lee", "Bo Wu")),
    Entry("the mark of a footnote", _with_footnote_mark, "Bo Fei$^{1,*}$", ("Bo Fei",)),
    Entry("others", _elided, "et al.", ("et al.",), follows=True),
    Entry("a number of dblp", _with_homonym_number, "Bo Fei 0005", ("Bo Fei",)),
    Entry("a sign behind a name", _with_sign_behind, "Fei, Bo;", ("Fei, Bo",)),
    Entry("a stop behind a name", _with_stop_behind, "Bo Brandt.", ("Bo Brandt",)),
    Entry("initials behind a name", _with_initial_last, "Moss D. C.", ("Moss, D. C.",)),
    Entry("braces that join", _with_joining_brace, "{Lee, A., Fei}, B.", ("Lee, A.", "Fei, B.")),
    Entry("an affiliation", _with_affiliation, "Bo Fei (MIT)", ("Bo Fei",)),
    Entry("named parts", _in_named_parts, "family=Fei, given=Bo", ("family=Fei, given=Bo",)),
)
_READERS: Final = tuple(entry.read for entry in ENTRIES)
_READERS_OF_FIRST: Final = tuple(entry.read for entry in ENTRIES if not entry.follows)


@lru_cache(maxsize=16384)
def _divided(raw: str, *, only_one: bool) -> tuple[Listed, ...]:
    """Return the entries in one that BibTeX reads as a single name.

    `only_one` says that all other names of the list have their given names first.
    """
    name, said = trailing_elision(raw) if "{" not in raw else (raw, False)
    if said is not False:
        mark = raw[len(name) :].strip(" ,;")
        advice = f"{_short(raw)}: {mark!r} is not part of a name; write 'and others' after it"
        return (*_divided(name, only_one=name.count(",") > 1), Listed(mark, said, advice))
    names = _at_ampersands(raw) if "&" in raw and ";" not in raw else []
    if names:
        divided = [entry for name in names for entry in _divided(name, only_one=True)]
        written = _joined([entry.raw for entry in divided])
        fault = f"{_short(raw)}: '&' between names; write {written}"
        return (divided[0]._replace(fault=fault), *divided[1:])
    if ";" in raw and "&" not in raw.replace("\\&", ""):
        if raw[:1] == "{" and raw.count("{") == 1 and "," in raw.partition("}")[0]:
            raw = raw.replace("{", "").replace("}", "")  # "{Lee, Al; Wu, Bo; Fei}, Cy"
        names = [piece.strip() for piece in _outside_braces(raw, ";") if piece.strip()]
    if len(names) < 2 and "," in raw:
        names = _at_commas(raw, only_one=only_one)
    if len(names) < 2:
        doubt = next((row.said for row in _DOUBTS if row.applies(raw)), "")
        return (Listed(raw, fault=f"{_short(raw)}: {doubt}" if doubt else ""),)
    between = "semicolons" if ";" in raw else "commas"
    fault = f"{_short(raw)}: {between} between names; write {_joined(names)}"
    return (Listed(names[0], fault=fault), *map(Listed, names[1:]))


def _may_be_two(raw: str) -> bool:
    """Return whether both parts of a name are a family name and a given name of one word each.

    >>> _may_be_two("Wei Zhang, Li Wang"), _may_be_two("Wang Li, Chen Bo"), _may_be_two("Fei, Bo")
    (True, True, False)
    """
    pair = [part.lower().split() for part in raw.split(",")]
    if list(map(len, pair)) != [2, 2]:
        return False
    return any(all(part[place] in SURNAMES_FIRST for part in pair) for place in (0, 1))


def _has_ampersand(raw: str) -> bool:
    r"""Return whether an ampersand is between words of a name: "Barnes & Noble".

    >>> [_has_ampersand(name) for name in (r"Barnes \& Noble", "{Barnes & Noble}", "AT&T")]
    [True, False, False]
    """
    return "&" in raw and any(word in ("&", "\\&", "{\\&}") for word in _outside_braces(raw, " "))


class _Doubt(NamedTuple):
    """A kind of entry that stays as BibTeX reads it, and what its writer may have meant."""

    applies: Callable[[str], bool]
    said: str


_DOUBTS: Final = (
    _Doubt(
        _may_be_two, "may be two people; write 'and' between them, or braces around a family name"
    ),
    _Doubt(
        _has_ampersand, "'&' in a name; write 'and' between people, or a group's name in braces"
    ),
)


def _short(raw: str) -> str:
    return repr(raw if len(raw) < 80 else f"{raw[:77]}…")


def _joined(names: Sequence[str]) -> str:
    more = " and …" if len(names) > 3 else ""
    return repr(" and ".join(names[:3]) + more)


def _at_ampersands(raw: str) -> list[str]:
    """Return the names between ampersands; a group such as "Barnes & Noble" has none.

    >>> _at_ampersands("Bo Fei & Mo Far"), _at_ampersands("Barnes & Noble")
    (['Bo Fei', 'Mo Far'], [])
    """
    pieces = [piece.strip(" ,\\") for piece in _outside_braces(raw, "&")]
    if len(pieces) < 2 or not all(pieces) or looks_like_group(plain_of(raw)):
        return []
    last = [plain_of(piece.rpartition(",")[2] or piece).split() for piece in pieces]
    are_people = all(", " in piece or " " in piece for piece in pieces)
    return pieces if are_people and all(1 <= len(words) <= 4 for words in last) else []


def _at_commas(raw: str, *, only_one: bool) -> list[str]:
    if not only_one and raw.count(",") == 1:
        return _upright_pair(raw) or _filed_pair(raw)
    from refcore.names.grouping import Kind, grouped, kind_of

    if "{" not in raw:
        from refcore.names.initialled import with_initials

        raw = with_initials(raw)
    written = [part.strip() for part in _outside_braces(raw, ",")]
    if not all(written) or any(part[:1] == "{" and part[-1:] == "}" for part in written):
        return []
    parts = [plain_of(part).strip() for part in written]
    if only_one and (names := _first_filed(parts)):
        return names
    kinds = [kind_of(part) for part in parts]
    if len(parts) > 3:
        names = grouped([parts])
        return names if all(" " in name for name in names) else []
    if len(parts) > 1 and set(kinds) <= {Kind.SHORT, Kind.TURNED}:
        return grouped([parts])
    if any(map(is_degree, parts[1:])):
        return []
    if len(parts) < 2 or not set(kinds) <= {Kind.FULL, Kind.GROUP}:
        return []
    if len(parts) == 3:
        return parts if Kind.SUFFIX not in kinds else []
    family = parts[0].split()
    odd = is_iberian(family[0]) or is_particle(family[0].lower())
    odd = odd or any(_INITIAL_AT_END.search(part) for part in parts)
    return parts if only_one and not odd else []


def _upright_pair(raw: str) -> list[str]:
    """Return two names of which the first begins with initials, as no family name does.

    Given names that begin both show it too.

    >>> _upright_pair("Z. Yao, D. S. Weld"), _upright_pair("Z. Yao, Jr."), _upright_pair("Yao, Zi")
    (['Z. Yao', 'D. S. Weld'], [], [])
    >>> _upright_pair("Helena Fei, Tomasz Go"), _upright_pair("Fei Go, Helena Maria")
    (['Helena Fei', 'Tomasz Go'], [])
    """
    from refcore.names.grouping import Kind, are_two_people, kind_of

    pair = [part.strip() for part in raw.split(",")]
    if "{" not in raw and "\\" not in raw and are_two_people(*pair):
        return pair
    is_list = "{" not in raw and _INITIALS_FIRST.fullmatch(pair[0]) and " " in pair[1]
    return pair if is_list and kind_of(pair[1]) in (Kind.FULL, Kind.SHORT) else []


def _filed_pair(raw: str) -> list[str]:
    """Return two names of which both end with initials, as no given name does.

    >>> _filed_pair("Naseri M., Zamani H."), _filed_pair("Naseri, M. H."), _filed_pair("Li M, Jr.")
    (['Naseri, M.', 'Zamani, H.'], [], [])
    """
    pair = [part.strip() for part in raw.split(",")]
    if not all(map(_FILED.fullmatch, pair)):
        return []
    from refcore.names.grouping import grouped

    return grouped([pair])


_FILED = regex(widened(r"[^\W\d_][\w'’-]*[a-z] (?:[A-Z]\.?[ -]?){1,3}"))


def _first_filed(parts: Sequence[str]) -> list[str]:
    """Return names of which the first alone is filed by its family name, as styles print them.

    >>> _first_filed(["Shen", "Jiaming", "Jinfeng Xiao"]), _first_filed(["Fei", "Jr.", "Bo"])
    (['Shen, Jiaming', 'Jinfeng Xiao'], [])
    >>> _first_filed(["Bo {Fei, Jr.}"])
    []
    """
    if len(parts) < 3:
        return []
    family, given, *rest = parts
    is_filed = " " not in family and _GIVEN.fullmatch(given) and not suffix_of(given)
    if not (is_filed and all(map(_UPRIGHT.fullmatch, rest))):
        return []
    return [f"{family}, {given}", *rest]


_GIVEN = regex(r"(?:[^\W\d_][\w'’-]+|[A-HJ-UW-Z]\.)(?: [^\W\d_]\.?)*")
_UPRIGHT = regex(r"[^\W\d_][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*)*(?: [a-z]{2,3})* [^\W\d_a-z][\w'’-]+")


def _outside_braces(raw: str, separator: str) -> list[str]:
    """Return the parts between separators outside braces.

    >>> _outside_braces("Fei, {A, B}, Bo", ",")
    ['Fei', ' {A, B}', ' Bo']
    """
    if "{" not in raw and "}" not in raw:
        return raw.split(separator)
    found: list[str] = []
    depth = start = 0
    for match in re.finditer(rf"[{{}}{separator}]", raw):
        if match[0] == separator:
            if depth <= 0:
                found.append(raw[start : match.start()])
                start = match.end()
        else:
            depth += 1 if match[0] == "{" else -1
    return [*found, raw[start:]]

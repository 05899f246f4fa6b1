"""Names that BibTeX does not read as their writer meant them.

Each rule is a row: the text, how to recognise it, how the name is read instead, and what the
writer should write. `refcore.bibtex.authorfields` divides a field into names.
`refcore.bibtex.names.read_bibtex_names` reads names as BibTeX or biber does; a file is read
with these rules on top, and a diagnostic for each.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from refcore.latex import decode, to_plain
from refcore.model.people import Group, Name, Person
from refcore.names.customs import is_degree, suffix_of, without_titles
from refcore.names.elisions import trailing_elision
from refcore.names.givennames import is_given
from refcore.names.groups import (
    is_foreign_body,
    is_institution,
    looks_like_group,
    upright,
)
from refcore.names.makers import MAKERS_IN_LIST
from refcore.names.parts import WITHOUT_COMMA, is_whole
from refcore.names.plain import read_name
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = [
    "ACCENTED",
    "ELIDED_WORDS",
    "INITIALS",
    "MEANT",
    "Meant",
    "is_group",
    "meant",
    "plain_of",
    "simple",
    "text_branch",
    "without_spaced_hyphens",
]

# First words of an entry that means "and others"; such an entry may also have no letters.
ELIDED_WORDS: Final = frozenset(
    "al and authors co colleagues e et etc many more other others total u und weitere y".split()
)
# "Google, Inc."; "SA" and "AG" may be given names or initials.
_LEGAL_FORMS: Final = frozenset("corp gmbh inc incorporated limited llc ltd plc pty".split())
_NO_GIVEN: Final = ELIDED_WORDS | _LEGAL_FORMS | frozenset("alii aliae coll collab".split())
# "J. F. {Ossanna, Jr.}", "J. F. Ossanna {Jr.}", "{Ossanna Jr.}, J. F.", "Ossanna {Jr.}, J. F.":
# the last word in braces, which may hold braces of accents.
_IN_BRACES: Final = r"(?:[^{},]|\{[^{},]{0,20}\}){1,80}"
_BRACED_SUFFIX: Final = regex(
    rf"{_IN_BRACES} \{{{_IN_BRACES},? ([^{{}}, ]+)\}}"
    rf"|{_IN_BRACES}[^ ] {_IN_BRACES} \{{([^{{}}, ]+)\}}"
    rf"|\{{{_IN_BRACES},? ([^{{}}, ]+)\}}, [^{{}},]+"
    rf"|{_IN_BRACES} \{{([^{{}}, ]+)\}}, [^{{}},]+"
)
_ROLE: Final = regex(rf"(?:co-?)?(?:{MAKERS_IN_LIST})")
_PERSON_IN_BRACES: Final = regex(r"\{+[^\W\d_][\w'’-]+(?: [\w'’-]+)?, ([^{},\d]{2,40})\}+")
INITIALS: Final = regex(widened(r"[A-Z]\.(?:[ -]?[A-Z]\.){0,3}"))
_REIGNING: Final = frozenset("emperor king pope prince princess queen sultan tsar".split())
# The braces of one accent or special letter: "{\L}ukasz", "Universit{\'e}".
ACCENTED: Final = regex(r"\{\\[^\s{}]{1,3}\s?(?:\{\\?\w\}|\w)?\}")
_TIE: Final = regex(r"(?<!\\)~")
_SPACED_HYPHEN: Final = regex(r"(?<=[.\w])\s+-(?=[^\W\d_])")
# A family name of one word, a comma, and given names in capitals or initials.
_SIMPLE: Final = regex(
    r"([A-Z][A-Za-z]*+(?:-[A-Z][A-Za-z]*+)?), "
    r"([A-Z][A-Za-z]*+\.?(?:[ -]?[A-Z][A-Za-z]*+\.?)*+)"
)
# "{Fen Zoo} [@fenzoo]": a group in braces, and its account on a social medium.
_WITH_ACCOUNT: Final = regex(r"\{[^{}]{2,100}\} ?[(\[]@[^\s()\[\]{}]{1,60}[)\]]")
_ENDS_GIVEN: Final = regex(r"[ .-]+")


class Meant(NamedTuple):
    """A rule for one name: what `applies`, an example, its reading.

    `comma` says whether the name has a comma; a rule with None looks at the name in its braces.
    `read` reads a name to which the rule applies.
    """

    what: str
    comma: bool | None
    applies: Callable[[str], bool]
    advice: str
    example: str
    reads_as: Name
    read: Callable[[str], Name] = read_name


def _last_part(name: str) -> tuple[str, str]:
    before, comma, after = name.partition(",")
    return (before.strip(), after.strip()) if comma and "," not in after else ("", "")


def _has_suffix_last(name: str) -> bool:
    """Return whether a suffix is in the place of the given name.

    >>> _has_suffix_last("Sammy Davis, Jr."), _has_suffix_last("Davis, Sammy")
    (True, False)
    """
    before, after = _last_part(name)
    return " " in before and bool(suffix_of(after))


def _without_suffix_last(name: str) -> Name:
    """Read a name without its suffix, which it gets again; "Moss V., Jr." has initials behind.

    >>> _without_suffix_last("Moss V., Jr.")
    Person('V.', 'Moss', suffix='Jr.')
    """
    before, suffix = _last_part(name)
    family, _, initials = before.partition(" ")
    is_behind = INITIALS.fullmatch(initials) and not INITIALS.fullmatch(family)
    return read_name(f"{family}, {suffix}, {initials}" if is_behind else name)


def _has_degree_last(name: str) -> bool:
    """Return whether a degree is in the place of the given name.

    >>> _has_degree_last("Jane Doe, PhD"), _has_degree_last("Doe, Jane")
    (True, False)
    """
    before, after = _last_part(name)
    return is_degree(after) and is_whole(before, after)


def _has_role_last(name: str) -> bool:
    """Return whether what somebody did ends a name: "editor", "Ed.", "translator".

    >>> _has_role_last("Ann Lee, editor"), _has_role_last("Lee, Ed")
    (True, False)
    """
    before, _, last = name.rpartition(",")
    return " " in before.strip() and _ROLE.fullmatch(last.strip().lower()) is not None


def _without_role(name: str) -> Name:
    return read_name(name.rpartition(",")[0])


def _has_third_part(name: str) -> bool:
    """Return whether a suffix or a degree is after the given name, where BibTeX does not read it.

    >>> _has_third_part("Davis, Sammy, Jr."), _has_third_part("Davis, Jr., Sammy")
    (True, False)
    """
    _, comma, given = name.partition(",")
    given, more, last = given.partition(",")
    last = last.strip()
    first = given.strip()
    is_last = bool(suffix_of(last)) or is_degree(last)
    return bool(comma and more and first) and is_last and not suffix_of(first)


def _has_third_part_after_braces(raw: str) -> bool:
    """Return whether a suffix or a degree is after the given name, and braces hold the family name.

    >>> _has_third_part_after_braces("{de la Cruz}, M. A., Jr.")
    True
    """
    family, _, rest = raw.partition("},")
    is_family = family[:1] == "{" and not {",", "{", "}"} & set(family[1:])
    return is_family and _has_third_part(f"X,{rest}")


def _with_braced_family(name: str) -> Name:
    """Return a name whose family name keeps all words that braces held.

    >>> _with_braced_family("de la Cruz, M. A., Jr.")
    Person('M. A.', 'de la Cruz', suffix='Jr.')
    """
    family, _, rest = name.partition(",")
    read = read_name(f"Fei,{rest}")
    return Person(read.given, family, suffix=read.suffix) if isinstance(read, Person) else read


def _has_suffix_first(name: str) -> bool:
    """Return whether a suffix is in the place of the family name, as Google Scholar writes it.

    >>> [_has_suffix_first(name) for name in ("Jr, John A Smith", "III, H.", "V, Bo")]
    [True, False, False]
    """
    before, after = _last_part(name)
    return " " in after and suffix_of(before) in WITHOUT_COMMA


def _with_suffix_behind(name: str) -> Name:
    suffix, upright_name = _last_part(name)
    return read_name(f"{upright_name}, {suffix}")


def _has_title(name: str) -> bool:
    """Return whether a form of address begins the given names: "Prof. Dr. Wei Li", "Li, Dr. Wei".

    One without a stop may be a name: "Dr" is, and "Ing".

    >>> [_has_title(name) for name in ("Prof. Dr. Wei Li", "Li, Dr. Wei", "Li, Pr.", "Sir Li")]
    [True, True, False, False]
    """
    given = name.rpartition(",")[2].split()
    least = 1 if "," in name else 2
    begins = bool(given) and given[0][-1:] == "."
    return begins and len(without_titles(given, least)) < len(given)


def _without_title(name: str) -> Name:
    before, comma, given = name.rpartition(",")
    rest = " ".join(without_titles(given.split(), 1))
    return read_name(f"{before}{comma} {rest}".strip())


def _ends_in_suffix(name: str) -> bool:
    """Return whether an upright name ends in a suffix, which BibTeX reads as the family name.

    >>> _ends_in_suffix("Hal Daume III"), _ends_in_suffix("Hal Daume")
    (True, False)
    """
    words = name.split()
    return len(words) > 2 and suffix_of(words[-1]) in WITHOUT_COMMA


def _ends_in_degree(name: str) -> bool:
    """Return whether an upright name ends in a degree.

    Of the degrees without stops, only "PhD" counts: "MA" and "MD" may be names.

    >>> _ends_in_degree("Jane Doe Ph.D."), _ends_in_degree("Jane Doe PhD"), _ends_in_degree("Bo MA")
    (True, True, False)
    """
    *before, last = name.split()
    return (
        len(before) > 1
        and is_degree(last)
        and (last == "PhD" or not (last.isupper() or last.isalpha()))
    )


def _without_degree(name: str) -> Name:
    return read_name(name.rpartition(" ")[0])


def _has_suffix_before_comma(name: str) -> bool:
    """Return whether a suffix ends the family name, without a comma of its own.

    Who reigns has a number that is no suffix.

    >>> _has_suffix_before_comma("King Jr., Martin Luther"), _has_suffix_before_comma("Fei, Bo")
    (True, False)
    >>> _has_suffix_before_comma("Elizabeth II, Queen")
    False
    """
    family, _, given = name.partition(",")
    before, _, last = family.rpartition(" ")
    is_suffix = before and suffix_of(last) in WITHOUT_COMMA
    return bool(is_suffix) and given.strip().lower() not in _REIGNING


def _has_suffix_in_braces(raw: str) -> bool:
    """Return whether braces hold a suffix, alone or behind a family name.

    >>> _has_suffix_in_braces("Bo {Fei, Jr.}"), _has_suffix_in_braces("{Fei Lab, II}")
    (True, False)
    """
    match = _BRACED_SUFFIX.fullmatch(raw) if "}" in raw else None
    return match is not None and any(map(suffix_of, filter(None, match.groups())))


def _is_person_in_braces(raw: str) -> bool:
    """Return whether braces hold a family name, a comma, and given names or initials.

    >>> _is_person_in_braces("{Swanson, Ellen}"), _is_person_in_braces("{Barnes and Noble, Inc.}")
    (True, False)
    """
    match = _PERSON_IN_BRACES.fullmatch(raw)
    if match is None or looks_like_group(raw[1:-1]):
        return False
    given = match[1].split(" ")[0]
    return is_given(given) or INITIALS.fullmatch(match[1]) is not None


def _has_account(raw: str) -> bool:
    """Return whether an account on a social medium follows a group in braces.

    >>> _has_account("{Fen Zoo} [@fenzoo]"), _has_account("Ann Roe [@roe]")
    (True, False)
    """
    return _WITH_ACCOUNT.fullmatch(raw) is not None


def _is_turned_group(name: str) -> bool:
    """Return whether a tool has put the last word of a group's name first.

    >>> _is_turned_group("Team, Gemini"), _is_turned_group("Ai, Ning"), _is_turned_group("Fei, Bo")
    (True, False, False)
    """
    return upright(name) != name and isinstance(read_name(name), Group)


def _is_group_with_comma(name: str) -> bool:
    """Return whether a comma belongs to the name of a group: "University of Oslo, Norway".

    >>> _is_group_with_comma("Google, Inc."), _is_group_with_comma("CERN, Geneva")
    (True, True)
    >>> _is_group_with_comma("Research Fei, A. B."), _is_group_with_comma("Union, Ann")
    (False, False)
    """
    before, _, after = (part.strip() for part in name.partition(","))
    if after.lower().rstrip(".") in _LEGAL_FORMS and after[:1].isupper():
        return not suffix_of(after)
    if INITIALS.fullmatch(after) or not before or "=" in name:
        return False
    if is_given(after.split(" ")[0]) and not looks_like_group(before):
        return False  # "Müller für Meier, Hans"
    if after.isupper() and not is_institution(after):
        return False  # Google Scholar: "World Health Organization, WHO", which styles read
    # An acronym, and its department or place.
    short = [part for part in (before, after) if part.isupper() and part.isalpha()]
    return is_group(before) or any(map(is_institution, short))


def is_group(name: str) -> bool:
    """Return whether a name of several words is a group's.

    >>> is_group("Gemini Team"), is_group("Bo Fei")
    (True, False)
    """
    return " " in name and (looks_like_group(name) or is_foreign_body(name))


_NO_DEGREE: Final = "leave out the degree, which is not part of a name: {form}"

MEANT: Final = (
    Meant(
        what="a suffix in the braces of the family name, which is read as part of it",
        comma=None,
        applies=_has_suffix_in_braces,
        advice="write the suffix between family and given name: {form}",
        example="John F. {Kennedy, Jr.}",
        reads_as=Person("John F.", "Kennedy", suffix="Jr."),
    ),
    Meant(
        what="a suffix at the end, which is read as the given name",
        comma=True,
        applies=_has_suffix_last,
        advice="write the suffix between family and given name: {form}",
        example="Sammy Davis, Jr.",
        reads_as=Person("Sammy", "Davis", suffix="Jr."),
        read=_without_suffix_last,
    ),
    Meant(
        what="a suffix or a degree after the given name, which is read as the given name",
        comma=True,
        applies=_has_third_part,
        advice="write a suffix before the given name, and no degree: {form}",
        example="Davis, Sammy, Jr.",
        reads_as=Person("Sammy", "Davis", suffix="Jr."),
    ),
    Meant(
        what="a suffix or a degree after the given name, which is read as the given name",
        comma=None,
        applies=_has_third_part_after_braces,
        advice="write a suffix before the given name, and no degree: {form}",
        example="{Davis Fei}, Sammy, Jr.",
        reads_as=Person("Sammy", "Davis Fei", suffix="Jr."),
        read=_with_braced_family,
    ),
    Meant(
        what="a suffix in front, which is read as the family name",
        comma=True,
        applies=_has_suffix_first,
        advice="write the suffix between family and given name: {form}",
        example="Jr, Sammy Davis",
        reads_as=Person("Sammy", "Davis", suffix="Jr"),
        read=_with_suffix_behind,
    ),
    Meant(
        what="a suffix at the end, which is read as the family name",
        comma=False,
        applies=_ends_in_suffix,
        advice="write the suffix between family and given name: {form}",
        example="Hal Daume III",
        reads_as=Person("Hal", "Daume", suffix="III"),
    ),
    Meant(
        what="a person in braces, which is read as the name of a group",
        comma=None,
        applies=_is_person_in_braces,
        advice="write the name without its braces: {form}",
        example="{Swanson, Ellen}",
        reads_as=Person("Ellen", "Swanson"),
    ),
    Meant(
        what="a suffix behind the family name, which is read as part of it",
        comma=True,
        applies=_has_suffix_before_comma,
        advice="write a comma before the suffix: {form}",
        example="King Jr., Martin Luther",
        reads_as=Person("Martin Luther", "King", suffix="Jr."),
    ),
    Meant(
        what="an academic degree, which is read as the given name",
        comma=True,
        applies=_has_degree_last,
        advice=_NO_DEGREE,
        example="Jane Doe, PhD",
        reads_as=Person("Jane", "Doe"),
    ),
    Meant(
        what="a role, which is read as the given name",
        comma=True,
        applies=_has_role_last,
        advice="a role is not part of a name: {form}",
        example="Ann Lee, editor",
        reads_as=Person("Ann", "Lee"),
        read=_without_role,
    ),
    Meant(
        what="an account after a group in braces, which is read as a person",
        comma=None,
        applies=_has_account,
        advice="write both in the braces: {form}",
        example="{Fen Zoo} [@fenzoo]",
        reads_as=Group("Fen Zoo [@fenzoo]"),
        read=Group,
    ),
    Meant(
        what="a group, turned around as if it were a person",
        comma=True,
        applies=_is_turned_group,
        advice="write the name of a group in braces: {form}",
        example="Team, Gemini",
        reads_as=Group("Gemini Team"),
    ),
    Meant(
        what="a group with a comma, which is read as a person",
        comma=True,
        applies=_is_group_with_comma,
        advice="write the name of a group in braces: {form}",
        example="University of Oslo, Norway",
        reads_as=Group("University of Oslo, Norway"),
        read=Group,
    ),
    Meant(
        what="an academic degree, which is read as the family name",
        comma=False,
        applies=_ends_in_degree,
        advice=_NO_DEGREE,
        example="Jane Doe Ph.D.",
        reads_as=Person("Jane", "Doe"),
        read=_without_degree,
    ),
    *(
        Meant(
            what="a form of address, which is read as a given name",
            comma="," in example,
            applies=_has_title,
            advice="leave out what is not part of a name: {form}",
            example=example,
            reads_as=Person("Jane", "Doe"),
            read=_without_title,
        )
        for example in ("Prof. Dr. Jane Doe", "Doe, Dr. Jane")
    ),
    Meant(
        what="a group without braces, which is read as a person",
        comma=False,
        applies=is_group,
        advice="write the name of a group in braces: {form}",
        example="Gemini Team",
        reads_as=Group("Gemini Team"),
        read=Group,
    ),
)


def meant(raw: str) -> tuple[Name, str] | None:
    """Return how a name is meant and what is wrong with it, or None if it is as BibTeX reads it.

    >>> meant("Sammy Davis, Jr.")[0]
    Person('Sammy', 'Davis', suffix='Jr.')
    >>> meant("Team, Gemini")[0]
    Group('Gemini Team')
    >>> meant("{Gemini Team}"), meant("Davis, Jr., Sammy")
    (None, None)
    >>> meant("Gemini~Team")[0]
    Group('Gemini Team')
    >>> meant(r"\\{World Bank\\}")[0]
    Group('World Bank')
    """
    if raw[:2] == r"\{" and raw[-2:] == r"\}":
        group = Group(plain_of(raw[2:-2]))
        return group, f"braces with backslashes are printed; write {_form(group)}"
    if "~" in raw:
        raw = _TIE.sub(" ", raw).strip()
    if " " not in raw:
        return None
    text = plain_of(raw)
    bare = ACCENTED.sub("a", raw) if "\\" in raw else raw
    is_whole = bare[:1] != "{" and bare[-1:] != "}"
    for rule in MEANT:
        if rule.comma is None:
            applies = rule.applies(raw)
        else:
            applies = is_whole and rule.comma is ("," in text) and rule.applies(text)
        if applies:
            name = rule.read(text)
            return name, f"{rule.what}; {rule.advice.format(form=_form(name))}"
    return None


@lru_cache(maxsize=4096)
def _is_given(text: str) -> bool:
    """Return whether words after a comma are given names, and no mark, suffix, degree or title.

    >>> _is_given("Aili"), _is_given("Others"), _is_given("Dr. Aili")
    (True, False, False)
    """
    words = _ENDS_GIVEN.split(text.lower())
    if "." in text[2:] and _has_title(f"Fei, {text}"):
        return False
    return (
        _NO_GIVEN.isdisjoint(words)
        and not any(map(suffix_of, words))
        and not is_degree(text)
        and not trailing_elision(f"Fei, {text}")[1]
    )


def simple(raw: str) -> tuple[str, str] | None:
    """Return family and given name of a name that every rule reads alike, or None.

    Most names are like this, and need no further look.

    >>> simple("Fei, Bo"), simple("de With, P. H. N."), simple("Team, Gemini"), simple("Fei, Jr.")
    (('Fei', 'Bo'), None, None, None)
    """
    match = _SIMPLE.fullmatch(raw)
    if match is None:
        return None
    family, given = match.groups()
    lower = family.lower()
    if lower in ELIDED_WORDS or lower in WITHOUT_COMMA:
        return None
    if upright(raw) != raw or not _is_given(given):
        return None
    if family.isupper() and is_institution(family):
        return None  # "CERN, Geneva"
    return family, given


def _form(name: Name) -> str:
    if isinstance(name, Group):
        return f"{{{name.name}}}"
    family = name.full_family
    if family == name.family and family[:1].islower():
        family = f"{{{family}}}"  # its first words are no particle
    parts = (family, name.suffix, name.given)
    return ", ".join(part for part in parts if part)


def plain_of(raw: str) -> str:
    r"""Return a name without LaTeX.

    >>> plain_of(r"Daum{\'e}, {Hal}")
    'Daumé, Hal'
    """
    return to_plain(decode(raw, protect=False)) if "\\" in raw or "{" in raw else raw


def text_branch(text: str) -> str:
    r"""Return a text with the text branch of each ``\ifmmode``, as journals' exports write it.

    >>> text_branch(r"\ifmmode \check{C}\else \v{C}\fi{}ern")
    '\\v{C}ern'
    """
    pieces = text.split("\\ifmmode")
    found = [pieces[0]]
    for piece in pieces[1:]:
        _, is_there, after = piece.partition("\\else")
        branch, ends, rest = after.partition("\\fi")
        if not (is_there and ends):
            found.append(f"\\ifmmode{piece}")
            continue
        found.append(branch.strip() + rest.lstrip().removeprefix("{}"))
    return "".join(found)


def without_spaced_hyphens(raw: str) -> str:
    """Return a name with its initials joined: "J. -P. Serre" is "J.-P. Serre".

    >>> without_spaced_hyphens("J. -P. Serre")
    'J.-P. Serre'
    """
    return _SPACED_HYPHEN.sub("-", raw) if " -" in raw else raw

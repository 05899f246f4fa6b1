"""Names in a layout that no rule knows: the whole text is weighed, not one piece after another.

A name has letters, spaces and few signs; all else divides. So every text is cut into pieces
(`refcore.names.pieces`) of which each holds something: a name, a place of work, a role, a mark. The
certain names show what is before and after names here; a piece that may be a name counts as one if
the same is before and after it. The reading holds if it explains every piece. If one is left over,
the text is not understood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from refcore.names.cells import Held, held_by, is_role
from refcore.names.customs import is_particle, suffix_of
from refcore.names.elisions import elision
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution, is_team, looks_like_group
from refcore.names.pieces import ASIDES, BRACKETS, Piece, holds_button, is_of_page, pieces_of
from refcore.names.places import is_country, is_town
from refcore.names.shape import is_initials, is_name
from refcore.names.titlewords import is_title_word
from refcore.text.letters import EAST_ASIAN_LETTER
from refcore.text.patterns import regex

__all__ = ["doubts", "weighed"]

# Words for people who are named but did not write the work.
_OTHERS: Final = regex(
    r"\b(?:thank(?:s|ed|ing)?|acknowledg|grateful|dedicat|in memory|(?-i:review\b)"
    r"|review(?:s|ed|ers?)\b|referee"
    r"|edit(?:ed|ors?)\b|supervis|advis[eo]r|translat|examin|fund(?:ed|ing)|cited|citing|inspired"
    r"|chair|photo|illustrat|forewords?|preface|recommended|absent|apolog|invited|dear\b)",
    re.IGNORECASE,
)
_ELIDED: Final = regex(
    r"\bet\.?\s?al\b|\b(?:others?|etc|colleagues|additional|co-?workers|more)\b|…|\.\.\.|[等ほ他외]"
    r"|\+\s?\d{1,4}\s?[^\W\d_]",
    re.IGNORECASE,
)
_PARTS: Final = regex(r"[,;\n()|•]")
_SAYS_AUTHORS: Final = regex(r"\bauthors?\b|\bautor|\bauteur|\bby\b|\bwritten\b", re.IGNORECASE)
# A line that repeats one of the authors.
_CORRESPONDING: Final = regex(
    r"^.{0,40}correspond(?:ing|ence).{0,20}(?:author|to)s?\W{0,3}[:{].*$",
    re.IGNORECASE | re.MULTILINE,
)
_LONE_LETTER: Final = regex(r"(?<![\w.@])[a-h](?![\w.@])")
_GLUED_LETTER: Final = regex(r"[^\W\d_A-Z][a-h]\Z")
_BESIDE: Final = (Held.PLACE, Held.ROLE, Held.NUMBER, Held.TEXT)
_NO_NAME: Final = regex(
    r"[^\w\s.,;'’‘`´\"“”„«»()\[\]{}/&\\–‐·・-]|_|\d(?!\d*(?:nd|rd|th)\b)|[a-zß-ÿ][A-Z]{3}"
    r"|\A\w+\{|\([^()]*\Z|\A[^()]*\)|\A['’][^\W\d_a-z].*['’]\Z|\A[A-Z]{2,5}[a-h]\Z"
)
_LONGEST: Final = 20_000
_SHORT_WORD: Final = 3
_LEAST: Final = 3  # at least one of so many names is certain


def weighed(text: str, *, needs_sure: bool = False) -> list[list[str]]:
    """Return the names of a text in any layout, or nothing if a piece of it is not understood.

    Each name comes in parts: the family name and the given names, or a name and its suffix. A text
    with hardly any certain name is read if the same signs are before and after all names, and not
    at all with `needs_sure`.

    >>> weighed("14:02 From Helena Berg to all: hi\\n14:03 From Tomasz Fei to all: me")
    [['Helena Berg'], ['Tomasz Fei']]
    >>> weighed("We thank Helena Berg and Tomasz Fei for their help.")
    []
    """
    if len(text) > _LONGEST:
        return []
    text = _CORRESPONDING.sub("", text)
    if _OTHERS.search(text) or EAST_ASIAN_LETTER.search(text):
        return []
    marks = [part for part in _PARTS.split(text) if elision(part.strip()) is not False]
    marks = [part.strip() for part in marks if _ELIDED.search(part) and part.strip(" +\n\t")[1:]]
    if not marks and _ELIDED.search(text):
        return []
    pieces = _with_titles(list(pieces_of(text)))
    pairs = _in_pairs(pieces)
    for read, in_pairs in ((pieces, False), (pairs, True)):
        found = _with_suffixes(read)
        people = [piece for piece in found if piece.may_be]
        if in_pairs and not all("," in piece.text for piece in people):
            continue
        if len(people) > 1 and _holds(text, found, people, needs_sure=needs_sure):
            names = dict.fromkeys(piece.text for piece in people)
            return [name.split(", ") for name in (*names, *marks[:1])]
    return []


def _with_titles(pieces: list[Piece]) -> list[Piece]:
    """Return pieces; one in capitals, among names that are not, becomes text, as it is a title.

    >>> [piece.held.name for piece in _with_titles(list(pieces_of("DEW LAMPS\\nBo Fei, Al Go")))]
    ['TEXT', 'UNKNOWN', 'UNKNOWN']
    """
    people = [piece for piece in pieces if piece.may_be]
    capitals = [piece for piece in people if piece.text.isupper()]
    if not 0 < 2 * len(capitals) < len(people):
        return pieces
    return [x._replace(held=Held.TEXT) if x in capitals else x for x in pieces]


def doubts(entries: Sequence[str]) -> list[str]:
    """Return the names that are doubtful beside the others, such as one with a sign no name has.

    >>> doubts(["Bo Fei", "@bofei", "Al Go (no"]), doubts(["Bo Fei", "Al Go", "Status"])
    (['@bofei', 'Al Go (no'], ['Status'])
    """
    names = [entry for entry in entries if entry != ":" and elision(entry) is False]
    if len(names) < 2:
        return [name for name in names if _is_doubtful(name)]
    countries = set(filter(is_country, names))
    has_address = len(entries) > 2 and bool(countries or any(map(is_town, names)))
    are_whole = 2 * sum(" " in name for name in names) >= len(names)
    return [
        name
        for place, name in enumerate(names)
        if _is_doubtful(name)
        or (has_address and _is_of_address(name, is_first=not place))
        or (len(names) > 2 and holds_button(name))
        or (are_whole and _is_lone_word(name))
    ]


def _is_of_address(name: str, *, is_first: bool) -> bool:
    """Return whether a name is a country, or a place of work after another name.

    >>> [_is_of_address(x, is_first=False) for x in ("Norway", "University of Oslo", "Bo Fei")]
    [True, True, False]
    """
    return is_country(name) or (not is_first and is_institution(name))


def _is_doubtful(entry: str) -> bool:
    """Return whether what was read as a name has a sign that none has.

    >>> [_is_doubtful(name) for name in ("Bo Fei", "@bofei", "Bo Fei (no")]
    [False, True, True]
    """
    if len(entry) == 1:
        return True
    before, joint, place = entry.partition(" of ")
    if entry.endswith((" of", " at", " from")) or (joint and _is_employed(before, place)):
        return True  # "Bo Fei of Moss University"
    if looks_like_group(entry):
        return False
    if sum(map(looks_like_group, entry.split())) > 1:
        return True  # "AuthorHelena BergAuthorBo Fei"
    if " " in entry and all(map(is_title_word, entry.split())):
        return True
    words = entry.replace(",", "").split()
    is_other = held_by(" ".join(words)) is Held.OTHER and entry.replace(" ", "").isalpha()
    explained = any(is_initials(word) or is_particle(word) for word in words)
    small = any(
        word.islower() and len(word) > _SHORT_WORD and not is_particle(word) for word in words[1:]
    )
    has_sign = _NO_NAME.search(entry) is not None or (small and not entry.islower())
    return has_sign or (is_other and not explained)


def _is_employed(name: str, place: str) -> bool:
    """Return whether the words before "of" are a person's and those after it a place of work.

    >>> _is_employed("Bo Fei", "Moss University"), _is_employed("Moss Group", "Oslo University")
    (True, False)
    """
    is_person = " " in name and is_name(name) and not looks_like_group(name)
    return is_person and is_institution(place)


def _is_lone_word(entry: str) -> bool:
    """Return whether a text is a single word of pages: "Status", "Mar".

    >>> _is_lone_word("Status"), _is_lone_word("Fei")
    (True, False)
    """
    if " " in entry or len(entry) < 2 or entry.islower():
        return False
    is_known = is_given(entry) or is_family(entry) or looks_like_group(entry)
    return not is_known and (is_of_page(entry) or is_title_word(entry))


class _Places(NamedTuple):
    """The places of names: the signs before and after them, and those after one of them only."""

    before: frozenset[str]
    after: frozenset[str]
    lone: frozenset[str]
    lines: frozenset[int]
    goes_on: bool

    def opens(self, piece: Piece) -> bool:
        """Return whether the sign before a piece is one that is before names."""
        return piece.before in self.before

    def closes(self, piece: Piece) -> bool:
        """Return whether the sign after a piece is one that is after names."""
        return piece.after in self.after

    def is_apart(self, piece: Piece) -> bool:
        """Return whether all names are on one line, and a piece on another."""
        return len(self.lines) == 1 and not self.goes_on and piece.line not in self.lines

    def may_hold(self, piece: Piece, ends: Sequence[Piece | None]) -> bool:
        """Return whether a piece that may be a name has the signs of a name around it."""
        if piece.after in self.lone and (not piece.is_sure or piece.before == "^"):
            return False  # "Nature Moss 12" below names, none of which has a number after it
        if piece.is_sure:
            return True
        opens = self.opens(piece) or piece in ends[:1] or piece.before.endswith(":")
        return opens and (self.closes(piece) or piece in ends[1:] or piece.after in ("&", *ASIDES))


def _holds(
    text: str, pieces: Sequence[Piece], people: Sequence[Piece], *, needs_sure: bool
) -> bool:
    """Return whether all names have the same signs around them, and nothing else has."""
    sure = [piece for piece in people if piece.is_sure]
    if not _are_alike(people, len(_LONE_LETTER.findall(text))):
        return False
    if _LEAST * len(sure) < len(people):
        around = {_signs_around(piece, is_first=piece is people[0]) for piece in people}
        if needs_sure or len(around) > 1:
            return False
        sure = list(people)
    places = _places(sure, people)
    in_line = people[0].line == people[1].line
    ends = (people[0] if in_line else None, None if "\n" in text.strip() else pieces[-1])
    if not all(places.may_hold(piece, ends) for piece in people):
        return False
    words = {word for piece in people for word in piece.text.split()}
    others = (piece for piece in pieces if not piece.may_be and piece.text not in words)
    if any(_is_left_over(piece, places) for piece in others):
        return False
    running = {piece.before for piece in people if piece.before.isalpha()}
    if len(running) == 1 and all(piece.before in running for piece in people):
        return True
    return not running or _SAYS_AUTHORS.search(text) is not None


def _signs_around(piece: Piece, *, is_first: bool) -> tuple[str, str]:
    """Return the signs around a piece; each sign that separates names counts as a comma."""
    is_listed = piece.before in ("^", ",", "&", ":") or (is_first and piece.before.isalpha())
    return "," if is_listed else piece.before, "," if piece.after in "$,&" else piece.after


def _is_left_over(piece: Piece, places: _Places) -> bool:
    """Return whether a piece that is no name has the signs of one, or may sign a paper."""
    is_near = places.opens(piece) or places.closes(piece)
    if places.is_apart(piece):
        return is_team(piece.text)
    if is_team(piece.text) or (is_near and _may_sign(piece)):
        return True
    if piece.held is Held.TEXT and places.opens(piece) and piece.line in places.lines:
        return not all(map(is_of_page, piece.text.split()))  # "Bo Fei, Al Go, Networks"
    is_beside = piece.held in _BESIDE or piece.before[-1:] in BRACKETS
    return not is_beside and (is_near or is_given(piece.text))


def _places(sure: Sequence[Piece], people: Sequence[Piece]) -> _Places:
    """Return the places of names, as the certain ones show them."""
    counts = Counter(piece.after for piece in people)
    usual = {"$", ",", "&", *ASIDES}
    return _Places(
        frozenset(_with_like(_signs(sure, people[1:], "before"), "^,&:")),
        frozenset(_with_like(_signs(sure, people[:-1], "after"), "$,&")),
        frozenset(sign for sign, count in counts.items() if count == 1 and sign not in usual),
        frozenset(piece.line for piece in people),
        goes_on=people[-1].after == ",",
    )


def _signs(sure: Sequence[Piece], others: Sequence[Piece], side: str) -> set[str]:
    """Return the signs on one side of the certain names, and of the others if they have one."""
    shown = {getattr(piece, side) for piece in sure}
    common = {getattr(piece, side) for piece in others}
    return shown | common if len(common) == 1 else shown


def _with_like(signs: set[str], like: str) -> set[str]:
    """Return signs; one that separates names brings those of line ends and of the last name.

    >>> sorted(_with_like({","}, "^,&")), _with_like({"from"}, "^,&")
    (['&', ',', '^'], {'from'})
    """
    return signs | set(like) if signs & set(like) else signs


def _are_alike(people: Sequence[Piece], letters: int) -> bool:
    """Return whether names have one form, so that no sign of the layout is glued to them.

    >>> _are_alike(list(pieces_of("Bo Fei; Helena BergMIT")), 0)
    False
    """
    names = {piece.text for piece in people}
    words = [word for name in names for word in name.replace(",", "").split()]
    if any(map(looks_like_group, words)) or all(map(_GLUED_LETTER.search, names)):
        return False
    if 0 < letters < len(people) and any(map(_has_glued_letter, names)):
        return False
    if len(set(map(_initial_and_family, names))) < len(names):
        return False  # "B Fei" and "Bo Fei"
    opens_low = [piece.text[0].islower() for piece in people]
    if opens_low[0] and not all(opens_low):
        return False
    return len({piece.before[-1:] in BRACKETS for piece in people}) == 1


def _has_glued_letter(name: str) -> bool:
    """Return whether a name may end in the letter of an affiliation: "Bo Feia".

    >>> _has_glued_letter("Bo Feia"), _has_glued_letter("Ada Berg")
    (True, False)
    """
    return bool(_GLUED_LETTER.search(name)) and not is_family(name.split()[-1])


def _initial_and_family(name: str) -> tuple[str, str]:
    """Return the first letter and the family name.

    >>> _initial_and_family("Helena Berg"), _initial_and_family("Berg, H.")
    (('H', 'Berg'), ('H', 'Berg'))
    """
    family, comma, given = name.partition(", ")
    return (given[0], family) if comma else (name[0], name.split()[-1])


def _may_sign(piece: Piece) -> bool:
    """Return whether a piece that is no name may be a group's, or has a name inside it."""
    if piece.held is Held.PLACE:
        signs = looks_like_group(piece.text) and not is_institution(piece.text)
        return signs or (piece.is_whole and piece.text.isupper())
    return len(piece.text.split()) > 2 and not is_role(piece.text) and piece.held is not Held.TEXT


def _with_suffixes(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces; a suffix after a comma joins its name.

    >>> [piece.text for piece in _with_suffixes(list(pieces_of("Helena Berg, Jr., Bo Fei")))]
    ['Helena Berg, Jr.', 'Bo Fei']
    """
    found: list[Piece] = []
    for piece in pieces:
        if found and piece.before == "," and suffix_of(piece.text):
            last = found[-1]
            found[-1] = last._replace(text=f"{last.text}, {piece.text}", after=piece.after)
        else:
            found.append(piece)
    return found


def _in_pairs(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces with family and given names together, where they are written apart.

    >>> [piece.text for piece in _in_pairs(list(pieces_of("Berg, Helena; Fei, Tomasz")))]
    ['Berg, Helena', 'Fei, Tomasz']
    """
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and last.after == piece.before == "," and _are_pair(last, piece):
            first = piece.text.split()[0]
            is_known = is_given(first) or is_family(last.text) or is_initials(first)
            held = Held.NAME if is_known else Held.UNKNOWN
            text = f"{last.text}, {piece.text}"
            found[-1] = Piece(text, last.before, piece.after, held, is_whole=True)
        else:
            found.append(piece)
    return found


def _are_pair(family: Piece, given: Piece) -> bool:
    """Return whether two pieces are a family name and given names."""
    if "," in family.text or is_given(family.text) or " " in family.text:
        return False
    if not all(is_initials(word) or is_given(word) for word in given.text.split()[1:]):
        return False
    return all(piece.held in (Held.NAME, Held.WORD, Held.UNKNOWN) for piece in (family, given))

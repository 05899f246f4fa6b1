"""What citation key templates take from lists of names.

Source of the rules: JabRef's documentation, "Author-related field markers";
Better BibTeX's documentation, "Formulas", functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

import attrs

from refcore.curation.words import FUNCTION_WORDS, words_of
from refcore.model.people import Authors, Group, Name, Person
from refcore.model.reference import Reference
from refcore.text.ascii import Umlauts, to_ascii

__all__ = ["Dialect", "Names", "names_for"]

Dialect = Literal["pattern", "formula"]

_FALLBACK: Final = ("author", "editor", "translator")


@attrs.frozen
class Names:
    """Family names as one word each, the initials, and whether more are left out.

    A name is first written in ASCII and then cut, so that its letters count as they appear in the
    key.
    """

    families: tuple[str, ...]
    initials: tuple[str, ...]
    full: tuple[str, ...]
    others: bool
    umlauts: Umlauts = "u"

    def _cut(self, length: int, place: int = 0) -> str:
        return to_ascii(self.families[place], self.umlauts)[:length]

    def first(self, length: int = 0, place: int = 1) -> str:
        """Return the family name at a place, or its first letters."""
        if not 1 <= place <= len(self.families):
            return ""
        return self._cut(length, place - 1) if length else self.families[place - 1]

    def last(self) -> str:
        """Return the last family name."""
        return self.families[-1] if self.families else ""

    def first_full(self) -> str:
        """Return the first family name with its particles."""
        return self.full[0] if self.full else ""

    def fore_initial(self, place: int = 0) -> str:
        """Return the initial of a given name: of the first author, or with -1 of the last."""
        return self.initials[place] if self.initials else ""

    def listed(self, count: int = 0, sep: str = "", etal: str = "EtAl") -> str:
        """Return the first names of the list, or all, and `etal` where some are left out."""
        shown = self.families[:count] if count else self.families
        cut = self.others or len(shown) < len(self.families)
        return sep.join([*shown, etal] if cut and etal and shown else shown)

    def beginnings(self, length: int, sep: str = "") -> str:
        """Return the beginning of each family name, `length` letters in all.

        >>> Names(("Newton", "Maxwell", "Einstein"), (), (), False).beginnings(4)
        'NeME'
        """
        count = len(self.families)
        if not count or length < 1:
            return ""
        each, more = divmod(length, count)
        pieces = [self._cut(each + (place < more), place) for place in range(count)]
        return sep.join(piece for piece in pieces if piece)

    def one_and_initials(self, sep: str = "") -> str:
        """Return five letters of the first family name and one of each other."""
        pieces = [self.first(5), *(self._cut(1, place) for place in range(1, len(self.families)))]
        return sep.join(pieces) + ("+" if self.others and self.families else "")

    def alpha(self, sep: str = "") -> str:
        """Return the label of BibTeX's style alpha, without the year.

        >>> Names(("A", "B", "C", "D", "E"), (), (), False).alpha()
        'ABC+'
        """
        count = len(self.families)
        if count == 1 and not self.others:
            return self.first(3)
        shown = count if count <= 4 - self.others else 3
        plus = "+" if count and (self.others or shown < count) else ""
        return sep.join(self._cut(1, place) for place in range(shown)) + plus

    def short(self, sep: str = "") -> str:
        """Return the only family name, or the initials of up to three."""
        count = len(self.families)
        if count == 1 and not self.others:
            return self.families[0]
        plus = "+" if count and (self.others or count > 3) else ""
        return sep.join(self._cut(1, place) for place in range(min(count, 3))) + plus

    def etal(self, sep: str, mark: str) -> str:
        """Return one or two family names, or the first and a mark that there are more."""
        if len(self.families) == 2 and not self.others:
            return sep.join(self.families)
        more = self.families and (self.others or len(self.families) > 2)
        return self.first() + (mark if more else "")

    def two_and_ea(self, sep: str = ".") -> str:
        """Return the first two family names, and ``ea`` where there are more."""
        more = self.families and (self.others or len(self.families) > 2)
        return sep.join([*self.families[:2], "ea"] if more else self.families[:2])


def names_for(
    reference: Reference,
    creator: str,
    dialect: Dialect,
    umlauts: Umlauts,
    *,
    with_initials: bool = False,
) -> Names:
    """Return the names of a role; ``*`` is the authors or, if there are none, the editors."""
    found = Authors()
    for role in _FALLBACK if creator == "*" else (creator,):
        found = reference.names_of(role)
        if found:
            break
    initials = [to_ascii(_given(name)[:1], umlauts)[:1] for name in found]
    families = [_one_word(_family(name, dialect), dialect) for name in found]
    if with_initials:
        families = [a + b for a, b in zip(families, initials, strict=True)]
    full = [_one_word(_full(name), dialect) for name in found]
    return Names(tuple(families), tuple(initials), tuple(full), bool(found.others), umlauts)


def _given(name: Name) -> str:
    return name.given if isinstance(name, Person) else ""


def _family(name: Name, dialect: Dialect) -> str:
    if isinstance(name, Group):
        return _abbreviated(name.name) if dialect == "pattern" else name.name
    family = name.family or name.given
    if dialect == "formula":
        return f"{name.non_dropping_particle} {family}"
    return family


def _full(name: Name) -> str:
    return name.full_family or name.given if isinstance(name, Person) else name.name


def _abbreviated(name: str) -> str:
    """Return a group's initials if it has three words or more, as JabRef does.

    >>> _abbreviated("Committee on Moss Research"), _abbreviated("Moss Team")
    ('CMR', 'Moss Team')
    """
    words = words_of(name, dashes=False)
    content: Sequence[str] = [word for word in words if word.lower() not in FUNCTION_WORDS]
    return name if len(content) < 3 else "".join(word[0].upper() for word in content)


def _one_word(text: str, dialect: Dialect) -> str:
    return "".join(words_of(text, dashes=dialect == "formula"))

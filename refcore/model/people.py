"""Names as references carry them: `Person`, `Group` and the ordered list `Authors`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, overload

import attrs

from refcore.errors import InvalidName
from refcore.model.identifiers import Orcid
from refcore.text.bounds import MOST_CHARACTERS, too_long
from refcore.text.halves import has_half

__all__ = ["Authors", "Group", "Name", "Person"]


def _text(value: str) -> str:
    # Most texts are empty or tidy; this check is quicker than splitting.
    try:
        if not value or (
            value.isprintable() and "  " not in value and len(value) <= MOST_CHARACTERS
        ):
            return value.strip()
    except AttributeError:
        raise InvalidName(f"a name is a text, not {value!r}") from None
    if fault := too_long("a name", value):
        raise InvalidName(fault)
    return _tidy(value)


def _tidy(value: str) -> str:
    if has_half(value):
        raise InvalidName(
            f"{value!r} contains half of a surrogate pair, which is not a valid character"
        )
    return " ".join(value.split())


def _words(values: Iterable[str]) -> tuple[str, ...]:
    if values == ():
        return ()
    if isinstance(values, str):
        raise InvalidName(f"affiliations must be a list of texts, not the text {values!r}")
    return tuple(_tidy(value) for value in values)


@attrs.frozen(order=False, repr=False)
class Person:
    """A person's name in the parts that CSL and BibLaTeX distinguish.

    A non-dropping particle belongs to the family name (``de`` in *de With*).
    A dropping one is left out if the family name appears alone (``von`` in
    *von Humboldt*). A mononym has a family name only.
    Source: CSL 1.0.2, "Name-part Order"; BibLaTeX manual, section 2.3.3.

    Raises `InvalidName` if the given and the family name are both empty.

    >>> Person("Peter H. N.", "With", non_dropping_particle="de").name
    'Peter H. N. de With'
    >>> Person(family="Loki").name
    'Loki'
    """

    given: str = attrs.field(default="", converter=_text)
    family: str = attrs.field(default="", converter=_text)
    non_dropping_particle: str = attrs.field(default="", converter=_text, kw_only=True)
    dropping_particle: str = attrs.field(default="", converter=_text, kw_only=True)
    suffix: str = attrs.field(default="", converter=_text, kw_only=True)
    orcid: Orcid | None = attrs.field(default=None, kw_only=True)
    affiliations: tuple[str, ...] = attrs.field(default=(), converter=_words, kw_only=True)
    undivided: bool = attrs.field(default=False, eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not (self.given or self.family):
            raise InvalidName("a person needs a given or a family name")

    @property
    def name(self) -> str:
        """The full name, given name first."""
        if not (self.dropping_particle or self.non_dropping_particle or self.suffix):
            return (
                f"{self.given} {self.family}"
                if self.given and self.family
                else self.given or self.family
            )
        parts = (
            self.given,
            self.dropping_particle,
            self.non_dropping_particle,
            self.family,
            self.suffix,
        )
        return " ".join(part for part in parts if part)

    @property
    def full_family(self) -> str:
        """The family name with both particles before it."""
        parts = (self.dropping_particle, self.non_dropping_particle, self.family)
        return " ".join(part for part in parts if part)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return _repr(self)


@attrs.frozen(order=False, repr=False)
class Group:
    """A literal name: an organisation, team or collaboration.

    >>> Group("LIGO Scientific Collaboration").name
    'LIGO Scientific Collaboration'
    """

    name: str = attrs.field(converter=_text)
    affiliations: tuple[str, ...] = attrs.field(default=(), converter=_words, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.name:
            raise InvalidName("a group needs a name")

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return _repr(self)


Name: TypeAlias = Person | Group


def _repr(value: Person | Group) -> str:
    positional = ("given", "family") if isinstance(value, Person) else ("name",)
    parts = [repr(getattr(value, name)) for name in positional]
    for field in attrs.fields(type(value)):
        content = getattr(value, field.name)
        if field.name not in positional and field.eq and content:
            parts.append(f"{field.name}={content!r}")
    return f"{type(value).__name__}({', '.join(parts)})"


def _others(value: bool | int) -> bool | int:
    if isinstance(value, bool):
        return value
    if not isinstance(value, int) or value < 1:
        raise InvalidName(f"others must be False, True or a count of 1 or more, not {value!r}")
    return value


def _names(values: Iterable[Name]) -> tuple[Name, ...]:
    # A text would be taken letter by letter.
    names = (values,) if isinstance(values, str) else tuple(values)
    for name in names:
        if not isinstance(name, Person | Group):
            raise InvalidName(
                f"an author list must contain Person and Group, not {name!r}; "
                "refcore.read_author_list reads names as text"
            )
    return names


# True == 1 in Python, but "and others" is not "and 1 other".
def _others_key(value: bool | int) -> tuple[bool, int]:
    return isinstance(value, bool), int(value)


@attrs.frozen(order=False, repr=False)
class Authors(Sequence[Name]):
    """An ordered list of names, and whether it says that it leaves some out.

    `others` is False for a list that claims to be complete, True for "et al.",
    and a number if the list says how many more authors there are.

    >>> authors = Authors([Group("MiniMax"), Person("Aili", "Chen")], others=125)
    >>> [name.name for name in authors], authors.others
    (['MiniMax', 'Aili Chen'], 125)
    """

    names: tuple[Name, ...] = attrs.field(default=(), converter=_names)
    others: bool | int = attrs.field(default=False, converter=_others, eq=_others_key)

    @overload
    def __getitem__(self, index: int) -> Name: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Name, ...]: ...
    def __getitem__(self, index: int | slice) -> Name | tuple[Name, ...]:
        return self.names[index]

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[Name]:
        return iter(self.names)

    def __bool__(self) -> bool:
        return bool(self.names) or bool(self.others)

    @property
    def people(self) -> tuple[Person, ...]:
        """The persons of the list, in order."""
        return tuple(name for name in self.names if isinstance(name, Person))

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups of the list, in order."""
        return tuple(name for name in self.names if isinstance(name, Group))

    def __str__(self) -> str:
        listed = ", ".join(name.name for name in self.names)
        if self.others is False:
            return listed
        more = "et al." if self.others is True else f"and {self.others} more"
        return f"{listed} {more}".strip()

    def __repr__(self) -> str:
        shown = [repr(name) for name in self.names[:3]]
        if len(self.names) > 3:
            shown.append(f"… {len(self.names) - 3} more names")
        others = "" if self.others is False else f", others={self.others}"
        return f"Authors([{', '.join(shown)}]{others})"

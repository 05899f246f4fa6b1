"""An item of CSL-JSON in the form that rendering uses: cleaned names, dates and text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs

from refcore.csl.processor.dates import Date, date_of
from refcore.csl.processor.notevariables import with_note_variables
from refcore.model.reference import DATE_ROLES, NAME_ROLES, NUMBER_VARIABLES
from refcore.text.patterns import regex

__all__ = [
    "DATES",
    "JOINED_PAIR",
    "NAMES",
    "NUMBERS",
    "UNTITLED_PART",
    "Item",
    "Name",
    "as_given",
    "as_person",
    "item_of",
]

# A key of an item that is a part of a book and has no title: "in" follows nothing.
UNTITLED_PART = "untitled-part"
# A key of an item with two institutions as authors, which its guide sets without a comma.
JOINED_PAIR = "joined-pair"
NAMES = NAME_ROLES
DATES = DATE_ROLES
NUMBERS = NUMBER_VARIABLES
_ALIASES = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short"}
_APOSTROPHES = "'’ʼ"

Json: TypeAlias = Mapping[str, Any]


@attrs.frozen(cache_hash=True)
class Name:
    """A person or an institution in CSL's name parts ("Name Variables")."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static: bool = False


@attrs.define
class Item:
    """An item, and the values that have been read from it so far."""

    id: str
    data: Json = attrs.field(repr=False)
    type: str = ""
    language: str = ""
    _names: dict[str, tuple[tuple[Name, ...], int]] = attrs.field(
        factory=dict, init=False, repr=False
    )
    _dates: dict[str, Date | None] = attrs.field(factory=dict, init=False, repr=False)
    _wholes: dict[str, str] = attrs.field(factory=dict, init=False, repr=False)

    def names(self, variable: str) -> tuple[Name, ...]:
        """Return the names of a variable, an empty tuple if it has none."""
        return self._read_names(variable)[0]

    def others(self, variable: str) -> int:
        """Return how many names a list says it leaves out: 1 for "et al."."""
        return self._read_names(variable)[1]

    def whole(self, variable: str) -> str:
        """Return a list of names in full, to distinguish lists that print the same."""
        found = self._wholes.get(variable)
        if found is None:
            parts = [f"{name.given} {name.family or name.literal}" for name in self.names(variable)]
            found = self._wholes[variable] = "\0".join(parts)
        return found

    def _read_names(self, variable: str) -> tuple[tuple[Name, ...], int]:
        found = self._names.get(variable)
        if found is None:
            value = self.data.get(variable)
            people = value if isinstance(value, list) else [value] if value else []
            names = tuple(name for person in people if (name := _name(person)) is not None)
            others = _others(names[-1]) if len(names) > 1 else 0
            found = self._names[variable] = (names[:-1] if others else names), others
        return found

    def date(self, variable: str) -> Date | None:
        """Return a date variable's value, or None if it has none."""
        if variable not in self._dates:
            self._dates[variable] = date_of(self.data.get(variable))
        return self._dates[variable]

    def text(self, variable: str) -> str:
        """Return a variable's text, an empty one if it has none."""
        value = self.data.get(variable)
        if isinstance(value, str):
            return value
        if value is None or isinstance(value, bool | dict | list):
            return ""
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return str(value)

    def is_blank(self, variable: str) -> bool:
        """Return whether nothing is written for a variable."""
        value = self.data.get(variable)
        return value is None or value == "" or value == [] or value == {}

    def has(self, variable: str) -> bool:
        """Return whether a variable has a value ("Choose", `variable`)."""
        value = self.data.get(variable)
        if value is None or value == "":
            return False
        if variable in DATES or isinstance(value, dict):
            return self.date(variable) is not None
        if variable in NAMES or isinstance(value, list):
            return bool(self.names(variable))
        return self.text(variable) != ""


def item_of(data: Json) -> Item:
    """Return an item's view, without its malformed parts.

    >>> item = item_of({"id": 1, "author": [{"family": "Gogh", "given": "Vincent van"}, 3]})
    >>> item.id, item.names("author")[0].dropping, item.text("title")
    ('1', 'van', '')
    """
    held = {_ALIASES.get(key, key): value for key, value in data.items()}
    for old, new in _ALIASES.items():
        if new in data and old in data:
            held[new] = data[new]
    held = with_note_variables(held)
    kind = held.get("type")
    language = held.get("language")
    return Item(
        str(held.get("id", "")),
        held,
        kind if isinstance(kind, str) else "",
        language if isinstance(language, str) else "",
    )


# Names


def as_person(name: Name) -> Name:
    """Return a name in the form for comparison: signs between initials do not count.

    >>> as_person(Name("Doe", "R.S.")) == as_person(Name("Doe", "R. S.")) == as_person(
    ...     Name("Doe", "R S"))
    True
    """
    if name.given.isalpha() and name.given.isascii():
        return name
    return attrs.evolve(name, given=as_given(name.given))


def as_given(text: str) -> str:
    """Return a text in one Unicode form, with periods and no spaces after initials.

    >>> as_given("J. P. Berg")
    'J.P. Berg'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if _INITIALS.fullmatch(text):
        return "".join(f"{char}." for char in text if char.isalpha())
    return _BETWEEN_INITIALS.sub(".", text) if "." in text else text


_INITIALS = regex(r"[^\W\d_](?:\.\s?|\s)(?:[^\W\d_](?:\.\s?|\s)){0,9}[^\W\d_]\.?")
_BETWEEN_INITIALS = regex(r"(?<=\b[^\W\d_])\.\s{0,9}(?=[^\W\d_]\b)")


# What people and programs write at the end of an incomplete list of names.
_OTHERS = regex(
    r"(?:and\s+)?(?:(?P<count>[1-9][0-9]{0,6})\s+)?(?:more\s+)?others"
    r"|(?:and\s+)?(?i:et\.?\s*al(?:ii|iae|ia)?\.?)|u\.\s?a\.|и др\.|y otros|ym\."
)


def _others(name: Name) -> int:
    """Return how many names a last "name" replaces, or 0 if it is a name.

    >>> [_others(Name(literal=text)) for text in ("others", "27 others", "Et al.", "Others Ltd")]
    [1, 27, 1, 0]
    """
    text = name.literal or (name.family if not name.given else "")
    match = _OTHERS.fullmatch(text.strip())
    if match is None:
        return 0
    return int(match["count"] or 1)


def _name(value: Any) -> Name | None:
    if isinstance(value, str):
        return Name(literal=value) if value.strip() else None
    if not isinstance(value, Mapping):
        return None

    def part(key: str) -> str:
        found = value.get(key)
        return str(found).strip() if isinstance(found, str | int) else ""

    if "literal" in value and (literal := part("literal")):
        return Name(literal=literal)  # other name parts are ignored
    family, given = part("family"), part("given")
    if not family and not given:
        return None
    if len(value) == 2 and family and given and _is_plain(family, given):
        return Name(family, given)
    name = Name(
        family,
        given,
        part("dropping-particle"),
        part("non-dropping-particle"),
        part("suffix"),
        "",
        bool(value.get("comma-suffix")),
        bool(value.get("static-ordering")),
    )
    return _with_particles(name) if len(family) + len(given) < _LONGEST else name


# Longer text is not a name, and is not parsed.
_LONGEST = 1000


def _is_plain(family: str, given: str) -> bool:
    """Return whether no part of a name can be a particle or a suffix, which is the common case.

    >>> _is_plain("Fei", "Bo"), _is_plain("Fei", "Bo van"), _is_plain("de Wit", "Jan")
    (True, False, False)
    """
    last = given[given.rfind(" ") + 1 :]
    return family[0].isupper() and "," not in given and not last.islower()


def _with_particles(name: Name) -> Name:
    """Split off particles that are written in the family or the given name."""
    family, given = name.family, name.given
    if len(family) > 1 and family[0] == '"' and family[-1] == '"':
        return attrs.evolve(name, family=family[1:-1])
    particle, dropping, suffix, comma = (
        name.particle,
        name.dropping,
        name.suffix,
        name.comma_suffix,
    )
    if not particle and family and given:
        particle, family = _leading(family)
    if not suffix and "," in given:
        head, _, tail = given.partition(",")
        if tail.strip().startswith("!"):
            tail, comma = tail.strip()[1:], True
        given, suffix = head.strip(), tail.strip()
    if not dropping and given:
        given, dropping = _trailing(given)
    if (family, given) == (name.family, name.given):
        return name
    return attrs.evolve(
        name,
        family=family,
        given=given,
        particle=particle,
        dropping=dropping,
        suffix=suffix,
        comma_suffix=comma,
    )


def _leading(family: str) -> tuple[str, str]:
    """Return the lower-case words that begin a family name, and the rest.

    >>> _leading("van der Berg"), _leading("Berg")
    (('van der', 'Berg'), ('', 'Berg'))
    """
    words: list[str] = []
    rest = family
    while True:
        match = _LEAD_WORD.match(rest)
        if match is None or not match[1].islower():
            break
        words.append(match[0])
        rest = rest[match.end() :]
    if not words or not rest:
        return "", family
    return "".join(words).strip(), rest


_LEAD_WORD = regex(
    rf"([‘{_APOSTROPHES}]?[^\W\d_]+(?:[.{_APOSTROPHES}](?=\S)|-(?=[^\W\d_])|[.{_APOSTROPHES}]?(?=\s)))\s*"
)
_TAIL = regex(rf"(?:^|\s)([‘{_APOSTROPHES}]?[^\W\d_]+[{_APOSTROPHES}]?)$")


def _trailing(given: str) -> tuple[str, str]:
    """Return a given name without the particle at its end, and that particle.

    >>> _trailing("Ludwig van der"), _trailing("Ludwig")
    (('Ludwig', 'van der'), ('Ludwig', ''))
    """
    words: list[str] = []
    rest = given
    while True:
        match = _TAIL.search(rest)
        if match is None or not match[1].islower() or not rest[: match.start()].strip():
            break
        words.insert(0, match[1])
        rest = rest[: match.start()].rstrip()
    return rest, " ".join(words)

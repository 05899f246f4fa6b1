"""Names in filing order, "Family, Given, Suffix", as RIS, MEDLINE and Hayagriva have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from refcore.errors import InvalidName
from refcore.model.people import Authors, Group, Name, Person
from refcore.names.plain import SUFFIXES, is_particle, looks_like_group, parse_name

__all__ = ["filed_forms", "names_from", "read_filed"]

_OTHERS = frozenset(("others", "et al", "et al.", "and others"))


def read_filed(text: str) -> Name | None:
    """Read one name, family name first where there is a comma; None for an empty one.

    A comma at the end marks an organisation, and two commas stand for a comma
    within its name, as EndNote has it.

    >>> read_filed("van Gogh, Vincent")
    Person('Vincent', 'Gogh', non_dropping_particle='van')
    >>> read_filed("King, Martin Luther, Jr."), read_filed("Loki,")
    (Person('Martin Luther', 'King', suffix='Jr.'), Group('Loki'))
    >>> read_filed("Department of Health,, Scotland")
    Group('Department of Health, Scotland')
    """
    name = " ".join(text.split()).lstrip(" ,")
    if not name.strip(" ,"):
        return None
    if ",," in name or name.endswith(","):
        return Group(name.replace(",,", ",").strip(" ,"))
    if "," not in name:
        return parse_name(name)
    family, *rest = (part.strip() for part in name.split(","))
    if " " in family and looks_like_group(family):
        return Group(name)
    suffix = next((part for part in rest if part.lower() in SUFFIXES), "")
    if not suffix and len(rest) > 1:
        suffix = rest.pop()
    given = " ".join(part for part in rest if part and part != suffix)
    return _person(family.split(), given, suffix, name)


def _person(family: list[str], given: str, suffix: str, name: str) -> Name:
    start = 0
    while start < len(family) - 1 and is_particle(family[start]):
        start += 1
    try:
        return Person(
            given,
            " ".join(family[start:]),
            non_dropping_particle=" ".join(family[:start]),
            suffix=suffix,
        )
    except InvalidName:
        return Group(name)


def filed_forms(name: Name) -> tuple[str, ...]:
    """Give the ways to write a name, the plainest first."""
    if isinstance(name, Group):
        return name.name, f"{name.name.replace(',', ',,')},"
    family = name.full_family
    if not family:
        return (name.given,)
    if name.suffix:
        return (f"{family}, {name.given}, {name.suffix}",)
    return (f"{family}, {name.given}",) if name.given else (family,)


def names_from(texts: Iterable[str], read: Callable[[str], Name | None] = read_filed) -> Authors:
    """Read a list of names; a last name "et al." or "others" stands for the rest.

    >>> names_from(["Chen, Aili", "et al."])
    Authors([Person('Aili', 'Chen')], others=True)
    """
    listed = [text for text in texts if text.strip(" ,")]
    others = bool(listed) and listed[-1].strip().casefold() in _OTHERS
    names = [read(text) for text in (listed[:-1] if others else listed)]
    return Authors([name for name in names if name is not None], others)

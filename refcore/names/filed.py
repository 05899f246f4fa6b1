"""Names in filing order, "Family, Given, Suffix", as RIS, MEDLINE and Hayagriva have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from refcore.errors import InvalidName
from refcore.model.people import Authors, Group, Name
from refcore.names.customs import is_degree, suffix_of
from refcore.names.elisions import elision, others_of
from refcore.names.grouping import is_short
from refcore.names.groups import looks_like_group, upright
from refcore.names.initialled import with_initials_alone
from refcore.names.parts import filed_parts, person_of, split_name
from refcore.names.plain import read_name
from refcore.text.bounds import MOST_CHARACTERS

__all__ = ["filed_forms", "in_either_order", "names_from", "read_filed", "read_indexed"]


@lru_cache(maxsize=4096)  # many works of a library have the same authors
def read_filed(text: str) -> Name | None:
    """Read one name, family name first where there is a comma; None for an empty one.

    A comma at the end marks an organisation, and two commas mean a comma
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
    name = upright(name)
    family = name.partition(",")[0]
    if looks_like_group(family) and ("," not in name or " " in family):
        return Group(name)
    parts = [part.strip() for part in name.split(",")]
    try:
        if len(parts) != 3 or suffix_of(parts[1]) or is_degree(parts[2]):
            return person_of(split_name(name))
        # The third part is a suffix, whatever it is.
        return person_of(filed_parts(parts[1].split(), parts[0].split(), parts[2]))
    except InvalidName:
        return Group(name)


def read_indexed(text: str) -> Name | None:
    """Read a name as `read_filed` does, and "Mud B", as indexes of medicine have it.

    >>> read_indexed("Mud B"), read_indexed("Cole R.T."), read_indexed("Bo Fei")
    (Person('B.', 'Mud'), Person('R.T.', 'Cole'), Person('Bo', 'Fei'))
    """
    name = " ".join(text.split())
    if "," in name or not is_short(name) or looks_like_group(name):
        return read_filed(text)
    family, _, initials = name.rpartition(" ")
    if "." not in initials:
        initials = " ".join(f"{letter}." for letter in initials)
    return read_filed(f"{family}, {initials}")


def in_either_order(texts: Iterable[str]) -> list[Name]:
    """Read names, each with the family name first where it has a comma; leave out empty ones.

    >>> in_either_order(["Chen, Aili", "", "Bo Fei"])
    [Person('Aili', 'Chen'), Person('Bo', 'Fei')]
    """
    found: list[Name] = []
    for text in texts:
        try:
            name = read_filed(text) if "," in text else read_name(text)
        except InvalidName:
            continue
        if name is not None:
            found.append(name)
    return found


def filed_forms(name: Name) -> tuple[str, ...]:
    """Return the ways to write a name, the plainest first."""
    if isinstance(name, Group):
        return name.name, f"{name.name.replace(',', ',,')},"
    family = name.full_family
    if not family:
        return (name.given,)
    if name.suffix:
        return (f"{family}, {name.given}, {name.suffix}",)
    return (f"{family}, {name.given}",) if name.given else (family,)


def names_from(texts: Iterable[str], read: Callable[[str], Name | None] = read_filed) -> Authors:
    """Read a list of names; a last entry such as "et al." says that others are left out.

    So are names that are too long to be one.

    >>> names_from(["Chen, Aili", "et al."])
    Authors([Person('Aili', 'Chen')], others=True)
    """
    listed = [text for text in texts if text.strip(" ,")]
    others = others_of(listed) if listed and elision(listed[-1]) is not False else False
    kept = [text for text in (listed[:-1] if others else listed) if len(text) <= MOST_CHARACTERS]
    names = [read(text) for text in with_initials_alone(kept)]
    is_whole = len(kept) + bool(others) == len(listed)
    return Authors([name for name in names if name is not None], others or not is_whole)

"""Names as plain text: ``Aili Chen``, ``Chen, Aili``, ``Peter de With``, ``MiniMax``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from refcore.errors import InvalidName
from refcore.model.people import Authors, Group, Name
from refcore.names.elisions import elision, others_of
from refcore.names.groups import looks_like_group, upright
from refcore.names.parts import person_of, split_name
from refcore.text.bounds import too_long
from refcore.text.given import require_text, wrong_type
from refcore.text.patterns import regex

__all__ = ["parse_list", "read_author_list", "read_name"]

_PLURAL_GROUP = regex(r"(?:Collaborations|Groups|Teams)$")


def read_name(text: str) -> Name:
    """Read one plain name; given name first, or family name first with a comma.

    Forms of address and academic degrees are left out, because they are not part of a name.

    Args:
        text: A name without LaTeX. Braces around it mark a group.

    Returns:
        A `Person` with the parts of the name, or a `Group`.

    Raises:
        InvalidName: The text is empty, or too long to be a name.

    >>> read_name("Peter H. N. de With")
    Person('Peter H. N.', 'With', non_dropping_particle='de')
    >>> read_name("Meeks, III, William H.")
    Person('William H.', 'Meeks', suffix='III')
    >>> read_name("{Google Research}"), read_name("Team, Gemini")
    (Group('Google Research'), Group('Gemini Team'))
    """
    require_text("read_name", text)
    if fault := too_long("a name", text):
        raise InvalidName(fault)
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if name.startswith("{") and name.endswith("}"):
        return Group(name.strip("{}"))
    name = upright(name)
    if looks_like_group(name):
        return Group(name)
    return person_of(split_name(name))


def parse_list(names: Iterable[str]) -> tuple[Name, ...]:
    """Read plain names one by one; a lone ``:`` is left out and marks a group before it.

    arXiv lists an author ``:`` where a collaboration was written with a colon.

    Args:
        names: The names, one a text.

    Returns:
        The people and groups.

    Raises:
        InvalidName: A text is no name.

    >>> parse_list(["MiniMax", ":", "Aili Chen"])
    (Group('MiniMax'), Person('Aili', 'Chen'))
    """
    found: list[Name] = []
    for text in names:
        if text.strip() != ":":
            found.append(read_name(text))
        elif found:
            found[-1] = _as_group(found[-1])
            if len(found) == 2 and _PLURAL_GROUP.search(found[-1].name):
                # "Keck Array and BICEP2 Collaborations:" is split into two authors.
                found[0] = _as_group(found[0])
    return tuple(found)


def _as_group(name: Name) -> Group:
    return name if isinstance(name, Group) else Group(name.name, affiliations=name.affiliations)


def read_author_list(names: str | Iterable[str], others: bool | int = False) -> Authors:
    """Read plain names into an `Authors` list: one by one, or in one text as people paste it.

    Args:
        names: Names in a sequence, or one text with commas, semicolons or lines between them.
        others: Whether the list leaves out names, or how many. An entry such as *et al.* or
            *and 27 others* sets it, too.

    Returns:
        The people and groups, in the order of the list.

    Raises:
        InvalidName: A part of a text does not read as a name.

    >>> read_author_list("1. Aili Chen (MIT)\\n2. Bo Fei, PhD\\nand 27 others")
    Authors([Person('Aili', 'Chen'), Person('Bo', 'Fei')], others=27)
    >>> read_author_list(["Chen, Aili", "et al."])
    Authors([Person('Aili', 'Chen')], others=True)
    """
    if not isinstance(names, Iterable):
        raise wrong_type("read_author_list", "a text or several names", names)
    if isinstance(names, str):
        from refcore.names.rows import read_rows

        rows = read_rows(names)
        rows.must_be_read()
        entries: Iterable[str] = rows.entries
    else:
        entries = tuple(names)
    from refcore.names.initialled import with_initials_alone

    listed = [entry for entry in entries if elision(entry) is False]
    said = others_of(entries)
    return Authors(parse_list(with_initials_alone(listed)), others if said is False else said)

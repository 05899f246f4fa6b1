"""What BibTeX's names cannot say of an author, in BibLaTeX's data annotations.

Source: the BibLaTeX manual, section 3.7, "Data Annotations": the field
``author+an:orcid = {1="…"; 3="…"}`` annotates the first and the third author.
An annotation without a number belongs to the whole list. BibTeX ignores them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from refcore.errors import InvalidIdentifier
from refcore.latex import decode, encode, from_plain, to_plain
from refcore.model.identifiers import Orcid
from refcore.model.people import Authors, Name, Person

__all__ = ["AFFILIATIONS", "ORCIDS", "OTHERS", "annotate", "read_annotations"]

OTHERS: Final = "+an:others"  # how many names "and others" stands for
ORCIDS: Final = "+an:orcid"
AFFILIATIONS: Final = "+an:affiliation"

_ITEM: Final = re.compile(r"\s*(?:([0-9]+)\s*)?=\s*((?:\"[^\"]*\"|[^;\"])*)\s*(?:;|$)")
_QUOTED: Final = re.compile(r"\s*\"([^\"]*)\"\s*(?:,|$)")
_COUNT: Final = re.compile(r"=\s*\"?([1-9][0-9]*)\"?")

Report = Callable[[str, str], None]


def annotate(names: Authors, field: str) -> dict[str, str]:
    """Give the annotation fields that say what the names of `field` do not.

    >>> annotate(Authors([Person("A", "B"), Person("C", "D", affiliations=["X", "Y"])], 12),
    ...     "author")
    {'author+an:others': '="12"', 'author+an:affiliation': '2="X","Y"'}
    """
    found: dict[str, str] = {}
    if names.others is not False and names.others is not True:
        found[field + OTHERS] = f'="{names.others}"'
    orcids = [
        f'{number}="{name.orcid}"'
        for number, name in enumerate(names, 1)
        if isinstance(name, Person) and name.orcid is not None
    ]
    affiliations = [
        f"{number}={','.join(_quoted(text) for text in name.affiliations)}"
        for number, name in enumerate(names, 1)
        if any(name.affiliations)
    ]
    for suffix, items in ((ORCIDS, orcids), (AFFILIATIONS, affiliations)):
        if items:
            found[field + suffix] = "; ".join(items)
    return found


def _quoted(text: str) -> str:
    # A quote would end the annotation, so accents stay in Unicode: one of them is a quote.
    return '"' + encode(from_plain(text)).replace('"', "{\\textquotedbl}") + '"'


def read_annotations(
    names: Authors, field: str, fields: Mapping[str, str], report: Report
) -> tuple[Authors, frozenset[str]]:
    """Give the names with what their annotations say, and the fields that were understood.

    >>> fields = {"author+an:orcid": '1="0000-0002-1825-0097"'}
    >>> read_annotations(Authors([Person("A", "B")]), "author", fields, print)[0][0].orcid
    Orcid('0000-0002-1825-0097')
    """
    understood: set[str] = set()
    count = _COUNT.fullmatch(fields.get(field + OTHERS, "").strip())
    if count and names.others is True:
        names = attrs.evolve(names, others=int(count[1]))
        understood.add(field + OTHERS)
    for suffix, change in ((ORCIDS, _with_orcid), (AFFILIATIONS, _with_affiliations)):
        text = fields.get(field + suffix, "")
        items = _items(text, len(names)) if text else None
        if items is None:
            continue
        try:
            found = [
                change(name, items[at]) if at in items else name for at, name in enumerate(names, 1)
            ]
        except InvalidIdentifier as fault:
            report(field + suffix, str(fault))
            continue
        names = Authors(found, names.others)
        understood.add(field + suffix)
    return names, frozenset(understood)


def _items(text: str, count: int) -> dict[int, tuple[str, ...]] | None:
    """Read an annotation; None where it says more than texts of names that there are."""
    found: dict[int, tuple[str, ...]] = {}
    position = 0
    while position < len(text):
        item = _ITEM.match(text, position)
        values = _values(item[2]) if item and item[1] else None
        if item is None or values is None or not 1 <= int(item[1]) <= count:
            return None
        found[int(item[1])] = values
        position = item.end()
    return found or None


def _values(text: str) -> tuple[str, ...] | None:
    found: list[str] = []
    position = 0
    while position < len(text):
        quoted = _QUOTED.match(text, position)
        if quoted is None:
            return None
        found.append(quoted[1])
        position = quoted.end()
    return tuple(found) or None


def _with_orcid(name: Name, values: tuple[str, ...]) -> Name:
    if not isinstance(name, Person) or len(values) != 1:
        raise InvalidIdentifier(f"{name} has one ORCID at most, and only where it is a person")
    return attrs.evolve(name, orcid=Orcid.parse(values[0]))


def _with_affiliations(name: Name, values: tuple[str, ...]) -> Name:
    return attrs.evolve(
        name, affiliations=[to_plain(decode(value, protect=False)) for value in values]
    )

"""What BibTeX's names cannot say of an author, in BibLaTeX's data annotations.

Source: the BibLaTeX manual, section 3.7, "Data Annotations": the field
``author+an:orcid = {1="…"; 3="…"}`` annotates the first and the third author.
Several affiliations of one author are joined by ``and``, as in any list of a
.bib file. An annotation without a number belongs to the whole list. biber splits
annotations at every semicolon, so none is written within one. BibTeX ignores them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import attrs

from refcore.bibtex.names import is_one_group, split_names
from refcore.errors import InvalidIdentifier
from refcore.latex import decode, encode, from_plain, to_plain
from refcore.model.identifiers import Orcid
from refcore.model.people import Authors, Name, Person
from refcore.text.patterns import regex

__all__ = ["AFFILIATIONS", "ORCIDS", "OTHERS", "Report", "annotate", "read_annotations"]

OTHERS: Final = "+an:others"  # how many names "and others" replaces
ORCIDS: Final = "+an:orcid"
AFFILIATIONS: Final = "+an:affiliation"

_ITEM: Final = regex(r"\s*([0-9]+)\s*=\s*\"([^\"]*)\"\s*(?:;|$)")
_SEMICOLON: Final = "\\symbol{59}"
_COUNT: Final = regex(r"=\s*\"?([1-9][0-9]*)\"?")

Report = Callable[[str, str], None]


def annotate(names: Authors, field: str) -> dict[str, str]:
    """Return the annotation fields for data that the names of `field` cannot state.

    >>> annotate(Authors([Person("A", "B"), Person("C", "D", affiliations=["X", "Y"])], 12),
    ...     "author")
    {'author+an:others': '="12"', 'author+an:affiliation': '2="X and Y"'}
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
        f'{number}="{" and ".join(map(_listed, filter(None, name.affiliations)))}"'
        for number, name in enumerate(names, 1)
        if any(name.affiliations)
    ]
    for suffix, items in ((ORCIDS, orcids), (AFFILIATIONS, affiliations)):
        if items:
            found[field + suffix] = "; ".join(items)
    return found


def _listed(text: str) -> str:
    # A quote would end the annotation, so accents stay in Unicode: LaTeX writes one with a quote.
    written = encode(from_plain(text)).replace('"', "{\\textquotedbl}").replace(";", _SEMICOLON)
    alone = split_names(f"A and {written} and B") == ["A", written, "B"]
    return written if alone and not written.startswith("{") else f"{{{written}}}"


def read_annotations(
    names: Authors, field: str, fields: Mapping[str, str], report: Report
) -> tuple[Authors, frozenset[str]]:
    """Return the names with what their annotations say, and the fields that were understood.

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


def _items(text: str, count: int) -> dict[int, str] | None:
    """Read an annotation; None if it says more than texts about existing names."""
    found: dict[int, str] = {}
    position = 0
    while position < len(text):
        item = _ITEM.match(text, position)
        if item is None or not 1 <= int(item[1]) <= count:
            return None
        found[int(item[1])] = item[2]
        position = item.end()
    return found or None


def _with_orcid(name: Name, value: str) -> Name:
    if not isinstance(name, Person):
        raise InvalidIdentifier(f"{name} is a group; only a person has an ORCID")
    return attrs.evolve(name, orcid=Orcid.parse(value))


def _with_affiliations(name: Name, value: str) -> Name:
    listed = split_names(value)
    return attrs.evolve(name, affiliations=[_plain(text) for text in listed])


def _plain(text: str) -> str:
    text = text.replace(_SEMICOLON, ";")
    return to_plain(decode(text[1:-1] if is_one_group(text) else text, protect=False))

"""Author fields that BibTeX misreads, written so that every program reads them right."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from refcore.bibtex.authorfields import listed
from refcore.bibtex.bibentry import BibEntry
from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.draft import Change
from refcore.bibtex.mapping import NAMES, Flavour
from refcore.bibtex.meant import meant
from refcore.bibtex.names import read_names, split_names
from refcore.bibtex.write_names import format_name
from refcore.model.people import Name

__all__ = ["NameChange", "change_names", "name_changes", "rewritten"]


@attrs.frozen
class NameChange:
    """A name field of an entry to be rewritten, with what is wrong with it."""

    key: str
    field: str
    text: str
    faults: tuple[str, ...]


def rewritten(text: str, flavour: Flavour = "bibtex") -> str | None:
    """Return a name field written as it is meant, or None if BibTeX already reads it so.

    Names that are read as they are meant keep their spelling.

    >>> rewritten("Fei, Bo; Chen, Aili et al.")
    'Fei, Bo and Chen, Aili and others'
    >>> rewritten("Davis, Jr., Sammy and Gemini Team"), rewritten("Fei, Bo and others")
    ('Davis, Jr., Sammy and {Gemini Team}', None)
    """
    authors, faults = read_names(text)
    names = []
    is_misread = False
    for entry in listed(split_names(text)):
        found = meant(entry.raw)
        is_misread = is_misread or found is not None or bool(entry.fault)
        if entry.others is False:
            names.append(entry.raw if found is None else _written(entry.raw, found[0], flavour))
    if not faults or not is_misread:
        return None
    if authors.others is not False and names[-1] != "others":
        names.append("others")
    new = " and ".join(names)
    again, still = read_names(new)
    is_right = again.names == authors.names and not still
    return new if is_right and bool(again.others) == bool(authors.others) else None


def _written(raw: str, name: Name, flavour: Flavour) -> str:
    """Write a name, in the order of the text if only what is behind its last comma goes.

    >>> from refcore.model.people import Person
    >>> _written("Jane Doe, MD", Person("Jane", "Doe"), "bibtex")
    'Jane Doe'
    """
    before = raw.rpartition(",")[0].rstrip()
    as_typed = before and "," not in before and read_names(before)[0].names == (name,)
    return before if as_typed else format_name(name, flavour)


def name_changes(file: BibFile) -> Iterator[NameChange]:
    """Yield the name fields of a file that are misread, in its order."""
    for key, entry in file.entries.items():
        for field in NAMES.values():
            if field in entry:
                new = rewritten(entry[field])
                if new is not None:
                    yield NameChange(key, field, new, read_names(entry[field])[1])


def change_names(entry: BibEntry, change: NameChange) -> Change:
    """Rewrite a name field of an entry; return its source before and after."""
    before = entry.source
    entry[change.field] = change.text
    return Change(entry.place[0], before, entry.source)

"""One library of many references: duplicates merged, and every key once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from refcore.curation.duplicates import Duplicates
from refcore.curation.keys import suffixes
from refcore.curation.merge import IDS, aliases_of, merge
from refcore.diagnostics import Diagnostic, Location
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["merge_duplicates", "unite"]

_LINKS: Final = frozenset({"crossref", "xref", "xdata", "related", "entryset"})


def merge_duplicates(references: Iterable[Reference], found: Iterable[Duplicates]) -> Library:
    """Return a library in which each group of duplicates is one reference.

    It takes the place and the key of the first of the group; the other keys
    stay in its ``ids``. A key that another work has already gets a letter.
    Contradictions and changed keys are the library's diagnostics; links
    between references follow the keys.

    >>> a, b = Reference("a", title="One"), Reference("a", title="Two")
    >>> merge_duplicates([a, b], []).keys()
    ('a', 'aa')
    """
    return unite(references, found)[0]


def unite(
    references: Iterable[Reference], found: Iterable[Duplicates]
) -> tuple[Library, list[tuple[str, str]]]:
    """Merge duplicates as `merge_duplicates` does; return old and new keys of what was merged, too.

    >>> from refcore.model import Doi
    >>> a, b = Reference("a", doi=Doi("10.1000/1")), Reference("b", doi=Doi("10.1000/1"))
    >>> from refcore.curation.duplicates import find_duplicates
    >>> unite([a, b], find_duplicates([a, b]))[1]
    [('b', 'a')]
    """
    groups = {id(item): group for group in found for item in group.references}
    union = _Union()
    done: set[int] = set()
    for item in references:
        group = groups.get(id(item))
        if group is None:
            union.add(item, (item,))
        elif id(group) not in done:
            done.add(id(group))
            merged = merge(group.references)
            union.library.diagnostics += merged.conflicts
            union.add(merged.reference, group.references)
    union.follow_links()
    union.check_aliases()
    return union.library, union.changed


class _Union:
    """A library that grows, and which key each reference has in it, by file and old key."""

    def __init__(self) -> None:
        self.library = Library()
        # The next suffixes for each key that several works have.
        self.free: dict[str, Iterator[str]] = {}
        self.keys: dict[tuple[str | None, str], str] = {}
        self.files: dict[str, str | None] = {}
        self.changed: list[tuple[str, str]] = []

    def add(self, whole: Reference, members: Iterable[Reference]) -> None:
        key = whole.key
        if key in self.library:
            free = self.free.setdefault(key, suffixes())
            key = next(key + more for more in free if key + more not in self.library)
            message = f"the key {whole.key!r} belongs to another work; this one becomes {key!r}"
            place = whole.location or Location()
            self.library.diagnostics.append(Diagnostic(message, place, key))
        self.library.add(whole.evolve(key=key))
        self.files[key] = _file(whole)
        for member in members:
            self.keys.setdefault((_file(member), member.key), key)
            if member.key != key:
                self.changed.append((member.key, key))

    def follow_links(self) -> None:
        """Rename the keys in fields that refer to other references of the library."""
        for reference in self.library:
            file = self.files[reference.key]
            extra = {
                name: self.renamed(value, file) if name in _LINKS else value
                for name, value in reference.extra.items()
            }
            if extra != reference.extra:
                self.library.replace(reference.evolve(extra=extra))

    def check_aliases(self) -> None:
        """Leave out aliases that are the key of another work of the library."""
        for reference in self.library:
            held = aliases_of(reference)
            free = [key for key in held if key not in self.library]
            if free != held:
                extra = {name: text for name, text in reference.extra.items() if name != IDS}
                extra |= {IDS: ",".join(free)} if free else {}
                self.library.replace(reference.evolve(extra=extra))

    def renamed(self, value: str, file: str | None) -> str:
        keys = [key.strip() for key in value.split(",")]
        return ", ".join(self.keys.get((file, key), key) for key in keys)


def _file(reference: Reference) -> str | None:
    return reference.location.path if reference.location else None

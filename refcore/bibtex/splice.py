"""A changed library back into the file it was read from, edit by edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from refcore.bibtex.allowed import written_key
from refcore.bibtex.bibfile import BibFile
from refcore.bibtex.edits import check_value
from refcore.bibtex.mapping import Flavour
from refcore.bibtex.origin import Origin
from refcore.bibtex.splice_entry import EntryEdit, different
from refcore.bibtex.writing import fields_of
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.errors import RefcoreError
from refcore.model.reference import Reference
from refcore.text.keys import free_key
from refcore.text.months import BY_START, MONTHS

__all__ = ["Splice", "updated"]

_BIBLATEX_TYPES: Final = frozenset(
    "online thesis report dataset software collection mvbook mvcollection reference "
    "inreference periodical bookinbook suppbook".split()
)
_BIBLATEX_FIELDS: Final = frozenset(
    "date journaltitle location eprinttype eprintclass langid urldate annotation maintitle".split()
)
_LINKS: Final = ("crossref", "xdata", "xref", "entryset", "related")
_SAMPLE: Final = 50  # entries that show the flavour of a file


def updated(origin: Origin, references: Iterable[Reference]) -> tuple[BibFile, list[Diagnostic]]:
    """Return the file edited to contain these references, and what it cannot represent.

    Only fields whose value in the model changed are rewritten; a reference
    that only moved to another key is the same entry. The origin stays as it is.
    """
    before, now = origin.references, {reference.key: reference for reference in references}
    changed = [
        (before[key], found)
        for key, found in now.items()
        if key in before and found is not before[key] and found != before[key]
    ]
    if not changed and before.keys() == now.keys():
        return origin.file, []
    splice = Splice(origin)
    splice.run(changed, now)
    return splice.file, splice.diagnostics


class Splice:
    """A copy of a file, and the edits that bring it in line with changed references."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.file = origin.file.copy()
        self.diagnostics: list[Diagnostic] = []

    def run(self, changed: list[tuple[Reference, Reference]], now: dict[str, Reference]) -> None:
        """Make the edits: `changed` are pairs of before and after, `now` all references."""
        before = self.origin.references
        gone = dict.fromkeys(key for key in before if key not in now)
        new = {key: reference for key, reference in now.items() if key not in before}
        renamed = self.renamed(gone, new)
        # Of most of the renamed ones only the key changed.
        for old, found in [*changed, *(pair for pair in renamed if different(*pair))]:
            self.change(old, found)
        self.file.remove_all(gone)
        followed = _followed(now, new)
        for reference in new.values():
            self.append(reference, self.flavour, followed.get(reference.key))
        self.unheld()

    def renamed(
        self, gone: dict[str, None], new: dict[str, Reference]
    ) -> list[tuple[Reference, Reference]]:
        """Remove from both each entry that only changed its key; rename it in the file."""
        places = {
            found.location: found
            for key in gone
            if (found := self.origin.references[key]).location is not None
        }
        moved: list[tuple[Reference, Reference]] = []
        for reference in list(new.values()):
            old = places.get(reference.location) if reference.location else None
            if old is None or old.key not in gone:
                continue
            try:
                self.file.entries[old.key].key = reference.key
            except RefcoreError as error:
                self.note(str(error), reference.key)
                continue
            del gone[old.key], new[reference.key]
            moved.append((old, reference))
        self.relink({old.key: found.key for old, found in moved})
        return moved

    def relink(self, keys: Mapping[str, str]) -> None:
        """Rename the keys in cross references to renamed entries."""
        for entry in self.file if keys else ():
            for field in _LINKS:
                if field not in entry:
                    continue
                named = entry[field].split(",")
                then = [keys.get(key.strip(), key) for key in named]
                if then != named:
                    entry[field] = ",".join(then)

    def change(self, old: Reference, new: Reference) -> None:
        """Bring the entry of a reference in line with what changed in it."""
        entry = self.file.entries[new.key]
        fields = frozenset(entry)
        flavour = self.flavour
        if fields & _BIBLATEX_FIELDS or entry.type in _BIBLATEX_TYPES:
            flavour = "biblatex"
        elif fields & {"year", "journal", "address", "school", "archiveprefix", "primaryclass"}:
            flavour = "bibtex"
        edit = EntryEdit(entry, old, new, flavour)
        edit.apply()
        if edit.is_mended:
            message = "the entry is broken, so the change rewrote all of it"
            self.note(message, new.key, None, Severity.WARNING)
        for field, message in edit.faults:
            self.note(message, new.key, field or None)

    def append(self, reference: Reference, flavour: Flavour, before: str | None = None) -> None:
        """Add an entry for a reference; note the values that cannot be written."""
        entry = fields_of(reference, flavour)
        written: dict[str, str] = {}
        for name, value in entry.fields.items():
            try:
                check_value(name, value)
            except RefcoreError as error:
                self.note(str(error), reference.key, name)
            else:
                written[name] = MONTHS[BY_START[value] - 1] if name in entry.macros else value
        key = free_key(written_key(reference.key), self.file)
        if key != reference.key:
            self.note(f"the key becomes {key!r}", reference.key, None, Severity.WARNING)
        try:
            self.file.add(entry.type, key, written, before=before)
        except RefcoreError as error:
            self.note(str(error), reference.key)

    @cached_property
    def flavour(self) -> Flavour:
        """Return the flavour of the file, judged by its first entries."""
        count = 0
        for index, entry in enumerate(self.file):
            if index == _SAMPLE:
                break
            fields = frozenset(entry)
            count += bool(fields & _BIBLATEX_FIELDS) or entry.type in _BIBLATEX_TYPES
            count -= bool(fields & {"journal", "address", "school", "archiveprefix"})
        return "biblatex" if count > 0 else "bibtex"

    def unheld(self) -> None:
        """Say which characters the file's encoding lacks."""
        if self.file.encoding.name.startswith("utf"):
            return
        for entry in self.file.changed:
            for name in entry:
                lost = [c for c in dict.fromkeys(entry[name]) if not self.file.encoding.holds(c)]
                if lost:
                    characters = repr("".join(lost))
                    message = (
                        f"{self.file.encoding.name} has no {characters}; written as LaTeX commands"
                    )
                    self.note(message, entry.key, name, Severity.NOTE)

    def note(
        self,
        message: str,
        key: str,
        field: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add a diagnostic on an entry of the file."""
        self.diagnostics.append(Diagnostic(message, Location(self.file.path), key, field, severity))


def _followed(now: Mapping[str, Reference], new: Mapping[str, Reference]) -> dict[str, str]:
    """Return for each new reference the key of the next one that the file has."""
    found: dict[str, str] = {}
    following: str | None = None
    for key in reversed(list(now)):
        if key not in new:
            following = key
        elif following is not None:
            found[key] = following
    return found

"""Changes of a file's entries one by one, each with its source before and after."""

from __future__ import annotations

import attrs

from refcore.bibtex.origin import Origin
from refcore.bibtex.splice import Splice
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["Change", "Draft"]


@attrs.frozen
class Change:
    """What a changed reference changes in its file: the entry's first line and both sources."""

    line: int
    before: str
    after: str


class Draft:
    """Shows what changed references change in the file that a library was read from.

    The time for one change does not grow with the file, and the file stays as it is.

    >>> from refcore.bibtex import read
    >>> library = read("@misc{a, title = {One}}")
    >>> Draft.of(library).change(library["a"].evolve(title="Two")).after
    '@misc{a, title = {Two}}'
    """

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._splice = Splice(origin)

    @classmethod
    def of(cls, library: Library) -> Draft | None:
        """Return the draft of a library's file, None where it was not read from BibTeX."""
        origin = library._origin
        return cls(origin) if isinstance(origin, Origin) else None

    def change(self, reference: Reference) -> Change:
        """Change the entry of a reference in the draft; raises `UnknownKey`."""
        entry = self._splice.file.entries[reference.key]
        before = entry.source
        self._splice.change(self._origin.references[reference.key], reference)
        return Change(entry.place[0], before, entry.source)

"""A reference while it is read, and the keys of a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from refcore.diagnostics import Diagnostic, Severity
from refcore.errors import InvalidIdentifier
from refcore.formats.findings import Findings
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi
from refcore.model.keys import key_of
from refcore.model.library import Library
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.text.keys import apart, free_key

__all__ = ["Draft", "add", "keys_apart"]


@attrs.define
class Draft:
    """The parts of a reference, collected one by one; the first of each stays.

    What cannot be placed is kept in `extra`, a line for each value.
    """

    findings: Findings
    type: str = "document"
    title: str = ""
    arxiv: ArxivId | None = None
    doi: Doi | None = None
    url: str = ""
    names: dict[str, Authors] = attrs.field(factory=dict)
    dates: dict[str, Date] = attrs.field(factory=dict)
    fields: dict[str, str] = attrs.field(factory=dict)
    extra: dict[str, str] = attrs.field(factory=dict)

    def keep(self, name: str, value: str) -> None:
        """Keep a value for which references have no attribute."""
        if value:
            held = self.extra.get(name)
            self.extra[name] = value if held is None else f"{held}\n{value}"

    def put_field(self, variable: str, value: str, name: str) -> None:
        """Take a CSL variable; a second, other value is kept under `name`."""
        if not value:
            return
        if self.fields.setdefault(variable, value) != value:
            self.keep(name, value)

    def put_doi(self, text: str, name: str) -> None:
        """Take a DOI; keep an invalid or a second one under `name`."""
        try:
            doi = Doi.parse(text)
        except InvalidIdentifier as error:
            self.findings.warning(f"{error}; kept as text", name)
            self.keep(name, text)
            return
        if self.doi is None:
            self.doi = doi
        elif self.doi != doi:
            self.keep(name, text)

    def put_url(self, text: str, name: str) -> None:
        """Take an address; a second one is kept under `name`."""
        if not self.url:
            self.url = text
        elif self.url != text:
            self.keep(name, text)

    def put_arxiv(self, text: str, name: str) -> bool:
        """Take an arXiv id; return whether the text was one."""
        try:
            arxiv = ArxivId.parse(text)
        except InvalidIdentifier as error:
            if "arxiv" in text.casefold():
                self.findings.warning(str(error), name)
            return False
        if self.arxiv is not None and self.arxiv != arxiv:
            return False
        self.arxiv = arxiv
        return True

    def reference(self, key: str) -> Reference:
        """Return the reference; where `key` is empty, one is made of its content."""
        names = dict(self.names)
        authors = names.pop("author", Authors())
        dates = dict(self.dates)
        issued = dates.pop("issued", None)
        found = Reference(
            key.strip() or "-",
            self.type,
            self.findings.title(self.title),
            authors,
            issued=issued,
            arxiv=self.arxiv,
            doi=self.doi,
            url=self.url,
            names=names,
            dates=dates,
            fields=self.fields,
            extra=self.extra,
            location=self.findings.location,
        )
        return found if key.strip() else found.evolve(key=key_of(found))


def keys_apart(
    references: Iterable[Reference], written: Callable[[str], str] = str
) -> list[Reference]:
    """Return the references under keys that a format allows, all different.

    >>> [reference.key for reference in keys_apart([Reference("a"), Reference("a")])]
    ['a', 'a-2']
    """
    listed = list(references)
    keys = apart((reference.key for reference in listed), written)
    return [
        reference if reference.key == key else reference.evolve(key=key)
        for reference, key in zip(listed, keys, strict=True)
    ]


def add(library: Library, reference: Reference, findings: Findings, *, stated: bool = True) -> None:
    """Add a reference under a free key, and its findings under that key.

    A `stated` key that is taken is an error of the input; a made one is not.
    """
    key = free_key(reference.key, library)
    if key != reference.key and stated:
        message = f"the key is already used; this one becomes {key!r}"
        where = reference.location or findings.location
        library.diagnostics.append(Diagnostic(message, where, reference.key, None, Severity.ERROR))
    for entry in findings.found:
        library.diagnostics.append(attrs.evolve(entry, key=key))
    library.add(reference if key == reference.key else reference.evolve(key=key))

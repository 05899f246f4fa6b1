"""BibTeX entries in the code blocks of a note."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from refcore.diagnostics import Diagnostic, Location
from refcore.markdown.blocks import Block
from refcore.markdown.links import Inline, Mention
from refcore.markdown.reading import Identity
from refcore.model.reference import Reference

__all__ = ["Quoted", "code_text", "quoted_entries"]


@attrs.frozen
class Quoted:
    """An entry in a code block, and the work that it is about, where it names a paper."""

    reference: Reference
    block: int

    @property
    def identity(self) -> Identity | None:
        """The identity of the work, in the form that mentions use."""
        if arxiv := self.reference.arxiv_from_any:
            return "arxiv", arxiv.bare
        doi = self.reference.doi
        return ("doi", doi.name.casefold()) if doi else None

    @property
    def mention(self) -> Mention:
        """The entry as a mention of its paper."""
        arxiv, doi = self.reference.arxiv_from_any, self.reference.doi
        line = self.reference.location.line if self.reference.location else None
        return Mention(self.block, 0, 1, line or 1, arxiv=arxiv, doi=None if arxiv else doi)


def code_text(block: Block) -> Inline:
    """Return a code block as text without links."""
    newlines = tuple(match.start() for match in re.finditer("\n", block.text))
    return Inline(block.text, (), block.line, newlines)


def quoted_entries(
    blocks: Sequence[Block], path: str | None
) -> tuple[list[Quoted], list[Diagnostic]]:
    """Return the entries of all code blocks, with their places in the note, and what is odd."""
    found: list[Quoted] = []
    odd: list[Diagnostic] = []
    for number, block in enumerate(blocks):
        if block.kind != "code":
            continue
        from refcore import bibtex

        library = bibtex.read(block.text, path)
        found += [Quoted(_moved(reference, block.line, path), number) for reference in library]
        odd += [
            attrs.evolve(finding, location=_place(finding.location, block.line, path))
            for finding in library.diagnostics
        ]
    return found, odd


def _moved(reference: Reference, line: int, path: str | None) -> Reference:
    return reference.evolve(location=_place(reference.location, line, path))


def _place(location: Location | None, line: int, path: str | None) -> Location:
    """Put a place in a block into the note; the column stays as it is."""
    held = location or Location()
    return Location(path, line + (held.line or 1) - 1, held.column)

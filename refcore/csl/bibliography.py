"""`Bibliography`: a printed bibliography that knows its entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Self

import attrs

from refcore.csl.entries import PlacedEntry
from refcore.csl.inlines import Tree
from refcore.csl.layout import Layout
from refcore.csl.output import Output
from refcore.csl.processor.tree import plain
from refcore.latex.escapes import JOINER
from refcore.text.hypertext import Html, element
from refcore.text.notebook import in_notebook

__all__ = ["Bibliography", "BibliographyEntry", "printed", "printed_bibliography"]


@attrs.frozen
class BibliographyEntry:
    """One printed entry and the citation key of its reference.

    >>> print(BibliographyEntry("k", "On Moss. (n.d.)."))
    On Moss. (n.d.).
    """

    key: str
    text: str

    def __str__(self) -> str:
        return self.text


class Bibliography(str):
    """A printed bibliography: a text that also knows its entries.

    `entries` are in the order of the style. `style` is the style's name, `format` the output's.
    `warnings` name what the style cannot print as it is. `layout` says how the style wants entries
    set: hanging indent, spacing. `language` is the language of its terms, `heading` the locale's
    word for references.

    >>> from refcore.csl import bibliography
    >>> from refcore.model import Reference
    >>> made = bibliography(Reference("k", "book", "On Moss"))
    >>> made.text, made.entries[0].key, made.heading
    ('On Moss. (n.d.).', 'k', 'References')
    """

    entries: tuple[BibliographyEntry, ...]
    style: str
    # A str has a method of this name; nobody formats a bibliography with it.
    format: str  # type: ignore[assignment]
    warnings: tuple[str, ...]
    layout: Layout = Layout()
    language: str = "en"
    heading: str = "References"
    _placed: tuple[tuple[PlacedEntry, str], ...] = ()  # with their keys, to print again

    def __new__(
        cls,
        text: str,
        entries: Iterable[BibliographyEntry] = (),
        style: str = "",
        format: str = "text",  # noqa: A002
        warnings: Iterable[str] = (),
    ) -> Self:
        """Make a bibliography of its printed text and its entries."""
        made = super().__new__(cls, text)
        made.entries, made.warnings = tuple(entries), tuple(warnings)
        made.style, made.format = style, format
        return made

    @property
    def text(self) -> str:
        """The text alone."""
        return str.__str__(self)

    def _repr_html_(self) -> str:
        shown = self
        if self.format != "html" and self._placed:
            from refcore.csl.outputs import output_named

            shown = self._printed_as(output_named("html"))
        if shown.format != "html":
            return in_notebook("bibliography", element("pre", self.text))
        return in_notebook("bibliography", Html(shown.text))

    def _printed_as(self, output: Output) -> Bibliography:
        keys = {entry.index: key for entry, key in self._placed}
        entries = [entry for entry, _ in self._placed]
        return printed_bibliography(entries, keys, self.layout, self.style, output)

    def __repr__(self) -> str:
        warned = f", {len(self.warnings)} warnings" if self.warnings else ""
        return f"<Bibliography of {len(self.entries)} in {self.style}, {self.format}{warned}>"


def printed_bibliography(
    entries: Sequence[PlacedEntry],
    keys: Sequence[str] | Mapping[int, str],
    layout: Layout,
    style: str,
    output: Output,
    warnings: Iterable[str] = (),
    *,
    anchored: bool = False,
) -> Bibliography:
    """Print entries; `keys` are those of the items, by their places.

    With `anchored` each entry is a place that citations can link to.
    """
    labelled = [entry for entry in entries if entry.label]
    layout = attrs.evolve(
        layout,
        label_width=max((len(plain(entry.label)) for entry in labelled), default=0),
        numbered=bool(labelled) and all(entry.is_numbered for entry in labelled),
        anchored=anchored,
    )
    made = tuple(
        BibliographyEntry(keys[entry.index], _printed(entry, output, layout.numbered))
        for entry in entries
    )
    text = output.entries([(entry.key, entry.text) for entry in made], layout)
    found = Bibliography(text, made, style, output.name, warnings)
    found.layout = layout
    found._placed = tuple((entry, keys[entry.index]) for entry in entries)
    return found


def printed(tree: Tree, output: Output) -> str:
    """Print a finished tree in a format."""
    # The word joiner kept plain text apart from markup; in print it has no use.
    return output.inlines(tree).replace(JOINER, "")


def _printed(entry: PlacedEntry, output: Output, numbered: bool) -> str:
    if output.whole_entries:
        return printed(entry.tree, output)
    label, body = entry.parts
    text = printed(body, output)
    if not label or (output.numbers_itself and numbered):
        return text
    return output.labelled(printed(label, output), text)

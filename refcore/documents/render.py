"""A Markdown document with its citations printed and its bibliography in place.

Only citations, their notes and the places of bibliographies change; every other byte
of the text stays. HTML is a page: there the text is converted as well.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import attrs

from refcore.csl.bibliography import Bibliography
from refcore.csl.document import Processor
from refcore.csl.outputs import output_named
from refcore.csl.processor.cites import Citation, Cite, CiteMode
from refcore.csl.styles import Style, find_style
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.documents.document import ListPlace, Placed, Source, read_document
from refcore.documents.footnotes import NOTATIONS, Notation
from refcore.documents.places import located
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["Rendered", "render", "render_source"]

_ALL: Final = "*"


@attrs.frozen
class Rendered:
    """A rendered document: its text, the keys that it cites, and what is odd about it."""

    text: str
    cited: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def __str__(self) -> str:
        return self.text


def render(
    text: str,
    bibliography: Library | Iterable[Reference],
    *,
    style: Style | str | os.PathLike[str] | None = None,
    format: str = "markdown",  # noqa: A002
    locale: str | None = None,
    path: str | None = None,
) -> Rendered:
    """Print the citations of a Markdown document and its bibliography.

    `text` cites in pandoc's notation, such as ``[see @fei2020, p. 3]``. `bibliography`
    holds the references. `style` and `locale` default to what the head of the document
    says, then to APA and the style's own locale. `format` is one of the outputs of
    `refcore.bibliography`. `path` names the document in diagnostics. A citation with an
    unknown key stays as it is written and gets a diagnostic.

    Raises `UnreadableInput` for a head that is not YAML, `StyleError` for a style that
    cannot be used, and `UnknownFormat`.

    >>> print(render("As [@a, p. 3] says.", [Reference("a", "book", "One")]))
    As (*One*, n.d., p. 3) says.
    <BLANKLINE>
    *One*. (n.d.).
    <BLANKLINE>
    """
    source = read_document(text, path)
    return render_source(source, list(bibliography), style=style, format=format, locale=locale,
                         path=path)


def render_source(
    source: Source,
    references: Sequence[Reference],
    *,
    style: Style | str | os.PathLike[str] | None = None,
    format: str = "markdown",  # noqa: A002
    locale: str | None = None,
    path: str | None = None,
) -> Rendered:
    """Print a document that is read already; see `render`."""
    chosen = style or source.front.csl or "apa"
    found = chosen if isinstance(chosen, Style) else find_style(chosen)
    job = _Job(source, references, found, format, locale or source.front.lang or None, path)
    return job.run()


class _Job:
    def __init__(
        self,
        source: Source,
        references: Sequence[Reference],
        style: Style,
        format_: str,
        locale: str | None,
        path: str | None,
    ) -> None:
        self.source = source
        self.references = {reference.key: reference for reference in references}
        self.style = style
        self.output = output_named(format_)
        self.notation = NOTATIONS[self.output.name]
        self.processor = Processor(style, references, locale)
        self.path = path
        self.diagnostics = list(source.front.diagnostics)
        self.notes: list[str] = []

    def run(self) -> Rendered:
        known = [placed for placed in self.source.citations if self.is_known(placed)]
        nocite = self.nocite()
        document = self.processor.document(
            [self.citation(placed, number) for number, placed in self.numbered(known)],
            self.output.name,
            nocite=nocite,
        )
        edits = self.citation_edits(known, document.citations)
        listed = self.list_edits(known, nocite, document.bibliography)
        text = _spliced(self.source.text, [*edits, *listed])
        cited = dict.fromkeys(c.key for placed in known for c in placed.citing.cites)
        return Rendered(self.notation.whole(text, self.notes), tuple(cited), tuple(self.diagnostics))

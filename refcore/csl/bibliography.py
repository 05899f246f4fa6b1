"""`bibliography` and `cite`: references as people read them, in any CSL style."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Self

import attrs

from refcore.csl.engine import Engine, Entry, Layout, Rendering
from refcore.csl.inlines import Inline, plain_text
from refcore.csl.output import Output, output_named
from refcore.csl.styles import Style, find_style
from refcore.errors import StyleError, UnknownKey
from refcore.latex.markup import JOINER
from refcore.model.library import Library
from refcore.model.reference import Reference

__all__ = ["Bibliography", "BibliographyEntry", "bibliography", "cite"]


@attrs.frozen
class BibliographyEntry:
    """One printed entry and the citation key of its reference."""

    key: str
    text: str

    def __str__(self) -> str:
        return self.text


class Bibliography(str):
    """A printed bibliography: a text that also knows its entries.

    `entries` are in the order of the style, `style` is the style's name,
    `format` the output's, `warnings` say what could not be set as it wants,
    `layout` how the style wants entries set: hanging indent, spacing.
    """

    entries: tuple[BibliographyEntry, ...]
    style: str
    # A str has a method of this name; nobody formats a bibliography with it.
    format: str  # type: ignore[assignment]
    warnings: tuple[str, ...]
    layout: Layout = Layout()

    def __new__(
        cls,
        text: str,
        entries: Iterable[BibliographyEntry] = (),
        style: str = "",
        format: str = "text",  # noqa: A002
        warnings: Iterable[str] = (),
    ) -> Self:
        made = super().__new__(cls, text)
        made.entries, made.warnings = tuple(entries), tuple(warnings)
        made.style, made.format = style, format
        return made

    @property
    def text(self) -> str:
        """The text alone."""
        return str.__str__(self)

    def __repr__(self) -> str:
        warned = f", {len(self.warnings)} warnings" if self.warnings else ""
        return f"<Bibliography of {len(self.entries)} in {self.style}, {self.format}{warned}>"


def bibliography(
    references: Library | Reference | Iterable[Reference],
    style: str | os.PathLike[str] = "apa",
    format: str = "text",  # noqa: A002
    locale: str | None = None,
    *,
    engine: str = "refcore",
) -> Bibliography:
    """Print references as a bibliography.

    Takes a library, one reference or several; a style by name, former name,
    title or path; an output format of ``text``, ``html``, ``markdown``,
    ``latex``, ``rst`` and ``typst``; and a locale (``de-DE``) in place of the style's own. The
    style sorts the entries. `engine` is ``refcore``, or ``citeproc-py`` to
    compare with. Titles are escaped for the output; CSL's small
    markup in them is set, all else is text.
    Raises `StyleError` for a style or locale that is not known or has no
    bibliography, `UnknownFormat` for an output that is not known.

    >>> from refcore.model import Authors, Date, Person
    >>> book = Reference("k", "book", "The TeXbook", Authors([Person("Donald", "Knuth")]),
    ...     issued=Date.of(1984), fields={"publisher": "Addison-Wesley"})
    >>> print(bibliography(book))
    Knuth, D. (1984). The TeXbook. Addison-Wesley.
    """
    output = output_named(format)
    held = [references] if isinstance(references, Reference) else list(references)
    chosen = find_style(style)
    rendering = engine_named(engine).bibliography(chosen, held, locale)
    return printed_bibliography(rendering, [one.key for one in held], chosen, output)


def printed_bibliography(
    rendering: Rendering, keys: Sequence[str], style: Style, output: Output
) -> Bibliography:
    """Print a rendering; `keys` are those of the references, by their places."""
    labelled = [entry for entry in rendering.entries if entry.label]
    numbered = bool(labelled) and all(entry.numbered for entry in labelled)
    entries = tuple(
        BibliographyEntry(keys[entry.index], _printed(entry, output, numbered))
        for entry in rendering.entries
    )
    pairs = [(entry.key, entry.text) for entry in entries]
    width = max((len(plain_text(entry.label)) for entry in labelled), default=0)
    layout = attrs.evolve(rendering.layout, label_width=width)
    if output.laid_out is not None:
        text = output.laid_out(pairs, layout)
    else:
        text = output.entries(pairs, numbered)
    made = Bibliography(text, entries, style.name, output.name, rendering.warnings)
    made.layout = layout
    return made


def cite(
    library: Library,
    keys: str | Sequence[str],
    style: str | os.PathLike[str] = "apa",
    format: str = "text",  # noqa: A002
    locale: str | None = None,
    *,
    engine: str = "refcore",
) -> str:
    """Print one citation: of one key, or of several together.

    Numbers are those of the library's bibliography in the same style.
    Raises `UnknownKey` for a key that the library does not hold, and
    `StyleError` and `UnknownFormat` as `bibliography` does.

    >>> from refcore.model import Authors, Date, Person
    >>> knuth = Authors([Person("Donald", "Knuth")])
    >>> library = Library([Reference("k", "book", "The TeXbook", knuth, issued=Date.of(1984))])
    >>> cite(library, "k"), cite(library, ["k"], style="ieee")
    ('(Knuth, 1984)', '[1]')
    """
    output = output_named(format)
    wanted = [keys] if isinstance(keys, str) else list(dict.fromkeys(keys))
    if not wanted:
        raise UnknownKey("a citation needs at least one key")
    held = list(library)
    places = {reference.key: place for place, reference in enumerate(held)}
    cluster = [places[library[key].key] for key in wanted]
    return printed_text(
        engine_named(engine).cite(find_style(style), held, cluster, locale).inlines, output
    )


def _printed(entry: Entry, output: Output, numbered: bool) -> str:
    body = printed_text(entry.inlines, output)
    if not entry.label or (output.numbers_itself and numbered):
        return body
    return output.labelled(printed_text(entry.label, output), body)


def printed_text(inlines: tuple[Inline, ...], output: Output) -> str:
    """Print inlines in a format."""
    # The word joiner kept plain text apart from markup; in print it has no use.
    return output.inlines(inlines).replace(JOINER, "")


def engine_named(name: str) -> Engine:
    """Give the processor of a name: ``refcore``, or ``citeproc-py`` to compare with."""
    if name == "refcore":
        from refcore.csl.own import Own

        return Own()
    if name == "citeproc-py":
        from refcore.csl.citeproc_py import CiteprocPy

        return CiteprocPy()
    raise StyleError(f"there is no engine {name!r}; known are: citeproc-py, refcore")

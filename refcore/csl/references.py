"""`bibliography` and `cite`: references as people read them, in any CSL style."""

from __future__ import annotations

import functools
import operator
import os
from collections.abc import Iterable, Sequence

import attrs

from refcore.collector import rarely_collecting
from refcore.csl.abbreviations import Abbreviations
from refcore.csl.bibliography import Bibliography, printed, printed_bibliography
from refcore.csl.entries import entries_of, named
from refcore.csl.guides import guide_of
from refcore.csl.items import cleaned, item_of_reference, tell_short_titles_apart
from refcore.csl.layout import layout_of
from refcore.csl.outputs import output_named
from refcore.csl.processor.cites import Cite
from refcore.csl.processor.engine import Engine
from refcore.csl.processor.finish import finished
from refcore.csl.processor.locales import Locale
from refcore.csl.styles import Style, compiled_style, find_style
from refcore.errors import StyleError, UnknownKey
from refcore.model.library import Library, references_in
from refcore.model.reference import Reference
from refcore.text.given import wrong_type

__all__ = ["bibliography", "cite"]


def bibliography(
    references: Library | Reference | Iterable[Reference],
    style: str | os.PathLike[str] = "apa",
    format: str = "text",  # noqa: A002
    locale: str | None = None,
    *,
    links: bool = True,
    abbreviations: Abbreviations | None = None,
) -> Bibliography:
    """Print references as a bibliography.

    The style sorts the entries. Titles may have CSL's small markup; everything else in them is
    text and is escaped for the output.

    Args:
        references: A library, one reference or several.
        style: A style: its name, a former name, its title or its path.
        format: An output: ``text``, ``html``, ``markdown``, ``latex``, ``rst``, ``typst`` or
            ``suite``.
        locale: The language of the terms, such as ``de-DE``. Default: the style's.
        links: Whether DOI, PMID, PMCID and URL are links, or the title where a style prints none
            of them.
        abbreviations: The long or short names of journals; the style prints the one that it wants.

    Returns:
        The bibliography: a text in the output's format that also knows its entries.

    Raises:
        StyleError: The style or the locale is unknown, or the style has no bibliography.
        UnknownFormat: There is no such output.

    >>> from refcore.model import Authors, Date, Person
    >>> book = Reference("k", "book", "The TeXbook", Authors([Person("Donald", "Knuth")]),
    ...     issued=Date.of(1984), fields={"publisher": "Addison-Wesley"})
    >>> print(bibliography(book))
    Knuth, D. (1984). The TeXbook. Addison-Wesley.
    """
    output = output_named(format)
    held = references_in(references)
    chosen = find_style(style)
    if not chosen.has_bibliography:
        raise StyleError(f"the style {chosen.name} has citations only, no bibliography")
    with rarely_collecting():
        engine = _engine(chosen, held, locale, abbreviations)
        entries = entries_of(engine, {str(place): place for place in range(len(held))}, links)
    shown = [named(entry, held[entry.index]) for entry in entries]
    pairs = zip(entries, shown, strict=True)
    bare = [held[new.index].key for old, new in pairs if new is not old]
    warnings = [f"{key}: the style sets nothing; set without it" for key in bare]
    keys = [reference.key for reference in held]
    layout = layout_of(engine.style)
    found = printed_bibliography(shown, keys, layout, chosen.name, output, warnings)
    return _in_language(found, engine.locale)


def _in_language(found: Bibliography, locale: Locale) -> Bibliography:
    """Return a bibliography with its language, and its heading in it."""
    found.language = locale.lang or found.language
    word = locale.term("reference", plural=True)
    found.heading = word[:1].upper() + word[1:] if word else found.heading
    return found


def cite(
    library: Library,
    keys: str | Cite | Sequence[str | Cite],
    style: str | os.PathLike[str] = "apa",
    format: str = "text",  # noqa: A002
    locale: str | None = None,
    *,
    links: bool = True,
    abbreviations: Abbreviations | None = None,
) -> str:
    """Print one citation: of one key, or of several together.

    Args:
        library: The references; numbers are those of their bibliography in the same style.
        keys: A citation key, or several. A `refcore.csl.Cite` in place of a key adds a locator, a
            prefix, a suffix, or a mode such as names in running text.
        style, format, locale, links, abbreviations: As in `bibliography`.

    Returns:
        The citation as the style prints it, in the output's format.

    Raises:
        UnknownKey: The library does not have a key.
        StyleError: The style or the locale is unknown.
        UnknownFormat: There is no such output.

    >>> from refcore.model import Authors, Date, Person
    >>> knuth = Authors([Person("Donald", "Knuth")])
    >>> library = Library([Reference("k", "book", "The TeXbook", knuth, issued=Date.of(1984))])
    >>> cite(library, "k"), cite(library, ["k"], style="ieee")
    ('(Knuth, 1984)', '[1]')
    >>> cite(library, Cite("k", locator="3", mode="composite"), style="ieee")
    'Knuth [1, p. 3]'
    """
    output = output_named(format)
    if not isinstance(keys, Iterable | Cite):
        raise wrong_type("cite", "a key, a Cite or several", keys)
    given: Sequence[str | Cite] = [keys] if isinstance(keys, str | Cite) else keys
    wanted = dict.fromkeys(given)
    if not wanted:
        raise UnknownKey("a citation needs at least one key")
    held = references_in(library)
    places = {reference.key: place for place, reference in enumerate(held)}
    asked = [Cite(key) if isinstance(key, str) else key for key in wanted]
    cites = [attrs.evolve(one, id=str(places[library[one.id].key])) for one in asked]
    with rarely_collecting():
        engine = _engine(find_style(style), held, locale, abbreviations)
    nodes = engine.cite_one(cites)
    return printed(finished(nodes, engine.locale, links and output.links_in_cites), output)


@attrs.frozen(eq=False)
class _Listed:
    """References under a style and a locale: what an engine is made of.

    References are immutable, so the same ones in the same order make the same engine.
    """

    style: Style
    locale: str | None
    references: tuple[Reference, ...]
    abbreviations: Abbreviations | None

    def __hash__(self) -> int:
        return hash((self.style.xml, self.locale, len(self.references)))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Listed)
            and (self.style, self.locale) == (other.style, other.locale)
            and self.abbreviations is other.abbreviations
            and len(self.references) == len(other.references)
            and all(map(operator.is_, self.references, other.references))
        )


def _engine(
    style: Style,
    references: Sequence[Reference],
    locale: str | None,
    abbreviations: Abbreviations | None,
) -> Engine:
    return _kept_engine(_Listed(style, locale, tuple(references), abbreviations))


# Successive calls for one library share the engine.
@functools.lru_cache(maxsize=4)
def _kept_engine(listed: _Listed) -> Engine:
    ready, chosen = compiled_style(listed.style, listed.locale)
    guide = guide_of(listed.style.name, listed.style.xml, ready)
    items = [
        {**cleaned(item_of_reference(reference, guide)), "id": str(place)}
        for place, reference in enumerate(listed.references)
    ]
    tell_short_titles_apart(zip(listed.references, items, strict=True))
    if listed.abbreviations is not None:
        listed.abbreviations.complete(items)
    return Engine(ready, items, chosen)

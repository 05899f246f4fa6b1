"""What one rendering of an item knows and records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from refcore.csl.processor.item import Item, Name
from refcore.csl.processor.locales import Locale
from refcore.csl.processor.tree import Inline

if TYPE_CHECKING:
    from refcore.csl.processor.compiled import CompiledStyle
    from refcore.csl.processor.person import NameForm

__all__ = ["FIRST", "IBID", "IBID_LOCATOR", "SUBSEQUENT", "Cite", "Context", "Disambiguation"]

FIRST, SUBSEQUENT, IBID, IBID_LOCATOR = range(4)


@attrs.frozen
class Disambiguation:
    """How an item is told from those that would look alike.

    `names` is the number of names shown beside the style's own (0: its own);
    `givens` the level of each name (1 initials, 2 given name in full).
    """

    names: int = 0
    givens: Mapping[Name, int] = attrs.field(factory=dict)
    condition: int = 0
    suffix: int = 0


@attrs.frozen
class Cite:
    """A cite as it stands in a citation cluster."""

    id: str
    prefix: str = ""
    suffix: str = ""
    locator: str = ""
    label: str = "page"
    suppress_author: bool = False
    author_only: bool = False
    position: int = FIRST
    near_note: bool = False
    first_note: int = 0


NO_CITE = Cite("")


@attrs.define
class Context:
    """The state of one rendering: an item in one place of a style."""

    item: Item
    style: CompiledStyle
    locale: Locale
    area: str
    number: int = 0
    cite: Cite = NO_CITE
    disambiguation: Disambiguation = attrs.field(factory=Disambiguation)
    sorting: Mapping[str, Any] | None = None
    suppress_names: bool = False
    # Recorded: variables called and found non-empty since the rendering began.
    called: int = 0
    found: int = 0
    suffix_done: bool = False
    suffix_only_year: bool = False
    suppressed: set[str] = attrs.field(factory=set)
    watching: int = 0
    names_done: bool = False
    shown: list[tuple[tuple[Name, ...], int, NameForm]] = attrs.field(factory=list)
    looking: bool = False
    conditions: int = 0
    # What the processor has worked out once: name options, date formats, names.
    cache: dict[Any, Any] = attrs.field(factory=dict)
    # The dates met while a sort key is made.
    dates: list[str] = attrs.field(factory=list)

    def note(self, variable: str, nonempty: bool) -> None:
        """Record that a variable was called, for group suppression and substitution."""
        self.called += 1
        if nonempty:
            self.found += 1
            if self.watching:
                # What stands for missing names is printed once.
                self.suppressed.add(variable)


Rendered = list[Inline]

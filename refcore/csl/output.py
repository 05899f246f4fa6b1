"""`Output`: how one format prints citations and bibliographies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import attrs

from refcore.csl.inlines import Tree
from refcore.csl.layout import Layout

__all__ = ["Listed", "Output"]

# Key and printed text of each entry.
Listed: TypeAlias = Sequence[tuple[str, str]]


def _side_by_side(label: str, entry: str) -> str:
    return f"{label} {entry}"


@attrs.frozen
class Output:
    """An output format.

    `inlines` prints a tree: a citation, or an entry without its label.
    `entries` makes a bibliography of printed entries, `labelled` sets a
    label before its entry. `numbers_itself` says that the format numbers
    entries, so that a number in the text is left out. `whole_entries` says
    that `inlines` takes an entry with its label in it, `links_in_cites` that a
    citation may have links to web pages: nothing has to be defined for them.
    """

    name: str
    inlines: Callable[[Tree], str]
    entries: Callable[[Listed, Layout], str]
    labelled: Callable[[str, str], str] = _side_by_side
    numbers_itself: bool = False
    whole_entries: bool = False
    links_in_cites: bool = True

"""Sort keys (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from refcore.csl.processor.collation import collation_key
from refcore.csl.processor.context import Area, Context, Node, SortKey
from refcore.csl.processor.dateparts import DateNode
from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.formatting import NONE
from refcore.csl.processor.item import DATES, NAMES
from refcore.csl.processor.names import EtAl, NameElement, Names
from refcore.csl.processor.nodes import value_of
from refcore.csl.processor.tree import plain

__all__ = ["sorted_ids"]


_INVERTED = NameElement({"name-as-sort-order": "all"})
_ET_AL = EtAl()


@attrs.frozen
class _Descending:
    value: Any

    def __lt__(self, other: _Descending) -> bool:
        return bool(other.value < self.value)


def sorted_ids(ids: Sequence[str], area: Area, context_of: Callable[[str], Context]) -> list[str]:
    """Return ids in the order of a part's sort keys; without keys, in the order given.

    Items without a value for a key come last, ascending or descending.
    """
    if not area.keys or len(ids) < 2:
        return list(ids)
    ranked = []
    for place, item_id in enumerate(ids):
        values = tuple(_value(key, context_of(item_id)) for key in area.keys)
        ranked.append((values, place, item_id))
    ranked.sort(key=lambda entry: entry[:2])
    return [item_id for _, _, item_id in ranked]


def _value(key: SortKey, context: Context) -> tuple[bool, Any]:
    context.sorting = key
    if key.macro is not None:
        value: Any = plain(key.macro.render(context))
    else:
        value = _of_variable(key.variable, context)
    empty = value in ("", None)
    if isinstance(value, str):
        value = collation_key(value, context.locale.lang)
    return empty, (_Descending(value) if key.descending else value)


def _of_variable(variable: str, context: Context) -> Any:
    if variable in NAMES or variable in DATES or isinstance(context.item.data.get(variable), dict):
        return plain(_element(variable).render(context))
    text = value_of(variable, context)
    return text.zfill(10) if text.isdecimal() else plain(field_text(text))


@functools.cache
def _element(variable: str) -> Node:
    """Return the element that renders a variable for sorting; caches compare it by identity."""
    if variable in NAMES:
        return Names((variable,), _INVERTED, _ET_AL, None, (), None, NONE)
    return DateNode(variable, "text", "year-month-day", (), {}, "", NONE)

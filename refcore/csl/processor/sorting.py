"""Sort keys (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import attrs

from refcore.csl.processor.collation import collation_key
from refcore.csl.processor.context import Area, Context, Node, SortKey
from refcore.csl.processor.dateparts import DateNode
from refcore.csl.processor.fieldtext import field_text
from refcore.csl.processor.formatting import NONE
from refcore.csl.processor.item import DATES, NAMES
from refcore.csl.processor.names import EtAl, NameElement, Names
from refcore.csl.processor.nodes import parts_of, value_of
from refcore.csl.processor.tree import plain

__all__ = ["SortValue", "sort_value", "sorted_ids"]


_INVERTED = NameElement({"name-as-sort-order": "all"})
_ET_AL = EtAl()


# Whether the value is empty, and the value.
SortValue: TypeAlias = tuple[bool, Any]


@attrs.frozen
class _Descending:
    value: Any

    def __lt__(self, other: _Descending) -> bool:
        return bool(other.value < self.value)


def sorted_ids(
    ids: Sequence[str], area: Area, value_of_key: Callable[[str, SortKey], SortValue]
) -> list[str]:
    """Return ids in the order of a part's sort keys; without keys, in the order given.

    `value_of_key` returns the value of an item for a key. It is called for the first key,
    and for each further key only where all keys before it are equal.
    Items without a value for a key come last, ascending or descending.
    """
    return _sorted(list(ids), area.keys, value_of_key)


def _sorted(
    ids: list[str], keys: Sequence[SortKey], value_of_key: Callable[[str, SortKey], SortValue]
) -> list[str]:
    if not keys or len(ids) < 2:
        return ids
    values = {item_id: value_of_key(item_id, keys[0]) for item_id in ids}
    ids.sort(key=values.__getitem__)
    out: list[str] = []
    for _, tied in itertools.groupby(ids, values.__getitem__):
        out.extend(_sorted(list(tied), keys[1:], value_of_key))
    return out


def sort_value(key: SortKey, macro: Sequence[Node], context: Context) -> SortValue:
    """Return an item's value for a key, after whether it is empty.

    `macro` is the key's, or what is left of it for items of this kind.
    """
    context.sorting = key
    if key.macro:
        value: Any = "".join(map(plain, parts_of(macro, context)))
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

"""A read-only dictionary: every change is refused, and equal ones are one key."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from refcore.model import Reference
from refcore.model.frozen import FrozenDict

CHANGES: dict[str, Callable[[Any], Any]] = {
    "set": lambda held: held.__setitem__("a", 2),
    "delete": lambda held: held.__delitem__("a"),
    "clear": lambda held: held.clear(),
    "pop": lambda held: held.pop("a"),
    "pop none": lambda held: held.pop("b", None),
    "popitem": lambda held: held.popitem(),
    "setdefault": lambda held: held.setdefault("b", 2),
    "update": lambda held: held.update(b=2),
    "|=": lambda held: held.__ior__({"b": 2}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_refused(change: Callable[[Any], Any]) -> None:
    held = FrozenDict(a=1)
    with pytest.raises(TypeError, match="read only"):
        change(held)
    assert held == {"a": 1}


def test_every_method_that_changes_a_dictionary_is_tried() -> None:
    reading = {"get", "items", "keys", "values", "copy", "fromkeys"}
    public = {name for name in dir(dict) if not name.startswith("_")}
    assert public - reading <= CHANGES.keys()


def test_equal_ones_are_one_key() -> None:
    one, other = FrozenDict(a=1, b=2), FrozenDict(b=2, a=1)
    assert one == other == {"a": 1, "b": 2}
    assert hash(one) == hash(other)
    assert len({one, other}) == 1


def test_it_is_copied_packed_and_written_as_a_dictionary() -> None:
    held = FrozenDict(a=(1, 2))
    hash(held)
    assert copy.copy(held) is held
    for again in (copy.deepcopy(held), pickle.loads(pickle.dumps(held))):  # noqa: S301
        assert type(again) is FrozenDict
        assert again == held
        assert hash(again) == hash(held)
    assert json.dumps(held) == '{"a": [1, 2]}'


def test_a_merge_is_read_only_too() -> None:
    assert type(FrozenDict(a=1) | {"b": 2}) is FrozenDict
    with pytest.raises(TypeError):
        FrozenDict(a=1) | [("b", 2)]


def test_what_a_reference_holds_by_name_is_read_only() -> None:
    given = {"volume": "3"}
    reference = Reference("a", fields=given)
    given["volume"] = "4"
    assert reference.fields == {"volume": "3"}
    with pytest.raises(TypeError, match="read only"):
        reference.fields["volume"] = "4"  # type: ignore[index]
    assert attrs.asdict(reference)["fields"] == {"volume": "3"}

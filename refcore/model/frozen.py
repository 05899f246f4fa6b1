"""`FrozenDict`: a dictionary that is read only, and so can be hashed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

__all__ = ["FrozenDict"]

Key = TypeVar("Key")
Value = TypeVar("Value")


class FrozenDict(dict[Key, Value]):
    """A dictionary that refuses every change.

    It is a real `dict`, so reading it is as quick as reading any other.

    >>> fields = FrozenDict(volume="3")
    >>> fields["volume"] = "4"
    Traceback (most recent call last):
    TypeError: this dictionary is read only: make another with {**old, ...}
    >>> fields | {"issue": "2"}
    FrozenDict({'volume': '3', 'issue': '2'})
    """

    __slots__ = ("_hash",)

    def __hash__(self) -> int:  # type: ignore[override]
        """Return a hash that does not depend on the order, as equality does not either."""
        try:
            return self._hash
        except AttributeError:
            self._hash: int = hash(frozenset(self.items()))
            return self._hash

    def __repr__(self) -> str:
        return f"{type(self).__name__}({super().__repr__()})"

    def __reduce__(self) -> tuple[Any, ...]:
        # Without the hash: that of a text differs from process to process.
        return type(self), (dict(self),)

    def __or__(self, other: Any) -> Any:
        if not isinstance(other, Mapping):
            return NotImplemented
        return type(self)({**self, **other})

    def copy(self) -> FrozenDict[Key, Value]:
        """Return the dictionary itself, as nothing can change it."""
        return self

    __copy__ = copy

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this dictionary is read only: make another with {**old, ...}")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

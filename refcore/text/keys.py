"""Citation keys that stay apart."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

__all__ = ["apart", "free_key"]


def free_key(key: str, taken: Container[str]) -> str:
    """Return the key, or the key with the first free number that a search finds.

    The search doubles its steps, so that many equal keys cost little.

    >>> free_key("a", {"a"}), free_key("b", {"a"})
    ('a-2', 'b')
    """
    if key not in taken:
        return key
    low, high = 1, 2
    while f"{key}-{high}" in taken:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if f"{key}-{middle}" in taken:
            low = middle
        else:
            high = middle
    return f"{key}-{high}"


def apart(keys: Iterable[str], written: Callable[[str], str] = str) -> list[str]:
    """Return one key for each of `keys`, all different, as a format writes them.

    `written` makes a key one that the format can hold. A key that the format
    holds as it is stays as it is, wherever it is in the list.

    >>> apart(["a b", "a_b", "a,b"], lambda key: key.replace(" ", "_").replace(",", "_"))
    ['a_b-2', 'a_b', 'a_b-3']
    """
    given = list(keys)
    made = [written(key) for key in given]
    taken: set[str] = set()
    found: dict[int, str] = {}
    for number, (key, new) in enumerate(zip(given, made, strict=True)):
        if key == new and key not in taken:
            taken.add(key)
            found[number] = key
    for number, new in enumerate(made):
        if number not in found:
            found[number] = free_key(new, taken)
            taken.add(found[number])
    return [found[number] for number in range(len(given))]

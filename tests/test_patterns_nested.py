"""No pattern can cut one text in a thousand ways: each is tried before the pattern fails.

A repetition in a repetition, so that a line of a kilobyte never ends; and two repetitions of
blanks with nothing between them but what may be left out (`\\s*,?\\s*`), so that twice as many
blanks take four times as long. A repetition that gives nothing back (`++`, `{1,9}+`) is safe.
The patterns of every module are read as Python's own parser of patterns reads them.
"""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import cache
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import attrs
import pytest

import refcore
from refcore.text import patterns

_GIVES_BACK = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
_REPEATS = (*_GIVES_BACK, _constants.POSSESSIVE_REPEAT)
_ONE_SIGN = (_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY)
_SIGNS = (*map(chr, range(32, 127)), *"\t\n éß文’“–\u00a0")
_FEW = 3  # times; so few repetitions cost little
_GROUP_REPEATED = re.compile(r"\)[*+{]")

Item = tuple[Any, Any]


def alternatives(items: list[Item]) -> Iterator[list[Item]]:
    """Yield what a part of a pattern may be, without the groups around it."""
    kind, value = items[0] if len(items) == 1 else (None, None)
    if kind is _constants.SUBPATTERN:
        yield from alternatives(list(value[3]))
    elif kind is _constants.BRANCH:
        for branch in value[1]:
            yield from alternatives(list(branch))
    else:
        yield items


def may_be_empty(item: Item) -> bool:
    kind, value = item
    if kind in _REPEATS:
        return value[0] == 0 or all(map(may_be_empty, value[2]))
    if kind is _constants.SUBPATTERN:
        return all(map(may_be_empty, value[3]))
    if kind is _constants.BRANCH:
        return any(all(map(may_be_empty, branch)) for branch in value[1])
    return kind in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT)


def varies(item: Item) -> bool:
    kind, value = item
    return kind in _GIVES_BACK and value[0] != value[1] and value[1] > _FEW


def at_an_end(items: list[Item]) -> Iterator[Item]:
    """Yield the repetitions with which a part may begin; of the part turned round, end."""
    for item in items:
        if varies(item):
            yield item
        if not may_be_empty(item):
            return


def signs(item: Item, flags: int) -> set[str]:
    """Return which of some signs a repetition of one sign takes."""
    body = item[1][2]
    if len(body) != 1 or body[0][0] not in _ONE_SIGN:
        return set()
    one = _compiler.compile(_parser.SubPattern(body.state, [body[0]]), flags)
    return {sign for sign in _SIGNS if one.fullmatch(sign)}


def is_nested(body: list[Item], flags: int) -> bool:
    """Return whether a part that is repeated can be cut in several ways where it is."""
    parts = list(alternatives(body))
    for part in parts:
        solid = [item for item in part if not may_be_empty(item)]
        if any(map(varies, part)) and all(map(varies, solid)) and len(solid) < 2:
            return True
    begins = [signs(item, flags) for part in parts for item in at_an_end(part)]
    return any(
        signs(item, flags) & taken for part in parts for item in at_an_end(part[::-1])
        for taken in begins
    )  # fmt: skip


def parts_of(kind: Any, value: Any) -> list[Any]:
    return (
        [value[2]] if kind in _REPEATS
        else [value[3]] if kind is _constants.SUBPATTERN
        else value[1] if kind is _constants.BRANCH
        else [value[1]] if kind in (_constants.ASSERT, _constants.ASSERT_NOT)
        else [value] if kind is _constants.ATOMIC_GROUP
        else []
    )  # fmt: skip


def nested(items: Any, flags: int) -> bool:
    """Return whether a pattern has a repetition in a repetition anywhere."""
    for kind, value in items:
        if kind in _GIVES_BACK and value[1] > _FEW and is_nested(list(value[2]), flags):
            return True
        if any(nested(part, flags) for part in parts_of(kind, value)):
            return True
    return False


def has_nested(pattern: str, flags: int = 0) -> bool:
    if not _GROUP_REPEATED.search(pattern):
        return False
    parsed = _parser.parse(pattern, flags)
    return nested(parsed, parsed.state.flags)


_BLANKS = frozenset(" \t\n\u00a0")
# What may have two repetitions of blanks, the first of which gives back.
_TWO_OF_BLANKS = re.compile(r"(?:\\s|\\t\]| )[*+](?!\+).*(?:\\s|\\t\]| )[*+]", re.DOTALL)
_MANY = 40


def first_ones(items: Any) -> Iterator[Item]:
    """Yield the items with which a part of a pattern may begin, whatever may be left out."""
    for kind, value in items:
        if kind is _constants.SUBPATTERN:
            yield from first_ones(value[3])
        elif kind is _constants.BRANCH:
            for branch in value[1]:
                yield from first_ones(branch)
        elif kind is _constants.ATOMIC_GROUP:
            yield from first_ones(value)
        elif kind in _REPEATS and (len(value[2]) != 1 or value[2][0][0] not in _ONE_SIGN):
            yield from first_ones(value[2])
        else:
            yield kind, value
        if not may_be_empty((kind, value)):
            return


def blanks(item: Item, flags: int) -> set[str]:
    """Return which blanks a long repetition takes, if it takes nothing else."""
    kind, value = item
    found = signs(item, flags) if kind in _REPEATS and value[1] >= _MANY else set()
    return found if found <= _BLANKS else set()


def adjacent(items: Any, flags: int) -> bool:
    """Return whether two repetitions of blanks share what may be all that is between them."""
    sequence = list(items)
    for place, (kind, value) in enumerate(sequence):
        given = blanks((kind, value), flags) if kind in _GIVES_BACK else set()
        if given and any(given & blanks(item, flags) for item in first_ones(sequence[place + 1 :])):
            return True
        if any(adjacent(part, flags) for part in parts_of(kind, value)):
            return True
    return False


def has_adjacent(pattern: str, flags: int = 0) -> bool:
    if not _TWO_OF_BLANKS.search(pattern):
        return False
    parsed = _parser.parse(pattern, flags)
    return adjacent(parsed, parsed.state.flags)


def held_in(value: object) -> Iterator[Any]:
    """Yield the patterns in a value of a module."""
    if isinstance(value, re.Pattern | patterns._Regex):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, dict):
        yield from held_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from held_in(one)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from held_in(getattr(value, field.name, None))


@pytest.mark.parametrize(
    "pattern", ["(a+)*b", r"(?:\s*x\s*)*y", r"(?:[^<]{1,500}|<b>){0,40}(?=c)", "(?:a|b+)+c"]
)
def test_what_is_found(pattern: str) -> None:
    assert has_nested(pattern)


@pytest.mark.parametrize(
    "pattern", ["(a++)*b", r"(?:\s*x)*y", r"(?:[^<]{1,500}+|<b>){0,40}+c", "(?:a,+)+c", "(?:ab?)*"]
)
def test_what_is_safe(pattern: str) -> None:
    assert not has_nested(pattern)


@pytest.mark.parametrize(
    "pattern", [r"a\s*,?\s*b", r"[ \t]*(?:x|y)?(?:,?\s+z)?", r"(?:\s*)(?:(?:a\s*)?\s+)b", r"\s* +a"]
)
def test_what_is_adjacent(pattern: str) -> None:
    assert has_adjacent(pattern)


@pytest.mark.parametrize(
    "pattern", [r"a\s*+,?\s*+b", r"\s*,\s*", r"\s{0,9},?\s{0,9}", r"(?:\s*:)?\s+", r"\s*(?:a\s*)"]
)
def test_what_is_apart(pattern: str) -> None:
    assert not has_adjacent(pattern)


@cache
def every_pattern() -> dict[tuple[str, int], str]:
    """Return the patterns of all modules, and where each is."""
    found: dict[tuple[str, int], str] = {}
    for module in pkgutil.walk_packages(refcore.__path__, "refcore."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for held in held_in(value):
                found[held.pattern, getattr(held, "written_flags", 0)] = f"{module.name}.{name}"
    return found


@pytest.mark.parametrize("is_unsafe", [has_nested, has_adjacent])
def test_no_pattern_cuts_a_text_in_many_ways(is_unsafe: Callable[[str, int], bool]) -> None:
    found = every_pattern()
    assert len(found) > 1000
    assert [name for pattern, name in found.items() if is_unsafe(*pattern)] == []

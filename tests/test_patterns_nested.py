"""No pattern repeats what is itself a repetition: a text can then be cut in a thousand ways.

Each way is tried before a pattern fails, so that a line of a kilobyte never ends. A repetition that
gives nothing back (`++`, `{1,9}+`) is safe. The patterns of every module are read as
Python's own parser of patterns reads them.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
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


def nested(items: Any, flags: int) -> bool:
    """Return whether a pattern has a repetition in a repetition anywhere."""
    for kind, value in items:
        if kind in _GIVES_BACK and value[1] > _FEW and is_nested(list(value[2]), flags):
            return True
        inner = (
            [value[2]] if kind in _REPEATS
            else [value[3]] if kind is _constants.SUBPATTERN
            else value[1] if kind is _constants.BRANCH
            else [value[1]] if kind in (_constants.ASSERT, _constants.ASSERT_NOT)
            else [value] if kind is _constants.ATOMIC_GROUP
            else []
        )  # fmt: skip
        if any(nested(part, flags) for part in inner):
            return True
    return False


def has_nested(pattern: str, flags: int = 0) -> bool:
    if not _GROUP_REPEATED.search(pattern):
        return False
    parsed = _parser.parse(pattern, flags)
    return nested(parsed, parsed.state.flags)


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


def test_no_pattern_repeats_a_repetition() -> None:
    found = {}
    for module in pkgutil.walk_packages(refcore.__path__, "refcore."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for held in held_in(value):
                found[held.pattern, getattr(held, "written_flags", 0)] = f"{module.name}.{name}"
    assert len(found) > 1000
    assert [name for (pattern, flags), name in found.items() if has_nested(pattern, flags)] == []

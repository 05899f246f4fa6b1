"""The words of the template languages: their parameters, and how arguments bind to them."""

from __future__ import annotations

import difflib
import re
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import attrs

from refcore.errors import InvalidTemplate
from refcore.text.patterns import regex

__all__ = ["Next", "Param", "Pattern", "Spec", "bind", "compile_regex", "expected", "refuse"]

_GROUP: Final = regex(r"[$\\](\d)")


class Next(Exception):
    """Says that an alternative of a template does not apply to a reference."""


@attrs.frozen
class Param:
    """A parameter: its name, kind (number, text, flag, pattern, regex), default, choices."""

    name: str
    kind: str
    default: Any = None
    choices: tuple[str, ...] = ()


@attrs.frozen
class Spec:
    """A function or filter, its parameters, and whether the last takes several values."""

    call: Callable[..., str]
    params: tuple[Param, ...] = ()
    several: bool = False


@attrs.frozen
class Pattern:
    """What `replace` looks for: a regular expression, or a text in any case."""

    expression: re.Pattern[str]

    @classmethod
    def of_text(cls, text: str) -> Pattern:
        """Return a pattern that finds a text in any case."""
        return cls(re.compile(re.escape(text), re.IGNORECASE))

    def found_in(self, text: str) -> bool:
        """Return whether the pattern occurs in a text."""
        return self.expression.search(text) is not None

    def replace(self, text: str, by: str) -> str:
        """Replace every occurrence; ``$1`` is the first group."""
        groups = self.expression.groups

        def put(match: re.Match[str]) -> str:
            def group(mark: re.Match[str]) -> str:
                number = int(mark[1])
                return (match[number] or "") if number <= groups else mark[0]

            return _GROUP.sub(group, by)

        return self.expression.sub(put, text) if self.expression.pattern else text


def refuse(text: str, offset: int, found: str, wanted: str) -> InvalidTemplate:
    """Return the error for a fault at an offset of a template."""
    shown = text if len(text) <= 60 else text[:57] + "..."
    return InvalidTemplate(
        f"the key template {shown!r}, column {offset + 1}: found {found}, expected {wanted}"
    )


def expected(word: str, known: Iterable[str], what: str, common: Iterable[str]) -> str:
    """Say which known words come near to a wrong one, or else the common ones.

    >>> expected("yearr", ["year", "auth"], "marker", ["auth"])
    'marker: year'
    """
    near = difflib.get_close_matches(word[:40], sorted(known), 3, 0.6)
    return f"{what}: {', '.join(near)}" if near else f"{what}, such as {', '.join(common)}"


def bind(
    name: str, spec: Spec, values: Sequence[Any], named: Mapping[str, Any], text: str, offset: int
) -> tuple[Any, ...]:
    """Return the arguments of a call in order; raises `InvalidTemplate` where they do not fit."""
    params = spec.params
    if spec.several:
        kind = params[0]
        return tuple(_typed(name, kind, value, text, offset) for value in values)
    if len(values) > len(params):
        takes = ", ".join(param.name for param in params) or "no arguments"
        raise refuse(text, offset, f"{len(values)} arguments of {name}", takes)
    by_name = {**dict(zip((param.name for param in params), values, strict=False)), **named}
    for unknown in by_name.keys() - {param.name for param in params}:
        takes = ", ".join(param.name for param in params) or "no arguments"
        raise refuse(text, offset, f"the argument {unknown!r} of {name}", takes)
    found = []
    for param in params:
        value = by_name.get(param.name, param.default)
        if value is None:
            raise refuse(text, offset, f"{name} without {param.name}", f"a {param.kind}")
        found.append(_typed(name, param, value, text, offset))
    return tuple(found)


def _typed(name: str, param: Param, value: Any, text: str, offset: int) -> Any:
    if param.kind in ("pattern", "regex") and isinstance(value, str):
        return _pattern(param.kind, value, text, offset)
    kinds: dict[str, type] = {"number": int, "text": str, "flag": bool, "pattern": Pattern}
    wanted = kinds.get(param.kind, Pattern)
    good = isinstance(value, wanted) and (wanted is not int or not isinstance(value, bool))
    if param.kind == "text" and isinstance(value, int) and not isinstance(value, bool):
        value, good = str(value), True
    if not good:
        raise refuse(text, offset, f"{value!r} as {param.name} of {name}", f"a {param.kind}")
    if param.kind == "number" and abs(value) > 1000:
        raise refuse(text, offset, f"{value} as {param.name} of {name}", "a number up to 1000")
    if param.choices and value not in param.choices:
        raise refuse(
            text,
            offset,
            f"{value!r} as {param.name} of {name}",
            f"one of {' '.join(param.choices)}",
        )
    return value


def _pattern(kind: str, value: str, text: str, offset: int) -> Pattern:
    if kind == "pattern":
        return Pattern.of_text(value)
    return compile_regex(value, 0, text, offset)


def compile_regex(source: str, flags: int, text: str, offset: int) -> Pattern:
    """Compile a regular expression of a template; raises `InvalidTemplate`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sets within sets, which mean what they say
            return Pattern(re.compile(source, flags))
    except (re.error, OverflowError, RecursionError) as error:
        raise refuse(text, offset, f"{source!r} ({error})", "a regular expression") from None

"""The tests of ``cs:if`` and ``cs:else-if`` (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from refcore.csl.processor.cites import IBID, IBID_LOCATOR, SUBSEQUENT
from refcore.csl.processor.context import Context
from refcore.csl.processor.labelled import labelled
from refcore.csl.processor.nodes import held_value
from refcore.csl.processor.numbers import is_numeric

__all__ = ["test_of"]

Test: TypeAlias = Callable[[Context], bool]
_ATTRIBUTES = (
    "disambiguate", "is-numeric", "is-uncertain-date", "locator", "position", "type", "variable",
)  # fmt: skip


def test_of(element: Any) -> Test:
    """Return the test of an element's attributes; without any, it is always true."""
    tests: list[Test] = []
    for attribute in _ATTRIBUTES:
        value = element.get(attribute)
        if value is not None:
            words = (
                value.split()
                if attribute != "locator"
                else value.replace("sub verbo", "sub-verbo").split()
            )
            found = [_single(attribute, word) for word in words]
            if attribute in ("type", "locator") and element.get("match", "all") == "all":
                # An item has one type, so "all" of several types can only mean "any".
                found = [_any_of(found)]
            tests.extend(found)
    match = element.get("match", "all")
    if match == "any":
        return lambda context: any(test(context) for test in tests)
    if match == "none":
        return lambda context: not any(test(context) for test in tests)
    if len(tests) == 1:
        return tests[0]
    return lambda context: all(test(context) for test in tests)


def _any_of(tests: list[Test]) -> Test:
    return lambda context: any(test(context) for test in tests)


def _single(attribute: str, word: str) -> Test:
    if attribute == "type":
        return lambda context: context.item.type == word
    if attribute == "variable":
        return lambda context: _has(word, context)
    if attribute == "is-numeric":
        return lambda context: _numeric(word, context)
    if attribute == "is-uncertain-date":
        return lambda context: bool((date := context.item.date(word)) and date.circa)
    if attribute == "locator":
        return lambda context: (
            bool(context.cite.locator) and (context.cite.label.replace(" ", "-") == word)
        )
    if attribute == "position":
        return _position(word)
    wanted = word == "true"
    return lambda context: _disambiguates(context) == wanted


def _numeric(variable: str, context: Context) -> bool:
    """Tell whether a value is a number, with or without the label of its own kind.

    A locator may have any labels.
    """
    text = held_value(variable, context)
    if is_numeric(text) or not text:
        return bool(text)
    parts = labelled(text)
    if variable == "locator":
        return all(is_numeric(part.text) for part in parts)
    return len(parts) == 1 and parts[0].label == variable and is_numeric(parts[0].text)


def _has(variable: str, context: Context) -> bool:
    if variable in ("locator", "citation-number", "first-reference-note-number", "page-first"):
        return held_value(variable, context) != ""
    if variable == "year-suffix":
        return context.disambiguation.suffix > 0
    return context.item.has(variable)


def _disambiguates(context: Context) -> bool:
    """Tell whether this test, counted from the cite's first one, disambiguates the cite."""
    context.conditions += 1
    return context.conditions <= context.disambiguation.condition


def _position(word: str) -> Test:
    if word == "near-note":
        return lambda context: context.area == "citation" and context.cite.near_note
    if word == "first":
        return lambda context: context.area == "citation" and context.cite.position < SUBSEQUENT
    least = {"subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_LOCATOR}.get(word, 9)
    return lambda context: context.area == "citation" and context.cite.position >= least

"""The tests of ``cs:if`` and ``cs:else-if`` (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from refcore.csl.processor.cites import IBID, IBID_LOCATOR, SUBSEQUENT, Cite
from refcore.csl.processor.context import UNLOCATED, Context
from refcore.csl.processor.labelled import labelled_value
from refcore.csl.processor.nodes import OF_PLACE, Condition, held_value
from refcore.csl.processor.numbers import is_numeric

__all__ = ["Conditions", "condition_of", "is_lacking"]

_ATTRIBUTES = (
    "disambiguate", "is-numeric", "is-uncertain-date", "locator", "position", "type", "variable",
)  # fmt: skip


@attrs.frozen(eq=False)
class Conditions:
    """Conditions of which all, any or none must be true."""

    match: str
    tests: tuple[Condition, ...]

    def holds(self, context: Context) -> bool:
        """Return whether the tests are true."""
        if self.match == "all":
            return all(test.holds(context) for test in self.tests)
        return any(test.holds(context) for test in self.tests) is (self.match == "any")

    def known(self, context: Context) -> bool | None:
        """Return whether they are true for every item of the kind, or None if that varies."""
        if any(isinstance(test, _Check) and test.counted for test in self.tests):
            return None
        found = {test.known(context) for test in self.tests}
        deciding = self.match != "all"
        if deciding in found:
            return self.match == "any"
        return None if None in found else self.match != "any"


@attrs.frozen(eq=False)
class _Check:
    """One test. The kind of an item decides it where `fixed` is true."""

    holds: Callable[[Context], bool]
    fixed: Callable[[Context], bool]
    # Whether calls are counted, because the test disambiguates.
    counted: bool = False

    def known(self, context: Context) -> bool | None:
        """Return whether it is true for every item of the kind, or None if that varies."""
        return self.holds(context) if self.fixed(context) else None


def condition_of(element: Any) -> Condition:
    """Return the test of an element's attributes; without any, it is always true."""
    tests: list[Condition] = []
    for attribute in _ATTRIBUTES:
        value = element.get(attribute)
        if value is None:
            continue
        if attribute in ("type", "locator"):
            # An item has one type, so "all" of several types can only mean "any".
            tests.append(_of_words(attribute, value))
        else:
            tests.extend(_single(attribute, word) for word in value.split())
    match = element.get("match", "all")
    if len(tests) == 1 and match != "none":
        return tests[0]
    return Conditions(match if match in ("any", "none") else "all", tuple(tests))


def _of_words(attribute: str, value: str) -> _Check:
    if attribute == "type":
        types = frozenset(value.split())
        return _Check(lambda context: context.item.type in types, lambda _: True)
    labels = frozenset(value.replace("sub verbo", "sub-verbo").split())
    if "issue" in labels:
        labels |= {"number"}  # "no. 3", for which CSL 1.0.2 has no locator of its own
    return _Check(
        lambda context: (
            bool(context.cite.locator) and context.cite.label.replace(" ", "-") in labels
        ),
        _is_unlocated,
    )


def _is_unlocated(context: Context) -> bool:
    """Return whether no cite has a locator, which a bibliography has none of."""
    return context.cite is UNLOCATED or context.area == "bibliography"


def _in_bibliography(context: Context) -> bool:
    """Return whether there are no cites to consider."""
    return context.area == "bibliography"


def _single(attribute: str, word: str) -> _Check:
    if attribute == "variable":
        return _Check(
            lambda context: _has(word, context),
            lambda context: word not in OF_PLACE or (word == "locator" and _is_unlocated(context)),
        )
    if attribute == "is-numeric":
        return _Check(lambda context: _numeric(word, context), _lacking(word))
    if attribute == "is-uncertain-date":
        return _Check(
            lambda context: bool((date := context.item.date(word)) and date.circa), _lacking(word)
        )
    if attribute == "position":
        return _Check(_position(word), _in_bibliography)
    wanted = word == "true"
    return _Check(lambda context: _disambiguates(context) == wanted, lambda _: False, counted=True)


def _lacking(variable: str) -> Callable[[Context], bool]:
    return lambda context: is_lacking(variable, context)


def is_lacking(variable: str, context: Context) -> bool:
    """Return whether a variable is empty for every item and cite of a context's kind."""
    if variable in OF_PLACE:
        return variable == "locator" and _is_unlocated(context)
    return context.item.is_blank(variable)


def _numeric(variable: str, context: Context) -> bool:
    """Return whether a value is a number, with or without the label of its own kind.

    A locator may have any labels.
    """
    text = held_value(variable, context)
    if is_numeric(text) or not text:
        return bool(text)
    parts = labelled_value(variable, text)
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
    """Return whether this test, counted from the cite's first one, disambiguates the cite."""
    context.conditions += 1
    return context.conditions <= context.disambiguation.condition


def _position(word: str) -> Callable[[Context], bool]:
    if word == "near-note":
        return lambda context: context.area == "citation" and _cite_of(context).near_note
    if word == "first":
        return lambda context: (
            context.area == "citation" and _cite_of(context).position < SUBSEQUENT
        )
    least = {"subsequent": SUBSEQUENT, "ibid": IBID, "ibid-with-locator": IBID_LOCATOR}.get(word, 9)
    return lambda context: context.area == "citation" and _cite_of(context).position >= least


def _cite_of(context: Context) -> Cite:
    """Return the cite whose place in the document is asked for."""
    context.by_place = True
    return context.cite

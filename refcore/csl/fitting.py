"""What a rule that fits an item to a style works on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple, TypeAlias

from refcore.csl.guides import Guide
from refcore.model.reference import Reference
from refcore.text.patterns import regex

__all__ = ["LOOSE_TYPES", "SPAN_TAG", "Fitting", "Rule"]

# The types that a @misc gets, whatever kind of work it is.
LOOSE_TYPES: Final = frozenset({"document", "manuscript", "webpage"})
SPAN_TAG: Final = regex(r"</?span[^<>]*>")


class Fitting(NamedTuple):
    """An item, the style's guide that it is fitted to, and its reference."""

    item: dict[str, Any]
    guide: Guide
    reference: Reference


Rule: TypeAlias = Callable[[Fitting], None]

"""What a rule that fits an item to a style works on."""

from __future__ import annotations

from typing import Any, NamedTuple

from refcore.csl.guides import Guide
from refcore.model.reference import Reference

__all__ = ["Fitting"]


class Fitting(NamedTuple):
    """An item, the style's guide that it is fitted to, and its reference."""

    item: dict[str, Any]
    guide: Guide
    reference: Reference

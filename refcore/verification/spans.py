"""A line of a report, in pieces that each have one tone."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from refcore.verification.verdict import Tone

__all__ = ["Line", "Span"]


@attrs.frozen
class Span:
    """A piece of a line in one tone; `is_aligned` with the lines around it, column by column."""

    text: str
    tone: Tone = Tone.PLAIN
    is_aligned: bool = False


Line: TypeAlias = list[Span]

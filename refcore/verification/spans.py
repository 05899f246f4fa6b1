"""A line of a report, in pieces that each have one tone."""

from __future__ import annotations

import enum
from typing import TypeAlias

import attrs

__all__ = ["Line", "Span", "Tone"]


class Tone(enum.StrEnum):
    """What a piece of a report means, for a terminal or a page to colour."""

    PLAIN = "plain"
    GOOD = "good"
    BAD = "bad"
    UNSURE = "unsure"
    QUIET = "quiet"
    STRONG = "strong"


@attrs.frozen
class Span:
    """A piece of a line in one tone; `is_aligned` with the lines around it, column by column."""

    text: str
    tone: Tone = Tone.PLAIN
    is_aligned: bool = False


Line: TypeAlias = list[Span]

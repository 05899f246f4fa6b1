"""The character that takes the place of a mark between two names."""

from __future__ import annotations

from typing import Final

__all__ = ["GAP"]

# The place of a footnote mark, which may be all that separates two names.
GAP: Final = "\x1f"

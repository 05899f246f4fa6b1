"""The words that say that a work is not yet published."""

from typing import Final

__all__ = ["PENDING"]

# A part of patterns: "(in press)", "to appear in The Lancet".
PENDING: Final = (
    r"(?:to (?:appear|be published)|in press|in print|forthcoming|accepted(?: for publication)?"
    r"|submitted|under review|in preparation|im Druck|im Erscheinen|à paraître|en prensa|in stampa"
    r"|no prelo|w druku|v tisku)"
)

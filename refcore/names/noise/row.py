"""A row of the tables of noise, and the patterns that several tables share."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from refcore.names.gaps import GAP
from refcore.text.letters import EAST_ASIAN, widened
from refcore.text.patterns import regex

__all__ = ["GAP", "HAN", "MARK", "RAISED", "RAISED_LETTERS", "SIGNS", "Noise", "noise_row"]

# Signs of footnotes and affiliations.
SIGNS: Final = "*∗⁎†‡§¶‖#¤✉☆★⋆⋇◇◊♠♣♥♦♤♡♢♧♮♭♯☯☼△▽▲▼◆□■○●◦⋄⊕⊗✝✠❖‹›"
# Raised letters, and these with raised numbers, as classes of a pattern hold them.
RAISED_LETTERS: Final = "ᵃ-ᵿ\u1d9b-\u1dbfʰⁱⁿ"
RAISED: Final = f"¹²³⁰⁴-⁾ª{RAISED_LETTERS}"
MARK: Final = rf"[˒{SIGNS}{RAISED}]"
HAN: Final = rf"[{EAST_ASIAN}]"


class Noise(NamedTuple):
    """A pattern of what is not a name, with an example before and after.

    In a text without `needs`, in lower case, the pattern finds nothing: a slow one is not tried.
    """

    what: str
    pattern: re.Pattern[str]
    instead: str
    before: str
    after: str
    needs: str = ""


def noise_row(
    what: str, pattern: str, instead: str, before: str, after: str, needs: str = ""
) -> Noise:
    """Return a row, whose pattern ignores case and has the letters of three alphabets for A-Z.

    >>> noise_row("stars", r"\\*", "", "Bo Fei*", "Bo Fei").pattern.sub("", "Bo Fei*")
    'Bo Fei'
    """
    return Noise(what, regex(widened(pattern), re.IGNORECASE), instead, before, after, needs)

"""Numbers as lists of names write them: in digits or in English words."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["NUMBER", "spelled_number"]

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SPELLED: Final = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
# A pattern of numbers from 1 up: "27", "1,234", "twenty-seven".
NUMBER: Final = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}|(?:" + "|".join(_TENS) + r")(?:[\s-](?:"
    "one|two|three|four|five|six|seven|eight|nine))?|" + "|".join(_UNITS[1:]) + ")"
)


def spelled_number(text: str) -> int:
    """Return the value of a number in digits or in English words below a hundred.

    >>> spelled_number("twenty-seven"), spelled_number("1,234")
    (27, 1234)
    """
    digits = text.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    return sum(_SPELLED.get(word, 0) for word in re.split(r"[\s-]+", text.casefold()))

"""Numbers as English words and as Roman numerals."""

from __future__ import annotations

from typing import Final

__all__ = ["ORDINALS", "ROMAN", "SPELLED", "TENS", "TENTHS", "UNITS"]

UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)
TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# Numbers of one word: "nine", "forty".
SPELLED: Final = {word: value for value, word in enumerate(UNITS)} | {
    word: 10 * value for value, word in enumerate(TENS, 2)
}
ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        "twentieth".split(),
        start=1,
    )
}
TENTHS: Final = tuple(f"{word[:-1]}ieth" for word in TENS)
# In lower case, as far as parts, editions and volumes have them.
ROMAN: Final = {
    word: value
    for value, word in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), start=1
    )
}

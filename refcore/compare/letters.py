"""How each letter that a comparison folds may be written in plain ASCII."""

from __future__ import annotations

from typing import Final

__all__ = ["CAPITAL_LOOK_ALIKES", "EXPANSIONS", "LIGATURES", "LOOK_ALIKES"]

# The first form only drops the mark; the others are customary transliterations.
EXPANSIONS: Final[dict[str, tuple[str, ...]]] = {
    "ä": ("a", "ae"),
    "ö": ("o", "oe"),
    "ü": ("u", "ue"),
    "ø": ("o", "oe"),
    "ǿ": ("o", "oe"),
    "å": ("a", "aa"),
    "æ": ("ae", "a", "e"),
    "ǽ": ("ae", "a", "e"),
    "œ": ("oe", "o"),
    "ß": ("ss", "s", "sz"),
    "ð": ("d", "dh", "th"),
    "đ": ("d", "dj"),
    "þ": ("th", "t"),
    "ł": ("l",),
    "ı": ("i",),
    "ŋ": ("n", "ng"),
    "ə": ("e", "a"),
    "ħ": ("h",),
    "ŧ": ("t",),
    "ɛ": ("e",),
    "ɔ": ("o",),
    "ŀ": ("l",),
    "ĳ": ("ij", "y"),
    "š": ("s", "sh"),
    "č": ("c", "ch"),
    "ž": ("z", "zh"),
    "ñ": ("n", "ny"),
    "ō": ("o", "oh", "ou"),
    "ő": ("o", "oe"),
    "ű": ("u", "ue"),
    "ё": ("e",),
}

LIGATURES: Final = frozenset("ﬀﬁﬂﬃﬄﬅﬆĳœæǆǉǌ")

# Lower-case Cyrillic, Greek and other letters that look like a Latin one.
LOOK_ALIKES: Final[dict[str, str]] = dict(
    zip(
        "аеорсухіјѕԁһԛԝкмтвнгпьӏүѵαοεικνρτυχηβγωϲϳօոսհɑɡⅼⅰⅽⅾⅿ",
        "aeopcyxijsdhqwkmtbhrnblyvaoeikvptuxnbywcjonuhaglicdm",
        strict=True,
    )
)
LOOK_ALIKES.update({"0": "o", "1": "l", "β": "ss"})

# Greek capitals that look like one Latin letter while their small form looks like another.
CAPITAL_LOOK_ALIKES: Final[dict[int, str]] = dict(zip(map(ord, "ΒΖΗΜΝΥ"), "BZHMNY", strict=True))

"""Emoji in a note: one that means a label becomes that label, all others are removed."""

from __future__ import annotations

import re

from refcore.text.patterns import regex

__all__ = ["without_pictures"]

# The label that each picture means.
_LABELS = {
    "Authors": "👤 👥 🧑 👨 👩 🖊 ✍ 🖋",
    "Link": "🔗 🌐",
    "Date": "📅 📆 🗓 🕒",
    "Affiliation": "🏫 🏛 🏢 🏦",
}
_LABEL_OF = {sign: label for label, signs in _LABELS.items() for sign in signs.split()}
_ONE = r"[\u2300-\u23ff\u2600-\u2604\u2607-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
# A picture with its variants, skin colours and joined pictures; keycaps such as "1️⃣".
_PICTURES = regex(
    rf"(?:(?:{_ONE}|[0-9#]\ufe0f?\u20e3)[\ufe0e\ufe0f\u200d\u20e3]*)+(?P<space>[ \t]*)"
)
_OWN_LABEL = regex(
    r"[*_]{0,3}[^\W\d_][\w() /]{0,20}[*_]{0,3}\s?[:：]|[*_]{2}[^*_\n]{2,20}[*_]{2}\s"
)
_VALUE = regex(r"[*_\[]{0,3}[^\W\d_a-z]|https?:|[0-9]")
# "🧑 Human/expert judgment" names nobody.
_PEOPLE = regex(
    r"[*_\[]{0,3}(?:[^\W\d_a-z][\w'’.-]*[,;]?\s{1,2}(?:and\s|&\s|et\s|(?:de|van|von)\s)?[*_\[]{0,3}"
    r"[^\W\d_a-z]|[^\x00-\u2fff])|https?:"
)


def without_pictures(text: str) -> str:
    """Return a text with a label for each picture that means one, and without other pictures.

    >>> without_pictures("👥 Ada Berg, Bo Fei\\n🔥 1️⃣ **Hot**")
    'Authors: Ada Berg, Bo Fei\\n**Hot**'
    >>> without_pictures("👥 **Authors:** Ada Berg✨"), without_pictures("2️⃣3️⃣ Two")
    ('**Authors:** Ada Berg', 'Two')
    """
    return text if text.isascii() else _PICTURES.sub(_replaced, text)


def _replaced(match: re.Match[str]) -> str:
    text, start = match.string, match.start()
    before = text[max(0, start - 1) : start]
    label = _LABEL_OF.get(match[0][0], "")
    apart = not before or before.isspace() or before == ">"
    if not apart:
        return match["space"]
    value = _PEOPLE if label == "Authors" else _VALUE
    if not label or _OWN_LABEL.match(text, match.end()) or not value.match(text, match.end()):
        return ""
    opens = not text[:start].rsplit("\n", 1)[-1].strip(" \t>|-")
    return f"{label}: " if opens else f"| {label}: "

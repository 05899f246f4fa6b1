"""Entries as in lists of references: names, then the title, then the venue or link."""

from __future__ import annotations

import re

from refcore.markdown.titles import bare_title, clean, is_generic
from refcore.text.patterns import regex

__all__ = ["entry_title"]

_YEAR = r"[(\[]?(?:19|20)[0-9]{2}[a-z]?(?:,\s*\w+(?:\s+[0-9]{1,2})?)?[)\]]?"
# The text between the names and the title: a full stop, a year, a colon.
_LEAD = regex(
    # "Berg et al. 2020 *On Moss*": a year before a title in marks.
    rf"(?:(?<=\.)\s*+{_YEAR}(?=\s+[\"“«*_\x02])|(?<=\.)|[.:]|,?\s*+(?:\(?[Ee]ds?\.\)?[.,]?)?\s*+{_YEAR}(?:\s*+[.:,])?|,(?=\s*[\"“«*_\x02]))"
    rf"(?:\s*+{_YEAR}\s*+[.:,])?\s+(?=\S)"
)
_QUOTED = regex(r'"([^"\n]{3,400})"|“([^”]{3,400})”|«([^»]{3,400})»')
_EMPHASISED = regex(r"(\*{1,3}|_{1,3})(?=[^\s*_])([^*\n]{2,400}?)(?<=[^\s*_])\1(?!\w)")
# The end of a title in plain text: a stop that is not an initial's or number's.
_STOP = regex(
    r"(?<![\s.(][^\W\d_])(?<!\b[Vv]s)(?<!\b[Vv]ol)(?<!\bal)[.?!](?=\s|\Z)|\n|\x1f"
    r"|,?\s++(?:[(\[]?\s*+arxiv|[(\[]?\s*+doi\b|[(\[]?https?:|[(\[]?preprint\b|\((?:19|20)[0-9]{2}\))",
    re.IGNORECASE,
)
# "samgeo: A Package for Maps", "libRoadRunner, a Library"
_NAMED = regex(r"[a-z][\w.-]{0,20}(?:[A-Z]|:\s)")
_NO_TITLE = regex(
    r"\b(?:we|our|they|he|she|it|this|these)\s|\b(?:show|shows|showed|propose[sd]?|introduce[sd]?"
    r"|present(?:s|ed)?|in|see)\b",
    re.IGNORECASE,
)


def entry_title(text: str, start: int, stop: int) -> str:
    """Return the title that follows the names of an entry, or nothing.

    `start` is the end of the names, `stop` the place of the id or link that
    the entry gives, or the end of a link that is the title.

    >>> line = "Bo Fei, Mo Far. On the Form of Things. 2023. arXiv:2506.13585"
    >>> entry_title(line, 14, line.index("arXiv"))
    'On the Form of Things'
    """
    lead = _LEAD.match(text, start, stop)
    if lead is None:
        return ""
    begin = lead.end()
    for pattern in (_QUOTED, _EMPHASISED):
        if match := pattern.match(text, begin, stop + 4):
            title = clean(next(part for part in reversed(match.groups()) if part))
            return "" if is_generic(title) else title
    if not (text[begin].isupper() or text[begin].isdecimal() or _NAMED.match(text, begin)):
        return ""
    window = text[begin : min(stop, begin + 400)]
    end = _STOP.search(window)
    if end is None and stop - begin > 400:
        return ""
    plain = window[: end.start() if end else None]
    if end and end[0] == "?":
        plain += "?"
    title = bare_title(plain).rstrip("( [")
    if len(title.split()) < 2 or is_generic(title) or _NO_TITLE.match(title):
        return ""
    return title

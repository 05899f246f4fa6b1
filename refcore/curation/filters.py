"""The functions that a template can apply to a value: case, cuts, replacements, conditions.

Source: JabRef's documentation, "Modifiers"; Better BibTeX's, "Formulas", filters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from refcore.curation import words
from refcore.curation.context import Context
from refcore.curation.spec import Next, Param, Pattern, Spec
from refcore.text.ascii import to_ascii, with_case
from refcore.text.keys import safe_key

__all__ = ["FILTERS", "filter_named"]

Value = str


def _select(_: Context, text: Value, start: int, count: int) -> str:
    found = text.split()
    first = start - 1 if start > 0 else max(len(found) + start, 0) if start else 0
    return " ".join(found[first : first + count] if count else found[first:])


def _substring(context: Context, text: Value, start: int, count: int) -> str:
    whole = "".join(context.ascii(text).split())
    first = max(start - 1, 0)
    return whole[first : first + count] if count else whole[first:]


def _truncate(context: Context, text: Value, count: int) -> str:
    return context.ascii(text)[:count].rstrip() if count > 0 else ""


def _skipwords(_: Context, text: Value) -> str:
    return " ".join(words.skip_words(text.split(), words.SKIP_WORDS))


def _replace(_: Context, text: Value, find: Pattern, by: str) -> str:
    return find.replace(text, by)


def _match(_: Context, text: Value, find: Pattern) -> str:
    if not find.found_in(text):
        raise Next
    return text


_RELATIONS: Final[Mapping[str, Callable[[int, int], bool]]] = {
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def _length(_: Context, text: Value, relation: str, length: int) -> str:
    if not _RELATIONS[relation](len("".join(text.split())), length):
        raise Next
    return text


def _fold(context: Context, text: Value, mode: str) -> str:
    german = mode.lower() in ("german", "de", "ue")
    return to_ascii(text, "ue" if german else context.umlauts)


def _clean(context: Context, text: Value) -> str:
    return safe_key(text, context.umlauts)


def _abbr(_: Context, text: Value) -> str:
    return words.initials(text)


def _capitalize(context: Context, text: Value) -> str:
    return words.capitalize(text, lower=context.dialect == "pattern")


def _no_punctuation(_: Context, text: Value) -> str:
    return " ".join(words.words_of(text, dashes=True))


def _no_punctuation_or_dash(_: Context, text: Value) -> str:
    return " ".join(words.words_of(text, dashes=False))


def _numeric(_: Context, text: Value) -> str:
    return text if text.strip().isdecimal() else ""


def _alphanum(_: Context, text: Value) -> str:
    return "".join(char for char in text if char.isalnum())


def _only_ascii(_: Context, text: Value) -> str:
    return text.encode("ascii", "ignore").decode("ascii")


def _plain(change: Callable[[str], str]) -> Callable[[Context, str], str]:
    return lambda _, text: change(text)


_COUNT = Param("n", "number", 0)
_START = Param("start", "number", 1)
_TEXT = Param("text", "text")
_FIND = Param("find", "pattern")

FILTERS: Final[Mapping[str, Spec]] = {
    "abbr": Spec(_abbr),
    "alphanum": Spec(_alphanum),
    "ascii": Spec(_only_ascii),
    "capitalize": Spec(_capitalize),
    "clean": Spec(_clean),
    "condense": Spec(lambda _, text, sep: sep.join(text.split()), (Param("sep", "text", ""),)),
    "default": Spec(lambda _, text, other: text or other, (_TEXT,)),
    "discard": Spec(lambda _, __: ""),
    "fold": Spec(_fold, (Param("mode", "text", ""),)),
    "len": Spec(
        _length,
        (Param("relation", "text", ">", tuple(_RELATIONS)), Param("length", "number", 0)),
    ),
    "lower": Spec(lambda _, text: with_case(text).lower()),
    "match": Spec(_match, (_FIND,)),
    "nopunct": Spec(_no_punctuation),
    "nopunctordash": Spec(_no_punctuation_or_dash),
    "numeric": Spec(_numeric),
    "postfix": Spec(lambda _, text, more: text and text + more, (_TEXT,)),
    "prefix": Spec(lambda _, text, more: text and more + text, (_TEXT,)),
    "regex": Spec(_replace, (Param("find", "regex"), Param("replace", "text"))),
    "replace": Spec(_replace, (_FIND, Param("replace", "text"))),
    "select": Spec(_select, (_START, _COUNT)),
    "sentencecase": Spec(_plain(words.sentence_case)),
    "skipwords": Spec(_skipwords),
    "substring": Spec(_substring, (_START, _COUNT)),
    "titlecase": Spec(_plain(words.title_case)),
    "transliterate": Spec(_fold, (Param("mode", "text", ""),)),
    "truncate": Spec(_truncate, (Param("n", "number"),)),
    "upper": Spec(lambda _, text: with_case(text).upper()),
}


def filter_named(name: str) -> tuple[str, Spec] | None:
    """Return a filter by its name in any case, with or without ``_``; None for another word.

    >>> filter_named("lower")[0], filter_named("moss") is None
    ('lower', True)
    """
    low = re.sub(r"[_-]", "", name).lower()
    found: Any = FILTERS.get(low)
    return (low, found) if found else None

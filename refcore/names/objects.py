"""Names as objects: lists of JSON, and the authors in the front matter of a document (YAML).

Front matter is read as the engines of papers write it (JOSS, Quarto, Hugo, CFF): one item for
each author, with a name or its parts, and other keys beside them. Nothing else of YAML is read.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from refcore.text.patterns import regex

__all__ = ["names_of_front_matter", "names_of_json"]

# The keys of a family name and of the given names, in the forms of programs.
_PAIRS: Final = (
    ("family", "given"),
    ("lastname", "firstname"),
    ("last", "first"),
    ("familyname", "givenname"),
    ("familynames", "givennames"),
    ("surname", "givennames"),
    ("surname", "given"),
    ("surname", "forename"),
)
_WHOLE: Final = (
    "name", "fullname", "displayname", "literal", "authorname", "rawauthorname", "author", "alias",
)  # fmt: skip
_PARTICLES: Final = (
    "nameparticle",
    "nondroppingparticle",
    "droppingparticle",
    "particle",
    "prefix",
)
_SUFFIXES: Final = ("namesuffix", "suffix")
_NO_LETTER: Final = regex(r"[^a-z]")
# The list of authors inside a larger object, or a part of it.
_LISTED: Final = regex(r"\"(?:authors?|creators?)\"\s{0,9}:\s{0,9}(?=\[)")
# The key over the list, and the items below it.
_KEY: Final = regex(r"(?m)^(?P<indent>[ \t]{0,20})(?:authors?|contributors?|creators?)[ ]?:[ \t]*")
_PLAIN: Final = regex(r"\A\s*-[ ]+(?:name|given|family|first|last|given-names|family-names)[\w-]*:")
_ITEM: Final = regex(r"(?P<indent>[ \t]{0,40})-(?:[ \t]+|\Z)(?P<rest>.*)")
_PAIR: Final = regex(
    r"(?P<indent>[ \t]{0,40})(?P<key>[A-Za-z][\w-]{0,30})[ ]?:(?:[ \t]+(?P<value>.*)|\Z)"
)
_FLOW: Final = regex(r"\[(?P<names>[^\[\]{}:\"'\n]{3,5000})\]\s*(?:\n|\Z)")
_QUOTES: Final = "\"' \t"
_NOTE: Final = regex(r"\^\[[^\[\]]{0,300}\]")


def names_of_json(text: str) -> str:
    """Return the names of a list of objects in JSON, one a line, or nothing.

    >>> names_of_json('[{"family": "Fei", "given": "Bo"}, {"name": "Mo Far"}]')
    'Fei, Bo\\nMo Far'
    >>> names_of_json('"title": ["On It"], "author": [{"given": "Bo", "family": "Fei"}]')
    'Fei, Bo'
    """
    if listed := _LISTED.search(text):
        with contextlib.suppress(ValueError, RecursionError):
            held, _ = json.JSONDecoder().raw_decode(text, listed.end())
            if names := "\n".join(filter(None, map(_of_object, held))):
                return names
    start = text.lstrip()[:1]
    if start not in ("[", "{") or '":' not in text.replace('" :', '":'):
        return ""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    if isinstance(found, dict):
        found = next((value for value in found.values() if isinstance(value, list)), [found])
    return "\n".join(filter(None, map(_of_object, found)))


def names_of_front_matter(text: str) -> str:
    """Return the names of the authors in front matter, one a line, or nothing.

    >>> names_of_front_matter("authors:\\n  - name: Bo Fei\\n    orcid: 0000\\n  - name: Mo Far")
    'Bo Fei\\nMo Far'
    >>> names_of_front_matter("author:\\n- given: Bo\\n  family: Fei\\n- Mo Far^[MIT]\\ndate: 2021")
    'Fei, Bo\\nMo Far'
    >>> names_of_front_matter("authors: [Bo Fei, Mo Far]"), names_of_front_matter("author: Bo Fei")
    ('Bo Fei\\nMo Far', '')
    """
    key = _KEY.search(text)
    if key is None:
        key = _PLAIN.match(text)
        lines = text.strip("\n").split("\n") if key else []
        return _joined(_items(lines))
    flow = _FLOW.match(text, key.end())
    if flow:
        return "\n".join(name.strip() for name in flow["names"].split(","))
    first, *lines = text[key.end() :].split("\n")
    if first.strip() or not any(map(_ITEM.fullmatch, lines[:1])):
        return ""
    return _joined(_items(_below(lines, len(key["indent"]))))


def _joined(items: Sequence[Sequence[str]]) -> str:
    names = [_of_item(item) for item in items]
    return "\n".join(names) if names and all(names) else ""


def _below(lines: Sequence[str], indent: int) -> Iterator[str]:
    """Yield the lines of a list, up to the next key of its level.

    >>> list(_below(["  - name: Bo Fei", "  - name: Mo Far", "title: On It"], 0))
    ['  - name: Bo Fei', '  - name: Mo Far']
    """
    for line in lines:
        depth = len(line) - len(line.lstrip())
        if line.strip() and depth <= indent and not line.lstrip().startswith("- "):
            return
        if line.strip():
            yield line


def _items(lines: Sequence[str] | Iterator[str]) -> list[list[str]]:
    """Return the lines of each item, without its dash."""
    items: list[list[str]] = []
    indent = -1
    for line in lines:
        item = _ITEM.fullmatch(line)
        if item and (indent < 0 or len(item["indent"]) <= indent):
            indent = len(item["indent"])
            items.append([" " * (len(line) - len(item["rest"])) + item["rest"]])
        elif items:
            items[-1].append(line)
    return items


def _of_item(lines: Sequence[str]) -> str:
    """Return the name that an item states: its keys, those below a name, or its text.

    >>> _of_item(["  Mo Far^[MIT]"])
    'Mo Far'
    """
    held: dict[str, str] = {}
    pairs = [_PAIR.fullmatch(line) for line in lines]
    if not pairs or pairs[0] is None:
        return _NOTE.sub("", lines[0]).strip(_QUOTES) if len(lines) == 1 else ""
    level = len(pairs[0]["indent"])
    is_name = False
    for pair in pairs:
        if pair is None:
            continue
        value = (pair["value"] or "").strip(_QUOTES)
        if len(pair["indent"]) <= level:
            is_name = pair["key"] == "name" and not value
        elif not is_name:
            continue
        held.setdefault(pair["key"], value)
    return _of_object(held)


def _of_object(value: object) -> str:
    """Return the name that an object states.

    >>> _of_object({"given": "Ludwig", "family": "Berg", "name-particle": "van"})
    'van Berg, Ludwig'
    """
    if not isinstance(value, Mapping):
        return value if isinstance(value, str) else ""
    held = {_NO_LETTER.sub("", str(key).casefold()): text for key, text in value.items()}
    texts = {key: " ".join(text.split()) for key, text in held.items() if isinstance(text, str)}
    for family, given in _PAIRS:
        if texts.get(family) and (texts.get(given) or family != "surname"):
            parts = [next((texts[key] for key in _PARTICLES if texts.get(key)), ""), texts[family]]
            suffix = next((texts[key] for key in _SUFFIXES if texts.get(key)), "")
            named = (" ".join(filter(None, parts)), suffix, texts.get(given, ""))
            return ", ".join(filter(None, named))
    names = (texts[key] for key in (*_WHOLE, "surname") if texts.get(key))
    return re.sub(r"\s+", " ", next(names, ""))

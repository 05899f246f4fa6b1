"""Papers in a block of code: arXiv's mails ("Title:", "Authors:"), lists in JSON and YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from refcore.markdown.fields import Field, front_matter_fields
from refcore.text.patterns import regex

__all__ = ["listing_entries"]

_ID = regex(r"\barxiv:\s?[a-z0-9.-]+[./][0-9]{3,7}|\barxiv\.org/", re.IGNORECASE)
_FIELD = regex(r"^(?:title|authors?)\s*:\s", re.IGNORECASE | re.MULTILINE)
# Rules and the double backslash divide the entries of a mail.
_DIVIDER = regex(r"^(?:\\\\.*|[-=_*]{4,}|%{2,}.*)?[ \t]*(?:\n|\Z)", re.MULTILINE)
_LABEL = regex(r"^(?=[A-Za-z-]{2,20}:\s)|^(?=arXiv:)", re.MULTILINE)
# Names one a line or in brackets, as YAML writes lists.
_YAML_AUTHORS = regex(r"^authors?[ \t]*:[ \t]*(?:\[|\n[ \t]*-[ \t])", re.IGNORECASE | re.MULTILINE)
_LONGEST = 200_000
# "{title: 'On It', authors: ['Bo Fei'], url: …}": an object of JavaScript, Python, Dart.
_OBJECT = regex(r"\{[^{}]{20,4000}\}")
_PAIR = regex(
    r"""[{,]\s*["']?(?P<key>[A-Za-z_]\w{1,20})["']?\s*:\s*"""
    r"""(?P<value>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|\[[^\[\]]*\]|[^,{}\n]+)"""
)
_ITEM = regex(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`""")


def listing_entries(code: str) -> Iterator[tuple[str, int]]:
    """Return the papers that a block of code lists under labels: the text and its first line.

    Other code returns nothing. A long field goes on in the next line.

    >>> mail = "arXiv:2506.13585\\nTitle: On the\\n  Form\\nAuthors: Bo Fei\\n\\nAbstract."
    >>> [text for text, _ in listing_entries(mail)]
    ['arXiv:2506.13585\\nTitle: On the Form\\nAuthors: Bo Fei']
    """
    if len(code) <= _LONGEST and code.lstrip()[:1] in "[{-":
        entries = [*_data_entries(code)]
        yield from entries
        if entries:
            return
    if len(code) <= _LONGEST and "{" in code and _ID.search(code):
        yield from _objects(code)
    if len(code) <= _LONGEST and _YAML_AUTHORS.search(code):
        documents = [*_documents(code)]
        yield from documents
        if documents:
            return
    if len(code) > _LONGEST or len(_FIELD.findall(code)) < 2 or not _ID.search(code):
        return
    held: list[str] = []
    first = line = 1
    for part, number in _parts(code):
        begins = bool(re.match(r"arXiv:", part)) or (
            bool(held) and _same_label(part, "".join(held))
        )
        if held and begins:
            yield from _entry(held, first)
            held = []
        if _LABEL.match(part):
            first = first if held else number
            held.append(part)
        line = number
    yield from _entry(held, first if held else line)


def _documents(code: str) -> Iterator[tuple[str, int]]:
    """Return the papers of YAML documents, each of which is one paper."""
    line = 1
    for part in re.split(r"^---[ \t]*$", code, flags=re.MULTILINE):
        yield from _of_fields(front_matter_fields(part), line)
        line += part.count("\n")


def _parts(code: str) -> Iterator[tuple[str, int]]:
    """Return the paragraphs of a listing, cut at the lines that divide them."""
    start, line = 0, 1
    for match in (*_DIVIDER.finditer(code), None):
        text = code[start : match.start() if match else None]
        if text.strip():
            yield text, line
        if match is None:
            return
        line += code.count("\n", start, match.end())
        start = match.end()


def _same_label(part: str, held: str) -> bool:
    """Return whether a paragraph begins an entry: it and the entry before both have a title.

    >>> _same_label("Title: On It", "Title: On Her"), _same_label("Title: On It", "Bo Fei")
    (True, False)
    """
    has_title = regex(r"^title\s*:", re.IGNORECASE | re.MULTILINE).search
    return bool(has_title(part) and has_title(held))


def _entry(parts: list[str], line: int) -> Iterator[tuple[str, int]]:
    text = re.sub(r"\n[ \t]+", " ", "".join(parts)).strip("\n")
    if len(_FIELD.findall(text)) > 1 and _ID.search(text):
        yield text, line


def _data_entries(code: str) -> Iterator[tuple[str, int]]:
    """Return the papers of a list in JSON or YAML, each as lines of labels."""
    if code.lstrip().startswith("-"):
        start = code.index("-")
        for item in re.split(r"^- ", code[start:], flags=re.MULTILINE):
            line = 1 + code.count("\n", 0, start)
            start += len(item) + 2 if item else 0
            yield from _of_fields(front_matter_fields(re.sub(r"^  ", "", item, flags=re.M)), line)
        return
    try:
        read = json.loads(code)
    except (ValueError, RecursionError):
        return
    for entry in read if isinstance(read, list) else [read]:
        if isinstance(entry, dict):
            yield from _of_fields(front_matter_fields(_as_yaml(entry)), 1)


def _objects(code: str) -> Iterator[tuple[str, int]]:
    """Return the papers that objects of a program hold, each as lines of labels."""
    for held in _OBJECT.finditer(code):
        entry = {pair["key"]: _values(pair["value"]) for pair in _PAIR.finditer(held[0])}
        if {"title", "name"} & {key.casefold() for key in entry}:
            line = 1 + code.count("\n", 0, held.start())
            yield from _of_fields(front_matter_fields(_as_yaml(entry)), line)


def _values(text: str) -> list[str]:
    """Return the strings of a value of a program, or the value as it is.

    >>> _values('["Bo Fei", "Mo Far"]'), _values("12")
    (['Bo Fei', 'Mo Far'], ['12'])
    """
    strings = [_unescaped(m[1] or m[2] or m[3] or "") for m in _ITEM.finditer(text)]
    return strings or [text.strip()]


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _of_fields(fields: list[Field], line: int) -> Iterator[tuple[str, int]]:
    if {"Title", "Author", "Authors"} & {field.label for field in fields}:
        yield "\n".join(f"{field.label}: {field.text}" for field in fields), line


def _as_yaml(entry: dict[str, Any]) -> str:
    """Return the fields of an object of JSON as lines of "key: value"."""
    rows: list[str] = []
    for key, value in entry.items():
        values = value if isinstance(value, list) else [value]
        rows.append(f"{key}:")
        rows += [f"  - {json.dumps(_text(x), ensure_ascii=False)}" for x in values]
    return "\n".join(rows)


def _text(value: Any) -> str:
    if isinstance(value, dict):
        name = value.get("name") or " ".join(
            str(value.get(part, "")) for part in ("given", "family")
        )
        return str(name).strip()
    return "" if value is None else " ".join(str(value).split())

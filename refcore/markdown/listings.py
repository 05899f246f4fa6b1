"""Papers in a block of code: arXiv's mails ("Title:", "Authors:"), lists in JSON and YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from refcore.markdown.datarecords import Record, attribute_records, data_records
from refcore.markdown.fields import Field, front_matter_fields, items_of_fields
from refcore.text.idforms import DOI_PREFIX
from refcore.text.patterns import regex

__all__ = ["listing_entries", "with_shown_records"]

_ID = regex(r"\barxiv:\s?[a-z0-9.-]+[./][0-9]{3,7}|\barxiv\.org/", re.IGNORECASE)
# What data of papers has: an id, or an address of one.
_DATA = regex(rf"\barxiv|\bdoi\.org/|\b{DOI_PREFIX}/|\bhuggingface\.co/papers/", re.IGNORECASE)
# The keys of a whole reference in words: "citation: Berg, A. (2020). On It. Acta, 2."
_WHOLE = regex(r"(?:full_?)?(?:citation|cite|reference|ref|apa|mla)(?:_?text)?", re.IGNORECASE)
_ADDRESS = regex(r"https?://\S+\Z")
_FIELD = regex(r"^(?:title|authors?)\s*:\s", re.IGNORECASE | re.MULTILINE)
# Rules and the double backslash divide the entries of a mail.
_DIVIDER = regex(r"^(?:\\\\.*|[-=_*]{4,}|%{2,}.*)?[ \t]*(?:\n|\Z)", re.MULTILINE)
_LABEL = regex(r"^(?=[A-Za-z-]{2,20}:\s)|^(?=arXiv:)", re.MULTILINE)
# Names one a line or in brackets, as YAML writes lists.
_YAML_AUTHORS = regex(r"^authors?[ \t]*:[ \t]*(?:\[|\n[ \t]*-[ \t])", re.IGNORECASE | re.MULTILINE)
_LONGEST = 200_000


def listing_entries(code: str) -> Iterator[tuple[str, int]]:
    """Return the papers that a block of code lists under labels: the text and its first line.

    Other code returns nothing. A long field goes on in the next line.

    >>> mail = "arXiv:2506.13585\\nTitle: On the\\n  Form\\nAuthors: Bo Fei\\n\\nAbstract."
    >>> [text for text, _ in listing_entries(mail)]
    ['arXiv:2506.13585\\nTitle: On the Form\\nAuthors: Bo Fei']
    """
    if len(code) <= _LONGEST and code.lstrip()[:1] == "-":
        entries = [*_items(code)]
        yield from entries
        if entries:
            return
    if len(code) <= _LONGEST and _YAML_AUTHORS.search(code):
        documents = [*_documents(code)]
        yield from documents
        if documents:
            return
    if len(code) <= _LONGEST and len(_FIELD.findall(code)) > 1 and _ID.search(code):
        entries = [*_mails(code)]
        yield from entries
        if entries:
            return
    if len(code) <= _LONGEST and _DATA.search(code):
        yield from _data(code)


def _data(code: str) -> Iterator[tuple[str, int]]:
    """Return the papers of data: of nested items of YAML, and of anything with quoted values."""
    items = [x for held, line in items_of_fields(code) for x in _paper(held, line + 1)]
    yield from items
    if not items:
        for record, line in data_records(code):
            whole = next((x for key in record if _WHOLE.fullmatch(key) for x in record[key]), "")
            addresses = [x for held in record.values() for x in held if _ADDRESS.match(x)]
            if whole and addresses:
                yield f"{whole} {addresses[0]}", line
            else:
                yield from _paper(_as_yaml(record), line)


def _paper(text: str, line: int) -> Iterator[tuple[str, int]]:
    return _of_fields(front_matter_fields(text), line)


def _mails(code: str) -> Iterator[tuple[str, int]]:
    """Return the papers of paragraphs of labels."""
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


def _items(code: str) -> Iterator[tuple[str, int]]:
    """Return the papers of a list in YAML, each as lines of labels."""
    start = code.index("-")
    for item in re.split(r"^- ", code[start:], flags=re.MULTILINE):
        line = 1 + code.count("\n", 0, start)
        start += len(item) + 2 if item else 0
        yield from _of_fields(front_matter_fields(re.sub(r"^  ", "", item, flags=re.M)), line)


def _of_fields(fields: list[Field], line: int) -> Iterator[tuple[str, int]]:
    if {"Title", "Author", "Authors"} & {field.label for field in fields}:
        yield "\n".join(f"{field.label}: {field.text}" for field in fields), line


def with_shown_records(text: str) -> str:
    """Return a note in which macros and elements with a title and an id are items of fields.

    >>> with_shown_records('<Paper title="On It" authors="Bo Fei" doi="10.1000/182" />')
    '- Title: On It | Authors: Bo Fei | DOI: 10.1000/182'
    """
    if not ('title="' in text or "title='" in text):
        return text
    found: list[str] = []
    end = 0
    for match, record in attribute_records(text):
        fields = front_matter_fields(_as_yaml(record))
        if len(fields) > 1:
            item = " | ".join(f"{field.label}: {field.text}" for field in fields)
            # Line breaks keep the number of lines.
            found += [text[end : match.start()], f"- {item}", "\n" * match[0].count("\n")]
            end = match.end()
    return "".join([*found, text[end:]])


def _as_yaml(record: Record) -> str:
    """Return the fields of a record as lines of "key: value"; one filed name is turned round."""
    rows: list[str] = []
    for key, values in record.items():
        filed = key == "author" and all(x.count(", ") == 1 for x in values)
        texts = [" ".join(reversed(x.split(", "))) if filed else x for x in values]
        rows.append(f"{key}:")
        rows += [f"  - {json.dumps(' '.join(x.split()), ensure_ascii=False)}" for x in texts]
    return "\n".join(rows)

"""Records in the data of a block of code: objects of programs, tagged lines, elements, rows.

The brackets and marks of programming languages are much alike, so one reader of nested
values serves JSON, JavaScript, Python, TOML, Lisp and SQL. What a key means is not known here.
"""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs

from refcore.names.shape import is_name
from refcore.text.idforms import DOI_START
from refcore.text.patterns import regex

__all__ = ["Record", "attribute_records", "data_records"]

Record = dict[str, list[str]]

_TOKEN: Final = regex(
    r"""(?P<triple>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3})|"(?P<double>(?:[^"\\]|\\.|"")*)\""""
    r"""|'(?P<single>(?:[^'\\\n]|\\.|'')*)'|`(?P<back>[^`]*)`"""
    r"""|(?P<keyword>(?<=[\s(]):[A-Za-z][\w-]*)|(?P<open>[\[{(])|(?P<close>[\]})])"""
    r"""|(?P<is>=>|->|[:=])|(?P<end>[,;])|(?P<line>\n)|(?P<comment>(?:\#|//|--)[^\n]*)"""
    r"""|(?P<word>[^\s\[\]{}(),;:="'`]+)""",
    re.DOTALL,
)
_GO_LIST: Final = regex(r"\[\s*\]\s*\*?[\w.]+\s*\{")
_DEEPEST: Final = 12
# "TI  - On It", "%T On It": one field a line, as reference managers exchange them.
_TAGGED: Final = regex(
    r"^(?:([A-Z][A-Z0-9]{1,3})\s{0,2}-\s|(%[A-Z0-9])\s)[ \t]*(.*(?:\n {4,}\S.*)*)", re.M
)
_TAGS: Final = {
    "title": "TI T1 %T",
    "author": "FAU AU A1 %A",
    "doi": "LID DO AID %R",
    "url": "UR L1 L2 %U",
    "year": "PY Y1 DP %D",
    "end": "ER PMID TY %0",
}
_KEY_OF_TAG: Final = {tag: key for key, tags in _TAGS.items() for tag in tags.split()}
_ELEMENT: Final = regex(r"<([A-Za-z][\w:.-]{0,30})(?:\s[^<>]{0,300})?>([^<>]{1,2000})</\1>")
# What an attribute of an element or a macro holds: 'title="On It" authors="Bo Fei"'.
_MACRO: Final = regex(
    r"(?:\{\{[<%]|\{%|<[A-Z]\w{0,30})(?P<body>\s[^<>]{10,3000}?)(?:[>%]\}\}|%\}|/?>)"
)
_TITLE_KEY: Final = regex(
    r"title|t[ií]tulo|titel|titre|titolo|название|标题|題名|제목", re.IGNORECASE
)
_PEOPLE_KEY: Final = regex(r"authors?\Z|creators?\Z", re.IGNORECASE)
_ADDRESS: Final = regex(
    rf"https?://(?:[a-z]+\.)?(?:arxiv|doi)\.org/\S+\Z|{DOI_START}\S+\Z|arxiv:\S+\Z", re.I
)
_LINK: Final = regex(r"\[([^\[\]]{1,300})\]\((\S{1,300})\)")
_LEAST_WORDS: Final = 3  # of a title that no key says to be one
_LEAST_TAGS: Final = 3
_LEAST_COLUMNS: Final = 2


@attrs.define
class _Node:
    """A value in brackets: its values in order, each with its key or none."""

    line: int
    values: list[tuple[str, _Node | str]] = attrs.field(factory=list)


def data_records(code: str) -> Iterator[tuple[Record, int]]:
    """Return the records of a block of data, with the line of each, from 1.

    >>> [record for record, _ in data_records('[{title: "On It", authors: ["Bo", "Mo"]}]')]
    [{'title': ['On It'], 'authors': ['Bo', 'Mo']}]
    >>> [record for record, _ in data_records("TI  - On It\\nAU  - Fei, Bo\\nDO  - 10.1000/182")]
    [{'title': ['On It'], 'author': ['Fei, Bo'], 'doi': ['10.1000/182']}]
    >>> [record for record, _ in data_records("title,doi\\nOn It,10.1000/182")]
    [{'title': ['On It'], 'doi': ['10.1000/182']}]
    """
    if len(tags := list(_tagged(code))) >= _LEAST_TAGS:
        yield from _gathered(tags)
    elif (rows := _table(code)) is not None:
        yield from rows
    elif code.lstrip().startswith("<"):
        yield from _gathered(_elements(code))
    else:
        yield from _records(_tree(code), 0)


def _tagged(code: str) -> Iterator[tuple[str, str, int]]:
    for match in _TAGGED.finditer(code):
        if key := _KEY_OF_TAG.get(match[1] or match[2]):
            value = re.sub(r"\s\[(?:doi|pii)\]\Z", "", " ".join(match[3].split()))
            yield key, value, 1 + code.count("\n", 0, match.start())


def _elements(code: str) -> Iterator[tuple[str, str, int]]:
    for match in _ELEMENT.finditer(code):
        yield match[1], html.unescape(match[2].strip()), 1 + code.count("\n", 0, match.start())


def _gathered(
    pairs: Sequence[tuple[str, str, int]] | Iterator[tuple[str, str, int]],
) -> Iterator[tuple[Record, int]]:
    """Return the records of fields one after the other: only those of people are repeated."""
    record: Record = {}
    first = 1
    for key, value, line in pairs:
        again = key in record and not _PEOPLE_KEY.search(key)
        if (again or key == "end") and record:
            yield record, first
            record = {}
        if key != "end":
            first = line if not record else first
            record.setdefault(key, []).append(value)
    if record:
        yield record, first


def _table(code: str) -> list[tuple[Record, int]] | None:
    """Return the rows of a table with a head, as sheets are written; None if there is none."""
    head = code.lstrip("\n").split("\n", 1)[0]
    mark = next((mark for mark in "\t;," if head.count(mark) + 1 >= _LEAST_COLUMNS), "")
    if not mark or not _TITLE_KEY.search(head) or re.search(r"[{}()\[\]=]|:\s", head):
        return None
    start = len(code) - len(code.lstrip("\n"))
    rows = csv.reader(code[start:].split("\n"), delimiter=mark)
    try:
        keys = [key.strip() for key in next(rows)]
        held = [(row, rows.line_num) for row in rows if len(row) == len(keys)]
    except csv.Error:
        return None
    return [
        ({key: [cell] for key, cell in zip(keys, row, strict=True) if cell}, start + line)
        for row, line in held
    ]


def attribute_records(text: str) -> Iterator[tuple[re.Match[str], Record]]:
    """Return the macros and elements of a note that have a title as an attribute.

    >>> [held for _, held in attribute_records('<Paper title="On It" doi="10.1000/182" />')]
    [{'title': ['On It'], 'doi': ['10.1000/182']}]
    """
    for match in _MACRO.finditer(text):
        for record, _ in _records(_tree(match["body"]), 0):
            if any(_TITLE_KEY.fullmatch(key) for key in record):
                unescaped = {key: [*map(html.unescape, held)] for key, held in record.items()}
                yield match, unescaped


def _tree(code: str) -> _Node:
    """Return the values of a block of code, as its brackets nest them."""
    tree = _Tree()
    for match in _TOKEN.finditer(_GO_LIST.sub("{", code)):
        tree.take(match)
    return tree.root


class _Tree:
    """The values of a block of code, taken token by token."""

    def __init__(self) -> None:
        self.root = _Node(1)
        self.open_nodes = [self.root]
        self.key = ""  # of the next value
        self.last = ""  # the last value, which may turn out to be a key
        self.word = ""  # the token before, if it is a bare word
        self.line = 1

    def take(self, match: re.Match[str]) -> None:
        kind = match.lastgroup or ""
        _STEPS.get(kind, _Tree.add_value)(self, match)
        self.word = match[0] if kind == "word" else ""
        self.line += match[0].count("\n")

    @property
    def values(self) -> list[tuple[str, _Node | str]]:
        """The values of the innermost brackets that are open."""
        return self.open_nodes[-1].values

    def open(self, _: re.Match[str]) -> None:
        if self.word and self.values and self.values[-1][0] and self.values[-1][1] == self.word:
            # "authors: vec![", "Authors: []string{": the type of a list
            self.key = self.values.pop()[0]
        node = _Node(self.line)
        self.values.append((self.key, node))
        self.forget()
        if len(self.open_nodes) <= _DEEPEST:
            self.open_nodes.append(node)

    def close(self, _: re.Match[str]) -> None:
        if len(self.open_nodes) > 1:
            self.open_nodes.pop()
        self.forget()

    def make_key(self, _: re.Match[str]) -> None:
        """Take the value before "is" as the key of the value after it."""
        if self.last and self.values and not self.values[-1][0]:
            self.values.pop()
            self.key = self.last
        self.last = ""

    def take_keyword(self, match: re.Match[str]) -> None:
        self.key, self.last = match[0][1:], ""

    def end_line(self, _: re.Match[str]) -> None:
        if not self.key:
            self.last = ""

    def take_comment(self, match: re.Match[str]) -> None:
        held = self.values
        if held and not held[-1][0] and _ADDRESS.match(str(held[-1][1])):
            held[-1] = (match[0].lstrip("#/- "), held[-1][1])  # "address",  # On It

    def add_value(self, match: re.Match[str]) -> None:
        held = self.values
        if match.lastgroup == "word" and self.word and held and held[-1][0]:
            held[-1] = ("", held[-1][1])  # "title: On It": words of a text
        text = _text(match)
        held.append((self.key, text))
        self.last = "" if self.key else text
        self.key = ""

    def forget(self, _: re.Match[str] | None = None) -> None:
        self.key = self.last = ""


_STEPS: Final[dict[str, Callable[[_Tree, re.Match[str]], None]]] = {
    "open": _Tree.open,
    "close": _Tree.close,
    "is": _Tree.make_key,
    "keyword": _Tree.take_keyword,
    "end": _Tree.forget,
    "line": _Tree.end_line,
    "comment": _Tree.take_comment,
}


def _text(match: re.Match[str]) -> str:
    quoted = match["double"], match["single"]
    if match["triple"]:
        return " ".join(match["triple"][3:-3].split())
    if quoted[0] is not None or quoted[1] is not None:
        mark = '"' if quoted[0] is not None else "'"
        return re.sub(
            r"\\([\"'\\/])", r"\1", (quoted[0] or quoted[1] or "").replace(mark * 2, mark)
        )
    return match["back"] if match["back"] is not None else match["word"]


def _records(node: _Node, depth: int) -> Iterator[tuple[Record, int]]:
    """Return the records of a value and of the values inside it."""
    record: Record = {}
    columns: list[str] = []
    for key, value in node.values:
        if key and key in record:
            yield record, node.line
            record = {}
        if isinstance(value, str) and (named := _named(key, value)):
            yield named, node.line
            continue
        if key:
            record[key] = _strings(value)
        if not isinstance(value, _Node) or (key and _PEOPLE_KEY.search(key)):
            continue
        cells = [cell for _, cell in value.values]
        if columns and len(cells) == len(columns):
            yield dict(zip(columns, map(_strings, cells), strict=True)), value.line
        elif names := _columns_in(cells):
            columns = names
        elif depth < _DEEPEST:
            yield from _records(value, depth + 1)
    if last := record or _keyless(node):
        yield last, node.line


def _columns_in(cells: list[_Node | str]) -> list[str]:
    """Return the names of columns in the first row of a table; none in any other row."""
    names = [cell for cell in cells if isinstance(cell, str)]
    return names if any(map(_TITLE_KEY.fullmatch, names)) else []


def _named(key: str, value: str) -> Record:
    """Return the record of an address whose key is a title, or of a link with a title.

    >>> _named("On the Form", "https://arxiv.org/abs/2506.13585")["title"]
    ['On the Form']
    >>> _named("p", "[On the Form](https://arxiv.org/abs/2506.13585)")["title"]
    ['On the Form']
    """
    link = _LINK.fullmatch(value)
    title, address = link.groups() if link else (key, value)
    if title.count(" ") + 1 < _LEAST_WORDS or not _ADDRESS.match(address):
        return {}
    return {"title": [title], "link": [address]}


def _keyless(node: _Node) -> Record:
    """Return the record of values without keys: a title, names in brackets and an address.

    >>> _keyless(_tree('"On the Form", ["Bo Fei"], "https://arxiv.org/abs/2506.13585"'))
    {'title': ['On the Form'], 'authors': ['Bo Fei'], 'link': ['https://arxiv.org/abs/2506.13585']}
    """
    texts = [value for key, value in node.values if isinstance(value, str) and not key]
    lists = [_strings(value) for _, value in node.values if isinstance(value, _Node)]
    links = [text for text in texts if _ADDRESS.match(text)]
    titles = [text for text in texts if text not in links and not text.isdecimal()]
    people = [held for held in lists if held and all(map(is_name, held))]
    if len(links) != 1 or len(people) != 1 or not titles:
        return {}
    return {"title": titles[:1], "authors": people[0], "link": links}


def _strings(value: _Node | str) -> list[str]:
    """Return the strings of a value; of several values with keys, the names they make."""
    if isinstance(value, str):
        return [value]
    if any(key for key, _ in value.values):
        held = {key.casefold(): text for key, text in value.values if isinstance(text, str)}
        name = held.get("name") or held.get("full_name") or held.get("fullname")
        parts = [
            held.get(x, "") for x in ("given", "first", "firstname", "family", "last", "lastname")
        ]
        return [name or " ".join(filter(None, parts))]
    return [text for _, inner in value.values for text in _strings(inner)]

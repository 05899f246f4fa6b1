"""The blocks of a note: paragraphs, items, headings and table rows, with line and scope."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import attrs

from refcore.markdown.classes import with_marked_classes
from refcore.markdown.comments import comment_entries, without_comment_marks
from refcore.markdown.fields import (
    LABEL_WORDS,
    cited_in_front,
    entry_of_front,
    front_matter_fields,
    front_values,
    is_of_publication,
    label_of_heading,
    one_author,
    one_list,
    with_plain_labels,
)
from refcore.markdown.listings import listing_entries, with_shown_records
from refcore.markdown.othermarkup import with_headings
from refcore.markdown.signs import without_pictures
from refcore.names.running import read_names, surely_names
from refcore.text.idforms import ARXIV_NUMBER, DOI_START
from refcore.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["CELL", "Block", "Note", "front_text", "split_note"]

# Separates the cells of a table row; no text contains it, as `split_note` removes it.
CELL = "\x1f"
_PAPER_URL = regex(
    rf"https?://(?:[a-z]+\.)?(?P<site>arxiv\.org|doi\.org)/(?:(?:abs|pdf|html)/)?"
    rf"(?P<id>{ARXIV_NUMBER}|{DOI_START}[^\s<>()\[\]\"']+)",
    re.IGNORECASE,
)
_FRONT_MATTER = regex(
    r"---[ \t]*\n(?=\s*[\"']?[\w][\w .-]*[\"']?\s*:)"
    r"(?:(?!---|\.\.\.)[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)

# Tags that group blocks as an item does, and how many may be open.
_HTML_SCOPES = frozenset(("li", "details", "dt"))
_DEEPEST = 30
# What a word over a column, or before a field of a table, says.
_COLUMNS = {**LABEL_WORDS, "by": "Authors"}
# Tokens that group blocks; the number of a list is negative, that of an item positive.
_SCOPES = {"bullet_list_open": -1, "ordered_list_open": -1, "list_item_open": 1}
_CITED = -1_000_000  # the list of what front matter cites
_ENDS = {name.removesuffix("open") + "close": name for name in _SCOPES}
# An item that is indented like code goes on with the paragraph over it, by the rules of Markdown.
_ENTRY = regex(
    r"^(?:[ ]{0,3}(?:\.\. )?\[\^?[\w+-]{1,12}\]:?|[ ]{4,12}[-*•])[ \t]+(?=\S)", re.MULTILINE
)
# "authors | arxiv | tag\n--- |": the rule under the head of a table, for its first column alone.
_SHORT_RULE = regex(
    r"^(?P<head>[^\n|]{1,60}(?:\|[^\n|]{1,60}){1,8})\n[ ]{0,3}:?-{3,}:?[ ]?\|?[ ]{0,2}"
    r"(?=\n[^\n|]{1,400}\|)",
    re.MULTILINE,
)
_BREAK = regex(r"<br\s?/?>")
# '"On It<br/>Ada Berg"', as a node of a graph is labelled
_BREAK_IN_QUOTES = regex(r'"([^"\n]{1,400}?)<br\s?/?>([^"\n]{0,1000})"')
# "[^1]: On It" with further paragraphs below, which an item may have too.
_FOOTNOTE = regex(
    r"^\[\^[^\]\s]{1,30}\]:[ \t]+(?=\S[^\n]{0,2000}\n[ \t]*\n(?: {4}|\t)\S)", re.MULTILINE
)
# Where HTML begins or ends a block: the text on both sides is not one running text.
_HTML_BLOCK = regex(
    r"</?(address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|figcaption"
    r"|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|section|summary|table|tbody|td"
    r"|tfoot|th|thead|tr|ul)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
# Rows such as "| Authors | Bo Fei, Mo Far |" of a table about one work.
_FIELDS = frozenset(
    "arxiv author authors author(s) date doi id link paper published submitted title url version "
    "year".split()
) | {"arxiv id", "arxiv identifier", "arxiv link", "arxiv number", "author list", "paper title"}
_ONE_NAME = regex(r"[^:\n*]{3,60}")
# "> [!abstract] On the Form of Things": a box with a title of its own.
_CALLOUT = regex(r"^\s*\[!\w{2,20}\][+-]?[ \t]*(?P<rest>[^\n]*)", re.MULTILINE)
_BOX = frozenset("abstract bibliography cite citation info metadata note quote reference".split())
# "## Paper: On the Form of Things"
_HEADING_LABEL = regex(
    r"^\s*[*_]{0,3}(?:paper|title)(?:\s[0-9]{1,3})?[*_]{0,3}\s*:[*_]{0,3}\s*(?=\S)",
    re.IGNORECASE,
)
# "#### *Authors:* Ada Berg, Bo Fei"
_NAMES_HEADING = regex(r"\s*[*_]{0,3}authors?[*_]{0,3}\s?:[*_]{0,3}\s+(?=\S)", re.IGNORECASE)
_CITES = regex(r"https?:|\barxiv:", re.IGNORECASE)
_LONGEST = 2000  # a longer heading does not consist of names
_BIBTEX = regex(r"^\s*@[A-Za-z]+\s*[{(]", re.MULTILINE)
_DEFINITION = regex(
    r"""^[ ]{0,3}\[(?:([^\[\]\n]{1,300})\]:[ \t]*(?:\n[ \t]*)?|([0-9]{1,3})\][ \t]+)<?(https?://[^\s<>]{1,2000})>?
    (?:[ \t]+(?:"(?P<name>[^"\n]{0,300})"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?[ \t]*$""",
    re.VERBOSE | re.MULTILINE,
)
# "[2506.13585] On the Form of Things - arXiv": what search engines add to the title of a page.
_OF_SITE = regex(rf"\A\[{ARXIV_NUMBER}\]\s+|\s+[-–|]\s+arXiv(?:\.org)?\Z", re.IGNORECASE)


@attrs.frozen
class Block:
    """One run of text, its first line (from 1), and the scopes around it.

    `sections` and `items` are the numbers of the headings, lists and list
    items around it, outermost first; `columns` are the headers of a table row.
    `part` counts the rules ("---") before it.
    """

    text: str
    line: int
    kind: str = "paragraph"
    sections: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    part: int = 0

    @property
    def path(self) -> tuple[int, ...]:
        """All scopes around the block, outermost first."""
        return self.sections + self.items


@attrs.frozen
class Note:
    """The blocks of a note in order, and its link definitions: label to (address, line).

    `names` are the titles of definitions that have one, by address.
    """

    blocks: tuple[Block, ...]
    definitions: dict[str, tuple[str, int]]
    names: dict[str, str]


def split_note(text: str) -> Note:
    """Return the blocks of a Markdown text, without code but BibTeX and lists of papers.

    The fields of front matter are blocks too, if it names a paper.

    The parser gives only the block structure; the text inside a
    block is read by `refcore.markdown.links`. Source: CommonMark 0.31, tables
    as GitHub has them.

    >>> [(block.line, block.text) for block in split_note("# One\\n\\n- two\\n").blocks]
    [(1, 'One'), (3, 'two')]
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    # The parser takes definitions off one by one and copies the rest each time.
    parser.disable("reference")
    walk = _Walk()
    whole, rest = _front_matter(text)
    front, cited = cited_in_front(whole)
    if is_of_publication(front) and not front_matter_fields(front):
        front = f"{front}\nlink: {_only_paper(rest)}"
    rest = with_shown_records(without_comment_marks(with_headings(rest)))
    rest = _SHORT_RULE.sub(_whole_rule, _FOOTNOTE.sub("-   ", rest))
    blocks = [
        Block(f"{field.label}: {field.text}", field.line + 1)
        for field in front_matter_fields(front)
    ]
    blocks += [
        Block(one.text, one.line + 1, items=(_CITED, n - _CITED)) for n, one in enumerate(cited)
    ]
    entry, line = entry_of_front(front)
    blocks += [Block(entry, line + 1, "code")] if entry else []
    blocks += _with_headed_fields(_with_parts(_with_one_list(walk.blocks(parser.parse(rest)))))
    return Note(tuple(blocks), walk.definitions, walk.names)


def _only_paper(text: str) -> str:
    """Return the address of the paper of a text that links one paper only, or "".

    >>> _only_paper("[pdf](https://arxiv.org/pdf/2506.13585v1), https://arxiv.org/abs/2506.13585")
    'https://arxiv.org/abs/2506.13585'
    """
    found = {(match["site"], match["id"]) for match in _PAPER_URL.finditer(text)}
    site, number = found.pop() if len(found) == 1 else ("", "")
    return f"https://{site}/{'abs/' if site == 'arxiv.org' else ''}{number}" if number else ""


def _with_one_list(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks, with items of one author each, one under the other, as one item."""
    found: list[list[Block]] = []
    for block in blocks:
        before = found[-1][0] if found else block
        beside = before.items and before.items[:-1] == block.items[:-1]
        if found and beside and one_author(block.text)[1] and one_author(before.text)[1]:
            found[-1].append(block)
        else:
            found.append([block])
    return [attrs.evolve(run[0], text=one_list([block.text for block in run])) for run in found]


def _with_parts(blocks: list[Block]) -> list[Block]:
    """Return the blocks, with rules ("---") as sections in a note that has no headings."""
    citing = {block.part for block in blocks if _CITES.search(block.text)}
    if len(citing) < 2 or any(block.kind == "heading" for block in blocks):
        return blocks
    # A negative number is no heading's.
    return [attrs.evolve(block, sections=(-1 - block.part,)) for block in blocks]


def _with_headed_fields(blocks: Sequence[Block]) -> Iterator[Block]:
    """Return the blocks, with what is under a heading such as "Title" as one field "Title: …"."""
    number = 0
    while number < len(blocks):
        block = blocks[number]
        if block.kind == "heading" and _is_of_names(blocks, number):
            block = attrs.evolve(block, kind="paragraph", sections=block.sections[:-1])
        label = label_of_heading(block.text) if block.kind == "heading" else ""
        own = _of_heading(blocks[number + 1 : number + 40], block, label) if label else []
        if own:
            field = f"{label}: {', '.join(held.text.strip() for held in own)}"
            yield attrs.evolve(own[0], text=field, sections=block.sections[:-1], items=())
        else:
            yield block
        number += 1 + len(own)


def _is_of_names(blocks: Sequence[Block], number: int) -> bool:
    """Return whether a heading has a label of authors, or names below a heading that cites."""
    block, over = blocks[number], blocks[number - 1] if number else None
    if _NAMES_HEADING.match(block.text):
        return True
    if over is None or over.kind != "heading" or len(over.sections) >= len(block.sections):
        return False
    if not _CITES.search(over.text):
        return False
    names = read_names(block.text) if "," in block.text and len(block.text) < _LONGEST else None
    whole = names is not None and not block.text[names.end :].strip(" .*_")
    return names is not None and whole and surely_names(names)


def _of_heading(blocks: Sequence[Block], heading: Block, label: str) -> list[Block]:
    """Return the paragraph right under a heading, or the short items if they are authors."""
    first = blocks[0] if blocks else heading
    if first.kind != "paragraph" or first.sections != heading.sections:
        return []
    if not first.items:
        return [first]
    listed = [
        *itertools.takewhile(lambda held: held.items[:1] == first.items[:1], blocks),
    ]
    short = all(len(held.items) == 2 and _ONE_NAME.fullmatch(held.text) for held in listed)
    return listed if short and label == "Authors" else []


def _front_matter(text: str) -> tuple[str, str]:
    r"""Return the front matter without its marks, and the rest of a note.

    >>> _front_matter("---\ntitle: On It\n---\nBo Fei")
    ('title: On It', '\n\n\nBo Fei')
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace(CELL, " ")
    match = _FRONT_MATTER.match(text)
    if match is None:
        return "", text
    front = match[0].partition("\n")[2].rstrip().rpartition("\n")[0]
    # Empty lines keep the line numbers of the rest.
    return front, "\n" * match[0].count("\n") + text[match.end() :]


def front_text(text: str) -> str:
    r"""Return the values of the front matter of a note that may name a work or people, one a line.

    >>> front_text("---\ntitle: On It\nspeaker: Bo Fei\ntags: [x]\n---\n")
    'On It\nBo Fei'
    """
    return "\n".join(front_values(_front_matter(text)[0])) if text.startswith("---") else ""


def _whole_rule(match: re.Match[str]) -> str:
    """Return the head of a table with a rule under all of its columns.

    >>> _SHORT_RULE.sub(_whole_rule, "authors | arxiv\\n--- |\\nBo Fei | 2506.13585")
    'authors | arxiv\\n--- | ---\\nBo Fei | 2506.13585'
    """
    columns = match["head"].strip(" |").count("|") + 1
    return f"{match['head']}\n{' | '.join(['---'] * columns)}"


def _callout(match: re.Match[str]) -> str:
    rest = match["rest"].strip()
    return f"**{rest}**" if rest and rest.casefold() not in _BOX and "*" not in rest else ""


def _entries(block: Block) -> list[Block]:
    """Split the lines "[1] …" of one paragraph, as each is a separate entry."""
    starts = [match.start() for match in _ENTRY.finditer(block.text)]
    if block.kind != "paragraph" or len(starts) < 2:
        return [block]
    ends = [*starts[1:], len(block.text)]
    starts[0] = 0
    parts: list[Block] = []
    line = block.line
    for start, end in zip(starts, ends, strict=True):
        text = block.text[start:end]
        parts.append(attrs.evolve(block, text=text, line=line))
        line += text.count("\n")
    return parts


class _Walk:
    """Follows the tokens of the parser and keeps the scopes that are open."""

    def __init__(self) -> None:
        self.count = 0
        self.sections: list[tuple[int, int]] = []
        self.items: list[int] = []
        self.heading = 0
        self.row: list[str] | None = None
        self.columns: tuple[str, ...] = ()
        self.table = 0
        self.head: Block | None = None
        self.has_header = True
        self.in_html = False
        self.opened: list[tuple[str, int]] = []
        self.line = 1
        self.part = 0
        self.definitions: dict[str, tuple[str, int]] = {}
        self.names: dict[str, str] = {}

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        """Return the blocks of a note in order."""
        found: list[Block] = []
        for token in tokens:
            if token.map:
                self.line = token.map[0] + 1
            if token.type == "html_block":
                for block in self._html(token.content):
                    found += _entries(block)
            else:
                for block in self._step(token):
                    found += _entries(block)
        return found

    def _step(self, token: Token) -> Iterator[Block]:
        kind = token.type
        if kind in _STEPS:
            yield from _STEPS[kind](self, token)
        elif kind in _SCOPES:
            self._open(kind, _SCOPES[kind])
        elif kind in _ENDS:
            self._close(_ENDS[kind])

    def _rule(self, _: Token) -> Iterable[Block]:
        self.part += 1
        return ()

    def _begin_heading(self, token: Token) -> Iterable[Block]:
        self._open_heading(int(token.tag[1:]))
        return ()

    def _end_heading(self, _: Token) -> Iterable[Block]:
        self.heading = 0
        return ()

    def _begin_table(self, _: Token) -> Iterable[Block]:
        self._open_table()
        return ()

    def _begin_row(self, _: Token) -> Iterable[Block]:
        self.row = []
        return ()

    def _end_row(self, _: Token) -> Iterable[Block]:
        return self._close_row()

    def _inline(self, token: Token) -> Iterable[Block]:
        return self._text(token.content)

    def _code(self, token: Token) -> Iterator[Block]:
        if _BIBTEX.search(token.content):
            # The first line of a fence is not code.
            self.line += token.type == "fence"
            yield self._block(token.content, "code")
            return
        records = [*listing_entries(token.content)]
        self.count += 1
        listed = -self.count
        for text, line in records or comment_entries(token.content):
            text = with_plain_labels(_BREAK.sub("\n", _BREAK_IN_QUOTES.sub(r'"\1"\n\2', text)))
            block = attrs.evolve(self._block(text, "paragraph"), line=self.line + line)
            self.count += 1
            own = (*self.items, listed, self.count) if len(records) > 1 else block.items
            yield attrs.evolve(block, items=own)

    def _html(self, content: str) -> Iterator[Block]:
        """Split a block of HTML at the tags that begin and end its blocks."""
        content = with_marked_classes(content)
        start, line = 0, self.line
        for match in (*_HTML_BLOCK.finditer(content), None):
            text = content[start : match.start() if match else None]
            self.line = line + len(text) - len(text.lstrip("\n"))
            yield from self._html_text(text)
            if match:
                line += content.count("\n", start, match.end())
                self.line = line
                start = match.end()
                yield from self._tag(match[1].casefold(), closes=match[0][1] == "/")

    def _html_text(self, text: str) -> Iterator[Block]:
        if self.row:
            self.row[-1] = without_pictures(f"{self.row[-1]} {text.strip()}").strip()
        elif text.strip():
            text = with_plain_labels(text)
            yield self._block(text, "heading" if self.heading else "paragraph")

    def _tag(self, name: str, *, closes: bool) -> Iterator[Block]:
        if name in ("tr", "table") and self.row is not None:
            yield from self._close_row()
        if name == "table" and not closes:
            self._open_table(html=True)
        elif name == "tr" and not closes:
            self.row = []
        elif name in ("td", "th") and not closes and self.row is not None:
            self.has_header = self.has_header or name == "th"
            self.row.append("")
        elif name in _HTML_SCOPES:
            self._scope(name, closes=closes)
        elif name == "dl" and closes:
            self._close("dt")
        elif name[0] == "h" and name[1:].isdecimal():
            if closes:
                self.heading = 0
            else:
                self._open_heading(int(name[1:]))

    def _scope(self, name: str, *, closes: bool) -> None:
        """Open or close what a tag such as `li` holds."""
        # A new item ends the one before, whether its end is written or not.
        begun = name != "details" and self.opened and self.opened[-1][0] == name
        # What follows a term belongs to it.
        if (closes and name != "dt") or (begun and not closes):
            self._close(name)
        if not closes and len(self.opened) < _DEEPEST:
            self._open(name, 1)

    def _open(self, name: str, sign: int) -> None:
        """Begin a list or an item; the number of a list is negative, that of an item positive."""
        self.opened.append((name, len(self.items)))
        self.count += 1
        self.items.append(self.count * sign)

    def _close(self, name: str) -> None:
        """End the innermost scope of a name, and what was left open inside it."""
        for index in range(len(self.opened) - 1, -1, -1):
            if self.opened[index][0] == name:
                del self.items[self.opened[index][1] :]
                del self.opened[index:]
                return

    def _open_table(self, *, html: bool = False) -> None:
        self.columns = ()
        self.in_html = html
        self.has_header = not html
        self.count += 1
        self.table = -self.count

    def _open_heading(self, level: int) -> None:
        self.heading = level
        if self.items:
            return
        while self.sections and self.sections[-1][0] >= level:
            self.sections.pop()
        self.count += 1
        self.sections.append((level, self.count))

    def _close_row(self) -> Iterator[Block]:
        cells, self.row = self.row or [], None
        if not cells:
            return
        labels = [_COLUMNS.get(cell.strip(" *_:：").casefold(), cell) for cell in cells]
        folded = tuple(cell.strip(" *_:：").casefold() or "-" for cell in labels)
        is_head = not self.columns and self.has_header
        self.columns = self.columns or (folded if is_head else ("-",) * len(cells))
        self.count += 1
        field: Block | None = None
        if len(cells) == 2 and folded[0] in _FIELDS and folded[1] not in _FIELDS:
            scope = (*self.items, self.table, self.count)
            field = self._block(f"{labels[0].rstrip(' :：')}: {cells[1]}", "paragraph", items=scope)
        if is_head:
            # It is a field too if those below it are.
            self.head = field
            return
        held, self.head = self.head, None
        if field is None:
            scope = (*self.items, self.count)
            yield self._block(CELL.join(cells), "row", items=scope, columns=self.columns)
        else:
            yield from (held, field) if held else (field,)

    def _text(self, content: str) -> Iterator[Block]:
        if self.row is not None:
            if self.in_html and self.row:
                self.row[-1] = without_pictures(f"{self.row[-1]} {content}").strip()
            else:
                self.row.append(without_pictures(content))
            return
        if "]:" in content or "] http" in content:
            content = self._without_definitions(content)
        if content.strip():
            content = with_plain_labels(with_marked_classes(content))
            content = _CALLOUT.sub(_callout, content)
            if self.heading:
                content = _HEADING_LABEL.sub("", content)
            yield self._block(content, "heading" if self.heading else "paragraph")

    def _without_definitions(self, content: str) -> str:
        line, position = self.line, 0

        def take(match: re.Match[str]) -> str:
            nonlocal line, position
            line += content.count("\n", position, match.start())
            position = match.start()
            label = " ".join((match[1] or match[2]).split()).upper()
            self.definitions.setdefault(label, (match[3], line))
            name = _OF_SITE.sub("", match["name"] or "")
            if name and not name.endswith((".", "…")):  # the others are cut short
                self.names.setdefault(match[3], name)
            return "\n" * match[0].count("\n")

        return _DEFINITION.sub(take, content)

    def _block(self, text: str, kind: str, **changes: tuple[Any, ...]) -> Block:
        return Block(
            text,
            self.line,
            kind,
            tuple(number for _, number in self.sections),
            part=self.part,
            **{"items": tuple(self.items), **changes},
        )


# What a token of the parser does; those of scopes are in `_SCOPES`.
_STEPS: Final[dict[str, Callable[[_Walk, Token], Iterable[Block]]]] = {
    "hr": _Walk._rule,
    "heading_open": _Walk._begin_heading,
    "heading_close": _Walk._end_heading,
    "table_open": _Walk._begin_table,
    "tr_open": _Walk._begin_row,
    "tr_close": _Walk._end_row,
    "inline": _Walk._inline,
    "fence": _Walk._code,
    "code_block": _Walk._code,
}

"""The inside of a block: its text, its links, and the works that it mentions."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from refcore.markdown.addresses import address_key, paper_address
from refcore.markdown.blocks import CELL, Block
from refcore.markdown.wraps import SOFT_BREAK, joined_lines
from refcore.model.identifiers import ArxivId, Doi
from refcore.names.running import NameList, read_names
from refcore.names.shape import is_name, is_name_word
from refcore.text.addresses import without_end
from refcore.text.idforms import ANY_ARXIV, ARXIV_ID, DOI_HOST, DOI_PREFIX, OLD_ARXIV, VERSION
from refcore.text.patterns import regex

__all__ = ["Inline", "Link", "Mention", "Readings", "find_mentions", "flatten"]

_ADDRESS = r"(?:<[^<>\n]{0,2000}>|(?:[^\s()<>]|\([^\s()<>]{0,500}\)){0,2000}+)"
_LABEL = r"(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}+\]){0,1000}+"
_TITLE = r"(?:\s+(?:\"[^\"]{0,300}\"|'[^']{0,300}'))?\s*"
_INLINE = regex(
    rf"""
      \\(?P<escaped>[!-/:-@\[-`{{-~])
    | \[!\[(?P<alt>[^\]]{{0,300}}+)\]\({_ADDRESS}{_TITLE}\)\s*\]\((?P<badge>{_ADDRESS}){_TITLE}\)
    | (?P<image>!\[[^\]]{{0,300}}+\]\({_ADDRESS}{_TITLE}\))
    | \[\[(?P<org>https?://[^\[\]\s]{{1,2000}}+)\]\[(?P<named>[^\[\]\n]{{1,400}}+)\]\]
    | \[\[(?:[^\[\]|\n]{{0,200}}+\|)?(?P<wiki>[^\[\]|\n]{{1,200}}+)\]\](?!\()
    | \[(?P<text>{_LABEL})\](?:\((?P<url>{_ADDRESS}){_TITLE}\)|\[(?![^\[\]\n]{{0,80}}https?://)(?P<label>[^\[\]]{{0,300}}+)\])
    | \[(?![^\[\]\n]{{0,80}}https?://)(?P<alone>(?:[^\[\]\\<]|<(?!a\s)|\\.){{1,300}}+)\]
    | `(?P<role>[^`<>]{{1,400}}?)\s?<(?P<target>https?://[^\s<>]{{1,2000}}+)>`_{{1,2}}
    | <(?P<chat>https?://[^\s<>|]{{1,2000}}+)\|(?P<said>[^<>|\n]{{1,400}}+)>
    | <(?P<auto>https?://[^\s<>]{{1,2000}}+)>
    | <a\s[^<>]{{0,500}}?href=["'](?P<href>[^"'<>]{{1,2000}}+)["'][^<>]{{0,500}}+>
      (?P<anchor>[^<]{{0,500}}+)</a>
    | (?P<dropped><sup>[^<]{{0,100}}+</sup>|\$\^\{{?[^$\n]{{0,60}}+\$)
    | (?P<tag></?[a-zA-Z][^<>]{{0,500}}+>)
    | (?P<bare>https?://[^\s<>"`|{CELL}]{{1,2000}}+)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_MAY_LINK = regex(r"[\\\[<$]")
_ENTITY = regex(r"&(?:[a-zA-Z]{2,20}|#[0-9]{2,6}|#x[0-9a-fA-F]{2,6});")
# Tags of emphasis; the spaces inside them go, as no mark of Markdown has any.
_TAGS = (
    (regex(r"<(?:b|strong)(?:\s[^<>]{0,200})?>[ \t]*", re.IGNORECASE), "**"),
    (regex(r"(?<=\S)[ \t]?</(?:b|strong)>", re.IGNORECASE), "**"),
    (regex(r"<(?:i|em|cite)(?:\s[^<>]{0,200})?>[ \t]*", re.IGNORECASE), "*"),
    (regex(r"(?<=\S)[ \t]?</(?:i|em|cite)>", re.IGNORECASE), "*"),
)
# "<a href=…><img src=… alt="Paper"></a>": tags inside a link, which its words have none of.
_TAGGED_LINK = regex(
    r"(?P<open><a\s[^<>]{0,500}>)(?P<inside>[^<]{0,500}<(?!/?a[\s>])[^<>]{0,1000}>"
    r"(?:[^<]{1,500}+|<(?!/?a[\s>])[^<>]{0,1000}>){0,40}+)(?=</a>)",
    re.IGNORECASE,
)
_OF_PAPER = regex(r"//(?:[a-z]{1,20}\.)?(?:arxiv|doi|alphaxiv)\.org/|huggingface\.co/papers/")
_ALT = regex(
    r"<img\s[^<>]{0,900}?\balt=(?:\"([^\"<>]{0,300})\"|'([^'<>]{0,300})')[^<>]{0,900}>", re.I
)
# "<b>On It</b><span>Ada Berg</span><a …>": elements side by side.
_APART = regex(
    r"(</(?:span|div|p|h[1-6]|td|li|strong|b|em|i)>)(?=<(?:span|a|div|p|h[1-6])[\s>])", re.I
)
_TAG = regex(r"<[^<>]{0,1000}>")
# Replaces a line break that does not end a line of the note.
_BREAK = "\x0b"
# "Bo Fei，On It（2024）": marks of Chinese and Japanese between words of other scripts.
_NARROW = {"，": ", ", "、": ", ", "；": "; ", "：": ": ", "（": " (", "）": ") ", "。": ". "}
_LATIN = r"[A-Za-z0-9\u00c0-\u024f.)\]*_\"”]"
_WIDE = regex(rf"(?<={_LATIN})[，、；：（）。]|[，；：（）](?={_LATIN})")
# "Bo Fei<sup>1</sup>&nbsp; Al Go<sup>2</sup>": hard spaces between names, on pages of projects.
_SPACED_MARKS = regex(
    r"</sup>[ \t]{0,20}(?:&(?:nbsp|e[mn]sp);|[\u00a0\u2002\u2003])"
    r"(?:&(?:nbsp|e[mn]sp);|[ \t\u00a0\u2002\u2003]){0,20}+\n?[ \t]{0,20}+(?=[^\W\d_]|<a\s|\[)"
)
# "{#Berg18}" names a place for links, "【51†L60-L69】" is where an answer found something.
_ASIDES = regex(r"\{[#:][\w.#: -]{1,60}\}[^\S\n]?|【[0-9]{1,3}(?::[0-9]{1,3})?†[^【】\n]{0,60}】")
_DASHED = regex(r"\s[–—]\s")
# "「On It」" around words of other scripts.
_CORNERS = regex(r"「([^「」\u3040-\u9fff]{3,400})」|『([^『』\u3040-\u9fff]{3,400})』")
# "'On the Form of It'" and "paper `On the Form of It`": quotation marks of other kinds.
_SINGLE_QUOTES = regex(
    r"(?<![\w'’‘=\"“])['‘](?=[^\W_a-z])([^\n\"“”‘<>\[\]|]{10,250}?)['’]"
    r"(?=[,.;:)\]\n]|\s+[\[(*_–—-]|\s+(?:by|in|from|at|on)\s|(?<=[,.?!].)\s|\s*\Z)"
)
_IN_CODE = regex(
    r"(?<=paper )`([^`\n]{10,200})`|(?<=article )`([^`\n]{10,200})`|(?<=paper: )`([^`\n]{10,200})`",
    re.IGNORECASE,
)
# "Fu _et al._", "`Quill M`_" of reStructuredText, "``code``": marks that set nothing apart.
_MARKED_OTHERS = regex(r"(?<![\w*_])([*_]{1,2})(et\.?\s?al\.?)\1(?![\w*_])", re.IGNORECASE)
_REFERRED = regex(r"(?<![`\w])`([^`<>\n]{1,80})`_{1,2}(?!\w)")
_DOUBLED = regex(r"(?<!`)``([^`\n]{1,200})``(?!`)")
# "``On It,''": quotation marks of LaTeX.
_LATEX_QUOTES = regex(r"``([^`'\n]{3,300}(?:'[^`'\n]{1,100}){0,3})''")
# The image of a badge: what it says of a page is no name.
_BADGE = regex(r"shields\.io|badge|status\.svg|fury\.io", re.IGNORECASE)
# "Fei, B. (2020). On It. · Far, M. (2021). Of It.": entries in one paragraph.
_DATED_ENTRY = regex(r"\((?:19|20)[0-9]{2}[a-z]?\)\.\s")
_ENTRY = 25
_BR = regex(r"<br\b", re.IGNORECASE)
_SPACES = regex(rf"(?=\s)(?:[ \t]*[\n\x0b\x0c]\s*|[^\S\n{CELL}]{{2,}}+|\t)")
# Where a name can begin: rules try many places, and most fail.
_BEFORE_NAME = regex(r"[ \t\n*_]*+")
_PARTING = ",;、·&|\n"
_AND = regex(r"\band\b")
_FIRST_PART = regex(r"[^,;、·&|\n:]+:?")
_NAME_BEGINS = regex(r"['’‘-]?\w[^\s,;:.()]{0,20}")
_ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")
_TRAILING = ".,;:!?'\"*_”’»`"


@attrs.frozen
class Link:
    """A link inside a block: the place of its text, and its address; bare if both are the same."""

    start: int
    end: int
    url: str
    bare: bool = False


@attrs.define
class Readings:
    """How many places of a note may still be read as names, and how many names.

    `is_cut` says that a list was longer than what is read of one.
    """

    left: int
    names: int = 50_000
    is_cut: bool = False

    def take(self) -> bool:
        """Return whether one more place may be read."""
        self.left -= 1
        return self.left >= 0 and self.names > 0

    def note(self, found: NameList | None) -> None:
        """Note what was read at a place."""
        if found is not None:
            self.names -= len(found.names)
            self.is_cut = self.is_cut or found.is_cut


@attrs.frozen
class Inline:
    """The text of a block with links reduced to their text, and the links.

    Marks of emphasis stay in the text, as they help to find titles. All blocks of a note
    share one number of readings.
    """

    text: str
    links: tuple[Link, ...]
    line: int
    newlines: tuple[int, ...]
    readings: Readings | None = attrs.field(default=None, eq=False, repr=False)
    _read: dict[tuple[int, bool, int], NameList | None] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )
    _whole: dict[tuple[int, bool], NameList | None] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    @cached_property
    def folded(self) -> str:
        """The text in lower case, in which rules look for the words that they need."""
        return self.text.casefold()

    @cached_property
    def has_capitals(self) -> bool:
        """Whether a letter is a capital or has no case, as in every certain name."""
        return self.text != self.folded or not self.text.isascii()

    def names(self, start: int = 0, *, lenient: bool = False, stop: int = 0) -> NameList | None:
        """Read the names that begin at an offset, or None if none do; each place is read once.

        `lenient` admits names of one word, for lists that are marked as such.
        If `stop` is given, reading ends there.
        """
        begin = _BEFORE_NAME.match(self.text, start).end()  # type: ignore[union-attr]
        word = _NAME_BEGINS.match(self.text, begin)
        if word is None or not (lenient or is_name_word(word[0])):
            return None
        place = (begin, lenient, stop)
        if place not in self._read:
            if self.readings is not None and not self.readings.take():
                return None
            self._read[place] = (
                self._names_before(begin, lenient, stop) if stop else self._names_at(begin, lenient)
            )
        return self._read[place]

    def names_across(self, begin: int = 0, *, lenient: bool = False) -> NameList | None:
        """Read the names that begin at an offset, whatever lines they are on."""
        place = (begin, lenient)
        if place not in self._whole:
            found = self._whole[place] = read_names(self.text, begin, lenient=lenient)
            if self.readings is not None:
                self.readings.note(found)
        return self._whole[place]

    def _names_at(self, begin: int, lenient: bool) -> NameList | None:
        found = self.names_across(begin, lenient=lenient)
        end = found.end if found is not None else begin
        if found is not None and (cut := self._line_end(begin, end + 80)):
            # Where a line ends after a whole name, the next line is not part of the list.
            found = self._names_before(begin, lenient, cut)
        if found is None:
            return None
        # The list ends with its last word, so that rules see the line break after it.
        end = begin + len(self.text[begin : found.end].rstrip())
        return attrs.evolve(found, end=end)

    def _names_before(self, begin: int, lenient: bool, stop: int) -> NameList | None:
        """Read the names at a place as if the text ended at `stop`."""
        near = max(0, begin - 200)
        found = read_names(self.text[near:stop], begin - near, lenient=lenient)
        if found is None:
            return None
        return attrs.evolve(found, start=found.start + near, end=found.end + near)

    def _line_end(self, begin: int, end: int) -> int:
        """Return the first line break between two whole names that no comma joins, or 0."""
        position = self.text.find("\n", begin, end)
        while position >= 0:
            left = self._last_part(max(begin, position - 80), position)
            right = _FIRST_PART.match(self.text, position + 1)
            if self._is_button(position + 1):
                return position
            if right and right[0][-1] == ":" and len(right[0].split()) < 3:
                return position
            if left and right and len(left.split()) > 1 and len(right[0].split()) > 1:
                return position
            position = self.text.find("\n", position + 1, end)
        return 0

    def _last_part(self, begin: int, end: int) -> str:
        """Return the text behind the last separator of names in a part of the text."""
        start = 1 + max(self.text.rfind(mark, begin, end) for mark in _PARTING)
        joined = [match.start() + 1 for match in _AND.finditer(self.text, start or begin, end)]
        return self.text[max(begin, start, *joined) : end]

    def _is_button(self, start: int) -> bool:
        """Return whether a link of one word begins there, such as "Paper": it is not a name."""
        index = bisect_left(self.links, start, key=lambda link: link.start)
        link = self.links[index] if index < len(self.links) else None
        return link is not None and link.start == start and " " not in self.text[start : link.end]

    def line_at(self, offset: int) -> int:
        """Return the line of the note that contains an offset of the text."""
        return self.line + bisect_right(self.newlines, offset - 1)


def flatten(
    block: Block,
    definitions: Mapping[str, tuple[str, int]],
    readings: Readings | None = None,
    width: int = 0,
) -> Inline:
    """Read the links of a block; `readings` limits how many places are read as names.

    `width` is that at which an editor broke the lines of the note.

    >>> inline = flatten(Block("See [it](https://a.org/x), now.", 1), {})
    >>> inline.text, inline.links
    ('See it, now.', (Link(start=4, end=6, url='https://a.org/x', bare=False),))
    """
    parts: list[str] = []
    links: list[Link] = []
    length = position = 0

    def put(text: str, url: str = "", bare: bool = False) -> None:
        nonlocal length
        if url:
            links.append(Link(length, length + len(text), url, bare))
        parts.append(text)
        length += len(text)

    text = _ASIDES.sub("", _without_comments(joined_lines(block.text, width)))
    text = _with_commas(_without_backslashes(text))
    if "</sup>" in text:
        # A line break stays, so that lines count.
        text = _SPACED_MARKS.sub(lambda match: "</sup>, " + "\n" * match[0].count("\n"), text)
    source = _parted(_narrow(_with_marks(_with_quotes(text))))
    if not _MAY_LINK.search(source) and "://" not in source:
        return _squeezed(_unescape(source), links, block.line, readings)
    for match in _INLINE.finditer(source):
        if match.start() < position:
            continue
        put(_unescape(source[position : match.start()]))
        position = match.end()
        if match["bare"]:
            url = _trim(match["bare"])
            position = match.start() + len(url)
            put(url, url, bare=True)
        else:
            text, url = _piece(match, definitions)
            # A link whose text is an address says no more than the address alone.
            put(text, url, bare=bool(url) and _is_address(text))
    put(_unescape(source[position:]))
    return _squeezed("".join(parts), links, block.line, readings)


def _without_comments(text: str) -> str:
    """Return the text without comments of HTML; their line breaks stay, so that lines count.

    >>> _without_comments("Bo <!-- mine --> Fei")
    'Bo  Fei'
    """
    parts: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        parts += [text[position:start], "\n" * text.count("\n", start, end)]
        position = end + 3
    return "".join([*parts, text[position:]])


def _without_backslashes(text: str) -> str:
    r"""Return the text without the backslashes that break a line.

    >>> _without_backslashes("Bo Fei\\\nMo Far")
    'Bo Fei\nMo Far'
    """
    return text.replace("\\\n", "\n") if "\\\n" in text else text


def _with_commas(text: str) -> str:
    """Return the text with commas in lines that are names with dashes between them.

    So with semicolons where a space before a comma parts the names.

    >>> _with_commas("Bo Fei — Mo Far — Al Go")
    'Bo Fei, Mo Far, Al Go'
    >>> _with_commas("*Berg, Ada , Fei, Bo , Far, Mo*")
    '*Berg, Ada; Fei, Bo; Far, Mo*'
    """
    if " , " in text and _SPACED.search(text):
        text = _SPACED.sub(lambda match: match[0].replace(" , ", "; "), text)
    if not _DASHED.search(text):
        return text
    lines = text.split("\n")
    for place, line in enumerate(lines):
        parts = _DASHED.split(line.strip())
        if len(parts) > 1 and all(len(part.split()) > 1 and is_name(part) for part in parts):
            lines[place] = ", ".join(parts)
    return "\n".join(lines)


def _parted(text: str) -> str:
    """Return a text with breaks for the dots between entries, each of which has its year.

    >>> entry = "Fei, B. (2020). On the Form of Things and Other Ones. *Acta Lamps*, 12, 3."
    >>> _parted(f"{entry} · {entry}").count(_BREAK), _parted("On It · ACL (2020) · 2020")
    (1, 'On It · ACL (2020) · 2020')
    """
    parts = text.split(" · ") if " · " in text else []
    whole = len(parts) > 1 and all(len(x) > _ENTRY and _DATED_ENTRY.search(x) for x in parts)
    return f" {_BREAK}".join(parts) if whole else text


def _narrow(text: str) -> str:
    """Return the text with marks of full width as those of other scripts beside their letters.

    >>> _narrow("Bo Fei，On It（2024）")
    'Bo Fei, On It (2024) '
    """
    if text.isascii():
        return text
    if "「" in text or "『" in text:
        text = _CORNERS.sub(r"“\1\2”", text)
    return _WIDE.sub(lambda match: _NARROW[match[0]], text) if _WIDE.search(text) else text


def _with_quotes(text: str) -> str:
    """Return the text with double quotes for single ones, and for code behind "paper", if long.

    Marks around "et al." and those of references of reStructuredText go.

    >>> _with_quotes("See 'On the Form of It' (2020), Bo's 'aim'.")
    "See “On the Form of It” (2020), Bo's 'aim'."
    >>> _with_quotes("`Fei B`_ _et al._, ``code``")
    'Fei B et al., `code`'
    """
    if "et" in text and ("*" in text or "_" in text):
        text = _MARKED_OTHERS.sub(r"\2", text)
    if "``" in text and "''" in text:
        text = _LATEX_QUOTES.sub(r"“\1”", text)
    if "`" in text:
        text = _DOUBLED.sub(r"`\1`", _REFERRED.sub(r"\1", text))
    if "'" in text or "‘" in text:
        text = _SINGLE_QUOTES.sub(_double, text)
    return _IN_CODE.sub(_double, text) if "`" in text else text


def _double(match: re.Match[str]) -> str:
    inner = match[0][1:-1]
    return f"“{inner}”" if len(inner.split()) > 2 else match[0]


def _with_marks(text: str) -> str:
    """Return the text with the marks of Markdown for emphasis that is set in HTML.

    >>> _with_marks("<b>On It</b>")
    '**On It**'
    """
    if "<" not in text:
        return text
    text = _APART.sub(r"\1 ", text)
    for pattern, mark in _TAGS:
        text = pattern.sub(mark, text)
    return _TAGGED_LINK.sub(_without_tags, text) if "<a" in text else text


def _without_tags(match: re.Match[str]) -> str:
    """Return a link of HTML to a paper whose words have no tags; the line breaks in these stay.

    >>> link = '<a href="https://arxiv.org/abs/2506.13585"><img src="y" alt="Paper"></a>'
    >>> _TAGGED_LINK.sub(_without_tags, link)
    '<a href="https://arxiv.org/abs/2506.13585">Paper</a>'
    """
    if not _OF_PAPER.search(match["open"]):
        return match[0]
    words = _ALT.sub(lambda image: f"{image[1] or image[2] or ''} ", match["inside"])
    words = _TAG.sub(lambda tag: " " + "\n" * tag[0].count("\n"), words)
    lost = match["inside"].count("\n") - words.count("\n")
    return f"{match['open']}{words.strip(' ')}" + "\n" * lost


def _squeezed(
    text: str, links: Sequence[Link], line: int, readings: Readings | None = None
) -> Inline:
    """Return the text with one space for each run of spaces, so that rules scan no long runs.

    At most two line breaks follow each other; those that go are still counted as lines.
    """
    parts: list[str] = []
    moves: list[tuple[int, int]] = []
    newlines: list[int] = []
    length = position = 0
    for match in _SPACES.finditer(text):
        breaks = match[0].count("\n")
        kept = breaks + match[0].count(SOFT_BREAK)
        breaks = min(breaks, 2) or (_BREAK in match[0])
        parts += [text[position : match.start()], "\n" * breaks or " "]
        length += match.start() - position
        newlines += [length + min(number, 1) for number in range(kept)]
        length += breaks or 1
        position = match.end()
        moves.append((position, position - length))
    parts.append(text[position:])
    length += len(text) - position
    ends = [end for end, _ in moves]

    def moved(offset: int) -> int:
        index = bisect_right(ends, offset) - 1
        place = offset - moves[index][1] if index >= 0 else offset
        # An offset inside a run of spaces moves to the end of the run at most.
        following = moves[index + 1] if index + 1 < len(moves) else (len(text), len(text) - length)
        return min(place, following[0] - following[1])

    kept_links = tuple(attrs.evolve(x, start=moved(x.start), end=moved(x.end)) for x in links)
    return Inline("".join(parts), kept_links, line, tuple(newlines), readings)


def _piece(match: re.Match[str], definitions: Mapping[str, tuple[str, int]]) -> tuple[str, str]:
    if match["escaped"]:
        return match["escaped"], ""
    if match["badge"] is not None:
        url, alt = match["badge"].strip("<>"), match["alt"]
        is_badge = bool(_BADGE.search(match[0])) and "`" not in alt and alt.strip()
        return (f"`{alt}`" if is_badge and not _OF_PAPER.search(url) else alt), url
    if match["org"]:
        # "[[https://arxiv.org/abs/2506.13585][On It]]", as Org mode sets links.
        return _unescape(match["named"].strip()), match["org"]
    if match["wiki"] is not None:
        # "[[@berg2024]]" is a citation key, and no text.
        wiki = match["wiki"].strip()
        return "" if wiki.startswith("@") else wiki, ""
    if match["role"]:
        # "`On It <https://arxiv.org/abs/2506.13585>`_", as reStructuredText sets links.
        return _unescape(" ".join(match["role"].split())), match["target"]
    if match["chat"]:
        # "<https://arxiv.org/abs/2506.13585|On It>", as chats export links.
        return _unescape(match["said"].strip()), match["chat"]
    if match["auto"]:
        return match["auto"], match["auto"]
    if match["href"]:
        return _unescape(match["anchor"]), html.unescape(match["href"])
    if match["text"] is not None or match["alone"] is not None:
        return _bracketed(match, definitions)
    # Dropped text keeps its line breaks, so that lines can be counted.
    breaks = match[0].count("\n")
    return ("\n" * breaks or (_BREAK if _BR.match(match[0]) else "")), ""


def _bracketed(match: re.Match[str], definitions: Mapping[str, tuple[str, int]]) -> tuple[str, str]:
    text = _ESCAPED.sub(r"\1", _unescape(match["text"] or match["alone"] or ""))
    if match["url"] is not None:
        url = html.unescape(match["url"].strip("<>"))
        # "On Ithttps://a.org/b", as a page is copied with its address.
        copied = url.startswith("http") and text.endswith(url)
        return (text.removesuffix(url).rstrip() or text) if copied else text, url
    label = " ".join((match["label"] or match["text"] or match["alone"] or "").split()).upper()
    target = definitions.get(label)
    if target:
        return text, target[0]
    return match[0], ""


def _is_address(text: str) -> bool:
    return bool(re.match(r"\s*(?:https?://|www\.)[^\s]+\s*\Z", text))


def _unescape(text: str) -> str:
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda match: html.unescape(match[0]).replace("\n", " "), text)


def _trim(url: str) -> str:
    return without_end(url, _TRAILING, ")]}")


@attrs.frozen(slots=False)
class Mention:
    """One place where a work is named by id, DOI or address.

    `fault` says what is wrong with an impossible id, which is then kept in
    `written`; `text` is the text of the link, empty for a bare id or address.
    `page` says that its entry cites the paper by the address of its page alone.
    """

    block: int
    start: int
    end: int
    line: int
    arxiv: ArxivId | None = None
    doi: Doi | None = None
    url: str = ""
    text: str = ""
    written: str = ""
    fault: str = ""
    page: bool = False

    @cached_property
    def is_paper(self) -> bool:
        """Whether a paper is named: by an arXiv id (even a wrong one), a DOI or its page."""
        return self.page or self.arxiv is not None or self.doi is not None or bool(self.fault)

    @cached_property
    def identity(self) -> tuple[str, str]:
        """The work that is meant, apart from the version of a paper."""
        if self.arxiv is not None:
            return "arxiv", self.arxiv.bare
        if self.doi is not None:
            return "doi", self.doi.name.casefold()
        if self.fault:
            return "fault", self.written.casefold()
        return "url", address_key(self.url)


_IN_TEXT = regex(
    rf"""(?:(?<!\w)(?=[acdghmnq1])|(?=\[))(?:
      (?<![\w/.-])(?:arxiv|corr)[*_\s,;:]{{1,6}}(?:(?:19|20)[0-9]{{2}}[*_\s,;:]{{1,6}})?(?:vol(?:ume|\.)?\s{{0,2}})?abs/
      (?P<abs>{ARXIV_ID}|{OLD_ARXIV})(?![\w/])
    | (?<![\w/.-])arxiv[*_,]?\s+(?:19|20)[0-9]{{2}}[*_]{{0,3}}[;,:]\s{{1,3}}
      (?P<dated>{ARXIV_ID})(?![\w/])
    |
      (?<![\w/.-])arxiv(?:\s+(?:preprint|id|identifier|number))?[*_`]{{0,3}}
      (?:\s*:\s*(?:arxiv\s*:\s*)?|\s+|\.org/(?:abs|pdf|html)/)
      [*_`]{{0,3}}\s?[`(]?(?P<arxiv>[0-9]{{3,}}\.?[0-9]*+(?:v[0-9]+)?+
        |[a-z]{{2,9}}(?:-[a-z]{{2,4}})?(?:\.[a-z-]{{2,9}})?/[0-9]{{3,}}+(?:v[0-9]+)?+)
    | (?<![\w/.:-])(?P<old>(?:hep-(?:ex|lat|ph|th)|astro-ph|cond-mat|gr-qc|quant-ph|nucl-(?:ex|th)
      |math(?:-ph|\.[A-Z]{{2}})?|q-bio|alg-geom)/[0-9]{{7}}{VERSION})(?![\w/])
    | \[(?P<bracket>(?:0[7-9]|[1-4][0-9])(?:0[1-9]|1[0-2])\.[0-9]{{4,5}}{VERSION})\]
    | (?<![\w./-])(?:doi\s*+[:=]?[*_]{{0,3}}\s*+|{DOI_HOST})?
      (?P<doi>{DOI_PREFIX}/[^\s<>"|\x1f]{{1,300}}+))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Each id has one of these beside it, or in it, and three digits in a row.
_SIGNS = ("arxiv", "corr", "10.", "/", "[")
_NUMBER = regex(r"[0-9]{3}")
# "arXiv 2024" and "arXiv 2025.05" say when; ids begin with the last two digits of the year.
_MONTH = regex(
    r"(?:19|20)[0-9]{2}(?:[./-](?:0?[1-9]|1[0-2])(?:[./-][0-9]{1,2})?)?(?![0-9]|\.?[0-9]|/[0-9])"
)
# "10.1145/3292500[12]": the mark of a note after a DOI.
_FOOTNOTE = regex(r"(?<=[0-9a-z])\[[0-9]{1,3}(?:[,–-][0-9]{1,3}){0,5}\]\Z", re.IGNORECASE)
# "Berg, Ada , Fei, Bo": the commas between people have a space before them.
_FILED = r"[^\W\d_][\w'’ -]{0,30},\s[^\W\d_](?:[\w.'’ -]{0,30}[\w.])?"
_SPACED = regex(rf"{_FILED}(?:\s,\s{_FILED}){{1,60}}")
_CELL_ID = regex(rf"\s*\[?({ANY_ARXIV})\]?\s*", re.IGNORECASE)


def find_mentions(inline: Inline, number: int, block: Block) -> list[Mention]:
    """Return the works that a block mentions, in order; `number` is that of the block."""
    found = [mention for link in inline.links if (mention := _of_link(link, inline, number))]
    covered = [(link.start, link.end) for link in inline.links]
    found += _of_text(inline, number, covered)
    found += _of_cells(inline, number, block, covered)
    return sorted(found, key=lambda mention: (mention.start, mention.end))


_WHOLE_DOI = regex(rf"(?:doi:\s?)?({DOI_PREFIX}/[^\s,;]+?)\.?", re.IGNORECASE)


def _of_link(link: Link, inline: Inline, number: int) -> Mention | None:
    if not re.match(r"https?://[^/\s]", link.url, re.IGNORECASE):
        return None
    text = "" if link.bare else inline.text[link.start : link.end]
    place = (number, link.start, link.end, inline.line_at(link.start))
    url = "".join(link.url.split())
    kind, written = paper_address(url)
    if kind == "arxiv":
        return _arxiv(place, written, text, url)
    # A DOI that is written out goes before that of the page which it leads to.
    shown = _WHOLE_DOI.fullmatch(text.strip())
    other = shown is not None and shown[1].casefold() != written.casefold()
    if kind == "doi" and not other:
        return _doi(place, written, text, url)
    return Mention(*place, url=url, text=text)


def _of_text(inline: Inline, number: int, covered: list[tuple[int, int]]) -> Iterator[Mention]:
    starts = [start for start, _ in covered]
    may_name = _NUMBER.search(inline.text) and any(sign in inline.folded for sign in _SIGNS)
    for match in _IN_TEXT.finditer(inline.text) if may_name else ():
        if _inside(match.start(), starts, covered):
            continue
        place = (number, match.start(), match.end(), inline.line_at(match.start()))
        if match["arxiv"] and _MONTH.match(inline.text, match.start("arxiv")):
            continue
        if (
            written := match["abs"]
            or match["dated"]
            or match["arxiv"]
            or match["old"]
            or match["bracket"]
        ):
            yield _arxiv(place, written.rstrip("."), "", "")
        elif mention := _doi(place, _FOOTNOTE.sub("", _trim(match["doi"])), "", ""):
            yield mention


def _of_cells(
    inline: Inline, number: int, block: Block, covered: list[tuple[int, int]]
) -> Iterator[Mention]:
    starts = [start for start, _ in covered]
    start = 0
    for column, cell in zip(block.columns, inline.text.split(CELL), strict=False):
        match = _CELL_ID.fullmatch(cell) if "arxiv" in column else None
        if match and not _inside(start + match.start(1), starts, covered):
            place = (number, start, start + len(cell), inline.line_at(start))
            yield _arxiv(place, match[1], "", "")
        start += len(cell) + 1


def _inside(offset: int, starts: list[int], covered: list[tuple[int, int]]) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < covered[index][1]


def _arxiv(place: tuple[int, int, int, int], written: str, text: str, url: str) -> Mention:
    try:
        return Mention(*place, arxiv=ArxivId.parse(written), text=text, url=url, written=written)
    except ValueError as error:
        # A version of thousands of digits is not an InvalidIdentifier, but no number either.
        return Mention(*place, text=text, url=url, written=written, fault=str(error))


def _doi(place: tuple[int, int, int, int], written: str, text: str, url: str) -> Mention | None:
    if written.casefold().startswith("10.48550/arxiv."):
        return _arxiv(place, written[len("10.48550/arxiv.") :], text, url)
    try:
        return Mention(*place, doi=Doi.parse(written), text=text, url=url, written=written)
    except ValueError:
        return Mention(*place, url=url, text=text) if url else None

"""Author lists in running text: before a title, behind it, after "by", with "et al."."""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from refcore.markdown.entries import entry_title
from refcore.markdown.filed import surnames_with_year
from refcore.markdown.links import Inline, Mention
from refcore.markdown.lists import NameList, read_names, surely_names
from refcore.model.people import Group, Person
from refcore.names.plain import parse_name

__all__ = ["Kind", "prose_lists"]


class Kind(enum.IntEnum):
    """How a list is marked as one, the weakest first."""

    SOME = -1  # some of the authors, in no certain order: "Key authors: A, B"
    SHORT = 0  # "Vaswani et al."
    BEHIND = 1  # the names behind a title or link: "[T](…) — A, B and C"
    OPENING = 2  # the names before a title, as in a list of references
    BY = 3  # "by A, B and C"
    WHOLE = 4  # a block or line of nothing but names
    MARKED = 5  # under a label, a heading or a sentence that says "authors"


# The end of a link or an id is marked so in the text that is searched.
_LINK_END = "\x02"
_CREDITS = (
    "authored|described|developed|introduced|presented|proposed|published|released|written|created"
)
_CREDITED = re.compile(rf"^(?:{_CREDITS})\W*\Z", re.IGNORECASE)
_BY = re.compile(
    rf"""(?:^|["”*_)\]\n\x1f,(]|\b(?:paper|report|article|preprint|work|study|survey|book
    |{_CREDITS})|\x02)
    \s{0, 9}[,(–—-]?\s{0, 9}\b(?:(?:written|authored)\s+)?by\s+""",
    re.VERBOSE | re.IGNORECASE,
)
_ANY_BY = re.compile(r"(?P<before>[^\s]{0,30})\s{1,9}by\s+", re.IGNORECASE)
# What people do to a paper, or make about it, without being its authors.
_DONE_BY = re.compile(
    r"(?:\w{2,}ed|led|built|made|run|held|won|taken|given|and|or|as|blog|commentary|coverage"
    r"|guide|interview|lecture|newsletter|podcast|post|review|summary|talk|thread|tutorial"
    r"|video)\W*\Z|\b(?:on|upon|from|extends?|follows|following|prior|previous|earlier|related)"
    r"\s+(?:\w+\s+){0,2}(?:ideas|papers?|research|results?|stud(?:y|ies)|work)\W*\Z",
    re.IGNORECASE,
)
_ARE = re.compile(
    r"\bauthors\b(?:(?!\.\s)[^;\n]){0,120}?\s(?:are|were)(?:,?\s+in\s+order)?\s*[,:]?\s+",
    re.IGNORECASE,
)
# "MiniMax-M1 (Chen, A.; Li, A.; et al.)"
_ITS_NAME = re.compile(r"[\s*_\"”’)\]–—:,-]{0,9}(?:[^\W_a-z][\w.‑-]{0,40}\s*){0,3}")
_PARENTHESIS = re.compile(r"\(\s*(?=[^\W\d_a-z])")
# "…: authors A, B and others" without a colon, at the start of a phrase.
_AUTHORS = re.compile(
    r"(?:^|[:;(,—–|\x1f\x02)]|\s-)\s{0,9}[*_]{0,9}(?:[Tt]he\s+)?[Aa]uthors?[*_]*\s+(?=[^\W\d_a-z])",
    re.MULTILINE,
)
# "The list of authors starts with A, B and C."
_STARTS = re.compile(
    r"\b(?:list|authors)\b(?:(?!\.\s)[^;\n]){0,120}?\b(?:starts|begins|starting|beginning)\s+with\s+",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\s*(?:\[\^?[\w-]{1,20}\]:?\s*|\(?[0-9]{1,3}[.)]\s+)?")
_BEFORE_ID = re.compile(r"\s*[(\[]?\s*(?:arxiv|doi|https?:|[0-9]{4}\b)", re.IGNORECASE)
_OPENED = re.compile(r"[\s,.:;*_—–-]*[(\[]?\s*")
_ET_AL = re.compile(r"\bet\s+al\b")
_WORD = re.compile(r"[^\s,;()\[\]*_]+")
_BOUND = re.compile(
    r"""[:"“”«»|?!<>\x1f()\[\]—–]|(?<![\s.,(-][^\W\d_])(?<!\bal)\.\s|\n\s*\n|\bby\s""", re.VERBOSE
)
_AFTER_PREFIX = re.compile(
    r"""\s*[.,:]?\s*(?:\(?\[?[0-9]{4}\b|["“«*_\x02]|\.\s+[A-Z]|(?:first\s+)?(?:introduc|propos|present
    |show|describ|wrote|publish|stud(?:y|ied)|develop|demonstrat|investigat|report|train))
    |(?<=\.)\s+[A-Z0-9]|:\s+[A-Z0-9]""",
    re.VERBOSE,
)
# What stands between a title, link or id and the names behind it.
_BEHIND = re.compile(
    r"""["”»*_)\]\x02][)\]*_"”»]{0,9}(?:\s*[(\[](?:19|20)[0-9]{2}[)\]])?
    (?:\s*(?P<sign>[—–:|·•]|--?(?=\s)|\()\s*|(?P<weak>[.,;]?(?:\s|\\\n)\s*))
    (?=[*_]*[^\W\d_a-z])""",
    re.VERBOSE,
)
_ENDS = re.compile(
    r"[\s*_)\]…]*(?:\Z|\n|[.;(\[|\x1f—–:]|,\s*[(\[]?(?:[0-9]{4}|arxiv|doi)|\s-\s)", re.I
)


def prose_lists(inline: Inline, mentions: Sequence[Mention]) -> Iterator[tuple[Kind, NameList]]:
    """Give the author lists in a block of text that mentions works, in no certain order."""
    text = inline.text
    opening = _opening(inline, mentions)
    if opening:
        yield Kind.OPENING, opening
    marked = _with_ends(inline, mentions)
    yield from ((Kind.WHOLE, names) for names in _starting(text, marked))
    yield from ((Kind.BY, names) for names in _after_by(text, marked, mentions))
    yield from ((Kind.BEHIND, names) for names in _behind(text, marked, mentions))
    yield from ((Kind.BEHIND, names) for names in _in_parentheses(text, mentions))
    yield from ((Kind.SHORT, names) for names in _short(inline))
    for surnames, start, end in surnames_with_year(text):
        found = tuple(parse_name(surname) for surname in surnames)
        yield Kind.SHORT, NameList(found, False, start, end)


def _opening(inline: Inline, mentions: Sequence[Mention]) -> NameList | None:
    text = inline.text
    start = _LEAD.match(text)
    begin = start.end() if start else 0
    if any(link.start <= begin < link.end for link in inline.links[:2]):
        return None
    names = read_names(text, begin)
    if names and _opens(text, names):
        return names
    return _lone_group(text, begin, mentions)


def _opens(text: str, names: NameList) -> bool:
    first = names.names[0]
    if text[max(0, names.start - 1)] in "*_" and not surely_names(names):
        return False
    sure = len(names.names) > 1 or bool(names.others) or (isinstance(first, Person) and first.given)
    return bool(sure) and bool(names.others or _AFTER_PREFIX.match(text, names.end))


def _lone_group(text: str, begin: int, mentions: Sequence[Mention]) -> NameList | None:
    """Read "OpenAI. GPT-4 Technical Report. arXiv:…"."""
    names = read_names(text, begin)
    paper = next((mention for mention in mentions if mention.is_paper), None)
    if names is None or paper is None or len(names.names) != 1:
        return None
    if not isinstance(names.names[0], Group) or paper.start < names.end:
        return None
    return names if entry_title(text, names.end, paper.end if paper.text else paper.start) else None


def _with_ends(inline: Inline, mentions: Sequence[Mention]) -> str:
    """The text with a mark in the place of the last letter of each link and id."""
    parts: list[str] = []
    position = 0
    places = {(link.start, link.end) for link in inline.links}
    for start, end in sorted(places | {(mention.start, mention.end) for mention in mentions}):
        if end > position and end > start:
            parts += [inline.text[position : end - 1], _LINK_END]
            position = end
    return "".join([*parts, inline.text[position:]])


def _after_by(text: str, marked: str, mentions: Sequence[Mention]) -> Iterator[NameList]:
    sure = {match.end() for match in _BY.finditer(marked)}
    starts = [mention.start for mention in mentions]
    begins = {match.end() for match in _ANY_BY.finditer(marked)}
    begins |= sure | {match.end() for match in _ARE.finditer(marked)}
    begins |= {match.end() for match in _AUTHORS.finditer(marked)}
    read = 0
    for begin in sorted(begins):
        names = read_names(text, begin) if begin >= read else None
        if names is None:
            continue
        # "used by Bo Fei" makes no author, "GPT-3 by Bo Fei (arXiv:…)" does.
        before = marked[max(0, begin - 60) : begin].rstrip()[:-2].rstrip()
        done = _DONE_BY.search(before)
        if done and not (begin in sure and _CREDITED.search(done[0])):
            continue
        if (
            begin in sure
            or _BEFORE_ID.match(text, names.end)
            or _meets(text, names.end, starts)
            or surely_names(names)
        ):
            read = names.end
            yield names


def _starting(text: str, marked: str) -> Iterator[NameList]:
    """Read what is said to be the first names of a list."""
    for match in _STARTS.finditer(marked):
        names = read_names(text, match.end())
        if names is not None:
            yield attrs.evolve(names, others=names.others or True)


def _meets(text: str, end: int, starts: Sequence[int]) -> bool:
    """Whether a work is mentioned right behind a place."""
    match = _OPENED.match(text, end)
    index = bisect_left(starts, end)
    return bool(match) and index < len(starts) and starts[index] <= match.end()  # type: ignore[union-attr]


def _behind(text: str, marked: str, mentions: Sequence[Mention]) -> Iterator[NameList]:
    papers = [mention for mention in mentions if mention.is_paper]
    between = range(papers[0].end, papers[-1].start) if papers else range(0)
    read = 0
    for match in _BEHIND.finditer(marked):
        if match.end() < read:
            continue
        # A list between two works is the second's, unless a sign says otherwise.
        if match["weak"] is not None and between.start <= match.end() < between.stop:
            continue
        names = read_names(text, match.end())
        # "**Reviewed by:** Bo Fei" has a label of its own before the names.
        labelled = text[max(0, match.start() - 3) : match.start() + 1].rstrip("*_ ").endswith(":")
        if names is None or labelled or not surely_names(names):
            continue
        if names.others or _ENDS.match(text, names.end):
            read = names.end
            yield names


def _in_parentheses(text: str, mentions: Sequence[Mention]) -> Iterator[NameList]:
    """Read lists that fill a parenthesis behind a work or its name, if they say what they are."""
    ends = sorted(mention.end for mention in mentions if mention.is_paper)
    for match in _PARENTHESIS.finditer(text):
        index = bisect_left(ends, match.start() + 1) - 1
        if index < 0 or not _ITS_NAME.fullmatch(text, ends[index], match.start()):
            continue
        names = read_names(text, match.end())
        if names is None or not surely_names(names):
            continue
        # The mark of an elision takes the closing parenthesis with it.
        closed = text[names.end - 1] == ")" or re.compile(r"\s*\)").match(text, names.end)
        marked = names.others or ";" in text[match.end() : names.end]
        if closed and marked and len(names.names) + bool(names.others) > 1:
            yield names


def _short(inline: Inline) -> Iterator[NameList]:
    """Read "Vaswani et al.", whatever stands before the name in the sentence."""
    text = inline.text
    bounds = [match.end() for match in _BOUND.finditer(text)]
    bounds = sorted({*bounds, *(link.start for link in inline.links)})
    read = 0
    for match in _ET_AL.finditer(text):
        index = bisect_left(bounds, match.start()) - 1
        begin = max(read, bounds[index] if index >= 0 else 0)
        read = match.end()
        names = _ending_at(text, begin, match.end())
        if names:
            yield names


def _ending_at(text: str, begin: int, end: int) -> NameList | None:
    """Read the list that reaches up to `end`, from its first name behind `begin` on."""
    for word in _WORD.finditer(text, begin, end):
        if word.start() < begin or (word[0][0].islower() and not word[0][:2].isalpha()):
            continue
        names = read_names(text, word.start())
        if names is None:
            continue
        if names.others and names.end >= end:
            return names
        # The list breaks off there wherever it begins.
        begin = max(begin, names.end)
    return None

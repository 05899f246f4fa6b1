"""A block of an entry as segments: names, titles, dates, venues, links and prose, in order.

A block is cut once, at its marks: emphasis, quotes, brackets, links, dashes,
full stops and line breaks. Ordered rules then say what each segment is.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from refcore.markdown.blocks import CELL
from refcore.markdown.filed import opening_surnames
from refcore.markdown.links import Inline, Mention
from refcore.markdown.lists import NameList, surely_names
from refcore.markdown.titles import GENERIC, clean, is_generic, is_venue, words_of
from refcore.markdown.venues import is_date, is_venue_or_date
from refcore.model.people import Person
from refcore.names.plain import parse_name

__all__ = ["Role", "Segment", "Style", "segments"]


class Role(enum.Enum):
    """What a segment is."""

    NAMES = "names"
    NAME = "one name"  # authors only if nothing else names them
    TITLE = "title"
    LINK = "link"  # "[pdf]", "code"
    META = "date or venue"
    PLACE = "affiliation"
    LABEL = "label"  # "Authors:"
    PROSE = "prose"


class Style(enum.Enum):
    """How a segment is set."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    QUOTED = "quoted"
    BRACKET = "bracket"
    CODE = "code"
    LINK = "link"


@attrs.frozen
class Segment:
    """A piece of a block: what it is, how it is set, and the paper that it links."""

    role: Role
    style: Style
    text: str
    start: int
    end: int
    names: NameList | None = None
    linked: Mention | None = None


@attrs.frozen
class _Unit:
    """A marked piece of a block, before it is known what it is."""

    style: Style
    start: int
    end: int


_MARKS = (
    (Style.BOLD, re.compile(r"(?<![\w*])(\*{2,3})(?=[^\s*])[^*]{1,400}?(?<=[^\s*])\1(?![\w*])")),
    (Style.BOLD, re.compile(r"(?<![\w_])(_{2,3})(?=[^\s_])[^_]{1,400}?(?<=[^\s_])\1(?![\w_])")),
    (Style.ITALIC, re.compile(r"(?<![\w*])\*(?=[^\s*])[^*]{1,900}?(?<=[^\s*])\*(?![\w*])")),
    (Style.ITALIC, re.compile(r"(?<![\w_])_(?=[^\s_])[^_]{1,900}?(?<=[^\s_])_(?![\w_])")),
    (Style.QUOTED, re.compile(r"\"[^\"\n]{3,400}\"|“[^”]{3,400}”|«[^»]{3,400}»")),
    (Style.BRACKET, re.compile(r"\[[^\[\]\n]{0,300}\]|\([^()\n]{0,300}\)")),
    (Style.CODE, re.compile(r"`[^`\n]{1,200}`")),
)
_SKIP = re.compile(r"(?:\s*\(?[0-9]{1,3}[.)]\s+(?=\S))?[\s,.;:|·•—–/&~\\\[\]()*_\-\x1f]+")
# Where a plain segment ends: a stop that is no initial's, a dash, a line break.
_CUT = re.compile(
    rf"(?<![\s.(][^\W\d_])(?<!\b[Vv]s)(?<!\bal)(?<!\bPh\.D)[.?!](?=\s|\Z)"
    rf"|\s[—–|·•](?=\s)|—|\s-{{1,2}}(?=\s)|[\n{CELL}]|\s(?=https?:)"
)
_PLACE = re.compile(
    r"\b(?:universit\w*|institut\w*|laborator\w*|labs?|college|school|department|academy|research"
    r"|inc|corp|ltd|gmbh|google|deepmind|microsoft|meta|facebook|openai|nvidia|amazon|apple|alibaba"
    r"|tencent|baidu|bytedance|huawei|ibm|intel|adobe|samsung|mit|eth|epfl|inria|cmu|ucla|ucsd|uc"
    r"|kaist|cnrs|hospital|centre|center|foundation|company|group|team|ai)\b",
    re.IGNORECASE,
)
_LABEL_END = re.compile(r"[^\n]{0,3}?[:：][*_]{0,3}\s?(?<=[:：*_\s])|[^\n]{3}\s?[:：]")
_WORD_BEFORE = re.compile(r"\w[\w,'’-]*\s\Z")
_NAMES_END = re.compile(
    r"[\s*_)\]…]*(?:\Z|\n|[.;:(\[|\x1f—–·\"“«]|,?\s*[(\[*_\"“]|,\s*(?:(?:19|20)[0-9]{2}|arxiv|doi)"
    r"|,\s*[A-Z][A-Za-z&-]{1,12}\s?['’]?[0-9]{2}|\s-\s|\s(?:19|20)[0-9]{2}\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[\s*_]*[^\W\d_][^:：\n]{0,30}[\s*_]*[:：]")
_BY = re.compile(r"\bby\s+[^\W\d_a-z]")
# "¹ETH Zürich": a footnote to the names.
_NUMBERED = re.compile(
    r"[\u00b2\u00b3\u00b9\u2070-\u2079*†‡§]|[0-9]\s?[^\W\d].*" + _PLACE.pattern, re.IGNORECASE
)
_SAYS_AUTHORS = re.compile(r"\b(?:authors?|written|people)\b", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_ELIDED = re.compile(r"\bet\.?\s?al\b")
_PROSE = re.compile(
    r"(?:this|these|we|it|they|our|here|in this|you|i|there|see|if|note|as|while|although)\b",
    re.IGNORECASE,
)


def segments(
    inline: Inline, mentions: Sequence[Mention], start: int, stop: int
) -> Iterator[Segment]:
    """Cut a part of a block into segments, in order, up to its prose."""
    units = _units(inline, start, stop)
    starts = [unit.start for unit in units]
    position = start
    while position < stop:
        skipped = _SKIP.match(inline.text, position, stop)
        index = bisect_left(starts, position)
        unit = units[index] if index < len(units) else None
        plain = skipped.end() if skipped else position
        if unit is not None and unit.start <= plain:
            found = _of_unit(inline, mentions, unit)
        elif plain >= stop:
            return
        else:
            found = _of_plain(inline, mentions, plain, min(stop, unit.start if unit else stop))
        yield found
        if found.role is Role.PROSE:
            return
        position = max(found.end, position + 1)
        # Names may reach over the marks of the next units.
        while index < len(units) and units[index].start < position:
            index += 1


def _units(inline: Inline, start: int, stop: int) -> list[_Unit]:
    """Return the marked pieces, the outermost of those that hold each other."""
    found = [
        _Unit(style, match.start(), match.end())
        for style, pattern in _MARKS
        for match in pattern.finditer(inline.text, start, stop)
    ]
    found += [
        _Unit(Style.LINK, link.start, link.end)
        for link in inline.links
        if start <= link.start < link.end <= stop
    ]
    kept: list[_Unit] = []
    for unit in sorted(found, key=lambda unit: (unit.start, -unit.end)):
        if (not kept or unit.start >= kept[-1].end) and not _in_words(inline.text, unit):
            kept.append(unit)
    return kept


def _in_words(text: str, unit: _Unit) -> bool:
    """Whether a piece in parentheses is part of the words before it, as in "Not (Only) So"."""
    before = text[max(0, unit.start - 20) : unit.start]
    if text[unit.start] != "(" or not _WORD_BEFORE.search(before):
        return False
    inner = text[unit.start + 1 : unit.end - 1]
    if is_venue_or_date(inner) or is_generic(inner) or re.search(r"[;:,&]|et al|\d{4}|http", inner):
        return False
    return len(inner.split()) < 5


def _linked(mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    """Return the paper that a piece links or names."""
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    for mention in mentions[index : index + 4]:
        if mention.start < end and mention.is_paper:
            return mention
    return None


def _of_unit(inline: Inline, mentions: Sequence[Mention], unit: _Unit) -> Segment:
    """Say what a marked piece is, by the first rule that holds."""
    raw = inline.text[unit.start : unit.end]
    linked = _linked(mentions, unit.start, unit.end)
    text = clean(raw.strip("[]()") if unit.style is Style.BRACKET else raw)
    begin = unit.start + len(raw) - len(raw.lstrip('*_[("“«`'))
    names = inline.names(begin) if unit.style is not Style.CODE else None
    role, end = _role(inline, unit, text, linked), unit.end
    if role is Role.LINK and unit.style is Style.LINK and linked is None:
        # A link on a name leads to a person.
        role = None if names and _are_authors(names) else role
    if role is None and names is not None:
        role, end = _role_of_names(inline, unit, names)
    if role is None:
        role = Role.META if unit.style is Style.BRACKET else Role.TITLE
    held = names if role in (Role.NAMES, Role.NAME) else None
    return Segment(role, unit.style, text, unit.start, end, held, linked)


def _role(inline: Inline, unit: _Unit, text: str, linked: Mention | None) -> Role | None:
    """Say what a marked piece is if it is neither names nor a title."""
    words = len(text.split())
    if is_venue_or_date(text) or is_date(text) or is_venue(text):
        return Role.META
    if _LABEL_END.match(inline.text, unit.end - 3) and (words < 4 or is_generic(text)):
        return Role.LABEL
    bare = linked is not None and not linked.text and unit.style is not Style.QUOTED
    if not text or unit.style is Style.CODE or _is_link(text) or (bare and len(text) < 60):
        return Role.LINK
    if unit.style is Style.LINK and linked is None and words < 4:
        return Role.LINK
    return None


def _role_of_names(inline: Inline, unit: _Unit, names: NameList) -> tuple[Role | None, int]:
    """Say whether a marked piece is names, and where they end."""
    whole = not clean(inline.text[names.end : unit.end].strip("*_])"))
    end = max(unit.end, names.end)
    if _are_authors(names) and (whole or is_venue_or_date(inline.text[names.end : unit.end])):
        return Role.NAMES, end
    if whole and len(names.names) == 1 and _is_person(names):
        marked = unit.style in (Style.BOLD, Style.LINK, Style.QUOTED)
        return (None if marked and len(names.names[0].name.split()) > 2 else Role.NAME), end
    return None, unit.end


def _of_plain(inline: Inline, mentions: Sequence[Mention], start: int, stop: int) -> Segment:
    """Say what the unmarked text from a place on is, up to the next cut or marked piece."""
    surnames, behind = opening_surnames(inline.text, start)
    if surnames and behind <= stop:
        found = NameList(tuple(parse_name(name) for name in surnames), False, start, behind)
        read = inline.names(start)
        found = read if read and read.others and read.end >= behind else found
        text = inline.text[start : found.end]
        return Segment(Role.NAMES, Style.PLAIN, text, start, found.end, found)
    names = inline.names(start)
    if names and _are_authors(names):
        whole = _NAMES_END.match(inline.text, names.end)
        role = Role.NAMES if whole else Role.PROSE
        text = inline.text[start : names.end]
        return Segment(role, Style.PLAIN, text, start, names.end, names)
    end = _without_tail(inline, start, _plain_end(inline, start, stop))
    text = clean(inline.text[start:end])
    linked = _linked(mentions, start, end)
    role = _plain_role(inline, text, start, end, linked)
    if role is Role.TITLE and names and len(names.names) == 1 and _is_person(names):
        role = Role.NAME if names.end >= end - 2 else role
    held = names if role is Role.NAME else None
    return Segment(role, Style.PLAIN, text, start, max(end, start + 1), held, linked)


def _plain_end(inline: Inline, start: int, stop: int) -> int:
    for cut in _CUT.finditer(inline.text, start, stop):
        if cut[0] not in "?!":
            return cut.start()
        # A title may go on behind a question mark, unless names follow it.
        following = inline.names(cut.end())
        rest = inline.text[cut.end() : stop]
        if not rest.strip() or is_venue_or_date(rest) or (following and _are_authors(following)):
            return cut.end()
    return stop


def _without_tail(inline: Inline, start: int, end: int) -> int:
    """Return where a title ends before a venue or "X et al." that a comma joins to it."""
    for comma in reversed([m.start() for m in _COMMA.finditer(inline.text, start, end)][-3:]):
        if not is_venue_or_date(inline.text[comma:end]):
            break
        end = comma
    if not _ELIDED.search(inline.text, start, end):
        return end
    for match in _COMMA.finditer(inline.text, start, end):
        names = inline.names(match.end())
        if names and names.others and names.end >= end - 1 and _are_authors(names):
            return match.start()
    return end


def _plain_role(inline: Inline, text: str, start: int, end: int, linked: Mention | None) -> Role:
    words = text.split()
    if is_venue_or_date(text) or is_date(text) or is_venue(text):
        return Role.META
    label = _LABEL.match(inline.text, start, end)
    if label and (is_generic(label[0]) or _SAYS_AUTHORS.search(label[0]) or end - label.end() < 2):
        return Role.LABEL
    if linked is not None and not linked.text and len(words) > 6:
        return Role.PROSE
    if not text or _is_link(text) or linked is not None:
        return Role.LINK
    if _PROSE.match(text) or _BY.search(text) or text[0].islower() or len(words) > 30:
        return Role.PROSE
    is_place = _NUMBERED.match(text) or (len(words) < 3 and _PLACE.search(text))
    return Role.PLACE if is_place else Role.TITLE


def _is_link(text: str) -> bool:
    words = words_of(text)
    return is_generic(text) or (len(words) <= 3 and any(word in GENERIC for word in words))


def _are_authors(names: NameList) -> bool:
    first = names.names[0]
    elided = bool(names.others) and len(names.names) == 1 and isinstance(first, Person)
    if not (surely_names(names) or elided):
        return False
    places = sum(bool(_PLACE.search(name.name)) for name in names.names)
    return places * 2 < len(names.names) or len(names.names) == 1


def _is_person(names: NameList) -> bool:
    first = names.names[0]
    return isinstance(first, Person) and bool(first.given) and not names.others

"""A block of an entry as segments, in order: cut once, at its marks.

The marks are emphasis, quotes, brackets, links, dashes, full stops and line breaks.
The rules of `roles` say what each segment is.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from refcore.markdown.authorlists import are_authors
from refcore.markdown.links import Inline, Link, Mention
from refcore.markdown.pieces import (
    COMMA,
    CUT,
    ELIDED,
    IDS,
    LEADING_BY,
    LEAST_TITLE,
    MAY_HOLD_ENTRY,
    MOST_IN_HEAD,
    SAYS_IN,
    STATES,
    Piece,
    Role,
    Segment,
)
from refcore.markdown.roles import reads_as_title, segment_of
from refcore.markdown.titles import (
    is_generic,
    is_venue,
)
from refcore.markdown.units import Style, by_in, link_around, units
from refcore.markdown.venues import is_date, is_honour, is_venue_or_date
from refcore.names.shape import is_name, may_list_people
from refcore.text.patterns import regex

__all__ = ["Role", "Segment", "Style", "segments"]

_SKIP = regex(
    r"(?:\s*\(?[0-9]{1,3}[.)]\s+(?=\S))?[\s,.;:|·•—–/&~^\\\[\]()（）【】，。、；：*_\-\x1f→⇒➜➔►▶↳]+"
)
# "2.3 Quill 2019 [On It](…)"
_LEADING_NUMBER = regex(r"\s*[0-9]{1,3}(?:\.[0-9]{1,2}){1,3}\.?\s+(?=\S)")
_GAP = " ,.:;–—-"
# "…, IEEE Trans" before a stop: a journal with short words.
_JOURNAL = regex(
    r",\s(?:[A-Z][A-Za-z]{0,12}\s){0,3}(?:Acta|Adv|Ann|Appl|Biol|Chem|Comm|Commun|Comput|Conf|Electron"
    r"|Eng|Environ|Expert|Found|Inf|Int|J|Knowl|Lett|Mach|Math|Mech|Med|Nat|Pattern|Phys|Proc|Process"
    r"|Rev|Robot|Sci|Softw|Stat|Symp|Syst|Theor|Trans)\Z"
)
# "The reference is Ada Berg" before further names.
_SAYS_NAME = regex(
    r"\b(?:are|cf\.?|from|is|read|see|work:|reference:)\s(?P<name>[^\s,][^,]{2,40})\Z"
)
_LONGEST_ENTRY = 600
_MAY_BE_PARTED = regex(r"[\d\[(,.;|—–·\"“«]|\s-\s|\sby\s")
# Words with nothing between them but spaces are one segment.
_IS_ONE = regex(r"(?:[A-Za-z\u00c0-\u024f]|[ '’-](?=[A-Za-z\u00c0-\u024f]))+[.,]?")
_EMPHASIS = "*_`"
_MARKS_AROUND = '*_`"“”«»《》'
_BRACKETS = "()[]（）【】"
# "[C1]", "[12]", "P3": the number of an entry.
_NUMBER = regex(r"[A-Za-z]{0,3}[-.]?[0-9]{1,3}[a-z]?")
# "arXiv 2024, 05, On It"
_IN_DATE = regex(r"[0-9]{1,2}")
# A line that begins with a small letter goes on with the line before, but for these words.
_GOES_ON = regex(
    r"(?!by\s[^a-z]|et\sal\b|(?:in|at)[:\s]+(?:\*|[A-Z]{2}|Proc|Adv|Int|Conf|the\s(?:Proc|[0-9])|[0-9])"
    r"|(?:see|arxiv|https?|doi|www|abs|pdf|code|e\.g|i\.e|url|link)\b)[a-zß-ÿ]+[\s,-]"
)
_ACCEPTED = regex(rf",\s+{STATES}\s")
# A title has fewer commas before the names.
_MOST_COMMAS = 12


def segments(
    inline: Inline,
    mentions: Sequence[Mention],
    start: int,
    stop: int,
    around: Link | None = None,
) -> Iterator[Segment]:
    """Cut a part of a block into segments, in order, up to its prose.

    `around` is a link of which all the part is.
    """
    marked = units(inline, start, stop, around)
    starts = [unit.start for unit in marked]
    number = _LEADING_NUMBER.match(inline.text, start, stop)
    position = refused = number.end() if number else start
    named = titled = False
    while position < stop:
        skipped = _SKIP.match(inline.text, position, stop)
        index = bisect_left(starts, position)
        unit = marked[index] if index < len(marked) else None
        plain = skipped.end() if skipped else position
        if unit is not None and unit.start <= plain:
            style, begin, end = unit.style, unit.start, unit.end
        elif plain >= stop:
            return
        else:
            style, begin = Style.PLAIN, plain
            end = _plain_end(inline, plain, min(stop, unit.start if unit else stop))
            if "," in inline.text[plain:end] or "，" in inline.text[plain:end]:
                end = _head_end(inline, plain, end) or _without_tail(inline, plain, end)
            else:
                end = by_in(inline, plain, end) or end
        inner = _inside(inline, mentions, style, begin, end)
        if inner:
            yield from inner
            named = named or any(held.role is Role.NAMES for held in inner)
            position = max(end, position + 1)
            continue
        # A list of other people contains no author list.
        gap = inline.text[end : unit.start].strip(_GAP) if unit else "."
        after = None if gap else unit
        linked = _linked(mentions, begin, end)
        piece = Piece(inline, style, begin, end, linked, begin >= refused, after, named, titled)
        found = segment_of(piece)
        titled = titled or (named and found.role is Role.TITLE)
        named = named or found.role is Role.NAMES
        if found.names is None and (names := piece.__dict__.get("names")):
            refused = max(refused, names.end)
        yield found
        if found.role is Role.PROSE:
            return
        position = max(found.end, position + 1)


def _inside(
    inline: Inline, mentions: Sequence[Mention], style: Style, start: int, end: int
) -> list[Segment]:
    """Return the segments of a marked piece that is an entry of its own, or nothing.

    "[Ada Berg (2024). On It](…)" and "**[C1] On It**" have one title each, and beside it only
    names, dates, venues and ids.
    """
    if style not in MAY_HOLD_ENTRY or end - start > _LONGEST_ENTRY:
        return []
    raw = inline.text[start:end]
    marks = _BRACKETS if style is Style.BRACKET else _MARKS_AROUND
    begin = start + len(raw) - len(raw.lstrip(marks))
    # 'Paper "On It"' ends with a quotation that begins inside.
    marks = marks if raw[:1] in marks else _EMPHASIS
    stop = end - (len(raw) - len(raw.rstrip(marks)))
    least = LEAST_TITLE if style is Style.BRACKET else 2
    if len(raw.split()) < least or not _MAY_BE_PARTED.search(inline.text, begin, stop):
        return []
    if _is_one(inline, begin, stop):
        return []
    index = bisect_left(mentions, begin, key=lambda mention: mention.start)
    near = itertools.takewhile(lambda x: x.start < stop, itertools.islice(mentions, index, None))
    own = [x for x in near if x.start > begin or x.end < stop]
    found = _up_to_venue(list(segments(inline, own, begin, stop, link_around(inline, begin, stop))))
    titles = [held for held in found if held.role is Role.TITLE]
    if len(titles) != 1 or len(found) < 2 or len(titles[0].text.split()) < least:
        return []
    if style is Style.BRACKET and not any(held.role is Role.NAMES for held in found):
        return []
    (title,) = titles
    if title.style not in (Style.PLAIN, Style.QUOTED):
        return []
    if not all(_is_beside_title(held) for held in found):
        return []
    if may_list_people(title.text):
        return []
    found = [held for held in found if not _NUMBER.fullmatch(held.text.strip("[]()."))]
    linked = _linked(mentions, start, end)
    paper = linked if linked is not None and linked.text else None
    return [attrs.evolve(x, style=style, linked=paper) if x is title else x for x in found]


def _is_one(inline: Inline, start: int, stop: int) -> bool:
    """Return quickly whether a part of a block is words that no mark, link or "by" parts."""
    if not _IS_ONE.fullmatch(inline.text, start, stop) or " by " in inline.text[start:stop]:
        return False
    index = bisect_left(inline.links, start, key=lambda link: link.start)
    return index == len(inline.links) or inline.links[index].start >= stop


def _up_to_venue(found: list[Segment]) -> list[Segment]:
    """Return the segments of an entry up to the venue after names and a title.

    What follows are volumes, pages and publishers.
    """
    roles = [held.role for held in found]
    if roles[:3] != [Role.NAMES, Role.TITLE, Role.META] or not _is_beside_title(found[2]):
        return found
    return found[:3]


def _is_beside_title(held: Segment) -> bool:
    """Return whether a segment is what an entry has beside its title, and no part of the title."""
    if held.role in (Role.TITLE, Role.NAMES):
        return True
    text = held.text.strip("[]() ")
    if held.role is Role.LINK:
        return is_generic(text) or bool(IDS.fullmatch(text))
    known = is_venue_or_date(text) or is_venue(text) or is_honour(text)
    said = SAYS_IN.match(text) or _NUMBER.fullmatch(text)
    return held.role is Role.META and (known or bool(said))


def _linked(mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    """Return the paper that a piece links or names."""
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    for mention in mentions[index : index + 4]:
        if mention.start < end and mention.is_paper:
            return mention
    return None


def _plain_end(inline: Inline, start: int, stop: int) -> int:
    for cut in CUT.finditer(inline.text, start, stop):
        if cut[0] == "\n" and _GOES_ON.match(inline.text, cut.end()):
            continue  # a title goes on in the next line
        if cut[0] not in "?!":
            return cut.start()
        # A title may go on after a question mark, unless names follow it.
        following = inline.names(cut.end())
        rest = inline.text[cut.end() : stop]
        if not rest.strip() or is_venue_or_date(rest) or (following and are_authors(following)):
            return cut.end()
    return stop


def _head_end(inline: Inline, start: int, end: int) -> int:
    """Return where a venue or a date ends that a comma joins to the title after it, or 0."""
    head = 0
    for comma in itertools.islice(COMMA.finditer(inline.text, start, end), MOST_IN_HEAD):
        part = inline.text[head or start : comma.start()]
        dated = bool(head) and _IN_DATE.fullmatch(part.strip(" ,"))
        # "Chi, H." is a person.
        named = part.strip(" ,")[1:].islower() and part.strip(" ,")[:1].isupper()
        if ":" in part or named or not (dated or is_venue_or_date(part)):
            break
        head = comma.start()
    rest = inline.text[head:end].strip(" ,")
    return head if head and len(rest.split()) >= LEAST_TITLE and not rest[0].islower() else 0


def _without_tail(inline: Inline, start: int, end: int) -> int:
    """Return where a title ends before a venue or names that a comma joins to it."""
    state = _ACCEPTED.search(inline.text, start, end)
    if state and state.start() > start:
        end = state.start()
    journal = _JOURNAL.search(inline.text, start, end)
    if journal and inline.text[end : end + 1] == ".":
        end = journal.start()
    for comma in reversed([m.start() for m in COMMA.finditer(inline.text, start, end)][-3:]):
        rest = IDS.sub("arxiv", inline.text[comma:end])
        if rest.strip(" ,") and not is_venue_or_date(rest):
            break
        end = comma
    if before_by := by_in(inline, start, end):
        return before_by
    for match in itertools.islice(COMMA.finditer(inline.text, start, end), _MOST_COMMAS):
        is_title = reads_as_title(inline.text[start : match.start()])
        if not is_title and not ELIDED.search(inline.text, match.end(), end):
            continue  # nothing that is read as names could end the title here
        names = inline.names(match.end())
        by = LEADING_BY.match(inline.text, match.end())
        names = inline.names(by.end()) if by else names
        if names and names.end > end and "\n" in inline.text[end : names.end]:
            names = inline.names(match.end(), stop=end)  # "…, Quickly" over a line of names
        rest = inline.text[names.end : end].strip(" :.，；") if names else ""
        whole = names and (not rest or is_date(rest)) and are_authors(names)
        elided = names and names.others and ELIDED.search(inline.text, match.end(), end)
        if whole and (elided or is_title):
            first = _SAYS_NAME.search(inline.text, start, match.start())
            said = first is not None and is_name(first["name"])
            return first.start("name") if first and said else match.start()
    return end

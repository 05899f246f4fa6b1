"""What a note says of an author list, beside the names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from refcore.diagnostics import Location
from refcore.markdown.attach import Reading, lead_label
from refcore.markdown.links import Inline
from refcore.markdown.lists import NUMBER, is_name, read_names, spelled_number
from refcore.markdown.titles import GENERIC, clean, words_of
from refcore.model.claims import Claim, ClaimKind
from refcore.model.people import Group

__all__ = ["credited_groups", "find_claims"]

Identity = tuple[str, str]
_SENTENCE = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bal)(?<!\bcf)(?<![\s.(][^\W\d_])[.!?][\"”*_)\]]*(?=\s|\Z)"
)
_ABOUT_AUTHORS = re.compile(r"\b(?:co-?)?authors?\b|\bauthored\b|\bcontributors\b", re.IGNORECASE)
# A sentence with one of these states nothing of a certain list.
_HEDGED = re.compile(
    r"\?\s*$|\b(?:if|unless|whether|should|could|might|would|typically|usually|often|generally"
    r"|sometimes|most\s+papers|many\s+papers|papers\s+(?:with|by)|every\s+paper|each\s+paper"
    r"|conventions?|please|rather\s+than|instead\s+of)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|neither|nor|no|without|non|isn't|aren't|wasn't)\b|n[’']t\b")

_ALPHABETICAL = re.compile(
    r"\b(?:(?:is|are|was|were|be|being|appear|appears|given|listed|ordered|sorted|arranged|named)"
    r"\s+)*(?:in\s+)?(?:strict(?:ly)?\s+)?alphabetic(?:al(?:ly)?)?\b(?:\s+order(?:ed)?)?"
    r"(?:\s+(?:by|of)\s+(?:their\s+)?(?:last|first|family|given|sur)[\s-]?names?)?",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(
    rf"(?:\b(?P<over>over|more\s+than|in\s+excess\s+of|upwards\s+of|>)\s*|\bat\s+least\s+)"
    rf"(?P<number>{NUMBER})\+?\b"
    r"(?=[^.;,]{0,40}?\b(?:authors?|co-?authors?|contributors?|people|researchers|names|total)\b)",
    re.IGNORECASE,
)
_PLUS = re.compile(
    rf"\b(?P<number>{NUMBER})\+\s+(?:listed\s+|named\s+|total\s+)?(?:co-?)?authors\b", re.IGNORECASE
)
_COUNT = re.compile(
    rf"(?<![\w.,-])(?P<number>{NUMBER})\s+(?:listed\s+|named\s+|individual\s+|contributing\s+|total\s+)?"
    r"(?:co-?)?authors\b(?![’']|\s+(?:of\s+[a-z]|who|whom|we|i|you|that)\b)(?:\s+(?:in\s+total|overall|altogether))?"
    rf"|\b(?:authors?|co-?authors?)\s+(?:number|total|count\s+is)\s+(?P<other>{NUMBER})\b",
    re.IGNORECASE,
)
_COUNT_BEFORE = re.compile(
    r"(?:^|[(:;,—–|*_\x1f]|\b(?:has|have|had|with|by|lists?|listing|names|naming|counts|of|all|its"
    r"|the|are|is|includes?|including|credits|total|than))\s*$",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = re.compile(
    r"(?:first|last|top|next|other|additional|these|those|about|around|approximately|some|nearly"
    r"|almost|over|than|least|most|up\s+to|excess\s+of|and|plus|[+~≈>]|only|under|below|to|or)\s*$",
    re.IGNORECASE,
)
_AFFILIATION = re.compile(
    r"\b[Aa]ll\s+(?:of\s+(?:them|whom)\s+|(?:the\s+|\w+\s+)?(?:co-?)?authors\s+)?(?:are\s+|were\s+|is\s+)?"
    r"(?:affiliated\s+(?:with|to|at)|employed\s+(?:by|at)|members\s+of|based\s+at|from|at|"
    r"work(?:ing)?\s+(?:at|for))\s+(?:the\s+)?"
    r"(?P<name>[^\W\d_a-z][\w.&-]*(?:\s+(?:of\s+|for\s+)?[^\W\d_a-z][\w.&-]*){0,5})"
)
_NO_PAPER = re.compile(
    r"\bno\s+(?:\w+\s+){0,3}?(?:papers?|technical\s+reports?|preprints?|publications?)\b"
    r"[^.;]{0,60}?\b(?:found|available|exists?|published|released|known|yet|appeared)\b"
    r"|\b(?:has|have|had|with)\s+no\s+(?:\w+\s+){0,3}?(?:paper|technical\s+report|preprint)\b"
    r"|\bthere\s+(?:is|was)\s+no\s+(?:\w+\s+){0,3}?(?:paper|technical\s+report|preprint)\b"
    r"|\bwithout\s+(?:a|an|any)\s+(?:\w+\s+){0,2}?(?:paper|technical\s+report|preprint)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b[Cc]redit(?:s|ed)?\s+(?:goes\s+|go\s+)?(?:only\s+)?to\s+(?:the\s+)?"
    r"([^\W\d_a-z][\w.&-]*(?:\s+[^\W\d_a-z][\w.&-]*){0,5})"
)
_OF_LIST = (
    r"(?:(?:the|its|their|all|those|this)\s+"
    r"|(?P<of>[^\W_][\w.-]*(?:\s[^\W_][\w.-]*){0,2})['’]s?\s+)?"
)
_PREDICATE = re.compile(
    rf"""\b(?:is|are|was|were|appears?|also|being|has\s+been|have\s+been)\s+(?:\w+ly\s+)?
    (?:also\s+|both\s+)?
    (?:
        (?:among|one\s+of|(?:listed|named|credited|included|counted|mentioned|appears?)\s+
           (?:among|as\s+one\s+of|in|on|as))
        \s+{_OF_LIST}(?:the\s+)?(?:[\w-]+\s+){{0,3}}?(?:co-?)?(?:author\s+list|list\s+of\s+authors
           |authors?\b(?![’'])(?:\s+list)?)
      | (?:an?|the)\s+(?:(?:first|lead|senior|last|corresponding|named|listed|main)\s+)?
        (?:co-?)?author\b(?![’'])
      | (?:in|on)\s+{_OF_LIST.replace("of>", "of2>")}(?:author\s+list|list\s+of\s+authors)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_INCLUDE = re.compile(
    r"\b(?:(?:co-?)?authors|author\s+list)\s+(?:also\s+)?(?:includes?|including|such\s+as)\s+"
    r"|\bamong\s+(?:the|its)\s+(?:\w+\s+){0,2}?(?:co-?)?authors\s+(?:are|is|were)\s+",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:(?:the|its|their|our|former|chief|senior|lead|principal|co-?founder|founder|ceo|cto|dr"
    r"|prof|professor|president|director|scientist|engineer|researcher|executive|officer|and)"
    r"\b\.?\s*)+",
    re.IGNORECASE,
)


@attrs.frozen
class _Sentence:
    """A sentence of a block, without marks of emphasis that hide words."""

    text: str
    start: int
    block: int


@attrs.frozen
class _Found:
    """A claim before it is known which work it is about; `of` names the work."""

    kind: ClaimKind
    text: str
    offset: int
    name: str = ""
    number: int | None = None
    of: str = ""
    subject_is_label: bool = False


def find_claims(
    reading: Reading, titles: Mapping[Identity, str]
) -> Iterator[tuple[Identity, Claim]]:
    """Give the claims of a note, each with the work that it is about.

    A claim whose work cannot be told is left out.
    """
    index = _Titles(titles)
    for number, inline in enumerate(reading.inlines):
        if not (_ABOUT_AUTHORS.search(inline.text) or _NO_PAPER.search(inline.text)):
            continue
        for sentence in _sentences(inline, number):
            for found in _of_sentence(sentence, inline):
                identity = _work(reading, index, sentence, found)
                if identity is None:
                    continue
                line = inline.line_at(sentence.start + found.offset)
                words = " ".join(clean(found.text).split())
                location = Location(None, line)
                yield identity, Claim(found.kind, words, found.name, found.number, location)


def credited_groups(
    reading: Reading, titles: Mapping[Identity, str]
) -> Iterator[tuple[Identity, Group]]:
    """Give the groups to which a note credits a release without paper, in so many words."""
    index = _Titles(titles)
    for number, inline in enumerate(reading.inlines):
        match = _CREDIT.search(inline.text) if _NO_PAPER.search(inline.text) else None
        identity = _release(reading, index, _Sentence("", 0, number)) if match else None
        if match and identity:
            yield identity, Group(match[1].rstrip("."))


def _sentences(inline: Inline, number: int) -> Iterator[_Sentence]:
    start = 0
    for match in _SENTENCE.finditer(inline.text):
        yield _Sentence(inline.text[start : match.end()], start, number)
        start = match.end()
    if inline.text[start:].strip():
        yield _Sentence(inline.text[start:], start, number)


def _of_sentence(sentence: _Sentence, inline: Inline) -> Iterator[_Found]:
    text = sentence.text
    for match in _NO_PAPER.finditer(text):
        yield _Found(ClaimKind.NO_PAPER, match[0], match.start())
    if _HEDGED.search(text) or not _ABOUT_AUTHORS.search(text):
        return
    yield from _order(text)
    yield from _numbers(text)
    for match in _AFFILIATION.finditer(text):
        name = match["name"].rstrip(".")
        yield _Found(ClaimKind.AFFILIATION, match[0].rstrip("."), match.start(), name)
    yield from _members(text, lead_label(inline.text))


def _order(text: str) -> Iterator[_Found]:
    match = _ALPHABETICAL.search(text)
    if match and not _DENIED.search(text[max(0, match.start() - 40) : match.end()]):
        subject = list(_ABOUT_AUTHORS.finditer(text[: match.start()]))
        start = subject[-1].start() if subject and match.start() - subject[-1].start() < 80 else -1
        begin = start if start >= 0 else match.start()
        yield _Found(ClaimKind.ALPHABETICAL, text[begin : match.end()], begin)


def _numbers(text: str) -> Iterator[_Found]:
    for match in _MORE_THAN.finditer(text):
        number = spelled_number(match["number"]) - (0 if match["over"] else 1)
        tail = re.compile(r"\s+(?:total|(?:co-?)?authors|contributors|people)\b").match(
            text, match.end()
        )
        words = text[match.start() : tail.end() if tail else match.end()]
        yield _Found(ClaimKind.MORE_THAN, words, match.start(), number=number)
    for match in _PLUS.finditer(text):
        number = spelled_number(match["number"]) - 1
        yield _Found(ClaimKind.MORE_THAN, match[0], match.start(), number=number)
    for match in _COUNT.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if not _COUNT_BEFORE.search(before) or _DENIED.search(before):
            continue
        if not _NO_COUNT_BEFORE.search(before):
            number = spelled_number(match["number"] or match["other"])
            yield _Found(ClaimKind.COUNT, match[0], match.start(), number=number)


def _members(text: str, label: str) -> Iterator[_Found]:
    for match in _PREDICATE.finditer(text):
        of = (match["of"] or match["of2"] or "").strip()
        names = _subjects(text[: match.start()])
        by_label = not names and is_name(label)
        for name in names or ([label] if by_label else []):
            yield _Found(
                ClaimKind.IS_AUTHOR,
                f"{name} … {match[0]}" if by_label else _quote(text, name, match),
                match.start(),
                name,
                of=of,
                subject_is_label=by_label,
            )
    for match in _INCLUDE.finditer(text):
        found = read_names(text, match.end())
        if found is not None:
            words = text[match.start() : found.end]
            for member in found.names:
                yield _Found(ClaimKind.IS_AUTHOR, words, match.start(), member.name)


def _quote(text: str, name: str, match: re.Match[str]) -> str:
    start = text.rfind(name, 0, match.start())
    if start < 0 or match.start() - start > 120:
        return f"{name} … {match[0]}"
    return text[start : match.end()]


def _subjects(before: str) -> list[str]:
    """Give the names that stand right before a predicate: "X (CEO) and Y" of "X and Y are …"."""
    text = re.sub(r"[*_]", "", before[-300:])
    text = re.sub(r"\s*\([^()]{0,100}\)\s*$", " ", text).rstrip()
    if text.endswith(","):
        text = re.sub(r",[^,:;.]{1,80},$", "", text)
    text = re.split(r"[:;]\s|\s[—–-]\s", text)[-1]
    pieces = re.split(r",?\s+and\s+|,\s+", re.sub(r"\s*\([^()]{0,100}\)", "", text))
    names: list[str] = []
    for piece in reversed(pieces):
        name = _last_name(piece)
        if not name:
            break
        names.insert(0, name)
        if name != piece.strip():
            break
    return names


def _last_name(piece: str) -> str:
    """Give the name with which a piece of text ends, without a role before it."""
    words = piece.split()
    for count in range(min(len(words), 6), 1, -1):
        candidate = " ".join(words[-count:])
        without = _ROLE.sub("", candidate)
        if is_name(without) and len(without.split()) > 1:
            return without
    return ""


def _work(reading: Reading, titles: _Titles, sentence: _Sentence, found: _Found) -> Identity | None:
    if found.kind is ClaimKind.NO_PAPER:
        return _release(reading, titles, sentence)
    if found.of and not all(word in GENERIC for word in words_of(found.of)):
        return titles.find(found.of, papers=True)
    middle = sentence.start + found.offset
    before, after = reading.around(sentence.block, middle)
    end = sentence.start + len(sentence.text)
    inside = [m for m in (*before, *after) if sentence.start <= m.start < end]
    for mention in (*inside, *before, *after):
        if mention.is_paper:
            return mention.identity
    for mention in reading.nearest(sentence.block):
        if found.subject_is_label or reading.may_speak_of(sentence.block, mention):
            return mention.identity
    return None


class _Titles:
    """Finds the works whose title has certain words: "M1" stands in "MiniMax-M1: …"."""

    def __init__(self, titles: Mapping[Identity, str]) -> None:
        self.words = {identity: set(words_of(title)) for identity, title in titles.items()}
        self.holders: dict[str, list[Identity]] = {}
        for identity, words in self.words.items():
            for word in words:
                self.holders.setdefault(word, []).append(identity)

    def find(self, name: str, *, papers: bool) -> Identity | None:
        wanted = set(words_of(name)) - GENERIC
        if not wanted:
            return None
        rarest = min((self.holders.get(word, []) for word in wanted), key=len)
        for identity in rarest:
            if (identity[0] != "url") is papers and wanted <= self.words[identity]:
                return identity
        return None


def _release(reading: Reading, titles: _Titles, sentence: _Sentence) -> Identity | None:
    """The work without paper that the item or the heading names."""
    label = lead_label(reading.inlines[sentence.block].text)
    return titles.find(label, papers=False) or titles.find(
        _heading(reading, sentence.block), papers=False
    )


def _heading(reading: Reading, block: int) -> str:
    sections = reading.blocks[block].sections
    number = reading.headings.get(sections[-1]) if sections else None
    return clean(reading.inlines[number].text) if number is not None else ""

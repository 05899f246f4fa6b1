"""Who a sentence says is an author, is not one, or has which place on the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import attrs

from refcore.markdown.rules import Rule
from refcore.model.claims import ClaimKind
from refcore.model.people import Person
from refcore.names.running import read_names
from refcore.names.shape import is_name
from refcore.text.numberwords import ORDINALS
from refcore.text.patterns import regex

__all__ = ["RULES", "Saying", "members"]


@attrs.frozen
class Saying:
    """A claim before it is known which work it is about; `of` names the work."""

    kind: ClaimKind
    text: str
    offset: int
    name: str = ""
    number: int | None = None
    of: str = ""
    subject_is_label: bool = False


_OF_LIST = (
    r"(?:(?:the|its|their|all|those|this)\s+"
    r"|(?P<of>[^\W_][\w.-]*(?:\s[^\W_][\w.-]*){0,2})['’]s?\s+)?"
)
_PLACE = rf"(?:{'|'.join(ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th)|(?<!to-)(?<!to\s)last|final)"
_ROLE_WORD = rf"(?:co-?first|{_PLACE}|lead|leading|senior|corresponding|main|principal|sole|only)"
_ROLES = rf"(?P<role>{_ROLE_WORD}(?:\s*(?:,|/|and|&|\()\s*{_ROLE_WORD}\)?)*)"
_PREDICATE = regex(
    rf"""\b(?:is|are|was|were|appears?|also|being|has\s+been|have\s+been)
    (?P<denied>n['’]t|\s+not|\s+never)?\s+(?:\w+ly\s+)?
    (?:also\s+|both\s+)?
    (?:
        (?:among|one\s+of|(?:listed|named|credited|included|counted|mentioned|appears?)\s+
           (?:among|as\s+one\s+of|in|on|as))
        \s+{_OF_LIST}(?:(?:the|an?)\s+)?(?:{_ROLES}\s+|(?:[\w-]+\s+){{0,3}}?)(?:co-?)?
        (?:author\s+list|list\s+of\s+authors|authors?\b(?![’'])(?:\s+list)?)
      | (?:an?\s+|the\s+(?:paper|report)['’]s\s+|(?P<of3>[A-Z0-9][\w.-]*)['’]s?\s+|the\s+|its\s+)
        (?:{_ROLES.replace("role>", "role2>")}\s+|(?:named|listed)\s+)?
        (?:co-?)?author\b(?![’'])
      | {_ROLES.replace("role>", "role4>")}\s+author\b(?![’'])
      | (?:(?:the|both|all)\s+)?(?:{_ROLES.replace("role>", "role3>")}\s+)?
        (?:co-?)?authors\b(?![’'])
      | (?:in|on)\s+{_OF_LIST.replace("of>", "of2>")}(?:author\s+list|list\s+of\s+authors)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# What the author wrote or works at: "to write of it", "at Wired", "of children's books".
_AFTER = regex(
    r"\s+(?:to|at|for)\s|\s+(?:of|on)\s+(?!(?:the|its|this|that)\s+(?:\w+\s+){0,4}?(?:list|paper"
    r"|preprint|publication|report|study|work)\b|it\b)"
    r"(?:(?:the|both)\s+)?(?P<name>[^\W_a-z][\w.-]*[\w](?=\W|\Z))?"
)
_ON_LIST = rf"{_OF_LIST}(?:author\s+list|list\s+of\s+authors|(?:co-?)?authors\b(?![’']))"
# "does not appear in the author list", "is absent from the list of authors"
_ABSENT = regex(
    rf"(?:\b(?:do|does|did)(?:\s+not|n['’]t)\s+(?:appear|feature|figure)\s+(?:in|on|among)"
    rf"|\b(?:is|are|was|were)\s+(?:absent|missing|left\s+out|omitted)\s+(?:from|in|of))\s+{_ON_LIST}",
    re.IGNORECASE,
)
# "appears fifth on the author list", "is listed first among the authors"
_PLACED = regex(
    rf"\b(?:(?:is|are|was|were)\s+(?:listed|named|placed)|appears?|comes?|is|stands?|was)\s+"
    rf"(?P<role>{_PLACE})\s+(?:in|on|among)\s+{_ON_LIST}",
    re.IGNORECASE,
)
# "Aili Chen, the first author, …", "Zijun Sun (last author)"
_BESIDE = regex(
    rf",\s+(?:who\s+(?:is|was)\s+)?(?:(?:the|its)\s+)?{_ROLES}\s+author\b(?=\s*[,.;)])"
    rf"|\s\((?:the\s+)?{_ROLES.replace('role>', 'role2>')}\s+author\)",
    re.IGNORECASE,
)
_SHARE = regex(r"\bshare[sd]?\s+(?:the\s+)?(?:co-?)?first[\s-]+authorship\b", re.IGNORECASE)
_WROTE = regex(
    r"\b(?:co-?)?authored\s+(?:it\b|(?:the|this|that)\s+(?:\w+\s+)?(?:article|paper|preprint|report"
    r"|study|work)\b|(?P<of>(?-i:[A-Z])[\w-]*[0-9]\b))",
    re.IGNORECASE,
)
_NEITHER = regex(r"\bneither\s+(?P<names>[^.;:]{3,200}?)\s*\Z", re.IGNORECASE)
_NOT_BEFORE = regex(r"\b(?:not|nor|no|nobody|never|without)\b[^.;:]{0,80}\Z", re.IGNORECASE)
_INCLUDE = regex(
    r"\b(?:(?:co-?)?authors|author\s+list)[\s,(—–]+(?:also\s+)?(?:includes?|including|such\s+as"
    r"|among\s+them|notably)\s+"
    r"|\bamong\s+(?:the|its)\s+(?:\w+\s+){0,2}?(?:co-?)?authors\s+(?:are|is|were)\s+"
    r"|\bone\s+of\s+(?:the|its)\s+(?:\w+\s+){0,2}?(?:co-?)?authors,\s+|\bco-?author\s+(?=[A-Z])",
    re.IGNORECASE,
)
_NOT_INCLUDE = regex(
    r"\b(?:authors|author\s+list|list\s+of\s+authors)\s+(?:do|does|did)(?:\s+not|n['’]t)\s+"
    r"(?:contain|include|list|mention|name)\s+"
    r"|\b(?:no\s+(?:co-?)?author|none\s+of\s+(?:the|its)\s+authors)\s+(?:(?:is|was)\s+)?(?:called|named)\s+",
    re.IGNORECASE,
)
_BEGINS = regex(
    r"\b(?:authors?|author\s+list|list\s+of\s+authors)\s+(?:begins?|opens?|starts?)\s+with\s+(?=[*_]*\w)",
    re.IGNORECASE,
)
_ENDS = regex(
    r"(?:\b(?:authors?|author\s+list|list\s+of\s+authors)|\band|,)\s+(?:closes?|concludes?|ends?)\s+with"
    r"\s+(?=[*_]*\w)",
    re.IGNORECASE,
)
# "First author: **Aili Chen**", "the last author is Zijun Sun", "led by Aili Chen".
_NAMED = regex(
    rf"\b{_ROLES}\s+(?:listed\s+)?author(?:s?[*_]*(?:\s*:\s*|,?\s+(?:is|are|was|were)\s+)(?=[*_]*\w)"
    r"|(?P<beside>,?\s+)(?=(?-i:[A-Z])))"
    r"|\b(?P<led>led)\s+by\s+(?:\w+\s+author\s+)?(?=[*_]*\w)",
    re.IGNORECASE,
)
_NAME_OF = regex(r"['’]s?\s+name\s*\Z", re.IGNORECASE)
_SO_IS = regex(r"\s*+,?\s*+(?:and|as)\s+(?:so\s+)?(?:is|are|was|were)\s+", re.IGNORECASE)
_TITLE_OF = regex(
    r"^(?:(?:the|its|their|our|former|chief|senior|lead|principal|co-?founder|founder|ceo|cto|dr"
    r"|prof|professor|president|director|scientist|engineer|researcher|executive|officer|and)"
    r"\b\.?\s*)+",
    re.IGNORECASE,
)


def members(text: str, label: str) -> Iterator[Saying]:
    """Return who a sentence says is an author, or not; `label` names its list item."""
    for rule in RULES:
        yield from rule.read(text, label, rule.pattern)


def _predicates(text: str, label: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        after = _AFTER.match(text, match.end())
        if after is None:
            yield from _of_predicate(text, match, label, "")
        elif after["name"]:
            # "an author of MiniMax-01": of the work of that name, if the note has it.
            yield from _of_predicate(text, match, label, after["name"])


def _names_after(
    text: str, _label: str, pattern: re.Pattern[str], *, kind: ClaimKind = ClaimKind.IS_AUTHOR
) -> Iterator[Saying]:
    """Return a claim of one kind for each name after the words that a pattern finds."""
    for match in pattern.finditer(text):
        found = read_names(text, match.end())
        if found is not None:
            words = text[match.start() : found.end]
            for member in found.names:
                yield Saying(kind, words, match.start(), _TITLE_OF.sub("", member.name))


def _names_before(
    text: str, _label: str, pattern: re.Pattern[str], *, kind: ClaimKind | None = None
) -> Iterator[Saying]:
    """Return a claim for each name before the words that a pattern finds.

    The words say the place or the role, unless all such words make one kind of claim.
    """
    for match in pattern.finditer(text):
        before = _NAME_OF.sub(" ", text[max(0, match.start() - 400) : match.start()])
        groups = match.groupdict()
        said, number = _kind(groups.get("role") or groups.get("role2") or "")
        names = [] if _NOT_BEFORE.search(before[-80:]) else _subjects(before)
        # A role behind a name is of that name alone.
        for name in names[-1:] if pattern is _BESIDE else names:
            words, of = _quote(text, name, match), (groups.get("of") or "").strip()
            yield Saying(kind or said, words, match.start(), name, number, of)


def _ends_of_list(
    text: str, _label: str, pattern: re.Pattern[str], *, kind: ClaimKind
) -> Iterator[Saying]:
    """Return the person with whom a sentence says that the list begins or ends."""
    for match in pattern.finditer(text):
        found = read_names(text, match.end())
        name = found.names[0] if found else None
        if found is not None and isinstance(name, Person) and name.given:
            yield Saying(kind, text[match.start() : found.end], match.start(), name.name)


def _named(text: str, _label: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        found = read_names(text, match.end())
        names = found.names if found else ()
        if found is None or not all(isinstance(name, Person) and name.given for name in names):
            continue
        near = max(0, match.start() - 120)
        if _NOT_BEFORE.search(text[near : match.start()]) or (match["beside"] and len(names) > 1):
            continue
        kind, number = _kind(match["role"] or "lead")
        for name in names:
            # Two first authors share the place.
            held = kind if len(names) == 1 else ClaimKind.ROLE
            words = text[match.start() : found.end]
            person = _TITLE_OF.sub("", name.name)
            yield Saying(held, words, match.start(), person, number if held is kind else None)


def _of_predicate(text: str, match: re.Match[str], label: str, of: str) -> Iterator[Saying]:
    near = max(0, match.start() - 400)
    before = text[near : match.start()]
    role = match["role"] or match["role2"] or match["role3"] or match["role4"] or ""
    neither = _NEITHER.search(before)
    names = _neither_nor(neither["names"]) if neither else _subjects(before)
    denied = bool(match["denied"] or neither)
    if (denied and role) or (not neither and _NOT_BEFORE.search(before[-80:])):
        return
    by_label = not names and not denied and is_name(label)
    of = (match["of"] or match["of2"] or match["of3"] or of).strip()
    said, number = (ClaimKind.NOT_AUTHOR, None) if denied else _kind(role)
    # Two who are "the first authors" share the place.
    shared = len(names) > 1 and said not in (ClaimKind.NOT_AUTHOR, ClaimKind.IS_AUTHOR)
    kind = ClaimKind.ROLE if shared else said
    for name in names or ([label] if by_label else []):
        words = f"{name} … {match[0]}" if by_label else _quote(text, name, match)
        if neither:
            words = text[near + neither.start() : match.end()]
        held = number if kind is said else None
        yield Saying(kind, words, match.start(), name, held, of, by_label)
    more = _SO_IS.match(text, match.end()) if names and not denied and not role else None
    if more and (found := read_names(text, more.end())):
        words = text[more.start() : found.end].strip(" ,")
        for member in found.names:
            yield Saying(ClaimKind.IS_AUTHOR, words, match.start(), member.name, of=of)


def _kind(role: str) -> tuple[ClaimKind, int | None]:
    """Return the kind of claim that a role makes, and the place on the list that it names.

    >>> _kind("first")[0].value, _kind("corresponding")[0].value, _kind("6th")
    ('first-author', 'role', (<ClaimKind.POSITION: 'position'>, 6))
    """
    words = set(re.findall(r"\w+", role.casefold()))
    if not words:
        return ClaimKind.IS_AUTHOR, None
    if words & {"last", "final"}:
        return ClaimKind.LAST_AUTHOR, None
    places = [place for word in words if (place := _place(word))]
    if len(places) != 1 or "co" in words:
        return ClaimKind.ROLE, None
    (place,) = places
    return (ClaimKind.FIRST_AUTHOR, None) if place == 1 else (ClaimKind.POSITION, place)


def _place(word: str) -> int:
    """Return the place that an ordinal names, 0 for other words.

    >>> _place("sixth"), _place("21st"), _place("senior")
    (6, 21, 0)
    """
    digits = re.match("[0-9]+", word)
    return int(digits[0]) if digits else ORDINALS.get(word, 0)


def _neither_nor(text: str) -> list[str]:
    pieces = re.split(r",?\s+nor\s+|,\s+", re.sub(r"[*_]|\s*\([^()]{0,100}\)", "", text))
    names = [_last_name(piece) for piece in pieces]
    return names if all(names) else []


def _quote(text: str, name: str, match: re.Match[str]) -> str:
    start = text.rfind(name, 0, match.start())
    if start < 0 or match.start() - start > 120:
        return f"{name} … {match[0]}"
    return text[start : match.end()]


def _subjects(before: str) -> list[str]:
    """Return the names right before a predicate: "X (CEO) and Y" of "X and Y are …".

    >>> _subjects("Bo Fei (CEO) and Mo Far ")
    ['Bo Fei', 'Mo Far']
    """
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
    """Return the name with which a piece of text ends, without a role before it.

    >>> _last_name("as well as Bo Fei"), _last_name("was led by")
    ('Bo Fei', '')
    """
    words = piece.split()
    for count in range(min(len(words), 6), 1, -1):
        candidate = " ".join(words[-count:])
        without = _TITLE_OF.sub("", candidate)
        if is_name(without) and len(without.split()) > 1:
            return without
    return ""


_PAPER = "*On Things* (arXiv:2506.13585).\n\n"
RULES = (
    Rule(
        "is an author",
        "a sentence that says that somebody is or is not an author, or has a role among them",
        _PREDICATE,
        f"{_PAPER}Ada Berg is among the authors.",
        "is-author Ada Berg",
        _predicates,
    ),
    Rule(
        "is not on the list",
        "a sentence that says that somebody is absent from the author list",
        _ABSENT,
        f"{_PAPER}Ada Berg does not appear in the author list.",
        "not-author Ada Berg",
        partial(_names_before, kind=ClaimKind.NOT_AUTHOR),
    ),
    Rule(
        "place on the list",
        "a sentence that says at which place of the author list somebody is",
        _PLACED,
        f"{_PAPER}Ada Berg appears fifth on the author list.",
        "position Ada Berg 5",
        _names_before,
    ),
    Rule(
        "role beside a name",
        "a role behind a name, in parentheses or between commas",
        _BESIDE,
        f"{_PAPER}Ada Berg, the first author, presented it.",
        "first-author Ada Berg",
        _names_before,
    ),
    Rule(
        "first authorship",
        "a sentence that says who share first authorship",
        _SHARE,
        f"{_PAPER}Ada Berg shares first authorship.",
        "role Ada Berg",
        partial(_names_before, kind=ClaimKind.ROLE),
    ),
    Rule(
        "authored",
        "a sentence that says that somebody authored or co-authored the work",
        _WROTE,
        f"{_PAPER}Ada Berg co-authored the paper.",
        "is-author Ada Berg",
        partial(_names_before, kind=ClaimKind.IS_AUTHOR),
    ),
    Rule(
        "authors do not include",
        "names after “the author list does not include” or “no author is named”",
        _NOT_INCLUDE,
        f"{_PAPER}The author list does not include Ada Berg.",
        "not-author Ada Berg",
        partial(_names_after, kind=ClaimKind.NOT_AUTHOR),
    ),
    Rule(
        "list begins",
        "the name with which the author list begins",
        _BEGINS,
        f"{_PAPER}The author list begins with Ada Berg.",
        "first-author Ada Berg",
        partial(_ends_of_list, kind=ClaimKind.FIRST_AUTHOR),
    ),
    Rule(
        "list ends",
        "the name with which the author list ends",
        _ENDS,
        f"{_PAPER}The author list ends with Ada Berg.",
        "last-author Ada Berg",
        partial(_ends_of_list, kind=ClaimKind.LAST_AUTHOR),
    ),
    Rule(
        "authors include",
        "names after “the authors include”",
        _INCLUDE,
        f"{_PAPER}The authors include Ada Berg.",
        "is-author Ada Berg",
        _names_after,
    ),
    Rule(
        "role",
        "a name after “first author:”, “the last author is” or “led by”",
        _NAMED,
        f"{_PAPER}The first author is Ada Berg.",
        "first-author Ada Berg",
        _named,
    ),
)

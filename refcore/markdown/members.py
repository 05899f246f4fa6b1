"""Who a sentence says is an author, is not one, or has which place on the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from refcore.markdown.rules import Rule
from refcore.model.claims import ClaimKind
from refcore.model.people import Person
from refcore.names.running import read_names
from refcore.names.shape import is_name
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
_ROLE_WORD = r"(?:co-?first|first|lead|senior|last|final|corresponding|main|principal|sole|only)"
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
      | (?:an?|the|its)\s+(?:{_ROLES.replace("role>", "role2>")}\s+|(?:named|listed)\s+)?
        (?:co-?)?author\b(?![’'])
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
_NEITHER = regex(r"\bneither\s+(?P<names>[^.;:]{3,200}?)\s*\Z", re.IGNORECASE)
_NOT_BEFORE = regex(r"\b(?:not|nor|no|nobody|never|without)\b[^.;:]{0,80}\Z", re.IGNORECASE)
_INCLUDE = regex(
    r"\b(?:(?:co-?)?authors|author\s+list)[\s,(—–]+(?:also\s+)?(?:includes?|including|such\s+as"
    r"|among\s+them|notably)\s+"
    r"|\bamong\s+(?:the|its)\s+(?:\w+\s+){0,2}?(?:co-?)?authors\s+(?:are|is|were)\s+",
    re.IGNORECASE,
)
# "First author: **Aili Chen**", "the last author is Zijun Sun", "led by Aili Chen".
_NAMED = regex(
    rf"\b{_ROLES}\s+(?:listed\s+)?author[*_]*(?:\s*:\s*|\s+(?:is|was)\s+)(?=[*_]*\w)"
    r"|\b(?P<led>led)\s+by\s+(?:\w+\s+author\s+)?(?=[*_]*\w)",
    re.IGNORECASE,
)
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


def _included(text: str, _label: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        found = read_names(text, match.end())
        if found is not None:
            words = text[match.start() : found.end]
            for member in found.names:
                yield Saying(ClaimKind.IS_AUTHOR, words, match.start(), member.name)


def _named(text: str, _label: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        found = read_names(text, match.end())
        name = found.names[0] if found else None
        if found is None or not isinstance(name, Person) or not name.given:
            continue
        near = max(0, match.start() - 120)
        if len(found.names) == 1 and not _NOT_BEFORE.search(text[near : match.start()]):
            kind = _kind(match["role"] or "lead")
            yield Saying(kind, text[match.start() : found.end], match.start(), name.name)


def _of_predicate(text: str, match: re.Match[str], label: str, of: str) -> Iterator[Saying]:
    near = max(0, match.start() - 400)
    before = text[near : match.start()]
    role = match["role"] or match["role2"] or ""
    neither = _NEITHER.search(before)
    names = _neither_nor(neither["names"]) if neither else _subjects(before)
    denied = bool(match["denied"] or neither)
    if (denied and role) or (not neither and _NOT_BEFORE.search(before[-80:])):
        return
    by_label = not names and not denied and is_name(label)
    of = (match["of"] or match["of2"] or of).strip()
    for name in names or ([label] if by_label else []):
        kind = ClaimKind.NOT_AUTHOR if denied else _kind(role)
        words = f"{name} … {match[0]}" if by_label else _quote(text, name, match)
        if neither:
            words = text[near + neither.start() : match.end()]
        yield Saying(kind, words, match.start(), name, of=of, subject_is_label=by_label)
    more = _SO_IS.match(text, match.end()) if names and not denied and not role else None
    if more and (found := read_names(text, more.end())):
        words = text[more.start() : found.end].strip(" ,")
        for member in found.names:
            yield Saying(ClaimKind.IS_AUTHOR, words, match.start(), member.name, of=of)


def _kind(role: str) -> ClaimKind:
    """Return the kind of claim that a role makes: only "first" and "last" are places on a list.

    >>> _kind("first").value, _kind("corresponding").value
    ('first-author', 'role')
    """
    words = set(re.findall(r"\w+", role.casefold()))
    if not words:
        return ClaimKind.IS_AUTHOR
    if "first" in words and "co" not in words:
        return ClaimKind.FIRST_AUTHOR
    return ClaimKind.LAST_AUTHOR if words & {"last", "final"} else ClaimKind.ROLE


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
        "authors include",
        "names after “the authors include”",
        _INCLUDE,
        f"{_PAPER}The authors include Ada Berg.",
        "is-author Ada Berg",
        _included,
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

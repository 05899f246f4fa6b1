"""How many authors a sentence says that a work has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from refcore.markdown.members import Saying
from refcore.markdown.rules import Rule
from refcore.model.claims import ClaimKind
from refcore.names.numbers import NUMBER, spelled_number
from refcore.text.patterns import regex

__all__ = ["RULES", "counts"]

_KIND = r"(?:(?:listed|named|credited|individual|contributing|total|different|distinct)\s+){0,2}"
# Whom a number counts. People are authors only where the sentence says so.
_COUNTED = (
    rf"(?:\s+{_KIND}(?:(?:co-?)?authors\b|(?P<others>contributors|entries|individuals|names|people"
    r"|persons|researchers|scientists)\b)(?![’']|\s+(?:of\s+[a-z]|who|whom|we|i|you|that)\b)"
    r"(?:\s+(?:in\s+total|overall|altogether))?"
    r"|(?P<all>(?=\s+in\s+(?:all|number|total)\b)|\s+(?:total|altogether|overall)\b))"
)
_AMOUNT = rf"\s*(?<![\w.,–—-])(?P<number>{NUMBER})\b"
_BY_FAR = r"(?:\b(?:well|far|just|slightly|even)\s+)?"
_MORE = (
    r"(?:(?<!no\s)(?<!not\s)\b(?:over|more\s+than|in\s+excess\s+of|upwards\s+of|exceed(?:s|ing)?)\b"
    r"|>(?!=))"
)
_LEAST = r"(?:\b(?:at\s+least|(?:no|not)\s+(?:fewer|less)\s+than)\b|≥|>=)"
_FEWER = r"(?:(?<!no\s)(?<!not\s)\b(?:fewer\s+than|less\s+than|under|below)\b|<(?!=))"
_MOST = r"(?:\b(?:at\s+most|(?:no|not)\s+more\s+than|a\s+maximum\s+of)\b|≤|<=)"
_EXACTLY = r"(?:\b(?:exactly|precisely|only|just|merely|a\s+total\s+of)\s+)?"

_MORE_THAN = regex(rf"{_BY_FAR}{_MORE}{_AMOUNT}\+?{_COUNTED}", re.IGNORECASE)
_AT_LEAST = regex(rf"{_LEAST}{_AMOUNT}{_COUNTED}", re.IGNORECASE)
_PLUS = regex(rf"{_AMOUNT}(?<=\w)\+{_COUNTED}", re.IGNORECASE)
_FEWER_THAN = regex(rf"{_BY_FAR}{_FEWER}{_AMOUNT}{_COUNTED}", re.IGNORECASE)
_AT_MOST = regex(rf"{_MOST}{_AMOUNT}{_COUNTED}", re.IGNORECASE)
# "year: 2024, authors: …" counts nobody.
_COUNT = regex(rf"{_EXACTLY}(?!\s*+(?:19|20)[0-9]{{2}}\b){_AMOUNT}{_COUNTED}", re.IGNORECASE)
# "Total number of authors: 127", "Authors (127):", "Authors: 126 (99 shown)", "authors number 126"
_LABEL = regex(
    rf"\b(?:(?:number|count)\s+of\s+(?:co-?)?authors|author\s+count|total\s+(?:co-?)?authors)[*_]*"
    rf"\s*(?:[:=—–\x1f|]|\bis\b)[\s*_]*(?P<number>{NUMBER})\b(?![+,.]?[0-9+])"
    rf"|\bauthors[*_]*\s*\((?P<noted>(?!(?:19|20)[0-9]{{2}}\b){NUMBER})\)[*_]*\s*:"
    rf"|\bauthor(?:s|\(s\))[*_]*\s*:[\s*_]*(?P<only>(?!(?:19|20)[0-9]{{2}}\b){NUMBER})(?=\s*+(?:\(|[.;]?\s*+\Z))"
    rf"|\b(?:co-?)?authors\s+(?:number|total|count\s+is)\s+(?P<verb>{NUMBER})\b",
    re.IGNORECASE,
)
# "the 126-author paper", "a two-author paper", "it has a single author"
_COMPOUND = regex(
    rf"\b(?:this|the|is\s+an?)\s+(?P<number>{NUMBER}|single|sole)[\s-]author(?:ed)?\s+"
    r"(?:article|manuscript|paper|preprint|publication|report|study|work)\b"
    r"|\bhas\s+(?:only\s+)?(?:a|one)\s+(?:(?:single|sole)\s+)?author\b(?!\s+(?:list|order)|[’'])",
    re.IGNORECASE,
)
_BEFORE = regex(
    r"(?:^|[(:;,—–|*_\x1f\"“]|(?<!upwards)(?<!excess)(?<!maximum)(?<!minimum)\s+of|\b(?:has|have|had|with|by|lists?|listing|names|naming|counts?|all"
    r"|its|the|are|is|includes?|including|credits|crediting|total|shows?|comprises|comprising"
    r"|contains|features|boasts|counted|counting|team|group|(?:amounts|comes|credited|runs)\s+to))\s*$",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:not|never|neither|nor|no|without)\b|n[’']t\b")
_ON_LIST_BEFORE = regex(
    r"\b(?:author\s+list|list\s+of\s+(?:co-?)?authors|the\s+list|authors|authorship)\b[^.;]{0,60}\Z"
    r"|\b(?:authored|written|signed|penned)\s+by\s+(?:an?\s+(?:team|group|total)\s+of\s+)?\Z",
    re.IGNORECASE,
)
_ON_LIST_AFTER = regex(
    r"[^.;,]{0,30}\bas\s+(?:co-?)?authors\b|\s+(?:\w+\s+){0,2}(?:(?:co-?)?authored|signed|wrote)\s+(?:it\b"
    r"|the\s+(?:article|paper|preprint|report)\b)",
    re.IGNORECASE,
)
# A number of the authors of several works, of another version, or of a part of the list.
_NO_LIST = regex(
    r"\b(?:in\s+common|shared?|sharing|overlap(?:s|ping)?|both\s+(?:lists|papers|teams|works)"
    r"|(?:the|these)\s+(?:two|three)\s+(?:lists|papers|works)|respectively|combined|average|median"
    r"|per\s+paper|(?:earlier|initial|later|older|original|previous|prior)\s+(?:draft|version)"
    r"|version\s+[0-9]|v[0-9]+|above|below\s*\Z|here|left|joined|added|removed|dropped|deleted"
    r"|authors\s+(?:are\s+)?(?:displayed|given|printed|shown|visible)|repo(?:sitory)?|github|appendix"
    r"|acknowledge?ments?|letter|petition)\b",
    re.IGNORECASE,
)
# "Two authors left" counts those who left.
_DO = regex(
    r"\s+(?!(?:altogether|are|collaborated|contributed|in|overall|participated|signed|took|total"
    r"|wrote)\b)[a-z]"
)
_NAME = r"(?:[A-Z][\w.’'-]*|[a-z]*[0-9][\w.-]*)"
_SUBJECT = regex(
    rf"(?P<joined>\b(?:and|versus|vs\.?)\s+)?\b(?P<of>{_NAME}(?:\s{_NAME}){{0,5}})(?:,?\s(?:which|that))?\s+"
    r"(?:(?:article|paper|preprint|report|technical\s+report)\s+)?(?:\w+ly\s+|also\s+|together\s+)?"
    r"(?P<verb>has|have|had|lists?|names?|counts?|credits?|includes?|comprises|boasts|features"
    r"|(?:is|was)\s+(?:\w+\s+)?by)\s+\Z"
)
_OF = regex(rf"\s+of\s+(?:the\s+)?(?P<of>{_NAME}(?:\s{_NAME}){{0,5}})")
_PLURAL = frozenset(("have", "list", "name", "count", "credit", "include"))
# Words with a capital at the start of a sentence that name no work.
_NO_WORK = frozenset(
    "a and arxiv author authors but crossref each it its listing our record that the their there"
    " they this we which".split()
)


def counts(text: str, folded: str) -> Iterator[Saying]:
    """Return how many authors a sentence says that a work has.

    The second argument is the text in lower case.

    >>> for found in counts("It has over 50 authors", "it has over 50 authors"):
    ...     print(found.kind, found.number)
    more-than 50
    """
    if _NO_LIST.search(text):
        return
    for rule in RULES:
        if rule.may_read(folded):
            yield from rule.read(text, rule.pattern)


def _amounts(
    text: str, pattern: re.Pattern[str], *, kind: ClaimKind, shift: int = 0
) -> Iterator[Saying]:
    """Return the amounts that a pattern finds: `shift` makes "more than 49" of "at least 50"."""
    for match in pattern.finditer(text):
        if kind is ClaimKind.COUNT and not _is_bare(text, match):
            continue
        words = match[0].strip()
        start = match.end() - len(words)
        of_authors = match["others"] is None and match["all"] is None
        if not of_authors and not _is_of_list(text, start, match.end()):
            continue
        work = _work_of(text, start, match.end())
        if work is not None:
            number = spelled_number(match["number"]) + shift
            yield Saying(kind, words, start, number=number, of=work)


def _is_bare(text: str, match: re.Match[str]) -> bool:
    """Return whether nothing before a number limits it, as in "about 126 authors"."""
    before = text[max(0, match.start() - 30) : match.start()]
    if not _BEFORE.search(before) or _DENIED.search(before):
        return False
    opens = not before.strip() and not match["number"][0].isdigit()
    return not (opens and _DO.match(text, match.end()))


def _is_of_list(text: str, start: int, end: int) -> bool:
    """Return whether a sentence says that the people whom it counts are authors.

    >>> _is_of_list("It credits 12 people as authors", 11, 20), _is_of_list("12 people", 0, 9)
    (True, False)
    """
    before = text[max(0, start - 100) : start]
    return bool(_ON_LIST_BEFORE.search(before) or _ON_LIST_AFTER.match(text, end))


def _work_of(text: str, start: int, end: int) -> str | None:
    """Return the name of the work whose authors are counted, "" for the work at hand.

    The result is None if two works are named: "M1 and M2 have 95 authors".

    >>> _work_of("Foo-1 has 12 authors", 10, 20), _work_of("It has 12 authors", 7, 17)
    ('Foo-1', '')
    """
    after = _OF.match(text, end)
    before = None if after else _SUBJECT.search(text[max(0, start - 100) : start])
    named = after or before
    if named is None:
        return ""
    if before and before["joined"] and before["verb"] in _PLURAL:
        return None
    words = [word for word in named["of"].split() if word.casefold() not in _NO_WORK]
    return " ".join(words)


def _labelled(text: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        number = next(filter(None, match.groups()))
        yield Saying(ClaimKind.COUNT, match[0], match.start(), number=spelled_number(number))


def _compound(text: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        number = spelled_number(match["number"] or "one") or 1
        yield Saying(ClaimKind.COUNT, match[0], match.start(), number=number)


_PAPER = "*On Things* (arXiv:2506.13585).\n\n"
RULES = (
    Rule(
        "more than",
        "a number of authors after “over” or “more than”",
        _MORE_THAN,
        f"{_PAPER}It has over 50 authors.",
        "more-than 50",
        partial(_amounts, kind=ClaimKind.MORE_THAN),
    ),
    Rule(
        "at least",
        "a number of authors after “at least”",
        _AT_LEAST,
        f"{_PAPER}It has at least 50 authors.",
        "more-than 49",
        partial(_amounts, kind=ClaimKind.MORE_THAN, shift=-1),
    ),
    Rule(
        "a number and more",
        "a number of authors with a plus sign",
        _PLUS,
        f"{_PAPER}The paper lists 50+ authors.",
        "more-than 49",
        partial(_amounts, kind=ClaimKind.MORE_THAN, shift=-1),
        needs=("+",),
    ),
    Rule(
        "fewer than",
        "a number of authors after “fewer than” or “under”",
        _FEWER_THAN,
        f"{_PAPER}It has fewer than 50 authors.",
        "fewer-than 50",
        partial(_amounts, kind=ClaimKind.FEWER_THAN),
    ),
    Rule(
        "at most",
        "a number of authors after “at most” or “no more than”",
        _AT_MOST,
        f"{_PAPER}It has at most 50 authors.",
        "fewer-than 51",
        partial(_amounts, kind=ClaimKind.FEWER_THAN, shift=1),
    ),
    Rule(
        "number of authors",
        "a number before the word “authors”",
        _COUNT,
        f"{_PAPER}The paper has 126 authors.",
        "count 126",
        partial(_amounts, kind=ClaimKind.COUNT),
    ),
    Rule(
        "total number",
        "a label that says how many authors there are in all",
        _LABEL,
        f"{_PAPER}Number of authors: 127",
        "count 127",
        _labelled,
        needs=("author",),
    ),
    Rule(
        "number in an adjective",
        "a number joined to the word “author”",
        _COMPOUND,
        f"{_PAPER}This is a single-author paper.",
        "count 1",
        _compound,
        needs=("author",),
    ),
)

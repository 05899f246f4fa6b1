"""What a sentence says of an author list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcore.markdown.members import Saying, members
from refcore.markdown.rules import Rule
from refcore.model.claims import ClaimKind
from refcore.names.numbers import NUMBER, spelled_number
from refcore.text.patterns import regex

__all__ = ["CREDIT", "RULES", "about_authors", "denies_paper", "sayings"]

_ABOUT_AUTHORS = regex(r"\b(?:co-?)?authors?\b|\bauthored\b|\bcontributors\b", re.IGNORECASE)
# A sentence with one of these makes no claim about a particular list.
_HEDGED = regex(
    r"\?\s*$|\b(?:if|unless|whether|should|could|might|would|typically|usually|often|generally"
    r"|sometimes|most\s+papers|many\s+papers|papers\s+(?:with|by)|every\s+paper|each\s+paper"
    r"|conventions?|please|rather\s+than|instead\s+of|doubt(?:s|ed|ful)?|dubious|false(?:ly)?"
    r"|incorrect(?:ly)?|untrue|myth|rumou?r(?:s|ed)?|reportedly|allegedly|wrong(?:ly)?|unclear)\b",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:not|never|neither|nor|no|without|non|isn't|aren't|wasn't)\b|n[’']t\b")

_ALPHABETICAL = regex(
    r"\b(?:(?:is|are|was|were|be|being|appear|appears|given|listed|ordered|sorted|arranged|named)"
    r"\s+)*(?:in\s+)?(?:strict(?:ly)?\s+)?alphabetic(?:al(?:ly)?)?\b(?:\s+order(?:ed)?)?"
    r"(?:\s+(?:by|of)\s+(?:their\s+)?(?:last|first|family|given|sur)[\s-]?names?)?",
    re.IGNORECASE,
)
# A claim of an order with exceptions cannot be tested.
_EXCEPTED = regex(
    r"\b(?:except(?:ion|ions|ing)?|apart\s+from|aside\s+from|mostly|largely|nearly|almost|roughly"
    r"|broadly|loosely)\b",
    re.IGNORECASE,
)
# A sentence that continues about the list of the sentence before.
_GOES_ON = regex(
    r"\W*(?:(?:the|this|their)\s+(?:\w+\s+){0,2}?(?:list|names|order)|they|names)\b", re.IGNORECASE
)
_MORE_THAN = regex(
    rf"(?:\b(?P<over>over|more\s+than|in\s+excess\s+of|upwards\s+of|>)\s*|\bat\s+least\s+)"
    rf"(?P<number>{NUMBER})\+?\b"
    r"(?=[^.;,]{0,40}?\b(?:authors?|co-?authors?|contributors?|people|researchers|names|total)\b)",
    re.IGNORECASE,
)
_PLUS = regex(
    rf"\b(?P<number>{NUMBER})\+\s+(?:listed\s+|named\s+|total\s+)?(?:co-?)?authors\b", re.IGNORECASE
)
_COUNT = regex(
    rf"(?<![\w.,-])(?P<number>{NUMBER})\s+(?:listed\s+|named\s+|credited\s+|individual\s+|contributing\s+|total\s+)?"
    r"(?:co-?)?authors\b(?![’']|\s+(?:of\s+[a-z]|who|whom|we|i|you|that)\b)(?:\s+(?:in\s+total|overall|altogether))?"
    rf"|\b(?:authors?|co-?authors?)\s+(?:number|total|count\s+is)\s+(?P<other>{NUMBER})\b",
    re.IGNORECASE,
)
# "Total number of authors: 127", "the author list comprises exactly 126 names".
_TOTAL = regex(
    rf"\b(?:(?:number|count)\s+of\s+(?:co-?)?authors|author\s+count|total\s+(?:co-?)?authors)[*_]*"
    rf"\s*(?::|=|\bis\b)[\s*_]*(?P<number>{NUMBER})\b(?![+,.]?[0-9+])"
    rf"|\bauthor(?:s|\s+list)\b[^.;:]{{0,60}}?\b(?:compris(?:es|ing)|contain(?:s|ing)|consists\s+of"
    rf"|totals|counts|has|includes)\s+(?:exactly\s+|a\s+total\s+of\s+|in\s+total\s+)?"
    rf"(?P<other>{NUMBER})\s+(?:names|people|individuals|entries|researchers|persons)\b",
    re.IGNORECASE,
)
_COUNT_BEFORE = regex(
    r"(?:^|[(:;,—–|*_\x1f]|\b(?:has|have|had|with|by|lists?|listing|names|naming|counts|of|all|its"
    r"|the|are|is|includes?|including|credits|total|than))\s*$",
    re.IGNORECASE,
)
_COUNTED = regex(r"\s+(?:total|(?:co-?)?authors|contributors|people)\b")
_DO = regex(r"\s+(?!in\b|overall\b|altogether\b|total\b|are\b|wrote\b|signed\b)[a-z]")
_NO_COUNT_BEFORE = regex(
    r"(?:first|last|top|next|other|additional|these|those|about|around|approximately|some|nearly"
    r"|almost|over|than|least|most|up\s+to|excess\s+of|and|plus|[+~≈>]|only|under|below|to|or)\s*$",
    re.IGNORECASE,
)
_AFFILIATION = regex(
    r"\b[Aa]ll\s+(?:of\s+(?:them|whom)\s+|(?:the\s+|\w+\s+)?(?:co-?)?authors\s+)?(?:are\s+|were\s+|is\s+)?"
    r"(?:affiliated\s+(?:with|to|at)|employed\s+(?:by|at)|members\s+of|based\s+at|from|at|"
    r"work(?:ing)?\s+(?:at|for))\s+(?:the\s+)?"
    r"(?P<name>[^\W\d_a-z][\w.&-]*(?:\s+(?:of\s+|for\s+)?[^\W\d_a-z][\w.&-]*){0,5})"
)
_NO_PAPER = regex(
    r"\bno\s+(?:\w+\s+){0,3}?(?:papers?|technical\s+reports?|preprints?|publications?)\b"
    r"[^.;]{0,60}?\b(?:found|available|exists?|published|released|known|yet|appeared)\b"
    r"|\b(?:has|have|had|with)\s+no\s+(?:\w+\s+){0,3}?(?:paper|technical\s+report|preprint)\b"
    r"|\bthere\s+(?:is|was)\s+no\s+(?:\w+\s+){0,3}?(?:paper|technical\s+report|preprint)\b"
    r"|\bwithout\s+(?:a|an|any)\s+(?:\w+\s+){0,2}?(?:paper|technical\s+report|preprint)\b",
    re.IGNORECASE,
)
CREDIT = regex(
    r"\b[Cc]redit(?:s|ed)?\s+(?:goes\s+|go\s+)?(?:only\s+)?to\s+(?:the\s+)?"
    r"([^\W\d_a-z][\w.&-]*(?:\s+[^\W\d_a-z][\w.&-]*){0,5})"
)


def sayings(text: str, label: str, *, goes_on: bool = False) -> Iterator[Saying]:
    """Return what a sentence says of an author list.

    `label` is the name of the list item around it; `goes_on` says
    that the sentence before was about authors.
    """
    folded = text.casefold()
    if RULES[0].may_read(folded):
        yield from _no_paper(text, _NO_PAPER)
    is_about = about_authors(text, folded) or (goes_on and _GOES_ON.match(text))
    if not is_about or _HEDGED.search(text):
        return
    for rule in RULES[1:]:
        if rule.may_read(folded):
            yield from rule.read(text, rule.pattern)
    yield from members(text, label)


def about_authors(text: str, folded: str) -> bool:
    """Return whether a text speaks of authors; the second argument is the text in lower case.

    >>> about_authors("The authors are Bo Fei", "the authors are bo fei")
    True
    >>> about_authors("Bo Fei", "bo fei")
    False
    """
    speaks = "author" in folded or "contributors" in folded
    return speaks and bool(_ABOUT_AUTHORS.search(text))


def denies_paper(text: str, folded: str) -> bool:
    """Return whether a text says that a work has no paper; the second is it in lower case.

    >>> denies_paper("There is no paper yet", "there is no paper yet")
    True
    >>> denies_paper("A paper", "a paper")
    False
    """
    return RULES[0].may_read(folded) and bool(_NO_PAPER.search(text))


def _no_paper(text: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        yield Saying(ClaimKind.NO_PAPER, match[0], match.start())


def _order(text: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    match = pattern.search(text)
    if _EXCEPTED.search(text):
        return
    if match and not _DENIED.search(text[max(0, match.start() - 40) : match.end()]):
        subject = list(_ABOUT_AUTHORS.finditer(text[: match.start()]))
        start = subject[-1].start() if subject and match.start() - subject[-1].start() < 80 else -1
        begin = start if start >= 0 else match.start()
        yield Saying(ClaimKind.ALPHABETICAL, text[begin : match.end()], begin)


def _more_than(text: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        number = spelled_number(match["number"]) - (0 if match["over"] else 1)
        tail = _COUNTED.match(text, match.end())
        words = text[match.start() : tail.end() if tail else match.end()]
        yield Saying(ClaimKind.MORE_THAN, words, match.start(), number=number)


def _plus(text: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        number = spelled_number(match["number"]) - 1
        yield Saying(ClaimKind.MORE_THAN, match[0], match.start(), number=number)


def _total(text: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        number = spelled_number(match["number"] or match["other"])
        yield Saying(ClaimKind.COUNT, match[0], match.start(), number=number)


def _count(text: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        if not _COUNT_BEFORE.search(before) or _DENIED.search(before):
            continue
        # "Two authors left" counts those who left.
        if not before.strip() and not match[0][0].isdigit() and _DO.match(text, match.end()):
            continue
        if not _NO_COUNT_BEFORE.search(before):
            number = spelled_number(match["number"] or match["other"])
            yield Saying(ClaimKind.COUNT, match[0], match.start(), number=number)


def _affiliation(text: str, pattern: re.Pattern[str]) -> Iterator[Saying]:
    for match in pattern.finditer(text):
        name = match["name"].rstrip(".")
        yield Saying(ClaimKind.AFFILIATION, match[0].rstrip("."), match.start(), name)


_PAPER = "*On Things* (arXiv:2506.13585).\n\n"
RULES = (
    Rule(
        "no paper",
        "words that say that a work has no paper",
        _NO_PAPER,
        "### Foo-2\n\nThere is no paper.\n\n- [Foo-2](https://huggingface.co/foo/Foo-2)",
        "no-paper",
        _no_paper,
        needs=("paper", "report", "preprint", "publication"),
    ),
    Rule(
        "alphabetical order",
        "words that say that the authors are in alphabetical order",
        _ALPHABETICAL,
        f"{_PAPER}The authors are listed alphabetically.",
        "alphabetical",
        _order,
        needs=("alphabetic",),
    ),
    Rule(
        "more than",
        "a number of authors after “over” or “more than”",
        _MORE_THAN,
        f"{_PAPER}It has over 50 authors.",
        "more-than 50",
        _more_than,
    ),
    Rule(
        "a number and more",
        "a number of authors with a plus sign",
        _PLUS,
        f"{_PAPER}The paper lists 50+ authors.",
        "more-than 49",
        _plus,
        needs=("+",),
    ),
    Rule(
        "total number",
        "a label or a sentence that says how many authors there are in all",
        _TOTAL,
        f"{_PAPER}Number of authors: 127",
        "count 127",
        _total,
        needs=("author",),
    ),
    Rule(
        "number of authors",
        "a number before the word “authors”",
        _COUNT,
        f"{_PAPER}The paper has 126 authors.",
        "count 126",
        _count,
        needs=("author",),
    ),
    Rule(
        "affiliation",
        "words that say where all authors work",
        _AFFILIATION,
        f"{_PAPER}All authors are affiliated with MiniMax.",
        "affiliation MiniMax",
        _affiliation,
        needs=("all",),
    ),
)

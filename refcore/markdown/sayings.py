"""What a sentence says of an author list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refcore.markdown.counts import counts
from refcore.markdown.members import Saying, members
from refcore.markdown.rules import Rule
from refcore.model.claims import ClaimKind
from refcore.text.patterns import regex

__all__ = ["CREDIT", "RULES", "about_authors", "denies_paper", "sayings"]

_ABOUT_AUTHORS = regex(
    r"\b(?:co-?)?author(?:s|ed|ship)?\b|\bcontributors?\b|\b(?:written|signed)\s+by\b",
    re.IGNORECASE,
)
# A sentence with one of these makes no claim about a particular list.
_HEDGED = regex(
    r"\?\s*$|\b(?:if|unless|whether|should|could|might|would|may\s+(?:also|be|have|not)|typically|usually|often|generally"
    r"|sometimes|most\s+papers|many\s+papers|papers\s+(?:with|by)|every\s+paper|each\s+paper"
    r"|conventions?|please|rather\s+than|instead\s+of|doubt(?:s|ed|ful)?|dubious|false(?:ly)?"
    r"|incorrect(?:ly)?|untrue|myth|rumou?r(?:s|ed)?|reportedly|allegedly|wrong(?:ly)?|unclear)\b",
    re.IGNORECASE,
)
_DENIED = regex(r"\b(?:not|never|neither|nor|no|without|non|isn't|aren't|wasn't)\b|n[’']t\b")

_ALPHABETICAL = regex(
    r"\b(?:(?:is|are|was|were|be|being|appear|appears|given|listed|ordered|sorted|arranged|named)"
    r"\s+)*(?:in\s+)?(?:strict(?:ly)?\s+)?(?:alphabetic(?:al(?:ly)?)?\b|from\s+a\s+to\s+z\b|a[-–]z\b)"
    r"(?:\s+order(?:ed)?)?(?:\s+(?:by|of)\s+(?:their\s+)?(?:last|first|family|given|sur)[\s-]?names?)?",
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
_AFFILIATION = regex(
    r"\b(?:[Aa]ll|[Ee]ach|[Ee]very)\s+(?:of\s+(?:them|whom)\s+|(?:the\s+|\w+\s+)?(?:co-?)?authors?\s+)?(?:are\s+|were\s+|is\s+)?"
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
    found = [
        saying
        for rule in RULES[1:]
        if rule.may_read(folded)
        for saying in rule.read(text, rule.pattern)
    ]
    found += counts(text, folded)
    yield from sorted(found, key=lambda saying: saying.offset)
    yield from members(text, label)


def about_authors(text: str, folded: str) -> bool:
    """Return whether a text speaks of authors; the second argument is the text in lower case.

    >>> about_authors("The authors are Bo Fei", "the authors are bo fei")
    True
    >>> about_authors("Bo Fei", "bo fei")
    False
    """
    speaks = any(word in folded for word in ("author", "contributor", "written", "signed"))
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
    if match and not _EXCEPTED.search(text):
        denied = _DENIED.search(text[max(0, match.start() - 40) : match.end()])
        kind = ClaimKind.NOT_ALPHABETICAL if denied else ClaimKind.ALPHABETICAL
        subject = list(_ABOUT_AUTHORS.finditer(text[: match.start()]))
        start = subject[-1].start() if subject and match.start() - subject[-1].start() < 80 else -1
        begin = start if start >= 0 else match.start()
        yield Saying(kind, text[begin : match.end()], begin)


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
        needs=("alphabetic", "a to z", "a-z", "a–z"),
    ),
    Rule(
        "affiliation",
        "words that say where all authors work",
        _AFFILIATION,
        f"{_PAPER}All authors are affiliated with MiniMax.",
        "affiliation MiniMax",
        _affiliation,
        needs=("all", "each", "every"),
    ),
)

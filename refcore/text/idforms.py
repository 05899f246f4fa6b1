r"""The forms of DOIs and arXiv ids, as parts of patterns: what every reader looks for in a text.

The values of `refcore.model.identifiers` say whether an identifier is right; these parts only say
where one is written. Each is a part of a pattern without a group, of ASCII digits, for patterns
with and without ``re.VERBOSE``; letters are in lower case, so most readers ignore case.

Sources: DOI Handbook, 2.2 (a prefix is "10." with a registrant, which can be divided by stops);
arXiv, "Understanding the arXiv identifier" (YYMM.number of four or five digits since April 2007,
an archive with seven digits before; "v" with a number for a version).
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = [
    "ANY_ARXIV",
    "ARXIV_DIGITS",
    "ARXIV_ID",
    "ARXIV_MIRROR",
    "ARXIV_NUMBER",
    "ARXIV_PAGE",
    "DOI_HOST",
    "DOI_PREFIX",
    "DOI_START",
    "FORMS",
    "OLD_ARXIV",
    "PAPERS_PAGE",
    "VERSION",
    "Form",
]


class Form(NamedTuple):
    """A part of a pattern: its name, the part itself, a text that it matches, one that it doesn't.

    >>> [form.example for form in FORMS[:3]]
    ['10.1000', '10.1000.10', 'dx.doi.org/']
    """

    name: str
    pattern: str
    example: str
    counterexample: str


# As little as tells a DOI from other numbers.
DOI_START: Final = r"10\.[0-9]{4}"
DOI_PREFIX: Final = r"10\.[0-9]{4,9}(?:\.[0-9]+)*+"
DOI_HOST: Final = r"(?:dx\.|www\.)?doi\.org/"

ARXIV_NUMBER: Final = r"[0-9]{4}\.[0-9]{4,5}"
VERSION: Final = r"(?:v[0-9]{1,3})?"
# Digits that every id of arXiv has, old or new; one alone first, which a search jumps to.
ARXIV_DIGITS: Final = r"[0-9][0-9]{3}(?:\.[0-9]{4}|[0-9]{3})"
ARXIV_ID: Final = ARXIV_NUMBER + VERSION
# An archive, with the subject class that people add to it: "math.GT/0309136".
OLD_ARXIV: Final = r"[a-z]{1,9}(?:-[a-z]{2,4})?(?:\.[a-z-]{2,9})?/[0-9]{7}"
ANY_ARXIV: Final = rf"(?:{ARXIV_NUMBER}|{OLD_ARXIV}){VERSION}"

# Where pages about a paper of arXiv are; its id follows.
ARXIV_PAGE: Final = r"(?:[a-z0-9-]+\.)*arxiv\.org/(?:abs|pdf|html|ps|e-print|src|format|tb)/"
ARXIV_MIRROR: Final = (
    r"(?:www\.)?(?:alphaxiv|ar5iv|arxiv-vanity)\.(?:org|com)/(?:abs|pdf|html|papers|overview)/"
)
PAPERS_PAGE: Final = r"(?:www\.)?(?:huggingface\.co|hf\.co|emergentmind\.com)/papers/"

FORMS: Final = (
    Form("the start of a DOI", DOI_START, "10.1000", "10.100"),
    Form("the prefix of a DOI", DOI_PREFIX, "10.1000.10", "10.1000."),
    Form("doi.org", DOI_HOST, "dx.doi.org/", "doi.com/"),
    Form("a number of arXiv", ARXIV_NUMBER, "2506.13585", "2506.135"),
    Form("the digits of an id of arXiv", ARXIV_DIGITS, "2506.1358", "2506.13"),
    Form("a version", VERSION, "v12", "v"),
    Form("an arXiv id", ARXIV_ID, "0704.0001v2", "0704.0001v"),
    Form("an arXiv id before 2007", OLD_ARXIV, "math.gt/0309136", "math/030913"),
    Form("any arXiv id", ANY_ARXIV, "hep-th/9711200v3", "hep-th"),
    Form("a page of arXiv", ARXIV_PAGE, "export.arxiv.org/abs/", "arxiv.org/list/"),
    Form("a mirror of arXiv", ARXIV_MIRROR, "www.alphaxiv.org/overview/", "alphaxiv.org/"),
    Form("a page of papers", PAPERS_PAGE, "huggingface.co/papers/", "huggingface.co/models/"),
)

"""`Pmid`: the number of an article in PubMed."""

from __future__ import annotations

import re
from typing import ClassVar, Self

import attrs

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers.base import Identifier
from refcore.model.identifiers.written import tidied
from refcore.text.given import require_text
from refcore.text.patterns import regex

__all__ = ["Pmid"]

_NUMBER = regex(r"[1-9][0-9]{0,8}")
_WRITTEN = regex(
    r"""(?:
        (?:https?://)?(?:[a-z]+\.)*pubmed\.ncbi\.nlm\.nih\.gov/(?:\?term=)?
      | (?:https?://)?(?:(?:www|preview)\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/(?:\?term=)?
      | (?:https?://)?(?:www\.)?europepmc\.org/(?:abstract|article)/med/
      | (?:urn|info)\s*:\s*pmid[:/]
      | (?:(?:pubmed|medline)\s*+)?(?:pmid|pm|pubmed(?:\s*+id)?|medline)
        \s*+(?:\#|no\.?|id)?\s*+[:=/]?\s*+
    )?0*(?P<number>[0-9]{1,9})
    (?:\s*\[\s*(?:pmid|uid|pubmed[^\]]*)\s*\])?[/.,;]*(?:[?\#].*)?""",
    re.VERBOSE | re.IGNORECASE,
)


@attrs.frozen(order=False, repr=False)
class Pmid(Identifier):
    """A PubMed identifier, digits without leading zeros.

    Source: NLM, "PubMed Unique Identifier (PMID)".

    Raises `InvalidIdentifier` for anything else.

    >>> Pmid.parse("https://pubmed.ncbi.nlm.nih.gov/31452104/")
    Pmid('31452104')
    """

    scheme: ClassVar[str] = "pmid"
    number: str

    def __attrs_post_init__(self) -> None:
        require_text("Pmid", self.number)
        if not _NUMBER.fullmatch(self.number):
            raise InvalidIdentifier(
                f"{self.number!r} is not a PMID: expected a number of 1 to 9 digits"
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a PMID with or without its label or address.

        Args:
            text: The text.

        Returns:
            The PMID.

        Raises:
            InvalidIdentifier: The text is anything else, such as the id of a PMC article.

        >>> Pmid.parse("PubMed PMID: 0012345."), Pmid.parse("12345[pmid]")
        (Pmid('12345'), Pmid('12345'))
        """
        require_text("Pmid.parse", text)
        match = _WRITTEN.fullmatch(tidied(text))
        return cls(match["number"] if match else text.strip())

    def __str__(self) -> str:
        return self.number

    @property
    def url(self) -> str:
        """The address of the article's page in PubMed."""
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.number}/"

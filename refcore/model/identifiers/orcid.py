"""`Orcid`: the identifier of a person."""

from __future__ import annotations

import re
from typing import ClassVar, Self

import attrs

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers.written import tidied, with_hyphens
from refcore.text.given import require_text
from refcore.text.patterns import regex

__all__ = ["Orcid"]

_ORCID = regex(r"([0-9]{4})[- ]?([0-9]{4})[- ]?([0-9]{4})[- ]?([0-9]{3}[0-9X])")

_BEFORE = regex(
    r"(?:orcid(?!\.)(?:\s*+id)?\s*+[:=]?\s*+)?(?:https?://)?(?:(?:www\.)?(?:sandbox\.)?orcid\.org/)?",
    re.IGNORECASE,
)


@attrs.frozen(order=False, repr=False)
class Orcid:
    """An ORCID iD with a right check digit, as ``0000-0002-1825-0097``.

    Source: ISO 7064 11,2, by ORCID's "Structure of the ORCID Identifier".

    >>> Orcid.parse("https://orcid.org/0000-0002-1825-0097")
    Orcid('0000-0002-1825-0097')
    """

    scheme: ClassVar[str] = "orcid"
    id: str

    def __attrs_post_init__(self) -> None:
        require_text("Orcid", self.id)
        match = _ORCID.fullmatch(self.id)
        if match is None or self.id.count("-") != 3 or "/" in self.id:
            raise InvalidIdentifier(f"{self.id!r} is not an ORCID: expected 0000-0000-0000-000X")
        digits = self.id.replace("-", "")
        expected = _check_digit(digits[:15])
        if digits[15] != expected:
            raise InvalidIdentifier(
                f"{self.id!r} is not an ORCID: its check digit is {digits[15]}, expected {expected}"
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ORCID with or without hyphens, label and address.

        Args:
            text: The text.

        Returns:
            The ORCID.

        Raises:
            InvalidIdentifier: The text is anything else, or its check digit is wrong.

        >>> Orcid.parse("https://orcid.org/0000-0002-1825-0097")
        Orcid('0000-0002-1825-0097')
        """
        require_text("Orcid.parse", text)
        plain = with_hyphens(_BEFORE.sub("", tidied(text)).rstrip("./").upper())
        match = _ORCID.fullmatch(plain)
        return cls("-".join(match.groups()) if match else text.strip())

    def __str__(self) -> str:
        return self.id

    @property
    def url(self) -> str:
        """The address of the person's page."""
        return f"https://orcid.org/{self.id}"

    def __repr__(self) -> str:
        return f"Orcid({self.id!r})"


def _check_digit(digits: str) -> str:
    """Return the last character of an ORCID: ISO 7064, MOD 11-2.

    >>> _check_digit("000000021825009")
    '7'
    """
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    value = (12 - total % 11) % 11
    return "X" if value == 10 else str(value)

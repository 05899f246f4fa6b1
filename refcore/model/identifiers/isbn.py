"""`Isbn`: the number of a book, with 10 or 13 digits."""

from __future__ import annotations

import re
from typing import ClassVar, Self

import attrs

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers.base import Identifier
from refcore.model.identifiers.written import tidied, with_hyphens
from refcore.text.given import require_text
from refcore.text.patterns import regex

__all__ = ["Isbn"]

_DIGITS = regex(r"[0-9]{13}")
_WRITTEN = regex(
    r"""(?:
        (?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}/(?:[^\s?\#]*/)?
            (?:isbn/|dp/|gp/product/|ean/|[^\s]*[?&](?:vid|isbn|ean|q)=(?:isbn:?)?)
      | urn\s*:\s*isbn\s*:\s*
      | (?:[ep]-?)?(?:isbn|sbn)(?:[\s-]*(?:10|13)(?=\s*[:)\s.=]))?
            \s*+(?:\([^)]*\)|no\.?|number)?\s*+[:=.]?\s*+
    )?(?P<digits>[0-9][0-9 -]*[0-9xX])
    (?:\s*+[(\[][^)\]]*[)\]])?\s*+[.,;:]*(?:[/?&\#].*)?""",
    re.VERBOSE | re.IGNORECASE,
)


@attrs.frozen(order=False, repr=False)
class Isbn(Identifier):
    """An ISBN with a right check digit, stored as 13 digits; the older form of 10 is equal.

    Source: ISO 2108; International ISBN Agency, "ISBN Users' Manual", sections 4 and 5.

    Raises `InvalidIdentifier` for another length, a wrong check digit, or a prefix that no
    book has (``979-0`` is for printed music).

    >>> Isbn.parse("ISBN 0-306-40615-2") == Isbn("9780306406157")
    True
    """

    scheme: ClassVar[str] = "isbn"
    digits: str

    def __attrs_post_init__(self) -> None:
        require_text("Isbn", self.digits)
        if not _DIGITS.fullmatch(self.digits):
            raise _refuse(self.digits, "expected 10 or 13 digits")
        if not self.digits.startswith(("978", "979")) or self.digits.startswith("9790"):
            raise _refuse(self.digits, "13 digits begin with 978 or 979, and not with 9790")
        expected = _check_digit_13(self.digits[:12])
        if self.digits[12] != expected:
            raise _refuse(self.digits, f"its check digit is {self.digits[12]}, expected {expected}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISBN with or without hyphens, label and address.

        Args:
            text: The text, of ten or thirteen digits.

        Returns:
            The ISBN, with thirteen digits.

        Raises:
            InvalidIdentifier: The text is anything else, or its check digit is wrong.

        >>> Isbn.parse("urn:isbn:9783161484100"), Isbn.parse("ISBN-13: 978-3-16-148410-0 (hbk.)")
        (Isbn('9783161484100'), Isbn('9783161484100'))
        """
        require_text("Isbn.parse", text)
        match = _WRITTEN.fullmatch(with_hyphens(tidied(text)))
        digits = re.sub(r"[ -]", "", match["digits"]).upper() if match else ""
        if match and len(digits) == 9 and re.match("sbn", tidied(text), re.IGNORECASE):
            digits = f"0{digits}"
        if len(digits) == 10 and digits[:9].isdigit():
            expected = _check_digit_10(digits[:9])
            if digits[9] != expected:
                raise _refuse(digits, f"its check digit is {digits[9]}, expected {expected}")
            digits = f"978{digits[:9]}"
            digits += _check_digit_13(digits)
        return cls(digits or text.strip())

    @property
    def isbn10(self) -> str | None:
        """The form with 10 digits, or None if there is none (prefix 979).

        >>> Isbn("9780306406157").isbn10
        '0306406152'
        """
        if not self.digits.startswith("978"):
            return None
        return self.digits[3:12] + _check_digit_10(self.digits[3:12])

    def __str__(self) -> str:
        return self.digits

    @property
    def url(self) -> str:
        """The address of the book's page at Open Library."""
        return f"https://openlibrary.org/isbn/{self.digits}"


def _refuse(text: str, why: str) -> InvalidIdentifier:
    return InvalidIdentifier(f"{text!r} is not an ISBN: {why}")


def _check_digit_13(digits: str) -> str:
    """Return the last digit of an ISBN-13.

    >>> _check_digit_13("978030640615")
    '7'
    """
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)


def _check_digit_10(digits: str) -> str:
    """Return the last digit of an ISBN-10, X for 10.

    >>> _check_digit_10("030640615"), _check_digit_10("097522980")
    ('2', 'X')
    """
    value = -sum(
        int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)
    )
    return "X" if value % 11 == 10 else str(value % 11)

"""Identifiers of papers: `ArxivId` and `Doi`, in one module because arXiv registers DOIs."""

from __future__ import annotations

import re
from typing import ClassVar, Self
from urllib.parse import unquote

import attrs

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers.base import Identifier
from refcore.model.identifiers.written import tidied, with_hyphens, without_end
from refcore.text.given import require_text
from refcore.text.idforms import ARXIV_MIRROR, ARXIV_PAGE, DOI_HOST, DOI_PREFIX, PAPERS_PAGE
from refcore.text.patterns import regex

__all__ = ["ArxivId", "Doi"]

# The archives that issued identifiers before April 2007.
# Source: arXiv, "Understanding the arXiv identifier" and the category taxonomy.
OLD_ARCHIVES = frozenset(
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg "
    "comp-gas cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph "
    "mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int "
    "supr-con".split()
)

_PREFIX = regex(
    rf"""\s*+[\[(<]?\s*+(?:
        (?:https?://)?{ARXIV_PAGE}
      | (?:https?://)?{ARXIV_MIRROR}
      | (?:https?://)?{PAPERS_PAGE}
      | (?:https?://)?(?:www\.)?scirate\.com/arxiv/
      | (?:https?://)?(?:(?:www|api|ui)\.)?(?:semanticscholar\.org|adsabs\.harvard\.edu/abs)/arxiv[:/]
      | (?:(?:https?://)?{DOI_HOST}|(?:urn:)?doi[:\s]\s*|info:doi/)?10\.48550/arxiv[.:]
      | (?:info|urn):arxiv[:/]
      | (?:arxiv\s+(?:e-?prints?|preprints?)\b[\s,:]*)?arxiv(?:\.org)?\s*(?:[:/]|\.(?=[0-9a-z]))\s*
      | arxiv(?=[0-9]{{4}}\.)
      | (?:corr|computing\ research\ repository)\b[\s,:]*(?:abs/)?
      | arxiv\s+(?:e-?prints?|preprints?)\b[\s,:]*
      | e-?prints?\s*[:\s]\s*
      | abs/
      | arxiv\s+(?=[0-9a-z])
    )(?:(?<=arxiv:)\s*abs/)?""",
    re.VERBOSE | re.IGNORECASE,
)
_TAIL = regex(
    r"(?:\.pdf|\.ps\.gz|\.ps|/)?[\])>]?(?:[?#].*)?(?:\s*\[[A-Za-z., -]+\])?[\s.,;)\]>]*", re.DOTALL
)
_BODY = regex(
    r"""(?:
        (?P<date>[0-9]{4})\.(?P<number>[0-9]+)
      | (?P<archive>[A-Za-z]+(?:-[A-Za-z]+)*)(?:\.[A-Za-z-]{2,})?[/ ]
        (?P<olddate>[0-9]{4})(?P<oldnumber>[0-9]+)
    )(?:v(?P<version>[0-9]{1,6}))?""",
    re.VERBOSE | re.IGNORECASE,
)


def _within(text: str) -> re.Match[str]:
    """Return the id in a text with what people write around it."""
    plain = with_hyphens(unquote(tidied(text)))
    prefix = _PREFIX.match(plain)
    start = prefix.end() if prefix else len(plain) - len(plain.lstrip(" [(<"))
    body = _BODY.match(plain, start)
    if body is None or not _TAIL.fullmatch(plain, body.end()):
        raise _refuse(text.strip(), "expected YYMM.number or archive/YYMMnumber")
    return body


def _refuse(text: str, why: str) -> InvalidIdentifier:
    return InvalidIdentifier(f"{text!r} is not an arXiv id: {why}")


def _month_fault(date: str) -> str | None:
    """Say that the month of an arXiv id does not exist.

    >>> _month_fault("2513")
    'month 13 does not exist'
    """
    month = int(date[2:])
    return None if 1 <= month <= 12 else f"month {date[2:]} does not exist"


def _new_style_fault(date: str, number: str) -> str | None:
    """Say what is wrong with a date and a number of the form since April 2007.

    >>> _new_style_fault("1501", "1234")
    'since 1501 the number has 5 digits, not 4'
    >>> _new_style_fault("0701", "1234")
    'ids of the form YYMM.number begin with 0704 (April 2007), not 0701'
    """
    if fault := _month_fault(date):
        return fault
    if date < "0704":
        return f"ids of the form YYMM.number begin with 0704 (April 2007), not {date}"
    digits = 4 if date < "1501" else 5
    if len(number) != digits:
        since = "since 1501" if digits == 5 else "before 1501"
        return f"{since} the number has {digits} digits, not {len(number)}"
    return "numbers begin with 1" if int(number) == 0 else None


def _old_style_fault(archive: str, date: str, number: str) -> str | None:
    """Say what is wrong with an archive, a date and a number of the form before April 2007.

    >>> _old_style_fault("hep-th", "9108", "001"), _old_style_fault("hep", "9108", "001")
    (None, "there was no archive 'hep' before April 2007")
    """
    if archive not in OLD_ARCHIVES:
        return f"there was no archive {archive!r} before April 2007"
    if fault := _month_fault(date):
        return fault
    if "0703" < date < "9107":
        return f"ids of the form archive/YYMMnumber run from 9107 to 0703, not {date}"
    if len(number) != 3:
        return f"the number has 3 digits, not {len(number)}"
    return "numbers begin with 1" if int(number) == 0 else None


@attrs.frozen(order=False)
class ArxivId(Identifier):
    """An arXiv identifier, with its version as a separate part.

    `bare` is the id without version and without subject class
    (``2506.13585``, ``math/0309136``). `version` is None if the id names none.
    Source of the rules: arXiv, "Understanding the arXiv identifier".

    Raises `InvalidIdentifier` for a malformed or impossible id.

    >>> ArxivId("2506.13585", 1)
    ArxivId('2506.13585', version=1)
    >>> ArxivId("2513.00001")
    Traceback (most recent call last):
    refcore.errors.InvalidIdentifier: '2513.00001' is not an arXiv id: month 13 does not exist
    """

    scheme: ClassVar[str] = "arXiv"
    bare: str
    version: int | None = None

    def __attrs_post_init__(self) -> None:
        require_text("ArxivId", self.bare)
        match = _BODY.fullmatch(self.bare)
        if match is None or match["version"] is not None:
            raise _refuse(
                self.bare,
                "expected YYMM.number or archive/YYMMnumber alone; "
                "ArxivId.parse reads versions and addresses",
            )
        if match["date"] is not None:
            fault = _new_style_fault(match["date"], match["number"])
        else:
            archive = match["archive"].lower()
            fault = _old_style_fault(archive, match["olddate"], match["oldnumber"])
            number = match["olddate"] + match["oldnumber"]
            object.__setattr__(self, "bare", f"{archive}/{number}")
        if fault:
            raise _refuse(self.bare, fault)
        if self.version is not None and self.version < 1:
            raise _refuse(f"{self.bare}v{self.version}", "versions begin with 1")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an id as people write it.

        Args:
            text: A bare id, ``arXiv:…``, ``CoRR abs/…``, an address at arXiv or at a site that
                shows its papers, or a DOI under ``10.48550/arXiv.``.

        Returns:
            The id, with its version where the text has one.

        Raises:
            InvalidIdentifier: The text is anything else.

        >>> ArxivId.parse("https://arxiv.org/pdf/2506.13585v1.pdf")
        ArxivId('2506.13585', version=1)
        >>> ArxivId.parse("10.48550/arXiv.2506.13585")
        ArxivId('2506.13585')
        >>> ArxivId.parse("arXiv:math.GT/0309136v2")
        ArxivId('math/0309136', version=2)
        """
        require_text("ArxivId.parse", text)
        body = _BODY.fullmatch(text) if text.isascii() else None
        if body is None or (body["archive"] and body["archive"].lower() not in OLD_ARCHIVES):
            body = _within(text)
        name, _, _ = body[0].lower().partition("v") if body["date"] else (body[0], "", "")
        if body["archive"]:
            name = f"{body['archive'].lower()}/{body['olddate']}{body['oldnumber']}"
        return cls(name, None if body["version"] is None else int(body["version"]))

    def __str__(self) -> str:
        return self.bare if self.version is None else f"{self.bare}v{self.version}"

    def __repr__(self) -> str:
        version = "" if self.version is None else f", version={self.version}"
        return f"ArxivId({self.bare!r}{version})"

    @property
    def unversioned(self) -> ArxivId:
        """The same paper without a version."""
        return self if self.version is None else self.with_version(None)

    def with_version(self, version: int | None) -> ArxivId:
        """Return the same paper in another version.

        Args:
            version: The version, None for an id without one.

        Returns:
            The id.

        Raises:
            InvalidIdentifier: The version is below 1.

        >>> ArxivId("1706.03762").with_version(5)
        ArxivId('1706.03762', version=5)
        """
        if version is not None and version < 1:
            return ArxivId(self.bare, version)  # which says what is wrong
        # `bare` was checked when this id was made, and the check takes a pattern.
        found = object.__new__(type(self))
        object.__setattr__(found, "bare", self.bare)
        object.__setattr__(found, "version", version)
        return found

    @property
    def year(self) -> int:
        """The year in which arXiv issued the id."""
        digits = int(self._date[:2])
        return digits + (1900 if "/" in self.bare and digits > 90 else 2000)

    @property
    def month(self) -> int:
        """The month, 1 to 12, in which arXiv issued the id."""
        return int(self._date[2:])

    @property
    def _date(self) -> str:
        return self.bare.rpartition("/")[2][:4]

    @property
    def url(self) -> str:
        """The address of the abstract page."""
        return f"https://arxiv.org/abs/{self}"

    @property
    def doi(self) -> Doi:
        """The DOI that arXiv registers for the paper (all versions share it)."""
        return Doi(f"10.48550/arXiv.{self.bare}")


_DOI = regex(rf"{DOI_PREFIX}/\S+")
# The form of most DOIs, which need no tidying.
_PLAIN_DOI = regex(rf"{DOI_PREFIX}/[A-Za-z0-9._/()-]*[A-Za-z0-9]")
_DOI_ADDRESS = regex(
    r"(?:(?:https?://)?(?:[a-z0-9-]+\.)*doi(?:\.org|-org)(?:[.a-z0-9-]*)(?::[0-9]+)?/+(?:doi:)?)"
    r"{1,3}\s*",
    re.IGNORECASE,
)
_DOI_LABEL = regex(
    r"(?:(?:urn|info)\s*:\s*)?(?:digital object identifier|doi)\b"
    r"(?:\s*+(?:name|number|link|no\.?))?\s*+(?:\([^)]*\))?\s*+[:=/]?\s*+",
    re.IGNORECASE,
)
# A DOI in the address of a publisher or a library, up to the end of the path or of the value.
_DOI_INSIDE = regex(rf"(?<=[/=:]){DOI_PREFIX}/[^?#&\s]+")
_PAGE_OF_DOI = regex(
    r"""(?:/(?:e?pdf|pdfdirect|full(?:text)?|abstract|abs|html?|summary|meta|epub|references
      |figures|citation|download|asset|sici|tables?)(?:/.*)?
      | (?:v[0-9]+)?\.(?:full|abstract|article-info|supplementary-material)
        (?:[.-]?(?:text|html?|pdf)\+?.*)?
      | \.(?:pdf|html?|xml|epub)
      | (?<=[0-9])v[0-9]+(?=$) )+$""",
    re.VERBOSE | re.IGNORECASE,
)
_TRACKING = regex(r"\?(?:[a-z_]+=.*|nosfx.*|journalcode.*|$)|#(?=[a-z]{2}).*", re.IGNORECASE)
_SHORT_DOI = regex(r"10/[a-z0-9]{3,10}", re.IGNORECASE)


@attrs.frozen(order=False, repr=False)
class Doi(Identifier):
    """A DOI name, kept as written; names that differ only in case are equal.

    Source: DOI Handbook, section 2 (syntax, case insensitivity).

    >>> Doi.parse("https://doi.org/10.1000/ABC") == Doi("10.1000/abc")
    True
    """

    scheme: ClassVar[str] = "doi"
    name: str = attrs.field(eq=str.casefold)

    def __attrs_post_init__(self) -> None:
        require_text("Doi", self.name)
        if not _DOI.fullmatch(self.name):
            raise InvalidIdentifier(
                f"{self.name!r} is not a DOI: expected 10.REGISTRANT/SUFFIX without spaces"
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a DOI name, ``doi:…``, an address at doi.org, or another one that contains a DOI.

        Args:
            text: The text.

        Returns:
            The DOI.

        Raises:
            InvalidIdentifier: The text has none.

        >>> Doi.parse("https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf")
        Doi('10.1007/s11263-015-0816-y')
        """
        require_text("Doi.parse", text)
        if _PLAIN_DOI.fullmatch(text):
            # Most have this form, which holds more than the check of a new DOI asks for.
            found = object.__new__(cls)
            object.__setattr__(found, "name", text)
            return found
        plain = _unescaped(tidied(text))
        for _ in range(3):
            label = _DOI_LABEL.match(plain)
            plain = plain[label.end() :] if label else plain
        if address := _DOI_ADDRESS.match(plain):
            name = _TRACKING.sub("", unquote(plain[address.end() :]))
        elif plain[:8].lower().startswith(("http://", "https://", "www.")):
            inside = _DOI_INSIDE.search(unquote(plain))
            name = _PAGE_OF_DOI.sub("", inside[0]) if inside else plain
        else:
            name = plain
        name = without_end(name)
        if _SHORT_DOI.fullmatch(name):
            raise InvalidIdentifier(
                f"{name!r} is a short DOI, expected the DOI that https://doi.org/{name} leads to"
            )
        return cls(name if _DOI.fullmatch(name) else text.strip())

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        """The address that resolves the DOI."""
        return f"https://doi.org/{self.name}"

    @property
    def arxiv(self) -> ArxivId | None:
        """The arXiv id after a DOI that arXiv registers, or None for any other DOI."""
        if not self.name.casefold().startswith("10.48550/arxiv."):
            return None
        try:
            return ArxivId.parse(self.name)
        except InvalidIdentifier:
            return None


def _unescaped(text: str) -> str:
    r"""Return an identifier without LaTeX's escapes.

    >>> _unescaped(r"10.1000/a\_b")
    '10.1000/a_b'
    """
    if "\\" not in text and "{" not in text:
        return text
    plain = re.sub(r"\\(?:url|href|doi)\s*\{([^{}]*)\}.*", r"\1", text, flags=re.DOTALL)
    return re.sub(r"\{?\\([_%&#$<>{}])\}?|\{([_<>])\}", r"\1\2", plain)

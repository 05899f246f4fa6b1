"""The web addresses of references that no source covers, and how they answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import attrs

from refcore.model.reference import Reference
from refcore.net.addresses import LinkAnswer
from refcore.text.addresses import without_end
from refcore.text.patterns import regex
from refcore.verification.case import identifiers_of
from refcore.verification.report import Report, Verdict

__all__ = ["addresses_of", "with_links"]

_ADDRESS: Final = regex(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)
_AFTER: Final = ".,;:!?'*_"
_MOST: Final = 10  # addresses of one reference


def addresses_of(reference: Reference) -> tuple[str, ...]:
    """Return the web addresses that a reference names, its own address first.

    >>> note = {"note": "Code (https://example.org/code), read in May."}
    >>> addresses_of(Reference("a", url="https://example.org/a", fields=note))
    ('https://example.org/a', 'https://example.org/code')
    """
    texts = [*reference.fields.values(), *reference.extra.values()]
    named = [_trimmed(found) for text in texts for found in _ADDRESS.findall(text)]
    own = [reference.url.strip()] if reference.url.strip() else []
    return tuple(dict.fromkeys(own + named))[:_MOST]


def with_links(
    reports: Sequence[Report], ask_all: Callable[[Iterable[str]], Mapping[str, LinkAnswer]]
) -> list[Report]:
    """Return the reports, with the answers of the addresses where no source covers the work.

    `ask_all` asks several addresses, such as `refcore.net.links.LinkClient.ask_all`.
    """
    wanted = [addresses_of(one.reference) if _is_uncovered(one) else () for one in reports]
    answers = ask_all(dict.fromkeys(url for urls in wanted for url in urls))
    return [
        attrs.evolve(report, links=tuple(answers[url] for url in urls)) if urls else report
        for report, urls in zip(reports, wanted, strict=True)
    ]


def _is_uncovered(report: Report) -> bool:
    if report.record is not None or identifiers_of(report.reference):
        return False
    return report.verdict in (Verdict.NOT_COVERED, Verdict.UNCHECKED)


def _trimmed(address: str) -> str:
    """Remove what a sentence adds to the end of an address.

    >>> _trimmed("https://example.org/code),")
    'https://example.org/code'
    """
    return without_end(address, _AFTER, ")")

"""Links of identifiers, of titles if no identifier is printed, and of addresses in text.

Source: CSL 1.0.2, Appendix VI "Links".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote

from refcore.csl.processor.tree import Inline, Span, replaced, spans_of
from refcore.text.addresses import without_end
from refcore.text.patterns import regex

__all__ = ["LINKED", "address_of", "with_links", "with_title_link"]

_DOI = regex(r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\S+/\S.*)$")
_PMID = regex(r"^\s*([0-9]{1,9})\s*$")
_PMCID = regex(r"(?i)^\s*(?:PMC)?([0-9]{1,9})\s*$")
_URL = regex(r"(?i)^(https?)://\S")
# The characters that an address may have; all others are percent-encoded.
_SAFE = "/:;()@!$&'*+,=~%-._"
_ADDRESS = regex(r"https?://[^\s<>\"“”«»\\^`{|}]+", re.IGNORECASE)
_BEFORE = regex(r"https?://\S*\Z", re.IGNORECASE)
_MARKS = ".,;:!?'’…"


def _doi(value: str) -> str:
    """Return the address of a DOI, or nothing for another text.

    >>> _doi("doi:10.1000/a b"), _doi("n/a")
    ('https://doi.org/10.1000/a%20b', '')
    """
    match = _DOI.match(value.strip())
    return f"https://doi.org/{quote(match[1], _SAFE.replace('%', ''))}" if match else ""


def _pmid(value: str) -> str:
    match = _PMID.match(value)
    return f"https://www.ncbi.nlm.nih.gov/pubmed/{match[1]}" if match else ""


def _pmcid(value: str) -> str:
    """Return the address of an article in PubMed Central, or nothing for another text.

    >>> _pmcid("PMC12345")
    'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12345'
    """
    match = _PMCID.match(value)
    return f"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{match[1]}" if match else ""


def _url(value: str) -> str:
    """Return a web address with its scheme in lower case, or nothing for another text.

    >>> _url("HTTPS://example.org/a b"), _url("javascript:x")
    ('https://example.org/a%20b', '')
    """
    scheme, colon, rest = value.strip().partition(":")
    if not _URL.match(value.strip()):
        return ""
    return f"{scheme.lower()}{colon}{quote(rest, _SAFE + '?#[]')}"


# The order of preference for the link of a title.
LINKED: dict[str, Callable[[str], str]] = {
    "DOI": _doi, "PMCID": _pmcid, "PMID": _pmid, "URL": _url
}  # fmt: skip


@functools.lru_cache(maxsize=1024)  # a link asks for it, then the title of the entry
def address_of(variable: str, value: str) -> str:
    """Return the address that a variable links to, or an empty text if it has none.

    >>> address_of("DOI", "10.1002/(SICI)1<2::AID>3.0")
    'https://doi.org/10.1002/(SICI)1%3C2::AID%3E3.0'
    >>> address_of("PMCID", "PMC7"), address_of("URL", "javascript:alert(1)")
    ('https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7', '')
    """
    maker = LINKED.get(variable)
    return maker(value) if maker is not None and value else ""


def with_title_link(
    parts: Sequence[Sequence[Inline]], text_of: Callable[[str], str]
) -> list[list[Inline]]:
    """Return an entry with a link on its title, if no identifier in it is a link.

    `text_of` returns the value of a variable.

    >>> with_title_link([[Span("title", "", ("On moss",))]], {"DOI": "10.1/x"}.get)
    [[Span(kind='link', value='https://doi.org/10.1/x', children=('On moss',))]]
    """
    held = [list(part) for part in parts]
    addresses = (address_of(variable, text_of(variable) or "") for variable in LINKED)
    address = next(filter(None, addresses), "")
    if not address or any(True for part in held for _ in spans_of(part, "link")):
        return held
    title = next((span for part in held for span in spans_of(part, "title")), None)
    if title is None:
        return held
    link = Span("link", address, title.children)
    return [replaced(part, title, [link]) for part in held]


def with_links(tree: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return a tree in which http and https addresses are links.

    If the text before a link shows the head of its address, the head joins the link.

    >>> with_links(("See https://a.org/x.",))
    ('See ', Span(kind='link', value='https://a.org/x', children=('https://a.org/x',)), '.')
    >>> with_links(("At https://doi.org/", Span("link", "https://doi.org/10.1/x", ("10.1/x",))))[1]
    Span(kind='link', value='https://doi.org/10.1/x', children=('https://doi.org/', '10.1/x'))
    """
    return tuple(_linked(list(tree)))


def _linked(tree: list[Inline]) -> Iterator[Inline]:
    for place, inline in enumerate(tree):
        if isinstance(inline, str):
            after = tree[place + 1] if place + 1 < len(tree) else ""
            head = ""
            if not isinstance(after, str) and (head := _head(inline, after)):
                tree[place + 1] = after._replace(children=(head, *after.children))
            yield from _split(inline.removesuffix(head))
        elif inline.kind == "link":
            yield inline
        else:
            yield inline._replace(children=with_links(inline.children))


def _head(text: str, after: Span) -> str:
    """Return the end of a text that is the head of the address shown by the link after it."""
    if after.kind != "link" or not text.endswith("/"):
        return ""
    match = _BEFORE.search(text)
    return match[0] if match else ""


def _split(text: str) -> Iterator[Inline]:
    position = 0
    for match in _ADDRESS.finditer(text):
        address = without_end(match[0], _MARKS, ")]")
        if match.start() > position:
            yield text[position : match.start()]
        scheme, colon, rest = address.partition(":")
        yield Span("link", f"{scheme.lower()}{colon}{rest}", (address,))
        position = match.start() + len(address)
    if position < len(text):
        yield text[position:]

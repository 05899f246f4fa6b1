"""Identifiers and addresses of an entry: `eprint`, `doi`, `url`, and arXiv ids in prose."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers import ArxivId, Doi
from refcore.text.idforms import OLD_ARXIV, VERSION
from refcore.text.patterns import regex

__all__ = [
    "arxiv_in_text",
    "clean_url",
    "clean_urls",
    "is_arxiv_journal",
    "read_arxiv",
    "read_doi",
]

_URL_COMMAND: Final = regex(
    r"\\(?:url|path|nolinkurl)\s*\{(.*)\}|\\href\s*\{([^{}]*)\}.*", re.DOTALL
)
_BETWEEN_URLS: Final = regex(r"[,;]?\s+(?=\\url\{https?:|https?:)")
_ESCAPE: Final = regex(r"\{?\\([_%&#$])\}?|\{?\\(?:textasciitilde|~)(?:\{\})?\}?|\$\\sim\$")
_SIGNS: Final = {"textless": "<", "textgreater": ">", "slash": "/", "textunderscore": "_"}
_SIGN: Final = regex(r"\{?\\(textless|textgreater|slash|textunderscore)(?![A-Za-z])\s*(?:\{\})?\}?")
_ARXIV_TEXT: Final = regex(
    r"\barxiv(?:\s+e-?prints?|\s+preprints?)?[\s,:]*(?:arxiv\s*[:/]\s*|abs/)?"
    rf"([0-9]{{4}}\.[0-9]+(?:v[0-9]+)?|{OLD_ARXIV}{VERSION})(?![\w.]*[0-9])",
    re.IGNORECASE,
)
_CORR_TEXT: Final = regex(r"\babs/([0-9]{4}\.[0-9]+(?:v[0-9]+)?)", re.IGNORECASE)
_ARXIV_JOURNAL: Final = regex(
    r"(?:arxiv(?:\.org)?|corr|computing research repository)\b.*", re.IGNORECASE | re.DOTALL
)


def clean_url(text: str) -> str:
    r"""Return an address without `\url{}` and without the escapes that LaTeX needs.

    Only ``\_ \% \& \# \$ \~`` are undone; nothing else in an address changes.

    >>> clean_url(r"\url{http://a.b/c\_d%20e}")
    'http://a.b/c_d%20e'
    """
    is_escaped = "\\" in text
    if is_escaped and (match := _URL_COMMAND.fullmatch(text.strip())):
        text = match[1] if match[1] is not None else match[2]
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    return (_ESCAPE.sub(lambda found: found[1] or "~", text) if is_escaped else text).strip()


def clean_urls(text: str) -> list[str]:
    r"""Return the addresses of a field, where Mendeley writes several, each as `clean_url` does.

    >>> clean_urls(r"https://a.org/1 https://b.org/2"), clean_urls("https://a.org/x y")
    (['https://a.org/1', 'https://b.org/2'], ['https://a.org/x y'])
    """
    if text.count("://") < 2:
        return [clean_url(text)]
    return [clean_url(part) for part in _BETWEEN_URLS.split(text.strip()) if part]


def read_arxiv(text: str) -> ArxivId:
    """Read an `eprint`; raises `InvalidIdentifier` with the reason."""
    return ArxivId.parse(clean_url(text))


def read_doi(text: str) -> Doi:
    r"""Read a `doi`; raises `InvalidIdentifier` with the reason.

    Exporters write the signs of old DOIs as commands.

    >>> read_doi(r"10.1002/(SICI)1-8{\textless}1::AID-2{\textgreater}3.0.CO;2-2").bare
    '10.1002/(SICI)1-8<1::AID-2>3.0.CO;2-2'
    """
    plain = clean_url(text)
    return Doi.parse(_SIGN.sub(lambda found: _SIGNS[found[1]], plain) if "\\" in plain else plain)


def arxiv_in_text(text: str) -> ArxivId | None:
    """Return the arXiv id that a journal or note states, or None.

    >>> arxiv_in_text("arXiv preprint arXiv:1706.03762"), arxiv_in_text("CoRR, abs/1412.6980")
    (ArxivId('1706.03762'), ArxivId('1412.6980'))
    """
    if text.isascii() and "arxiv" not in (lower := text.lower()) and "abs/" not in lower:
        return None
    match = _ARXIV_TEXT.search(text) or _CORR_TEXT.search(text)
    if match is None:
        return None
    try:
        return ArxivId.parse(match[1])
    except InvalidIdentifier:
        return None


@lru_cache(maxsize=1024)  # a file has few journals
def is_arxiv_journal(text: str) -> bool:
    """Return whether a journal field only says that the work is on arXiv.

    >>> is_arxiv_journal("arXiv preprint arXiv:1706.03762"), is_arxiv_journal("Nature")
    (True, False)
    """
    return bool(_ARXIV_JOURNAL.match(text.strip()))

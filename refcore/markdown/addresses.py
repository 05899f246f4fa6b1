"""What an address leads to: a paper, a repository, a model, a data set or a web page."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit

from refcore.model.identifiers import Doi
from refcore.model.identifiers.addressed import identifier_at
from refcore.text.idforms import ARXIV_MIRROR, ARXIV_PAGE, DOI_HOST, PAPERS_PAGE
from refcore.text.patterns import regex

__all__ = ["address_key", "address_title", "address_type", "paper_address"]

_ARXIV = regex(
    rf"https?://(?:{ARXIV_PAGE}|{ARXIV_MIRROR}|{PAPERS_PAGE}(?=[0-9]{{4}}\.[0-9]))(?P<id>[^?#]+)",
    re.IGNORECASE,
)
_DOI = regex(rf"https?://{DOI_HOST}(?P<doi>10\.[^?#]+)", re.IGNORECASE)
_CODE_HOSTS = frozenset("github.com gitlab.com bitbucket.org codeberg.org".split())
_MODEL_HOSTS = frozenset("huggingface.co hf.co".split())
# First path segments that do not name the owner of a repository or model.
_NO_OWNER = frozenset(
    "about apps blog collections contact docs enterprise events explore features groups issues "
    "join login marketplace new notifications orgs papers posts pricing pulls search settings "
    "site spaces sponsors tasks topics trending users".split()
)
_INSIDE_REPOSITORY = frozenset("tree releases tags src wiki".split())


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _host(parts: SplitResult) -> str:
    return parts.netloc.rpartition("@")[2].casefold().removeprefix("www.")


def _segments(parts: SplitResult) -> list[str]:
    return [segment for segment in parts.path.split("/") if segment]


def paper_address(url: str) -> tuple[str, str]:
    """Return ``("arxiv", id)``, ``("doi", name)`` or ``("", "")`` for an address.

    >>> paper_address("https://arxiv.org/pdf/2506.13585v1.pdf")
    ('arxiv', '2506.13585v1')
    >>> paper_address("https://dl.acm.org/doi/abs/10.1145/3292500.3330701")
    ('doi', '10.1145/3292500.3330701')
    >>> paper_address("https://doi.org/10.1000/182")
    ('doi', '10.1000/182')
    """
    match = _ARXIV.match(url)
    if match:
        return "arxiv", re.sub(r"(?:\.pdf|\.ps\.gz|\.ps)?/*$", "", match["id"])
    if match := _DOI.match(url):
        return "doi", unquote(match["doi"]).rstrip("/")
    stated = identifier_at(url)
    return ("doi", stated.name) if isinstance(stated, Doi) else ("", "")


def address_type(url: str) -> str:
    """Return the CSL type of the work at an address that is not a paper's.

    >>> address_type("https://github.com/MiniMax-AI/MiniMax-M1")
    'software'
    >>> address_type("https://huggingface.co/datasets/squad"), address_type("https://github.com/x")
    ('dataset', 'webpage')
    """
    parts = _split(url)
    host, path = _host(parts), _segments(parts)
    if host in _MODEL_HOSTS and path and path[0] == "datasets" and len(path) in (2, 3):
        return "dataset"
    if host in _MODEL_HOSTS and path and path[0] == "spaces" and len(path) == 3:
        return "software"
    if len(path) < 2 or path[0].casefold() in _NO_OWNER:
        return "webpage"
    inside = path[2] if len(path) > 2 else "tree"
    if host in _CODE_HOSTS:
        whole = inside in _INSIDE_REPOSITORY or (host == "gitlab.com" and "-" not in path)
        return "software" if whole else "webpage"
    return "software" if host in _MODEL_HOSTS and inside == "tree" else "webpage"


def address_title(url: str) -> str:
    """Return the name of the repository, model or data set at an address, else nothing.

    >>> address_title("https://github.com/berg/moss-net"), address_title("https://a.org")
    ('moss-net', '')
    """
    path = _segments(_split(url))
    if address_type(url) == "webpage":
        return ""
    place = 2 if path[0] == "spaces" or (path[0] == "datasets" and len(path) == 3) else 1
    return unquote(path[place]).removesuffix(".git")


def address_key(url: str) -> str:
    """Return a key that addresses of the same place share.

    >>> address_key("http://www.Example.org/a/") == address_key("https://example.org/a#top")
    True
    """
    parts = _split(url)
    path = parts.path.rstrip("/")
    if _host(parts) in _CODE_HOSTS | _MODEL_HOSTS:
        path = path.casefold().removesuffix(".git")
    query = f"?{parts.query}" if parts.query else ""
    return f"{_host(parts)}{path}{query}" if parts.netloc else url

"""Web pages: entries of Wikipedia, posts of blogs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from refcore.csl.fitting import Fitting
from refcore.csl.kinds.shared import HOST, is_loose
from refcore.text.patterns import regex

__all__ = ["addition_of_page", "blog", "post", "wikipedia"]

# "List of bogs --- Wikipedia, The Free Encyclopedia", as Wikipedia's own export has it.
_SPAN: Final = r"(?:<span class=\"nocase\">)?"
_WIKIPEDIA: Final = regex(
    rf"(.{{1,300}}?)\s*(?:[—–|]|-{{1,3}})\s*{_SPAN}(?P<name>Wikipedia|Wiktionary)(?:</span>)?"
    r"(?:[,:]\s*(?:the|die|la|l')\s?\S+\s\S+)?[\s.]*",
    re.IGNORECASE,
)
_WIKIS: Final = ("Wikipedia", "Wiktionary")
_CONTRIBUTORS: Final = regex(r"(?:Wikipedia|Wiktionary) (?:contributors|editors|authors)", re.I)
_BLOG: Final = regex(r"(?:we)?blog(?: (?:post|entry))?|billet", re.IGNORECASE)
_SHOWN: Final = regex(
    r"\[?(?:video|film|photographs?|infographic|podcast|interactive map|map|slides|blog post"
    r"|tweet|thread|status update|(?:facebook |instagram |linkedin |online |forum |mastodon )*post"
    r"|online forum (?:post|comment)|comment|reel|story|highlight|(?:tiktok )?profile|toot)\]?",
    re.IGNORECASE,
)

# Sites of social media by their hosts.
_SOCIAL: Final[Mapping[str, str]] = {
    "twitter.com": "Twitter",
    "x.com": "X",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "linkedin.com": "LinkedIn",
    "reddit.com": "Reddit",
    "tiktok.com": "TikTok",
}


def post(one: Fitting) -> None:
    """Name the site of a post on a social medium by its address (APA 7, section 10.15)."""
    item = one.item
    is_bare = is_loose(one) and not {"publisher", "container-title"} & set(item)
    host = HOST.match(item.get("URL", "")) if is_bare else None
    if host is not None and (site := _SOCIAL.get(host[1].lower())):
        item["publisher"] = site


def wikipedia(one: Fitting) -> None:
    """Separate the title of a Wikipedia entry from "Wikipedia", which its export appends.

    APA 7 (section 10.3, example 49) and MLA 9 (section 5.7) name no authors.
    """
    item, guide = one.item, one.guide
    if item["type"] not in ("webpage", "document", "entry-encyclopedia", "chapter"):
        return
    title = item.get("title", "")
    found = _WIKIPEDIA.fullmatch(title) if "Wiki" in title else None
    if found is not None:
        item["title"] = found[1]
        item.setdefault("container-title", found["name"])
    if item.get("publisher", "") in _WIKIS and "container-title" not in item:
        item["container-title"] = item.pop("publisher")
    if item.get("container-title", "") not in _WIKIS:
        return
    if guide.name.startswith(("apa", "modern-language-association")):
        # APA's style prints the day of a document, but not of an encyclopedia entry.
        item["type"] = "document" if guide.name.startswith("apa") else "entry-encyclopedia"
        names = [name.name for name in one.reference.authors]
        if len(names) == 1 and _CONTRIBUTORS.fullmatch(names[0]):
            item.pop("author", None)


def blog(one: Fitting) -> None:
    """Set a page whose ``type`` says "blog" as a blog post (CMOS 17, 14.208)."""
    item = one.item
    said = item.get("container-title", "")
    if is_loose(one) and _BLOG.fullmatch(said) and "publisher" in item:
        item |= {"type": "post-weblog", "container-title": item.pop("publisher")}
    if is_loose(one) and _BLOG.fullmatch(item.get("genre", "")) and "container-title" in item:
        item["type"] = "post-weblog"
        del item["genre"]


def addition_of_page(one: Fitting) -> None:
    """Read the ``titleaddon`` of a page as its kind, if it is not the name of a site: "Video"."""
    item = one.item
    words = item.get("container-title", "")
    if item["type"] == "webpage" and "genre" not in item and _SHOWN.fullmatch(words):
        item["genre"] = item.pop("container-title")

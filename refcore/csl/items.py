"""References and CSL-JSON objects as the items that are rendered."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from refcore.csl.guides import Guide
from refcore.formats.csljson import reference_to_item
from refcore.formats.csljson.arxiv import number_of_arxiv
from refcore.latex import decode
from refcore.model.reference import Reference
from refcore.text.titlecase import sentence_case

__all__ = ["clean", "cleaned", "item_of_reference", "variables_of"]

# A space that breaks no line, or is thin, was meant.
_DROPPED = frozenset({"publisher", "number", "volume", "issue", "page"})
_PREPRINTS = frozenset({"article", "manuscript", "report", "document"})
_ONE_PAGE = re.compile(r"(\w+)[-–]\1")
_ANY_GUIDE = Guide()
_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:()\[\]]/?")
# The words that lead to an address, which styles print by themselves.
_AVAILABLE = re.compile(
    r"[\[(]?(?:\b(?:website|web ?page|url|link|online|web|www)[\])]?[.:,;]?\s*)?"
    r"(?:\b(?:freely |publicly )?(?:available|accessible|retrieved|hosted|found)"
    r"(?: online)?[.:,]?\s?)?"
    r"(?:\b(?:at|from)[.:,]?)?\s?[<(\[]?\Z",
    re.IGNORECASE,
)
# What DBLP, NASA ADS and managers write where a journal has its volume or its pages.
_NAMES_ARXIV = re.compile(
    r"abs/|arxiv\b|(?:[a-z]+(?:-[a-z]+)?(?:\.[a-z]{2})?/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?\Z"
    r"|[a-z]+(?:-[a-z]+)?\.[a-z-]+\Z",
    re.IGNORECASE,
)
_MARKS = " .,;:<>()[]"
_BLANKS = re.compile("[ \\t-\\r\\x1c-\\x1f\\x85\\u2028\\u2029]+")
_FORBIDDEN = re.compile("[\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """Return text without control characters, stray surrogates and noncharacters.

    >>> clean("a\\x00b\\n c\\ufdd0")
    'ab c�'
    """
    text = _FORBIDDEN.sub("\ufffd", _BLANKS.sub(" ", text))
    return "".join(char for char in text if unicodedata.category(char) != "Cc")


def cleaned(value: Any) -> Any:
    """Return a JSON value whose texts hold no control characters."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(part) for part in value]
    if isinstance(value, dict):
        return {name: _cleaned_part(name, part) for name, part in value.items()}
    return value


def _cleaned_part(name: str, part: Any) -> Any:
    if name == "note" and isinstance(part, str):
        # Its lines may hold variables, each one of them.
        return "\n".join(clean(line) for line in part.splitlines())
    if name == "given" and isinstance(part, str):
        # Given names part into initials at any space.
        return clean(part).replace("\u00a0", " ")
    return cleaned(part)


def item_of_reference(reference: Reference, guide: Guide = _ANY_GUIDE) -> dict[str, Any]:
    """Return a reference as the CSL-JSON item that is rendered in a style."""
    item = reference_to_item(reference)
    item.pop("custom", None)
    variables = in_the_words_of(guide, reference, variables_of(reference))
    item.update({name: value for name, value in variables.items() if value.strip()})
    for name in set(item) & _DROPPED - set(variables):
        del item[name]
    for role in ("author", *reference.names):
        if reference.lowered and role in item:
            item[role] = [_with_whole_family(name) for name in item[role]]
        others = reference.names_of(role).others
        if others is not False and item.get(role):
            more = "others" if others is True else f"{others} others"
            item[role] = [*item[role], {"literal": more}]
    return item


def _with_whole_family(name: dict[str, str]) -> dict[str, str]:
    """Return a name of a .bib file, its family name quoted where a processor would split it.

    BibTeX splits off a particle by itself, unless braces protect it: ``{van Ola}, Piet``.
    """
    family = name.get("family", "")
    protected = " " in family and family.lstrip("'’")[:1].islower() and '"' not in family
    if not protected or "non-dropping-particle" in name:
        return name
    return {**name, "family": f'"{family}"'}


def in_the_words_of(guide: Guide, reference: Reference, held: dict[str, str]) -> dict[str, str]:
    """Return variables as a style and its guide want them."""
    if reference.lowered:
        held["title"] = sentence_case(held["title"], held.get("language", ""))
    genre = held.get("genre", "")
    held["genre"] = guide.words.get(genre, genre)
    _with_volume_title(guide, reference, held)
    _with_how_published(reference, held)
    if body := decode(reference.extra.get("organization", ""), protect=False).strip():
        # The body behind a conference is all that Google Scholar's entries say of a publisher.
        held.setdefault("publisher", body)
    if same := _ONE_PAGE.fullmatch(held.get("page", "")):
        held["page"] = same[1]
    if reference.type.startswith("article-") and not guide.prints_article_numbers:
        held.setdefault("page", held.get("number", ""))
    named_once = reference.type == "webpage" and guide.name.startswith("apa")
    if named_once and [name.name for name in reference.authors] == [held.get("publisher")]:
        del held["publisher"]  # APA 7, section 9.24
    return held


def _with_how_published(reference: Reference, held: dict[str, str]) -> None:
    """Put the address in ``howpublished`` into its variable; the other words are the publisher.

    >>> held = {"URL": ""}
    >>> how = {"howpublished": r"[Online]. Available: \\url{https://a.example}"}
    >>> _with_how_published(Reference("a", extra=how), held)
    >>> held
    {'URL': 'https://a.example'}
    """
    text = " ".join(decode(reference.extra.get("howpublished", ""), protect=False).split())
    found = _ADDRESS.search(text)
    if found is not None and held.get("URL", "") in ("", found[0]):
        held["URL"] = found[0]
        before, behind = text[: found.start()], text[found.end() :]
        text = f"{_AVAILABLE.sub('', before)} {behind.strip(_MARKS)}".strip(_MARKS)
        text = text[:1].upper() + text[1:]
    if text:
        held.setdefault("publisher", text)


def _with_volume_title(guide: Guide, reference: Reference, held: dict[str, str]) -> None:
    """Put the title of a work of several volumes before that of the volume."""
    main = decode(reference.extra.get("maintitle", ""))
    name = "container-title" if held.get("container-title") else "title"
    if not main or main == held.get(name):
        return
    if guide.prints_volume_titles:
        held.setdefault("volume-title", held[name])
        held[name] = main
    else:
        held[name] = f"{main}: {held[name]}"


def variables_of(reference: Reference) -> dict[str, str]:
    """Return the text variables; those of a preprint name its archive and its address.

    The volume or the pages of a preprint are left out where they only name arXiv. A work
    published elsewhere has no number of arXiv's: styles print it in place of the pages.
    It has arXiv's address unless it has one of its own.
    """
    held = {"title": reference.title, **reference.fields, "URL": reference.url}
    if reference.doi is not None:
        held["DOI"] = str(reference.doi)
    arxiv = reference.arxiv
    if arxiv is not None and reference.type in _PREPRINTS:
        held.setdefault("number", number_of_arxiv(arxiv))
        held.setdefault("publisher", "arXiv")
        for name in ("volume", "issue", "page"):
            if _NAMES_ARXIV.match(held.get(name, "")):
                del held[name]
    if arxiv is not None and not held["URL"] and "DOI" not in held:
        held["URL"] = arxiv.url
    if "event-title" in held:
        # Styles for CSL 1.0.1 call the variable by its name there.
        held.setdefault("event", held["event-title"])
    return held

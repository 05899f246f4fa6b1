"""Publishers, sites, databases and archives of a work."""

from __future__ import annotations

import re
from typing import Any, Final

from refcore.csl.addresses import address_in, visit_in
from refcore.csl.fitted.dates import NOT_OUT
from refcore.csl.fitting import Fitting
from refcore.csl.kinds.art import ART
from refcore.csl.kinds.talks import KIND_OF_TALK
from refcore.formats.csljson.dates import date_to_csl
from refcore.latex import decode
from refcore.text.patterns import regex

__all__ = [
    "archive",
    "database",
    "eprint",
    "how_published",
    "named_once",
    "note",
    "noted_kind",
    "organization",
    "placed",
    "site",
]

# Words of ``howpublished`` that are not printed beside a publisher.
_MEDIUM: Final = regex(
    r"(?:available |published )?online|(?:in )?print|printed|electronic(?:ally)?|web|internet",
    re.IGNORECASE,
)
# Words of ``howpublished`` that say what a work is, and not who published it.
_KIND_OF_WORK: Final = regex(
    r"brochure|pamphlet|leaflet|flyer|fact ?sheet|infographic|(?:power ?point |lecture )?slides"
    r"|lecture notes|data ?set|photograph|map|poster|press release|web ?page|white paper"
    r"|data ?set and code ?book|code ?book|(?:video|mobile) game|mobile application"
    r"|computer software|software|source code|mobile app|podcast|audio podcast|interview|email"
    r"|unpublished raw data|large language model|apparatus(?: and software)?|equipment"
    r"|tweet|toot|status update|(?:facebook|instagram|linkedin|mastodon|reddit|forum) post",
    re.IGNORECASE,
)
_LOOSE: Final = frozenset({"document", "webpage"})
_OF_ANY_KIND: Final = _LOOSE | {"dataset", "software"}
# Indexes, which hold no work.
_INDEX: Final = regex(
    r"scopus|web of science.*|pubmed|medline.*|embase|cinahl|psycinfo|apa psycinfo|inspec|crossref"
    r"|compendex|dblp.*|doaj",
    re.IGNORECASE,
)
# "Project No. 5R01HD081252-04": words of ``howpublished`` that number a work of a publisher.
_NUMBERED: Final = regex(
    r"(?:[^\W\d_][\w.&/-]* ){1,4}(?:no|nos|nr|num|number|#)\b\.? ?(?=\S*[0-9])\S{1,40}",
    re.IGNORECASE,
)
_KIND_IN_BRACKETS: Final = regex(r"\[([^\W\d_][\w ]{2,40})\][.,:;]?\s*")  # "[Video]. YouTube"
# "New York : Fenhouse", "Cambridge, MA: Fen Press", and words of the names of publishers.
_PLACED: Final = regex(
    r"(?P<place>[^\W\d_]{2,20}(?:[ -][^\W\d_]{2,20}){0,2}"
    r"(?:, (?:[^\W\d_]{2,12}\.?|[A-Z]\.[A-Z]\.))?)"
    r"(?P<space> ?): (?P<house>(?!An? )[^\W\d_][^:]{1,80})"
)
_HOUSE: Final = regex(
    r"\b(?:press(?:es)?|verlag|publish\w*|university|books|house|edi(?:tions?|tora|torial|zioni)"
    r"|[ée]ditions?|routledge|springer|wiley|penguin|elsevier|harper\w*|norton|knopf|macmillan"
    r"|palgrave|blackwell|sage|brill|gallimard|einaudi|suhrkamp|reclam|random|scribner\w*"
    r"|doubleday|vintage|faber|seuil|kluwer|birkhäuser|de gruyter|mcgraw|prentice|addison)\b",
    re.IGNORECASE,
)
# Where the archives of BibLaTeX's ``eprinttype`` have a work (BibLaTeX manual, section 3.14.7).
_ARCHIVES: Final = {
    "jstor": "https://www.jstor.org/stable/",
    "hdl": "https://hdl.handle.net/",
    "googlebooks": "https://books.google.com/books?id=",
    "hal": "https://hal.science/",
    "ssrn": "https://ssrn.com/abstract=",
}
_WITHOUT_JSTOR: Final = ("apa", "modern-language-association")
_NOTED: Final = frozenset({"document", "pamphlet", "standard"})
_LONGEST_NOTE: Final = 100
_NAMED_ONCE: Final = frozenset(
    {"book", "dataset", "entry-dictionary", "entry-encyclopedia", "pamphlet", "software"}
    | {"standard", "webpage"}
)
_PAGES: Final = frozenset({"webpage", "post", "post-weblog"})


def eprint(one: Fitting) -> None:
    """Print the address of a work in an archive that its ``eprint`` names, if it has no other.

    APA names no databases of articles (section 9.30), and MLA sets JSTOR as a container.
    """
    item, extra = one.item, one.reference.extra
    kind = extra.get("eprinttype", "") or extra.get("archiveprefix", "")
    number = decode(extra.get("eprint", ""), protect=False)
    is_named = kind.lower() != "jstor" or not one.guide.name.startswith(_WITHOUT_JSTOR)
    if not number or not is_named or {"URL", "DOI"} & set(item):
        return
    if number.startswith(("http://", "https://")):
        item["URL"] = number
    elif start := _ARCHIVES.get(kind.lower()):
        item["URL"] = start + number


def placed(one: Fitting) -> None:
    """Read the town that catalogues write before a publisher: "London : Fenhouse".

    Without the space before the colon, what follows must be a name that publishers have.
    """
    item = one.item
    found = _PLACED.fullmatch(item.get("publisher", "")) if one.reference.lowered else None
    if found is None or "publisher-place" in item or _HOUSE.search(found["place"]):
        return
    if found["space"] or _HOUSE.search(found["house"]):
        item |= {"publisher-place": found["place"], "publisher": found["house"]}


def database(one: Fitting) -> None:
    """Name the database of a thesis, which BibTeX has beside its school (APA 7, section 10.6).

    Articles are found without it (APA 7, section 9.30). An index, such as Scopus, holds no work.
    """
    item, reference = one.item, one.reference
    if _INDEX.fullmatch(item.get("archive", "")):
        del item["archive"]
    kept = {"archive-place", "archive_location", "archive_collection"} & set(item)
    is_found = item["type"].startswith("article-") and {"DOI", "URL"} & set(item) and not kept
    if is_found and not one.guide.name.startswith("modern-language-association"):
        item.pop("archive", None)  # A database: only MLA names it beside an address.
    if item["type"] == "thesis" and reference.extra.get("publisher"):
        item.setdefault("archive", decode(reference.extra["publisher"], protect=False))


def how_published(one: Fitting) -> None:
    """Put the address in ``howpublished`` into its variable.

    The other words are the publisher, or the genre of what an organization publishes.
    """
    item, reference = one.item, one.reference
    text = " ".join(decode(reference.extra.get("howpublished", ""), protect=False).split())
    if visit := visit_in(text):
        item.setdefault("accessed", date_to_csl(visit.day))
        text = visit.rest
    address, rest = address_in(text)
    if address and item.get("URL", "") in ("", address):
        item["URL"] = address
        text = rest
    if bracketed := _KIND_IN_BRACKETS.match(text):
        item.setdefault("genre", bracketed[1])
        text = text[bracketed.end() :]
    is_kind = _KIND_OF_WORK.fullmatch(text) or KIND_OF_TALK.fullmatch(text)
    is_held = "organization" in reference.extra or ART.fullmatch(text)
    if text and (is_kind or (item["type"] == "graphic" and is_held)):
        item.setdefault("genre", text)
    elif text and not item.get("publisher"):
        item["publisher"] = text
    elif text and text != item["publisher"] and not _MEDIUM.fullmatch(text):
        item.setdefault(_place_of(text, item), text)


def _place_of(text: str, item: dict[str, Any]) -> str:
    """Return the variable for words of ``howpublished`` beside a publisher: a number or a kind.

    Styles join a number and the genre to one phrase, so a number beside a genre, as that of a
    grant, stands in the place of an edition.
    """
    if not _NUMBERED.fullmatch(text):
        return "genre"
    return "edition" if "genre" in item else "number"


def noted_kind(one: Fitting) -> None:
    """Read a note that names the kind of a work on its own: "Computer software".

    APA prints it in place of the kind that the type of the entry has (section 10.10).
    """
    item = one.item
    note = item.get("note", "").strip("[]. ")
    kinds = _OF_ANY_KIND if one.guide.name.startswith("apa") else _LOOSE
    is_loose = item["type"] in kinds and one.reference.lowered
    if is_loose and "genre" not in item and _KIND_OF_WORK.fullmatch(note):
        item["genre"] = note
        del item["note"]


def organization(one: Fitting) -> None:
    """Print the organization as the publisher, which Google Scholar puts after a conference."""
    item, reference = one.item, one.reference
    if body := decode(reference.extra.get("organization", ""), protect=False).strip():
        item.setdefault("publisher", body)


def site(one: Fitting) -> None:
    """Read the organization of a page as the name of its site (MLA 9, section 5.31).

    Styles that print no publisher of a page print the site.
    """
    item, guide = one.item, one.guide
    is_site = guide.prints_sites_alone or guide.name.startswith("modern-language-association")
    if item["type"] == "webpage" and is_site:
        site = item.get("publisher", "")
        authors = [name.name for name in one.reference.authors]
        if site and site not in authors and "container-title" not in item:
            item["container-title"] = item.pop("publisher")


def note(one: Fitting) -> None:
    """Print the note of a work with no publisher or address, as BibTeX's styles do."""
    item, reference = one.item, one.reference
    note = item.get("note", "").rstrip(". ")
    is_said = reference.lowered and item["type"] in _NOTED and "publisher" not in item
    if is_said and 0 < len(note) <= _LONGEST_NOTE and ":" not in note and not NOT_OUT.match(note):
        item["publisher"] = note
        del item["note"]


def named_once(one: Fitting) -> None:
    """Leave out a publisher or site that is also the author of a work (APA 7, section 9.29).

    An organization that numbers its reports is still printed after the number.
    """
    item, guide, reference = one.item, one.guide, one.reference
    if not guide.name.startswith("apa"):
        return
    kind = item["type"]
    names = [name.name for name in reference.authors]
    is_once = kind in _NAMED_ONCE or (kind == "report" and "number" not in item)
    if is_once and names == [item.get("publisher")]:
        del item["publisher"]
    if kind in _PAGES and names == [item.get("container-title")]:
        del item["container-title"]


def archive(one: Fitting) -> None:
    """Name arXiv once if a style prints both the archive and a number that names it."""
    item, guide = one.item, one.guide
    named = item["type"] == "article" and item.get("publisher") == "arXiv"
    if named and guide.names_arxiv_twice and item.get("number", "").startswith("arXiv:"):
        del item["publisher"]

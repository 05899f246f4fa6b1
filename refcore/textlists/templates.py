"""A reference as a template of a wiki: `{{cite journal |author=Bo Fei |title=Of Words}}`.

Wikipedia has such templates in each of its languages, and SPIP has its own. Each part has a
name, so nothing is guessed: a row below says which names mean what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from refcore.diagnostics import Location
from refcore.errors import InvalidName
from refcore.model.dates import Date
from refcore.model.identifiers import ArxivId, Doi, Isbn, Pmid, identifiers_in
from refcore.model.keys import key_of
from refcore.model.people import Authors, Name
from refcore.model.reference import Reference
from refcore.names.filed import names_from
from refcore.names.plain import read_author_list
from refcore.text.patterns import regex

__all__ = ["TEMPLATE_START", "reference_of_template"]

TEMPLATE_START: Final = regex(
    r"\s*(?:[*#•-]\s*)?(?:<ref[^>]{0,80}>\s*)?"
    r"(?P<body>\{\{\s*[^\W\d_][^{}|=\n]{1,40}(?:\||\s*$)|<cite\|)"
)
# The names of parts in English, French, German, Spanish, Italian and Portuguese templates.
_NAMES: Final[Mapping[str, str]] = {
    name: part
    for part, names in {
        "title": "title titre titel título titolo artikel title_en",
        "chapter": "chapter|titre chapitre|kapitel|capítulo|titolo capitolo|contribution|entry",
        "book": "booktitle|titre ouvrage|sammelwerk|encyclopedia|conference|book-title",
        "venue": "journal périodique revue zeitschrift magazine newspaper website site work "
        "zeitung publicación periódico rivista revista sitio obra",
        "authors": "author authors auteur auteurs autor autoren autores autore autori vauthors",
        "last": "last nom nachname apellido apellidos cognome sobrenome último surname",
        "first": "first prénom vorname nombre nome primeiro given",
        "year": "year année jahr año anno ano date datum fecha data",
        "volume": "volume vol band volumen tome",
        "issue": "issue issues number numéro nummer número numero heft",
        "page": "page pages passage seiten páginas pagine pp s",
        "publisher": "publisher éditeur verlag editorial editore editora institution université "
        "university",
        "link": "doi isbn pmid arxiv eprint url",
    }.items()
    for name in (names.split("|") if "|" in names else names.split())
}
_PART: Final = regex(r"[^=]{1,30}=")
_INNER: Final = regex(r"\{\{[^{}]{0,200}\}\}|\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{0,200})\]\]")
_YEAR: Final = regex(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_COUNT: Final = regex(r"\d{0,3}$")
# "vauthors=((Fei, B.)), ((Chen, A.))": names to be printed as they are.
_AS_WRITTEN: Final = regex(r"\(\(([^()]{1,120})\)\)")
_DIVIDER: Final = regex(r"\s*\|\s*")


def reference_of_template(text: str, location: Location | None = None) -> Reference | None:
    """Return the reference that a template states, or None for a text that is none.

    >>> text = "{{cite book |last=Fei |first=Bo |title=Of Words |year=2019}}"
    >>> found = reference_of_template(text)
    >>> found.title, str(found.authors), found.year
    ('Of Words', 'Bo Fei', 2019)
    """
    if not (start := TEMPLATE_START.match(text)):
        return None
    end = text.rfind("}}") if start["body"].startswith("{{") else text.rfind(">")
    parts = dict(_parts(text[start.start("body") : end if end > 0 else len(text)]))
    if "title" not in parts and "chapter" not in parts:
        return None
    title = parts.get("chapter") or parts["title"]
    whole = parts.get("book") or (parts["title"] if "chapter" in parts and "title" in parts else "")
    ids = identifiers_in(" ".join(f"{name}: {parts[name]}" for name in parts if name in _LINKS))
    fields = {
        "container-title": whole or parts.get("venue", ""),
        "volume": parts.get("volume", ""),
        "issue": parts.get("issue", ""),
        "page": parts.get("page", ""),
        "publisher": parts.get("publisher", ""),
        "ISBN": next((str(one) for one in ids if isinstance(one, Isbn)), ""),
        "PMID": next((str(one) for one in ids if isinstance(one, Pmid)), ""),
    }
    year = _YEAR.search(parts.get("year", ""))
    reference = Reference(
        "-",
        _type(parts, whole),
        title,
        _authors(parts),
        issued=Date.of(int(year[0])) if year else None,
        arxiv=next((one for one in ids if isinstance(one, ArxivId)), None),
        doi=next((one for one in ids if isinstance(one, Doi)), None),
        url=parts.get("url", ""),
        fields={name: value for name, value in fields.items() if value},
        location=location,
    )
    return reference.evolve(key=key_of(reference))


_LINKS: Final = ("doi", "isbn", "pmid", "arxiv", "eprint", "url")


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield what each part is called by us, with its value; links keep their own names."""
    plain = _INNER.sub(lambda found: found[1] or "", text[2:])
    for part in _DIVIDER.split(plain)[1:]:
        if not (found := _PART.match(part)):
            continue
        name = " ".join(found[0].rstrip("=").casefold().split())
        value = part[found.end() :].strip().strip("'")
        count = _COUNT.search(name)
        bare = name[: count.start()].rstrip("-_ ") if count else name
        meant = _NAMES.get(name) or _NAMES.get(bare)
        if not value or meant is None:
            continue
        if meant == "link":
            yield name, value
        elif meant in ("last", "first"):
            yield f"{meant}{int(count[0]) if count and count[0] else 1}", value
        else:
            yield meant, value


def _authors(parts: Mapping[str, str]) -> Authors:
    if "authors" in parts:
        try:
            return _listed(parts["authors"])
        except InvalidName:
            return Authors()
    filed = []
    for number in range(1, 1000):
        if f"last{number}" not in parts:
            break
        filed.append(", ".join(filter(None, (parts[f"last{number}"], parts.get(f"first{number}")))))
    return names_from(filed)


def _listed(text: str) -> Authors:
    """Return the people of one part; double brackets hold a name as it is to be printed.

    >>> str(_listed("Fei B, ((World Health Organization)), Chen AB"))
    'B. Fei, World Health Organization, A. B. Chen'
    >>> str(_listed("((Fei, B.)), ((Chen, A.))"))
    'B. Fei, A. Chen'
    """
    if "((" not in text:
        return read_author_list(text)
    names: list[Name] = []
    others: bool | int = False
    for place, piece in enumerate(_AS_WRITTEN.split(text)):
        if piece := piece.strip(" ,;"):
            found = names_from([piece]) if place % 2 else read_author_list(piece)
            names += found.names
            others = found.others
    return Authors(names, others)


def _type(parts: Mapping[str, str], whole: str) -> str:
    """Return the CSL type that the parts of a template show.

    >>> _type({"venue": "J. Moss", "volume": "3"}, ""), _type({"publisher": "Acme"}, "")
    ('article-journal', 'book')
    """
    if whole:
        return "chapter"
    if "venue" in parts and "volume" in parts:
        return "article-journal"
    return "book" if "publisher" in parts or "isbn" in parts else "document"

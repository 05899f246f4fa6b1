"""How each service states a work, as its real answers do, and how records of Crossref err."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from typing import Any

from benchmarks.services.works import Work

__all__ = [
    "arxiv_entry",
    "crossref",
    "csl",
    "datacite",
    "encoded",
    "inspire",
    "openalex",
    "openlibrary",
    "pubmed",
]

JSON = dict[str, Any]


def encoded(value: Any) -> bytes:
    """Return a value as the body of an answer in JSON."""
    return json.dumps(value, ensure_ascii=False).encode()


def crossref(work: Work) -> JSON:
    """Return a work as Crossref states it, with its defect."""
    says = work.says
    people = [{"given": given, "family": family} for given, family in says.people]
    stated: JSON = {
        "DOI": work.id.upper() if work.number % 3 == 0 else work.id,
        "type": "journal-article",
        "title": [says.title],
        "author": [{**one, "sequence": "additional", "affiliation": []} for one in people],
        "container-title": [says.venue],
        "issued": {"date-parts": [[says.year, 1 + work.number % 12]]},
        "created": {"date-parts": [[2024, 5, 5]]},
        "publisher": "A Publisher",
        "reference-count": 40,
        "score": 30.0,
    }
    if work.defect in _DEFECTS:
        _DEFECTS[work.defect](stated)
    return stated


def _sorted(work: JSON) -> None:
    work["author"].sort(key=lambda one: one["family"])


def _first_only(work: JSON) -> None:
    del work["author"][1:]


def _no_authors(work: JSON) -> None:
    del work["author"]


def _subtitle(work: JSON) -> None:
    words = work["title"][0].split()
    work["title"], work["subtitle"] = [" ".join(words[:3])], [" ".join(words[3:])]


def _markup(work: JSON) -> None:
    first, *rest = work["title"][0].split()
    work["title"] = [f"{first}\n            <i>{rest[0]}</i>\n            {' '.join(rest[1:])}*"]


def _escaped(work: JSON) -> None:
    first, *rest = work["title"][0].split()
    work["title"] = [f"&lt;scp&gt;{first}&lt;/scp&gt; {' '.join(rest)}"]


def _capitals(work: JSON) -> None:
    for one in work["author"]:
        one.update(family=one["family"].upper(), given=one["given"].upper())


def _initials(work: JSON) -> None:
    for one in work["author"]:
        one["given"] = " ".join(f"{part[0]}." for part in one["given"].split())


def _middle(work: JSON) -> None:
    one = work["author"][0]
    parts = one["given"].split()
    one.update(given=parts[0], family=" ".join([*parts[1:], one["family"]]))


def _swapped(work: JSON) -> None:
    for one in work["author"]:
        one.update(family=one["given"], given=one["family"])


def _no_date(work: JSON) -> None:
    work["issued"] = {"date-parts": [[None]]}


def _print_later(work: JSON) -> None:
    year = work["issued"]["date-parts"][0][0]
    work["published-online"] = {"date-parts": [[year, 12, 20]]}
    work["published-print"] = {"date-parts": [[year + 1, 1]]}
    work["journal-issue"] = {"issue": "1", "published-print": {"date-parts": [[year + 1, 1]]}}


def _placeholder(work: JSON) -> None:
    work["author"].insert(1, {"name": "&NA;", "sequence": "additional"})


_DEFECTS: dict[str, Callable[[JSON], None]] = {
    "sorted by name": _sorted,
    "first author only": _first_only,
    "no authors": _no_authors,
    "subtitle apart": _subtitle,
    "markup in the title": _markup,
    "escaped twice": _escaped,
    "names in capitals": _capitals,
    "initials only": _initials,
    "middle name with the family": _middle,
    "family and given swapped": _swapped,
    "no date": _no_date,
    "print a year later": _print_later,
    "a placeholder among the authors": _placeholder,
}


def datacite(work: Work) -> JSON:
    """Return a work as DataCite states it."""
    creators = [
        {"name": f"{family}, {given}", "givenName": given, "familyName": family}
        for given, family in work.says.people
    ]
    attributes = {
        "doi": work.id.lower(),
        "titles": [{"title": work.says.title}],
        "creators": creators,
        "publicationYear": work.says.year,
        "types": {"resourceTypeGeneral": "JournalArticle"},
        "publisher": work.says.venue,
        "state": "findable",
    }
    return {"id": work.id.lower(), "type": "dois", "attributes": attributes}


def csl(work: Work) -> JSON:
    """Return a work as the agency of its DOI states it by content negotiation."""
    return {
        "type": "article-journal",
        "DOI": work.id,
        "title": work.says.title,
        "author": [{"given": given, "family": family} for given, family in work.says.people],
        "container-title": work.says.venue,
        "issued": {"date-parts": [[work.says.year]]},
        "source": "mEDRA",
    }


def inspire(work: Work) -> JSON:
    """Return a work as INSPIRE states it."""
    authors = [{"full_name": f"{family}, {given}"} for given, family in work.says.people]
    is_arxiv = work.home in ("arxiv", "title at arXiv")
    ids = {"arxiv_eprints" if is_arxiv else "dois": [{"value": work.id}]}
    stated = {
        "titles": [{"title": work.says.title, "source": "arXiv"}],
        "authors": authors,
        "author_count": len(authors),
        "earliest_date": f"{work.says.year}-01-05",
        "document_type": ["article"],
        **ids,
    }
    return {"id": str(work.number), "metadata": stated}


def openalex(work: Work) -> JSON:
    """Return a work as OpenAlex states it: the profile's name is another than the paper's."""
    return {
        "id": f"https://openalex.org/W{work.number}",
        "doi": f"https://doi.org/{work.id.lower()}",
        "title": work.says.title,
        "display_name": work.says.title,
        "publication_year": work.says.year,
        "type": "article",
        "authorships": [
            {"author": {"display_name": f"A. {family}"}, "raw_author_name": f"{given} {family}"}
            for given, family in work.says.people
        ],
    }


def openlibrary(work: Work) -> JSON:
    """Return a book as Open Library states it."""
    return {
        "url": f"https://openlibrary.org/books/OL{work.number}M",
        "key": f"/books/OL{work.number}M",
        "title": work.says.title,
        "authors": [{"name": name} for name in work.names],
        "identifiers": {"isbn_13": [work.id]},
        "publishers": [{"name": "A Publisher"}],
        "publish_date": f"March {work.says.year}",
    }


def pubmed(work: Work) -> str:
    """Return an article as PubMed states it."""
    authors = "".join(
        f"<Author ValidYN='Y'><LastName>{escape(family)}</LastName>"
        f"<ForeName>{escape(given)}</ForeName><Initials>{given[:1]}</Initials></Author>"
        for given, family in work.says.people
    )
    return (
        f"<PubmedArticle><MedlineCitation><PMID Version='1'>{work.id}</PMID><Article>"
        f"<Journal><JournalIssue><PubDate><Year>{work.says.year}</Year></PubDate></JournalIssue>"
        f"<Title>{escape(work.says.venue)}</Title></Journal>"
        f"<ArticleTitle>{escape(work.says.title)}.</ArticleTitle>"
        f"<AuthorList CompleteYN='Y'>{authors}</AuthorList></Article></MedlineCitation>"
        "</PubmedArticle>"
    )


def arxiv_entry(work: Work) -> str:
    """Return a paper as the feed of arXiv states it."""
    authors = "".join(f"<author><name>{escape(name)}</name></author>" for name in work.names)
    return (
        f"<entry><id>http://arxiv.org/abs/{work.id}v1</id><title>{escape(work.says.title)}</title>"
        f"<published>{work.says.year}-06-16T17:59:59Z</published>"
        '<arxiv:primary_category term="cs.CL"/>'
        f"<summary>Text</summary>{authors}</entry>\n"
    )

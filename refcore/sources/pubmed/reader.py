"""Answers of PubMed's E-utilities: bytes in, records out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from refcore.compare.pages import whole_range
from refcore.errors import BadAnswer, InvalidIdentifier
from refcore.model.dates import Date
from refcore.model.identifiers import Identifier, Pmid
from refcore.records.record import Notice, Record, RecordAuthor, Relation
from refcore.sources.answers import Answer, Unread, date_of, doi_of, listed_once
from refcore.sources.people import group_name, is_nobody
from refcore.sources.programs import is_of_program
from refcore.sources.titles import clean_name, clean_title, marked
from refcore.sources.xmlanswers import inner_markup, text_at, xml_root
from refcore.text.months import month_number
from refcore.text.patterns import regex

__all__ = ["NAME", "read_articles", "read_pmids"]

NAME = "pubmed"
_NOTICES = {
    "RetractionIn": "retracted",
    "ErratumIn": "corrected",
    "CorrectedandRepublishedIn": "corrected",
    "PartialRetractionIn": "corrected",
    "RetractedandRepublishedIn": "retracted",
    "UpdateIn": "",
    "ExpressionOfConcernIn": "concern",
}
_CORRECTS = ("ErratumFor", "RetractionOf", "ExpressionOfConcernFor", "UpdateOf")


def read_articles(content: bytes, retrieved: str = "") -> Answer:
    """Read an answer of efetch in XML; an unknown PMID leaves no article in it.

    Source: NLM, "MEDLINE/PubMed XML Element Descriptions and their Attributes".

    Raises `BadAnswer` for anything else, and for a document type with entities of its own.

    >>> read_articles(b"<PubmedArticleSet/>").records
    ()
    """
    root = xml_root(content, "PubMed")
    if root.tag not in ("PubmedArticleSet", "PubmedArticle"):
        raise BadAnswer(f"expected a set of articles from PubMed, found <{str(root.tag)[:40]}>")
    records, unread = [], []
    for book in root.iterchildren("PubmedBookArticle"):
        pmid = _pmid(text_at(book, "BookDocument/PMID"))
        if pmid is not None:
            records.append(_book(book, pmid, retrieved))
    listed = [root] if root.tag == "PubmedArticle" else root.iterchildren("PubmedArticle")
    for article in listed:
        pmid = _pmid(text_at(article, "MedlineCitation/PMID"))
        if pmid is None:
            unread.append(Unread(None, "an article without a PMID"))
            continue
        records.append(_record(article, pmid, retrieved))
    return Answer(tuple(records), tuple(unread))


def read_pmids(content: bytes) -> tuple[Pmid, ...]:
    """Read an answer of esearch in XML: the PMIDs that were found.

    Raises `BadAnswer` for anything else.
    """
    root = xml_root(content, "PubMed")
    if root.tag != "eSearchResult":
        raise BadAnswer(f"expected a search result from PubMed, found <{str(root.tag)[:40]}>")
    found = (_pmid(node.text or "") for node in root.iterfind("IdList/Id"))
    return tuple(one for one in found if one is not None)


def _pmid(value: str) -> Pmid | None:
    try:
        return Pmid.parse(value)
    except InvalidIdentifier:
        return None


def _title(node: etree._Element, path: str) -> str:
    """Return a title with its markup, without the full stop and the brackets of translations."""
    found = node.find(path)
    if found is None:
        return ""
    title = clean_title(inner_markup(found))
    if re.fullmatch(r"\[.*\]\.?", title):
        title = _BY_AUTHOR.sub("", title.rstrip(".")[1:-1])
    return title if title.endswith("...") else title.removesuffix(".")


_BY_AUTHOR = regex(r"\s*\(authors?['’]?s?['’]? transl(?:ation|\.)?\)\.?$", re.IGNORECASE)


def _record(article: etree._Element, pmid: Pmid, retrieved: str) -> Record:
    titles = [_title(article, ".//ArticleTitle"), _title(article, ".//VernacularTitle")]
    if titles[0].casefold() in _NO_TITLE:
        titles = [titles[1], ""]  # the title has no translation
    mark = marked(titles[0])
    notices = list(_notices(article))
    if mark.notice and not any(n.kind == mark.notice.kind for n in notices):
        notices.append(mark.notice)
    people = article.find(".//Article/AuthorList")
    kinds = [" ".join((node.text or "").split()) for node in article.iterfind(".//PublicationType")]
    is_preprint = "Preprint" in kinds
    return Record(
        id=pmid,
        source=NAME,
        type="article" if is_preprint else "article-journal",
        title=mark.title or titles[1],
        titles=[title for title in titles[1:] if title and mark.title],
        authors=tuple(_people(people)) if people is not None else (),
        dates=_dates(article),
        fields=_fields(article),
        ids=list(dict.fromkeys(_ids(article))),
        notices=notices,
        relations=list(dict.fromkeys(_relations(article, is_preprint=is_preprint))),
        is_partial=people is not None and people.get("CompleteYN") == "N",
        details={"types": "; ".join(kinds)},
        via="PubMed E-utilities",
        retrieved=retrieved,
    )


# What stands for a title that was not translated, or not yet entered.
_NO_TITLE = frozenset({"not available", "no title available", "in process citation"})


def _book(book: etree._Element, pmid: Pmid, retrieved: str) -> Record:
    """Return the record of a chapter on NCBI's Bookshelf, such as GeneReviews, or of a book."""
    title, whole = (
        _title(book, f"BookDocument/{one}") for one in ("ArticleTitle", "Book/BookTitle")
    )
    listed = [
        *book.iterfind("BookDocument/AuthorList"),
        *book.iterfind("BookDocument/Book/AuthorList"),
    ]
    by = {
        role: [n for n in listed if (n.get("Type") or "authors") == role]
        for role in ("authors", "editors")
    }
    dates = {
        "issued": _date(book.find("BookDocument/Book/PubDate")),
        "posted": _date(book.find("BookDocument/ContributionDate")),
        "updated": _date(book.find("BookDocument/DateRevised")),
    }
    fields = {
        "container-title": whole if title else "",
        "publisher": text_at(book, "BookDocument/Book/Publisher/PublisherName"),
        "publisher-place": text_at(book, "BookDocument/Book/Publisher/PublisherLocation"),
        "edition": text_at(book, "BookDocument/Book/Edition"),
    }
    return Record(
        id=pmid,
        source=NAME,
        type="chapter" if title else "book",
        title=title or whole,
        authors=[one for node in by["authors"][:1] for one in _people(node)],
        roles={"editor": tuple(one for node in by["editors"][:1] for one in _people(node))},
        dates={kind: date for kind, date in dates.items() if date is not None},
        fields={name: value for name, value in fields.items() if value},
        via="PubMed E-utilities",
        retrieved=retrieved,
    )


def _people(listed: etree._Element) -> list[RecordAuthor]:
    found = list(_each(listed))
    if any(is_of_program(author.name) for author in found):
        return []
    return listed_once(found, [author.name for author in found])


def _each(listed: etree._Element) -> Iterator[RecordAuthor]:
    for node in listed.iterchildren("Author"):
        if node.get("ValidYN") == "N":
            continue
        places = tuple(
            clean_name(" ".join("".join(map(str, place.itertext())).split()))
            for place in node.iterfind("AffiliationInfo/Affiliation")
        )
        group = clean_name(text_at(node, "CollectiveName"))
        family = clean_name(text_at(node, "LastName"))
        given = clean_name(text_at(node, "ForeName") or text_at(node, "Initials"))
        suffix = clean_name(text_at(node, "Suffix"))
        if is_nobody(group or family or given):
            continue
        if group:
            yield RecordAuthor(group_name(group.removesuffix(".")), places, is_group=True)
        elif family:
            name = " ".join(part for part in (given, family, suffix) if part)
            yield RecordAuthor(name, places, given=given, family=family, suffix=suffix)


def _date(node: etree._Element | None) -> Date | None:
    if node is None:
        return None
    year = text_at(node, "Year")
    if not year:
        # "2019 Nov-Dec", "1998 Winter"
        return _date_in(text_at(node, "MedlineDate"))
    if season := text_at(node, "Season"):
        return _date_in(f"{year} {season}")  # "Jan-Mar", "Fall"
    return date_of(year, _month(text_at(node, "Month")), text_at(node, "Day"))


def _date_in(stated: str) -> Date | None:
    """Return the first date in a text: "2019 Nov-Dec", "Winter 1998", "J X. 2020 Mar 4;5(2):1".

    >>> _date_in("2019 Nov-Dec")
    Date('2019-11')
    """
    found = _DATE.search(stated)
    return date_of(found[1], _month(found[2] or ""), found[3] or "") if found else None


_DATE = regex(r"\b((?:1[89]|20)[0-9]{2})\b(?:\s+([A-Z][a-z]{2})[a-z]*(?:\s+([0-9]{1,2})\b)?)?")
# Where an issue goes from one year into the next: "1998 Dec-1999 Jan".
_UNTIL = regex(r"[-/]\s?((?:1[89]|20)[0-9]{2}(?:\s+[A-Z][a-z]{2})?)\s*$")


def _month(stated: str) -> str:
    if stated.isdigit():
        return stated
    number = month_number(stated) if stated else None
    return str(number) if number else ""


def _dates(article: etree._Element) -> dict[str, Date]:
    printed = _date(article.find(".//JournalIssue/PubDate"))
    online = _date(article.find(".//Article/ArticleDate"))
    until = _UNTIL.search(text_at(article, ".//JournalIssue/PubDate/MedlineDate"))
    found = {
        "issued": printed or online,
        "print": printed,
        "online": online,
        "issue": _date_in(until[1]) if until else None,
    }
    return {kind: date for kind, date in found.items() if date is not None}


def _fields(article: etree._Element) -> dict[str, str]:
    ends = (text_at(article, f".//Pagination/{one}Page") for one in ("Start", "End"))
    pages = text_at(article, ".//Pagination/MedlinePgn") or "-".join(filter(None, ends))
    found = {
        "container-title": text_at(article, ".//Journal/Title"),
        "container-title-short": text_at(article, ".//Journal/ISOAbbreviation"),
        "volume": text_at(article, ".//JournalIssue/Volume"),
        "issue": text_at(article, ".//JournalIssue/Issue"),
        "page": whole_range(pages),
        "ISSN": text_at(article, ".//Journal/ISSN"),
        "language": text_at(article, ".//Article/Language"),
    }
    return {name: clean_name(value) for name, value in found.items() if value}


def _ids(article: etree._Element) -> Iterator[Identifier]:
    nodes = [*article.iterfind(".//Article/ELocationID")]
    nodes += [*article.iterfind("PubmedData/ArticleIdList/ArticleId")]
    for node in nodes:
        if "doi" in (node.get("EIdType"), node.get("IdType")) and node.get("ValidYN") != "N":
            doi = doi_of("".join(map(str, node.itertext())))
            if doi:
                yield doi


def _others(article: etree._Element) -> Iterator[tuple[str, Identifier | None, str]]:
    """Yield each other article: what it is to this one, its identifier, and where it appeared.

    An article that a preprint became has its DOI first, by which more sources know it.
    """
    for node in article.iterfind(".//CommentsCorrectionsList/CommentsCorrections"):
        said = text_at(node, "RefSource")
        pmid = _pmid(text_at(node, "PMID"))
        match = re.search(r"doi:\s*(10\.\S+?)\.?(?:\s|$)", said)
        doi = doi_of(match[1]) if match else None
        kind = node.get("RefType") or ""
        if kind == "UpdateIn" and doi and pmid:
            yield kind, doi, said
        yield kind, pmid or doi, said


def _notices(article: etree._Element) -> Iterator[Notice]:
    said_retracted = False
    for kind, other, said in _others(article):
        if _NOTICES.get(kind):
            said_retracted = said_retracted or _NOTICES[kind] == "retracted"
            yield Notice(_NOTICES[kind], _date_in(said), other, "PubMed", said)
    types = article.iterfind(".//PublicationType")
    if not said_retracted and any((node.text or "") == "Retracted Publication" for node in types):
        yield Notice("retracted", by="PubMed")


def _relations(article: etree._Element, *, is_preprint: bool) -> Iterator[Relation]:
    """Yield the other works. Reviews have updates too, which are versions of them."""
    for kind, other, said in _others(article):
        if other is None:
            continue
        if kind == "UpdateOf":
            yield Relation("preprint" if _SERVER.search(said) else "version", other)
        elif kind in _CORRECTS:
            yield Relation("corrects", other)
        elif kind == "UpdateIn":
            yield Relation("article" if is_preprint else "version", other)


# Servers of preprints as PubMed abbreviates them.
_SERVER = regex(r"(?:bio|med|chem|psy)?rxiv|\bres(?:earch)? sq|\bssrn\b|preprint", re.IGNORECASE)

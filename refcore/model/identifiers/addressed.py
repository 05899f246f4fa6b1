"""The identifier that a web address states: a DOI or a PMID in its path or its query."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote

from refcore.errors import InvalidIdentifier
from refcore.model.identifiers.papers import Doi
from refcore.model.identifiers.pmid import Pmid
from refcore.text.idforms import DOI_HOST, DOI_PREFIX
from refcore.text.patterns import regex

__all__ = ["identifier_at"]

_NAME: Final = rf"{DOI_PREFIX}(?:/|%2F)[^\s?#/]+?"
# A DOI of a publisher whose names have strokes of their own.
_LONG_NAME: Final = rf"{DOI_PREFIX}/[^\s?#]+?"
# How a page shows the work, behind the DOI.
_END: Final = (
    r"(?:/(?:abstract|full|full/html|html|meta|pdf|references|summary))?(?:\.pdf)?/?(?:[?#]\S*)?$"
)

# Each pattern ends where the identifier does, so that nothing of the page's own is taken for a
# part of it. An address that states none of these proves nothing.
# pattern of an address, what stands before the part found, example
_PLACES: Final = tuple(
    (regex(rf"https?://{pattern}"), start)
    for pattern, start, _ in (
        (
            rf"{DOI_HOST}({DOI_PREFIX}(?:/|%2F)[^\s?#]+)$",
            "",
            "https://doi.org/10.1000/182",
        ),
        (
            r"[^/\s]+/(?:[a-z-]+/){0,3}doi/"
            r"(?:(?:abs|full|fullHtml|pdf|epdf|pdfdirect|book|abstract|suppl)/)?"
            rf"({_NAME}){_END}",
            "",
            "https://dl.acm.org/doi/abs/10.1145/3292500.3330701",
        ),
        (
            r"academic\.oup\.com/(?:[a-z-]+/){1,2}doi/(10\.1093/[^\s?#/]+/[^\s?#/]+)"
            r"(?:[/?#]\S*)?$",
            "",
            "https://academic.oup.com/nar/article/doi/10.1093/nar/gky504/5036870",
        ),
        (
            r"(?:academic\.oup\.com|direct\.mit\.edu)/(?:[a-z-]+/){1,2}doi/"
            r"(10\.(?!1093/)[0-9]+/[^\s?#/]+)(?:[/?#]\S*)?$",
            "",
            "https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_00288/43523/SpanBERT",
        ),
        (
            r"(?:doi\.(?:acm|aip|apa|wiley)\.(?:org|com)|dx\.plos\.org|www\.aanda\.org)/"
            rf"({_LONG_NAME}){_END}",
            "",
            "https://doi.acm.org/10.1145/3292500.3330701",
        ),
        (
            r"link\.springer\.com/(?:(?:article|book|chapter|content/pdf|epdf|protocol|"
            rf"referencework|referenceworkentry)/)?({_NAME}){_END}",
            "",
            "https://link.springer.com/article/10.1007/BF02551274",
        ),
        (
            r"(?:[a-z0-9-]+\.)*(?:biomedcentral|springeropen|metajnl|frontiersin)\.(?:com|org)/"
            rf"(?:journals/[a-z-]+/)?(?:articles?|track/pdf|counter/pdf)/({_NAME}){_END}",
            "",
            "https://www.frontiersin.org/articles/10.3389/fninf.2014.00014/full",
        ),
        (
            rf"jos[se]\.theoj\.org/papers/({_NAME}){_END}",
            "",
            "https://joss.theoj.org/papers/10.21105/joss.02705",
        ),
        (
            rf"iopscience\.iop\.org/article/({_LONG_NAME}){_END}",
            "",
            "https://iopscience.iop.org/article/10.3847/1538-3881/aabc4f/meta",
        ),
        (
            r"(?:journals|link|prola)\.aps\.org/(?:[a-z]+/)?(?:abstract|pdf|references)/"
            rf"({_NAME}){_END}",
            "",
            "https://journals.aps.org/prb/abstract/10.1103/PhysRevB.87.184115",
        ),
        (
            r"(?:www\.jstor\.org/stable|www\.annualreviews\.org/content/journals|"
            rf"drops\.dagstuhl\.de/entities/document)/(?:pdf/)?({_NAME}){_END}",
            "",
            "https://www.jstor.org/stable/10.2307/2346178",
        ),
        (
            rf"www\.taylorfrancis\.com/(?:[a-z]+/){{2,3}}({_NAME})(?:[/?#]\S*)?$",
            "",
            "https://www.taylorfrancis.com/books/mono/10.1201/9781315139470/trees-breiman",
        ),
        (
            r"(?:projecteuclid|www\.spiedigitallibrary)\.org/[^\s?#]+?/"
            rf"({_LONG_NAME})\.(?:full|short|pdf)(?:[?#]\S*)?$",
            "",
            "https://projecteuclid.org/journals/a/volume-6/issue-2/B/10.1214/aos/1176344136.full",
        ),
        (
            r"(?:www\.)?(?:bio|med)rxiv\.org/content/(?:early/[0-9/]+/)?"
            rf"({DOI_PREFIX}/[0-9.]*[0-9])(?:v[0-9]+\S*)?$",
            "",
            "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1.full.pdf",
        ),
        (
            r"(?:www\.)?biorxiv\.org/content/(?:biorxiv/)?early/[0-9]{4}/[0-9]{2}/[0-9]{2}/"
            r"([0-9]{6})(?:\.full(?:\.pdf)?)?$",
            "10.1101/",
            "https://www.biorxiv.org/content/early/2018/10/29/457242",
        ),
        (
            r"journals\.plos\.org/\S+?\bid=(10\.1371(?:/|%2F)[a-z0-9.]+)(?:[&#]\S*)?$",
            "",
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0033693",
        ),
        (
            r"www\.plos[a-z]+\.org/article/info(?::|%3A)doi(?:/|%2F)"
            r"(10\.1371(?:/|%2F)[a-z0-9.]+)(?:[?#]\S*)?$",
            "",
            "http://www.plosone.org/article/info%3Adoi%2F10.1371%2Fjournal.pone.0006700",
        ),
        (
            r"dl\.acm\.org/citation\.cfm\?(?:\S*&)?doid=(?:10\.1145/)?([0-9]+\.[0-9]+)"
            r"(?:[&#]\S*)?$",
            "10.1145/",
            "https://dl.acm.org/citation.cfm?doid=2939672.2939785",
        ),
        (
            r"(?:onlinelibrary\.wiley\.com/resolve/doi|psycnet\.apa\.org/doiLanding)"
            rf"\?(?:doi|DOI)=({_NAME})(?:[&#]\S*)?$",
            "",
            "https://onlinelibrary.wiley.com/resolve/doi?DOI=10.1002/mrm.21391",
        ),
        (
            r"(?:www\.)?nature\.com/articles/([ds][0-9]{5}-[0-9]{3}-[0-9]{4,5}-[0-9a-z]{1,2}|"
            rf"[a-z]+\.?[0-9]{{2,}}(?:\.[0-9]+)?){_END}",
            "10.1038/",
            "https://www.nature.com/articles/s41586-024-07686-5",
        ),
        (
            r"pubs\.rsc\.org/en/(?i:content/article[a-z]+)/[0-9]{4}/[A-Za-z]{2}/"
            rf"([A-Za-z][0-9][A-Za-z]{{2}}[0-9]{{5}}[A-Za-z]){_END}",
            "10.1039/",
            "https://pubs.rsc.org/en/content/articlelanding/2021/sc/d0sc05401a",
        ),
        (
            rf"elifesciences\.org/articles/([0-9]{{5,6}})(?:v[0-9]+)?{_END}",
            "10.7554/eLife.",
            "https://elifesciences.org/articles/78362",
        ),
        (
            rf"peerj\.com/articles/([0-9]+){_END}",
            "10.7717/peerj.",
            "https://peerj.com/articles/453/",
        ),
        (
            rf"peerj\.com/articles/cs-([0-9]+){_END}",
            "10.7717/peerj-cs.",
            "https://peerj.com/articles/cs-103",
        ),
    )
)


_PMID: Final = regex(
    r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed|"
    r"europepmc\.org/(?:article|abstract)/(?:MED|med))/([0-9]{1,8})/?(?:[?#]\S*)?$"
)
_LONGEST: Final = 2000


def identifier_at(url: str) -> Doi | Pmid | None:
    """Return the DOI or the PMID that an address states, None where it states none.

    >>> identifier_at("https://dl.acm.org/doi/abs/10.1145/3292500.3330701?download=true")
    Doi('10.1145/3292500.3330701')
    >>> identifier_at("https://pubmed.ncbi.nlm.nih.gov/31452104/")
    Pmid('31452104')
    >>> identifier_at("https://example.org/10.1000/182") is None
    True
    """
    if "://" not in url or len(url) > _LONGEST:
        return None
    url = url.strip()
    if found := _PMID.match(url):
        return Pmid.parse(found[1])
    for pattern, start in _PLACES:
        if found := pattern.match(url):
            try:
                return Doi.parse(start + unquote(found[1]))
            except InvalidIdentifier:
                return None
    return None

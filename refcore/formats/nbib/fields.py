"""The tags of NBIB against CSL's variables.

Source: MEDLINE/PubMed Data Element (Field) Descriptions.
"""

from __future__ import annotations

from typing import Final

from refcore.formats.fieldrows import FieldRow as Row

__all__ = ["LANGUAGES", "ROWS", "TYPES"]

ROWS: Final[tuple[Row, ...]] = (
    Row("PMID", "PMID", "pmid", "31452104", "31452104"),
    Row("PMC", "PMCID", "text", "PMC6701234", "PMC6701234"),
    Row("LID", "DOI", "identifier", "10.1000/x [doi]", "10.1000/x"),
    Row("AID", "arXiv", "identifier", "arXiv:2506.13585 [pii]", "2506.13585"),
    Row("IS", "ISSN", "serial", "1940-6029 (Electronic)", "1940-6029"),
    Row("ISSN", "ISSN", "serial", "EISSN-1940-0675", "1940-0675"),
    Row("ISBN", "ISBN", "serial", "9783161484100", "9783161484100"),
    Row("TI", "title", "title", "[Of mice.]", "Of mice"),
    Row("BTI", "title", "title", "Handbook of mice.", "Handbook of mice"),
    Row("FAU", "author", "name", "Chen, Aili 3rd", "Aili Chen 3rd"),
    Row("AU", "author", "short name", "Chen AL", "A. L. Chen"),
    Row("CN", "author", "group", "ATLAS Collaboration", "ATLAS Collaboration"),
    Row("FED", "editor", "name", "Chen, Aili", "Aili Chen"),
    Row("ED", "editor", "short name", "Chen A", "A. Chen"),
    Row("FIR", "contributor", "name", "Chen, Aili", "Aili Chen"),
    Row("AUID", "orcid", "orcid", "ORCID: 0000-0002-1825-0097", "0000-0002-1825-0097"),
    Row("AD", "affiliation", "affiliation", "CERN.", "CERN."),
    Row("DP", "issued", "date", "2019 Sep 12", "2019-09-12"),
    Row("PG", "page", "pages", "1021-9", "1021-1029"),
    Row("LA", "language", "language", "eng", "en"),
    Row("OT", "keyword", "keyword", "lightning", "lightning"),
    Row("JT", "container-title", "text", "Journal of Mice", "Journal of Mice"),
    Row("TA", "container-title-short", "text", "J Mice", "J Mice"),
    Row("VI", "volume", "text", "12", "12"),
    Row("IP", "issue", "text", "4", "4"),
    Row("AB", "abstract", "text", "On mice.", "On mice."),
    Row("PL", "publisher-place", "text", "London", "London"),
    Row("PB", "publisher", "text", "Acme Press", "Acme Press"),
    Row("EN", "edition", "text", "2nd", "2nd"),
    Row("CTI", "collection-title", "text", "Studies", "Studies"),
    Row("VTI", "volume-title", "text", "Voles", "Voles"),
    Row("GN", "note", "text", "With a map", "With a map"),
    Row("TT", "original-title", "text", "Von Mäusen", "Von Mäusen"),
)

# Languages as MEDLINE abbreviates them, against the codes of CSL.
LANGUAGES: Final = dict(
    pair.split(":")
    for pair in (
        "ara:ar chi:zh cze:cs dan:da dut:nl eng:en fin:fi fre:fr ger:de gre:el heb:he hun:hu "
        "ita:it jpn:ja kor:ko nor:no per:fa pol:pl por:pt rum:ro rus:ru spa:es swe:sv tur:tr ukr:uk"
    ).split()
)
# Types of publication (PT) that decide the CSL type.
TYPES: Final = {
    "book": "book",
    "book chapter": "chapter",
    "dataset": "dataset",
    "newspaper article": "article-newspaper",
    "preprint": "article",
}

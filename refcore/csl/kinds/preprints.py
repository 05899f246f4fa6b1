"""Works on servers of preprints."""

from __future__ import annotations

import re
from typing import Final

from refcore.csl.fitting import Fitting
from refcore.csl.kinds.shared import is_loose
from refcore.text.patterns import regex
from refcore.text.servers import name_of_preprints, server_names

__all__ = ["preprint"]

# Archives of preprints and reports; ERIC keeps reports. arXiv's works are read by their ids.
_SERVERS: Final = (server_names(of_preprints_alone=True) - {"arxiv", "corr"}) | {"eric"}
_MARKS: Final = regex(r"\W+")
_LETTERED: Final = regex(r"[A-Z]{2,4}-?[0-9]{4,8}")  # ED545393
# "Available at SSRN 3580000", as Google Scholar has it.
_SSRN: Final = regex(r"(?:available at )?ssrn(?: electronic journal)?(?:[ ,:]{1,3}(\d+))?", re.I)
# Kinds of identifiers that are not archives of preprints.
_NO_ARCHIVES: Final = frozenset("arxiv doi eprint googlebooks hdl jstor pubmed url".split())


def preprint(one: Fitting) -> None:
    """Set a work on a preprint server as a preprint, whatever type an export gives it."""
    item, guide = one.item, one.guide
    kind = item["type"]
    if kind == "article":
        _archive_of(one)
    if kind == "article-journal" and not {"volume", "issue"} & set(item):
        # Crossref's export of a preprint has a publisher and no journal.
        name = "container-title" if "container-title" in item else "publisher"
    elif is_loose(one) or (kind == "report" and item.get("publisher", "") == "ERIC"):
        name = "publisher"
    else:
        return
    if found := _SSRN.fullmatch(item.get(name, "")):
        item[name] = "SSRN"
        if found[1] and "DOI" not in item:
            item.setdefault("URL", f"https://ssrn.com/abstract={found[1]}")
    is_server = _MARKS.sub(" ", item.get(name, "").lower()) in _SERVERS
    by_doi = name_of_preprints(item.get("DOI", ""))
    if not is_server and (name != "publisher" or by_doi in (None, "arXiv")):
        return
    item["type"] = "article"
    item.pop("page", None)
    if _LETTERED.fullmatch(item.get("number", "")):
        # In a span it is not numeric, so styles do not print "No." (APA 7, section 10.8, example
        # 74).
        item["number"] = f'<span class="nocase">{item["number"]}</span>'
    if not guide.is_acm and name in item:
        item["publisher"] = item.pop(name)
    _archive_of(one)


def _archive_of(one: Fitting) -> None:
    """Print the archive that ``eprinttype`` names, and its number (APA 7, section 10.8)."""
    item, extra = one.item, one.reference.extra
    archive = extra.get("eprinttype", "") or extra.get("archiveprefix", "")
    number = extra.get("eprint", "")
    if "number" in item and item.get("DOI", "").partition("/")[2] == item["number"]:
        del item["number"]  # bioRxiv: elocation-id = {2020.05.05.100001}, all of the DOI's suffix
    if not archive:
        archive = name_of_preprints(item.get("DOI", "")) or ""
    if not archive or archive.lower() in _NO_ARCHIVES or "number" in item:
        return
    if number and number.lower() not in item.get("DOI", "").lower():
        # In a span it is not numeric, so styles do not print "No."
        item["number"] = f'<span class="nocase">{number}</span>'
    item.setdefault("publisher", archive)

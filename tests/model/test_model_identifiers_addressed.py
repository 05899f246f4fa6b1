"""Addresses that state a DOI or a PMID, and those that state none."""

from __future__ import annotations

from pathlib import Path

import pytest

from refcore.formats import loads
from refcore.model.identifiers import Doi, Identifier, Isbn, Pmid
from refcore.model.identifiers.addressed import identifier_at
from refcore.verification.case import identifiers_of

BOATS = Doi("10.5555/boats.1")


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://doi.org/10.5555/boats.1", BOATS),
        ("http://dx.doi.org/10.5555%2Fboats.1", BOATS),
        ("https://doi.org/10.5555/boats.1#top", None),
        ("https://dl.acm.org/doi/10.5555/boats.1", BOATS),
        ("https://dl.acm.org/doi/pdf/10.5555/boats.1?casa_token=x", BOATS),
        ("https://onlinelibrary.wiley.com/doi/abs/10.5555/boats.1", BOATS),
        ("https://www.tandfonline.com/doi/full/10.5555/boats.1/", BOATS),
        ("https://link.springer.com/content/pdf/10.5555/boats.1.pdf", BOATS),
        ("https://link.springer.com/chapter/10.5555/boats.1#citeas", BOATS),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full",
            Doi("10.1101/2020.01.01.123456"),
        ),
        ("https://www.medrxiv.org/content/10.1101/123456v1", Doi("10.1101/123456")),
        ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0033693",
         Doi("10.1371/journal.pone.0033693")),
        ("https://pubmed.ncbi.nlm.nih.gov/7654321", Pmid("7654321")),
        ("https://www.ncbi.nlm.nih.gov/pubmed/7654321?dopt=x", Pmid("7654321")),
        # What is behind the DOI may be the page's own.
        ("https://example.org/doi/10.5555/boats.1/supplement", None),
        ("https://example.org/papers/10.5555/boats.1", None),
        ("https://example.org/?q=doi.org/10.5555/boats.1", None),
        ("doi.org/10.5555/boats.1", None),
        ("", None),
    ],
)  # fmt: skip
def test_what_an_address_states(url: str, found: Identifier | None) -> None:
    assert identifier_at(url) == found


PAGES = (Path(__file__).parent / "addresses.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("page", PAGES)
def test_what_pages_of_publishers_state(page: str) -> None:
    """Each line is an address and the identifier that it states, or a dash."""
    url, stated = page.split()
    assert str(identifier_at(url) or "-") == stated


@pytest.mark.parametrize(
    ("kind", "fields", "found"),
    [
        ("article", "url={https://doi.org/10.5555/boats.1}", [BOATS]),
        ("misc", r"howpublished={\url{https://doi.org/10.5555/boats.1}}", [BOATS]),
        ("article", "note={doi: 10.5555/boats.1.}", [BOATS]),
        ("article", "note={PMID: 7654321}", [Pmid("7654321")]),
        ("article", "note={Erratum: doi:10.5555/boats.1}", []),
        ("article", "doi={10.5555/rafts}, url={https://doi.org/10.5555/boats.1}",
         [Doi("10.5555/rafts")]),
        ("article", "eprint={2401.00001}, archiveprefix={arXiv}, url={https://doi.org/10.5555/a}",
         ["2401.00001"]),
        ("book", "isbn={0-262-03384-4, 978-0-262-03384-8}", [Isbn("9780262033848")]),
    ],
)  # fmt: skip
def test_the_identifiers_of_a_reference(
    kind: str, fields: str, found: list[Identifier | str]
) -> None:
    entry = f"@{kind}{{k, title={{Boats}}, author={{Byron, Ada}}, {fields}}}"
    ids = identifiers_of(next(iter(loads(entry, "bibtex"))))
    assert list(map(str, ids)) == list(map(str, found))

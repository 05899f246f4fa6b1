"""Identifiers in the forms that people write, and texts that are not identifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.errors import InvalidIdentifier
from refcore.model import ArxivId, Doi, Isbn, Orcid, Pmid
from refcore.model.identifiers import Identifier, identifiers_in, read_identifier

PAPER = ArxivId("2310.01234", 2)


@pytest.mark.parametrize(
    "text",
    [
        "arXiv: 2310.01234v2.",
        "[arXiv:2310.01234v2]",
        "(arXiv:2310.01234v2 [cs.LG])",
        "arXiv preprint arXiv:2310.01234v2",
        "arXiv e-prints, arXiv:2310.01234v2",
        "arXiv.2310.01234v2",
        "arXiv\uff1a2310.01234v2",
        "CoRR abs/2310.01234v2",
        "CoRR, abs/2310.01234v2",
        "abs/2310.01234v2",
        "eprint: 2310.01234v2",
        "https://www.alphaxiv.org/abs/2310.01234v2",
        "https://ar5iv.labs.arxiv.org/html/2310.01234v2",
        "https://ar5iv.org/abs/2310.01234v2",
        "https://huggingface.co/papers/2310.01234v2",
        "https://scirate.com/arxiv/2310.01234v2",
        "https://arxiv.org/pdf/2310.01234v2?utm_source=x",
        "https://arxiv.org/abs/2310.01234v2#",
        "ARXIV:2310.01234V2",
        " <https://arxiv.org/abs/2310.01234v2> ",
        "info:arxiv/2310.01234v2",
    ],
)
def test_arxiv_ids(text: str) -> None:
    assert ArxivId.parse(text) == PAPER
    assert read_identifier(text) == PAPER


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("10.5555/ab.c-1", "10.5555/ab.c-1"),
        ("DOI: 10.5555/ab.c-1.", "10.5555/ab.c-1"),
        ("doi 10.5555/ab.c-1", "10.5555/ab.c-1"),
        ("doi:https://doi.org/10.5555/ab.c-1", "10.5555/ab.c-1"),
        ("DOI: http://dx.doi.org/10.5555/ab.c-1;", "10.5555/ab.c-1"),
        ("urn:doi:10.5555/ab.c-1", "10.5555/ab.c-1"),
        ("info:doi/10.5555/ab.c-1", "10.5555/ab.c-1"),
        ("https://www.doi.org/10.5555/ab.c-1", "10.5555/ab.c-1"),
        ("https://doi.org/doi:10.5555/ab.c-1", "10.5555/ab.c-1"),
        ("https://doi-org.proxy.library.example.edu/10.5555/ab.c-1", "10.5555/ab.c-1"),
        ("https://doi.org/10.5555%2Fab.c-1", "10.5555/ab.c-1"),
        ("https://doi.org/10.5555/ab.c-1?utm_source=mail", "10.5555/ab.c-1"),
        ("<https://doi.org/10.5555/ab.c-1>", "10.5555/ab.c-1"),
        ("(10.5555/ab.c-1)", "10.5555/ab.c-1"),
        ("10.5555/ab.c-1)", "10.5555/ab.c-1"),
        ("10.5555/ab(c)1", "10.5555/ab(c)1"),
        ("10.5555/a\\_b\\%c", "10.5555/a_b%c"),
        ("\\url{https://doi.org/10.5555/ab}", "10.5555/ab"),
        ("10.5555/a&lt;b&gt;c;2-#", "10.5555/a<b>c;2-#"),
        ("10.5555/a\u200bb", "10.5555/ab"),
        ("https://dl.acm.org/doi/10.5555/3292500.1", "10.5555/3292500.1"),
        ("https://dl.acm.org/doi/pdf/10.5555/3292500.1", "10.5555/3292500.1"),
        ("https://onlinelibrary.wiley.com/doi/abs/10.5555/x.1", "10.5555/x.1"),
        ("https://www.tandfonline.com/doi/full/10.5555/x.1?journalCode=a20", "10.5555/x.1"),
        ("https://link.springer.com/article/10.5555/s1-2-3", "10.5555/s1-2-3"),
        ("https://link.springer.com/content/pdf/10.5555/s1-2-3.pdf", "10.5555/s1-2-3"),
        ("https://www.biorxiv.org/content/10.5555/2020.01.02.9v3.full.pdf", "10.5555/2020.01.02.9"),
        ("https://iopscience.iop.org/article/10.5555/1748/meta", "10.5555/1748"),
        ("https://journals.example.org/x?id=10.5555/j.p.1", "10.5555/j.p.1"),
        ("DOI (digital): 10.5555/ab", "10.5555/ab"),
    ],
)
def test_dois(text: str, name: str) -> None:
    assert Doi.parse(text).name == name
    assert read_identifier(text) == Doi(name)


@pytest.mark.parametrize(
    "text", ["10/gjq9rw", "https://doi.org/gjq9r", "10.12", "doi:", "a 10.5/b"]
)
def test_what_is_not_a_doi(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        Doi.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "PMID: 7654321",
        "pmid:7654321",
        "PMID7654321",
        "PMID 07654321.",
        "PubMed ID: 7654321",
        "PubMed PMID: 7654321;",
        "7654321",
        "7654321[pmid]",
        "7654321 [PubMed - indexed for MEDLINE]",
        "https://pubmed.ncbi.nlm.nih.gov/7654321/",
        "https://pubmed.ncbi.nlm.nih.gov/7654321/?from_term=x",
        "http://www.ncbi.nlm.nih.gov/pubmed/7654321",
        "https://europepmc.org/article/MED/7654321",
        "info:pmid/7654321",
    ],
)
def test_pmids(text: str) -> None:
    assert Pmid.parse(text) == Pmid("7654321")
    assert read_identifier(text) == Pmid("7654321")


@pytest.mark.parametrize("text", ["PMC7654321", "PMID: 0", "1234567890", "12 34", "", "PMID:"])
def test_what_is_not_a_pmid(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        Pmid.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "9780262033848",
        "978-0-262-03384-8",
        "978\u20130\u2013262\u201303384\u20138",
        "978 0 262 03384 8",
        "ISBN 978-0-262-03384-8",
        "ISBN-13: 978-0-262-03384-8",
        "ISBN-10: 0-262-03384-4",
        "ISBN-10 0262033844",
        "ISBN: 0-262-03384-4 (hardcover)",
        "isbn 10: 0262033844",
        "e-ISBN 9780262033848",
        "0262033844",
        "SBN 262-03384-4",
        "urn:isbn:9780262033848",
        "https://openlibrary.org/isbn/9780262033848",
        "https://www.amazon.com/Some-Book/dp/0262033844/ref=sr_1",
        "https://books.google.com/books?vid=ISBN0262033844",
        "https://www.worldcat.org/isbn/9780262033848",
    ],
)
def test_isbns(text: str) -> None:
    assert Isbn.parse(text) == Isbn("9780262033848")
    assert read_identifier(text) == Isbn("9780262033848")
    assert Isbn.parse(text).isbn10 == "0262033844"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("978-0-262-03384-7", "check digit is 7, expected 8"),
        ("0-262-03384-5", "check digit is 5, expected 4"),
        ("9770262033841", "begin with 978 or 979"),
        ("9790060115615", "not with 9790"),
        ("97802620338", "10 or 13 digits"),
        ("ISBN", "10 or 13 digits"),
    ],
)
def test_what_is_not_an_isbn(text: str, why: str) -> None:
    with pytest.raises(InvalidIdentifier, match=why):
        Isbn.parse(text)


def test_a_check_digit_of_ten() -> None:
    assert Isbn.parse("0-8044-2957-x").isbn10 == "080442957X"
    assert Isbn("9798886451740").isbn10 is None


@pytest.mark.parametrize(
    "text",
    [
        "ORCID: 0000-0002-1694-233x",
        "https://www.orcid.org/0000-0002-1694-233X/",
        "orcid.org/0000-0002-1694-233X",
        "0000 0002 1694 233X",
        "0000\u20130002\u20131694\u2013233X",
        "ORCID iD 000000021694233X",
    ],
)
def test_orcids(text: str) -> None:
    assert Orcid.parse(text).id == "0000-0002-1694-233X"


@pytest.mark.parametrize("text", ["", "see", "12345678901", "10.1000", "arXiv:", "PMID: x", "12.3"])
def test_what_is_none_says_so(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        read_identifier(text)


def test_an_address_without_its_scheme() -> None:
    found = [read_identifier(text) for text in ("doi.org/10.1000/a", "dx.doi.org/10.1000/a")]
    assert found == [Doi("10.1000/a")] * 2
    assert read_identifier("arxiv.org/abs/2506.13585") == ArxivId("2506.13585")
    assert read_identifier("pubmed.ncbi.nlm.nih.gov/7654321") == Pmid("7654321")


def test_a_label_decides_what_an_error_says() -> None:
    with pytest.raises(InvalidIdentifier, match="is not an ISBN: its check digit"):
        read_identifier("ISBN 978-0-262-03384-7")
    with pytest.raises(InvalidIdentifier, match="check digit"):
        read_identifier("0262033843")
    with pytest.raises(InvalidIdentifier, match="month 13"):
        read_identifier("arXiv:2313.00001")


def test_identifiers_in_a_text() -> None:
    text = (
        "A. Byron, Boats (arXiv:2310.01234v2), see https://doi.org/10.5555/ab(c), "
        "PMID: 7654321; ISBN 978-0-262-03384-8 (pbk), also 2310.01234v2 and "
        "10.48550/arXiv.2310.05678. "
        "Pages 12.34, version 1.2.3, 9780262033848."
    )
    assert identifiers_in(text) == (
        PAPER,
        Doi("10.5555/ab(c)"),
        Pmid("7654321"),
        Isbn("9780262033848"),
        ArxivId("2310.05678"),
    )
    assert identifiers_in("") == ()


ANY = [PAPER, ArxivId("math/0309136"), Doi("10.5555/ab"), Pmid("7654321"), Isbn("9780262033848")]


@pytest.mark.parametrize("identifier", ANY, ids=str)
def test_every_form_that_is_written_is_read(identifier: Identifier) -> None:
    for text in (identifier.tagged, identifier.url, str(identifier)):
        assert read_identifier(text) == identifier
    assert identifiers_in(f"See {identifier.tagged}.") == (identifier,)


@given(st.text(alphabet="10.9/aX:-v [](){}<>arXivdoipmsbn\u200b&;%", max_size=60))
def test_no_text_raises_anything_else(text: str) -> None:
    identifiers_in(text)
    try:
        read = read_identifier(text)
    except InvalidIdentifier:
        return
    assert read_identifier(read.tagged) == read

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.errors import InvalidIdentifier
from refcore.model import ArxivId, Doi, Orcid


@pytest.mark.parametrize(
    ("text", "bare", "version"),
    [
        ("2506.13585", "2506.13585", None),
        ("2506.13585v1", "2506.13585", 1),
        ("arXiv:2506.13585v12", "2506.13585", 12),
        ("arxiv: 2506.13585", "2506.13585", None),
        ("arXiv 2506.13585", "2506.13585", None),
        ("arXiv:2506.13585v1 [cs.CL]", "2506.13585", 1),
        ("https://arxiv.org/abs/2506.13585", "2506.13585", None),
        ("http://www.arxiv.org/abs/2506.13585v2", "2506.13585", 2),
        ("https://arxiv.org/pdf/2506.13585v1.pdf", "2506.13585", 1),
        ("https://arxiv.org/html/2506.13585v1#S2", "2506.13585", 1),
        ("https://export.arxiv.org/abs/2506.13585?context=cs", "2506.13585", None),
        ("arxiv.org/abs/2506.13585/", "2506.13585", None),
        ("10.48550/arXiv.2506.13585", "2506.13585", None),
        ("https://doi.org/10.48550/ARXIV.2506.13585", "2506.13585", None),
        ("doi:10.48550/arXiv.hep-th/9901001", "hep-th/9901001", None),
        ("0704.0001", "0704.0001", None),
        ("1412.9999", "1412.9999", None),
        ("1501.00001", "1501.00001", None),
        ("hep-th/9901001v3", "hep-th/9901001", 3),
        ("math.GT/0309136", "math/0309136", None),
        ("https://arxiv.org/abs/astro-ph/0601001", "astro-ph/0601001", None),
        ("cs/0701001", "cs/0701001", None),
    ],
)
def test_ids_are_read_as_people_write_them(text: str, bare: str, version: int | None) -> None:
    assert ArxivId.parse(text) == ArxivId(bare, version)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2506.1358", "since 1501 the number has 5 digits, not 4"),
        ("2513.00001", "month 13 does not exist"),
        ("2500.00001", "month 00 does not exist"),
        ("0703.0001", "begin with 0704"),
        ("0808.05394", "before 1501 the number has 4 digits, not 5"),
        ("2506.135850", "5 digits, not 6"),
        ("2506.00000", "numbers begin with 1"),
        ("2506.13585v0", "versions begin with 1"),
        ("hep-th/9913001", "month 13 does not exist"),
        ("hep-th/0704001", "run from 9107 to 0703"),
        ("hep-th/9901000", "numbers begin with 1"),
        ("hep-th/99010011", "the number has 3 digits, not 4"),
        ("biology/9901001", "no archive 'biology'"),
        ("abc", "expected YYMM.number"),
        ("", "expected YYMM.number"),
        ("2506.13585 and more", "expected YYMM.number"),
        ("10.1000/xyz", "expected YYMM.number"),
        ("https://example.org/abs/2506.13585", "expected YYMM.number"),
    ],
)
def test_malformed_and_impossible_ids_say_why(text: str, why: str) -> None:
    with pytest.raises(InvalidIdentifier, match=why):
        ArxivId.parse(text)


def test_the_constructor_checks_as_parse_does() -> None:
    with pytest.raises(InvalidIdentifier):
        ArxivId("2506.13585v1")
    with pytest.raises(InvalidIdentifier):
        ArxivId("2506.13585", 0)
    assert ArxivId("math.GT/0309136").bare == "math/0309136"


def test_parts_of_an_id() -> None:
    new, old = ArxivId("2506.13585", 2), ArxivId("hep-th/9901001")
    assert (new.year, new.month, old.year, old.month) == (2025, 6, 1999, 1)
    assert new.url == "https://arxiv.org/abs/2506.13585v2"
    assert new.doi == Doi("10.48550/arXiv.2506.13585")
    assert new.unversioned == ArxivId("2506.13585")
    assert str(old.with_version(3)) == "hep-th/9901001v3"


months = st.integers(1, 12)
new_ids = st.builds(
    lambda y, m, n, v: ArxivId(f"{y:02}{m:02}.{n:05}", v),
    st.integers(15, 60),
    months,
    st.integers(1, 99999),
    st.none() | st.integers(1, 30),
)


@given(new_ids)
def test_every_spelling_reads_back(arxiv: ArxivId) -> None:
    for text in (str(arxiv), f"arXiv:{arxiv}", arxiv.url, f"https://arxiv.org/pdf/{arxiv}.pdf"):
        assert ArxivId.parse(text) == arxiv
    assert arxiv.doi.arxiv == arxiv.unversioned


@given(st.text(max_size=40))
def test_no_text_raises_anything_else(text: str) -> None:
    for kind in (ArxivId, Doi, Orcid):
        try:
            kind.parse(text)
        except InvalidIdentifier as error:
            assert str(error)  # noqa: PT017


def test_dois() -> None:
    assert Doi.parse("https://doi.org/10.1000/a%3Cb%3E").name == "10.1000/a<b>"
    assert Doi.parse(" doi: 10.1000/AbC ") == Doi("10.1000/aBc")
    assert hash(Doi("10.1000/A")) == hash(Doi("10.1000/a"))
    assert str(Doi("10.1000/AbC")) == "10.1000/AbC"
    assert Doi("10.1000/x").arxiv is None
    for bad in ("10.1000", "11.1000/x", "10.1000/with space", "x"):
        with pytest.raises(InvalidIdentifier):
            Doi.parse(bad)


def test_orcids_are_checked() -> None:
    assert Orcid.parse("https://orcid.org/0000-0002-1694-233X").id == "0000-0002-1694-233X"
    assert Orcid.parse("000000021694233x").id == "0000-0002-1694-233X"
    with pytest.raises(InvalidIdentifier, match="check digit is 8, expected 7"):
        Orcid("0000-0002-1825-0098")
    with pytest.raises(InvalidIdentifier):
        Orcid("0000-0002-1825")

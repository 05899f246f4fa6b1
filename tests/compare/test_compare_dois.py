import pytest

from refcore.compare.dois import _ROWS, DoiHint, read_doi


@pytest.mark.parametrize("example", [row[2] for row in _ROWS])
def test_every_row_reads_its_example(example: str) -> None:
    assert read_doi(example) is not None
    assert read_doi(example.upper()) == read_doi(example)


@pytest.mark.parametrize(
    ("doi", "hint"),
    [
        ("10.18653/v1/P98-1001", DoiHint("acl", 1998)),
        ("10.18653/v1/D19-1002", DoiHint("emnlp", 2019)),
        ("10.1609/AAAI.V36I9.21217", DoiHint("aaai", 2022)),
        ("10.1109/CVPR.2016.90", DoiHint("cvpr", 2016)),
        ("10.1109/TPAMI.2020.1234567", None),
        ("10.18653/v1/2021.findings-acl.3", None),
        ("10.18653/v1/W19-0101", None),
        ("10.1000/anything", None),
    ],
)
def test_what_a_doi_says(doi: str, hint: DoiHint | None) -> None:
    assert read_doi(doi) == hint

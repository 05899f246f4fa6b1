"""docs/formats.md agrees with `losses`."""

from pathlib import Path

import pytest

from refcore import ArxivId, Authors, Date, Doi, Group, Orcid, Person, Reference
from refcore.formats import losses

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT[TEXT.index("| held |") :].splitlines()
    if line.startswith("| ")
]
FORMATS = ROWS[0][1:]
TABLE = {row[0]: dict(zip(FORMATS, row[1:], strict=True)) for row in ROWS[1:]}


def article(**parts: object) -> Reference:
    known = {"authors": Authors([Person("Bo", "Li")]), "issued": Date.of(2020), **parts}
    return Reference("li2020", "article-journal", "A title").evolve(**known)


PROBES = {
    "citation keys": article().evolve(key="Own:key"),
    "names in parts, suffix": article(authors=Authors([Person("Bo", "Li", suffix="Jr.")])),
    "particles": article(authors=Authors([Person("Bo", "With", non_dropping_particle="de")])),
    "dropping particles": article(authors=Authors([Person("Bo", "With", dropping_particle="de")])),
    "organisations": article(authors=Authors([Group("MiniMax"), Group("The Sun")])),
    "and others": article(authors=Authors([Person("Bo", "Li")], others=True)),
    "and 27 others": article(authors=Authors([Person("Bo", "Li")], others=27)),
    "ORCIDs": article(authors=Authors([Person("Bo", "Li", orcid=Orcid("0000-0002-1825-0097"))])),
    "affiliations": article(authors=Authors([Person("Bo", "Li", affiliations=("CERN",))])),
    "editors, translators": article(
        names={"editor": Authors([Person("An", "Wu")]), "translator": Authors([Person("A", "B")])}
    ),
    "directors, composers": article(names={"director": Authors([Person("An", "Wu")])}),
    "year, month, day": article(issued=Date.of(2020, 5, 17)),
    "seasons": article(issued=Date.of(2020, season=1)),
    "ranges": article(issued=Date.parse("2020-05/2020-07")),
    "about, circa": article(issued=Date.of(1650, circa=True)).evolve(key="li1650"),
    "in press and the like": article(issued=Date(literal="in press")).evolve(key="li"),
    "italics in titles": article(title="On <i>E. coli</i>"),
    "kept case in titles": article(title='The <span class="nocase">van</span> case'),
    "arXiv id": article(arxiv=ArxivId("2506.13585", 1), fields={"container-title": "J"}),
    "DOI, address": article(doi=Doi("10.1000/abc"), url="https://example.org/a"),
    "PubMed ids": article(fields={"PMID": "12345"}),
    "journal, volume, issue, pages": article(
        fields={"container-title": "J", "volume": "1", "issue": "2", "page": "3-4"}
    ),
    "publisher and place": article(fields={"publisher": "P", "publisher-place": "Q"}),
    "keywords": article(fields={"keyword": "one, two"}),
    "abstract, note": article(fields={"abstract": "It is.", "note": "N"}),
    "number, edition": article(fields={"number": "7", "edition": "2"}),
    "version of software": article(fields={"version": "1.2"}).evolve(type="software"),
    "other CSL variables": article(fields={"scale": "1:5"}),
    "fields without a CSL variable": article(extra={"lccn": "7"}),
}


def test_the_table_has_a_row_for_each_probe() -> None:
    assert list(TABLE) == list(PROBES)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("row", PROBES)
def test_the_table_says_what_losses_says(row: str, format_: str) -> None:
    lost = losses(PROBES[row], format_)
    assert TABLE[row][format_] == ("no" if lost else "yes"), [str(entry) for entry in lost]

"""What a notebook shows of each value, and the rows that pandas takes."""

import pickle
import re
from pathlib import Path

import attrs
import html5lib
import pytest

import refcore
from refcore import ClaimFinding, ClaimVerdict, Library, Reference, Reports
from refcore.compare import compare_authors
from refcore.diagnostics import Location
from refcore.model import ArxivId, Date
from refcore.model.claims import Claim, ClaimKind
from refcore.names import read_author_list
from refcore.records.lock import Lock
from refcore.records.record import RecordAuthor
from refcore.records.sources import Sources
from refcore.sources.arxiv.record import arxiv_record
from refcore.text.notebook import MOST_ROWS

HOSTILE = "<script>alert(1)</script></style><img src=x onerror=alert(1)> \u202e"
ID = ArxivId("2402.01234")
NAMES = ["Lia Hartmann", "Omar Reyes"]
SOURCES = Sources(
    lock=Lock([arxiv_record(ID.with_version(1), HOSTILE, [RecordAuthor(n) for n in NAMES])])
)
WRONG = Reference(
    "rivers",
    "article-journal",
    HOSTILE,
    read_author_list(["Lea Hartmann", HOSTILE]),
    arxiv=ID,
    issued=Date.of(2024),
    url="javascript:alert(1)",
    fields={"container-title": "Rivers", "page": "1-9"},
    location=Location("refs.bib", 3, 1),
)
LIBRARY = Library([WRONG, Reference("page", "webpage", "A page")])
REPORTS = refcore.verify(LIBRARY, arxiv=SOURCES)
SHOWN = {
    "library": LIBRARY,
    "reference": WRONG,
    "report": REPORTS[0],
    "reports": REPORTS,
    "authors": REPORTS[0].comparison,
    "bibliography": refcore.bibliography(LIBRARY),
}


@pytest.mark.parametrize("kind", SHOWN)
def test_a_notebook_gets_valid_and_harmless_html(kind: str) -> None:
    shown = SHOWN[kind]._repr_html_()
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parseFragment(shown)
    (whole,) = list(tree)
    assert whole.get("class") == f"refcore {kind}"
    tags = {made.tag for made in whole.iter()}
    assert not tags & {"script", "img"}
    for made in whole.iter():
        assert not [name for name in made.attrib if name.startswith("on")]
        assert made.get("href", "https://").startswith(("https://", "#"))
    assert "alert(1)" in "".join(whole.itertext())


@pytest.mark.parametrize("kind", SHOWN)
def test_text_has_the_colour_of_the_notebook(kind: str) -> None:
    style = re.search(r"<style>(.*?)</style>", SHOWN[kind]._repr_html_())[1]
    assert set(re.findall(r"[{;]color:([^;}]+)", style)) <= {
        "inherit",
        "var(--jp-content-link-color,inherit)",
    }
    assert "var(--jp-" in style


def test_a_table_in_a_notebook_ends() -> None:
    many = Library(Reference(f"k{number}") for number in range(MOST_ROWS + 5))
    shown = many._repr_html_()
    assert shown.count("<tr>") == MOST_ROWS + 2
    assert "… 5 more" in shown


def test_reports_are_a_list_that_shows_itself() -> None:
    assert list(REPORTS) == REPORTS
    assert repr(REPORTS) == "<Reports: 2 references: 1 contradicted, 1 not covered>"
    assert str(REPORTS).splitlines()[-1] == "2 references: 1 contradicted, 1 not covered"
    assert isinstance(REPORTS[:1], Reports)
    assert pickle.loads(pickle.dumps(REPORTS)) == REPORTS  # noqa: S301
    assert "✗" in REPORTS._repr_html_()


def test_a_row_of_a_report_has_its_false_claims() -> None:
    claim = Claim(ClaimKind.MORE_THAN, "over nine", number=9)
    false = ClaimFinding(claim, ClaimVerdict.FALSE, "the record lists two")
    shown = Reports([attrs.evolve(REPORTS[0], claims=(false,))])._repr_html_()
    assert "1 claim false" in shown
    assert "over nine: the record lists two" in shown


def test_a_bibliography_of_any_output_shows_itself_as_html() -> None:
    for style in ("apa", "ieee"):
        html = refcore.bibliography(LIBRARY, style, "html")
        for output in ("text", "latex", "html"):
            assert html.text in refcore.bibliography(LIBRARY, style, output)._repr_html_()


def test_rows_are_flat_and_alike() -> None:
    comparison = compare_authors(["L. Hartmann", "Reyes"], NAMES)
    for rows in (LIBRARY.to_records(), REPORTS.to_records(), comparison.to_records()):
        assert len(rows) == 2
        assert rows[0].keys() == rows[1].keys()
        for value in (value for row in rows for value in row.values()):
            assert value is None or isinstance(value, str | int | float)
    row = LIBRARY.to_records()[0]
    assert (row["year"], row["venue"], row["pages"]) == (2024, "Rivers", "1-9")
    assert (row["arxiv"], row["file"], row["line"]) == ("2402.01234", "refs.bib", 3)
    assert REPORTS.to_records()[0]["verdict"] == "contradicted"


def test_the_columns_are_documented() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "python.md").read_text("utf-8")
    comparison = compare_authors(NAMES, NAMES)
    for rows, heading in (
        (LIBRARY.to_records(), "Rows of a library"),
        (REPORTS.to_records(), "Rows of reports"),
        (comparison.to_records(), "Rows of a comparison"),
    ):
        section = page.partition(f"### {heading}\n")[2].partition("\n#")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(rows[0])

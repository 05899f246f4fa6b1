"""Every kind of finding and every message is in the documents."""

import enum
import runpy

import pytest
from docs_pages import DOCS

from refcore.compare.kinds import BREAKING, DifferenceKind, VariantKind
from refcore.net.addresses import LinkState
from refcore.verification.paper import PaperKind

DIFFERENCES = (DOCS / "differences.md").read_text(encoding="utf-8")
KINDS = [kind for kinds in (DifferenceKind, VariantKind, PaperKind, LinkState) for kind in kinds]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_kind_of_finding_has_a_row(kind: enum.StrEnum) -> None:
    assert f"| `{kind}` | " in DIFFERENCES


def test_the_table_says_what_contradicts_a_list() -> None:
    names = DIFFERENCES.partition("## Ways to write")[0].splitlines()
    for kind in DifferenceKind:
        (row,) = [line for line in names if line.startswith(f"| `{kind}` |")]
        assert row.endswith("| yes |" if kind in BREAKING else "| no |"), row


def test_the_table_says_how_variants_are_explained() -> None:
    for kind in VariantKind:
        assert f"| `{kind}` | {kind.words} |" in DIFFERENCES


@pytest.mark.slow
def test_the_page_of_messages_is_current() -> None:
    page = runpy.run_path(str(DOCS / "messages.py"))["page"]()
    written = (DOCS / "messages.md").read_text(encoding="utf-8")
    assert written == page, "run: python docs/messages.py"
    for words in ("month … does not exist", "no style", "--title needs --standalone"):
        assert words in page

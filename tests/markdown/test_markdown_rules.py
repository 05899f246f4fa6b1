"""Every rule of the note reader reads its own example, and the documents list them all."""

from pathlib import Path

import pytest

from refcore.markdown import read
from refcore.markdown.attach import find_lists
from refcore.markdown.fields import REWRITES, Rewrite
from refcore.markdown.forms import known_lists, read_forms
from refcore.markdown.note import inside
from refcore.markdown.rulebook import TABLES, page
from refcore.markdown.rules import Rule
from refcore.markdown.segments import segments
from refcore.markdown.stretches import ENTRY
from refcore.markdown.titles import title_near
from refcore.model import Library

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
ROWS = [(table.reads, rule) for table in TABLES for rule in table.rules]


def authors(library: Library) -> str:
    return str(library[library.keys()[0]].authors)


def title(library: Library) -> str:
    key = library.keys()[0]
    return f"{library[key].title}{' (a label)' if key in library.labels else ''}"


def claim(library: Library) -> str:
    (found,) = next(iter(library.claims.values()))
    number = "" if found.number is None else str(found.number)
    return " ".join(f"{found.kind.value} {found.name} {number}".split())


def segment(note: str, found: str) -> str:
    """The segment of the first block that is asked for, or all."""
    reading, _, _ = inside(note, None)
    cut = segments(reading.inlines[0], reading.by_block[0], 0, len(reading.inlines[0].text))
    said = [f"{held.role.value}: {held.text}" for held in cut]
    return found if found in said else str(said)


FOUND = {"authors": authors, "title": title, "claim": claim}


@pytest.mark.parametrize(("reads", "rule"), ROWS, ids=[rule.name for _, rule in ROWS])
def test_a_rule_reads_its_example(reads: str, rule: Rule) -> None:
    if reads == "segment":
        assert segment(rule.example, rule.found) == rule.found
    else:
        assert FOUND[reads](read(rule.example)) == rule.found


@pytest.mark.parametrize(
    "rule", [rule for reads, rule in ROWS if reads == "authors"], ids=lambda rule: rule.name
)
def test_the_list_of_an_example_is_read_by_its_own_rule(rule: Rule) -> None:
    reading, _, _ = inside(rule.example, None)
    known = known_lists(read_forms(reading)) if rule is ENTRY else {}
    assert rule in [stretch.rule for stretch in find_lists(reading, known)]


@pytest.mark.parametrize(
    "rule", [rule for reads, rule in ROWS if reads == "title"], ids=lambda rule: rule.name
)
def test_the_title_of_an_example_is_read_by_its_own_rule(rule: Rule) -> None:
    reading, _, _ = inside(rule.example, None)
    mention = reading.mentions[0]
    inline, block = reading.inlines[mention.block], reading.blocks[mention.block]
    found = title_near(mention, inline, block, 0, len(inline.text))
    assert found.rule == rule.name


@pytest.mark.parametrize("rewrite", REWRITES, ids=lambda rewrite: rewrite.what)
def test_a_form_of_other_tools_is_rewritten(rewrite: Rewrite) -> None:
    assert rewrite.may_be_in(rewrite.before)
    assert rewrite.read(rewrite.before) == rewrite.after
    assert not rewrite.may_be_in("Moss grows.")


def test_names_of_rules_differ() -> None:
    names = [rule.name for _, rule in ROWS]
    assert len(names) == len(set(names))


def test_the_document_lists_the_rules() -> None:
    """`python -m refcore.markdown.rulebook > docs/notes.md` writes it."""
    assert (DOCS / "notes.md").read_text(encoding="utf-8") == page()

"""All tables of rules of the note reader, and the page of the documents that lists them."""

from __future__ import annotations

from types import ModuleType

import attrs

from refcore.markdown import counts, members, prose, roles, sayings, stretches, titles
from refcore.markdown.rules import Rule

__all__ = ["TABLES", "Table", "page"]


@attrs.frozen
class Table:
    """Rules that read one kind of thing, in the order in which they are tried.

    `home` is the module whose `RULES` they are.
    """

    heading: str
    about: str
    reads: str
    home: ModuleType

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the table."""
        found: tuple[Rule, ...] = self.home.RULES
        return found


TABLES = (
    Table(
        "Segments of an entry",
        "An entry is an item of a list, a section or a paragraph that mentions one paper. It is "
        "cut at emphasis, quotes, brackets, links, dashes, full stops and line breaks. The first "
        "rule that holds says what a segment is. The title is the segment that links the paper, "
        "else the first in emphasis or quotes, else the only one left; the authors are the names "
        "next to it. Where this leaves a doubt, the entry is left to the rules below.",
        "segment",
        roles,
    ),
    Table(
        "Author lists in blocks",
        "Rules for whole paragraphs, items, lines and cells.",
        "authors",
        stretches,
    ),
    Table(
        "Author lists in text",
        "Rules for text that mentions a work. Where two lists overlap, the one that begins "
        "first is read; of two that begin at one place, the one with the clearer mark.",
        "authors",
        prose,
    ),
    Table(
        "Titles",
        "The title of the greatest weight is taken, of equal weights the first rule's. "
        "A title that the note sets as one is compared; a label only names the work.",
        "title",
        titles,
    ),
    Table(
        "Claims about an author list",
        "Each sentence is read alone, where its paragraph speaks of authors or of a missing paper.",
        "claim",
        sayings,
    ),
    Table(
        "Claims of a number of authors",
        "Each sentence is read alone. A number of the authors of several works is no claim.",
        "claim",
        counts,
    ),
    Table("Claims about a person", "Each sentence is read alone.", "claim", members),
)

_HEAD = """\
# How a note is read

`refcore` reads references from Markdown in these steps:

1. The note is split into blocks: paragraphs, items, rows of tables, headings.
2. In each block, links become their text, and works are found: arXiv ids, DOIs, addresses.
3. The rules below find author lists, titles and claims. Each place of a block is read once.
4. Each author list goes to the nearest work that it can belong to.
5. An entry of a list of references that has neither an id nor a link is read as an entry of a
   [list in plain text](text-lists.md) is. A warning names what is not understood.

A test reads every example on this page. `python -m refcore.markdown.rulebook` prints the page.
"""


def _row(rule: Rule) -> str:
    example = f"```markdown\n{rule.example}\n```"
    return f"\n### {rule.name}\n\nReads {rule.form}.\n\n{example}\n\nFound: {rule.found}\n"


def page() -> str:
    """Return the text of docs/notes.md."""
    parts = [_HEAD]
    for table in TABLES:
        home = f"`{table.home.__name__.replace('.', '/')}.py`"
        parts.append(f"\n## {table.heading}\n\n{table.about} The rows are in {home}.\n")
        parts += [_row(rule) for rule in table.rules]
    return "".join(parts)


if __name__ == "__main__":
    print(page(), end="")

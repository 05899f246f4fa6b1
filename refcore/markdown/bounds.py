"""How much of one note is read: lines, works and links, and the findings on what is not read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.markdown.blocks import Block
from refcore.markdown.links import Mention, Readings
from refcore.names.running import MOST_LISTED

__all__ = [
    "MOST_ITEMS",
    "MOST_LINES",
    "MOST_LINKS",
    "MOST_NAMES",
    "MOST_PEOPLE",
    "MOST_WORKS",
    "Bounds",
]

# A megabyte is read in about two seconds up to here; docs/limits.md names these.
MOST_LINES = 20_000
MOST_WORKS = 3_000
MOST_LINKS = 20_000
MOST_NAMES = 8_000
MOST_PEOPLE = 50_000
MOST_ITEMS = 3_000


@attrs.define
class Bounds:
    """What was left out of a note because it is too long, as findings."""

    path: str | None
    found: list[Diagnostic] = attrs.field(factory=list)
    works: set[tuple[str, str]] = attrs.field(factory=set)
    links: int = 0
    last_block: int | None = None  # where reading ends, if it does
    readings: Readings = attrs.field(factory=lambda: Readings(MOST_NAMES, MOST_PEOPLE))
    items: Readings = attrs.field(factory=lambda: Readings(MOST_ITEMS))

    def lines(self, text: str) -> str:
        """Return the lines of a note that are read.

        >>> bounds = Bounds("note.md")
        >>> len(bounds.lines("- a\\n" * 30_000).splitlines()), bounds.found[0].location.line
        (20000, 20001)
        """
        if text.count("\n") < MOST_LINES:
            return text
        lines = text.split("\n", MOST_LINES)
        if lines[MOST_LINES].strip():
            self._say(f"{MOST_LINES:,} lines of a note", MOST_LINES + 1)
        return "\n".join([*lines[:MOST_LINES], ""])

    def blocks(self, blocks: tuple[Block, ...]) -> list[Block]:
        """Return the blocks that are read; one line of HTML can have many."""
        if len(blocks) > MOST_LINES:
            self._say(f"{MOST_LINES:,} items and paragraphs of a note", blocks[MOST_LINES].line)
        return list(blocks[:MOST_LINES])

    def findings(self) -> list[Diagnostic]:
        """Return what was left out."""
        if self.readings.left < 0:
            self._say_whole(
                f"at most {MOST_NAMES:,} places of a note are read as names; further names are "
                "not read; split it here"
            )
            self.readings.left = 0
        if self.readings.names <= 0:
            self._say_whole(
                f"at most {MOST_PEOPLE:,} names of a note are read; further names are not read; "
                "split it here"
            )
            self.readings.names = MOST_PEOPLE
        if self.readings.is_cut:
            self._say_whole(
                f"at most {MOST_LISTED:,} names of one list are read; further names are not read"
            )
            self.readings.is_cut = False
        if self.items.left < 0:
            self._say_whole(
                f"at most {MOST_ITEMS:,} items of a note are read as works without an id; further "
                "ones are not read; split it here"
            )
            self.items.left = 0
        return self.found

    def _say_whole(self, message: str) -> None:
        self.found.append(Diagnostic(message, Location(self.path), severity=Severity.ERROR))

    def mentions(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Return the mentions of works that are read, in order."""
        for mention in mentions:
            self.links += 1
            if mention.is_paper:
                self.works.add(mention.identity)
            if self.links > MOST_LINKS or len(self.works) > MOST_WORKS:
                self.links = MOST_LINKS + 1
                self.last_block = mention.block
                read = f"{MOST_WORKS:,} works and {MOST_LINKS:,} links of a note"
                if not any(read in held.message for held in self.found):
                    self._say(read, mention.line)
                return
            yield mention

    def _say(self, read: str, line: int) -> None:
        message = f"at most {read} are read, and the note has more; split it here"
        self.found.append(Diagnostic(message, Location(self.path, line), severity=Severity.ERROR))

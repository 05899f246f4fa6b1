"""A piece of an entry as it is cut, and the segment that it becomes with a role."""

from __future__ import annotations

import enum
import re
from functools import cached_property

import attrs

from refcore.markdown.blocks import CELL
from refcore.markdown.links import Inline, Mention
from refcore.markdown.titles import clean
from refcore.markdown.units import Style, Unit
from refcore.markdown.venues import is_venue_or_date
from refcore.names.running import NameList
from refcore.text.patterns import regex

__all__ = [
    "COMMA",
    "CUT",
    "ELIDED",
    "IDS",
    "LEADING_BY",
    "LEAST_TITLE",
    "MAY_HOLD_ENTRY",
    "MOST_IN_HEAD",
    "SAYS_IN",
    "STATES",
    "Piece",
    "Role",
    "Segment",
]


class Role(enum.Enum):
    """The role of a segment."""

    NAMES = "names"
    NAME = "one name"  # authors only if nothing else names them
    TITLE = "title"
    LINK = "link"  # "[pdf]", "code"
    META = "date or venue"
    PLACE = "affiliation"
    LABEL = "label"  # "Authors:"
    PROSE = "prose"


@attrs.frozen
class Segment:
    """A piece of a block: its role, its style, and the paper that it links."""

    role: Role
    style: Style
    text: str
    start: int
    end: int
    names: NameList | None = None
    linked: Mention | None = None


# Where a plain segment ends: a stop that is not an initial's, a dash, a line break.
CUT = regex(
    rf"(?=[.?!\s—;])(?:\s/(?=\s)|[.?!](?=\s|\Z)(?!\s[IVX]{{1,4}}\.\s)(?<!\s[IVX]{{2}}.)(?<!\s[IVX]{{3}}.)(?<![\s.(*_][^\W\d_].)(?<!\.-[^\W\d_].)(?<!\A[^\W\d_].)(?<!\b[Vv]s.)(?<!\bal.)"
    rf"(?<!\bPh\.D.)|\s[—–|·•→](?=\s)|—|;(?=\s)|\s-{{1,2}}(?=\s)|[\n{CELL}]|\s(?=https?:))"
)
LEADING_BY = regex(
    r"(?i:(?:(?:written|authored)\s+)?by|see(?:\s+also)?|cf\.?|e\.g\.,?)\s+(?=[*_]*[^\W\d_a-z])"
    r"|(?:par|por|door|przez)\s+(?=[^\W\d_a-z])|(?:de|di)\s+(?=[^\W\d_a-z]{3,}\s+et\s+al\b)"
)
IDS = regex(r"arxiv:\s?[\w.-]+(?:/[0-9]+)?(?:\s?\[[\w.-]+\])?|https?:\S+", re.IGNORECASE)
# Marked pieces that can be a whole entry.
MAY_HOLD_ENTRY = (Style.LINK, Style.BOLD, Style.ITALIC, Style.QUOTED, Style.BRACKET)
MOST_IN_HEAD = 3  # commas before a title, after dates and venues
# ", accepted to ACM MM": what became of the work
STATES = r"(?:accepted|to appear|published|presented|submitted|under review|in press|forthcoming)"
# "In Forum on Design Languages" after names and a title
SAYS_IN = regex(r"In:?\s+[^\W_a-z]")
COMMA = regex(r",\s+|，\s*")
LEAST_TITLE = 3  # words after names without another mark
ELIDED = regex(r"\bet\.?\s?al\b")


@attrs.frozen(slots=False)
class Piece:
    """A piece of a block before its role is known."""

    inline: Inline
    style: Style
    start: int
    end: int
    linked: Mention | None
    may_be_names: bool = True
    after: Unit | None = None  # the marked piece that follows a plain one
    named: bool = False  # whether names are before the piece
    titled: bool = False  # whether a title is before it too

    @cached_property
    def raw(self) -> str:
        """The text as it is written, with its marks."""
        return self.inline.text[self.start : self.end]

    @cached_property
    def text(self) -> str:
        """The text without marks of emphasis, quotes and brackets."""
        return clean(self.raw.strip("[]()【】（）") if self.style is Style.BRACKET else self.raw)

    @cached_property
    def has_colon(self) -> bool:
        """Whether a colon is in the text, as in each label."""
        return ":" in self.raw or "：" in self.raw

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())

    @cached_property
    def names(self) -> NameList | None:
        """The names with which the piece begins; they may reach beyond it."""
        if not self.may_be_names:
            return None
        if self.style is Style.PLAIN:
            stop = self._before_venue or self.before_title
            return self.inline.names(self._after_by, stop=stop)
        begin = self.start + len(self.raw) - len(self.raw.lstrip('*_[("“«`（【'))
        names = self.inline.names(begin)
        # "**Foo: A New Thing**, Ada Berg": a colon inside the marks belongs to a title, and so
        # do words that link the paper, and more words than a name has.
        ends = ":" in self.raw or self.words > 4 or (self.linked and self.linked.text)
        if names and names.end > self.end and ends:
            return self.inline.names(begin, stop=self.end)
        return names

    @property
    def _after_by(self) -> int:
        """Where a plain piece goes on after "by"."""
        by = LEADING_BY.match(self.inline.text, self.start)
        return by.end() if by else self.start

    @property
    def says_by(self) -> bool:
        """Whether a plain piece begins with "by"."""
        return self.style is Style.PLAIN and self._after_by > self.start

    @property
    def _before_venue(self) -> int:
        """Where a semicolon ends the names because a date or a venue follows; else 0."""
        text, semicolon = self.inline.text, self.end
        if text[semicolon : semicolon + 1] != ";":
            return 0
        after = CUT.search(text, semicolon + 1, semicolon + 60)
        rest = text[semicolon + 1 : after.start() if after else semicolon + 60]
        return semicolon if is_venue_or_date(rest) else 0

    @cached_property
    def before_title(self) -> int:
        """Where the link after a plain piece begins, if its words name nobody; else 0."""
        unit = self.after
        if unit is None or unit.style is not Style.LINK:
            return 0
        text = self.inline.text[unit.start : unit.end]
        if len(text.split()) < 3:
            return 0
        names = self.inline.names(unit.start, stop=unit.end)
        return 0 if names is not None and names.end >= unit.end else unit.start

    @cached_property
    def is_whole(self) -> bool:
        """Whether nothing follows the names."""
        after = self.inline.text[self.names.end : self.end] if self.names else "."
        return not clean(after.strip("*_])"))

    def of(self, role: Role, names: NameList | None = None) -> Segment:
        """Return the segment that the piece is."""
        plain = self.style is Style.PLAIN and role is Role.NAMES
        end = names.end if names and plain else max(self.end, names.end if names else 0)
        text = self.inline.text[self.start : end] if plain else self.text
        end = max(end, self.start + 1)
        return Segment(role, self.style, text, self.start, end, names, self.linked)

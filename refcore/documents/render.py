"""A Markdown document with its citations printed and its bibliography in place.

Only citations, their notes and the places of bibliographies change; every other byte
of the text stays. HTML is a page: there the text is converted as well.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, zip_longest
from typing import Final, TypeAlias

import attrs

from refcore.csl.abbreviations import Abbreviations
from refcore.csl.bibliography import Bibliography
from refcore.csl.document import Processor
from refcore.csl.locators import read_locator, with_own_label
from refcore.csl.outputs import output_named
from refcore.csl.processor.cites import SUBSEQUENT, Citation, Cite, CiteMode
from refcore.csl.styles import Style, find_style
from refcore.diagnostics import Diagnostic, Location, Severity
from refcore.documents.citations import Cited, Citing, is_cross_reference
from refcore.documents.document import ListPlace, Placed, Source, read_document
from refcore.documents.emphasis import (
    KEPT_FROM,
    KEPT_TO,
    with_bare_number,
    with_kept_markup,
)
from refcore.documents.footnotes import NOTATIONS
from refcore.documents.page import page
from refcore.documents.references import merged
from refcore.model.library import Library, references_in
from refcore.model.people import Person
from refcore.model.reference import Reference
from refcore.text.emphasis import marked_up
from refcore.text.given import require_text
from refcore.text.nearest import Meant
from refcore.text.patterns import regex

__all__ = ["Rendered", "Wanted", "render", "render_source"]

_ALL: Final = "*"
_MOST_CITES: Final = 8_000  # they take about two seconds; docs/limits.md names this
# Signs that precede the mark of a note, and quotes around them.
_ENDS_SENTENCE: Final = regex(r"\s*(?:\.(?=\s|\Z)|\Z)")
_AFTER: Final = regex(r"[.,;:!?](?:[\"'”’»](?!\w))?")
_STOP: Final = regex(r"\.([”’»\"']?)\Z")
# Markers of lists, definitions and quotes; lines that are no part of the paragraph behind them.
_MARKER: Final = regex(
    r"[>\s]*(?:(?:[-*+]|\(?(?:[0-9]{1,9}|[A-Za-z]|[ivxlcIVXLC]{1,8}|#|@\w*)[.)]) *(?:\[[ xX]\])?"
    r"|[:~>]|\[\^[^\]\s]+\]:|\|)?\s*"
)
_LINE_APART: Final = regex(
    r"[>\s]*(?:#{1,6}\s|:::|```|~~~|={2,}\s*\Z|(?:-\s*){2,}\Z|(?:\*\s*){3,}\Z|(?:_\s*){3,}\Z|\|)"
)
_SPACES: Final = regex(r"(?<=\S)[ \t]*+\n?[ \t]*+\Z")
_KEPT: Final = regex(f"[{KEPT_FROM}-{KEPT_TO}]")
Edit: TypeAlias = tuple[int, int, str]


@attrs.frozen
class Rendered:
    """A rendered document: its text, the keys that it cites, and what is odd about it.

    `unknown` are the keys that no reference has, in order.

    >>> made = render("See @a and @b.", [Reference("a", "book", "One")])
    >>> made.cited, made.unknown, str(made.diagnostics[0])
    (('a',), ('b',), "line 1: no reference has the key 'b'")
    """

    text: str
    cited: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unknown: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


@attrs.frozen
class Wanted:
    """How a document is printed; see `render`. None leaves the choice to its front matter.

    >>> Wanted("ieee", format="html").format
    'html'
    """

    style: Style | str | os.PathLike[str] | None = None
    format: str = "markdown"
    locale: str | None = None
    path: str | None = None
    abbreviations: Abbreviations | None = None
    link_citations: bool | None = None


def render(
    text: str,
    bibliography: Library | Iterable[Reference],
    *,
    style: Style | str | os.PathLike[str] | None = None,
    format: str = "markdown",  # noqa: A002
    locale: str | None = None,
    path: str | None = None,
    abbreviations: Abbreviations | None = None,
    link_citations: bool | None = None,
) -> Rendered:
    """Print the citations of a Markdown document and its bibliography.

    A citation with an unknown key stays as it is written and gets a diagnostic.

    Args:
        text: The document, with citations in pandoc's notation, such as ``[see @fei2020, p. 3]``.
        bibliography: The references. Those that the front matter holds are added.
        style: A CSL style. Default: the one that the front matter names, or APA.
        format: One of the outputs of `refcore.bibliography`.
        locale: The language of the terms. Default: that of the front matter, or the style's.
        path: Names the document in diagnostics.
        abbreviations: The long or short names of journals.
        link_citations: Whether each cite links to its entry (in LaTeX by hyperref). Default: what
            the front matter says.

    Returns:
        The document as text in the output's format, the keys that it cites, and diagnostics.

    Raises:
        UnreadableInput: The front matter is not YAML.
        StyleError: The style cannot be used.
        UnknownFormat: There is no such output.

    >>> print(render("As [@a, p. 3] says.", [Reference("a", "book", "One")]))
    As (*One*, n.d., p. 3) says.
    <BLANKLINE>
    *One*. (n.d.).
    <BLANKLINE>
    """
    require_text("render", text)
    source = read_document(text, path)
    wanted = Wanted(style, format, locale, path, abbreviations, link_citations)
    return render_source(source, references_in(bibliography), wanted)


def render_source(source: Source, references: Sequence[Reference], wanted: Wanted) -> Rendered:
    """Print a document that is read already; see `render`.

    Args:
        source: The document.
        references: What it may cite.
        wanted: How it is printed.

    Returns:
        The printed document, and what could not be printed.

    Raises:
        StyleError: There is no such style.
        UnknownFormat: There is no such output.

    >>> source, book = read_document("Moss is green [@a]."), Reference("a", "book", "On Moss")
    >>> print(render_source(source, [book], Wanted("apa")).text.rstrip())
    Moss is green (*On Moss*, n.d.).
    <BLANKLINE>
    *On Moss*. (n.d.).
    """
    front = source.front
    references = merged(front.references, references)
    chosen = wanted.style or front.csl or "apa"
    style = chosen if isinstance(chosen, Style) else find_style(chosen)
    links = front.link_citations if wanted.link_citations is None else wanted.link_citations
    processor = Processor(
        style,
        references,
        wanted.locale or front.lang or None,
        abbreviations=wanted.abbreviations,
        link_citations=links,
    )
    language = wanted.locale or front.lang or style.default_locale or "en-US"
    return _Job(source, references, processor, wanted.format, language, wanted.path).run()


class _Job:
    """One document under one style: its citations, notes and lists become edits."""

    def __init__(
        self,
        source: Source,
        references: Sequence[Reference],
        processor: Processor,
        format_: str,
        language: str,
        path: str | None,
    ) -> None:
        self.source = source
        self.references = {reference.key: reference for reference in references}
        self.meant = Meant(self.references)
        self.output = output_named(format_)
        self.notation = NOTATIONS[self.output.name]
        self.processor = processor
        self.style = processor.style
        self.language = language
        self.path = path
        self.diagnostics = list(source.front.diagnostics)
        self.unknown: list[str] = []
        self.cited: set[str] = set()
        self.notes: list[tuple[int, str]] = []
        self.printed: dict[str, str] = {}
        self.listed: set[str] = set()
        self.kept: list[str] = []

    def run(self) -> Rendered:
        known = [placed for placed in self.within_limit() if self.is_known(placed)]
        numbers = self.note_numbers(known)
        nocite = self.nocite()
        citations = [self.citation(one, number) for one, number in zip(known, numbers, strict=True)]
        document = self.processor.document(citations, self.output.name, nocite)
        if self.processor.is_note and not all(map(_says_something, document.citations)):
            citations = [
                _with_names(one)
                if placed.citing.is_narrative and not _says_something(text)
                else one
                for one, placed, text in zip(citations, known, document.citations, strict=True)
            ]
            document = self.processor.document(citations, self.output.name, nocite)
        edits: list[Edit] = []
        for placed, number, text in zip(known, numbers, document.citations, strict=True):
            edits += self.edits_of(placed, number, text)
            self.cited.update(cite.key for cite in placed.citing.cites)
        edits += self.list_edits(known, document.bibliography)
        cited = dict.fromkeys(cite.key for placed in known for cite in placed.citing.cites)
        unknown = tuple(dict.fromkeys(self.unknown))
        return Rendered(self.whole(edits), tuple(cited), tuple(self.diagnostics), unknown)

    def whole(self, edits: list[Edit]) -> str:
        text = spliced(self.source.text, edits)
        text = self.notation.with_notes(text, self.notes)
        if self.output.name != "html":
            return text
        body = text[self.source.front.end :]
        return page(body, self.printed, self.source.front.title, self.source.front.lang)

    # Keys

    def within_limit(self) -> Iterator[Placed]:
        """Yield the citations that are printed; of too many the others stay as written."""
        count = 0
        for placed in self.source.citations:
            count += len(placed.citing.cites)
            if count > _MOST_CITES:
                message = f"at most {_MOST_CITES:,} cites of a document are printed; split it here"
                self.say(message, placed.line)
                return
            yield placed

    def is_known(self, placed: Placed) -> bool:
        """Return whether all keys of a citation are known; report unknown ones.

        Cross-references are for another program, so they stay as they are.
        """
        unknown = [c.key for c in placed.citing.cites if c.key not in self.references]
        for key in unknown:
            if is_cross_reference(key):
                continue
            self.unknown.append(key)
            self.say(f"no reference has the key {key!r}{self.meant.hint(key)}", placed.line)
        return not unknown

    def say(self, message: str, line: int) -> None:
        place = Location(self.path, line)
        self.diagnostics.append(Diagnostic(message, place, severity=Severity.ERROR))

    def nocite(self) -> list[str]:
        keys = self.source.front.nocite
        if _ALL in keys:
            return list(self.references)
        for key in keys:
            if key not in self.references:
                line = self.source.front_line(key)
                self.say(f"nocite: no reference has the key {key!r}{self.meant.hint(key)}", line)
        return [key for key in keys if key in self.references]

    # Citations

    def note_numbers(self, known: Sequence[Placed]) -> list[int]:
        """Return the number of the note of each citation; 0 in a style without notes.

        Notes are numbered as a reader meets their marks, the author's own among them.
        """
        if not self.processor.is_note:
            return [0] * len(known)
        marks = sorted(note.mark for note in self.source.notes)
        numbers = []
        own = 0
        for placed in known:
            if placed.note is None:
                before = _count_below(marks, placed.citing.start)
                own += 1
                numbers.append(before + own)
            else:
                mark = self.source.notes[placed.note].mark
                numbers.append(_count_below(marks, mark) + own + 1)
        return numbers

    def citation(self, placed: Placed, number: int) -> Citation:
        cites = _with_joints(placed.citing.cites, [*map(self.cite, placed.citing.cites)])
        if placed.citing.is_narrative and not placed.citing.cites[0].minus:
            cites[0] = attrs.evolve(cites[0], mode=self.narrative_mode(placed))
        if number and (placed.note is None or self.begins_note(placed)) and cites[0].prefix:
            # A note begins as a sentence does.
            cites[0] = attrs.evolve(cites[0], prefix=_capitalized(cites[0].prefix))
        return Citation(tuple(cites), number, any(cite.prefix for cite in cites[1:]))

    def narrative_mode(self, placed: Placed) -> CiteMode:
        """Return how the first cite of a narrative citation is printed.

        In a note style the names go into the sentence and the rest into a note; in a
        note of the author the cite is printed whole.
        """
        if not self.processor.is_note:
            return CiteMode.COMPOSITE
        return CiteMode.SUPPRESS_AUTHOR if placed.note is None else CiteMode.FULL

    def cite(self, cited: Cited) -> Cite:
        suffix = cited.suffix.replace("\\ ", "\u00a0")  # a space that does not break
        written = with_bare_number(with_kept_markup(suffix, self.keep))
        found = read_locator(written, self.language)
        place = with_own_label(found, written)
        mode = CiteMode.SUPPRESS_AUTHOR if cited.minus else CiteMode.FULL
        before = with_kept_markup(cited.prefix, self.keep)
        prefix = f"{marked_up(before)} " if before else ""
        suffix = marked_up(found.suffix)
        return Cite(cited.key, prefix, suffix, place, found.label or "page", mode)

    def edits_of(self, placed: Placed, number: int, text: str) -> Iterator[Edit]:
        """Yield the edits that put a printed citation into the text."""
        found = placed.citing
        if not self.processor.is_note or placed.note is not None:
            if self.processor.is_note:
                text = self.within_note(placed, text)
            yield self.start_of(found), found.end, self.with_pieces(text)
            return
        text = self.begun(found.cites[0], text)
        self.notes.append((number, self.with_pieces(text)))
        note = self.notation.mark(number, text)
        if found.is_narrative and not found.cites[0].minus:
            yield from self.narrative_edits(found, note)
            return
        yield from self.note_edits(found.start, found.end, note)

    def narrative_edits(self, found: Citing, note: str) -> Iterator[Edit]:
        """Yield the edit that puts names into a sentence, short ones for a work cited before.

        The period of "et al." ends the sentence, too.
        """
        cite = Cite(found.cites[0].key)
        if cite.id in self.cited:
            cite = attrs.evolve(cite, position=SUBSEQUENT)
        author = self.processor.author(cite, self.output.name)
        ends = author.endswith(".") and self.source.text[found.end : found.end + 1] == "."
        yield found.start, found.end + ends, self.mark(author) + note

    def within_note(self, placed: Placed, text: str) -> str:
        """Return a citation as it is printed among the author's words in a footnote."""
        found, source = placed.citing, self.source.text
        if self.begins_note(placed):
            return _without_stop(text) if source[found.end : found.end + 1] == "." else text
        text = _without_stop(text)
        enclosed = source[found.start - 1] == "(" and source[found.end : found.end + 1] == ")"
        return text if found.is_narrative or enclosed else f"({text})"

    def begins_note(self, placed: Placed) -> bool:
        """Return whether a citation in brackets is the first sentence of the author's footnote."""
        if placed.note is None or placed.citing.is_narrative:
            return False
        note, found, source = self.source.notes[placed.note], placed.citing, self.source.text
        head = f"[^{note.label}]:" if note.label else ""
        before = source[note.start : found.start].strip()
        ends = _ENDS_SENTENCE.match(source, found.end, note.end)
        return before == head and ends is not None

    def start_of(self, found: Citing) -> int:
        """Return where a citation in the text begins: a raised one takes the space before it."""
        if not self.is_raised or found.is_narrative:
            return found.start
        return start_of_space(self.source.text, found.start)

    @cached_property
    def is_raised(self) -> bool:
        """Whether the style prints its citations raised, as numbers after a word."""
        keys = [one.citing.cites[0].key for one in self.source.citations]
        known = next((key for key in keys if key in self.references), "")
        return bool(known) and self.processor.cite_one(known, "html").startswith("<sup>")

    def note_edits(self, start: int, end: int, note: str) -> Iterator[Edit]:
        """Put the mark of a note after the punctuation that follows the citation."""
        text = self.source.text
        sign = _AFTER.match(text, end)
        begin = start_of_space(text, start)
        if sign is None:
            yield begin, end, note
            return
        yield begin, end, ""
        yield sign.end(), sign.end(), note

    def begun(self, cited: Cited, text: str) -> str:
        """Return a note that begins with a name, whose particle gets a capital (CMOS 17, 8.5)."""
        authors = self.references[cited.key].authors
        first = authors[0] if authors else None
        particle = first.non_dropping_particle if isinstance(first, Person) else ""
        starts = not cited.prefix and particle and text.startswith(particle)
        return particle[:1].upper() + text[1:] if starts else text

    def keep(self, piece: str) -> str:
        """Return the sign that stands for a piece of Markdown until it is put back."""
        sign = chr(ord(KEPT_FROM) + len(self.kept))
        if sign > KEPT_TO:
            return piece
        self.kept.append(piece)
        return sign

    def piece(self, sign: str) -> str:
        at = ord(sign) - ord(KEPT_FROM)
        return self.kept[at] if at < len(self.kept) else sign

    def with_pieces(self, text: str) -> str:
        """Return a printed citation, or the placeholders of its parts, with the kept pieces."""
        pieces = [self.piece(sign) for sign in _KEPT.findall(text)]
        printed = [self.mark(part) if part else part for part in _KEPT.split(text)]
        return "".join(chain(*zip_longest(printed, pieces, fillvalue="")))

    def mark(self, text: str) -> str:
        """Return the placeholder of a printed text until the page is made."""
        if self.output.name != "html":
            return text
        mark = f"\ue000{len(self.printed)}\ue001"
        self.printed[mark] = text
        return mark

    # Bibliographies

    def list_edits(self, known: Sequence[Placed], listed: Bibliography | None) -> list[Edit]:
        if listed is None or not listed.entries:
            return []
        if self.source.lists:
            return [
                (place.start, place.end, self.printed_list(listed, known, place) + "\n")
                for place in self.source.lists
            ]
        if self.source.front.suppress_bibliography:
            return []
        end = len(self.source.text.rstrip("\n"))
        title = self.source.front.reference_section_title
        heading = f"# {title}\n\n" if title else ""
        text = f"\n\n{heading}{self.mark(str(listed))}\n"
        return [(end, len(self.source.text), text)]

    def printed_list(self, listed: Bibliography, known: Sequence[Placed], place: ListPlace) -> str:
        keys = {entry.key for entry in listed.entries if self.is_listed(entry.key, place)}
        if place.span is not None:
            begin, end = place.span
            keys &= {
                cite.key
                for placed in known
                if begin <= placed.citing.start < end
                for cite in placed.citing.cites
            }
        # Citations link to the first of several lists.
        entries = [
            ("" if entry.key in self.listed else entry.key, entry.text)
            if self.output.name != "latex"
            else (entry.key, entry.text)
            for entry in listed.entries
            if entry.key in keys
        ]
        self.listed |= keys
        return self.mark(self.output.entries(entries, listed.layout))

    def is_listed(self, key: str, place: ListPlace) -> bool:
        reference = self.references[key]
        words = reference.fields.get("keyword", "")
        keywords = {word.strip().casefold() for word in re.split(r"[,;]", words)}
        fits = not place.type or reference.type == place.type
        return fits and (not place.keyword or place.keyword.casefold() in keywords)


def _count_below(marks: Sequence[int], position: int) -> int:
    import bisect

    return bisect.bisect_left(marks, position)


def _capitalized(text: str) -> str:
    if _KEPT.match(text):
        return text
    place = next((at for at, sign in enumerate(text) if sign.isalnum()), 0)
    if "<" in text[:place]:
        place = text.find(">") + 1
    return text[:place] + text[place : place + 1].upper() + text[place + 1 :]


def start_of_space(text: str, start: int) -> int:
    """Return where the space before a raised mark begins that the mark takes the place of.

    The space behind the marker of a list, and the line break behind a heading, belong to them.

    >>> [start_of_space(text, len(text)) for text in ("A word ", "* ", "1. ", "# Head\\n")]
    [6, 2, 3, 7]
    """
    space = _SPACES.search(text, max(0, start - 200), start)
    if space is None:
        return start
    line = text[text.rfind("\n", 0, space.start()) + 1 : space.start()]
    is_apart = "\n" in space[0] and _LINE_APART.match(line) is not None
    return start if is_apart or _MARKER.fullmatch(line) else space.start()


def _says_something(note: str) -> bool:
    """Return whether a note has more than the number of a page.

    >>> _says_something("Fen, 3."), _says_something("3."), _says_something("")
    (True, False, False)
    """
    return any(map(str.isalpha, note))


def _with_names(citation: Citation) -> Citation:
    """Return a citation with the names in the sentence.

    The note of a work cited again may have little else: "As Ash says.[Ash, 3.]"
    """
    first, *others = citation.cites
    return attrs.evolve(citation, cites=(attrs.evolve(first, mode=CiteMode.FULL), *others))


def _with_joints(cited: Sequence[Cited], cites: list[Cite]) -> list[Cite]:
    """Return cites in which what stands between two keys of a part is the prefix of the second.

    In "[@a, p. 3, quoted in @b]" the page belongs to the first.
    """
    for place, one in enumerate(cited):
        if one.is_joined:
            prefix = f"{cites[place - 1].suffix.strip()} "
            cites[place - 1] = attrs.evolve(cites[place - 1], suffix="")
            cites[place] = attrs.evolve(cites[place], prefix=prefix.lstrip(), joined=True)
    return cites


def _without_stop(text: str) -> str:
    return _STOP.sub(r"\1", text)


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with some of its spans replaced; spans do not overlap.

    >>> spliced("abc", [(1, 2, "-"), (3, 3, "!")])
    'a-c!'
    """
    parts = []
    position = 0
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], edit[1])):
        if start < position:
            start = position
        parts += [text[position:start], new]
        position = max(end, start)
    return "".join([*parts, text[position:]])

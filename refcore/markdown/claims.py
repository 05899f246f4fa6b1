"""What a note says of an author list, beside the names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from refcore.diagnostics import Location
from refcore.markdown.links import Inline
from refcore.markdown.members import Saying
from refcore.markdown.reading import Identity, Reading, lead_label
from refcore.markdown.sayings import CREDIT, about_authors, denies_paper, sayings
from refcore.markdown.titles import GENERIC, clean, words_of
from refcore.model.claims import Claim, ClaimKind
from refcore.model.people import Group
from refcore.text.patterns import regex

__all__ = ["credited_groups", "find_claims"]

_SENTENCE = regex(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\bal)(?<!\bcf)(?<![\s.(][^\W\d_])[.!?][\"”*_)\]]*(?=\s|\Z)"
)


@attrs.frozen
class _Sentence:
    """A sentence of a block, without marks of emphasis that hide words."""

    text: str
    start: int
    block: int


def find_claims(
    reading: Reading, titles: Mapping[Identity, str]
) -> Iterator[tuple[Identity, Claim]]:
    """Return the claims of a note, each with the work that it is about.

    A claim is left out if its work cannot be identified.
    """
    index = _Titles(titles)
    for number, inline in enumerate(reading.inlines):
        if reading.blocks[number].kind == "code":
            continue
        text, folded = inline.text, inline.folded
        if not (about_authors(text, folded) or denies_paper(text, folded)):
            continue
        label, goes_on = lead_label(inline.text), False
        for sentence in _sentences(inline, number):
            said = list(sayings(sentence.text, label, goes_on=goes_on))
            goes_on = about_authors(sentence.text, sentence.text.casefold())
            for found in said:
                identity = _work(reading, index, sentence, found)
                if identity is None:
                    continue
                line = inline.line_at(sentence.start + found.offset)
                words = " ".join(clean(found.text).split())
                location = Location(None, line)
                yield identity, Claim(found.kind, words, found.name, found.number, location)


def credited_groups(
    reading: Reading, titles: Mapping[Identity, str]
) -> Iterator[tuple[Identity, Group]]:
    """Return the groups that a note explicitly credits with a release that has no paper."""
    index = _Titles(titles)
    for number, inline in enumerate(reading.inlines):
        denied = denies_paper(inline.text, inline.folded)
        match = CREDIT.search(inline.text) if denied else None
        identity = _release(reading, index, _Sentence("", 0, number)) if match else None
        if match and identity:
            yield identity, Group(match[1].rstrip("."))


def _sentences(inline: Inline, number: int) -> Iterator[_Sentence]:
    start = 0
    for match in _SENTENCE.finditer(inline.text):
        yield _Sentence(inline.text[start : match.end()], start, number)
        start = match.end()
    if inline.text[start:].strip():
        yield _Sentence(inline.text[start:], start, number)


def _work(reading: Reading, titles: _Titles, sentence: _Sentence, found: Saying) -> Identity | None:
    if found.kind is ClaimKind.NO_PAPER:
        return _release(reading, titles, sentence)
    if found.of and not all(word in GENERIC for word in words_of(found.of)):
        return titles.find(found.of, papers=True)
    middle = sentence.start + found.offset
    before, after = reading.around(sentence.block, middle)
    end = sentence.start + len(sentence.text)
    text = reading.inlines[sentence.block].text
    inside = [
        m
        for m in (*before, *after)
        if sentence.start <= m.start < end and ";" not in text[middle : m.start]
    ]
    for mention in (*inside, *before, *after):
        if mention.is_paper:
            return mention.identity
    for mention in reading.nearest(sentence.block):
        if found.subject_is_label or reading.may_speak_of(sentence.block, mention):
            return mention.identity
    return None


class _Titles:
    """Finds the works whose title has certain words: "M1" is in "MiniMax-M1: …"."""

    def __init__(self, titles: Mapping[Identity, str]) -> None:
        self.words = {identity: set(words_of(title)) for identity, title in titles.items()}
        self.holders: dict[str, list[Identity]] = {}
        for identity, words in self.words.items():
            for word in words:
                self.holders.setdefault(word, []).append(identity)

    def find(self, name: str, *, papers: bool) -> Identity | None:
        wanted = set(words_of(name)) - GENERIC
        if not wanted:
            return None
        rarest = min((self.holders.get(word, []) for word in wanted), key=len)
        for identity in rarest:
            if (identity[0] != "url") is papers and wanted <= self.words[identity]:
                return identity
        return None


def _release(reading: Reading, titles: _Titles, sentence: _Sentence) -> Identity | None:
    """Return the work without paper that the item or the heading names."""
    label = lead_label(reading.inlines[sentence.block].text)
    return titles.find(label, papers=False) or titles.find(
        _heading(reading, sentence.block), papers=False
    )


def _heading(reading: Reading, block: int) -> str:
    sections = reading.blocks[block].sections
    number = reading.headings.get(sections[-1]) if sections else None
    return clean(reading.inlines[number].text) if number is not None else ""

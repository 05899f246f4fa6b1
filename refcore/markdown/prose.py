"""Author lists in running text: before a title, after it, after "by", with "et al."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

import attrs

from refcore.markdown.blocks import CELL
from refcore.markdown.entries import entry_title
from refcore.markdown.links import Inline, Mention
from refcore.markdown.rules import Kind, Rule
from refcore.model.people import Group, Person
from refcore.names.elisions import is_of_another_work
from refcore.names.groups import ORGANISATIONS
from refcore.names.running import NameList, surely_names
from refcore.names.surnames import (
    CITED,
    joined_surnames,
    opening_surnames,
    surnames_with_year,
)
from refcore.text.letters import widened
from refcore.text.patterns import regex

__all__ = ["BY_ELSEWHERE", "RULES", "is_made_by", "prose_lists"]

# The end of a link or an id is marked so in the text that is searched.
_LINK_END = "\x02"
_CREDITS = (
    "authored|described|developed|introduced|presented|proposed|published|released|written|created"
)
_CREDITED = regex(rf"^(?:{_CREDITS})\W*\Z", re.IGNORECASE)
_BY = regex(
    rf"""(?:^|["”*_)\]\n\x1f,(]|\b(?:paper|report|article|preprint|work|study|survey|book
    |{_CREDITS})|\x02)
    \s{{0,9}}[,(–—-]?\s{{0,9}}\b(?:(?:written|authored)\s+)?by\s+""",
    re.VERBOSE | re.IGNORECASE,
)
_ANY_BY = regex(r"(?P<before>[^\s]{0,30})\s{1,9}by\s+", re.IGNORECASE)
# Words for what people do with a paper, or make about it, without being its authors.
_DONE_BY = regex(
    r"(?:\w{2,}ed|led|read|sent|found|brought|shown|chosen|taught|seen|heard|drawn|built|made|run|held|won|taken|given|and|or|as|blog|commentary|coverage"
    r"|guide|interview|lecture|newsletter|podcast|post|review|summary|talk|thread|tutorial"
    r"|slides?|notes|deck|poster|code|implementation|translation|explainer|reading|discussion"
    r"|video)\W*\Z|\b(?:on|upon|from|extends?|follows|following|prior|previous|earlier|related)"
    r"\s+(?:\w+\s+){0,2}(?:ideas|papers?|research|results?|stud(?:y|ies)|work)\W*\Z",
    re.IGNORECASE,
)
_BY_AFTER = regex(r"\s{1,9}by\s+\Z", re.IGNORECASE)
_ARE = regex(
    r"\bauthors\b(?:(?!\.\s)[^;\n]){0,120}?\s(?:are|were)(?:,?\s+in\s+order)?(?:\s*+[,:])?\s+",
    re.IGNORECASE,
)
# "MiniMax-M1 (Chen, A.; Li, A.; et al.)"
_ITS_NAME = regex(r"[\s*_\"”’)\]–—:,-]{0,9}(?:[^\W_a-z][\w.‑-]{0,40}\s*){0,3}")
_PARENTHESIS = regex(r"\(\s*(?=[^\W\d_a-z])")
# "…: authors A, B and others" without a colon, at the start of a phrase.
_AUTHORS = regex(
    r"(?:^|[:;(,—–|\x1f\x02)]|\s-)\s{0,9}[*_]{0,9}(?:[Tt]he\s+)?[Aa]uthors?[*_]*\s+(?=[^\W\d_a-z])",
    re.MULTILINE,
)
# "The authors (A, B and C) propose …"
_IN_BRACKETS = regex(r"\b[Aa]uthors\s\(\s?(?=[^\W\d_a-z])")
# "The list of authors starts with A, B and C."
_STARTS = regex(
    r"\b(?:list|authors)\b(?:(?!\.\s)[^;\n]){0,120}?\b(?:starts|begins|starting|beginning)\s+with\s+",
    re.IGNORECASE,
)
_LEAD = regex(r"\s*(?:\[\^?[\w-]{1,20}\]:?\s*|\(?[0-9]{1,3}[.)]\s+)?")
_BEFORE_ID = regex(r"\s*+[(\[]?\s*+(?:arxiv|doi|https?:|[0-9]{4}\b)", re.IGNORECASE)
_OPENED = regex(r"[\s,.:;*_—–-]*+[(\[]?\s*+")
_YEAR_AFTER = regex(r"\W{0,3}(?:19|20)[0-9]{2}[a-z]?[)\]]?")
_ET_AL = regex(
    r"\bet\.?\s?al\b|(?<=\w\s)and\s(?:(?:his|her|their)\s)?(?:colleagues|co-?workers|co-?authors)\b|(?<=[\w\s])等人?"
)
_WORD = regex(r"[^\s,;()\[\]*_，。、；：（）]+")
_BOUND = regex(
    r"""[:"“”«»|?!<>\x1f()\[\]—–]|(?<![\s.,(-][^\W\d_])(?<!\bal)\.\s|\n\s*\n|\bby\s""", re.VERBOSE
)
_AFTER_PREFIX = regex(
    widened(r"""\s*+[.,:]?\s*+(?:\(?\[?[0-9]{4}\b|["“«*_\x02]|\.\s+[A-Z]|(?:first\s+)?(?:introduc|propos|present
    |show|describ|wrote|publish|stud(?:y|ied)|develop|demonstrat|investigat|report|train))
    |(?<=\.)\s+[A-Z0-9]|:\s+[A-Z0-9]"""),
    re.VERBOSE,
)
# The text between a title, link or id and the names after it.
_AFTER = regex(
    r"""["”»*_)\]\x02][)\]*_"”»]{0,9}(?:\s*[(\[](?:19|20)[0-9]{2}[)\]])?
    (?:\s*(?P<sign>[—–:|·•]|--?(?=\s)|\()\s*|(?P<weak>[.,;]?(?:\s|\\\n)\s*))
    (?=[*_]*[^\W\d_a-z])""",
    re.VERBOSE,
)
_LONGEST = 300  # a citation by family names is shorter
_ENDS = regex(
    r"[\s*_)\]…]*(?:\Z|\n|[.;(\[|\x1f—–:]|,\s*[(\[]?(?:[0-9]{4}|arxiv|doi)|\s-\s"
    r"|\s(?:show|propos|introduc|present|describ|stud(?:y|ied)|develop|demonstrat|investigat|report"
    r"|argue|ask|find|examin|explor|analy[sz]e|prove|train|compar|evaluat|give|look|take|use|try)"
    r"[a-z]{0,3}\b)",
    re.I,
)


@attrs.frozen(slots=False)
class _Passage:
    """A block of text and the works that it mentions."""

    inline: Inline
    mentions: Sequence[Mention]

    @property
    def text(self) -> str:
        return self.inline.text

    @cached_property
    def marked(self) -> str:
        """The text with a mark in the place of the last letter of each link and id."""
        parts: list[str] = []
        position = 0
        places = {(link.start, link.end) for link in self.inline.links}
        for start, end in sorted(places | {(m.start, m.end) for m in self.mentions}):
            if end > position and end > start:
                parts += [self.text[position : end - 1], _LINK_END]
                position = end
        return "".join([*parts, self.text[position:]])

    @cached_property
    def starts(self) -> list[int]:
        """Where the mentions begin."""
        return [mention.start for mention in self.mentions]

    @cached_property
    def papers(self) -> list[Mention]:
        """The mentions of papers."""
        return [mention for mention in self.mentions if mention.is_paper]

    def meets(self, end: int) -> bool:
        """Return whether a work is mentioned right after a place."""
        match = _OPENED.match(self.text, end)
        index = bisect_left(self.starts, end)
        return bool(match and index < len(self.starts) and self.starts[index] <= match.end())

    def cites(self, names: NameList) -> bool:
        """Return whether the work is mentioned with its list: around it, or after it and a year."""
        year = _YEAR_AFTER.match(self.text, names.end)
        around = any(x.start <= names.start < x.end for x in self.mentions)
        return around or self.meets(year.end() if year else names.end)


def prose_lists(inline: Inline, mentions: Sequence[Mention]) -> Iterator[tuple[Rule, NameList]]:
    """Return the author lists in a block that mentions works, with the rules that read them."""
    passage = _Passage(inline, mentions)
    for rule in RULES:
        if rule.may_read(inline.folded):
            yield from ((rule, names) for names in rule.read(passage, rule.pattern))


def _opening(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[NameList]:
    begin = _lead_end(passage, pattern)
    names = passage.inline.names(begin) if begin is not None else None
    if names and _opens(passage.text, names):
        yield names


def _lead_end(passage: _Passage, pattern: re.Pattern[str]) -> int | None:
    """Return where the text begins after a number, unless it begins with a link."""
    start = pattern.match(passage.text)
    begin = start.end() if start else 0
    if any(link.start <= begin < link.end for link in passage.inline.links[:2]):
        return None
    return begin


def _opens(text: str, names: NameList) -> bool:
    first = names.names[0]
    if text[max(0, names.start - 1)] in "*_" and not surely_names(names):
        return False
    sure = len(names.names) > 1 or bool(names.others) or (isinstance(first, Person) and first.given)
    return bool(sure) and bool(names.others or _AFTER_PREFIX.match(text, names.end))


def _lone_group(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[NameList]:
    begin = _lead_end(passage, pattern)
    names = passage.inline.names(begin) if begin is not None and passage.papers else None
    if names is None or len(names.names) != 1 or _opens(passage.text, names):
        return
    paper = passage.papers[0]
    # "MultiMirror: Words in Mirrors" is a title, "OpenAI: Words in Mirrors" has an author.
    named = names.names[0].name.casefold() in ORGANISATIONS or " " in names.names[0].name
    if passage.text[names.end : names.end + 1] == ":" and not named:
        return
    if not isinstance(names.names[0], Group) or paper.start < names.end:
        return
    if entry_title(passage.text, names.end, paper.end if paper.text else paper.start):
        yield names


def _lists_at(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[tuple[int, NameList]]:
    """Return the lists right after each match of a pattern that are not of work done to a paper.

    "used by Bo Fei" makes no author.
    """
    read = 0
    for match in pattern.finditer(passage.marked):
        begin = match.end()
        names = passage.inline.names(begin) if begin >= read else None
        if names is not None and not _done(passage.marked, begin, sure=pattern is _BY):
            yield begin, names
            read = names.end


def _done(marked: str, begin: int, *, sure: bool) -> bool:
    """Return whether the words before a list say that its people did something else than write.

    >>> _done("edited by Bo Fei", 10, sure=False), _done("The paper by Bo Fei", 13, sure=False)
    (True, False)
    """
    before = marked[max(0, begin - 60) : begin].rstrip()[:-2].rstrip()
    done = _DONE_BY.search(before)
    return bool(done and not (sure and _CREDITED.search(done[0])))


def _by(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[NameList]:
    yield from (names for _, names in _lists_at(passage, pattern))


def _by_with_proof(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[NameList]:
    """Read lists whose place proves nothing: an id must follow, or certain names."""
    for _, names in _lists_at(passage, pattern):
        if (
            _BEFORE_ID.match(passage.text, names.end)
            or passage.meets(names.end)
            or surely_names(names)
        ):
            yield names


def _bracketed(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[NameList]:
    """Read names that fill the parenthesis at whose start the pattern ends."""
    for match in pattern.finditer(passage.marked):
        names = passage.inline.names(match.end())
        if names is not None and surely_names(names):
            text = passage.text
            if text[names.end - 1] == ")" or text[names.end :][:2].strip()[:1] == ")":
                yield names


def _starting(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[NameList]:
    """Read names that the sentence calls the first of a list."""
    for match in pattern.finditer(passage.marked):
        names = passage.inline.names(match.end())
        if names is not None:
            yield attrs.evolve(names, others=names.others or True)


def _after(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[NameList]:
    papers, text = passage.papers, passage.text
    between = range(papers[0].end, papers[-1].start) if papers else range(0)
    read = 0
    for match in pattern.finditer(passage.marked):
        if match.end() < read:
            continue
        # A list between two works belongs to the second, unless a sign says otherwise.
        if match["weak"] is not None and between.start <= match.end() < between.stop:
            continue
        names = passage.inline.names(match.end())
        # "**Reviewed by:** Bo Fei" has a label of its own before the names.
        labelled = text[max(0, match.start() - 3) : match.start() + 1].rstrip("*_ ").endswith(":")
        if names is None or labelled or not surely_names(names):
            continue
        if names.others or _ENDS.match(text, names.end):
            read = names.end
            yield names


def _in_parentheses(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[NameList]:
    """Read lists in a parenthesis after a work or its name, if a word marks them as such."""
    text, ends = passage.text, sorted(mention.end for mention in passage.papers)
    for match in pattern.finditer(text):
        index = bisect_left(ends, match.start() + 1) - 1
        if index < 0 or not _ITS_NAME.fullmatch(text, ends[index], match.start()):
            continue
        names = passage.inline.names(match.end())
        if names is None or not surely_names(names):
            continue
        # The mark of an elision takes the closing parenthesis with it.
        closed = text[names.end - 1] == ")" or regex(r"\s*\)").match(text, names.end)
        marked = names.others or ";" in text[match.end() : names.end]
        if closed and marked and len(names.names) + bool(names.others) > 1:
            yield names


def _short(passage: _Passage, pattern: re.Pattern[str]) -> Iterator[NameList]:
    """Read "Vaswani et al.", whatever precedes the name in the sentence."""
    text, inline = passage.text, passage.inline
    found = list(pattern.finditer(text))
    if not found:
        return
    bounds = [match.end() for match in _BOUND.finditer(text)]
    bounds = sorted({*bounds, *(link.start for link in inline.links)})
    read = 0
    for match in found:
        index = bisect_left(bounds, match.start()) - 1
        begin = max(read, bounds[index] if index >= 0 else 0)
        read = match.end()
        names = _ending_at(inline, begin, match.end())
        if names is None:
            continue
        first = passage.papers[0].start if passage.papers else len(text)
        another = first < names.start and is_of_another_work(text, names.start)
        if passage.cites(names) or not another:
            yield names


def _ending_at(inline: Inline, begin: int, end: int) -> NameList | None:
    """Read the list that reaches up to `end`, from its first name after `begin` on."""
    for word in _WORD.finditer(inline.text, begin, end):
        if word.start() < begin or (word[0][0].islower() and not word[0][:2].isalpha()):
            continue
        names = inline.names(word.start())
        if names is None:
            continue
        if names.others and names.end >= end:
            return names
        # The list breaks off there wherever it begins.
        begin = max(begin, names.end)
    return None


def _before_id(passage: _Passage, _pattern: re.Pattern[str]) -> Iterator[NameList]:
    """Read "Quill, Fenn, Vale, arXiv:…", family names in a cell or a line that cites with them."""
    text = passage.text
    for paper in passage.papers:
        if paper.text:
            continue
        start = max(text.rfind(mark, 0, paper.start) for mark in (CELL, "\n", ";", "(", ": ")) + 1
        start += len(text[start : paper.start]) - len(text[start : paper.start].lstrip())
        if paper.start - start >= _LONGEST:
            continue
        surnames, end = opening_surnames(text, start)
        if not surnames:  # "Source: Berg & Fei, arXiv:…"
            surnames, length = joined_surnames(text[start : paper.start].rstrip(" ,"))
            end = start + length
        if len(surnames) > 1 and passage.meets(end):
            yield NameList.of(surnames, start, end)


def _family_names(passage: _Passage, _pattern: re.Pattern[str]) -> Iterator[NameList]:
    for surnames, start, end in surnames_with_year(passage.text):
        yield NameList.of(surnames, start, end)


BY_ELSEWHERE = Rule(
    "by, elsewhere",
    "names after “by” in a sentence, if an id follows or the names are sure",
    _ANY_BY,
    "We like Foo by Ada Berg (arXiv:2506.13585).",
    "Ada Berg",
    _by_with_proof,
    Kind.BY,
    needs=("by",),
)
RULES = (
    Rule(
        "names that open an entry",
        "names at the start of an entry, before a full stop, a year, quotes or a link",
        _LEAD,
        "1. Ada Berg, Bo Fei. On the Form of Things. arXiv:2506.13585, 2025.",
        "Ada Berg, Bo Fei",
        _opening,
        Kind.OPENING,
    ),
    Rule(
        "group that opens an entry",
        "one group before a title and an id",
        _LEAD,
        "- OpenAI. On the Form of Things. arXiv:2506.13585",
        "OpenAI",
        _lone_group,
        Kind.OPENING,
    ),
    Rule(
        "list that starts with",
        "names after words that say how a list starts",
        _STARTS,
        "The author list of arXiv:2506.13585 starts with Ada Berg, Bo Fei.",
        "Ada Berg, Bo Fei et al.",
        _starting,
        Kind.WHOLE,
        needs=("start", "begin"),
    ),
    Rule(
        "by",
        "names after “by” that follows a title, a link or a word for a work",
        _BY,
        "*On the Form of Things* by Ada Berg and Bo Fei, arXiv:2506.13585",
        "Ada Berg, Bo Fei",
        _by,
        Kind.BY,
        needs=("by",),
    ),
    BY_ELSEWHERE,
    Rule(
        "the authors are",
        "names after “the authors … are”",
        _ARE,
        "The authors of arXiv:2506.13585 are Ada Berg and Bo Fei.",
        "Ada Berg, Bo Fei",
        _by_with_proof,
        Kind.BY,
        needs=("authors",),
    ),
    Rule(
        "authors, without a colon",
        "names after the word “authors” at the start of a phrase",
        _AUTHORS,
        "- **Foo** (arXiv:2506.13585): authors Ada Berg, Bo Fei and others.",
        "Ada Berg, Bo Fei et al.",
        _by_with_proof,
        Kind.BY,
        needs=("author",),
    ),
    Rule(
        "authors, in parentheses",
        "names that fill a parenthesis after the word “authors”",
        _IN_BRACKETS,
        "The authors (Ada Berg, Bo Fei) propose a form: arXiv:2506.13585.",
        "Ada Berg, Bo Fei",
        _bracketed,
        Kind.MARKED,
        needs=("authors (",),
    ),
    Rule(
        "names after a title",
        "names after a title, a link or an id, after a dash, a colon, a stop or a line break",
        _AFTER,
        "- [On the Form of Things](https://arxiv.org/abs/2506.13585) — Ada Berg, Bo Fei",
        "Ada Berg, Bo Fei",
        _after,
        Kind.AFTER,
    ),
    Rule(
        "names in parentheses",
        "names that fill a parenthesis after a work, with semicolons or “et al.”",
        _PARENTHESIS,
        "- arXiv:2506.13585 – Foo (Berg, A.; Fei, B.)",
        "A. Berg, B. Fei",
        _in_parentheses,
        Kind.AFTER,
        needs=("(",),
    ),
    Rule(
        "et al.",
        "the names that end in “et al.” near a work",
        _ET_AL,
        "As Berg et al. show (arXiv:2506.13585), it works.",
        "Berg et al.",
        _short,
        Kind.SHORT,
        needs=("et", "等", "and "),
    ),
    Rule(
        "family names with a year",
        "family names joined by “and” or “&” before a year",
        CITED,
        "*On Things* — Berg & Fei, 2023 — arXiv:2506.13585",
        "Berg, Fei",
        _family_names,
        Kind.SHORT,
        needs=("19", "20"),
    ),
    Rule(
        "family names before an id",
        "family names at the start of a cell or a line, right before an id",
        CITED,
        "It holds for all lamps.\nQuill, Fenn, Vale, arXiv:2506.13585, 2025",
        "Quill, Fenn, Vale",
        _before_id,
        Kind.SHORT,
        needs=("arxiv",),
    ),
)


def is_made_by(before: str) -> bool:
    """Return whether the text before names says that these people made something about a paper.

    >>> is_made_by("On Moss (slides by "), is_made_by("On Moss, a paper by ")
    (True, False)
    """
    by = _BY_AFTER.search(before)
    return by is not None and _DONE_BY.search(before, 0, by.start()) is not None

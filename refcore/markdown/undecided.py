"""What the rules leave open in the entries of a note, as the likeliest reading has it.

A reading is taken where it is far likelier than the others, and names only where they are a
whole list: a part of one would contradict the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

import attrs

from refcore.markdown.atoms import Atom, Sort, mark_in
from refcore.markdown.attach import FoundList
from refcore.markdown.authorlists import is_place
from refcore.markdown.blocks import CELL
from refcore.markdown.candidates import NamesRun, TitleRun
from refcore.markdown.evidence import Entry, signs_of_names
from refcore.markdown.forms import Form, cited_in_sentence
from refcore.markdown.layouts import Weighed, weigh
from refcore.markdown.links import Mention
from refcore.markdown.reading import Identity, Reading
from refcore.markdown.titles import bare_title, is_called, is_capitalised
from refcore.markdown.units import Style
from refcore.names.groups import is_institution
from refcore.names.running import NameList
from refcore.names.shape import may_list_people
from refcore.text.patterns import regex

__all__ = ["Decided", "decide"]

# Headers of columns in which authors are looked for.
_OF_AUTHORS = regex(r"author|paper|title|name|reference|citation|work|article|publication|study")
_VERB = regex(r"\s(?!in\b|at\b|on\b|arxiv|et\b)[a-zß-ÿ]{2,}\s[a-zß-ÿ]")
_WIDE = regex(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_LIKELY = 0.9  # of a title and names
_WITH_TITLE = 0.7  # of names beside a title that a rule reads
_LEAST_TITLE = 3  # words
_MOST = 300  # entries of a note that are weighed


@attrs.frozen
class Decided:
    """The forms of entries with names, and the titles of those without, which only name a work."""

    forms: dict[Identity, Form]
    titles: dict[Identity, str]


@attrs.frozen
class _Open:
    """The works of which a rule reads no title, or no names."""

    reading: Reading
    forms: Mapping[Identity, Form]
    named: Set[Identity]

    def mentions(self) -> Iterator[Mention]:
        """Return the first mention of each."""
        seen: set[Identity] = set()
        for mention in self.reading.mentions:
            identity = mention.identity
            if not mention.is_paper or identity in seen:
                continue
            seen.add(identity)
            if identity not in self.named or identity not in self.forms:
                yield mention


def decide(
    reading: Reading, forms: Mapping[Identity, Form], lists: Mapping[Identity, FoundList]
) -> Decided:
    """Return what is likely of works of which `forms` and `lists` have no title, or no names."""
    asked = [*_Open(reading, forms, lists.keys()).mentions()][:_MOST]
    known = {
        identity: (form.title, form.names.names[0].name)
        for identity, form in forms.items()
        if form.names is not None
    }
    found: dict[Identity, Form] = {}
    titles: dict[Identity, str] = {}
    for identity, weighed in weigh(reading, asked, known).items():
        listed = lists.get(identity)
        if listed is not None and not _agrees(listed, weighed):
            continue
        form = _form(reading, weighed, forms.get(identity))
        if form is not None:
            found[identity] = form
        elif title := _title_alone(weighed):
            titles[identity] = title
    return Decided(found, titles)


def _title_alone(weighed: Weighed) -> str:
    """Return the title of an entry without names, or ""."""
    title = weighed.title if weighed.names is None else None
    if title is None or weighed.likely < _LIKELY:
        return ""
    text = bare_title(title.text)
    near = weighed.entry.atoms[title.first].block in weighed.entry.own
    good = near and len(text.split()) >= _LEAST_TITLE and is_capitalised(text)
    return text if good and not _is_other(text) else ""


def _agrees(listed: FoundList, weighed: Weighed) -> bool:
    """Return whether the names of a reading are those that a rule reads."""
    names = weighed.names.names if weighed.names else ()
    return [name.name for name in names] == [name.name for name in listed.names.names]


def _form(reading: Reading, weighed: Weighed, held: Form | None) -> Form | None:
    """Return what a likely reading adds to the form of a rule, or None."""
    title, names = weighed.title, weighed.names
    if title is None or names is None or not _is_whole(weighed.entry, names):
        return None
    if _says_more(weighed.entry, names):
        return None
    if names.shape == "after a word of a sentence" and not _leads_to(weighed.entry, names, title):
        return None
    if _is_in_sentence(weighed.entry, title, names):
        return None
    if _is_of_column(reading, weighed.entry.atoms[names.first]):
        return None
    text = bare_title(title.text)
    if held is not None and not _holds_names(held, weighed):
        same = held.title == text and held.names is None
        likely = same and weighed.likely >= _WITH_TITLE
        return attrs.evolve(held, names=_list(weighed.entry, names), unread="") if likely else None
    least = _WITH_TITLE if _links_work(weighed.entry, title) else _LIKELY
    if weighed.likely < least or len(text.split()) < _LEAST_TITLE or _is_other(text):
        return None
    atom, last = weighed.entry.atoms[title.first], weighed.entry.atoms[title.last]
    line = reading.inlines[atom.block].line_at(atom.start)
    place = range(atom.start, last.end)
    listed = _list(weighed.entry, names)
    return Form(text, sure=True, names=listed, block=atom.block, line=line, place=place)


def _says_more(entry: Entry, run: NamesRun) -> bool:
    """Return whether a sentence goes on after names: "Quill and colleagues show that it holds"."""
    last = entry.atoms[run.last]
    return bool(_VERB.match(entry.texts[last.block], last.end))


def _is_other(text: str) -> bool:
    """Return whether a text is the name of a place, or what a note calls a work."""
    return is_called(text) or is_place(text) or is_institution(text)


def _is_in_sentence(entry: Entry, title: TitleRun, names: NamesRun) -> bool:
    last, first = entry.atoms[title.last], entry.atoms[names.first]
    apart = last.block != first.block or is_capitalised(title.text)
    if last.style is not Style.PLAIN or apart:
        return False
    end = entry.atoms[names.last].end
    return cited_in_sentence(entry.texts[last.block], last.end, first.start, end)


def _leads_to(entry: Entry, names: NamesRun, title: TitleRun) -> bool:
    """Return whether a title in marks follows names right away, or after a year."""
    between = entry.atoms[names.last + 1 : title.first]
    is_set = entry.atoms[title.first].style is not Style.PLAIN
    return names.last < title.first and is_set and all(x.sort is Sort.DATE for x in between)


def _is_of_column(reading: Reading, atom: Atom) -> bool:
    """Return whether a header says that a column has something else than authors."""
    block = reading.blocks[atom.block]
    if block.kind != "row":
        return False
    number = reading.inlines[atom.block].text.count(CELL, 0, atom.start)
    column = block.columns[number] if number < len(block.columns) else ""
    return column not in ("", "-") and not _OF_AUTHORS.search(column)


def _links_work(entry: Entry, title: TitleRun) -> bool:
    """Return whether a title is the text of a link to the work, which is rarely anything else."""
    linked = entry.atoms[title.first].linked
    is_link = linked is not None and bool(linked.text)
    return is_link and linked is not None and linked.identity == entry.mention.identity


def _holds_names(held: Form, weighed: Weighed) -> bool:
    """Return whether a rule took the names as the title: "**[F1] Quill & Fenn**, *On It*"."""
    names = weighed.names
    if names is None or held.names is not None or weighed.likely < _LIKELY:
        return False
    first = weighed.entry.atoms[names.first]
    return first.block == held.block and first.start in held.place


def _list(entry: Entry, run: NamesRun) -> NameList:
    start, end = entry.atoms[run.first].start, entry.atoms[run.last].end
    return NameList(run.names, run.others, start, end)


def _is_whole(entry: Entry, run: NamesRun) -> bool:
    """Return whether nothing before and after names goes on with them."""
    before, after = entry.before(run.first), entry.after(run.last)
    first, last = entry.atoms[run.first], entry.atoms[run.last]
    if run.shape in ("in a sentence", "read in part", "a mixed row"):
        return False
    if "names after a label of other" in signs_of_names(entry, run):
        return False
    if before is not None and before.unit == first.unit and _goes_on(before, first.before):
        return False
    return after is None or after.unit != last.unit or not _goes_on(after, last.after)


def _goes_on(beside: Atom, between: str) -> bool:
    """Return whether an atom beside names may be one more of them."""
    if beside.sort is not Sort.WORDS or mark_in(between) not in (",", " "):
        return False
    if _WIDE.match(beside.text):  # "Bo Fei から": a word of another script
        return False
    return len(beside.text.split()) < 4 or may_list_people(beside.text)

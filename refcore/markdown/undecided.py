"""Chooses between what the rules and what the evidence read from the entries of a note.

What the rules read of an entry is evidence too: how often they were right when they first saw
a note is among the weights. A reading is taken where it is likelier than theirs. Names only are
taken where they are a whole list: a part of one would contradict the record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from refcore.markdown.asreferences import as_references
from refcore.markdown.atoms import INITIALED, Atom, Sort, mark_in
from refcore.markdown.attach import FoundList
from refcore.markdown.authorlists import is_place
from refcore.markdown.blocks import CELL
from refcore.markdown.candidates import NamesRun, TitleRun
from refcore.markdown.entrysegments import MARKED
from refcore.markdown.evidence import Entry, OtherReading, signs_of_names
from refcore.markdown.forms import cited_in_sentence
from refcore.markdown.layouts import LikeliestReading, weigh
from refcore.markdown.links import Mention
from refcore.markdown.prose import is_made_by
from refcore.markdown.reading import Identity, Reading
from refcore.markdown.roles import is_sentence
from refcore.markdown.rules import Kind
from refcore.markdown.tables import OF_OTHERS, has_remarks
from refcore.markdown.titles import (
    NO_TITLE,
    Title,
    bare_title,
    is_called,
    is_capitalised,
    is_cut_off,
    is_generic,
    words_of,
)
from refcore.markdown.units import Style
from refcore.model.reference import Reference
from refcore.names.familynames import is_family
from refcore.names.givennames import is_given
from refcore.names.groups import is_institution
from refcore.names.running import NameList, without_possessive
from refcore.names.shape import may_list_people
from refcore.names.surnames import is_of_method, joined_surnames, surnames_with_year
from refcore.names.titlewords import is_title_word
from refcore.text.letters import EAST_ASIAN_LETTER
from refcore.text.patterns import regex

__all__ = ["TitleAndNames", "decide"]

# Headers of columns in which authors are looked for.
_OF_AUTHORS = regex(
    r"author|\bby\b|paper|title|name|reference|citation|work|article|publication|study"
)
# A sentence that goes on after names and their year: "Quill et al., 2019) is the first".
_VERB = regex(
    r"(?:,?\s\(?\d{4}[a-z]?\)?)?(?:\s?\))?\s(?!in\b|at\b|on\b|arxiv|et\b)[a-zß-ÿ]{2,}\s[a-zß-ÿ]"
)
# "a study by Ada Berg", which names a work and gives no title; "A Survey of Monte Carlo" is one.
_STUDY = regex(
    r"(?i:(?:an?|the|this|their|our)\s)?(?i:recent\s)?"
    r"(?:(?i:article|paper|preprint|report|review|study|survey|thesis|work)\sby"
    r"|(?:article|paper|preprint|report|review|study|survey|thesis|work)\s(?:of|from))"
    r"\s(?=[^\W\d_a-z])"
)
_CITED_ALONE = regex(r"(?P<name>[^\W\d_a-z][\w'’-]+),?\s\(?(?:19|20)[0-9]{2}[a-z]?\)?")
_SPEAKS_OF = regex(r"\w\s(?:at|in|on|between|from|with|a|an)\s(?!collaboration)|\w:\s\w")
_WHO = regex(r"[)\]]?,?\s(?:who|whose)\b")
_FROM = regex(r"(?:from|of|de|von|par|por|av|door)\s")
_LED_BY = regex(r"by\s+", re.IGNORECASE)
# "Who are the authors of Foo-1?": a heading above names.
_OF_PEOPLE = regex(r"\b(?:authors|contributors)\b", re.IGNORECASE)
_NAMED_TITLE = regex(r"(?:[^\W\d_a-z]\.[-\s]?){1,3}[^\W\d_a-z][\w'’-]+,\s\S")
_CITED = "names fill bracket, date"  # what is said of "(Berg, 2020)"
_SURELY = 0.98  # of an entry without names
_LIKELY = 0.9  # of a title alone
_NAMED = 0.8  # of names where the rules read none
_BESIDE_TITLE = 0.7  # of such names beside the title that the rules read
_UNWEIGHED = 0.8  # of a reading where that of the rules is not among those weighed
_OTHERWISE = 0.5  # of any other reading
_AS_OTHERS = 0.4  # of a title and names that are laid out as most of the list
_LEAST_TITLE = 3  # words, where the list does not say what the title is
_MOST = 300  # entries of a note that are weighed
_ALL = 100  # entries read in full by rules that are all weighed
_SOME = 10  # of more such entries
_WEIGHT = 4.0  # of a title


@attrs.frozen
class TitleAndNames:
    """The title and the names of a work, as the rules or the evidence read them."""

    title: Title
    found: FoundList | None

    @property
    def compared(self) -> OtherReading:
        """The same in the form in which it is compared with the runs of an entry."""
        names = self.found.names if self.found else None
        people = [name.name for name in names.names] if names else []
        return OtherReading.of(
            self.title.text, self.title.sure, people, bool(names and names.others)
        )


def decide(
    reading: Reading, ruled: Mapping[Identity, TitleAndNames]
) -> dict[Identity, TitleAndNames]:
    """Return, for each work, the reading by evidence if it is likelier than that of the rules.

    Of a long note, some of the entries that the rules read in full are weighed, and more only
    if one of these is another.
    """
    missing, others = _asked(reading, ruled)
    few = len(others) <= _ALL
    some = others if few else others[:: len(others) // _SOME]
    found = _choices(reading, ruled, [*missing, *some][:_MOST])
    if not few and any(mention.identity in found for mention in some):
        found |= _choices(reading, ruled, others[:_MOST])
    return found


def _choices(
    reading: Reading, ruled: Mapping[Identity, TitleAndNames], asked: list[Mention]
) -> dict[Identity, TitleAndNames]:
    known = {
        identity: (held.title.text, held.found.names.names[0].name)
        for identity, held in ruled.items()
        if held.found is not None and held.found.names.names
    }
    compared = {mention.identity: ruled[mention.identity].compared for mention in asked}
    weighed = weigh(reading, asked, known, compared)
    cases = {key: _Case(reading, ruled[key], held) for key, held in weighed.items()}
    found = {key: choice for key, case in cases.items() if (choice := case.choice())}
    still = {
        key: case
        for key, case in cases.items()
        if _lacks(found.get(key, case.ruled)) and not case.surely_has_no_names
    }
    mentions = [case.weighed.entry.mention for case in still.values()]
    for key, reference in as_references(reading, mentions).items():
        if choice := still[key].as_reference(reference):
            found[key] = choice
    return found


def _is_open(held: TitleAndNames) -> bool:
    """Whether a title or names are missing."""
    return not held.title.text or held.found is None


def _lacks(held: TitleAndNames) -> bool:
    return _is_open(held) or _is_doubtful(held.title)


def _is_doubtful(title: Title) -> bool:
    """Return whether a title begins with a name, or only calls a work: "A. Berg, On It".

    So do "Berg A. On It" and "To cite it, please use the following".
    """
    text = title.text
    named = _NAMED_TITLE.match(text) or INITIALED.match(text)
    return bool(named) or (not title.sure and bool(text) and is_called(text, 1))


def _asked(
    reading: Reading, ruled: Mapping[Identity, TitleAndNames]
) -> tuple[list[Mention], list[Mention]]:
    """Return the first mention of each work that lacks something, and of each other work."""
    firsts: dict[Identity, Mention] = {}
    for mention in reading.mentions:
        if mention.is_paper and mention.identity in ruled:
            held = firsts.get(mention.identity)
            # A badge at the top of a note says nothing of the work.
            if held is None or (is_generic(held.text) and held.text and not mention.text):
                firsts[mention.identity] = mention
    missing = [one for identity, one in firsts.items() if _is_open(ruled[identity])]
    others = [one for identity, one in firsts.items() if not _is_open(ruled[identity])]
    return missing, [one for one in others if not _is_labelled(ruled[one.identity])]


def _is_labelled(ruled: TitleAndNames) -> bool:
    """Whether a label says who the authors are."""
    return ruled.found is not None and ruled.found.kind is Kind.MARKED


@attrs.frozen
class _Case:
    """A work of which the rules say one thing, and the evidence something."""

    reading: Reading
    ruled: TitleAndNames
    weighed: LikeliestReading

    @property
    def surely_has_no_names(self) -> bool:
        """Whether an entry is a title and no names, as most of the links of a note are."""
        return (
            self.weighed.names is None and self.weighed.likely > _SURELY and self.ruled.title.sure
        )

    def choice(self) -> TitleAndNames | None:
        """Return the reading by evidence, if it is another one and likelier."""
        entry, title, names = self.weighed.entry, self.weighed.title, self.weighed.names
        if self.ruled.found is None and (run := self._said_beside()):
            return TitleAndNames(self._beside(run), self._found(run))
        same_title, same_names = title in entry.ruled_titles, names in entry.ruled_names
        least = max(self._least, _LIKELY) if self._moves_words_to_names() else self._least
        if (same_title and same_names) or self.weighed.likely < least:
            return None
        if not (same_title or (self._may_replace_title and self._is_good_title())):
            return None
        if not (same_names or (self._may_replace_names and self._are_good_names())):
            return None
        found = self.ruled.found if same_names else self._found(names)
        return TitleAndNames(self.ruled.title if same_title else self._title(), found)

    def as_reference(self, reference: Reference) -> TitleAndNames | None:
        """Return the reading of a reference, if there are runs of the entry that say the same.

        It keeps what the rules read, apart from a label that has all of it.
        """
        entry = self.weighed.entry
        people, others = [x.name for x in reference.authors], bool(reference.authors.others)
        read = OtherReading.of(reference.title, sure=False, names=people, others=others)
        pairs = [
            (title, names)
            for title in filter(read.is_title, entry.titles)
            for names in filter(read.is_names, entry.people)
            if names.last < title.first or title.last < names.first
        ]
        if not (read.title and people and pairs):
            return None
        title, names = pairs[0]
        case = attrs.evolve(self, weighed=attrs.evolve(self.weighed, title=title, names=names))
        return case._of_reference(read)

    def _of_reference(self, read: OtherReading) -> TitleAndNames | None:
        """Return the reading that is weighed, if it fits what the rules read."""
        title, names = self.weighed.title, self.weighed.names
        held = self.ruled.title
        same = title in self.weighed.entry.ruled_titles
        doubtful = _is_doubtful(held)
        if self.ruled.found and not doubtful and names not in self.weighed.entry.ruled_names:
            return None
        words = " ".join(words_of(read.title))
        sure = held.sure and not doubtful
        other = bool(held.text) and words not in " ".join(words_of(held.text))
        if not same and (sure or (other and not is_called(held.text, 1))):
            return None
        if _is_other(read.title) or names is None or self._are_of_others(names):
            return None
        alone = len(names.names) == 1 and not names.others and " " not in names.names[0].name
        if alone or self._is_longer(names):
            return None
        found = None if doubtful else self.ruled.found
        return TitleAndNames(held if same else self._title(), found or self._found(names))

    def _moves_words_to_names(self) -> bool:
        """Whether the first words of what the rules read as the title are one more name."""
        title, found = self.weighed.title, self.ruled.found
        if title is None or found is None or self.weighed.names is None:
            return False
        before, after = words_of(self.ruled.title.text), words_of(title.text)
        return len(after) < len(before) and before[-len(after) :] == after

    def _is_longer(self, names: NamesRun) -> bool:
        """Return whether there is a longer run with these names beside the title."""
        title, own = self.weighed.title, len(names.names)
        return any(
            run.first <= names.first <= names.last <= run.last and len(run.names) > own
            for run in self.weighed.entry.people
            if title is None or run.last < title.first or title.last < run.first
        )

    def _said_beside(self) -> NamesRun | None:
        """Return names in brackets with a year right after the title, or in place of the title.

        "[On It](…) (Berg, 2020)", "[a study by Ada Berg and Bo Fei](…)"
        """
        entry = self.weighed.entry
        ends = {run.last for run in entry.ruled_titles if run is not None}
        behind = [
            x for x in entry.people if x.first - 1 in ends and _CITED in signs_of_names(entry, x)
        ]
        inside = [x for x in entry.people if _is_of_linked_work(entry, x)]
        runs = inside if inside and not self.ruled.title.sure else behind
        return max(runs, key=lambda run: (len(run.names), len(run.key[0][0])), default=None)

    def _beside(self, run: NamesRun) -> Title:
        """Return the title of the rules, or none if the names are part of it."""
        return NO_TITLE if _is_of_linked_work(self.weighed.entry, run) else self.ruled.title

    @property
    def _least(self) -> float:
        entry = self.weighed.entry
        if self.weighed.as_others and self.weighed.title and self.weighed.names:
            return _AS_OTHERS
        if self._has_names_as_title:
            return _AS_OTHERS
        if self.ruled.found is None:
            # A title that is no run of the entry has been right in none of the labelled notes.
            if self.ruled.title.text and not entry.ruled_titles:
                return _OTHERWISE
            same = bool(self.ruled.title.text) and self.weighed.title in entry.ruled_titles
            held = self.ruled.title
            same = same or bool(held.text and not held.sure and is_called(held.text))
            least = _BESIDE_TITLE if same else _NAMED
            return least if self.weighed.names else _LIKELY
        return _OTHERWISE if self.weighed.with_ruled else _UNWEIGHED

    @property
    def _has_names_as_title(self) -> bool:
        """Whether what the rules read as a title is nothing but the names."""
        names, title, own = self.weighed.names, self.ruled.title, self.weighed.title
        if names is None or own is None or title.sure or not title.text:
            return False
        if not _is_apart(self.weighed.entry, own):
            return False
        held = {word for name in names.names for word in words_of(name.name)}
        return held.issuperset(words_of(title.text))

    @property
    def _may_replace_title(self) -> bool:
        """Whether the title of the rules is from the entry, so that its words can be judged."""
        if not self.ruled.title.text:
            return True
        words = " ".join(words_of(self.ruled.title.text))
        texts = self.weighed.entry.texts.values()
        return any(words in " ".join(words_of(text)) for text in texts)

    @property
    def _may_replace_names(self) -> bool:
        """Whether the names of the rules are from the entry, and lack some of these words."""
        found, names = self.ruled.found, self.weighed.names
        if found is None or names is None:
            return found is None
        held = {word for name in found.names.names for word in name.name.split()}
        more = held >= {word for name in names.names for word in name.name.split()}
        own = found.block in self.weighed.entry.texts
        return own and not more and not _is_labelled(self.ruled)

    def _is_good_title(self) -> bool:
        entry, title = self.weighed.entry, self.weighed.title
        if title is None:
            return True
        text = bare_title(title.text)
        near = self.weighed.names is not None or entry.atoms[title.first].block in entry.own
        least = 1 if self._may_be_short(title, text) else _LEAST_TITLE
        good = near and len(text.split()) >= least and not self._is_remark(title)
        if entry.atoms[title.first].style is Style.PLAIN and (
            text[:1].islower() or not self.ruled.title.text
        ):
            good = good and not is_sentence(text)
        good = good and (
            is_capitalised(text) or self._is_title_of_names(title) or self._is_own_link(title)
        )
        return good and not _is_other(text, least)

    def _is_remark(self, title: TitleRun) -> bool:
        """Whether plain words are in a column of what a note says of its own, or end in "from"."""
        atom = self.weighed.entry.atoms[title.first]
        columns = self.reading.blocks[atom.block].columns
        row = self.reading.inlines[atom.block].text
        said = atom.style is Style.PLAIN and has_remarks(columns, row, atom.start)
        return said or is_cut_off(title.text)

    def _may_be_short(self, title: TitleRun, text: str) -> bool:
        """Whether a title may be one word: set apart beside names, or part of that of the rules."""
        entry, held = self.weighed.entry, words_of(self.ruled.title.text)
        if EAST_ASIAN_LETTER.search(text):
            return True
        if self.weighed.names is None:
            return False
        if self.ruled.title.sure and not is_called(self.ruled.title.text):
            return set(words_of(text)) <= set(held)
        if _is_apart(entry, title) and self.weighed.likely >= min(_NAMED, self._least):
            return True
        return self.weighed.as_others and set(words_of(text)) <= set(held)

    def _is_title_of_names(self, title: TitleRun) -> bool:
        """Return whether names are beside a title in lower case, and no sentence goes on."""
        entry, names = self.weighed.entry, self.weighed.names
        if names is None:
            return False
        if entry.atoms[title.first].style is not Style.PLAIN:
            return True
        first, last = (title, names) if title.last < names.first else (names, title)
        between = entry.atoms[first.last + 1 : last.first]
        block = entry.atoms[first.last].block
        apart = block == entry.atoms[last.first].block and any(
            x.sort is Sort.WORDS for x in between
        )
        return not (apart or _says_more(entry, names))

    def _is_own_link(self, title: TitleRun) -> bool:
        """Return whether a title is set apart in the link that leads to the work."""
        entry, first = self.weighed.entry, self.weighed.entry.atoms[title.first]
        own = first.linked is not None and first.linked.identity == entry.mention.identity
        whole = title.shape == "a marked piece" and first.style in (Style.LINK, Style.QUOTED)
        return own and whole and title.text[:1].isupper() and self.weighed.likely > _LIKELY

    def _are_good_names(self) -> bool:
        entry, title, names = self.weighed.entry, self.weighed.title, self.weighed.names
        if names is None:
            return True
        if title is None:
            return _is_of_linked_work(entry, names)
        if not _is_whole(entry, names, title) or _says_more(entry, names):
            return False
        if _is_doubtful_pair(entry, names):
            return False
        sentence = names.shape == "after a word of a sentence"
        if sentence and not (_leads_to(entry, names, title) or _follows(entry, names, title)):
            return False
        venue = names.first > title.last and _may_be_venue(names)
        venue = venue or _may_be_thing(names)
        others = venue or self._are_of_others(names)
        return not (others or _is_in_sentence(entry, title, names))

    def _are_of_others(self, names: NamesRun) -> bool:
        """Return whether a note says that names are those of other people than the authors."""
        entry, first = self.weighed.entry, self.weighed.entry.atoms[names.first]
        led = _LED_BY.match(first.text)
        before = entry.texts[first.block][: first.start + (led.end() if led else 0)]
        made = _is_beside_writer(entry, names) or is_made_by(before)
        return made or _is_of_column(self.reading, first)

    def _title(self) -> Title:
        """Return the title by evidence; it is a claim only where that of the rules was one."""
        title = self.weighed.title
        if title is None:
            return NO_TITLE
        sure = self.weighed.names is not None and self.ruled.title.sure
        return Title(_WEIGHT if sure else 1.0, sure, bare_title(title.text))

    def _found(self, names: NamesRun | None) -> FoundList | None:
        """Return the names by evidence; they may be those of people who are not the authors."""
        if names is None:
            return None
        atom = self.weighed.entry.atoms[names.first]
        line = self.reading.inlines[atom.block].line_at(atom.start)
        listed = _list(self.weighed.entry, names)
        return FoundList(listed, line, "", Kind.OPENING, atom.block, loose=True)


def _is_beside_writer(entry: Entry, run: NamesRun) -> bool:
    """Whether names are those of whom the writer worked with: '"On It" with Ada Berg'."""
    first = entry.atoms[run.first]
    return first.text.startswith("with ") and first.mark_before != ","


def _is_apart(entry: Entry, title: TitleRun) -> bool:
    """Whether a title is emphasised, quoted, linked or a heading."""
    first = entry.atoms[title.first]
    return first.style in MARKED or first.block in entry.headings


def _is_doubtful_pair(entry: Entry, run: NamesRun) -> bool:
    """Whether two words may be one person, family name first, or two family names.

    "Berg, Ada" is one person, as Ada is a given name; "Kingma, Ba" is not decided.
    """
    if run.shape != "family name first" and len(run.names) != 2:
        return False
    same = [x for x in entry.people if (x.first, x.last) == (run.first, run.last)]
    two = next((x for x in same if len(x.names) == 2), None)
    if two is None or not any(x.shape == "family name first" for x in same):
        return False
    words = [name.name for name in two.names]
    if run is two or len(run.names) == 2:
        return is_given(words[1]) or not all(is_family(word) for word in words)
    return not is_given(words[1])


def _may_be_venue(run: NamesRun) -> bool:
    """Whether names are one word in capitals: "*SIAM, 2021*" after a title."""
    return not run.others and len(run.names) == 1 and run.names[0].name.isupper()


def _may_be_thing(run: NamesRun) -> bool:
    """Whether names are one word as methods and kinds of things are called.

    So it is in 'ResNeXt (["On It"](…))' and in "Modern-Evidence (2010): [On It](…)".
    """
    alone = not run.others and len(run.names) == 1 and " " not in run.names[0].name
    name = run.names[0].name
    return alone and (is_of_method(name) or is_title_word(name))


def _says_more(entry: Entry, run: NamesRun) -> bool:
    """Return whether a sentence goes on after names: "Quill and colleagues show that it holds"."""
    last = entry.atoms[run.last]
    return bool(_VERB.match(entry.texts[last.block], last.end))


def _is_other(text: str, least: int = _LEAST_TITLE) -> bool:
    """Return whether a text is the name of a place, a word for a link, or what a note calls a work.

    A title has at least `least` words.

    >>> _is_other("University of Oslo"), _is_other("On the Form of Things")
    (True, False)
    """
    is_none = is_called(text, least) or is_place(text) or is_generic(text)
    # "Belonging at the University of Oslo" is more than a name.
    is_none = is_none or (is_institution(text) and not _SPEAKS_OF.search(text))
    return is_none or _OF_PEOPLE.search(text) is not None


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


def _follows(entry: Entry, names: NamesRun, title: TitleRun) -> bool:
    """Return whether names are right behind a title in marks: "**On It** — from Ada Berg"."""
    first = entry.atoms[names.first]
    is_set = entry.atoms[title.last].style is not Style.PLAIN
    return is_set and names.first == title.last + 1 and _FROM.match(first.text) is not None


def _is_of_column(reading: Reading, atom: Atom) -> bool:
    """Return whether a header says that a column has something other than authors."""
    block = reading.blocks[atom.block]
    if block.kind != "row":
        return False
    number = reading.inlines[atom.block].text.count(CELL, 0, atom.start)
    column = block.columns[number] if number < len(block.columns) else ""
    return column not in ("", "-") and not _OF_AUTHORS.search(column)


def _list(entry: Entry, run: NamesRun) -> NameList:
    start, end = entry.atoms[run.first].start, entry.atoms[run.last].end
    return without_possessive(NameList(run.names, run.others, start, end))


def _is_of_linked_work(entry: Entry, run: NamesRun) -> bool:
    """Return whether a link that is no title says whose work it leads to.

    "[a study by Ada Berg](…)", "[Berg (2020)](…)"
    """
    first = entry.atoms[run.first]
    linked = first.linked is not None and first.linked.identity == entry.mention.identity
    before = entry.before(run.first)
    opening = before if before is not None and before.units == first.units else first
    said = _STUDY.match(entry.texts[first.block], opening.start) if linked else None
    cited = _CITED_ALONE.fullmatch(entry.mention.text) if linked else None
    family = cited is not None and is_family(cited["name"]) and first.text == cited["name"]
    family = family or (linked and _are_all_of_link(entry, run))
    return family or (said is not None and said.end() <= first.end)


def _are_all_of_link(entry: Entry, run: NamesRun) -> bool:
    """Whether a link is family names and a year, or names and then "who": "[Berg & Fei (2020)](…)".

    These are all of them.
    """
    text, first = entry.mention.text, entry.atoms[run.first]
    who = _WHO.match(entry.texts[first.block], entry.mention.end)
    joined, end = joined_surnames(text) if who else ([], 0)
    dated = [names for names, start, end in surnames_with_year(text) if start == 0]
    held = joined if joined and end == len(text) else dated[0] if dated else []
    words = [word for name in run.names for word in words_of(name.name)]
    return [name.name for name in run.names] == held or (
        who is not None and words == words_of(text)
    )


def _is_whole(entry: Entry, run: NamesRun, title: TitleRun) -> bool:
    """Return whether nothing before and after names goes on with them.

    A label before them is that of the entry if the title follows: "Method: Berg and Fei, On It".
    """
    before, after = entry.before(run.first), entry.after(run.last)
    first, last = entry.atoms[run.first], entry.atoms[run.last]
    if run.shape in ("in a sentence", "read in part", "a mixed row"):
        return False
    between = entry.atoms[run.last + 1 : title.first]
    leads = run.last < title.first and all(x.sort in (Sort.DATE, Sort.VENUE) for x in between)
    if "names after a label of other" in signs_of_names(entry, run):
        label = before.text.casefold() if before is not None else ""
        if not leads or OF_OTHERS.search(label):
            return False
    of_title = run.first == title.last + 1  # "On Moss, Berg, 2020"
    if (
        before is not None
        and before.unit == first.unit
        and not of_title
        and _goes_on(before, first.before)
    ):
        return False
    if after is None or after.unit != last.unit:
        return True
    # "Ada Berg, Bo Fei, Measurement of Things": the title of the entry is right behind them.
    if title.first == run.last + 1 and any(map(is_title_word, words_of(after.text))):
        return True
    return not _goes_on(after, last.after)


def _goes_on(beside: Atom, between: str) -> bool:
    """Return whether an atom beside names may be one more of them."""
    if beside.sort is not Sort.WORDS or mark_in(between) not in (",", " "):
        return False
    if is_institution(beside.text):
        return False
    if EAST_ASIAN_LETTER.match(beside.text):  # "Bo Fei から": a word of another script
        return False
    return len(beside.text.split()) < 4 or may_list_people(beside.text)

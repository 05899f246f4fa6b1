"""Which runs of atoms of an entry may be its title, and which may be its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from refcore.markdown.atoms import INITIALED, LEADING_JOIN, MARKS, Atom, Sort, sort_of
from refcore.markdown.authorlists import are_authors, are_places
from refcore.markdown.links import Inline
from refcore.markdown.titles import clean
from refcore.markdown.units import Style
from refcore.markdown.venues import is_venue_or_date
from refcore.model.people import Group, Name
from refcore.names.groups import ORGANISATIONS, is_institution, is_team
from refcore.names.plain import read_name
from refcore.names.running import NameList
from refcore.names.shape import is_name
from refcore.names.surnames import joined_surnames, opening_surnames, surnames_with_year
from refcore.names.titlewords import is_title_word
from refcore.text.idforms import ARXIV_ID
from refcore.text.letters import EAST_ASIAN
from refcore.text.patterns import regex

__all__ = ["NamesRun", "TitleRun", "names_runs", "title_runs"]


@attrs.frozen
class TitleRun:
    """Atoms from `first` to `last` as a title; `shape` says how the run was cut."""

    text: str
    first: int
    last: int
    shape: str


@attrs.frozen
class NamesRun:
    """Atoms from `first` to `last` as names; `shape` says how they were read."""

    names: tuple[Name, ...]
    others: bool | int
    first: int
    last: int
    shape: str

    @property
    def key(self) -> tuple[tuple[str, ...], bool, int, int]:
        """What makes two runs the same."""
        return tuple(name.name for name in self.names), bool(self.others), self.first, self.last


_LONGEST = 400
_MOST_OF_NAME = 6  # words
_MOST_OF_TEAM = 8  # words
_MOST_SHORTER = 3  # how many ends of a list are tried
_WEAK = (",", ":", " ")  # marks inside a title
_BESIDE_TITLE = (Sort.VENUE, Sort.DATE, Sort.ID, Sort.NOTHING, Sort.NUMBER)
# "Title【51†L60-L69】", "Title [3]": where an answer found it
_SOURCE = regex(r"\s*(?:【[^】]{0,40}】|\[[0-9]{1,3}\])+\Z")
# "On It, written": what is before "by"
_LED_BY = regex(r",?\s(?:(?:co-?)?authored|introduced|presented|proposed|published|written)\Z")
# "PDF 2506.13585 On the Form of Things", "Read On the Form of Things", "New preprint! On It"
_LEAD = regex(
    r"(?:(?:(?:just\s+)?(?:re-?)?read|skimmed|finished|watched)\s+"
    r"|(?:soon|new|todo|(?:our\s+)?(?:new|latest)\s+(?:paper|preprint|work|article))\b[\s:!]+"
    rf"|(?:pdf|paper|arxiv|link|abs)\b[\s:]*|\[?{ARXIV_ID}\]?[\s:|-]*){{1,3}}"
    r"(?=(?-i:[^\W_a-z]))",
    re.IGNORECASE,
)
# "The experiments in section 4 are great", which speaks of a work
_OF_PART = regex(r"\b(?:section|sec\.|figure|fig\.|eq\.|appendix)\s[0-9]", re.IGNORECASE)
# "1.3 Ada Berg": the number of an entry in a section
_ENTRY_NUMBER = regex(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,2}\.?\s+(?=[^\W\d_])")
# Between two people: marks, "and", and marks of affiliation.
_BETWEEN = regex(
    r"[\s,;·•&|、，*_\[\]()]*(?:(?:and|&|und|et|y|e|i|en|og|och|和|及|与|와|과)[\s*_\[]+)?"
    r"(?:\([^()]{0,40}\)|\^?[0-9]{1,2}[,0-9]*|[*†‡])?[\s,;·•&*_\[\]]*"
    r"(?:(?:and|&|und|et|y|e|和)[\s*_\[]+)?"
)
_PARTICLES = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|del|der|den|[Dd]i|[Dd]a|[Ll]a|[Ll]e|dos|du|ten|ter|el|al|bin|ben)"
    r"\s){0,2}"
)
_SURNAME = regex(_PARTICLES + r"[^\W\d_a-z][\w'’-]+")
# Runs of Chinese, Japanese or Korean letters that are longer than a name.
_LONG_WORD = regex(rf"[{EAST_ASIAN}]{{6}}")
# "the sampler of Berg et al.", "J. Berg et al."
_ELIDED = regex(
    r"(?<!\w)(?P<name>(?:(?:[A-Z]\.[-\s]?){1,3})?"
    + _PARTICLES
    + r"[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+){0,2})"
    r"(?P<initials>,?\s(?:[A-Z]\.[-\s]?){1,3}(?=\s))?"
    r"\s+(?:et\.?\s?al\b\.?|等人?|and colleagues)"
)
_SAYS = regex(
    r"\b(?:[Ff]rom|of|[Ss]ee|in|[Cc]f\.|work:|reference:|is|are|by|with|de|von|par|por|[Aa]uthors?)\s"
    r"(?=[^\W\d_a-z])"
)
# "Berg 2020", "Berg & Fei, 2020a"
_DATED = regex(r"[\s,(]+(?:19|20)[0-9]{2}[a-z]?\W*\Z")
# One person as in a list of references.
_FILED = regex(
    r"(?P<family>" + _PARTICLES + r"[^\W\d_a-z][\w'’-]+),\s"
    r"(?P<given>(?:[^\W\d_a-z]\.?[-\s]?){1,4}(?![\w'’])\.?"
    r"|[^\W\d_a-z][\w'’-]+(?:\s(?:[^\W\d_a-z]\.|[^\W\d_a-z][\w'’-]+)){0,2})"
    r"(?P<others>,?\s(?:et\.?\sal\b|and\sothers|等))?(?=[\s.,:;*_)(]|\Z)"
)
_OTHERS = regex(r"[\s,]*(?:and\s)?(?:et\.?\s?al|等|…|\.\.\.)")


def title_runs(
    atoms: Sequence[Atom], texts: Mapping[int, str], people: Sequence[NamesRun] = ()
) -> list[TitleRun]:
    """Return the runs that may be the title; `texts` are those of the blocks.

    `people` are the runs that may be the names: a title begins after these, or ends before.
    """
    found: dict[tuple[str, int], TitleRun] = {}
    for first, last, shape in (*_title_places(atoms), *_beside(atoms, people)):
        if first == last and atoms[first].sort is Sort.ID:
            continue
        raw = _whole(texts[atoms[first].block], atoms[first].start, atoms[last].end)
        text = _LED_BY.sub("", _SOURCE.sub("", clean(raw)))
        lead = _LEAD.match(text)
        if lead and len(text) > lead.end() + 10:
            bare = text[lead.end() :]
            found.setdefault((bare, first), TitleRun(bare, first, last, "after an id"))
        if text and len(text) < _LONGEST and not _OF_PART.search(text):
            found.setdefault((text, first), TitleRun(text, first, last, shape))
    return list(found.values())


def _whole(text: str, start: int, end: int) -> str:
    """Return a part of a text with the brackets at its ends that its own brackets belong to.

    >>> _whole("On It (2)", 0, 8), _whole("(On It) 2", 1, 7)
    ('On It (2)', '(On It)')
    """
    part = text[start:end]
    for opening, closing in ("()", "[]"):
        more = part.count(closing) - part.count(opening)
        if more > 0 and text[start - 1 : start] == opening:
            part = opening + part
        elif more < 0 and text[end : end + 1] == closing:
            part += closing
    return part


def _beside(atoms: Sequence[Atom], people: Sequence[NamesRun]) -> Iterator[tuple[int, int, str]]:
    """Return the runs that begin right after names, and those that end right before names."""
    for begin in sorted({run.last + 1 for run in people}):
        yield from _runs_after(atoms, begin)
    for end in sorted({run.first - 1 for run in people if run.first}):
        yield from _runs_before(atoms, end)


def _runs_after(atoms: Sequence[Atom], begin: int) -> Iterator[tuple[int, int, str]]:
    """Return the runs that begin right after names; `begin` is the first atom there."""
    first = begin
    while first < len(atoms) and atoms[first].sort in _BESIDE_TITLE:
        first += 1
    if first == len(atoms) or atoms[first].block != atoms[begin - 1].block:
        return
    last = _weak_end(atoms, first, len(atoms) - 1)
    for end in _ends(atoms, first, last):
        yield first, end, "after names"
    following = last + 1
    goes_on = following < len(atoms) and atoms[last].mark_after in ("-", ".")
    if goes_on and _is_one(atoms, first, following):
        more = _weak_end(atoms, following, len(atoms) - 1)
        for end in _ends(atoms, following, more)[:2]:
            yield first, end, "after names, and on"


def _runs_before(atoms: Sequence[Atom], end: int) -> Iterator[tuple[int, int, str]]:
    """Return the run that ends right before names, if one does; `end` is the last atom there."""
    last = end
    while last >= 0 and atoms[last].sort in _BESIDE_TITLE:
        last -= 1
    first = last
    while first > 0 and _is_weak(atoms[first - 1]) and _is_one(atoms, first - 1, last):
        first -= 1
    if first >= 0 and atoms[first].block == atoms[end + 1].block:
        yield first, last, "before names"


def _ends(atoms: Sequence[Atom], first: int, last: int) -> list[int]:
    """Return where a title that begins with an atom may end: with a group, or at a comma."""
    found = [n for n in range(first, last) if atoms[n].mark_after == ","][:2]
    while last > first and atoms[last].sort in _BESIDE_TITLE:
        last -= 1
    return sorted({*found, last})


def _is_one(atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Return whether two atoms are in one marked piece, or outside all of one block."""
    one, other = atoms[first], atoms[last]
    return (one.block, one.units) == (other.block, other.units)


def _title_places(atoms: Sequence[Atom]) -> Iterator[tuple[int, int, str]]:
    begin = 0
    while begin < len(atoms):
        end = _unit_end(atoms, begin)
        if atoms[begin].unit:
            yield begin, end, "a marked piece"
        first = begin
        while first <= end:
            last = _weak_end(atoms, first, end)
            if not atoms[begin].unit or (first, last) != (begin, end):
                yield from _trimmed(atoms, first, last)
            yield from _parts_of(atoms, first, last)
            yield from _around_brackets(atoms, first, last)
            first = last + 1
        yield from _pieces(atoms, begin)
        following = end + 1
        if not atoms[begin].unit and _goes_on(atoms, end, following):
            more = _weak_end(atoms, following, len(atoms) - 1)
            yield begin, more, "two pieces"
            if atoms[begin].mark_after == ":":
                yield begin + 1, more, "after a label"
        begin = following


def _pieces(atoms: Sequence[Atom], begin: int) -> Iterator[tuple[int, int, str]]:
    """Return the marked pieces that begin with an atom and have others inside."""
    before = atoms[begin - 1].units if begin and _in_block(atoms, begin - 1, begin) else ()
    for unit in atoms[begin].units:
        last = begin
        while last + 1 < len(atoms) and unit in atoms[last + 1].units:
            last += _in_block(atoms, begin, last + 1) or len(atoms)
        if unit not in before and last < len(atoms) and atoms[last].units != atoms[begin].units:
            yield begin, last, "a marked piece"


def _around_brackets(
    atoms: Sequence[Atom], first: int, last: int
) -> Iterator[tuple[int, int, str]]:
    """Return what has words in brackets inside, "The News Workshop (INRA 2019)", or before it."""
    following = last + 1
    own = atoms[first]
    if following < len(atoms) and own.style is Style.BRACKET:
        opens = not atoms[last].mark_after.strip(" -)")
        if (
            opens
            and atoms[following].units == own.units[:-1]
            and _in_block(atoms, first, following)
        ):
            yield first, _weak_end(atoms, following, len(atoms) - 1), "from brackets"
    if following >= len(atoms) or atoms[following].style is not Style.BRACKET:
        return
    goes_on = _unit_end(atoms, following) + 1
    inside = atoms[following].units[:-1] == own.units and goes_on < len(atoms)
    inside = inside and atoms[goes_on - 1].mark_after in (*_WEAK, "-")
    if inside and _is_one(atoms, first, goes_on):
        yield first, _weak_end(atoms, goes_on, len(atoms) - 1), "around brackets"


def _in_block(atoms: Sequence[Atom], one: int, other: int) -> bool:
    return atoms[one].block == atoms[other].block


def _unit_end(atoms: Sequence[Atom], begin: int) -> int:
    own, end = atoms[begin], begin
    while end + 1 < len(atoms):
        following = atoms[end + 1]
        same = following.block == own.block and following.unit == own.unit
        if not same or not (own.unit or _is_weak(atoms[end])):
            break
        end += 1
    return end


def _is_weak(atom: Atom) -> bool:
    return atom.mark_after in _WEAK and not atom.ends_names


def _weak_end(atoms: Sequence[Atom], first: int, most: int) -> int:
    """Return the last atom that only weak marks part from the first."""
    last, own = first, atoms[first]
    while last < most and _is_weak(atoms[last]):
        following = atoms[last + 1]
        if (following.block, following.unit) != (own.block, own.unit):
            break
        last += 1
    return last


def _goes_on(atoms: Sequence[Atom], end: int, following: int) -> bool:
    if following >= len(atoms):
        return False
    return atoms[following].unit == 0 and atoms[following].block == atoms[end].block


def _trimmed(atoms: Sequence[Atom], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Return a group without the dates and venues at its ends, and with them."""
    begin, end = first, last
    while begin <= end and atoms[begin].sort in _BESIDE_TITLE:
        begin += 1
    while end >= begin and atoms[end].sort in (*_BESIDE_TITLE, Sort.GENERIC):
        end -= 1
    if begin <= end:
        yield begin, end, "a group"
    if (begin, end) != (first, last):
        yield first, last, "a group with its venue"


def _parts_of(atoms: Sequence[Atom], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    while first <= last and atoms[first].sort in _BESIDE_TITLE:
        first += 1
    while last >= first and atoms[last].sort in (*_BESIDE_TITLE, Sort.GENERIC):
        last -= 1
    if first >= last:
        return
    if atoms[first].mark_after == ":":
        yield first + 1, last, "after a label"
    commas = [n for n in range(first, last) if atoms[n].mark_after == ","]
    for comma in sorted({*commas[:2], *commas[-2:]}):
        yield first, comma, "up to a comma"
    for comma in commas[:3]:
        yield comma + 1, last, "after a comma"


@attrs.frozen
class _Person:
    """The people that one atom names: full names, or family names alone."""

    names: tuple[Name, ...]
    others: bool | int = False
    full: bool = True


def names_runs(atoms: Sequence[Atom], inlines: Mapping[int, Inline]) -> list[NamesRun]:
    """Return the runs that may be the names; `inlines` are those of the blocks."""
    found: dict[object, NamesRun] = {}
    people: list[_Person | None] = []
    read_to = seen_to = -1
    for number, atom in enumerate(atoms):
        person = None
        if atom.sort in (Sort.WORDS, Sort.VENUE):
            text = inlines[atom.block].text
            join = LEADING_JOIN.match(text, atom.start, atom.end)
            join = join or _ENTRY_NUMBER.match(text, atom.start, atom.end)
            start = join.end() if join else atom.start
            # Inside a list that is read already, one name is read at a time.
            inside = number <= seen_to
            run, person, last = _read(atoms, inlines, number, start, atom.end if inside else 0)
            if run is not None and number > read_to:
                for one in (run, *_shorter(atoms, inlines, run, start)):
                    found.setdefault(one.key, one)
                read_to = run.last if run.shape == "read" else read_to
            if not inside and person is None and _may_be_person(atom.text):
                person = _read(atoms, inlines, number, start, atom.end)[1]
            seen_to = max(seen_to, last)
            if person is None and atom.sort is Sort.WORDS:
                person = _surnames(_DATED.sub("", text[start : atom.end]).strip(MARKS))
            others = (
                *_elided(atoms, text, number, start),
                *_said(atoms, inlines, number),
                *_linked(atoms, number),
                *_filed(atoms, text, number, start),
            )
            for other in others:
                found.setdefault(other.key, other)
        people.append(person)
    for run in _rows(atoms, people, inlines):
        found.setdefault(run.key, run)
    return list(found.values())


def _may_be_person(text: str) -> bool:
    """Return whether a text is short and without digits, so that it may be one name.

    >>> _may_be_person("Bo Fei"), _may_be_person("Talk 12")
    (True, False)
    """
    return len(text.split()) < _MOST_OF_NAME and not any(map(str.isdecimal, text))


def _read(
    atoms: Sequence[Atom], inlines: Mapping[int, Inline], number: int, start: int, stop: int
) -> tuple[NamesRun | None, _Person | None, int]:
    """Return the names that the reader of names finds at an atom, its own people, and its last.

    The last is the number of the last atom that was read; `stop` ends the reading, if given.
    """
    atom = atoms[number]
    if atom.unit and not stop:
        stop = max(x.end for x in atoms if (x.block, x.unit) == (atom.block, atom.unit))
    stop = 0 if stop == len(inlines[atom.block].text) else stop
    names = inlines[atom.block].names(start, stop=stop)
    if names is None or names.start - start > 3:
        return None, None, number
    last = number
    while last + 1 < len(atoms) and _begins_before(atoms[last + 1], atom.block, names.end):
        last += 1
    rest = inlines[atom.block].text[names.end : atoms[last].end].strip(f"{MARKS}0123456789¹²³*†")
    whole = not rest or _is_beside(rest)
    run = None
    if are_authors(names):
        run = _run(names, number, last, "read" if whole else "read in part")
    person = None
    people = all(is_name(name.name) and not is_institution(name.name) for name in names.names)
    if whole and last == number and people:
        person = _Person(names.names, names.others)
    return run, person, last


def _shorter(
    atoms: Sequence[Atom], inlines: Mapping[int, Inline], run: NamesRun, start: int
) -> Iterator[NamesRun]:
    """Return the names up to each mark other than a comma, and those without the last atom.

    "Ada Berg and Bo Fei, EmbedJoin: Efficient Joins" has the first words of a title after the
    names.
    """
    if run.first == run.last:
        return
    places = [n for n in range(run.first, run.last) if _may_end(atoms, n)][:_MOST_SHORTER]
    # What is before a comma was read as a name, and may be the beginning of a title.
    goes_on = atoms[run.last].mark_after in (":", "-", " ", ",")
    for last in sorted({*places, run.last - 1} if goes_on else places):
        names = inlines[atoms[last].block].names(start, stop=atoms[last].end)
        if names is not None and names.end >= atoms[last].end - 1 and names.start - start <= 3:
            yield _run(names, run.first, last, "read, cut short")


def _may_end(atoms: Sequence[Atom], number: int) -> bool:
    """Return whether names may end with an atom, since more than a comma is after it."""
    atom, following = atoms[number], atoms[number + 1]
    return atom.units != following.units or atom.mark_after not in (",", ";", " ")


def _filed(atoms: Sequence[Atom], text: str, number: int, start: int) -> Iterator[NamesRun]:
    """Return one person with the family name first: "Berg, A. B. (2020)", "Berg, Ada, et al."."""
    found = _FILED.match(text, start)
    last = number
    while found and last + 1 < len(atoms) and atoms[last + 1].start < found.end("given"):
        last += _in_block(atoms, number, last + 1) or len(atoms)
    if found and number < last < len(atoms) and is_name(found["family"], single=True):
        name = read_name(f"{found['given']} {found['family']}")
        yield NamesRun((name,), bool(found["others"]), number, last, "family name first")


def _run(names: NameList, first: int, last: int, shape: str) -> NamesRun:
    return NamesRun(names.names, names.others, first, last, shape)


def _begins_before(atom: Atom, block: int, end: int) -> bool:
    return atom.block == block and atom.start < end


def _is_beside(rest: str) -> bool:
    return sort_of(rest) in (Sort.DATE, Sort.VENUE, Sort.ID) or are_places(f"— {rest}")


def _surnames(text: str) -> _Person | None:
    """Read an atom that is one family name, also with initials behind it, two names, or a team."""
    if _LONG_WORD.search(text):
        return None
    if filed := INITIALED.fullmatch(text.strip("*_ ") + "."):
        initials = " ".join(f"{letter}." for letter in filed["initials"] if letter != ".")
        return _Person((read_name(f"{initials} {filed['family']}"),))
    if is_team(text) and text[:1].isupper() and len(text.split()) <= _MOST_OF_TEAM:
        return _Person((Group(text),))
    if _SURNAME.fullmatch(text) and is_name(text, single=True):
        known = text.casefold() in ORGANISATIONS
        plain = not is_title_word(text) and not text.isupper() and not known
        return _Person((read_name(text),), full=False) if plain else None
    joined, end = joined_surnames(text)
    if joined and end >= len(text):
        return _Person(tuple(map(read_name, joined)), full=False)
    return None


def _elided(atoms: Sequence[Atom], text: str, number: int, start: int) -> Iterator[NamesRun]:
    """Return family names that open an entry, and the name before "et al." in an atom."""
    atom = atoms[number]
    surnames, end = opening_surnames(text, start)
    if surnames and atom.sort is not Sort.VENUE:
        last = number
        while last + 1 < len(atoms) and _begins_before(atoms[last + 1], atom.block, end):
            last += 1
        others = bool(_OTHERS.match(text, end)) or "et al" in text[start:end]
        names = tuple(map(read_name, surnames))
        yield NamesRun(names, others, number, last, "family names before a year")
    elided = _ELIDED.search(text, start, min(len(text), atom.end + 8))
    if elided and elided.start("name") < atom.end and is_name(elided["name"], single=True):
        rest = text[elided.end() : atom.end].strip(MARKS)
        whole = elided.start("name") <= start + 1 and (not rest or is_venue_or_date(rest))
        shape = "before et al." if whole else "in a sentence"
        initials = (elided["initials"] or "").strip(" ,")
        names = (read_name(f"{initials} {elided['name']}".strip()),)
        yield NamesRun(names, others=True, first=number, last=number, shape=shape)


def _linked(atoms: Sequence[Atom], number: int) -> Iterator[NamesRun]:
    """Return the family names that open a link and have a year behind: "[Berg, Fei & Far 2019]"."""
    linked = atoms[number].linked
    before = atoms[number - 1].linked if number else None
    if linked is None or linked is before:
        return
    last = number
    while last + 1 < len(atoms) and atoms[last + 1].linked is linked:
        last += 1
    for names, start, _ in surnames_with_year(linked.text):
        if start == 0:
            people = tuple(map(read_name, names))
            yield NamesRun(people, others=False, first=number, last=last, shape="family names")


def _said(atoms: Sequence[Atom], inlines: Mapping[int, Inline], number: int) -> Iterator[NamesRun]:
    """Return the names that begin in a sentence: "the rule of Berg, A., Fei, B. (2024)"."""
    atom, inline = atoms[number], inlines[atoms[number].block]
    said = [match.end() for match in _SAYS.finditer(inline.text, atom.start, atom.end)][-1:]
    for start in said:
        names = inline.names(start)
        if names is None or names.start - start > 3 or not are_authors(names):
            continue
        last = number
        while last + 1 < len(atoms) and _begins_before(atoms[last + 1], atom.block, names.end):
            last += 1
        if not inline.text[names.end : atoms[last].end].strip(MARKS):
            yield _run(names, number, last, "after a word of a sentence")


def _rows(
    atoms: Sequence[Atom], people: Sequence[_Person | None], inlines: Mapping[int, Inline]
) -> Iterator[NamesRun]:
    """Return the people in a row: links with one name each, family names alone."""
    first = 0
    while first < len(atoms):
        if people[first] is None:
            first += 1
            continue
        row = _row(atoms, people, first, inlines)
        last = row[-1]
        held = [person for n in row if (person := people[n]) is not None]
        names = tuple(name for person in held for name in person.names)
        others = any(person.others for person in held)
        text = inlines[atoms[last].block].text
        others = others or bool(_OTHERS.match(text, atoms[last].end))
        full = sum(person.full for person in held)
        if not full and len(row) == len(names) == 2 and atoms[first].mark_after == ",":
            filed = read_name(f"{names[1].name} {names[0].name}")
            yield NamesRun((filed,), others, first, last, "family name first")
        shape = "a row" if full == len(held) else "a mixed row" if full else "family names"
        yield NamesRun(names, others, first, last, shape)
        yield from _parts_of_row(atoms, people, row, others)
        first = last + 1


def _parts_of_row(
    atoms: Sequence[Atom], people: Sequence[_Person | None], row: Sequence[int], others: bool
) -> Iterator[NamesRun]:
    """Return both parts of a row that is cut: where its marks change, and before its last person.

    "Orientalism, Said", "Ada Berg, Example Research"
    """
    for cut in sorted({_cut_row(atoms, row), len(row) - 1} - {0}):
        for part, shape in ((row[:cut], "a row, cut short"), (row[cut:], "the end of a row")):
            own = tuple(name for n in part if (held := people[n]) for name in held.names)
            elided = others and part[-1] == row[-1]
            yield NamesRun(own, elided, part[0], part[-1], shape)


def _row(
    atoms: Sequence[Atom],
    people: Sequence[_Person | None],
    first: int,
    inlines: Mapping[int, Inline],
) -> list[int]:
    row = [first]
    while True:
        last, following = row[-1], row[-1] + 1
        if _is_place(atoms, people, following):
            following += 1
        if following >= len(atoms) or people[following] is None:
            return row
        if atoms[following].block != atoms[last].block:
            return row
        between = inlines[atoms[last].block].text[atoms[last].end : atoms[following].start]
        if following == last + 1 and not _BETWEEN.fullmatch(between):
            return row
        row.append(following)


def _cut_row(atoms: Sequence[Atom], row: Sequence[int]) -> int:
    """Return how many of a row are before a venue, another line or what is marked, or 0."""
    for place in range(1, len(row)):
        before, own = atoms[row[place - 1]], atoms[row[place]]
        marked = place + 1 == len(row) and own.unit not in (0, before.unit)
        if own.sort is Sort.VENUE or before.mark_after == "line" or marked:
            return place
    return 0


def _is_place(atoms: Sequence[Atom], people: Sequence[_Person | None], number: int) -> bool:
    """Return whether an atom in brackets is where a person works: "Ada Berg (MIT), Bo Fei"."""
    if number + 1 >= len(atoms) or people[number + 1] is None:
        return False
    atom = atoms[number]
    if people[number] is not None and atom.units == atoms[number + 1].units:
        return False
    short = len(atom.text.split()) < 5 and atom.sort is not Sort.DATE
    return atom.style is Style.BRACKET and short

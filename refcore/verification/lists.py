"""How far a record counts: whether its order does, whether its list is whole.

Each source errs in its own way; the rules below say how.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

import attrs

from refcore.compare import (
    AuthorComparison,
    DifferenceKind,
    ListVerdict,
    compare_authors,
)
from refcore.compare.authors import lacks_a_pair
from refcore.compare.groups import core, on_behalf, same_group
from refcore.compare.kinds import AGREEING, MOVED
from refcore.compare.parsed import parse
from refcore.compare.persons import same_person
from refcore.compare.titles import title_words
from refcore.compare.titles.changes import KINDS_OF_TEXT
from refcore.compare.units import may_be_acronym
from refcore.errors import InvalidName
from refcore.model.identifiers import Doi
from refcore.model.people import Authors, Group, Name, Person
from refcore.model.reference import Reference
from refcore.names import read_name
from refcore.names.elisions import others_of
from refcore.names.groups import is_team, looks_like_group
from refcore.records.record import Record, RecordAuthor
from refcore.sources.registry import trust_of
from refcore.text.halves import REPLACEMENT
from refcore.text.patterns import regex

__all__ = [
    "SORTED_PREFIXES",
    "Compared",
    "ComparedLists",
    "claimed_by",
    "compare_list",
    "compare_people",
    "compared_with",
    "is_open_to_another",
    "listed_in",
    "people_of",
]

# Registrants whose deposits list authors sorted by family name.
# Source: measured on 31 of 31 deposits of NeurIPS proceedings at Crossref.
SORTED_PREFIXES = frozenset({"10.52202"})
# So many names in order of the alphabet are not an accident.
_LEAST_SORTED = 4
_LEAST_SWAPPED = 2


@attrs.frozen
class Compared:
    """How a list compares with a record, and which differences are not evidence.

    `order` says why the order was not checked, `gap` what the record does not say of what was
    claimed. `stands_for` says that the reference names a group in place of the work's people.
    `role` says whose names were compared: those of the authors or the editors.
    """

    comparison: AuthorComparison | None
    order: str = ""
    gap: str = ""
    stands_for: str = ""
    doubt: str = ""
    role: str = "authors"


class ComparedLists:
    """One claimed author list, and its comparisons with others, each made once.

    Several records of one work have the same names.
    """

    def __init__(self, claimed: Authors) -> None:
        self.claimed = claimed
        self._found: dict[tuple[str, ...], AuthorComparison] = {}

    def beside(self, names: tuple[str, ...]) -> AuthorComparison:
        """Return the comparison with the names that a record lists."""
        found = self._found.get(names)
        if found is None:
            found = self._found[names] = compare_authors(self.claimed, names)
        return found

    def agrees(self, names: tuple[str, ...]) -> bool:
        """Return whether the names that a record lists do not contradict the claimed ones."""
        found = self._found.get(names)
        if found is None:
            # The differences of a list matter only for the likeliest work.
            equal = tuple(map(str, self.claimed.names)) == names
            if not equal and lacks_a_pair(self.claimed, names):
                return False
            found = self.beside(names)
        return found.is_right


def listed_in(record: Record) -> Sequence[str] | Authors:
    """Return the author list of a record for comparison, in name parts if they are stated."""
    if any(author.has_parts for author in record.authors):
        return record.author_list
    return record.names


def people_of(reference: Reference) -> Authors:
    """Return the people by whom a work is cited: its authors, or the editors of a book.

    >>> from refcore.model.people import Person
    >>> editors = Authors([Person("Ada", "Byron")])
    >>> len(people_of(Reference("a", "book", names={"editor": editors})))
    1
    """
    is_edited = not reference.authors and reference.type == "book"
    return reference.editors if is_edited else reference.authors


def names_nobody(reference: Reference) -> bool:
    """Return whether all authors are "Anonymous", as of a paper under review.

    >>> from refcore.model.people import Group
    >>> names_nobody(Reference("a", authors=Authors([Group("Anonymous")])))
    True
    """
    names = reference.authors.names
    return bool(names) and all(_NAMELESS.fullmatch(name.name) for name in names)


_NAMELESS: Final = regex(r"anon(?:ymous|\.)?", re.IGNORECASE)


def compare_people(
    reference: Reference, claimed: Sequence[str] | Authors, record: Record, lists: ComparedLists
) -> Compared:
    """Compare what is claimed of a reference's people with a record, as `compare_list` does.

    Editors are compared with editors. A record that names authors only can confirm them, as some
    sources have the editors of a book there, but it does not contradict them.
    """
    if names_nobody(reference):
        return Compared(None, doubt="the reference names nobody: 'Anonymous'")
    if reference.authors or not reference.editors or claimed != reference.editors:
        return _beside_translators(reference, record, compare_list(claimed, record, lists))
    if stated := record.roles.get("editor"):
        found = compare_list(claimed, record.evolve(authors=stated))
        return attrs.evolve(found, role="editors")
    found = compare_list(claimed, record)
    if found.comparison is not None and found.comparison.is_right:
        return attrs.evolve(found, role="editors")
    named = "names authors, and no editors" if record.authors else "names no editors"
    return Compared(None, gap=named, role="editors")


def _beside_translators(reference: Reference, record: Record, found: Compared) -> Compared:
    """Return the comparison, with a gap if the record lists a book's translators as authors."""
    translators = reference.names.get("translator")
    if not translators or found.comparison is None or not found.comparison.is_wrong or found.gap:
        return found
    both = Authors([*reference.authors.names, *translators.names])
    lists = (translators, both)
    if any(compare_authors(names, listed_in(record)).is_right for names in lists):
        return attrs.evolve(found, gap="lists translators as authors")
    return found


def compare_editors(reference: Reference, record: Record) -> AuthorComparison | None:
    """Compare the editors of the book around a chapter, if both sides name authors and editors.

    A record may name the editors of a series as well, so that fewer are no difference.
    """
    stated = record.roles.get("editor", ())
    if not (reference.authors and reference.editors and record.authors and stated):
        return None
    return compared_with(reference.editors, record.evolve(authors=stated))


def claimed_by(reference: Reference, record: Record) -> Authors:
    """Return the author list of a reference, with its collaboration where that can be compared.

    INSPIRE names a collaboration in a field of its own, beside the first of its people. A record
    that names the collaboration alone says nothing of these; one that names another collaboration
    contradicts the field.
    """
    name = reference.extra.get("collaboration", "").strip("{} ")
    if not name or not record.author_list:
        return people_of(reference)
    if record.author_list.people and not _is_of_others(name, record):
        return people_of(reference)
    group = Group(name if is_team(name) else f"{name} Collaboration")
    others = reference.authors.others or True
    return Authors([group, *reference.authors.names], others)


def _is_of_others(collaboration: str, record: Record) -> bool:
    """Return whether a record names collaborations, and none of those that are claimed."""
    stated = [group.name for group in record.author_list.groups if is_team(group.name)]
    claimed = [name.strip() for name in _AMONG.split(collaboration) if name.strip()]
    if not stated or any(_names_group(record, name) for name in claimed):
        return False
    return not any(same_group(one, other) for one in claimed for other in stated)


_AMONG: Final = regex(r"[,;&/]| and ")


def compared_with(
    claimed: Sequence[str] | Authors, record: Record, lists: ComparedLists | None = None
) -> AuthorComparison:
    """Compare a list with that of a record, name by name."""
    listed = listed_in(record)
    if lists is not None and lists.claimed is claimed and not isinstance(listed, Authors):
        return lists.beside(tuple(listed))
    return compare_authors(claimed, listed)


def compare_list(
    claimed: Sequence[str] | Authors, record: Record, lists: ComparedLists | None = None
) -> Compared:
    """Compare a list with a record as far as the record is evidence.

    Order counts only from a source that keeps it, and not where the record is sorted. A
    record with one author of many, or one that calls itself incomplete, shows no invention.
    `lists` remembers what was compared with the same claimed list.
    """
    if not record.authors:  # of a book, the editors
        editors = record.roles.get("editor", ())
        if not claimed or record.type != "book" or not editors:
            return Compared(None, gap="names no authors") if claimed else Compared(None)
        record = record.evolve(authors=editors)
    comparison = compared_with(claimed, record, lists)
    # A list that agrees was compared with names, even if the record's are not read as people.
    agrees = comparison.actual_count and comparison.is_right
    if not agrees and not record.author_list:
        return Compared(None, gap="names no authors") if claimed else Compared(None)
    if comparison.verdict is ListVerdict.NOT_COMPARED:
        return Compared(comparison, gap="writes names in another script")
    if not comparison.is_wrong:
        if (
            gap := _beyond(comparison)
            or _unsaid(record, comparison)
            or _unnamed(record, comparison)
        ):
            return Compared(comparison, gap=gap)
        is_sorted = _is_sorted_deposit(record)
        return Compared(comparison, order=_why_order_is_open(record) if is_sorted else "")
    mended = (
        _with_names_mended(claimed, record)
        or _with_names_once(claimed, record)
        or _with_parts_swapped(claimed, record, comparison)
    )
    return Compared(mended) if mended is not None else _contradicted(claimed, record, comparison)


def _beyond(comparison: AuthorComparison) -> str:
    """Say which names were compared with none, as the record says that it leaves out people.

    >>> _beyond(compare_authors(["Bo Fei", "Al Li"], ["Bo Fei", "et al."]))
    'leaves out people; Al Li may be among them or not'
    """
    left = DifferenceKind.TRUNCATED
    names = [one.claimed for one in comparison.differences if one.kind is left and one.claimed]
    if not names:
        return ""
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"leaves out people; {names[0]}{more} may be among them or not"


def _unsaid(record: Record, comparison: AuthorComparison) -> str:
    """Say that a record leaves out people and the list that agrees with it does not."""
    is_whole = comparison.verdict is not ListVerdict.TRUNCATED_OK
    return "leaves out people" if is_whole and others_of(record.names) else ""


def _unnamed(record: Record, comparison: AuthorComparison) -> str:
    """Say that a record names the people who are claimed, and not the group beside them.

    "On behalf of the Moss Group" names no author.
    """
    extra = [one for one in comparison.differences if one.kind is DifferenceKind.GROUP_EXTRA]
    names = [one.claimed for one in extra if not on_behalf(one.claimed)]
    unknown = next((name for name in names if core(name) and not _names_group(record, name)), "")
    return f"names the people, and not the group {unknown}" if unknown else ""


def _contradicted(
    claimed: Sequence[str] | Authors, record: Record, comparison: AuthorComparison
) -> Compared:
    """Return a comparison that contradicts, with what of the record is no evidence."""
    reason = _why_order_is_open(record)
    if reason:
        moved = any(one.kind in MOVED for one in comparison.differences)
        comparison = _in_claimed_order(claimed, record)
        if not comparison.is_wrong:
            return Compared(comparison, order=reason)
        reason = reason if moved or _is_sorted_deposit(record) else ""
    group = _lone_group(claimed)
    if group and len(record.names) == 1 and same_group(group, record.names[0]):
        listed = Authors([Group(record.names[0])])
        return Compared(compare_authors(Authors([Group(group)]), listed))
    if group and len(record.names) == 1 and may_be_acronym(group, record.names[0]):
        return Compared(comparison, gap=f"names {record.names[0]}, which {group} may stand for")
    if group and not record.author_list.groups and core(group):
        return _beside_people(group, record, comparison)
    if found := _for_the_rest(claimed, record, comparison):
        return found
    if gap := _gap(claimed, record, comparison):
        return Compared(comparison, gap=gap)
    return Compared(comparison, order=reason)


def _beside_people(group: str, record: Record, comparison: AuthorComparison) -> Compared:
    """Compare a lone group with a record that lists people."""
    people = _people(len(record.author_list.people))
    if _names_group(record, group):
        return Compared(None, stands_for=f"the group {group} takes the place of the {people}")
    return Compared(comparison, gap=f"names {people}, and not the group {group}")


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _for_the_rest(
    claimed: Sequence[str] | Authors, record: Record, comparison: AuthorComparison
) -> Compared | None:
    """Compare a list that has the first people of a record, and a group in place of the others.

    "Aad, G. and ATLAS Collaboration" is the way to cite the papers of a collaboration. Any group
    can take the place of many people; a few may be authors that the list lacks.
    """
    is_cut = comparison.verdict is ListVerdict.MISSING_AUTHORS
    if not (is_cut and isinstance(claimed, Authors) and claimed.groups and claimed.people):
        return None
    left = len(record.author_list.people) - len(claimed.people)
    named = [group.name for group in claimed.groups]
    if left < _MANY_LEFT and not all(map(_COLLABORATION.search, named)):
        return None
    first = compare_authors(Authors(claimed.names, others=True), listed_in(record))
    if first.is_wrong:
        return None
    known = [group.name for group in record.author_list.groups]
    for name in named:
        if not (any(same_group(name, one) for one in known) or _names_group(record, name)):
            gap = f"names {_people(left)} more, and not the group {name}"
            return Compared(comparison, gap=gap)
    whom = f"the other {_people(left)}" if left > 1 else "the other person"
    verb = "takes" if len(named) == 1 else "take"
    groups = f"the group{'s' if len(named) > 1 else ''} {' and '.join(named)}"
    return Compared(first, stands_for=f"{groups} {verb} the place of {whom}")


_MANY_LEFT: Final = 10
_COLLABORATION: Final = regex(r"\bcollab|\bteams?\b", re.IGNORECASE)


def _differs_in_one_name(comparison: AuthorComparison) -> bool:
    """Return whether one name contradicts in a list that agrees otherwise."""
    breaking = [one for one in comparison.differences if one.is_breaking]
    kinds = {one.kind for one in breaking}
    exchanged = len(breaking) == 2 and kinds == {DifferenceKind.EXTRA, DifferenceKind.MISSING}
    agreeing = any(pair.kind in AGREEING for pair in comparison.pairs)
    return agreeing and (exchanged or (len(breaking) == 1 and kinds <= _ONE))


def is_open_to_another(comparison: AuthorComparison | None) -> bool:
    """Return whether another maker's record can settle a list that a record contradicts.

    One name may be the record's error, and names after the record's own may be those that it lacks.
    """
    if comparison is None:
        return False
    return _differs_in_one_name(comparison) or _has_more_names(comparison)


def _has_more_names(comparison: AuthorComparison) -> bool:
    """Return whether all that contradicts is people whom the record does not list."""
    breaking = [one for one in comparison.differences if one.is_breaking]
    agreeing = any(pair.kind in AGREEING for pair in comparison.pairs)
    return agreeing and all(one.kind is DifferenceKind.EXTRA for one in breaking)


# Differences of one author only; a place in the list concerns others too.
_ONE = frozenset(
    {
        DifferenceKind.MISSPELLED,
        DifferenceKind.DIFFERENT_GIVEN_NAME,
        DifferenceKind.DIFFERENT_FAMILY_NAME,
        DifferenceKind.DIFFERENT_SUFFIX,
        DifferenceKind.OTHER_PERSON,
        DifferenceKind.EXTRA,
        DifferenceKind.MISSING,
    }
)
# Each of these, except a suffix, is about one person of one list.
_ONE_NAME = _ONE - {DifferenceKind.DIFFERENT_SUFFIX}


def _is_sorted_deposit(record: Record) -> bool:
    prefix = record.id.name.partition("/")[0] if isinstance(record.id, Doi) else ""
    return prefix in SORTED_PREFIXES and record.source in ("crossref", "openalex")


def _why_order_is_open(record: Record) -> str:
    if _is_sorted_deposit(record) or not trust_of(record.source).keeps_order:
        return "the record is sorted by name"
    people = record.author_list.people
    if len(people) >= _LEAST_SORTED and all(one <= two for one, two in pairwise(map(_key, people))):
        return "the record is sorted by name"
    return ""


def _key(person: Person) -> str:
    plain = unicodedata.normalize("NFKD", f"{person.family} {person.given}".casefold())
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ")


def _can_be(claimed: str, actual: str) -> bool:
    """Return whether two names can be one person's.

    >>> _can_be("Bo Fei", "B. Fei"), _can_be("Bo Fei", "Fei")
    (True, False)
    """
    return same_person(parse(claimed), parse(actual)) is not None


def _names(listed: Sequence[str] | Authors) -> list[str]:
    return [one if isinstance(one, str) else one.name for one in listed]


def _with_names_mended(claimed: Sequence[str] | Authors, record: Record) -> AuthorComparison | None:
    """Compare with a record whose names a source has garbled, each as it was meant.

    Letters may be lost, and a person may be filed as an organisation.
    """
    read = (read_name(one) if isinstance(one, str) else one for one in claimed if one)
    ours = {one.name: one for one in read}
    entries = [author for author in record.authors if not author.is_mark]
    if len(entries) != len(record.author_list):
        return None
    listed = list(record.author_list)
    meant = [_meant(entry, name, ours) for entry, name in zip(entries, listed, strict=True)]
    if meant == listed:
        return None
    comparison = compare_authors(claimed, Authors(meant))
    return comparison if comparison.is_right else None


def _with_names_once(claimed: Sequence[str] | Authors, record: Record) -> AuthorComparison | None:
    """Compare with a record that lists a person twice, each person once."""
    listed = list(record.author_list)
    once = list(dict.fromkeys(listed))
    half = len(listed) // 2
    if len(once) == len(listed) and half and half * 2 == len(listed):
        # The second time with initials: "Ada Berg, Bo Fei, A. Berg, B. Fei".
        again = zip(listed[:half], listed[half:], strict=True)
        once = listed[:half] if all(_can_be(one.name, two.name) for one, two in again) else listed
    if len(once) == len(listed):
        return None
    comparison = compare_authors(claimed, Authors(once))
    return comparison if comparison.is_right else None


def _meant(entry: RecordAuthor, name: Name, ours: Mapping[str, Name]) -> Name:
    """Return a name of a record as it was meant, as far as its letters show."""
    if REPLACEMENT in entry.name:
        pattern = re.escape(entry.name).replace(REPLACEMENT, r"\w{1,3}")
        return next((one for said, one in ours.items() if re.fullmatch(pattern, said)), name)
    if entry.name in ours:
        return ours[entry.name]
    if isinstance(name, Group) and not looks_like_group(name.name):
        person = read_name(name.name)
        return person if isinstance(person, Person) and person.given else name
    return name


def _with_parts_swapped(
    claimed: Sequence[str] | Authors, record: Record, comparison: AuthorComparison
) -> AuthorComparison | None:
    """Compare with a record that has given and family names in each other's place.

    All of its names must be swapped, as one name proves nothing. `comparison` is the one with the
    record as it is: a name that is identical there shows that its parts are in place.
    """
    if any(pair.kind is DifferenceKind.SAME for pair in comparison.pairs):
        return None
    people = record.author_list.people
    if len(people) < _LEAST_SWAPPED or len(people) != len(record.author_list):
        return None
    if not all(person.given and person.family for person in people):
        return None
    swapped = Authors([Person(person.family, person.given) for person in people])
    if not _may_all_agree(claimed, swapped.people, comparison):
        return None
    comparison = compare_authors(claimed, swapped)
    return comparison if comparison.is_right else None


def _may_all_agree(
    claimed: Sequence[str] | Authors, people: Sequence[Person], comparison: AuthorComparison
) -> bool:
    """Return whether a name that `comparison` calls wrong could be one of these people's.

    The first such name decides, as one wrong name makes a list wrong.
    """
    wrong = next((one for one in comparison.pairs if one.kind in _ONE_NAME), None)
    if wrong is None:
        return True
    if wrong.kind is not DifferenceKind.MISSING:
        return any(_can_be(wrong.claimed, one.name) for one in people)
    actual = wrong.actual_position
    if comparison.others is not False or actual is None or actual > len(people):
        return True
    person = people[actual - 1].name
    return any(_can_be(name, person) for name in _names(claimed))


def _in_claimed_order(claimed: Sequence[str] | Authors, record: Record) -> AuthorComparison:
    """Compare with the record's names in the order claimed, so that no place differs.

    A name that is none of the record's is compared with the one that it is most like.
    """
    left: list[Name] = list(record.author_list)
    places: list[Name | None] = []
    for name in _names(claimed):
        same = next((one for one in left if _can_be(name, one.name)), None)
        places.append(same)
        if same is not None:
            left.remove(same)
    for at, name in enumerate(_names(claimed)):
        if places[at] is None and (near := _nearest(name, left)) is not None:
            places[at] = near
            left.remove(near)
    turned = [one for one in places if one is not None]
    return compare_authors(claimed, Authors([*turned, *left]))


def _nearest(name: str, among: Sequence[Name]) -> Name | None:
    from rapidfuzz.distance import Indel

    rated = [(Indel.normalized_similarity(name, one.name), at) for at, one in enumerate(among)]
    likeness, at = max(rated, default=(0.0, 0))
    return among[at] if likeness > _LIKE else None


_LIKE: Final = 0.6


def _lone_group(claimed: Sequence[str] | Authors) -> str:
    """Return the group that is claimed alone, if it can take the place of the people of a work."""
    if len(claimed) != 1 or not _is_group(claimed[0]):
        return ""
    name = _names(claimed)[0].strip("{}[] ")
    return "" if _NOBODY.search(name) or not set(core(name)) - _ANYBODY else name


# A placeholder names nobody; these words are not a group's own.
_NOBODY: Final = regex(r"\d+ authors?|anonym|unknown|\bn\.?\s?a\b|arxiv|et al", re.IGNORECASE)
_ANYBODY: Final = frozenset("authors author research team the group collaboration".split())


def _names_group(record: Record, group: str) -> bool:
    """Return whether a record's title, collaborations or affiliations have a group's words."""
    places = [place for author in record.authors for place in author.affiliations]
    named = record.details.get("collaborations", "").split("; ")
    for text in (record.title, *named, *places):
        words = title_words(text)
        if all(any(_is_named(word, own) for word in words) for own in core(group)):
            return True
    return _MAKERS.get(_model_of(record.title), "") in core(group)


def _model_of(title: str) -> str:
    """Return the model whose report or card has this title, or "".

    Other people name a model in a longer title, or call their own model after it.

    >>> _model_of("GPT-4 Technical Report"), _model_of("The Llama 3 Herd of Models")
    ('gpt', 'llama')
    >>> _model_of("Gemini: A Family of Multimodal Models"), _model_of("Qwen2.5-VL Technical Report")
    ('gemini', 'qwen')
    >>> _model_of("GPT Models in Building"), _model_of("GPT-NeoX-20B: A Language Model")
    ('', '')
    >>> _model_of("GPT-4: A Review of Models"), _model_of("Llama 3: Models in Medicine")
    ('', '')
    """
    named, _, about = title.partition(":")
    words = [word for word in title_words(named) if word not in ("the", "introducing")]
    first = words[0].rstrip("0123456789.") if words else ""
    # Versions and sizes have a digit: "Llama 3", "GPT-4o", "Nemotron-4 340B".
    rest = [word for word in words[1:] if not any(map(str.isdigit, word))]
    if rest:
        is_report = _OF_REPORTS.issuperset(rest) and not _OF_MODELS.isdisjoint(rest)
    else:
        said = title_words(about)
        is_report = bool(said) and said[-1] in _OF_MODELS and KINDS_OF_TEXT.isdisjoint(said)
    return first if first in _MAKERS and is_report else ""


# Who makes a model whose name is not that of its maker.
_MAKERS: Final = {
    "command": "cohere",
    "ernie": "baidu",
    "gemini": "google",
    "gemma": "google",
    "gpt": "openai",
    "grok": "xai",
    "hunyuan": "tencent",
    "kimi": "moonshot",
    "llama": "meta",
    "mixtral": "mistral",
    "nemotron": "nvidia",
    "palm": "google",
    "phi": "microsoft",
    "qwen": "alibaba",
    "sora": "openai",
}
_OF_MODELS: Final = frozenset("card family model models report".split())
# Words of the titles of their reports, and what a model is for.
_OF_REPORTS: Final = _OF_MODELS | frozenset(
    "audio coder herd math of omni system technical vision vl".split()
)


def _is_named(word: str, own: str) -> bool:
    """Return whether a word is a group's own, or its model's: Qwen2 is of the Qwen Team.

    >>> _is_named("qwen2", "qwen"), _is_named("qwertz", "qwen")
    (True, False)
    """
    return word == own or (len(own) > 2 and word.startswith(own) and word[len(own) :].isdigit())


def _gap(claimed: Sequence[str] | Authors, record: Record, comparison: AuthorComparison) -> str:
    """Say what a record leaves open about a list that it seems to contradict."""
    actual, listed = list(record.author_list), _names(claimed)
    if not record.author_list.people and any(not _is_group(one) for one in claimed):
        return "names a group only"
    if _in_other_scripts(comparison):
        return "writes the names in another script"
    if gap := _of_editors(claimed, record):
        return gap
    is_mixed = trust_of(record.source).mixes_roles
    if is_mixed and comparison.verdict is ListVerdict.MISSING_AUTHORS:
        return "may list editors and translators as authors"
    begins = len(listed) > len(actual) and all(
        _may_be(name, one) for name, one in zip(listed, actual, strict=False)
    )
    is_cut = not trust_of(record.source).is_whole and len(listed) >= _CUT * len(actual)
    if begins and len(actual) == 1 and is_cut:
        return "names the first author only"
    if begins and (record.is_partial or is_cut):
        return f"names the first {len(actual)} authors only"
    if comparison.verdict in (ListVerdict.WRONG, ListVerdict.MISSING_AUTHORS) and _is_initial(
        listed, actual
    ):
        return "gives an initial where another given name is claimed"
    return ""


# A record with half of the names claimed was cut; one or two more names may be inventions.
_CUT: Final = 2


def _of_editors(claimed: Sequence[str] | Authors, record: Record) -> str:
    """Say whether a record of a part of a book lists the book's editors as authors."""
    editors = {one.name for one in record.roles.get("editor", ())}
    if not editors or record.type == "book":
        return ""
    others = [author for author in record.authors if author.name not in editors]
    if not others:
        return "lists its editors as authors"
    if len(others) == len(record.authors):
        return ""
    found = compare_authors(claimed, record.evolve(authors=others).author_list)
    return "lists editors among the authors" if found.is_right else ""


def _is_group(name: str | Name) -> bool:
    try:
        return isinstance(read_name(name) if isinstance(name, str) else name, Group)
    except InvalidName:
        return False


def _may_be(name: str, one: Name) -> bool:
    """Return whether a name can be that of a record, which may have the family name alone.

    >>> _may_be("Bo Fei", Person("", "Fei")), _may_be("Bo Fei", Person("Al", "Fei"))
    (True, False)
    """
    if _can_be(name, one.name):
        return True
    family = one.family if isinstance(one, Person) and not one.given else ""
    return bool(family) and name.casefold().endswith(family.casefold())


def _in_other_scripts(comparison: AuthorComparison) -> bool:
    """Return whether all names that differ are in Latin letters in one list only.

    Foreign names have more spellings in Cyrillic and Greek than a comparison reads.
    """
    wrong = [pair for pair in comparison.pairs if pair.is_breaking]
    return bool(wrong) and all(
        pair.kind not in MOVED
        and pair.claimed
        and pair.actual
        and _is_latin(pair.claimed) is not _is_latin(pair.actual)
        for pair in wrong
    )


def _is_latin(name: str) -> bool:
    """Return whether most letters of a name are Latin.

    >>> _is_latin("Łódź"), _is_latin("Чехов")
    (True, False)
    """
    if name.isascii():
        return any(map(str.isalpha, name))
    letters = [letter for letter in name if letter.isalpha()]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return latin * 2 > len(letters)


def _is_initial(listed: Sequence[str], actual: Sequence[Name]) -> bool:
    """Return whether the lists differ by one person of whom the record has an initial only."""
    if len(listed) != len(actual) or not any(map(_has_initial, actual)):
        return False
    differing = [
        (name, one) for name, one in zip(listed, actual, strict=True) if not _can_be(name, one.name)
    ]
    if len(differing) != 1:
        return False
    name, one = differing[0]
    family = one.family if isinstance(one, Person) else ""
    words = name.replace(".", "").split()
    is_same_family = bool(family) and family.casefold() in name.casefold()
    return _has_initial(one) and is_same_family and all(len(word) > 1 for word in words)


def _has_initial(name: Name) -> bool:
    """Return whether a person has one initial in place of a given name.

    >>> _has_initial(Person("B.", "Fei")), _has_initial(Person("Bo", "Fei"))
    (True, False)
    """
    return isinstance(name, Person) and len(name.given.replace(".", "").strip()) == 1

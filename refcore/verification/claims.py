"""What a note claims about an author list, compared with the record."""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

import attrs

from refcore.compare import DifferenceKind, compare_names
from refcore.model.claims import Claim, ClaimKind
from refcore.model.people import Authors, Person
from refcore.records.record import Record
from refcore.text.patterns import regex
from refcore.verification.labels import name_of, quoted, source_of
from refcore.verification.outcome import ClaimFinding, ClaimVerdict

__all__ = ["check_claims", "inversions"]

TRUE, FALSE, UNCHECKED = ClaimVerdict.TRUE, ClaimVerdict.FALSE, ClaimVerdict.UNCHECKED


def check_claims(
    claims: Iterable[Claim],
    listed: Authors,
    record: Record | None,
    related: Sequence[Record] = (),
) -> tuple[ClaimFinding, ...]:
    """Judge each claim by the record; without one, only what the list itself shows.

    A claim is never called false because a record is missing.
    """
    return tuple(_check(claim, listed, record, related) for claim in claims)


def _check(
    claim: Claim, listed: Authors, record: Record | None, related: Sequence[Record]
) -> ClaimFinding:
    if claim.kind is ClaimKind.NO_PAPER:
        return ClaimFinding(claim, *_no_paper(related))
    if record is None:
        if claim.kind is ClaimKind.ALPHABETICAL and len(listed.people) > 1:
            verdict, reason = _alphabetical(listed.people, claim.text)
            if verdict is FALSE:
                return ClaimFinding(claim, FALSE, f"in the list itself, {reason}")
        return ClaimFinding(claim, UNCHECKED, "there is no record to compare it with")
    verdict, reason = _JUDGES[claim.kind](claim, record)
    return ClaimFinding(claim, verdict, reason)


def _no_paper(related: Sequence[Record]) -> tuple[ClaimVerdict, str]:
    if not related:
        return UNCHECKED, "no record can show that there is no paper"
    papers = ", ".join(f"{name_of(record)} {quoted(record.title)}" for record in related)
    when = f" ({related[0].published})" if related[0].published else ""
    return FALSE, f"outdated: {papers}{when} is about it"


def _judge_order(claim: Claim, record: Record) -> tuple[ClaimVerdict, str]:
    return _alphabetical(record.author_list.people, claim.text)


_READINGS: dict[str, Callable[[Person], str]] = {
    "by given name": lambda person: person.name,
    "by family name": lambda person: f"{person.family} {person.given}",
}
_SAID_ORDERS = {
    "by given name": regex(r"\b(?:first|given|fore)[\s-]?names?\b", re.IGNORECASE),
    "by family name": regex(r"\b(?:last|family|sur)[\s-]?names?\b", re.IGNORECASE),
}


def _alphabetical(people: Sequence[Person], said: str) -> tuple[ClaimVerdict, str]:
    """Judge the order that the claim names, or the one that fits best if it names none."""
    meant = [words for words, pattern in _SAID_ORDERS.items() if pattern.search(said)]
    readings = {words: _READINGS[words] for words in (meant if len(meant) == 1 else _READINGS)}
    found = {words: inversions(people, key) for words, key in readings.items()}
    words, fewest = min(found.items(), key=lambda item: len(item[1]))
    if not fewest:
        return TRUE, f"the {len(people)} people are in order {words}"
    places = "; ".join(
        f"{people[at].name} ({at + 1}) comes before {people[at + 1].name} ({at + 2})"
        for at in fewest[:3]
    )
    if len(fewest) == 1:
        return FALSE, f"{places}; all else is in order {words}"
    more = f" and {len(fewest) - 3} places more" if len(fewest) > 3 else ""
    return FALSE, f"not in order at {len(fewest)} places {words}: {places}{more}"


def inversions(people: Sequence[Person], key: Callable[[Person], str]) -> list[int]:
    """Return the indices after which the order of the folded keys breaks.

    >>> people = [Person("Bo", "Fei"), Person("Bo", "Yang"), Person("Ai", "Li")]
    >>> inversions(people, lambda person: person.name)
    [1]
    """
    keys = [_sort_key(key(person)) for person in people]
    return [at for at in range(len(keys) - 1) if keys[at] > keys[at + 1]]


def _sort_key(name: str) -> list[str]:
    # Word by word, so that "Bo Yang" comes before "Boji Shan".
    """Return the words by which a name is sorted, without accents and hyphens.

    >>> _sort_key("Jean-Éric Fei")
    ['jean', 'eric', 'fei']
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return kept.replace("-", " ").replace(".", " ").split()


def _judge_no_order(claim: Claim, record: Record) -> tuple[ClaimVerdict, str]:
    ordered, reason = _alphabetical(record.author_list.people, claim.text)
    return (FALSE if ordered is TRUE else TRUE), reason


_HOLDS: dict[ClaimKind, Callable[[int, int], bool]] = {
    ClaimKind.MORE_THAN: operator.gt,
    ClaimKind.FEWER_THAN: operator.lt,
    ClaimKind.COUNT: operator.eq,
}


def _judge_number(claim: Claim, record: Record) -> tuple[ClaimVerdict, str]:
    """Judge a number of authors; an exact number may count the groups or leave them out."""
    people, names = len(record.author_list.people), len(record.author_list)
    listed = f"{source_of(record)} lists {people} people"
    if claim.kind is ClaimKind.COUNT and claim.number == names != people:
        return TRUE, f"{listed} and {names - people} group"
    return (TRUE if _HOLDS[claim.kind](people, claim.number or 0) else FALSE), listed


@attrs.frozen
class _Found:
    """The place of a person on arXiv's list, and why it is the person meant."""

    position: int
    words: str


def _find(name: str, record: Record) -> _Found | None:
    variant, source = None, source_of(record)
    for position, person in enumerate(record.author_list.people, 1):
        found = compare_names(name, person.name)
        if found.kind is DifferenceKind.SAME:
            return _Found(position, f"{person.name} is person {position} on {source}'s list")
        if found.kind is DifferenceKind.VARIANT and variant is None:
            same = f"{name} is the same name as {person.name}, person {position} on {source}'s list"
            variant = _Found(position, f"{same}: {found.rule}")
    return variant


def _absent(claim: Claim, record: Record) -> str:
    return f"no one named {claim.name} is on {source_of(record)}'s list"


def _judge_author(claim: Claim, record: Record) -> tuple[ClaimVerdict, str]:
    found = _find(claim.name, record)
    return (TRUE, found.words) if found else (FALSE, _absent(claim, record))


def _judge_no_author(claim: Claim, record: Record) -> tuple[ClaimVerdict, str]:
    found = _find(claim.name, record)
    return (FALSE, found.words) if found else (TRUE, _absent(claim, record))


def _judge_place(claim: Claim, record: Record) -> tuple[ClaimVerdict, str]:
    people = record.author_list.people
    found = _find(claim.name, record)
    if found is None or not people:
        return FALSE, _absent(claim, record)
    is_first = claim.kind is ClaimKind.FIRST_AUTHOR
    place, end = (1, "first") if is_first else (len(people), "last")
    if found.position == place:
        return TRUE, found.words if is_first else f"{found.words}, the last"
    return FALSE, f"{found.words}; the {end} of {len(people)} is {people[place - 1].name}"


def _judge_position(claim: Claim, record: Record) -> tuple[ClaimVerdict, str]:
    """Judge "X is the fifth author", by a count of the people or of all names."""
    found = _find(claim.name, record)
    if found is None:
        return FALSE, _absent(claim, record)
    person = record.author_list.people[found.position - 1]
    among_all = list(record.author_list).index(person) + 1
    if claim.number == among_all != found.position:
        return TRUE, f"{found.words}, and name {among_all} with the groups"
    return (TRUE if claim.number == found.position else FALSE), found.words


def _judge_role(claim: Claim, record: Record) -> tuple[ClaimVerdict, str]:
    """Judge "led by X" or "X is the corresponding author", of which arXiv says nothing."""
    found = _find(claim.name, record)
    if found is not None:
        return UNCHECKED, f"{source_of(record)} names no roles; {found.words}"
    if "author" in claim.text.casefold():
        return FALSE, _absent(claim, record)
    return UNCHECKED, f"{source_of(record)} names no roles; {_absent(claim, record)}"


def _judge_affiliation(claim: Claim, record: Record) -> tuple[ClaimVerdict, str]:
    stated = [author for author in record.authors if author.affiliations]
    if not stated:
        return UNCHECKED, f"{source_of(record)}'s record states no affiliations"
    wanted = claim.name.casefold()
    others = [
        author.name
        for author in stated
        if not any(wanted in affiliation.casefold() for affiliation in author.affiliations)
    ]
    if others:
        return FALSE, f"{source_of(record)} states another affiliation for {', '.join(others[:3])}"
    people = [author for author in record.authors if author.name != ":"]
    if len(stated) < len(people):
        return (
            UNCHECKED,
            f"{source_of(record)} states an affiliation for {len(stated)} of {len(people)} names",
        )
    return TRUE, f"so says {source_of(record)}'s record"


_JUDGES: dict[ClaimKind, Callable[[Claim, Record], tuple[ClaimVerdict, str]]] = {
    ClaimKind.ALPHABETICAL: _judge_order,
    ClaimKind.NOT_ALPHABETICAL: _judge_no_order,
    ClaimKind.MORE_THAN: _judge_number,
    ClaimKind.FEWER_THAN: _judge_number,
    ClaimKind.COUNT: _judge_number,
    ClaimKind.IS_AUTHOR: _judge_author,
    ClaimKind.NOT_AUTHOR: _judge_no_author,
    ClaimKind.FIRST_AUTHOR: _judge_place,
    ClaimKind.LAST_AUTHOR: _judge_place,
    ClaimKind.POSITION: _judge_position,
    ClaimKind.ROLE: _judge_role,
    ClaimKind.AFFILIATION: _judge_affiliation,
}

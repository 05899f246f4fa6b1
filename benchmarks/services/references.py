"""References to the works, some true and some with a planted fault, and the verdicts allowed."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence

import attrs

from benchmarks.services.works import VENUES, Stated, Work, isbn
from refcore.model import ArxivId, Authors, Date, Doi, Reference
from refcore.names import read_author_list
from refcore.verification.outcome import Verdict

__all__ = ["KINDS", "Case", "cases"]

_TRUE = frozenset({Verdict.CONFIRMED, Verdict.CONFIRMED_WITH_VARIANTS})
_FALSE = frozenset({Verdict.CONTRADICTED})
# What may always be said, with a reason.
_OPEN = frozenset({Verdict.UNCHECKED, Verdict.INCOMPLETE})


@attrs.frozen
class Case:
    """A reference, what was done to it, and the verdicts that are right.

    `is_true` says that the reference is right as it is: then nothing else than a confirmation
    or an open verdict may be said of it.
    """

    reference: Reference
    kind: str
    right: frozenset[Verdict]
    is_true: bool

    def allows(self, verdict: Verdict) -> bool:
        """Return whether a verdict is right, or open."""
        return verdict in self.right or verdict in _OPEN


@attrs.frozen
class Kind:
    """What is done to a reference: how often, where it is possible, how, the verdicts allowed."""

    weight: int
    change: Callable[[Work, random.Random], Reference]
    right: frozenset[Verdict] = _TRUE
    is_true: bool = False
    homes: str = "arxiv crossref datacite agency pubmed openlibrary title"
    # How records that do not keep the order, or not the whole list, may be read.
    lenient: frozenset[Verdict] = frozenset()


def _reference(
    work: Work, names: Sequence[str] | None = None, title: str = "", identifier: str = ""
) -> Reference:
    """Return the reference to a work, in some respects another."""
    says = work.says
    authors = read_author_list(work.names if names is None else names)
    found = Reference(
        f"{work.home.replace(' ', '-')}-{work.number}",
        "article-journal",
        title or says.title,
        authors,
        issued=Date.of(says.year),
        fields={"container-title": says.venue},
    )
    return _identified(found, work, identifier or work.id)


def _identified(reference: Reference, work: Work, identifier: str) -> Reference:
    if work.home == "arxiv":
        return reference.evolve(arxiv=ArxivId.parse(identifier), type="article", fields={})
    if work.home in ("crossref", "datacite", "agency"):
        return reference.evolve(doi=Doi(identifier))
    if work.home == "pubmed":
        return reference.evolve(fields={**reference.fields, "PMID": identifier})
    if work.home == "openlibrary":
        return reference.evolve(type="book", fields={"ISBN": identifier})
    return reference


def _right(work: Work, _: random.Random) -> Reference:
    return _reference(work)


def _initials(work: Work, _: random.Random) -> Reference:
    return _reference(work, [f"{given[0]}. {family}" for given, family in work.says.people])


def _and_others(work: Work, _: random.Random) -> Reference:
    found = _reference(work)
    return found.evolve(authors=Authors(found.authors.names[:1], others=True))


def _upper(work: Work, _: random.Random) -> Reference:
    return _reference(work, title=work.says.title.upper())


def _swapped(work: Work, _: random.Random) -> Reference:
    names = work.names
    names[0], names[-1] = names[-1], names[0]
    return _reference(work, names)


def _dropped(work: Work, chance: random.Random) -> Reference:
    names = work.names
    del names[chance.randrange(len(names))]
    return _reference(work, names)


def _invented(work: Work, chance: random.Random) -> Reference:
    names = work.names
    names.insert(chance.randrange(len(names)), "Igor Nobody")
    return _reference(work, names)


def _misspelt(work: Work, chance: random.Random) -> Reference:
    names = work.names
    names[chance.randrange(len(names))] = "Quirin Hxvlaby"
    return _reference(work, names)


def _other_people(work: Work, _: random.Random) -> Reference:
    return _reference(work, ["Otto Elsewhere", "Paul Otherwise", "Rita Neverthere"])


def _other_paper(work: Work, _: random.Random) -> Reference:
    title = "On matters that are of no concern to anybody"
    return _reference(work, ["Otto Elsewhere", "Paul Otherwise"], title)


def _no_such_id(work: Work, _: random.Random) -> Reference:
    nobody = {
        "arxiv": f"{work.id[:5]}{99000 + work.number % 1000:05}",
        "pubmed": f"3{work.number:08}"[:9],
        "openlibrary": isbn(99_000_000 + work.number),
    }
    return _reference(work, identifier=nobody.get(work.home, f"10.5555/nothing.{work.number}"))


def _no_such_title(work: Work, _: random.Random) -> Reference:
    words = work.says.title.split()[:1]
    says = Stated(
        f"Why {words[0]} chairs whistle at zebras number {work.number}",
        (("Otto", "Elsewhere"), ("Paul", "Otherwise")),
        work.says.year,
        VENUES[0],
    )
    return _reference(attrs.evolve(work, says=says))


def _page(work: Work, _: random.Random) -> Reference:
    key = f"web-{work.number}"
    return Reference(key, "webpage", work.says.title, Authors(), url=work.id)


KINDS: dict[str, Kind] = {
    "right": Kind(50, _right, is_true=True, homes="arxiv crossref datacite agency pubmed "
                  "openlibrary title title_at_arXiv"),
    "initials": Kind(8, _initials, is_true=True),
    "and others": Kind(6, _and_others, is_true=True),
    "title in capitals": Kind(4, _upper, is_true=True),
    "swapped": Kind(5, _swapped, _FALSE, lenient=_TRUE),
    "one dropped": Kind(5, _dropped, _FALSE),
    "one invented": Kind(5, _invented, _FALSE),
    "one misspelt": Kind(5, _misspelt, _FALSE),
    "other people": Kind(3, _other_people, _FALSE | {Verdict.SUSPECT}),
    "other paper": Kind(3, _other_paper, frozenset({Verdict.OTHER_PAPER, Verdict.CONTRADICTED}),
                        homes="arxiv crossref datacite agency pubmed openlibrary"),
    "no such id": Kind(4, _no_such_id, frozenset({Verdict.NOT_FOUND}),
                       homes="arxiv crossref datacite agency pubmed openlibrary"),
    "no such title": Kind(6, _no_such_title, frozenset({Verdict.UNCHECKED}), homes="title"),
    "page": Kind(1, _page, frozenset({Verdict.NOT_COVERED}), homes="web"),
}  # fmt: skip


def cases(works: Sequence[Work], seed: int, *, true_only: bool = False) -> list[Case]:
    """Return one case for each work; the same ones for the same seed."""
    chance = random.Random(seed)
    return [_case(work, chance, true_only) for work in works]


def _case(work: Work, chance: random.Random, true_only: bool) -> Case:
    home = work.home.replace(" ", "_")
    able = {
        name: kind
        for name, kind in KINDS.items()
        if home in kind.homes.split() and (kind.is_true or not true_only or home == "web")
    }
    name = chance.choices(list(able), [kind.weight for kind in able.values()])[0]
    kind = able[name]
    # Where the record errs, a planted fault can be hidden by it, but nothing true be called false.
    families = [_folded(family) for _, family in work.says.people]
    loose = work.defect or home == "openlibrary" or families == sorted(families)
    right = kind.right | (kind.lenient if loose else frozenset()) | _hidden(work, kind)
    return Case(kind.change(work, chance), f"{name}, {work.home}", right, kind.is_true)


def _folded(name: str) -> str:
    """Return a name as alphabets file it: Çelik stands beside Celik."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def _hidden(work: Work, kind: Kind) -> frozenset[Verdict]:
    return _TRUE if work.defect and not kind.is_true else frozenset()

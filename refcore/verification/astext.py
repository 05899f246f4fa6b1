"""References out of running text, read again beside what a source says of their work.

A text can be cut into names and title in several ways. The reading that was chosen without a
record may be wrong: the one that is nearest to the record counts, and what differs in it differs
in each of them. Where no work has the title that was read, those of the other readings are tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from refcore.index.row import Row
from refcore.index.works import names_of, titles_of
from refcore.model.dates import Date
from refcore.model.people import Authors
from refcore.model.reference import Reference
from refcore.names import parse_list
from refcore.verification.case import Case
from refcore.verification.gather import Bibliography

__all__ = ["as_written", "with_other_titles"]

# Works of a title beside which a text is read, and titles of one text that are sought.
_MOST_WORKS: Final = 3
_MOST_TITLES: Final = 6


def as_written(case: Case) -> Case:
    """Return a case whose reference is the reading of its text that is nearest to the record.

    Where there is none, the works that the index has under its title are taken.
    """
    if not case.text:
        return case
    record = case.lookup.record if case.lookup else None
    if record is not None:
        found = [_nearest(case, record.says, record.titles)]
    else:
        works = case.known.works[:_MOST_WORKS] if case.known else ()
        found = [_nearest(case, _says(work), titles_of(work)) for work in works]
    best = min(found, key=lambda one: one[0], default=None)
    return attrs.evolve(case, reference=best[1], text="") if best else case


def _nearest(case: Case, said: Reference, titles: Iterable[str]) -> tuple[int, Reference]:
    """Return how many parts of the nearest reading contradict a work, and that reading."""
    from refcore.textlists.against import compare_text  # slow to load, and few cases are texts

    compared = compare_text(said, case.text, case.reference, titles)
    return len(compared.kinds), compared.read


def _says(work: Row) -> Reference:
    """Return what a row of the index says as a reference."""
    return Reference(
        "-",
        title=work.title,
        authors=Authors(parse_list(names_of(work))),
        issued=Date.of(work.year) if work.year else None,
        fields={"container-title": work.venue} if work.venue else {},
    )


def with_other_titles(cases: Sequence[Case], held: Bibliography) -> Iterator[tuple[int, Reference]]:
    """Yield the places of cases whose text has a title that the index knows, with that title.

    At most one more of the names, the title and the year contradicts the work of that title.
    """
    from refcore.textlists.against import other_titles  # slow to load

    tried = {
        place: other_titles(case.text, case.reference.title)[:_MOST_TITLES]
        for place, case in enumerate(cases)
    }
    asked = dict.fromkeys(title for titles in tried.values() for title in titles)
    matches = held.find_all(asked, most=_MOST_WORKS)
    for place, titles in tried.items():
        for title in titles:
            works = [match.work for match in matches.get(title, ())]
            near = [_nearest(cases[place], _says(work), titles_of(work)) for work in works]
            if near and min(near, key=lambda one: one[0])[0] < _MOST_CONTRADICTED:
                yield place, cases[place].reference.evolve(title=title)
                break


# A work of another title, with other authors, is another work.
_MOST_CONTRADICTED: Final = 2

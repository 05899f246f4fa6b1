"""Every member of an answer that has another type: the record's people stay or are left out.

A list that lost a name, or a part of one, would contradict a true reference.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.faults.damaged_members import damages
from refcore.errors import BadAnswer
from refcore.sources.answers import Answer
from refcore.sources.arxiv.atom import parse_feed
from refcore.sources.crossref.reader import read_works
from refcore.sources.datacite.reader import read_dois
from refcore.sources.doiorg.reader import read_csl
from refcore.sources.inspire.reader import read_literature
from refcore.sources.openalex.reader import read_openalex
from refcore.sources.openlibrary.reader import read_books

PEOPLE = [{"given": "Ada", "family": "Byron"}, {"given": "Bo", "family": "Fei"}]
WORK: dict[str, Any] = {
    "DOI": "10.5555/x",
    "type": "journal-article",
    "title": ["Boats"],
    "author": PEOPLE,
    "issued": {"date-parts": [[2020, 1]]},
}
SERVICES: dict[str, tuple[Callable[[bytes], Answer], Any]] = {
    "crossref": (read_works, {"status": "ok", "message": WORK}),
    "crossref's list": (read_works, {"message": {"items": [WORK], "total-results": 1}}),
    "doi.org": (read_csl, {**WORK, "title": "Boats"}),
    "datacite": (
        read_dois,
        {
            "data": {
                "attributes": {
                    "doi": "10.5555/x",
                    "titles": [{"title": "Boats"}],
                    "creators": [
                        {"name": "Byron, Ada", "givenName": "Ada", "familyName": "Byron"},
                        {"name": "Fei, Bo", "givenName": "Bo", "familyName": "Fei"},
                    ],
                }
            }
        },
    ),
    "inspire": (
        read_literature,
        {
            "hits": {
                "total": 1,
                "hits": [
                    {
                        "metadata": {
                            "control_number": 7,
                            "arxiv_eprints": [{"value": "2101.00011"}],
                            "titles": [{"title": "Boats"}],
                            "authors": [{"full_name": "Byron, Ada"}, {"full_name": "Fei, Bo"}],
                        }
                    }
                ],
            }
        },
    ),
    "openalex": (
        read_openalex,
        {
            "results": [
                {
                    "id": "https://openalex.org/W1",
                    "doi": "https://doi.org/10.5555/x",
                    "title": "Boats",
                    "authorships": [
                        {"raw_author_name": "Ada Byron"},
                        {"raw_author_name": "Bo Fei"},
                    ],
                }
            ]
        },
    ),
    "openlibrary": (
        read_books,
        {
            "ISBN:9780306406157": {
                "title": "Boats",
                "authors": [{"name": "Ada Byron"}, {"name": "Bo Fei"}],
                "identifiers": {"isbn_13": ["9780306406157"]},
            }
        },
    ),
}
# Deposits have people without any part of a name; they are left out alone.
SAME = ("is controls", "* is an empty object in one place")


def names_of(read: Callable[[bytes], Answer], body: bytes) -> list[tuple[str, ...]]:
    return [record.names for record in read(body).records]


@pytest.mark.parametrize("service", SERVICES)
def test_the_people_stay_or_are_left_out(service: str) -> None:
    read, answer = SERVICES[service]
    body = json.dumps(answer).encode()
    assert names_of(read, body) == [("Ada Byron", "Bo Fei")]
    count = 0
    for name, change in damages([body]):
        count += 1
        if name.endswith(SAME) or "long" in name or "deep" in name:
            continue
        try:
            found = names_of(read, change(body))
        except BadAnswer:
            continue
        assert all(names in ((), ("Ada Byron", "Bo Fei")) for names in found), name
    assert count > 100


TWICE = {
    "crossref": '{"message": {"items": [{"DOI": "10.5555/x", "title": ["T"], "author": [%s]}]}}',
    "datacite": '{"data": {"attributes": {"doi": "10.5555/x", "titles": [{"title": "T"}], '
    '"creators": [%s]}}}',
}


@pytest.mark.parametrize("service", TWICE)
def test_people_that_are_each_listed_twice_are_left_out_and_a_list_twice_counts_once(
    service: str,
) -> None:
    read, _ = SERVICES[service]
    one, other = (
        json.dumps(
            {**person, "name": f"{person['family']}, {person['given']}"}
            if service == "datacite"
            else person
        )
        for person in PEOPLE
    )
    for listed, count in {
        f"{one}, {other}": 2,
        f"{one}, {one}, {other}, {other}": 0,
        f"{one}, {other}, {one}, {other}": 2,
        f"{one}, {other}, {other}": 3,
    }.items():
        (names,) = names_of(read, (TWICE[service] % listed).encode())
        assert len(names) == count


def test_a_paper_of_arxiv_whose_authors_are_listed_twice_is_unread() -> None:
    authors = "<author><name>Ada Byron</name></author><author><name>Bo Fei</name></author>"
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
        "<id>http://arxiv.org/abs/2101.00011v1</id><title>T</title>%s</entry></feed>"
    )
    assert len(parse_feed((feed % authors).encode()).records) == 1
    damaged = parse_feed((feed % (authors * 2)).encode())
    assert not damaged.records
    assert "more than once" in damaged.unread[0].reason

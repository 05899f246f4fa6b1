import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from strategies_formats import references

from refcore import ArxivId, Authors, Date, Doi, Group, Orcid, Person, Reference
from refcore.errors import InvalidReference, UnreadableInput
from refcore.formats import dumps, loads, losses
from refcore.formats.cff import read, write
from refcore.formats.cff.types import READ_TYPES, WRITE_TYPES
from refcore.model.reference import CSL_TYPES

FILE = """\
cff-version: 1.2.0
message: "Cite our paper."
title: refcore
type: software
version: 1.10
date-released: 2026-08-11
doi: 10.5281/zenodo.1234
license: Apache-2.0
repository-code: https://example.org/refcore
keywords: [references, "author lists"]
authors:
  - family-names: Gogh
    name-particle: van
    given-names: Vincent
    name-suffix: Jr.
    orcid: https://orcid.org/0000-0002-1825-0097
    affiliation: Example University
    email: v@example.org
  - name: The Example Team
identifiers:
  - {type: swh, value: "swh:1:rel:99f6850374dc6597af01bd0ee1d3fc0699301b9f"}
preferred-citation:
  type: article
  title: A paper
  authors: [{family-names: Chen, given-names: Aili}]
  identifiers: [{type: other, value: "arXiv:2506.13585v1"}]
  year: 2025
  month: 6
references:
  - type: conference-paper
    title: Another paper
    authors: [{name: anonymous}]
    conference: {name: The Conference, date-start: 2024-05-01, location: Berlin}
    collection-title: Proceedings
    start: 1
    end: 10
    date-published: 2024-05-02
    publisher: {name: Example Press, city: Paris}
"""


def test_a_file_is_read() -> None:
    library = read(FILE, "CITATION.cff")
    assert library.keys() == ("gogh2026refcore", "chen2025paper", "another2024")
    software, paper, other = library
    assert software == Reference(
        "gogh2026refcore",
        "software",
        "refcore",
        Authors(
            [
                Person(
                    "Vincent",
                    "Gogh",
                    non_dropping_particle="van",
                    suffix="Jr.",
                    orcid=Orcid("0000-0002-1825-0097"),
                    affiliations=("Example University",),
                ),
                Group("The Example Team"),
            ]
        ),
        issued=Date.of(2026, 8, 11),
        doi=Doi("10.5281/zenodo.1234"),
        fields={"version": "1.10", "keyword": "references, author lists"},
        extra={
            "cff-message": "Cite our paper.",
            "cff-license": "Apache-2.0",
            "cff-repository-code": "https://example.org/refcore",
            "cff-identifiers": '{"type": "swh", "value": '
            '"swh:1:rel:99f6850374dc6597af01bd0ee1d3fc0699301b9f"}',
        },
    )
    assert (paper.type, paper.arxiv) == ("article", ArxivId("2506.13585", 1))
    assert paper.issued == Date.of(2025, 6)
    assert (other.type, other.authors) == ("paper-conference", Authors())
    assert other.dates == {"event-date": Date.of(2024, 5, 1)}
    assert other.fields["event-place"] == "Berlin"
    assert other.fields["page"] == "1-10"
    assert [str(entry) for entry in library.diagnostics] == [
        "CITATION.cff:11: gogh2026refcore: authors: email of Vincent Gogh left out"
    ]
    assert str(other.location) == "CITATION.cff:30"
    assert not losses(library, "cff")


def test_a_paper_is_the_preferred_citation() -> None:
    paper = Reference(
        "m1",
        "article",
        "MiniMax-M1",
        Authors([Group("MiniMax")], others=True),
        arxiv=ArxivId("2506.13585"),
        issued=Date.of(2025, 6, 16),
    )
    text = write([paper])
    document = yaml.safe_load(text)
    assert document["title"] == document["preferred-citation"]["title"]
    assert document["preferred-citation"]["authors"] == [{"name": "MiniMax"}, {"name": "et al."}]
    assert list(read(text)) == [paper]


def test_what_it_cannot_hold_is_told() -> None:
    chapter = Reference(
        "a",
        "chapter",
        "A <i>title</i>",
        Authors([Person("Bo", "Li", dropping_particle="von")], others=3),
        doi=Doi("10.1000/a<b>"),
        url="mailto:x",
        fields={"genre": "g", "scale": "1:5"},
        extra={"lccn": "7"},
    )
    assert [str(loss) for loss in losses(chapter, "cff")] == [
        "a: type: CITATION.cff has no type chapter; it becomes document",
        "a: title: CITATION.cff does not hold all of its markup",
        "a: author: CITATION.cff cannot say that 3 more names follow; it becomes 'and others'",
        "a: author: Person('Bo', 'Li', dropping_particle='von') becomes Person('Bo', 'Li')",
        "a: doi: CITATION.cff has no place for it; '10.1000/a<b>' is left out",
        "a: url: CITATION.cff has no place for it; 'mailto:x' is left out",
        "a: scale: CITATION.cff has no place for it; '1:5' is left out",
        "a: lccn: CITATION.cff has no place for it; '7' is left out",
    ]


def test_a_file_is_about_something() -> None:
    with pytest.raises(InvalidReference, match="no reference to write"):
        write([])


@pytest.mark.parametrize("text", ["a: b", "[1]", "words", "\t", "title: [" * 5000])
def test_what_is_not_a_citation_file_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput):
        read(text)


def test_what_is_odd_is_told() -> None:
    text = """\
cff-version: 1.2.0
title: One
authors: [{family-names: Li, orcid: x}, 3]
date-released: 2020-02-30
references:
  - just a title
  - {type: scroll, year: 2020, month: 13}
"""
    library = read(text, "C.cff")
    assert str(library.diagnostics[0]) == (
        "C.cff:3: lione: authors: 'x' is not an ORCID: expected 0000-0000-0000-000X"
    )
    assert [(entry.location.line, entry.field) for entry in library.diagnostics] == [
        (3, "authors"),
        (3, "authors"),
        (1, "date-released"),
        (5, "references"),
        (7, "type"),
        (7, "month"),
        (7, "title"),
        (7, "authors"),
    ]


# The schema's rules, written down from its guide: what a field must look like.
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
ADDRESS = re.compile(r"(https?|s?ftp)://.+")
TEXT_FORMS = {
    "doi": re.compile(r"10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+"),
    "date-released": DATE,
    "date-accessed": DATE,
    "url": ADDRESS,
    "repository-code": ADDRESS,
    "isbn": re.compile(r"[0-9\- ]{10,17}X?"),
    "issn": re.compile(r"\d{4}-\d{3}[\dxX]"),
    "pmcid": re.compile(r"PMC\d{7}"),
}
ROOT = set(
    "abstract authors cff-version commit contact date-released doi identifiers keywords license "
    "license-url message preferred-citation references repository repository-artifact "
    "repository-code title type url version".split()
)
WORK = set(
    "abbreviation abstract authors collection-doi collection-title collection-type commit "
    "conference contact copyright data-type database database-provider date-accessed "
    "date-downloaded date-published date-released department doi edition editors editors-series "
    "end entry filename format identifiers institution isbn issn issue issue-date issue-title "
    "journal keywords languages license license-url loc-end loc-start location medium month "
    "nihmsid notes number number-volumes pages patent-states pmcid publisher recipients "
    "repository repository-artifact repository-code scope section senders start status term "
    "thesis-type title translators type url version volume volume-title year year-original".split()
)
PERSON = set("affiliation family-names given-names name-particle name-suffix orcid".split())
ENTITIES = ("publisher", "institution", "conference", "database-provider", "location")
NAME_LISTS = ("authors", "editors", "editors-series", "recipients", "translators")


def check_work(work: dict[str, object], root: bool) -> None:
    assert work.keys() <= (ROOT if root else WORK)
    assert {"title", "authors"} | ({"message", "cff-version"} if root else {"type"}) <= work.keys()
    if root:
        assert work.get("type", "software") in ("software", "dataset")
    else:
        assert work["type"] in READ_TYPES
        assert work["type"] != "dataset"
    for name, value in work.items():
        if isinstance(value, str):
            assert value
            assert name not in TEXT_FORMS or TEXT_FORMS[name].fullmatch(value), (name, value)
        elif isinstance(value, list):
            assert value
            assert all(value.count(part) == 1 for part in value)
    for name in NAME_LISTS:
        for person in work.get(name, []):  # type: ignore[attr-defined]
            assert person.keys() == {"name"} or person.keys() <= PERSON
            assert all(isinstance(part, str) and part for part in person.values())
    for name in ENTITIES:
        assert "name" in work.get(name, {"name": ""})  # type: ignore[operator]


class TextLoader(yaml.SafeLoader):
    """Dates stay texts, as the schema's guide asks for."""


TextLoader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@given(st.lists(references, min_size=1, max_size=3))
def test_what_is_written_keeps_the_schema(listed: list[Reference]) -> None:
    document = yaml.load(write(listed), TextLoader)  # noqa: S506 - a safe loader
    check_work(document, root=True)
    assert document["cff-version"] == "1.2.0"
    inner = document.get("references", [])
    for work in [*inner, *filter(None, [document.get("preferred-citation")])]:
        check_work(work, root=False)
    assert len(read(write(listed))) == len(listed)


def test_the_tables_name_csl_types() -> None:
    assert set(READ_TYPES.values()) <= CSL_TYPES
    assert set(WRITE_TYPES) <= CSL_TYPES
    assert set(WRITE_TYPES.values()) <= set(READ_TYPES)


@given(references)
def test_any_reference_is_written_and_settles(reference: Reference) -> None:
    (once,) = read(write([reference]))
    assert list(read(write([once]))) == [once]


pieces = st.sampled_from(
    """cff-version: 1.2.0|title: [a]|title: x|authors: 3|authors: [a, {name: [x]}, {orcid: x}, {}]
    |type: x|identifiers: [a, {type: doi, value: x}, {type: other, value: arXiv:q}]|keywords: x
    |date-released: 2020-02-30|references: [a, {title: q, year: x, month: 13}, {start: 1}]
    |preferred-citation: {title: x, keywords: {a: b}}|preferred-citation: 3|license: [MIT]
    |contact: [{name: x}]|version: {a: b}|doi: x|message: ~|references: [{conference: x}]
    |references: [{publisher: {name: [a]}}]""".replace("\n    ", "").split("|")
)


@given(st.text(max_size=40) | st.lists(pieces | st.text(max_size=6), max_size=14).map("\n".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        library = read(text)
    except UnreadableInput:
        return
    if len(library):
        again = read(write(library))
        assert list(read(write(again))) == list(again)


PAPER = """cff-version: 1.2.0
message: m
title: S
authors: [{family-names: Rossi, given-names: Ada}]
preferred-citation:
  type: conference-paper
  title: P
  authors: [{family-names: Rossi, given-names: Ada}]
  collection-title: Proceedings of Things
  conference:
    name: THINGS 19
    city: Graz
    region: Styria
    country: AT
    date-start: 2019-03-04
    date-end: 2019-03-06
    website: https://things.example.org
  publisher: {name: Thing Press, city: Graz, country: AT}
  year: 2019
"""


def test_the_collection_of_a_conference_paper_is_its_proceedings() -> None:
    paper = list(read(PAPER))[1]
    assert paper.fields["container-title"] == "Proceedings of Things"
    assert paper.fields["event-title"] == "THINGS 19"
    assert paper.fields["event-place"] == "Graz, Styria, AT"
    assert paper.fields["publisher-place"] == "Graz, AT"
    assert paper.dates["event-date"] == Date.parse("2019-03-04/2019-03-06")
    assert paper.extra["cff-conference-website"] == "https://things.example.org"


@pytest.mark.parametrize(
    "fields",
    [
        {"container-title": "Proceedings"},
        {"container-title": "Proceedings", "collection-title": "Notes"},
    ],
)
def test_proceedings_come_back(fields: dict[str, str]) -> None:
    paper = Reference("a", "paper-conference", "P", fields=fields)
    assert losses(paper, "cff") == []


def test_a_series_of_a_conference_paper_alone_is_a_loss() -> None:
    paper = Reference("a", "paper-conference", "P", fields={"collection-title": "Notes"})
    assert [loss.field for loss in losses(paper, "cff")] == ["collection-title"]


@pytest.mark.parametrize("format_", ["cff", "hayagriva"])
def test_an_address_with_spaces_is_written_in_percent_notation(format_: str) -> None:
    page = Reference(
        "a", "webpage", "P", url="https://example.org/a b", dates={"accessed": Date.of(2020, 5, 6)}
    )
    (back,) = list(loads(dumps(page, format_), format_))[-1:]
    assert back.url == "https://example.org/a%20b"
    assert back.dates["accessed"] == Date.of(2020, 5, 6)

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies_formats import references

from refcore import ArxivId, Authors, Date, Doi, Group, Person, Reference
from refcore.diagnostics import Severity
from refcore.errors import UnreadableInput
from refcore.formats import dumps, loads, losses
from refcore.formats.hayagriva import read, write
from refcore.formats.hayagriva.text import from_hay, to_hay
from refcore.formats.hayagriva.types import READ_ROLES, READ_TYPES, WRITE_TYPES, type_of
from refcore.model.reference import CSL_TYPES, NAME_ROLES

LIBRARY = """\
# our own sources
attention:
  type: Article
  title: "Lightning attention in {MiniMax-M1} and the {van} case"
  author: ["Chen, Aili", "von der Leyen, Ursula", MiniMax, Google Brain]
  date: 2025-06-16
  page-range: 101-134
  serial-number: {doi: 10.1000/abc, arxiv: 2506.13585v1}
  url: {value: https://example.org/a, date: 2026-01-05}
  parent:
    title: {value: Journal of Example Learning, short: J. Ex. Learn.}
    volume: 12
    issue: 3
    publisher: Example Press
talk:
  type: article
  title: A talk
  author: {given-name: Gloria Jean, name: Watkins}
  date: ~1987
  affiliated: [{role: Translator, names: "Li, Bo"}]
  parent: {type: proceedings, title: Proceedings, parent: {title: Lecture Notes, volume: 7}}
manual:
  type: book
  title: A manual
  date: {year: 2020, month: 4, day: 30}
  edition: 2
  publisher: {name: Example Press, location: Berlin}
  parent: {title: Manuals}
code:
  type: repository
  title: refcore
  serial-number: 1.10
"""


def test_a_library_is_read() -> None:
    library = read(LIBRARY, "refs.yml")
    article, talk, manual, code = library
    assert article == Reference(
        "attention",
        "article-journal",
        'Lightning attention in MiniMax-M1 and the <span class="nocase">van</span> case',
        Authors(
            [
                Person("Aili", "Chen"),
                Person("Ursula", "Leyen", non_dropping_particle="von der"),
                Group("MiniMax"),
                Group("Google Brain"),
            ]
        ),
        issued=Date.of(2025, 6, 16),
        doi=Doi("10.1000/abc"),
        arxiv=ArxivId("2506.13585", 1),
        url="https://example.org/a",
        dates={"accessed": Date.of(2026, 1, 5)},
        fields={
            "page": "101-134",
            "container-title": "Journal of Example Learning",
            "container-title-short": "J. Ex. Learn.",
            "volume": "12",
            "issue": "3",
            "publisher": "Example Press",
        },
    )
    assert (talk.type, talk.issued) == ("paper-conference", Date.of(1987, circa=True))
    assert talk.authors == Authors([Person("Gloria Jean", "Watkins")])
    assert talk.names == {"translator": Authors([Person("Bo", "Li")])}
    assert talk.fields == {
        "container-title": "Proceedings",
        "collection-title": "Lecture Notes",
        "collection-number": "7",
    }
    assert manual.issued == Date.of(2020, 5, 31)
    assert manual.fields["collection-title"] == "Manuals"
    assert code.fields == {"version": "1.10"}
    assert str(manual.location) == "refs.yml:22"
    assert not library.diagnostics
    assert not losses(library, "hayagriva")


def test_what_is_odd_is_told_with_its_line() -> None:
    text = """\
a:
  type: scroll
  date: soon
  author: [{name: B, given-name: C, alias: D}, 3, [x]]
  color: red
b: 3
c: {type: book, title: One, title: Two}
"""
    library = read(text, "r.yml")
    assert [str(entry) for entry in library.diagnostics] == [
        "r.yml:2: a: type: 'scroll' is not a Hayagriva type; read as misc",
        "r.yml:3: a: date: 'soon' is not a date; kept as text",
        "r.yml:4: a: author: alias of C B left out",
        "r.yml:4: a: author: expected a name, found '[\"x\"]'; left out",
        "r.yml:5: a: color: not a field of Hayagriva; kept as extra",
        "r.yml:6: b: expected an entry, a mapping; left out",
        "r.yml:7: c: title: occurs twice; the first value counts",
    ]
    assert library["a"].extra == {"hayagriva-type": "scroll", "hayagriva-color": "red"}
    assert library["c"].title == "One"


def test_a_broken_entry_costs_no_other() -> None:
    library = read("a:\n  title: One\nb:\n  title: [x\nc:\n  title: Three\n", "r.yml")
    assert library.keys() == ("a", "c")
    assert [(entry.location.path, entry.severity) for entry in library.diagnostics] == [
        ("r.yml", Severity.ERROR)
    ]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "[" * 100_000,
        "a: " + "[" * 100_000,
        "{a: " * 100_000,
        "- " * 20_000,
        "[a, b]",
        "just words",
        "a: b",
        "\t",
        "a: &x [*x]",
        "a: *nothing",
        "!!python/object/apply:os.system [ls]",
    ],
)
def test_hostile_yaml_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput):
        read(text)


def test_a_bomb_among_entries_is_told() -> None:
    library = read(BOMB.replace("a: &a [x, x]", "one: {title: One}\na: &a [x, x]"), "b.yml")
    assert library.keys() == ("one",)
    assert library.diagnostics


def test_no_tag_makes_anything() -> None:
    library = read("a: !!python/object/apply:os.system\n  title: !x One\n", "t.yml")
    assert library["a"].title == "One"
    assert [entry.location.line for entry in library.diagnostics] == [1, 2]


def test_values_stay_as_they_are_written() -> None:
    library = read("no: {title: yes, volume: 1.10, edition: 0x1F, note: 12:30, genre: null}")
    reference = library["no"]
    assert reference.title == "yes"
    assert reference.fields == {"volume": "1.10", "edition": "0x1F", "note": "12:30"}
    assert list(read(write(library))) == [reference]


@pytest.mark.parametrize("word", ["yes", "1e3", "1.10", "0o17", "~", "2020-10-14", "12:30", "- a"])
def test_words_that_look_like_values_are_quoted(word: str) -> None:
    assert f"title: '{word}'" in write([Reference("a", title=word)])


@given(st.text(st.sampled_from("ab C\\{}$<>/isup "), max_size=14))
def test_formattable_strings_come_back(text: str) -> None:
    once = from_hay(to_hay(text))
    assert from_hay(to_hay(once)) == once


def test_the_tables_name_csl_types_and_roles() -> None:
    assert set(READ_TYPES.values()) <= CSL_TYPES
    assert set(WRITE_TYPES) <= CSL_TYPES
    assert set(READ_ROLES.values()) <= NAME_ROLES
    for csl, (entry, parent) in WRITE_TYPES.items():
        assert type_of(entry, parent) in CSL_TYPES, csl


pieces = st.sampled_from(
    """a:|  type: article|  title: {value: [x]}|  title: a }{ $ \\|  author: [[a], {name: b}, 3]
    |  date: {year: 99999999}|  date: [1]|  url: {date: x}|  parent: [{title: {}}, 3]
    |  parent: {parent: {parent: x}}|  affiliated: [{role: X, names: {name: y}}, q]
    |  serial-number: {doi: x, arxiv: arXiv:1}|  publisher: []|b: &x [*x]|c: *y|? [a]|\t|---
    |  volume: {a: {b: c}}""".replace("\n    ", "").split("|")
)


@given(st.text(max_size=40) | st.lists(pieces | st.text(max_size=6), max_size=14).map("\n".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        library = read(text)
    except UnreadableInput:
        return
    again = read(write(library))
    assert list(read(write(again))) == list(again)


@given(references)
def test_any_reference_is_written_and_settles(reference: Reference) -> None:
    (once,) = read(write([reference]))
    assert list(read(write([once]))) == [once]


OF_PANDOC = """\
---
references:
- id: fenner
  type: article-journal
  title: On *Sphagnum*, H~2~O, x^2^ and the [van]{.nocase} case
  author:
  - {family: Fenner, given: Martin}
  - {family: Beauvoir, given: Simone, non-dropping-particle: de}
  issued: {year: 2012, month: 3}
  volume: 11
- id: wells
  type: book
  title: Marsh
  author: Wells Society, Moss and Stone
  publisher: ~
  issued: 2001-05-07
- id: fenner
  type: book
...
"""


def test_a_list_of_items_as_pandoc_and_better_bibtex_have_it() -> None:
    library = read(OF_PANDOC, "refs.yaml")
    assert [reference.key for reference in library] == ["fenner", "wells", "fenner-2"]
    first, second, _ = library
    assert first.title == (
        "On <i>Sphagnum</i>, H<sub>2</sub>O, x<sup>2</sup> and the "
        '<span class="nocase">van</span> case'
    )
    assert list(map(str, first.authors)) == ["Martin Fenner", "Simone de Beauvoir"]
    assert (first.type, first.issued, first.fields["volume"]) == (
        "article-journal",
        Date.of(2012, 3),
        "11",
    )
    assert second.authors == Authors([Group("Wells Society, Moss and Stone")])
    assert second.issued == Date.of(2001, 5, 7)
    assert [(found.location.line, found.key, found.field) for found in library.diagnostics] == [
        (17, "fenner", "id")
    ]


def test_a_member_named_references_that_is_an_entry_is_read_as_one() -> None:
    assert read("references: {type: book, title: Moss}")["references"].title == "Moss"


def test_the_conference_of_proceedings_is_an_event_and_no_series() -> None:
    text = (
        "a:\n  type: article\n  title: On boats\n  parent:\n    type: proceedings\n"
        "    title: Proc. of Boats\n    parent:\n"
        "      - type: conference\n        title: Boats 2020\n"
        "        location: Oslo\n        date: '2020-05-04'\n      - type: anthology\n"
        "        title: Of boats\n        volume: '12'\n"
    )
    library = loads(text, "hayagriva")
    found = library["a"]
    assert dict(found.fields) == {
        "container-title": "Proc. of Boats",
        "event-title": "Boats 2020",
        "event-place": "Oslo",
        "collection-title": "Of boats",
        "collection-number": "12",
    }
    assert found.dates["event-date"].iso == "2020-05-04"
    assert loads(dumps(library, "hayagriva"), "hayagriva")["a"] == found
    assert not losses(library, "hayagriva")

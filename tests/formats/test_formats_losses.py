import json
from pathlib import Path

import pytest
from hypothesis import given
from strategies_formats import references

from refcore import Authors, Date, Group, Orcid, Person, Reference
from refcore.errors import UnknownFormat, UnknownOption
from refcore.formats import dumps, load, loads, losses, registry
from refcore.formats.comeback import differences
from refcore.formats.registry import Format, writable
from refcore.latex.escapes import JOINER, from_plain

RICH = Reference(
    "rich",
    "article-journal",
    'On <span class="nocase">van</span> and <i>E. coli</i>',
    Authors(
        [
            Person("Bo", "Li", orcid=Orcid("0000-0002-1825-0097"), affiliations=("CERN",)),
            Person("An", "Humboldt", dropping_particle="von"),
        ],
        others=7,
    ),
    issued=Date.parse("2020-05/2020-07"),
    names={"guest": Authors([Group("MiniMax")])},
    fields={"volume": "3", "scale": "1:5"},
    extra={"lccn": "7"},
)


def said(format_: str) -> list[str]:
    return [str(loss).removeprefix("rich: ") for loss in losses(RICH, format_)]


def test_csl_json_loses_nothing() -> None:
    assert said("csl-json") == []


def test_ris() -> None:
    assert said("ris") == [
        "title: RIS does not hold all of its markup",
        "author: RIS cannot say that 7 more names follow; it becomes 'and others'",
        "author: Person('An', 'Humboldt', dropping_particle='von') becomes "
        "Person('An', 'Humboldt', non_dropping_particle='von')",
        "author: RIS has no place for ORCIDs; those of 1 names are left out",
        "author: RIS has no place for affiliations; those of 1 names are left out",
        "guest: RIS has no place for it; 'MiniMax' is left out",
        "scale: RIS has no place for it; '1:5' is left out",
        "lccn: RIS has no place for it; '7' is left out",
    ]


def test_hayagriva() -> None:
    found = said("hayagriva")
    assert "title: Hayagriva YAML does not hold all of its markup" in found
    assert "issued: '2020-05/2020-07' becomes '2020-05'" in found
    assert "guest: Hayagriva YAML has no place for it; 'MiniMax' is left out" in found


def without_empty(reference: Reference) -> Reference:
    """An empty value says nothing, so that it is no loss."""
    return reference.evolve(
        fields={name: value for name, value in reference.fields.items() if value},
        extra={name: value for name, value in reference.extra.items() if value},
        names={role: names for role, names in reference.names.items() if names},
    )


@pytest.mark.parametrize("format_", sorted({*writable()} - {"bibtex", "biblatex"}))
@given(reference=references)
def test_no_loss_means_the_same_reference(format_: str, reference: Reference) -> None:
    (back,) = loads(dumps(reference, format_), format_)
    assert bool(losses(reference, format_)) == (without_empty(back) != without_empty(reference))


def test_a_reference_that_does_not_come_back_is_an_error() -> None:
    assert differences(RICH, RICH, "X") == []
    found = differences(RICH, RICH.evolve(fields={"volume": "3", "issue": "1"}), "X")
    assert [str(entry) for entry in found] == [
        "rich: scale: X has no place for it; '1:5' is left out",
        "rich: issue: X reads '1' there",
    ]


def test_options_and_formats_are_checked() -> None:
    with pytest.raises(UnknownOption):
        losses(RICH, "ris", ascii=True)
    with pytest.raises(UnknownFormat):
        losses(RICH, "nbib")


TAGS = Reference(
    "a", "book", from_plain("The <i> tag and <b>more</b>"), fields={"note": from_plain("<sub>")}
)


@pytest.mark.parametrize("format_", writable())
def test_no_escape_of_tags_leaves_the_library(format_: str) -> None:
    text = dumps(TAGS, format_)
    assert JOINER not in text
    if format_ == "csl-json":
        (item,) = json.loads(text)
        assert (item["title"], item["note"]) == ("The <i> tag and <b>more</b>", "<sub>")
        assert losses(TAGS, "csl-json") == []
        changed = text.replace("The <i> tag and", "A <i> tag and")
        assert loads(changed, "csl-json")["a"].title.startswith("A <i>")


FILE = b"""@preamble{"\\newcommand{\\x}{y}"}
@string{jot = {Journal of Things}}
@article{a, title = {T}, journal = jot}
% mine
"""


def test_what_a_file_holds_beside_its_entries_is_a_loss(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(FILE)
    library = load(path)
    for format_ in ("biblatex", "csl-json", "ris"):
        said = [loss.message for loss in losses(library, format_)]
        assert said[:3] == [
            "the preamble '\\\\newcommand{\\\\x}{y}' of the file is left out",
            "the @string 'jot' of the file is left out",
            "the comment '% mine' of the file is left out",
        ]
    assert losses(library, "bibtex") == []
    assert len(losses(library, "bibtex", ascii=True)) == 3


def test_letters_without_a_command_are_told_when_ascii_is_asked_for() -> None:
    greek = Reference("a", "book", "Words: Λόγος αβγ and ﬁsh at 5 µm")
    text = dumps(greek, "bibtex", ascii=True)
    assert text.isascii()
    assert "{$\\Lambda \\acute{o} \\gamma o \\varsigma$}" in text
    assert "{\\textmu}m" in text
    russian = Reference("a", "book", "Слово")
    assert not dumps(russian, "bibtex", ascii=True).isascii()
    assert [str(loss) for loss in losses(russian, "bibtex", ascii=True)] == [
        "a: LaTeX has no command for 'Слов', so it stays as it is"
    ]


@pytest.mark.parametrize("text", ["0000", "-0043", "-0044-03-15", "1984~"])
@pytest.mark.parametrize("format_", writable())
def test_years_before_christ_and_approximate_ones_come_back(text: str, format_: str) -> None:
    book = Reference("a", "book", "T", issued=Date.parse(text))
    assert losses(book, format_) == []


@pytest.mark.parametrize("pages", ["3--9", "3–9", "S3–S9", "3—9"])
def test_another_dash_between_pages_is_not_a_loss(pages: str) -> None:
    library = loads(f"@article{{a, title={{On It}}, pages={{{pages}}}, year=2001}}", "bibtex")
    for name in ("bibtex", "biblatex", "ris", "csl-json", "hayagriva"):
        assert [x for x in losses(list(library), name) if x.field == "page"] == []


def test_a_format_that_is_only_written_loses_what_nobody_knows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    refer = Format("refer", "Refer", (".refer",), writer=lambda given: f"{len(list(given))} of %T")
    monkeypatch.setattr(registry, "FORMATS", (refer,))
    (found,) = losses(Reference("a", title="One"), "refer")
    assert str(found) == "Refer cannot be read back, so its losses are not known"

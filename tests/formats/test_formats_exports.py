"""What exports of databases and programs write, as neighbours of real cases."""

from __future__ import annotations

import pytest

from refcore import dumps, find_duplicates, loads
from refcore.model.reference import Reference


def one(text: str, name: str = "bibtex") -> Reference:
    return next(iter(loads(text, name)))


@pytest.mark.parametrize(
    ("field", "variable"),
    [
        ("art_number", "number"),
        ("elocation-id", "number"),
        ("articleno", "number"),
        ("abbrev_source_title", "container-title-short"),
        ("journal-iso", "container-title-short"),
        ("place", "publisher-place"),
        ("eissn", "ISSN"),
        ("author_keywords", "keyword"),
    ],
)
def test_fields_of_databases(field: str, variable: str) -> None:
    text = f"@article{{k, title={{T}}, {field}={{{{12 B}}}}}}"
    assert "12 B" in one(text).fields[variable]


@pytest.mark.parametrize(
    ("first", "second", "variable"),
    [
        ("eid", "art_number", "number"),
        ("address", "place", "publisher-place"),
        ("issn", "eissn", "ISSN"),
        ("keywords", "author_keywords", "keyword"),
    ],
)
def test_the_usual_field_counts_and_the_other_is_kept(
    first: str, second: str, variable: str
) -> None:
    found = one(f"@article{{k, title={{T}}, {second}={{2}}, {first}={{1}}}}")
    assert found.fields[variable] == "1"
    assert found.extra[second] == "2"


@pytest.mark.parametrize("field", ["volume", "number", "pages", "issn", "publisher", "annote"])
@pytest.mark.parametrize("value", ["n/a", "N/A", "null", "{NULL}", "undefined", "NaN", "None"])
def test_what_stands_for_no_value_is_none(field: str, value: str) -> None:
    text = f"@article{{k,\n title = {{T}},\n {field} = {{{value}}}\n}}\n"
    library = loads(text, "bibtex")
    found = next(iter(library))
    assert not found.fields
    assert [entry.field for entry in library.diagnostics] == [field]
    assert dumps(library, "bibtex") == text
    assert f"{{{value.strip('{}')}}}" in dumps([found], "bibtex")


@pytest.mark.parametrize(
    ("field", "value"),
    [("journal", "None"), ("volume", "N"), ("note", "none of these"), ("pages", "n12")],
)
def test_what_only_looks_like_no_value_is_one(field: str, value: str) -> None:
    assert value in one(f"@article{{k, title={{T}}, {field}={{{value}}}}}").fields.values()


@pytest.mark.parametrize(
    ("written", "url", "others"),
    [
        ("http://a.org/1 http://b.org/2", "http://a.org/1", "http://b.org/2"),
        ("http://a.org/1, https://b.org/2", "http://a.org/1", "https://b.org/2"),
        ("http://a.org/1; http://b.org/2 http://c.org", "http://a.org/1",
         "http://b.org/2 http://c.org"),
        (r"\url{http://a.org/a\_b}; \url{http://b.org/2}", "http://a.org/a_b", "http://b.org/2"),
        ("http://a.org/web/2020/http://b.org/2", "http://a.org/web/2020/http://b.org/2", None),
        ("http://a.org/b c.pdf", "http://a.org/b c.pdf", None),
        ("http://a.org/?u=1,http://b.org", "http://a.org/?u=1,http://b.org", None),
    ],
)  # fmt: skip
def test_several_addresses_in_one_field(written: str, url: str, others: str | None) -> None:
    library = loads(f"@article{{k, title={{T}}, url={{{written}}}}}", "bibtex")
    found = next(iter(library))
    assert (found.url, found.extra.get("urls")) == (url, others)
    assert bool(library.diagnostics) is (others is not None)
    again = one(dumps([found], "bibtex"))
    assert (again.url, again.extra) == (found.url, found.extra)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Effect of H<sub>2</sub>O on <i>E. coli</i>",
         "Effect of H<sub>2</sub>O on <i>E. coli</i>"),
        ("The <em>Drosophila</em> eye", "The <i>Drosophila</i> eye"),
        ("<strong>Bold</strong> <bold>b</bold>", "<b>Bold</b> <b>b</b>"),
        ("<i>x<sub>2</sub> and y</i>", "<i>x<sub>2</sub> and y</i>"),
        ("CO<inf>2</inf> in <italic>vivo</italic>", "CO<sub>2</sub> in <i>vivo</i>"),
        ("x < y and y > z", "x < y and y > z"),
        ("<sup>13</sup>C {NMR}", "<sup>13</sup>C NMR"),
    ],
)  # fmt: skip
def test_tags_of_web_pages_are_markup(written: str, title: str) -> None:
    found = one(f"@article{{k, title={{{written}}}}}")
    assert found.title == title
    for name in ("bibtex", "csl-json", "ris"):
        assert one(dumps([found], name), name).title == title


@pytest.mark.parametrize("title", ["the <i> tag </i>", "<i>a", "a</i> <b>", "List<T> of <T>x</T>"])
def test_other_angles_are_text(title: str) -> None:
    found = one(f"@article{{k, title={{{title}}}}}")
    assert title in dumps([found], "ris")
    assert one(dumps([found], "bibtex")).title == found.title


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("{de la Cruz}, M. A., Jr.", "M. A. de la Cruz Jr."),
        ("Jr, John A Smith", "John A Smith Jr"),
        ("III, Henry Smith", "Henry Smith III"),
        ("Jr., Robert Downey", "Robert Downey Jr."),
        ("Prof. Dr. Wei Li", "Wei Li"),
        ("Li, Prof. Dr. Wei", "Wei Li"),
        ("Dr. Ann Lee", "Ann Lee"),
    ],
)
def test_suffixes_and_titles_in_a_wrong_place(written: str, name: str) -> None:
    library = loads(f"@misc{{k, title={{T}}, author={{{written} and Fei, Bo}}}}", "bibtex")
    assert str(next(iter(library)).authors[0]) == name
    assert library.diagnostics


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("V, Bo", "Bo V"),
        ("Fei, Bo, Jr", "Bo Fei Jr"),
        ("Dr, Ann", "Ann Dr"),
        ("Pr. Lee", "Pr. Lee"),
        ("Ing, Nguyen T.", "Nguyen T. Ing"),
        ("Sr, Bo", "Bo Sr"),
    ],
)
def test_names_that_only_look_so(written: str, name: str) -> None:
    found = one(f"@misc{{k, title={{T}}, author={{{written} and Wu, Cy}}}}")
    assert str(found.authors[0]) == name


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("10.1101/2020.01.02.123456", "10.1101/2020.01.02.123456v2", True),
        ("10.1101/2020.01.02.123456v1", "10.1101/2020.01.02.123456v3", True),
        ("10.1101/2020.01.02.123456", "10.1101/2020.01.02.123457", False),
        ("10.5281/zenodo.1v1", "10.5281/zenodo.1v2", False),
    ],
)
def test_versions_of_one_preprint(first: str, second: str, same: bool) -> None:
    entries = [
        f"@article{{{key}, title={{On Moss}}, author={{Fei, Bo}}, doi={{{doi}}}}}"
        for key, doi in (("a", first), ("b", second))
    ]
    assert bool(list(find_duplicates(loads("\n".join(entries), "bibtex")))) is same


def test_version_of_a_data_set_in_ris() -> None:
    record = "TY  - DATA\nTI  - Moss data\nET  - 2\nER  - \n"
    assert one(record, "ris").fields == {"version": "2"}
    assert "ET  - 2" in dumps([one(record, "ris")], "ris")


def test_article_number_of_crossref() -> None:
    item = '[{"id": "a", "type": "article-journal", "title": "T", "article-number": "093903"}]'
    assert one(item, "csl-json").fields == {"number": "093903"}

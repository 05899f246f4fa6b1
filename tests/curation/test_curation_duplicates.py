"""Duplicates: what is one work, what is not, and that it does not take every pair."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner

from refcore import (
    ArxivId,
    Authors,
    Date,
    Doi,
    Person,
    Reference,
    find_duplicates,
    load,
    loads,
)
from refcore.cli.commands import cli
from refcore.curation import DuplicateReason
from refcore.curation.union import merge_duplicates, unite

TITLE = "Attention Is All You Need"
NAMES = "Vaswani, Ashish and Shazeer, Noam and Parmar, Niki"


def entries(*texts: str):
    return loads("\n".join(texts), "bibtex")


def entry(key: str, title: str = TITLE, authors: str = NAMES, more: str = "") -> str:
    return f"@article{{{key}, title = {{{title}}}, author = {{{authors}}}, {more}}}"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("doi = {10.1000/ABC}", "doi = {https://doi.org/10.1000/abc}", DuplicateReason.DOI),
        ("eprint = {1706.03762v1}", "eprint = {1706.03762v7}", DuplicateReason.ARXIV),
        ("eprint = {1706.03762}", "doi = {10.48550/arXiv.1706.03762}", DuplicateReason.ARXIV),
        (
            "eprint = {1706.03762}",
            "url = {https://arxiv.org/pdf/1706.03762v2}",
            DuplicateReason.ARXIV,
        ),
    ],
)
def test_one_identifier_is_one_work(one: str, other: str, reason: DuplicateReason) -> None:
    kind = "archiveprefix = {arXiv}, "
    library = entries(
        entry("a", "One", "A", kind + one), entry("x"), entry("b", "Two", "B", kind + other)
    )
    (found,) = find_duplicates(library)
    assert found.keys == ("a", "b")
    assert found.reasons == (reason,)


@pytest.mark.parametrize(
    "other",
    [
        entry("b", "{Attention} is all you need!"),
        entry("b", "\\emph{Attention} Is All\n You Need"),
        entry("b", authors="A. Vaswani and N. Shazeer and N. Parmar"),
        entry("b", authors="Ashish Vaswani and others"),
        entry("b", more="journal={J}, volume=2, pages={9}"),
        entry("b", more="year = 2019, doi = {10.1000/1}"),
        entry("b", authors="Vasw{\\'a}ni, Ashish and Shazeer, N. and Parmar, Niki"),
    ],
)
def test_one_title_by_the_same_authors_is_one_work(other: str) -> None:
    (found,) = find_duplicates(
        entries(entry("a", more="year = 2017, journal={J}, volume=1, pages={9--12}"), other)
    )
    assert found.reasons == (DuplicateReason.TITLE,)
    assert str(found) == "a, b: the same title and authors"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entry("a"), entry("b", authors="Vaswani, Ashish and Shazeer, Noam")),
        (entry("a"), entry("b", authors="Vaswani, Anna and Shazeer, Noam and Parmar, Niki")),
        (entry("a"), entry("b", authors="")),
        (entry("a"), entry("b", TITLE + " Again")),
        (entry("a", more="doi={10.1000/1}"), entry("b", more="doi={10.1000/2}")),
        (entry("a", "Editorial", more="year=2019"), entry("b", "Editorial", more="year=2020")),
        (entry("a", ""), entry("b", "")),
        (
            entry("a", more="journal={J}, volume=1, number=2, pages={3--4}"),
            entry("b", more="journal={J}, volume=1, number=3, pages={9}"),
        ),
        (
            entry("a", more="journal={J}, volume=1, number=2, pages={2}"),
            entry("b", more="journal={J}, volume=1, number=3, pages={2}"),
        ),
        (entry("a"), "@set{b, entryset={a, c}}"),
        (entry("a", authors="", more="year=2019"), entry("b", authors="", more="year=2020")),
    ],
)
def test_what_differs_is_not_one_work(one: str, other: str) -> None:
    assert find_duplicates(entries(one, other)) == ()


def test_reasons_join_groups() -> None:
    a = Reference("a", title="One", doi=Doi("10.1000/1"))
    b = Reference("b", title="Two", doi=Doi("10.1000/1"), arxiv=ArxivId("1706.03762"))
    c = Reference("c", title="Three", arxiv=ArxivId("1706.03762", 2))
    (found,) = find_duplicates([a, b, c])
    assert found.keys == ("a", "b", "c")
    assert found.reasons == (DuplicateReason.DOI, DuplicateReason.ARXIV)


def test_references_of_one_key_from_two_files_are_distinct() -> None:
    one, two = Reference("x", title="A"), Reference("x", title="B")
    assert find_duplicates([one, two]) == ()
    assert find_duplicates([one, two, one])[0].references == (one, one)


def many(count: int) -> list[Reference]:
    return [
        Reference(
            f"k{place}",
            title="Editorial" if place % 2 else f"A title with the number {place}",
            authors=Authors([Person("Ann", "Lee")]),
            issued=Date.of(2000),
            doi=Doi(f"10.1000/{place}"),
        )
        for place in range(count)
    ]


def test_the_time_grows_with_the_number_of_references(
    seconds_of: Callable[[Callable[[], object]], float],
) -> None:
    def seconds(count: int) -> float:
        references = many(count)
        assert find_duplicates(references) == ()
        return seconds_of(lambda: find_duplicates(references))

    assert seconds(8000) < 8 * seconds(1000) * 3 + 0.2


def test_a_union_holds_every_work_once_and_every_key_once() -> None:
    mine = loads(
        entry("a", more="doi={10.1000/1}") + "@misc{b, title={B}}", "bibtex", path="mine.bib"
    )
    theirs = loads(
        "@misc{b, title={Another}}"
        + entry("v", more="doi={10.1000/1}, volume = 3")
        + "@misc{c, related={v, b}}",
        "bibtex",
        path="theirs.bib",
    )
    references = [*mine, *theirs]
    library = merge_duplicates(references, find_duplicates(references))
    assert library.keys() == ("a", "b", "ba", "c")
    assert library["a"].fields["volume"] == "3"
    assert library["c"].extra["related"] == "a, ba"
    assert any("the key 'b' belongs to another work" in str(found) for found in library.diagnostics)


ADA = "author = {Rossi, Ada and Wu, Bo}"
SMALL = "title = {On the making of small things}"
WHALES = "author = {Foe, Fred}, title = {Whales sing in deep water}"
J = "journal = {J. Things}"


def reasons(*texts: str) -> list[tuple[tuple[str, ...], list[str]]]:
    found = find_duplicates(loads("\n".join(texts), "bibtex"))
    return [(group.keys, [str(reason) for reason in group.reasons]) for group in found]


@pytest.mark.parametrize(
    ("stated", "elsewhere", "reason"),
    [
        ("doi = {10.5555/ab}", "url = {https://dx.doi.org/10.5555/AB}", "doi"),
        ("doi = {10.1145/1.2}", "url = {https://doi.acm.org/10.1145/1.2}", "doi"),
        ("doi = {10.1145/1.2}", "url = {http://portal.acm.org/citation.cfm?id=1.2}", "doi"),
        ("doi = {10.1007/s1-2}", "url = {https://link.springer.com/article/10.1007/s1-2}", "doi"),
        ("pmid = {123}", "url = {https://pubmed.ncbi.nlm.nih.gov/123/}", "pmid"),
        ("pmid = {123}", "pmid = {PMID: 0123}", "pmid"),
        ("pmcid = {PMC1234}", "url = {https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234/}", "pmid"),
        ("isbn = {978-0-306-40615-7}", "isbn = {0-306-40615-2}", "isbn"),
        ("isbn = {978-0-306-40615-7}", "isbn = {0306406152 (pbk), 9780306406164}", "isbn"),
    ],
)
def test_an_identifier_tells_the_work_wherever_it_is(
    stated: str, elsewhere: str, reason: str
) -> None:
    one, other = f"@book{{a, {ADA}, {SMALL}, {stated}}}", f"@book{{b, title = {{S}}, {elsewhere}}}"
    assert reasons(one, other) == [(("a", "b"), [reason])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"@book{{a, {ADA}, {SMALL}, edition = {{2}}}}", "edition = {Second}"),
        (f"@book{{a, {ADA}, {SMALL}, edition = {{2}}, year = 2000}}", "year = 2000"),
        (f"@article{{a, {ADA}, {SMALL}, {J}, volume = 1, pages = {{3--9}}}}", "volume = 2, "),
        (f"@article{{a, {ADA}, {SMALL}, {J}, volume = 1, year = 2019}}", "volume = 1, year = 2020"),
    ],
)
def test_a_slip_or_another_spelling_makes_no_other_work(one: str, other: str) -> None:
    kind = one.split("{")[0]
    rest = f"{other}, {J}, pages = {{3--9}}" if kind == "@article" else other
    found = reasons(one, f"{kind}{{b, {ADA}, {SMALL}, {rest}}}".replace(", ,", ","))
    assert found == [(("a", "b"), ["title"])]


@pytest.mark.parametrize(
    ("kind", "one", "other_kind", "other"),
    [
        ("book", "volume = 1", "book", "volume = 2"),
        ("book", "volume = {I}", "book", "volume = {II}"),
        ("book", "edition = {1st}", "book", "edition = {2nd}"),
        ("book", "edition = {First}", "book", "edition = 3"),
        ("book", "part = 1", "book", "part = 2"),
        ("inbook", "chapter = 3", "inbook", "chapter = 7"),
        ("inbook", "chapter = {Linear models}", "inbook", "chapter = {Data for models}"),
        ("book", "year = 2015", "book", "year = 2016"),
        ("techreport", "year = 2015", "techreport", "year = 2016"),
        ("proceedings", "year = 2015", "proceedings", "year = 2016"),
        ("phdthesis", "year = 2015", "article", J),
        ("mastersthesis", "year = 2015", "inproceedings", "booktitle = {X}"),
        ("book", "year = 2015", "article", J),
        ("dataset", "year = 2015", "article", J),
        (
            "inproceedings",
            "booktitle = {Proc. X 2015}, year = 2015",
            "inproceedings",
            "booktitle = {Proc. X 2018}, year = 2018",
        ),
        ("article", f"{J}, volume = 1, year = 2015", "article", f"{J}, volume = 2, year = 2015"),
    ],
)
def test_volumes_editions_years_and_kinds_are_other_works(
    kind: str, one: str, other_kind: str, other: str
) -> None:
    texts = (f"@{kind}{{a, {ADA}, {SMALL}, {one}}}", f"@{other_kind}{{b, {ADA}, {SMALL}, {other}}}")
    assert reasons(*texts) == []


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("The Moss of Caves, Part {I}", "The Moss of Caves, Part 1", True),
        ("The Moss of Caves. Vol. 2", "The Moss of Caves, Volume {II}", True),
        ("Moss in Caves {III}", "Moss in Caves 3", True),
        ("Moss in Caves, Part Two: Lamps", "Moss in Caves, Part 2: Lamps", True),
        ("Das Moos der Höhlen, Bd. 2", "Das Moos der Höhlen, Band {II}", True),
        ("The Moss of Caves, Part {I}", "The Moss of Caves, Part {II}", False),
        ("The Moss of Caves, Part {I}", "The Moss of Caves, Part 2", False),
        ("The Moss of Caves", "The Moss of Caves, Part 1", False),
        ("What I saw of the moss", "What 1 saw of the moss", False),
    ],
)
def test_the_number_of_a_part_is_one_however_it_is_written(
    one: str, other: str, is_one: bool
) -> None:
    texts = (f"@book{{a, {ADA}, title = {{{one}}}}}", f"@book{{b, {ADA}, title = {{{other}}}}}")
    assert reasons(*texts) == ([(("a", "b"), ["title"])] if is_one else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{J}, volume = 1", f"{J}, volume = 2"),
        (f"{J}, pages = {{1}}", f"{J}, pages = {{9}}"),
        (J, "journal = {Another}"),
    ],
)
def test_a_common_title_at_two_places_is_of_two_works(one: str, other: str) -> None:
    head = "author = {Rossi, Ada}, title = {Letter to the Editor}, year = 2015"
    assert reasons(f"@article{{a, {head}, {one}}}", f"@article{{b, {head}, {other}}}") == []


@pytest.mark.parametrize(
    "identifier",
    ["doi = {10.5555/ab}", "pmid = 12", "eprint = {1801.00001}, archiveprefix = {arXiv}"],
)
@pytest.mark.parametrize("other", [WHALES, f"{ADA}, title = {{Whales sing in deep water}}"])
def test_a_paper_that_carries_another_s_id_is_another_work(identifier: str, other: str) -> None:
    one = f"@article{{a, {ADA}, {SMALL}, {identifier}}}"
    assert reasons(one, f"@article{{b, {other}, {identifier}}}") == []


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("book", "Ada Rossi and Bo Wu, year = 2001", "Bo Wu and Ada Rossi, year = 2001"),
        ("book", "Ada Rosi and Bo Wu, year = 2001", "Ada Rossi and B. Wu, year = 2001"),
        ("book", "Ada Rossi and Bo Wu, year = 2001", ", year = 2001"),
        ("book", "Ada Rossi and Bo Wu and others, year = 2001", "Bo Wu and Ada Rosi, year = 2001"),
        ("report", "{Institute of Mosses}, year = 2001", ", year = 2001"),
        (
            "article",
            "Ada Rossi and Bo Wu, year = 2001, volume = 7, pages = {11-19}",
            "Cai Xu, year = 2001, volume = 7, pages = 11",
        ),
        (
            "article",
            f"Ada Rossi and Bo Wu, year = 2001, {J}, pages = {{11-19}}",
            f"Ada Rossi, year = 2001, {J}, pages = {{11--9}}",
        ),
        ("article", "Ann Rossi, year = 2019, volume = 30", "Ann Rosi, year = 2019, pages = 2"),
    ],
)
def test_a_careless_list_of_one_year_is_of_the_same_work(kind: str, one: str, other: str) -> None:
    assert reasons(*cited(kind, one, other)) == [(("a", "b"), ["title"])]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("book", "Ada Rossi and Bo Wu, year = 2001", "Bo Wu and Ada Rossi, year = 2004"),
        ("book", "Ada Rossi and Bo Wu", "Bo Wu and Ada Rossi"),
        ("book", "Ada Rossi and Bo Wu, year = 2001", "Ada Rossi and Cai Xu, year = 2001"),
        ("book", "Ada Rossi and Bo Wu, year = 2001", "Ada Rossi, year = 2001"),
        ("book", "Ada Rossi, year = 2001", ""),
        (
            "article",
            f"Ada Rossi, year = 2001, {J}, volume = 7, pages = {{382--390}}",
            f"Bo Wu, year = 2001, {J}, volume = 7, pages = {{397--399}}",
        ),
        (
            "article",
            "Ada Rossi, year = 1965, journal = {A}, volume = 38, pages = {114--117}",
            "Ada Rossi, year = 1998, journal = {B}, volume = 86, pages = {82--85}",
        ),
    ],
)
def test_a_list_that_names_others_is_of_another_work(kind: str, one: str, other: str) -> None:
    assert reasons(*cited(kind, one, other)) == []


def cited(kind: str, *rests: str) -> list[str]:
    """Return entries of one title; each rest has the authors, then fields."""
    named = (rest.partition(", ") for rest in rests)
    return [
        f"@{kind}{{{key}, {SMALL}, author = {{{names}}}, {fields}}}"
        for key, (names, _, fields) in zip("ab", named, strict=True)
    ]


def test_reports_of_one_page_with_one_main_title_are_several_works() -> None:
    head = f"{J}, volume = 6, number = 3, pages = 36, year = 1994"
    found = reasons(
        f"@article{{a, author = {{Lee, Ann}}, title = {{Report: Mosses}}, {head}}}",
        f"@article{{b, author = {{Wu, Bo}}, title = {{Report: Ferns}}, {head}}}",
    )
    assert found == []


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("incollection", "title = {Gem 1: Moss}, pages = 3", "title = {Gem 2: Moss}, pages = 9"),
        (
            "inproceedings",
            "title = {On making a moss}, doi = {10.5555/1}",
            "title = {On making a fern}, doi = {10.5555/2}",
        ),
        ("book", "title = {Learn Moss. Part A: Texts}", "title = {Learn Moss. Part B: Keys}"),
        ("book", "title = {Moos, Teil 1}", "title = {Moos, Teil 2}"),
        ("book", "title = {Mousses, tome I: herbes}", "title = {Mousses, tome II: arbres}"),
    ],
)
def test_parts_that_state_one_isbn_are_several_works(kind: str, one: str, other: str) -> None:
    isbn = "isbn = {978-0-306-40615-7}"
    texts = (f"@{kind}{{k{n}, {ADA}, {text}, {isbn}}}" for n, text in enumerate((one, other)))
    assert reasons(*texts) == []


def test_the_address_of_another_paper_is_not_the_identifier() -> None:
    stated, elsewhere = "pmid = 18044565", "url = {https://pubmed.ncbi.nlm.nih.gov/19154790/}"
    one = f"@article{{a, {ADA}, title = {{On moss}}, {stated}, {elsewhere}}}"
    assert reasons(one, f"@article{{b, {ADA}, title = {{On fern}}, pmid = 19154790}}") == []


def test_volumes_that_share_the_isbn_of_their_set_are_other_works() -> None:
    isbn = "isbn = {978-0-306-40615-7}"
    one, other = (f"@book{{v{n}, {ADA}, {SMALL}, volume = {n}, {isbn}}}" for n in (1, 2))
    assert reasons(one, other) == []
    chapter = f"@incollection{{c, {WHALES}, booktitle = {{On the making}}, {isbn}}}"
    assert reasons(one, chapter) == []


def test_what_is_like_two_works_does_not_bring_them_together() -> None:
    thesis = f"@phdthesis{{t, {ADA}, {SMALL}}}"
    page, article = f"@misc{{m, {ADA}, {SMALL}}}", f"@article{{a, {ADA}, {SMALL}, {J}}}"
    assert reasons(thesis, page, article) == [(("t", "m"), ["title"])]


def test_a_union_says_which_keys_it_changed() -> None:
    mine = loads(entry("a", more="doi={10.1000/1}") + "@misc{b, title={B}}", "bibtex", path="m.bib")
    theirs = loads(entry("b", more="doi={10.1000/1}"), "bibtex", path="t.bib")
    references = [*mine, *theirs]
    library, changed = unite(references, find_duplicates(references))
    assert changed == [("b", "a")]
    # "b" is the key of another work, and no alias.
    assert (library.keys(), library["a"].extra.get("ids")) == (("a", "b"), None)


def test_what_a_child_takes_over_identifies_it_not() -> None:
    library = loads(
        "@article{p, author={Quill, Mara}, title={Lamps by the Sea}, doi={10.5555/ab}}"
        "@misc{c, crossref={p}, title={Plate}}"
        "@misc{d, crossref={p}, title={Map}}",
        "bibtex",
    )
    assert find_duplicates(library) == ()


def test_a_subtitle_is_left_out_at_one_place_of_a_journal() -> None:
    place = "journal={Annals}, volume=4, pages={%s}, year=2003"
    short = entry("a", "Lamps by the Sea", more=place % "7--12")
    long = entry("b", "Lamps by the Sea: A Study of Light", more=place % "7--12")
    other = entry("c", "Lamps by the Sea: Letters of a Keeper", more=place % "31--40")
    (found,) = find_duplicates(loads(short + long + other, "bibtex"))
    assert [reference.key for reference in found.references] == ["a", "b"]


def test_a_doi_alone_in_a_note_tells_the_work() -> None:
    one = entry("a", more="doi={10.5555/ab}")
    note = entry("b", "Another Title of It", more="note={doi: 10.5555/AB}")
    about = entry("c", "Another Lamp by Night", more="note={See also doi: 10.5555/ab}")
    (found,) = find_duplicates(loads(one + note + about, "bibtex"))
    assert [reference.key for reference in found.references] == ["a", "b"]


def test_two_entries_of_a_file_with_one_key_are_one_work_unless_they_differ(tmp_path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(
        "@misc{a, author={Fei, Bo}, title={Moss on Mirrors}}\n"
        "@misc{a, author={Fei, Bo}, title={Moss on Mirrors: A Study}, year=2021}\n"
        "@misc{b, author={Hu, Mo}, title={Ferns of the Far Valley}}\n"
        "@misc{b, author={Hu, Mo}, title={Slow Turbines in Cold Water}}\n"
    )
    library = load(path)
    (found,) = find_duplicates([*library, *library.repeated])
    assert (found.keys, found.reasons) == (("a", "a"), (DuplicateReason.KEY,))


def test_merging_keeps_the_entries_whose_key_is_taken(tmp_path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(
        "% mine\n"
        "@misc{a, author={Fei, Bo}, title={Moss on Mirrors}}\n"
        "@misc{a, title={Moss on Mirrors}, year=2021}\n"
        "@misc{b, title={Ferns of the Far Valley}}\n"
        "@misc{b, title={Slow Turbines in Cold Water}}\n"
    )
    run = CliRunner().invoke(cli, ["duplicates", str(path), "--merge", str(path)])
    text = path.read_text()
    assert "a, a: the same citation key" in run.output
    assert [text.count(part) for part in ("% mine", "{a,", "2021", "{b,", "{ba,")] == [1] * 5


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Modelling the behaviour of moss", "Modeling the Behavior of Moss", True),
        ("On the organisation of colour", "On the Organization of Color", True),
        ("Ball nets in harbours", "Bal nets in harbours", False),
    ],
)
def test_british_and_american_titles_are_one_work(one: str, other: str, is_same: bool) -> None:
    entries = [
        f"@article{{{key}, author={{Fei, Bo}}, title={{{title}}}, journal={{Cell}}, year={{2020}}}}"
        for key, title in (("a", one), ("b", other))
    ]
    assert bool(find_duplicates(loads("\n".join(entries), "bibtex"))) is is_same

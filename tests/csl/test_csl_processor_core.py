"""The processor's core: each rule on a style of a few lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.csl.outputs import output_named
from refcore.csl.processor.cites import Citation, Cite
from refcore.csl.processor.engine import Engine
from refcore.csl.processor.finish import finished

STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
    "{macros}<citation {options}>{layout}</citation>"
    "<bibliography {listing}>{entry}</bibliography></style>"
)
NAMES_AND_YEAR = (
    '<layout delimiter="; " prefix="(" suffix=")"><group delimiter=" ">'
    '<names variable="author"><name form="short" and="text" initialize-with=". "/></names>'
    '<date variable="issued"><date-part name="year"/></date></group></layout>'
)
ENTRY = (
    '<layout><names variable="author"><name/></names><text variable="title" prefix=". "/></layout>'
)


def text(inlines, locale, output="text"):
    return output_named(output).inlines(finished(inlines, locale))


def processor(items, layout=NAMES_AND_YEAR, options="", entry=ENTRY, listing="", macros=""):
    style = STYLE.format(
        layout=layout, options=options, entry=entry, listing=listing, macros=macros
    )
    return Engine(style, items)


def cited(items, layout=NAMES_AND_YEAR, options="", **more):
    made = processor(items, layout, options, **more)
    cites = [Cite(str(item["id"])) for item in items]
    return text(made.cite_one(cites), made.locale)


def work(key, *families, year=2000, **more):
    authors = [dict(zip(("family", "given"), name.split("/"), strict=False)) for name in families]
    return {
        "id": key,
        "type": "book",
        "author": authors,
        "issued": {"date-parts": [[year]]},
        **more,
    }


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", "(Doe 2000; Doe 2000; Roe 2001)"),
        ('disambiguate-add-year-suffix="true"', "(Doe 2000a; Doe 2000b; Roe 2001)"),
        (
            'disambiguate-add-year-suffix="true" collapse="year"',
            "(Doe 2000a, 2000b; Roe 2001)",
        ),
        (
            'disambiguate-add-year-suffix="true" collapse="year-suffix" year-suffix-delimiter=","',
            "(Doe 2000a,b; Roe 2001)",
        ),
    ],
)
def test_cites_of_one_author_and_year(options, expected):
    items = [work("a", "Doe/J"), work("b", "Doe/J"), work("c", "Roe/R", year=2001)]
    assert cited(items, options=options) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ('disambiguate-add-givenname="true"', "(J. Doe 2000; A. Doe 2000)"),
        (
            'disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names"',
            "(J. Doe 2000; A. Doe 2000)",
        ),
    ],
)
def test_given_names_tell_people_apart(options, expected):
    assert cited([work("a", "Doe/John"), work("b", "Doe/Ann")], options=options) == expected


def test_names_are_added_until_cites_differ():
    options = 'et-al-min="2" et-al-use-first="1" disambiguate-add-names="true"'
    items = [work("a", "Doe/J", "Roe/R", "Poe/E"), work("b", "Doe/J", "Coe/C", "Poe/E")]
    assert cited(items, options=options) == "(Doe, Roe, et al. 2000; Doe, Coe, et al. 2000)"


def test_numbers_collapse_from_three_on():
    layout = (
        '<layout delimiter=", " prefix="[" suffix="]"><text variable="citation-number"/></layout>'
    )
    items = [work(key, "Doe/J") for key in "abcd"]
    assert cited(items, layout, 'collapse="citation-number"') == "[1–4]"
    made = processor(items, layout, 'collapse="citation-number"')
    assert text(made.cite_one([Cite("a"), Cite("b"), Cite("d")]), made.locale) == "[1, 2, 4]"


def test_positions_in_a_document():
    layout = (
        '<layout><choose><if position="ibid-with-locator"><text value="ibid+"/></if>'
        '<else-if position="ibid"><text value="ibid"/></else-if>'
        '<else-if position="subsequent"><text value="again"/></else-if>'
        '<else><text value="first"/></else></choose></layout>'
    )
    made = processor([work("a", "Doe/J"), work("b", "Roe/R")], layout)
    cites = [Cite("a"), Cite("a"), Cite("a", locator="3"), Cite("b"), Cite("a")]
    found = [text(out, made.locale) for out in made.cite([[cite] for cite in cites])]
    assert found == ["first", "ibid", "ibid+", "first", "again"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Why?", "“Why?” Next"),
        ("Plain", "“Plain.” Next"),
        ('The "Inner"', "“The ‘Inner.’” Next"),
    ],
)
def test_marks_move_into_quotes(title, expected):
    layout = (
        '<layout><text variable="title" quotes="true" suffix=". "/><text value="Next"/></layout>'
    )
    assert cited([work("a", "Doe/J", title=title)], layout) == expected


def test_a_group_without_its_variables_says_nothing():
    layout = (
        '<layout><text variable="title"/><group prefix=", " delimiter=" ">'
        '<text term="edition"/><number variable="edition" form="ordinal"/></group></layout>'
    )
    assert cited([work("a", "Doe/J", title="T")], layout) == "T"
    assert cited([work("a", "Doe/J", title="T", edition=2)], layout) == "T, edition 2nd"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("complete-all", ["Ann Doe, Rob Roe. 1", "———. 2", "Ann Doe, Edgar Poe. 3"]),
        ("complete-each", ["Ann Doe, Rob Roe. 1", "———, ———. 2", "Ann Doe, Edgar Poe. 3"]),
        ("partial-each", ["Ann Doe, Rob Roe. 1", "———, ———. 2", "———, Edgar Poe. 3"]),
        ("partial-first", ["Ann Doe, Rob Roe. 1", "———, Rob Roe. 2", "———, Edgar Poe. 3"]),
    ],
)
def test_authors_that_follow_themselves(rule, expected):
    items = [
        work("a", "Doe/Ann", "Roe/Rob", title="1"),
        work("b", "Doe/Ann", "Roe/Rob", title="2"),
        work("c", "Doe/Ann", "Poe/Edgar", title="3"),
    ]
    listing = f'subsequent-author-substitute="———" subsequent-author-substitute-rule="{rule}"'
    made = processor(items, listing=listing)
    assert [text(entry.inlines, made.locale) for entry in made.bibliography()] == expected


def test_what_replaces_missing_names_is_printed_once():
    layout = (
        '<layout><names variable="author"><substitute><text variable="title"/></substitute></names>'
        '<text variable="title" prefix="/"/></layout>'
    )
    assert cited([{"id": "a", "title": "T"}], layout) == "T"


def test_text_is_escaped_and_markup_kept():
    made = processor([], '<layout><text variable="title"/></layout>')
    made = processor(
        [{"id": "a", "title": "<i>A</i> & <script>"}], '<layout><text variable="title"/></layout>'
    )
    assert (
        text(made.cite_one([Cite("a")]), made.locale, "suite") == "<i>A</i> &#38; &#60;script&#62;"
    )


ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=8),
    st.lists(st.one_of(st.none(), st.text(max_size=3), st.dictionaries(st.text(), st.none()))),
    st.fixed_dictionaries({"date-parts": st.lists(st.lists(st.one_of(st.none(), st.integers())))}),
)


@given(st.dictionaries(st.sampled_from(["author", "issued", "title", "type", "edition"]), ODD))
def test_odd_items_are_rendered_without_an_exception(data):
    made = processor([{"id": "a", **data}])
    found = text(made.cite_one([Cite("a")]), made.locale)
    assert "None" not in found.replace(str(data.get("title")), "")
    assert len(made.bibliography()) <= 1


def test_a_note_with_several_citations_is_not_cited_again_as_ibid() -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation>'
        '<layout><choose><if position="ibid"><text value="ibid"/></if>'
        '<else><text variable="title"/></else></choose></layout></citation></style>'
    )
    processor = Engine(style, [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}])
    one, other = Cite("a"), Cite("b")
    shared = [Citation((one,), 1), Citation((other,), 1), Citation((other,), 2)]
    apart = [Citation((one,), 1), Citation((other,), 2), Citation((other,), 3)]
    assert processor.cite_all(shared) == [["A"], ["B"], ["B"]]
    assert processor.cite_all(apart) == [["A"], ["B"], ["ibid"]]

"""New keys for a library, and the same keys in its file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refcore import Authors, Date, Person, Reference, loads, make_keys
from refcore.bibtex.bibfile import BibFile
from refcore.curation import KeyTemplate
from refcore.curation.rename import rename_keys
from refcore.errors import DuplicateKey, UnknownKey

FAMILIES = ["Lee", "lee", "Leea", "Müller", "Muller", "", "Lee2020"]
KEYS = ["lee2020", "Lee2020", "lee2020a", "lee2020b", "lee2020zz", "muller2020", "x", "y", "z"]


def reference(key: str, family: str, year: int = 2020) -> Reference:
    authors = Authors([Person("A", family)]) if family else Authors()
    return Reference(key, authors=authors, issued=Date.of(year) if family else None)


references = st.lists(
    st.builds(reference, st.sampled_from(KEYS), st.sampled_from(FAMILIES)),
    unique_by=lambda held: held.key,
)


@given(references, st.sets(st.sampled_from(KEYS)))
def test_keys_are_unique_and_stable(held: list[Reference], existing: set[str]) -> None:
    keys = make_keys(held, "[auth:lower][year]", existing)
    assert list(keys) == [item.key for item in held]
    assert len({key.lower() for key in keys.values()}) == len(held)
    assert not {key.lower() for key in keys.values()} & {key.lower() for key in existing}
    renamed = [item.evolve(key=keys[item.key]) for item in held]
    again = make_keys(renamed, "[auth:lower][year]", existing)
    assert all(old == new for old, new in again.items())


@given(references, st.randoms())
def test_keys_once_given_stay_in_any_order(held: list[Reference], random) -> None:
    keys = make_keys(held, "[auth:lower][year]")
    renamed = [item.evolve(key=keys[item.key]) for item in held]
    random.shuffle(renamed)
    assert all(old == new for old, new in make_keys(renamed, "[auth:lower][year]").items())


@given(references)
def test_unrelated_references_change_nothing(held: list[Reference]) -> None:
    alone = make_keys(held, "[auth:lower][year]")
    more = [reference(f"other{place}", "Other") for place in range(3)]
    mixed = make_keys([more[0], *held, *more[1:]], "[auth:lower][year]")
    assert {key: mixed[key] for key in alone} == alone


def test_many_of_one_name_go_on_after_z() -> None:
    keys = list(make_keys([reference(f"k{n}", "Lee") for n in range(30)], "[auth]").values())
    assert [keys[n] for n in (0, 1, 26, 27, 29)] == ["Lee", "Leea", "Leez", "Leeaa", "Leeac"]


def test_a_key_to_keep_is_kept_and_not_given_to_another() -> None:
    held = [reference("Lee", "Wu"), reference("x", "Lee")]
    assert make_keys(held, "[auth]", keep=["Lee"]) == {"Lee": "Lee", "x": "Leea"}


def test_a_key_of_another_group_is_not_taken() -> None:
    held = [reference("x", "Lee"), reference("y", "Lee"), reference("z", "Leea")]
    assert make_keys(held, "[auth]") == {"x": "Lee", "y": "Leeb", "z": "Leea"}


BIB = """% a remark
@string{acm = "ACM"}
@inproceedings{y,
    title    = "Part",  % odd
    crossref = {X},
    related  = {x, z,y},
}

@proceedings{ x , title = acm # " 2020", xdata = {z}}
@misc(z, note={x})
"""


def test_renaming_changes_keys_and_mentions_alone() -> None:
    file = BibFile.parse(BIB)
    rename_keys(file, {"x": "z", "z": "x", "y": "y"})
    expected = BIB.replace("crossref = {X}", "crossref = {z}").replace("{x, z,y}", "{z, x, y}")
    expected = expected.replace("{ x ,", "{ z ,").replace("xdata = {z}", "xdata = {x}")
    assert file.to_text() == expected.replace("@misc(z,", "@misc(x,")


def test_renaming_nothing_writes_the_same_bytes() -> None:
    file = BibFile.parse(BIB.replace("\n", "\r\n").encode())
    rename_keys(file, {"x": "x"})
    assert file.to_bytes() == BIB.replace("\n", "\r\n").encode()


def test_a_wrong_key_is_refused() -> None:
    with pytest.raises(UnknownKey):
        rename_keys(BibFile.parse(BIB), {"nobody": "somebody"})
    with pytest.raises(DuplicateKey):
        rename_keys(BibFile.parse(BIB), {"x": "y"})


def written(item: Reference) -> str:
    family = item.authors.people[0].family if item.authors else ""
    lines = [f"@misc{{{item.key}", f"author = {{{family}, A}}", "year = 2020"]
    return ",\n  ".join([*lines, f"related = {{{item.key}}}\n}}"])


@given(references)
@settings(max_examples=50)
def test_a_file_takes_the_keys_that_were_made(held: list[Reference]) -> None:
    text = "\n\n".join(map(written, held))
    library = loads(text, "bibtex")
    keys = make_keys(library, "[auth:lower][year]")
    file = BibFile.parse(text)
    rename_keys(file, keys)
    assert list(file.entries) == list(keys.values())
    assert [entry["related"] for entry in file] == list(keys.values())


GROUPS = r"""@book{a1, title = {A}}
@book{b1, title = {B}}
@Comment{jabref-meta: groupstree:
0 AllEntriesGroup:;
1 ExplicitGroup:a1\;0\;a1\;b
1\;c\;;
1 KeywordGroup:K\;0\;keywords\;a1\;0\;0\;;
}
"""


def test_groups_of_jabref_list_the_new_keys() -> None:
    file = BibFile.parse(GROUPS)
    rename_keys(file, {"a1": "a2", "b1": "b2"})
    assert file.to_text() == (
        GROUPS.replace("{a1,", "{a2,")
        .replace("{b1,", "{b2,")
        .replace("\\;a1\\;b\n1\\;c", "\\;a2\\;b2\\;c")
    )
    assert file.to_bytes() == file.to_text().encode()


def test_the_original_date_takes_a_form() -> None:
    (work,) = loads("@book{k, author={A Bo}, title={T}, date=2001, origdate={1895-03}}", "biblatex")
    assert KeyTemplate.parse('auth + origdate("%Y%m")').apply(work) == "Bo189503"
    assert KeyTemplate.parse("auth + origdate").apply(work) == "Bo1895-03"

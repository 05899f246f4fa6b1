"""Lists that are the same letter by letter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from refcore.compare.authors import compare_authors, compare_in_full
from refcore.compare.identical import compare_identical
from refcore.model import Authors, Group, Person

_GIVEN = (
    "Ada Bo Émile Jean-Luc J. M. Van De Dr Prof Team Qwen Meta Al Et Jr Mary-Ann Ør Seung-won "
    "DeLiang D'Anca Md Do van der de la y den el Łukasz Ya'akov DSouza av al zu"
).split()
_FAMILY = (
    "Berg Fei Müller Smith-Jones Van Iii Team Others Phd Xi Ng Collaboration Md Ma McCann O'Brien "
    "Berg-lund Jr Neto Do Junior Esq Sr Šimek Lam-Yee-Mui Bin el"
).split()
_PEOPLE = st.builds(
    Person,
    given=st.lists(st.sampled_from(_GIVEN), min_size=1, max_size=4).map(" ".join),
    family=st.lists(st.sampled_from(_FAMILY), min_size=1, max_size=2).map(" ".join),
)


@settings(max_examples=150)
@given(st.lists(_PEOPLE, min_size=1, max_size=4))
def test_the_short_way_says_what_the_full_comparison_says(people: list[Person]) -> None:
    authors, names = Authors(people), [person.name for person in people]
    found = compare_identical(authors, names)
    assert found in (None, compare_in_full(authors, names))
    assert compare_authors(authors, names) == compare_in_full(authors, names)


def test_plain_names_take_the_short_way() -> None:
    people = [Person("Bo", "Fei"), Person("Jean-Luc M.", "Müller"), Person("Bo", "Ma")]
    people += [Person("DeLiang", "McCann"), Person("Seung-won", "O'Brien")]
    people += [Person("Kees van der", "Sluis"), Person("Ana Lund y", "Fei"), Person("Bo", "DSouza")]
    people += [Person("Ya'akov", "Lam-Yee-Fei"), Person("Łukasz", "Šimek")]
    assert compare_identical(Authors(people), [person.name for person in people]) is not None


def test_names_that_may_be_something_else_take_the_full_comparison() -> None:
    for person in (Person("Qwen", "Team"), Person("Prof", "Fei"), Person("Bo", "Fei", suffix="Jr")):
        assert compare_identical(Authors([person]), [person.name]) is None
    assert compare_identical(Authors([Group("Bo Fei")]), ["Bo Fei"]) is None
    assert compare_identical(Authors([Person("Bo", "Fei")], others=True), ["Bo Fei"]) is None
    assert compare_identical(Authors([Person("Bo", "Fei")]), ["Bo Fei", "Ada Berg"]) is None
    assert compare_identical(["Bo Fei"], ["Bo Fei"]) is None

"""Author lists: how they end, what they leave out, which work they belong to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.markdown import read
from refcore.model import Orcid, Person
from refcore.names.running import read_names

ID = "2506.13585"


def authors(text: str) -> tuple[list[str], bool | int]:
    found = read(text).by_arxiv(ID).authors
    return [name.name for name in found], found.others


@pytest.mark.parametrize(
    ("tail", "others"),
    [
        ("", False),
        (" et al.", True),
        (", et al.", True),
        (" and others", True),
        (" and colleagues", True),
        (", …", True),
        (", ...", True),
        (" (and 27 additional authors)", 27),
        (", and 12 others", 12),
        (" + 3 more", 3),
        (" and twenty-seven other authors", 27),
        (" and 1,234 others", 1234),
        (" and over 20 others", True),
    ],
)
def test_what_a_list_leaves_out(tail: str, others: bool | int) -> None:
    names, found = authors(f"- *A title of it* (arXiv:{ID})\n  - Ada Berg, Bo Fei{tail}\n")
    assert names == ["Ada Berg", "Bo Fei"]
    assert found == others
    assert isinstance(found, bool) == isinstance(others, bool)


@pytest.mark.parametrize(
    "text",
    [
        f'- "A title of it" by Ada Berg, Bo Fei and Mo Far (arXiv:{ID})',
        f"- [A title of it](https://arxiv.org/abs/{ID}) by Ada Berg, Bo Fei & Mo Far",
        f"- [A title of it](https://arxiv.org/abs/{ID}), by Ada Berg, Bo Fei, and Mo Far. 2025.",
        f"- Ada Berg, Bo Fei and Mo Far. *A title of it*. arXiv:{ID}",
        f'[1] Ada Berg, Bo Fei, Mo Far, "A title of it," arXiv:{ID}, 2025.',
        f"[^1]: Ada Berg, Bo Fei, and Mo Far, *A title of it*, arXiv:{ID}.",
        f"- Berg, Ada; Fei, Bo; Far, Mo (2025). *A title of it*. arXiv:{ID}",
        f"- **A title of it**\n  Ada Berg, Bo Fei, Mo Far\n  [pdf](https://arxiv.org/pdf/{ID})",
        f"- **A title of it** (arXiv:{ID})\n  - Ada Berg\\*, Bo Fei<sup>1,2</sup>, Mo Far†",
        f"## A title of it\n\n**Authors:** Ada Berg (MIT), Bo Fei¹ and Mo Far^2^\n\narXiv:{ID}",
        f"## A title of it\n\n- arXiv: {ID}\n- Authors: Ada Berg, the team, Bo Fei, Mo Far",
        f"## A title of it\n\narXiv:{ID}\n\nAuthors:\n\n- Ada Berg\n- Bo Fei (MIT)\n- Mo Far\n",
        f"# A title of it\n\narXiv:{ID}\n\n## Authors\n\n1. Ada Berg\n2. Bo Fei\n3. Mo Far\n",
        f"|Title|Authors|Link|\n|-|-|-|\n|A title of it|Ada Berg, Bo Fei, Mo Far|arXiv:{ID}|",
        f"*A title of it* (arXiv:{ID}). The authors are: Ada Berg, Bo Fei, Mo Far.",
        f"Ada Berg, Bo Fei and Mo Far introduced *A title of it* (arXiv:{ID}).",
        f"- Title: A title of it\n- Authors: Ada Berg, Bo Fei, Mo Far\n- Link: arXiv:{ID}",
        f"A title of it by Ada Berg, Bo Fei, Mo Far\nhttps://arxiv.org/abs/{ID}",
    ],
)
def test_full_list_in_every_form(text: str) -> None:
    assert authors(text) == (["Ada Berg", "Bo Fei", "Mo Far"], False)
    assert read(text).by_arxiv(ID).title == "A title of it"


def test_initials_before_and_after_the_family_name() -> None:
    before = authors(f"A. B. Berg, B.-C. Fei and J. D. van Far. *It is so*. arXiv:{ID}")
    behind = authors(f"Berg, A. B., Fei, B.-C., & van Far, J. D. (2025). *It is so*. arXiv:{ID}")
    assert before == behind == (["A. B. Berg", "B.-C. Fei", "J. D. van Far"], False)


def test_names_of_many_scripts() -> None:
    text = (
        f"- *T of it* (arXiv:{ID})\n  - 王小明, Łukasz Kaiser, Peter H. N. de With, Ōe Kenzaburō\n"
    )
    assert authors(text)[0] == ["王小明", "Łukasz Kaiser", "Peter H. N. de With", "Ōe Kenzaburō"]


@pytest.mark.parametrize(
    ("odd", "expected"),
    [("bo Fei", "bo Fei"), ("Bo1ris Fei", "Bo1ris Fei"), ("Fei", "Fei"), ("B Fei", "B Fei")],
)
def test_odd_name_in_a_list_stays_in_it(odd: str, expected: str) -> None:
    row = ["Ada Berg", "Carl Diaz", "Dora Eng", "Mo Far", "Zoe Ng"]
    for place in range(len(row) + 1):
        names = [*row[:place], odd, *row[place:]]
        found, others = authors(f"- arXiv:{ID}\n  - {', '.join(names)} (and 2 more)\n")
        assert (found, others) == ([expected if n == odd else n for n in names], 2)


def test_orcid_after_a_name() -> None:
    text = f"*T of it* (arXiv:{ID})\n\nAuthors: Ada Berg (0000-0002-1825-0097), Bo Fei"
    first = read(text).by_arxiv(ID).authors[0]
    assert first == Person("Ada", "Berg", orcid=Orcid("0000-0002-1825-0097"))


def test_each_paper_of_a_paragraph_has_its_own_list() -> None:
    text = (
        "Berg et al. (arXiv:2501.00001) began it. Later, Fei and Far (2024) went on, "
        "and Diaz et al. (arXiv:2501.00002) ended it. "
        "*A third one* by Bo Fei and Mo Far (arXiv:2501.00003) and *a fourth* (arXiv:2501.00004)."
    )
    library = read(text)
    found = [str(library.by_arxiv(f"2501.0000{n}").authors) for n in range(1, 5)]
    assert found == ["Berg et al.", "Diaz et al.", "Bo Fei, Mo Far", ""]


def test_each_section_has_its_own_list() -> None:
    text = "".join(
        f"## Paper {n}\n\nhttps://arxiv.org/abs/2501.0000{n}\n\nAuthors: {who}, Bo Fei\n\n"
        for n, who in ((1, "Ada Berg"), (2, "Mo Far"))
    )
    library = read(text)
    assert [r.authors[0].name for r in library] == ["Ada Berg", "Mo Far"]


def test_full_list_goes_before_et_al() -> None:
    text = f"Berg et al. (arXiv:{ID}) did it.\n\n## Authors\n\nAda Berg, Bo Fei, Mo Far\n"
    assert authors(text) == (["Ada Berg", "Bo Fei", "Mo Far"], False)


def test_item_that_names_another_work_gives_its_list_to_none() -> None:
    text = f"- **Foo-1**: arXiv:{ID}\n- **Bar-2**: unpublished. Authors: Ada Berg, Bo Fei\n"
    assert authors(text) == ([], False)


@pytest.mark.parametrize(
    "text",
    [
        f"[A title of it](https://arxiv.org/abs/{ID})",
        f"We use arXiv:{ID}, Python, Rust and Go.",
        f"Trained by the team, as used by Google and by others (see arXiv:{ID}).",
        f"- arXiv:{ID}\n- Topics: Machine Learning, Computer Vision\n",
        f"- arXiv:{ID}\n  - the team, the others, many people\n",
        f"It was released by Monday. Large Language Models are here (arXiv:{ID}).",
        f"Scaling by a factor of two, by means of attention (arXiv:{ID}).",
    ],
)
def test_no_list_where_none_is_stated(text: str) -> None:
    assert authors(text) == ([], False)


@given(
    st.lists(
        st.tuples(st.from_regex(r"[A-Z][a-z]{2,6}", fullmatch=True)).map(
            lambda given: f"{given[0]}o Zq{given[0].lower()}"
        ),
        min_size=2,
        max_size=30,
    ),
    st.integers(1, 500),
)
def test_written_list_is_read_back(names: list[str], more: int) -> None:
    found = read_names(", ".join(names) + f" and {more} others", lenient=True)
    assert found is not None
    assert [name.name for name in found.names] == names
    assert found.others == more

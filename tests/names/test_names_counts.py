"""How lists say how many authors there are, in each reader of names."""

import pytest

from refcore.bibtex.names import read_names as read_bib_names
from refcore.compare import compare_authors
from refcore.markdown import read
from refcore.names import read_author_list
from refcore.names.counts import count_of
from refcore.names.numbers import holds_number
from refcore.names.running import read_names

# The text after two names, and how many authors it leaves out.
COUNTS = [
    (" and 2,931 others", 2931),
    (", and 2.931 others", 2931),
    (" and 2'931 others", 2931),
    (" et 2\u202f931 autres", 2931),
    (" et 2 931 autres", 2931),
    (", et al. (54 authors)", 52),
    (" et al. (54 authors in total)", 52),
    (", 54 authors in total", 52),
    (" (54 authors)", 52),
    (" und 27 weitere", 27),
    (" u. 27 a.", 27),
    (" und 27 weitere Autoren", 27),
    (" et 27 autres auteurs", 27),
    (" y otros 27", 27),
    (" y 27 autores más", 27),
    (" e altri 27", 27),
    (" e outros 27 autores", 27),
    (" och 27 andra", 27),
    (" и ещё 27 авторов", 27),
    (", +27 more", 27),
    (", +2,931", 2931),
    (", 27 additional", 27),
    (" and the remaining 27 authors", 27),
    (" and 27 authors", 27),
    (" with 12 co-authors", 12),
    (" et al. (12 co-authors)", True),
    (" and over 27 others", True),
    (" and 27+ others", True),
    (" (2 authors)", False),
]


@pytest.mark.parametrize(("behind", "left"), COUNTS)
def test_a_count_after_names(behind: str, left: bool | int) -> None:
    text = f"Bo Fei, Al Go{behind}"
    pasted, running = read_author_list(text), read_names(text)
    assert running is not None
    assert [name.name for name in pasted] == ["Bo Fei", "Al Go"]
    assert [name.name for name in running.names] == ["Bo Fei", "Al Go"]
    assert (pasted.others, running.others) == (left, left)
    assert running.end == len(text)


@pytest.mark.parametrize(("behind", "left"), COUNTS)
def test_a_count_in_a_note(behind: str, left: bool | int) -> None:
    note = f"- **Title:** On Things\n- **Authors:** Bo Fei, Al Go{behind}\n- arXiv:2506.13585\n"
    (paper,) = read(note)
    assert len(paper.authors) == 2
    assert paper.authors.others == left


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("李雷、韩梅梅等27人", 2, 25),
        ("李雷等共27人", 1, 26),
        ("李雷、韩梅梅,另27人", 2, 27),
        ("山田太郎、鈴木花子 他27名", 2, 27),
        ("山田太郎、鈴木花子ほか27名", 2, 27),
        ("홍길동, 김철수 외 27명", 2, 27),
        ("홍길동, 김철수 등 27명", 2, 25),
    ],
)
def test_counts_of_east_asia(text: str, names: int, left: int) -> None:
    authors = read_author_list(text)
    assert (len(authors), authors.others) == (names, left)


def test_a_total_is_compared_as_a_total() -> None:
    record = ["Ada Berg", "Bo Fei", "Carl Diaz", "Dora Eng"]
    for claim in ("Ada Berg et al. (4 authors)", ["Ada Berg", "4 authors in total"]):
        assert compare_authors(claim, record).verdict == "truncated-ok"
    assert compare_authors("Ada Berg et al. (54 authors)", record).is_wrong
    assert not compare_authors("Ada Berg et al. (3 co-authors)", record).is_wrong


def test_a_count_in_a_bib_file() -> None:
    names, faults = read_bib_names("Fei, Bo and Go, Al and 2,931 others")
    assert names.others == 2931
    assert faults


@pytest.mark.parametrize("text", ["Bo Fei", "Otto Berg III", "27", "3M Research", "54 Lamps"])
def test_what_is_not_a_count(text: str) -> None:
    assert count_of(text) is None


@pytest.mark.parametrize(
    ("text", "more", "in_all"),
    [
        ("27 authors", 0, 27),
        ("27 authors not shown", 27, 0),
        ("27 authors in total", 0, 27),
        ("27 others in total", 0, 27),
        ("another 27", 27, 0),
        ("and plus another 27 authors", 27, 0),
        ("all 27 researchers", 0, 27),
        ("all 27", 0, 27),
        ("about 27 authors in total", 0, 0),
        ("27 co-authors", 0, 0),
        ("+ 27", 27, 0),
        ("+ 27+", 0, 0),
    ],
)
def test_what_the_words_around_a_number_say(text: str, more: int, in_all: int) -> None:
    assert count_of(text) == (more, in_all)


@pytest.mark.parametrize("text", ["27", "and 27", "27 oaks", "about 27", "another"])
def test_a_number_alone_is_not_a_count(text: str) -> None:
    assert count_of(text) is None


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Bo Fei and 0 others", True),
        ("Bo Fei 0001", False),
        ("Bo Fei 1200", True),
        ("Bo Fei and Twenty-Seven others", True),
        ("Bo Fei und FÜNF andere", True),
        ("Bo Seventeenth", False),
        ("Bo Tensor", False),
        ("Bo_ten", False),
        ("seven-fold", True),
    ],
)
def test_a_number_is_seen_quickly(text: str, holds: bool) -> None:
    assert holds_number(text) is holds

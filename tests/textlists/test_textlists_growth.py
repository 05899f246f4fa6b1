"""Long and hostile lists are read in a time that grows with them, up to a limit."""

import runpy
from pathlib import Path

import pytest

from refcore.diagnostics import Severity
from refcore.errors import UnreadableInput
from refcore.textlists import cues, read, reader, votes
from refcore.textlists.clean import joined
from refcore.textlists.cues import INSIDE, Zone
from refcore.textlists.cueweights import TitleWeights, loosened, weight_of
from refcore.textlists.reader import read_pieces
from refcore.textlists.segment import Ways
from refcore.textlists.split import Piece, _key, split_list

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
STEPS = runpy.run_path(str(BENCHMARKS / "growth.py"))["steps"]
TEXTS = (
    "Fei, B., Chen, A. (2019). Of words, and of signs? The Lancet, 12(3), 45–67. Springer.",
    "[1] B. Fei and A. Chen, “Why words?,” in Proceedings of the 5th Conference on Words, 2nd ed.",
    "Wu C. Words in Boca Raton [Internet]. PhD thesis, Kyoto University; 2020. Available at x.org",
    "2019, 2020 2021–2022. Words // Language 91 [6] / B. Fei. arXiv:2401.00001 doi:10.1000/x",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_part_weighs_what_all_cues_say_of_it(text: str) -> None:
    weights = TitleWeights(text)
    for start in range(0, len(text), 3):
        for end in range(start + 1, len(text) + 1, 4):
            assert weights.of(start, end) == pytest.approx(weight_of(Zone.INSIDE, text[start:end]))


def test_each_cue_in_a_title_lowers_its_weight() -> None:
    assert all(cue.weight < 0 for cue in INSIDE)
    weights = TitleWeights(TEXTS[0])
    assert weights.of(0, len(TEXTS[0]), least=-5.0) == float("-inf")


@pytest.mark.parametrize("cue", INSIDE)
def test_a_loosened_pattern_looks_at_nothing_around(cue: cues.Cue) -> None:
    bare = loosened(cue.pattern)
    assert not any(sign in bare for sign in ("(?=", "(?!", "(?<", "$", r"\b"))


@pytest.mark.parametrize(
    "unit", ["$\n", "a-\n", "https://a.org/\n", "TY  - a\n", "a: b\n", "- a\n"]
)
def test_lists_of_short_lines_are_split_and_read_in_steps_that_grow_with_them(unit: str) -> None:
    read(unit * 5)
    short, long = (STEPS(lambda count=count: split_list(unit * count)) for count in (150, 600))
    assert long <= 5 * short
    pieces = [Piece(unit.strip())]
    short, long = (STEPS(lambda count=count: read_pieces(pieces * count)) for count in (30, 120))
    assert long <= 5 * short


@pytest.mark.parametrize("name", ["Bo Fei, ", "B. Fei, ", "Fei, B., ", "Fei B, "])
def test_the_ends_of_a_long_list_of_names_are_weighed_in_steps_that_grow_with_it(
    name: str,
) -> None:
    def listed(count: int) -> str:
        return f"{name * count}An Li. On the moss of the north. Journal of Moss 12 (2020) 1-9.\n"

    read(listed(5))
    short, long = (STEPS(lambda count=count: read(listed(count))) for count in (60, 240))
    assert long <= 4.4 * short


@pytest.mark.parametrize("count", [11, 12, 13, 20, 21, 40])
def test_a_title_behind_many_names_is_no_further_name(count: int) -> None:
    people = ", ".join(f"{letter}. Castell" for letter in "ABCDEFGHJKLMNOPRSTVW" * 2)
    names = ", ".join(people.split(", ")[:count])
    text = f"{names}. Moss, Fern, Reed, and Sedge. Journal of Moss 12 (2020) 1-9.\n"
    [found] = read(text)
    assert (len(found.authors), found.title) == (count, "Moss, Fern, Reed, and Sedge")


@pytest.mark.parametrize("unit", ["2020 ", "1", "`", "1-", "a, ", "http://a.org/2020/"])
def test_long_references_are_read_in_steps_that_grow_with_them(unit: str) -> None:
    read(unit * 5)
    short, long = (
        STEPS(lambda size=size: read(unit * (size // len(unit)))) for size in (1500, 6000)
    )
    assert long <= 6 * short


def test_what_is_broken_at_line_ends_is_joined_once() -> None:
    lines = ["a-", "https://a.org/", "b/"] * 1000
    assert len(joined(lines)) >= 3000 * 2
    assert joined(["See doi: 10.1000/abc", "def/x"]) == joined(["See", "doi: 10.1000/abc", "def/x"])
    long = ["word " * 300, "Sur-", "vey"]
    assert joined(long).endswith(" word Survey")


def test_past_the_limits_an_error_names_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MOST", 3)
    library = read("".join(f"[{n}] B. Fei. Words of {n}. 2019.\n" for n in range(1, 6)))
    [found] = library.diagnostics
    assert len(library) == 3
    assert found.severity is Severity.ERROR
    assert found.location.line == 4
    assert "more than 3 references" in str(found)


def test_the_words_of_a_list_have_a_limit_and_the_first_reference_is_read() -> None:
    pieces = [Piece("word " * 1_000, line=line) for line in range(1, 4)]
    assert reader._within_limits(pieces) == 3
    assert reader._within_limits(pieces * 100) == 100
    assert reader._within_limits([]) == 0


def test_past_the_lines_that_are_read_an_error_names_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "_MOST_LINES", 4)
    text = "".join(f"[{n}] B. Fei. Words of {n}. 2019.\r\n" for n in range(1, 7))
    library = read(text)
    [found] = library.diagnostics
    assert (len(library), found.location.line) == (4, 5)
    assert "at most 4 lines" in str(found)
    assert not read(text[: text.index("[5]")]).diagnostics


def test_bibtex_is_known_after_many_lines_and_these_are_searched_once(seconds_of) -> None:
    with pytest.raises(UnreadableInput, match="is BibTeX"):
        read("\n\n \n  @misc{a, title = {T}}")
    # When each line was searched to its end, these took a minute.
    assert seconds_of(lambda: read("a" + "\n" * 300_000 + "b")) < 5


def test_a_line_of_particles_is_sorted_by_one_of_the_first_words(seconds_of) -> None:
    # When the words after each particle were copied, this took more than thirty seconds.
    assert seconds_of(lambda: _key("de la " * 170_000 + "Cruz")) < 1
    assert _key("de la Cruz, A. Of words.") == "cruz"


def test_a_long_list_is_read_by_its_layout_as_each_reference_is_in_all_ways() -> None:
    families = ("Brandt", "Castell", "Farrow", "Moor", "Pell", "Quill", "Osei", "Ruiz")
    texts = [
        f"{families[n % 8]}, A., & {families[(n * 3 + 1) % 8]}, B. ({1990 + n % 30}). "
        f"Words {families[n % 5].lower()} of {n}: a study. Journal of Words, {n}, {n}–{n + 9}."
        for n in range(130)
    ]
    step = -(-len(texts) // votes._SAMPLE)
    _, layout = votes._voted([Ways(text) for text in texts[::step]])
    for text, found in zip(texts, votes.readings_of_list(texts), strict=True):
        assert found is not None
        whole = Ways(text).best(layout)
        assert whole is not None
        assert (found.names, found.date, found.title) == (whole.names, whole.date, whole.title)

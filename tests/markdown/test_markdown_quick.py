"""Quick tests before slow patterns: none of them hides what its pattern finds in real notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from refcore.formats import loads
from refcore.markdown import fields, links, runs, segments, titles
from refcore.markdown.cuttitles import citation, cited_before, credited
from refcore.markdown.links import Inline
from refcore.markdown.venues import is_date, is_venue_or_date
from refcore.names import running, surnames
from refcore.names.surnames import joined_surnames

NOTES = sorted((Path(__file__).parent / "notes").glob("*.md"))
LINES = [
    line
    for path in NOTES[::3]
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
    if line.strip()
]


OPENING = (
    surnames._OPENS,
    surnames._OPENS_DATED,
    surnames._OPENS_ELIDED,
    surnames.SURNAMES,
    surnames._OPENS_COLON,
    surnames._OPENS_LISTED,
    surnames._OPENS_DASHED,
)


def _at_words(pattern: re.Pattern[str], quick: Callable[[str, int], bool], line: str) -> bool:
    """Return whether a quick test admits each place of a line at which the pattern matches."""
    places = {0, *(match.end() for match in re.finditer(r"\w\b", line))}
    return all(quick(line, place) for place in places if pattern.match(line, place))


def _may_name(line: str) -> bool:
    return any(sign in line.casefold() for sign in links._SIGNS)


def _is_label_seen(line: str) -> bool:
    return not fields._FOREIGN.search(line) or fields._may_have_label(line)


def _is_title_label_seen(line: str) -> bool:
    known = any(word in line.casefold() for word in titles.TITLE_WORDS)
    return known or not titles.TITLE_LABEL.search(line)


def _is_announcement_seen(line: str) -> bool:
    known = any(word in line.casefold() for word in runs._SAYS_WHO)
    return known or not (runs.AUTHORISH.search(line) or runs._PEOPLE.search(line))


@pytest.mark.parametrize(
    "holds",
    [
        lambda line: _at_words(running._OTHERS, running._may_be_others, line),
        lambda line: _at_words(running._INVERTED, running._may_be_inverted, line),
        lambda line: all(_at_words(pattern, surnames._may_open, line) for pattern in OPENING),
        lambda line: not links._IN_TEXT.search(line) or _may_name(line),
        _is_label_seen,
        _is_title_label_seen,
        _is_announcement_seen,
        lambda line: not fields._ANSWER.search(line) or fields._MAY_ANSWER.search(line),
        lambda line: not fields._GLUED.search(line) or fields._MAY_BE_GLUED.search(line),
        lambda line: not fields._FOREIGN_AFTER.search(line) or fields._FOREIGN_WORD.search(line),
        lambda line: not titles._AFTER_TITLE.search(line) or not titles._BEHIND.isdisjoint(line),
    ],
    ids="others turned surnames id label title people answer glued foreign behind".split(),
)
def test_a_quick_test_admits_all_that_its_pattern_finds(holds: Callable[[str], object]) -> None:
    assert len(LINES) > 5000
    assert [line for line in LINES if not holds(line)] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quill, Fenn, Vale (2024). On It", ["Quill", "Fenn", "Vale"]),
        ("Quill & Fenn, 2024: On It", ["Quill", "Fenn"]),
        ("Quill, Fenn et al. (2024)", ["Quill", "Fenn"]),
        ("Quill, Fenn, Vale: *On It*", ["Quill", "Fenn", "Vale"]),
        ("Quill, Fenn, “On It”", ["Quill", "Fenn"]),
        ("Quill, Fenn, arXiv:2506.13585", ["Quill", "Fenn"]),
        ("Quill, Fenn, ArXiv:2506.13585", ["Quill", "Fenn"]),
        ("Quill--Fenn--Vale, *On It*", ["Quill", "Fenn", "Vale"]),
        ("van Quill, de la Fenn (2024). On It", ["van Quill", "de la Fenn"]),
        ("Quill, Fenn etal (2024)", ["Quill", "Fenn"]),
        ("Quill, Fenn et al (2024)", ["Quill", "Fenn"]),
        ("Квилл, Фенн и Вейл, 2024: On It", ["Квилл", "Фенн", "Вейл"]),
        ("Квилл, Фенн, и Вейл (2024). On It", ["Квилл", "Фенн", "Вейл"]),
        ("Квилл, Фенн, и Вейл: *On It*", ["Квилл", "Фенн", "Вейл"]),
        ("Quill, F., Vale, M. (2024). On It", []),
        ("Ada Quill, Bo Fenn. On It", []),
    ],
)
def test_family_names_that_open_an_entry_are_seen(text: str, names: list[str]) -> None:
    assert surnames.opening_surnames(text, 0)[0] == names


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Ada Berg, Bo Fei", " Bo Fei"),
        ("Ada Berg; Bo Fei", " Bo Fei"),
        ("Ada Berg and Bo Fei", "nd Bo Fei"),
        ("Ada Berg and Bo Fei, Mo Far", " Mo Far"),
        ("Ferdinand Berg", "Ferdinand Berg"),
        ("Ada Berg,", ""),
        ("王伟、李娜", "李娜"),
    ],
)
def test_the_last_part_of_names_is_behind_the_last_separator(text: str, last: str) -> None:
    assert Inline(text, (), 1, ())._last_part(0, len(text)) == last


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("On the Form of Things", True),
        ("On the Form of Things.", True),
        ("Über die Form", True),
        ("On the Form by Ada Berg", False),
        ("On the Form. Of Things", False),
        ("On the Form - Things", False),
        ("On It 2", False),
        ("On It\nAda Berg", False),
        ("形について", False),
    ],
)
def test_words_with_nothing_between_them_are_one_segment(text: str, is_one: bool) -> None:
    assert segments._is_one(Inline(text, (), 1, ()), 0, len(text)) is is_one


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We follow Berg & Fei (2020)", ["Berg", "Fei"]),
        ('It is from Ada "May" Berg and Bo Fei (2020)', ["Ada Berg", "Bo Fei"]),
        ('Berg, A. "On the Form of Things." *Acta* (2020)', []),
        ("Berg, A. “On the Form of Things.” *Acta* (2020)", []),
    ],
)
def test_a_quotation_ends_a_citation_before_an_address(text: str, names: list[str]) -> None:
    found = cited_before(text)
    assert [name.name for name in found.names.names] == names if found else names == []


@pytest.mark.parametrize(
    ("text", "is_cited", "is_credited"),
    [
        ("", False, False),
        ("On the Form of Things", False, False),
        ("Ada Berg and Bo Fei", False, False),
        ("Berg & Fei", False, True),
        ("Berg & Fei, 2020", True, False),
        ("Berg & Fei, ICML 2020", True, False),
        ("Ada Berg, Bo Fei (2020) On the Form", True, False),
        ('Ada Berg and Bo Fei. "On the Form of It."', True, False),
        ("Ada Berg, Bo Fei, On the Form of Things", False, True),
    ],
)
def test_marks_part_names_from_a_title(text: str, is_cited: bool, is_credited: bool) -> None:
    assert (citation(text) is not None) is is_cited
    if not is_cited:
        assert (credited(text) is not None) is is_credited


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Berg, A., Fei, B., Far, M. On It.", ["A. Berg", "B. Fei", "M. Far"]),
        ("Berg, A. B., Fei, C. D., & Far, M. (2020)", ["A. B. Berg", "C. D. Fei", "M. Far"]),
        ("Berg, A., Fei, B., et al. On It.", ["A. Berg", "B. Fei"]),
        ("Berg, A., Fei, B., and Far, M. On It.", ["A. Berg", "B. Fei", "M. Far"]),
        ("Berg, A., 2020. On It.", ["A. Berg"]),
        ("Berg, A., *On the Form*", ["A. Berg"]),
        (
            "van Berg, A., O'Fei, B., Far-Moss, M. On It.",
            ["A. van Berg", "B. O'Fei", "M. Far-Moss"],
        ),
        ("Berg, J.-P., Fei, B., Far, M. On It.", ["J.-P. Berg", "B. Fei", "M. Far"]),
        ("Berg, A.; Fei, B.; Far, M. On It.", ["A. Berg", "B. Fei", "M. Far"]),
    ],
)
def test_a_family_name_and_its_initials_are_taken_together(text: str, names: list[str]) -> None:
    found = running.read_names(text)
    assert [name.name for name in found.names] == names if found else names == []


def test_more_unknown_words_than_a_venue_has_end_its_reading() -> None:
    assert is_venue_or_date("FooConf Bar 2021")
    assert not is_venue_or_date("FooConf Bar Baz 2021")
    assert not is_venue_or_date("Ada Berg Bo Fei NeurIPS 2021")
    assert is_date("March 2024")
    assert not is_date("March")
    assert joined_surnames("Berg & Fei")[0] == ["Berg", "Fei"]


@pytest.mark.parametrize("write", [str.lower, str.title, str.upper])
@pytest.mark.parametrize("word", [word for word in fields.LABEL_WORDS if len(word) > 1])
def test_a_label_is_read_in_any_letters(word: str, write: Callable[[str], str]) -> None:
    text = f"{write(word)}: x"
    if fields._FOREIGN.search(text):
        assert fields._may_have_label(text)
        assert fields._FOREIGN.sub(fields._english, text).startswith(fields.LABEL_WORDS[word])


@pytest.mark.parametrize(
    "labels", [("Yazarlar", "Başlık", "Bağlantı"), ("YAZARLAR", "BAŞLIK", "BAĞLANTI")]
)
def test_turkish_labels_are_read_in_capitals(labels: tuple[str, ...]) -> None:
    rows = ("Bo Fei, An Li", "On the Moss", "https://arxiv.org/abs/2506.13585")
    text = "\n".join(f"{label}: {row}" for label, row in zip(labels, rows, strict=True))
    [found] = loads(text, "markdown")
    assert (found.title, [name.name for name in found.authors]) == (rows[1], ["Bo Fei", "An Li"])

"""What must hold for any list: variants never break it, breaking edits always do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from refcore.compare import ListVerdict, compare_authors, compare_names

NAMES = [
    ("Ashish", "Vaswani"),
    ("Noam", "Shazeer"),
    ("Jakob", "Uszkoreit"),
    ("Łukasz", "Kaiser"),
    ("Çağlar", "Gülçehre"),
    ("Dzmitry", "Bahdanau"),
    ("Jürgen", "Schmidhuber"),
    ("Søren", "Maaløe"),
    ("Éva", "Tardos"),
    ("Ming-Wei", "Chang"),
    ("Yu-Xiong", "Wang"),
    ("Christopher D.", "Manning"),
    ("Hugo Maria", "Rodríguez"),
    ("Wojciech", "Zaremba"),
    ("Olga", "Russakovsky"),
    ("Kei", "Nakamura"),
    ("Thandiwe", "Ndlovu"),
    ("Fatima", "Benali"),
    ("Priya", "Goyal"),
    ("Zeyuan", "Allen-Zhu"),
    ("Gaël", "Varoquaux"),
    ("Anders", "Søgaard"),
    ("Quentin", "Weiß"),
    ("Bo", "Xu"),
    ("Irina", "Petrova"),
]
FOLDED = {"ł": "l", "Ł": "L", "ø": "o", "ß": "ss", "ğ": "g"}
LATEX = {"ł": r"{\l}", "Ł": r"{\L}", "ø": r"{\o}", "ß": r"{\ss}"}
ACCENTS = {"\u0301": "'", "\u0300": "`", "\u0308": '"', "\u0327": "c", "\u0306": "u"}

Name = tuple[str, str]
people = st.lists(st.sampled_from(NAMES), min_size=2, max_size=12, unique=True)


def plain(name: Name) -> str:
    return f"{name[0]} {name[1]}"


def filed(name: Name) -> str:
    return f"{name[1]}, {name[0]}"


def initials(name: Name) -> str:
    given = "-".join(f"{part[0]}." for part in name[0].split()[0].split("-"))
    return f"{given} {name[1]}"


def bare_initials(name: Name) -> str:
    return f"{name[1]} {name[0][0]}"


def folded(name: Name) -> str:
    text = "".join(FOLDED.get(char, char) for char in plain(name))
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def upper(name: Name) -> str:
    return plain(name).upper()


def flipped(name: Name) -> str:
    return f"{name[1]} {name[0]}"


def spaced(name: Name) -> str:
    return plain(name).replace("-", " ")


def without_middle(name: Name) -> str:
    return f"{name[0].split()[0]} {name[1]}"


def latex(name: Name) -> str:
    found = ""
    for char in plain(name):
        parts = unicodedata.normalize("NFD", char)
        if char in LATEX:
            found += LATEX[char]
        elif len(parts) == 2:
            found += "{\\" + ACCENTS[parts[1]] + "{" + parts[0] + "}}"
        else:
            found += char
    return found


VARIANTS = [initials, bare_initials, folded, upper, flipped, spaced, without_middle]
LAYOUTS: list[Callable[[Name], str]] = [
    plain,
    filed,
    latex,
    lambda name: unicodedata.normalize("NFD", plain(name)),
    lambda name: plain(name).replace(" ", "\u00a0 "),
    lambda name: plain(name).replace("-", "\u2013"),
    lambda name: "{" + plain(name) + "}",
    lambda name: plain(name) + " 0002",
]


@given(people, st.data())
def test_layout_never_differs(names: list[Name], data: st.DataObject) -> None:
    claimed = [data.draw(st.sampled_from(LAYOUTS))(name) for name in names]
    found = compare_authors(claimed, [plain(name) for name in names])
    assert found.verdict is ListVerdict.MATCH, str(found)


@given(people, st.data())
def test_variants_are_never_wrong(names: list[Name], data: st.DataObject) -> None:
    claimed = [data.draw(st.sampled_from([*VARIANTS, *LAYOUTS]))(name) for name in names]
    actual = [plain(name) for name in names]
    found = compare_authors(claimed, actual)
    assert found.verdict in (ListVerdict.MATCH, ListVerdict.MATCH_WITH_VARIANT), str(found)
    assert not compare_authors(actual, claimed).is_wrong


@given(people, st.data())
def test_the_verdict_does_not_depend_on_latex(names: list[Name], data: st.DataObject) -> None:
    actual = [plain(name) for name in data.draw(st.permutations(names))]
    written = compare_authors([latex(name) for name in names], actual)
    assert written.to_dict() == compare_authors([plain(name) for name in names], actual).to_dict()


@given(people, st.data())
def test_a_changed_letter_is_wrong(names: list[Name], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(names) - 1))
    given_name, family = names[place]
    letter = data.draw(st.integers(1, len(family) - 1))
    other = data.draw(st.sampled_from("bfkmpqvxz"))
    assume(family[letter].isalpha() and family[letter] != other)
    changed = (given_name, family[:letter] + other + family[letter + 1 :])
    claimed = [*names[:place], changed, *names[place + 1 :]]
    found = compare_authors([plain(name) for name in claimed], [plain(name) for name in names])
    assert found.verdict is ListVerdict.WRONG
    assert [item.claimed for item in found.differences] == [plain(changed)]
    assert [item.suggestion for item in found.differences] == [plain(names[place])]


@given(people, st.integers(0, 11), st.sampled_from([plain, filed, initials, folded]))
def test_one_left_out_is_named(names: list[Name], place: int, write: Callable[[Name], str]) -> None:
    assume(place < len(names))
    claimed = [write(name) for name in names[:place] + names[place + 1 :]]
    found = compare_authors(claimed, [plain(name) for name in names])
    assert found.verdict is ListVerdict.MISSING_AUTHORS
    breaking = [item.actual for item in found.differences if item.is_breaking]
    assert breaking == [plain(names[place])]


@given(people, st.data(), st.sampled_from([plain, filed, initials, folded]))
def test_another_order_differs(
    names: list[Name], data: st.DataObject, write: Callable[[Name], str]
) -> None:
    order = data.draw(st.permutations(names))
    assume(order != names)
    found = compare_authors([write(name) for name in order], [plain(name) for name in names])
    assert found.verdict is ListVerdict.ORDER_DIFFERS, str(found)


@given(people, st.integers(0, 12))
def test_a_stranger_is_extra(names: list[Name], place: int) -> None:
    claimed = [plain(name) for name in names]
    claimed.insert(min(place, len(claimed)), "Yann LeCun")
    found = compare_authors(claimed, [plain(name) for name in names])
    assert found.verdict is ListVerdict.EXTRA_AUTHORS
    assert [item.claimed for item in found.differences if item.is_breaking] == ["Yann LeCun"]


@given(people, st.data(), st.sampled_from([plain, filed, initials]))
def test_others_licenses_a_tail(
    names: list[Name], data: st.DataObject, write: Callable[[Name], str]
) -> None:
    cut = data.draw(st.integers(1, len(names) - 1))
    left = len(names) - cut
    actual = [plain(name) for name in names]
    claimed = [write(name) for name in names[:cut]]
    for mark in ("others", "et al.", "…", f"and {left} others", f"({left} more authors)"):
        assert compare_authors([*claimed, mark], actual).verdict is ListVerdict.TRUNCATED_OK
    for count in (left + 1, left + 20):
        assert compare_authors([*claimed, f"and {count} others"], actual).is_wrong
    assert compare_authors(claimed, actual).verdict is ListVerdict.MISSING_AUTHORS
    assume(cut > 1)
    assert compare_authors([*claimed[1:], "others"], actual).is_wrong


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=30), max_size=8), st.lists(st.text(max_size=30), max_size=8))
def test_no_input_raises(claimed: list[str], actual: list[str]) -> None:
    found = compare_authors(claimed, actual)
    assert str(found)
    assert compare_authors(claimed, claimed).is_wrong in (True, False)


NAMEISH = st.text("aAbBeZüß.-, '{}\\\"(:)0123", max_size=25)


@given(NAMEISH, NAMEISH)
def test_no_name_raises(one: str, other: str) -> None:
    assert compare_names(one, other).rule
    assert compare_names(one, one).can_be_same


@pytest.mark.parametrize(
    "text", ["A. " * 4000, "a-" * 4000, "{" * 5000, "(" * 4000, "x" * 100_000, "A and 1 " * 2000]
)
def test_odd_lengths_are_no_trouble(text: str) -> None:
    assert compare_authors([text], ["Bo Fei"]).is_wrong
    assert not compare_authors([text], [text]).is_wrong

"""The template and the order that a file's entries follow, and a new entry beside them."""

import pytest

from refcore.bibtex import read
from refcore.curation.habits import Order, order_of, template_of
from refcore.model.reference import Reference

WORKS = (
    ("Lee, Ann and Fay, Bo", 2020, "On Lamps and Tools"),
    ("Fay, Bo", 2021, "Zeal of Fish"),
    ("Garc{\\'i}a, Eva and Roe, Al and Ott, Di and Poe, Ed", 1998, "Rivers: A History of Water"),
    ("Ott, Di", 2005, "Stones in Dry Fields"),
)


def library(keys: list[str]) -> list[Reference]:
    entries = (
        f"@misc{{{key}, author = {{{who}}}, year = {year}, title = {{{title}}}}}"
        for key, (who, year, title) in zip(keys, WORKS, strict=True)
    )
    return list(read("\n".join(entries)))


@pytest.mark.parametrize(
    ("keys", "template"),
    [
        ("lee2020 fay2021 garcia1998 ott2005", "[auth:lower][year]"),
        ("Lee2020 Fay2021 Garcia1998a Ott2005", "[auth][year]"),
        ("Lee:2020 Fay:2021 Garcia:1998 Ott:2005", "[auth]:[year]"),
        ("lee20 fay21 garcia98 ott05", "[auth:lower][shortyear]"),
        ("LF20 Fay21 GROP98 Ott05", "[authorsAlpha][shortyear]"),
        ("lee_2020_lamps fay_2021_zeal garcia_1998_rivers ott_2005_stones",
         "[auth:lower]_[year]_[veryshorttitle:lower]"),
        ("lee2020lamps fay2021zeal garcia1998rivers mine",
         "[auth:lower][year][veryshorttitle:lower]"),
        ("LeeLamps2020 FayZeal2021 GarciaRivers1998 OttStones2005",
         "[auth][veryshorttitle:capitalize][year]"),
        ("2020-Lee 2021-Fay 1998-Garcia 2005-Ott", "[year]-[auth]"),
        ("lamps-2020 zeal-2021 rivers-1998 stones-2005", "[veryshorttitle:lower]-[year]"),
        ("Lee.Lamps:2020 Fay.Zeal:2021 Garcia.Rivers:1998 Ott.Stones:2005",
         "[auth].[veryshorttitle:capitalize]:[year]"),
        ("LeeFay2020 Fay2021 GarciaEtAl1998 Ott2005", "[authEtAl][year]"),
    ],
)  # fmt: skip
def test_the_template_of_most_keys(keys: str, template: str) -> None:
    found = template_of(library(keys.split()))
    assert found is not None
    assert found.text == template


@pytest.mark.parametrize(
    "keys", ["a b c d", "1 2 3 4", "lee2020 x y z", "DBLP:1 DBLP:2 fay2021 z", "lee fay garcia ott"]
)
def test_keys_that_follow_no_template(keys: str) -> None:
    assert template_of(library(keys.split())) is None
    assert template_of([]) is None


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ("a b c d", Order("key")),
        ("D C B A", Order("key", is_down=True)),
        ("a B c D", Order("key without case")),
        ("b a d c", None),
    ],
)
def test_an_order_of_keys(keys: str, order: Order | None) -> None:
    assert order_of(Reference(key, "book") for key in keys.split()) == order


def test_an_order_of_years_and_of_names() -> None:
    held = library(["b", "d", "a", "c"])
    by_year = sorted(held, key=lambda one: -(one.year or 0))
    assert order_of(by_year) == Order("year", is_down=True)
    by_name = [*library(["w", "d", "x", "c"])]
    by_name = [by_name[place] for place in (1, 2, 0, 3)]
    assert order_of(by_name) == Order("name and year")


@pytest.mark.parametrize("is_down", [False, True])
def test_a_new_reference_comes_last_among_equals(is_down: bool) -> None:
    keys = "a b c d e".split()
    held = [Reference(key, "book", "Same" if key in "cd" else key) for key in keys]
    order = Order("title", is_down)
    merged = order.merged(held[::-1] if is_down else held, [Reference("x", "book", "Same")])
    assert merged[merged.index("x") - 1] == ("c" if is_down else "d")
    assert len(merged) == len(held) + 1

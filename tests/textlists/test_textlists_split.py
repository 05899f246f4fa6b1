"""Lists are split into their references, whatever their layout."""

import pytest

from refcore.textlists import split_list

ENTRIES = (
    "Brandt, L., Osei, K., & Ruiz, M. (2014). Slow tides in shallow basins. Journal of Water, "
    "12(3), 201–219. https://doi.org/10.1234/jw.2014.33",
    "Castell, V. (2009). A grammar of knots. Oxford: Oxford University Press.",
    "Dimov, A., & Eklund, P. (2018). Counting leaves without trees. In Proceedings of the 8th "
    "Conference on Orchards (pp. 12–25). Springer.",
    "Farrow, T., Gill, S., Hsu, Y., & Ito, N. (2021). Unsupervised sorting of pebbles with "
    "memory. arXiv:2103.04567.",
)


def wrapped(text: str, width: int, hanging: str = "") -> str:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(hanging + word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip() if len(lines) == 1 else f"{lines[-1]} {word}"
    return "\n".join(lines)


LAYOUTS = {
    "one a line": "\n".join(ENTRIES),
    "blank lines": "\n\n".join(wrapped(entry, 64) for entry in ENTRIES),
    "hanging": "\n".join(wrapped(entry, 64, "    ") for entry in ENTRIES),
    "in brackets": "\n".join(wrapped(f"[{n}] {e}", 64) for n, e in enumerate(ENTRIES, 7)),
    "with stops": "\n".join(wrapped(f"{n}. {e}", 70) for n, e in enumerate(ENTRIES, 1)),
    "with spaced stops": "\n".join(f"{n} . {entry}" for n, entry in enumerate(ENTRIES, 1)),
    "round": "\n".join(wrapped(f"({n}) {e}", 70, "    ") for n, e in enumerate(ENTRIES, 1)),
    "bullets": "\n".join(wrapped(f"• {entry}", 72, "  ") for entry in ENTRIES),
    "names as labels": "\n".join(
        wrapped(f"[{label}] {entry}", 72)
        for label, entry in zip(("BOR14", "Cas09", "DE18", "FGHI21"), ENTRIES, strict=True)
    ),
    "flat": "\n".join(wrapped(entry, 64) for entry in ENTRIES),
    "headed": "References\n\n" + "\n".join(ENTRIES),
    "with pages between": "\n".join(wrapped(entry, 64, "    ") for entry in ENTRIES[:2])
    + "\n17\n\fBrandt et al.\n"
    + "\n".join(wrapped(entry, 64, "    ") for entry in ENTRIES[2:]),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_list_is_split(layout: str) -> None:
    assert [piece.text for piece in split_list(LAYOUTS[layout])] == list(ENTRIES)


# Works by family name, given name, title and journal; the one without a given name is a group's.
WORKS = (
    ("Adeyemi", "Tunde", "Salt on the leaves of reed and rush", "Botany"),
    ("Bergström", "Lars", "Wide and narrow rivers of the flat north in the years of rain", "Water"),
    ("Costa", "Marta", "Ash in the soils of two islands", "Soil"),
    ("Étienne", "Luc", "Old maps of the salt marsh and of the sea that took it back", "Maps"),
    ("Example Foundation", "", "Water for the towns of the coast", "Open Methods"),
    ("Farouk", "Nadia", "The age of stone walls in dry places: a survey of two deserts", "Walls"),
    ("Gupta", "Ravi", "On the shape of dunes", "Sand"),
    ("Hara", "Kenji", "Nine words for rain in the north of the main island", "Rain"),
    ("Ito", "Emi", "Counting the leaves of a tree that has lost most of them", "Forests"),
    ("Jung", "Minho", "Paper walls and the sound of steps behind them", "Houses"),
)
# Styles in which only the other beginnings of a list show where a reference begins.
STYLES = {
    "years": "{family} {initial}. {year}. {title}. {journal} 3:1–9.",
    "capitals": "{capitals} {given}, {year}, {title}, {journal} 3, pp. 1–9.",
    "et al.": "{family} {given} et al., {year}, {title}, {journal} 3, pp. 1–9.",
    "citation in front": "{family} {year} {initial}. {family}, “{title},” {journal} 3, {year}.",
    "slashes": "{family}/Wu/Zhou, {title}, {journal} {year}, 11–29",
    "publisher at the end": "{initial}. {family}, B. Wu, {title}, Ed. Birkhäuser, Basel, {year}.",
    "conference": "{family}, {initial}. ({year}) {title}. In: The Fifth Meeting on {journal} and "
    "Land, MWL {year}, Kigali, Rwanda, May 1-5, {year}. IEEE, pp. 1–9.",
}


def printed(style: str) -> list[str]:
    made = []
    for number, (family, given, title, journal) in enumerate(WORKS):
        text = STYLES[style].format(
            family=family, given=given, initial=given[:1], capitals=family.upper(),
            title=title, journal=journal, year=2021 - number,
        )  # fmt: skip
        made.append(text.replace("  ", " ").replace(" . ", ". ").replace(" ,", ",").lstrip(" .,"))
    return made


@pytest.mark.parametrize("width", [60, 66, 72, 78, 84])
@pytest.mark.parametrize("layout", ["flat", "blank"])
@pytest.mark.parametrize("style", STYLES)
def test_beginnings_are_like_those_of_the_list(style: str, layout: str, width: int) -> None:
    between = "\n\n" if layout == "blank" else "\n"
    entries = printed(style)
    text = between.join(wrapped(entry, width).replace("\n ", "\n") for entry in entries)
    assert [piece.text for piece in split_list(text)] == entries


def test_labels_and_lines_are_kept() -> None:
    pieces = split_list("References\n[3] A. Fei. One. 2019.\n[4] B. Wu.\n  Two. 2020.")
    assert [(piece.label, piece.line, piece.text) for piece in pieces] == [
        ("3", 2, "A. Fei. One. 2019."),
        ("4", 3, "B. Wu. Two. 2020."),
    ]


def test_a_number_out_of_turn_is_text() -> None:
    text = "1. Fei, A. Words and\n1984. Wiley, 2001.\n2. Wu, B. More words. Wiley, 2002."
    assert [piece.text for piece in split_list(text)] == [
        "Fei, A. Words and 1984. Wiley, 2001.",
        "Wu, B. More words. Wiley, 2002.",
    ]


def test_a_page_break_takes_no_paragraph_with_it() -> None:
    names = ["Adi Y, Li C", "Bo F", "Chen A", "Diaz E, Wu B", "Ek G", "Fei H, Ito K"]
    written = [
        wrapped(f"{name}. 201{n}. Words of moss and of the fens in water {n}. Cell {n}:1–{n}9.", 50)
        for n, name in enumerate(names)
    ]
    text = "\n\n".join(written[:3]) + "\n\n18\n\fWords of Moss\n" + "\n\n".join(written[3:])
    pieces = split_list(text)
    assert [piece.text[:4] for piece in pieces] == [name[:4] for name in names]


@pytest.mark.parametrize("name", ["¸Cakır F", "´Avila G", "ˇCech E", "¨Oz A", "˙Inan H", "Cakır F"])
def test_a_label_may_stand_before_an_accent_set_apart(name: str) -> None:
    listed = [f"{n} {who}. Words of {n}. Oxford, 201{n}." for n, who in ((1, "Fei B"), (2, name))]
    text = "\n".join([*listed, "3 Wu C. Words of 3. Oxford, 2013."])
    assert [piece.label for piece in split_list(text)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("[1] A. Fei. Unsuper-\nvised words. 2019.", "A. Fei. Unsupervised words. 2019."),
        ("[1] A. Fei. Self-\nsupervised words. 2019.", "A. Fei. Self-supervised words. 2019."),
        ("[1] A. Fei. A ﬁne ﬂow. 2019.", "A. Fei. A fine flow. 2019."),
        ("[1] J. Mu~noz, R. Pe˜na. Ma¨rz. 2019.", "J. Mu~noz, R. Peña. März. 2019."),
        ("[1] A. Fei. X. https://a.org/\nb-c.html", "A. Fei. X. https://a.org/b-c.html"),
    ],
)
def test_words_are_made_whole(text: str, whole: str) -> None:
    assert split_list(text)[0].text == whole


@pytest.mark.parametrize("text", ["", "\n \n", "References\n"])
def test_an_empty_text_is_not_a_reference(text: str) -> None:
    assert split_list(text) == []

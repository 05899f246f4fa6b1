"""Every row of the words for editors and translators is read by every reader that needs it."""

import pytest

from refcore.bibtex import read as read_bibtex
from refcore.model.people import Group, Person
from refcore.names.makers import EDITORS, MAKER_WORDS, MakerWords
from refcore.names.rows import read_rows
from refcore.text.patterns import regex
from refcore.textlists import read as read_list

EDITOR_ROWS = [row for row in MAKER_WORDS if row.role == "editor"]
BO = Person("Bo", "Fei")


def name_of(row: MakerWords) -> str:
    return f"{row.role}s, {row.language}"


@pytest.mark.parametrize("row", EDITOR_ROWS, ids=name_of)
def test_a_list_of_references_names_its_editors(row: MakerWords) -> None:
    (found,) = read_list(f"Fei, B. {row.example}. 2001. Of Moss and Words. Oxford: Clarendon.")
    assert [one.family for one in found.editors if isinstance(one, Person)] == ["Fei"]
    assert (found.title, list(found.authors)) == ("Of Moss and Words", [])
    for word in (*row.short.split(), *row.words.split()):
        assert regex(EDITORS).fullmatch(f"{word.replace('_', ' ')}.")


@pytest.mark.parametrize("row", MAKER_WORDS, ids=name_of)
def test_a_pasted_list_is_read_without_the_words(row: MakerWords) -> None:
    word = row.example.strip("()").lower()
    assert read_rows(f"Bo Fei, Al Go, {word}").entries == ("Bo Fei", "Al Go")


@pytest.mark.parametrize("row", MAKER_WORDS, ids=name_of)
def test_an_entry_is_read_without_the_words(row: MakerWords) -> None:
    word = row.example.strip("()")
    for name in (f"Fei, Bo {row.example}", f"Bo Fei, {word}"):
        (found,) = read_bibtex(f"@book{{moss, editor = {{{name}}}, title = {{Of Moss}}}}")
        assert tuple(found.editors) == (BO,)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bo Fei, Al Go, HG", "HG"),
        ("Fei, B., Go, Ed", "Ed"),
        ("Al Go, Bo Der", "Der"),
    ],
)
def test_names_that_look_like_the_words_stay(text: str, wanted: str) -> None:
    assert wanted in " ".join(read_rows(text).entries)


def test_an_acronym_in_brackets_is_no_role() -> None:
    (found,) = read_bibtex("@book{a, author = {{Electron Devices Society (EDS)}}, title = {On}}")
    assert tuple(found.authors) == (Group("Electron Devices Society (EDS)"),)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wirth, N. Compiler Construction. Addison-Wesley, 1996.", "Compiler Construction"),
        (
            "Leroy X. Compiler verification for the working mind. Commun ACM. 2009;52(7):107-15.",
            "Compiler verification for the working mind",
        ),
    ],
)
def test_a_word_that_opens_a_title_is_no_role(text: str, title: str) -> None:
    (found,) = read_list(text)
    assert (len(found.authors), found.title) == (1, title)


@pytest.mark.parametrize(
    "said", [", Editor.", ", editor.", ", Editors (2001).", ", compiler.", " (Eds.).", ", Hrsg."]
)
def test_a_word_with_a_sign_after_it_is_a_role(said: str) -> None:
    (found,) = read_list(f"Fei, B., & Go, A.{said} Of Moss and Words. Oxford: Clarendon, 2001.")
    assert (len(found.editors), found.title) == (2, "Of Moss and Words")

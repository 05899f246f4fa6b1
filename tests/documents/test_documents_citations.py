"""Citations in pandoc's notation: what is a citation, what is not, and the time to find out."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.documents.citations import citing
from refcore.documents.document import read_document
from refcore.documents.notes import find_notes

FOUND = [
    ("[@a]", "[@a]"),
    ("see [@a, p. 3].", "[@a, p. 3]"),
    ("[see @a, p. 3; also @b]", "[see @a, p. 3; also @b]"),
    ("[-@a]", "[-@a]"),
    ("[@a, quoted in @b]", "[@a, quoted in @b]"),
    ("[see @a and @b; @c]", "[see @a and @b; @c]"),
    ("-@a says", "-@a"),
    ("@a says", "@a"),
    ("@a [p. 3] says", "@a [p. 3]"),
    ("@a [p. 3; see @b] says", "@a [p. 3; see @b]"),
    ("@a [@b; @c]", "@a [@b; @c]"),
    ("@{key with spaces} and", "@{key with spaces}"),
    ("[@{https://example.org/x}]", "[@{https://example.org/x}]"),
    ("[@doe:2020a/b]", "[@doe:2020a/b]"),
    ("(@a)", "@a"),
    ("*@a*", "@a"),
    ("| @a | b |", "@a"),
    ("> [@a]", "[@a]"),
    ("- [@a]", "[@a]"),
    ("# Head [@a]", "[@a]"),
    ("[text [@a] more]", "[@a]"),
    ("[@a](https://example.org)", "@a"),
    ("[@a]{.smallcaps}", "@a"),
    ("^[a note, see [@a]]", "[@a]"),
    ("@a.", "@a"),
    ("@a's", "@a"),
    ("@müller2020", "@müller2020"),
    ("[@a;\n@b]", "[@a;\n@b]"),
    ("[@a [p. 3]", "@a [p. 3]"),
    ("5 $ and [@a] 6 $", "[@a]"),
]
NONE = [
    "`[@a]`",
    "``x ` [@a]``",
    "```\n[@a]\n```",
    "~~~ {.python}\n@a\n~~~",
    "Text\n\n    [@a]\n",
    "$@a$",
    "$$x [@a]$$",
    "\\(@a\\)",
    "\\@a",
    "me@example.org",
    "<me@example.org>",
    "https://example.org/@a",
    "[x](https://example.org/@a)",
    '<a href="@a">',
    "<!-- [@a] -->",
    "\\begin{equation}\n@a\n\\end{equation}",
    "\\cite{@a}",
    "@",
    "@ a",
    "![x](@a.png)",
]
FORMS = [
    "[@a; ",
    "](",
    "\\(",
    "*[@a",
    "[@a](",
    "\\begin{a}",
    "<!--",
    "](<",
    "```a`",
    '[x](a "',
    "$$a$",
    "[[@a] ",
    "@a [",
    "^[@a",
    "[^1]: [@a]\n",
    "# a\n::: {.refs section=1}\n",
    "@{",
    "- @a\n",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_citation_is_found(text: str, expected: str) -> None:
    found = citing(text)
    assert [text[one.start : one.end] for one in found][:1] == [expected]


@pytest.mark.parametrize("text", NONE)
def test_this_is_not_a_citation(text: str) -> None:
    assert citing(text) == []


def test_the_parts_of_a_citation() -> None:
    (found,) = citing("[see @a, pp. 3-5; but -@b]")
    assert [(c.key, c.prefix, c.suffix, c.minus) for c in found.cites] == [
        ("a", "see", ", pp. 3-5", False),
        ("b", "but", "", True),
    ]
    assert not found.is_narrative


def test_notes_are_those_with_a_mark() -> None:
    text = "A[^a] b^[inline [@x]] c.\n\n[^a]: One\n\n    more [@y]\n\n[^b]: none\n"
    notes = find_notes(text)
    assert [text[note.start : note.end] for note in notes] == [
        "[^a]: One\n\n    more [@y]\n",
        "inline [@x]",
    ]


def test_what_a_footnote_cites_comes_where_it_is_marked() -> None:
    source = read_document("A[^n] then [@b].\n\n[^n]: See [@a].\n")
    assert [placed.citing.cites[0].key for placed in source.citations] == ["a", "b"]
    assert [placed.line for placed in source.citations] == [3, 1]


@pytest.mark.parametrize("form", FORMS)
def test_the_time_grows_with_the_text(
    form: str, seconds_of: Callable[[Callable[[], object]], float]
) -> None:
    short, long = (form * (size // len(form)) for size in (8_000, 32_000))
    assert (
        seconds_of(lambda: read_document(long))
        < 9 * seconds_of(lambda: read_document(short)) + 0.05
    )


@given(st.text(alphabet="@[]a;-`$\\(){}^: \n*<>#.", max_size=80))
def test_any_text_is_read(text: str) -> None:
    source = read_document(text)
    spans = [(one.citing.start, one.citing.end) for one in source.citations]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
    ordered = sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(ordered))

"""LaTeX there and back: every letter, and any text."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcore.latex import decode, encode
from refcore.latex.accents import ACCENTS
from refcore.latex.encode import _WRITERS
from refcore.latex.markup import NOCASE, parse
from refcore.latex.mathematics import MATHEMATICS
from refcore.latex.mathsymbols import COMMAND_OF_SIGN
from refcore.latex.symbols import COMMAND_OF_CHAR

MARKS = set(ACCENTS.values())
BLOCKS = [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]


def writable(char):
    base, *marks = unicodedata.normalize("NFD", char)
    if char in COMMAND_OF_CHAR:
        return char not in COMMAND_OF_SIGN
    letter = (base.isascii() and base.isalpha()) or base in COMMAND_OF_CHAR
    return letter and char not in COMMAND_OF_SIGN and bool(marks) and set(marks) <= MARKS


LETTERS = [chr(code) for code in BLOCKS if writable(chr(code))]


def test_table_covers_the_latin_letters():
    assert len(LETTERS) > 380
    assert not [c for c in "àéîõüčďęğıłńőřśťůżșțøœæßðþŋđåạảấờữḥṇṭ" if c not in LETTERS]


@pytest.mark.parametrize("char", LETTERS)
def test_letter_there_and_back_in_ascii(char):
    written = encode(char, ascii=True)
    assert written.isascii()
    assert written.startswith("{\\")
    assert not re.search(r"\s", written)
    assert decode(written) == char
    assert decode(f"a{written}b") == f"a{char}b"


@given(st.text(), st.booleans(), st.booleans())
def test_any_text_survives(text, ascii_only, protect):
    text = unicodedata.normalize("NFC", text).replace("\u2060", "").replace("\ufdd0", "")
    if re.search(r"<[a-z/]", text):
        text = text.replace("<", "")
    text = decode(encode(text, ascii_only, protect=protect))
    assert decode(encode(text, ascii_only, protect=protect)) == text


@given(st.text(alphabet=st.sampled_from("ab AB12é&%$#_{}~^\\-'`\"<>ő")), st.booleans())
def test_signs_survive(text, ascii_only):
    if not MATHEMATICS.search(text):
        assert decode(encode(text, ascii_only)).replace("\u2060", "") == text


@given(st.text(alphabet=st.sampled_from("aB \\{}$'\"`~-<>ivcemphx")))
def test_encoded_text_is_balanced(text):
    depth = 0
    for char in encode(text, ascii=True, protect=True):
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0


@given(st.text(alphabet=st.sampled_from("aB \\{}$'\"`~-<>ivcemph()[]")))
def test_decode_never_raises(text):
    assert isinstance(decode(text), str)


def test_deep_nesting_is_kept():
    text = "{" * 5000 + "a" + "}" * 5000
    assert "a" in decode(text)
    assert decode("\\'" * 5000)
    assert "x" in decode("\\emph{" * 5000 + "x")


def test_raised_characters_in_a_row_are_one_raised_text() -> None:
    assert encode("²³⁸U at 10⁻³ of x²", ascii=True) == (
        "$^{238}$U at 10$^{-3}$ of x{\\texttwosuperior}"
    )
    assert encode("C₁₂", ascii=True) == "C$_{12}$"


PIECES = [f"{NOCASE}{word}</span>" for word in ("Bayes", "x2", "Ñ", "", "a b")]
PIECES += ["</span>", "<i>", "</i>", "<", "⁠", " ", "-", "--", "''", "aBc", "ß", "α"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join))
def test_a_title_without_a_tree_is_written_as_with_one(title):
    for writer in _WRITERS.values():
        assert writer.kept_words(title) in ("", writer.nodes(parse(title)))

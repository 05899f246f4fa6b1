"""Each word of a volume, an issue or pages is read as its part."""

import re

import pytest

from refcore.textlists.partwords import OF_ISSUE, OF_PAGES, OF_VOLUME, WORDS
from refcore.textlists.rest import read_rest

OF = {"volume": OF_VOLUME, "issue": OF_ISSUE, "page": OF_PAGES}


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.example)
def test_a_word_is_found_in_its_example(word) -> None:
    assert re.fullmatch(rf"(?:{word.pattern}) ?\d", word.example, re.IGNORECASE)
    for part, words in OF.items():
        is_read = bool(re.fullmatch(rf"(?:{words}) ?\d", word.example, re.IGNORECASE))
        assert is_read is (part == word.part)


@pytest.mark.parametrize("word", [word for word in WORDS if word.part != "page"], ids=str)
def test_a_word_is_read_after_a_journal(word) -> None:
    found = read_rest(f". Journal of Words, {word.example}, 45–67.")
    assert getattr(found, word.part) == "4"
    assert (found.venue, found.pages) == ("Journal of Words", "45-67")

"""What is read of odd files: BibTeX's own answers, and recovery where it has none."""

import json
from pathlib import Path

import pytest

from refcore import BibFile
from refcore.bibtex import read

CASES = json.loads((Path(__file__).parent / "files_oracle.json").read_text(encoding="utf8"))
SOUND = [case for case in CASES if not case["errors"]]
BROKEN = [case for case in CASES if case["errors"]]
# The fields that the oracle's style prints.
PRINTED = frozenset(
    "a abstract address annote author b booktitle c chapter doi edition editor eprint howpublished "
    "institution journal keywords month note number organization pages publisher school series "
    "title type url volume x y year z".split()
)


def found(text):
    """Return the printed fields of each entry, those that BibTeX inherits included."""
    entries = BibFile.parse(text).entries.values()
    return {
        entry.key: {
            name: entry.inherited(name, "bibtex")
            for name in {*PRINTED}
            if name in entry or entry.inherited(name, "bibtex")
        }
        for entry in entries
    }


def known(case):
    return {
        # An entry without a key is known by its type and line.
        entry["key"] or "misc-line-1": {
            name: value for name, value in entry["fields"].items() if name in PRINTED
        }
        for entry in case["entries"]
    }


def test_oracle_is_wide():
    assert len(SOUND) > 150
    assert len(BROKEN) > 40


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case["name"])
def test_sound_files_are_read_as_bibtex_reads_them(case):
    assert found(case["text"]) == known(case)
    assert "".join(BibFile.parse(case["text"]).preambles) == case["preamble"]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["name"])
def test_broken_files_lose_nothing_and_say_so(case):
    assert found(case["text"]) == case["recovered"]
    library = read(case["text"])
    assert list(library.keys()) == list(case["recovered"])
    assert library.diagnostics
    assert all(d.location.line and d.location.column for d in library.diagnostics)
    assert BibFile.parse(case["text"]).to_text() == case["text"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_any_odd_file_is_written_back(case):
    data = case["text"].encode()
    file = BibFile.parse(data)
    assert len(file.entries) >= len([e for e in case["entries"] if e["key"]]) - 1
    assert file.to_bytes() == data


@pytest.mark.parametrize("name", ["cp037", "raw_unicode_escape", "unicode-escape", "hz", "rot13"])
def test_an_encoding_that_changes_the_marks_of_entries_is_not_believed(name: str) -> None:
    data = f"% Encoding: {name}\n".encode() + b"@misc{a, title = {\\u{g}\xe9 ~x~}}\n"
    file = BibFile.parse(data)
    assert file.entries["a"]["title"] == "\\u{g}é ~x~"
    assert file.to_bytes() == data

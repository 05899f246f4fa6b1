"""What is read here in bibtexparser's model, beside what its own splitter gives."""

import bibtexparser
import pytest
from bibtexparser.library import Library
from bibtexparser.splitter import Splitter

from refcore import BibFile
from refcore.bibtex.peer import to_bibtexparser

SOUND = """% a remark

@string{s = "S {x}"}
@preamble{"\\foo"}
@article{a,
  title = {A {B} c},
  year = 2020,
  month = jan # " 3",
}
@book{b, title = "T", note={x = y, z}}

more text
"""


def plain(library: Library):
    entries = [
        (
            e.entry_type,
            e.key,
            e.start_line,
            e.raw,
            [(f.key, f.value, f.start_line) for f in e.fields],
        )
        for e in library.entries
    ]
    strings = [(s.key, s.value, s.start_line, s.raw) for s in library.strings]
    remarks = [(c.comment, c.start_line) for c in library.comments]
    return entries, strings, remarks, [(p.value, p.start_line) for p in library.preambles]


def test_the_splitter_reads_sound_files_alike():
    assert plain(to_bibtexparser(BibFile.parse(SOUND))) == plain(Splitter(SOUND).split())


def test_middlewares_run_on_it():
    stack = bibtexparser.middlewares.default_parse_stack()
    library = to_bibtexparser(BibFile.parse("@misc{a, title = {A},\n title = {B}}"))
    for middleware in stack:
        library = middleware.transform(library)
    assert library.entries[0]["title"] == "A"


@pytest.mark.parametrize(
    "text",
    [
        "@misc{a, title = {A}, title = {B}}",
        "@misc{a, title = {x\n@foo{x} y}}",
        "@misc{a, title = {A\\\\}}",
        "@misc\n{a, title = {A}}",
    ],
)
def test_entries_that_the_splitter_loses_are_there(text):
    assert [entry.key for entry in to_bibtexparser(BibFile.parse(text)).entries] == ["a"]

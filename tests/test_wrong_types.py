"""What a call says of an argument of a wrong type: what was found, and what to write."""

from collections.abc import Callable

import pytest

import refcore
from refcore import RefcoreError, Reference

BOOK = Reference("moss", "book", "Of Moss")

CALLS: list[tuple[Callable[[], object], str]] = [
    (lambda: refcore.verify(3.5), "verify takes a path, .* not float: 3.5"),
    (lambda: refcore.verify("2506.13585"), r"refcore.fetch\('2506.13585'\) returns"),
    (lambda: refcore.verify(BOOK, arxiv="x"), "Sources as `arxiv`, not str: 'x'"),
    (lambda: refcore.verify(BOOK, today=2025), "a date as `today`, not int"),
    (lambda: refcore.verify_authors(["Bo Fei"], 2506.13585), 'write "2506.13585", not 2506.13585'),
    (lambda: refcore.fetch(2506.13585), 'write "2506.13585", not 2506.13585'),
    (lambda: refcore.fetch(None), 'such as "2506.13585", not NoneType'),
    (lambda: refcore.load(3), "load takes the path of a file, not int"),
    (lambda: refcore.dump(BOOK, 3), "dump takes the path of a file, not int"),
    (lambda: refcore.dump(BOOK, "a.xyz"), "cannot write .xyz files; supported: .bib, "),
    (lambda: refcore.dumps(BOOK, 5), "the name of a format, not int"),
    (lambda: refcore.dumps(BOOK, "ris", authors=3), "ris has no option 'authors'$"),
    (lambda: refcore.dumps(BOOK, "bibtex", authors="x"), "authors must be a number .* not 'x'"),
    (lambda: refcore.dumps(BOOK, "bibtex", authors=-1), "authors must be a number .* not -1"),
    (lambda: refcore.dumps(BOOK, "bibtex", ascii="yes"), "ascii must be True or False, not 'yes'"),
    (lambda: refcore.bibliography(BOOK, style=3), "a style is a name or a path, not int: 3"),
    (lambda: refcore.cite(refcore.Library([BOOK]), 5), "cite takes a key, .* not int"),
    (lambda: refcore.Library(3), "expected a Reference, found 3 of type int"),
    (lambda: refcore.BibFile.parse(3), "bytes or a text, not int"),
    (lambda: refcore.read_author_list(5), "a text or several names, not int"),
    (lambda: refcore.Person(3, "Fei"), "a name is a text, not 3"),
    (lambda: refcore.Group(None), "a name is a text, not None"),
    (lambda: refcore.Authors("Bo Fei"), "not 'Bo Fei'; refcore.read_author_list reads"),
    (lambda: refcore.Date.of("2025"), "'2025' is not a number; Date.parse reads a text"),
    (lambda: refcore.Date.of(2025, "6"), "month, day and season are numbers, not '6', None"),
    (lambda: refcore.Date.parse(2025), "Date.parse takes a text, not int"),
    (lambda: refcore.ArxivId(2506.13585), "ArxivId takes a text, not float"),
    (lambda: refcore.ArxivId.parse(2506.13585), "ArxivId.parse takes a text, not float"),
    (lambda: refcore.Doi(5), "Doi takes a text, not int"),
    (lambda: refcore.Pmid.parse(5), "Pmid.parse takes a text, not int"),
    (lambda: refcore.Isbn.parse(9783161484100), "Isbn.parse takes a text, not int"),
    (lambda: refcore.Orcid.parse(5), "Orcid.parse takes a text, not int"),
    (lambda: Reference("a", "bok"), r"'bok' is not a CSL type. Did you mean book"),
    (lambda: Reference("a", authors="Bo Fei"), "expected Authors, .*read_author_list makes it"),
    (lambda: Reference("a", issued=2025), "expected Date, not 2025; refcore.Date.parse"),
    (lambda: Reference("a", arxiv="2506.13585"), "expected ArxivId, .*ArxivId.parse makes it"),
    (lambda: Reference("a", doi="10.1000/1"), "expected Doi, .*refcore.Doi.parse makes it"),
    (lambda: Reference("a", names={"editor": "Bo"}), "names: expected Authors, not 'Bo'"),
    (lambda: Reference("a", dates={"accessed": "2025"}), "dates: expected Date, not '2025'"),
]


@pytest.mark.parametrize(("call", "said"), CALLS, ids=[said for _, said in CALLS])
def test_a_wrong_type_is_named(call: Callable[[], object], said: str) -> None:
    with pytest.raises((TypeError, RefcoreError), match=said):
        call()
